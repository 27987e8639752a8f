// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// Branch Target, pointer authentication, memory copy and set, floating-point, Guarded Control Stack.

#include "core/arch/issrows.h"
#include "core/base/bits.h"

namespace fscope::arch::table {
namespace {

// 0x0D

constexpr const char* kBti = "Arm ARM D24.2, ESR_ELx, ISS encoding for an exception from Branch Target";
constexpr auto kBtiRows = withEsrHead(std::array {
    res0(24, 2, kBti),
    number("BTYPE", 1, 0, FSCOPE_TR("Core", "Branch type"),
        FSCOPE_TR(
            "Core", "PSTATE.BTYPE, set by the branch, which the instruction at its target does not accept."),
        kBti),
});
constexpr EsrLayouts kBtiLayouts = esrLayouts(kBtiRows);

// 0x1C

constexpr const char* kPac
    = "Arm ARM D24.2, ESR_ELx, ISS encoding for an exception from a pointer authentication instruction";
constexpr std::array kDniValues {
    NamedValue { 0, FSCOPE_TR("Core", "Instruction key") },
    NamedValue { 1, FSCOPE_TR("Core", "Data key") },
};
constexpr std::array kBnaValues {
    NamedValue { 0, FSCOPE_TR("Core", "A key") },
    NamedValue { 1, FSCOPE_TR("Core", "B key") },
};
constexpr auto kPacRows = withEsrHead(std::array {
    res0(24, 2, kPac),
    flag("DnI", 1, FSCOPE_TR("Core", "Data or instruction key"),
        FSCOPE_TR("Core", "Whether a data or an instruction key was used to check the pointer."), kDniValues,
        kPac),
    flag("BnA", 0, FSCOPE_TR("Core", "B or A key"), FSCOPE_TR("Core", "Which key of that kind was used."),
        kBnaValues, kPac),
});
constexpr EsrLayouts kPacLayouts = esrLayouts(kPacRows);

// 0x1F

constexpr auto kImpDefRows = withEsrHead(std::array {
    number("IMPDEF", 24, 0, FSCOPE_TR("Core", "IMPLEMENTATION DEFINED syndrome"),
        FSCOPE_TR("Core", "The documentation of the processor tells what these bits mean."), kEsrSource),
});
constexpr EsrLayouts kImpDefLayouts = esrLayouts(kImpDefRows);

// 0x27

constexpr const char* kMops = "Arm ARM D24.2, ESR_ELx, ISS encoding for an exception from the Memory Copy "
                              "and Memory Set instructions";
constexpr std::array kMemInstValues {
    NamedValue { 0, FSCOPE_TR("Core", "Memory copy (CPY*)") },
    NamedValue { 1, FSCOPE_TR("Core", "Memory set (SET*)") },
};
constexpr std::array kSetgValues {
    NamedValue { 0, FSCOPE_TR("Core", "Does not set Allocation Tags") },
    NamedValue { 1, FSCOPE_TR("Core", "Sets Allocation Tags: SETGM* or SETGE*") },
};
constexpr std::array kEpilogueValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not an epilogue instruction: main (or prologue)") },
    NamedValue { 1, FSCOPE_TR("Core", "Epilogue instruction") },
};
constexpr std::array kFormatValues {
    NamedValue { 0, FSCOPE_TR("Core", "Registers are in the format of option B, as the PE expects") },
    NamedValue { 1, FSCOPE_TR("Core", "Registers are in the format of option A, as the PE expects") },
    NamedValue { 2, FSCOPE_TR("Core", "Registers are in the format of option A, not what the PE expects") },
    NamedValue { 3, FSCOPE_TR("Core", "Registers are in the format of option B, not what the PE expects") },
};
constexpr auto kMopsRows = withEsrHead(std::array {
    flag("MemInst", 24, FSCOPE_TR("Core", "Memory instruction"),
        FSCOPE_TR(
            "Core", "Whether a memory copy or a memory set cannot go on with its registers as they are."),
        kMemInstValues, kMops),
    flag("isSETG", 23, FSCOPE_TR("Core", "Sets tags"),
        FSCOPE_TR("Core", "Whether the memory set instruction also sets Allocation Tags."), kSetgValues,
        kMops),
    number("Options", 22, 19, FSCOPE_TR("Core", "Options"),
        FSCOPE_TR("Core",
            "The options of the instruction: its bits 15:12 for a copy, 13:12 (in bits 20:19) for a set."),
        kMops),
    flag("FromEpilogue", 18, FSCOPE_TR("Core", "From the epilogue"),
        FSCOPE_TR("Core", "Whether the third instruction of the sequence raised the exception."),
        kEpilogueValues, kMops),
    code("FormatOption", 17, 16, FSCOPE_TR("Core", "Format of the registers"),
        FSCOPE_TR("Core",
            "Which of the two register formats the instruction found (WrongOption and OptionA in older "
            "issues)."),
        kFormatValues, kMops),
    res0(15, 15, kMops),
    reg("destreg", 14, 10, FSCOPE_TR("Core", "Destination register"),
        FSCOPE_TR("Core", "The register that holds the destination address."), kMops),
    reg("srcreg", 9, 5, FSCOPE_TR("Core", "Source register"),
        FSCOPE_TR("Core", "The register that holds the source address, or the value of a set."), kMops),
    reg("sizereg", 4, 0, FSCOPE_TR("Core", "Size register"),
        FSCOPE_TR("Core", "The register that holds the number of bytes that are left."), kMops),
});
constexpr EsrLayouts kMopsLayouts = esrLayouts(kMopsRows);

// 0x28, 0x2C

constexpr const char* kFpe
    = "Arm ARM D24.2, ESR_ELx, ISS encoding for an exception from a trapped floating-point exception";
bool fpBitsHold(std::uint64_t esr)
{
    return bit(esr, 23);
}
Text explainFpBit(std::uint64_t esr, std::uint64_t value)
{
    if (!fpBitsHold(esr))
        return FSCOPE_TR("Core", "Not valid: TFV is 0");
    return value != 0 ? FSCOPE_TR("Core", "Occurred") : FSCOPE_TR("Core", "Did not occur");
}
constexpr std::array kOccurred {
    NamedValue { 0, FSCOPE_TR("Core", "Did not occur") },
    NamedValue { 1, FSCOPE_TR("Core", "Occurred") },
};
constexpr Field fpBit(const char* name, unsigned at, const char* longName, const char* meaning)
{
    Field field = flag(name, at, longName, meaning, kOccurred, kFpe);
    field.explain = explainFpBit;
    return field;
}
constexpr std::array kTfvValues {
    NamedValue { 0, FSCOPE_TR("Core", "The exception bits are not valid") },
    NamedValue { 1, FSCOPE_TR("Core", "The exception bits hold what occurred") },
};
constexpr auto kFpeRows = withEsrHead(std::array {
    res0(24, 24, kFpe),
    flag("TFV", 23, FSCOPE_TR("Core", "Trapped fault valid"),
        FSCOPE_TR("Core", "Whether IDF, IXF, UFF, OFF, DZF and IOF tell which exceptions occurred."),
        kTfvValues, kFpe),
    res0(22, 11, kFpe),
    number("VECITR", 10, 8, FSCOPE_TR("Core", "Vector iteration"),
        FSCOPE_TR("Core", "All ones for an exception from AArch32, UNKNOWN for one from AArch64."), kFpe),
    fpBit("IDF", 7, FSCOPE_TR("Core", "Input Denormal"),
        FSCOPE_TR("Core", "Whether an Input Denormal floating-point exception occurred.")),
    res0(6, 5, kFpe),
    fpBit("IXF", 4, FSCOPE_TR("Core", "Inexact"),
        FSCOPE_TR("Core", "Whether an Inexact floating-point exception occurred.")),
    fpBit("UFF", 3, FSCOPE_TR("Core", "Underflow"),
        FSCOPE_TR("Core", "Whether an Underflow floating-point exception occurred.")),
    fpBit("OFF", 2, FSCOPE_TR("Core", "Overflow"),
        FSCOPE_TR("Core", "Whether an Overflow floating-point exception occurred.")),
    fpBit("DZF", 1, FSCOPE_TR("Core", "Divide by Zero"),
        FSCOPE_TR("Core", "Whether a Divide by Zero floating-point exception occurred.")),
    fpBit("IOF", 0, FSCOPE_TR("Core", "Invalid Operation"),
        FSCOPE_TR("Core", "Whether an Invalid Operation floating-point exception occurred.")),
});
constexpr EsrLayouts kFpeLayouts = esrLayouts(kFpeRows);

// 0x2D

constexpr const char* kGcs
    = "Arm ARM D24.2, ESR_ELx, ISS encoding for an exception from the Guarded Control Stack";
bool isDataCheck(std::uint64_t esr)
{
    return bits(esr, 23, 20) == 0;
}
bool isTrappedStore(std::uint64_t esr)
{
    return bits(esr, 23, 20) == 2;
}
bool isOtherGcs(std::uint64_t esr)
{
    return !isDataCheck(esr) && !isTrappedStore(esr);
}
constexpr std::array<NamedValue, 16> kExTypeValues = [] {
    std::array<NamedValue, 16> values {};
    for (unsigned i = 0; i < values.size(); ++i)
        values[i] = { i, FSCOPE_TR("Core", "Reserved value"), true };
    values[0] = { 0, FSCOPE_TR("Core", "Data Check exception") };
    values[1] = { 1, FSCOPE_TR("Core", "EXLOCK exception") };
    values[2] = { 2, FSCOPE_TR("Core", "Trapped GCSSTR or GCSSTTR") };
    return values;
}();
constexpr std::array<NamedValue, 32> kItValues = [] {
    std::array<NamedValue, 32> values {};
    for (unsigned i = 0; i < values.size(); ++i)
        values[i] = { i, FSCOPE_TR("Core", "Reserved value"), true };
    values[0] = { 0, FSCOPE_TR("Core", "Procedure return without pointer authentication (RET)") };
    values[1] = { 1, "GCSPOPM" };
    values[2] = { 2, FSCOPE_TR("Core", "Procedure return with pointer authentication, key A (RETAA)") };
    values[3] = { 3, FSCOPE_TR("Core", "Procedure return with pointer authentication, key B (RETAB)") };
    values[4] = { 4, "GCSSS1" };
    values[5] = { 5, "GCSSS2" };
    values[8] = { 8, "GCSPOPCX" };
    values[9] = { 9, "GCSPOPX" };
    return values;
}();
constexpr auto kGcsRows = withEsrHead(std::array {
    res0(24, 24, kGcs),
    code("ExType", 23, 20, FSCOPE_TR("Core", "Exception type"),
        FSCOPE_TR("Core", "Why the Guarded Control Stack raised the exception."), kExTypeValues, kGcs),
    res0(19, 15, kGcs),
    res0(14, 10, kGcs, isDataCheck),
    onlyShown(reg("Raddr", 14, 10, FSCOPE_TR("Core", "Address register"),
                  FSCOPE_TR("Core", "The register that holds the address of the trapped store."), kGcs),
        isTrappedStore),
    res0(14, 0, kGcs, isOtherGcs),
    onlyShown(
        reg("Rn", 9, 5, FSCOPE_TR("Core", "Register"),
            FSCOPE_TR("Core", "The register the instruction names, or that holds the return address."), kGcs),
        isDataCheck),
    onlyShown(reg("Rvalue", 9, 5, FSCOPE_TR("Core", "Value register"),
                  FSCOPE_TR("Core", "The register that holds the data of the trapped store."), kGcs),
        isTrappedStore),
    onlyShown(code("IT", 4, 0, FSCOPE_TR("Core", "Instruction type"),
                  FSCOPE_TR("Core", "Which instruction found a wrong entry on the Guarded Control Stack."),
                  kItValues, kGcs),
        isDataCheck),
    res0(4, 0, kGcs, isTrappedStore),
});
constexpr EsrLayouts kGcsLayouts = esrLayouts(kGcsRows, mask(23, 20));

} // namespace

const EsrLayouts* faultLayouts(unsigned exceptionClass)
{
    switch (exceptionClass) {
    case 0x0d:
        return &kBtiLayouts;
    case 0x1c:
        return &kPacLayouts;
    case 0x1e:
        return gpcLayouts();
    case 0x1f:
        return &kImpDefLayouts;
    case 0x27:
        return &kMopsLayouts;
    case 0x28:
    case 0x2c:
        return &kFpeLayouts;
    case 0x2d:
        return &kGcsLayouts;
    case 0x2f:
        return serrorLayouts();
    default:
        return nullptr;
    }
}

} // namespace fscope::arch::table
