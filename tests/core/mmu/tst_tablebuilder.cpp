// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// Tables made from mappings: what they map, and what they refuse.

#include "core/base/bytes.h"
#include "tests/core/mmu/twostageguest.h"

#include <QTest>

using namespace fscope;
using namespace fscope::mmu;
using fscope::test::TwoStageGuest;

class TestTableBuilder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRangeOverSeveralTablesIsMappedPageByPage()
    {
        TwoStageGuest guest;
        constexpr std::uint64_t kStart = 0x7fffffffe000; // 1 GiB borders lie inside the range
        constexpr std::uint64_t kSize = 0x6000;
        TwoStageGuest::need(guest.stage2.map({ .input = kStart, .output = 0x50008000, .size = kSize }));
        for (std::uint64_t offset = 0; offset < kSize; offset += 0x800) {
            const WalkResult result = walkStage2(guest.regs, guest.memory, Ipa(kStart + offset), {});
            QVERIFY(result.ok());
            QCOMPARE(result.translation.pa.value, 0x50008000 + offset);
        }
        QVERIFY(!walkStage2(guest.regs, guest.memory, Ipa(kStart - 1), {}).ok());
        QVERIFY(!walkStage2(guest.regs, guest.memory, Ipa(kStart + kSize), {}).ok());
    }

    void mappingsThatAreWrongAreRefused_data()
    {
        QTest::addColumn<bool>("stage1");
        QTest::addColumn<quint64>("input");
        QTest::addColumn<quint64>("output");
        QTest::addColumn<quint64>("size");
        QTest::addColumn<int>("level");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, bool stage1, quint64 input, quint64 output, quint64 size,
                             int level, const char* says) {
            QTest::newRow(name) << stage1 << input << output << size << level << QString::fromLatin1(says);
        };
        row("unaligned input", true, 0x1001, 0, 0x1000, 3,
            "Input address 0x1001 is not a multiple of 0x1000");
        row("unaligned output", true, 0x1000, 0x10, 0x1000, 3, "Output address 0x10 ");
        row("unaligned size", false, 0x1000, 0, 0x1234, 3, "Size 0x1234 ");
        row("page-aligned block", false, 0x1000, 0, 0x200000, 2,
            "Input address 0x1000 is not a multiple of 0x200000");
        row("no size", true, 0x1000, 0, 0, 3, "size 0");
        row("level 0", true, 0, 0, 0x1000, 0, "Level 0");
        row("level 4", true, 0, 0, 0x1000, 4, "Level 4");
        row("input over 48 bits", false, 1ULL << 48, 0, 0x1000, 3, "input range");
        row("input ends over 48 bits", true, (1ULL << 48) - 0x1000, 0, 0x2000, 3, "input range");
        row("upper half in stage 2", false, 0xffff000000000000, 0, 0x1000, 3, "input range");
        row("output over 48 bits", true, 0, 1ULL << 48, 0x1000, 3, "output range");
        row("a petabyte of pages", true, 0, 0, 1ULL << 47, 3, "at most 1048576");
        row("all of the address space", true, 0, 0, ~0ULL << 12, 3, "does not fit 48 bits");
    }
    void mappingsThatAreWrongAreRefused()
    {
        QFETCH(bool, stage1);
        QFETCH(quint64, input);
        QFETCH(quint64, output);
        QFETCH(quint64, size);
        QFETCH(int, level);
        QFETCH(QString, says);
        TwoStageGuest guest;
        TableBuilder& builder = stage1 ? guest.stage1 : guest.stage2;
        const auto result = builder.map({ .input = input, .output = output, .size = size, .level = level });
        QVERIFY(!result);
        QVERIFY2(QString::fromStdString(result.error().text()).contains(says), result.error().text().c_str());
    }

    void overlapsAreRefusedUnlessTheOutputIsTheSame()
    {
        TwoStageGuest guest;
        const Mapping two { .input = 0x10000, .output = 0x20000, .size = 0x2000 };
        QVERIFY(guest.stage1.map(two));
        QVERIFY(guest.stage1.map({ .input = 0x11000, .output = 0x21000, .size = 0x1000, .write = false }));
        QVERIFY(!walkStage1(guest.regs, guest.memory, Va(0x11000), { AccessKind::Write }).ok());
        const auto other = guest.stage1.map({ .input = 0x11000, .output = 0x22000, .size = 0x1000 });
        QVERIFY(!other);
        QVERIFY2(QString::fromStdString(other.error().text())
                     .contains(QStringLiteral("0x11000 is already mapped to 0x21000, not to 0x22000")),
            other.error().text().c_str());
        QVERIFY(!guest.stage1.map({ .input = 0, .output = 0, .size = 0x200000, .level = 2 }));
        QVERIFY(guest.stage1.map({ .input = 0x200000, .output = 0, .size = 0x200000, .level = 2 }));
        QVERIFY(!guest.stage1.map({ .input = 0x200000, .output = 0, .size = 0x1000 }));
    }

    void tablesAreFoundAndPoked()
    {
        TwoStageGuest guest;
        QVERIFY(!guest.stage1.tableFor(0x10000, 3));
        QVERIFY(guest.stage1.poke(0x10000, 2, 0x1234));
        const auto table = guest.stage1.tableFor(0x10000, 2);
        QVERIFY(table.has_value());
        std::uint8_t bytes[8];
        QVERIFY(!guest.memory.read(Pa(*table + TwoStageGuest::kIpaToPa), bytes, 8));
        QCOMPARE(loadLe(bytes, 8), std::uint64_t { 0x1234 });
        QVERIFY(!guest.stage1.poke(0, 4, 0));
        QVERIFY(!guest.stage1.poke(0, -1, 0));
        // A descriptor that leads nowhere is an error of the next mapping below it, not a write outside
        // memory.
        QVERIFY(guest.stage1.poke(0x10000, 2, 0xfffffffff003));
        QVERIFY(!guest.stage1.map({ .input = 0x10000, .output = 0, .size = 0x1000 }));
    }

    void noRoomForTablesIsAnError()
    {
        TwoStageGuest guest;
        std::optional<Error> error;
        for (std::uint64_t i = 0; i < 300 && !error; ++i) {
            const auto result = guest.stage1.map({ .input = i << 30, .output = 0, .size = 0x1000 });
            if (!result)
                error = result.error();
        }
        QVERIFY(error.has_value());
        QCOMPARE(error->what, std::string("No room for a further table."));
    }
};

QTEST_GUILESS_MAIN(TestTableBuilder)
#include "tst_tablebuilder.moc"
