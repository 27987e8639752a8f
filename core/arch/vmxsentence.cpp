// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/vmxsentence.h"

#include "core/arch/vmxevent.h"
#include "core/arch/vmxqualification.h"
#include "core/base/bits.h"
#include "core/base/hex.h"

#include <array>

namespace fscope::arch::vmx {
namespace {

using Q = QualificationKind;

/// The meaning of one field of the qualification; empty if there is no such field.
Text fieldText(const RegisterLayout& layout, std::uint64_t value, std::string_view name)
{
    const Field* field = findField(layout, name);
    return field == nullptr ? Text() : meaningOf(*field, value);
}

Text eventName(std::uint32_t info)
{
    const DecodedEvent event = decodeEvent(info);
    Text type = interruptionTypes()[static_cast<std::size_t>(event.type)].meaning;
    const Vector& row = vectorRow(event.vector);
    const bool named = *row.mnemonic != '\0'
        && (event.type == InterruptionType::HardwareException || event.type == InterruptionType::Nmi
            || event.type == InterruptionType::PrivilegedSoftwareException
            || event.type == InterruptionType::SoftwareException);
    if (event.type == InterruptionType::Nmi)
        return type;
    if (named)
        return { FSCOPE_TR("Core", "%1 %2, %3"), { row.mnemonic, row.text, type } };
    return { FSCOPE_TR("Core", "%1, vector %2"), { type, hex(std::uint64_t { event.vector }) } };
}

Text eventSentence(const VmxExit& exit)
{
    if (!exit.interruptionInfo)
        return {};
    if (!bit(*exit.interruptionInfo, 31))
        return FSCOPE_TR("Core", "its vector was not acknowledged");
    Text event = eventName(*exit.interruptionInfo);
    const DecodedEvent decoded = decodeEvent(*exit.interruptionInfo);
    if (exit.qualification && decoded.vector == 14 && decoded.type == InterruptionType::HardwareException)
        return { FSCOPE_TR("Core", "%1, at linear address %2"), { event, hex(*exit.qualification) } };
    return event;
}

/// What was attempted, from bits 2:0 of the qualification of an EPT violation.
const char* accessText(std::uint64_t qualification)
{
    constexpr std::array kTexts {
        FSCOPE_TR("Core", "access"),
        FSCOPE_TR("Core", "data read"),
        FSCOPE_TR("Core", "data write"),
        FSCOPE_TR("Core", "data read and write"),
        FSCOPE_TR("Core", "instruction fetch"),
    };
    const std::uint64_t access = bits(qualification, 2, 0);
    return access < kTexts.size() ? kTexts[access] : FSCOPE_TR("Core", "access of contradictory kinds");
}

Text eptAccess(std::uint64_t qualification)
{
    if (!bit(qualification, 7) || bit(qualification, 8))
        return accessText(qualification);
    return { FSCOPE_TR("Core", "%1 of a guest paging-structure entry"), { accessText(qualification) } };
}

Text eptSentence(const VmxExit& exit, const Context& context)
{
    if (!exit.qualification) {
        return exit.guestPhysical
            ? Text { FSCOPE_TR("Core", "at guest-physical %1"), { hex(*exit.guestPhysical) } }
            : Text();
    }
    const std::uint64_t q = *exit.qualification;
    const std::uint64_t rights = bits(q, 5, 3) | (context.modeBasedExecute ? bits(q, 6, 6) << 3 : 0);
    const char* where = FSCOPE_TR("Core", "%1 of %2, which the EPT entries map without that right");
    if (rights == 0)
        where = FSCOPE_TR("Core", "%1 of %2, which is not mapped");
    Text address = FSCOPE_TR("Core", "a guest-physical address that is not given");
    if (exit.guestPhysical)
        address = { FSCOPE_TR("Core", "guest-physical %1"), { hex(*exit.guestPhysical) } };
    if (exit.guestLinear && bit(q, 7))
        address = { FSCOPE_TR("Core", "%1 (guest-linear %2)"), { address, hex(*exit.guestLinear) } };
    return { where, { eptAccess(q), address } };
}

Text crSentence(std::uint64_t q, const RegisterLayout& layout)
{
    switch (bits(q, 5, 4)) {
    case 0:
        return { FSCOPE_TR("Core", "MOV to %1 from %2"),
            { fieldText(layout, q, "cr"), fieldText(layout, q, "gpr") } };
    case 1:
        return { FSCOPE_TR("Core", "MOV from %1 to %2"),
            { fieldText(layout, q, "cr"), fieldText(layout, q, "gpr") } };
    case 2:
        return "CLTS";
    default:
        return { FSCOPE_TR("Core", "LMSW of %1"), { fieldText(layout, q, "lmsw_data") } };
    }
}

Text ioSentence(std::uint64_t q, const RegisterLayout& layout)
{
    const std::array<const char*, 4> kNames { "OUT", "IN", "OUTS", "INS" };
    const Text name = kNames[bits(q, 4, 4) << 1 | bits(q, 3, 3)];
    const Text instruction = bit(q, 4) && bit(q, 5) ? Text { "REP %1", { name } } : name;
    return { FSCOPE_TR("Core", "%1 of %2, port %3"),
        { instruction, fieldText(layout, q, "size"), hex(bits(q, 31, 16)) } };
}

/// What the qualification adds to the name of the reason; empty: nothing.
Text detail(const VmxExit& exit, const Context& context, unsigned basic)
{
    if (basic == 0 || basic == 1)
        return eventSentence(exit);
    if (basic == 48)
        return eptSentence(exit, context);
    if (basic == 49 || basic == 66) {
        if (exit.guestPhysical)
            return { FSCOPE_TR("Core", "at guest-physical %1"), { hex(*exit.guestPhysical) } };
        return {};
    }
    if (!exit.qualification)
        return {};
    const std::uint64_t q = *exit.qualification;
    const Q kind = qualificationKind(basic, context);
    const RegisterLayout& layout = exitQualificationLayout(kind, context);
    switch (kind) {
    case Q::Cr:
        return crSentence(q, layout);
    case Q::Dr:
        return { bit(q, 4) ? FSCOPE_TR("Core", "MOV from %1 to %2") : FSCOPE_TR("Core", "MOV to %1 from %2"),
            { fieldText(layout, q, "dr"), fieldText(layout, q, "gpr") } };
    case Q::Io:
        return ioSentence(q, layout);
    case Q::TaskSwitch:
        return { FSCOPE_TR("Core", "to selector %1, by %2"),
            { fieldText(layout, q, "selector"), fieldText(layout, q, "source") } };
    case Q::Linear:
        return { FSCOPE_TR("Core", "of linear address %1"), { hex(q) } };
    case Q::ApicAccess:
        if (bits(q, 15, 12) <= 4)
            return { FSCOPE_TR("Core", "%1, at offset %2"),
                { fieldText(layout, q, "access_type"), fieldText(layout, q, "offset") } };
        return fieldText(layout, q, "access_type");
    case Q::ApicWrite:
        return { FSCOPE_TR("Core", "at offset %1"), { fieldText(layout, q, "offset") } };
    case Q::Sipi:
    case Q::Eoi:
        return { FSCOPE_TR("Core", "vector %1"), { fieldText(layout, q, "vector") } };
    case Q::EntryGuest:
        return fieldText(layout, q, "cause");
    case Q::EntryMsr:
        return { FSCOPE_TR("Core", "entry %1 of the VM-entry MSR-load area"),
            { fieldText(layout, q, "entry") } };
    case Q::Wrmsr:
        return fieldText(layout, q, "nonserializing");
    case Q::Wbinvd:
        return fieldText(layout, q, "no_invalidate");
    case Q::MsrImmediate:
        return { FSCOPE_TR("Core", "MSR %1"), { fieldText(layout, q, "msr") } };
    case Q::MsrList:
        return context.msrBitmaps ? Text { FSCOPE_TR("Core", "MSR %1"), { fieldText(layout, q, "msr") } }
                                  : Text();
    case Q::Enqcmd:
        return { FSCOPE_TR("Core", "PASID %1"), { fieldText(layout, q, "pasid") } };
    case Q::Enqcmds:
        return { FSCOPE_TR("Core", "PASID %1"), { hex(bits(q, 19, 0)) } };
    case Q::Notify:
        return bit(q, 0) ? Text(FSCOPE_TR("Core", "the guest must not be resumed")) : Text();
    case Q::None:
    case Q::Event:
    case Q::Debug:
    case Q::PageFault:
    case Q::Nmi:
    case Q::Displacement:
    case Q::Mwait:
    case Q::Ept:
    case Q::Pml:
    case Q::Spp:
        break;
    }
    return {};
}

} // namespace

Text exitSentence(const VmxExit& exit, const Context& context)
{
    const DecodedExitReason reason = decodeExitReason(exit.reason);
    if (reason.reason == nullptr)
        return { FSCOPE_TR("Core", "Unknown exit reason %1"), { std::to_string(reason.basic) } };
    Text sentence = reason.reason->text;
    if (Text more = detail(exit, context, reason.basic); !more.empty())
        sentence = { FSCOPE_TR("Core", "%1: %2"), { std::move(sentence), std::move(more) } };
    if (exit.idtVectoring && bit(*exit.idtVectoring, 31))
        sentence = { FSCOPE_TR("Core", "%1; while delivering %2"),
            { std::move(sentence), eventName(*exit.idtVectoring) } };
    return sentence;
}

} // namespace fscope::arch::vmx
