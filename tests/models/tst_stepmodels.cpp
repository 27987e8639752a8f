// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// The models that tell the story of the micro-steps.

#include "models/eventmodel.h"
#include "models/lessonmodel.h"
#include "models/picturemodel.h"
#include "models/steplistmodel.h"
#include "models/walkmodel.h"
#include "tests/models/modeltext.h"
#include "tests/models/opensession.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fscope;
using hypervisor::Station;
using models::ItemState;
using test::OpenSession;

namespace {

ItemState stateOf(const QAbstractItemModel& model, int row)
{
    return ItemState(model.index(row, 0).data(models::StateRole).toInt());
}

ItemState stateOf(const models::PictureModel& model, Station station)
{
    return stateOf(model, int(station));
}

QString contentOf(const models::PictureModel& model, Station station)
{
    return model.index(int(station), models::PictureModel::Text).data().toString().remove(u'\u2009');
}

} // namespace

class TestStepModels : public QObject
{
    Q_OBJECT
private slots:
    void stepsAreAllListedFromTheStart();
    void stepJustDoneIsCurrent();
    void changeIsToldWithBothValues();
    void failedStepIsMarkedOnceDone();
    void movingAnnouncesTwoRows();
    void pictureFillsStationByStation();
    void pictureShowsWhereItFailed();
    void pictureTellsTheOutcomeAtTheEnd();
    void pictureKnowsTheShortcut();
    void walkRowsFollowTheSteps();
    void walkHasTheFieldsOfDescriptorsBelow();
    void walkWithoutStepsIsTheHardwares();
    void cacheIsToldInWords();
    void eventsAppearWhenInjected();
    void lessonFollowsSteps();
    void hiddenModelRestsAndCatchesUp();
};

void TestStepModels::stepsAreAllListedFromTheStart()
{
    OpenSession open(u"all"_s);
    const models::StepListModel model(&open.session);
    QCOMPARE(model.rowCount(), open.session.stepCount());
    for (int row = 0; row < model.rowCount(); ++row) {
        QCOMPARE(stateOf(model, row), ItemState::Pending);
        QCOMPARE(model.index(row, 0).data().toString(), QString());
        QCOMPARE(model.index(row, 0).data(models::StepRole).toInt(), row);
        QVERIFY(model.index(row, models::StepListModel::Sentence).data().toString().size() > 10);
    }
    QVERIFY(!model.currentRow().isValid());
}

void TestStepModels::stepJustDoneIsCurrent()
{
    OpenSession open(u"all"_s);
    const models::StepListModel model(&open.session);
    open.goTo(0, 3);
    QCOMPARE(stateOf(model, 1), ItemState::Done);
    QCOMPARE(model.index(1, 0).data().toString(), u"✓"_s);
    QCOMPARE(stateOf(model, 2), ItemState::Current);
    QCOMPARE(model.index(2, 0).data().toString(), u"▶"_s);
    QCOMPARE(stateOf(model, 3), ItemState::Pending);
    QCOMPARE(model.currentRow().row(), 2);
    QVERIFY(model.index(2, 0).data(Qt::AccessibleTextRole).toString().startsWith(u"Step 3 of "_s));
}

void TestStepModels::changeIsToldWithBothValues()
{
    OpenSession open(u"all"_s);
    const models::StepListModel model(&open.session);
    const int step = open.goToStep<hypervisor::RegisterWritten>(0);
    QVERIFY(step >= 0);
    QCOMPARE(
        model.index(step, models::StepListModel::Change).data().toString(), u"X1: 0x600000 → 0x600004"_s);
}

void TestStepModels::failedStepIsMarkedOnceDone()
{
    OpenSession open(u"all"_s);
    const models::StepListModel model(&open.session);
    const int step = open.goToStep<hypervisor::DecodeFailed>(3);
    QVERIFY(step >= 0);
    QCOMPARE(stateOf(model, step), ItemState::Fault);
    QVERIFY(model.index(step, 0).data(models::CurrentRole).toBool());
    QCOMPARE(model.index(step, 0).data().toString(), u"✕"_s);
    open.session.stepBackward();
    QCOMPARE(stateOf(model, step), ItemState::Pending);
}

void TestStepModels::movingAnnouncesTwoRows()
{
    OpenSession open(u"all"_s);
    models::StepListModel model(&open.session);
    open.goTo(0, 3);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    open.session.stepForward();
    QCOMPARE(changed.size(), 2);
    QVERIFY(inserted.isEmpty());
}

void TestStepModels::pictureFillsStationByStation()
{
    OpenSession open(u"all"_s);
    const models::PictureModel model(&open.session);
    QCOMPARE(model.rowCount(), 9);
    for (int row = 0; row < 9; ++row)
        QCOMPARE(stateOf(model, row), ItemState::Pending);

    open.goTo(0, 1);
    QCOMPARE(stateOf(model, Station::Syndrome), ItemState::Current);
    QCOMPARE(contentOf(model, Station::Syndrome), u"ISV=0"_s);
    QCOMPARE(stateOf(model, Station::Instruction), ItemState::Pending);

    open.goToStep<hypervisor::InstructionDecoded>(0);
    QCOMPARE(stateOf(model, Station::Syndrome), ItemState::Done);
    QCOMPARE(contentOf(model, Station::Instruction), u"str w2, [x1], #4"_s);
    QCOMPARE(stateOf(model, Station::Accesses), ItemState::Current);
    QCOMPARE(contentOf(model, Station::Accesses), u"write at 0x600000, bytes: 4"_s);
    // The way of the fetch is over; the stations wait for the access.
    QCOMPARE(stateOf(model, Station::Stage1), ItemState::Pending);
    QCOMPARE(stateOf(model, Station::Target), ItemState::Pending);

    open.goToStep<hypervisor::MmioAccessed>(0);
    QCOMPARE(contentOf(model, Station::Target), u"uart0 UARTDR ← 0x00000048"_s);
    QCOMPARE(contentOf(model, Station::Registers), QString());

    open.goTo(0, 100'000);
    QCOMPARE(contentOf(model, Station::Registers), u"X1 ← 0x600004\nPC ← 0x400004"_s);
    QCOMPARE(stateOf(model, Station::Event), ItemState::Pending);
    QVERIFY(model.index(int(Station::Registers), 0).data(models::CurrentRole).toBool());
}

void TestStepModels::pictureShowsWhereItFailed()
{
    OpenSession open(u"all"_s);
    const models::PictureModel model(&open.session);
    open.goTo(3, 100'000);
    QCOMPARE(stateOf(model, Station::Instruction), ItemState::Fault);
    QCOMPARE(stateOf(model, Station::Accesses), ItemState::Pending);
    QCOMPARE(stateOf(model, Station::Event), ItemState::Injected);
    QVERIFY(model.index(int(Station::Instruction), 0)
                .data(Qt::ToolTipRole)
                .toString()
                .contains(u"not decoded"_s));
}

void TestStepModels::pictureTellsTheOutcomeAtTheEnd()
{
    OpenSession open(u"all"_s);
    const models::PictureModel model(&open.session);
    QCOMPARE(model.outcomeText(), QString());
    QCOMPARE(model.outcome(), models::OutcomeState::Unknown);
    open.goTo(0, 100'000);
    QVERIFY(model.outcomeText().startsWith(u"completed"_s));
    QCOMPARE(model.outcome(), models::OutcomeState::Completed);
}

void TestStepModels::pictureKnowsTheShortcut()
{
    OpenSession open(u"all"_s);
    const models::PictureModel model(&open.session);
    QVERIFY(!model.isSyndromeUsed());
    open.session.setPolicy(u"qemu-hvf"_s); // goes by the syndrome where that is valid
    open.goTo(1, 0);
    QVERIFY(model.isSyndromeUsed());
    open.goTo(1, 1);
    QCOMPARE(contentOf(model, Station::Instruction), QString());
    QCOMPARE(contentOf(model, Station::Accesses), u"write at 0x600000, bytes: 4"_s);
}

void TestStepModels::walkRowsFollowTheSteps()
{
    OpenSession open(u"all"_s);
    const models::WalkModel model(&open.session);
    const auto& steps = open.session.run()->steps;
    const int first = open.goToStep<hypervisor::DescriptorStep>(0);
    int descriptors = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        const int step = model.index(row, 0).data(models::StepRole).toInt();
        const auto* read = std::get_if<hypervisor::DescriptorStep>(&steps[std::size_t(step)]);
        if (!read)
            continue;
        ++descriptors;
        QCOMPARE(model.index(row, 0).data(models::StageRole).toInt(), int(read->read.stage));
        QCOMPARE(model.index(row, models::WalkModel::Level).data().toInt(), read->read.level);
        QCOMPARE(model.index(row, models::WalkModel::Address).data(models::AddressRole).toULongLong(),
            quint64(read->read.address.value));
        QCOMPARE(stateOf(model, row), step == first ? ItemState::Current : ItemState::Pending);
    }
    QCOMPARE(descriptors, int(std::ranges::count_if(steps, [](const auto& step) {
        return std::holds_alternative<hypervisor::DescriptorStep>(step);
    })));
    QVERIFY(!model.showsHardwareWalk());

    open.goTo(0, 100'000);
    // Why the CPU trapped is in the walk, and is a fault although the policy goes on.
    bool fault = false;
    for (int row = 0; row < model.rowCount(); ++row)
        fault = fault || stateOf(model, row) == ItemState::Fault;
    QVERIFY(fault);
}

void TestStepModels::walkHasTheFieldsOfDescriptorsBelow()
{
    OpenSession open(u"all"_s);
    models::WalkModel model(&open.session);
    const QStringList before = test::linesOf(model);
    const auto withFields = [&model] {
        int rows = 0;
        for (int row = 0; row < model.rowCount(); ++row)
            rows += model.rowCount(model.index(row, 0)) > 0 ? 1 : 0;
        return rows;
    };
    QVERIFY(withFields() > 8);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    open.session.stepForward();
    QCOMPARE(test::linesOf(model), before); // only states differ
    QVERIFY(removed.isEmpty());
    open.goTo(2, 0);
    QVERIFY(withFields() > 8);
    open.goTo(0, 0);
    QCOMPARE(test::linesOf(model), before);
}

void TestStepModels::walkWithoutStepsIsTheHardwares()
{
    OpenSession open(u"all"_s);
    const models::WalkModel model(&open.session);
    open.session.setPolicy(u"qemu-hvf"_s);
    open.goTo(1, 0);
    const auto& run = *open.session.run();
    const bool walks = std::ranges::any_of(
        run.steps, [](const auto& step) { return std::holds_alternative<hypervisor::DescriptorStep>(step); });
    QCOMPARE(model.showsHardwareWalk(), !walks);
    if (!walks) {
        QCOMPARE(model.rowCount(), int(run.hardwareWalk.size()) + 1);
        const QModelIndex last = model.index(model.rowCount() - 1, 0);
        QVERIFY(!last.data(models::StepRole).isValid());
        QCOMPARE(stateOf(model, model.rowCount() - 1), ItemState::Fault);
        QVERIFY(last.siblingAtColumn(models::WalkModel::Output)
                    .data()
                    .toString()
                    .startsWith(u"Translation fault"_s));
    }
}

void TestStepModels::cacheIsToldInWords()
{
    OpenSession open(u"all"_s);
    const models::WalkModel model(&open.session);
    QCOMPARE(model.cacheText(), u"The translation cache is empty."_s);
    QVERIFY(open.goToStep<hypervisor::CacheFilled>(0) >= 0);
    QCOMPARE(model.cacheText(), u"VA page 0x400000 → IPA page 0x40000000, for: instruction fetch"_s);
}

void TestStepModels::eventsAppearWhenInjected()
{
    OpenSession open(u"all"_s);
    const models::EventModel model(&open.session);
    open.goTo(0, 100'000);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(open.goToStep<hypervisor::EventInjected>(3) >= 0);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(stateOf(model, 0), ItemState::Injected);
    const QModelIndex esr = test::find(model, u"ESR_EL1"_s);
    QVERIFY(esr.isValid());
    QVERIFY(model.rowCount(esr) > 5);
    QVERIFY(test::find(model, u"EC"_s, esr).isValid());
    open.session.stepBackward();
    QCOMPARE(model.rowCount(), 0);
}

void TestStepModels::lessonFollowsSteps()
{
    OpenSession open(u"all"_s);
    const models::LessonModel model(&open.session);
    QCOMPARE(model.title(), u"A lesson"_s);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(stateOf(model, 0), ItemState::Current);
    QCOMPARE(stateOf(model, 1), ItemState::Pending);
    const int advanced = open.goToStep<hypervisor::PcAdvanced>(0);
    QCOMPARE(stateOf(model, 0), ItemState::Done);
    QCOMPARE(stateOf(model, 1), ItemState::Current);
    QCOMPARE(model.index(1, 0).data(models::StepRole).toInt(), advanced);
    QCOMPARE(stateOf(model, 2), ItemState::Pending);
    open.session.stepBackward();
    QCOMPARE(stateOf(model, 1), ItemState::Pending);
    open.goTo(1, 1);
    QCOMPARE(stateOf(model, 1), ItemState::Done);
    QCOMPARE(stateOf(model, 2), ItemState::Current);
    open.open(u"uart"_s);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.title(), QString());
}

void TestStepModels::hiddenModelRestsAndCatchesUp()
{
    OpenSession open(u"all"_s);
    models::StepListModel model(&open.session);
    model.setLive(false);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    open.goTo(0, 3);
    QVERIFY(changed.isEmpty());
    QVERIFY(!model.currentRow().isValid());
    model.setLive(true);
    QCOMPARE(model.currentRow().row(), 2);
}

QTEST_GUILESS_MAIN(TestStepModels)
#include "tst_stepmodels.moc"
