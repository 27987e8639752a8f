// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/mmu/faultreport.h"

#include "core/base/bits.h"

namespace fscope::mmu {
namespace {

/// HCR_EL2.
constexpr unsigned kTge = 27;
constexpr unsigned kTea = 37;

bool isExternalAbort(arch::FaultKind kind)
{
    return kind == arch::FaultKind::ExternalAbort || kind == arch::FaultKind::ExternalAbortOnWalk;
}

unsigned targetOf(const TranslationRegisters& regs, const Fault& fault, unsigned el)
{
    const bool toEl2 = el >= 2 || regs.regime != Regime::El10 || fault.stage == Stage::Two
        || bit(regs.hcr, kTge) || (isExternalAbort(fault.kind) && bit(regs.hcr, kTea));
    return toEl2 ? 2 : 1;
}

} // namespace

bool writesHpfar(const Fault& fault)
{
    if (fault.stage != Stage::Two)
        return false;
    switch (fault.kind) {
    case arch::FaultKind::Translation:
    case arch::FaultKind::AddressSize:
    case arch::FaultKind::AccessFlag:
        return true;
    case arch::FaultKind::Permission:
        return fault.s1ptw;
    case arch::FaultKind::ExternalAbort:
    case arch::FaultKind::ExternalAbortOnWalk:
    case arch::FaultKind::Alignment:
    case arch::FaultKind::TagCheck:
    case arch::FaultKind::Parity:
    case arch::FaultKind::ParityOnWalk:
    case arch::FaultKind::GranuleProtection:
    case arch::FaultKind::GranuleProtectionOnWalk:
    case arch::FaultKind::TlbConflict:
    case arch::FaultKind::UnsupportedUpdate:
    case arch::FaultKind::Lockdown:
    case arch::FaultKind::UnsupportedAccess:
        return false;
    }
    return false;
}

FaultReport reportFault(const TranslationRegisters& regs, const Fault& fault, const ReportedAccess& access)
{
    FaultReport out;
    out.targetEl = targetOf(regs, fault, access.el);
    const bool fetch = access.kind == AccessKind::Execute;
    const bool same = access.el == out.targetEl;
    arch::AbortSyndrome syndrome;
    // An instruction syndrome is for stage-2 faults of the access itself (Arm ARM D24.2, "ISV").
    if (fault.stage == Stage::Two && !fault.s1ptw && !isExternalAbort(fault.kind) && !fetch
        && !access.maintenance)
        syndrome = access.instruction;
    syndrome.ec = fetch ? (same ? arch::ec::kInstructionAbortSame : arch::ec::kInstructionAbortLower)
                        : (same ? arch::ec::kDataAbortSame : arch::ec::kDataAbortLower);
    syndrome.il = true;
    syndrome.vncr = syndrome.fnv = syndrome.ea = false;
    syndrome.set = 0;
    syndrome.cm = access.maintenance;
    syndrome.s1ptw = fault.s1ptw;
    syndrome.wnr = !fetch && (access.maintenance || access.kind == AccessKind::Write);
    syndrome.fsc = arch::faultCode(fault.kind, fault.level);
    out.esr = syndrome.encode();
    out.far = access.va.value;
    out.hpfarValid = writesHpfar(fault);
    out.hpfar = out.hpfarValid ? arch::hpfarOf(fault.ipa.value) : 0;
    return out;
}

FaultReport reportExternalAbort(const TranslationRegisters& regs, const ReportedAccess& access)
{
    return reportFault(
        regs, { Stage::One, arch::FaultKind::ExternalAbort, arch::kNoLevel, false, {} }, access);
}

} // namespace fscope::mmu
