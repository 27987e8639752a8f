// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/base/splitmix.h"
#include "models/decodemodel.h"
#include "models/decodepaste.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fscope;
using models::DecodeEditor;
using models::DecodeModel;
using models::DecodeSubject;
using Side = DecodeEditor::Side;

class TestDecodeModel : public QObject
{
    Q_OBJECT

private slots:
    void pastedTextIsTakenApart_data();
    void pastedTextIsTakenApart();
    void wrongNumbersAreNamed_data();
    void wrongNumbersAreNamed();
    void valuesOfOneMessageBelongTogether();
    void aFieldIsChangedByItsMeaning();
    void aWrongFieldTextIsRefusedWithItsReason();
    void rowsWithoutMeaningCannotBeEdited();
    void writingEachFieldBackChangesNothing_data();
    void writingEachFieldBackChangesNothing();
    void editsAreUndoneOneByOneAndTypingAtOnce();
    void anotherSubjectKeepsTheBitsThatFit();
    void bothValuesStandSideBySide();
    void historyHoldsEachValueOnce();
};

namespace {

int rowOf(const QAbstractItemModel& model, const QString& name, int column = models::FieldModel::Name)
{
    // A name may stand on a row without meaning and again on the one that has it: the last is meant.
    for (int row = model.rowCount() - 1; row >= 0; --row) {
        if (model.index(row, column).data().toString() == name)
            return row;
    }
    return -1;
}

QString listed(const models::DecodePaste& paste)
{
    QStringList out;
    for (const models::DecodeItem& item : paste.items)
        out << QString::fromStdString(models::reportOf(item.subject, item.value).name) + u'='
                + QString::number(item.value, 16) + u'@' + QString::number(item.line);
    return out.join(u' ');
}

} // namespace

void TestDecodeModel::pastedTextIsTakenApart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");
    QTest::newRow("with 0x") << u"0x93c08006"_s << u"ESR_EL2=93c08006@0"_s;
    QTest::newRow("as logs print it") << u" 93c08006\n"_s << u"ESR_EL2=93c08006@0"_s;
    QTest::newRow("underscores, ticks, blanks") << u"0x93c0_80'06 "_s << u"ESR_EL2=93c08006@0"_s;
    QTest::newRow("thin spaces as the window shows")
        << u"0x0000\u20090000\u200993c0\u20098006"_s << u"ESR_EL2=93c08006@0"_s;
    QTest::newRow("register by name") << u"HCR_EL2 = 0x80000001"_s << u"HCR_EL2=80000001@1"_s;
    QTest::newRow("two registers") << u"esr_el2: 0x93c08006\nfar_el2 0x1000"_s
                                   << u"ESR_EL2=93c08006@1 FAR_EL2=1000@2"_s;
    QTest::newRow("a number in each line") << u"0x1\n\n0x2\n"_s << u"ESR_EL2=1@1 ESR_EL2=2@3"_s;
    QTest::newRow("Linux oops") << u"[ 1.0] Unable to handle kernel paging request at virtual address "
                                   "ffff80dead000010\n[ 1.0]   ESR = 0x0000000096000004\n"_s
                                << u"FAR_EL1=ffff80dead000010@1 ESR_EL1=96000004@2"_s;
}

void TestDecodeModel::pastedTextIsTakenApart()
{
    QFETCH(QString, text);
    QFETCH(QString, found);
    const models::DecodePaste paste = models::decodePaste(text, {});
    QCOMPARE(listed(paste), found);
    QVERIFY2(paste.error.isEmpty(), qPrintable(paste.error));
}

void TestDecodeModel::wrongNumbersAreNamed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("part");
    QTest::newRow("digit") << u"0x93g0"_s << u"'g'"_s;
    QTest::newRow("width") << u"0x1ffffffffffffffff"_s << u"64"_s;
    QTest::newRow("nothing") << u"  \n"_s << u"no text"_s;
    QTest::newRow("prose") << u"the guest did not start today\nit is a pity"_s
                           << u"no value of a known form"_s;
}

void TestDecodeModel::wrongNumbersAreNamed()
{
    QFETCH(QString, text);
    QFETCH(QString, part);
    const models::DecodePaste paste = models::decodePaste(text, {});
    QVERIFY(paste.items.empty());
    QVERIFY2(paste.error.contains(part), qPrintable(paste.error));
}

void TestDecodeModel::valuesOfOneMessageBelongTogether()
{
    const models::DecodePaste paste
        = models::decodePaste(u"ESR_EL2 = 0x93c08006\nFAR_EL2 = 0x40001234\nHPFAR_EL2 = 0x90000"_s, {});
    QCOMPARE(paste.items.size(), std::size_t(3));
    QCOMPARE(paste.items[0].companions.far.value_or(0), quint64(0x40001234));
    QCOMPARE(paste.items[0].companions.hpfar.value_or(0), quint64(0x90000));
    QCOMPARE(paste.items[2].companions.esr.value_or(0), quint64(0x93c08006));
    const arch::Report report
        = models::reportOf(paste.items[0].subject, paste.items[0].value, paste.items[0].companions);
    QVERIFY(report.remarks.back().str().find("0x9000234") != std::string::npos);
}

void TestDecodeModel::aFieldIsChangedByItsMeaning()
{
    DecodeEditor editor;
    DecodeModel model(&editor, Side::First);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    editor.setValue(0x93c08006);
    const int sas = rowOf(model, u"SAS"_s);
    QVERIFY(sas >= 0);
    QCOMPARE(model.input(sas), models::FieldInput::Choice);
    const std::vector<models::FieldChoice> choices = model.choices(sas);
    QCOMPARE(choices.size(), std::size_t(4));
    QVERIFY2(choices[0].text.startsWith(u"0b00  Byte"_s), qPrintable(choices[0].text));
    QVERIFY(model.setData(model.index(sas, models::FieldModel::Value), quint64(0)));
    QCOMPARE(editor.value(), quint64(0x93008006));
    // Another class brings other fields.
    const int ec = rowOf(model, u"EC"_s);
    QCOMPARE(model.choices(ec).size(), std::size_t(64));
    QVERIFY(model.setData(model.index(ec, models::FieldModel::Value), u"0x16"_s));
    QCOMPARE(editor.value() >> 26, quint64(0x16));
    QCOMPARE(rowOf(model, u"SAS"_s), -1);
    const int dfsc = rowOf(model, u"imm16"_s);
    QVERIFY(dfsc >= 0);
    QCOMPARE(model.input(dfsc), models::FieldInput::Number);
    bool hasReserved = false;
    for (const models::FieldChoice& choice : model.choices(rowOf(model, u"EC"_s)))
        hasReserved = hasReserved || choice.reserved;
    QVERIFY(hasReserved);
}

void TestDecodeModel::aWrongFieldTextIsRefusedWithItsReason()
{
    DecodeEditor editor;
    DecodeModel model(&editor, Side::First);
    editor.setValue(0x93c08006);
    QSignalSpy refused(&model, &DecodeModel::refused);
    const QModelIndex srt = model.index(rowOf(model, u"SRT"_s), models::FieldModel::Value);
    QVERIFY(!model.setData(srt, u"0x20"_s));
    QVERIFY(!model.setData(srt, u"0xz"_s));
    QCOMPARE(editor.value(), quint64(0x93c08006));
    QCOMPARE(refused.size(), 2);
    QVERIFY(refused[0][0].toString().contains(u"5"_s));
    QVERIFY(refused[1][0].toString().contains(u"'z'"_s));
}

void TestDecodeModel::rowsWithoutMeaningCannotBeEdited()
{
    DecodeEditor editor;
    DecodeModel model(&editor, Side::First);
    editor.setValue(0x92000006); // ISV = 0
    const QModelIndex sas = model.index(rowOf(model, u"SAS"_s), models::FieldModel::Value);
    QVERIFY(sas.isValid());
    QVERIFY((model.flags(sas) & Qt::ItemIsEditable) == 0);
    QVERIFY(!model.setData(sas, quint64(1)));
    const QModelIndex isv = model.index(rowOf(model, u"ISV"_s), models::FieldModel::Value);
    QVERIFY((model.flags(isv) & Qt::ItemIsEditable) != 0);
}

void TestDecodeModel::writingEachFieldBackChangesNothing_data()
{
    QTest::addColumn<int>("choice");
    for (std::size_t i = 0; i < models::decodeChoices().size(); ++i)
        QTest::newRow(qPrintable(models::choiceText(models::decodeChoices()[i]))) << int(i);
}

void TestDecodeModel::writingEachFieldBackChangesNothing()
{
    QFETCH(int, choice);
    DecodeSubject subject;
    subject.kind = models::decodeChoices()[std::size_t(choice)].kind;
    subject.name = models::decodeChoices()[std::size_t(choice)].name;
    DecodeEditor editor;
    DecodeModel model(&editor, Side::First);
    editor.setSubject(subject);
    for (int round = 0; round < 50; ++round) {
        editor.setValue(splitmix(20261120, quint64(round) + 1));
        const quint64 before = editor.value();
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.input(row) == models::FieldInput::None)
                continue;
            QVERIFY(model.setData(model.index(row, models::FieldModel::Value), model.fieldValue(row)));
            QVERIFY2(editor.value() == before,
                qPrintable(model.index(row, models::FieldModel::Name).data().toString()));
            // The text that an editor would show is read back as the same value.
            const QModelIndex index = model.index(row, models::FieldModel::Value);
            QVERIFY(model.setData(index, index.data(Qt::EditRole)));
            QCOMPARE(editor.value(), before);
        }
    }
}

void TestDecodeModel::editsAreUndoneOneByOneAndTypingAtOnce()
{
    DecodeEditor editor;
    editor.setValue(0x93c08006);
    editor.flipBit(6);
    editor.setValue(0x1, Side::First, true);
    editor.setValue(0x12, Side::First, true);
    editor.setValue(0x123, Side::First, true);
    editor.undoStack()->undo();
    QCOMPARE(editor.value(), quint64(0x93c08046));
    editor.undoStack()->undo();
    QCOMPARE(editor.value(), quint64(0x93c08006));
    editor.undoStack()->redo();
    editor.undoStack()->redo();
    QCOMPARE(editor.value(), quint64(0x123));
    editor.flipBit(64); // there is none
    QCOMPARE(editor.value(), quint64(0x123));
}

void TestDecodeModel::anotherSubjectKeepsTheBitsThatFit()
{
    DecodeEditor editor;
    editor.setValue(0x1'f9400020);
    DecodeSubject subject;
    subject.kind = DecodeSubject::Kind::Instruction;
    editor.setSubject(subject);
    QCOMPARE(editor.value(), quint64(0xf9400020));
    QCOMPARE(editor.width(), 32U);
    QVERIFY(editor.report().sentence.str().find("ldr") != std::string::npos);
    editor.undoStack()->undo();
    QCOMPARE(editor.value(), quint64(0x1'f9400020));
}

void TestDecodeModel::bothValuesStandSideBySide()
{
    DecodeEditor editor;
    models::DecodeDiffModel diff(&editor);
    const QAbstractItemModelTester tester(&diff, QAbstractItemModelTester::FailureReportingMode::QtTest);
    editor.setValue(0x93c08006);
    QCOMPARE(diff.rowCount(), 0);
    editor.setComparing(true);
    QCOMPARE(diff.differences(), 0);
    QVERIFY(diff.rowCount() > 10);
    editor.setValue(0x93c08046, Side::Second);
    QCOMPARE(diff.differences(), 1);
    const int wnr = rowOf(diff, u"WnR"_s, models::DecodeDiffModel::Name);
    QCOMPARE(diff.index(wnr, models::DecodeDiffModel::FirstValue).data().toString(), u"0"_s);
    QCOMPARE(diff.index(wnr, models::DecodeDiffModel::SecondValue).data().toString(), u"1"_s);
    QCOMPARE(diff.index(wnr, 0).data(models::StateRole).toInt(), int(models::ItemState::Different));
    // A field that only one of them has.
    editor.setValue(0x5a000000, Side::Second);
    const int imm = rowOf(diff, u"imm16"_s, models::DecodeDiffModel::Name);
    QVERIFY(imm >= 0);
    QCOMPARE(diff.index(imm, models::DecodeDiffModel::FirstValue).data().toString(), u"–"_s);
    editor.setComparing(false);
    QCOMPARE(diff.rowCount(), 0);
}

void TestDecodeModel::historyHoldsEachValueOnce()
{
    DecodeEditor editor;
    const auto show = [&editor](quint64 value) {
        models::DecodeItem item;
        item.value = value;
        editor.show(item);
    };
    show(1);
    show(2);
    show(1);
    QCOMPARE(editor.history().size(), std::size_t(2));
    QCOMPARE(editor.history()[0].value, quint64(1));
    editor.flipBit(4); // kept when something else is shown
    show(3);
    QCOMPARE(editor.history()[1].value, quint64(0x11));
    for (quint64 value = 100; value < 500; ++value)
        show(value);
    QCOMPARE(editor.history().size(), DecodeEditor::kMaxHistory);
}

QTEST_GUILESS_MAIN(TestDecodeModel)
#include "tst_decodemodel.moc"
