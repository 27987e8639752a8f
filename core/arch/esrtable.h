// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/arch/fieldtables.h"

#include <array>

/// The rows that every layout of an ESR begins with. Not for other layers.
namespace fscope::arch::table {

inline constexpr const char* kUnallocatedClass = FSCOPE_TR("Core", "Unallocated exception class");

// Arm ARM (DDI 0487 M.a) D24.2, "ESR_EL2", EC; one row for each of the 64 values.
// clang-format off
inline constexpr std::array kEcValues {
    NamedValue { 0x00, FSCOPE_TR("Core", "Unknown reason") },
    NamedValue { 0x01, FSCOPE_TR("Core", "Trapped WFI, WFE, WFIT or WFET") },
    NamedValue { 0x02, kUnallocatedClass, true },
    NamedValue { 0x03, FSCOPE_TR("Core", "Trapped MCR or MRC access, coproc 0b1111") },
    NamedValue { 0x04, FSCOPE_TR("Core", "Trapped MCRR or MRRC access, coproc 0b1111") },
    NamedValue { 0x05, FSCOPE_TR("Core", "Trapped MCR or MRC access, coproc 0b1110") },
    NamedValue { 0x06, FSCOPE_TR("Core", "Trapped LDC or STC access") },
    NamedValue { 0x07, FSCOPE_TR("Core", "Trapped SME, SVE, Advanced SIMD or floating-point access") },
    NamedValue { 0x08, FSCOPE_TR("Core", "Trapped VMRS access to an ID register") },
    NamedValue { 0x09, FSCOPE_TR("Core", "Trapped pointer authentication instruction") },
    NamedValue { 0x0a, FSCOPE_TR("Core", "Trapped LD64B, ST64B, ST64BV, ST64BV0, TSB CSYNC or PSB CSYNC") },
    NamedValue { 0x0b, kUnallocatedClass, true },
    NamedValue { 0x0c, FSCOPE_TR("Core", "Trapped MRRC access, coproc 0b1110") },
    NamedValue { 0x0d, FSCOPE_TR("Core", "Branch Target exception") },
    NamedValue { 0x0e, FSCOPE_TR("Core", "Illegal Execution state") },
    NamedValue { 0x0f, kUnallocatedClass, true },
    NamedValue { 0x10, kUnallocatedClass, true },
    NamedValue { 0x11, FSCOPE_TR("Core", "SVC executed in AArch32") },
    NamedValue { 0x12, FSCOPE_TR("Core", "HVC executed in AArch32") },
    NamedValue { 0x13, FSCOPE_TR("Core", "SMC executed in AArch32") },
    NamedValue { 0x14, FSCOPE_TR("Core", "Trapped MSRR, MRRS or 128-bit System instruction") },
    NamedValue { 0x15, FSCOPE_TR("Core", "SVC executed in AArch64") },
    NamedValue { 0x16, FSCOPE_TR("Core", "HVC executed in AArch64") },
    NamedValue { 0x17, FSCOPE_TR("Core", "SMC executed in AArch64") },
    NamedValue { 0x18, FSCOPE_TR("Core", "Trapped MSR, MRS or System instruction in AArch64") },
    NamedValue { 0x19, FSCOPE_TR("Core", "Trapped SVE access (ZEN, TZ or EZ)") },
    NamedValue { 0x1a, FSCOPE_TR("Core", "Trapped ERET, ERETAA or ERETAB") },
    NamedValue { 0x1b, FSCOPE_TR("Core", "Trapped TSTART (FEAT_TME, withdrawn)"), true },
    NamedValue { 0x1c, FSCOPE_TR("Core", "Pointer authentication failure") },
    NamedValue { 0x1d, FSCOPE_TR("Core", "Trapped SME access") },
    NamedValue { 0x1e, FSCOPE_TR("Core", "Granule Protection Check exception") },
    NamedValue { 0x1f, FSCOPE_TR("Core", "IMPLEMENTATION DEFINED exception to EL3") },
    NamedValue { 0x20, FSCOPE_TR("Core", "Instruction Abort from a lower Exception level") },
    NamedValue { 0x21, FSCOPE_TR("Core", "Instruction Abort without a change of Exception level") },
    NamedValue { 0x22, FSCOPE_TR("Core", "PC alignment fault") },
    NamedValue { 0x23, kUnallocatedClass, true },
    NamedValue { 0x24, FSCOPE_TR("Core", "Data Abort from a lower Exception level") },
    NamedValue { 0x25, FSCOPE_TR("Core", "Data Abort without a change of Exception level, or through VNCR_EL2") },
    NamedValue { 0x26, FSCOPE_TR("Core", "SP alignment fault") },
    NamedValue { 0x27, FSCOPE_TR("Core", "Memory Copy or Memory Set exception") },
    NamedValue { 0x28, FSCOPE_TR("Core", "Trapped floating-point exception from AArch32") },
    NamedValue { 0x29, kUnallocatedClass, true },
    NamedValue { 0x2a, kUnallocatedClass, true },
    NamedValue { 0x2b, kUnallocatedClass, true },
    NamedValue { 0x2c, FSCOPE_TR("Core", "Trapped floating-point exception from AArch64") },
    NamedValue { 0x2d, FSCOPE_TR("Core", "Guarded Control Stack exception") },
    NamedValue { 0x2e, kUnallocatedClass, true },
    NamedValue { 0x2f, FSCOPE_TR("Core", "SError exception") },
    NamedValue { 0x30, FSCOPE_TR("Core", "Breakpoint from a lower Exception level") },
    NamedValue { 0x31, FSCOPE_TR("Core", "Breakpoint without a change of Exception level") },
    NamedValue { 0x32, FSCOPE_TR("Core", "Software Step from a lower Exception level") },
    NamedValue { 0x33, FSCOPE_TR("Core", "Software Step without a change of Exception level") },
    NamedValue { 0x34, FSCOPE_TR("Core", "Watchpoint from a lower Exception level") },
    NamedValue { 0x35, FSCOPE_TR("Core", "Watchpoint without a change of Exception level, or through VNCR_EL2") },
    NamedValue { 0x36, kUnallocatedClass, true },
    NamedValue { 0x37, kUnallocatedClass, true },
    NamedValue { 0x38, FSCOPE_TR("Core", "BKPT executed in AArch32") },
    NamedValue { 0x39, kUnallocatedClass, true },
    NamedValue { 0x3a, FSCOPE_TR("Core", "Vector Catch from AArch32") },
    NamedValue { 0x3b, kUnallocatedClass, true },
    NamedValue { 0x3c, FSCOPE_TR("Core", "BRK executed in AArch64") },
    NamedValue { 0x3d, FSCOPE_TR("Core", "Profiling exception") },
    NamedValue { 0x3e, kUnallocatedClass, true },
    NamedValue { 0x3f, kUnallocatedClass, true },
};
// clang-format on

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

} // namespace fscope::arch::table
