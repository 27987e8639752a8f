// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/mmu/walk.h"

#include <cstdint>

namespace fscope::mmu {

/// Shareability as descriptors encode it; 1 is reserved.
inline constexpr std::uint8_t kNonShareable = 0;
inline constexpr std::uint8_t kOuterShareable = 2;
inline constexpr std::uint8_t kInnerShareable = 3;

inline constexpr std::uint8_t kDeviceNGnRnE = 0x00;
inline constexpr std::uint8_t kNormalNonCacheable = 0x44;
inline constexpr std::uint8_t kNormalWriteThrough = 0xaa; ///< Read-Allocate
inline constexpr std::uint8_t kNormalWriteBack = 0xff;    ///< Read- and Write-Allocate, inner and outer

/// The attributes with the shareability that they really have: Device and Non-cacheable memory is Outer
/// Shareable.
inline MemoryAttributes effective(MemoryAttributes attributes)
{
    if (attributes.isDevice() || attributes.attr == kNormalNonCacheable)
        attributes.sh = kOuterShareable;
    return attributes;
}

/// What a stage-2 descriptor says of the memory.
struct Stage2Attributes {
    unsigned memAttr = 0; ///< MemAttr[3:0]
    std::uint8_t sh = 0;
    bool forcesWriteBack = false; ///< HCR_EL2.FWB: MemAttr in the meaning of FEAT_S2FWB
    bool nonCacheable = false; ///< HCR_EL2.CD (for data) or ID (for instructions): no Normal memory is cached
};

/// What stage 2 makes of the attributes of stage 1: the weaker cacheability, the stronger Device type, the
/// wider shareability; allocation hints stay those of stage 1. With FEAT_S2FWB stage 2 can also make Normal
/// memory Write-Back whatever stage 1 says, or leave it to stage 1 alone. Rule: Arm ARM D8.6, "Combining
/// stage 1 and stage 2 memory type attributes".
MemoryAttributes combine(MemoryAttributes stage1, const Stage2Attributes& stage2);

/// Whether MemAttr[3:0] of a stage-2 descriptor is a Device type. With FEAT_S2FWB bit 3 means nothing.
constexpr bool isStage2Device(unsigned memAttr, bool forcesWriteBack)
{
    return (memAttr & (forcesWriteBack ? 0x4U : 0xcU)) == 0;
}

} // namespace fscope::mmu
