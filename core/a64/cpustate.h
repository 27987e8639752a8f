// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/arch/registers.h"
#include "core/base/bits.h"
#include "core/mmu/walk.h"

#include <array>
#include <cstdint>

namespace fscope::a64 {

/// The registers of one vCPU at EL1 or EL0, and the EL1 and EL2 System registers that an intercept depends
/// on.
struct CpuState {
    std::array<std::uint64_t, 31> x {};
    std::array<U128, 32> v {};
    std::uint64_t spEl0 = 0;
    std::uint64_t spEl1 = 0;
    std::uint64_t pc = 0;
    std::uint64_t pstate = arch::pstate::mode(1, true); ///< layout of SPSR_EL2
    std::uint64_t esrEl1 = 0;
    std::uint64_t farEl1 = 0;
    std::uint64_t elrEl1 = 0;
    std::uint64_t spsrEl1 = 0;
    std::uint64_t vbarEl1 = 0;
    mmu::TranslationRegisters translation;

    unsigned el() const { return arch::pstate::el(pstate); }
    /// X[n], 31 being the zero register.
    std::uint64_t xOrZero(unsigned n) const { return n < 31 ? x[n] : 0; }
    /// X[n], 31 being the current stack pointer.
    std::uint64_t xOrSp(unsigned n) const { return n < 31 ? x[n] : sp(); }
    std::uint64_t sp() const { return arch::pstate::usesSpElx(pstate) ? spEl1 : spEl0; }
    arch::RegId spId() const
    {
        return { arch::RegId::File::Sp, static_cast<std::uint8_t>(arch::pstate::usesSpElx(pstate) ? 1 : 0) };
    }
    U128 value(arch::RegId reg) const;
    void set(arch::RegId reg, U128 value);
    bool operator==(const CpuState&) const = default;
};

} // namespace fscope::a64
