// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/vmxexit.h"

#include "core/arch/vmxept.h"
#include "core/arch/vmxerror.h"
#include "core/arch/vmxevent.h"
#include "core/arch/vmxinfo.h"
#include "core/arch/vmxqualification.h"
#include "core/arch/vmxrows.h"
#include "core/arch/vmxsentence.h"
#include "core/base/bits.h"
#include "core/base/hex.h"

#include <array>

namespace fscope::arch::vmx {
namespace {

constexpr const char* kBasic
    = "Intel SDM volume 3C, \"Virtual Machine Control Structures\", Basic VM-Exit Information";
constexpr const char* kInstruction
    = "Intel SDM volume 3C, \"Virtual Machine Control Structures\", Information for VM "
      "Exits Due to Instruction Execution";

constexpr std::array kLinearFields { Field { .name = "linear_address",
    .hi = 63,
    .lo = 0,
    .kind = FieldKind::Address,
    .longName = FSCOPE_TR("Core", "Guest-linear address"),
    .meaning = FSCOPE_TR("Core", "The linear address the access was made to; undefined for most exits."),
    .source = kBasic } };
constexpr std::array kPhysicalFields { Field { .name = "physical_address",
    .hi = 63,
    .lo = 0,
    .kind = FieldKind::Address,
    .longName = FSCOPE_TR("Core", "Guest-physical address"),
    .meaning = FSCOPE_TR("Core", "The address that EPT was to translate; undefined for other exits."),
    .source = kBasic } };
constexpr std::array kLengthFields { Field { .name = "length",
    .hi = 31,
    .lo = 0,
    .longName = FSCOPE_TR("Core", "Instruction length"),
    .meaning
    = FSCOPE_TR("Core", "The bytes of the instruction that exited; undefined for exits by nothing it did."),
    .source = kInstruction } };
constexpr RegisterLayout kLinear { "Guest-linear address", FSCOPE_TR("Core", "Guest-linear address (0x640a)"),
    64, kLinearFields };
constexpr RegisterLayout kPhysical { "Guest-physical address",
    FSCOPE_TR("Core", "Guest-physical address (0x2400)"), 64, kPhysicalFields };
constexpr RegisterLayout kLength { "VM-exit instruction length",
    FSCOPE_TR("Core", "VM-exit instruction length (0x440c)"), 32, kLengthFields };

void add(ExitDescription& out, Text title, const RegisterLayout& layout, std::uint64_t value)
{
    out.fields.push_back({ std::move(title), &layout, value, decodeFields(layout, value) });
}

void addEvent(ExitDescription& out, EventField which, Text title, Text codeTitle, std::uint32_t value,
    std::optional<std::uint32_t> errorCode, const Context& context)
{
    add(out, std::move(title), eventLayout(which, context), value);
    for (EventProblem& problem : eventProblems(which, value, context))
        out.notes.push_back(std::move(problem.text));
    if (!errorCode)
        return;
    const DecodedEvent event = decodeEvent(value);
    if (event.valid && event.errorCode)
        add(out, std::move(codeTitle), errorCodeLayout(event.vector), *errorCode);
    else
        out.notes.push_back({ FSCOPE_TR("Core", "The error code %1 is not valid: the event has none."),
            { hex(std::uint64_t { *errorCode }) } });
}

void addEvents(ExitDescription& out, const VmxExit& exit, const Context& context)
{
    if (exit.interruptionInfo) {
        addEvent(out, EventField::Exiting, FSCOPE_TR("Core", "VM-exit interruption information"),
            FSCOPE_TR("Core", "VM-exit interruption error code"), *exit.interruptionInfo,
            exit.interruptionErrorCode, context);
    }
    if (exit.idtVectoring) {
        addEvent(out, EventField::Original, FSCOPE_TR("Core", "IDT-vectoring information"),
            FSCOPE_TR("Core", "IDT-vectoring error code"), *exit.idtVectoring, exit.idtVectoringErrorCode,
            context);
    }
}

bool hasLinearAddress(const VmxExit& exit, const DecodedExitReason& reason)
{
    const std::uint64_t q = exit.qualification.value_or(0);
    switch (reason.basic) {
    case 28:
        return bits(q, 6, 4) == 7; // LMSW with a memory operand
    case 5:
    case 30:
        return bit(q, 4); // INS, OUTS
    case 48:
        return bit(q, 7);
    case 66:
        return true;
    case 49:
    case 62:
    case 75:
        return reason.busyShadowStack;
    default:
        return false;
    }
}

void noteAddresses(ExitDescription& out, const VmxExit& exit, const DecodedExitReason& reason)
{
    if (exit.guestLinear && (exit.qualification || reason.reason == nullptr || reason.basic != 48)
        && !hasLinearAddress(exit, reason))
        out.notes.emplace_back(FSCOPE_TR("Core", "The guest-linear address is undefined for this exit."));
    if (exit.guestPhysical && !hasGuestPhysicalAddress(reason.basic))
        out.notes.emplace_back(FSCOPE_TR("Core", "The guest-physical address is undefined for this exit."));
    if (reason.enclave)
        out.notes.emplace_back(
            FSCOPE_TR("Core", "The exit came in enclave mode: bits 11:0 of the addresses are cleared."));
}

void noteReason(ExitDescription& out, const DecodedExitReason& reason)
{
    if (reason.reason == nullptr)
        return;
    if (!reason.consistent) {
        out.notes.emplace_back(reason.entryFailure
                ? FSCOPE_TR(
                    "Core", "Bit 31 says that the VM entry failed, but this reason is one of VM exits.")
                : FSCOPE_TR("Core", "This reason is a failed VM entry, but bit 31 is 0."));
    }
    if (reason.stray != 0)
        out.notes.push_back({ FSCOPE_TR("Core", "Bits that are always 0 are set: %1."),
            { hex(std::uint64_t { reason.stray }) } });
    if (isTrapLike(reason.basic))
        out.notes.emplace_back(
            FSCOPE_TR("Core", "The exit is trap-like: the saved RIP is that of the next instruction."));
    if (reason.entryFailure) {
        out.notes.emplace_back(FSCOPE_TR("Core",
            "A failed VM entry writes only the exit reason and the exit qualification; all other exit "
            "information is "
            "old."));
    }
}

void noteUnused(
    ExitDescription& out, const VmxExit& exit, const DecodedExitReason& reason, const Context& context)
{
    const bool noInfo = reason.reason != nullptr
        && (reason.reason->info == InfoKind::None
            || (reason.reason->info == InfoKind::Io && exit.qualification
                && context.stringIo == StringIo::None));
    if (exit.instructionInfo && noInfo)
        out.notes.emplace_back(FSCOPE_TR("Core", "The instruction information is undefined for this exit."));
    if (exit.instructionLength && reason.reason != nullptr && reason.reason->length == LengthRule::No)
        out.notes.emplace_back(FSCOPE_TR("Core", "The instruction length is undefined for this exit."));
    if (exit.qualification && *exit.qualification != 0 && reason.reason != nullptr
        && reason.reason->qualification == QualificationKind::None)
        out.notes.emplace_back(FSCOPE_TR("Core", "This exit has no qualification: the processor clears it."));
}

} // namespace

const RegisterLayout& guestLinearLayout()
{
    return kLinear;
}

const RegisterLayout& guestPhysicalLayout()
{
    return kPhysical;
}

const RegisterLayout& instructionLengthLayout()
{
    return kLength;
}

Context contextOf(const VmxExit& exit)
{
    Context context = exit.context;
    const auto basic = static_cast<unsigned>(bits(exit.reason, 15, 0));
    if (exit.interruptionInfo && bit(*exit.interruptionInfo, 31))
        context.event = decodeEvent(*exit.interruptionInfo).id();
    if (exit.idtVectoring)
        context.originalEventValid = bit(*exit.idtVectoring, 31);
    if (exit.qualification && (basic == 30 || basic == 5)) {
        context.stringIo = StringIo::None;
        if (bit(*exit.qualification, 4))
            context.stringIo = bit(*exit.qualification, 3) ? StringIo::Ins : StringIo::Outs;
    }
    if (exit.instructionInfo && qualificationKind(basic) == QualificationKind::Displacement) {
        constexpr std::array kSizes { 16U, 32U, 64U };
        if (const std::uint64_t size = bits(*exit.instructionInfo, 9, 7); size < kSizes.size())
            context.addressSize = kSizes[size];
    }
    return context;
}

ExitDescription describe(const VmxExit& exit)
{
    const Context context = contextOf(exit);
    const DecodedExitReason reason = decodeExitReason(exit.reason);
    ExitDescription out;
    out.sentence = exitSentence(exit, context);
    add(out, FSCOPE_TR("Core", "Exit reason"), exitReasonLayout(), exit.reason);
    if (exit.qualification)
        add(out, FSCOPE_TR("Core", "Exit qualification"), exitQualificationLayout(reason.basic, context),
            *exit.qualification);
    addEvents(out, exit, context);
    if (exit.instructionInfo)
        add(out, FSCOPE_TR("Core", "VM-exit instruction information"),
            instructionInfoLayout(reason.basic, context), *exit.instructionInfo);
    if (exit.instructionLength)
        add(out, FSCOPE_TR("Core", "VM-exit instruction length"), kLength, *exit.instructionLength);
    if (exit.guestLinear)
        add(out, FSCOPE_TR("Core", "Guest-linear address"), kLinear, *exit.guestLinear);
    if (exit.guestPhysical)
        add(out, FSCOPE_TR("Core", "Guest-physical address"), kPhysical, *exit.guestPhysical);
    noteReason(out, reason);
    noteAddresses(out, exit, reason);
    noteUnused(out, exit, reason, context);
    return out;
}

std::vector<const RegisterLayout*> allLayouts()
{
    std::vector<const RegisterLayout*> out { &exitReasonLayout(), &instructionErrorLayout(),
        &vmcsEncodingLayout(), &guestLinearLayout(), &guestPhysicalLayout(), &instructionLengthLayout(),
        &eptpLayout() };
    for (unsigned kind = 1; kind < kQualificationKindCount; ++kind) {
        const auto qualification = static_cast<QualificationKind>(kind);
        if (qualification != QualificationKind::Event) {
            out.push_back(&exitQualificationLayout(qualification,
                { .modeBasedExecute = true,
                    .advancedEptInformation = true,
                    .supervisorShadowStack = true,
                    .nmiSource = true }));
        }
    }
    for (unsigned kind = 1; kind < kInfoKindCount; ++kind)
        out.push_back(&instructionInfoLayout(
            static_cast<InfoKind>(kind), { .mode64 = false, .stringIo = StringIo::Outs }));
    for (const EventField field : { EventField::Exiting, EventField::Original, EventField::Injected })
        out.push_back(&eventLayout(field));
    for (const unsigned vector : { 10U, 14U, 21U })
        out.push_back(&errorCodeLayout(vector));
    const EptFeatures features { .modeBasedExecute = true,
        .accessedDirty = true,
        .pagingWrite = true,
        .supervisorShadowStack = true,
        .subPageWrite = true,
        .virtualizationException = true,
        .verifyPaging = true };
    out.push_back(&eptEntryLayout(1, 0, features));
    for (unsigned level = 1; level <= 5; ++level) {
        out.push_back(&eptEntryLayout(level, 1, features));
        if (level == 2 || level == 3)
            out.push_back(&eptEntryLayout(level, 0x81, features));
    }
    return out;
}

} // namespace fscope::arch::vmx
