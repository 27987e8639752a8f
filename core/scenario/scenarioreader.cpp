// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/a64/instruction.h"
#include "core/base/bytes.h"
#include "core/base/hex.h"
#include "core/base/json.h"
#include "core/hypervisor/policy.h"
#include "core/scenario/lessonreader.h"
#include "core/scenario/nodevalues.h"
#include "core/scenario/registernames.h"
#include "core/scenario/scenario.h"
#include "core/scenario/translationreader.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace fscope::scenario {
namespace {

constexpr std::size_t kMaxRanges = 256;
constexpr std::size_t kMaxDevices = 64;
constexpr std::size_t kMaxDoorbells = 256;
constexpr std::size_t kMaxIntercepts = 1024;
constexpr std::uint64_t kMaxLockedBytes = std::uint64_t { 64 } << 20;
constexpr std::size_t kMaxContents = 4096;
constexpr std::size_t kMaxWords = 1U << 20;

RegisterValues readRegisters(const JsonNode& node)
{
    RegisterValues out;
    node.members([&](const std::string& name, const JsonNode& value) {
        const auto width = registerWidth(name);
        if (!width) {
            value.wrong(fmt::format("\"{}\" is no register.", printable(name, 64)),
                fmt::format("Known registers: {}.", registerNames()));
            return;
        }
        const U128 number = *width > 64 ? value.number128() : U128 { value.number(*width), 0 };
        if (name == "pc" && number.lo % 4 != 0)
            value.wrong("The address of an instruction is a multiple of 4.");
        out.emplace_back(name, number);
    });
    return out;
}

// ---- memory

/// Little-endian words of @p size bytes.
std::string readWords(const JsonNode& node, unsigned size)
{
    std::string bytes;
    node.elements(kMaxWords, [&](std::size_t, const JsonNode& value) {
        std::array<char, 8> word {};
        storeLe(word.data(), value.number(8 * size), size);
        bytes.append(word.data(), size);
    });
    return bytes;
}

/// Instructions: words, or ["0xb8004422", "str w2, [x1], #4"], where the text must be what the word means.
std::string readInstructions(const JsonNode& node)
{
    std::string bytes;
    node.elements(kMaxWords, [&](std::size_t, const JsonNode& value) {
        std::uint64_t word = 0;
        if (value.isArray()) {
            std::size_t count = 0;
            value.elements(2, [&](std::size_t index, const JsonNode& part) {
                ++count;
                if (index == 0) {
                    word = part.number(32);
                    return;
                }
                const std::string text = part.string();
                const a64::Decoded decoded = a64::decode(static_cast<std::uint32_t>(word));
                if (part.failed() || decoded.status != a64::DecodeStatus::Ok
                    || decoded.instruction.row->addressing == a64::Addressing::Literal)
                    return;
                if (const std::string meant = a64::disassemble(decoded.instruction); meant != text)
                    part.wrong(fmt::format("The word {:#010x} is \"{}\".", word, meant));
            });
            if (count != 2)
                value.wrong("An instruction is a word, or [word, its text].");
        } else {
            word = value.number(32);
        }
        std::array<char, 4> out {};
        storeLe(out.data(), word, 4);
        bytes.append(out.data(), out.size());
    });
    return bytes;
}

/// One piece of content; @p placeKey is "offset" in a range and "at" where an IPA is given.
Content readContent(const JsonNode& node, std::string_view placeKey)
{
    Content content;
    content.path = node.path();
    node.onlyKeys({ placeKey, "hex", "text", "words32", "words64", "instructions" });
    if (placeKey == "at")
        content.offset = node.at("at").number(kIpaBits);
    else if (const auto offset = node.find(placeKey))
        content.offset = offset->number();
    int kinds = 0;
    if (const auto value = node.find("hex")) {
        ++kinds;
        Result<std::string> bytes = parseHexBytes(value->string(kMaxScenarioBytes));
        if (bytes)
            content.bytes = std::move(*bytes);
        else
            value->wrong(bytes.error().what);
    }
    if (const auto value = node.find("text"); value && ++kinds != 0)
        content.bytes = value->string(kMaxScenarioBytes);
    if (const auto value = node.find("words32"); value && ++kinds != 0)
        content.bytes = readWords(*value, 4);
    if (const auto value = node.find("words64"); value && ++kinds != 0)
        content.bytes = readWords(*value, 8);
    if (const auto value = node.find("instructions"); value && ++kinds != 0)
        content.bytes = readInstructions(*value);
    if (kinds != 1)
        node.wrong("Exactly one of hex, text, words32, words64 and instructions is expected here.");
    return content;
}

std::vector<Content> readContents(const JsonNode& node, std::string_view placeKey)
{
    std::vector<Content> out;
    node.elements(kMaxContents,
        [&](std::size_t, const JsonNode& piece) { out.push_back(readContent(piece, placeKey)); });
    return out;
}

PageRun readPageRun(const JsonNode& node)
{
    node.onlyKeys({ "offset", "size" });
    PageRun run { 0, kPageSize };
    if (const auto offset = node.find("offset"))
        run.offset = pageAddress(*offset, kIpaBits);
    if (const auto size = node.find("size"))
        run.size = rangeSize(*size);
    return run;
}

/// At most kMaxLockedBytes in all, so that a file cannot ask for a list of any length.
void readLocked(const JsonNode& node, MemoryRange& range)
{
    std::uint64_t bytes = 0;
    node.elements(kMaxContents, [&](std::size_t, const JsonNode& element) {
        const PageRun run = readPageRun(element);
        bytes += run.size;
        if (run.offset > range.slot.size || run.size > range.slot.size - run.offset)
            element.wrong(
                fmt::format("These pages end beyond the {:#x} bytes of the range.", range.slot.size));
        else if (bytes > kMaxLockedBytes)
            element.wrong(fmt::format("More than {:#x} bytes of one range are locked.", kMaxLockedBytes));
        else
            range.locked.push_back(run);
    });
}

MemoryRange readRange(const JsonNode& node)
{
    node.onlyKeys({ "name", "at", "size", "kind", "pa", "stage2", "content", "locked" });
    MemoryRange range;
    range.path = node.path();
    range.slot.name = node.at("name").string(64);
    range.slot.start = Ipa(pageAddress(node.at("at"), kIpaBits));
    range.slot.size = rangeSize(node.at("size"));
    range.slot.pa = Pa(range.slot.start.value);
    if (const auto pa = node.find("pa"))
        range.slot.pa = Pa(pageAddress(*pa, kIpaBits));
    constexpr std::array kinds { memory::SlotKind::Ram, memory::SlotKind::Rom, memory::SlotKind::Protected };
    if (const auto kind = node.find("kind"))
        range.slot.kind = kinds[kind->oneOf({ "ram", "rom", "protected" })];
    if (range.slot.kind == memory::SlotKind::Rom)
        range.stage2.write = false;
    if (range.slot.kind == memory::SlotKind::Protected)
        range.stage2 = { false, false, false, false };
    if (const auto rights = node.find("stage2"))
        range.stage2 = readRights(*rights);
    if (const auto content = node.find("content"))
        range.content = readContents(*content, "offset");
    if (const auto locked = node.find("locked"))
        readLocked(*locked, range);
    for (const Content& piece : range.content)
        if (piece.offset > range.slot.size || piece.bytes.size() > range.slot.size - piece.offset)
            node.wrong(fmt::format(
                "The content at offset {:#x} ({} bytes) does not fit the {:#x} bytes of the range.",
                piece.offset, piece.bytes.size(), range.slot.size));
    return range;
}

DeviceWindow readDevice(const JsonNode& node)
{
    node.onlyKeys({ "name", "model", "at", "size", "received" });
    DeviceWindow window;
    window.path = node.path();
    window.name = node.at("name").string(64);
    window.model = node.at("model").string(64);
    window.at = Ipa(pageAddress(node.at("at"), kIpaBits));
    window.size = kPageSize;
    if (const auto size = node.find("size"))
        window.size = rangeSize(*size);
    if (const auto received = node.find("received"))
        window.received = received->string(4096);
    return window;
}

DoorbellDescription readDoorbell(const JsonNode& node)
{
    node.onlyKeys({ "name", "at", "size", "value" });
    DoorbellDescription doorbell;
    doorbell.path = node.path();
    doorbell.name = node.at("name").string(64);
    doorbell.condition.address = node.at("at").number(kIpaBits);
    if (const auto size = node.find("size"))
        doorbell.condition.length = static_cast<unsigned>(size->numberIn(1, 16));
    if (const auto value = node.find("value"))
        doorbell.condition.value = value->number();
    return doorbell;
}

// ---- what translates

mmu::TlbShape readTlb(const JsonNode& node)
{
    node.onlyKeys({ "sets", "ways", "replacement", "seed" });
    mmu::TlbShape shape;
    if (const auto sets = node.find("sets"))
        shape.sets = static_cast<unsigned>(sets->number(32));
    if (const auto ways = node.find("ways"))
        shape.ways = static_cast<unsigned>(ways->number(32));
    if (const auto replacement = node.find("replacement"))
        shape.replacement = static_cast<mmu::TlbReplacement>(replacement->oneOf({ "lru", "random" }));
    if (const auto seed = node.find("seed"))
        shape.seed = seed->number();
    if (const Result<void> fits = mmu::Tlb::checkShape(shape); !fits && !node.failed())
        node.wrong(fits.error().what);
    return shape;
}

// ---- intercepts

/// What others do to the TLB before an instruction.
TlbiDescription readTlbi(const JsonNode& node)
{
    node.onlyKeys({ "operation", "address", "asid", "operand" });
    TlbiDescription out;
    const JsonNode operation = node.at("operation");
    const std::string name = operation.string(32);
    const auto found = mmu::tlbiByName(name);
    if (node.failed())
        return out;
    if (!found) {
        operation.wrong(fmt::format("\"{}\" is no TLBI of EL1 or EL2.", printable(name, 32)),
            "Names are as in the Arm ARM, such as \"vae1is\", \"ipas2e1is\", \"vmalle1is\".");
        return out;
    }
    out.instruction = *found;
    const auto operand = node.find("operand");
    const auto address = node.find("address");
    const auto asid = node.find("asid");
    if (operand && (address || asid))
        operand->wrong("Either the operand is given, or what it is made of, not both.");
    if (!found->row->takesOperand && (operand || address || asid))
        operation.wrong(fmt::format("TLBI {} takes no operand.", found->name()));
    if (found->row->range && !operand)
        operation.wrong("The operand of a range is given as a number: \"operand\".");
    out.operand = operand ? operand->number()
                          : mmu::tlbiOperand(*found, address ? address->number() : 0,
                              static_cast<std::uint16_t>(asid ? asid->number(16) : 0));
    return out;
}

std::map<std::string, std::string> readTexts(const JsonNode& node)
{
    std::map<std::string, std::string> out;
    node.members([&](const std::string& device, const JsonNode& text) { out[device] = text.string(4096); });
    return out;
}

GivenSyndrome readSyndrome(const JsonNode& node)
{
    node.onlyKeys({ "esr", "far", "hpfar", "ipa" });
    GivenSyndrome syndrome;
    syndrome.esr = node.at("esr").number();
    syndrome.far = node.at("far").number();
    if (const auto hpfar = node.find("hpfar"))
        syndrome.hpfar = hpfar->number();
    if (const auto ipa = node.find("ipa"))
        syndrome.ipa = Ipa(ipa->number(kIpaBits));
    return syndrome;
}

Expectation readExpectation(const JsonNode& node)
{
    node.onlyKeys({ "outcome", "registers", "output" });
    Expectation expect;
    if (const auto outcome = node.find("outcome"))
        expect.outcome = static_cast<hypervisor::OutcomeKind>(
            outcome->oneOf({ "completed", "event", "exit", "halted" }));
    if (const auto registers = node.find("registers"))
        expect.registers = readRegisters(*registers);
    if (const auto output = node.find("output"))
        expect.output = readTexts(*output);
    return expect;
}

InterceptDescription readIntercept(const JsonNode& node)
{
    node.onlyKeys({ "name", "traps", "registers", "memory", "tlbi", "received", "instruction_bytes",
        "initial_translation", "interruption_pending", "syndrome", "after_trap", "expect" });
    InterceptDescription intercept;
    intercept.path = node.path();
    intercept.name = node.at("name").string(128);
    if (const auto traps = node.find("traps")) {
        intercept.traps = traps->boolean();
        for (const char* key :
            { "instruction_bytes", "initial_translation", "interruption_pending", "syndrome", "after_trap" })
            if (!intercept.traps && node.has(key))
                node.at(key).wrong("This is for what traps, and \"traps\" is false.");
    }
    if (const auto registers = node.find("registers"))
        intercept.registers = readRegisters(*registers);
    if (const auto memory = node.find("memory"))
        intercept.memory = readContents(*memory, "at");
    if (const auto tlbi = node.find("tlbi"))
        tlbi->elements(
            kMaxContents, [&](std::size_t, const JsonNode& one) { intercept.tlbi.push_back(readTlbi(one)); });
    if (const auto received = node.find("received"))
        intercept.received = readTexts(*received);
    if (const auto value = node.find("instruction_bytes"))
        intercept.instructionBytes = value->boolean();
    if (const auto value = node.find("initial_translation"))
        intercept.initialTranslation = value->boolean();
    if (const auto value = node.find("interruption_pending"))
        intercept.interruptionPending = value->boolean();
    if (const auto syndrome = node.find("syndrome"))
        intercept.syndrome = readSyndrome(*syndrome);
    if (const auto after = node.find("after_trap")) {
        after->onlyKeys({ "memory", "unmap" });
        if (const auto memory = after->find("memory"))
            intercept.memoryAfterTrap = readContents(*memory, "at");
        if (const auto unmap = after->find("unmap"))
            unmap->elements(kMaxContents, [&](std::size_t, const JsonNode& va) {
                intercept.unmappedAfterTrap.emplace_back(va.number());
            });
    }
    if (const auto expect = node.find("expect"))
        intercept.expect = readExpectation(*expect);
    return intercept;
}

void readScenario(const JsonNode& node, Scenario& scenario)
{
    node.onlyKeys({ "fscope_scenario", "name", "title", "policy", "cpu", "memory", "devices", "doorbells",
        "tlb", "translation", "intercepts", "lesson" });
    node.at("fscope_scenario").numberIn(1, 1);
    scenario.name = node.at("name").string(64);
    if (const auto title = node.find("title"))
        scenario.title = title->string();
    if (const auto policy = node.find("policy")) {
        scenario.policy = policy->string();
        if (const auto known = hypervisor::policyById(scenario.policy); !known)
            policy->wrong(known.error().what, known.error().hint);
    }
    if (const auto cpu = node.find("cpu"))
        scenario.cpu = readRegisters(*cpu);
    node.at("memory").elements(
        kMaxRanges, [&](std::size_t, const JsonNode& range) { scenario.memory.push_back(readRange(range)); });
    if (const auto devices = node.find("devices"))
        devices->elements(kMaxDevices,
            [&](std::size_t, const JsonNode& device) { scenario.devices.push_back(readDevice(device)); });
    if (const auto doorbells = node.find("doorbells"))
        doorbells->elements(kMaxDoorbells, [&](std::size_t, const JsonNode& doorbell) {
            scenario.doorbells.push_back(readDoorbell(doorbell));
        });
    if (const auto tlb = node.find("tlb"))
        scenario.tlb = readTlb(*tlb);
    scenario.stage1.on = false;
    if (const auto translation = node.find("translation"))
        readTranslation(*translation, scenario);
    const JsonNode intercepts = node.at("intercepts");
    intercepts.elements(kMaxIntercepts,
        [&](std::size_t, const JsonNode& one) { scenario.intercepts.push_back(readIntercept(one)); });
    if (!node.failed() && scenario.intercepts.empty())
        intercepts.wrong("At least one intercept is expected here.");
    if (const auto lesson = node.find("lesson"))
        scenario.lessons = readLessons(*lesson, scenario.intercepts.size());
}

} // namespace

Result<Scenario> readScenario(std::string_view text, const std::string& file)
{
    if (text.size() > kMaxScenarioBytes)
        return fail(
            fmt::format("The file is larger than {} bytes, the most a scenario may have.", kMaxScenarioBytes),
            file);
    const Result<nlohmann::json> json = parseJson(text, file);
    if (!json)
        return tl::unexpected<Error>(json.error());
    JsonIssues issues { file, std::nullopt };
    Scenario scenario;
    scenario.file = file;
    readScenario(JsonNode(*json, issues), scenario);
    if (issues.first)
        return tl::unexpected<Error>(*issues.first);
    return scenario;
}

} // namespace fscope::scenario
