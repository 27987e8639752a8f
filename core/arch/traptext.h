// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <cstdint>
#include <string>

namespace fscope::arch {

/// The instruction an ESR stands for, in the assembler's syntax: "MRS x3, SCTLR_EL1", "WFIT x3", "HVC #0x0",
/// "MCR p15, 1, r23, c14, c13, 0", "ERETAA". Empty for classes that do not tell the instruction. Any value.
std::string instructionOf(std::uint64_t esr);

} // namespace fscope::arch
