// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/hypervisor/intercept.h"
#include "core/machine/guest.h"
#include "core/machine/source.h"
#include "core/trace/a64record.h"

#include <vector>

namespace fscope::trace {

/// Where a guest differs from what a recording says it became: PC, X0 to X30, both SPs, V0 to V31, PSTATE and
/// the data window, in that order; for an exception taken to EL1 also its System registers.
///
/// @param expected  Executed or TakenToEl1
/// @param after     the guest made by buildGuest(), after the instruction or the hypervisor's answer
std::vector<machine::Difference> compareState(
    const A64Record& record, const A64Outcome& expected, const machine::Guest& after);

/// Where an intercept differs from a recorded abort: ESR_EL2, FAR_EL2, HPFAR_EL2 unless the recording calls
/// it UNKNOWN, ELR_EL2 (the PC) and SPSR_EL2.
std::vector<machine::Difference> compareAbort(
    const A64Outcome& expected, const hypervisor::Intercept& actual);

} // namespace fscope::trace
