// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/machine/guest.h"

namespace fscope::machine {

/// How the CPU came to an address.
struct CpuTranslation {
    mmu::WalkResult result;
    bool fromTlb = false;      ///< no descriptor was read: the tables may say something else by now
    bool stage1Device = false; ///< from the TLB: what stage 1 alone made of the memory type
};

/// Both stages as the CPU goes through them: the TLB if the guest has one, else the tables. A walk that ends
/// well leaves an entry behind; one that faults never does (Arm ARM D8.14, "TLB maintenance"). Descriptors
/// that hardware manages (HA and HD of TCR_EL1 and VTCR_EL2) are updated in the guest's memory, also by a
/// walk that faults later.
///
/// Reports TlbLookedUp, DescriptorStep for each descriptor, TlbEvicted and TlbFilled, and Translated if there
/// is no fault.
CpuTranslation translateAsCpu(
    Guest& guest, Va va, const mmu::Access& access, hypervisor::StepObserver* observer);

/// Carries a TLBI out on the guest's TLB, if it has one. Reports TlbInvalidated.
void invalidateTlb(Guest& guest, const mmu::TlbiOperation& operation, hypervisor::StepObserver* observer);

} // namespace fscope::machine
