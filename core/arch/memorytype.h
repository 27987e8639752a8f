// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/text.h"

#include <cstdint>

namespace fscope::arch {

/// A memory type as MAIR_ELx.Attr codes it, or a value that stands for none.
///
/// The code is kept, because all types have one: 0x00 Device-nGnRnE … 0x0c Device-GRE, two nibbles (outer,
/// inner) for Normal memory, 0xf0 Tagged, 0xe0 Tagged with NoTagAccess.
struct MemoryType {
    std::uint8_t attr = 0;
    bool reserved = false;    ///< the code is reserved; all else is void
    bool noTagAccess = false; ///< Normal memory that refuses Allocation Tag accesses (FEAT_MTE_PERM)

    bool isDevice() const { return (attr & 0xf0U) == 0; }
    /// "Device-nGnRE", "Normal, Outer Write-Back, Inner Non-cacheable", "Reserved memory type".
    Text text() const;
    bool operator==(const MemoryType&) const = default;
};

/// The type of one byte of MAIR_ELx. Rule: Arm ARM D24.2, "MAIR_EL1".
MemoryType mairMemoryType(std::uint8_t attr);

/// What MemAttr[3:0] of a stage 2 descriptor asks for while HCR_EL2.FWB is 0. Rule: Arm ARM D8.6.
MemoryType stage2MemoryType(unsigned memAttr);

/// What an access gets, given the type of stage 1 and MemAttr[3:0] of stage 2. Rule: Arm ARM D8.6: without
/// FWB Device wins over Normal, the stricter Device type wins, Non-cacheable wins over Write-Through and that
/// over Write-Back, outer and inner apart; with FWB stage 2 forces, keeps or restricts the type of stage 1.
MemoryType combinedMemoryType(MemoryType stage1, unsigned memAttr, bool fwb);

/// What MemAttr[3:0] means while HCR_EL2.FWB is 1, in words.
Text forcedMemoryText(unsigned memAttr);

} // namespace fscope::arch
