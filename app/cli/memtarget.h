// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "app/cli/memcommand.h"
#include "core/base/result.h"
#include "core/hypervisor/policy.h"
#include "core/machine/source.h"
#include "core/memory/committedmemory.h"
#include "core/memory/memorymap.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fscope::cli {

enum class MemSpace : std::uint8_t { Va, Ipa, Pa };
const char* memSpaceName(MemSpace space); ///< "va", "ipa", "pa"

/// The memory that "fscope mem" looks at: a guest before or after one intercept, or an image in a file, which
/// lies at physical addresses from its base on.
class MemTarget
{
public:
    static Result<MemTarget> open(const MemOptions& options);

    std::string title() const; ///< "post-index-store, intercept 1, before"
    bool isImage() const { return m_guest == nullptr; }
    std::uint64_t imageBase() const { return m_base; }
    std::uint64_t imageSize() const { return m_imageSize; }
    const memory::SnapshotMemory& memory() const { return m_guest != nullptr ? m_guest->memory : m_image; }
    const machine::Guest* guest() const { return m_guest.get(); } ///< nullptr for an image

    memory::MemoryMap map(memory::MapSpace space) const;
    /// What can be searched.
    std::unique_ptr<memory::CommittedMemory> committed() const;
    /// Where a byte lies; nothing where there is none.
    std::optional<Pa> pa(MemSpace space, std::uint64_t address) const;
    /// An IPA at which the guest's map shows the byte.
    std::optional<Ipa> ipaOf(Pa pa) const;
    /// @p size bytes, each missing where there is none or it cannot be read.
    std::vector<std::optional<std::uint8_t>> read(
        MemSpace space, std::uint64_t address, std::uint64_t size) const;

    // For what-if runs of a guest:
    const machine::InterceptSource& source() const { return *m_source; }
    std::size_t index() const { return m_index; }
    const hypervisor::HypervisorPolicy& policy() const { return *m_policy; }
    const machine::InterceptRun& run() const { return *m_run; }

private:
    static Result<MemTarget> openImage(const MemOptions& options);

    std::string m_title;
    std::shared_ptr<const machine::InterceptSource> m_source;
    std::shared_ptr<const machine::InterceptRun> m_run;
    std::shared_ptr<const machine::Guest> m_guest; ///< before or after
    std::shared_ptr<const machine::Guest>
        m_earlier; ///< what is dirty against: the guest before, if it is not
    const hypervisor::HypervisorPolicy* m_policy = nullptr;
    std::size_t m_index = 0;
    memory::SnapshotMemory m_image;
    std::uint64_t m_base = 0;
    std::uint64_t m_imageSize = 0;
};

/// A row of a hex dump: "22 44 00 b8 …  |"D..|", with "--" for missing bytes.
std::string hexRow(const std::vector<std::optional<std::uint8_t>>& bytes);

} // namespace fscope::cli
