// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/mmu/rangelint.h"

#include "core/arch/faultcode.h"
#include "core/base/hex.h"

#include <algorithm>
#include <map>
#include <optional>

namespace fscope::mmu {
namespace {

/// How many places of a range are looked at for memory behind them.
constexpr unsigned kProbes = 16;

LintFinding findingOf(LintRule rule, TreeName tree, const MappedRange& range)
{
    LintFinding found;
    found.rule = rule;
    found.tree = tree;
    found.level = range.lastLevel;
    found.descriptor = range.descriptor;
    found.input = { range.input, range.lastInput() };
    found.output = range.output;
    return found;
}

} // namespace

RangeRules::RangeRules(
    const TranslationRegisters& regs, const TableMemory& memory, const TableTree& stage2, LintSink& sink)
    : m_regs(regs)
    , m_memory(memory)
    , m_stage2(stage2)
    , m_sink(sink)
{ }

void RangeRules::add(const TableTree& tree, std::span<const MappedRange> ranges)
{
    std::vector<Placed>& kept = tree.stage() == Stage::One ? m_stage1Ranges : m_stage2Ranges;
    for (const MappedRange& range : ranges) {
        judge(tree, range);
        if (range.kind == RangeKind::Mapping)
            kept.push_back({ range, tree.name() });
    }
}

void RangeRules::finish()
{
    compare(m_stage1Ranges);
    compare(m_stage2Ranges);
}

void RangeRules::judge(const TableTree& tree, const MappedRange& range)
{
    switch (range.kind) {
    case RangeKind::Mapping:
        judgeMapping(tree, range);
        return;
    case RangeKind::Recursive: {
        LintFinding found = findingOf(LintRule::RecursiveTable, tree.name(), range);
        found.sentence = { FSCOPE_TR("Core",
                               "The descriptor names a table of its own path, at %1: table entries "
                               "are mapped as if they were pages."),
            { hex(range.output) } };
        found.hint = FSCOPE_TR("Core",
            "Some systems map their tables so on purpose. Nobody else should be able to "
            "write there.");
        m_sink.add(std::move(found));
        return;
    }
    case RangeKind::Repeated: {
        LintFinding found = findingOf(LintRule::SharedTable, tree.name(), range);
        found.sentence = { FSCOPE_TR("Core",
                               "The table at %1 is named by so many descriptors that the ranges from "
                               "here on were left out."),
            { hex(range.output) } };
        m_sink.add(std::move(found));
        return;
    }
    case RangeKind::Unreadable: {
        LintFinding found = findingOf(LintRule::UnreadableTable, tree.name(), range);
        const bool noMemory = range.fault && range.fault->kind == arch::FaultKind::ExternalAbortOnWalk;
        found.sentence = noMemory
            ? Text(FSCOPE_TR("Core",
                       "There is no memory at %1, where the table should be: an External abort on "
                       "the walk."),
                { hex(range.descriptor) })
            : Text(FSCOPE_TR("Core", "Stage 2 faults for the address of the table at IPA %1."),
                { range.fault ? hex(range.fault->ipa) : std::string() });
        m_sink.add(std::move(found));
        return;
    }
    case RangeKind::OutOfRange: {
        LintFinding found = findingOf(LintRule::OutputSize, tree.name(), range);
        found.sentence = { FSCOPE_TR("Core", "%1 does not fit %2 bits: an Address size fault."),
            { hex(range.output), std::to_string(tree.config().outputBits) } };
        m_sink.add(std::move(found));
        return;
    }
    }
}

void RangeRules::judgeMapping(const TableTree& tree, const MappedRange& range)
{
    const LeafRights rights = range.attributes.rights;
    // Stage 2 gives a guest its RAM with all rights; who may do what there is for stage 1 to say.
    if (tree.stage() == Stage::One) {
        for (const auto& [level, given] :
            { std::pair { "EL1", rights.privileged() }, std::pair { "EL0", rights.unprivileged() } }) {
            if (!given.write || !given.execute)
                continue;
            LintFinding found = findingOf(LintRule::WritableExecutable, tree.name(), range);
            found.sentence = { FSCOPE_TR("Core", "%1 may write what it may execute."), { level } };
            found.hint = FSCOPE_TR("Core", "Map code read-only, or set SCTLR_EL1.WXN.");
            m_sink.add(std::move(found));
            break;
        }
    }
    if (range.attributes.memory.isDevice())
        return;
    if (const auto at = missing(tree.stage(), range)) {
        LintFinding found = findingOf(LintRule::NothingBehind, tree.name(), range);
        found.sentence = tree.stage() == Stage::One && m_stage2.isUsed()
            ? Text(FSCOPE_TR("Core", "Normal memory is mapped to IPA %1, where stage 2 maps no memory."),
                { hex(*at) })
            : Text(FSCOPE_TR("Core", "Normal memory is mapped to %1, where no memory is."), { hex(*at) });
        found.hint = FSCOPE_TR("Core",
            "An access traps or aborts; speculative ones may as well. Map devices with a "
            "Device type.");
        m_sink.add(std::move(found));
    }
}

bool RangeRules::isThere(Stage stage, std::uint64_t output) const
{
    if (stage == Stage::One && m_stage2.isUsed()) {
        const auto path = m_stage2.path(output);
        return !path.empty() && path.back().second.isLeaf() && !path.back().second.fault;
    }
    std::uint8_t byte = 0;
    return m_memory.read(Pa(output), &byte, 1);
}

std::optional<std::uint64_t> RangeRules::missing(Stage stage, const MappedRange& range) const
{
    const std::uint64_t step = std::max<std::uint64_t>(range.size / kProbes & ~(kPageSize - 1), kPageSize);
    for (std::uint64_t offset = 0; offset < range.size && offset / step < kProbes; offset += step)
        if (!isThere(stage, range.output + offset))
            return range.output + offset;
    if (!isThere(stage, range.lastOutput()))
        return range.lastOutput() & ~(kPageSize - 1);
    return std::nullopt;
}

void RangeRules::compare(std::vector<Placed>& ranges)
{
    std::sort(ranges.begin(), ranges.end(), [](const Placed& a, const Placed& b) {
        return a.range.output != b.range.output ? a.range.output < b.range.output
            : a.tree != b.tree                  ? a.tree < b.tree
                                                : a.range.input < b.range.input;
    });
    // Of each kind of memory, and of the writable and the executable ones, the range that reaches farthest so
    // far. A range that starts before its end overlaps it.
    const auto reaches = [](const Placed* placed, const MappedRange& range) {
        return placed != nullptr && placed->range.lastOutput() >= range.output;
    };
    const auto extend = [](const Placed*& farthest, const Placed& placed) {
        if (farthest == nullptr || placed.range.lastOutput() > farthest->range.lastOutput())
            farthest = &placed;
    };
    std::map<unsigned, const Placed*> byMemory;
    const Placed* writable = nullptr;
    const Placed* executable = nullptr;
    for (const Placed& placed : ranges) {
        const MappedRange& range = placed.range;
        const MemoryAttributes memory = range.attributes.memory;
        const unsigned kind = memory.attr | unsigned { memory.sh } << 8U;
        for (const auto& [otherKind, other] : byMemory) {
            if (otherKind == kind || !reaches(other, range))
                continue;
            LintFinding found = findingOf(LintRule::AliasAttributes, placed.tree, range);
            found.sentence = { FSCOPE_TR("Core", "%1 is mapped here as %2, and from %3 on through %4 as %5."),
                { hex(range.output), describeMemory(memory), hex(other->range.input),
                    registerOf(other->tree, m_regs.regime),
                    describeMemory(other->range.attributes.memory) } };
            found.hint = FSCOPE_TR("Core",
                "Accesses through both lose coherency and order. Give all mappings of a "
                "place the same memory type, cacheability and shareability.");
            m_sink.add(std::move(found));
        }
        extend(byMemory[kind], placed);

        const LeafRights rights = range.attributes.rights;
        const bool writes = rights.privileged().write || rights.unprivileged().write;
        const bool executes = rights.privileged().execute || rights.unprivileged().execute;
        const Placed* other = writes && !executes && reaches(executable, range) ? executable
            : executes && !writes && reaches(writable, range)                   ? writable
                                                                                : nullptr;
        if (other != nullptr) {
            LintFinding found = findingOf(LintRule::AliasWritableExecutable, placed.tree, range);
            found.sentence = { executes
                    ? FSCOPE_TR("Core", "%1 is executable here, and writable from %2 on through %3.")
                    : FSCOPE_TR("Core", "%1 is writable here, and executable from %2 on through %3."),
                { hex(range.output), hex(other->range.input), registerOf(other->tree, m_regs.regime) } };
            m_sink.add(std::move(found));
        }
        if (writes && !executes)
            extend(writable, placed);
        if (executes && !writes)
            extend(executable, placed);
    }
}

} // namespace fscope::mmu
