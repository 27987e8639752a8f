// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// SError exceptions and Granule Protection Check exceptions.

#include "core/arch/faulttable.h"
#include "core/arch/issrows.h"
#include "core/base/bits.h"

namespace fscope::arch::table {
namespace {

// 0x2F

constexpr const char* kSerror = "Arm ARM D24.2, ESR_ELx, ISS encoding for an SError exception";

bool isImpDef(std::uint64_t esr)
{
    return bit(esr, 24);
}
bool isArchitected(std::uint64_t esr)
{
    return !isImpDef(esr);
}
bool isAsynchronous(std::uint64_t esr)
{
    return isArchitected(esr) && bits(esr, 5, 0) == 0x11;
}
bool isUncategorized(std::uint64_t esr)
{
    return isArchitected(esr) && bits(esr, 5, 0) != 0x11;
}
constexpr std::array kIdsValues {
    NamedValue { 0, FSCOPE_TR("Core", "Architected layout") },
    NamedValue { 1, FSCOPE_TR("Core", "IMPLEMENTATION DEFINED layout") },
};
constexpr std::array kElsValues {
    NamedValue { 0, FSCOPE_TR("Core", "Asynchronous") },
    NamedValue { 1, FSCOPE_TR("Core", "Synchronous: triggered by the instruction at ELR") },
};
constexpr std::array kWuValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not a store or table update, or the location may have been updated") },
    NamedValue { 1, FSCOPE_TR("Core", "Reserved value"), true },
    NamedValue { 2, FSCOPE_TR("Core", "A store or table update that did not update the location") },
    NamedValue { 3, FSCOPE_TR("Core", "A store or table update that did update the location") },
};
constexpr std::array kVfvValues {
    NamedValue { 0, FSCOPE_TR("Core", "FAR is not valid") },
    NamedValue { 1, FSCOPE_TR("Core", "FAR is valid") },
};
constexpr std::array kPfvValues {
    NamedValue { 0, FSCOPE_TR("Core", "PFAR is not valid") },
    NamedValue { 1, FSCOPE_TR("Core", "PFAR is valid") },
};
constexpr std::array kIesbValues {
    NamedValue {
        0, FSCOPE_TR("Core", "Not synchronized by an implicit error barrier, or not taken immediately") },
    NamedValue { 1, FSCOPE_TR("Core", "Synchronized by an implicit error barrier and taken immediately") },
};
constexpr std::array kAetValues {
    NamedValue { 0, FSCOPE_TR("Core", "Uncontainable (UC)") },
    NamedValue { 1, FSCOPE_TR("Core", "Unrecoverable state (UEU)") },
    NamedValue { 2, FSCOPE_TR("Core", "Restartable state (UEO)") },
    NamedValue { 3, FSCOPE_TR("Core", "Recoverable state (UER)") },
    NamedValue { 4, FSCOPE_TR("Core", "Reserved value"), true },
    NamedValue { 5, FSCOPE_TR("Core", "Reserved value"), true },
    NamedValue { 6, FSCOPE_TR("Core", "Corrected (CE)") },
    NamedValue { 7, FSCOPE_TR("Core", "Reserved value"), true },
};
constexpr std::array kEaValues {
    NamedValue { 0, FSCOPE_TR("Core", "IMPLEMENTATION DEFINED class 0") },
    NamedValue { 1, FSCOPE_TR("Core", "IMPLEMENTATION DEFINED class 1") },
};
constexpr std::array kWnrvValues {
    NamedValue { 0, FSCOPE_TR("Core", "WnR is not valid") },
    NamedValue { 1, FSCOPE_TR("Core", "WnR is valid") },
};
constexpr std::array kWnrValues {
    NamedValue { 0, FSCOPE_TR("Core", "Caused by a read") },
    NamedValue { 1, FSCOPE_TR("Core", "Caused by a write") },
};
Text explainWnr(std::uint64_t esr, std::uint64_t value)
{
    return bit(esr, 7) ? kWnrValues[value & 1].meaning : FSCOPE_TR("Core", "Not valid: WnRV is 0");
}
constexpr Field kWnr { .name = "WnR",
    .hi = 6,
    .lo = 6,
    .kind = FieldKind::Flag,
    .longName = FSCOPE_TR("Core", "Write not Read"),
    .meaning
    = FSCOPE_TR("Core", "The direction of the access that caused the error, if WnRV is 1 (FEAT_RASv2)."),
    .values = kWnrValues,
    .source = kSerror,
    .applies = isAsynchronous,
    .explain = explainWnr };
constexpr std::array<NamedValue, 64> kDfscValues = [] {
    std::array<NamedValue, 64> values {};
    for (unsigned i = 0; i < values.size(); ++i)
        values[i] = { i, FSCOPE_TR("Core", "Reserved value"), true };
    values[0] = { 0, FSCOPE_TR("Core", "Uncategorized error") };
    values[0x11] = { 0x11, FSCOPE_TR("Core", "Asynchronous SError exception") };
    return values;
}();
constexpr auto kSerrorRows = withEsrHead(std::array {
    flag("IDS", 24, FSCOPE_TR("Core", "IMPLEMENTATION DEFINED syndrome"),
        FSCOPE_TR("Core", "Whether the processor has a layout of its own for bits 23:0."), kIdsValues,
        kSerror),
    onlyShown(
        number("IMPDEF", 23, 0, FSCOPE_TR("Core", "IMPLEMENTATION DEFINED syndrome"),
            FSCOPE_TR("Core", "The documentation of the processor tells what these bits mean."), kSerror),
        isImpDef),
    res0(23, 19, kSerror, isArchitected),
    onlyShown(flag("ELS", 18, FSCOPE_TR("Core", "Exception link synchronous"),
                  FSCOPE_TR("Core", "Whether the instruction at ELR caused the error (FEAT_RASv2)."),
                  kElsValues, kSerror),
        isAsynchronous),
    res0(18, 6, kSerror, isUncategorized),
    onlyShown(
        code("WU", 17, 16, FSCOPE_TR("Core", "Write update"),
            FSCOPE_TR("Core", "Whether a store changed memory before the error was reported (FEAT_RASv2)."),
            kWuValues, kSerror),
        isAsynchronous),
    onlyShown(flag("VFV", 15, FSCOPE_TR("Core", "FAR valid"),
                  FSCOPE_TR("Core", "Whether FAR holds the virtual address of the error (FEAT_RASv2)."),
                  kVfvValues, kSerror),
        isAsynchronous),
    onlyShown(flag("PFV", 14, FSCOPE_TR("Core", "PFAR valid"),
                  FSCOPE_TR("Core", "Whether PFAR holds the physical address of the error (FEAT_PFAR)."),
                  kPfvValues, kSerror),
        isAsynchronous),
    onlyShown(flag("IESB", 13, FSCOPE_TR("Core", "Implicit error synchronization"),
                  FSCOPE_TR("Core",
                      "Whether an implicit error synchronization event brought the error (FEAT_IESB)."),
                  kIesbValues, kSerror),
        isAsynchronous),
    onlyShown(code("AET", 12, 10, FSCOPE_TR("Core", "Asynchronous error type"),
                  FSCOPE_TR("Core", "How far the state of the PE can be trusted after the error (FEAT_RAS)."),
                  kAetValues, kSerror),
        isAsynchronous),
    onlyShown(flag("EA", 9, FSCOPE_TR("Core", "External abort type"),
                  FSCOPE_TR("Core", "An IMPLEMENTATION DEFINED classification of External aborts."),
                  kEaValues, kSerror),
        isAsynchronous),
    res0(8, 8, kSerror, isAsynchronous),
    onlyShown(flag("WnRV", 7, FSCOPE_TR("Core", "WnR valid"),
                  FSCOPE_TR("Core", "Whether WnR tells the direction of the access (FEAT_RASv2)."),
                  kWnrvValues, kSerror),
        isAsynchronous),
    kWnr,
    onlyShown(
        code("DFSC", 5, 0, FSCOPE_TR("Core", "Data fault status code"),
            FSCOPE_TR("Core", "Whether the error is categorized; all other fields belong to one that is."),
            kDfscValues, kSerror),
        isArchitected),
});
constexpr EsrLayouts kSerrorLayouts = esrLayouts(kSerrorRows, mask(24, 24) | mask(5, 0));

// 0x1E

constexpr const char* kGpc
    = "Arm ARM D24.2, ESR_EL3, ISS encoding for an exception from a Granule Protection Check";
constexpr const char* kGpc2
    = "Arm ARM D24.2, ESR_EL3, ISS2 encoding for an exception from a Granule Protection Check";
bool isData(std::uint64_t esr)
{
    return !bit(esr, 20);
}
bool isInstruction(std::uint64_t esr)
{
    return bit(esr, 20);
}
constexpr std::array kHdbssValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not caused by the HDBSS") },
    NamedValue { 1, FSCOPE_TR("Core", "Caused by the HDBSS") },
};
constexpr std::array kGcsValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not a Guarded Control Stack data access") },
    NamedValue { 1, FSCOPE_TR("Core", "A Guarded Control Stack data access") },
};
constexpr std::array kS2ptwValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not on a stage 2 translation table walk") },
    NamedValue { 1, FSCOPE_TR("Core", "On a stage 2 translation table walk") },
};
constexpr std::array kIndValues {
    NamedValue { 0, FSCOPE_TR("Core", "Data access") },
    NamedValue { 1, FSCOPE_TR("Core", "Instruction access") },
};
constexpr std::array<NamedValue, 64> kGpcscValues = [] {
    std::array<NamedValue, 64> values {};
    for (unsigned i = 0; i < values.size(); ++i)
        values[i] = { i, FSCOPE_TR("Core", "Reserved value"), true };
    values[0x00] = { 0x00, FSCOPE_TR("Core", "GPT address size fault, level 0") };
    values[0x04] = { 0x04, FSCOPE_TR("Core", "GPT walk fault, level 0") };
    values[0x05] = { 0x05, FSCOPE_TR("Core", "GPT walk fault, level 1") };
    values[0x0c] = { 0x0c, FSCOPE_TR("Core", "Granule protection fault, level 0") };
    values[0x0d] = { 0x0d, FSCOPE_TR("Core", "Granule protection fault, level 1") };
    values[0x14] = { 0x14, FSCOPE_TR("Core", "Synchronous External abort on GPT fetch, level 0") };
    values[0x15] = { 0x15, FSCOPE_TR("Core", "Synchronous External abort on GPT fetch, level 1") };
    return values;
}();
constexpr std::array kVncrValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not an access through VNCR_EL2") },
    NamedValue { 1, FSCOPE_TR("Core", "An access through VNCR_EL2, made by EL1") },
};
constexpr std::array kCmValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not from a cache maintenance or address translation instruction") },
    NamedValue { 1, FSCOPE_TR("Core", "From a cache maintenance or address translation instruction") },
};
constexpr std::array kS1ptwValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not on stage 2 of a stage 1 walk") },
    NamedValue { 1, FSCOPE_TR("Core", "On stage 2 of a stage 1 walk") },
};
constexpr std::array<NamedValue, 64> kXfscValues = [] {
    std::array<NamedValue, 64> values {};
    for (unsigned i = 0; i < values.size(); ++i)
        values[i] = { i, FSCOPE_TR("Core", "Reserved value"), true };
    for (const FaultStatus& row : kFaultStatuses) {
        if (row.kind == FaultKind::GranuleProtection || row.kind == FaultKind::GranuleProtectionOnWalk)
            values[row.code] = { row.code, row.text };
    }
    return values;
}();
constexpr std::array kGpcRows {
    res0(63, 44, kGpc2),
    flag("HDBSSF", 43, FSCOPE_TR("Core", "Hardware dirty state tracking structure fault"),
        FSCOPE_TR("Core", "Whether the hardware's own write to the list of dirty pages failed (FEAT_HDBSS)."),
        kHdbssValues, kGpc2),
    res0(42, 41, kGpc2),
    flag("GCS", 40, FSCOPE_TR("Core", "Guarded Control Stack access"),
        FSCOPE_TR("Core", "Whether the access was one to a Guarded Control Stack (FEAT_GCS)."), kGcsValues,
        kGpc2),
    res0(39, 32, kGpc2),
    kEsrEc,
    kEsrIl,
    res0(24, 22, kGpc),
    flag("S2PTW", 21, FSCOPE_TR("Core", "Stage 2 walk"),
        FSCOPE_TR("Core", "Whether the check failed for the address of a stage 2 table."), kS2ptwValues,
        kGpc),
    flag("InD", 20, FSCOPE_TR("Core", "Instruction or data"),
        FSCOPE_TR("Core", "Whether an instruction fetch or a data access was checked."), kIndValues, kGpc),
    code("GPCSC", 19, 14, FSCOPE_TR("Core", "Granule Protection Check status code"),
        FSCOPE_TR("Core", "How the check itself ended, and at which level of the granule protection table."),
        kGpcscValues, kGpc),
    onlyShown(flag("VNCR", 13, FSCOPE_TR("Core", "Access through VNCR_EL2"),
                  FSCOPE_TR("Core", "Whether EL1 used a register that FEAT_NV2 keeps in memory."),
                  kVncrValues, kGpc),
        isData),
    res0(13, 13, kGpc, isInstruction),
    res0(12, 9, kGpc),
    flag("CM", 8, FSCOPE_TR("Core", "Cache maintenance"),
        FSCOPE_TR("Core", "Whether a cache maintenance or address translation instruction made the access."),
        kCmValues, kGpc),
    flag("S1PTW", 7, FSCOPE_TR("Core", "Stage 1 walk"),
        FSCOPE_TR("Core", "Whether the check failed on stage 2 for the address of a stage 1 table."),
        kS1ptwValues, kGpc),
    onlyShown(flag("WnR", 6, FSCOPE_TR("Core", "Write not Read"),
                  FSCOPE_TR("Core", "The direction of the access."), kWnrValues, kGpc),
        isData),
    res0(6, 6, kGpc, isInstruction),
    code("xFSC", 5, 0, FSCOPE_TR("Core", "Fault status code"),
        FSCOPE_TR("Core", "The code that the abort would have had at a lower Exception level."), kXfscValues,
        kGpc),
};
constexpr EsrLayouts kGpcLayouts = esrLayouts(kGpcRows, mask(20, 20));

} // namespace

const EsrLayouts* serrorLayouts()
{
    return &kSerrorLayouts;
}

const EsrLayouts* gpcLayouts()
{
    return &kGpcLayouts;
}

} // namespace fscope::arch::table
