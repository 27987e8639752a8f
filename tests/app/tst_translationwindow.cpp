// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/gui/panelhost.h"
#include "app/gui/translationactions.h"
#include "models/tablebrowser.h"
#include "models/tablelistmodels.h"
#include "models/tabletreemodel.h"
#include "models/walkquery.h"
#include "tests/app/windowtest.h"
#include "widgets/itemview.h"
#include "widgets/tablesview.h"
#include "widgets/walkbar.h"
#include "widgets/walkcanvas.h"
#include "widgets/walkview.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QTemporaryDir>

using namespace fscope;
using namespace fscope::tests;

namespace {

/// Real key presses to what has the keyboard.
void press(gui::MainWindow& window, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    QWidget* focus = QApplication::focusWidget();
    QTest::keyClick(focus != nullptr ? focus : &window, key, modifiers);
}

void type(const QString& text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
}

widgets::WalkView& walk(const gui::MainWindow& window)
{
    return *window.panels()->panelAs<widgets::WalkView>("translation");
}

widgets::TablesView& tables(const gui::MainWindow& window)
{
    return *window.panels()->panelAs<widgets::TablesView>("tables");
}

} // namespace

class TestTranslationWindow : public QObject
{
    Q_OBJECT
private slots:
    void keysAskWhatAnAccessWouldDo();
    void keysFindAnAddressInTheTables();
    void descriptorLeadsToItsEntry();
    void exportsAreInTheMenu();
    void pageTablesStandBesideTranslation();
};

void TestTranslationWindow::keysAskWhatAnAccessWouldDo()
{
    const auto window = openWindow();
    window->activateWindow();
    press(*window, Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(window->panels()->focusedPanel(), u"translation"_s);
    type(u"pc"_s);
    press(*window, Qt::Key_Return);
    QVERIFY(QTest::qWaitFor([&] { return walk(*window).query()->answer() != nullptr; }));
    QCOMPARE(walk(*window).query()->answer()->question.address, window->session()->guest().vcpu.pc);
    QCOMPARE(walk(*window).canvas()->path().parts.front().origin, widgets::WalkPart::Origin::Asked);
    // The arrow keys walk the tables.
    press(*window, Qt::Key_F6);
    press(*window, Qt::Key_F6, Qt::ShiftModifier);
    walk(*window).canvas()->setFocus();
    press(*window, Qt::Key_Down);
    QVERIFY(walk(*window).canvas()->currentItem() >= 0);
}

void TestTranslationWindow::keysFindAnAddressInTheTables()
{
    const auto window = openWindow();
    window->activateWindow();
    press(*window, Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(window->panels()->focusedPanel(), u"tables"_s);
    type(u"pc"_s);
    press(*window, Qt::Key_Return);
    const auto entry = tables(*window).browser()->tree()->entryOf(tables(*window).tree()->currentIndex());
    QVERIFY(entry && entry->isLeaf());
    press(*window, Qt::Key_Left);
    press(*window, Qt::Key_Left);
    QVERIFY(tables(*window).tree()->currentIndex().isValid());
}

void TestTranslationWindow::descriptorLeadsToItsEntry()
{
    const auto window = openWindow();
    window->session()->goToStep(window->session()->stepCount());
    wait(*window);
    const quint64 va = window->session()->run()->intercept->far;
    emit walk(*window).mappingRequested(models::AddressSpace::Va, va);
    QCOMPARE(window->panels()->focusedPanel(), u"tables"_s);
    const auto entry = tables(*window).browser()->tree()->entryOf(tables(*window).tree()->currentIndex());
    QVERIFY(entry && va >= entry->input && va - entry->input < entry->size);
    emit tables(*window).walkRequested(models::AddressSpace::Va, va);
    QCOMPARE(window->panels()->focusedPanel(), u"translation"_s);
    QVERIFY(QTest::qWaitFor([&] { return walk(*window).query()->answer() != nullptr; }));
}

void TestTranslationWindow::exportsAreInTheMenu()
{
    const auto window = openWindow();
    window->session()->goToStep(window->session()->stepCount());
    window->panels()->focusPanel(u"translation"_s);
    wait(*window);
    auto* actions = window->findChild<gui::TranslationActions*>();
    QVERIFY(actions != nullptr);
    const QTemporaryDir folder;
    actions->exportDiagram(folder.filePath(u"walk.svg"_s));
    actions->exportWalk(folder.filePath(u"walk.csv"_s));
    QVERIFY(QFile::exists(folder.filePath(u"walk.svg"_s)));
    QVERIFY(QFile::exists(folder.filePath(u"walk.csv"_s)));
    window->panels()->focusPanel(u"tables"_s);
    actions->exportTables(folder.filePath(u"tables.json"_s));
    QVERIFY(QTest::qWaitFor([&] { return QFile::exists(folder.filePath(u"tables.json"_s)); }));
    press(*window, Qt::Key_D, Qt::ControlModifier | Qt::AltModifier);
    auto* dialog = window->findChild<QFileDialog*>(u"exportDialog"_s);
    QVERIFY(dialog != nullptr);
    dialog->reject();
}

void TestTranslationWindow::pageTablesStandBesideTranslation()
{
    const auto window = openWindow();
    QVERIFY(window->setLayoutId(u"debug"_s));
    QTest::qWait(20);
    auto* page = window->panels()->dock(u"tables"_s);
    QVERIFY(page != nullptr);
    QVERIFY(window->panels()->tabifiedDockWidgets(window->panels()->dock(u"translation"_s)).contains(page));
}

QTEST_MAIN(TestTranslationWindow)
#include "tst_translationwindow.moc"
