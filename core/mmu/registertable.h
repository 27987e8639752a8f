// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/mmu/walk.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace fscope::mmu {

/// The registers of EL1&0, stage 2 and what is above them, by the names that files and command lines use.
struct RegisterRow {
    const char* name;
    std::uint64_t TranslationRegisters::*member;
};
inline constexpr std::array kRegisterRows {
    RegisterRow { "sctlr_el1", &TranslationRegisters::sctlr },
    RegisterRow { "tcr_el1", &TranslationRegisters::tcr },
    RegisterRow { "ttbr0_el1", &TranslationRegisters::ttbr0 },
    RegisterRow { "ttbr1_el1", &TranslationRegisters::ttbr1 },
    RegisterRow { "mair_el1", &TranslationRegisters::mair },
    RegisterRow { "hcr_el2", &TranslationRegisters::hcr },
    RegisterRow { "vtcr_el2", &TranslationRegisters::vtcr },
    RegisterRow { "vttbr_el2", &TranslationRegisters::vttbr },
    RegisterRow { "sctlr_el2", &TranslationRegisters::sctlrEl2 },
    RegisterRow { "tcr2_el1", &TranslationRegisters::tcr2 },
    RegisterRow { "gpccr_el3", &TranslationRegisters::gpccr },
};

/// nullptr if there is none.
constexpr const RegisterRow* registerRow(std::string_view name)
{
    for (const RegisterRow& row : kRegisterRows)
        if (name == row.name)
            return &row;
    return nullptr;
}

} // namespace fscope::mmu
