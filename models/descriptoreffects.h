// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/arch/descriptor.h"
#include "core/mmu/walk.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace fscope::models {

/// One descriptor, with all that decides what its bits do.
struct DescriptorFacts {
    mmu::DescriptorRead read;
    std::vector<mmu::DescriptorRead>
        above; ///< the table descriptors of the same walk, from the first level on
    mmu::TranslationRegisters regs;
    std::optional<mmu::Access> access; ///< what is attempted; absent: nothing, somebody only looks
    bool operator==(const DescriptorFacts&) const = default;
};

/// What each field of one descriptor did, or would do, in words.
///
/// Rule: Arm ARM D8.3 to D8.6; the rights are those of the walker, asked with one cause at a time taken away.
class DescriptorEffects
{
public:
    explicit DescriptorEffects(const DescriptorFacts& facts);
    ~DescriptorEffects();
    DescriptorEffects(const DescriptorEffects&) = delete;
    DescriptorEffects& operator=(const DescriptorEffects&) = delete;

    /// A sentence for the field of this name (as arch::layoutOf() has it); empty where there is nothing to
    /// say beyond its meaning.
    QString of(const char* field) const;
    /// "EL1 rw-, EL0 ---": what a block or page lets happen after all. Empty for others.
    QString rightsText() const;
    /// Why rightsText() is less than the descriptor itself says: table descriptors above, WXN. May be empty.
    QString limitsText() const;
    /// The memory type and shareability in words. Empty for others.
    QString memoryText() const;

    struct Private;

private:
    std::unique_ptr<Private> d;
};

/// The form that decides what the bits of a descriptor mean.
arch::DescriptorForm descriptorForm(const mmu::TranslationRegisters& regs, const mmu::DescriptorRead& read);
/// "rw-".
QString rightsWord(bool read, bool write, bool execute);
/// "read", "write", "instruction fetch".
QString accessWord(mmu::AccessKind kind);
/// "Normal, Outer and Inner Write-Back …; Inner Shareable".
QString memoryWords(const mmu::MemoryAttributes& attributes);
/// "4 KiB".
QString sizeWords(quint64 bytes);

} // namespace fscope::models
