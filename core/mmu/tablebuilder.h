// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/result.h"
#include "core/mmu/walk.h"

#include <cstdint>
#include <functional>

namespace fscope::mmu {

/// A mapping to make, in words an author of a scenario uses. In stage 1 read has to be true.
struct Mapping {
    std::uint64_t input = 0;  ///< VA (stage 1) or IPA (stage 2), a multiple of 4096
    std::uint64_t output = 0; ///< IPA (stage 1) or PA (stage 2), a multiple of 4096
    std::uint64_t size = 0;   ///< a multiple of 4096, > 0
    bool read = true;
    bool write = true;
    bool execute = true; ///< stage 1: by EL0 if user is set, else by EL1, never by both; stage 2: by both
    bool user = false;   ///< stage 1: EL0 may read, and write if write is set
    bool accessFlag = true;
    std::uint8_t attrIndex = 0; ///< stage 1: AttrIndx; stage 2: MemAttr
    std::uint8_t sh = 3;
    int level = 3; ///< 3 pages, 2 or 1 blocks; input, output and size are then multiples of the block size
};

/// Makes 4 KiB granule tables of 4 levels (48-bit input addresses, levels 0 to 3) in guest memory.
///
/// Tables are taken from consecutive pages by @p allocate, which returns the address of a zeroed page as the
/// tables name it (an IPA for stage 1 with stage 2 on), and are written at the PA that @p locate says.
class TableBuilder
{
public:
    struct Storage {
        std::function<Result<std::uint64_t>()> allocate;              ///< a new table's address (IPA or PA)
        std::function<Result<Pa>(std::uint64_t tableAddress)> locate; ///< where that table is in memory
    };
    TableBuilder(Stage stage, memory::SnapshotMemory& memory, Storage storage);

    /// Errors: unaligned, zero-size, over 48 bits, overlapping an earlier mapping with another output, more
    /// than 2^20 entries. What was mapped before an overlap was found stays mapped. A stage-1 input of the
    /// upper half may have its bits 63:48 set.
    Result<void> map(const Mapping& mapping);
    /// Writes @p descriptor over the entry for @p input at @p level, making the tables above it (to break a
    /// walk on purpose).
    Result<void> poke(std::uint64_t input, int level, std::uint64_t descriptor);
    /// Address of the level-0 table, made by the first call or mapping.
    Result<std::uint64_t> root();
    /// The table that holds the entry for @p input at @p level, if it exists.
    Result<std::uint64_t> tableFor(std::uint64_t input, int level);

private:
    Result<std::uint64_t> descend(std::uint64_t input, int level, bool make);
    Result<Pa> entryFor(std::uint64_t table, std::uint64_t input, int level) const;
    Result<std::uint64_t> load(Pa entry) const;
    Result<void> store(Pa entry, std::uint64_t descriptor);

    Stage m_stage;
    memory::SnapshotMemory& m_memory;
    Storage m_storage;
    std::uint64_t m_root = 0;
    bool m_hasRoot = false;
};

} // namespace fscope::mmu
