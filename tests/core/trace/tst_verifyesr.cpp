// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/trace/verifyesr.h"
#include "tests/support/paths.h"

#include <QFileInfo>
#include <QTest>

#include <string>

using namespace fscope;
using namespace fscope::trace;

namespace {

const std::string kHvc
    = R"({"esr":"0x000000005a000007","arm":{"ec_name":"HVC","ec_key":["hvc","aarch64"],"els":[2,3],)"
      R"("summary":"HVC #0x7","fields":[{"name":"imm16","long_name":null,"start":0,"width":16,)"
      R"("value":7,"meaning":null,"key":[]}],"notes":[]}})";
const std::string kMrs
    = R"({"esr":"0x0000000062300461","arm":{"ec_name":"","ec_key":["msr"],"els":[1,2,3],)"
      R"("summary":"mrs X3,  SCTLR_EL1","fields":[{"name":"op0","start":20,"width":2,"value":3,"key":[]},)"
      R"({"name":"Op2","start":17,"width":3,"value":0,"key":[]},{"name":"Op1","start":14,"width":3,"value":0,"key":[]},)"
      R"({"name":"CRn","start":10,"width":4,"value":1,"key":[]},{"name":"Rt","start":5,"width":5,"value":3,"key":[]},)"
      R"({"name":"CRm","start":1,"width":4,"value":0,"key":[]},)"
      R"({"name":"Direction","start":0,"width":1,"value":1,"key":["read"]}],"notes":[]}})";

Result<VerifyReport> verified(const std::string& text)
{
    VerifyReport report;
    auto reader = LineReader::fromBytes(text, "esr.jsonl");
    if (!reader)
        return tl::unexpected(reader.error());
    if (const auto done = verifyEsrLines(*reader, 10, report); !done)
        return tl::unexpected(done.error());
    return report;
}

std::string changed(std::string text, const std::string& from, const std::string& to)
{
    const std::size_t at = text.find(from);
    return at == std::string::npos ? std::string() : text.replace(at, from.size(), to);
}

} // namespace

class TestVerifyEsr : public QObject
{
    Q_OBJECT

private slots:
    void theSamplesPass();
    void correctLinesPass();
    void alteredLinesFail_data();
    void alteredLinesFail();
    void badFilesAreErrors_data();
    void badFilesAreErrors();
};

void TestVerifyEsr::theSamplesPass()
{
    const QString path = test::sourcePath(QStringLiteral("../shared/vectors/esr.jsonl.gz"));
    if (!QFileInfo::exists(path))
        QSKIP("../shared/vectors/esr.jsonl.gz is not there: the recorded decodes are kept outside the "
              "repository");
    VerifyReport report;
    const auto done = verifyEsrFile(path.toStdString(), 5, report);
    QVERIFY2(done.has_value(), done ? "" : done.error().text().c_str());
    for (const VerifyFailure& failure : report.failures)
        qWarning("%s: %s", failure.id.c_str(), failure.verdict.differences.front().what.c_str());
    QCOMPARE(report.failed, std::size_t { 0 });
    QCOMPARE(report.skipped, std::size_t { 0 });
    QCOMPARE(report.passed, std::size_t { 1500 });
}

void TestVerifyEsr::correctLinesPass()
{
    const auto report = verified(kHvc + "\n" + kMrs + "\n");
    QVERIFY2(report.has_value(), report ? "" : report.error().text().c_str());
    QVERIFY2(report->failures.empty(),
        report->failures.empty() ? "" : report->failures[0].verdict.differences[0].what.c_str());
    QCOMPARE(report->passed, std::size_t { 2 });
}

void TestVerifyEsr::alteredLinesFail_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("what");
    const auto row = [](const char* title, const std::string& line, const char* what) {
        QTest::newRow(title) << QString::fromStdString(line) << QString::fromLatin1(what);
    };
    row("class word", changed(kHvc, "aarch64", "aarch32"), "exception class");
    row("levels", changed(kHvc, "[2,3]", "[1,2,3]"), "Exception levels");
    row("field value", changed(kHvc, "\"value\":7", "\"value\":8"), "imm16 at 0+16");
    row("field name", changed(kHvc, "\"imm16\"", "\"imm\""), "imm at 0+16");
    row("field place", changed(kHvc, "\"start\":0", "\"start\":1"), "imm16 at 1+16");
    row("field word", changed(kMrs, "[\"read\"]", "[\"write\"]"), "Direction at 0+1");
    row("text", changed(kMrs, "SCTLR_EL1", "SCTLR_EL2"), "instruction");
    row("note too many", changed(kHvc, "\"notes\":[]", "\"notes\":[\"il_should_be_1\"]"), "note");
    row("note missing", changed(kHvc, "0x000000005a000007", "0x0000000058000007"), "note");
    row("field missing",
        changed(kHvc,
            "{\"name\":\"imm16\",\"long_name\":null,\"start\":0,\"width\":16,\"value\":7,"
            "\"meaning\":null,\"key\":[]}",
            ""),
        "imm16");
}

void TestVerifyEsr::alteredLinesFail()
{
    QFETCH(QString, line);
    QFETCH(QString, what);
    QVERIFY(!line.isEmpty());
    const auto report = verified(line.toStdString());
    QVERIFY2(report.has_value(), report ? "" : report.error().text().c_str());
    QCOMPARE(report->failed, std::size_t { 1 });
    QCOMPARE(QString::fromStdString(report->failures.front().verdict.differences.front().what), what);
}

void TestVerifyEsr::badFilesAreErrors_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("place");
    const auto row = [](const char* title, const char* text, const char* place) {
        QTest::newRow(title) << QString::fromLatin1(text) << QString::fromLatin1(place);
    };
    row("no JSON", "esr", "esr.jsonl:1");
    row("no value", "{}", "esr.jsonl:1");
    row("no answer", R"({"esr":"0x1"})", "esr.jsonl:1");
    row("a field without a place",
        R"({"esr":"0x1","arm":{"ec_key":[],"els":[],"fields":[{"name":"x"}],"notes":[],"summary":null}})",
        "esr.jsonl:1");
    row("a value too large", R"({"esr":"0x10000000000000000","arm":{}})", "esr.jsonl:1");
}

void TestVerifyEsr::badFilesAreErrors()
{
    QFETCH(QString, text);
    QFETCH(QString, place);
    const auto report = verified(text.toStdString());
    QVERIFY(!report.has_value());
    QVERIFY2(QString::fromStdString(report.error().where).startsWith(place), report.error().where.c_str());
}

QTEST_GUILESS_MAIN(TestVerifyEsr)
#include "tst_verifyesr.moc"
