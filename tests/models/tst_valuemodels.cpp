// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// The models that show values: registers, fields, encodings, code, devices.

#include "core/arch/esr.h"
#include "models/devicemodel.h"
#include "models/encodingmodel.h"
#include "models/listingmodel.h"
#include "models/registermodel.h"
#include "models/syndromemodel.h"
#include "tests/models/modeltext.h"
#include "tests/models/opensession.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fscope;
using models::ItemState;
using test::OpenSession;

namespace {

ItemState stateOf(const QModelIndex& index)
{
    return ItemState(index.data(models::StateRole).toInt());
}

QString valueOf(const QModelIndex& index, int column)
{
    return index.siblingAtColumn(column).data().toString().remove(u'\u2009');
}

} // namespace

class TestValueModels : public QObject
{
    Q_OBJECT
private slots:
    void registersAreInGroups();
    void registersAreUnknownWhileNothingIsOpen();
    void writtenRegisterIsChangedUntilTheNextStep();
    void rowsOfRegistersKeepTheirPlaces();
    void fieldsCoverTheRegister();
    void fieldsOfNothingAreNone();
    void syndromeIsThatOfTheIntercept();
    void syndromeIsUnknownWithoutIntercept();
    void encodingNamesTheFields();
    void encodingOfAnUnknownWordSaysWhy();
    void listingHoldsWhatStage1Maps();
    void deviceRegistersChangeWithTheAccess();
    void transmittedTextIsShown();
};

void TestValueModels::registersAreInGroups()
{
    OpenSession open(u"all"_s);
    const models::RegisterModel model(&open.session);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.rowCount(model.index(0, 0)), 34);
    QCOMPARE(model.rowCount(model.index(1, 0)), 32);
    QCOMPARE(model.rowCount(model.index(2, 0)), 15);
    const QModelIndex x1 = test::find(model, u"X1"_s);
    QCOMPARE(valueOf(x1, models::RegisterModel::Value), u"0x0000000000600000"_s);
    QCOMPARE(
        x1.siblingAtColumn(models::RegisterModel::Value).data(models::CopyRole).toString(), u"0x600000"_s);
    QCOMPARE(x1.siblingAtColumn(models::RegisterModel::Value).data(models::AddressRole).toULongLong(),
        0x600000ULL);
    QCOMPARE(valueOf(test::find(model, u"X2"_s), models::RegisterModel::Meaning), u"72"_s);
    QCOMPARE(valueOf(test::find(model, u"PC"_s), models::RegisterModel::Meaning), u"str w2, [x1], #4"_s);
    QVERIFY(valueOf(test::find(model, u"PSTATE"_s), models::RegisterModel::Meaning).startsWith(u"EL1h"_s));
    QVERIFY(test::find(model, u"SP_EL1"_s).isValid());
    QCOMPARE(valueOf(test::find(model, u"V31"_s), models::RegisterModel::Value).size(), 34);
}

void TestValueModels::registersAreUnknownWhileNothingIsOpen()
{
    const test::TestOpener opener;
    models::Session session(opener.opener());
    const models::RegisterModel model(&session);
    const QModelIndex x0 = test::find(model, u"X0"_s);
    QCOMPARE(valueOf(x0, models::RegisterModel::Value), u"–"_s);
    QCOMPARE(stateOf(x0), ItemState::Unknown);
}

void TestValueModels::writtenRegisterIsChangedUntilTheNextStep()
{
    OpenSession open(u"all"_s);
    const models::RegisterModel model(&open.session);
    const QModelIndex x1 = test::find(model, u"X1"_s);
    QCOMPARE(stateOf(x1), ItemState::Normal);
    QVERIFY(open.goToStep<hypervisor::RegisterWritten>(0) >= 0);
    QCOMPARE(stateOf(x1), ItemState::Changed);
    const QModelIndex value = x1.siblingAtColumn(models::RegisterModel::Value);
    QCOMPARE(value.data(models::OldValueRole).toString().remove(u'\u2009'), u"0x0000000000600000"_s);
    QCOMPARE(x1.data(Qt::AccessibleTextRole).toString(), u"X1 changed from 0x600000 to 0x600004"_s);
    open.session.stepForward();
    QCOMPARE(stateOf(x1), ItemState::Normal);
    QCOMPARE(stateOf(test::find(model, u"PC"_s)), ItemState::Changed);
}

void TestValueModels::rowsOfRegistersKeepTheirPlaces()
{
    OpenSession open(u"all"_s);
    models::RegisterModel model(&open.session);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    open.session.runToEnd();
    open.wait();
    open.open(u"empty"_s);
    open.open(u"uart"_s);
    QVERIFY(inserted.isEmpty() && removed.isEmpty() && reset.isEmpty());
}

void TestValueModels::fieldsCoverTheRegister()
{
    OpenSession open(u"all"_s);
    models::FieldModel model(&open.session);
    QSignalSpy changed(&model, &models::FieldModel::valueChanged);
    const quint64 esr
        = arch::AbortSyndrome { .isv = true, .sas = 2, .srt = 5, .wnr = true, .fsc = 6 }.encode();
    model.setRegister(arch::RegisterName::EsrEl2, esr);
    model.setRegister(arch::RegisterName::EsrEl2, esr);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.registerText(), u"ESR_EL2"_s);
    QCOMPARE(model.width(), 64U);
    quint64 covered = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QPoint range = model.index(row, 0).data(models::BitRangeRole).toPoint();
        covered |= mask(unsigned(range.x()), unsigned(range.y()));
        QVERIFY(model.index(row, 0).data(models::FieldKindRole).isValid());
    }
    QCOMPARE(covered, ~quint64(0));
    const QModelIndexList srt
        = model.match(model.index(0, models::FieldModel::Name), Qt::DisplayRole, u"SRT"_s);
    QCOMPARE(srt.size(), 1);
    QCOMPARE(valueOf(srt[0], models::FieldModel::Value), u"5"_s);
    QCOMPARE(valueOf(srt[0], models::FieldModel::Bits), u"20:16"_s);
    QVERIFY(srt[0].data(Qt::ToolTipRole).toString().size() > 10);
}

void TestValueModels::fieldsOfNothingAreNone()
{
    OpenSession open(u"all"_s);
    models::FieldModel model(&open.session);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.isKnown());
    model.setRegister(arch::RegisterName::FarEl2, 0);
    QVERIFY(model.isKnown());
    QVERIFY(model.rowCount() > 0);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.registerText(), QString());
}

void TestValueModels::syndromeIsThatOfTheIntercept()
{
    OpenSession open(u"all"_s);
    const models::SyndromeModel model(&open.session);
    QVERIFY(model.isKnown());
    QCOMPARE(model.value(), quint64(open.session.run()->intercept->esr));
    QVERIFY(model.sentence().size() > 10);
    open.goTo(1, 0);
    QCOMPARE(model.value(), quint64(open.session.run()->intercept->esr));
    QVERIFY(arch::AbortSyndrome::decode(model.value()).isv);
}

void TestValueModels::syndromeIsUnknownWithoutIntercept()
{
    OpenSession open(u"all"_s);
    const models::SyndromeModel model(&open.session);
    open.goTo(4, 0);
    QVERIFY(!model.isKnown());
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.sentence(), QString());
}

void TestValueModels::encodingNamesTheFields()
{
    OpenSession open(u"all"_s);
    const models::EncodingModel model(&open.session);
    QVERIFY(model.isKnown());
    QCOMPARE(model.word(), 0xb8004422U);
    QCOMPARE(model.text(), u"str w2, [x1], #4"_s);
    QVERIFY(model.title().contains(u"post-index"_s));
    const QModelIndexList imm
        = model.match(model.index(0, models::EncodingModel::Name), Qt::DisplayRole, u"imm9"_s);
    QCOMPARE(imm.size(), 1);
    QCOMPARE(imm[0].data(models::BitRangeRole).toPoint(), QPoint(20, 12));
    QCOMPARE(valueOf(imm[0], models::EncodingModel::Value), u"0b000000100"_s);
    // The same all through the intercept, also after PC has moved on.
    open.goTo(0, 100'000);
    QCOMPARE(model.text(), u"str w2, [x1], #4"_s);
}

void TestValueModels::encodingOfAnUnknownWordSaysWhy()
{
    OpenSession open(u"all"_s);
    const models::EncodingModel model(&open.session);
    open.goTo(3, 0);
    QVERIFY(model.isKnown());
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(model.text().startsWith(u".inst 0xc85ffc23"_s));
    QVERIFY(model.title().contains(u"exclusive"_s, Qt::CaseInsensitive));
    open.open(u"empty"_s);
    QVERIFY(!model.isKnown());
    QCOMPARE(model.text(), u"–"_s);
    QCOMPARE(model.title(), QString());
    open.opener.control->failingIntercept = 2; // whose word the source does not tell either
    open.open(u"uart"_s);
    open.goTo(2, 0);
    QVERIFY(!model.isKnown());
    QCOMPARE(model.text(), u"–"_s);
}

void TestValueModels::listingHoldsWhatStage1Maps()
{
    OpenSession open(u"all"_s);
    const models::ListingModel model(&open.session);
    // The page before the code is not mapped, so that only PC and the eight words after it are there.
    QCOMPARE(model.rowCount(), 9);
    QCOMPARE(model.currentRow().row(), 0);
    QCOMPARE(valueOf(model.index(0, 0), models::ListingModel::Text), u"str w2, [x1], #4"_s);
    QCOMPARE(valueOf(model.index(0, 0), models::ListingModel::Bytes), u"22 44 00 b8"_s);
    QCOMPARE(model.index(1, 0).data(models::AddressRole).toULongLong(), quint64(test::kCodeVa + 4));
}

void TestValueModels::deviceRegistersChangeWithTheAccess()
{
    OpenSession open(u"all"_s);
    const models::DeviceModel model(&open.session);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, 0).data().toString(), u"uart0"_s);
    QCOMPARE(stateOf(model.index(0, 0)), ItemState::Device);
    QVERIFY(model.rowCount(model.index(0, 0)) > 8);
    QVERIFY(test::find(model, u"UARTFR"_s).isValid());
    QVERIFY(model.rowCount(test::find(model, u"UARTFR"_s)) > 3);
    int changedRows = 0;
    QVERIFY(open.goToStep<hypervisor::MmioAccessed>(0) >= 0);
    for (int row = 0; row < model.rowCount(model.index(0, 0)); ++row)
        changedRows += stateOf(model.index(row, 0, model.index(0, 0))) == ItemState::Changed ? 1 : 0;
    QVERIFY(changedRows > 0);
    open.session.stepForward();
    for (int row = 0; row < model.rowCount(model.index(0, 0)); ++row)
        QVERIFY(stateOf(model.index(row, 0, model.index(0, 0))) != ItemState::Changed);
}

void TestValueModels::transmittedTextIsShown()
{
    OpenSession open(u"all"_s);
    const models::DeviceModel model(&open.session);
    QVERIFY(!test::find(model, u"transmitted"_s).isValid());
    QVERIFY(open.goToStep<hypervisor::MmioAccessed>(0) >= 0);
    const QModelIndex sent = test::find(model, u"transmitted"_s);
    QVERIFY(sent.isValid());
    QCOMPARE(valueOf(sent, models::DeviceModel::Value), u"H"_s);
    QCOMPARE(stateOf(sent), ItemState::Changed);
    open.session.stepBackward();
    QVERIFY(!test::find(model, u"transmitted"_s).isValid());
}

QTEST_GUILESS_MAIN(TestValueModels)
#include "tst_valuemodels.moc"
