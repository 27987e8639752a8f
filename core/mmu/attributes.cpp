// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/mmu/attributes.h"

#include <algorithm>

namespace fscope::mmu {
namespace {

constexpr unsigned kNibbleNonCacheable = 0x4;
constexpr unsigned kNibbleWriteBack = 0xf;  ///< Read- and Write-Allocate
constexpr unsigned kNibbleNotThrough = 0x4; ///< tells Write-Back from Write-Through; bit 3, transient, stays

/// MemAttr cacheabilities of stage 2. 0 is reserved for the inner one and counts as Non-cacheable.
constexpr unsigned kWriteThrough = 2;
constexpr unsigned kWriteBack = 3;

/// Half a MAIR byte of Normal memory under a stage-2 cacheability.
unsigned combineNibble(unsigned stage1, unsigned stage2)
{
    if (stage1 == kNibbleNonCacheable)
        return kNibbleNonCacheable;
    if (stage2 == kWriteBack)
        return stage1;
    if (stage2 == kWriteThrough)
        return (
            stage1 & 0xbU); // bit 2 tells Write-Back from Write-Through; bit 3, transient, and the hints stay
    return kNibbleNonCacheable;
}

/// Half a MAIR byte of memory that stage 2 makes Write-Back: the hints of stage 1 stay where it has any.
unsigned forceNibble(MemoryAttributes stage1, unsigned nibble)
{
    if (stage1.isDevice() || nibble == kNibbleNonCacheable)
        return kNibbleWriteBack;
    return nibble | kNibbleNotThrough;
}

/// Normal memory of stage 2 with FEAT_S2FWB, by MemAttr[1:0]: 0b11 is what stage 1 says, 0b10 Write-Back, and
/// the rest Non-cacheable, unless stage 1 has a Device.
std::uint8_t forced(MemoryAttributes stage1, unsigned memAttr, bool nonCacheable)
{
    const bool asStage1 = memAttr == 3;
    const bool writeBack = memAttr == 2;
    if (stage1.isDevice() && !writeBack)
        return stage1.attr;
    if (nonCacheable || (!asStage1 && !writeBack))
        return kNormalNonCacheable;
    if (asStage1)
        return stage1.attr;
    return static_cast<std::uint8_t>(
        forceNibble(stage1, stage1.attr >> 4U) << 4U | forceNibble(stage1, stage1.attr & 0xfU));
}

std::uint8_t combineSh(std::uint8_t a, std::uint8_t b)
{
    if (a == kOuterShareable || b == kOuterShareable)
        return kOuterShareable;
    if (a == kInnerShareable || b == kInnerShareable)
        return kInnerShareable;
    return kNonShareable;
}

} // namespace

MemoryAttributes combine(MemoryAttributes stage1, const Stage2Attributes& stage2)
{
    const std::uint8_t sh = combineSh(stage1.sh, stage2.sh);
    const unsigned memAttr = stage2.memAttr;
    if (isStage2Device(memAttr, stage2.forcesWriteBack)) {
        // nGnRnE is 0 and GRE is 3: the smaller one promises more.
        const unsigned own = stage1.isDevice() ? (stage1.attr >> 2U & 3U) : 3U;
        return effective({ static_cast<std::uint8_t>(std::min(own, memAttr & 3U) << 2U), sh });
    }
    if (stage2.forcesWriteBack)
        return effective({ forced(stage1, memAttr & 3U, stage2.nonCacheable), sh });
    if (stage1.isDevice())
        return effective({ stage1.attr, sh });
    const unsigned outer = stage2.nonCacheable ? 1 : memAttr >> 2U & 3U;
    const unsigned inner = stage2.nonCacheable ? 1 : memAttr & 3U;
    const unsigned attr
        = combineNibble(stage1.attr >> 4U, outer) << 4U | combineNibble(stage1.attr & 0xfU, inner);
    return effective({ static_cast<std::uint8_t>(attr), sh });
}

} // namespace fscope::mmu
