// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// PAR_EL1: the result of an AT instruction.

#include "core/arch/faulttable.h"
#include "core/arch/fieldtables.h"
#include "core/arch/memorytype.h"
#include "core/base/bits.h"

#include <array>

namespace fscope::arch::table {
namespace {

constexpr const char* kPar = "Arm ARM D24.2, PAR_EL1, Physical Address Register";

constexpr std::array kF {
    NamedValue { 0, FSCOPE_TR("Core", "The translation succeeded") },
    NamedValue { 1, FSCOPE_TR("Core", "The translation failed") },
};
constexpr std::array kSh {
    NamedValue { 0, FSCOPE_TR("Core", "Non-shareable") },
    NamedValue { 1, FSCOPE_TR("Core", "Reserved value"), true },
    NamedValue { 2, FSCOPE_TR("Core", "Outer Shareable (or Device or Non-cacheable memory)") },
    NamedValue { 3, FSCOPE_TR("Core", "Inner Shareable") },
};
constexpr std::array kNs {
    NamedValue { 0, FSCOPE_TR("Core", "Secure, or UNKNOWN") },
    NamedValue { 1, FSCOPE_TR("Core", "Non-secure, or UNKNOWN") },
};
constexpr std::array kNse {
    NamedValue { 0, FSCOPE_TR("Core", "0: with NS, Secure or Non-secure") },
    NamedValue { 1, FSCOPE_TR("Core", "1: RES1 without FEAT_RME") },
};
constexpr std::array kDirty {
    NamedValue { 0, FSCOPE_TR("Core", "Not due to dirty state") },
    NamedValue { 1, FSCOPE_TR("Core", "Due to dirty state") },
};
constexpr std::array kOverlay {
    NamedValue { 0, FSCOPE_TR("Core", "Not due to overlay permissions") },
    NamedValue { 1, FSCOPE_TR("Core", "Due to overlay permissions") },
};
constexpr std::array kTop {
    NamedValue { 0, FSCOPE_TR("Core", "Not due to the TopLevel check") },
    NamedValue { 1, FSCOPE_TR("Core", "Due to the TopLevel check") },
};
constexpr std::array kAssured {
    NamedValue { 0, FSCOPE_TR("Core", "Not due to AssuredOnly") },
    NamedValue { 1, FSCOPE_TR("Core", "Due to AssuredOnly") },
};
constexpr std::array kS {
    NamedValue { 0, FSCOPE_TR("Core", "Stage 1") },
    NamedValue { 1, FSCOPE_TR("Core", "Stage 2") },
};
constexpr std::array kPtw {
    NamedValue { 0, FSCOPE_TR("Core", "Not on a stage 1 walk") },
    NamedValue { 1, FSCOPE_TR("Core", "A stage 2 fault on a stage 1 walk") },
};
/// The fault status codes, with those that only an AArch32 translation table has.
constexpr std::array<NamedValue, 64> kFstValues = [] {
    std::array<NamedValue, 64> values {};
    for (unsigned i = 0; i < values.size(); ++i)
        values[i] = { i, kReservedStatus, true };
    for (const FaultStatus& row : kFaultStatuses)
        values[row.code] = { row.code, row.text };
    values[0x3d] = { 0x3d, FSCOPE_TR("Core", "Section Domain fault (AArch32 short descriptors)") };
    values[0x3e] = { 0x3e, FSCOPE_TR("Core", "Page Domain fault (AArch32 short descriptors)") };
    return values;
}();
Text explainAttr(std::uint64_t, std::uint64_t value)
{
    return mairMemoryType(static_cast<std::uint8_t>(value)).text();
}

constexpr std::array kSuccessRows {
    Field { .name = "ATTR",
        .hi = 63,
        .lo = 56,
        .kind = FieldKind::Number,
        .longName = FSCOPE_TR("Core", "Memory attributes"),
        .meaning = FSCOPE_TR("Core", "The memory type of the address, in the code of MAIR_EL1."),
        .source = kPar,
        .explain = explainAttr },
    res0(55, 52, kPar),
    address("PA", 51, 12, FSCOPE_TR("Core", "Output address"),
        FSCOPE_TR("Core", "The page of the physical address (or of the IPA, for a stage 1 translation)."),
        kPar),
    flag("NSE", 11, FSCOPE_TR("Core", "Non-secure extension"),
        FSCOPE_TR("Core", "With NS the output address space in the EL3 translation regime (FEAT_RME)."), kNse,
        kPar),
    number("IMPDEF", 10, 10, FSCOPE_TR("Core", "IMPLEMENTATION DEFINED"),
        FSCOPE_TR("Core", "The documentation of the processor tells what this bit means."), kPar),
    flag("NS", 9, FSCOPE_TR("Core", "Non-secure"),
        FSCOPE_TR("Core", "The output address space, for a translation in Secure state; otherwise UNKNOWN."),
        kNs, kPar),
    code("SH", 8, 7, FSCOPE_TR("Core", "Shareability"),
        FSCOPE_TR("Core", "Among which observers the address is kept coherent."), kSh, kPar),
    res0(6, 1, kPar),
    flag("F", 0, FSCOPE_TR("Core", "Fault"), FSCOPE_TR("Core", "Whether the translation failed."), kF, kPar),
};

constexpr std::array kFaultRows {
    number("IMPDEF", 63, 48, FSCOPE_TR("Core", "IMPLEMENTATION DEFINED"),
        FSCOPE_TR("Core", "The documentation of the processor tells what these bits mean."), kPar),
    res0(47, 16, kPar),
    flag("DirtyBit", 15, FSCOPE_TR("Core", "Dirty state fault"),
        FSCOPE_TR("Core", "Whether a Permission fault is due to dirty state (FEAT_S1PIE, FEAT_S2PIE)."),
        kDirty, kPar),
    flag("Overlay", 14, FSCOPE_TR("Core", "Overlay fault"),
        FSCOPE_TR(
            "Core", "Whether a Permission fault is due to overlay permissions (FEAT_S1POE, FEAT_S2POE)."),
        kOverlay, kPar),
    flag("TopLevel", 13, FSCOPE_TR("Core", "TopLevel fault"),
        FSCOPE_TR("Core", "Whether a Permission fault is due to the TopLevel check (FEAT_THE)."), kTop, kPar),
    flag("AssuredOnly", 12, FSCOPE_TR("Core", "AssuredOnly fault"),
        FSCOPE_TR("Core", "Whether a Permission fault is due to AssuredOnly (FEAT_THE)."), kAssured, kPar),
    res1(11, 11, kPar),
    res0(10, 10, kPar),
    flag("S", 9, FSCOPE_TR("Core", "Stage"),
        FSCOPE_TR("Core", "In which stage of translation the fault was found."), kS, kPar),
    flag("PTW", 8, FSCOPE_TR("Core", "Stage 1 walk"),
        FSCOPE_TR("Core", "Whether stage 2 failed for the address of a stage 1 table."), kPtw, kPar),
    res0(7, 7, kPar),
    code("FST", 6, 1, FSCOPE_TR("Core", "Fault status code"),
        FSCOPE_TR("Core",
            "The kind of fault and, for faults of a walk, its level. External aborts are taken as exceptions "
            "instead."),
        kFstValues, kPar),
    flag("F", 0, FSCOPE_TR("Core", "Fault"), FSCOPE_TR("Core", "Whether the translation failed."), kF, kPar),
};

constexpr RegisterLayout kSuccess { "PAR_EL1", FSCOPE_TR("Core", "Physical Address Register"), 64,
    kSuccessRows };
constexpr RegisterLayout kFault { "PAR_EL1", FSCOPE_TR("Core", "Physical Address Register"), 64, kFaultRows };

} // namespace

const RegisterLayout& parLayout(std::uint64_t value)
{
    return bit(value, 0) ? kFault : kSuccess;
}

} // namespace fscope::arch::table
