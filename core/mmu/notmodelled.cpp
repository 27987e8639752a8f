// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/mmu/notmodelled.h"

#include "core/base/bits.h"

#include <array>

namespace fscope::mmu {
namespace {

using Condition = bool (*)(const TranslationRegisters&);

bool stage1IsOn(const TranslationRegisters& regs)
{
    return bit(regs.sctlr, 0) && !bit(regs.hcr, 12);
}
bool lowerHalfIsWalked(const TranslationRegisters& regs)
{
    return stage1IsOn(regs) && !bit(regs.tcr, 7);
}
bool upperHalfIsWalked(const TranslationRegisters& regs)
{
    return stage1IsOn(regs) && !bit(regs.tcr, 23);
}
bool stage2IsOn(const TranslationRegisters& regs)
{
    return bit(regs.hcr, 0) || bit(regs.hcr, 12);
}
bool always(const TranslationRegisters&)
{
    return true;
}

/// A field of one register that has to hold one of the values in a set.
struct Limit {
    Condition counts;
    std::uint64_t TranslationRegisters::*reg;
    unsigned hi;
    unsigned lo;
    unsigned modelled; ///< bit n set: value n is modelled
    const char* text;
};

constexpr unsigned kZero = 1U << 0;
/// Values of TG0 and TG1 that mean 4 KiB, the reserved one among them.
constexpr unsigned kTg0Is4K = 1U << 0 | 1U << 3;
constexpr unsigned kTg1Is4K = 1U << 0 | 1U << 2;

constexpr std::array kLimits {
    Limit { always, &TranslationRegisters::hcr, 27, 27, kZero,
        FSCOPE_TR("Core", "HCR_EL2.TGE is 1: the EL2&0 translation regime is not modelled.") },
    Limit { always, &TranslationRegisters::hcr, 34, 34, kZero,
        FSCOPE_TR("Core", "HCR_EL2.E2H is 1: the EL2&0 translation regime is not modelled.") },
    Limit { always, &TranslationRegisters::hcr, 42, 42, kZero,
        FSCOPE_TR("Core", "HCR_EL2.NV is 1: nested virtualization is not modelled.") },
    Limit { stage1IsOn, &TranslationRegisters::sctlr, 25, 25, kZero,
        FSCOPE_TR("Core", "SCTLR_EL1.EE is 1: big-endian translation tables are not modelled.") },
    Limit { lowerHalfIsWalked, &TranslationRegisters::tcr, 15, 14, kTg0Is4K,
        FSCOPE_TR("Core", "TCR_EL1.TG0 chooses a granule whose descriptors are not modelled; 4 KiB is.") },
    Limit { upperHalfIsWalked, &TranslationRegisters::tcr, 31, 30, kTg1Is4K,
        FSCOPE_TR("Core", "TCR_EL1.TG1 chooses a granule whose descriptors are not modelled; 4 KiB is.") },
    Limit { stage1IsOn, &TranslationRegisters::tcr, 59, 59, kZero,
        FSCOPE_TR("Core", "TCR_EL1.DS is 1: descriptors with 52-bit addresses are not modelled.") },
    Limit { stage2IsOn, &TranslationRegisters::hcr, 46, 46, kZero,
        FSCOPE_TR("Core", "HCR_EL2.FWB is 1: memory types forced by stage 2 are not modelled.") },
    Limit { stage2IsOn, &TranslationRegisters::vtcr, 15, 14, kTg0Is4K,
        FSCOPE_TR("Core", "VTCR_EL2.TG0 chooses a granule whose descriptors are not modelled; 4 KiB is.") },
    Limit { stage2IsOn, &TranslationRegisters::vtcr, 32, 32, kZero,
        FSCOPE_TR("Core", "VTCR_EL2.DS is 1: descriptors with 52-bit addresses are not modelled.") },
};

} // namespace

std::optional<Text> notModelled(const TranslationRegisters& regs)
{
    for (const Limit& limit : kLimits) {
        const auto value = static_cast<unsigned>(bits(regs.*limit.reg, limit.hi, limit.lo));
        if (limit.counts(regs) && !bit(limit.modelled, value))
            return Text(limit.text);
    }
    return std::nullopt;
}

} // namespace fscope::mmu
