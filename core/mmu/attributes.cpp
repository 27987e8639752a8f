// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/mmu/attributes.h"

#include <algorithm>

namespace fscope::mmu {
namespace {

constexpr unsigned kNibbleNonCacheable = 0x4;

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

std::uint8_t combineSh(std::uint8_t a, std::uint8_t b)
{
    if (a == kOuterShareable || b == kOuterShareable)
        return kOuterShareable;
    if (a == kInnerShareable || b == kInnerShareable)
        return kInnerShareable;
    return kNonShareable;
}

} // namespace

MemoryAttributes effective(MemoryAttributes attributes)
{
    if (attributes.isDevice() || attributes.attr == kNormalNonCacheable)
        attributes.sh = kOuterShareable;
    return attributes;
}

MemoryAttributes combine(MemoryAttributes stage1, unsigned memAttr, std::uint8_t sh, bool nonCacheable)
{
    const std::uint8_t combinedSh = combineSh(stage1.sh, sh);
    if (isStage2Device(memAttr)) {
        // nGnRnE is 0 and GRE is 3: the smaller one promises more.
        const unsigned own = stage1.isDevice() ? (stage1.attr >> 2U & 3U) : 3U;
        return effective({ static_cast<std::uint8_t>(std::min(own, memAttr & 3U) << 2U), combinedSh });
    }
    if (stage1.isDevice())
        return effective(stage1);
    const unsigned outer = nonCacheable ? 1 : memAttr >> 2U & 3U;
    const unsigned inner = nonCacheable ? 1 : memAttr & 3U;
    const unsigned attr
        = combineNibble(stage1.attr >> 4U, outer) << 4U | combineNibble(stage1.attr & 0xfU, inner);
    return effective({ static_cast<std::uint8_t>(attr), combinedSh });
}

} // namespace fscope::mmu
