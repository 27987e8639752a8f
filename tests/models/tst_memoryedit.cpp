// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/memoryeditor.h"
#include "models/memorymodel.h"
#include "models/sessionedits.h"
#include "tests/models/waitingsession.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fscope;
using models::AddressSpace;
using models::MemoryEditor;
using models::MemoryEdits;
using models::MemoryModel;
using test::OpenSession;

namespace {

constexpr quint64 kSpare = test::kCodeVa + 0x2000; ///< RAM that no step touches
constexpr quint64 kSparePa = 0x50002000;

quint8 beforeByte(const models::Session& session, quint64 pa)
{
    quint8 byte = 0xee;
    if (session.run()->before->memory.read(Pa(pa), &byte, 1))
        return 0xee;
    return byte;
}

} // namespace

/// What a person changes in memory: the run with it, the way back, and where it holds.
class TestMemoryEdit : public QObject
{
    Q_OBJECT
private slots:
    void typingRunsTheInterceptAgainAndKeepsThePlace();
    void theEndStaysTheEnd();
    void typedBytesAreShownBeforeTheRunArrives();
    void anEditedInstructionBringsAnotherOutcome();
    void twoDigitsOfOneByteAreOneStepOfUndo();
    void undoNamesTheAddress();
    void typingWhatIsThereIsNoEdit();
    void undoneWhileTheRunIsOnItsWay();
    void editsBelongToOneIntercept();
    void undoGoesToItsIntercept();
    void theSourceIsNeverChanged();
    void openingForgetsEdits();
    void revertAllIsOneStepOfUndo();
    void whereNothingIsMappedIsReadOnly_data();
    void whereNothingIsMappedIsReadOnly();
    void pasteIsAllOrNothing();
    void pasteCrossesPages();
    void fillRepeatsItsPattern();
    void bytesAreReadAsPeopleWriteThem_data();
    void bytesAreReadAsPeopleWriteThem();
    void modelMarksWhatWasEdited();
    void editsAreAValue();
};

void TestMemoryEdit::typingRunsTheInterceptAgainAndKeepsThePlace()
{
    OpenSession open(u"all"_s);
    open.goTo(0, 3);
    QSignalSpy ran(&open.session, &models::Session::runChanged);
    const auto before = open.session.run();
    QCOMPARE(MemoryEditor(&open.session).typeDigit(AddressSpace::Va, kSpare, true, 0xa), QString());
    QVERIFY(open.session.isEditPending());
    open.wait();
    QVERIFY(!open.session.isEditPending());
    QCOMPARE(ran.size(), 1);
    QVERIFY(open.session.run() != before);
    QCOMPARE(open.session.position(), (models::Position { 0, 3 }));
    QCOMPARE(beforeByte(open.session, kSparePa), quint8(0xa0));
    QCOMPARE(open.session.edits()->byteCount(), 1);
}

void TestMemoryEdit::theEndStaysTheEnd()
{
    OpenSession open(u"all"_s);
    open.goTo(0, 1000);
    const int end = open.session.stepCount();
    QCOMPARE(open.session.position().step, end);
    MemoryEditor(&open.session).typeByte(AddressSpace::Pa, kSparePa, 1);
    open.wait();
    QCOMPARE(open.session.position().step, open.session.stepCount());
}

void TestMemoryEdit::typedBytesAreShownBeforeTheRunArrives()
{
    test::WaitingSession open(u"all"_s);
    MemoryModel model(&open.session);
    model.setAddress(AddressSpace::Va, kSpare);
    open.opener.control->runsWait = true;
    MemoryEditor(&open.session).typeByte(AddressSpace::Va, kSpare, 0x5a);
    QCOMPARE(model.byteAt(kSpare), std::optional<quint8>(0x5a));
    QVERIFY(model.index(model.rowOf(kSpare), MemoryModel::Hex).data().toString().startsWith(u"5a 00"_s));
    QCOMPARE(beforeByte(open.session, kSparePa), quint8(0));
    // A second one joins it, whatever is on its way.
    MemoryEditor(&open.session).typeByte(AddressSpace::Va, kSpare + 1, 0xa5);
    QVERIFY(model.index(model.rowOf(kSpare), MemoryModel::Hex).data().toString().startsWith(u"5a a5"_s));
    open.opener.control->runsWait = false;
    open.wait();
    QCOMPARE(beforeByte(open.session, kSparePa), quint8(0x5a));
    QCOMPARE(beforeByte(open.session, kSparePa + 1), quint8(0xa5));
}

void TestMemoryEdit::anEditedInstructionBringsAnotherOutcome()
{
    OpenSession open(u"all"_s);
    const auto outcome = [&] { return open.session.run()->outcome.kind; };
    QCOMPARE(outcome(), hypervisor::OutcomeKind::Completed);
    const auto rowBefore = open.session.rows()[0].outcome;
    // b . does not touch the device at all.
    const QByteArray branch("\x00\x00\x00\x14", 4);
    QCOMPARE(MemoryEditor(&open.session).paste(AddressSpace::Va, test::kCodeVa, branch), QString());
    open.wait();
    QVERIFY(!open.session.run()->intercept || outcome() != hypervisor::OutcomeKind::Completed);
    // The list of intercepts says so too.
    QVERIFY(open.session.rows()[0].outcome != rowBefore);
    open.session.edits()->undoStack()->undo();
    open.wait();
    QCOMPARE(outcome(), hypervisor::OutcomeKind::Completed);
    QCOMPARE(open.session.rows()[0].outcome, rowBefore);
}

void TestMemoryEdit::twoDigitsOfOneByteAreOneStepOfUndo()
{
    OpenSession open(u"all"_s);
    const MemoryEditor editor(&open.session);
    editor.typeDigit(AddressSpace::Va, kSpare, true, 0x4);
    editor.typeDigit(AddressSpace::Va, kSpare, false, 0x8);
    editor.typeDigit(AddressSpace::Va, kSpare + 1, true, 0x6);
    open.wait();
    QCOMPARE(open.session.edits()->undoStack()->count(), 2);
    QCOMPARE(beforeByte(open.session, kSparePa), quint8(0x48));
    QCOMPARE(beforeByte(open.session, kSparePa + 1), quint8(0x60));
    open.session.edits()->undoStack()->undo();
    open.wait();
    QCOMPARE(beforeByte(open.session, kSparePa), quint8(0x48));
    QCOMPARE(beforeByte(open.session, kSparePa + 1), quint8(0));
    open.session.edits()->undoStack()->undo();
    open.wait();
    QCOMPARE(beforeByte(open.session, kSparePa), quint8(0));
    QCOMPARE(open.session.edits()->byteCount(), 0);
    open.session.edits()->undoStack()->redo();
    open.wait();
    QCOMPARE(beforeByte(open.session, kSparePa), quint8(0x48));
}

void TestMemoryEdit::undoNamesTheAddress()
{
    OpenSession open(u"all"_s);
    MemoryEditor(&open.session).typeByte(AddressSpace::Ipa, 0x40002000, 1);
    QCOMPARE(open.session.edits()->undoStack()->undoText(), u"typing at IPA 0x40002000"_s);
}

void TestMemoryEdit::typingWhatIsThereIsNoEdit()
{
    OpenSession open(u"all"_s);
    MemoryEditor(&open.session).typeByte(AddressSpace::Va, kSpare, 0);
    QCOMPARE(open.session.edits()->undoStack()->count(), 0);
    // Nor is going back to it by hand.
    MemoryEditor(&open.session).typeByte(AddressSpace::Va, kSpare, 7);
    open.wait();
    MemoryEditor(&open.session).typeByte(AddressSpace::Va, kSpare, 0);
    open.wait();
    QCOMPARE(open.session.edits()->byteCount(), 0);
    QCOMPARE(open.session.edits()->version(0), quint64(0));
}

void TestMemoryEdit::undoneWhileTheRunIsOnItsWay()
{
    test::WaitingSession open(u"all"_s);
    const MemoryEditor editor(&open.session);
    editor.typeByte(AddressSpace::Va, kSpare, 1);
    open.wait();
    open.opener.control->runsWait = true;
    open.session.edits()->undoStack()->undo();
    // The run that is shown still has the old edit; what the byte was is known all the same.
    editor.typeByte(AddressSpace::Va, kSpare, 2);
    QCOMPARE(open.session.edits()->current().at(kSparePa), (std::optional(MemoryEdits::Byte { 0, 2 })));
    open.opener.control->runsWait = false;
    open.wait();
    QCOMPARE(beforeByte(open.session, kSparePa), quint8(2));
}

void TestMemoryEdit::editsBelongToOneIntercept()
{
    OpenSession open(u"uart"_s);
    MemoryEditor(&open.session).typeByte(AddressSpace::Va, kSpare, 9);
    open.wait();
    open.goTo(1, 0);
    QCOMPARE(beforeByte(open.session, kSparePa), quint8(0));
    QVERIFY(open.session.edits()->current().isEmpty());
    open.goTo(0, 0);
    QCOMPARE(beforeByte(open.session, kSparePa), quint8(9));
    // Under another policy too.
    for (const auto* policy : hypervisor::policies()) {
        open.session.setPolicy(QString::fromLatin1(policy->id()));
        open.wait();
        QCOMPARE(beforeByte(open.session, kSparePa), quint8(9));
    }
}

void TestMemoryEdit::undoGoesToItsIntercept()
{
    OpenSession open(u"uart"_s);
    open.goTo(1, 2);
    MemoryEditor(&open.session).typeByte(AddressSpace::Va, kSpare, 9);
    open.wait();
    open.goTo(0, 1);
    open.session.edits()->undoStack()->undo();
    open.wait();
    QCOMPARE(open.session.position(), (models::Position { 1, 2 }));
    QCOMPARE(beforeByte(open.session, kSparePa), quint8(0));
}

void TestMemoryEdit::theSourceIsNeverChanged()
{
    OpenSession open(u"uart"_s);
    MemoryEditor(&open.session).typeByte(AddressSpace::Va, kSpare, 9);
    open.wait();
    open.session.edits()->clear();
    open.goTo(1, 0);
    open.goTo(0, 0);
    QCOMPARE(beforeByte(open.session, kSparePa), quint8(0));
}

void TestMemoryEdit::openingForgetsEdits()
{
    OpenSession open(u"uart"_s);
    MemoryEditor(&open.session).typeByte(AddressSpace::Va, kSpare, 9);
    open.wait();
    open.open(u"broken"_s);
    QCOMPARE(open.session.edits()->byteCount(), 1);
    QSignalSpy changed(open.session.edits(), &models::SessionEdits::changed);
    open.open(u"uart"_s);
    QCOMPARE(open.session.edits()->byteCount(), 0);
    QCOMPARE(open.session.edits()->undoStack()->count(), 0);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(beforeByte(open.session, kSparePa), quint8(0));
}

void TestMemoryEdit::revertAllIsOneStepOfUndo()
{
    OpenSession open(u"uart"_s);
    MemoryEditor(&open.session).typeByte(AddressSpace::Va, kSpare, 9);
    open.goTo(1, 0);
    MemoryEditor(&open.session).typeByte(AddressSpace::Va, kSpare + 5, 8);
    open.wait();
    QCOMPARE(open.session.edits()->byteCount(), 2);
    open.session.edits()->revertAll();
    open.wait();
    QCOMPARE(open.session.edits()->byteCount(), 0);
    QCOMPARE(beforeByte(open.session, kSparePa + 5), quint8(0));
    open.session.edits()->undoStack()->undo();
    open.wait();
    QCOMPARE(open.session.edits()->byteCount(), 2);
    QCOMPARE(beforeByte(open.session, kSparePa + 5), quint8(8));
}

void TestMemoryEdit::whereNothingIsMappedIsReadOnly_data()
{
    QTest::addColumn<int>("space");
    QTest::addColumn<quint64>("address");
    QTest::newRow("hole by VA") << int(AddressSpace::Va) << quint64(0x10000000);
    QTest::newRow("device by VA") << int(AddressSpace::Va) << quint64(test::kUartVa);
    QTest::newRow("device by IPA") << int(AddressSpace::Ipa) << quint64(test::kUartIpa);
    QTest::newRow("hole by PA") << int(AddressSpace::Pa) << quint64(0x10000000);
    QTest::newRow("last address") << int(AddressSpace::Va) << ~quint64(0);
}

void TestMemoryEdit::whereNothingIsMappedIsReadOnly()
{
    QFETCH(const int, space);
    QFETCH(const quint64, address);
    OpenSession open(u"all"_s);
    const MemoryEditor editor(&open.session);
    const auto where = AddressSpace(space);
    const QString why = editor.typeDigit(where, address, true, 1);
    QVERIFY2(why.contains(u"cannot be changed"_s), qPrintable(why));
    QVERIFY(!editor.typeByte(where, address, 1).isEmpty());
    QVERIFY(!editor.paste(where, address, "abc").isEmpty());
    QVERIFY(!editor.fill(where, address, 3, "a").isEmpty());
    QCOMPARE(open.session.edits()->byteCount(), 0);
    const test::TestOpener opener;
    models::Session empty(opener.opener());
    QVERIFY(!MemoryEditor(&empty).typeByte(where, address, 1).isEmpty());
}

void TestMemoryEdit::pasteIsAllOrNothing()
{
    OpenSession open(u"all"_s);
    // The mapping ends 64 KiB after its start.
    const quint64 end = test::kCodeVa + 0x10000;
    const QString why = MemoryEditor(&open.session).paste(AddressSpace::Va, end - 2, "abcd");
    QVERIFY2(why.contains(u"0x41"_s), qPrintable(why));
    QCOMPARE(open.session.edits()->byteCount(), 0);
    QVERIFY(!MemoryEditor(&open.session)
                 .paste(AddressSpace::Va, kSpare, QByteArray(MemoryEditor::kMaxBytes + 1, 'x'))
                 .isEmpty());
}

void TestMemoryEdit::pasteCrossesPages()
{
    OpenSession open(u"all"_s);
    QCOMPARE(MemoryEditor(&open.session).paste(AddressSpace::Va, kSpare - 2, "abcd"), QString());
    open.wait();
    for (int i = 0; i < 4; ++i)
        QCOMPARE(beforeByte(open.session, kSparePa - 2 + quint64(i)), quint8('a' + i));
    QCOMPARE(open.session.edits()->undoStack()->count(), 1);
}

void TestMemoryEdit::fillRepeatsItsPattern()
{
    OpenSession open(u"all"_s);
    QCOMPARE(MemoryEditor(&open.session).fill(AddressSpace::Va, kSpare, 5, "xy"), QString());
    open.wait();
    const QByteArray expected("xyxyx");
    for (int i = 0; i < expected.size(); ++i)
        QCOMPARE(beforeByte(open.session, kSparePa + quint64(i)), quint8(expected[i]));
    QCOMPARE(beforeByte(open.session, kSparePa + 5), quint8(0));
    QVERIFY(!MemoryEditor(&open.session).fill(AddressSpace::Va, kSpare, 5, {}).isEmpty());
}

void TestMemoryEdit::bytesAreReadAsPeopleWriteThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("pairs") << u"48 65 6c"_s << QByteArray("Hel");
    QTest::newRow("one word") << u"48656C"_s << QByteArray("Hel");
    QTest::newRow("C") << u"0x48, 0x65,\n0x6c"_s << QByteArray("Hel");
    QTest::newRow("colons") << u"48:65:6c"_s << QByteArray("Hel");
    QTest::newRow("half a byte") << u"48 6"_s << QByteArray();
    QTest::newRow("no digit") << u"48 6z"_s << QByteArray();
    QTest::newRow("prefix alone") << u"0x"_s << QByteArray();
    QTest::newRow("nothing") << u" \n"_s << QByteArray();
}

void TestMemoryEdit::bytesAreReadAsPeopleWriteThem()
{
    QFETCH(const QString, text);
    QFETCH(const QByteArray, bytes);
    QString error;
    const auto read = MemoryEditor::bytesFromHex(text, &error);
    QCOMPARE(read.has_value(), !bytes.isEmpty());
    QCOMPARE(read.value_or(QByteArray()), bytes);
    QCOMPARE(error.isEmpty(), !bytes.isEmpty());
}

void TestMemoryEdit::modelMarksWhatWasEdited()
{
    OpenSession open(u"all"_s);
    MemoryModel model(&open.session);
    model.setFollow(false);
    model.setAddress(AddressSpace::Va, kSpare);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    MemoryEditor(&open.session).paste(AddressSpace::Va, kSpare + 2, "ab");
    QVERIFY(!changed.isEmpty());
    open.wait();
    const QModelIndex row = model.index(model.rowOf(kSpare), 0);
    QCOMPARE(row.data(models::EditedBytesRole).toUInt(), 0b1100U);
    QCOMPARE(models::ItemState(row.data(models::StateRole).toInt()), models::ItemState::Different);
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(u"edited"_s));
    QCOMPARE(model.originalOf(kSpare + 2), std::optional<quint8>(0));
    QCOMPARE(model.originalOf(kSpare), std::nullopt);
    // The same bytes by another address.
    model.setAddress(AddressSpace::Pa, kSparePa);
    QCOMPARE(model.index(model.rowOf(kSparePa), 0).data(models::EditedBytesRole).toUInt(), 0b1100U);
}

void TestMemoryEdit::editsAreAValue()
{
    MemoryEdits edits;
    edits.set(0x1000, 0, 1);
    edits.set(0x1001, 0, 2);
    edits.set(0x2000, 5, 6);
    const auto ranges = edits.toRun();
    QCOMPARE(ranges.size(), std::size_t(2));
    QCOMPARE(ranges[0].address.value, quint64(0x1000));
    QVERIFY((ranges[0].bytes == std::vector<std::uint8_t> { 1, 2 }));
    edits.set(0x2000, 99, 5);
    QCOMPARE(edits.size(), 2);
    QCOMPARE(edits.at(0x2000), std::nullopt);
}

QTEST_GUILESS_MAIN(TestMemoryEdit)
#include "tst_memoryedit.moc"
