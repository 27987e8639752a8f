// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/result.h"
#include "core/mmu/tableformat.h"
#include "core/mmu/walk.h"

#include <cstdint>
#include <functional>
#include <optional>

namespace fscope::mmu {

/// A mapping to make, in words an author of a scenario uses. In stage 1 read has to be true. Addresses and
/// sizes are multiples of the size of an entry at its level.
struct Mapping {
    std::uint64_t input = 0;  ///< VA (stage 1) or IPA (stage 2)
    std::uint64_t output = 0; ///< IPA (stage 1) or PA (stage 2)
    std::uint64_t size = 0;   ///< in bytes, > 0
    bool read = true;
    bool write = true;
    bool execute = true; ///< stage 1: by EL0 if user is set, else by EL1, never by both; stage 2: by both
    bool user = false;   ///< stage 1: EL0 may read, and write if write is set
    bool accessFlag = true;
    std::uint8_t attrIndex = 0; ///< stage 1: AttrIndx; stage 2: MemAttr
    std::uint8_t sh = 3;        ///< not with TableFormat::wide, whose descriptors have none
    int level = 3;              ///< 3 pages, lower levels blocks
    bool largestBlocks = false; ///< the largest blocks that fit, whatever @c level says
    bool contiguous = false; ///< the Contiguous bit, in each whole set of entries; there has to be one unless
                             ///< the largest blocks are chosen
    bool notGlobal = false;  ///< nG, stage 1
    bool dirtyModifier = false; ///< DBM: with write = false, a clean page that hardware may make writable
    bool guarded = false;       ///< GP, stage 1
    std::uint8_t software = 0;  ///< bits 58:55, which hardware leaves alone
    std::optional<bool> executeEl1
        = std::nullopt; ///< instead of @c execute: not PXN (stage 1), XN[1:0] (stage 2)
    std::optional<bool> executeEl0
        = std::nullopt; ///< instead of @c execute: not UXN (stage 1), XN[1:0] (stage 2)
};

/// Physical memory as 64-bit words in the order of their bytes (little-endian); false where there is none.
struct PhysicalWords {
    std::function<bool(Pa, std::uint64_t&)> load;
    std::function<bool(Pa, std::uint64_t)> store;
};
PhysicalWords wordsOf(memory::SnapshotMemory& memory); ///< which outlives it

/// Makes tables of any format in guest memory.
class TableBuilder
{
public:
    struct Storage {
        /// Zeroed bytes for a table, aligned to their number, a power of two: their address as descriptors
        /// name it (an IPA for stage 1 with stage 2 on).
        std::function<Result<std::uint64_t>(std::uint64_t bytes)> allocate;
        std::function<Result<Pa>(std::uint64_t tableAddress)> locate; ///< where that table is in memory
    };
    /// Of a format that TableFormat::check() accepts.
    TableBuilder(const TableFormat& format, PhysicalWords memory, Storage storage);
    /// Of the standard format: 4 KiB granule, 48-bit addresses, four levels.
    TableBuilder(Stage stage, memory::SnapshotMemory& memory, Storage storage);

    const TableFormat& format() const { return m_format; }

    /// Errors: unaligned, zero-size, over the widths of the format, overlapping an earlier mapping with
    /// another output, more than 2^20 entries. What was mapped before an overlap was found stays mapped. A
    /// stage-1 input of the upper half has the bits over its range set.
    Result<void> map(const Mapping& mapping);
    /// Writes @p descriptor over the entry for @p input at @p level, making the tables above it (to break a
    /// walk on purpose).
    Result<void> poke(std::uint64_t input, int level, std::uint64_t descriptor);
    /// Address of the start table, made by the first call or mapping.
    Result<std::uint64_t> root();
    /// The table that holds the entry for @p input at @p level, if it exists. Of concatenated start tables
    /// the first.
    Result<std::uint64_t> tableFor(std::uint64_t input, int level);

    /// The block or page that @p mapping makes at @p level for @p output.
    std::uint64_t leaf(const Mapping& mapping, int level, std::uint64_t output) const;

private:
    Result<void> check(const Mapping& mapping) const;
    Result<void> checkLevel(int level) const;
    Result<void> mapEntries(const Mapping& mapping, int level, std::uint64_t from, std::uint64_t size);
    Result<void> place(std::uint64_t table, std::uint64_t input, int level, std::uint64_t descriptor);
    Result<std::uint64_t> descend(std::uint64_t input, int level, bool make);
    Result<Pa> entryFor(std::uint64_t table, std::uint64_t input, int level) const;
    Result<std::uint64_t> load(Pa entry) const;
    Result<void> store(Pa entry, std::uint64_t descriptor);
    int largestLevel(const Mapping& mapping, std::uint64_t done) const;
    std::uint64_t indexOf(std::uint64_t input, int level) const;

    TableFormat m_format;
    PhysicalWords m_memory;
    Storage m_storage;
    std::uint64_t m_root = 0;
    bool m_hasRoot = false;
};

} // namespace fscope::mmu
