// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/arch/report.h"
#include "core/base/address.h"

#include <cstdint>

namespace fscope::a64 {

/// An instruction word decoded as registers are: the pieces of its encoding as fields, its text as the
/// sentence, and whether a stage 2 Data Abort of it is described (ISV) with the reason. Any word; one outside
/// the table has no fields.
arch::Report reportOf(std::uint32_t word, Va pc = Va(0));

} // namespace fscope::a64
