// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// Calls (SVC, HVC, SMC), breakpoint instructions, ERET, and classes whose ISS is empty.

#include "core/arch/issrows.h"
#include "core/base/bits.h"

namespace fscope::arch::table {
namespace {

constexpr auto kEmptyRows = withEsrHead(std::array { res0(24, 0, kEsrSource) });
constexpr EsrLayouts kEmptyLayouts = esrLayouts(kEmptyRows);

constexpr const char* kImm16
    = "Arm ARM D24.2, ESR_ELx, ISS encoding for an exception from HVC or SVC instruction execution";
constexpr auto kImm16Rows = withEsrHead(std::array {
    res0(24, 16, kImm16),
    number("imm16", 15, 0, FSCOPE_TR("Core", "Immediate"),
        FSCOPE_TR("Core", "The 16-bit number of the instruction. It is UNKNOWN for a conditional A32 SVC."),
        kImm16),
});
constexpr EsrLayouts kImm16Layouts = esrLayouts(kImm16Rows);

constexpr const char* kSmc32
    = "Arm ARM D24.2, ESR_ELx, ISS encoding for an exception from SMC instruction execution in AArch32 state";
constexpr std::array kPassValues {
    NamedValue { 0, FSCOPE_TR("Core", "Unconditional, or passed its condition check") },
    NamedValue { 1, FSCOPE_TR("Core", "Conditional, and may have failed its condition check") },
};
constexpr auto kSmc32Rows = withEsrHead(std::array {
    cv(kSmc32),
    cond(kSmc32),
    flag("CCKNOWNPASS", 19, FSCOPE_TR("Core", "Condition code known to have passed"),
        FSCOPE_TR("Core",
            "Whether the SMC may be one that its condition would have skipped; if 0, CV and COND are "
            "RES0."),
        kPassValues, kSmc32),
    res0(18, 0, kSmc32),
});
constexpr EsrLayouts kSmc32Layouts = esrLayouts(kSmc32Rows, kSmc32Rows, kEmptyRows, 0);

constexpr const char* kBrk
    = "Arm ARM D24.2, ESR_ELx, ISS encoding for an exception from execution of a Breakpoint instruction";
constexpr auto kBrkRows = withEsrHead(std::array {
    res0(24, 16, kBrk),
    number("Comment", 15, 0, FSCOPE_TR("Core", "Comment"),
        FSCOPE_TR("Core", "The immediate of the BRK, or that of the BKPT with zeros before it."), kBrk),
});
constexpr EsrLayouts kBrkLayouts = esrLayouts(kBrkRows);

constexpr const char* kEret
    = "Arm ARM D24.2, ESR_ELx, ISS encoding for an exception from ERET, ERETAA or ERETAB instruction";
bool isPlainEret(std::uint64_t esr)
{
    return !bit(esr, 1);
}
bool isEreta(std::uint64_t esr)
{
    return bit(esr, 1);
}
constexpr std::array kEretValues {
    NamedValue { 0, "ERET" },
    NamedValue { 1, FSCOPE_TR("Core", "ERETAA or ERETAB") },
};
constexpr std::array kEretaValues {
    NamedValue { 0, "ERETAA" },
    NamedValue { 1, "ERETAB" },
};
constexpr auto kEretRows = withEsrHead(std::array {
    res0(24, 2, kEret),
    flag("ERET", 1, FSCOPE_TR("Core", "Kind of return"),
        FSCOPE_TR("Core", "Whether the return checks the address by pointer authentication."), kEretValues,
        kEret),
    onlyShown(flag("ERETA", 0, FSCOPE_TR("Core", "Key of the return"),
                  FSCOPE_TR("Core", "Which instruction key the return uses."), kEretaValues, kEret),
        isEreta),
    res0(0, 0, kEret, isPlainEret),
});
constexpr EsrLayouts kEretLayouts = esrLayouts(kEretRows, mask(1, 1));

} // namespace

const EsrLayouts* callLayouts(unsigned exceptionClass)
{
    switch (exceptionClass) {
    case 0x00: // Unknown reason
    case 0x09: // pointer authentication
    case 0x0e: // Illegal Execution state
    case 0x19: // SVE
    case 0x22: // PC alignment
    case 0x26: // SP alignment
        return &kEmptyLayouts;
    case 0x11:
    case 0x12:
    case 0x15:
    case 0x16:
    case 0x17:
        return &kImm16Layouts;
    case 0x13:
        return &kSmc32Layouts;
    case 0x1a:
        return &kEretLayouts;
    case 0x38:
    case 0x3c:
        return &kBrkLayouts;
    default:
        return nullptr;
    }
}

} // namespace fscope::arch::table
