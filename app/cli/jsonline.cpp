// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/cli/jsonline.h"

#include "core/a64/instruction.h"
#include "core/base/hex.h"

namespace fscope::cli {
namespace {

using namespace hypervisor;

const char* kindWord(mmu::AccessKind kind)
{
    switch (kind) {
    case mmu::AccessKind::Read:
        return "read";
    case mmu::AccessKind::Write:
        return "write";
    case mmu::AccessKind::Execute:
        return "execute";
    }
    return "";
}

const char* targetWord(Target target)
{
    switch (target) {
    case Target::Ram:
        return "ram";
    case Target::Rom:
        return "rom";
    case Target::Device:
        return "device";
    case Target::Hole:
        return "hole";
    case Target::Protected:
        return "protected";
    }
    return "";
}

const char* whyWord(RegisterWritten::Why why)
{
    switch (why) {
    case RegisterWritten::Why::Data:
        return "data";
    case RegisterWritten::Why::WriteBack:
        return "write-back";
    case RegisterWritten::Why::Exception:
        return "exception";
    }
    return "";
}

/// A value of @p size bytes: 16 need both halves.
std::string data(U128 value, unsigned size)
{
    return size > 8 ? hex(value) : hex(value.lo);
}

std::string data(U128 value, arch::RegId reg)
{
    return reg.file == arch::RegId::File::V ? hex(value) : hex(value.lo);
}

Json entryOf(const std::optional<mmu::OneEntryCache::Entry>& entry)
{
    if (!entry)
        return nullptr;
    return { { "va_page", hex(entry->vaPage << kPageShift) },
        { "ipa_page", hex(entry->ipaPage << kPageShift) }, { "access", kindWord(entry->kind) } };
}

Json placeOf(mmu::Tlb::Place place)
{
    return { { "set", place.set }, { "way", place.way } };
}

/// What a device has sent to the outside, as bytes. The rest of its state is its own affair, and no part of
/// the format.
std::string outputOf(const device::DeviceState& state)
{
    return hexBytes(state.output.data(), state.output.size());
}

/// One function a micro-step: each value it holds.
struct Writer {
    Json operator()(const SyndromeRead& s) const
    {
        return { { "esr", hex(s.esr) }, { "far", hex(s.far) },
            { "hpfar", s.hpfarValid ? Json(hex(s.hpfar)) : Json() }, { "usable", s.usable } };
    }
    Json operator()(const InstructionFetched& s) const
    {
        return { { "pc", hex(s.pc) }, { "word", hexPadded(s.word, 8) }, { "from_message", s.fromMessage } };
    }
    Json operator()(const FetchFailed& s) const { return { { "pc", hex(s.pc) } }; }
    Json operator()(const InstructionDecoded& s) const
    {
        return { { "word", hexPadded(s.instruction.word, 8) },
            { "instruction", a64::disassemble(s.instruction) } };
    }
    Json operator()(const DecodeFailed& s) const { return { { "word", hexPadded(s.word, 8) } }; }
    Json operator()(const CacheLookedUp& s) const
    {
        return { { "va", hex(s.va) }, { "access", kindWord(s.kind) }, { "hit", s.hit },
            { "ipa", s.hit ? Json(hex(s.ipa)) : Json() }, { "entry", entryOf(s.entry) } };
    }
    Json operator()(const CacheFilled& s) const
    {
        return { { "entry_before", entryOf(s.before) }, { "entry_after", entryOf(s.after) } };
    }
    Json operator()(const DescriptorStep& s) const
    {
        Json json { { "stage", static_cast<int>(s.read.stage) }, { "level", s.read.level },
            { "for_table", s.read.forTable }, { "input", hex(s.read.input) }, { "index", hex(s.read.index) },
            { "table", hex(s.read.table) }, { "address", hex(s.read.address) },
            { "value", hex(s.read.value) }, { "type", descriptorTypeWord(s.read.type) },
            { "output", hex(s.read.output) }, { "informative", s.informative } };
        if (s.written)
            json["after_update"] = hex(s.read.after());
        return json;
    }
    Json operator()(const Translated& s) const
    {
        return { { "va", hex(s.va) }, { "access", kindWord(s.kind) }, { "ipa", hex(s.ipa) },
            { "attributes", hex(std::uint64_t { s.attributes.attr }) } };
    }
    Json operator()(const TranslationFailed& s) const
    {
        return { { "va", hex(s.va) }, { "access", kindWord(s.kind) },
            { "stage", static_cast<int>(s.fault.stage) },
            { "fault_code", hex(std::uint64_t { arch::faultCode(s.fault.kind, s.fault.level) }) },
            { "s1ptw", s.fault.s1ptw }, { "informative", s.informative } };
    }
    Json operator()(const AccessChecked& s) const
    {
        return { { "ipa", hex(s.ipa) }, { "access", kindWord(s.kind) }, { "size", s.size },
            { "target", targetWord(s.target) }, { "slot", s.slot }, { "allowed", s.allowed } };
    }
    Json operator()(const MemoryRead& s) const
    {
        return { { "ipa", hex(s.ipa) }, { "pa", hex(s.pa) }, { "size", s.size },
            { "value", data(s.value, s.size) } };
    }
    Json operator()(const MemoryWritten& s) const
    {
        return { { "ipa", hex(s.ipa) }, { "pa", hex(s.pa) }, { "size", s.size },
            { "value_before", data(s.before, s.size) }, { "value_after", data(s.after, s.size) } };
    }
    Json operator()(const MmioAccessed& s) const
    {
        return { { "write", s.write }, { "ipa", hex(s.ipa) }, { "device", s.device },
            { "offset", hex(s.offset) }, { "size", s.size }, { "register", s.registerName },
            { "value", data(s.value, s.size) }, { "output_before", outputOf(s.before) },
            { "output_after", outputOf(s.after) } };
    }
    Json operator()(const RegisterWritten& s) const
    {
        return { { "register", arch::name(s.reg) }, { "why", whyWord(s.why) },
            { "value_before", data(s.before, s.reg) }, { "value_after", data(s.after, s.reg) } };
    }
    Json operator()(const PcAdvanced& s) const
    {
        return { { "value_before", hex(s.before) }, { "value_after", hex(s.after) } };
    }
    Json operator()(const EventInjected& s) const { return { { "event", jsonOf(s.event) } }; }
    Json operator()(const Stopped& s) const { return { { "outcome", outcomeWord(s.kind) } }; }
    Json operator()(const TlbLookedUp& s) const
    {
        return { { "va", hex(s.va) }, { "access", kindWord(s.kind) }, { "hit", s.hit() },
            { "place", s.place ? placeOf(*s.place) : Json() }, { "entry", jsonOf(s.entry) } };
    }
    Json operator()(const TlbEvicted& s) const
    {
        return { { "place", placeOf(s.place) }, { "entry", jsonOf(s.entry) } };
    }
    Json operator()(const TlbFilled& s) const
    {
        return { { "place", placeOf(s.place) }, { "entry", jsonOf(s.entry) } };
    }
    Json operator()(const TlbInvalidated& s) const
    {
        return { { "operation", s.operation.instruction.name() }, { "operand", hex(s.operation.operand) },
            { "vmid", s.operation.vmid }, { "removed", s.entries } };
    }
    Json operator()(const SystemInstruction& s) const
    {
        return { { "word", hexPadded(s.word, 8) }, { "instruction", s.text } };
    }
};

} // namespace

void writeJsonLine(Console& console, const Json& json)
{
    console.line(json.dump(-1, ' ', true, Json::error_handler_t::replace));
}

Json jsonOf(const std::vector<machine::Difference>& differences)
{
    Json list = Json::array();
    for (const machine::Difference& difference : differences)
        list.push_back({ { "what", difference.what }, { "expected", difference.expected },
            { "actual", difference.actual } });
    return list;
}

Json jsonOf(const MicroStep& step)
{
    return std::visit(Writer {}, step);
}

Json jsonOf(const mmu::TlbEntry& entry)
{
    if (!entry.isValid())
        return nullptr;
    const auto stage = [](bool on, const mmu::StageLeaf& leaf) -> Json {
        if (!on)
            return nullptr;
        const auto rights = [](mmu::Rights r) {
            return std::string(r.read ? "r" : "") + (r.write ? "w" : "") + (r.execute ? "x" : "");
        };
        return { { "level", leaf.level }, { "el1", rights(leaf.rights.privileged()) },
            { "el0", rights(leaf.rights.unprivileged()) } };
    };
    return { { "vmid", entry.vmid() }, { "asid", entry.isGlobal() ? Json() : Json(entry.asid()) },
        { "fetch", entry.isFetch() }, { "va", hex(entry.va) }, { "size", hex(entry.size()) },
        { "ipa", hex(entry.translation.ipa) }, { "pa", hex(entry.translation.pa) },
        { "attributes", hex(std::uint64_t { entry.translation.attributes.attr }) },
        { "stage1", stage(entry.hasStage1(), entry.translation.stage1) },
        { "stage2", stage(entry.hasStage2(), entry.translation.stage2) } };
}

Json jsonOf(const PendingEvent& event)
{
    Json json = { { "delivery", event.delivery == PendingEvent::Delivery::Entered ? "entered" : "pending" },
        { "target_el", event.targetEl }, { "esr", hex(event.esr) }, { "far", hex(event.far) } };
    if (event.bytes)
        json["bytes"] = hexBytes(event.bytes->data(), event.bytes->size());
    return json;
}

const char* descriptorTypeWord(mmu::DescriptorType type)
{
    switch (type) {
    case mmu::DescriptorType::Invalid:
        return "invalid";
    case mmu::DescriptorType::Table:
        return "table";
    case mmu::DescriptorType::Block:
        return "block";
    case mmu::DescriptorType::Page:
        return "page";
    case mmu::DescriptorType::Reserved:
        return "reserved";
    }
    return "";
}

const char* outcomeWord(OutcomeKind kind)
{
    switch (kind) {
    case OutcomeKind::Completed:
        return "completed";
    case OutcomeKind::EventInjected:
        return "event";
    case OutcomeKind::ExitToUser:
        return "exit";
    case OutcomeKind::Halted:
        return "halted";
    }
    return "";
}

} // namespace fscope::cli
