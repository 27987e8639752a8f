// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/mmu/lookupconfig.h"

#include "core/base/bits.h"

#include <algorithm>
#include <array>

namespace fscope::mmu {
namespace {

/// TG0 and TG1 encode the same sizes differently. The reserved value is an IMPLEMENTATION DEFINED choice: 4
/// KiB.
constexpr std::array<std::uint8_t, 4> kGrainOfTg0 { 12, 16, 14, 12 };
constexpr std::array<std::uint8_t, 4> kGrainOfTg1 { 12, 14, 12, 16 };

/// IPS and PS. 0b111 is reserved: the largest size.
constexpr std::array<std::uint8_t, 8> kOutputBits { 32, 36, 40, 42, 44, 48, 52, 52 };
constexpr unsigned kPs52 = 6;

constexpr unsigned kGrain64K = 16;
constexpr int kFinalLevel = 3;
constexpr int kNoStart = 4;

/// Start level by granule and SL2:SL0. Level 3 with 4 KiB is FEAT_TTST; level 0 with 16 KiB and level -1 need
/// DS.
struct StartLevels {
    unsigned grainBits;
    std::array<int, 8> bySl;
};
constexpr std::array kStartLevels {
    StartLevels { 12, { 2, 1, 0, 3, -1, kNoStart, kNoStart, kNoStart } },
    StartLevels { 14, { 3, 2, 1, 0, 3, 2, 1, 0 } },
    StartLevels { 16, { 3, 2, 1, kNoStart, 3, 2, 1, kNoStart } },
};

unsigned field(std::uint64_t value, unsigned hi, unsigned lo)
{
    return static_cast<unsigned>(bits(value, hi, lo));
}

/// Sets the sizes that both stages decode alike; false if TxSZ is out of the range of the granule.
bool setSizes(LookupConfig& config, unsigned txsz, unsigned ps, bool ds)
{
    const bool is64K = config.grainBits == kGrain64K;
    config.wide = ds && !is64K;
    const unsigned largest = config.wide || is64K ? kPaBits : 48U;
    config.outputBits = std::min<unsigned>(kOutputBits[ps], largest);
    config.inputBits = 64 - txsz;
    const unsigned longest = is64K ? 47 : 48; // FEAT_TTST
    return txsz >= 64 - largest && txsz <= longest;
}

void setBase(LookupConfig& config, std::uint64_t ttbr, unsigned ps)
{
    unsigned alignment = config.inputBits - config.shift(config.startLevel) + 3;
    std::uint64_t base = ttbr & mask(47, 1);
    if (config.wide || (config.grainBits == kGrain64K && ps >= kPs52)) {
        alignment = std::max(alignment, 6U);
        base |= bits(ttbr, 5, 2) << 48;
    }
    config.base = base & ~mask(alignment - 1, 0);
    config.baseOutOfRange = (config.base >> config.outputBits) != 0;
}

} // namespace

LookupConfig stage1Config(const TranslationRegisters& regs, bool upperHalf)
{
    const std::uint64_t tcr = regs.tcr;
    LookupConfig config;
    config.grainBits = upperHalf ? kGrainOfTg1[field(tcr, 31, 30)] : kGrainOfTg0[field(tcr, 15, 14)];
    config.wideSh = static_cast<std::uint8_t>(upperHalf ? bits(tcr, 29, 28) : bits(tcr, 13, 12));
    config.hardwareAccessFlag = bit(tcr, 39);
    config.hardwareDirtyState = bit(tcr, 39) && bit(tcr, 40);
    const unsigned ips = field(tcr, 34, 32);
    const unsigned txsz = upperHalf ? field(tcr, 21, 16) : field(tcr, 5, 0);
    const bool disabled = bit(tcr, upperHalf ? 23 : 7); // EPD1, EPD0
    if (!setSizes(config, txsz, ips, bit(tcr, 59)) || disabled) {
        config.illegal = true;
        return config;
    }
    config.startLevel = kFinalLevel;
    while (config.shift(config.startLevel) + config.stride() < config.inputBits)
        --config.startLevel;
    setBase(config, upperHalf ? regs.ttbr1 : regs.ttbr0, ips);
    return config;
}

LookupConfig stage2Config(const TranslationRegisters& regs)
{
    const std::uint64_t vtcr = regs.vtcr;
    LookupConfig config;
    config.grainBits = kGrainOfTg0[field(vtcr, 15, 14)];
    config.wideSh = static_cast<std::uint8_t>(bits(vtcr, 13, 12));
    config.hardwareAccessFlag = bit(vtcr, 21);
    config.hardwareDirtyState = bit(vtcr, 21) && bit(vtcr, 22);
    const unsigned ps = field(vtcr, 18, 16);
    const bool sized = setSizes(config, field(vtcr, 5, 0), ps, bit(vtcr, 32));

    const unsigned sl = field(vtcr, 7, 6) | (config.wide && bit(vtcr, 33) ? 4U : 0U);
    const auto* row = std::find_if(kStartLevels.begin(), kStartLevels.end(),
        [&](const StartLevels& levels) { return levels.grainBits == config.grainBits; });
    config.startLevel = row->bySl[sl];
    const bool needsWide = config.grainBits == 14 && config.startLevel == 0;
    if (!sized || config.startLevel == kNoStart || (needsWide && !config.wide)) {
        config.illegal = true;
        return config;
    }
    // The start level must decode at least one bit, and at most one table's worth and four bits more: up to
    // 16 tables stand concatenated at the base.
    const unsigned lowest = config.shift(config.startLevel) + 1;
    const unsigned highest = lowest + (config.stride() - 1) + 4;
    config.illegal = config.inputBits < lowest || config.inputBits > highest;
    if (!config.illegal)
        setBase(config, regs.vttbr, ps);
    return config;
}

} // namespace fscope::mmu
