// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/vmxevent.h"

#include "core/arch/vmxrows.h"
#include "core/base/bits.h"
#include "core/base/hex.h"

#include <algorithm>
#include <array>

namespace fscope::arch::vmx {
namespace {

using table::Rows;

constexpr std::array<const char*, 3> kTitles { "VM-exit interruption information",
    "IDT-vectoring information", "VM-entry interruption information" };
constexpr std::array<const char*, 3> kLongNames {
    FSCOPE_TR("Core", "Exiting-event identification (0x4404)"),
    FSCOPE_TR("Core", "Original-event identification (0x4408)"),
    FSCOPE_TR("Core", "Injected-event identification (0x4016)"),
};
constexpr std::array<const char*, 3> kSources {
    "Intel SDM volume 3C, \"Virtual Machine Control Structures\", Information for VM Exits Due to Vectored "
    "Events",
    "Intel SDM volume 3C, \"Virtual Machine Control Structures\", Information for VM Exits That Occur During "
    "Event "
    "Delivery",
    "Intel SDM volume 3C, \"Virtual Machine Control Structures\", VM-Entry Controls for Event Injection",
};
constexpr const char* kNotValid
    = FSCOPE_TR("Core", "The valid bit is 0: the rest of the field is undefined.");

constexpr std::array kValidValues {
    NamedValue { 0, FSCOPE_TR("Core", "No event") },
    NamedValue { 1, FSCOPE_TR("Core", "The field names an event") },
};

bool isValid(std::uint64_t value)
{
    return bit(value, 31);
}
bool isUnblockingValid(std::uint64_t value)
{
    const DecodedEvent event = decodeEvent(static_cast<std::uint32_t>(value));
    return event.valid && (event.vector != 8 || event.type != InterruptionType::HardwareException);
}

Text explainVector(std::uint64_t event, std::uint64_t vector)
{
    const DecodedEvent decoded = decodeEvent(static_cast<std::uint32_t>(event));
    const Vector& row = vectorRow(static_cast<unsigned>(vector));
    if (decoded.type == InterruptionType::OtherEvent) {
        constexpr std::array kOther { FSCOPE_TR("Core", "pending MTF VM exit"), "SYSCALL", "SYSENTER" };
        if (vector < kOther.size())
            return kOther[vector];
    }
    const bool isException = decoded.type == InterruptionType::HardwareException
        || decoded.type == InterruptionType::PrivilegedSoftwareException
        || decoded.type == InterruptionType::SoftwareException || decoded.type == InterruptionType::Nmi;
    if (isException && *row.mnemonic != '\0')
        return row.mnemonic;
    return hex(vector);
}

std::vector<Field> eventRows(EventField which, const Context& context)
{
    const auto index = static_cast<std::size_t>(which);
    const char* source = kSources[index];
    Rows rows(32, Rows::Gap::Undefined, source);
    rows.add(table::flag("valid", 31, FSCOPE_TR("Core", "Valid"),
        FSCOPE_TR("Core", "Whether the field names an event at all."), kValidValues, source));
    rows.alternative(table::reservedBitsRow(30, 14, source, isValid),
        table::undefinedBitsRow(30, 14, source, table::isNot<isValid>));
    rows.gated<isValid>(
        table::flag("nested", 13, FSCOPE_TR("Core", "Nested exception"),
            FSCOPE_TR("Core", "With FRED: the exception occurred while another event was being delivered."),
            table::kNoYes, source),
        kNotValid);
    switch (which) {
    case EventField::Exiting:
        if (context.originalEventValid) {
            rows.off(table::nmiUnblocking(source),
                FSCOPE_TR("Core", "Undefined when the exit came while an event was being delivered."));
        } else {
            rows.gated<isUnblockingValid>(table::nmiUnblocking(source),
                FSCOPE_TR("Core", "Undefined for a double fault and where the valid bit is 0."));
        }
        break;
    case EventField::Original:
        break;
    case EventField::Injected:
        rows.alternative(table::reservedBitsRow(12, 12, source, isValid),
            table::undefinedBitsRow(12, 12, source, table::isNot<isValid>));
        break;
    }
    if (which == EventField::Injected) {
        rows.gated<isValid>(table::flag("deliver_error_code", 11, FSCOPE_TR("Core", "Deliver error code"),
                                FSCOPE_TR("Core", "The entry pushes the VM-entry exception error code."),
                                table::kNoYes, source),
            kNotValid);
    } else {
        rows.gated<isValid>(
            table::flag("error_code_valid", 11, FSCOPE_TR("Core", "Error code valid"),
                FSCOPE_TR("Core", "The error-code field beside this one holds an error code."), table::kNoYes,
                source),
            kNotValid);
    }
    rows.gated<isValid>(table::code("type", 10, 8, FSCOPE_TR("Core", "Interruption type"),
                            FSCOPE_TR("Core", "What kind of event it is."), interruptionTypes(), source),
        kNotValid);
    Field vector = table::number("vector", 7, 0, FSCOPE_TR("Core", "Vector"),
        FSCOPE_TR("Core", "The number of the interrupt or exception."), source);
    vector.explain = explainVector;
    rows.gated<isValid>(vector, kNotValid);
    return rows.take();
}

/// The checks of one event in the order they are told.
class Problems
{
public:
    void add(bool wrong, std::string_view name, Text text)
    {
        if (wrong)
            m_list.push_back({ name, std::move(text) });
    }
    std::vector<EventProblem> take() { return std::move(m_list); }

private:
    std::vector<EventProblem> m_list;
};

Text typeText(InterruptionType type)
{
    return interruptionTypes()[static_cast<std::size_t>(type)].meaning;
}

bool isFredCall(const DecodedEvent& event, bool fred)
{
    return fred && event.type == InterruptionType::OtherEvent && (event.vector == 1 || event.vector == 2);
}

} // namespace

const RegisterLayout& eventLayout(EventField field, const Context& context)
{
    const auto index = static_cast<std::size_t>(field);
    const bool off = field == EventField::Exiting && context.originalEventValid;
    const auto key = static_cast<std::uint32_t>(index * 2 + (off ? 1 : 0));
    return table::cachedLayout(table::Family::Event, key, kTitles[index], kLongNames[index], 32,
        [&] { return eventRows(field, context); });
}

DecodedEvent decodeEvent(std::uint32_t value)
{
    DecodedEvent out;
    out.valid = bit(value, 31);
    out.vector = static_cast<unsigned>(bits(value, 7, 0));
    out.type = static_cast<InterruptionType>(bits(value, 10, 8));
    out.errorCode = bit(value, 11);
    out.nmiUnblocking = bit(value, 12);
    out.nested = bit(value, 13);
    return out;
}

std::vector<EventProblem> eventProblems(EventField field, std::uint32_t value, const Context& context)
{
    using T = InterruptionType;
    const DecodedEvent event = decodeEvent(value);
    if (!event.valid)
        return {};
    const bool original = field == EventField::Original;
    const bool wrongType = event.type == T::Reserved || (event.type == T::SoftwareInterrupt && !original)
        || (event.type == T::OtherEvent && !(original && context.fred));
    const bool exception = event.type == T::HardwareException || event.type == T::PrivilegedSoftwareException
        || event.type == T::SoftwareException;
    const Text number = std::to_string(event.vector);

    Problems problems;
    problems.add(wrongType, "type",
        { FSCOPE_TR("Core", "This field never holds the type %1."), { typeText(event.type) } });
    problems.add(bits(value, 30, 14) != 0, "reserved_bits", FSCOPE_TR("Core", "Bits 30:14 are not 0."));
    problems.add(event.type == T::Nmi && event.vector != 2, "nmi_vector",
        { FSCOPE_TR("Core", "An NMI has the vector 2, not %1."), { number } });
    problems.add(exception && event.vector > 31, "exception_vector",
        { FSCOPE_TR("Core", "No exception has the vector %1."), { number } });
    problems.add((event.type == T::PrivilegedSoftwareException && event.vector != 1)
            || (event.type == T::SoftwareException && event.vector != 3 && event.vector != 4),
        "software_vector",
        { FSCOPE_TR("Core", "The vector of a %1 is not %2."), { typeText(event.type), number } });
    problems.add(event.errorCode
            && (event.type != T::HardwareException || (event.vector <= 21 && !hasErrorCode(event.vector))),
        "error_code", FSCOPE_TR("Core", "An event of this type and vector has no error code."));
    return problems.take();
}

std::vector<EventProblem> injectionProblems(std::uint32_t value, const EntryChecks& checks)
{
    using T = InterruptionType;
    const DecodedEvent event = decodeEvent(value);
    if (!event.valid)
        return {};
    const bool other = event.type == T::OtherEvent;
    const bool realMode = checks.unrestrictedGuest && !checks.protectedMode;
    const bool mayDeliver = event.type == T::HardwareException && !realMode;
    // The list that VM entry uses without IA32_VMX_BASIC[56]; #CP came later and is not on it.
    const bool listed = seedHasErrorCode(event.vector);
    const bool wrongErrorCode
        = checks.basic56 ? event.errorCode && !mayDeliver : event.errorCode != (mayDeliver && listed);
    const bool usesLength = needsInstructionLength(value, checks.fred);
    const Text number = std::to_string(event.vector);

    Problems problems;
    problems.add(event.type == T::Reserved || (other && !checks.monitorTrapFlag && !checks.fred), "type",
        { FSCOPE_TR("Core", "The type %1 cannot be injected here."), { typeText(event.type) } });
    problems.add((event.type == T::Nmi && event.vector != 2)
            || (event.type == T::HardwareException && event.vector > 31)
            || (other && event.vector != 0 && !isFredCall(event, checks.fred)),
        "vector", { FSCOPE_TR("Core", "The vector of a %1 is not %2."), { typeText(event.type), number } });
    problems.add(wrongErrorCode, "error_code",
        event.errorCode ? FSCOPE_TR("Core", "This event must not deliver an error code.")
                        : FSCOPE_TR("Core", "This event must deliver an error code."));
    problems.add(event.nested && (event.type != T::HardwareException || !checks.basic58), "nested",
        FSCOPE_TR(
            "Core", "Only a hardware exception can be nested, and only where IA32_VMX_BASIC[58] is 1."));
    problems.add((value & (mask(30, 14) | mask(12, 12))) != 0, "reserved_bits",
        FSCOPE_TR("Core", "Bits 30:14 and 12 must be 0."));
    problems.add(event.errorCode && bits(checks.errorCode, 31, 16) != 0, "error_code_high",
        { FSCOPE_TR("Core", "The error code %1 has bits above 15."),
            { hex(std::uint64_t { checks.errorCode }) } });
    problems.add(
        usesLength && (checks.instructionLength > 15 || (checks.instructionLength == 0 && !checks.misc30)),
        "length",
        { FSCOPE_TR("Core", "The VM-entry instruction length cannot be %1."),
            { std::to_string(checks.instructionLength) } });
    return problems.take();
}

bool needsInstructionLength(std::uint32_t value, bool fred)
{
    const DecodedEvent event = decodeEvent(value);
    return event.valid
        && (event.type == InterruptionType::SoftwareInterrupt
            || event.type == InterruptionType::PrivilegedSoftwareException
            || event.type == InterruptionType::SoftwareException || isFredCall(event, fred));
}

} // namespace fscope::arch::vmx
