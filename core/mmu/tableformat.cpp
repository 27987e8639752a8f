// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/mmu/tableformat.h"

#include "core/base/bits.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace fscope::mmu {
namespace {

constexpr int kFinalLevel = 3;

/// The encodings of a granule, and of the start levels that stage 2 has with it.
struct GranuleRow {
    unsigned grainBits;
    std::uint64_t tg0;
    std::uint64_t tg1;
    std::array<int, 5> slOfLevel; ///< SL2:SL0 by level + 1; kNone: no such start
    unsigned shortest;            ///< input address (FEAT_TTST)
};
constexpr int kNone = -1;
constexpr std::array kGranules {
    GranuleRow { 12, 0, 2, { 4, 2, 1, 0, 3 }, 16 },
    GranuleRow { 14, 2, 1, { kNone, 3, 2, 1, 0 }, 16 },
    GranuleRow { 16, 1, 3, { kNone, kNone, 2, 1, 0 }, 17 },
};

/// IPS and PS.
constexpr std::array<unsigned, 7> kOutputBits { 32, 36, 40, 42, 44, 48, 52 };
constexpr unsigned kMostConcatenatedLog2 = 4;

const GranuleRow* rowOf(unsigned grainBits)
{
    const auto* row = std::find_if(kGranules.begin(), kGranules.end(),
        [&](const GranuleRow& granule) { return granule.grainBits == grainBits; });
    return row == kGranules.end() ? nullptr : row;
}

/// The level at which one table is enough.
int naturalStart(const TableFormat& format)
{
    int level = kFinalLevel;
    while (format.shift(level) + format.stride() < format.inputBits)
        --level;
    return level;
}

/// Whether stage 2 may start at this level.
bool isStage2Start(const TableFormat& format, const GranuleRow& row, int level)
{
    if (level < -1 || level > kFinalLevel || row.slOfLevel[static_cast<std::size_t>(level + 1)] == kNone)
        return false;
    // Level -1 of 4 KiB and level 0 of 16 KiB came with FEAT_LPA2.
    const bool needsWide = (format.grainBits == 12 && level == -1) || (format.grainBits == 14 && level == 0);
    if (needsWide && !format.wide)
        return false;
    const unsigned lowest = format.shift(level) + 1;
    return format.inputBits >= lowest
        && format.inputBits <= format.shift(level) + format.stride() + kMostConcatenatedLog2;
}

std::uint64_t psOf(unsigned outputBits)
{
    return static_cast<std::uint64_t>(
        std::find(kOutputBits.begin(), kOutputBits.end(), outputBits) - kOutputBits.begin());
}

} // namespace

Result<void> TableFormat::check() const
{
    const GranuleRow* row = rowOf(grainBits);
    if (row == nullptr)
        return fail(fmt::format("There is no granule of 2^{} bytes.", grainBits), "grainBits",
            "Granules are 4, 16 and 64 KiB.");
    const bool is64K = grainBits == 16;
    if (wide && is64K)
        return fail("The 64 KiB granule has 52-bit addresses without DS.", "wide", "Leave it out.");
    const unsigned widest = wide || is64K ? 52 : 48;
    if (inputBits < row->shortest || inputBits > widest)
        return fail(fmt::format("Input addresses of this granule have {} to {} bits, not {}.", row->shortest,
                        widest, inputBits),
            "inputBits");
    if (psOf(outputBits) == kOutputBits.size() || outputBits > widest)
        return fail(fmt::format("Output addresses cannot have {} bits.", outputBits), "outputBits",
            fmt::format("Sizes are 32, 36, 40, 42, 44{}.", widest == 52 ? ", 48 and 52" : " and 48"));
    if (stage == Stage::One) {
        if (startLevel && *startLevel != naturalStart(*this))
            return fail(fmt::format("Stage 1 starts {}-bit addresses at level {}, not {}.", inputBits,
                            naturalStart(*this), *startLevel),
                "startLevel", "Stage 2 alone has a choice.");
        return {};
    }
    if (startLevel) {
        if (!isStage2Start(*this, *row, *startLevel))
            return fail(fmt::format("Stage 2 cannot start {}-bit addresses of this granule at level {}.",
                            inputBits, *startLevel),
                "startLevel", "At most 16 tables are concatenated.");
    } else if (!isStage2Start(*this, *row, start())) {
        return fail(
            fmt::format("Stage 2 has no start level for {}-bit addresses of this granule.", inputBits),
            "inputBits");
    }
    return {};
}

int TableFormat::start() const
{
    if (startLevel)
        return *startLevel;
    const int natural = naturalStart(*this);
    const GranuleRow* row = rowOf(grainBits);
    if (stage == Stage::One || row == nullptr || isStage2Start(*this, *row, natural))
        return natural;
    return std::min(natural + 1, kFinalLevel);
}

std::uint32_t TableFormat::rootEntries() const
{
    const unsigned lowest = shift(start());
    return inputBits > lowest ? 1U << (inputBits - lowest) : 1U;
}

int TableFormat::firstBlockLevel() const
{
    switch (grainBits) {
    case 12:
        return wide ? 0 : 1;
    case 14:
        return wide ? 1 : 2;
    default:
        return 1; // FEAT_LPA
    }
}

std::uint32_t TableFormat::contiguousEntries(int level) const
{
    switch (grainBits) {
    case 12:
        return level >= 1 ? 16 : 1;
    case 14:
        return level == 3 ? 128 : level == 2 ? 32 : 1;
    default:
        return level >= 2 ? 32 : 1;
    }
}

std::uint64_t TableFormat::encodeOutput(std::uint64_t output) const
{
    if (wide)
        return (output & mask(49, 12)) | bits(output, 51, 50) << 8;
    if (grainBits == 16)
        return (output & mask(47, 16)) | bits(output, 51, 48) << 12;
    return output & mask(47, 12);
}

std::uint64_t TableFormat::decodeOutput(std::uint64_t descriptor, int level, bool isTable) const
{
    const unsigned lowest = isTable ? grainBits : shift(level);
    if (wide)
        return (descriptor & mask(49, lowest)) | bits(descriptor, 9, 8) << 50;
    if (grainBits == 16)
        return (descriptor & mask(47, lowest)) | bits(descriptor, 15, 12) << 48;
    return descriptor & mask(47, lowest);
}

std::uint64_t TableFormat::inTcr(std::uint64_t tcr, bool upperHalf) const
{
    const GranuleRow* row = rowOf(grainBits);
    const std::uint64_t txsz = 64 - inputBits;
    tcr = upperHalf ? withBits(withBits(tcr, 21, 16, txsz), 31, 30, row->tg1)
                    : withBits(withBits(tcr, 5, 0, txsz), 15, 14, row->tg0);
    tcr = withBits(tcr, 34, 32, psOf(outputBits));
    return withBits(tcr, 59, 59, wide);
}

std::uint64_t TableFormat::inVtcr(std::uint64_t vtcr) const
{
    const GranuleRow* row = rowOf(grainBits);
    const auto sl = static_cast<std::uint64_t>(row->slOfLevel[static_cast<std::size_t>(start() + 1)]);
    vtcr = withBits(vtcr, 5, 0, 64 - inputBits);
    vtcr = withBits(withBits(vtcr, 7, 6, sl), 33, 33, sl >> 2);
    vtcr = withBits(vtcr, 15, 14, row->tg0);
    vtcr = withBits(vtcr, 18, 16, psOf(outputBits));
    return withBits(vtcr, 32, 32, wide);
}

std::uint64_t TableFormat::baseRegister(std::uint64_t root) const
{
    const bool holds52 = wide || (grainBits == 16 && outputBits == 52);
    return (root & mask(47, 1)) | (holds52 ? bits(root, 51, 48) << 2 : 0);
}

} // namespace fscope::mmu
