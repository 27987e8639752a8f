// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/hypervisor/intercept.h"
#include "core/machine/guest.h"

#include <variant>

namespace fscope::machine {

/// The instruction at PC ran.
struct Executed {
    bool operator==(const Executed&) const = default;
};
/// An exception taken to EL1; the vCPU has already entered it.
struct TakenToEl1 {
    std::uint64_t esr = 0;
    std::uint64_t far = 0;
    unsigned vectorOffset = 0;
    bool farValid = true;
    bool operator==(const TakenToEl1&) const = default;
};
/// Our CPU model does not know the instruction.
struct NotModelled {
    std::uint32_t word = 0;
    Text reason;
    bool operator==(const NotModelled&) const = default;
};
using CpuResult = std::variant<Executed, hypervisor::Intercept, TakenToEl1, NotModelled>;

/// Runs the one instruction at PC as the CPU does, with both stages of translation: the independent model
/// that raises intercepts. A stage-2 fault changes nothing in the guest but its TLB and what hardware updates
/// in descriptors, and is returned as the Intercept with the ESR_EL2, FAR_EL2 and HPFAR_EL2 the Arm ARM
/// prescribes (D24.2; HPFAR_EL2 is marked not valid where it is UNKNOWN).
CpuResult executeOne(Guest& guest, hypervisor::StepObserver* observer = nullptr);

} // namespace fscope::machine
