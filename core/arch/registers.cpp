// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/registers.h"

#include <array>

namespace fscope::arch {
namespace {

constexpr std::array<const char*, kSysRegCount> kSysRegNames { "ESR_EL1", "FAR_EL1", "ELR_EL1", "SPSR_EL1",
    "VBAR_EL1", "SCTLR_EL1", "TCR_EL1", "TTBR0_EL1", "TTBR1_EL1", "MAIR_EL1", "HCR_EL2", "VTCR_EL2",
    "VTTBR_EL2" };

/// One letter per flag, a capital where it is set.
struct Letter {
    unsigned bit;
    char set;
    char clear;
};
constexpr std::array kConditions { Letter { 31, 'N', 'n' }, Letter { 30, 'Z', 'z' }, Letter { 29, 'C', 'c' },
    Letter { 28, 'V', 'v' } };
constexpr std::array kMasks { Letter { 9, 'D', 'd' }, Letter { 8, 'A', 'a' }, Letter { 7, 'I', 'i' },
    Letter { 6, 'F', 'f' } };

/// State that is worth a word only when it is set.
struct Word {
    unsigned bit;
    const char* text;
};
constexpr std::array kWords { Word { 25, "TCO" }, Word { 24, "DIT" }, Word { 23, "UAO" }, Word { 22, "PAN" },
    Word { 21, "SS" }, Word { 20, "IL" }, Word { 13, "ALLINT" }, Word { 12, "SSBS" } };

struct Mode32 {
    unsigned bits;
    const char* text;
};
constexpr std::array kModes32 { Mode32 { 0, "User" }, Mode32 { 1, "FIQ" }, Mode32 { 2, "IRQ" },
    Mode32 { 3, "Supervisor" }, Mode32 { 7, "Abort" }, Mode32 { 10, "Hyp" }, Mode32 { 11, "Undefined" },
    Mode32 { 15, "System" } };

std::string modeText(std::uint64_t value)
{
    const auto m = static_cast<unsigned>(bits(value, 3, 0));
    if (bit(value, 4)) {
        for (const Mode32& mode : kModes32) {
            if (mode.bits == m)
                return mode.text;
        }
        return "M=" + std::to_string(16 + m);
    }
    // M[1] is 0 in every AArch64 mode, and EL0 has no stack pointer of its own to choose.
    if ((m & 2) != 0 || m == 1)
        return "M=" + std::to_string(m);
    return "EL" + std::to_string(m >> 2) + ((m & 1) != 0 ? "h" : "t");
}

template <std::size_t N>
std::string letters(const std::array<Letter, N>& list, std::uint64_t value)
{
    std::string out;
    for (const Letter& letter : list)
        out += bit(value, letter.bit) ? letter.set : letter.clear;
    return out;
}

} // namespace

std::string pstate::text(std::uint64_t value)
{
    if (bit(value, 4)) {
        // AArch32 keeps T where AArch64 has a reserved bit, and has no D.
        return modeText(value) + ", " + letters(kConditions, value) + ", " + (bit(value, 5) ? "T32" : "A32")
            + ", " + letters(kMasks, value).substr(1);
    }
    std::string out = modeText(value) + ", " + letters(kConditions, value) + ", " + letters(kMasks, value);
    for (const Word& word : kWords) {
        if (bit(value, word.bit))
            out += std::string(", ") + word.text;
    }
    if (const std::uint64_t btype = bits(value, 11, 10); btype != 0)
        out += ", BTYPE=" + std::to_string(btype);
    return out;
}

std::string name(RegId reg)
{
    std::string number = std::to_string(reg.index);
    switch (reg.file) {
    case RegId::File::X:
        return reg.index == 31 ? "XZR" : "X" + number;
    case RegId::File::V:
        return "V" + number;
    case RegId::File::Sp:
        return "SP_EL" + number;
    case RegId::File::Pc:
        return "PC";
    case RegId::File::Pstate:
        return "PSTATE";
    case RegId::File::System:
        return reg.index < kSysRegNames.size() ? kSysRegNames[reg.index] : "System register " + number;
    }
    return number;
}

} // namespace fscope::arch
