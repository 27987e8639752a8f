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

/// Where the fields of TCR_ELx stand for one range of addresses. TCR_EL2 has a form of its own while
/// HCR_EL2.E2H is 0.
struct TcrForm {
    unsigned txsz;
    unsigned tg;
    const std::array<std::uint8_t, 4>& grains;
    unsigned sh;
    unsigned epd; ///< kNone: no such bit
    unsigned ps;
    unsigned ha;
    unsigned ds;
};
constexpr unsigned kNone = 64;
constexpr TcrForm kLowerHalf { 0, 14, kGrainOfTg0, 12, 7, 32, 39, 59 };
constexpr TcrForm kUpperHalf { 16, 30, kGrainOfTg1, 28, 23, 32, 39, 59 };
constexpr TcrForm kEl2Form { 0, 14, kGrainOfTg0, 12, kNone, 16, 21, 32 };

/// SCTLR_ELx.EE.
constexpr unsigned kEe = 25;

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
    config.addressMask = mask(config.wide ? 49 : 47, config.grainBits);
    if (config.wide) {
        config.highMask = mask(9, 8);
        config.highShift = 50 - 8;
    } else if (is64K) {
        config.highMask = mask(15, 12);
        config.highShift = 48 - 12;
    }
    // Level 2 always; level 1 with 4 KiB, with 64 KiB (FEAT_LPA), or with wide descriptors; level 0 with wide
    // 4 KiB.
    const bool is4K = config.grainBits == 12;
    const int highest = is4K ? (config.wide ? 0 : 1) : (is64K || config.wide ? 1 : 2);
    for (int level = highest; level < kFinalLevel; ++level)
        config.blockLevels |= 1U << (level + 1);
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
    config.startShift = config.shift(config.startLevel);
    config.startIndexMask = mask(config.inputBits - config.startShift - 1, 0);
    config.tableIndexMask = mask(config.stride() - 1, 0);
}

} // namespace

unsigned LookupConfig::contiguousLog2(int level) const
{
    switch (grainBits) {
    case 12:
        return level >= 1 ? 4 : 0;
    case 14:
        return level == 3 ? 7 : level == 2 ? 5 : 0;
    default:
        return level >= 2 ? 5 : 0;
    }
}

LookupConfig stage1Config(const TranslationRegisters& regs, bool upperHalf)
{
    const bool el2 = regs.regime == Regime::El2;
    const TcrForm& form = el2 ? kEl2Form : upperHalf ? kUpperHalf : kLowerHalf;
    const std::uint64_t tcr = regs.tcr;
    LookupConfig config;
    config.grainBits = form.grains[field(tcr, form.tg + 1, form.tg)];
    config.wideSh = static_cast<std::uint8_t>(field(tcr, form.sh + 1, form.sh));
    config.hardwareAccessFlag = bit(tcr, form.ha);
    config.hardwareDirtyState = bit(tcr, form.ha) && bit(tcr, form.ha + 1);
    config.bigEndian = bit(regs.sctlr, kEe);
    const unsigned ips = field(tcr, form.ps + 2, form.ps);
    const unsigned txsz = field(tcr, form.txsz + 5, form.txsz);
    const bool disabled = form.epd != kNone && bit(tcr, form.epd);
    if (!setSizes(config, txsz, ips, bit(tcr, form.ds)) || disabled) {
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
    config.bigEndian = bit(regs.sctlrEl2, kEe);
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

std::uint16_t asidOf(const TranslationRegisters& regs)
{
    if (regs.regime == Regime::El2)
        return 0;
    const std::uint64_t ttbr = bit(regs.tcr, 22) ? regs.ttbr1 : regs.ttbr0;         // A1
    return static_cast<std::uint16_t>(bits(ttbr, bit(regs.tcr, 36) ? 63 : 55, 48)); // AS
}

std::uint16_t vmidOf(const TranslationRegisters& regs)
{
    if (regs.regime != Regime::El10)
        return 0;
    return static_cast<std::uint16_t>(bits(regs.vttbr, bit(regs.vtcr, 19) ? 63 : 55, 48)); // VS
}

} // namespace fscope::mmu
