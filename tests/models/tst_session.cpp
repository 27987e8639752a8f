// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/sources/lessons.h"
#include "models/session.h"
#include "tests/models/waitingsession.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fscope;
using models::OutcomeState;
using models::Position;
using models::Session;

class TestSession : public QObject
{
    Q_OBJECT
private slots:
    void nothingIsOpenAtFirst();
    void openingShowsTheFirstIntercept();
    void sourceWithoutInterceptsHasNoPosition();
    void openingABrokenFileKeepsWhatIsOpen();
    void newerOpeningVoidsTheOlder();
    void cancelGivesUpTheOpening();
    void whatIsOpenCanBeUsedWhileAnotherOpens();
    void leavingWhileOpeningDoesNotHang();
    void otherPolicyRunsAgainAndKeepsThePlace();
    void policyOfThePersonOutlastsThatOfASource();
    void policyChosenWhileOpeningCounts();
    void registersOfTheLastStepAreChanged();
    void memoryOfTheLastStepIsChanged();
    void outcomesArriveForAllRows();
    void manyRowsAreThereAtOnceAndOutcomesFollow();
    void interceptThatCannotRunIsShownAsSuch();
    void languageChangesEveryText();
    void lessonsOpen();
    void recordedSampleOpens();
};

void TestSession::nothingIsOpenAtFirst()
{
    Session session(test::TestOpener().opener());
    QVERIFY(!session.hasSource());
    QVERIFY(!session.isBusy());
    QVERIFY(!session.position().isValid());
    QVERIFY(session.run() == nullptr);
    QVERIFY(session.lastStep() == nullptr);
    QCOMPARE(session.stepCount(), 0);
    QVERIFY(session.guest().bus.windows().empty());
    // No move does anything, none crashes.
    session.stepForward();
    session.stepBackward();
    session.nextIntercept();
    session.previousIntercept();
    session.runToEnd();
    session.restart();
    session.goTo({ 3, 4 });
    session.goBack();
    session.goForward();
    session.cancel();
    QVERIFY(session.waitUntilIdle(0));
    QVERIFY(!session.position().isValid());
    QVERIFY(!session.canStepForward() && !session.canStepBackward());
}

void TestSession::openingShowsTheFirstIntercept()
{
    test::TestOpener opener;
    Session session(opener.opener());
    QSignalSpy source(&session, &Session::sourceChanged);
    QSignalSpy run(&session, &Session::runChanged);
    QSignalSpy busy(&session, &Session::busyChanged);
    session.open(u"all"_s);
    QVERIFY(session.isBusy());
    QVERIFY(!session.hasSource());
    QVERIFY(session.waitUntilIdle());
    QVERIFY(!session.isBusy());
    QCOMPARE(source.size(), 1);
    QCOMPARE(run.size(), 1);
    QCOMPARE(busy.size(), 2);
    QVERIFY((session.position() == Position { 0, 0 }));
    QCOMPARE(session.sourceName(), u"all"_s);
    QCOMPARE(session.sourceTitle(), u"A lesson"_s);
    QCOMPARE(session.sourceKind(), u"test"_s);
    QCOMPARE(session.interceptCount(), 5);
    QVERIFY(session.run() != nullptr);
    QVERIFY(session.stepCount() > 5);
    QVERIFY(session.canStepForward());
    QVERIFY(!session.canStepBackward());
}

void TestSession::sourceWithoutInterceptsHasNoPosition()
{
    test::WaitingSession opened(u"all"_s);
    opened.session.open(u"empty"_s);
    QVERIFY(opened.session.waitUntilIdle());
    QVERIFY(opened.session.hasSource());
    QCOMPARE(opened.session.interceptCount(), 0);
    QVERIFY(!opened.session.position().isValid());
    QVERIFY(opened.session.run() == nullptr);
    opened.session.stepForward();
    opened.session.runToEnd();
    QVERIFY(!opened.session.position().isValid());
}

void TestSession::openingABrokenFileKeepsWhatIsOpen()
{
    test::WaitingSession opened(u"all"_s);
    Session& session = opened.session;
    session.goTo({ 1, 2 });
    QVERIFY(session.waitUntilIdle());
    const auto run = session.run();
    QSignalSpy failed(&session, &Session::openFailed);
    QSignalSpy source(&session, &Session::sourceChanged);
    session.open(u"broken"_s);
    QVERIFY(session.waitUntilIdle());
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].toString(), u"broken"_s);
    QCOMPARE(failed[0][1].toString(), u"broken:3: This is no JSON."_s);
    QVERIFY(source.isEmpty());
    QCOMPARE(session.sourceName(), u"all"_s);
    QVERIFY((session.position() == Position { 1, 2 }));
    QVERIFY(session.run() == run);
    QVERIFY(!session.isBusy());
}

void TestSession::newerOpeningVoidsTheOlder()
{
    test::TestOpener opener;
    Session session(opener.opener());
    QSignalSpy source(&session, &Session::sourceChanged);
    QSignalSpy failed(&session, &Session::openFailed);
    for (int i = 0; i < 5; ++i)
        session.open(u"slow %1"_s.arg(i));
    session.open(u"broken"_s);
    session.open(u"uart"_s);
    QVERIFY(session.waitUntilIdle());
    QCOMPARE(session.sourceName(), u"uart"_s);
    QCOMPARE(source.size(), 1);
    QVERIFY(failed.isEmpty());
    QTRY_VERIFY(*opener.cancelled >= 1);
}

void TestSession::cancelGivesUpTheOpening()
{
    test::WaitingSession opened(u"uart"_s);
    Session& session = opened.session;
    QSignalSpy progress(&session, &Session::progress);
    session.open(u"slow"_s);
    QCOMPARE(progress.size(), 1);
    QVERIFY(progress[0][0].toString().contains(u"slow"_s));
    QVERIFY(session.isBusy());
    QTRY_VERIFY(progress.size() > 1); // the line it reads
    QVERIFY(progress.last()[0].toString().contains(u"7"_s));
    session.cancel();
    QVERIFY(!session.isBusy());
    QCOMPARE(progress.last()[0].toString(), QString());
    QTRY_COMPARE(int(*opened.opener.cancelled), 1);
    QVERIFY(session.waitUntilIdle());
    QCOMPARE(session.sourceName(), u"uart"_s);
}

void TestSession::whatIsOpenCanBeUsedWhileAnotherOpens()
{
    test::WaitingSession opened(u"uart"_s);
    Session& session = opened.session;
    session.open(u"slow"_s);
    session.runToEnd();
    QTRY_COMPARE(session.position().intercept, 2);
    *opened.opener.slowMayFinish = true;
    QVERIFY(session.waitUntilIdle());
    QCOMPARE(session.sourceName(), u"slow"_s);
    QVERIFY((session.position() == Position { 0, 0 }));
    QVERIFY(!session.canGoBack());
}

void TestSession::leavingWhileOpeningDoesNotHang()
{
    test::TestOpener opener;
    {
        Session session(opener.opener());
        session.open(u"slow"_s);
        QTest::qWait(5);
    }
    QVERIFY(*opener.cancelled <= 1);
}

void TestSession::otherPolicyRunsAgainAndKeepsThePlace()
{
    test::WaitingSession opened(u"all"_s);
    Session& session = opened.session;
    QVERIFY(hypervisor::policies().size() >= 2);
    const QString first = session.policyId();
    const QString second = QString::fromLatin1(hypervisor::policies()[1]->id());
    session.goTo({ 1, 2 });
    QVERIFY(session.waitUntilIdle());
    QSignalSpy policy(&session, &Session::policyChanged);
    session.setPolicy(second);
    QCOMPARE(policy.size(), 1);
    QCOMPARE(session.policyId(), second);
    QCOMPARE(session.rows()[4].outcome, OutcomeState::Unknown);
    QVERIFY(session.waitUntilIdle());
    QCOMPARE(QString::fromStdString(session.run()->policyId), second);
    QVERIFY((session.position() == Position { 1, 2 }));
    QVERIFY(session.rows()[3].outcome != OutcomeState::Unknown);

    session.goTo({ 0, 100'000 });
    QVERIFY(session.waitUntilIdle());
    const int steps = session.stepCount();
    session.setPolicy(first);
    QVERIFY(session.waitUntilIdle());
    QVERIFY(session.stepCount() > steps);                   // this one has a translation cache to tell of
    QCOMPARE(session.position().step, session.stepCount()); // the end is the end under each policy
    session.setPolicy(first);
    QCOMPARE(policy.size(), 2);
}

void TestSession::policyOfThePersonOutlastsThatOfASource()
{
    test::WaitingSession opened(u"hvf"_s);
    Session& session = opened.session;
    QCOMPARE(session.policyId(), u"qemu-hvf"_s);
    QCOMPARE(QString::fromStdString(session.run()->policyId), u"qemu-hvf"_s);
    session.open(u"uart"_s);
    QVERIFY(session.waitUntilIdle());
    QCOMPARE(session.policyId(), QString::fromLatin1(hypervisor::policies()[0]->id()));
    QCOMPARE(QString::fromStdString(session.run()->policyId), session.policyId());
}

void TestSession::policyChosenWhileOpeningCounts()
{
    test::WaitingSession opened(u"uart"_s);
    Session& session = opened.session;
    session.open(u"slow"_s);
    session.setPolicy(u"qemu-hvf"_s);
    *opened.opener.slowMayFinish = true;
    QVERIFY(session.waitUntilIdle());
    QCOMPARE(session.sourceName(), u"slow"_s);
    QCOMPARE(session.policyId(), u"qemu-hvf"_s);
    QCOMPARE(QString::fromStdString(session.run()->policyId), u"qemu-hvf"_s);

    *opened.opener.slowMayFinish = false;
    session.open(u"slow hvf"_s);
    session.setPolicy(u"openvmm"_s);
    *opened.opener.slowMayFinish = true;
    QVERIFY(session.waitUntilIdle());
    QCOMPARE(session.sourceName(), u"slow hvf"_s);
    QCOMPARE(session.policyId(), u"openvmm"_s); // for more than what the source prefers
}

void TestSession::registersOfTheLastStepAreChanged()
{
    test::WaitingSession opened(u"uart"_s);
    Session& session = opened.session;
    const arch::RegId x1 { arch::RegId::File::X, 1 };
    const arch::RegId pc { arch::RegId::File::Pc, 0 };
    int writeBack = -1;
    int advance = -1;
    while (session.position().step < session.stepCount()) {
        session.stepForward();
        U128 before;
        if (session.isChanged(x1, &before)) {
            writeBack = session.position().step;
            QCOMPARE(before.lo, test::kUartVa);
            QCOMPARE(session.guest().vcpu.x[1], test::kUartVa + 4);
        }
        if (session.isChanged(pc, &before)) {
            advance = session.position().step;
            QCOMPARE(before.lo, test::kCodeVa);
        }
    }
    QVERIFY(writeBack > 0);
    QVERIFY(advance > writeBack);
    session.goToStep(writeBack + 1);
    QVERIFY(!session.isChanged(x1));
    session.stepBackward();
    QVERIFY(session.isChanged(x1)); // the mark is that of the step now last done
    session.stepBackward();
    QVERIFY(!session.isChanged(x1));
}

void TestSession::memoryOfTheLastStepIsChanged()
{
    test::WaitingSession opened(u"all"_s);
    Session& session = opened.session;
    session.goToIntercept(2);
    QVERIFY(session.waitUntilIdle());
    bool seen = false;
    while (session.position().step < session.stepCount()) {
        session.stepForward();
        if (const auto changed = session.changedMemory()) {
            seen = true;
            QVERIFY(changed->first >= Pa(test::kDataPa));
            QVERIFY(changed->first.value + changed->second <= test::kDataPa + 16);
        }
    }
    QVERIFY(seen);
}

void TestSession::outcomesArriveForAllRows()
{
    test::WaitingSession opened(u"all"_s);
    const auto& rows = opened.session.rows();
    QCOMPARE(rows.size(), std::size_t(5));
    QCOMPARE(rows[0].outcome, OutcomeState::Completed);
    QCOMPARE(rows[1].outcome, OutcomeState::Completed);
    QVERIFY(rows[3].outcome == OutcomeState::EventInjected || rows[3].outcome == OutcomeState::Halted
        || rows[3].outcome == OutcomeState::ExitToUser);
    QVERIFY(!rows[3].outcomeText.isEmpty());
    QCOMPARE(rows[4].outcome, OutcomeState::Native);
    QCOMPARE(rows[0].differences, std::optional(0));
    QCOMPARE(rows[1].differences, std::optional(2));
    QVERIFY(!rows[2].differences.has_value());
}

void TestSession::manyRowsAreThereAtOnceAndOutcomesFollow()
{
    test::TestOpener opener;
    Session session(opener.opener());
    int rowsAtOpening = 0;
    int slices = 0;
    connect(&session, &Session::sourceChanged, this, [&] {
        rowsAtOpening = session.interceptCount();
        QCOMPARE(session.rows().back().outcome, OutcomeState::Unknown);
        QCOMPARE(session.rows().back().summary.pc, Va(test::kCodeVa));
    });
    int next = 0;
    connect(&session, &Session::rowsChanged, this, [&](int first, int last) {
        QCOMPARE(first, next);
        next = last + 1;
        ++slices;
    });
    session.open(u"many"_s);
    QVERIFY(session.waitUntilIdle(120'000));
    QCOMPARE(rowsAtOpening, 4000);
    QCOMPARE(next, 4000);
    QVERIFY(slices > 1);
    for (const models::InterceptRow& row : session.rows())
        QCOMPARE(row.outcome, OutcomeState::Completed);
}

void TestSession::interceptThatCannotRunIsShownAsSuch()
{
    test::TestOpener opener;
    opener.control->failingIntercept = 1;
    Session session(opener.opener());
    session.open(u"uart"_s);
    QVERIFY(session.waitUntilIdle());
    QVERIFY(session.runError().isEmpty());
    QSignalSpy message(&session, &Session::message);
    session.nextIntercept();
    QVERIFY(session.waitUntilIdle());
    QVERIFY((session.position() == Position { 1, 0 }));
    QVERIFY(session.run() == nullptr);
    QCOMPARE(session.runError(), u"uart:2: This one cannot be run."_s);
    QCOMPARE(message.size(), 1);
    QCOMPARE(session.rows()[1].outcome, OutcomeState::Unknown);
    QCOMPARE(session.rows()[1].outcomeText, session.runError());
    // And the way goes on.
    session.stepForward();
    QVERIFY(session.waitUntilIdle());
    QVERIFY((session.position() == Position { 2, 0 }));
    QVERIFY(session.run() != nullptr);
}

void TestSession::languageChangesEveryText()
{
    test::WaitingSession opened(u"all"_s);
    Session& session = opened.session;
    QSignalSpy rows(&session, &Session::rowsChanged);
    QSignalSpy run(&session, &Session::runChanged);
    QSignalSpy moment(&session, &Session::momentChanged);
    QSignalSpy language(&session, &Session::languageChanged);
    session.setLanguage(u"zh_CN"_s);
    QCOMPARE(rows.size(), 1);
    QCOMPARE(run.size(), 1);
    QCOMPARE(language.size(), 1);
    QVERIFY(!moment.isEmpty());
    QVERIFY(session.waitUntilIdle());
    QCOMPARE(session.sourceTitle(), u"课"_s);
    // To and fro at once ends where it was asked to end.
    session.setLanguage(u"en"_s);
    session.setLanguage(u"zh_CN"_s);
    session.setLanguage(u"en"_s);
    QVERIFY(session.waitUntilIdle());
    QCOMPARE(session.sourceTitle(), u"A lesson"_s);
    session.setLanguage(u"zh_CN"_s);
    session.setLanguage(u"en"_s);
    QVERIFY(session.waitUntilIdle());
    QCOMPARE(session.sourceTitle(), u"A lesson"_s);
}

void TestSession::lessonsOpen()
{
    Session session;
    const auto names = sources::lessonNames();
    QVERIFY(!names.empty());
    for (const std::string_view name : names) {
        const QString text = QString::fromUtf8(name.data(), qsizetype(name.size()));
        session.open(text);
        QVERIFY(session.waitUntilIdle());
        QCOMPARE(session.sourceName(), text);
        QVERIFY(session.lesson().has_value());
        QVERIFY2(session.run() != nullptr, qPrintable(session.runError()));
        session.runToEnd();
        QVERIFY(session.waitUntilIdle());
        QVERIFY(session.guest().sameState(*session.run()->after));
    }
    QSignalSpy failed(&session, &Session::openFailed);
    session.open(u"/nowhere/there-is-no-such-file"_s);
    QVERIFY(session.waitUntilIdle());
    QCOMPARE(failed.size(), 1);
    QVERIFY(failed[0][1].toString().contains(u"there-is-no-such-file"_s));
}

void TestSession::recordedSampleOpens()
{
    Session session;
    session.open(u"sample"_s);
    QVERIFY(session.waitUntilIdle(60'000));
    QVERIFY(session.interceptCount() >= 100);
    int compared = 0;
    for (const models::InterceptRow& row : session.rows()) {
        QVERIFY2(row.outcome != OutcomeState::Unknown, qPrintable(row.outcomeText));
        compared += row.differences.has_value() ? 1 : 0;
    }
    QVERIFY(compared > 0);
    // From any row to any other, each whole.
    for (const int i : { session.interceptCount() - 1, 0, session.interceptCount() / 2 }) {
        session.goTo({ i, 1'000'000 });
        QVERIFY(session.waitUntilIdle());
        QVERIFY2(session.run() != nullptr, qPrintable(session.runError()));
        QVERIFY(session.guest().sameState(*session.run()->after));
    }
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
