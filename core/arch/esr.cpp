// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/esr.h"

#include "core/arch/faultcode.h"

namespace fscope::arch {

bool hpfarIsValid(std::uint64_t esr)
{
    // EC 0x21 and 0x25 at EL2 are stage-1 faults of EL2's own tables: stage 2 has no part in them.
    const unsigned cls = exceptionClass(esr);
    if (cls != ec::kDataAbortLower && cls != ec::kInstructionAbortLower)
        return false;
    const FaultStatus* status = faultStatus(static_cast<unsigned>(bits(esr, 5, 0)));
    if (status == nullptr)
        return false;
    const bool s1ptw = bit(esr, 7);
    switch (status->kind) {
    case FaultKind::AddressSize:
    case FaultKind::Translation:
    case FaultKind::AccessFlag:
    case FaultKind::GranuleProtectionOnWalk:
        return true;
    case FaultKind::Permission:
        return s1ptw;
    case FaultKind::ExternalAbort:
    case FaultKind::ExternalAbortOnWalk:
    case FaultKind::Alignment:
    case FaultKind::TagCheck:
    case FaultKind::Parity:
    case FaultKind::ParityOnWalk:
    case FaultKind::GranuleProtection:
    case FaultKind::TlbConflict:
    case FaultKind::UnsupportedUpdate:
    case FaultKind::Lockdown:
    case FaultKind::UnsupportedAccess:
        return false;
    }
    return false;
}

} // namespace fscope::arch
