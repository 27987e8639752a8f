// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/memorymodel.h"
#include "models/memorysearchmodel.h"
#include "models/sessionedits.h"
#include "tests/models/opensession.h"
#include "widgets/hexview.h"
#include "widgets/memorydelegate.h"
#include "widgets/memoryfind.h"
#include "widgets/memorypanel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fscope;
using models::AddressSpace;
using models::MemoryModel;
using models::MemorySearchModel;
using widgets::HexLayout;
using widgets::HexView;
using widgets::MemoryFind;
using widgets::MemoryPanel;

namespace {

constexpr quint64 kSpare = test::kCodeVa + 0x2000;
constexpr quint64 kSparePa = 0x50002000;

/// A panel that shows memory nobody touches, with the keyboard in it.
struct Shown : test::OpenSession {
    MemoryPanel panel { &session };
    Shown()
        : OpenSession(u"all"_s)
    {
        panel.resize(900, 500);
        panel.show();
        panel.activateWindow();
        panel.showAddress(AddressSpace::Va, kSpare);
    }
    HexView* view() const { return panel.hexView(); }
    MemoryFind* bar() const { return panel.findChild<MemoryFind*>(u"memoryFind"_s); }
    QLineEdit* text() const { return panel.findChild<QLineEdit*>(u"memoryFindText"_s); }
    MemorySearchModel* matches() const { return panel.findChild<MemorySearchModel*>(); }
    QString problem() const { return panel.findChild<QLabel*>(u"memoryError"_s)->text(); }
    QString rowText(quint64 address, int column) const
    {
        const auto* model = qobject_cast<const MemoryModel*>(view()->model());
        return model->index(model->rowOf(address), column).data().toString();
    }
    void type(const QString& keys) const
    {
        for (const QChar key : keys)
            QTest::keyClick(view(), key.toLatin1());
    }
    bool searched() const
    {
        return QTest::qWaitFor([this] { return !matches()->isSearching(); });
    }
};

} // namespace

/// The Memory panel under real keys: typing over bytes, and looking for some.
class TestMemoryFind : public QObject
{
    Q_OBJECT
private slots:
    void digitsStandWhereTheModelPrintsThem_data();
    void digitsStandWhereTheModelPrintsThem();
    void typedDigitsOverwriteAndMoveOn();
    void digitsOfAGroupAreTypedAsTheyAreRead();
    void typedTextOverwrites();
    void lettersThatAreNoDigitsMove();
    void caretWalksOverRowsAndWindow();
    void selectionIsCopiedAndPasted();
    void selectionIsFilled();
    void readOnlyBytesSayWhy();
    void typingStopsFollowing();
    void caretTellsWhatIsThere();
    void clickPutsTheCaretOnADigit();
    void enterSearchesAndGoesToTheMatch();
    void nextAndPreviousWalkTheMatches();
    void matchListGoesThere();
    void problemsStandInTheBar();
    void escapeClosesAndForgets();
    void selectedBytesAreOffered();
};

void TestMemoryFind::digitsStandWhereTheModelPrintsThem_data()
{
    QTest::addColumn<int>("group");
    for (const int group : { 1, 2, 4, 8 })
        QTest::addRow("groups of %d", group) << group;
}

void TestMemoryFind::digitsStandWhereTheModelPrintsThem()
{
    QFETCH(const int, group);
    // A byte with the value of its place: the digits in the text tell which byte they are.
    Shown shown;
    for (int i = 0; i < 16; ++i)
        shown.type(QString::number(i * 17, 16).rightJustified(2, u'0'));
    shown.wait();
    auto* model = qobject_cast<MemoryModel*>(shown.view()->model());
    shown.view()->setGroupSize(group);
    const QString text = shown.rowText(kSpare, MemoryModel::Hex);
    const HexLayout layout { group };
    for (int digit = 0; digit < HexLayout::kDigits; ++digit) {
        const int place = layout.placeOfDigit(digit);
        QCOMPARE(text.mid(place, 1).toInt(nullptr, 16), layout.byteOfDigit(digit));
        QCOMPARE(layout.digitOfPlace(place), digit);
        QCOMPARE(layout.digitOfByte(layout.byteOfDigit(digit), digit % 2 == 0), digit);
    }
    QCOMPARE(model->groupSize(), group);
}

void TestMemoryFind::typedDigitsOverwriteAndMoveOn()
{
    Shown shown;
    shown.type(u"48656C"_s);
    shown.wait();
    QVERIFY(shown.rowText(kSpare, MemoryModel::Hex).startsWith(u"48 65 6c 00"_s));
    QVERIFY(shown.rowText(kSpare, MemoryModel::Text).startsWith(u"Hel"_s));
    QCOMPARE(shown.view()->caret().address, kSpare + 3);
    QVERIFY(shown.view()->caret().high);
    QCOMPARE(shown.session.edits()->byteCount(), 3);
    QTest::keyClick(shown.view(), Qt::Key_Backspace);
    QCOMPARE(shown.view()->caret().address, kSpare + 2);
    QVERIFY(!shown.view()->caret().high);
}

void TestMemoryFind::digitsOfAGroupAreTypedAsTheyAreRead()
{
    Shown shown;
    auto* group = shown.panel.findChild<QComboBox*>(u"memoryGroup"_s);
    group->setCurrentIndex(group->findData(4));
    emit group->activated(group->currentIndex());
    // The first digit of the row is that of the group's last byte.
    QTest::keyClick(shown.view(), Qt::Key_Home);
    shown.view()->setCaretAddress(kSpare + 3);
    shown.type(u"12345678"_s);
    shown.wait();
    QVERIFY(shown.rowText(kSpare, MemoryModel::Hex).startsWith(u"12345678 "_s));
    QCOMPARE(shown.view()->caret().address, kSpare + 7);
    std::array<quint8, 4> bytes {};
    QVERIFY(!shown.session.run()->before->memory.read(Pa(kSparePa), bytes.data(), bytes.size()));
    QCOMPARE(bytes[0], quint8(0x78));
}

void TestMemoryFind::typedTextOverwrites()
{
    Shown shown;
    QTest::keyClick(shown.view(), Qt::Key_T, Qt::ControlModifier);
    QVERIFY(shown.view()->caret().isText);
    shown.type(u"jkgG a"_s);
    shown.wait();
    QVERIFY(shown.rowText(kSpare, MemoryModel::Text).startsWith(u"jkgG a"_s));
    QCOMPARE(shown.view()->caret().address, kSpare + 6);
}

void TestMemoryFind::lettersThatAreNoDigitsMove()
{
    Shown shown;
    shown.type(u"j"_s);
    QCOMPARE(shown.view()->caret().address, kSpare + 16);
    shown.type(u"k"_s);
    QCOMPARE(shown.view()->caret().address, kSpare);
    shown.type(u"z"_s);
    QCOMPARE(shown.session.edits()->byteCount(), 0);
}

void TestMemoryFind::caretWalksOverRowsAndWindow()
{
    Shown shown;
    HexView* view = shown.view();
    QTest::keyClick(view, Qt::Key_End);
    QCOMPARE(view->caret().address, kSpare + 15);
    QTest::keyClick(view, Qt::Key_Right);
    QTest::keyClick(view, Qt::Key_Right);
    QCOMPARE(view->caret().address, kSpare + 16);
    QTest::keyClick(view, Qt::Key_Left);
    QCOMPARE(view->caret().address, kSpare + 15);
    QVERIFY(!view->caret().high);
    // Over the edge of the 64 KiB that are loaded.
    shown.panel.showAddress(AddressSpace::Va, test::kCodeVa);
    QTest::keyClick(view, Qt::Key_Up);
    QCOMPARE(view->caret().address, test::kCodeVa - 16);
    QVERIFY(qobject_cast<MemoryModel*>(view->model())->rowOf(test::kCodeVa - 16) >= 0);
    QTest::keyClick(view, Qt::Key_Down);
    QCOMPARE(view->caret().address, test::kCodeVa);
}

void TestMemoryFind::selectionIsCopiedAndPasted()
{
    Shown shown;
    shown.type(u"0102030405"_s);
    shown.wait();
    QTest::keyClick(shown.view(), Qt::Key_Home);
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(shown.view(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(shown.view()->caret().count(), quint64(5));
    QTest::keyClick(shown.view(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"01 02 03 04 05"_s);
    QTest::keyClick(shown.view(), Qt::Key_Escape);
    QVERIFY(!shown.view()->caret().isSelecting);
    shown.view()->setCaretAddress(kSpare + 0x20);
    QTest::keyClick(shown.view(), Qt::Key_V, Qt::ControlModifier);
    shown.wait();
    QVERIFY(shown.rowText(kSpare + 0x20, MemoryModel::Hex).startsWith(u"01 02 03 04 05 00"_s));
    QCOMPARE(shown.view()->caret().count(), quint64(5));
    QGuiApplication::clipboard()->setText(u"no bytes"_s);
    QTest::keyClick(shown.view(), Qt::Key_V, Qt::ControlModifier);
    QVERIFY(!shown.problem().isEmpty());
}

void TestMemoryFind::selectionIsFilled()
{
    Shown shown;
    shown.view()->selectBytes(kSpare, 5);
    shown.panel.askFill();
    auto* dialog = shown.panel.findChild<QInputDialog*>(u"fillDialog"_s);
    QVERIFY(dialog != nullptr);
    dialog->setTextValue(u"ab cd"_s);
    dialog->accept();
    shown.wait();
    QVERIFY(shown.rowText(kSpare, MemoryModel::Hex).startsWith(u"ab cd ab cd ab 00"_s));
}

void TestMemoryFind::readOnlyBytesSayWhy()
{
    Shown shown;
    shown.panel.showAddress(AddressSpace::Va, test::kUartVa);
    shown.type(u"1"_s);
    QVERIFY2(shown.problem().contains(u"cannot be changed"_s), qPrintable(shown.problem()));
    QCOMPARE(shown.view()->caret().address, test::kUartVa);
    QCOMPARE(shown.session.edits()->byteCount(), 0);
    shown.panel.showAddress(AddressSpace::Va, kSpare);
    QVERIFY(shown.problem().isEmpty());
}

void TestMemoryFind::typingStopsFollowing()
{
    Shown shown;
    auto* follow = shown.panel.findChild<QCheckBox*>(u"memoryFollow"_s);
    follow->setChecked(true);
    shown.type(u"1"_s);
    QVERIFY(!follow->isChecked());
    shown.goTo(2, 1000);
    QVERIFY(qobject_cast<MemoryModel*>(shown.view()->model())->rowOf(kSpare) >= 0);
}

void TestMemoryFind::caretTellsWhatIsThere()
{
    Shown shown;
    const auto told
        = [&] { return shown.panel.findChild<QLabel*>(u"memoryCaret"_s)->text().remove(u'\u2009'); };
    QVERIFY2(told().contains(u"PA 0x50002000"_s), qPrintable(told()));
    shown.type(u"4"_s);
    QVERIFY2(told().contains(u"0x40"_s) && told().contains(u"was 0x00"_s), qPrintable(told()));
    shown.view()->selectBytes(kSpare, 3);
    QVERIFY2(told().contains(u"3"_s), qPrintable(told()));
}

void TestMemoryFind::clickPutsTheCaretOnADigit()
{
    Shown shown;
    HexView* view = shown.view();
    const auto* model = qobject_cast<const MemoryModel*>(view->model());
    const QRect cell = view->visualRect(model->index(model->rowOf(kSpare), MemoryModel::Hex));
    const auto x = [&](double places) {
        return cell.left() + widgets::MemoryDelegate::textMargin(view)
            + int(widgets::MemoryDelegate::digitWidth() * places);
    };
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, { x(3 * 2 + 1.5), cell.center().y() });
    QCOMPARE(view->caret().address, kSpare + 2);
    QVERIFY(!view->caret().high);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, { x(3 * 7 + 0.5), cell.center().y() });
    QCOMPARE(view->caret().address, kSpare + 7);
    QVERIFY(view->caret().high);
    QTest::mouseClick(
        view->viewport(), Qt::LeftButton, Qt::ShiftModifier, { x(3 * 9 + 0.5), cell.center().y() });
    QCOMPARE(view->caret().count(), quint64(3));
}

void TestMemoryFind::enterSearchesAndGoesToTheMatch()
{
    Shown shown;
    shown.type(u"de ad be ef"_s.remove(u' '));
    shown.wait();
    shown.panel.showAddress(AddressSpace::Ipa, 0x40100000);
    shown.panel.openFind();
    QVERIFY(shown.bar()->isVisible());
    QCOMPARE(shown.panel.focusWidget(), shown.text());
    QTest::keyClicks(shown.text(), u"de ?? be ef"_s);
    QTest::keyClick(shown.text(), Qt::Key_Return);
    QVERIFY(shown.searched());
    QCOMPARE(shown.matches()->rowCount(), 1);
    QCOMPARE(shown.view()->caret().first(), quint64(0x40002000));
    QCOMPARE(shown.view()->caret().count(), quint64(4));
    QCOMPARE(shown.panel.findChild<QLabel*>(u"memoryFindSummary"_s)->text(), u"match 1 of 1"_s);
    QVERIFY(shown.panel.findChild<widgets::ItemView*>(u"memoryMatches"_s)->isVisible());
}

void TestMemoryFind::nextAndPreviousWalkTheMatches()
{
    Shown shown;
    shown.type(u"aabb00aabb00aabb"_s);
    shown.wait();
    shown.panel.openFind();
    QTest::keyClicks(shown.text(), u"aabb"_s);
    QTest::keyClick(shown.text(), Qt::Key_Return);
    QVERIFY(shown.searched());
    QCOMPARE(shown.view()->caret().first(), kSpare);
    QTest::keyClick(shown.text(), Qt::Key_Return);
    QCOMPARE(shown.view()->caret().first(), kSpare + 3);
    shown.panel.findStep(1);
    QCOMPARE(shown.view()->caret().first(), kSpare + 6);
    QTest::keyClick(shown.text(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(shown.view()->caret().first(), kSpare + 3);
    // Other bytes: a search of their own.
    shown.text()->setText(u"bb00"_s);
    shown.panel.findStep(1);
    QVERIFY(shown.searched());
    QCOMPARE(shown.view()->caret().first(), kSpare + 1);
}

void TestMemoryFind::matchListGoesThere()
{
    Shown shown;
    shown.type(u"aabb00aabb"_s);
    shown.wait();
    shown.panel.openFind();
    QTest::keyClicks(shown.text(), u"aabb"_s);
    QTest::keyClick(shown.text(), Qt::Key_Return);
    QVERIFY(shown.searched());
    auto* list = shown.panel.findChild<widgets::ItemView*>(u"memoryMatches"_s);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(shown.view()->caret().first(), kSpare + 3);
    QCOMPARE(shown.matches()->current(), 1);
    QCOMPARE(shown.panel.focusWidget(), shown.view());
}

void TestMemoryFind::problemsStandInTheBar()
{
    Shown shown;
    shown.panel.findStep(1); // nothing to look for yet: the bar opens
    QVERIFY(shown.bar()->isVisible());
    QTest::keyClicks(shown.text(), u"4x"_s);
    QTest::keyClick(shown.text(), Qt::Key_Return);
    auto* problem = shown.panel.findChild<QLabel*>(u"memoryFindProblem"_s);
    QVERIFY(problem->isVisible() && !problem->text().isEmpty());
    QTest::keyClick(shown.text(), Qt::Key_Backspace);
    QVERIFY(!problem->isVisible());
    auto* kind = shown.panel.findChild<QComboBox*>(u"memoryFindKind"_s);
    auto* anyCase = shown.panel.findChild<QCheckBox*>(u"memoryFindAnyCase"_s);
    QVERIFY(!anyCase->isVisible());
    kind->setCurrentIndex(1);
    QVERIFY(anyCase->isVisible());
}

void TestMemoryFind::escapeClosesAndForgets()
{
    Shown shown;
    shown.panel.openFind();
    QTest::keyClicks(shown.text(), u"00"_s);
    QTest::keyClick(shown.text(), Qt::Key_Return);
    QVERIFY(shown.searched());
    QVERIFY(shown.matches()->rowCount() > 0);
    QTest::keyClick(shown.text(), Qt::Key_Escape);
    QVERIFY(!shown.bar()->isVisible());
    QCOMPARE(shown.matches()->rowCount(), 0);
    QVERIFY(!shown.panel.findChild<widgets::ItemView*>(u"memoryMatches"_s)->isVisible());
    QCOMPARE(shown.panel.focusWidget(), shown.view());
}

void TestMemoryFind::selectedBytesAreOffered()
{
    Shown shown;
    shown.type(u"0102"_s);
    shown.wait();
    shown.view()->selectBytes(kSpare, 2);
    shown.panel.openFind();
    QCOMPARE(shown.text()->text(), u"01 02"_s);
}

QTEST_MAIN(TestMemoryFind)
#include "tst_memoryfind.moc"
