// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/a64/execute.h"

#include "core/base/bits.h"

#include <bit>

namespace fscope::a64 {

namespace {

constexpr unsigned kSctlrE0e = 24; // SCTLR_EL1.E0E: endianness of data accesses at EL0
constexpr unsigned kSctlrEe = 25;  // SCTLR_EL1.EE: of data accesses at EL1, and of table walks

std::uint64_t reversed(std::uint64_t value)
{
    value = (value & 0x00ff00ff00ff00ffU) << 8 | (value >> 8 & 0x00ff00ff00ff00ffU);
    value = (value & 0x0000ffff0000ffffU) << 16 | (value >> 16 & 0x0000ffff0000ffffU);
    return value << 32 | value >> 32;
}

std::uint64_t offsetOf(const Instruction& instruction, const CpuState& cpu)
{
    const std::uint64_t value = cpu.xOrZero(instruction.rm);
    switch (instruction.extend) {
    case Extend::Uxtw:
        return zeroExtend(value, 32) << instruction.shift;
    case Extend::Sxtw:
        return signExtend(value, 32) << instruction.shift;
    case Extend::Lsl:
    case Extend::Sxtx: // 64 bits are all there is to extend
        return value << instruction.shift;
    }
    return value;
}

Va addressOf(const Instruction& instruction, const CpuState& cpu)
{
    const auto immediate = static_cast<std::uint64_t>(instruction.immediate);
    switch (instruction.row->addressing) {
    case Addressing::Literal:
        return Va(cpu.pc + immediate);
    case Addressing::PostIndex:
    case Addressing::BaseOnly:
        return Va(cpu.xOrSp(instruction.rn));
    case Addressing::RegisterOffset:
        return Va(cpu.xOrSp(instruction.rn) + offsetOf(instruction, cpu));
    case Addressing::Offset:
    case Addressing::Unscaled:
    case Addressing::PreIndex:
    case Addressing::Unprivileged:
        break;
    }
    return Va(cpu.xOrSp(instruction.rn) + immediate);
}

} // namespace

bool isBigEndian(const CpuState& cpu)
{
    return bit(cpu.translation.sctlr, cpu.el() == 0 ? kSctlrE0e : kSctlrEe);
}

U128 memoryOrder(U128 data, unsigned size, bool bigEndian)
{
    if (!bigEndian)
        return data;
    if (size > 8)
        return { reversed(data.hi), reversed(data.lo) };
    return { size == 0 ? 0 : reversed(data.lo) >> (64 - 8 * size), 0 };
}

AccessPlan planAccess(const Instruction& instruction, const CpuState& cpu)
{
    const Row& row = *instruction.row;
    AccessPlan plan;
    plan.count = row.count;
    plan.bigEndian = isBigEndian(cpu);
    plan.address = addressOf(instruction, cpu);
    const bool store = instruction.isStore();
    for (unsigned i = 0; i < row.count; ++i) {
        ElementAccess& element = plan.elements[i];
        const std::uint8_t number = i == 0 ? instruction.rt : instruction.rt2;
        element.address = plan.address + std::uint64_t { i } * row.size;
        element.size = row.size;
        element.write = store;
        element.reg = { row.fp ? arch::RegId::File::V : arch::RegId::File::X, number };
        element.zeroRegister = !row.fp && number == 31;
        if (!store)
            continue;
        U128 value = row.fp ? cpu.v[number] : U128 { cpu.xOrZero(number), 0 };
        if (row.size <= 8)
            value = { zeroExtend(value.lo, row.size * 8U), 0 };
        element.data = memoryOrder(value, row.size, plan.bigEndian);
    }
    if (instruction.writesBack()) {
        plan.writeBack = true;
        plan.base = instruction.rn == 31 ? cpu.spId() : arch::RegId { arch::RegId::File::X, instruction.rn };
        plan.baseValue = cpu.xOrSp(instruction.rn) + static_cast<std::uint64_t>(instruction.immediate);
    }
    return plan;
}

U128 loadedValue(const Instruction& instruction, U128 data, bool bigEndian)
{
    const Row& row = *instruction.row;
    const U128 value = memoryOrder(data, row.size, bigEndian);
    if (row.size > 8)
        return value;
    const unsigned width = row.size * 8U;
    if (!row.signExtend)
        return { zeroExtend(value.lo, width), 0 };
    return { zeroExtend(signExtend(value.lo, width), row.wide ? 64 : 32), 0 };
}

mmu::Access accessOf(const Instruction& instruction, const CpuState& cpu)
{
    mmu::Access access;
    access.kind = instruction.isStore() ? mmu::AccessKind::Write : mmu::AccessKind::Read;
    const bool asEl0
        = instruction.row->addressing == Addressing::Unprivileged && !(cpu.pstate & arch::pstate::kUao);
    access.el = asEl0 ? 0 : cpu.el();
    access.pan = access.el != 0 && (cpu.pstate & arch::pstate::kPan) != 0;
    return access;
}

arch::AbortSyndrome syndromeOf(const Instruction& instruction)
{
    const Row& row = *instruction.row;
    arch::AbortSyndrome syndrome;
    syndrome.isv = row.isv;
    if (!row.isv)
        return syndrome;
    syndrome.sas = static_cast<unsigned>(std::countr_zero(unsigned { row.size })) & 3U;
    syndrome.sse = row.signExtend;
    syndrome.srt = instruction.rt;
    syndrome.sf = row.wide;
    syndrome.ar = row.ordered;
    return syndrome;
}

} // namespace fscope::a64
