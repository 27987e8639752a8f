// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/mmu/lookupconfig.h"
#include "core/mmu/walk.h"

#include <optional>

namespace fscope::mmu {

/// Stage 2 with its registers decoded once for the up to five translations that one two-stage walk asks of
/// it.
class Stage2Walker
{
public:
    Stage2Walker(const TranslationRegisters& regs, const memory::SnapshotMemory& memory, WalkTrace* trace);

    bool isOn() const { return m_on; }

    struct Output {
        Pa pa;
        std::uint64_t descriptor = 0; ///< the leaf; 0 while stage 2 is off
        int level = 0;                ///< of the leaf
    };
    /// Translates for a data or instruction access, with the rights of its exception level. If false, @p
    /// fault says why not; so for the following two.
    bool translate(Ipa ipa, const Access& access, Output& output, std::optional<Fault>& fault) const;
    /// Translates the address of a stage-1 descriptor: a read, refused for Device memory with HCR_EL2.PTW.
    bool translateTable(Ipa ipa, Output& output, std::optional<Fault>& fault) const;
    /// Whether hardware may update the stage-1 descriptor at @p ipa, for which @ref translateTable gave
    /// @p output.
    bool mayUpdateTable(Ipa ipa, const Output& output, std::optional<Fault>& fault) const;

    /// The attributes of stage 1 as stage 2 leaves them.
    MemoryAttributes attributes(MemoryAttributes stage1, const Output& output, AccessKind kind) const;

private:
    bool find(
        Ipa ipa, bool forTable, const Access& access, Output& output, std::optional<Fault>& fault) const;

    bool m_on;
    bool m_protectTables;     ///< HCR_EL2.PTW
    bool m_dataNonCacheable;  ///< HCR_EL2.CD
    bool m_fetchNonCacheable; ///< HCR_EL2.ID
    LookupConfig m_config;
    const memory::SnapshotMemory& m_memory;
    WalkTrace* m_trace;
};

} // namespace fscope::mmu
