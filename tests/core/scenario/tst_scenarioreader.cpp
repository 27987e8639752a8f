// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/scenario/scenario.h"
#include "core/scenario/scenariosource.h"
#include "tests/core/scenario/scenariotext.h"

#include <QTest>

using namespace fscope;
using namespace fscope::scenario;

class TestScenarioReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheWholeFormat()
    {
        const auto scenario = readScenario(test::scenarioText().toStdString(), "s.json");
        QVERIFY2(scenario, scenario ? "" : scenario.error().text().c_str());
        QCOMPARE(scenario->name, std::string("test"));
        QCOMPARE(scenario->memory.front().slot.pa.value, 0x80000000U);
        QCOMPARE(scenario->memory.front().content.front().bytes,
            std::string("\x22\x44\x00\xb8\x22\x44\x00\xb8", 8));
        QVERIFY(scenario->stage1.on);
        QCOMPARE(scenario->stage1.mappings.size(), std::size_t { 2 });
        QCOMPARE(scenario->intercepts.size(), std::size_t { 2 });
        QCOMPARE(scenario->lessons.at("en").parts.front().text, std::string("a\n\nb"));
        QCOMPARE(scenario->lessons.at("en").parts.front().intercept, std::size_t { 2 });
    }

    void contentOfEveryKind_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("hex") << QByteArray("\"hex\": \"01 02ff\"") << QByteArray("\x01\x02\xff");
        QTest::newRow("text") << QByteArray("\"text\": \"a\\u00e9\"") << QByteArray("a\xc3\xa9");
        QTest::newRow("words32") << QByteArray("\"words32\": [\"0x01020304\", 5]")
                                 << QByteArray("\x04\x03\x02\x01\x05\0\0\0", 8);
        QTest::newRow("words64") << QByteArray("\"words64\": [\"0x0102030405060708\"]")
                                 << QByteArray("\x08\x07\x06\x05\x04\x03\x02\x01");
        QTest::newRow("instructions")
            << QByteArray("\"instructions\": [\"0xd503201f\"]") << QByteArray("\x1f\x20\x03\xd5");
    }

    void contentOfEveryKind()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, bytes);
        const QByteArray text
            = test::scenarioText("\"instructions\": [[\"0xb8004422\", \"str w2, [x1], #4\"], \"0xb8004422\"]",
                content.constData());
        const auto scenario = readScenario(text.toStdString(), "s.json");
        QVERIFY2(scenario, scenario ? "" : scenario.error().text().c_str());
        QCOMPARE(QByteArray::fromStdString(scenario->memory.front().content.front().bytes), bytes);
    }

    /// Every mistake is named by file and JSON path, wherever it is found: while reading, building or
    /// running.
    void mistakesHaveTheirPath_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("what");
        const auto row
            = [](const char* name, const char* from, const char* to, const char* where, const char* what) {
                  const QByteArray text = test::scenarioText(from, to);
                  if (text == test::scenarioText())
                      qFatal("the row '%s' changes nothing", name);
                  const QByteArray place
                      = where[0] == '/' ? QByteArray("s.json: ").append(where) : QByteArray(where);
                  QTest::newRow(name) << text << QString::fromUtf8(place) << what;
              };
        row("syntax", "\"el\": 1,", "\"el\" 1,", "s.json:6:33", "not valid JSON");
        row("version", "\"fscope_scenario\": 1", "\"fscope_scenario\": 2", "/fscope_scenario",
            "1 is expected here, not 2");
        row("no version", "\"fscope_scenario\": 1,", "", "s.json", "\"fscope_scenario\" is missing");
        row("unknown key", "\"title\"", "\"titel\"", "/titel", "not known");
        row("unknown policy", "\"openvmm\"", "\"openvm\"", "/policy", "openvm");
        row("unknown register", "\"x2\": \"0x48\"", "\"x31\": \"0x48\"", "/cpu/x31", "no register");
        row("EL2", "\"el\": 1", "\"el\": 2", "/cpu/el", "1 bit");
        row("unaligned pc", "\"pc\": \"0x10000\"", "\"pc\": \"0x10002\"", "/cpu/pc", "multiple of 4");
        row("no memory", "\"memory\": [", "\"memori\": [", "/memori", "not known");
        row("size is no number", "\"size\": \"0x200000\"", "\"size\": \"big\"", "/memory/0/size", "digit");
        row("size is no page", "\"size\": \"0x200000\"", "\"size\": \"0x200001\"", "/memory/0/size",
            "multiple of 4096");
        row("size 0", "\"size\": \"0x200000\"", "\"size\": 0", "/memory/0/size", "from 4096");
        row("IPA of 49 bits", "\"at\": \"0x40000000\"", "\"at\": \"0x1000000000000\"", "/memory/0/at",
            "48 bits");
        row("kind", "\"name\": \"ram\",", "\"name\": \"ram\", \"kind\": \"device\",", "/memory/0/kind",
            "ram, rom, protected");
        row("rights", "\"name\": \"ram\",", "\"name\": \"ram\", \"stage2\": \"wr\",", "/memory/0/stage2",
            "rwx");
        row("content past the end", "\"offset\": 0", "\"offset\": \"0x1ffffc\"", "/memory/0", "does not fit");
        row("locked pages past the end", "\"name\": \"ram\",",
            "\"name\": \"ram\", \"locked\": [{\"offset\": \"0x1ff000\", \"size\": \"0x2000\"}],",
            "/memory/0/locked/0", "end beyond");
        row("locked part of a page", "\"name\": \"ram\",",
            "\"name\": \"ram\", \"locked\": [{\"offset\": \"0x800\"}],", "/memory/0/locked/0/offset",
            "multiple of 4096");
        row("two kinds of content", "\"offset\": 0,", "\"offset\": 0, \"text\": \"x\",",
            "/memory/0/content/0", "Exactly one");
        row("text of an instruction", "str w2, [x1], #4", "str w2, [x1], #8",
            "/memory/0/content/0/instructions/0/1", "str w2, [x1], #4");
        row("instruction of 33 bits", "\"0xb8004422\"]", "\"0x1b8004422\"]",
            "/memory/0/content/0/instructions/1", "32 bits");
        row("device model", "\"pl011\"", "\"pl012\"", "/devices/0/model", "pl012");
        row("device over memory", "\"at\": \"0x9000000\"", "\"at\": \"0x40000000\"", "/devices/0", "");
        row("mapping without size", "\"ipa\": \"0x40000000\", \"size\": \"0x1000\"",
            "\"ipa\": \"0x40000000\"", "/translation/stage1/mappings/0", "\"size\" is missing");
        row("mapping of a stage", "\"rights\": \"rw\"", "\"rights\": \"w\"",
            "/translation/stage1/mappings/1/rights", "cannot take");
        row("level", "\"attr\": \"device\"", "\"attr\": \"device\", \"level\": 0",
            "/translation/stage1/mappings/1/level", "from 1 to 3");
        row("block that is not aligned", "\"attr\": \"device\"", "\"attr\": \"device\", \"level\": 2",
            "/translation/stage1/mappings/1", "");
        row("too many entries", "\"ipa\": \"0x40000000\", \"size\": \"0x1000\"",
            "\"ipa\": \"0x40000000\", \"size\": \"0x10000000000\"", "/translation/stage1/mappings/0",
            "65536");
        row("attribute", "\"attr\": \"device\"", "\"attr\": \"fast\"", "/translation/stage1/mappings/1/attr",
            "normal, device");
        row("raw and described", "\"stage2\": {\"entries\"", "\"raw\": {}, \"stage2\": {\"entries\"",
            "/translation/raw", "not both");
        row("stage-1 tables in a device", "\"tables\": \"0x40100000\"", "\"tables\": \"0x9000000\"",
            "/translation/stage1/tables", "");
        row("no intercept", "\"intercepts\": [", "\"intercepts\": [], \"x\": [", "/x", "not known");
        row("intercept without name", "\"name\": \"second\", ", "", "/intercepts/1", "\"name\" is missing");
        row("outcome", "\"completed\"", "\"done\"", "/intercepts/0/expect/outcome", "not one of");
        row("does not trap", "\"x1\": \"0x20000\", \"x2\": \"0x69\"", "\"x1\": \"0x10ff0\"", "/intercepts/1",
            "does not trap");
        row("runs into EL1", "\"x1\": \"0x20000\", \"x2\": \"0x69\"", "\"x1\": \"0x30000\"", "/intercepts/1",
            "EL1");
        row("no instruction that is known", "\"0xb8004422\"]", "\"0x14000000\"]", "/intercepts/1",
            "CPU model");
        row("TLB of three sets", "\"policy\"", "\"tlb\": {\"sets\": 3}, \"policy\"", "/tlb", "power of two");
        row("TLB without ways", "\"policy\"", "\"tlb\": {\"ways\": 0}, \"policy\"", "/tlb", "1 to 16");
        row("TLB replacement", "\"policy\"", "\"tlb\": {\"replacement\": \"fifo\"}, \"policy\"",
            "/tlb/replacement", "not one of");
        row("traps although not", "\"name\": \"second\",", "\"name\": \"second\", \"traps\": false,",
            "/intercepts/1", "\"traps\" is false");
        row("no trap to come after", "\"name\": \"second\",",
            "\"name\": \"second\", \"traps\": false, \"interruption_pending\": true,",
            "/intercepts/1/interruption_pending", "\"traps\" is false");
        row("unknown TLBI", "\"name\": \"second\",",
            "\"name\": \"second\", \"tlbi\": [{\"operation\": \"vae9\"}],", "/intercepts/1/tlbi/0/operation",
            "no TLBI");
        row("TLBI without operand", "\"name\": \"second\",",
            "\"name\": \"second\", \"tlbi\": [{\"operation\": \"alle1\", \"address\": 0}],",
            "/intercepts/1/tlbi/0/operation", "no operand");
        row("TLBI of a range", "\"name\": \"second\",",
            "\"name\": \"second\", \"tlbi\": [{\"operation\": \"rvae1\", \"address\": 0}],",
            "/intercepts/1/tlbi/0/operation", "operand");
        row("received by nobody", "\"name\": \"second\",",
            "\"name\": \"second\", \"received\": {\"uart1\": \"x\"},", "/intercepts/1/received",
            "no device \"uart1\"");
        row("written nowhere", "\"name\": \"second\",",
            "\"name\": \"second\", \"memory\": [{\"at\": 0, \"hex\": \"00\"}],", "/intercepts/1/memory/0",
            "memory range");
        row("unmaps nothing", "\"name\": \"second\",",
            "\"name\": \"second\", \"after_trap\": {\"unmap\": [\"0xffff000000000000\"]},",
            "/intercepts/1/after_trap/unmap", "No stage-1 descriptor");
        row("lesson without English", "\"en\"", "\"de\"", "/lesson", "English");
        row("unknown micro-step", "\"when\": \"mmio\"", "\"when\": \"mimo\"", "/lesson/en/parts/0/when",
            "micro-step");
        row("part of no intercept", "\"intercept\": 2", "\"intercept\": 3", "/lesson/en/parts/0/intercept",
            "from 1 to 2");
        row("text is a number", "\"text\": \"c\"", "\"text\": 3", "/lesson/zh_CN/parts/0/text", "string");
    }

    void mistakesHaveTheirPath()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, where);
        QFETCH(QString, what);
        const auto source = ScenarioSource::read(text.toStdString(), "s.json");
        QVERIFY(!source);
        QCOMPARE(QString::fromStdString(source.error().where), where);
        const QString said = QString::fromStdString(source.error().what);
        QVERIFY2(said.contains(what), qPrintable(said));
    }

    void largeFilesAreRefused()
    {
        const auto scenario = readScenario(std::string(kMaxScenarioBytes + 1, ' '), "s.json");
        QVERIFY(!scenario);
        QCOMPARE(scenario.error().where, std::string("s.json"));
    }
};

QTEST_GUILESS_MAIN(TestScenarioReader)
#include "tst_scenarioreader.moc"
