// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/trace/mmurecord.h"

#include "core/base/json.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <charconv>

namespace fscope::trace {
namespace {

using enum mmu::AccessKind;

constexpr std::size_t kMostWords = 4096;
constexpr std::size_t kMostOps = 256;
constexpr std::size_t kMostSteps = 64;
constexpr std::size_t kMostNames = 32;

constexpr std::array kOperations {
    MmuOperation { "at_s1e0r", Read, 0, false, "S1E0R" },
    MmuOperation { "at_s1e0w", Write, 0, false, "S1E0W" },
    MmuOperation { "at_s1e1r", Read, 0, false, "S1E1R" },
    MmuOperation { "at_s1e1w", Write, 0, false, "S1E1W" },
    MmuOperation { "at_s1e1rp", Read, 0, false, "S1E1RP" },
    MmuOperation { "at_s1e1wp", Write, 0, false, "S1E1WP" },
    MmuOperation { "at_s12e0r", Read, 0, false, "S12E0R" },
    MmuOperation { "at_s12e0w", Write, 0, false, "S12E0W" },
    MmuOperation { "at_s12e1r", Read, 0, false, "S12E1R" },
    MmuOperation { "at_s12e1w", Write, 0, false, "S12E1W" },
    MmuOperation { "ldrb", Read, 1, false, nullptr },
    MmuOperation { "ldrh", Read, 2, false, nullptr },
    MmuOperation { "ldrw", Read, 4, false, nullptr },
    MmuOperation { "ldrx", Read, 8, false, nullptr },
    MmuOperation { "strb", Write, 1, false, nullptr },
    MmuOperation { "strh", Write, 2, false, nullptr },
    MmuOperation { "strw", Write, 4, false, nullptr },
    MmuOperation { "strx", Write, 8, false, nullptr },
    MmuOperation { "ldtr", Read, 8, true, nullptr },
    MmuOperation { "sttr", Write, 8, true, nullptr },
    MmuOperation { "fetch", Execute, 4, false, nullptr },
};

/// A string of 1 to 16 hexadecimal digits without a prefix.
std::uint64_t hexOf(const JsonNode& node)
{
    const std::string text = node.string(16);
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    if (text.empty() || error != std::errc() || end != text.data() + text.size()) {
        node.wrong(
            fmt::format("\"{}\" is no hexadecimal number of up to 16 digits without 0x.", printable(text)));
        return 0;
    }
    return value;
}

std::uint64_t hexOrZero(const JsonNode& object, std::string_view key)
{
    const auto node = object.find(key);
    return node ? hexOf(*node) : 0;
}

bool flag(const JsonNode& object, std::string_view key)
{
    const auto node = object.find(key);
    return node && node->numberIn(0, 1) == 1;
}

std::vector<std::string> names(const JsonNode& object, std::string_view key)
{
    std::vector<std::string> out;
    if (const auto list = object.find(key))
        list->elements(kMostNames, [&](std::size_t, const JsonNode& node) { out.push_back(node.string()); });
    return out;
}

const MmuOperation* operationOf(const JsonNode& node)
{
    const std::string name = node.string();
    for (const MmuOperation& operation : kOperations) {
        if (name == operation.name)
            return &operation;
    }
    node.wrong(fmt::format("There is no access called \"{}\".", printable(name)));
    return &kOperations.front();
}

/// The address of a word: 8-byte aligned and in RAM.
std::uint64_t wordAddress(const JsonNode& node, std::uint64_t address)
{
    if (address % 8 != 0 || address < kMmuRamStart || address >= kMmuRamEnd)
        node.wrong(
            fmt::format("{:#x} is not the address of a 64-bit word of the RAM, which is [{:#x}, {:#x}).",
                address, kMmuRamStart, kMmuRamEnd));
    return address;
}

MmuWords memoryOf(const JsonNode& list)
{
    MmuWords out;
    list.elements(kMostWords, [&](std::size_t, const JsonNode& pair) {
        std::uint64_t address = 0;
        std::size_t count = 0;
        pair.elements(2, [&](std::size_t i, const JsonNode& node) {
            ++count;
            if (i == 0)
                address = wordAddress(node, hexOf(node));
            else
                out[address] = hexOf(node);
        });
        if (count != 2)
            pair.wrong("A word of memory is an address and a value.");
    });
    return out;
}

MmuAnswer answerOf(const JsonNode& node, const MmuOperation& operation)
{
    MmuAnswer out;
    if (const auto par = node.find("par")) {
        if (operation.at == nullptr)
            par->wrong("Only address translation instructions write PAR_EL1.");
        out.par = hexOf(*par);
    } else if (const auto esr = node.find("esr")) {
        mmu::FaultReport report;
        report.targetEl = static_cast<unsigned>(node.at("to").numberIn(1, 2));
        report.esr = hexOf(*esr);
        report.far = hexOf(node.at("far"));
        report.hpfarValid = node.has("hpfar");
        report.hpfar = hexOrZero(node, "hpfar");
        out.exception = report;
    } else {
        (void)node.at("ok").numberIn(1, 1);
        if (operation.at != nullptr)
            node.wrong("An address translation instruction ends with PAR_EL1 or an exception.");
        if (operation.kind == Read)
            out.value = hexOf(node.at("val"));
    }
    if (const auto changed = node.find("chg")) {
        changed->members([&](const std::string& key, const JsonNode& value) {
            std::uint64_t address = 0;
            const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), address, 16);
            if (key.empty() || error != std::errc() || end != key.data() + key.size())
                value.wrong("The key is no address.");
            out.changed[wordAddress(value, address)] = hexOf(value);
        });
    }
    return out;
}

MmuOp opOf(const JsonNode& node)
{
    MmuOp op;
    op.operation = operationOf(node.at("op"));
    const bool isAt = op.operation->at != nullptr;
    op.el = isAt ? 2 : static_cast<unsigned>(node.at("el").numberIn(0, 1));
    op.pan = flag(node, "pan");
    op.data = hexOrZero(node, "data");
    op.choices = names(node, "impdef");
    const auto arch = node.find("arch");
    op.expected = answerOf(arch ? *arch : node, *op.operation);
    return op;
}

void readWalk(const JsonNode& walk, MmuRecord& record)
{
    record.walkOp = walk.at("op").numberIn(0, record.ops.empty() ? 0 : record.ops.size() - 1);
    walk.at("steps").elements(kMostSteps, [&](std::size_t, const JsonNode& list) {
        MmuStep step;
        std::size_t count = 0;
        list.elements(4, [&](std::size_t i, const JsonNode& node) {
            ++count;
            if (i == 0) {
                step.stage = static_cast<unsigned>(node.numberIn(1, 2));
            } else if (i == 1) {
                step.level = static_cast<int>(node.integerIn(-1, 3));
            } else if (i == 2 && step.stage == 1) {
                step.ipa = hexOf(node);
            } else {
                step.pa = hexOf(node);
            }
        });
        if (count != (step.stage == 1 ? 4U : 3U))
            list.wrong("A read of stage 1 is [1, level, IPA, PA], one of stage 2 is [2, level, PA].");
        record.walk.push_back(step);
    });
}

} // namespace

Result<MmuRecord> parseMmuRecord(std::string_view line, const std::string& name, std::size_t lineNumber)
{
    const auto json = parseJson(line, name, lineNumber);
    if (!json)
        return tl::unexpected(json.error());
    JsonIssues issues { fmt::format("{}:{}", name, lineNumber), {} };
    const JsonNode root(*json, issues);
    MmuRecord record;
    record.id = root.at("id").string();
    mmu::TranslationRegisters& regs = record.registers;
    regs.sctlr = hexOf(root.at("sctlr"));
    regs.tcr = hexOrZero(root, "tcr");
    regs.mair = hexOrZero(root, "mair");
    regs.ttbr0 = hexOrZero(root, "ttbr0");
    regs.ttbr1 = hexOrZero(root, "ttbr1");
    regs.vtcr = hexOrZero(root, "vtcr");
    regs.vttbr = hexOrZero(root, "vttbr");
    regs.hcr = hexOf(root.at("hcr"));
    record.va = Va(hexOf(root.at("va")));
    record.memory = memoryOf(root.at("mem"));
    root.at("ops").elements(
        kMostOps, [&](std::size_t, const JsonNode& node) { record.ops.push_back(opOf(node)); });
    if (const auto walk = root.find("walk"))
        readWalk(*walk, record);
    record.kinds = names(root, "kind");
    if (issues.first)
        return tl::unexpected(*issues.first);
    return record;
}

} // namespace fscope::trace
