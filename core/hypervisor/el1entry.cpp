// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/hypervisor/el1entry.h"

#include "core/base/bits.h"

namespace fscope::hypervisor {

namespace {

using arch::RegId;
using arch::SysReg;

// SCTLR_EL1.
constexpr unsigned kSpan = 23;
constexpr unsigned kDssbs = 44;
// PSTATE, as in SPSR_EL1.
constexpr unsigned kSsbs = 12;
constexpr unsigned kIl = 20;
constexpr unsigned kSs = 21;

constexpr RegId system(SysReg reg)
{
    return { RegId::File::System, static_cast<std::uint8_t>(reg) };
}

void write(a64::CpuState& cpu, RegId reg, std::uint64_t value, StepObserver* observer)
{
    if (observer != nullptr)
        observer->onStep(
            RegisterWritten { reg, cpu.value(reg), { value, 0 }, RegisterWritten::Why::Exception });
    cpu.set(reg, { value, 0 });
}

/// AArch64.TakeException of the Arm ARM. NZCV, DIT and (FEAT_MTE being left out) TCO stay.
std::uint64_t entryPstate(std::uint64_t pstate, std::uint64_t sctlr)
{
    std::uint64_t value = pstate;
    value = withBits(value, 4, 0, arch::pstate::mode(1, true));
    value |= arch::pstate::kD | arch::pstate::kA | arch::pstate::kI | arch::pstate::kF;
    value = withBits(value, 11, 10, 0); // BTYPE
    value = withBits(value, kSsbs, kSsbs, bit(sctlr, kDssbs));
    value = withBits(value, kIl, kIl, 0);
    value = withBits(value, kSs, kSs, 0);
    value &= ~arch::pstate::kUao;
    if (!bit(sctlr, kSpan))
        value |= arch::pstate::kPan;
    return value;
}

} // namespace

unsigned enterEl1(
    a64::CpuState& cpu, std::uint64_t esr, std::uint64_t far, bool writeFar, StepObserver* observer)
{
    unsigned offset = 0x000;
    if (cpu.el() == 0)
        offset = 0x400;
    else if (arch::pstate::usesSpElx(cpu.pstate))
        offset = 0x200;

    write(cpu, system(SysReg::SpsrEl1), cpu.pstate, observer);
    write(cpu, system(SysReg::ElrEl1), cpu.pc, observer);
    write(cpu, system(SysReg::EsrEl1), esr, observer);
    if (writeFar)
        write(cpu, system(SysReg::FarEl1), far, observer);
    write(cpu, { RegId::File::Pstate, 0 }, entryPstate(cpu.pstate, cpu.translation.sctlr), observer);

    constexpr std::uint64_t kVectorMask = 0x7ff; // VBAR_EL1[10:0] are RES0
    const std::uint64_t vector = (cpu.vbarEl1 & ~kVectorMask) + offset;
    if (observer != nullptr)
        observer->onStep(PcAdvanced { cpu.pc, vector });
    cpu.pc = vector;
    return offset;
}

} // namespace fscope::hypervisor
