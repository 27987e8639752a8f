// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/memorytype.h"

#include <algorithm>
#include <array>

namespace fscope::arch {
namespace {

constexpr std::array kDevices {
    "Device-nGnRnE",
    "Device-nGnRE",
    "Device-nGRE",
    "Device-GRE",
};

// One nibble of a Normal memory type; 0 does not occur.
constexpr std::array kCacheability {
    "",
    FSCOPE_TR("Core", "Write-Through transient, Write-Allocate"),
    FSCOPE_TR("Core", "Write-Through transient, Read-Allocate"),
    FSCOPE_TR("Core", "Write-Through transient, Read-Allocate, Write-Allocate"),
    FSCOPE_TR("Core", "Non-cacheable"),
    FSCOPE_TR("Core", "Write-Back transient, Write-Allocate"),
    FSCOPE_TR("Core", "Write-Back transient, Read-Allocate"),
    FSCOPE_TR("Core", "Write-Back transient, Read-Allocate, Write-Allocate"),
    FSCOPE_TR("Core", "Write-Through, no allocation"),
    FSCOPE_TR("Core", "Write-Through, Write-Allocate"),
    FSCOPE_TR("Core", "Write-Through, Read-Allocate"),
    FSCOPE_TR("Core", "Write-Through, Read-Allocate, Write-Allocate"),
    FSCOPE_TR("Core", "Write-Back, no allocation"),
    FSCOPE_TR("Core", "Write-Back, Write-Allocate"),
    FSCOPE_TR("Core", "Write-Back, Read-Allocate"),
    FSCOPE_TR("Core", "Write-Back, Read-Allocate, Write-Allocate"),
};

struct Special {
    std::uint8_t attr;
    const char* text;
};
constexpr std::array kSpecial {
    Special { 0x01, FSCOPE_TR("Core", "Device-nGnRnE, XS is 0") },
    Special { 0x05, FSCOPE_TR("Core", "Device-nGnRE, XS is 0") },
    Special { 0x09, FSCOPE_TR("Core", "Device-nGRE, XS is 0") },
    Special { 0x0d, FSCOPE_TR("Core", "Device-GRE, XS is 0") },
    Special { 0x40, FSCOPE_TR("Core", "Normal, Outer and Inner Non-cacheable, XS is 0") },
    Special { 0xa0, FSCOPE_TR("Core", "Normal, Outer and Inner Write-Through, Read-Allocate, XS is 0") },
    Special { 0xe0, FSCOPE_TR("Core", "Tagged Normal, Write-Back, NoTagAccess") },
    Special {
        0xf0, FSCOPE_TR("Core", "Tagged Normal, Outer and Inner Write-Back, Read-Allocate, Write-Allocate") },
};

constexpr unsigned kNonCacheable = 0;
constexpr unsigned kWriteThrough = 1;
constexpr unsigned kWriteBack = 2;

/// The cacheability of one nibble, the weakest first.
unsigned strengthOf(unsigned nibble)
{
    if (nibble == 4)
        return kNonCacheable;
    return (nibble & 4U) != 0 ? kWriteBack : kWriteThrough;
}

/// The two nibbles of Normal memory; special codes stand for ordinary ones.
std::uint8_t ordinary(std::uint8_t attr)
{
    switch (attr) {
    case 0x40:
        return 0x44;
    case 0xa0:
        return 0xaa;
    case 0xe0:
    case 0xf0:
        return 0xff;
    default:
        return attr;
    }
}

/// @p nibble of stage 1 with the cacheability no stronger than @p limit; the allocation hints stay.
unsigned limited(unsigned nibble, unsigned limit)
{
    if (strengthOf(nibble) <= limit)
        return nibble;
    if (limit == kNonCacheable)
        return 4;
    return (nibble & 3U) | ((nibble & 8U) != 0 ? 8U : 0U);
}

MemoryType forced(MemoryType stage1, unsigned memAttr)
{
    const unsigned low = memAttr & 7U;
    if ((memAttr & 12U) == 0)
        return combinedMemoryType(stage1, memAttr & 3U, false);
    if (low == 7 || low == 6) {
        MemoryType out = low == 7 ? stage1 : MemoryType { 0xff };
        out.noTagAccess = (memAttr & 8U) != 0 && (stage1.attr == 0xf0 || stage1.attr == 0xe0);
        return out;
    }
    if (memAttr == 5)
        return stage1.isDevice() ? stage1 : MemoryType { 0x44 };
    return { 0, true };
}

} // namespace

Text MemoryType::text() const
{
    if (reserved)
        return FSCOPE_TR("Core", "Reserved memory type");
    for (const Special& special : kSpecial) {
        if (special.attr == attr)
            return special.text;
    }
    if (isDevice())
        return kDevices[attr >> 2U & 3U];
    const unsigned outer = attr >> 4U;
    const unsigned inner = attr & 15U;
    Text normal = outer == inner
        ? Text { FSCOPE_TR("Core", "Normal, Outer and Inner %1"), { kCacheability[outer] } }
        : Text { FSCOPE_TR("Core", "Normal, Outer %1, Inner %2"),
              { kCacheability[outer], kCacheability[inner] } };
    if (noTagAccess)
        return { FSCOPE_TR("Core", "%1, NoTagAccess"), { std::move(normal) } };
    return normal;
}

MemoryType mairMemoryType(std::uint8_t attr)
{
    const bool special
        = std::ranges::any_of(kSpecial, [attr](const Special& row) { return row.attr == attr; });
    if (special)
        return { attr, false, attr == 0xe0 };
    if ((attr & 0xf0U) == 0)
        return { attr, (attr & 3U) != 0 };
    return { attr, (attr & 0x0fU) == 0 };
}

MemoryType stage2MemoryType(unsigned memAttr)
{
    memAttr &= 15U;
    if ((memAttr & 12U) == 0)
        return { static_cast<std::uint8_t>(memAttr << 2U) };
    if (memAttr == 4)
        return { 0xff, false, true };
    constexpr std::array<std::uint8_t, 4> kNibbles { 0, 0x4, 0xa, 0xf };
    const std::uint8_t outer = kNibbles[memAttr >> 2U];
    const std::uint8_t inner = kNibbles[memAttr & 3U];
    if (inner == 0)
        return { 0, true };
    return { static_cast<std::uint8_t>(outer << 4U | inner) };
}

MemoryType combinedMemoryType(MemoryType stage1, unsigned memAttr, bool fwb)
{
    if (stage1.reserved)
        return stage1;
    if (fwb)
        return forced(stage1, memAttr & 15U);
    const MemoryType stage2 = stage2MemoryType(memAttr);
    if (stage2.reserved)
        return stage2;
    if (stage1.isDevice() && stage2.isDevice())
        return { static_cast<std::uint8_t>(std::min(stage1.attr & 0x0cU, stage2.attr & 0x0cU)) };
    if (stage1.isDevice())
        return stage1;
    if (stage2.isDevice())
        return stage2;
    const std::uint8_t own = ordinary(stage1.attr);
    const unsigned outer = limited(own >> 4U, strengthOf(stage2.attr >> 4U));
    const unsigned inner = limited(own & 15U, strengthOf(stage2.attr & 15U));
    const auto attr = static_cast<std::uint8_t>(outer << 4U | inner);
    // Tagged memory stays so where stage 2 takes nothing away.
    const bool tagged = attr == own && stage1.attr == 0xf0;
    return { tagged ? stage1.attr : attr, false, stage2.noTagAccess };
}

Text forcedMemoryText(unsigned memAttr)
{
    memAttr &= 15U;
    if ((memAttr & 12U) == 0)
        return { FSCOPE_TR("Core", "%1, or the stricter Device type of stage 1"),
            { kDevices[memAttr & 3U] } };
    switch (memAttr) {
    case 5:
        return FSCOPE_TR("Core", "Normal, Non-cacheable; a Device type of stage 1 stays");
    case 6:
    case 14:
        return FSCOPE_TR("Core", "Normal, Write-Back, whatever stage 1 says");
    case 7:
        return FSCOPE_TR("Core", "The memory type of stage 1");
    case 15:
        return FSCOPE_TR("Core", "The memory type of stage 1, NoTagAccess if it is Tagged");
    default:
        return FSCOPE_TR("Core", "Reserved memory type");
    }
}

} // namespace fscope::arch
