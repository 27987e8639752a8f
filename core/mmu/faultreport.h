// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/arch/esr.h"
#include "core/mmu/walk.h"

#include <cstdint>

namespace fscope::mmu {

/// The access that met a fault, as far as the syndrome tells of it.
struct ReportedAccess {
    Va va;
    AccessKind kind = AccessKind::Read;
    unsigned el = 1; ///< that executes the instruction: 1 for LDTR at EL1, although it has the rights of EL0
    bool maintenance = false; ///< AT, DC or IC: CM and WnR are 1
    /// ISV, SAS, SSE, SRT, SF and AR as the instruction gives them; the other fields do not count. Only a
    /// stage-2 fault of the access itself shows them.
    arch::AbortSyndrome instruction;
};

/// What the CPU writes for a fault, and the Exception level that takes it.
struct FaultReport {
    unsigned targetEl = 1;
    std::uint64_t esr = 0;
    std::uint64_t far = 0;
    std::uint64_t hpfar = 0; ///< HPFAR_EL2; 0 where it is UNKNOWN
    bool hpfarValid = false;
    bool operator==(const FaultReport&) const = default;
};

/// The abort a fault of a walk becomes: Data Abort or Instruction Abort with DFSC or IFSC, S1PTW, WnR and the
/// instruction syndrome, FAR_ELx and HPFAR_EL2.
///
/// Stage-2 faults go to EL2. Others go to EL1, unless the regime is one of EL2, HCR_EL2.TGE is 1, or they are
/// External aborts with HCR_EL2.TEA = 1. EA and SET of External aborts are IMPLEMENTATION DEFINED and 0.
/// Rule: Arm ARM D1.3 (routing), D8.15 (faults), D24.2 (ESR_ELx, HPFAR_EL2).
FaultReport reportFault(const TranslationRegisters& regs, const Fault& fault, const ReportedAccess& access);

/// The same for a synchronous External abort on the access itself, whose translation went well.
FaultReport reportExternalAbort(const TranslationRegisters& regs, const ReportedAccess& access);

/// Whether a fault at stage 2 writes HPFAR_EL2: Translation, Address size and Access flag faults, and
/// Permission faults on a stage-1 walk.
bool writesHpfar(const Fault& fault);

} // namespace fscope::mmu
