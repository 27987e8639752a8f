// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/a64/operandnames.h"

#include <fmt/format.h>

#include <array>

namespace fscope::a64 {

char dataRegisterLetter(const Row& row)
{
    if (!row.fp)
        return row.wide ? 'x' : 'w';
    switch (row.size) {
    case 1:
        return 'b';
    case 2:
        return 'h';
    case 4:
        return 's';
    case 8:
        return 'd';
    default:
        return 'q';
    }
}

std::string dataRegisterName(const Row& row, unsigned number)
{
    const char letter = dataRegisterLetter(row);
    if (!row.fp && number == 31)
        return fmt::format("{}zr", letter);
    return fmt::format("{}{}", letter, number);
}

std::string baseName(unsigned number)
{
    return number == 31 ? std::string("sp") : fmt::format("x{}", number);
}

std::string offsetRegisterName(const Instruction& instruction)
{
    const bool wide = instruction.extend == Extend::Lsl || instruction.extend == Extend::Sxtx;
    const char letter = wide ? 'x' : 'w';
    return instruction.rm == 31 ? fmt::format("{}zr", letter) : fmt::format("{}{}", letter, instruction.rm);
}

const char* extendName(Extend extend)
{
    switch (extend) {
    case Extend::Uxtw:
        return "uxtw";
    case Extend::Lsl:
        return "lsl";
    case Extend::Sxtw:
        return "sxtw";
    case Extend::Sxtx:
        return "sxtx";
    }
    return "";
}

std::string prefetchName(unsigned prfop)
{
    // Type 4:3, target 2:1, policy 0. Arm ARM C6.2 "PRFM (immediate)".
    static constexpr std::array<const char*, 3> kTypes = { "pld", "pli", "pst" };
    const unsigned type = prfop >> 3;
    const unsigned target = prfop >> 1 & 3U;
    if (type >= kTypes.size() || target == 3)
        return fmt::format("#0x{:02x}", prfop);
    return fmt::format("{}l{}{}", kTypes[type], target + 1, (prfop & 1U) != 0 ? "strm" : "keep");
}

} // namespace fscope::a64
