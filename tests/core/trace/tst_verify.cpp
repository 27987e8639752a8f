// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/trace/verify.h"
#include "tests/core/trace/recordtext.h"
#include "tests/support/paths.h"

#include <QFile>
#include <QTest>

using namespace fscope;
using namespace fscope::trace;
using namespace Qt::StringLiterals;

namespace {

RecordVerdict verify(const QByteArray& text)
{
    const auto record = parseA64Record(text.toStdString(), "f", 1);
    if (!record)
        qFatal("%s", record.error().text().c_str());
    return verifyA64Record(*record);
}

} // namespace

class TestVerify : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordingsHold_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("passedAtLeast");
        QTest::newRow("sample") << u"resources/samples/aborts.jsonl.gz"_s << 170;
        QTest::newRow("a64-abort") << u"../shared/vectors/a64-abort.jsonl.gz"_s << 2246;
        QTest::newRow("a64-exec") << u"../shared/vectors/a64-exec.jsonl.gz"_s << 3439;
    }

    void recordingsHold()
    {
        QFETCH(QString, path);
        QFETCH(int, passedAtLeast);
        const QString file = test::sourcePath(path);
        if (!QFile::exists(file))
            QSKIP("the recorded vectors are not here");
        VerifyReport report;
        const auto done = verifyA64File(file.toStdString(), 5, report);
        QVERIFY2(done, done ? "" : done.error().text().c_str());
        QString first;
        for (const VerifyFailure& failure : report.failures) {
            first += QString::fromStdString(failure.id + ' ' + failure.instruction + '\n');
            for (const machine::Difference& difference : failure.verdict.differences)
                first += u"  %1: expected %2, got %3\n"_s.arg(QString::fromStdString(difference.what),
                    QString::fromStdString(difference.expected), QString::fromStdString(difference.actual));
        }
        QVERIFY2(report.failed == 0, qPrintable(first));
        QVERIFY2(report.passed >= std::size_t(passedAtLeast), qPrintable(QString::number(report.passed)));
    }

    void recordPasses() { QVERIFY(verify(test::recordText()).verdict == Verdict::Passed); }

    /// Each part of a recording, when it is altered, makes the record fail in that part.
    void alteredRecordingsFail_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("half");
        QTest::addColumn<QString>("what");
        const auto row = [](const char* what, const char* from, const char* to, const char* half) {
            QTest::newRow(what) << test::recordText(from, to) << half << what;
        };
        row("ESR_EL2", "0x932a8007", "0x932b8007", "abort");
        row("FAR_EL2", "\"far\":\"0x7f1234610937\"", "\"far\":\"0x7f1234610938\"", "abort");
        row("HPFAR_EL2", "\"hpfar\":\"0x8c0a350\"", "\"hpfar\":\"0x8c0a360\"", "abort");
        row("ELR_EL2", "\"elr\":\"0x7f12345c03a0\"", "\"elr\":\"0x7f12345c03a4\"", "abort");
        row("SPSR_EL2", "0x500003c5", "0x400003c5", "abort");
        row("outcome", "\"none\"", "\"rw\"", "abort");
        row("PC", "\"pc\":\"0x7f12345c03a4\"", "\"pc\":\"0x7f12345c03a8\"", "done");
        row("X10", "\"0xd\"", "\"0xc\"", "done");
        row("X11", "\"x\":{\"10\":\"0xd\"}", "\"x\":{\"10\":\"0xd\",\"11\":\"0x1\"}", "done");
        row("SP_EL1", "\"x\":{\"10\":\"0xd\"}", "\"x\":{\"10\":\"0xd\"},\"sp_el1\":\"0x10\"", "done");
        row("V3", "\"x\":{\"10\":\"0xd\"}", "\"x\":{\"10\":\"0xd\"},\"v\":{\"3\":\"0x1\"}", "done");
        row("PSTATE", "\"x\":{\"10\":\"0xd\"}", "\"x\":{\"10\":\"0xd\"},\"nzcv\":1", "done");
        row("memory +0x2fff", "\"x\":{\"10\":\"0xd\"}", "\"x\":{\"10\":\"0xd\"},\"mem\":[[12287,\"5a\"]]",
            "done");
    }

    void alteredRecordingsFail()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, half);
        QFETCH(QString, what);
        const RecordVerdict verdict = verify(text);
        QVERIFY(verdict.verdict == Verdict::Failed);
        QCOMPARE(QString::fromStdString(verdict.half), half);
        QCOMPARE(QString::fromStdString(verdict.differences.front().what), what);
    }

    void hpfarIsNotComparedWhereItIsUnknown()
    {
        // The same word on a page without the right to read: the recording's HPFAR_EL2 means nothing then.
        QByteArray text = test::recordText("\"none\"", "\"wo\"");
        text.replace("0x932a8007", "0x932a800f")
            .replace("\"hpfar\":\"0x8c0a350\"", "\"hpfar\":\"0x10\",\"hpfar_unknown\":true");
        const RecordVerdict verdict = verify(text);
        QVERIFY2(verdict.verdict == Verdict::Passed,
            verdict.differences.empty() ? "" : verdict.differences.front().what.c_str());
    }

    void unpredictableOperandsAreSkipped()
    {
        const RecordVerdict verdict = verify(test::recordText("\"nzcv\":5", "\"nzcv\":5,\"cu\":true"));
        QVERIFY(verdict.verdict == Verdict::Skipped);
        QVERIFY(verdict.reason.find("UNPREDICTABLE") != std::string::npos);
    }

    void deviatingAbortIsJudgedByItsOtherHalf()
    {
        QByteArray text = test::recordText("\"nzcv\":5", "\"nzcv\":5,\"qemu_quirk\":true,\"note\":\"\"");
        text.replace("0x932a8007", "0x932b8007");
        const RecordVerdict good = verify(text);
        QVERIFY(good.verdict == Verdict::Passed);
        QVERIFY(!good.notJudged.empty());
        QVERIFY(verify(text.replace("\"0xd\"", "\"0xc\"")).verdict == Verdict::Failed);
    }

    void classesAreSkippedByNameButNotTheRequiredOnes()
    {
        // ldxr w10, [x12]
        QByteArray text = test::recordText("0x39bffd8a", "0x885f7d8a");
        const RecordVerdict required = verify(text);
        QVERIFY(required.verdict == Verdict::Failed);
        const RecordVerdict other = verify(text.replace("gpr.uimm", "excl.load"));
        QVERIFY(other.verdict == Verdict::Skipped);
        QCOMPARE(other.reason, std::string("class excl.load is not covered"));
    }
};

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"
