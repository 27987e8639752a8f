// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// One smallest table for each rule of the linter, and tables that no rule has anything against.

#include "core/base/bits.h"
#include "core/mmu/tablelint.h"
#include "twostageguest.h"

#include <QtTest>

#include <functional>

using namespace fscope;
using namespace fscope::mmu;
using fscope::test::TwoStageGuest;

namespace {

constexpr std::uint64_t kVa = 0x10'0000;
constexpr std::uint64_t kIpa = 0x4040'0000;
constexpr std::uint64_t kContiguous = std::uint64_t { 1 } << 52;

/// A guest without stage 2, whose IPAs are its PAs: RAM at 0x50000000 to 0x53ffffff.
constexpr std::uint64_t kRam = 0x5040'0000;

/// "rule rule …" of the findings, in the order of the rules.
QString rulesOf(const LintReport& report)
{
    QStringList words;
    for (const LintRuleInfo& info : lintRules())
        if (report.total(info.rule) != 0)
            words << QString::fromLatin1(info.id.data(), static_cast<int>(info.id.size()));
    return words.join(QLatin1Char(' '));
}

using Change = std::function<void(TwoStageGuest&)>;

void page(TwoStageGuest& guest, std::uint64_t va, std::uint64_t to, bool write = true, bool execute = false,
    std::uint8_t attrIndex = 0)
{
    TwoStageGuest::need(guest.stage1.map({ .input = va,
        .output = to,
        .size = 0x1000,
        .write = write,
        .execute = execute,
        .attrIndex = attrIndex }));
}

void contiguousSet(TwoStageGuest& guest)
{
    TwoStageGuest::need(guest.stage1.map(
        { .input = kVa, .output = kRam, .size = 0x10000, .execute = false, .contiguous = true }));
}

/// Entry @p index of the set, with @p bits turned.
void turn(TwoStageGuest& guest, unsigned index, std::uint64_t bits)
{
    const std::uint64_t va = kVa + index * 0x1000;
    const Mapping mapping { .input = va, .output = kRam, .size = 0x1000, .execute = false };
    const std::uint64_t leaf = guest.stage1.leaf(mapping, 3, kRam + index * 0x1000) | kContiguous;
    TwoStageGuest::need(guest.stage1.poke(va, 3, leaf ^ bits));
}

} // namespace

class TestTableLint : public QObject
{
    Q_OBJECT
private slots:
    void everyRuleHasARow()
    {
        std::size_t n = 0;
        for (const LintRuleInfo& info : lintRules())
            QCOMPARE(static_cast<std::size_t>(info.rule), n++);
        QCOMPARE(n, static_cast<std::size_t>(LintRule::ChangedRegime) + 1);
    }

    void findsWhatIsWrong_data()
    {
        QTest::addColumn<QString>("expected");
        QTest::addColumn<Change>("change");
        const auto row = [](const char* name, const char* expected, Change change) {
            QTest::newRow(name) << QString::fromLatin1(expected) << std::move(change);
        };
        row("plain pages", "", [](TwoStageGuest& guest) {
            page(guest, kVa, kRam);
            page(guest, kVa + 0x1000, kRam + 0x1000, false, true);
        });
        row("whole contiguous set", "", contiguousSet);
        row("TxSZ out of range", "registers",
            [](TwoStageGuest& guest) { guest.regs.tcr = withBits(guest.regs.tcr, 5, 0, 60); });
        row("disabled walks are no mistake", "",
            [](TwoStageGuest& guest) { guest.regs.tcr = withBits(guest.regs.tcr, 5, 0, 60) | 1U << 7; });
        row("table where no memory is", "unreadable-table",
            [](TwoStageGuest& guest) { TwoStageGuest::need(guest.stage1.poke(kVa, 0, 0x9000'0000 | 3)); });
        row("table that names itself", "recursive-table", [](TwoStageGuest& guest) {
            TwoStageGuest::need(guest.stage1.poke(kVa, 0, TwoStageGuest::need(guest.stage1.root()) | 3));
        });
        row("table over the output size", "output-size", [](TwoStageGuest& guest) {
            guest.regs.tcr = withBits(guest.regs.tcr, 34, 32, 0); // 32 bits
            TwoStageGuest::need(guest.stage1.poke(kVa, 1, 0x1'0000'0000 | 3));
        });
        row("page with bit 1 clear", "reserved-type",
            [](TwoStageGuest& guest) { TwoStageGuest::need(guest.stage1.poke(kVa, 3, kRam | 0x701)); });
        row("block at level 0", "reserved-type",
            [](TwoStageGuest& guest) { TwoStageGuest::need(guest.stage1.poke(kVa, 0, 0x701)); });
        row("address bits below a block", "reserved-bits", [](TwoStageGuest& guest) {
            TwoStageGuest::need(guest.stage1.poke(0x20'0000, 2, 0x5040'0000 | 1U << 17 | 3ULL << 53 | 0x701));
        });
        row("one of a set without Contiguous", "contiguous-set", [](TwoStageGuest& guest) {
            contiguousSet(guest);
            turn(guest, 5, kContiguous);
        });
        row("one of a set invalid", "contiguous-set", [](TwoStageGuest& guest) {
            contiguousSet(guest);
            TwoStageGuest::need(guest.stage1.poke(kVa + 0x7000, 3, 0));
        });
        row("one of a set to another page", "contiguous-set", [](TwoStageGuest& guest) {
            contiguousSet(guest);
            turn(guest, 15, 0x10000);
        });
        row("one of a set read-only", "contiguous-set", [](TwoStageGuest& guest) {
            contiguousSet(guest);
            turn(guest, 9, 1U << 7);
        });
        row("Contiguous in a table that is smaller than a set", "contiguous-set", [](TwoStageGuest& guest) {
            guest.regs.tcr = withBits(guest.regs.tcr, 5, 0, 42); // two blocks at level 2
            TwoStageGuest::need(guest.stage1.poke(0, 0, kRam | kContiguous | 3ULL << 53 | 0x701));
        });
        row("software bits may differ in a set", "", [](TwoStageGuest& guest) {
            contiguousSet(guest);
            turn(guest, 9, 1ULL << 55);
        });
        row("Access flags may differ where hardware sets them", "", [](TwoStageGuest& guest) {
            guest.regs.tcr |= 1ULL << 39; // HA
            contiguousSet(guest);
            turn(guest, 9, 1U << 10);
        });
        row("Access flags may not differ else", "contiguous-set", [](TwoStageGuest& guest) {
            contiguousSet(guest);
            turn(guest, 9, 1U << 10);
        });
        row("writable and executable", "writable-executable",
            [](TwoStageGuest& guest) { page(guest, kVa, kRam, true, true); });
        row("WXN takes execution away", "", [](TwoStageGuest& guest) {
            guest.regs.sctlr |= 1U << 19;
            page(guest, kVa, kRam, true, true);
        });
        row("a place as Write-Back and as Non-cacheable", "alias-attributes", [](TwoStageGuest& guest) {
            page(guest, kVa, kRam);
            page(guest, kVa + 0x8000, kRam, true, false, 1);
        });
        row("a place twice alike", "", [](TwoStageGuest& guest) {
            page(guest, kVa, kRam);
            page(guest, kVa + 0x8000, kRam);
        });
        row("writable here and executable there", "alias-writable-executable", [](TwoStageGuest& guest) {
            page(guest, kVa, kRam);
            page(guest, kVa + 0x8000, kRam, false, true);
        });
        row("Normal memory over nothing", "nothing-behind",
            [](TwoStageGuest& guest) { page(guest, kVa, 0x900'0000); });
        row("Device memory over nothing", "",
            [](TwoStageGuest& guest) { page(guest, kVa, 0x900'0000, true, false, 3); });
    }
    void findsWhatIsWrong()
    {
        QFETCH(Change, change);
        QFETCH(QString, expected);
        TwoStageGuest guest(false);
        guest.regs.tcr |= 1U << 23; // EPD1: the tree is that of the lower half
        change(guest);
        const LintReport report = lintTables(guest.regs, guest.memory);
        QCOMPARE(rulesOf(report), expected);
        for (const LintFinding& finding : report.findings) {
            QVERIFY(!finding.sentence.empty());
            QVERIFY2(finding.sentence.str().find('%') == std::string::npos, finding.sentence.str().c_str());
        }
        QVERIFY(report.stopped.empty());
    }

    void tablesThatStage2MakesDeviceMemoryAreFound()
    {
        TwoStageGuest guest;
        guest.regs.tcr |= 1U << 23;
        TwoStageGuest::need(
            guest.stage2.map({ .input = kIpa, .output = 0x5040'0000, .size = 0x1000, .attrIndex = 0xf }));
        page(guest, kVa, kIpa);
        QCOMPARE(rulesOf(lintTables(guest.regs, guest.memory)), QString());
        const std::uint64_t table = TwoStageGuest::need(guest.stage1.tableFor(kVa, 3));
        TwoStageGuest::need(guest.stage2.map(
            { .input = table, .output = table + TwoStageGuest::kIpaToPa, .size = 0x1000, .attrIndex = 1 }));
        QCOMPARE(rulesOf(lintTables(guest.regs, guest.memory)), QStringLiteral("table-in-device"));
        guest.regs.hcr |= 1U << 2; // PTW: such a walk faults
        QCOMPARE(rulesOf(lintTables(guest.regs, guest.memory)), QStringLiteral("unreadable-table"));
    }

    void neighboursAreOneFinding()
    {
        TwoStageGuest guest(false);
        guest.regs.tcr |= 1U << 23;
        for (unsigned i = 0; i < 8; ++i)
            TwoStageGuest::need(guest.stage1.poke(kVa + i * 0x1000, 3, 1));
        TwoStageGuest::need(guest.stage1.poke(kVa + 0x20000, 3, 1));
        const LintReport report = lintTables(guest.regs, guest.memory);
        QCOMPARE(report.findings.size(), std::size_t { 2 });
        QCOMPARE(report.findings[0].count, std::uint64_t { 8 });
        QCOMPARE(report.findings[0].input, (AddressSpan { kVa, kVa + 0x7fff }));
        QCOMPARE(report.total(LintRule::ReservedType), std::uint64_t { 9 });
        LintOptions one;
        one.maxFindings = 1;
        QCOMPARE(lintTables(guest.regs, guest.memory, one).findings.size(), std::size_t { 1 });
    }

    void changesThatNeedBreakBeforeMake_data()
    {
        QTest::addColumn<QString>("expected");
        QTest::addColumn<Change>("change");
        const auto row = [](const char* name, const char* expected, Change change) {
            QTest::newRow(name) << QString::fromLatin1(expected) << std::move(change);
        };
        const auto poke = [](std::uint64_t xored) {
            return [xored](TwoStageGuest& guest) {
                const Mapping mapping { .input = kVa, .output = kRam, .size = 0x1000, .notGlobal = true };
                TwoStageGuest::need(guest.stage1.poke(kVa, 3, guest.stage1.leaf(mapping, 3, kRam) ^ xored));
            };
        };
        row("nothing", "", poke(0));
        row("broken", "", [](TwoStageGuest& guest) { TwoStageGuest::need(guest.stage1.poke(kVa, 3, 0)); });
        row("made", "", [](TwoStageGuest& guest) { page(guest, kVa + 0x5000, kRam); });
        row("read-only", "", poke(1U << 7));
        row("Access flag", "", poke(1U << 10));
        row("another page", "changed-output", poke(0x4000));
        row("memory type", "changed-memory-type", poke(3U << 2));
        row("shareability", "changed-shareability", poke(1U << 8));
        row("global", "changed-to-global", poke(1U << 11));
        row("Contiguous", "changed-size", poke(kContiguous));
        row("table to block", "changed-size", [](TwoStageGuest& guest) {
            TwoStageGuest::need(guest.stage1.poke(kVa, 2, 0x5040'0000 | 0x701));
        });
        row("a table moved, with the same pages in it", "", [](TwoStageGuest& guest) {
            const std::uint64_t old = TwoStageGuest::need(guest.stage1.tableFor(kVa, 3));
            std::vector<std::uint8_t> bytes(0x1000);
            (void)guest.memory.read(Pa(old), bytes.data(), bytes.size());
            (void)guest.memory.write(Pa(0x5080'0000), bytes.data(), bytes.size());
            TwoStageGuest::need(guest.stage1.poke(kVa, 2, 0x5080'0000 | 3));
        });
        row("granule", "changed-regime",
            [](TwoStageGuest& guest) { guest.regs.tcr = withBits(guest.regs.tcr, 5, 0, 25); });
    }
    void changesThatNeedBreakBeforeMake()
    {
        QFETCH(Change, change);
        QFETCH(QString, expected);
        TwoStageGuest guest(false);
        guest.regs.tcr |= 1U << 23;
        TwoStageGuest::need(
            guest.stage1.map({ .input = kVa, .output = kRam, .size = 0x1000, .notGlobal = true }));
        const memory::SnapshotMemory before = guest.memory;
        const TranslationRegisters regs = guest.regs;
        change(guest);
        const LintReport report = lintChange({ regs, before }, { guest.regs, guest.memory });
        QCOMPARE(rulesOf(report), expected);
        if (!report.findings.empty() && expected != QStringLiteral("changed-regime"))
            QVERIFY(report.findings[0].input.contains(kVa));
    }
};

QTEST_GUILESS_MAIN(TestTableLint)
#include "tst_tablelint.moc"
