// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/trace/a64record.h"
#include "tests/core/trace/recordtext.h"

#include <QTest>

using namespace fscope;
using namespace fscope::trace;

class TestA64Record : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKey()
    {
        QByteArray text = test::recordText("\"nzcv\":5",
            "\"nzcv\":5,\"tbi\":true,\"be\":true,\"mte\":true,\"a\":true,"
            "\"pre\":\"0x485f7e7f\",\"cu\":true,\"tags\":[\"sp\"]");
        text.replace("\"x\":{\"10\":\"0xd\"}",
            "\"x\":{\"10\":\"0xd\"},\"v\":{\"3\":\"0x00000000000000010000000000000002\"},\"mem\":[[4095,"
            "\"0d0e\"]],"
            "\"sp_el0\":\"0x10\",\"nzcv\":3");
        const auto record = parseA64Record(text.toStdString(), "f", 1);
        QVERIFY2(record, record ? "" : record.error().text().c_str());
        QCOMPARE(record->id, std::string("a00000"));
        QCOMPARE(record->word, 0x39bffd8aU);
        QCOMPARE(record->pc.value, 0x7f12345c03a0U);
        QCOMPARE(record->windowIpa[1].value, 0x8c0a3a000U);
        QVERIFY(record->windowMapping[0] == WindowPage::None);
        QVERIFY(record->tbi && record->bigEndian && record->mte && record->alignmentCheck
            && record->unpredictable);
        QCOMPARE(record->loadExclusiveBefore.value_or(0), 0x485f7e7fU);
        QCOMPARE(record->out.hpfar, 0x8c0a350U);
        QVERIFY(record->done);
        QVERIFY((record->done->v.front() == std::pair<std::uint8_t, U128>(3, { 2, 1 })));
        QVERIFY((record->done->memory.front() == std::pair<std::uint16_t, std::string>(4095, "\x0d\x0e")));
        QCOMPARE(record->done->spEl0.value_or(0), 0x10U);
        QCOMPARE(record->done->nzcv.value_or(0), std::uint8_t { 3 });
    }

    void drawsFromTheSeed()
    {
        A64Record record;
        record.seed = 0x1234;
        QCOMPARE(record.drawnX(0), 0x5f642f87d5e23888U);
        QCOMPARE(record.windowWord(0), 0x8a084d11c2af3d02U);
    }

    void refusesBadLines_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("what");
        const auto row = [](const char* name, const QByteArray& text, const char* where, const char* what) {
            QTest::newRow(name) << text << where << what;
        };
        row("cut", test::recordText().left(300), "f:7:300", "not valid JSON");
        row("not an object", "[1]", "f:7", "object");
        row("unknown key", test::recordText("\"nzcv\"", "\"nzvc\""), "f:7: /nzvc", "not known");
        row("missing key", test::recordText("\"nzcv\":5,", ""), "f:7", "\"nzcv\" is missing");
        row("missing key of the outcome", test::recordText("\"hpfar\":\"0x8c0a350\",", ""), "f:7: /out",
            "\"hpfar\" is missing");
        row("bad hexadecimal", test::recordText("0x39bffd8a", "0x39bffdxa"), "f:7: /insn", "'x'");
        row("word of more than 32 bits", test::recordText("0x39bffd8a", "0x139bffd8a"), "f:7: /insn", "32");
        row("exception level", test::recordText("\"el\":1", "\"el\":2"), "f:7: /el", "from 0 to 1");
        row("flags", test::recordText("\"nzcv\":5", "\"nzcv\":16"), "f:7: /nzcv", "from 0 to 15");
        row("string for a number", test::recordText("\"s1\":1", "\"s1\":\"yes\""), "f:7: /s1", "\"yes\"");
        row("number for a string", test::recordText("\"a00000\"", "3"), "f:7: /id", "string");
        row("unaligned PC", test::recordText("\"pc\":\"0x7f12345c03a0\"", "\"pc\":\"0x7f12345c03a1\""),
            "f:7: /pc", "multiple of 4");
        row("unaligned window",
            test::recordText("\"win_va\":\"0x7f1234610000\"", "\"win_va\":\"0x7f1234610008\""),
            "f:7: /win_va", "4096");
        row("two pages", test::recordText(",\"0x8c0a37000\"", ""), "f:7: /win_ipa", "three pages");
        row("one page twice", test::recordText("0x8c0a3a000", "0x8c0a35000"), "f:7: /win_ipa/1", "Two pages");
        row("IPA of more than 48 bits", test::recordText("0x8c0a3a000", "0x1000000000000"), "f:7: /win_ipa/1",
            "48 bits");
        row("mapping", test::recordText("\"none\"", "\"no\""), "f:7: /s2/0", "not one of");
        row("register number", test::recordText("\"12\":", "\"31\":"), "f:7: /x/31", "0 to 30");
        row("kind", test::recordText("s2abort", "abort"), "f:7: /out/kind", "not one of");
        row("memory past the window",
            test::recordText("\"x\":{\"10\":\"0xd\"}", "\"mem\":[[12287,\"0000\"]]"), "f:7: /done/mem/0/1",
            "past the end");
        row("memory in odd digits", test::recordText("\"x\":{\"10\":\"0xd\"}", "\"mem\":[[0,\"000\"]]"),
            "f:7: /done/mem/0/1", "");
        row("memory without bytes", test::recordText("\"x\":{\"10\":\"0xd\"}", "\"mem\":[[0]]"),
            "f:7: /done/mem/0", "[offset");
        row("window outside the address ranges", test::recordText("0x7f1234610000", "0x8000000000000"),
            "f:7: /win_va", "48-bit");
        row("instruction in the window",
            test::recordText("\"pc\":\"0x7f12345c03a0\"", "\"pc\":\"0x7f1234611000\""), "f:7: /pc", "window");
        row("stage 1 off with other IPAs", test::recordText("\"s1\":1", "\"s1\":0"), "f:7: /win_ipa",
            "its VA");
    }

    void refusesBadLines()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, where);
        QFETCH(QString, what);
        const auto record = parseA64Record(text.toStdString(), "f", 7);
        QVERIFY(!record);
        QCOMPARE(QString::fromStdString(record.error().where), where);
        QVERIFY2(QString::fromStdString(record.error().what).contains(what), record.error().what.c_str());
    }
};

QTEST_GUILESS_MAIN(TestA64Record)
#include "tst_a64record.moc"
