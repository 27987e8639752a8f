// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/a64/instruction.h"
#include "core/a64/operandnames.h"
#include "core/a64/systemword.h"

#include <fmt/format.h>

#include <iterator>

namespace fscope::a64 {

namespace {

// The operand in brackets, and what stands after it. An offset of zero is left out where nothing is written
// back.
void appendAddress(std::string& out, const Instruction& insn, Va pc)
{
    const auto to = std::back_inserter(out);
    const std::string base = insn.hasBase() ? baseName(insn.rn) : std::string();
    switch (insn.row->addressing) {
    case Addressing::Offset:
    case Addressing::Unscaled:
    case Addressing::Unprivileged:
        if (insn.immediate == 0)
            fmt::format_to(to, "[{}]", base);
        else
            fmt::format_to(to, "[{}, #{}]", base, insn.immediate);
        return;
    case Addressing::PreIndex:
        fmt::format_to(to, "[{}, #{}]!", base, insn.immediate);
        return;
    case Addressing::PostIndex:
        fmt::format_to(to, "[{}], #{}", base, insn.immediate);
        return;
    case Addressing::BaseOnly:
        fmt::format_to(to, "[{}]", base);
        return;
    case Addressing::Literal:
        fmt::format_to(to, "{:#x}", pc.value + static_cast<std::uint64_t>(insn.immediate));
        return;
    case Addressing::RegisterOffset:
        break;
    }
    fmt::format_to(to, "[{}, {}", base, offsetRegisterName(insn));
    if (insn.extend != Extend::Lsl)
        fmt::format_to(to, ", {}", extendName(insn.extend));
    if (insn.shiftBit)
        fmt::format_to(to, "{} #{}", insn.extend == Extend::Lsl ? ", lsl" : "", insn.shift);
    out += ']';
}

} // namespace

std::string disassemble(const Instruction& instruction, Va pc)
{
    const Row& row = *instruction.row;
    std::string out = row.mnemonic;
    out += ' ';
    if (row.operation == Operation::Prefetch) {
        out += prefetchName(instruction.rt);
    } else {
        out += dataRegisterName(row, instruction.rt);
        if (row.count == 2)
            out += ", " + dataRegisterName(row, instruction.rt2);
    }
    out += ", ";
    appendAddress(out, instruction, pc);
    return out;
}

std::string disassemble(std::uint32_t word, Va pc)
{
    const Decoded decoded = decode(word);
    if (decoded.status == DecodeStatus::Ok)
        return disassemble(decoded.instruction, pc);
    if (const auto system = systemWord(word))
        return system->text();
    return fmt::format(".inst 0x{:08x} ; {}", word,
        decoded.status == DecodeStatus::Unallocated ? std::string("undefined") : decoded.reason.str());
}

} // namespace fscope::a64
