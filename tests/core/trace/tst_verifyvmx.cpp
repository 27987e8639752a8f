// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/trace/verifyvmx.h"
#include "tests/support/paths.h"

#include <QFileInfo>
#include <QTest>

#include <string>

using namespace fscope;
using namespace fscope::trace;

namespace {

std::string row(const std::string& kind, const std::string& in, const std::string& out)
{
    return R"~({"id": "x", "kind": ")~" + kind + R"~(", "in": )~" + in + R"~(, "out": )~" + out + "}";
}

std::string file(const std::string& rows)
{
    return R"~({"rows": [)~" + rows + "]}";
}

/// "field: expected, actual" of the first difference, "passed", or the Error.
QString judged(const std::string& text)
{
    VerifyReport report;
    const Result<void> done = verifyVmxText(text, "f.json", 10, report);
    if (!done)
        return QString::fromStdString("error " + done.error().text());
    if (report.failed == 0)
        return report.skipped == 0 ? QStringLiteral("passed") : QStringLiteral("skipped");
    const machine::Difference& first = report.failures.at(0).verdict.differences.at(0);
    return QString::fromStdString(first.what + ": " + first.expected + ", " + first.actual);
}

} // namespace

class TestVerifyVmx : public QObject
{
    Q_OBJECT

private slots:
    void everyRecordedSampleDecodesAsRecorded();
    void whatDiffersIsNamed_data();
    void whatDiffersIsNamed();
    void badFilesAreErrorsWithAPlace_data();
    void badFilesAreErrorsWithAPlace();
    void onlySoManyFailuresAreKept();
    void aFileThatIsNotThereIsAnError();
};

void TestVerifyVmx::everyRecordedSampleDecodesAsRecorded()
{
    const QString path = test::sourcePath(QStringLiteral("../shared/vectors/vmx.json"));
    if (!QFileInfo::exists(path))
        QSKIP(
            "../shared/vectors/vmx.json is not there: the recorded decodes are kept outside the repository");
    VerifyReport report;
    const Result<void> done = verifyVmxFile(path.toStdString(), 20, report);
    QVERIFY2(done.has_value(), done ? "" : done.error().text().c_str());
    for (const VerifyFailure& failure : report.failures) {
        for (const machine::Difference& d : failure.verdict.differences)
            qWarning("%s %s %s: expected %s, got %s", failure.id.c_str(), failure.instruction.c_str(),
                d.what.c_str(), d.expected.c_str(), d.actual.c_str());
    }
    QCOMPARE(report.failed, std::size_t { 0 });
    QCOMPARE(report.skipped, std::size_t { 0 });
    QVERIFY(report.passed >= 64);
}

void TestVerifyVmx::whatDiffersIsNamed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("verdict");
    const auto add = [](const char* name, const std::string& rows, const char* verdict) {
        QTest::newRow(name) << QString::fromStdString(file(rows)) << QString::fromUtf8(verdict);
    };
    const std::string error = R"~({"value": 7})~";
    add("agrees",
        row("instruction_error", error,
            R"~({"defined": true, "text": "VM entry with invalid control field(s)"})~"),
        "passed");
    add("another text", row("instruction_error", error, R"~({"defined": true, "text": "VM entry"})~"),
        R"~(text: "VM entry", "VM entry with invalid control field(s)")~");
    add("a key is missing", row("instruction_error", error, R"~({"defined": true})~"),
        R"~(text: nothing, "VM entry with invalid control field(s)")~");
    add("a key too many",
        row("instruction_error", error,
            R"~({"defined": true, "text": "VM entry with invalid control field(s)", "colour": 3})~"),
        "colour: 0x3, nothing");

    const std::string sipi = R"~({"reason": 4, "value": "0x1009a"})~";
    const auto field = [](const char* name, const char* value) {
        return std::string(R"~({"kind": "sipi", "undefined": 65536, "fields": [{"name": ")~") + name
            + R"~(", "start": 0, "width": 8, "text": "any words", "value": )~" + value + "}]}";
    };
    add("decimal and hexadecimal are the same", row("qualification", sipi, field("vector", "154")), "passed");
    add("a field has another value", row("qualification", sipi, field("vector", "155")),
        "fields/vector: 0x9b at 0+8, 0x9a at 0+8");
    add("a field has another name", row("qualification", sipi, field("victor", "154")),
        "fields/victor: 0x9a at 0+8, no such field");
    add("a field is missing",
        row("qualification", sipi, R"~({"kind": "sipi", "undefined": 65536, "fields": []})~"),
        "fields/vector: no such field, 0x9a at 0+8");

    const std::string event = R"~({"value": "0x80000803"})~";
    const auto problems = [](const char* names) {
        return std::string(R"~({"valid": true, "problems": )~") + names + R"~(, "fields": [
            {"name": "vector", "start": 0, "width": 8, "value": 3}, {"name": "type", "start": 8, "width": 3, "value": 0},
            {"name": "error_code_valid", "start": 11, "width": 1, "value": 1},
            {"name": "nmi_unblocking", "start": 12, "width": 1, "value": 0},
            {"name": "nested", "start": 13, "width": 1, "value": 0}]})~";
    };
    add("a problem", row("exit_event", event, problems(R"~(["error_code"])~")), "passed");
    add("a problem too few", row("exit_event", event, problems("[]")), R"~(problems: [], ["error_code"])~");

    const std::string walk
        = R"~({"eptp": "0x101e", "gpa": "0x12345678", "entries": ["0x2007", "0x3007", "0x4007",
        "0x9a035"], "access": "write", "maxphyaddr": 46})~";
    const auto violation = [](const char* qualification) {
        return std::string(
                   R"~({"result": "violation", "level": 1, "qualification_mask": "0x1bf", "qualification": ")~")
            + qualification + "\"}";
    };
    add("bits outside the mask are not judged", row("ept_walk", walk, violation("0x3ea")), "passed");
    add("bits of the mask are", row("ept_walk", walk, violation("0x1a2")), "qualification: 0x1a2, 0x1aa");
}

void TestVerifyVmx::whatDiffersIsNamed()
{
    QFETCH(QString, text);
    QFETCH(QString, verdict);
    QCOMPARE(judged(text.toStdString()), verdict);
}

void TestVerifyVmx::badFilesAreErrorsWithAPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("place");
    const auto add = [](const char* name, const std::string& text, const char* place) {
        QTest::newRow(name) << QString::fromStdString(text) << QString::fromUtf8(place);
    };
    add("nothing", "", "f.json:1");
    add("no JSON", "{\"rows\": [", "f.json:1");
    add("a list", "[]", "f.json");
    add("no rows", "{\"rows\": []}", "/rows");
    add("unknown kind", file(row("exit_raisin", "{}", "{}")), "/rows/0/kind");
    add("unknown key", file(row("vector", R"~({"vektor": 3})~", "{}")), "/rows/0/in/vektor");
    add("value missing", file(row("exit_reason", "{}", "{}")), "/rows/0/in: The key");
    add("value too wide", file(row("exit_reason", R"~({"value": "0x100000000"})~", "{}")),
        "/rows/0/in/value");
    add("value negative", file(row("exit_reason", R"~({"value": -1})~", "{}")), "/rows/0/in/value");
    add("level 6", file(row("ept_entry", R"~({"level": 6, "value": 0, "maxphyaddr": 46})~", "{}")),
        "/rows/0/in/level");
    add("width of address", file(row("eptp", R"~({"value": 0, "maxphyaddr": 64})~", "{}")),
        "/rows/0/in/maxphyaddr");
    add("address size",
        file(row("qualification", R"~({"reason": 19, "value": 0, "address_size": 8})~", "{}")),
        "/rows/0/in/address_size");
    add("too few entries",
        file(row("ept_walk",
            R"~({"eptp": "0x101e", "gpa": 0, "entries": ["0x2007"], "access": "read", "maxphyaddr": 46})~",
            "{}")),
        "/rows/0/in/entries");
    add("no such walk",
        file(row("ept_walk",
            R"~({"eptp": "0x0", "gpa": 0, "entries": [], "access": "read", "maxphyaddr": 46})~", "{}")),
        "/rows/0/in/eptp");
    add("out is no object", file(row("vector", R"~({"vector": 3})~", "[]")), "/rows/0/out");
    add("a field is no object",
        file(row("error_code", R"~({"vector": 3, "value": 0})~", R"~({"fields": [3]})~")),
        "/rows/0/out/fields/0");
    add("a field without value",
        file(row("error_code", R"~({"vector": 3, "value": 0})~",
            R"~({"fields": [{"name": "a", "start": 0, "width": 1}]})~")),
        "/rows/0/out/fields/0: The key");
}

void TestVerifyVmx::badFilesAreErrorsWithAPlace()
{
    QFETCH(QString, text);
    QFETCH(QString, place);
    const QString verdict = judged(text.toStdString());
    QVERIFY2(verdict.startsWith(QStringLiteral("error ")) && verdict.contains(place), qPrintable(verdict));
}

void TestVerifyVmx::onlySoManyFailuresAreKept()
{
    const std::string wrong
        = row("instruction_error", R"~({"value": 7})~", R"~({"defined": false, "text": null})~");
    VerifyReport report;
    QVERIFY(verifyVmxText(file(wrong + "," + wrong + "," + wrong), "f.json", 2, report).has_value());
    QCOMPARE(report.failed, std::size_t { 3 });
    QCOMPARE(report.failures.size(), std::size_t { 2 });
    QCOMPARE(report.failures[0].group, std::string("instruction_error"));
}

void TestVerifyVmx::aFileThatIsNotThereIsAnError()
{
    VerifyReport report;
    const Result<void> done = verifyVmxFile("/nonexistent/vmx.json", 1, report);
    QVERIFY(!done.has_value());
    QVERIFY(QString::fromStdString(done.error().text()).contains(QStringLiteral("vmx.json")));
}

QTEST_GUILESS_MAIN(TestVerifyVmx)
#include "tst_verifyvmx.moc"
