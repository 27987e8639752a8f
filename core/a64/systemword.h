// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/mmu/tlbi.h"

#include <cstdint>
#include <optional>
#include <string>

namespace fscope::a64 {

/// The System instructions that matter to translations: TLB maintenance, barriers, NOP.
///
/// They make no access, so they are no rows of the decode table and never the instruction of a data abort.
struct SystemWord {
    enum class Kind : std::uint8_t { Tlbi, Dsb, Dmb, Isb, Nop };
    Kind kind = Kind::Nop;
    std::optional<mmu::TlbiInstruction> tlbi;
    unsigned rt = 31;    ///< operand of a TLBI that takes one
    unsigned option = 0; ///< CRm of a barrier
    bool nxs = false;    ///< DSB of FEAT_XS
    /// "tlbi vae1is, x4", "dsb ish".
    std::string text() const;
};

/// Nothing for every other word. Source: Arm ARM C4.1, "Barriers", "Hints", "System instructions".
std::optional<SystemWord> systemWord(std::uint32_t word);

/// The word of a TLBI, for programs.
std::uint32_t tlbiWord(const mmu::TlbiInstruction& instruction, unsigned rt);

} // namespace fscope::a64
