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
MemoryAttributes effective(MemoryAttributes attributes);

/// What stage 2 makes of the attributes of stage 1, without FEAT_S2FWB: the weaker cacheability, the stronger
/// Device type, the wider shareability; allocation hints stay those of stage 1.
/// @param memAttr       MemAttr[3:0] of the stage-2 descriptor
/// @param nonCacheable  HCR_EL2.CD (for data) or ID (for instructions): Normal memory of stage 2 is
/// Non-cacheable Rule: Arm ARM D8.6, "Combining stage 1 and stage 2 memory type attributes".
MemoryAttributes combine(MemoryAttributes stage1, unsigned memAttr, std::uint8_t sh, bool nonCacheable);

/// Whether MemAttr[3:0] of a stage-2 descriptor is a Device type.
constexpr bool isStage2Device(unsigned memAttr)
{
    return (memAttr & 0xcU) == 0;
}

} // namespace fscope::mmu
