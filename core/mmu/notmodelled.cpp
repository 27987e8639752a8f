// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/mmu/notmodelled.h"

#include "core/base/bits.h"

#include <algorithm>
#include <array>

namespace fscope::mmu {
namespace {

using Condition = bool (*)(const TranslationRegisters&);

bool stage1IsOn(const TranslationRegisters& regs)
{
    return bit(regs.sctlr, 0) && (regs.regime != Regime::El10 || !bit(regs.hcr, 12));
}
bool stage2IsOn(const TranslationRegisters& regs)
{
    return regs.regime == Regime::El10 && (bit(regs.hcr, 0) || bit(regs.hcr, 12));
}
bool isEl10(const TranslationRegisters& regs)
{
    return regs.regime == Regime::El10;
}
bool hasTwoHalves(const TranslationRegisters& regs)
{
    return regs.regime != Regime::El2 && stage1IsOn(regs);
}
bool always(const TranslationRegisters&)
{
    return true;
}

/// A bit that has to be 0.
struct Limit {
    Condition counts;
    std::uint64_t TranslationRegisters::*reg;
    unsigned place;
    const char* text;
};

using Regs = TranslationRegisters;

constexpr std::array kLimits {
    Limit { isEl10, &Regs::hcr, 27,
        FSCOPE_TR("Core", "HCR_EL2.TGE is 1: EL0 belongs to the host, which is not modelled.") },
    Limit { isEl10, &Regs::hcr, 42,
        FSCOPE_TR("Core", "HCR_EL2.NV is 1: nested virtualization is not modelled.") },
    Limit { isEl10, &Regs::hcr, 57,
        FSCOPE_TR("Core", "HCR_EL2.DCT is 1: memory with Allocation Tags is not modelled.") },
    Limit { always, &Regs::gpccr, 16,
        FSCOPE_TR("Core", "GPCCR_EL3.GPC is 1: granule protection checks are not modelled.") },
    Limit { hasTwoHalves, &Regs::tcr, 60,
        FSCOPE_TR("Core", "TCR_EL1.MTX0 is 1: tags without address bits are not modelled.") },
    Limit { hasTwoHalves, &Regs::tcr, 61,
        FSCOPE_TR("Core", "TCR_EL1.MTX1 is 1: tags without address bits are not modelled.") },
    Limit { stage1IsOn, &Regs::tcr2, 0,
        FSCOPE_TR("Core", "TCR2_EL1.PnCH is 1: the Protected attribute is not modelled.") },
    Limit { stage1IsOn, &Regs::tcr2, 1,
        FSCOPE_TR("Core", "TCR2_EL1.PIE is 1: stage 1 permission indirection is not modelled.") },
    Limit { stage1IsOn, &Regs::tcr2, 2,
        FSCOPE_TR("Core", "TCR2_EL1.E0POE is 1: permission overlays of EL0 are not modelled.") },
    Limit { stage1IsOn, &Regs::tcr2, 3,
        FSCOPE_TR("Core", "TCR2_EL1.POE is 1: stage 1 permission overlays are not modelled.") },
    Limit { stage1IsOn, &Regs::tcr2, 4,
        FSCOPE_TR("Core", "TCR2_EL1.AIE is 1: the extended attribute index is not modelled.") },
    Limit { stage1IsOn, &Regs::tcr2, 5,
        FSCOPE_TR("Core", "TCR2_EL1.D128 is 1: 128-bit descriptors are not modelled.") },
    Limit { stage1IsOn, &Regs::tcr2, 11,
        FSCOPE_TR("Core", "TCR2_EL1.HAFT is 1: the Access flag of table descriptors is not modelled.") },
    Limit { hasTwoHalves, &Regs::tcr2, 16,
        FSCOPE_TR("Core", "TCR2_EL1.A2 is 1: two address space identifiers are not modelled.") },
    Limit { stage2IsOn, &Regs::vtcr, 34,
        FSCOPE_TR("Core", "VTCR_EL2.AssuredOnly is 1: the AssuredOnly attribute is not modelled.") },
    Limit { stage2IsOn, &Regs::vtcr, 35,
        FSCOPE_TR("Core", "VTCR_EL2.TL1 is 1: the TopLevel checks are not modelled.") },
    Limit { stage2IsOn, &Regs::vtcr, 36,
        FSCOPE_TR("Core", "VTCR_EL2.S2PIE is 1: stage 2 permission indirection is not modelled.") },
    Limit { stage2IsOn, &Regs::vtcr, 37,
        FSCOPE_TR("Core", "VTCR_EL2.S2POE is 1: stage 2 permission overlays are not modelled.") },
    Limit { stage2IsOn, &Regs::vtcr, 38,
        FSCOPE_TR("Core", "VTCR_EL2.D128 is 1: 128-bit descriptors are not modelled.") },
    Limit { stage2IsOn, &Regs::vtcr, 40,
        FSCOPE_TR("Core", "VTCR_EL2.GCSH is 1: assured Guarded Control Stacks are not modelled.") },
    Limit { stage2IsOn, &Regs::vtcr, 41,
        FSCOPE_TR("Core", "VTCR_EL2.TL0 is 1: the TopLevel checks are not modelled.") },
    Limit { stage2IsOn, &Regs::vtcr, 44,
        FSCOPE_TR("Core", "VTCR_EL2.HAFT is 1: the Access flag of table descriptors is not modelled.") },
    Limit { stage2IsOn, &Regs::vtcr, 45,
        FSCOPE_TR("Core", "VTCR_EL2.HDBSS is 1: the dirty state tracking structure is not modelled.") },
};

} // namespace

std::optional<Text> notModelled(const TranslationRegisters& regs)
{
    const auto* found = std::find_if(kLimits.begin(), kLimits.end(),
        [&](const Limit& limit) { return bit(regs.*limit.reg, limit.place) && limit.counts(regs); });
    return found == kLimits.end() ? std::nullopt : std::optional(Text(found->text));
}

} // namespace fscope::mmu
