// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/fieldtables.h"
#include "core/base/bits.h"

#include <array>

namespace fscope::arch::table {
namespace {

constexpr const char* kA64 = "Arm ARM C5.2, SPSR_EL2, when the exception was taken from AArch64 state";
constexpr const char* kA32 = "Arm ARM C5.2, SPSR_EL2, when the exception was taken from AArch32 state";

constexpr std::array kUinjValues {
    NamedValue { 0, FSCOPE_TR("Core", "No exception is injected") },
    NamedValue { 1, FSCOPE_TR("Core", "An Undefined Instruction exception is injected on return") },
};
constexpr Field kUinj = flag("UINJ", 36, FSCOPE_TR("Core", "Inject Undefined Instruction exception"),
    FSCOPE_TR(
        "Core", "When set, the return makes the guest take an Undefined Instruction exception (FEAT_UINJ)."),
    kUinjValues, kA64);
constexpr std::array kPacmValues {
    NamedValue { 0, FSCOPE_TR("Core", "PACM is 0") },
    NamedValue { 1, FSCOPE_TR("Core", "PACM is 1") },
};
constexpr Field kPacm = flag("PACM", 35, FSCOPE_TR("Core", "PAC mode"),
    FSCOPE_TR("Core", "PSTATE.PACM: how pointer authentication uses the PC (FEAT_PAuth_LR)."), kPacmValues,
    kA64);
constexpr std::array kExlockValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not locked") },
    NamedValue { 1, FSCOPE_TR("Core", "Locked") },
};
constexpr Field kExlock = flag("EXLOCK", 34, FSCOPE_TR("Core", "Exception return state lock"),
    FSCOPE_TR("Core", "PSTATE.EXLOCK: locks ELR and SPSR against change (FEAT_GCS)."), kExlockValues, kA64);
constexpr std::array kPpendValues {
    NamedValue { 0, FSCOPE_TR("Core", "No PMU exception is pending") },
    NamedValue { 1, FSCOPE_TR("Core", "A PMU exception is pending") },
};
constexpr Field kPpend = flag("PPEND", 33, FSCOPE_TR("Core", "PMU exception pending"),
    FSCOPE_TR("Core", "PSTATE.PPEND: a PMU exception is pending (FEAT_SEBEP)."), kPpendValues, kA64);
constexpr std::array kPmValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not masked") },
    NamedValue { 1, FSCOPE_TR("Core", "Masked") },
};
constexpr Field kPm = flag("PM", 32, FSCOPE_TR("Core", "Profiling exception mask"),
    FSCOPE_TR("Core", "PSTATE.PM: masks PMU profiling exceptions (FEAT_EBEP)."), kPmValues, kA64);
constexpr std::array kNValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not negative") },
    NamedValue { 1, FSCOPE_TR("Core", "Negative") },
};
constexpr Field kN = flag("N", 31, FSCOPE_TR("Core", "Negative condition flag"),
    FSCOPE_TR("Core", "PSTATE.N: the last flag-setting result was negative."), kNValues, kA64);
constexpr std::array kZValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not zero") },
    NamedValue { 1, FSCOPE_TR("Core", "Zero") },
};
constexpr Field kZ = flag("Z", 30, FSCOPE_TR("Core", "Zero condition flag"),
    FSCOPE_TR("Core", "PSTATE.Z: the last flag-setting result was zero."), kZValues, kA64);
constexpr std::array kCValues {
    NamedValue { 0, FSCOPE_TR("Core", "No carry") },
    NamedValue { 1, FSCOPE_TR("Core", "Carry") },
};
constexpr Field kC = flag("C", 29, FSCOPE_TR("Core", "Carry condition flag"),
    FSCOPE_TR("Core", "PSTATE.C: the last flag-setting operation carried out."), kCValues, kA64);
constexpr std::array kVValues {
    NamedValue { 0, FSCOPE_TR("Core", "No overflow") },
    NamedValue { 1, FSCOPE_TR("Core", "Overflow") },
};
constexpr Field kV = flag("V", 28, FSCOPE_TR("Core", "Overflow condition flag"),
    FSCOPE_TR("Core", "PSTATE.V: the last flag-setting operation overflowed."), kVValues, kA64);
constexpr std::array kTcoValues {
    NamedValue { 0, FSCOPE_TR("Core", "Tag checks as configured") },
    NamedValue { 1, FSCOPE_TR("Core", "No tag checks") },
};
constexpr Field kTco = flag("TCO", 25, FSCOPE_TR("Core", "Tag Check Override"),
    FSCOPE_TR("Core", "PSTATE.TCO: loads and stores are not tag-checked (FEAT_MTE)."), kTcoValues, kA64);
constexpr std::array kDitValues {
    NamedValue { 0, FSCOPE_TR("Core", "Timing may depend on data") },
    NamedValue { 1, FSCOPE_TR("Core", "Timing does not depend on data") },
};
constexpr Field kDit = flag("DIT", 24, FSCOPE_TR("Core", "Data Independent Timing"),
    FSCOPE_TR("Core", "PSTATE.DIT: instructions take a time that does not depend on their data."), kDitValues,
    kA64);
constexpr std::array kUaoValues {
    NamedValue { 0, FSCOPE_TR("Core", "LDTR and STTR use the rights of EL0") },
    NamedValue { 1, FSCOPE_TR("Core", "LDTR and STTR act as LDR and STR") },
};
constexpr Field kUao = flag("UAO", 23, FSCOPE_TR("Core", "User Access Override"),
    FSCOPE_TR("Core", "PSTATE.UAO: LDTR and STTR use the rights of the current Exception level."), kUaoValues,
    kA64);
constexpr std::array kPanValues {
    NamedValue { 0, FSCOPE_TR("Core", "Such accesses are allowed") },
    NamedValue { 1, FSCOPE_TR("Core", "Such accesses fault") },
};
constexpr Field kPan = flag("PAN", 22, FSCOPE_TR("Core", "Privileged Access Never"),
    FSCOPE_TR("Core", "PSTATE.PAN: privileged accesses to memory that EL0 can reach fault."), kPanValues,
    kA64);
constexpr std::array kSsValues {
    NamedValue { 0, FSCOPE_TR("Core", "Step is active-pending or off") },
    NamedValue { 1, FSCOPE_TR("Core", "One instruction is executed before the step exception") },
};
constexpr Field kSs = flag("SS", 21, FSCOPE_TR("Core", "Software Step"),
    FSCOPE_TR("Core", "PSTATE.SS: the state of the software step machine."), kSsValues, kA64);
constexpr std::array kIlValues {
    NamedValue { 0, FSCOPE_TR("Core", "Legal") },
    NamedValue { 1, FSCOPE_TR("Core", "Illegal Execution state") },
};
constexpr Field kIl = flag("IL", 20, FSCOPE_TR("Core", "Illegal Execution state"),
    FSCOPE_TR("Core", "PSTATE.IL: every instruction raises an Illegal Execution state exception."), kIlValues,
    kA64);
constexpr std::array kAllintValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not masked") },
    NamedValue { 1, FSCOPE_TR("Core", "Masked") },
};
constexpr Field kAllint = flag("ALLINT", 13, FSCOPE_TR("Core", "All interrupt mask"),
    FSCOPE_TR("Core", "PSTATE.ALLINT: masks IRQ and FIQ with superpriority as well (FEAT_NMI)."),
    kAllintValues, kA64);
constexpr std::array kSsbsValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not permitted") },
    NamedValue { 1, FSCOPE_TR("Core", "Permitted") },
};
constexpr Field kSsbs = flag("SSBS", 12, FSCOPE_TR("Core", "Speculative Store Bypass Safe"),
    FSCOPE_TR("Core", "PSTATE.SSBS: loads may speculatively bypass earlier stores."), kSsbsValues, kA64);
constexpr std::array kBtypeValues {
    NamedValue { 0, FSCOPE_TR("Core", "No indirect branch") },
    NamedValue { 1, FSCOPE_TR("Core", "BR through X16 or X17, or from an unguarded page") },
    NamedValue { 2, FSCOPE_TR("Core", "BLR") },
    NamedValue { 3, FSCOPE_TR("Core", "BR through another register from a guarded page") },
};
constexpr Field kBtype = code("BTYPE", 11, 10, FSCOPE_TR("Core", "Branch type"),
    FSCOPE_TR("Core", "PSTATE.BTYPE: how the last indirect branch was made, for BTI to check (FEAT_BTI)."),
    kBtypeValues, kA64);
constexpr std::array kDValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not masked") },
    NamedValue { 1, FSCOPE_TR("Core", "Masked") },
};
constexpr Field kD = flag("D", 9, FSCOPE_TR("Core", "Debug exception mask"),
    FSCOPE_TR("Core", "PSTATE.D: masks watchpoint, breakpoint and software step exceptions."), kDValues,
    kA64);
constexpr std::array kAValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not masked") },
    NamedValue { 1, FSCOPE_TR("Core", "Masked") },
};
constexpr Field kA = flag("A", 8, FSCOPE_TR("Core", "SError exception mask"),
    FSCOPE_TR("Core", "PSTATE.A: masks SError exceptions."), kAValues, kA64);
constexpr std::array kIValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not masked") },
    NamedValue { 1, FSCOPE_TR("Core", "Masked") },
};
constexpr Field kI = flag("I", 7, FSCOPE_TR("Core", "IRQ mask"),
    FSCOPE_TR("Core", "PSTATE.I: masks IRQ interrupts."), kIValues, kA64);
constexpr std::array kFValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not masked") },
    NamedValue { 1, FSCOPE_TR("Core", "Masked") },
};
constexpr Field kF = flag("F", 6, FSCOPE_TR("Core", "FIQ mask"),
    FSCOPE_TR("Core", "PSTATE.F: masks FIQ interrupts."), kFValues, kA64);
constexpr std::array kM4Values {
    NamedValue { 0, FSCOPE_TR("Core", "AArch64") },
    NamedValue { 1, FSCOPE_TR("Core", "AArch32") },
};
constexpr Field kM4 = flag("M[4]", 4, FSCOPE_TR("Core", "Execution state"),
    FSCOPE_TR("Core", "The Execution state the exception was taken from."), kM4Values, kA64);
constexpr std::array kMValues {
    NamedValue { 0, FSCOPE_TR("Core", "EL0t") },
    NamedValue { 4, FSCOPE_TR("Core", "EL1t: EL1 with SP_EL0") },
    NamedValue { 5, FSCOPE_TR("Core", "EL1h: EL1 with SP_EL1") },
    NamedValue { 8, FSCOPE_TR("Core", "EL2t: EL2 with SP_EL0") },
    NamedValue { 9, FSCOPE_TR("Core", "EL2h: EL2 with SP_EL2") },
};
constexpr Field kM = code("M[3:0]", 3, 0,
    FSCOPE_TR("Core", "AArch64 Exception level and selected stack pointer"),
    FSCOPE_TR("Core", "PSTATE.EL and PSTATE.SP: t uses SP_EL0, h the stack pointer of the Exception level."),
    kMValues, kA64);
constexpr std::array kQValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not set") },
    NamedValue { 1, FSCOPE_TR("Core", "Overflowed or saturated") },
};
constexpr Field kQ = flag("Q", 27, FSCOPE_TR("Core", "Overflow or saturation flag"),
    FSCOPE_TR("Core", "PSTATE.Q: a DSP operation overflowed or saturated."), kQValues, kA32);
constexpr Field kItLow = number("IT[1:0]", 26, 25, FSCOPE_TR("Core", "If-Then"),
    FSCOPE_TR("Core", "The low bits of the state of the IT block."), kA32);
constexpr std::array kSsbs32Values {
    NamedValue { 0, FSCOPE_TR("Core", "Not permitted") },
    NamedValue { 1, FSCOPE_TR("Core", "Permitted") },
};
constexpr Field kSsbs32 = flag("SSBS", 23, FSCOPE_TR("Core", "Speculative Store Bypass Safe"),
    FSCOPE_TR("Core", "PSTATE.SSBS: loads may speculatively bypass earlier stores."), kSsbs32Values, kA32);
constexpr Field kGe = number("GE", 19, 16, FSCOPE_TR("Core", "Greater than or Equal flags"),
    FSCOPE_TR("Core", "One flag per byte lane, set by the parallel add and subtract instructions."), kA32);
constexpr Field kItHigh = number("IT[7:2]", 15, 10, FSCOPE_TR("Core", "If-Then"),
    FSCOPE_TR("Core", "The high bits of the state of the IT block."), kA32);
constexpr std::array kEValues {
    NamedValue { 0, FSCOPE_TR("Core", "Little-endian") },
    NamedValue { 1, FSCOPE_TR("Core", "Big-endian") },
};
constexpr Field kE = flag("E", 9, FSCOPE_TR("Core", "Endianness"),
    FSCOPE_TR("Core", "PSTATE.E: the byte order of data accesses."), kEValues, kA32);
constexpr std::array kTValues {
    NamedValue { 0, FSCOPE_TR("Core", "A32") },
    NamedValue { 1, FSCOPE_TR("Core", "T32") },
};
constexpr Field kT = flag("T", 5, FSCOPE_TR("Core", "T32 Instruction set state"),
    FSCOPE_TR("Core", "PSTATE.T: the instruction set."), kTValues, kA32);
constexpr std::array kM32Values {
    NamedValue { 0, FSCOPE_TR("Core", "User") },
    NamedValue { 1, FSCOPE_TR("Core", "FIQ") },
    NamedValue { 2, FSCOPE_TR("Core", "IRQ") },
    NamedValue { 3, FSCOPE_TR("Core", "Supervisor") },
    NamedValue { 7, FSCOPE_TR("Core", "Abort") },
    NamedValue { 10, FSCOPE_TR("Core", "Hyp") },
    NamedValue { 11, FSCOPE_TR("Core", "Undefined") },
    NamedValue { 15, FSCOPE_TR("Core", "System") },
};
constexpr Field kM32 = code("M[3:0]", 3, 0, FSCOPE_TR("Core", "AArch32 mode"),
    FSCOPE_TR("Core", "The AArch32 mode the exception was taken from."), kM32Values, kA32);

constexpr std::array kFields64 {
    res0(63, 37, kA64),
    kUinj,
    kPacm,
    kExlock,
    kPpend,
    kPm,
    kN,
    kZ,
    kC,
    kV,
    res0(27, 26, kA64),
    kTco,
    kDit,
    kUao,
    kPan,
    kSs,
    kIl,
    res0(19, 14, kA64),
    kAllint,
    kSsbs,
    kBtype,
    kD,
    kA,
    kI,
    kF,
    res0(5, 5, kA64),
    kM4,
    kM,
};
constexpr std::array kFields32 {
    res0(63, 37, kA32),
    kUinj,
    res0(35, 34, kA32),
    kPpend,
    res0(32, 32, kA32),
    kN,
    kZ,
    kC,
    kV,
    kQ,
    kItLow,
    kDit,
    kSsbs32,
    kPan,
    kSs,
    kIl,
    kGe,
    kItHigh,
    kE,
    kA,
    kI,
    kF,
    kT,
    kM4,
    kM32,
};

constexpr RegisterLayout kLayout64 { "SPSR_EL2", FSCOPE_TR("Core", "Saved Program Status Register (EL2)"), 64,
    kFields64 };
constexpr RegisterLayout kLayout32 { "SPSR_EL2", FSCOPE_TR("Core", "Saved Program Status Register (EL2)"), 64,
    kFields32 };

} // namespace

const RegisterLayout& spsrLayout(std::uint64_t value)
{
    return bit(value, 4) ? kLayout32 : kLayout64;
}

} // namespace fscope::arch::table
