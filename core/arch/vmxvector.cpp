// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/vmxvector.h"

#include <algorithm>
#include <array>

namespace fscope::arch::vmx {
namespace {

using T = InterruptionType;
using C = VectorClass;
using E = ErrorCodeRule;

constexpr std::array<NamedValue, 8> kTypes { {
    { 0, FSCOPE_TR("Core", "external interrupt") },
    { 1, FSCOPE_TR("Core", "reserved"), true },
    { 2, FSCOPE_TR("Core", "non-maskable interrupt (NMI)") },
    { 3, FSCOPE_TR("Core", "hardware exception") },
    { 4, FSCOPE_TR("Core", "software interrupt (INT n)") },
    { 5, FSCOPE_TR("Core", "privileged software exception (INT1)") },
    { 6, FSCOPE_TR("Core", "software exception (INT3 or INTO)") },
    { 7, FSCOPE_TR("Core", "other event") },
} };

constexpr std::array<std::string_view, 6> kClassNames { "fault", "fault or trap", "trap", "abort",
    "interrupt", "reserved" };

constexpr std::array kExternal { T::ExternalInterrupt };
constexpr std::array kNmi { T::Nmi };
constexpr std::array kHardware { T::HardwareException };
constexpr std::array kSoftware { T::SoftwareException };
constexpr std::array kDebug { T::HardwareException, T::PrivilegedSoftwareException };
constexpr std::span<const T> kNone {};

constexpr std::array kVectors {
    Vector { 0, 0, "#DE", FSCOPE_TR("Core", "Divide error"), C::Fault, E::None, kHardware,
        FSCOPE_TR("Core", "DIV or IDIV by 0, or a quotient that does not fit.") },
    Vector { 1, 1, "#DB", FSCOPE_TR("Core", "Debug exception"), C::FaultOrTrap, E::None, kDebug,
        FSCOPE_TR("Core",
            "A fault for instruction breakpoints and general detect, a trap for the rest. Type 5 only from "
            "INT1.") },
    Vector { 2, 2, "NMI", FSCOPE_TR("Core", "Non-maskable interrupt"), C::Interrupt, E::None, kNmi,
        FSCOPE_TR("Core", "It comes from outside and blocks further NMIs until IRET.") },
    Vector { 3, 3, "#BP", FSCOPE_TR("Core", "Breakpoint"), C::Trap, E::None, kSoftware,
        FSCOPE_TR("Core",
            "INT3. INT 3 in its two-byte form is a software interrupt; in an enclave the type is 3.") },
    Vector { 4, 4, "#OF", FSCOPE_TR("Core", "Overflow"), C::Trap, E::None, kSoftware,
        FSCOPE_TR("Core", "INTO with the overflow flag set.") },
    Vector { 5, 5, "#BR", FSCOPE_TR("Core", "BOUND range exceeded"), C::Fault, E::None, kHardware,
        FSCOPE_TR(
            "Core", "BOUND with an index out of range; though an instruction asks for it, the type is 3.") },
    Vector { 6, 6, "#UD", FSCOPE_TR("Core", "Invalid opcode"), C::Fault, E::None, kHardware,
        FSCOPE_TR("Core", "An opcode that does not exist here; UD0, UD1 and UD2 too have type 3.") },
    Vector { 7, 7, "#NM", FSCOPE_TR("Core", "Device not available"), C::Fault, E::None, kHardware,
        FSCOPE_TR(
            "Core", "A floating-point instruction with CR0.TS or CR0.EM set, or a use of disabled state.") },
    Vector { 8, 8, "#DF", FSCOPE_TR("Core", "Double fault"), C::Abort, E::PushedZero, kHardware,
        FSCOPE_TR(
            "Core", "An exception while another one was being delivered that cannot be handled in turn.") },
    Vector { 9, 9, "", FSCOPE_TR("Core", "Coprocessor segment overrun (reserved)"), C::Fault, E::None, kNone,
        FSCOPE_TR("Core", "No processor since the 486 raises it.") },
    Vector { 10, 10, "#TS", FSCOPE_TR("Core", "Invalid TSS"), C::Fault, E::Pushed, kHardware,
        FSCOPE_TR("Core", "A task switch or a stack switch met a TSS or segment that is not valid.") },
    Vector { 11, 11, "#NP", FSCOPE_TR("Core", "Segment not present"), C::Fault, E::Pushed, kHardware,
        FSCOPE_TR("Core", "A segment or gate descriptor is marked as not present.") },
    Vector { 12, 12, "#SS", FSCOPE_TR("Core", "Stack-segment fault"), C::Fault, E::Pushed, kHardware,
        FSCOPE_TR(
            "Core", "A stack access outside its limit or not canonical, or a stack segment not present.") },
    Vector { 13, 13, "#GP", FSCOPE_TR("Core", "General protection"), C::Fault, E::Pushed, kHardware,
        FSCOPE_TR("Core", "Any breach of protection that has no exception of its own.") },
    Vector { 14, 14, "#PF", FSCOPE_TR("Core", "Page fault"), C::Fault, E::Pushed, kHardware,
        FSCOPE_TR(
            "Core", "The guest's paging has no translation for the address or does not allow the access.") },
    Vector { 15, 15, "", FSCOPE_TR("Core", "Reserved"), C::Reserved, E::None, kNone,
        FSCOPE_TR("Core", "No exception uses it.") },
    Vector { 16, 16, "#MF", FSCOPE_TR("Core", "x87 FPU floating-point error"), C::Fault, E::None, kHardware,
        FSCOPE_TR("Core", "A pending x87 exception, reported at the next waiting instruction.") },
    Vector { 17, 17, "#AC", FSCOPE_TR("Core", "Alignment check"), C::Fault, E::PushedZero, kHardware,
        FSCOPE_TR(
            "Core", "A misaligned access with alignment checks on, or a split lock where that is refused.") },
    Vector { 18, 18, "#MC", FSCOPE_TR("Core", "Machine check"), C::Abort, E::None, kHardware,
        FSCOPE_TR("Core", "The hardware reports an error; the machine-check banks say which.") },
    Vector { 19, 19, "#XM", FSCOPE_TR("Core", "SIMD floating-point exception"), C::Fault, E::None, kHardware,
        FSCOPE_TR("Core", "An SSE or AVX exception that MXCSR does not mask.") },
    Vector { 20, 20, "#VE", FSCOPE_TR("Core", "Virtualization exception"), C::Fault, E::None, kHardware,
        FSCOPE_TR(
            "Core", "An EPT violation that the guest is to handle itself; only in VMX non-root operation.") },
    Vector { 21, 21, "#CP", FSCOPE_TR("Core", "Control-protection exception"), C::Fault, E::Pushed, kHardware,
        FSCOPE_TR("Core", "A shadow stack disagrees, or an indirect branch missed its ENDBRANCH.") },
    Vector { 22, 31, "", FSCOPE_TR("Core", "Reserved"), C::Reserved, E::Unknown, kNone,
        FSCOPE_TR("Core",
            "Intel keeps these back (AMD: 28 #HV, 29 #VC with an error code, 30 #SX with an error code). An "
            "external "
            "interrupt may still use one.") },
    Vector { 32, 255, "", FSCOPE_TR("Core", "User-defined"), C::Interrupt, E::None, kExternal,
        FSCOPE_TR("Core", "External interrupts and INT n; the number does not tell which.") },
};

/// What the seed's answer misses, by vector.
struct SeedNote {
    std::uint8_t first;
    std::uint8_t last;
    const char* note;
};
constexpr std::array kSeedNotes {
    SeedNote { 1, 1,
        FSCOPE_TR(
            "Core", "Type 5 is right for INT1 only; every other debug exception is a hardware exception.") },
    SeedNote { 3, 4,
        FSCOPE_TR("Core", "Right for INT3 and INTO; INT n of the same number is a software interrupt.") },
    SeedNote { 9, 9, FSCOPE_TR("Core", "There is no such exception any more.") },
    SeedNote { 15, 15, FSCOPE_TR("Core", "There is no such exception.") },
    SeedNote { 21, 21,
        FSCOPE_TR("Core",
            "Control protection is a hardware exception with an error code; VM entry refuses type 7 with "
            "vector 21.") },
    SeedNote { 22, 31,
        FSCOPE_TR("Core",
            "Reserved; type 7 takes vector 0 only (1 and 2 with FRED), so a VM entry that injects this fails "
            "with "
            "VM-instruction error 7.") },
    SeedNote { 32, 255,
        FSCOPE_TR("Core", "External interrupt or, from INT n, software interrupt: the number cannot tell.") },
};

} // namespace

std::span<const NamedValue> interruptionTypes()
{
    return kTypes;
}

std::string_view name(VectorClass value)
{
    return kClassNames[static_cast<std::size_t>(value)];
}

std::span<const Vector> vectors()
{
    return kVectors;
}

const Vector& vectorRow(unsigned vector)
{
    const unsigned number = vector & 0xffU;
    return *std::find_if(
        kVectors.begin(), kVectors.end() - 1, [number](const Vector& row) { return number <= row.last; });
}

bool hasErrorCode(unsigned vector)
{
    const ErrorCodeRule rule = vectorRow(vector).errorCode;
    return rule == ErrorCodeRule::Pushed || rule == ErrorCodeRule::PushedZero;
}

InterruptionType seedType(unsigned vector)
{
    switch (vector) {
    case 1:
        return T::PrivilegedSoftwareException;
    case 2:
        return T::Nmi;
    case 3:
    case 4:
        return T::SoftwareException;
    default:
        break;
    }
    if (vector <= 20)
        return T::HardwareException;
    return vector <= 31 ? T::OtherEvent : T::ExternalInterrupt;
}

bool seedHasErrorCode(unsigned vector)
{
    return vector == 8 || (vector >= 10 && vector <= 14) || vector == 17;
}

VectorClassification classifyVector(unsigned vector)
{
    const Vector& row = vectorRow(vector);
    VectorClassification out;
    out.vector = vector & 0xffU;
    out.seed = seedType(out.vector);
    out.manual = row.exitTypes;
    out.typeDiffers = row.exitTypes.empty() || row.exitTypes.front() != out.seed;
    out.seedErrorCode = seedHasErrorCode(out.vector);
    out.manualErrorCode = hasErrorCode(out.vector);
    out.errorCodeDiffers = out.seedErrorCode != out.manualErrorCode;
    for (const SeedNote& note : kSeedNotes) {
        if (out.vector >= note.first && out.vector <= note.last)
            out.note = note.note;
    }
    return out;
}

} // namespace fscope::arch::vmx
