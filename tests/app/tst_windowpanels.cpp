// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/gui/commandpalette.h"
#include "app/gui/layouts.h"
#include "app/gui/panelhost.h"
#include "app/gui/panels.h"
#include "tests/app/windowtest.h"
#include "widgets/itemview.h"
#include "widgets/panel.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QSet>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

using namespace fscope;
using namespace Qt::StringLiterals;
using namespace fscope::tests;
using gui::MainWindow;
using models::Position;

/// The panels around the window: layouts, widths, moving, hiding, what they say.
class TestWindowPanels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void emptyPanelsSayWhatWouldFillThem();
    void layoutsShowTheirPanels_data();
    void layoutsShowTheirPanels();
    void panelsAreNotWiderThanTheWindow_data();
    void panelsAreNotWiderThanTheWindow();
    void closedAndMovedPanelsAreRemembered();
    void f6GoesThroughAllOpenPanels();
    void panelsMoveByAction();
    void hiddenPanelsRest();
    void everyViewHasAnAccessibleName();
    void helpOpensAtThePanelWithTheKeyboard();
    void stepsPanelGoesToAStep();
    void anAddressOfARegisterShowsInMemory();
};

void TestWindowPanels::emptyPanelsSayWhatWouldFillThem()
{
    const auto window = openWindow(gui::Settings::none(), {});
    int offers = 0;
    for (const gui::PanelRow& row : gui::panelRows()) {
        const widgets::Panel* panel = window->panels()->panel(QLatin1String(row.id));
        const QString text = panel->findChild<QLabel*>(u"emptyText"_s)->text();
        if (!panel->isEmptyShown())
            continue;
        QVERIFY2(!text.isEmpty(), row.id);
        offers += panel->findChild<QAbstractButton*>(u"emptyAction"_s)->isVisibleTo(panel) ? 1 : 0;
    }
    QVERIFY(offers >= 8);
    // The offer does what it says.
    const widgets::Panel* lesson = window->panels()->panel(u"lesson"_s);
    lesson->findChild<QAbstractButton*>(u"emptyAction"_s)->click();
    QVERIFY(window->findChild<gui::CommandPalette*>() != nullptr);
}

void TestWindowPanels::layoutsShowTheirPanels_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QSize>("size");
    for (const gui::LayoutRow& row : gui::layoutRows()) {
        const QSize size = row.atLeast.isEmpty() ? QSize(1280, 720) : QSize(1440, 900);
        QTest::addRow("%s at %d", row.id, size.width()) << QString::fromLatin1(row.id) << size;
    }
}

void TestWindowPanels::layoutsShowTheirPanels()
{
    QFETCH(const QString, id);
    QFETCH(const QSize, size);
    const auto window = openWindow();
    window->resize(size);
    QTest::qWait(10);
    window->findChild<QAction*>(u"layout."_s + id)->trigger();
    QTest::qWait(20);
    const gui::LayoutRow* row = gui::layoutFor(id, window->panels()->size());
    QVERIFY(row != nullptr);
    const auto check = [&](const auto& cells) {
        for (const gui::LayoutCell& cell : cells) {
            const QStringList ids = QString::fromLatin1(cell.panels).split(u' ', Qt::SkipEmptyParts);
            for (const QString& panel : ids) {
                QVERIFY2(!window->panels()->dock(panel)->isHidden(), qPrintable(panel));
                QTRY_COMPARE(window->panels()->panel(panel)->isLive(), panel == ids.first());
            }
            if (!ids.isEmpty()) {
                QTRY_VERIFY2(window->panels()->panel(ids.first())->height() >= 60, qPrintable(ids.first()));
                QTRY_VERIFY2(window->panels()->panel(ids.first())->width() >= 200, qPrintable(ids.first()));
            }
        }
    };
    check(row->left);
    check(row->centre);
    check(row->right);
    check(row->bottom);
}

void TestWindowPanels::panelsAreNotWiderThanTheWindow_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QSize>("size");
    for (const QSize size : { QSize(1280, 720), QSize(1440, 900) }) {
        QTest::addRow("lesson at %d", size.width()) << kLesson << size;
        QTest::addRow("sample at %d", size.width()) << u"sample"_s << size;
    }
}

void TestWindowPanels::panelsAreNotWiderThanTheWindow()
{
    QFETCH(const QString, source);
    QFETCH(const QSize, size);
    auto window = std::make_unique<MainWindow>(gui::Settings::none());
    window->resize(size);
    window->show();
    window->open(source);
    wait(*window);
    window->session()->runToEnd();
    wait(*window);
    QTest::qWait(20);
    QCOMPARE(window->size(), size);
    QVERIFY(window->minimumSizeHint().width() <= 1000);
    QVERIFY(window->minimumSizeHint().height() <= 660);
}

void TestWindowPanels::closedAndMovedPanelsAreRemembered()
{
    QTemporaryDir folder;
    const QString store = folder.filePath(u"settings.ini"_s);
    {
        const auto window = openWindow(gui::Settings::inFile(store));
        window->panels()->dock(u"timeline"_s)->close();
        window->panels()->movePanel(u"registers"_s, Qt::LeftDockWidgetArea);
        window->setTheme(u"dark"_s);
        window->close();
    }
    const auto window = openWindow(gui::Settings::inFile(store));
    QVERIFY(window->panels()->dock(u"timeline"_s)->isHidden());
    QCOMPARE(
        window->panels()->dockWidgetArea(window->panels()->dock(u"registers"_s)), Qt::LeftDockWidgetArea);
    window->findChild<QAction*>(u"layout.reset"_s)->trigger();
    QTest::qWait(20);
    QVERIFY(!window->panels()->dock(u"timeline"_s)->isHidden());
    QCOMPARE(
        window->panels()->dockWidgetArea(window->panels()->dock(u"registers"_s)), Qt::RightDockWidgetArea);
    // What another version of the panels saved is not restored.
    gui::Settings later = gui::Settings::inFile(store);
    QSettings raw(store, QSettings::IniFormat);
    raw.setValue(u"window/panelsVersion"_s, 99);
    raw.sync();
    QVERIFY(gui::Settings::inFile(store).panels().isEmpty());
}

void TestWindowPanels::f6GoesThroughAllOpenPanels()
{
    const auto window = openWindow();
    window->activateWindow();
    QSet<QString> seen;
    for (std::size_t i = 0; i < gui::panelRows().size(); ++i) {
        QTest::keyClick(window.get(), Qt::Key_F6);
        QCoreApplication::processEvents();
        seen.insert(window->panels()->focusedPanel());
    }
    QVERIFY2(!seen.contains(QString()), "a panel does not take the keyboard");
    QCOMPARE(seen.size(), qsizetype(gui::panelRows().size()));
    const QString last = window->panels()->focusedPanel();
    QTest::keyClick(window.get(), Qt::Key_F6);
    QTest::keyClick(window.get(), Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(window->panels()->focusedPanel(), last);
}

void TestWindowPanels::panelsMoveByAction()
{
    const auto window = openWindow();
    gui::PanelHost* panels = window->panels();
    struct MoveRow {
        const char* action;
        Qt::DockWidgetArea area;
    };
    for (const MoveRow& row : { MoveRow { "panel.left", Qt::LeftDockWidgetArea },
             MoveRow { "panel.right", Qt::RightDockWidgetArea },
             MoveRow { "panel.top", Qt::TopDockWidgetArea },
             MoveRow { "panel.bottom", Qt::BottomDockWidgetArea } }) {
        panels->focusPanel(u"steps"_s);
        window->findChild<QAction*>(QLatin1String(row.action))->trigger();
        QCOMPARE(panels->dockWidgetArea(panels->dock(u"steps"_s)), row.area);
    }
    panels->focusPanel(u"steps"_s);
    window->findChild<QAction*>(u"panel.float"_s)->trigger();
    QVERIFY(panels->dock(u"steps"_s)->isFloating());
    panels->floatPanel(u"steps"_s);
    QVERIFY(!panels->dock(u"steps"_s)->isFloating());
}

void TestWindowPanels::hiddenPanelsRest()
{
    const auto window = openWindow();
    window->panels()->dock(u"registers"_s)->close();
    QCoreApplication::processEvents();
    QVERIFY(!window->panels()->panel(u"registers"_s)->isLive());
    window->panels()->focusPanel(u"registers"_s);
    QCoreApplication::processEvents();
    QVERIFY(window->panels()->panel(u"registers"_s)->isLive());
}

void TestWindowPanels::everyViewHasAnAccessibleName()
{
    const auto window = openWindow();
    for (const gui::PanelRow& row : gui::panelRows()) {
        const QString id = QLatin1String(row.id);
        window->panels()->focusPanel(id);
        QCoreApplication::processEvents();
        const QWidget* panel = window->panels()->panel(id);
        const QList<QWidget*> inside = panel->findChildren<QWidget*>();
        int named = 0;
        for (QWidget* widget : inside) {
            const bool takesKeys = (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isVisibleTo(panel);
            if (!takesKeys || widget->objectName().startsWith(u"qt_"))
                continue;
            QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(accessible != nullptr, row.id);
            const QString name = accessible->text(QAccessible::Name);
            QVERIFY2(!name.isEmpty(),
                qPrintable(id + u": "_s + QLatin1String(widget->metaObject()->className()) + u" "_s
                    + widget->objectName()));
            ++named;
        }
        QVERIFY2(named > 0, row.id);
    }
}

void TestWindowPanels::helpOpensAtThePanelWithTheKeyboard()
{
    const auto window = openWindow();
    window->panels()->focusPanel(u"memory"_s);
    window->findChild<QAction*>(u"help.contents"_s)->trigger();
    const auto* help = window->findChild<QTextBrowser*>(u"helpText"_s);
    QVERIFY(help != nullptr && help->isVisible());
    QVERIFY(help->toPlainText().contains(u"Shift+F11"_s));
    // Every panel has its place in the help.
    QFile file(u":/help/help.html"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    for (const gui::PanelRow& row : gui::panelRows())
        QVERIFY2(text.contains(u"<a name=\"%1\">"_s.arg(QLatin1String(row.id))), row.id);
    window->findChild<QAction*>(u"help.about"_s)->trigger();
    QVERIFY(window->findChild<QDialog*>(u"aboutDialog"_s)->isVisible());
}

void TestWindowPanels::stepsPanelGoesToAStep()
{
    const auto window = openWindow();
    auto* view = window->findChild<widgets::ItemView*>(u"stepsView"_s);
    QVERIFY(view->model()->rowCount() > 5);
    view->setFocus();
    view->setCurrentIndex(view->model()->index(4, 0));
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(window->session()->position(), (Position { 0, 5 }));
    QTest::qWait(20);
    view->scrollToTop();
    QTest::mouseClick(
        view->viewport(), Qt::LeftButton, {}, view->visualRect(view->model()->index(1, 1)).center());
    QCOMPARE(window->session()->position(), (Position { 0, 2 }));
}

void TestWindowPanels::anAddressOfARegisterShowsInMemory()
{
    const auto window = openWindow();
    emit window->panels()->panel(u"registers"_s)->addressActivated(models::AddressSpace::Ipa, 0x40000010);
    QCoreApplication::processEvents();
    QCOMPARE(window->panels()->focusedPanel(), u"memory"_s);
    QCOMPARE(window->findChild<QLineEdit*>(u"memoryAddress"_s)->text(), u"0x40000010"_s);
}

QTEST_MAIN(TestWindowPanels)
#include "tst_windowpanels.moc"
