// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/arch/esr.h"
#include "core/arch/esrtable.h"
#include "core/arch/faulttable.h"
#include "core/base/bits.h"

/// The fields of the ISS and ISS2 of both aborts; abort_fields.cpp puts them in order. Not for other layers.
namespace fscope::arch::table {

inline constexpr const char* kData
    = "Arm ARM D24.2, ESR_EL2, ISS encoding for an exception from a Data Abort";
inline constexpr const char* kInstruction
    = "Arm ARM D24.2, ESR_EL2, ISS encoding for an exception from an Instruction Abort";
inline constexpr const char* kData2
    = "Arm ARM D24.2, ESR_EL2, ISS2 encoding for an exception from a Data Abort";

// When a field means something.

inline const FaultStatus* statusOf(std::uint64_t esr)
{
    return faultStatus(static_cast<unsigned>(bits(esr, 5, 0)));
}
inline bool hasKind(std::uint64_t esr, FaultKind a, FaultKind b)
{
    const FaultStatus* status = statusOf(esr);
    return status != nullptr && (status->kind == a || status->kind == b);
}
inline bool isvSet(std::uint64_t esr)
{
    return bit(esr, 24);
}
inline bool isvClear(std::uint64_t esr)
{
    return !bit(esr, 24);
}
inline bool isExternal(std::uint64_t esr)
{
    return hasKind(esr, FaultKind::ExternalAbort, FaultKind::ExternalAbortOnWalk);
}
inline bool isNotExternal(std::uint64_t esr)
{
    return !isExternal(esr);
}
inline bool isExternalOffWalk(std::uint64_t esr)
{
    return hasKind(esr, FaultKind::ExternalAbort, FaultKind::ExternalAbort);
}
inline bool isPermission(std::uint64_t esr)
{
    return hasKind(esr, FaultKind::Permission, FaultKind::Permission);
}
inline bool isvClearAndExternal(std::uint64_t esr)
{
    return isvClear(esr) && isExternal(esr);
}
/// The faults for which LST tells an instruction of FEAT_LS64.
inline bool hasLst(std::uint64_t esr)
{
    return hasKind(esr, FaultKind::Translation, FaultKind::AccessFlag) || isPermission(esr);
}
inline bool hasXs(std::uint64_t esr)
{
    return hasLst(esr) && bit(esr, 11); // LST is 1 or 3
}

inline constexpr const char* kIsvIsClear
    = FSCOPE_TR("Core", "Not valid: ISV is 0, so the syndrome does not describe the access.");
inline constexpr const char* kNotExternal
    = FSCOPE_TR("Core", "Not valid: the fault is no synchronous External abort.");
inline constexpr const char* kNotPermission
    = FSCOPE_TR("Core", "Not valid: the fault is no Permission fault.");

// ISS2, bits 55:32.

inline constexpr std::array kHdbssfValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not caused by the HDBSS") },
    NamedValue { 1, FSCOPE_TR("Core", "The HDBSS is full, or a write to it failed") },
};
inline constexpr Field kHdbssf
    = flag("HDBSSF", 43, FSCOPE_TR("Core", "Hardware dirty state tracking structure fault"),
        FSCOPE_TR("Core",
            "Set when the fault was caused by the structure in which the hardware logs dirty pages "
            "(FEAT_HDBSS), not by the guest."),
        kHdbssfValues, kData2);
inline constexpr std::array kTndValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not due to an Allocation Tag write") },
    NamedValue { 1, FSCOPE_TR("Core", "An Allocation Tag write to Canonically Tagged memory was refused") },
};
inline constexpr Field kTnd
    = only(flag("TnD", 42, FSCOPE_TR("Core", "Tag not Data"),
               FSCOPE_TR("Core",
                   "Set when stage 1 refused to write an Allocation Tag, not data, to "
                   "Canonically Tagged memory (FEAT_MTE_CANONICAL_TAGS)."),
               kTndValues, kData2),
        isPermission, kNotPermission);
inline constexpr std::array kTagAccessValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not due to the NoTagAccess attribute") },
    NamedValue { 1, FSCOPE_TR("Core", "Refused by the stage 2 NoTagAccess attribute") },
};
inline constexpr Field kTagAccess
    = only(flag("TagAccess", 41, FSCOPE_TR("Core", "NoTagAccess fault"),
               FSCOPE_TR("Core",
                   "Set when the stage 2 attribute NoTagAccess refused an access to "
                   "Allocation Tags (FEAT_MTE_PERM)."),
               kTagAccessValues, kData2),
        isPermission, kNotPermission);
inline constexpr std::array kGcsValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not a Guarded Control Stack data access") },
    NamedValue { 1, FSCOPE_TR("Core", "A Guarded Control Stack data access") },
};
inline constexpr Field kGcs = flag("GCS", 40, FSCOPE_TR("Core", "Guarded Control Stack access"),
    FSCOPE_TR(
        "Core", "Set when the access was made to a Guarded Control Stack by the instruction (FEAT_GCS)."),
    kGcsValues, kData2);
inline constexpr std::array kAssuredOnlyValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not due to AssuredOnly") },
    NamedValue { 1, FSCOPE_TR("Core", "Refused because of AssuredOnly") },
};
inline constexpr Field kAssuredOnly
    = only(flag("AssuredOnly", 39, FSCOPE_TR("Core", "AssuredOnly fault"),
               FSCOPE_TR("Core",
                   "Set when stage 2 asks for a translation that stage 1 protects "
                   "(AssuredOnly, FEAT_THE) and this one was not."),
               kAssuredOnlyValues, kData2),
        isPermission, kNotPermission);
inline constexpr std::array kOverlayValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not due to overlay permissions") },
    NamedValue { 1, FSCOPE_TR("Core", "Refused by overlay permissions") },
};
inline constexpr Field kOverlay
    = only(flag("Overlay", 38, FSCOPE_TR("Core", "Overlay fault"),
               FSCOPE_TR("Core",
                   "Set when the permission overlay took away a right that the base "
                   "permissions give (FEAT_S1POE, FEAT_S2POE)."),
               kOverlayValues, kData2),
        isPermission, kNotPermission);
inline constexpr std::array kDirtyBitValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not due to dirty state") },
    NamedValue { 1, FSCOPE_TR("Core", "Refused because of dirty state") },
};
inline constexpr Field kDirtyBit
    = only(flag("DirtyBit", 37, FSCOPE_TR("Core", "Dirty state fault"),
               FSCOPE_TR("Core",
                   "Set when a write found its page clean and the hardware does not "
                   "manage dirty state (FEAT_S1PIE, FEAT_S2PIE)."),
               kDirtyBitValues, kData2),
        isPermission, kNotPermission);
inline Text explainXs(std::uint64_t, std::uint64_t value)
{
    return xName(value);
}
inline constexpr Field kXs { .name = "Xs",
    .hi = 36,
    .lo = 32,
    .kind = FieldKind::Register,
    .longName = FSCOPE_TR("Core", "Status register of ST64BV or ST64BV0"),
    .meaning = FSCOPE_TR("Core", "The register that receives the status of the 64-byte store."),
    .source = kData2,
    .applies = hasXs,
    .whenVoid = FSCOPE_TR("Core", "Not valid: the instruction is neither ST64BV nor ST64BV0."),
    .explain = explainXs };

// ISS, bits 24:0.

inline constexpr std::array kIsvValues {
    NamedValue { 0,
        FSCOPE_TR(
            "Core", "ISS[23:14] hold no valid instruction syndrome: fetch and decode the instruction") },
    NamedValue { 1, FSCOPE_TR("Core", "ISS[23:14] hold a valid instruction syndrome") },
};
inline constexpr Field kIsv = flag("ISV", 24, FSCOPE_TR("Core", "Instruction syndrome valid"),
    FSCOPE_TR("Core",
        "Tells whether ISS[23:14] describe the load or store, so that it can be carried out without fetching "
        "the instruction."),
    kIsvValues, kData);
inline constexpr std::array kSasValues {
    NamedValue { 0, FSCOPE_TR("Core", "Byte: 1 byte") },
    NamedValue { 1, FSCOPE_TR("Core", "Halfword: 2 bytes") },
    NamedValue { 2, FSCOPE_TR("Core", "Word: 4 bytes") },
    NamedValue { 3, FSCOPE_TR("Core", "Doubleword: 8 bytes") },
};
inline constexpr Field kSas
    = only(code("SAS", 23, 22, FSCOPE_TR("Core", "Syndrome access size"),
               FSCOPE_TR("Core", "How many bytes the instruction loads or stores."), kSasValues, kData),
        isvSet, kIsvIsClear);
inline constexpr std::array kSseValues {
    NamedValue { 0, FSCOPE_TR("Core", "Zero-extended, no sign extension") },
    NamedValue { 1, FSCOPE_TR("Core", "Sign-extended to the width of the register") },
};
inline constexpr Field kSse
    = only(flag("SSE", 21, FSCOPE_TR("Core", "Syndrome sign extend"),
               FSCOPE_TR("Core",
                   "Whether a loaded byte, halfword or word is sign-extended to the width "
                   "of the register. A store has 0 here."),
               kSseValues, kData),
        isvSet, kIsvIsClear);
inline constexpr std::array kTopLevelValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not due to the TopLevel check") },
    NamedValue { 1, FSCOPE_TR("Core", "Refused by the stage 2 TopLevel check") },
};
inline constexpr Field kTopLevel = flag("TopLevel", 21, FSCOPE_TR("Core", "TopLevel fault"),
    FSCOPE_TR("Core",
        "Set when the guest used a TTBR whose table stage 2 does not allow as a top-level table (FEAT_THE)."),
    kTopLevelValues, kData);
inline constexpr Field kTopLevelOfData = onlyShown(kTopLevel, isvClear);
inline Text explainSrt(std::uint64_t esr, std::uint64_t value)
{
    return bit(esr, 15) ? xName(value) : wName(value);
}
inline constexpr Field kSrt { .name = "SRT",
    .hi = 20,
    .lo = 16,
    .kind = FieldKind::Register,
    .longName = FSCOPE_TR("Core", "Syndrome register transfer"),
    .meaning
    = FSCOPE_TR("Core", "The general-purpose register that is loaded or stored; 31 is the zero register."),
    .source = kData,
    .applies = isvSet,
    .whenVoid = kIsvIsClear,
    .explain = explainSrt };
inline constexpr std::array kWuValues {
    NamedValue { 0,
        FSCOPE_TR(
            "Core", "Not a store or table update, or it is not known whether the location was updated") },
    NamedValue { 1, FSCOPE_TR("Core", "Reserved value"), true },
    NamedValue { 2, FSCOPE_TR("Core", "A store or table update that did not update the location") },
    NamedValue { 3, FSCOPE_TR("Core", "A store or table update that did update the location") },
};
inline constexpr Field kWu
    = onlyShown(code("WU", 17, 16, FSCOPE_TR("Core", "Write update"),
                    FSCOPE_TR("Core",
                        "Whether a store, or a hardware update of a table, changed memory "
                        "before the External abort was reported (FEAT_RASv2)."),
                    kWuValues, kData),
        isvClearAndExternal);
inline constexpr std::array kSfValues {
    NamedValue { 0, FSCOPE_TR("Core", "32-bit register (Wt); a load clears bits 63:32") },
    NamedValue { 1, FSCOPE_TR("Core", "64-bit register (Xt)") },
};
inline constexpr Field kSf
    = only(flag("SF", 15, FSCOPE_TR("Core", "Sixty-four bit register"),
               FSCOPE_TR("Core",
                   "The width of the register the instruction names, which a loaded value is extended to."),
               kSfValues, kData),
        isvSet, kIsvIsClear);
inline constexpr std::array kFnpValues {
    NamedValue { 0, FSCOPE_TR("Core", "FAR holds the faulting address") },
    NamedValue { 1, FSCOPE_TR("Core", "FAR holds any address in the fault granule") },
};
inline constexpr Field kFnp
    = onlyShown(flag("FnP", 15, FSCOPE_TR("Core", "FAR not precise"),
                    FSCOPE_TR("Core",
                        "Whether FAR_EL2 names the byte that faulted, or only some byte of "
                        "the granule it lies in (SVE and SME accesses)."),
                    kFnpValues, kData),
        isvClear);
inline constexpr std::array kArValues {
    NamedValue { 0, FSCOPE_TR("Core", "No acquire or release semantics") },
    NamedValue { 1, FSCOPE_TR("Core", "Acquire or release semantics") },
};
inline constexpr Field kAr
    = only(flag("AR", 14, FSCOPE_TR("Core", "Acquire/Release"),
               FSCOPE_TR("Core",
                   "Whether the instruction has acquire or release semantics, which whoever "
                   "carries it out has to keep."),
               kArValues, kData),
        isvSet, kIsvIsClear);
inline constexpr std::array kPfvValues {
    NamedValue { 0, FSCOPE_TR("Core", "PFAR is not valid") },
    NamedValue { 1, FSCOPE_TR("Core", "PFAR is valid") },
};
inline constexpr Field kPfv = flag("PFV", 14, FSCOPE_TR("Core", "PFAR valid"),
    FSCOPE_TR("Core", "Whether PFAR_EL2 holds the physical address of the External abort (FEAT_PFAR)."),
    kPfvValues, kData);
inline constexpr Field kPfvOfData = onlyShown(kPfv, isvClearAndExternal);
inline constexpr Field kPfvOfInstruction = onlyShown(kPfv, isExternal);
inline constexpr std::array kVncrValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not an access through VNCR_EL2") },
    NamedValue { 1, FSCOPE_TR("Core", "An access through VNCR_EL2, made by EL1") },
};
inline constexpr Field kVncr = flag("VNCR", 13, FSCOPE_TR("Core", "Fault through VNCR_EL2"),
    FSCOPE_TR("Core",
        "Whether EL1 used a register that FEAT_NV2 keeps in memory, so that EL2's own tables for the page at "
        "VNCR_EL2 failed."),
    kVncrValues, kData);
inline constexpr std::array kSetValues {
    NamedValue { 0, FSCOPE_TR("Core", "Recoverable state (UER)") },
    NamedValue { 1, FSCOPE_TR("Core", "Reserved value"), true },
    NamedValue { 2, FSCOPE_TR("Core", "Uncontainable (UC)") },
    NamedValue { 3, FSCOPE_TR("Core", "Restartable state (UEO)") },
};
inline constexpr Field kSet = only(
    code("SET", 12, 11, FSCOPE_TR("Core", "Synchronous error type"),
        FSCOPE_TR("Core",
            "How far the state of the PE can be trusted after a synchronous External abort (FEAT_RAS)."),
        kSetValues, kData),
    isExternal, kNotExternal);
inline constexpr std::array kLstValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not specified") },
    NamedValue { 1, FSCOPE_TR("Core", "ST64BV") },
    NamedValue { 2, FSCOPE_TR("Core", "LD64B or ST64B") },
    NamedValue { 3, FSCOPE_TR("Core", "ST64BV0") },
};
inline constexpr Field kLst = onlyShown(
    code("LST", 12, 11, FSCOPE_TR("Core", "Load/store type"),
        FSCOPE_TR("Core", "Which 64-byte load or store of FEAT_LS64 made the access, if one did."),
        kLstValues, kData),
    hasLst);
inline constexpr std::array kFnvValues {
    NamedValue { 0, FSCOPE_TR("Core", "FAR is valid") },
    NamedValue { 1, FSCOPE_TR("Core", "FAR is not valid") },
};
inline constexpr Field kFnv
    = only(flag("FnV", 10, FSCOPE_TR("Core", "FAR not valid"),
               FSCOPE_TR("Core",
                   "Whether FAR_EL2 is of no use. Only an External abort that is not on a "
                   "table walk may leave it so."),
               kFnvValues, kData),
        isExternalOffWalk, FSCOPE_TR("Core", "Reserved for this fault: FAR is valid."));
inline constexpr std::array kEaValues {
    NamedValue { 0, FSCOPE_TR("Core", "IMPLEMENTATION DEFINED class 0") },
    NamedValue { 1, FSCOPE_TR("Core", "IMPLEMENTATION DEFINED class 1") },
};
inline constexpr Field kEa = only(
    flag("EA", 9, FSCOPE_TR("Core", "External abort type"),
        FSCOPE_TR("Core",
            "An IMPLEMENTATION DEFINED classification of External aborts. All other faults have 0 here."),
        kEaValues, kData),
    isExternal, kNotExternal);
inline constexpr std::array kCmValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not from a cache maintenance or address translation instruction") },
    NamedValue { 1, FSCOPE_TR("Core", "From a cache maintenance or address translation instruction") },
};
inline constexpr Field kCm = flag("CM", 8, FSCOPE_TR("Core", "Cache maintenance"),
    FSCOPE_TR("Core",
        "Whether a cache maintenance or address translation instruction faulted, which has no data to "
        "emulate (DC ZVA, which writes, does not count)."),
    kCmValues, kData);
inline constexpr std::array kS1ptwValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not a stage 2 fault on a stage 1 translation table walk") },
    NamedValue { 1, FSCOPE_TR("Core", "A stage 2 fault on a stage 1 translation table walk") },
};
inline constexpr Field kS1ptw = flag("S1PTW", 7, FSCOPE_TR("Core", "Stage 1 translation table walk"),
    FSCOPE_TR("Core",
        "Whether stage 2 failed for the address of a stage 1 table rather than for the address of the "
        "access. HPFAR_EL2 then names the table."),
    kS1ptwValues, kData);
inline constexpr std::array kWnrValues {
    NamedValue { 0, FSCOPE_TR("Core", "Caused by a read") },
    NamedValue { 1, FSCOPE_TR("Core", "Caused by a write") },
};
inline constexpr Field kWnr = flag("WnR", 6, FSCOPE_TR("Core", "Write not Read"),
    FSCOPE_TR("Core",
        "The direction of the access. Cache maintenance counts as a write; on a table walk (S1PTW) it is "
        "still that of the instruction."),
    kWnrValues, kData);
/// The 64 values of a fault status code; @p data includes those that only data accesses have.
inline constexpr std::array<NamedValue, 64> statusValues(bool data)
{
    std::array<NamedValue, 64> values {};
    for (unsigned i = 0; i < values.size(); ++i)
        values[i] = { i, kReservedStatus, true };
    for (const FaultStatus& row : kFaultStatuses) {
        if (data || !row.dataOnly)
            values[row.code] = { row.code, row.text };
    }
    return values;
}
inline constexpr std::array kDfscValues = statusValues(true);
inline constexpr std::array kIfscValues = statusValues(false);
inline constexpr Field kDfsc = code("DFSC", 5, 0, FSCOPE_TR("Core", "Data fault status code"),
    FSCOPE_TR(
        "Core", "The kind of fault and, for faults of a walk, the level of the table where it was found."),
    kDfscValues, kData);
inline constexpr Field kIfsc = code("IFSC", 5, 0, FSCOPE_TR("Core", "Instruction fault status code"),
    FSCOPE_TR(
        "Core", "The kind of fault and, for faults of a walk, the level of the table where it was found."),
    kIfscValues, kInstruction);

} // namespace fscope::arch::table
