// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/mmu/tablelint.h"

#include "core/base/hex.h"
#include "core/mmu/lintsink.h"
#include "core/mmu/rangelint.h"
#include "core/mmu/tabletraversal.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace fscope::mmu {
namespace {

constexpr unsigned kContiguousBit = 52;

/// The RES0 bits of descriptors that do not depend on other bits.
class ReservedMasks
{
public:
    explicit ReservedMasks(const TableTree& tree)
    {
        for (int level = -1; level <= 3; ++level)
            for (const std::uint64_t type : { 0b01U, 0b11U }) {
                const arch::DescriptorForm form = tree.form(level);
                if (!arch::isLevelOf(form))
                    continue;
                for (const arch::Field& field : arch::layoutOf(form, type).fields)
                    if (field.kind == arch::FieldKind::Res0 && field.applies == nullptr)
                        maskOf(level, type) |= mask(field.hi, field.lo);
            }
    }
    std::uint64_t of(int level, std::uint64_t descriptor) const
    {
        return m_masks[static_cast<std::size_t>(level + 1)][bit(descriptor, 1) ? 1 : 0];
    }

private:
    std::uint64_t& maskOf(int level, std::uint64_t type)
    {
        return m_masks[static_cast<std::size_t>(level + 1)][bit(type, 1) ? 1 : 0];
    }
    std::array<std::array<std::uint64_t, 2>, 5> m_masks {};
};

/// The rules that look at tables and single descriptors.
class TableRules
{
public:
    TableRules(const TableTree& tree, const TableTree& stage2, LintSink& sink)
        : m_tree(tree)
        , m_stage2(stage2)
        , m_sink(sink)
        , m_reserved(tree)
    { }

    bool chunk(const TableRef& table, std::uint32_t first, Pa address, std::span<const std::uint64_t> words)
    {
        if (first == 0 && m_tree.stage() == Stage::One && m_stage2.isUsed())
            checkTablePlace(table, address);
        for (std::uint32_t i = 0; i < words.size(); ++i)
            if (bit(words[i], 0))
                checkBits(table, first + i, address + i * 8, words[i]);
        const std::uint32_t set = m_tree.contiguousEntries(table.level);
        for (std::uint32_t i = 0; set > 1 && i + set <= words.size(); i += set)
            checkSet(table, first + i, address + i * 8, words.subspan(i, set));
        if (table.entries < set) // a start table of a narrow range: one chunk
            checkSmallTable(table, address, words);
        return true;
    }
    bool unreadable(const TableRef&, std::uint32_t, std::uint32_t, const TableTree::Read&) { return true; }
    bool leaf(const TraversalEntry&) { return true; }
    bool outside(const TraversalEntry&) { return true; }
    bool left(const TraversalEntry&, RangeKind) { return true; }

private:
    LintFinding finding(LintRule rule, const TableRef& table, std::uint32_t index, Pa address,
        std::uint64_t value, std::uint32_t entries = 1) const
    {
        LintFinding found;
        found.rule = rule;
        found.tree = m_tree.name();
        found.level = table.level;
        found.descriptor = address;
        found.value = value;
        found.input.first = table.input + index * m_tree.entrySize(table.level);
        found.input.last = found.input.first + (entries * m_tree.entrySize(table.level) - 1);
        return found;
    }

    void checkTablePlace(const TableRef& table, Pa address)
    {
        const std::uint64_t page = table.base >> 12;
        const auto known = m_devicePages.find(page);
        bool device = false;
        if (known != m_devicePages.end()) {
            device = known->second;
        } else {
            const auto path = m_stage2.path(table.base);
            device = !path.empty() && path.back().second.isLeaf()
                && path.back().second.attributes.memory.isDevice();
            m_devicePages.emplace(page, device);
        }
        if (!device)
            return;
        LintFinding found = finding(LintRule::TableInDevice, table, 0, address, 0, table.entries);
        found.output = table.base;
        found.sentence
            = { FSCOPE_TR("Core", "Stage 2 makes the table at IPA %1 Device memory."), { hex(table.base) } };
        found.hint
            = FSCOPE_TR("Core", "Map tables as Normal memory; with HCR_EL2.PTW set such a walk faults.");
        m_sink.add(std::move(found));
    }

    void checkBits(const TableRef& table, std::uint32_t index, Pa address, std::uint64_t value)
    {
        if (m_tree.typeOf(value, table.level) == DescriptorType::Reserved) {
            LintFinding found = finding(LintRule::ReservedType, table, index, address, value);
            found.sentence = table.level == 3
                ? Text(FSCOPE_TR(
                    "Core", "Bits 1:0 are 0b01, which is no page: the walk ends with a Translation fault."))
                : Text(FSCOPE_TR("Core",
                           "Bits 1:0 say block, but level %1 of this granule has none: the walk ends "
                           "with a Translation fault."),
                    { std::to_string(table.level) });
            found.hint = FSCOPE_TR("Core", "Clear bit 0 of an entry that is meant to be invalid.");
            m_sink.add(std::move(found));
            return;
        }
        const std::uint64_t set = value & m_reserved.of(table.level, value);
        if (set == 0)
            return;
        LintFinding found = finding(LintRule::ReservedBits, table, index, address, value);
        found.sentence = { FSCOPE_TR("Core", "Bits that have to be 0 are set: %1."), { hex(set) } };
        found.hint = FSCOPE_TR("Core", "Later versions of the architecture may give these bits a meaning.");
        m_sink.add(std::move(found));
    }

    /// What entries of a set may differ in: the Access flag and the dirty state, if hardware writes them, and
    /// what hardware ignores.
    std::uint64_t comparedBits(std::uint64_t value) const
    {
        std::uint64_t compared = m_tree.attributeBits(value);
        if (m_tree.config().hardwareAccessFlag)
            compared &= ~(std::uint64_t { 1 } << 10);
        if (m_tree.config().hardwareDirtyState && bit(value, 51))
            compared &= ~(std::uint64_t { 1 } << 7);
        return compared;
    }

    bool isLeaf(const TableRef& table, std::uint64_t value) const
    {
        const DescriptorType type = m_tree.typeOf(value, table.level);
        return type == DescriptorType::Block || type == DescriptorType::Page;
    }

    /// No entry of such a table can be one of a set.
    void checkSmallTable(const TableRef& table, Pa address, std::span<const std::uint64_t> words)
    {
        for (std::uint32_t i = 0; i < words.size(); ++i) {
            if (!isLeaf(table, words[i]) || !bit(words[i], kContiguousBit))
                continue;
            LintFinding found = finding(LintRule::ContiguousSet, table, i, address + i * 8, words[i]);
            found.output = m_tree.outputOf(words[i], table.level, DescriptorType::Block);
            found.sentence = { FSCOPE_TR("Core",
                                   "The Contiguous bit asks for a set of %1 entries, but the table has %2."),
                { std::to_string(m_tree.contiguousEntries(table.level)), std::to_string(table.entries) } };
            found.hint = FSCOPE_TR("Core", "Clear the bit.");
            m_sink.add(std::move(found));
        }
    }

    void checkSet(
        const TableRef& table, std::uint32_t index, Pa address, std::span<const std::uint64_t> words)
    {
        const auto marked = std::find_if(words.begin(), words.end(),
            [&](std::uint64_t value) { return isLeaf(table, value) && bit(value, kContiguousBit); });
        if (marked == words.end())
            return;
        const std::uint64_t size = m_tree.entrySize(table.level);
        const auto outputOf
            = [&](std::uint64_t value) { return m_tree.outputOf(value, table.level, DescriptorType::Block); };
        const auto at = static_cast<std::uint64_t>(marked - words.begin());
        const std::uint64_t base = outputOf(*marked) - at * size;
        const char* wrong = nullptr;
        std::uint64_t other = 0;
        if (base % (size * words.size()) != 0)
            wrong = FSCOPE_TR("Core",
                "The %1 entries with the Contiguous bit start at output %2, which is not "
                "aligned to their size.");
        for (std::uint64_t i = 0; wrong == nullptr && i < words.size(); ++i) {
            other = words[i];
            if (!isLeaf(table, other) || !bit(other, kContiguousBit))
                wrong = FSCOPE_TR("Core",
                    "Not all of the %1 entries of the set have the Contiguous bit: that of %3 has not.");
            else if (outputOf(other) != base + i * size)
                wrong = FSCOPE_TR("Core",
                    "The outputs of the %1 entries with the Contiguous bit do not follow "
                    "each other: that of %3 leads to %4.");
            else if (comparedBits(other) != comparedBits(*marked))
                wrong = FSCOPE_TR("Core",
                    "The %1 entries with the Contiguous bit have different attributes: "
                    "those of %3 differ.");
            if (wrong != nullptr)
                index += static_cast<std::uint32_t>(i), address = address + i * 8;
        }
        if (wrong == nullptr)
            return;
        LintFinding found
            = finding(LintRule::ContiguousSet, table, index, address, other != 0 ? other : *marked);
        found.output = base;
        found.sentence = { wrong,
            { std::to_string(words.size()), hex(base), hex(found.input.first), hex(outputOf(other)) } };
        found.hint = FSCOPE_TR("Core",
            "A TLB may hold the set as one entry, so accesses to it are CONSTRAINED "
            "UNPREDICTABLE. Write the whole set alike, or clear the bit in all of it.");
        m_sink.add(std::move(found));
    }

    const TableTree& m_tree;
    const TableTree& m_stage2;
    LintSink& m_sink;
    ReservedMasks m_reserved;
    std::unordered_map<std::uint64_t, bool> m_devicePages;
};

bool isMistake(const TableTree& tree)
{
    return !tree.isUsed() && (tree.config().illegal || tree.config().baseOutOfRange);
}

/// Whether somebody turned the walks off, or there are none: no mistake.
bool isDisabled(const TranslationRegisters& regs, TreeName tree)
{
    if (regs.regime == Regime::El2)
        return tree == TreeName::Ttbr1;
    return tree != TreeName::Vttbr && bit(regs.tcr, tree == TreeName::Ttbr1 ? 23 : 7);
}

bool isStageOn(const TranslationRegisters& regs, TreeName tree)
{
    return tree == TreeName::Vttbr ? stage2Settings(regs).on : stage1Settings(regs, false).on;
}

} // namespace

LintReport lintTables(const TranslationRegisters& regs, const TableMemory& memory, const LintOptions& options)
{
    LintSink sink(options.maxFindings);
    const TableTree stage2(regs, memory, TreeName::Vttbr);
    RangeRules ranges(regs, memory, stage2, sink);
    for (const TreeName name : kTreeNames) {
        if (std::find(options.trees.begin(), options.trees.end(), name) == options.trees.end())
            continue;
        const TableTree tree(regs, memory, name);
        if (isMistake(tree) && isStageOn(regs, name) && !isDisabled(regs, name)) {
            LintFinding found;
            found.rule = LintRule::Registers;
            found.tree = name;
            found.input = {};
            found.sentence = tree.whyUnused();
            found.hint = FSCOPE_TR("Core", "Each access through these tables faults at level 0.");
            sink.add(std::move(found));
        }
        if (!tree.isUsed())
            continue;
        EnumerateOptions limits = options.limits;
        limits.filter = {};
        limits.filter.input = options.limits.filter.input;
        // A shared table has the same bits each time.
        limits.maxVisitsPerTable = 1;
        TableRules rules(tree, stage2, sink);
        TableTraversal traversal(tree, limits, rules);
        if (const EnumerationEnd end = traversal.run(); !end.complete())
            sink.stopped(textOf(end));
        limits.maxVisitsPerTable = options.limits.maxVisitsPerTable;
        const RangeList list = mappedRanges(tree, limits, options.maxRanges);
        if (!list.end.complete())
            sink.stopped(textOf(list.end));
        ranges.add(tree, list.ranges);
    }
    ranges.finish();
    return sink.take();
}

} // namespace fscope::mmu
