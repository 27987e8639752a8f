// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/arch/field.h"

#include <cstdint>
#include <span>

namespace fscope::arch::vmx {

/// One VM-instruction error: why a VMX instruction ended with VMfailValid (ZF = 1).
struct InstructionError {
    std::uint32_t number = 0;
    const char* text = "";    ///< as the SDM names it; marked for translation
    const char* meaning = ""; ///< what to look at, a sentence; marked for translation
};

/// All defined errors, by number.
std::span<const InstructionError> instructionErrors();

/// The error of that number; nullptr for 0, 14, 21, 27 and all from 29 up, which the SDM does not define.
const InstructionError* instructionError(std::uint32_t number);

/// The 32-bit field of the VMCS (encoding 0x4400). It is written by no VM exit.
const RegisterLayout& instructionErrorLayout();

/// One sentence for a number, also for one that is not defined.
Text describeInstructionError(std::uint32_t number);

} // namespace fscope::arch::vmx
