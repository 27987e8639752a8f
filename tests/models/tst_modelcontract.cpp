// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// What holds for every model that follows the session, whatever happens to the session.

#include "models/devicemodel.h"
#include "models/encodingmodel.h"
#include "models/eventmodel.h"
#include "models/fieldmodel.h"
#include "models/interceptlistmodel.h"
#include "models/lessonmodel.h"
#include "models/listingmodel.h"
#include "models/memorymapmodel.h"
#include "models/memorymodel.h"
#include "models/picturemodel.h"
#include "models/registermodel.h"
#include "models/steplistmodel.h"
#include "models/syndromemodel.h"
#include "models/timelinemodel.h"
#include "models/walkmodel.h"
#include "tests/models/modeltext.h"
#include "tests/models/testsource.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fscope;
using models::Session;

namespace {

using Make = QAbstractItemModel* (*)(Session*);

template <typename Model>
QAbstractItemModel* make(Session* session)
{
    return new Model(session);
}

struct Row {
    const char* name;
    Make make;
    int columns;
};

constexpr Row kModels[] = {
    { "DeviceModel", make<models::DeviceModel>, models::DeviceModel::ColumnCount },
    { "EncodingModel", make<models::EncodingModel>, models::EncodingModel::ColumnCount },
    { "EventModel", make<models::EventModel>, models::EventModel::ColumnCount },
    { "InterceptListModel", make<models::InterceptListModel>, models::InterceptListModel::ColumnCount },
    { "LessonModel", make<models::LessonModel>, models::LessonModel::ColumnCount },
    { "ListingModel", make<models::ListingModel>, models::ListingModel::ColumnCount },
    { "MemoryMapModel", make<models::MemoryMapModel>, models::MemoryMapModel::ColumnCount },
    { "MemoryModel", make<models::MemoryModel>, models::MemoryModel::ColumnCount },
    { "PictureModel", make<models::PictureModel>, models::PictureModel::ColumnCount },
    { "RegisterModel", make<models::RegisterModel>, models::RegisterModel::ColumnCount },
    { "StepListModel", make<models::StepListModel>, models::StepListModel::ColumnCount },
    { "SyndromeModel", make<models::SyndromeModel>, models::SyndromeModel::ColumnCount },
    { "TimelineModel", make<models::TimelineModel>, models::TimelineModel::ColumnCount },
    { "WalkModel", make<models::WalkModel>, models::WalkModel::ColumnCount },
};

void checkCells(const QAbstractItemModel& model, const QModelIndex& parent = {})
{
    for (int row = 0; row < qMin(model.rowCount(parent), 64); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            QVERIFY(index.data(models::StateRole).isValid());
            QVERIFY(index.data(Qt::DisplayRole).isValid());
            QVERIFY2(
                !index.data(Qt::AccessibleTextRole).toString().isEmpty() || index.data().toString().isEmpty(),
                qPrintable(index.data().toString()));
            QVERIFY(!index.data(models::CopyRole).toString().contains(u'\u2009')
                || index.data(models::CopyRole).toString().contains(u"ISV"_s));
        }
        checkCells(model, model.index(row, 0, parent));
    }
}

} // namespace

class TestModelContract : public QObject
{
    Q_OBJECT
private slots:
    void holdsWhateverTheSessionDoes_data() { models(); }
    void holdsWhateverTheSessionDoes();
    void madeLateIsAsMadeEarly_data() { models(false); }
    void madeLateIsAsMadeEarly();
    void backIsAsBefore_data() { models(); }
    void backIsAsBefore();
    void titlesFollowTheLanguage_data() { models(); }
    void titlesFollowTheLanguage();

private:
    /// @param withMemory what MemoryModel shows is where it has been, so two of them may differ
    static void models(bool withMemory = true);
};

void TestModelContract::models(bool withMemory)
{
    QTest::addColumn<int>("model");
    for (int i = 0; i < int(std::size(kModels)); ++i) {
        if (withMemory || kModels[i].make != make<models::MemoryModel>)
            QTest::addRow("%s", kModels[i].name) << i;
    }
}

void TestModelContract::holdsWhateverTheSessionDoes()
{
    QFETCH(const int, model);
    test::TestOpener opener;
    Session session(opener.opener());
    const std::unique_ptr<QAbstractItemModel> tested(kModels[model].make(&session));
    const QAbstractItemModelTester tester(
        tested.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(tested->columnCount(), kModels[model].columns);

    session.open(u"all"_s);
    QVERIFY(session.waitUntilIdle());
    checkCells(*tested);
    for (const auto* policy : hypervisor::policies()) {
        session.setPolicy(QString::fromLatin1(policy->id()));
        session.runToStart();
        QVERIFY(session.waitUntilIdle());
        while (session.canStepForward()) {
            session.stepForward();
            QVERIFY(session.waitUntilIdle());
        }
        checkCells(*tested);
        while (session.canStepBackward()) {
            session.stepBackward();
            QVERIFY(session.waitUntilIdle());
        }
    }
    session.goTo({ 3, 4 });
    session.open(u"broken"_s);
    QVERIFY(session.waitUntilIdle());
    checkCells(*tested);
    session.setLanguage(u"zh_CN"_s);
    QVERIFY(session.waitUntilIdle());
    opener.control->failingIntercept = 1;
    session.open(u"uart"_s);
    QVERIFY(session.waitUntilIdle());
    session.goTo({ 1, 1 });
    QVERIFY(session.waitUntilIdle());
    checkCells(*tested);
    session.open(u"empty"_s);
    QVERIFY(session.waitUntilIdle());
    session.open(u"uart"_s);
    QVERIFY(session.waitUntilIdle());
    checkCells(*tested);
}

void TestModelContract::madeLateIsAsMadeEarly()
{
    QFETCH(const int, model);
    test::TestOpener opener;
    Session session(opener.opener());
    const std::unique_ptr<QAbstractItemModel> early(kModels[model].make(&session));
    session.open(u"all"_s);
    QVERIFY(session.waitUntilIdle());
    for (const models::Position position : { models::Position { 0, 9 }, { 2, 100 }, { 3, 2 }, { 4, 1 } }) {
        session.goTo(position);
        QVERIFY(session.waitUntilIdle());
        const std::unique_ptr<QAbstractItemModel> late(kModels[model].make(&session));
        QCOMPARE(test::linesOf(*early), test::linesOf(*late));
    }
}

void TestModelContract::backIsAsBefore()
{
    QFETCH(const int, model);
    test::TestOpener opener;
    Session session(opener.opener());
    session.open(u"all"_s);
    QVERIFY(session.waitUntilIdle());
    session.goTo({ 2, 0 });
    QVERIFY(session.waitUntilIdle());
    const std::unique_ptr<QAbstractItemModel> tested(kModels[model].make(&session));
    std::vector<QStringList> lines { test::linesOf(*tested) };
    while (session.position().step < session.stepCount()) {
        session.stepForward();
        lines.push_back(test::linesOf(*tested));
    }
    while (session.position().step > 0) {
        QCOMPARE(test::linesOf(*tested), lines.back());
        lines.pop_back();
        session.stepBackward();
    }
    QCOMPARE(test::linesOf(*tested), lines.back());
}

void TestModelContract::titlesFollowTheLanguage()
{
    QFETCH(const int, model);
    test::TestOpener opener;
    Session session(opener.opener());
    const std::unique_ptr<QAbstractItemModel> tested(kModels[model].make(&session));
    for (int column = 0; column < kModels[model].columns; ++column)
        QVERIFY(!tested->headerData(column, Qt::Horizontal).toString().isEmpty());
    QVERIFY(!tested->headerData(kModels[model].columns, Qt::Horizontal).isValid()
        || tested->headerData(kModels[model].columns, Qt::Horizontal).toString().isEmpty());
    QSignalSpy titles(tested.get(), &QAbstractItemModel::headerDataChanged);
    session.setLanguage(u"zh_CN"_s);
    QCOMPARE(titles.size(), 1);
}

QTEST_GUILESS_MAIN(TestModelContract)
#include "tst_modelcontract.moc"
