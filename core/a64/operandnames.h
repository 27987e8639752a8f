// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/a64/instruction.h"

#include <string>

/// Names of operands as assembly text spells them.
namespace fscope::a64 {

/// The width letter of the registers a row loads or stores: 'w', 'x', 'b', 'h', 's', 'd' or 'q'.
char dataRegisterLetter(const Row& row);
/// "w5", "xzr", "q31".
std::string dataRegisterName(const Row& row, unsigned number);
/// "x5", "sp".
std::string baseName(unsigned number);
/// Rm with the width its extend reads: "w5", "xzr".
std::string offsetRegisterName(const Instruction& instruction);
/// "uxtw", "lsl", "sxtw", "sxtx".
const char* extendName(Extend extend);
/// "pldl1keep", or "#0x06" for an operation without a name. @p prfop is 0 to 31.
std::string prefetchName(unsigned prfop);

} // namespace fscope::a64
