// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/mmu/walk.h"

#include <cstdint>

namespace fscope::mmu {

/// The largest output address of the simulated CPU: FEAT_LPA, ID_AA64MMFR0_EL1.PARange = 0b0110.
inline constexpr unsigned kPaBits = 52;

/// What the registers say about one table walk, freed of their encodings.
///
/// Nothing here names a granule: sizes follow from grainBits (12, 14 or 16), as in the Arm ARM's pseudocode.
struct LookupConfig {
    std::uint64_t base = 0; ///< of the start table, aligned to its size
    unsigned grainBits = 12;
    unsigned inputBits = 48;  ///< width of the input address range: 64 - TxSZ
    unsigned outputBits = 48; ///< width of the output address range, never more than the granule can express
    int startLevel = 0;       ///< -1 to 3
    bool wide = false;        ///< TCR.DS or VTCR.DS: descriptors hold 52-bit addresses and no shareability
    std::uint8_t wideSh = 0;  ///< shareability then
    bool illegal = false;     ///< sizes that do not go together: each access is a Translation fault, level 0
    bool baseOutOfRange = false; ///< the base does not fit the output size: an Address size fault, level 0
    bool hardwareAccessFlag = false; ///< HA: hardware sets the Access flag
    bool hardwareDirtyState = false; ///< HA and HD: a descriptor with DBM counts as writable
    bool bigEndian = false;          ///< SCTLR_ELx.EE

    /// Where descriptors hold addresses, and at which levels a block may stand (bit level + 1): what follows
    /// from granule and DS.
    std::uint64_t addressMask = 0; ///< the bits in their own place, down to the granule
    std::uint64_t highMask = 0;    ///< those moved up: (descriptor & highMask) << highShift
    unsigned highShift = 0;
    unsigned blockLevels = 0;

    /// What a lookup starts with: how far its start level shifts the input, and which entries it may choose
    /// there and in every table below.
    unsigned startShift = 12;
    std::uint64_t startIndexMask = 0;
    std::uint64_t tableIndexMask = 0;

    unsigned stride() const { return grainBits - 3; }
    /// The lowest input bit that an entry of this level does not cover.
    unsigned shift(int level) const { return grainBits + static_cast<unsigned>(3 - level) * stride(); }
    /// log2 of how many entries a contiguous set has at a level; 0 where the Contiguous bit means nothing.
    unsigned contiguousLog2(int level) const;
};

/// The half of the VA space that bit 55 of an address chooses; the regime of EL2 has the lower half alone.
/// Rule: Arm ARM D8.2, TCR_ELx and TTBRn_ELx.
LookupConfig stage1Config(const TranslationRegisters& regs, bool upperHalf);

/// Rule: Arm ARM D8.2, VTCR_EL2 and VTTBR_EL2, with concatenated start tables.
LookupConfig stage2Config(const TranslationRegisters& regs);

} // namespace fscope::mmu
