// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/faultaddress.h"

#include "core/arch/esr.h"
#include "core/arch/faultcode.h"
#include "core/base/bits.h"

namespace fscope::arch {
namespace {

constexpr unsigned kPcAlignment = 0x22;
constexpr unsigned kGpc = 0x1e;
constexpr unsigned kSError = 0x2f;
constexpr unsigned kWatchpointLower = 0x34;
constexpr unsigned kWatchpointSame = 0x35;

bool isAbort(std::uint64_t esr)
{
    return isDataAbort(esr) || isInstructionAbort(esr);
}

} // namespace

AddressValidity farValidity(std::uint64_t esr, RegisterName name)
{
    const unsigned ec = exceptionClass(esr);
    if (isAbort(esr)) {
        if (bits(esr, 5, 0) == 0x10 && bit(esr, 10))
            return AddressValidity::NotValid;
        return isDataAbort(esr) && !bit(esr, 24) && bit(esr, 15) ? AddressValidity::InGranule
                                                                 : AddressValidity::Valid;
    }
    if (ec == kWatchpointLower || ec == kWatchpointSame) {
        if (bit(esr, 10))
            return AddressValidity::NotValid;
        return bit(esr, 15) ? AddressValidity::InGranule : AddressValidity::Valid;
    }
    if (ec == kPcAlignment || (ec == kGpc && name == RegisterName::EsrEl3))
        return AddressValidity::Valid;
    if (ec == kSError && !bit(esr, 24) && bits(esr, 5, 0) == 0x11)
        return bit(esr, 15) ? AddressValidity::Valid : AddressValidity::NotValid;
    return AddressValidity::Unknown;
}

Text farValidityText(std::uint64_t esr, RegisterName name)
{
    switch (farValidity(esr, name)) {
    case AddressValidity::Valid:
        return bit(esr, 7) && isAbort(esr) ? FSCOPE_TR(
                   "Core", "FAR is valid: the address of the access whose stage 1 walk failed at stage 2.")
                                           : FSCOPE_TR("Core", "FAR is valid.");
    case AddressValidity::InGranule:
        return FSCOPE_TR(
            "Core", "FAR holds some address in the granule that faulted (FnP is 1), not the exact one.");
    case AddressValidity::NotValid:
        return exceptionClass(esr) == kSError ? FSCOPE_TR("Core", "FAR is not valid: VFV is 0.")
                                              : FSCOPE_TR("Core", "FAR is not valid: FnV is 1.");
    case AddressValidity::Unknown:
        break;
    }
    return FSCOPE_TR("Core", "FAR is UNKNOWN: an exception of this class does not write it.");
}

Text hpfarValidityText(std::uint64_t esr)
{
    if (!isAbort(esr))
        return FSCOPE_TR("Core", "HPFAR_EL2 is UNKNOWN: an exception of this class does not write it.");
    if (hpfarIsValid(esr))
        return bit(esr, 7)
            ? FSCOPE_TR("Core", "HPFAR_EL2 is valid: the IPA of the page that holds the stage 1 table.")
            : FSCOPE_TR("Core", "HPFAR_EL2 is valid: the page of the faulting IPA.");
    const FaultStatus* status = faultStatus(static_cast<unsigned>(bits(esr, 5, 0)));
    if (exceptionClass(esr) == ec::kDataAbortSame || exceptionClass(esr) == ec::kInstructionAbortSame)
        return FSCOPE_TR("Core", "HPFAR_EL2 is UNKNOWN: the fault is of EL2's own stage 1 tables.");
    if (status != nullptr && status->kind == FaultKind::Permission)
        return FSCOPE_TR("Core",
            "HPFAR_EL2 is UNKNOWN: a Permission fault writes it only on a stage 1 walk (S1PTW). The IPA has "
            "to come "
            "from a walk of stage 1 for FAR_EL2.");
    return FSCOPE_TR("Core", "HPFAR_EL2 is UNKNOWN: a fault of this kind does not write it.");
}

std::optional<std::uint64_t> faultingIpa(std::uint64_t esr, std::uint64_t hpfar, std::uint64_t far)
{
    if (!hpfarIsValid(esr))
        return std::nullopt;
    const std::uint64_t page = ipaPageOf(hpfar);
    return bit(esr, 7) ? page : page | bits(far, 11, 0);
}

} // namespace fscope::arch
