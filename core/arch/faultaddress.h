// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/arch/field.h"

#include <cstdint>
#include <optional>

/// What FAR_ELx and HPFAR_EL2 are worth beside a syndrome. Rule: Arm ARM D24.2, "FAR_EL2", "HPFAR_EL2".
namespace fscope::arch {

enum class AddressValidity : std::uint8_t {
    Valid,
    InGranule, ///< any address in the fault granule (FnP)
    NotValid,  ///< the syndrome says so (FnV; VFV of an SError)
    Unknown,   ///< an exception of this class does not write the register
};

/// Of FAR_ELx, @p name being the ESR it belongs to.
AddressValidity farValidity(std::uint64_t esr, RegisterName name = RegisterName::EsrEl2);
/// The same as a sentence that gives the reason.
Text farValidityText(std::uint64_t esr, RegisterName name = RegisterName::EsrEl2);

/// Whether HPFAR_EL2 holds the IPA, as a sentence that gives the reason (hpfarIsValid() in esr.h is the
/// rule).
Text hpfarValidityText(std::uint64_t esr);

/// The IPA that stage 2 refused: the page of HPFAR_EL2 with the offset of FAR_EL2. Nothing if HPFAR_EL2 does
/// not hold it. With S1PTW = 1 it is the page of the stage 1 table, whose low 12 bits are not reported, so
/// they are 0.
std::optional<std::uint64_t> faultingIpa(std::uint64_t esr, std::uint64_t hpfar, std::uint64_t far);

} // namespace fscope::arch
