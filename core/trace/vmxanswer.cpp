// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/trace/vmxanswer.h"

#include "core/arch/vmxept.h"
#include "core/arch/vmxerror.h"
#include "core/arch/vmxevent.h"
#include "core/arch/vmxinfo.h"
#include "core/arch/vmxqualification.h"
#include "core/arch/vmxreason.h"
#include "core/arch/vmxvector.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <string>

namespace fscope::trace {
namespace {

namespace vmx = arch::vmx;
using nlohmann::json;

constexpr std::size_t kMaxWalkEntries = 16;

std::uint64_t numberOr(const JsonNode& in, std::string_view key, std::uint64_t otherwise, unsigned width)
{
    const auto node = in.find(key);
    return node ? node->number(width) : otherwise;
}

bool flagOr(const JsonNode& in, std::string_view key, bool otherwise)
{
    const auto node = in.find(key);
    return node ? node->boolean() : otherwise;
}

std::uint32_t value32(const JsonNode& in)
{
    return static_cast<std::uint32_t>(in.at("value").number(32));
}

json textOrNull(std::string_view text)
{
    return text.empty() ? json(nullptr) : json(text);
}

/// The fields that mean something, without the one named @p except.
json fieldsOf(const arch::RegisterLayout& layout, std::uint64_t value, std::string_view except = {})
{
    json out = json::array();
    for (const arch::FieldValue& field : vmx::definedFields(layout, value)) {
        if (field.field->name == except)
            continue;
        out.push_back({ { "name", field.field->name }, { "start", field.field->lo },
            { "width", field.field->hi - field.field->lo + 1 }, { "value", field.value } });
    }
    return out;
}

template <typename List>
json namesOf(const List& list)
{
    json out = json::array();
    for (const auto& item : list)
        out.push_back(item.name);
    return out;
}

json instructionErrorAnswer(const JsonNode& in)
{
    in.onlyKeys({ "value" });
    const vmx::InstructionError* row = vmx::instructionError(value32(in));
    return { { "defined", row != nullptr }, { "text", row == nullptr ? json(nullptr) : json(row->text) } };
}

json lengthAnswer(vmx::LengthRule rule)
{
    switch (rule) {
    case vmx::LengthRule::Yes:
        return true;
    case vmx::LengthRule::No:
        return false;
    case vmx::LengthRule::Some:
    case vmx::LengthRule::NotListed:
        break;
    }
    return nullptr;
}

json exitReasonAnswer(const JsonNode& in)
{
    in.onlyKeys({ "value" });
    const vmx::DecodedExitReason decoded = vmx::decodeExitReason(value32(in));
    json out { { "basic", decoded.basic }, { "defined", decoded.reason != nullptr }, { "ident", nullptr },
        { "text", nullptr }, { "flags", decoded.flags }, { "stray", decoded.stray } };
    if (decoded.reason != nullptr) {
        const vmx::ExitReason& reason = *decoded.reason;
        out["ident"] = reason.ident;
        out["text"] = reason.text;
        out["consistent"] = decoded.consistent;
        out["qualification"] = textOrNull(vmx::name(reason.qualification));
        out["instruction_info"] = textOrNull(vmx::name(reason.info));
        out["instruction_length"] = lengthAnswer(reason.length);
        out["guest_physical_address"] = vmx::hasGuestPhysicalAddress(reason.number);
        out["trap_like"] = vmx::isTrapLike(reason.number);
    }
    return out;
}

json qualificationAnswer(const JsonNode& in)
{
    in.onlyKeys({ "reason", "value", "vector", "type", "nmi_source", "mbec", "advanced",
        "supervisor_shadow_stack", "address_size", "msr_bitmaps" });
    const auto basic = static_cast<unsigned>(in.at("reason").number(16));
    const std::uint64_t value = in.at("value").number();
    vmx::Context context;
    context.modeBasedExecute = flagOr(in, "mbec", false);
    context.advancedEptInformation = flagOr(in, "advanced", false);
    context.supervisorShadowStack = flagOr(in, "supervisor_shadow_stack", false);
    context.nmiSource = flagOr(in, "nmi_source", false);
    context.msrBitmaps = flagOr(in, "msr_bitmaps", true);
    if (const auto size = in.find("address_size")) {
        context.addressSize = static_cast<unsigned>(size->number(8));
        if (context.addressSize != 16 && context.addressSize != 32 && context.addressSize != 64)
            size->wrong("An address size is 16, 32 or 64.");
    }
    if (basic == 0)
        context.event = vmx::EventId { static_cast<unsigned>(in.at("vector").number(8)),
            static_cast<unsigned>(in.at("type").number(3)) };
    const arch::RegisterLayout& layout = vmx::exitQualificationLayout(basic, context);
    return { { "kind", textOrNull(vmx::name(vmx::qualificationKind(basic, context))) },
        { "fields", fieldsOf(layout, value) }, { "undefined", vmx::undefinedBits(layout, value) } };
}

json eventAnswer(vmx::EventField which, const JsonNode& in)
{
    in.onlyKeys({ "value", "error_code", "original_valid", "fred" });
    const std::uint32_t value = value32(in);
    vmx::Context context;
    context.originalEventValid = flagOr(in, "original_valid", false);
    context.fred = flagOr(in, "fred", false);
    const vmx::DecodedEvent event = vmx::decodeEvent(value);
    json out { { "valid", event.valid }, { "problems", namesOf(vmx::eventProblems(which, value, context)) } };
    out["fields"]
        = event.valid ? fieldsOf(vmx::eventLayout(which, context), value, "valid") : json(json::array());
    if (const auto code = in.find("error_code")) {
        const std::uint64_t bits = code->number(32);
        out["error_code_fields"] = event.valid && event.errorCode
            ? fieldsOf(vmx::errorCodeLayout(event.vector), bits)
            : json(json::array());
    }
    return out;
}

json entryEventAnswer(const JsonNode& in)
{
    in.onlyKeys({ "value", "error_code", "length", "unrestricted", "pe", "basic56", "basic58", "misc30",
        "mtf", "fred" });
    const std::uint32_t value = value32(in);
    vmx::EntryChecks checks;
    checks.errorCode = static_cast<std::uint32_t>(numberOr(in, "error_code", 0, 32));
    checks.instructionLength = static_cast<std::uint32_t>(numberOr(in, "length", 1, 32));
    checks.unrestrictedGuest = flagOr(in, "unrestricted", false);
    checks.protectedMode = flagOr(in, "pe", true);
    checks.basic56 = flagOr(in, "basic56", false);
    checks.basic58 = flagOr(in, "basic58", false);
    checks.misc30 = flagOr(in, "misc30", false);
    checks.monitorTrapFlag = flagOr(in, "mtf", true);
    checks.fred = flagOr(in, "fred", false);
    const vmx::DecodedEvent event = vmx::decodeEvent(value);
    const std::vector<vmx::EventProblem> problems = vmx::injectionProblems(value, checks);
    json out { { "valid", event.valid }, { "ok", problems.empty() }, { "problems", namesOf(problems) },
        { "needs_length", vmx::needsInstructionLength(value, checks.fred) } };
    out["fields"] = event.valid ? fieldsOf(vmx::eventLayout(vmx::EventField::Injected), value, "valid")
                                : json(json::array());
    return out;
}

json errorCodeAnswer(const JsonNode& in)
{
    in.onlyKeys({ "vector", "value" });
    const auto vector = static_cast<unsigned>(in.at("vector").number(8));
    return { { "fields", fieldsOf(vmx::errorCodeLayout(vector), value32(in)) } };
}

json instructionInfoAnswer(const JsonNode& in)
{
    in.onlyKeys({ "reason", "value", "ins", "mode64" });
    const auto basic = static_cast<unsigned>(in.at("reason").number(16));
    vmx::Context context;
    context.mode64 = flagOr(in, "mode64", true);
    context.stringIo = flagOr(in, "ins", false) ? vmx::StringIo::Ins : vmx::StringIo::Outs;
    return { { "kind", textOrNull(vmx::name(vmx::instructionInfoKind(basic))) },
        { "fields", fieldsOf(vmx::instructionInfoLayout(basic, context), value32(in)) } };
}

json vectorAnswer(const JsonNode& in)
{
    in.onlyKeys({ "vector" });
    const auto number = static_cast<unsigned>(in.at("vector").number(8));
    const vmx::Vector& row = vmx::vectorRow(number);
    const vmx::VectorClassification both = vmx::classifyVector(number);
    json types = json::array();
    for (const vmx::InterruptionType type : row.exitTypes)
        types.push_back(static_cast<unsigned>(type));
    json out { { "mnemonic", textOrNull(row.mnemonic) }, { "class", vmx::name(row.kind) },
        { "error_code", both.manualErrorCode }, { "exit_types", std::move(types) },
        { "seed_type", static_cast<unsigned>(both.seed) }, { "seed_error_code", both.seedErrorCode } };
    if (row.errorCode == vmx::ErrorCodeRule::Unknown)
        out["error_code"] = nullptr;
    if (row.first == row.last) // a range of vectors has no name to compare
        out["text"] = row.text;
    return out;
}

vmx::EptFeatures featuresOf(const JsonNode& in)
{
    vmx::EptFeatures out;
    out.maxPhysicalAddress = static_cast<unsigned>(in.at("maxphyaddr").numberIn(32, 52));
    out.executeOnly = flagOr(in, "execute_only", true);
    out.pages1G = flagOr(in, "page_1g", true);
    out.modeBasedExecute = flagOr(in, "mbec", false);
    out.accessedDirty = flagOr(in, "accessed_dirty", false);
    out.pagingWrite = flagOr(in, "paging_write", false);
    out.supervisorShadowStack = flagOr(in, "supervisor_shadow_stack", false);
    out.subPageWrite = flagOr(in, "spp", false);
    out.virtualizationException = flagOr(in, "ve", false);
    out.verifyPaging = flagOr(in, "verify_paging", false);
    return out;
}

json eptEntryAnswer(const JsonNode& in)
{
    in.onlyKeys({ "level", "value", "maxphyaddr", "execute_only", "page_1g", "mbec", "accessed_dirty",
        "paging_write", "supervisor_shadow_stack", "spp", "ve", "verify_paging" });
    const auto level = static_cast<unsigned>(in.at("level").numberIn(1, 5));
    const std::uint64_t value = in.at("value").number();
    const vmx::EptEntry entry = vmx::decodeEptEntry(level, value, featuresOf(in));
    return { { "entry", vmx::eptEntryName(level) }, { "state", vmx::name(entry.state) },
        { "why", namesOf(entry.why) }, { "fields", fieldsOf(*entry.layout, value) },
        { "reserved_set", entry.reservedSet } };
}

json eptpAnswer(const JsonNode& in)
{
    in.onlyKeys({ "value", "maxphyaddr" });
    const std::uint64_t value = in.at("value").number();
    const auto width = static_cast<unsigned>(in.at("maxphyaddr").numberIn(32, 52));
    return { { "fields", fieldsOf(vmx::eptpLayout(width), value) },
        { "problems", namesOf(vmx::eptpProblems(value, width)) } };
}

json walkAnswer(const vmx::EptWalk& walk)
{
    const json level = walk.level == 0 ? json(nullptr) : json(walk.level);
    switch (walk.result) {
    case vmx::EptWalk::Result::Ok: {
        const char* type = vmx::memoryTypeName(walk.memoryType);
        return { { "result", "ok" }, { "level", level }, { "page_size", walk.pageSize },
            { "address", walk.address }, { "memory_type", type == nullptr ? "" : type },
            { "ignore_pat", walk.ignorePat ? 1 : 0 } };
    }
    case vmx::EptWalk::Result::Violation:
        return { { "result", "violation" }, { "level", level }, { "qualification", walk.qualification },
            { "qualification_mask", walk.qualificationMask } };
    case vmx::EptWalk::Result::Misconfiguration:
        return { { "result", "misconfiguration" }, { "level", level }, { "why", namesOf(walk.why) } };
    case vmx::EptWalk::Result::Incomplete:
    case vmx::EptWalk::Result::BadPointer:
        break;
    }
    return nullptr;
}

json eptWalkAnswer(const JsonNode& in)
{
    in.onlyKeys({ "eptp", "gpa", "entries", "access", "linear", "user_linear", "maxphyaddr", "execute_only",
        "page_1g", "mbec", "accessed_dirty", "paging_write", "supervisor_shadow_stack", "spp", "ve",
        "verify_paging" });
    const std::uint64_t eptp = in.at("eptp").number();
    const std::uint64_t gpa = in.at("gpa").number();
    std::vector<std::uint64_t> entries;
    in.at("entries").elements(
        kMaxWalkEntries, [&](std::size_t, const JsonNode& entry) { entries.push_back(entry.number()); });
    constexpr std::array kAccesses { vmx::EptAccess::Read, vmx::EptAccess::Write, vmx::EptAccess::Fetch,
        vmx::EptAccess::Walk };
    vmx::EptAttempt attempt;
    attempt.access = kAccesses[in.at("access").oneOf({ "read", "write", "fetch", "walk" })];
    attempt.linearValid = flagOr(in, "linear", true);
    attempt.userLinear = flagOr(in, "user_linear", false);
    const vmx::EptWalk walk = vmx::walkEpt(eptp, gpa, entries, attempt, featuresOf(in));
    if (walk.result == vmx::EptWalk::Result::Incomplete)
        in.at("entries").wrong(fmt::format("The walk needs an entry of level {}.", walk.level));
    else if (walk.result == vmx::EptWalk::Result::BadPointer)
        in.at("eptp").wrong("Bits 5:3 of the EPT pointer are 3 (4 levels) or 4 (5 levels).");
    return walkAnswer(walk);
}

} // namespace

VmxRowKind readVmxRowKind(const JsonNode& kind)
{
    return static_cast<VmxRowKind>(
        kind.oneOf({ "instruction_error", "exit_reason", "qualification", "exit_event", "original_event",
            "entry_event", "error_code", "instruction_info", "vector", "ept_entry", "eptp", "ept_walk" }));
}

json vmxAnswer(VmxRowKind kind, const JsonNode& in)
{
    switch (kind) {
    case VmxRowKind::InstructionError:
        return instructionErrorAnswer(in);
    case VmxRowKind::ExitReason:
        return exitReasonAnswer(in);
    case VmxRowKind::Qualification:
        return qualificationAnswer(in);
    case VmxRowKind::ExitEvent:
        return eventAnswer(vmx::EventField::Exiting, in);
    case VmxRowKind::OriginalEvent:
        return eventAnswer(vmx::EventField::Original, in);
    case VmxRowKind::EntryEvent:
        return entryEventAnswer(in);
    case VmxRowKind::ErrorCode:
        return errorCodeAnswer(in);
    case VmxRowKind::InstructionInfo:
        return instructionInfoAnswer(in);
    case VmxRowKind::Vector:
        return vectorAnswer(in);
    case VmxRowKind::EptEntry:
        return eptEntryAnswer(in);
    case VmxRowKind::Eptp:
        return eptpAnswer(in);
    case VmxRowKind::EptWalk:
        return eptWalkAnswer(in);
    }
    return nullptr;
}

} // namespace fscope::trace
