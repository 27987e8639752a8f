// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/session.h"
#include "tests/models/waitingsession.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fscope;
using models::OutcomeState;
using models::Position;
using models::Session;

namespace {

/// All that is seen of a moment, to compare.
struct Moment {
    Position position;
    machine::Guest guest;
    std::optional<mmu::OneEntryCache::Entry> cache;
};

Moment momentOf(const Session& session)
{
    return { session.position(), session.guest(), session.cacheEntry() };
}

bool same(const Moment& a, const Moment& b)
{
    return a.position == b.position && a.guest.sameState(b.guest) && a.cache == b.cache;
}

} // namespace

class TestSessionMoves : public QObject
{
    Q_OBJECT
private slots:
    void steppingForwardAndBackIsTheSame_data();
    void steppingForwardAndBackIsTheSame();
    void lastStepOfAnInterceptLeavesItAsThePolicyDid();
    void movesWaitForTheRunOnItsWay();
    void heldInterceptKeySkipsWhatIsBetween();
    void absoluteMoveVoidsThoseWaiting();
    void positionAndRunStayTogether();
    void interceptKeysGoToStarts();
    void runToEndAndBack();
    void goToIsClamped();
    void historyHoldsJumpsOnly();
    void restartForgetsTheHistory();
    void movesAskedForBySlotsComeAfter();
};

void TestSessionMoves::steppingForwardAndBackIsTheSame_data()
{
    QTest::addColumn<QString>("policy");
    for (const auto* policy : hypervisor::policies())
        QTest::addRow("%s", policy->id()) << QString::fromLatin1(policy->id());
}

void TestSessionMoves::steppingForwardAndBackIsTheSame()
{
    QFETCH(const QString, policy);
    test::WaitingSession opened(u"all"_s);
    Session& session = opened.session;
    session.setPolicy(policy);
    QVERIFY(session.waitUntilIdle());
    std::vector<Moment> forwards { momentOf(session) };
    while (session.canStepForward()) {
        const Position before = session.position();
        session.stepForward();
        QVERIFY(session.waitUntilIdle());
        QVERIFY(session.position() > before);
        forwards.push_back(momentOf(session));
    }
    QCOMPARE(session.position().intercept, 4);
    for (auto moment = forwards.rbegin(); moment != forwards.rend(); ++moment) {
        QVERIFY2(same(*moment, momentOf(session)), qPrintable(session.position().text()));
        session.stepBackward();
        QVERIFY(session.waitUntilIdle());
    }
    QVERIFY((session.position() == Position { 0, 0 }));
}

void TestSessionMoves::lastStepOfAnInterceptLeavesItAsThePolicyDid()
{
    test::WaitingSession opened(u"all"_s);
    Session& session = opened.session;
    for (int i = 0; i < session.interceptCount(); ++i) {
        session.goTo({ i, 1'000'000 });
        QVERIFY(session.waitUntilIdle());
        QCOMPARE(session.position().step, session.stepCount());
        QVERIFY(session.guest().sameState(*session.run()->after));
    }
}

void TestSessionMoves::movesWaitForTheRunOnItsWay()
{
    test::WaitingSession opened(u"many"_s, true);
    Session& session = opened.session;
    session.goToIntercept(100); // not among those fetched before
    session.stepForward();
    session.stepForward();
    session.stepBackward();
    session.stepForward();
    QVERIFY((session.position() == Position { 0, 0 }));
    QVERIFY(session.isBusy());
    opened.opener.control->runsWait = false;
    QVERIFY(session.waitUntilIdle());
    QVERIFY((session.position() == Position { 100, 2 }));

    opened.opener.control->runsWait = true;
    session.runToEnd();
    session.stepBackward();
    session.goBack(); // to where runToEnd() left
    opened.opener.control->runsWait = false;
    QVERIFY(session.waitUntilIdle());
    QVERIFY((session.position() == Position { 100, 2 }));
}

void TestSessionMoves::heldInterceptKeySkipsWhatIsBetween()
{
    test::WaitingSession opened(u"many"_s, true);
    Session& session = opened.session;
    const int runs = opened.opener.control->runs;
    for (int i = 0; i < 50; ++i)
        session.nextIntercept();
    session.previousIntercept();
    session.stepForward();
    opened.opener.control->runsWait = false;
    QVERIFY(session.waitUntilIdle());
    QVERIFY((session.position() == Position { 49, 1 }));
    QVERIFY(opened.opener.control->runs - runs <= 60);
}

void TestSessionMoves::absoluteMoveVoidsThoseWaiting()
{
    test::WaitingSession opened(u"many"_s, true);
    Session& session = opened.session;
    session.goToIntercept(200);
    session.stepForward();
    session.goTo({ 300, 1 });
    opened.opener.control->runsWait = false;
    QVERIFY(session.waitUntilIdle());
    QVERIFY((session.position() == Position { 300, 1 }));
    session.goBack();
    QVERIFY(session.waitUntilIdle());
    QVERIFY((session.position() == Position { 0, 0 })); // intercept 200 was never reached
}

void TestSessionMoves::positionAndRunStayTogether()
{
    test::WaitingSession opened(u"all"_s);
    Session& session = opened.session;
    int moments = 0;
    connect(&session, &Session::momentChanged, this, [&] {
        ++moments;
        QVERIFY(session.run() != nullptr);
        QVERIFY(session.position().step <= session.stepCount());
        const auto& summary = session.rows()[std::size_t(session.position().intercept)].summary;
        QCOMPARE(session.run()->intercept.has_value(), summary.trapped);
    });
    for (int i = 4; i >= 0; --i)
        session.goToIntercept(i);
    session.runToEnd();
    QVERIFY(session.waitUntilIdle());
    QVERIFY(moments > 0);
}

void TestSessionMoves::interceptKeysGoToStarts()
{
    test::WaitingSession opened(u"uart"_s);
    Session& session = opened.session;
    session.stepForward();
    session.nextIntercept();
    QVERIFY(session.waitUntilIdle());
    QVERIFY((session.position() == Position { 1, 0 }));
    session.stepForward();
    session.previousIntercept();
    QVERIFY((session.position() == Position { 1, 0 }));
    session.previousIntercept();
    QVERIFY(session.waitUntilIdle());
    QVERIFY((session.position() == Position { 0, 0 }));
    session.previousIntercept();
    QVERIFY((session.position() == Position { 0, 0 }));
    for (int i = 0; i < 5; ++i)
        session.nextIntercept();
    QVERIFY(session.waitUntilIdle());
    QCOMPARE(session.position().intercept, 2);
    QCOMPARE(session.position().step, session.stepCount());
    QVERIFY(!session.canStepForward());
}

void TestSessionMoves::runToEndAndBack()
{
    test::WaitingSession opened(u"all"_s);
    Session& session = opened.session;
    session.runToEnd();
    QVERIFY(session.waitUntilIdle());
    QCOMPARE(session.position().intercept, 4);
    QCOMPARE(session.position().step, session.stepCount());
    session.runToStart();
    QVERIFY(session.waitUntilIdle());
    QVERIFY((session.position() == Position { 0, 0 }));
}

void TestSessionMoves::goToIsClamped()
{
    test::WaitingSession opened(u"uart"_s);
    Session& session = opened.session;
    session.goTo({ 99, -4 });
    QVERIFY(session.waitUntilIdle());
    QVERIFY((session.position() == Position { 2, 0 }));
    session.goTo({ -1, 3 });
    QVERIFY(session.waitUntilIdle());
    QVERIFY((session.position() == Position { 0, 3 }));
    session.goToStep(100'000);
    QCOMPARE(session.position().step, session.stepCount());
}

void TestSessionMoves::historyHoldsJumpsOnly()
{
    test::WaitingSession opened(u"uart"_s);
    Session& session = opened.session;
    session.stepForward();
    session.stepForward();
    QVERIFY(!session.canGoBack());
    session.goTo({ 2, 1 });
    QVERIFY(session.waitUntilIdle());
    session.stepForward();
    QVERIFY(session.canGoBack());
    session.goTo({ 2, 2 }); // where we are: no entry
    session.goBack();
    QVERIFY(session.waitUntilIdle());
    QVERIFY((session.position() == Position { 0, 2 }));
    QVERIFY(!session.canGoBack());
    QVERIFY(session.canGoForward());
    session.goForward();
    QVERIFY(session.waitUntilIdle());
    QVERIFY((session.position() == Position { 2, 2 }));
    session.goBack();
    session.goTo({ 1, 0 });
    QVERIFY(session.waitUntilIdle());
    QVERIFY(!session.canGoForward());
}

void TestSessionMoves::restartForgetsTheHistory()
{
    test::WaitingSession opened(u"uart"_s);
    Session& session = opened.session;
    QSignalSpy history(&session, &Session::historyChanged);
    session.goTo({ 2, 1 });
    session.restart();
    QVERIFY(session.waitUntilIdle());
    QVERIFY((session.position() == Position { 0, 0 }));
    QVERIFY(!session.canGoBack() && !session.canGoForward());
    QVERIFY(history.size() == 2 || history.isEmpty());
}

void TestSessionMoves::movesAskedForBySlotsComeAfter()
{
    test::WaitingSession opened(u"uart"_s);
    Session& session = opened.session;
    QStringList seen;
    connect(&session, &Session::momentChanged, this, [&] {
        seen << session.position().text();
        if (session.position() == Position { 1, 0 })
            session.stepForward();
    });
    session.goToIntercept(1);
    QVERIFY(session.waitUntilIdle());
    QCOMPARE(seen, QStringList({ u"2/0"_s, u"2/1"_s }));
}

QTEST_GUILESS_MAIN(TestSessionMoves)
#include "tst_sessionmoves.moc"
