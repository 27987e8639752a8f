// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/vmxqualification.h"

#include "core/arch/vmxrows.h"
#include "core/base/bits.h"
#include "core/base/hex.h"

#include <array>

namespace fscope::arch::vmx {
namespace {

using Q = QualificationKind;
using table::code;
using table::flag;
using table::kNoYes;
using table::number;
using table::Rows;

constexpr const char* kBasic = "Intel SDM volume 3C, \"VM Exits\", Basic VM-Exit Information";
constexpr const char* kDebug = "Intel SDM volume 3C, \"VM Exits\", Exit Qualification for Debug Exceptions";
constexpr const char* kTask = "Intel SDM volume 3C, \"VM Exits\", Exit Qualification for Task Switches";
constexpr const char* kCr
    = "Intel SDM volume 3C, \"VM Exits\", Exit Qualification for Control-Register Accesses";
constexpr const char* kDr = "Intel SDM volume 3C, \"VM Exits\", Exit Qualification for MOV DR";
constexpr const char* kIo = "Intel SDM volume 3C, \"VM Exits\", Exit Qualification for I/O Instructions";
constexpr const char* kEntry
    = "Intel SDM volume 3C, \"VM Entries\", VM-Entry Failures During or After Loading Guest State";

constexpr std::array kSources {
    NamedValue { 0, "CALL" },
    NamedValue { 1, "IRET" },
    NamedValue { 2, "JMP" },
    NamedValue { 3, FSCOPE_TR("Core", "task gate in the IDT") },
};
constexpr std::array kCrs {
    NamedValue { 0, "CR0" },
    NamedValue { 3, "CR3" },
    NamedValue { 4, "CR4" },
    NamedValue { 8, "CR8" },
};
constexpr std::array kCrTypes {
    NamedValue { 0, "MOV to CR" },
    NamedValue { 1, "MOV from CR" },
    NamedValue { 2, "CLTS" },
    NamedValue { 3, "LMSW" },
};
constexpr std::array kLmswOperands {
    NamedValue { 0, FSCOPE_TR("Core", "register") },
    NamedValue { 1, FSCOPE_TR("Core", "memory") },
};
constexpr std::array<NamedValue, 8> kDrs { { { 0, "DR0" }, { 1, "DR1" }, { 2, "DR2" }, { 3, "DR3" },
    { 4, "DR4" }, { 5, "DR5" }, { 6, "DR6" }, { 7, "DR7" } } };
constexpr std::array kDrDirections { NamedValue { 0, "MOV to DR" }, NamedValue { 1, "MOV from DR" } };
constexpr std::array kIoSizes {
    NamedValue { 0, FSCOPE_TR("Core", "1 byte") },
    NamedValue { 1, FSCOPE_TR("Core", "2 bytes") },
    NamedValue { 3, FSCOPE_TR("Core", "4 bytes") },
};
constexpr std::array kIoDirections { NamedValue { 0, "OUT" }, NamedValue { 1, "IN" } };
constexpr std::array kStrings {
    NamedValue { 0, FSCOPE_TR("Core", "not string") },
    NamedValue { 1, FSCOPE_TR("Core", "string (INS or OUTS)") },
};
constexpr std::array kReps {
    NamedValue { 0, FSCOPE_TR("Core", "no REP") },
    NamedValue { 1, "REP" },
};
constexpr std::array kIoOperands {
    NamedValue { 0, "DX" },
    NamedValue { 1, FSCOPE_TR("Core", "immediate") },
};
constexpr std::array kWrmsrs { NamedValue { 0, "WRMSR" }, NamedValue { 1, "WRMSRNS" } };
constexpr std::array kWbinvds { NamedValue { 0, "WBINVD" }, NamedValue { 1, "WBNOINVD" } };
constexpr std::array kSppEvents {
    NamedValue { 0, FSCOPE_TR("Core", "SPP misconfiguration") },
    NamedValue { 1, FSCOPE_TR("Core", "SPP miss") },
};
constexpr std::array kCauses {
    NamedValue { 0, FSCOPE_TR("Core", "nothing more is known") },
    NamedValue { 2, FSCOPE_TR("Core", "loading the PDPTEs") },
    NamedValue { 3, FSCOPE_TR("Core", "injection of an NMI into a guest with blocking by STI") },
    NamedValue { 4, FSCOPE_TR("Core", "invalid VMCS link pointer") },
};

bool isMovCr(std::uint64_t value)
{
    return bits(value, 5, 4) <= 1;
}
bool isLmsw(std::uint64_t value)
{
    return bits(value, 5, 4) == 3;
}

Text decimal(std::uint64_t, std::uint64_t value)
{
    return std::to_string(value);
}

template <unsigned Width>
Text displacementText(std::uint64_t, std::uint64_t value)
{
    return std::to_string(static_cast<std::int64_t>(signExtend(value, Width)));
}

std::vector<Field> wholeAddress(const char* longName, const char* meaning)
{
    return Rows(64, Rows::Gap::Undefined, kBasic)
        .add({ .name = "linear_address",
            .hi = 63,
            .lo = 0,
            .kind = FieldKind::Address,
            .longName = longName,
            .meaning = meaning,
            .source = kBasic })
        .take();
}

std::vector<Field> one(Field field, const char* source)
{
    return Rows(64, Rows::Gap::Undefined, source).add(field).take();
}

std::vector<Field> debugRows()
{
    const auto condition = [](const char* name, unsigned at) {
        return flag(name, at, FSCOPE_TR("Core", "Breakpoint condition"),
            FSCOPE_TR("Core", "The condition of this breakpoint is met, even if DR7 does not enable it."),
            kNoYes, kDebug);
    };
    Rows rows(64, Rows::Gap::Undefined, kDebug);
    rows.add(flag("rtm", 16, FSCOPE_TR("Core", "Transactional region"),
                 FSCOPE_TR("Core",
                     "The exception occurred inside a transactional region; DR6 shows this inverted."),
                 kNoYes, kDebug))
        .add(flag("bs", 14, FSCOPE_TR("Core", "Single step"),
            FSCOPE_TR("Core", "A single step, or a taken branch where those are trapped."), kNoYes, kDebug))
        .add(flag("bd", 13, FSCOPE_TR("Core", "Debug-register access"),
            FSCOPE_TR("Core", "An access to a debug register was detected (DR7.GD)."), kNoYes, kDebug))
        .add(flag("bld", 11, FSCOPE_TR("Core", "Bus lock detected"),
            FSCOPE_TR("Core", "A bus lock was detected; DR6 shows this inverted."), kNoYes, kDebug))
        .add(condition("b3", 3))
        .add(condition("b2", 2))
        .add(condition("b1", 1))
        .add(condition("b0", 0));
    return rows.take();
}

std::vector<Field> crRows()
{
    constexpr const char* kMovOnly = FSCOPE_TR("Core", "Only MOV to and from a control register has it.");
    constexpr const char* kLmswOnly = FSCOPE_TR("Core", "Only LMSW has it.");
    Rows rows(64, Rows::Gap::Undefined, kCr);
    rows.gated<isLmsw>(number("lmsw_data", 31, 16, FSCOPE_TR("Core", "LMSW source data"),
                           FSCOPE_TR("Core", "The 16 bits that LMSW would load."), kCr),
            kLmswOnly)
        .gated<isMovCr>(table::gpr("gpr", 8, FSCOPE_TR("Core", "General-purpose register"),
                            FSCOPE_TR("Core", "The other operand of the MOV."), kCr),
            kMovOnly)
        .gated<isLmsw>(flag("lmsw_operand", 6, FSCOPE_TR("Core", "LMSW operand type"),
                           FSCOPE_TR("Core", "With a memory operand the guest-linear address is valid."),
                           kLmswOperands, kCr),
            kLmswOnly)
        .add(code("access_type", 5, 4, FSCOPE_TR("Core", "Access type"),
            FSCOPE_TR("Core", "The instruction."), kCrTypes, kCr))
        .gated<isMovCr>(code("cr", 3, 0, FSCOPE_TR("Core", "Control register"),
                            FSCOPE_TR("Core", "The control register that is moved."), kCrs, kCr),
            FSCOPE_TR("Core", "CLTS and LMSW always concern CR0."));
    return rows.take();
}

std::vector<Field> ioRows()
{
    Rows rows(64, Rows::Gap::Undefined, kIo);
    rows.add(number("port", 31, 16, FSCOPE_TR("Core", "Port number"),
                 FSCOPE_TR("Core", "The port, from DX or from the instruction."), kIo))
        .add(flag("operand", 6, FSCOPE_TR("Core", "Operand encoding"),
            FSCOPE_TR("Core", "Where the port number comes from."), kIoOperands, kIo))
        .add(flag("rep", 5, FSCOPE_TR("Core", "REP prefix"),
            FSCOPE_TR("Core", "Whether the string instruction repeats."), kReps, kIo))
        .add(flag("string", 4, FSCOPE_TR("Core", "String instruction"),
            FSCOPE_TR("Core", "Whether the data is in memory (INS, OUTS) or in the accumulator."), kStrings,
            kIo))
        .add(flag("direction", 3, FSCOPE_TR("Core", "Direction"),
            FSCOPE_TR("Core", "From the port or to it."), kIoDirections, kIo))
        .add(code("size", 2, 0, FSCOPE_TR("Core", "Size of access"),
            FSCOPE_TR("Core", "The bytes that are moved at a time."), kIoSizes, kIo));
    return rows.take();
}

std::vector<Field> drRows()
{
    Rows rows(64, Rows::Gap::Undefined, kDr);
    rows.add(table::gpr("gpr", 8, FSCOPE_TR("Core", "General-purpose register"),
                 FSCOPE_TR("Core", "The other operand of the MOV."), kDr))
        .add(flag("direction", 4, FSCOPE_TR("Core", "Direction"),
            FSCOPE_TR("Core", "To the debug register or from it."), kDrDirections, kDr))
        .add(code("dr", 2, 0, FSCOPE_TR("Core", "Debug register"),
            FSCOPE_TR("Core", "The debug register that is moved."), kDrs, kDr));
    return rows.take();
}

std::vector<Field> taskSwitchRows()
{
    Rows rows(64, Rows::Gap::Undefined, kTask);
    rows.add(code("source", 31, 30, FSCOPE_TR("Core", "Source of task switch"),
                 FSCOPE_TR("Core", "What asked for the task switch."), kSources, kTask))
        .add(number("selector", 15, 0, FSCOPE_TR("Core", "Selector"),
            FSCOPE_TR("Core", "The selector of the task-state segment to switch to."), kTask));
    return rows.take();
}

std::vector<Field> displacementRows(unsigned addressSize)
{
    Field field = number("displacement", addressSize - 1, 0, FSCOPE_TR("Core", "Displacement"),
        FSCOPE_TR("Core",
            "The displacement of the memory operand, sign-extended; with RIP-relative addressing the address "
            "of the next "
            "instruction is added. 0 for a register operand."),
        kBasic);
    field.explain = addressSize == 64 ? displacementText<64>
        : addressSize == 32           ? displacementText<32>
                                      : displacementText<16>;
    return one(field, kBasic);
}

std::vector<Field> sppRows()
{
    Rows rows(64, Rows::Gap::Undefined, kBasic);
    rows.add(table::asynchronous(kBasic))
        .add(table::nmiUnblocking(kBasic))
        .add(flag("event", 11, FSCOPE_TR("Core", "SPP event"),
            FSCOPE_TR("Core", "Whether the sub-page permission entry is missing or misconfigured."),
            kSppEvents, kBasic));
    return rows.take();
}

std::vector<Field> notifyRows()
{
    Rows rows(64, Rows::Gap::Undefined, kBasic);
    rows.add(table::nmiUnblocking(kBasic))
        .add(flag("context_invalid", 0, FSCOPE_TR("Core", "VM context invalid"),
            FSCOPE_TR("Core", "The state of the guest is corrupt: it must not be resumed."), kNoYes, kBasic));
    return rows.take();
}

Field entryNumber()
{
    Field field = number("entry", 63, 0, FSCOPE_TR("Core", "MSR entry"),
        FSCOPE_TR(
            "Core", "The number of the entry of the VM-entry MSR-load area that failed; the first is 1."),
        kEntry);
    field.explain = decimal;
    return field;
}

std::vector<Field> rowsOf(Q kind, const Context& context)
{
    switch (kind) {
    case Q::None:
    case Q::Event:
        return Rows(64, Rows::Gap::Undefined, kBasic).take();
    case Q::Debug:
        return debugRows();
    case Q::PageFault:
        return wholeAddress(FSCOPE_TR("Core", "Faulting linear address"),
            FSCOPE_TR("Core", "What CR2 would have received; the exit does not write CR2."));
    case Q::Nmi: {
        const Field field = number("nmi_source", 63, 0, FSCOPE_TR("Core", "NMI source"),
            FSCOPE_TR("Core", "One bit for each source that sent the NMI."), kBasic);
        Rows rows(64, Rows::Gap::Undefined, kBasic);
        return context.nmiSource
            ? rows.add(field).take()
            : rows.off(field, FSCOPE_TR("Core", "Only processors with NMI-source reporting have it.")).take();
    }
    case Q::Sipi:
        return one(
            number("vector", 7, 0, FSCOPE_TR("Core", "SIPI vector"),
                FSCOPE_TR("Core", "The vector of the start-up IPI: the page the processor would start in."),
                kBasic),
            kBasic);
    case Q::Io:
        return ioRows();
    case Q::TaskSwitch:
        return taskSwitchRows();
    case Q::Linear:
        return wholeAddress(FSCOPE_TR("Core", "Linear address"),
            FSCOPE_TR("Core", "The operand of INVLPG; bits 63:32 are 0 outside 64-bit mode."));
    case Q::Displacement:
        return displacementRows(
            context.addressSize == 64 || context.addressSize == 32 ? context.addressSize : 16);
    case Q::Cr:
        return crRows();
    case Q::Dr:
        return drRows();
    case Q::Wrmsr:
        return one(flag("nonserializing", 0, FSCOPE_TR("Core", "Non-serializing"),
                       FSCOPE_TR("Core", "Which of the two instructions it was."), kWrmsrs, kBasic),
            kBasic);
    case Q::EntryGuest:
        return one(code("cause", 63, 0, FSCOPE_TR("Core", "Cause"),
                       FSCOPE_TR("Core", "What was wrong with the guest state."), kCauses, kEntry),
            kEntry);
    case Q::EntryMsr:
        return one(entryNumber(), kEntry);
    case Q::Mwait:
        return one(flag("armed", 0, FSCOPE_TR("Core", "Monitor armed"),
                       FSCOPE_TR("Core", "Whether the address-range monitor was armed."), kNoYes, kBasic),
            kBasic);
    case Q::ApicAccess:
        return table::apicAccessRows();
    case Q::Eoi:
        return one(number("vector", 7, 0, FSCOPE_TR("Core", "Vector"),
                       FSCOPE_TR("Core", "The vector whose interrupt the guest ended."), kBasic),
            kBasic);
    case Q::Ept:
        return table::eptQualificationRows(context);
    case Q::Wbinvd:
        return one(flag("no_invalidate", 0, FSCOPE_TR("Core", "No invalidation"),
                       FSCOPE_TR("Core", "Which of the two instructions it was."), kWbinvds, kBasic),
            kBasic);
    case Q::ApicWrite:
        return one(number("offset", 11, 0, FSCOPE_TR("Core", "Page offset"),
                       FSCOPE_TR("Core", "The offset in the virtual-APIC page that was written."), kBasic),
            kBasic);
    case Q::Pml:
        return Rows(64, Rows::Gap::Undefined, kBasic)
            .add(table::asynchronous(kBasic))
            .add(table::nmiUnblocking(kBasic))
            .take();
    case Q::Spp:
        return sppRows();
    case Q::Enqcmd:
        return one(number("pasid", 19, 0, FSCOPE_TR("Core", "PASID"),
                       FSCOPE_TR("Core", "The PASID of IA32_PASID that could not be translated."), kBasic),
            kBasic);
    case Q::Enqcmds:
        return one(number("operand", 31, 0, FSCOPE_TR("Core", "Source operand"),
                       FSCOPE_TR("Core", "The low 32 bits of the source operand; the PASID is in bits 19:0."),
                       kBasic),
            kBasic);
    case Q::Notify:
        return notifyRows();
    case Q::MsrList: {
        const Field field = number("msr", 31, 0, FSCOPE_TR("Core", "MSR"),
            FSCOPE_TR("Core", "The number of the MSR that exits."), kBasic);
        Rows rows(64, Rows::Gap::Undefined, kBasic);
        return context.msrBitmaps
            ? rows.add(field).take()
            : rows.off(field, FSCOPE_TR("Core", "Only with MSR bitmaps in use; else it is 0.")).take();
    }
    case Q::MsrImmediate:
        return one(number("msr", 31, 0, FSCOPE_TR("Core", "MSR"),
                       FSCOPE_TR("Core", "The MSR number in the instruction."),
                       "Published hypervisor support for RDMSR and WRMSRNS with an immediate operand"),
            kBasic);
    }
    return {};
}

/// The bits of the context that the kind depends on.
std::uint32_t contextKey(Q kind, const Context& context)
{
    if (kind == Q::Nmi)
        return context.nmiSource ? 1 : 0;
    if (kind == Q::MsrList)
        return context.msrBitmaps ? 1 : 0;
    if (kind == Q::Displacement)
        return context.addressSize == 64 ? 2 : context.addressSize == 32 ? 1 : 0;
    if (kind == Q::Ept)
        return (context.modeBasedExecute ? 1U : 0U) | (context.advancedEptInformation ? 2U : 0U)
            | (context.supervisorShadowStack ? 4U : 0U);
    return 0;
}

constexpr std::array<const char*, kQualificationKindCount> kTitles {
    FSCOPE_TR("Core", "No exit qualification"),
    FSCOPE_TR("Core", "No exit qualification"),
    FSCOPE_TR("Core", "Debug exception"),
    FSCOPE_TR("Core", "Page fault"),
    FSCOPE_TR("Core", "Non-maskable interrupt"),
    FSCOPE_TR("Core", "Start-up IPI"),
    FSCOPE_TR("Core", "I/O instruction"),
    FSCOPE_TR("Core", "Task switch"),
    FSCOPE_TR("Core", "Linear address"),
    FSCOPE_TR("Core", "Displacement of a memory operand"),
    FSCOPE_TR("Core", "Control-register access"),
    FSCOPE_TR("Core", "MOV DR"),
    FSCOPE_TR("Core", "WRMSR or WRMSRNS"),
    FSCOPE_TR("Core", "Invalid guest state"),
    FSCOPE_TR("Core", "MSR loading"),
    FSCOPE_TR("Core", "MWAIT"),
    FSCOPE_TR("Core", "APIC access"),
    FSCOPE_TR("Core", "Virtualized EOI"),
    FSCOPE_TR("Core", "EPT violation"),
    FSCOPE_TR("Core", "WBINVD or WBNOINVD"),
    FSCOPE_TR("Core", "APIC write"),
    FSCOPE_TR("Core", "Page-modification log full"),
    FSCOPE_TR("Core", "SPP-related event"),
    "ENQCMD",
    "ENQCMDS",
    FSCOPE_TR("Core", "Instruction timeout"),
    FSCOPE_TR("Core", "RDMSRLIST or WRMSRLIST"),
    FSCOPE_TR("Core", "RDMSR or WRMSRNS with an immediate operand"),
};

} // namespace

QualificationKind qualificationKind(unsigned basic, const Context& context)
{
    const ExitReason* reason = exitReason(basic);
    if (reason == nullptr)
        return Q::None;
    if (reason->qualification != Q::Event)
        return reason->qualification;
    if (!context.event)
        return Q::None;
    const EventId event = *context.event;
    if (event.type == 2)
        return Q::Nmi;
    if (event.vector == 1 && (event.type == 3 || event.type == 5))
        return Q::Debug;
    return event.vector == 14 && event.type == 3 ? Q::PageFault : Q::None;
}

const RegisterLayout& exitQualificationLayout(unsigned basic, const Context& context)
{
    return exitQualificationLayout(qualificationKind(basic, context), context);
}

const RegisterLayout& exitQualificationLayout(QualificationKind kind, const Context& context)
{
    const auto index = static_cast<std::uint32_t>(kind);
    return table::cachedLayout(table::Family::Qualification, index << 8 | contextKey(kind, context),
        "Exit qualification", kTitles[index], 64, [&] { return rowsOf(kind, context); });
}

} // namespace fscope::arch::vmx
