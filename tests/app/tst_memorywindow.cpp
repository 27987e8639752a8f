// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/gui/actions.h"
#include "app/gui/panelhost.h"
#include "models/memorysearchmodel.h"
#include "models/sessionedits.h"
#include "tests/app/windowtest.h"
#include "widgets/decodepanel.h"
#include "widgets/hexview.h"
#include "widgets/memorymapcanvas.h"
#include "widgets/memorymappanel.h"
#include "widgets/memorypanel.h"

#include <QAction>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QStatusBar>
#include <QTest>
#include <QToolButton>

using namespace fscope;
using namespace Qt::StringLiterals;
using namespace fscope::tests;
using gui::MainWindow;
using models::AddressSpace;

namespace {

constexpr quint64 kSpare = 0x40020000; ///< IPA of RAM that the lesson leaves alone

/// A window of the lesson with the keyboard in Memory.
struct Window {
    std::unique_ptr<MainWindow> window = openWindow();
    Window()
    {
        window->activateWindow();
        window->panels()->focusPanel(u"memory"_s);
        memory()->showAddress(AddressSpace::Ipa, kSpare);
        QCoreApplication::processEvents();
    }
    widgets::MemoryPanel* memory() const { return window->panels()->panelAs<widgets::MemoryPanel>("memory"); }
    widgets::MemoryMapPanel* map() const
    {
        return window->panels()->panelAs<widgets::MemoryMapPanel>("memorymap");
    }
    models::SessionEdits* edits() const { return window->session()->edits(); }
    QAction* action(const char* id) const { return window->findChild<QAction*>(QLatin1String(id)); }
    QToolButton* status() const { return window->findChild<QToolButton*>(u"statusEdits"_s); }
    /// A key where the keyboard is.
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    static void type(const QString& keys)
    {
        for (const QChar key : keys)
            QTest::keyClick(QApplication::focusWidget(), key.toLatin1());
    }
    quint8 before(quint64 ipa) const
    {
        quint8 byte = 0xee;
        const auto& guest = *window->session()->run()->before;
        const memory::Slot* slot = guest.slotMap.find(Ipa(ipa));
        if (slot == nullptr || guest.memory.read(slot->paOf(Ipa(ipa)), &byte, 1))
            return 0xee;
        return byte;
    }
};

} // namespace

/// Memory in the window, by keys alone: editing, undoing, searching, and the map.
class TestMemoryWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void typingEditsAndTheStatusBarTells();
    void undoAndRedoByKey();
    void undoIsOfThePanelWithTheKeyboard();
    void revertAllByActionAndButton();
    void openingAnotherSourceClearsEdits();
    void stepsStayWhereTheyAreWhileTyping();
    void findByKeyFromAnywhere();
    void searchIsCancelledLikeOtherWork();
    void mapIsAPanelOfItsLayouts();
    void mapLeadsToMemory();
    void editMenuIsComplete();
};

void TestMemoryWindow::typingEditsAndTheStatusBarTells()
{
    const Window w;
    QVERIFY(!w.status()->isVisible());
    QVERIFY(!w.action("edit.revert")->isEnabled());
    w.type(u"4a"_s);
    wait(*w.window);
    QCOMPARE(w.before(kSpare), quint8(0x4a));
    QVERIFY(w.status()->isVisible());
    QVERIFY2(w.status()->text().contains(u"1"_s), qPrintable(w.status()->text()));
    w.type(u"4b"_s);
    QVERIFY2(w.status()->text().contains(u"2"_s), qPrintable(w.status()->text()));
}

void TestMemoryWindow::undoAndRedoByKey()
{
    const Window w;
    QVERIFY(!w.action("edit.undo")->isEnabled());
    w.type(u"4a"_s);
    wait(*w.window);
    QVERIFY(w.action("edit.undo")->isEnabled());
    QVERIFY2(
        w.action("edit.undo")->text().contains(u"0x40020000"_s), qPrintable(w.action("edit.undo")->text()));
    w.press(Qt::Key_Z, Qt::ControlModifier);
    wait(*w.window);
    QCOMPARE(w.before(kSpare), quint8(0));
    QVERIFY(!w.status()->isVisible());
    w.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    wait(*w.window);
    QCOMPARE(w.before(kSpare), quint8(0x4a));
}

void TestMemoryWindow::undoIsOfThePanelWithTheKeyboard()
{
    const Window w;
    w.type(u"4a"_s);
    wait(*w.window);
    w.window->decode(u"0x93c08006"_s);
    auto* decode = w.window->panels()->panelAs<widgets::DecodePanel>("decode");
    decode->editor()->undoStack()->clear();
    decode->editor()->flipBit(0);
    const quint64 flipped = decode->editor()->value();
    decode->table()->setFocus();
    w.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(decode->editor()->value() != flipped);
    QCOMPARE(w.edits()->byteCount(), 1);
    w.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(decode->editor()->value(), flipped);
    // Back in Memory it is memory's again.
    w.window->panels()->focusPanel(u"memory"_s);
    w.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(w.edits()->byteCount(), 0);
    QCOMPARE(decode->editor()->value(), flipped);
}

void TestMemoryWindow::revertAllByActionAndButton()
{
    const Window w;
    w.type(u"4a4b4c"_s);
    QCOMPARE(w.edits()->byteCount(), 3);
    w.press(Qt::Key_Z, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(w.edits()->byteCount(), 0);
    w.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(w.edits()->byteCount(), 3);
    QTest::mouseClick(w.status(), Qt::LeftButton);
    QCOMPARE(w.edits()->byteCount(), 0);
}

void TestMemoryWindow::openingAnotherSourceClearsEdits()
{
    const Window w;
    w.type(u"4a"_s);
    wait(*w.window);
    w.window->open(u"isv1-load"_s);
    wait(*w.window);
    QCOMPARE(w.edits()->byteCount(), 0);
    QVERIFY(!w.status()->isVisible());
    QVERIFY(!w.action("edit.undo")->isEnabled());
}

void TestMemoryWindow::stepsStayWhereTheyAreWhileTyping()
{
    const Window w;
    w.press(Qt::Key_F11);
    w.press(Qt::Key_F11);
    const models::Position at = w.window->session()->position();
    QCOMPARE(at.step, 2);
    w.memory()->showAddress(AddressSpace::Ipa, kSpare);
    w.type(u"0123456789abcdef"_s);
    wait(*w.window);
    QCOMPARE(w.window->session()->position(), at);
    QCOMPARE(w.before(kSpare + 7), quint8(0xef));
    QCOMPARE(w.memory()->hexView()->caret().address, kSpare + 8);
    QVERIFY(w.memory()->hexView()->hasFocus());
}

void TestMemoryWindow::findByKeyFromAnywhere()
{
    const Window w;
    w.type(u"deadbeef"_s);
    wait(*w.window);
    w.window->panels()->focusPanel(u"steps"_s);
    w.press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"memoryFindText"_s);
    w.type(u"deadbeef"_s);
    w.press(Qt::Key_Return);
    auto* matches = w.memory()->findChild<models::MemorySearchModel*>();
    QTRY_VERIFY(!matches->isSearching());
    QCOMPARE(matches->rowCount(), 1);
    QCOMPARE(w.memory()->hexView()->caret().first(), kSpare);
    w.press(Qt::Key_F3);
    w.press(Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(matches->current(), 0);
}

void TestMemoryWindow::searchIsCancelledLikeOtherWork()
{
    const Window w;
    bool cancelled = false;
    QVERIFY(!w.action("file.cancel")->isEnabled());
    w.window->session()->showWork(u"Searching memory"_s, 40, [&] { cancelled = true; });
    QCOMPARE(w.window->findChild<QLabel*>(u"statusWork"_s)->text(), u"Searching memory"_s);
    QVERIFY(w.window->findChild<QToolButton*>(u"statusCancel"_s)->isVisible());
    QVERIFY(w.action("file.cancel")->isEnabled());
    QTest::mouseClick(w.window->findChild<QToolButton*>(u"statusCancel"_s), Qt::LeftButton);
    QVERIFY(cancelled);
    w.window->session()->showWork({}, 100);
    QVERIFY(!w.window->findChild<QToolButton*>(u"statusCancel"_s)->isVisible());
    QVERIFY(!w.action("file.cancel")->isEnabled());
}

void TestMemoryWindow::mapIsAPanelOfItsLayouts()
{
    const Window w;
    const QDockWidget* map = w.window->panels()->dock(u"memorymap"_s);
    QVERIFY(map != nullptr);
    for (const char* layout : { "debug", "trace" }) {
        QVERIFY(w.window->setLayoutId(QLatin1String(layout)));
        QVERIFY2(!map->isHidden(), layout);
        const auto tabs = w.window->panels()->tabifiedDockWidgets(w.window->panels()->dock(u"memory"_s));
        QVERIFY2(tabs.contains(map), layout);
    }
}

void TestMemoryWindow::mapLeadsToMemory()
{
    const Window w;
    w.window->panels()->focusPanel(u"memorymap"_s);
    QCoreApplication::processEvents();
    QCOMPARE(QApplication::focusWidget(), w.map()->canvas());
    QVERIFY(w.map()->canvas()->content().stretches.size() > 2);
    QVERIFY(w.map()->goTo(u"ipa:0x40001000"_s).isEmpty());
    w.press(Qt::Key_Return);
    QCOMPARE(w.window->panels()->focusedPanel(), u"memory"_s);
    QCOMPARE(w.memory()->hexView()->caret().address, quint64(0x40001000));
}

void TestMemoryWindow::editMenuIsComplete()
{
    const Window w;
    for (const char* id : { "edit.undo", "edit.redo", "edit.revert", "edit.fill", "edit.find",
             "edit.findNext", "edit.findPrevious" })
        QVERIFY2(w.action(id) != nullptr, id);
    QCOMPARE(w.action("edit.undo")->shortcut(), QKeySequence(u"Ctrl+Z"_s));
    QCOMPARE(w.action("edit.redo")->shortcut(), QKeySequence(u"Ctrl+Shift+Z"_s));
    QCOMPARE(w.action("edit.find")->shortcut(), QKeySequence(u"Ctrl+F"_s));
    QCOMPARE(w.action("edit.findNext")->shortcut(), QKeySequence(u"F3"_s));
}

QTEST_MAIN(TestMemoryWindow)
#include "tst_memorywindow.moc"
