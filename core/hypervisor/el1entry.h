// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/a64/cpustate.h"
#include "core/hypervisor/microstep.h"

#include <cstdint>

namespace fscope::hypervisor {

/// Enters EL1 with a synchronous exception, as the CPU does: SPSR_EL1, ELR_EL1, ESR_EL1, PSTATE and PC (Arm
/// ARM D1.3). FAR_EL1 is written only if @p writeFar. Reports a RegisterWritten for each register, then
/// PcAdvanced.
/// @return the vector's offset from VBAR_EL1: 0x000 or 0x200 from EL1 (SP_EL0, SP_EL1), 0x400 from EL0
unsigned enterEl1(
    a64::CpuState& cpu, std::uint64_t esr, std::uint64_t far, bool writeFar, StepObserver* observer);

} // namespace fscope::hypervisor
