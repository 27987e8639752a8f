// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/cachemodel.h"
#include "models/session.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fscope;
using models::CacheModel;
using models::ItemState;

namespace {

/// The lesson, whose guest has a TLB.
struct Lesson {
    models::Session session;
    explicit Lesson(const QString& name = u"stale-translation"_s)
    {
        session.open(name);
        wait();
    }
    void wait()
    {
        if (!session.waitUntilIdle())
            qFatal("the session does not come to rest");
    }
    void goTo(int intercept, int step)
    {
        session.goTo({ intercept, step });
        wait();
    }
    /// After the step of that name.
    void goToStep(int intercept, const char* name)
    {
        goTo(intercept, 0);
        const auto& steps = session.run()->steps;
        for (std::size_t i = 0; i < steps.size(); ++i)
            if (qstrcmp(hypervisor::stepName(steps[i]), name) == 0) {
                session.goToStep(int(i) + 1);
                return;
            }
        qFatal("no such step");
    }
};

QStringList inputsOf(const CacheModel& model)
{
    QStringList out;
    const QModelIndex group = model.index(0, 0);
    for (int row = 0; row < model.rowCount(group); ++row)
        out << model.index(row, CacheModel::Input, group).data(models::CopyRole).toString();
    return out;
}

} // namespace

class TestCacheModel : public QObject
{
    Q_OBJECT

private slots:
    void entriesFollowTheSteps();
    void lastHitIsCurrentAndWhatWasFilledIsChanged();
    void countsAreTold();
    void historyRises();
    void oneEntryCacheIsShownWhereThePolicyUsesIt();
    void withoutACacheThereIsNothing();
};

void TestCacheModel::entriesFollowTheSteps()
{
    Lesson lesson;
    CacheModel model(&lesson.session);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(model.hasTlb());
    QCOMPARE(inputsOf(model), QStringList());
    lesson.goTo(1, 0);
    QCOMPARE(inputsOf(model),
        QStringList(
            { u"0xffff800008000000-0xffff8000081fffff"_s, u"0xffff80000a001000-0xffff80000a001fff"_s }));
    lesson.goToStep(4, "tlb-invalidated");
    QVERIFY(!inputsOf(model).contains(u"0xffff80000a001000-0xffff80000a001fff"_s));
    lesson.session.stepBackward();
    lesson.wait();
    QVERIFY(inputsOf(model).contains(u"0xffff80000a001000-0xffff80000a001fff"_s));
    lesson.goTo(0, 0);
    QCOMPARE(inputsOf(model), QStringList());
}

void TestCacheModel::lastHitIsCurrentAndWhatWasFilledIsChanged()
{
    Lesson lesson;
    CacheModel model(&lesson.session);
    lesson.goToStep(0, "tlb-filled");
    const QModelIndex group = model.index(0, 0);
    QCOMPARE(model.rowCount(group), 1);
    const QModelIndex filled = model.index(0, 0, group);
    QCOMPARE(ItemState(filled.data(models::StateRole).toInt()), ItemState::Changed);
    QVERIFY(filled.data(Qt::AccessibleTextRole).toString().contains(u"last step put"));
    QVERIFY(!filled.data(models::CurrentRole).toBool());

    lesson.goToStep(1, "tlb-looked-up");
    const QModelIndex hit = model.index(0, 0, model.index(0, 0));
    QVERIFY(hit.data(models::CurrentRole).toBool());
    QVERIFY(hit.data(Qt::AccessibleTextRole).toString().contains(u"last look-up hit"));
    QCOMPARE(hit.siblingAtColumn(CacheModel::Age).data().toString(), u"0"_s);
    QCOMPARE(hit.siblingAtColumn(CacheModel::Asid).data().toString(), u"global"_s);
    QCOMPARE(
        models::AddressSpace(hit.siblingAtColumn(CacheModel::Output).data(models::AddressSpaceRole).toInt()),
        models::AddressSpace::Pa);
    QVERIFY(hit.siblingAtColumn(CacheModel::Rights).data().toString().startsWith(u"① rwx ---"));
}

void TestCacheModel::countsAreTold()
{
    Lesson lesson;
    CacheModel model(&lesson.session);
    QCOMPARE(model.statisticsText(),
        u"Look-ups: 0 · hits: 0 (–) · misses: 0 · evictions: 0 · TLBI: 0, which removed: 0"_s);
    lesson.goTo(6, 0);
    QCOMPARE(model.statisticsText(),
        u"Look-ups: 9 · hits: 6 (67 %) · misses: 3 · evictions: 0 · TLBI: 1, which removed: 1"_s);
    QVERIFY(model.statisticsDetails().contains(u"fills: 3"));
}

void TestCacheModel::historyRises()
{
    Lesson lesson;
    CacheModel model(&lesson.session);
    lesson.goTo(2, 0);
    const auto points = model.history();
    QCOMPARE(points.size(), qsizetype(lesson.session.stepCount()) + 1);
    QCOMPARE(points.first(), (models::CachePoint { 1, 3, 0 }));
    QCOMPARE(points.last(), (models::CachePoint { 3, 3, 0 }));
    for (qsizetype i = 1; i < points.size(); ++i)
        QVERIFY(points[i].hits >= points[i - 1].hits && points[i].misses >= points[i - 1].misses);
}

void TestCacheModel::oneEntryCacheIsShownWhereThePolicyUsesIt()
{
    Lesson lesson(u"post-index-store"_s);
    CacheModel model(&lesson.session);
    QVERIFY(!model.hasTlb());
    QVERIFY(model.hasOneEntryCache());
    lesson.goTo(0, lesson.session.stepCount());
    const QModelIndex group = model.index(0, 0);
    QCOMPARE(model.rowCount(group), 1);
    QCOMPARE(model.index(0, CacheModel::Access, group).data().toString(), u"write"_s);
    // The fetch went first, and the store took its place.
    QCOMPARE(model.history().last(), (models::CachePoint { 0, 2, 1 }));
    QVERIFY(model.statisticsText().contains(u"replaced: 1"));
}

void TestCacheModel::withoutACacheThereIsNothing()
{
    models::Session session;
    CacheModel model(&session);
    QVERIFY(!model.hasTlb());
    QVERIFY(!model.hasOneEntryCache());
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(model.statisticsText().isEmpty());
    QVERIFY(model.history().isEmpty());
}

QTEST_MAIN(TestCacheModel)
#include "tst_cachemodel.moc"
