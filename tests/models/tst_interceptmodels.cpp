// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/interceptlistmodel.h"
#include "models/timelinemodel.h"
#include "tests/models/modeltext.h"
#include "tests/models/opensession.h"

#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace fscope;
using models::InterceptListModel;
using models::ItemState;
using models::OutcomeState;
using models::TimelineModel;
using test::OpenSession;

class TestInterceptModels : public QObject
{
    Q_OBJECT
private slots:
    void rowsSayWhatIsKnown();
    void unknownIsADash();
    void outcomesAreAnnouncedAsTheyArrive();
    void currentInterceptIsMarked();
    void stepsInsideAnInterceptAnnounceNothing();
    void binsCountEachInterceptOnce_data();
    void binsCountEachInterceptOnce();
    void binsOfNothingAreNone();
};

void TestInterceptModels::rowsSayWhatIsKnown()
{
    OpenSession open(u"all"_s);
    const InterceptListModel model(&open.session);
    QCOMPARE(test::linesOf(model).first(),
        u"1 | sample 0 | Data Abort · Translation fault, level 2 | 0x400000 | 0x9000000 | str w2, [x1], #4 | completed | ="_s);
    const QModelIndex differs = model.index(1, InterceptListModel::Recorded);
    QCOMPARE(differs.data().toString(), u"≠ 2"_s);
    QCOMPARE(differs.data(Qt::ToolTipRole).toString(), u"Differences from the recording: 2"_s);
    QCOMPARE(ItemState(differs.data(models::StateRole).toInt()), ItemState::Different);
    QCOMPARE(OutcomeState(differs.data(models::OutcomeRole).toInt()), OutcomeState::Completed);
    QCOMPARE(model.index(0, InterceptListModel::Address).data(models::AddressRole).toULongLong(),
        quint64(test::kUartIpa));
    QCOMPARE(model.index(0, InterceptListModel::Number).data(models::SortRole).toInt(), 1);
}

void TestInterceptModels::unknownIsADash()
{
    OpenSession open(u"all"_s);
    const InterceptListModel model(&open.session);
    const QModelIndex ipa = model.index(2, InterceptListModel::Address);
    QCOMPARE(ipa.data().toString(), u"–"_s);
    QVERIFY(!ipa.data(models::AddressRole).isValid());
    QCOMPARE(model.index(2, InterceptListModel::InstructionText).data().toString(), u"–"_s);
    QCOMPARE(model.index(2, InterceptListModel::Recorded).data().toString(), QString());
}

void TestInterceptModels::outcomesAreAnnouncedAsTheyArrive()
{
    const test::TestOpener opener;
    models::Session session(opener.opener());
    const InterceptListModel model(&session);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    connect(&model, &QAbstractItemModel::modelReset, this,
        [&] { QCOMPARE(model.index(0, InterceptListModel::Outcome).data().toString(), QString()); });
    session.open(u"many"_s);
    QVERIFY(session.waitUntilIdle(120'000));
    QCOMPARE(model.rowCount(), 4000);
    QCOMPARE(model.index(3999, InterceptListModel::Outcome).data().toString(), u"completed"_s);
    int announced = 0;
    for (const QList<QVariant>& signal : changed)
        announced += signal[1].toModelIndex().row() - signal[0].toModelIndex().row() + 1;
    QCOMPARE(announced, 4000);
}

void TestInterceptModels::currentInterceptIsMarked()
{
    OpenSession open(u"all"_s);
    const InterceptListModel model(&open.session);
    QVERIFY(model.index(0, 0).data(models::CurrentRole).toBool());
    open.goTo(2, 0);
    QVERIFY(!model.index(0, 0).data(models::CurrentRole).toBool());
    QCOMPARE(ItemState(model.index(2, 0).data(models::StateRole).toInt()), ItemState::Current);
}

void TestInterceptModels::stepsInsideAnInterceptAnnounceNothing()
{
    OpenSession open(u"all"_s);
    const InterceptListModel model(&open.session);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    open.session.stepForward();
    open.session.stepForward();
    QVERIFY(changed.isEmpty());
}

void TestInterceptModels::binsCountEachInterceptOnce_data()
{
    QTest::addColumn<int>("bins");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");
    QTest::addColumn<int>("count");
    QTest::addRow("one bin") << 1 << 0 << -1 << 5;
    QTest::addRow("as many as intercepts") << 5 << 0 << -1 << 5;
    QTest::addRow("more bins than intercepts") << 100 << 0 << -1 << 5;
    QTest::addRow("two bins") << 2 << 0 << -1 << 5;
    QTest::addRow("zoomed in") << 10 << 1 << 3 << 2;
    QTest::addRow("over the end") << 3 << 3 << 99 << 2;
    QTest::addRow("before the start") << 3 << -9 << 2 << 2;
}

void TestInterceptModels::binsCountEachInterceptOnce()
{
    QFETCH(const int, bins);
    QFETCH(const int, first);
    QFETCH(const int, last);
    QFETCH(const int, count);
    OpenSession open(u"all"_s);
    const TimelineModel model(&open.session);
    const QVector<int> counts = model.outcomesBinned(bins, first, last);
    QCOMPARE(counts.size(), bins * TimelineModel::kOutcomeCount);
    QCOMPARE(std::accumulate(counts.begin(), counts.end(), 0), count);
    if (bins == 10) { // the range is what is divided, not the whole
        QCOMPARE(counts[int(OutcomeState::Completed)], 1);
        QCOMPARE(counts[5 * TimelineModel::kOutcomeCount + int(OutcomeState::Completed)], 1);
    }
    if (bins == 5) {
        QCOMPARE(counts[int(OutcomeState::Completed)], 1);
        QCOMPARE(counts[4 * TimelineModel::kOutcomeCount + int(OutcomeState::Native)], 1);
    }
}

void TestInterceptModels::binsOfNothingAreNone()
{
    OpenSession open(u"empty"_s);
    const TimelineModel model(&open.session);
    QVERIFY(model.outcomesBinned(10).isEmpty());
    open.open(u"uart"_s);
    QVERIFY(model.outcomesBinned(0).isEmpty());
    QVERIFY(model.outcomesBinned(4, 2, 1).isEmpty());
}

QTEST_GUILESS_MAIN(TestInterceptModels)
#include "tst_interceptmodels.moc"
