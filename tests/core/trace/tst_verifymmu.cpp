// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/base/gzipreader.h"
#include "core/trace/verifymmu.h"
#include "tests/support/paths.h"

#include <QFileInfo>
#include <QTest>

#include <string>

using namespace fscope;
using namespace fscope::trace;

namespace {

/// The example of the format: stage 1 with 16 KiB pages, one access refused and one translated, and a load
/// that finds a clear Access flag set by hardware.
const std::string kLine
    = R"({"id":"d00001","tcr":"11006427422bb1f","mair":"9f7d0477f594aad3","sctlr":"30d01985",)"
      R"("ttbr0":"6500005545d000","hcr":"80000000","va":"120c110b8",)"
      R"("mem":[["499e5820","5ba3a40f07"],["5545d480","90000000499e4003"]],)"
      R"("ops":[{"op":"at_s1e0w","par":"81f"},{"op":"at_s1e1r","par":"aa00005ba3a41b80"},)"
      R"({"op":"ldrx","el":0,"to":1,"esr":"9200000f","far":"120c110b8"}],)"
      R"("walk":{"op":0,"steps":[[1,2,"5545d480","5545d480"],[1,3,"499e5820","499e5820"]]},"kind":["s1_hier"]})";

Result<VerifyReport> verified(const std::string& text)
{
    VerifyReport report;
    auto reader = LineReader::fromBytes(text, "mmu.jsonl");
    if (!reader)
        return tl::unexpected(reader.error());
    if (const auto done = verifyMmuLines(*reader, 10, report); !done)
        return tl::unexpected(done.error());
    return report;
}

std::string changed(std::string text, const std::string& from, const std::string& to)
{
    const std::size_t at = text.find(from);
    return at == std::string::npos ? std::string() : text.replace(at, from.size(), to);
}

} // namespace

class TestVerifyMmu : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRecordedTranslationsPass()
    {
        const QString path = test::sourcePath(QStringLiteral("../shared/vectors/mmu.jsonl.gz"));
        if (!QFileInfo::exists(path))
            QSKIP(
                "../shared/vectors/mmu.jsonl.gz is not there: the recorded translations are kept outside the "
                "repository");
        VerifyReport report;
        const auto done = verifyMmuFile(path.toStdString(), 5, report);
        QVERIFY2(done.has_value(), done ? "" : done.error().text().c_str());
        for (const VerifyFailure& failure : report.failures)
            qWarning("%s: %s", failure.id.c_str(), failure.verdict.differences.front().what.c_str());
        QCOMPARE(report.failed, std::size_t { 0 });
        QCOMPARE(report.passed, std::size_t { 19892 });
        QCOMPARE(report.skipped, std::size_t { 1347 });
        for (const auto& [reason, count] : report.skippedBecause)
            QVERIFY2(reason.starts_with("IMPLEMENTATION DEFINED: "), reason.c_str());
    }

    void aCorrectLinePasses()
    {
        const auto report = verified(kLine + "\n");
        QVERIFY2(report.has_value(), report ? "" : report.error().text().c_str());
        for (const VerifyFailure& failure : report->failures)
            qWarning("%s: %s", failure.id.c_str(), failure.verdict.differences.front().what.c_str());
        QCOMPARE(report->passed, std::size_t { 3 });
        QCOMPARE(report->failed, std::size_t { 0 });
    }

    void alteredLinesFail_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("what");
        const auto row = [](const char* title, const std::string& line, const char* what) {
            QTest::newRow(title) << QString::fromStdString(line) << QString::fromLatin1(what);
        };
        row("PAR of a success", changed(kLine, "aa00005ba3a41b80", "ba00005ba3a41b80"), "PAR_EL1");
        row("PAR of a fault", changed(kLine, "81f", "81d"), "PAR_EL1");
        row("syndrome", changed(kLine, "9200000f", "9200000e"), "ESR");
        row("target level", changed(kLine, "\"to\":1", "\"to\":2"), "target EL");
        row("fault address", changed(kLine, "\"far\":\"120c110b8\"", "\"far\":\"120c110b0\""), "FAR");
        row("HPFAR that is UNKNOWN", changed(kLine, "\"far\":", "\"hpfar\":\"10\",\"far\":"), "HPFAR_EL2");
        row("a fault that is none",
            changed(kLine, "\"to\":1,\"esr\":\"9200000f\",\"far\":\"120c110b8\"", "\"ok\":1,\"val\":\"0\""),
            "outcome");
        row("memory that changes",
            changed(kLine, "\"par\":\"81f\"", "\"par\":\"81f\",\"chg\":{\"499e5820\":\"1\"}"),
            "word at 0x499e5820");
        row("a read elsewhere", changed(kLine, "\"499e5820\",\"499e5820\"]]", "\"499e5820\",\"499e5828\"]]"),
            "descriptor read 2");
        row("a read missing", changed(kLine, ",[1,3,\"499e5820\",\"499e5820\"]", ""), "descriptor read 2");
    }
    void alteredLinesFail()
    {
        QFETCH(QString, line);
        QFETCH(QString, what);
        QVERIFY(!line.isEmpty());
        const auto report = verified(line.toStdString());
        QVERIFY2(report.has_value(), report ? "" : report.error().text().c_str());
        QCOMPARE(report->failed, std::size_t { 1 });
        QCOMPARE(QString::fromStdString(report->failures.front().verdict.differences.front().what), what);
    }

    void choicesAreSkippedAndCountedByName()
    {
        const auto report = verified(changed(kLine, "\"par\":\"81f\"", "\"par\":\"0\",\"impdef\":[\"nT\"]"));
        QVERIFY(report.has_value());
        QCOMPARE(report->skipped, std::size_t { 1 });
        QCOMPARE(report->skippedBecause.begin()->first, std::string("IMPLEMENTATION DEFINED: nT"));
    }

    void theArchitectureJudgesBeforeTheRecording()
    {
        const auto report
            = verified(changed(kLine, "\"par\":\"81f\"", "\"par\":\"805\",\"arch\":{\"par\":\"81f\"}"));
        QVERIFY(report.has_value());
        QCOMPARE(report->passed, std::size_t { 3 });
    }

    void badFilesAreErrors_data()
    {
        QTest::addColumn<QString>("text");
        const auto row = [](const char* title, const std::string& text) {
            QTest::newRow(title) << QString::fromStdString(text);
        };
        row("no JSON", "translations");
        row("no keys", "{}");
        row("an unknown access", changed(kLine, "at_s1e0w", "at_s1e3w"));
        row("digits that are none", changed(kLine, "11006427422bb1f", "0x11006427422bb1f"));
        row("a value too large", changed(kLine, "11006427422bb1f", "11006427422bb1f00"));
        row("a word outside RAM", changed(kLine, "[\"499e5820\"", "[\"9e5820\""));
        row("a word off its place", changed(kLine, "[\"499e5820\"", "[\"499e5821\""));
        row("no result", changed(kLine, "\"par\":\"81f\"", "\"pan\":0"));
        row("PAR of a load", changed(kLine, "\"to\":1,\"esr\":\"9200000f\"", "\"par\":\"1\""));
        row("a level that is none", changed(kLine, "[1,3,", "[1,4,"));
        row("a walk of no op", changed(kLine, "\"walk\":{\"op\":0", "\"walk\":{\"op\":3"));
        row("no accesses",
            changed(kLine,
                kLine.substr(kLine.find("{\"op\":\"at_s1e0w"),
                    kLine.find("],\"walk") - kLine.find("{\"op\":\"at_s1e0w")),
                ""));
    }
    void badFilesAreErrors()
    {
        QFETCH(QString, text);
        QVERIFY(!text.isEmpty());
        const auto report = verified(text.toStdString());
        QVERIFY(!report.has_value());
        QVERIFY2(QString::fromStdString(report.error().where).startsWith(QStringLiteral("mmu.jsonl")),
            report.error().where.c_str());
    }
};

QTEST_GUILESS_MAIN(TestVerifyMmu)
#include "tst_verifymmu.moc"
