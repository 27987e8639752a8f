// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/base/result.h"
#include "core/mmu/walk.h"

#include <cstdint>
#include <optional>

namespace fscope::mmu {

/// The sizes of one tree of tables. Those of standardregime.h unless set: 4 KiB granule, 48-bit addresses,
/// four levels.
struct TableFormat {
    Stage stage = Stage::One;
    unsigned grainBits = 12;  ///< 12, 14 or 16: pages of 4, 16 or 64 KiB
    unsigned inputBits = 48;  ///< width of the input addresses: 64 - TxSZ
    unsigned outputBits = 48; ///< a size that IPS and PS can say: 32, 36, 40, 42, 44, 48 or 52
    /// Level of the start table. Stage 1 has no choice. Stage 2 may start a level lower with up to 16
    /// concatenated tables; unless set it does so only where it must.
    std::optional<int> startLevel = std::nullopt;
    bool wide = false; ///< DS: 52-bit addresses with 4 and 16 KiB (FEAT_LPA2)
    bool bigEndian = false;

    /// What is wrong; Error::where is the member's name: "grainBits", "inputBits", "outputBits",
    /// "startLevel", "wide".
    Result<void> check() const;

    // ---- Of a format that check() accepts:

    int start() const;                 ///< -1 to 3
    std::uint32_t rootEntries() const; ///< of the start table or tables
    unsigned stride() const { return grainBits - 3; }
    unsigned shift(int level) const { return grainBits + static_cast<unsigned>(3 - level) * stride(); }
    std::uint64_t tableBytes() const { return std::uint64_t { 1 } << grainBits; }
    std::uint64_t entryBytes(int level) const { return std::uint64_t { 1 } << shift(level); }
    /// The lowest level that may hold blocks.
    int firstBlockLevel() const;
    bool holdsLeaves(int level) const { return level >= firstBlockLevel() && level <= 3; }
    /// Entries of a set with the Contiguous bit; 1 where a level has none.
    std::uint32_t contiguousEntries(int level) const;
    /// @p output where descriptors hold it.
    std::uint64_t encodeOutput(std::uint64_t output) const;
    std::uint64_t decodeOutput(std::uint64_t descriptor, int level, bool isTable) const;

    /// @p tcr (TCR_EL1) with TxSZ, TGx of one half, IPS and DS of this format of stage 1.
    std::uint64_t inTcr(std::uint64_t tcr, bool upperHalf) const;
    /// @p vtcr (VTCR_EL2) with T0SZ, SL0, SL2, TG0, PS and DS of this format of stage 2.
    std::uint64_t inVtcr(std::uint64_t vtcr) const;
    /// A base address as TTBRn_EL1 and VTTBR_EL2 hold it.
    std::uint64_t baseRegister(std::uint64_t root) const;

    bool operator==(const TableFormat&) const = default;
};

} // namespace fscope::mmu
