// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/a64/cpustate.h"
#include "core/base/bits.h"

#include <optional>
#include <string>
#include <string_view>

namespace fscope::scenario {

/// Width in bits of the register a scenario calls @p name; nullopt if there is none of that name.
std::optional<unsigned> registerWidth(std::string_view name);

/// The value of that register, and setting it. @p name has a width.
U128 registerValue(const a64::CpuState& cpu, std::string_view name);
void setRegister(a64::CpuState& cpu, std::string_view name, U128 value);

/// The names, for messages: "x0 to x30, v0 to v31, pc, ...".
std::string registerNames();

} // namespace fscope::scenario
