// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/memory/guestmemory.h"
#include "core/mmu/faultreport.h"
#include "core/mmu/walk.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace fscope::mmu {

/// An address translation instruction. S1E2R and S1E2W translate by the regime of EL2, the others by EL1&0,
/// or by EL2&0 where the host executes them (HCR_EL2.E2H and TGE).
struct AtInstruction {
    const char* name; ///< as in "AT S1E1R": "S1E1R"
    AccessKind kind;
    unsigned el;     ///< whose rights are asked for
    bool bothStages; ///< PAR_EL1 gets the result of stage 2, else that of stage 1
    bool underPan;   ///< subject to PSTATE.PAN (FEAT_PAN2)
};

std::span<const AtInstruction> atInstructions();
/// The row of a name, in capitals or not; nullptr if there is none.
const AtInstruction* atInstructionNamed(std::string_view name);

/// What the walk of an AT instruction is asked: it does not mark pages as written to.
/// @param pan  PSTATE.PAN
Access accessOf(const AtInstruction& at, bool pan, bool writeBack = false);

/// PAR_EL1 of a walk, in the 64-bit form. NS and the IMPLEMENTATION DEFINED bits are 0.
/// Rule: Arm ARM D24.2, PAR_EL1.
std::uint64_t parOf(const WalkResult& result, bool bothStages);

/// What an AT instruction leaves behind: PAR_EL1, or an exception.
struct AtResult {
    std::optional<std::uint64_t> par;
    std::optional<FaultReport> exception; ///< PAR_EL1 is UNKNOWN then
    WalkResult walk;
};

/// Judges the walk of an AT instruction. An External abort on the walk is taken as a Data Abort; so is, for
/// an instruction that EL1 executes, a stage-2 fault on the stage-1 walk. All else goes to PAR_EL1.
/// @param el  that executes the instruction: 1 or 2
/// Rule: Arm ARM D8.16, "Address translation instructions".
AtResult atResult(
    const TranslationRegisters& regs, const AtInstruction& at, Va va, unsigned el, const WalkResult& walk);

/// Executes an AT instruction: walks, and judges the walk.
AtResult executeAt(const TranslationRegisters& regs, const memory::GuestMemory& memory,
    const AtInstruction& at, Va va, unsigned el, bool pan, bool writeBack, WalkTrace* trace = nullptr);

} // namespace fscope::mmu
