// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/decodemodel.h"
#include "models/session.h"
#include "widgets/bitfieldview.h"
#include "widgets/decodeform.h"
#include "widgets/decodepanel.h"
#include "widgets/itemview.h"

#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace fscope;

class TestDecodePanel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aPastedValueIsShown();
    void aPastedLogListsItsValues();
    void spaceAndClickFlipABit();
    void theKeyboardStaysOnItsBit();
    void aFieldIsChosenFromItsValues();
    void typingShowsTheErrorInPlace();
    void copiesAreThoseOfTheProgram();
    void compareShowsTwoValues();
    void theChooserFindsPartsOfNames();
    void everythingHasANameForAScreenReader();

private:
    QLineEdit* value() const { return m_panel->form()->valueEdit(); }
    std::unique_ptr<models::Session> m_session;
    std::unique_ptr<widgets::DecodePanel> m_panel;
};

void TestDecodePanel::init()
{
    m_session = std::make_unique<models::Session>();
    m_panel = std::make_unique<widgets::DecodePanel>(m_session.get());
    m_panel->resize(1280, 660);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    m_panel->activateWindow();
}

void TestDecodePanel::cleanup()
{
    m_panel.reset();
    m_session.reset();
}

void TestDecodePanel::aPastedValueIsShown()
{
    QGuiApplication::clipboard()->setText(u"0x92000046"_s);
    m_panel->bits()->setFocus();
    QTest::keyClick(m_panel->bits(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(m_panel->editor()->value(), quint64(0x92000046));
    QCOMPARE(value()->text(), u"0x0000000092000046"_s);
    const auto* sentence = m_panel->findChild<QLabel*>(u"decodeSentence"_s);
    QVERIFY2(sentence->text().contains(u"translation fault at level 2"_s), qPrintable(sentence->text()));
}

void TestDecodePanel::aPastedLogListsItsValues()
{
    QGuiApplication::clipboard()->setText(
        u"Unable to handle kernel paging request at virtual address ffff80dead000010\n"
        "  ESR = 0x0000000096000004\n"_s);
    value()->setFocus();
    QTest::keyClick(value(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(m_panel->foundList()->model()->rowCount(), 2);
    QCOMPARE(m_panel->editor()->value(), quint64(0x96000004));
    QCOMPARE(m_panel->pasteBox()->textCursor().blockNumber(), 1);
    // The other by the keyboard.
    m_panel->foundList()->setFocus();
    QTest::keyClick(m_panel->foundList(), Qt::Key_Up);
    QTest::keyClick(m_panel->foundList(), Qt::Key_Return);
    QCOMPARE(m_panel->editor()->value(), quint64(0xffff80dead000010));
    QCOMPARE(m_panel->editor()->companions().esr.value_or(0), quint64(0x96000004));
    // What holds nothing says so below the box.
    m_panel->pasteBox()->setPlainText(u"nothing to see\nin these lines"_s);
    const auto* message = m_panel->findChild<QLabel*>(u"decodePasteMessage"_s);
    QTRY_VERIFY(message->isVisible());
    QCOMPARE(m_panel->foundList()->model()->rowCount(), 0);
}

void TestDecodePanel::spaceAndClickFlipABit()
{
    m_panel->decodeText(u"0x93c08006"_s);
    widgets::BitFieldView* bits = m_panel->bits();
    QCOMPARE(bits->items().size(), std::size_t(64));
    const auto placeOf
        = [bits](int bit) { return bits->items()[std::size_t(63 - bit)].rect.center().toPoint(); };
    QTest::mouseClick(bits, Qt::LeftButton, {}, placeOf(6));
    QCOMPARE(m_panel->editor()->value(), quint64(0x93c08046));
    bits->setFocus();
    QTest::keyClick(bits, Qt::Key_Space);
    QCOMPARE(m_panel->editor()->value(), quint64(0x93c08006));
    QTest::keyClick(bits, Qt::Key_Left);
    QTest::keyClick(bits, Qt::Key_Space);
    QCOMPARE(m_panel->editor()->value(), quint64(0x93c08086));
    m_panel->editor()->undoStack()->undo();
    QCOMPARE(m_panel->editor()->value(), quint64(0x93c08006));
}

void TestDecodePanel::theKeyboardStaysOnItsBit()
{
    m_panel->decodeText(u"0x93c08006"_s);
    widgets::BitFieldView* bits = m_panel->bits();
    bits->setFocus();
    bits->setCurrentItem(63 - 30);
    QTest::keyClick(bits, Qt::Key_Space); // another class: all rows of the ISS change
    QCoreApplication::processEvents();
    QCOMPARE(bits->currentBit(), 30);
    QTest::keyClick(bits, Qt::Key_Space);
    QCoreApplication::processEvents();
    QCOMPARE(bits->currentBit(), 30);
    QCOMPARE(m_panel->editor()->value(), quint64(0x93c08006));
    const QModelIndex row = m_panel->table()->currentIndex();
    QCOMPARE(row.siblingAtColumn(models::FieldModel::Name).data().toString(), u"EC"_s);
}

void TestDecodePanel::aFieldIsChosenFromItsValues()
{
    m_panel->decodeText(u"0x93c08006"_s);
    widgets::ItemView* table = m_panel->table();
    int sas = 0;
    while (table->model()->index(sas, models::FieldModel::Name).data().toString() != u"SAS"_s)
        ++sas;
    table->setFocus();
    table->setCurrentIndex(table->model()->index(sas, models::FieldModel::Value));
    QTest::keyClick(table, Qt::Key_F2);
    auto* combo = table->findChild<QComboBox*>(u"fieldEditor"_s);
    QVERIFY(combo != nullptr);
    QCOMPARE(combo->count(), 4);
    QCOMPARE(combo->currentIndex(), 3);
    combo->setCurrentIndex(1);
    emit combo->activated(1);
    QCOMPARE(m_panel->editor()->value(), quint64(0x93408006));
}

void TestDecodePanel::typingShowsTheErrorInPlace()
{
    value()->setFocus();
    value()->selectAll();
    QTest::keyClicks(value(), u"0x9300g"_s);
    QVERIFY2(m_panel->form()->error().contains(u"'g'"_s), qPrintable(m_panel->form()->error()));
    QVERIFY(value()->accessibleDescription().contains(u"'g'"_s));
    QTest::keyClick(value(), Qt::Key_Backspace);
    QVERIFY(m_panel->form()->error().isEmpty());
    QCOMPARE(m_panel->editor()->value(), quint64(0x9300));
    QCOMPARE(value()->text(), u"0x9300"_s); // what is typed is not rewritten
    QTest::keyClick(value(), Qt::Key_Return);
    QCOMPARE(value()->text(), u"0x0000000000009300"_s);
}

void TestDecodePanel::copiesAreThoseOfTheProgram()
{
    m_panel->decodeText(u"0x93c08006"_s);
    const arch::Report report = arch::reportOf(arch::RegisterName::EsrEl2, 0x93c08006);
    for (const auto format : { arch::ReportFormat::Table, arch::ReportFormat::Markdown,
             arch::ReportFormat::Json, arch::ReportFormat::C }) {
        m_panel->copyAs(format);
        QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromStdString(arch::textOf(report, format)));
    }
}

void TestDecodePanel::compareShowsTwoValues()
{
    m_panel->decodeText(u"0x93c08006"_s);
    m_panel->findChild<QToolButton*>(u"decodeCompare"_s)->click();
    auto* second = m_panel->findChild<QLineEdit*>(u"decodeSecond"_s);
    QVERIFY(second->isVisible());
    second->setFocus();
    second->selectAll();
    QTest::keyClicks(second, u"0x93c08046"_s);
    QCOMPARE(m_panel->editor()->value(models::DecodeEditor::Side::Second), quint64(0x93c08046));
    QCOMPARE(m_panel->editor()->value(), quint64(0x93c08006));
    QVERIFY(m_panel->findChild<widgets::ItemView*>(u"decodeDiff"_s)->isVisible());
    m_panel->editor()->setComparing(false);
    QVERIFY(!second->isVisible());
}

void TestDecodePanel::theChooserFindsPartsOfNames()
{
    m_panel->decodeText(u"0x80000001"_s);
    QComboBox* chooser = m_panel->form()->chooser();
    chooser->setFocus();
    chooser->lineEdit()->selectAll();
    QTest::keyClicks(chooser->lineEdit(), u"hcr"_s);
    QTest::keyClick(chooser->lineEdit(), Qt::Key_Down);
    QCOMPARE(chooser->completer()->completionCount(), 1);
    chooser->setCurrentIndex(chooser->findText(chooser->completer()->currentCompletion()));
    emit chooser->activated(chooser->currentIndex());
    QCOMPARE(m_panel->editor()->subject(), models::DecodeSubject::ofRegister(arch::RegisterName::HcrEl2));
    QCOMPARE(m_panel->editor()->value(), quint64(0x80000001));
}

void TestDecodePanel::everythingHasANameForAScreenReader()
{
    m_panel->editor()->setComparing(true);
    const QList<QWidget*> children = m_panel->findChildren<QWidget*>();
    for (QWidget* child : children) {
        if (child->focusPolicy() == Qt::NoFocus || !child->isVisibleTo(m_panel.get()))
            continue;
        if (qobject_cast<QAbstractItemView*>(child) == nullptr && qobject_cast<QLineEdit*>(child) == nullptr
            && qobject_cast<QComboBox*>(child) == nullptr && qobject_cast<widgets::Canvas*>(child) == nullptr)
            continue;
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(child);
        QVERIFY2(
            face != nullptr && !face->text(QAccessible::Name).isEmpty(), qPrintable(child->objectName()));
    }
}

QTEST_MAIN(TestDecodePanel)
#include "tst_decodepanel.moc"
