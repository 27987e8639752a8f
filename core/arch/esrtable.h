// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/arch/esrclass.h"
#include "core/arch/fieldtables.h"

#include <array>
#include <span>

/// The rows that every layout of an ESR begins with. Not for other layers.
namespace fscope::arch::table {

inline constexpr const char* kUnallocatedClass = FSCOPE_TR("Core", "Unallocated exception class");

inline constexpr std::uint8_t kEl1 = 1U << 1;
inline constexpr std::uint8_t kEl2 = 1U << 2;
inline constexpr std::uint8_t kEl3 = 1U << 3;
inline constexpr std::uint8_t kAll = kEl1 | kEl2 | kEl3;
inline constexpr ClassStatus kAllocated = ClassStatus::Allocated;
inline constexpr ClassStatus kUnallocated = ClassStatus::Unallocated;
inline constexpr ClassStatus kWithdrawn = ClassStatus::Withdrawn;

// Arm ARM (DDI 0487 M.a) D24.2, "ESR_EL2", EC; one row for each of the 64 values.
// clang-format off
inline constexpr std::array kExceptionClasses {
    ExceptionClass { 0x00, FSCOPE_TR("Core", "Unknown reason"), kAll, false, kAllocated, "" },
    ExceptionClass { 0x01, FSCOPE_TR("Core", "Trapped WFI, WFE, WFIT or WFET"), kAll, true, kAllocated, "" },
    ExceptionClass { 0x02, kUnallocatedClass, 0, false, kUnallocated, "" },
    ExceptionClass { 0x03, FSCOPE_TR("Core", "Trapped MCR or MRC access, coproc 0b1111"), kAll, true, kAllocated, "AArch32" },
    ExceptionClass { 0x04, FSCOPE_TR("Core", "Trapped MCRR or MRRC access, coproc 0b1111"), kAll, true, kAllocated, "AArch32" },
    ExceptionClass { 0x05, FSCOPE_TR("Core", "Trapped MCR or MRC access, coproc 0b1110"), kAll, true, kAllocated, "AArch32" },
    ExceptionClass { 0x06, FSCOPE_TR("Core", "Trapped LDC or STC access"), kAll, true, kAllocated, "AArch32" },
    ExceptionClass { 0x07, FSCOPE_TR("Core", "Trapped SME, SVE, Advanced SIMD or floating-point access"), kAll, true, kAllocated, "" },
    ExceptionClass { 0x08, FSCOPE_TR("Core", "Trapped VMRS access to an ID register"), kEl2, true, kAllocated, "AArch32" },
    ExceptionClass { 0x09, FSCOPE_TR("Core", "Trapped pointer authentication instruction"), kAll, false, kAllocated, "FEAT_PAuth" },
    ExceptionClass { 0x0a, FSCOPE_TR("Core", "Trapped LD64B, ST64B, ST64BV, ST64BV0, TSB CSYNC or PSB CSYNC"), kAll, false, kAllocated, "FEAT_LS64, FEAT_SPEv1p5 or FEAT_TRBEv1p1" },
    ExceptionClass { 0x0b, kUnallocatedClass, 0, false, kUnallocated, "" },
    ExceptionClass { 0x0c, FSCOPE_TR("Core", "Trapped MRRC access, coproc 0b1110"), kAll, true, kAllocated, "AArch32" },
    ExceptionClass { 0x0d, FSCOPE_TR("Core", "Branch Target exception"), kAll, false, kAllocated, "FEAT_BTI" },
    ExceptionClass { 0x0e, FSCOPE_TR("Core", "Illegal Execution state"), kAll, false, kAllocated, "" },
    ExceptionClass { 0x0f, kUnallocatedClass, 0, false, kUnallocated, "" },
    ExceptionClass { 0x10, kUnallocatedClass, 0, false, kUnallocated, "" },
    ExceptionClass { 0x11, FSCOPE_TR("Core", "SVC executed in AArch32"), kEl1 | kEl2, true, kAllocated, "AArch32" },
    ExceptionClass { 0x12, FSCOPE_TR("Core", "HVC executed in AArch32"), kEl2, true, kAllocated, "AArch32" },
    ExceptionClass { 0x13, FSCOPE_TR("Core", "SMC executed in AArch32"), kEl2 | kEl3, true, kAllocated, "AArch32" },
    ExceptionClass { 0x14, FSCOPE_TR("Core", "Trapped MSRR, MRRS or 128-bit System instruction"), kAll, false, kAllocated, "FEAT_SYSREG128 or FEAT_SYSINSTR128" },
    ExceptionClass { 0x15, FSCOPE_TR("Core", "SVC executed in AArch64"), kAll, false, kAllocated, "" },
    ExceptionClass { 0x16, FSCOPE_TR("Core", "HVC executed in AArch64"), kEl2 | kEl3, false, kAllocated, "" },
    ExceptionClass { 0x17, FSCOPE_TR("Core", "SMC executed in AArch64"), kEl2 | kEl3, false, kAllocated, "" },
    ExceptionClass { 0x18, FSCOPE_TR("Core", "Trapped MSR, MRS or System instruction in AArch64"), kAll, false, kAllocated, "" },
    ExceptionClass { 0x19, FSCOPE_TR("Core", "Trapped SVE access (ZEN, TZ or EZ)"), kAll, false, kAllocated, "FEAT_SVE" },
    ExceptionClass { 0x1a, FSCOPE_TR("Core", "Trapped ERET, ERETAA or ERETAB"), kEl1 | kEl2, false, kAllocated, "FEAT_FGT or FEAT_NV" },
    ExceptionClass { 0x1b, FSCOPE_TR("Core", "Trapped TSTART (FEAT_TME, withdrawn)"), kAll, false, kWithdrawn, "FEAT_TME" },
    ExceptionClass { 0x1c, FSCOPE_TR("Core", "Pointer authentication failure"), kAll, false, kAllocated, "FEAT_FPAC" },
    ExceptionClass { 0x1d, FSCOPE_TR("Core", "Trapped SME access"), kAll, false, kAllocated, "FEAT_SME" },
    ExceptionClass { 0x1e, FSCOPE_TR("Core", "Granule Protection Check exception"), kEl3, false, kAllocated, "FEAT_RME" },
    ExceptionClass { 0x1f, FSCOPE_TR("Core", "IMPLEMENTATION DEFINED exception to EL3"), kEl3, false, kAllocated, "" },
    ExceptionClass { 0x20, FSCOPE_TR("Core", "Instruction Abort from a lower Exception level"), kAll, false, kAllocated, "" },
    ExceptionClass { 0x21, FSCOPE_TR("Core", "Instruction Abort without a change of Exception level"), kAll, false, kAllocated, "" },
    ExceptionClass { 0x22, FSCOPE_TR("Core", "PC alignment fault"), kAll, false, kAllocated, "" },
    ExceptionClass { 0x23, kUnallocatedClass, 0, false, kUnallocated, "" },
    ExceptionClass { 0x24, FSCOPE_TR("Core", "Data Abort from a lower Exception level"), kAll, true, kAllocated, "" },
    ExceptionClass { 0x25, FSCOPE_TR("Core", "Data Abort without a change of Exception level, or through VNCR_EL2"), kAll, true, kAllocated, "" },
    ExceptionClass { 0x26, FSCOPE_TR("Core", "SP alignment fault"), kAll, false, kAllocated, "" },
    ExceptionClass { 0x27, FSCOPE_TR("Core", "Memory Copy or Memory Set exception"), kAll, false, kAllocated, "FEAT_MOPS" },
    ExceptionClass { 0x28, FSCOPE_TR("Core", "Trapped floating-point exception from AArch32"), kEl1 | kEl2, true, kAllocated, "AArch32" },
    ExceptionClass { 0x29, kUnallocatedClass, 0, false, kUnallocated, "" },
    ExceptionClass { 0x2a, kUnallocatedClass, 0, false, kUnallocated, "" },
    ExceptionClass { 0x2b, kUnallocatedClass, 0, false, kUnallocated, "" },
    ExceptionClass { 0x2c, FSCOPE_TR("Core", "Trapped floating-point exception from AArch64"), kAll, false, kAllocated, "" },
    ExceptionClass { 0x2d, FSCOPE_TR("Core", "Guarded Control Stack exception"), kAll, false, kAllocated, "FEAT_GCS" },
    ExceptionClass { 0x2e, kUnallocatedClass, 0, false, kUnallocated, "" },
    ExceptionClass { 0x2f, FSCOPE_TR("Core", "SError exception"), kAll, false, kAllocated, "" },
    ExceptionClass { 0x30, FSCOPE_TR("Core", "Breakpoint from a lower Exception level"), kEl1 | kEl2, false, kAllocated, "" },
    ExceptionClass { 0x31, FSCOPE_TR("Core", "Breakpoint without a change of Exception level"), kEl1 | kEl2, false, kAllocated, "" },
    ExceptionClass { 0x32, FSCOPE_TR("Core", "Software Step from a lower Exception level"), kEl1 | kEl2, false, kAllocated, "" },
    ExceptionClass { 0x33, FSCOPE_TR("Core", "Software Step without a change of Exception level"), kEl1 | kEl2, false, kAllocated, "" },
    ExceptionClass { 0x34, FSCOPE_TR("Core", "Watchpoint from a lower Exception level"), kEl1 | kEl2, false, kAllocated, "" },
    ExceptionClass { 0x35, FSCOPE_TR("Core", "Watchpoint without a change of Exception level, or through VNCR_EL2"), kEl1 | kEl2, false, kAllocated, "" },
    ExceptionClass { 0x36, kUnallocatedClass, 0, false, kUnallocated, "" },
    ExceptionClass { 0x37, kUnallocatedClass, 0, false, kUnallocated, "" },
    ExceptionClass { 0x38, FSCOPE_TR("Core", "BKPT executed in AArch32"), kEl1 | kEl2, true, kAllocated, "AArch32" },
    ExceptionClass { 0x39, kUnallocatedClass, 0, false, kUnallocated, "" },
    ExceptionClass { 0x3a, FSCOPE_TR("Core", "Vector Catch from AArch32"), kEl2, false, kAllocated, "AArch32" },
    ExceptionClass { 0x3b, kUnallocatedClass, 0, false, kUnallocated, "" },
    ExceptionClass { 0x3c, FSCOPE_TR("Core", "BRK executed in AArch64"), kAll, false, kAllocated, "" },
    ExceptionClass { 0x3d, FSCOPE_TR("Core", "Profiling exception"), kAll, false, kAllocated, "FEAT_EBEP, FEAT_SPE_EXC or FEAT_TRBE_EXC" },
    ExceptionClass { 0x3e, kUnallocatedClass, 0, false, kUnallocated, "" },
    ExceptionClass { 0x3f, kUnallocatedClass, 0, false, kUnallocated, "" },
};
// clang-format on

inline constexpr std::array<NamedValue, 64> kEcValues = [] {
    std::array<NamedValue, 64> values {};
    for (unsigned i = 0; i < values.size(); ++i) {
        const ExceptionClass& row = kExceptionClasses[i];
        values[i] = { row.code, row.name, row.status != kAllocated };
    }
    return values;
}();

inline constexpr const char* kEsrSource = "Arm ARM D24.2, ESR_EL2";

inline constexpr Field kEsrEc = code("EC", 31, 26, FSCOPE_TR("Core", "Exception class"),
    FSCOPE_TR("Core", "Why the exception was taken. It chooses the layout of ISS and ISS2."), kEcValues,
    kEsrSource);

inline constexpr std::array kIlValues {
    NamedValue { 0, FSCOPE_TR("Core", "16-bit instruction") },
    NamedValue { 1, FSCOPE_TR("Core", "32-bit instruction, or a class that does not tell") },
};
inline constexpr Field kEsrIl = flag("IL", 25, FSCOPE_TR("Core", "Instruction length"),
    FSCOPE_TR("Core",
        "The length of the instruction that trapped. All A64 instructions have 32 bits, so 0 can only come "
        "from T32."),
    kIlValues, kEsrSource);

/// The rows of a layout: the reserved top, EC and IL before those of the ISS.
template <std::size_t N>
constexpr std::array<Field, N + 3> withEsrHead(const std::array<Field, N>& iss)
{
    std::array<Field, N + 3> rows {};
    rows[0] = res0(63, 32, kEsrSource);
    rows[1] = kEsrEc;
    rows[2] = kEsrIl;
    for (std::size_t i = 0; i < N; ++i)
        rows[i + 3] = iss[i];
    return rows;
}

/// One layout of the ISS as ESR_EL1, ESR_EL2 and ESR_EL3 have it.
struct EsrLayouts {
    RegisterLayout el1;
    RegisterLayout el2;
    RegisterLayout el3;

    constexpr const RegisterLayout& at(RegisterName name) const
    {
        return name == RegisterName::EsrEl1 ? el1 : name == RegisterName::EsrEl3 ? el3 : el2;
    }
};
constexpr EsrLayouts esrLayouts(std::span<const Field> el1, std::span<const Field> el2,
    std::span<const Field> el3, std::uint64_t conditionBits)
{
    return {
        { "ESR_EL1", FSCOPE_TR("Core", "Exception Syndrome Register (EL1)"), 64, el1, conditionBits },
        { "ESR_EL2", FSCOPE_TR("Core", "Exception Syndrome Register (EL2)"), 64, el2, conditionBits },
        { "ESR_EL3", FSCOPE_TR("Core", "Exception Syndrome Register (EL3)"), 64, el3, conditionBits },
    };
}
constexpr EsrLayouts esrLayouts(std::span<const Field> rows, std::uint64_t conditionBits = 0)
{
    return esrLayouts(rows, rows, rows, conditionBits);
}

// The layouts of one group of classes each; nullptr for the classes of the others.
const EsrLayouts* trapLayouts(unsigned exceptionClass);  // iss_traps.cpp
const EsrLayouts* callLayouts(unsigned exceptionClass);  // iss_calls.cpp
const EsrLayouts* faultLayouts(unsigned exceptionClass); // iss_faults.cpp
const EsrLayouts* serrorLayouts();                       // iss_serror.cpp
const EsrLayouts* gpcLayouts();
const EsrLayouts* debugLayouts(unsigned exceptionClass); // iss_debug.cpp
const EsrLayouts* abortLayouts(unsigned exceptionClass); // abort_fields.cpp

} // namespace fscope::arch::table
