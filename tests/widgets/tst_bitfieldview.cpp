// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/fieldmodel.h"
#include "models/session.h"
#include "tests/models/opensession.h"
#include "widgets/bitfielddrawing.h"
#include "widgets/bitfieldview.h"
#include "widgets/theme.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using namespace fscope;
using namespace fscope::widgets;
using namespace Qt::StringLiterals;
using models::ItemState;

namespace {

/// One field as a row of a model.
struct FieldRow {
    int hi;
    int lo;
    const char* name;
    ItemState state = ItemState::Normal;
};

void addRow(QStandardItemModel& model, const FieldRow& row)
{
    QList<QStandardItem*> items;
    const QString bits = QStringLiteral("%1:%2").arg(row.hi).arg(row.lo);
    for (const QString& text : { bits, QString::fromLatin1(row.name), u"0x1"_s, u"means something"_s })
        items << new QStandardItem(text);
    for (QStandardItem* item : items) {
        item->setData(QPoint(row.hi, row.lo), models::BitRangeRole);
        item->setData(int(row.state), models::StateRole);
        item->setData(item->text(), models::CopyRole);
    }
    items[1]->setToolTip(u"explains "_s + QString::fromLatin1(row.name));
    model.appendRow(items);
}

std::vector<BitField> fields(std::initializer_list<std::pair<int, int>> ranges)
{
    std::vector<BitField> out;
    for (const auto& [hi, lo] : ranges) {
        BitField field;
        field.hi = hi;
        field.lo = lo;
        out.push_back(field);
    }
    return out;
}

QString runsText(const std::vector<BitRun>& runs)
{
    QStringList out;
    for (const BitRun& run : runs)
        out << QStringLiteral("%1:%2=%3").arg(run.hi).arg(run.lo).arg(run.field);
    return out.join(u' ');
}

} // namespace

class TestBitFieldView : public QObject
{
    Q_OBJECT
private slots:
    void bitBelongsToTheLastFieldThatCoversIt();
    void runsDoNotCrossTheMiddle();
    void narrowPanelTakesTwoRows();
    void boxesLieSideBySideInsideTheWidth();
    void arrowKeysWalkTheFields();
    void choosingARowChoosesItsBox();
    void rowThatOwnsNoBitIsStillExplained();
    void fieldsAreChildrenOfTheAccessibleTree();
    void unknownValueShowsNoDigits();
    void everyExceptionClassIsDrawn_data();
    void everyExceptionClassIsDrawn();
};

void TestBitFieldView::bitBelongsToTheLastFieldThatCoversIt()
{
    QCOMPARE(runsText(bitRuns(fields({ { 7, 0 }, { 5, 4 } }), 8)), u"7:6=0 5:4=1 3:0=0"_s);
    QCOMPARE(runsText(bitRuns(fields({ { 5, 4 }, { 5, 5 } }), 6)), u"5:5=1 4:4=0 3:0=-1"_s);
}

void TestBitFieldView::runsDoNotCrossTheMiddle()
{
    QCOMPARE(runsText(bitRuns(fields({ { 40, 20 } }), 64)), u"63:41=-1 40:32=0 31:20=0 19:0=-1"_s);
    QCOMPARE(runsText(bitRuns({}, 0)), QString());
    // A field beyond the width, or with its ends the wrong way round, takes nothing.
    QCOMPARE(runsText(bitRuns(fields({ { 70, 60 }, { 2, 5 } }), 32)), u"31:0=-1"_s);
}

void TestBitFieldView::narrowPanelTakesTwoRows()
{
    BitFieldDrawing::Content content;
    content.fields = fields({ { 63, 32 }, { 31, 0 } });
    const BitFieldDrawing wide(content, digitsWidthForBits(64) * 2);
    const BitFieldDrawing narrow(content, digitsWidthForBits(32));
    QCOMPARE(wide.bitRows(), 1);
    QCOMPARE(narrow.bitRows(), 2);
    QVERIFY(narrow.size().height() > wide.size().height());
}

void TestBitFieldView::boxesLieSideBySideInsideTheWidth()
{
    for (const qreal width : { 200.0, 700.0, 3000.0 }) {
        BitFieldDrawing::Content content;
        content.fields = fields({ { 31, 26 }, { 25, 25 }, { 24, 24 }, { 23, 6 }, { 5, 0 } });
        content.width = 32;
        const BitFieldDrawing drawing(content, width);
        qreal right = 0;
        for (const CanvasItem& item : drawing.items()) {
            QVERIFY(item.rect.left() >= right - 0.01);
            QVERIFY(item.rect.width() > 0);
            right = item.rect.right();
        }
        QVERIFY(right <= width);
    }
}

void TestBitFieldView::arrowKeysWalkTheFields()
{
    QStandardItemModel model;
    for (const FieldRow& row :
        { FieldRow { 31, 26, "EC" }, FieldRow { 25, 25, "IL" }, FieldRow { 24, 0, "ISS" } })
        addRow(model, row);
    BitFieldView view;
    view.resize(900, 200);
    view.setModel(&model);
    view.setWord(0x92000047, 32, true);
    QSignalSpy chosen(&view, &BitFieldView::currentRowChanged);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.currentRow(), 0);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.currentRow(), 1);
    QTest::keyClick(&view, Qt::Key_End);
    QCOMPARE(view.currentRow(), 2);
    QTest::keyClick(&view, Qt::Key_Left);
    QCOMPARE(view.currentRow(), 1);
    QTest::keyClick(&view, Qt::Key_Home);
    QCOMPARE(view.currentRow(), 0);
    QCOMPARE(chosen.count(), 5);
    QSignalSpy activated(&view, &BitFieldView::rowActivated);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.first().first().toInt(), 0);
}

void TestBitFieldView::choosingARowChoosesItsBox()
{
    QStandardItemModel model;
    addRow(model, { 31, 26, "EC" });
    addRow(model, { 25, 0, "ISS" });
    BitFieldView view;
    view.setModel(&model);
    view.setWord(1, 32, true);
    view.setCurrentRow(1);
    QCOMPARE(view.currentItem(), 1);
    // The same row stays chosen when the values change.
    view.setWord(2, 32, true);
    QCOMPARE(view.currentRow(), 1);
    QCOMPARE(view.currentItem(), 1);
    model.removeRow(1);
    QTRY_COMPARE(view.currentRow(), -1);
}

void TestBitFieldView::rowThatOwnsNoBitIsStillExplained()
{
    QStandardItemModel model;
    addRow(model, { 21, 21, "SSE", ItemState::NotValid });
    addRow(model, { 21, 21, "TopLevel" });
    BitFieldView view;
    view.resize(700, 160);
    view.setModel(&model);
    view.setWord(0, 32, true);
    const QImage before = view.grab().toImage();
    view.setCurrentRow(0);
    QCOMPARE(view.currentRow(), 0);
    QCOMPARE(view.currentItem(), -1);
    QVERIFY(view.grab().toImage() != before);
    QVERIFY(view.plainText().contains(u"SSE"_s));
}

void TestBitFieldView::fieldsAreChildrenOfTheAccessibleTree()
{
    QStandardItemModel model;
    addRow(model, { 31, 26, "EC" });
    addRow(model, { 25, 0, "ISS" });
    BitFieldView view;
    view.setModel(&model);
    view.setWord(1, 32, true);
    QAccessibleInterface* tree = QAccessible::queryAccessibleInterface(&view);
    QVERIFY(tree != nullptr);
    QCOMPARE(tree->childCount(), 2);
    QCOMPARE(tree->child(0)->text(QAccessible::Name), u"EC"_s);
    QVERIFY(tree->child(1)->text(QAccessible::Description).contains(u"means something"_s));
    QCOMPARE(tree->child(1)->text(QAccessible::Help), u"explains ISS"_s);
    QCOMPARE(tree->indexOfChild(tree->child(1)), 1);
    QCOMPARE(tree->child(2), nullptr);
    QAccessibleActionInterface* action = tree->child(1)->actionInterface();
    QVERIFY(action != nullptr);
    action->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(view.currentRow(), 1);
    QVERIFY(tree->child(1)->state().selected);
}

void TestBitFieldView::unknownValueShowsNoDigits()
{
    QStandardItemModel model;
    addRow(model, { 31, 0, "all" });
    BitFieldView view;
    view.resize(700, 160);
    view.setModel(&model);
    view.setWord(0, 32, false);
    const QImage unknown = view.grab().toImage();
    view.setWord(0xffffffff, 32, false);
    QCOMPARE(view.grab().toImage(), unknown);
    view.setWord(0, 32, true);
    QVERIFY(view.grab().toImage() != unknown); // 0 and not known look different
}

void TestBitFieldView::everyExceptionClassIsDrawn_data()
{
    QTest::addColumn<quint64>("esr");
    for (unsigned ec = 0; ec < 64; ++ec) {
        QTest::addRow("EC 0x%02x, ISS 0", ec) << quint64(ec << 26);
        QTest::addRow("EC 0x%02x, all ISS bits", ec) << (quint64(ec) << 26 | 0x00ff'ffff'03ff'ffffU);
    }
}

void TestBitFieldView::everyExceptionClassIsDrawn()
{
    QFETCH(quint64, esr);
    models::Session session;
    models::FieldModel model(&session);
    model.setRegister(arch::RegisterName::EsrEl2, esr);
    BitFieldView view;
    view.resize(700, 200);
    view.setModel(&model);
    view.setWord(esr, 64, true);
    // Each bit has its box, left to right.
    int bit = 63;
    std::vector<BitField> all;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QPoint range = model.index(row, 0).data(models::BitRangeRole).toPoint();
        BitField field;
        field.hi = range.x();
        field.lo = range.y();
        all.push_back(field);
    }
    for (const BitRun& run : bitRuns(all, 64)) {
        QCOMPARE(run.hi, bit);
        QVERIFY2(run.field >= 0, "a bit that no field claims");
        bit = run.lo - 1;
    }
    QCOMPARE(bit, -1);
    QVERIFY(!view.grab().isNull());
    for (const CanvasItem& item : view.items())
        QVERIFY(!item.name.isEmpty() && !item.text.isEmpty());
}

QTEST_MAIN(TestBitFieldView)
#include "tst_bitfieldview.moc"
