// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// Traps of system registers, System instructions, WFx, coprocessors and vector units.

#include "core/arch/issrows.h"
#include "core/base/bits.h"

namespace fscope::arch::table {
namespace {

// 0x01

constexpr const char* kWfx = "Arm ARM D24.2, ESR_ELx, ISS encoding for an exception from a WF* instruction";

Text explainRn(std::uint64_t esr, std::uint64_t value)
{
    if (!bit(esr, 2))
        return FSCOPE_TR("Core", "Not valid: RV is 0");
    return xName(value);
}
constexpr Field kWfxRn { .name = "RN",
    .hi = 9,
    .lo = 5,
    .kind = FieldKind::Register,
    .longName = FSCOPE_TR("Core", "Register number"),
    .meaning = FSCOPE_TR("Core", "The register that holds the time at which WFIT or WFET stops waiting."),
    .source = kWfx,
    .explain = explainRn };
constexpr std::array kRvValues {
    NamedValue { 0, FSCOPE_TR("Core", "RN is not valid") },
    NamedValue { 1, FSCOPE_TR("Core", "RN is valid") },
};
constexpr std::array kTiValues {
    NamedValue { 0, "WFI" },
    NamedValue { 1, "WFE" },
    NamedValue { 2, "WFIT" },
    NamedValue { 3, "WFET" },
};
constexpr auto kWfxRows = withEsrHead(std::array {
    cv(kWfx),
    cond(kWfx),
    res0(19, 10, kWfx),
    kWfxRn,
    res0(4, 3, kWfx),
    flag("RV", 2, FSCOPE_TR("Core", "Register valid"),
        FSCOPE_TR("Core", "Whether RN names a register. Only WFIT and WFET have one (FEAT_WFxT)."), kRvValues,
        kWfx),
    code("TI", 1, 0, FSCOPE_TR("Core", "Trapped instruction"),
        FSCOPE_TR("Core", "Which of the four waiting instructions trapped."), kTiValues, kWfx),
});
constexpr EsrLayouts kWfxLayouts = esrLayouts(kWfxRows);

// 0x03, 0x05, 0x08: MCR, MRC, VMRS; 0x04, 0x0C: MCRR, MRRC

constexpr const char* kMcr
    = "Arm ARM D24.2, ESR_ELx, ISS encoding for an exception from an MCR or MRC access";
constexpr const char* kMcrr
    = "Arm ARM D24.2, ESR_ELx, ISS encoding for an exception from an MCRR or MRRC access";

constexpr std::array kMcrDirection {
    NamedValue { 0, FSCOPE_TR("Core", "Write: MCR") },
    NamedValue { 1, FSCOPE_TR("Core", "Read: MRC or VMRS") },
};
constexpr Field direction(std::span<const NamedValue> values, const char* source)
{
    return flag("Direction", 0, FSCOPE_TR("Core", "Direction of the access"),
        FSCOPE_TR(
            "Core", "Whether the instruction reads the register into a general-purpose one, or writes it."),
        values, source);
}
constexpr Field transfer(const char* source)
{
    return reg("Rt", 9, 5, FSCOPE_TR("Core", "Transfer register"),
        FSCOPE_TR(
            "Core", "The general-purpose register the instruction reads or writes, in its AArch64 view."),
        source);
}
constexpr auto kMcrRows = withEsrHead(std::array {
    cv(kMcr),
    cond(kMcr),
    number("Opc2", 19, 17, FSCOPE_TR("Core", "Second opcode"),
        FSCOPE_TR("Core", "The opc2 field of the instruction."), kMcr),
    number("Opc1", 16, 14, FSCOPE_TR("Core", "First opcode"),
        FSCOPE_TR("Core", "The opc1 field of the instruction."), kMcr),
    number("CRn", 13, 10, FSCOPE_TR("Core", "First coprocessor register"),
        FSCOPE_TR("Core", "The CRn field of the instruction; of VMRS, the register that is read."), kMcr),
    transfer(kMcr),
    number("CRm", 4, 1, FSCOPE_TR("Core", "Second coprocessor register"),
        FSCOPE_TR("Core", "The CRm field of the instruction."), kMcr),
    direction(kMcrDirection, kMcr),
});
constexpr EsrLayouts kMcrLayouts = esrLayouts(kMcrRows);

constexpr std::array kMcrrDirection {
    NamedValue { 0, FSCOPE_TR("Core", "Write: MCRR") },
    NamedValue { 1, FSCOPE_TR("Core", "Read: MRRC") },
};
constexpr auto kMcrrRows = withEsrHead(std::array {
    cv(kMcrr),
    cond(kMcrr),
    number("Opc1", 19, 16, FSCOPE_TR("Core", "Opcode"),
        FSCOPE_TR("Core", "The opc1 field of the instruction."), kMcrr),
    res0(15, 15, kMcrr),
    reg("Rt2", 14, 10, FSCOPE_TR("Core", "Second transfer register"),
        FSCOPE_TR("Core", "The general-purpose register of the high half, in its AArch64 view."), kMcrr),
    transfer(kMcrr),
    number("CRm", 4, 1, FSCOPE_TR("Core", "Coprocessor register"),
        FSCOPE_TR("Core", "The CRm field of the instruction."), kMcrr),
    direction(kMcrrDirection, kMcrr),
});
constexpr EsrLayouts kMcrrLayouts = esrLayouts(kMcrrRows);

// 0x06

constexpr const char* kLdc
    = "Arm ARM D24.2, ESR_ELx, ISS encoding for an exception from an LDC or STC instruction";

constexpr std::array kLdcOffset {
    NamedValue { 0, FSCOPE_TR("Core", "Subtract the offset") },
    NamedValue { 1, FSCOPE_TR("Core", "Add the offset") },
};
constexpr std::array kLdcModes {
    NamedValue { 0, FSCOPE_TR("Core", "Immediate unindexed") },
    NamedValue { 1, FSCOPE_TR("Core", "Immediate post-indexed") },
    NamedValue { 2, FSCOPE_TR("Core", "Immediate offset") },
    NamedValue { 3, FSCOPE_TR("Core", "Immediate pre-indexed") },
    NamedValue { 4, FSCOPE_TR("Core", "Literal unindexed (A32 LDC; reserved for STC and T32)") },
    NamedValue { 5, FSCOPE_TR("Core", "Reserved value"), true },
    NamedValue { 6, FSCOPE_TR("Core", "Literal offset (LDC; reserved for STC)") },
    NamedValue { 7, FSCOPE_TR("Core", "Reserved value"), true },
};
constexpr std::array kLdcDirection {
    NamedValue { 0, FSCOPE_TR("Core", "Write to memory: STC") },
    NamedValue { 1, FSCOPE_TR("Core", "Read from memory: LDC") },
};
constexpr auto kLdcRows = withEsrHead(std::array {
    cv(kLdc),
    cond(kLdc),
    number("imm8", 19, 12, FSCOPE_TR("Core", "Immediate"),
        FSCOPE_TR("Core", "The offset of the instruction in words of 4 bytes."), kLdc),
    res0(11, 10, kLdc),
    reg("Rn", 9, 5, FSCOPE_TR("Core", "Base register"),
        FSCOPE_TR("Core", "The base register in its AArch64 view. It is UNKNOWN for the literal forms."),
        kLdc),
    flag("Offset", 4, FSCOPE_TR("Core", "Sign of the offset"),
        FSCOPE_TR("Core", "Whether the offset is added to the base or subtracted from it."), kLdcOffset,
        kLdc),
    code("AM", 3, 1, FSCOPE_TR("Core", "Addressing mode"),
        FSCOPE_TR("Core", "How the instruction makes its address from base and offset."), kLdcModes, kLdc),
    flag("Direction", 0, FSCOPE_TR("Core", "Direction of the access"),
        FSCOPE_TR("Core", "Whether the debug register is loaded from memory or stored to it."), kLdcDirection,
        kLdc),
});
constexpr EsrLayouts kLdcLayouts = esrLayouts(kLdcRows);

// 0x07

constexpr const char* kFp = "Arm ARM D24.2, ESR_ELx, ISS encoding for an exception from an access to SVE, "
                            "Advanced SIMD or floating-point";
constexpr auto kFpRows = withEsrHead(std::array { cv(kFp), cond(kFp), res0(19, 0, kFp) });
constexpr EsrLayouts kFpLayouts = esrLayouts(kFpRows);

// 0x0A

constexpr const char* kLs64
    = "Arm ARM D24.2, ESR_ELx, ISS encoding for an exception from an LD64B or ST64B* instruction";
constexpr std::array kLs64Values {
    NamedValue { 0, "ST64BV" },
    NamedValue { 1, "ST64BV0" },
    NamedValue { 2, FSCOPE_TR("Core", "LD64B or ST64B") },
    NamedValue { 3, "TSB CSYNC" },
    NamedValue { 4, "PSB CSYNC" },
};
constexpr auto kLs64Rows = withEsrHead(std::array {
    code("ISS", 24, 0, FSCOPE_TR("Core", "Trapped instruction"),
        FSCOPE_TR("Core", "Which instruction without an exception class of its own trapped."), kLs64Values,
        kLs64),
});
constexpr EsrLayouts kLs64Layouts = esrLayouts(kLs64Rows);

// 0x18, 0x14

constexpr const char* kSystem
    = "Arm ARM D24.2, ESR_ELx, ISS encoding for an exception from MSR, MRS or System instruction";
constexpr const char* kSystem128
    = "Arm ARM D24.2, ESR_ELx, ISS encoding for an exception from MSRR, MRRS or 128-bit System instruction";

constexpr Field op0(const char* source)
{
    return number("Op0", 21, 20, FSCOPE_TR("Core", "Op0"),
        FSCOPE_TR(
            "Core", "The op0 field of the instruction: 1 for a System instruction, 2 and 3 for a register."),
        source);
}
constexpr Field op2(const char* source)
{
    return number("Op2", 19, 17, FSCOPE_TR("Core", "Op2"),
        FSCOPE_TR("Core", "The op2 field of the instruction."), source);
}
constexpr Field op1(const char* source)
{
    return number("Op1", 16, 14, FSCOPE_TR("Core", "Op1"),
        FSCOPE_TR("Core", "The op1 field of the instruction."), source);
}
constexpr Field crn(const char* source)
{
    return number("CRn", 13, 10, FSCOPE_TR("Core", "CRn"),
        FSCOPE_TR("Core", "The CRn field of the instruction."), source);
}
constexpr Field crm(const char* source)
{
    return number("CRm", 4, 1, FSCOPE_TR("Core", "CRm"),
        FSCOPE_TR("Core", "The CRm field of the instruction."), source);
}
constexpr std::array kSystemDirection {
    NamedValue { 0, FSCOPE_TR("Core", "Write: MSR or a System instruction") },
    NamedValue { 1, FSCOPE_TR("Core", "Read: MRS, or a System instruction with a result") },
};
constexpr auto kSystemRows = withEsrHead(std::array {
    res0(24, 22, kSystem),
    op0(kSystem),
    op2(kSystem),
    op1(kSystem),
    crn(kSystem),
    reg("Rt", 9, 5, FSCOPE_TR("Core", "Transfer register"),
        FSCOPE_TR("Core", "The general-purpose register that is read or written; 31 is the zero register."),
        kSystem),
    crm(kSystem),
    direction(kSystemDirection, kSystem),
});
constexpr EsrLayouts kSystemLayouts = esrLayouts(kSystemRows);

Text explainPair(std::uint64_t, std::uint64_t value)
{
    return { "%1, %2", { xName(value * 2), xName(value * 2 + 1) } };
}
constexpr std::array kSystem128Direction {
    NamedValue { 0, FSCOPE_TR("Core", "Write: MSRR or a 128-bit System instruction") },
    NamedValue { 1, FSCOPE_TR("Core", "Read: MRRS") },
};
constexpr Field kPair { .name = "Rt",
    .hi = 9,
    .lo = 6,
    .longName = FSCOPE_TR("Core", "Transfer registers"),
    .meaning = FSCOPE_TR("Core", "Half the number of the first of the two registers that hold the 128 bits."),
    .source = kSystem128,
    .explain = explainPair };
constexpr auto kSystem128Rows = withEsrHead(std::array {
    res0(24, 22, kSystem128),
    op0(kSystem128),
    op2(kSystem128),
    op1(kSystem128),
    crn(kSystem128),
    kPair,
    res0(5, 5, kSystem128),
    crm(kSystem128),
    direction(kSystem128Direction, kSystem128),
});
constexpr EsrLayouts kSystem128Layouts = esrLayouts(kSystem128Rows);

// 0x1B

constexpr const char* kTstart
    = "Arm ARM D24.2 (issue L.a and older), ESR_ELx, ISS encoding for an exception from a TSTART instruction";
constexpr auto kTstartRows = withEsrHead(std::array {
    res0(24, 10, kTstart),
    reg("Rd", 9, 5, FSCOPE_TR("Core", "Destination register"),
        FSCOPE_TR("Core", "The register that receives the status of the transaction."), kTstart),
    res0(4, 0, kTstart),
});
constexpr EsrLayouts kTstartLayouts = esrLayouts(kTstartRows);

// 0x1D

constexpr const char* kSme = "Arm ARM D24.2, ESR_ELx, ISS encoding for an exception from SME functionality";
constexpr std::array kSmtcValues {
    NamedValue { 0, FSCOPE_TR("Core", "SME access trapped by SMEN, TSM or ESM") },
    NamedValue { 1, FSCOPE_TR("Core", "Advanced SIMD or SVE instruction not allowed while PSTATE.SM is 1") },
    NamedValue { 2, FSCOPE_TR("Core", "SME instruction not allowed while PSTATE.SM is 0") },
    NamedValue { 3, FSCOPE_TR("Core", "SME instruction not allowed while PSTATE.ZA is 0") },
    NamedValue { 4, FSCOPE_TR("Core", "ZT0 access trapped by EZT0 (FEAT_SME2)") },
    NamedValue { 5, FSCOPE_TR("Core", "Reserved value"), true },
    NamedValue { 6, FSCOPE_TR("Core", "Reserved value"), true },
    NamedValue { 7, FSCOPE_TR("Core", "Reserved value"), true },
};
constexpr auto kSmeRows = withEsrHead(std::array {
    res0(24, 3, kSme),
    code("SMTC", 2, 0, FSCOPE_TR("Core", "SME trap code"),
        FSCOPE_TR("Core", "Why the instruction that uses SME, or may not be used beside it, trapped."),
        kSmtcValues, kSme),
});
constexpr EsrLayouts kSmeLayouts = esrLayouts(kSmeRows);

} // namespace

const EsrLayouts* trapLayouts(unsigned exceptionClass)
{
    switch (exceptionClass) {
    case 0x01:
        return &kWfxLayouts;
    case 0x03:
    case 0x05:
    case 0x08:
        return &kMcrLayouts;
    case 0x04:
    case 0x0c:
        return &kMcrrLayouts;
    case 0x06:
        return &kLdcLayouts;
    case 0x07:
        return &kFpLayouts;
    case 0x0a:
        return &kLs64Layouts;
    case 0x14:
        return &kSystem128Layouts;
    case 0x18:
        return &kSystemLayouts;
    case 0x1b:
        return &kTstartLayouts;
    case 0x1d:
        return &kSmeLayouts;
    default:
        return nullptr;
    }
}

} // namespace fscope::arch::table
