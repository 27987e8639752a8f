// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// Builder, walker and enumerator agree on random tables of each granule, both stages, each start level.
///
/// FSCOPE_RANDOM_SETS is how many sets are made, FSCOPE_RANDOM_SEED the first seed. Set n has seed first + n.

#include "core/base/hex.h"
#include "core/mmu/tableenumerator.h"
#include "randomtables.h"

#include <fmt/format.h>

#include <QtTest>

#include <set>

using namespace fscope;
using namespace fscope::mmu;
using fscope::test::RandomTables;

namespace {

std::uint64_t number(const char* variable, std::uint64_t otherwise)
{
    bool ok = false;
    const qulonglong value = qEnvironmentVariable(variable).toULongLong(&ok);
    return ok ? value : otherwise;
}

std::string text(const MappedRange& range)
{
    const Rights el1 = range.attributes.rights.privileged();
    const Rights el0 = range.attributes.rights.unprivileged();
    return fmt::format("{}+{} -> {} el1 {}{}{} el0 {}{}{} attr {:x} sh {} af {} ng {}", hex(range.input),
        hex(range.size), hex(range.output), el1.read ? "r" : "-", el1.write ? "w" : "-",
        el1.execute ? "x" : "-", el0.read ? "r" : "-", el0.write ? "w" : "-", el0.execute ? "x" : "-",
        range.attributes.memory.attr, range.attributes.memory.sh, range.attributes.accessFlag,
        range.attributes.notGlobal);
}

std::string text(const RandomTables& tables)
{
    return fmt::format("stage {}{} {} grain {} in {} out {} start {}{}{}", static_cast<int>(tables.stage),
        tables.under ? " under stage 2" : "", registerOf(tables.tree), tables.format.grainBits,
        tables.format.inputBits, tables.format.outputBits, tables.format.start(),
        tables.format.wide ? " wide" : "", tables.format.bigEndian ? " big-endian" : "");
}

/// What the mappings ought to be as ranges: from the list alone, without tables.
std::vector<MappedRange> expectedRanges(const RandomTables& tables, const TableTree& tree)
{
    std::vector<MappedRange> ranges;
    for (std::size_t i = 0; i < tables.mappings.size(); ++i) {
        const Mapping& mapping = tables.mappings[i];
        MappedRange range;
        range.input = mapping.input;
        range.size = mapping.size;
        range.output = mapping.output;
        range.attributes = tree.attributesOf(tables.leaves[i], 0);
        if (!ranges.empty()) {
            MappedRange& before = ranges.back();
            if (before.input + before.size == range.input && before.output + before.size == range.output
                && before.attributes == range.attributes) {
                before.size += range.size;
                continue;
            }
        }
        ranges.push_back(range);
    }
    return ranges;
}

WalkResult walk(const RandomTables& tables, std::uint64_t input, const Access& access)
{
    return tables.stage == Stage::One ? walkStage1(tables.regs, tables.memory, Va(input), access)
                                      : walkStage2(tables.regs, tables.memory, Ipa(input), access);
}

/// What is wrong with one address, or nothing.
std::string compareWalk(const RandomTables& tables, const MappedRange& range, std::uint64_t input)
{
    for (const unsigned el : { 0U, 1U })
        for (const AccessKind kind : { AccessKind::Read, AccessKind::Write, AccessKind::Execute }) {
            const Access access { kind, el, false };
            const WalkResult result = walk(tables, input, access);
            const bool allowed = range.attributes.accessFlag && range.attributes.rights.allow(access);
            const std::uint64_t output
                = tables.stage == Stage::One ? result.translation.ipa.value : result.translation.pa.value;
            if (result.ok() != allowed || (allowed && output != range.output + (input - range.input)))
                return fmt::format("{} el {} kind {}: the walker says {} {}", hex(input), el,
                    static_cast<int>(kind), result.ok() ? "ok" : "fault", hex(output));
            if (allowed && kind == AccessKind::Read
                && result.translation.attributes != range.attributes.memory)
                return fmt::format("{}: the walker has attributes {:x}, sh {}", hex(input),
                    result.translation.attributes.attr, result.translation.attributes.sh);
        }
    return {};
}

std::string compareSet(const RandomTables& tables)
{
    const TableTree tree(tables.regs, tables.memory, tables.tree);
    if (!tree.isUsed())
        return "not used: " + tree.whyUnused().str();
    const std::vector<MappedRange> expected = expectedRanges(tables, tree);
    const RangeList list = mappedRanges(tree);
    if (!list.end.complete())
        return "not complete: " + textOf(list.end).str();
    for (std::size_t i = 0; i < std::max(expected.size(), list.ranges.size()); ++i) {
        const std::string wanted = i < expected.size() ? text(expected[i]) : "nothing";
        const std::string got = i < list.ranges.size() ? text(list.ranges[i]) : "nothing";
        if (wanted != got)
            return fmt::format("range {}:\n  expected {}\n  listed   {}", i, wanted, got);
    }
    for (const MappedRange& range : list.ranges) {
        for (const std::uint64_t at : { range.input, range.lastInput(), range.input + range.size / 2 })
            if (std::string wrong = compareWalk(tables, range, at); !wrong.empty())
                return text(range) + "\n  " + wrong;
        const auto path = tree.path(range.input);
        if (path.empty() || !path.back().second.isLeaf() || path.back().second.output != range.output)
            return text(range) + "\n  the path to it does not end there";
    }
    // Between the ranges nothing is mapped.
    for (const MappedRange& range : list.ranges)
        for (const std::uint64_t at : { range.input - 1, range.lastInput() + 1 }) {
            const bool inside = std::any_of(list.ranges.begin(), list.ranges.end(),
                [&](const MappedRange& other) { return at >= other.input && at <= other.lastInput(); });
            if (!inside && walk(tables, at, {}).ok())
                return fmt::format("{} is in no range and the walker translates it", hex(at));
        }
    return {};
}

} // namespace

class TestTableSets : public QObject
{
    Q_OBJECT
private slots:
    void builderWalkerAndEnumeratorAgree()
    {
        const std::uint64_t sets = number("FSCOPE_RANDOM_SETS", 2000);
        const std::uint64_t first = number("FSCOPE_RANDOM_SEED", 1);
        std::set<std::string> forms;
        std::size_t mappings = 0;
        for (std::uint64_t seed = first; seed < first + sets; ++seed) {
            const RandomTables tables(seed);
            mappings += tables.mappings.size();
            forms.insert(fmt::format("{} {} {} {}", static_cast<int>(tables.stage), tables.format.grainBits,
                tables.format.wide, tables.format.start()));
            const std::string wrong = compareSet(tables);
            QVERIFY2(wrong.empty(), fmt::format("seed {}: {}\n  {}", seed, text(tables), wrong).c_str());
        }
        if (sets >= 2000) {
            // Both stages, 4 and 16 KiB with and without DS, 64 KiB; 26 of them have start levels of their
            // own.
            QVERIFY2(forms.size() >= 26, fmt::format("{} forms", forms.size()).c_str());
            QVERIFY(mappings > sets * 3 / 2);
        }
    }

    void e0pdTakesAllFromEl0()
    {
        for (std::uint64_t seed = 1; seed <= 100; ++seed) {
            RandomTables tables(seed);
            if (tables.stage == Stage::Two)
                continue;
            tables.regs.tcr |= 3ULL << 55; // E0PD0, E0PD1
            const TableTree tree(tables.regs, tables.memory, tables.tree);
            for (const MappedRange& range : mappedRanges(tree).ranges) {
                const std::string wrong = compareWalk(tables, range, range.input);
                QVERIFY2(wrong.empty(), fmt::format("seed {}: {}", seed, wrong).c_str());
            }
        }
    }

    /// Filters leave out, cut, and change nothing else.
    void filtersAgreeWithTheWholeList()
    {
        for (std::uint64_t seed = 1; seed <= 300; ++seed) {
            const RandomTables tables(seed);
            const TableTree tree(tables.regs, tables.memory, tables.tree);
            const RangeList all = mappedRanges(tree);
            for (const MappedRange& range : all.ranges) {
                EnumerateOptions options;
                options.filter.input = { range.input + 1, range.lastInput() - 1 };
                const RangeList cut = mappedRanges(tree, options);
                QCOMPARE(cut.ranges.size(), std::size_t { 1 });
                QCOMPARE(cut.ranges[0].input, range.input + 1);
                QCOMPARE(cut.ranges[0].size, range.size - 2);
                QCOMPARE(cut.ranges[0].output, range.output + 1);
                QVERIFY(cut.end.descriptors <= all.end.descriptors);
            }
            EnumerateOptions writable;
            writable.filter.rights.write = true;
            writable.filter.el = 1;
            std::size_t expected = 0;
            for (const MappedRange& range : all.ranges)
                expected += range.attributes.rights.privileged().write ? 1 : 0;
            QCOMPARE(mappedRanges(tree, writable).ranges.size(), expected);
        }
    }
};

QTEST_GUILESS_MAIN(TestTableSets)
#include "tst_tablesets.moc"
