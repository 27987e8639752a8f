// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/a64/cpustate.h"

namespace fscope::a64 {

namespace {

using arch::RegId;
using arch::SysReg;

// By the order of SysReg: where the register lives, in the vCPU or among the translation registers.
struct SystemRegister {
    SysReg name;
    std::uint64_t CpuState::*own;
    std::uint64_t mmu::TranslationRegisters::*translation;
};
constexpr SystemRegister kSystemRegisters[] = {
    { SysReg::EsrEl1, &CpuState::esrEl1, nullptr },
    { SysReg::FarEl1, &CpuState::farEl1, nullptr },
    { SysReg::ElrEl1, &CpuState::elrEl1, nullptr },
    { SysReg::SpsrEl1, &CpuState::spsrEl1, nullptr },
    { SysReg::VbarEl1, &CpuState::vbarEl1, nullptr },
    { SysReg::SctlrEl1, nullptr, &mmu::TranslationRegisters::sctlr },
    { SysReg::TcrEl1, nullptr, &mmu::TranslationRegisters::tcr },
    { SysReg::Ttbr0El1, nullptr, &mmu::TranslationRegisters::ttbr0 },
    { SysReg::Ttbr1El1, nullptr, &mmu::TranslationRegisters::ttbr1 },
    { SysReg::MairEl1, nullptr, &mmu::TranslationRegisters::mair },
    { SysReg::HcrEl2, nullptr, &mmu::TranslationRegisters::hcr },
    { SysReg::VtcrEl2, nullptr, &mmu::TranslationRegisters::vtcr },
    { SysReg::VttbrEl2, nullptr, &mmu::TranslationRegisters::vttbr },
};
static_assert(std::size(kSystemRegisters) == arch::kSysRegCount);

// The 64-bit register of that name, or null: V registers, XZR and names that do not exist.
template <typename State>
auto* place64(State& state, RegId reg)
{
    using Value = std::conditional_t<std::is_const_v<State>, const std::uint64_t, std::uint64_t>;
    Value* none = nullptr;
    switch (reg.file) {
    case RegId::File::X:
        return reg.index < state.x.size() ? &state.x[reg.index] : none;
    case RegId::File::V:
        return none;
    case RegId::File::Sp:
        return reg.index == 0 ? &state.spEl0 : reg.index == 1 ? &state.spEl1 : none;
    case RegId::File::Pc:
        return &state.pc;
    case RegId::File::Pstate:
        return &state.pstate;
    case RegId::File::System:
        if (reg.index >= std::size(kSystemRegisters))
            return none;
        const SystemRegister& row = kSystemRegisters[reg.index];
        return row.own != nullptr ? &(state.*row.own) : &(state.translation.*row.translation);
    }
    return none;
}

} // namespace

U128 CpuState::value(RegId reg) const
{
    if (reg.file == RegId::File::V)
        return reg.index < v.size() ? v[reg.index] : U128 {};
    const std::uint64_t* place = place64(*this, reg);
    return { place != nullptr ? *place : 0, 0 };
}

void CpuState::set(RegId reg, U128 newValue)
{
    if (reg.file == RegId::File::V) {
        if (reg.index < v.size())
            v[reg.index] = newValue;
        return;
    }
    if (std::uint64_t* place = place64(*this, reg); place != nullptr)
        *place = newValue.lo;
}

} // namespace fscope::a64
