// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// Scenarios whose tables have other granules, widths and start levels, and what is refused.

#include "core/scenario/guestbuilder.h"
#include "core/scenario/scenario.h"

#include <QTest>

using namespace fscope;
using namespace fscope::scenario;

namespace {

/// A scenario of one RAM range with the given members of stage1 and stage2.
std::string text(const char* stage1, const char* stage2)
{
    return std::string(R"({"fscope_scenario": 1, "name": "formats",
        "memory": [{"name": "ram", "at": "0x40000000", "size": "0x200000", "pa": "0x80000000"}],
        "translation": {"stage1": {)")
        + stage1 + R"(}, "stage2": {)" + stage2 + R"(}}, "intercepts": [{"name": "one"}]})";
}

constexpr const char* kMapping = R"("mappings": [{"va": "0x10000", "ipa": "0x40010000", "size": "0x10000"}])";

} // namespace

class TestTableFormats : public QObject
{
    Q_OBJECT
private slots:
    void tablesAreMadeAndWalked_data()
    {
        QTest::addColumn<QByteArray>("stage1");
        QTest::addColumn<QByteArray>("stage2");
        const auto row = [](const char* name, const char* stage1, const char* stage2) {
            QTest::newRow(name) << QByteArray(stage1) << QByteArray(stage2);
        };
        row("standard", "", "");
        row("16 KiB over 4 KiB", R"("granule": "16k", )", "");
        row("64 KiB over 4 KiB", R"("granule": "64k", )", "");
        row("4 KiB over 16 KiB", "", R"("granule": "16k")");
        row("64 KiB over 64 KiB", R"("granule": "64k", )", R"("granule": "64k")");
        row("39-bit VAs", R"("va_bits": 39, )", "");
        row("52-bit VAs", R"("ds": true, "va_bits": 52, "output_bits": 52, )", "");
        row("40-bit IPAs from two tables at level 1", "", R"("ipa_bits": 40, "start_level": 1)");
        row("40-bit IPAs from level 0", "", R"("ipa_bits": 40, "start_level": 0)");
        row("36-bit outputs", R"("output_bits": 36, )", R"("output_bits": 40, "ipa_bits": 36)");
        row("level -1", "", R"("ds": true, "ipa_bits": 52, "start_level": "-1")");
        row("big-endian", R"("big_endian": true, )", R"("big_endian": true)");
    }
    void tablesAreMadeAndWalked()
    {
        QFETCH(QByteArray, stage1);
        QFETCH(QByteArray, stage2);
        const auto scenario
            = readScenario(text(QByteArray(stage1 + kMapping).constData(), stage2.constData()), "f.json");
        QVERIFY2(scenario.has_value(), scenario ? "" : scenario.error().text().c_str());
        const auto guest = buildGuest(*scenario);
        QVERIFY2(guest.has_value(), guest ? "" : guest.error().text().c_str());
        const mmu::WalkResult result
            = mmu::translate(guest->vcpu.translation, guest->memory, Va(0x1'2345), { mmu::AccessKind::Read });
        QVERIFY(result.ok());
        QCOMPARE(result.translation.ipa.value, std::uint64_t { 0x4001'2345 });
        QCOMPARE(result.translation.pa.value, std::uint64_t { 0x8001'2345 });
        QVERIFY(!mmu::translate(guest->vcpu.translation, guest->memory, Va(0x2'0000), {}).ok());
    }

    void attributesOfMappingsAreInTheDescriptor()
    {
        const auto scenario = readScenario(
            text(R"("mappings": [{"va": "0x10000", "ipa": "0x40010000", "size": "0x10000", "rights": "rw",
                    "execute_el0": true, "sh": "outer", "contiguous": true, "dirty_modifier": true,
                    "not_global": true, "guarded": true}])",
                ""),
            "f.json");
        QVERIFY2(scenario.has_value(), scenario ? "" : scenario.error().text().c_str());
        const auto guest = buildGuest(*scenario);
        QVERIFY2(guest.has_value(), guest ? "" : guest.error().text().c_str());
        mmu::WalkTrace trace;
        (void)mmu::walkStage1(guest->vcpu.translation, guest->memory, Va(0x1'0000), {}, &trace);
        // Contiguous, DBM, GP and PXN; nG, AF, SH = 2, a page.
        QCOMPARE(trace.back().value, std::uint64_t { 0x003c'0000'4001'0e03 });
    }

    void whatDoesNotFitIsRefusedWithItsPath_data()
    {
        QTest::addColumn<QByteArray>("stage1");
        QTest::addColumn<QByteArray>("stage2");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char* name, const char* stage1, const char* stage2, const char* message) {
            QTest::newRow(name) << QByteArray(stage1) << QByteArray(stage2) << QByteArray(message);
        };
        row("granule", R"("granule": "8k")", "", "f.json: /translation/stage1/granule: ");
        row("too wide", R"("va_bits": 52)", "", "f.json: /translation/stage1/va_bits: ");
        row("too narrow", "", R"("ipa_bits": 12)", "f.json: /translation/stage2/ipa_bits: ");
        row("no such output", R"("output_bits": 41)", "", "f.json: /translation/stage1/output_bits: ");
        row("52-bit output without ds", R"("output_bits": 52)", "",
            "f.json: /translation/stage1/output_bits: ");
        row("ds of 64 KiB", R"("granule": "64k", "ds": true)", "", "f.json: /translation/stage1/ds: ");
        row("start of stage 1", R"("start_level": 1)", "", "f.json: /translation/stage1/start_level: ");
        row("too many concatenated", "", R"("start_level": 2)", "f.json: /translation/stage2/start_level: ");
        row("a key of the other stage", R"("ipa_bits": 40)", "", "ipa_bits");
        row("block at level 1 of 16 KiB",
            R"("granule": "16k", "mappings": [{"va": 0, "ipa": 0, "size": "0x4000000", "level": 1}])", "",
            "/translation/stage1/mappings/0/level: ");
        row("page of 4 KiB with 16 KiB",
            R"("granule": "16k", "mappings": [{"va": "0x1000", "ipa": 0, "size": "0x4000"}])", "",
            "/translation/stage1/mappings/0: Input address 0x1000 is not a multiple of 0x4000");
        row("no whole set",
            R"("mappings": [{"va": "0x1000", "ipa": 0, "size": "0x4000", "contiguous": true}])", "",
            "/translation/stage1/mappings/0: No whole set of 16 entries");
        row("memory that is no multiple of the granule", "",
            R"("granule": "64k", "mappings": [{"ipa": "0x1000", "pa": "0x1000", "size": "0x1000"}])",
            "/translation/stage2/mappings/0: Input address 0x1000 is not a multiple of 0x10000");
    }
    void whatDoesNotFitIsRefusedWithItsPath()
    {
        QFETCH(QByteArray, stage1);
        QFETCH(QByteArray, stage2);
        QFETCH(QByteArray, message);
        const auto scenario = readScenario(text(stage1.constData(), stage2.constData()), "f.json");
        std::string found;
        if (!scenario)
            found = scenario.error().text();
        else if (const auto guest = buildGuest(*scenario); !guest)
            found = guest.error().text();
        QVERIFY2(found.find(message.toStdString()) != std::string::npos, found.c_str());
    }
};

QTEST_GUILESS_MAIN(TestTableFormats)
#include "tst_tableformats.moc"
