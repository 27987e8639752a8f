// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/mmu/regime.h"

#include "core/base/bits.h"

namespace fscope::mmu {
namespace {

/// SCTLR_ELx.
constexpr unsigned kM = 0;
constexpr unsigned kC = 2;
constexpr unsigned kI = 12;
constexpr unsigned kWxn = 19;
constexpr unsigned kEpan = 57;

/// HCR_EL2.
constexpr unsigned kVm = 0;
constexpr unsigned kPtw = 2;
constexpr unsigned kDc = 12;
constexpr unsigned kTge = 27;
constexpr unsigned kCd = 32;
constexpr unsigned kId = 33;
constexpr unsigned kE2h = 34;
constexpr unsigned kNv = 42;
constexpr unsigned kNv1 = 43;
constexpr unsigned kFwb = 46;

constexpr unsigned kNone = 64;

/// The single-bit fields of TCR_ELx for one range of addresses; kNone where there is no such field.
struct TcrBits {
    unsigned tbi;
    unsigned tbid;
    unsigned hpd;
    unsigned e0pd;
};
constexpr TcrBits kLowerHalf { 37, 51, 41, 55 };
constexpr TcrBits kUpperHalf { 38, 52, 42, 56 };
constexpr TcrBits kEl2Form { 20, 29, 24, kNone };

bool has(std::uint64_t value, unsigned n)
{
    return n != kNone && bit(value, n);
}

/// A host with its applications runs at EL2 and EL0: fields of HCR_EL2 that are for guests count as 0.
bool isHost(const TranslationRegisters& regs)
{
    return bit(regs.hcr, kE2h) && bit(regs.hcr, kTge);
}

bool stage1IsOn(const TranslationRegisters& regs)
{
    const bool off
        = regs.regime == Regime::El10 && !isHost(regs) && (bit(regs.hcr, kDc) || bit(regs.hcr, kTge));
    return bit(regs.sctlr, kM) && !off;
}

} // namespace

Stage1Settings stage1Settings(const TranslationRegisters& regs, bool upperHalf)
{
    const TcrBits& fields = regs.regime == Regime::El2 ? kEl2Form : upperHalf ? kUpperHalf : kLowerHalf;
    const bool el10 = regs.regime == Regime::El10;
    Stage1Settings out;
    out.on = stage1IsOn(regs);
    out.defaultCacheable = el10 && !isHost(regs) && bit(regs.hcr, kDc);
    const bool tbi = has(regs.tcr, fields.tbi);
    const unsigned dataTop = tbi ? 55 : 63;
    const unsigned fetchTop = tbi && !has(regs.tcr, fields.tbid) ? 55 : 63;
    out.dataCacheable = bit(regs.sctlr, kC);
    out.fetchCacheable = bit(regs.sctlr, kI);
    if (out.on)
        out.lookup = stage1Config(regs, upperHalf);
    if (!out.lookup.illegal) {
        const unsigned first = out.on ? out.lookup.inputBits : kPaBits;
        out.dataRange = mask(dataTop, first);
        out.fetchRange = mask(fetchTop, first);
    }
    if (!out.on)
        return out;
    out.rules.wxn = bit(regs.sctlr, kWxn);
    out.rules.epan = bit(regs.sctlr, kEpan);
    out.rules.unprivileged = regs.regime != Regime::El2;
    out.rules.nv1 = el10 && !isHost(regs) && bit(regs.hcr, kNv) && bit(regs.hcr, kNv1);
    out.rules.dirtyManaged = out.lookup.hardwareDirtyState;
    out.mair = regs.mair;
    out.tableMask = has(regs.tcr, fields.hpd) ? 0 : mask(62, 59);
    out.flip = upperHalf ? ~std::uint64_t { 0 } : 0;
    out.asid = asidOf(regs);
    out.noUser = has(regs.tcr, fields.e0pd);
    return out;
}

Stage2Settings stage2Settings(const TranslationRegisters& regs)
{
    Stage2Settings out;
    out.on = regs.regime == Regime::El10 && !isHost(regs) && (bit(regs.hcr, kVm) || bit(regs.hcr, kDc));
    if (!out.on)
        return out;
    out.lookup = stage2Config(regs);
    out.protectTables = bit(regs.hcr, kPtw) && !bit(regs.hcr, kTge);
    out.dataNonCacheable = bit(regs.hcr, kCd);
    out.fetchNonCacheable = bit(regs.hcr, kId);
    out.forcesWriteBack = bit(regs.hcr, kFwb);
    return out;
}

TranslationRegime::TranslationRegime(const TranslationRegisters& regs)
    : m_halves { stage1Settings(regs, false),
        regs.regime == Regime::El2 ? Stage1Settings {} : stage1Settings(regs, true) }
    , m_stage2(stage2Settings(regs))
    , m_regime(regs.regime)
{ }

} // namespace fscope::mmu
