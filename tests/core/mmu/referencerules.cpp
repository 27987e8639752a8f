// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "tests/core/mmu/referencerules.h"

namespace fscope::reference {
namespace {

std::uint64_t slice(std::uint64_t value, unsigned hi, unsigned lo)
{
    std::uint64_t out = 0;
    for (unsigned n = lo; n <= hi; ++n)
        out |= (value >> n & 1) << (n - lo);
    return out;
}

unsigned sizeOf(unsigned ps)
{
    switch (ps) {
    case 0:
        return 32;
    case 1:
        return 36;
    case 2:
        return 40;
    case 3:
        return 42;
    case 4:
        return 44;
    case 5:
        return 48;
    default: // 6, and the choice for the reserved 7
        return 52;
    }
}

MemoryType effective(MemoryType memory)
{
    const bool uncached = !memory.device && memory.inner.attrs == Cacheability::NonCacheable
        && memory.outer.attrs == Cacheability::NonCacheable;
    if (memory.device || uncached)
        memory.shareability = 2;
    return memory;
}

unsigned combinedShareability(unsigned one, unsigned two)
{
    if (one == 2 || two == 2)
        return 2;
    if (one == 3 || two == 3)
        return 3;
    return 0;
}

Cacheability decodeNibble(unsigned nibble)
{
    if (nibble == 4)
        return {};
    Cacheability out;
    out.hints = nibble & 3;
    out.transient = nibble < 8;
    out.attrs = (nibble & 4) != 0 ? Cacheability::WriteBack : Cacheability::WriteThrough;
    return out;
}

unsigned encodeNibble(const Cacheability& c)
{
    if (c.attrs == Cacheability::NonCacheable)
        return 4;
    return (c.transient ? 0U : 8U) | (c.attrs == Cacheability::WriteBack ? 4U : 0U) | c.hints;
}

Cacheability weaker(const Cacheability& one, unsigned stage2)
{
    // 0b00 is reserved (the choice: Non-cacheable), 0b01 Non-cacheable, 0b10 Write-Through, 0b11 Write-Back.
    if (one.attrs == Cacheability::NonCacheable || stage2 < 2)
        return {};
    Cacheability out = one;
    if (stage2 == 2)
        out.attrs = Cacheability::WriteThrough;
    return out;
}

} // namespace

unsigned MemoryType::mairByte() const
{
    return device ? deviceKind << 2 : encodeNibble(outer) << 4 | encodeNibble(inner);
}

std::uint64_t reversed(std::uint64_t value)
{
    std::uint64_t out = 0;
    for (int i = 0; i < 8; ++i)
        out = out << 8 | (value >> (8 * i) & 0xff);
    return out;
}

unsigned addrTop(bool tbi, bool tbid, bool fetch)
{
    return tbi && !(tbid && fetch) ? 55 : 63;
}

bool txszFaults(unsigned granule, bool ds, unsigned txsz)
{
    // The CPU has FEAT_LVA (64 KiB), FEAT_LPA2 (the others, with DS) and FEAT_TTST.
    const unsigned least = granule == 16 || ds ? 12 : 16;
    const unsigned most = granule == 16 ? 47 : 48;
    return txsz < least || txsz > most;
}

unsigned translationSize(unsigned granule, int level)
{
    unsigned size = granule;
    for (int l = 3; l > level; --l)
        size += granule - 3;
    return size;
}

int stage1StartLevel(unsigned granule, unsigned iasize)
{
    const unsigned stride = granule - 3;
    return 3 - static_cast<int>((iasize - 1 - granule) / stride);
}

std::optional<int> stage2StartLevel(unsigned granule, bool ds, unsigned sl0, unsigned sl2)
{
    if (granule == 12) {
        if (ds && sl2 == 1)
            return sl0 == 0 ? std::optional(-1) : std::nullopt;
        constexpr int kLevels[] = { 2, 1, 0, 3 };
        return kLevels[sl0];
    }
    if (granule == 14) {
        if (sl0 == 3)
            return ds ? std::optional(0) : std::nullopt;
        return 3 - static_cast<int>(sl0);
    }
    return sl0 == 3 ? std::nullopt : std::optional(3 - static_cast<int>(sl0));
}

bool inconsistentStart(unsigned granule, unsigned iasize, int start)
{
    const unsigned stride = granule - 3;
    // Input address size must at least be resolved by a lookup of one bit, and at most by that of 16 tables.
    const unsigned below = granule + static_cast<unsigned>(3 - start) * stride;
    return iasize < below + 1 || iasize > below + stride + 4;
}

std::uint64_t tableIndex(std::uint64_t input, unsigned granule, int level, unsigned iasize)
{
    const unsigned lo = translationSize(granule, level);
    unsigned hi = lo + granule - 3 - 1;
    if (iasize != 64) // the start table is as large as it has to be
        hi = iasize - 1;
    return slice(input, hi, lo);
}

std::uint64_t tableBase(
    std::uint64_t ttbr, unsigned granule, bool ds, unsigned ps, unsigned iasize, int start)
{
    const unsigned levels = static_cast<unsigned>(3 - start);
    const unsigned entryBits = iasize - (levels * (granule - 3) + granule);
    unsigned tsize = entryBits + 3;
    const bool wide = (granule == 16 && ps >= 6) || (granule != 16 && ds);
    if (wide && tsize < 6)
        tsize = 6;
    std::uint64_t base = slice(ttbr, 47, 1) << 1;
    if (wide)
        base |= slice(ttbr, 5, 2) << 48;
    return base >> tsize << tsize;
}

bool outOfRange(std::uint64_t address, unsigned granule, bool ds, unsigned ps)
{
    unsigned size = sizeOf(ps);
    if (granule != 16 && !ds && size > 48)
        size = 48;
    return address >> size != 0;
}

Kind kindOf(std::uint64_t descriptor, unsigned granule, bool ds, int level)
{
    const auto type = descriptor & 3;
    if (type == 3)
        return level == 3 ? Kind::Leaf : Kind::Table;
    if (type != 1 || level == 3)
        return Kind::Invalid;
    bool blocks = level == 2;
    if (granule == 12)
        blocks = level == 2 || level == 1 || (level == 0 && ds);
    else if (granule == 14)
        blocks = level == 2 || (level == 1 && ds);
    else
        blocks = level == 2 || level == 1;
    return blocks ? Kind::Leaf : Kind::Invalid;
}

std::uint64_t descriptorAddress(std::uint64_t descriptor, unsigned granule, bool ds, unsigned lowest)
{
    if (granule == 16)
        return slice(descriptor, 15, 12) << 48 | slice(descriptor, 47, lowest) << lowest;
    if (ds)
        return slice(descriptor, 9, 8) << 50 | slice(descriptor, 49, lowest) << lowest;
    return slice(descriptor, 47, lowest) << lowest;
}

bool contiguousBit(std::uint64_t descriptor, unsigned granule, int level)
{
    if ((granule != 12 && level < 2) || level < 1)
        return false;
    return slice(descriptor, 52, 52) != 0;
}

void applyTable(std::uint64_t descriptor, bool hasUnprivileged, bool nv1, unsigned& apTable, bool& uxnTable,
    bool& pxnTable)
{
    if (nv1) {
        apTable |= static_cast<unsigned>(slice(descriptor, 62, 62) << 1);
        pxnTable = pxnTable || slice(descriptor, 60, 60) != 0;
    } else if (hasUnprivileged) {
        apTable |= static_cast<unsigned>(slice(descriptor, 62, 61));
        uxnTable = uxnTable || slice(descriptor, 60, 60) != 0;
        pxnTable = pxnTable || slice(descriptor, 59, 59) != 0;
    } else {
        apTable |= static_cast<unsigned>(slice(descriptor, 62, 62) << 1);
        uxnTable = uxnTable || slice(descriptor, 60, 60) != 0;
    }
}

MemoryType normal(Cacheability both, unsigned shareability)
{
    MemoryType out;
    out.inner = out.outer = both;
    out.shareability = shareability;
    return effective(out);
}

MemoryType decodeMair(unsigned mair, unsigned shareability, bool cacheable)
{
    MemoryType out;
    out.shareability = shareability;
    if (mair >> 4 == 0) {
        out.device = true;
        out.deviceKind = mair >> 2 & 3;
    } else if (cacheable) {
        out.outer = decodeNibble(mair >> 4);
        out.inner = decodeNibble(mair & 15);
    }
    return effective(out);
}

MemoryType combinedType(MemoryType stage1, unsigned attr, unsigned shareability, bool uncached)
{
    MemoryType out;
    out.shareability = combinedShareability(stage1.shareability, shareability);
    const bool device2 = attr >> 2 == 0;
    if (stage1.device || device2) {
        out.device = true;
        out.deviceKind = !device2 ? stage1.deviceKind
            : !stage1.device      ? attr & 3
                                  : (stage1.deviceKind < (attr & 3) ? stage1.deviceKind : attr & 3);
    } else if (!uncached) {
        out.outer = weaker(stage1.outer, attr >> 2);
        out.inner = weaker(stage1.inner, attr & 3);
    }
    return effective(out);
}

MemoryType forcedType(MemoryType stage1, unsigned attr, unsigned shareability, bool uncached)
{
    MemoryType out = stage1;
    if ((attr & 4) == 0) {
        out.device = true;
        out.deviceKind = stage1.device && stage1.deviceKind < (attr & 3) ? stage1.deviceKind : attr & 3;
    } else if ((attr & 3) == 2) {
        const auto back = [&](const Cacheability& one) {
            Cacheability c { Cacheability::WriteBack, false, 3 };
            if (!stage1.device && one.attrs != Cacheability::NonCacheable) {
                c.hints = one.hints;
                c.transient = one.transient;
            }
            return c;
        };
        out.inner = back(stage1.inner);
        out.outer = back(stage1.outer);
        out.device = false;
    } else if ((attr & 3) != 3 && !stage1.device) {
        out.inner = out.outer = {};
    }
    if (!out.device && uncached)
        out.inner = out.outer = {};
    out.shareability = combinedShareability(stage1.shareability, shareability);
    return effective(out);
}

} // namespace fscope::reference
