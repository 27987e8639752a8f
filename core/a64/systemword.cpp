// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/a64/systemword.h"

#include "core/base/bits.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace fscope::a64 {
namespace {

constexpr std::uint32_t kSys = 0xd5080000; ///< SYS, op0 = 1, without result
constexpr std::uint32_t kSysMask = 0xfff80000;
constexpr unsigned kNoRegister = 31;
constexpr unsigned kIsbSy = 15;

struct FixedWord {
    std::uint32_t mask;
    std::uint32_t value;
    SystemWord::Kind kind;
    bool nxs;
};
constexpr std::array kFixed {
    FixedWord { 0xfffff0ff, 0xd503309f, SystemWord::Kind::Dsb, false },
    FixedWord { 0xfffff3ff, 0xd503323f, SystemWord::Kind::Dsb, true },
    FixedWord { 0xfffff0ff, 0xd50330bf, SystemWord::Kind::Dmb, false },
    FixedWord { 0xfffff0ff, 0xd50330df, SystemWord::Kind::Isb, false },
    FixedWord { 0xffffffff, 0xd503201f, SystemWord::Kind::Nop, false },
};

/// By CRm; empty: a number.
constexpr std::array<const char*, 16> kOptions { "", "oshld", "oshst", "osh", "", "nshld", "nshst", "nsh", "",
    "ishld", "ishst", "ish", "", "ld", "st", "sy" };

std::string optionText(unsigned option)
{
    const char* name = kOptions[option];
    return *name != 0 ? std::string(name) : "#" + std::to_string(option);
}

} // namespace

std::string SystemWord::text() const
{
    switch (kind) {
    case Kind::Tlbi: {
        std::string out = "tlbi " + tlbi->name();
        std::transform(out.begin(), out.end(), out.begin(),
            [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        if (tlbi->row->takesOperand)
            out += rt == kNoRegister ? std::string(", xzr") : ", x" + std::to_string(rt);
        return out;
    }
    case Kind::Dsb:
        // CRm<3:2> chooses the domain; the nXS forms are for all accesses.
        return nxs ? "dsb " + optionText(option | 3U) + "nxs" : "dsb " + optionText(option);
    case Kind::Dmb:
        return "dmb " + optionText(option);
    case Kind::Isb:
        return option == kIsbSy ? std::string("isb") : "isb #" + std::to_string(option);
    case Kind::Nop:
        return "nop";
    }
    return {};
}

std::optional<SystemWord> systemWord(std::uint32_t word)
{
    const auto crm = static_cast<unsigned>(bits(word, 11, 8));
    for (const FixedWord& row : kFixed)
        if ((word & row.mask) == row.value)
            return SystemWord { row.kind, {}, kNoRegister, crm, row.nxs };
    if ((word & kSysMask) != kSys)
        return std::nullopt;
    const auto tlbi = mmu::tlbiOf(static_cast<unsigned>(bits(word, 18, 16)),
        static_cast<unsigned>(bits(word, 15, 12)), crm, static_cast<unsigned>(bits(word, 7, 5)));
    const auto rt = static_cast<unsigned>(bits(word, 4, 0));
    if (!tlbi || (!tlbi->row->takesOperand && rt != kNoRegister))
        return std::nullopt;
    return SystemWord { SystemWord::Kind::Tlbi, tlbi, rt, 0, false };
}

std::uint32_t tlbiWord(const mmu::TlbiInstruction& instruction, unsigned rt)
{
    const mmu::TlbiRow::Place place = instruction.row->places[static_cast<std::size_t>(instruction.scope)];
    const std::uint32_t crn = instruction.nxs ? 9 : 8;
    const std::uint32_t reg = instruction.row->takesOperand ? rt & 31U : kNoRegister;
    return kSys | std::uint32_t { instruction.row->op1 } << 16U | crn << 12U
        | std::uint32_t { place.crm } << 8U | std::uint32_t { place.op2 } << 5U | reg;
}

} // namespace fscope::a64
