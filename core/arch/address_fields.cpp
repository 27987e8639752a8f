// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/fieldtables.h"

#include <array>

namespace fscope::arch::table {
namespace {

constexpr const char* kFarSource = "Arm ARM D24.2, FAR_EL2";
constexpr const char* kHpfarSource = "Arm ARM D24.2, HPFAR_EL2";

constexpr std::array kFarFields {
    Field { .name = "VA",
        .hi = 63,
        .lo = 0,
        .kind = FieldKind::Address,
        .longName = FSCOPE_TR("Core", "Faulting virtual address"),
        .meaning = FSCOPE_TR("Core",
            "The virtual address the access was made with, tag byte included. It is valid unless the "
            "syndrome has FnV = 1."),
        .source = kFarSource },
};

constexpr std::array kNsValues {
    NamedValue { 0, FSCOPE_TR("Core", "Secure IPA space, or not in Secure state") },
    NamedValue { 1, FSCOPE_TR("Core", "Non-secure IPA space") },
};
constexpr std::array kHpfarFields {
    flag("NS", 63, FSCOPE_TR("Core", "Non-secure"),
        FSCOPE_TR("Core", "For a fault taken to Secure EL2, the IPA space that FIPA lies in (FEAT_SEL2)."),
        kNsValues, kHpfarSource),
    res0(62, 48, kHpfarSource),
    Field { .name = "FIPA",
        .hi = 47,
        .lo = 4,
        .kind = FieldKind::Address,
        .longName = FSCOPE_TR("Core", "Faulting intermediate physical address"),
        .meaning = FSCOPE_TR("Core",
            "Bits 55:12 of the IPA that stage 2 refused; the offset in the page is that of FAR_EL2. For a "
            "stage 2 fault on a stage "
            "1 walk it is the page of the table. It is UNKNOWN for faults that do not set it, such as a "
            "Permission fault of the "
            "access itself."),
        .source = kHpfarSource,
        .addressLo = 12 },
    res0(3, 0, kHpfarSource),
};

constexpr RegisterLayout kFar { "FAR_EL2", FSCOPE_TR("Core", "Fault Address Register (EL2)"), 64,
    kFarFields };
constexpr RegisterLayout kHpfar { "HPFAR_EL2", FSCOPE_TR("Core", "Hypervisor IPA Fault Address Register"), 64,
    kHpfarFields };

} // namespace

const RegisterLayout& farLayout()
{
    return kFar;
}

const RegisterLayout& hpfarLayout()
{
    return kHpfar;
}

} // namespace fscope::arch::table
