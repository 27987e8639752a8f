// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/trace/a64record.h"

#include "core/base/hex.h"
#include "core/base/json.h"
#include "core/base/splitmix.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace fscope::trace {
namespace {

constexpr unsigned kAddressBits = 48; ///< of VAs in each half, and of IPAs

std::uint64_t instructionAligned(const JsonNode& node)
{
    const std::uint64_t value = node.number();
    if (value % 4 != 0)
        node.wrong("The address of an instruction is a multiple of 4.");
    return value;
}

void readSystemValues(const JsonNode& node, A64Outcome& out)
{
    out.esr = node.at("esr").number();
    out.far = node.at("far").number();
    out.elr = instructionAligned(node.at("elr"));
    out.spsr = node.at("spsr").number();
}

void readMemory(const JsonNode& node, A64Outcome& out)
{
    node.elements(A64Record::kWindowBytes, [&](std::size_t, const JsonNode& run) {
        std::uint64_t offset = 0;
        std::string bytes;
        std::size_t count = 0;
        run.elements(2, [&](std::size_t index, const JsonNode& value) {
            ++count;
            if (index == 0) {
                offset = value.numberIn(0, A64Record::kWindowBytes - 1);
                return;
            }
            Result<std::string> parsed = parseHexBytes(value.string(2 * A64Record::kWindowBytes));
            if (!parsed)
                value.wrong(parsed.error().what);
            else if (parsed->empty() || parsed->size() > A64Record::kWindowBytes - offset)
                value.wrong("The bytes are none, or reach past the end of the window.");
            else
                bytes = std::move(*parsed);
        });
        if (count != 2)
            run.wrong("A run of bytes is [offset, hexadecimal digits].");
        out.memory.emplace_back(static_cast<std::uint16_t>(offset), std::move(bytes));
    });
}

/// The number of a register that is the key of an object.
std::optional<std::uint8_t> registerNumber(const std::string& key, const JsonNode& value, unsigned most)
{
    const Result<std::uint64_t> number = parseNumber(key);
    if (!number || *number > most) {
        value.wrong(fmt::format("The key is a register number from 0 to {}.", most));
        return std::nullopt;
    }
    return static_cast<std::uint8_t>(*number);
}

void readX(const JsonNode& node, std::vector<std::pair<std::uint8_t, std::uint64_t>>& x)
{
    node.members([&](const std::string& key, const JsonNode& value) {
        if (const auto n = registerNumber(key, value, 30))
            x.emplace_back(*n, value.number());
    });
}

A64Outcome readOutcome(const JsonNode& node)
{
    A64Outcome out;
    out.kind = static_cast<A64Outcome::Kind>(node.at("kind").oneOf({ "exec", "s2abort", "el1" }));
    node.onlyKeys({ "kind", "pc", "esr", "far", "hpfar", "hpfar_unknown", "elr", "spsr", "vector", "x", "v",
        "p", "sp_el0", "sp_el1", "nzcv", "ffr", "mem" });
    if (node.failed())
        return out;
    switch (out.kind) {
    case A64Outcome::Kind::Executed:
        out.pc = instructionAligned(node.at("pc"));
        break;
    case A64Outcome::Kind::Stage2Abort:
        readSystemValues(node, out);
        out.hpfar = node.at("hpfar").number();
        if (const auto unknown = node.find("hpfar_unknown"))
            out.hpfarUnknown = unknown->boolean();
        break;
    case A64Outcome::Kind::TakenToEl1:
        readSystemValues(node, out);
        out.vector = static_cast<unsigned>(node.at("vector").numberIn(0, 0x780));
        break;
    }
    if (const auto x = node.find("x"))
        readX(*x, out.x);
    if (const auto v = node.find("v"))
        v->members([&](const std::string& key, const JsonNode& value) {
            if (const auto n = registerNumber(key, value, 31))
                out.v.emplace_back(*n, value.number128());
        });
    if (const auto value = node.find("sp_el0"))
        out.spEl0 = value->number();
    if (const auto value = node.find("sp_el1"))
        out.spEl1 = value->number();
    if (const auto value = node.find("nzcv"))
        out.nzcv = static_cast<std::uint8_t>(value->numberIn(0, 15));
    out.predicates = node.has("p") || node.has("ffr");
    if (const auto memory = node.find("mem"))
        readMemory(*memory, out);
    return out;
}

bool flag(const JsonNode& node, std::string_view key)
{
    const auto value = node.find(key);
    return value && value->boolean();
}

void readWindow(const JsonNode& node, A64Record& record)
{
    const JsonNode window = node.at("win_va");
    record.window = Va(window.number());
    if (record.window.offsetIn(kPageSize) != 0)
        window.wrong("The window starts at a multiple of 4096.");
    std::size_t count = 0;
    const JsonNode pages = node.at("win_ipa");
    pages.elements(A64Record::kWindowPages, [&](std::size_t index, const JsonNode& value) {
        const Ipa ipa(value.number(kAddressBits));
        if (ipa.offsetIn(kPageSize) != 0)
            value.wrong("The IPA of a page is a multiple of 4096.");
        for (std::size_t earlier = 0; earlier < index; ++earlier)
            if (record.windowIpa[earlier] == ipa)
                value.wrong("Two pages of the window have this IPA.");
        record.windowIpa[index] = ipa;
        count = index + 1;
    });
    if (count != A64Record::kWindowPages)
        pages.wrong("The window has three pages.");
    const JsonNode mapping = node.at("s2");
    count = 0;
    mapping.elements(A64Record::kWindowPages, [&](std::size_t index, const JsonNode& value) {
        record.windowMapping[index]
            = static_cast<WindowPage>(value.oneOf({ "rw", "none", "ro", "wo", "naf" }));
        count = index + 1;
    });
    if (count != A64Record::kWindowPages)
        mapping.wrong("The window has three pages.");
}

/// Whether 48-bit tables can map @p va: bits 63:48 (bits 55:48 where the top byte is ignored) are all equal.
bool isCanonical(Va va)
{
    return signExtend(va.value, kAddressBits) == va.value || zeroExtend(va.value, kAddressBits) == va.value;
}

void checkAddresses(const JsonNode& node, const A64Record& record)
{
    if (!isCanonical(record.window) || !isCanonical(record.window + (A64Record::kWindowBytes - 1)))
        node.at("win_va").wrong("The window does not lie in the 48-bit address ranges.");
    if (!isCanonical(record.pc))
        node.at("pc").wrong("The address does not lie in the 48-bit address ranges.");
    const Va codePage = record.pc.alignedDown(kPageSize);
    if (codePage - record.window < A64Record::kWindowBytes)
        node.at("pc").wrong("The instruction lies in the data window.");
    if (record.stage1)
        return;
    for (std::uint64_t page = 0; page < A64Record::kWindowPages; ++page)
        if (record.windowIpa[page].value != record.window.value + page * kPageSize)
            node.at("win_ipa").wrong("With stage 1 off, the IPA of each page is its VA.");
    if (record.pc.value != zeroExtend(record.pc.value, kAddressBits))
        node.at("pc").wrong("With stage 1 off, the address of the instruction is an IPA of 48 bits.");
    if (record.s1ptw)
        node.at("s1ptw").wrong("With stage 1 off there is no stage-1 table walk.");
}

} // namespace

std::uint64_t A64Record::drawnX(unsigned n) const
{
    return splitmix(seed, 1 + n);
}

U128 A64Record::drawnV(unsigned n) const
{
    return { splitmix(seed, 0x40 + 2 * n), splitmix(seed, 0x41 + 2 * n) };
}

std::uint64_t A64Record::windowWord(std::uint64_t index) const
{
    return splitmix(seed, 0x1000 + index);
}

Result<A64Record> parseA64Record(std::string_view line, const std::string& file, std::size_t lineNumber)
{
    const Result<nlohmann::json> json = parseJson(line, file, lineNumber);
    if (!json)
        return tl::unexpected<Error>(json.error());
    JsonIssues issues { fmt::format("{}:{}", file, lineNumber), std::nullopt };
    const JsonNode node(*json, issues);
    A64Record record;
    node.onlyKeys({ "id", "class", "insn", "asm", "seed", "el", "spsel", "pc", "s1", "win_va", "win_ipa",
        "s2", "s2_level", "s1ptw", "pre", "mte", "tbi", "be", "a", "x", "sp_el0", "sp_el1", "nzcv", "tags",
        "cu", "qemu_quirk", "note", "out", "done" });
    record.id = node.at("id").string();
    record.group = node.at("class").string();
    record.word = static_cast<std::uint32_t>(node.at("insn").number(32));
    record.seed = node.at("seed").number();
    record.el = static_cast<unsigned>(node.at("el").numberIn(0, 1));
    record.spElx = node.at("spsel").numberIn(0, 1) != 0;
    record.pc = Va(instructionAligned(node.at("pc")));
    record.stage1 = node.at("s1").numberIn(0, 1) != 0;
    readWindow(node, record);
    if (const auto level = node.find("s2_level"))
        record.stage2Level = static_cast<int>(level->numberIn(0, 2));
    record.s1ptw = flag(node, "s1ptw");
    if (const auto pre = node.find("pre"))
        record.loadExclusiveBefore = static_cast<std::uint32_t>(pre->number(32));
    record.mte = flag(node, "mte");
    record.tbi = flag(node, "tbi");
    record.bigEndian = flag(node, "be");
    record.alignmentCheck = flag(node, "a");
    readX(node.at("x"), record.x);
    record.spEl0 = node.at("sp_el0").number();
    record.spEl1 = node.at("sp_el1").number();
    record.nzcv = static_cast<std::uint8_t>(node.at("nzcv").numberIn(0, 15));
    if (const auto tags = node.find("tags"))
        tags->elements(64, [](std::size_t, const JsonNode& tag) { tag.string(); });
    record.unpredictable = flag(node, "cu");
    record.deviates = flag(node, "qemu_quirk");
    if (!issues.first)
        record.out = readOutcome(node.at("out"));
    if (const auto done = node.find("done"); done && !issues.first)
        record.done = readOutcome(*done);
    if (!issues.first)
        checkAddresses(node, record);
    if (issues.first)
        return tl::unexpected<Error>(*issues.first);
    return record;
}

} // namespace fscope::trace
