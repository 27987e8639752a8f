// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/gui/actions.h"
#include "app/gui/commandpalette.h"
#include "app/gui/helpwindow.h"
#include "app/gui/languages.h"
#include "app/gui/layouts.h"
#include "app/gui/mainwindow.h"
#include "app/gui/panelhost.h"
#include "app/gui/panels.h"
#include "core/sources/lessons.h"
#include "models/session.h"
#include "widgets/itemview.h"
#include "widgets/memorypanel.h"
#include "widgets/messagebar.h"
#include "widgets/panel.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QDockWidget>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QRegularExpression>
#include <QSet>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

using namespace fscope;
using namespace Qt::StringLiterals;
using gui::ActionRow;
using gui::MainWindow;
using models::Position;

namespace {

const QString kLesson = u"post-index-store"_s;

std::unique_ptr<MainWindow> openWindow(
    gui::Settings settings = gui::Settings::none(), const QString& source = kLesson)
{
    auto window = std::make_unique<MainWindow>(std::move(settings));
    window->setLanguage(u"en"_s);
    window->setTheme(u"light"_s);
    window->resize(1440, 900);
    window->show();
    if (!source.isEmpty()) {
        window->open(source);
        window->session()->waitUntilIdle();
    }
    QTest::qWait(20);
    return window;
}

void wait(const MainWindow& window)
{
    window.session()->waitUntilIdle();
    QCoreApplication::processEvents();
}

/// All menus below the menu bar, whole.
void collect(const QMenu* menu, QList<QAction*>& out)
{
    const QList<QAction*> actions = menu->actions();
    for (QAction* action : actions) {
        if (action->isSeparator())
            continue;
        if (action->menu() != nullptr)
            collect(action->menu(), out);
        else
            out << action;
    }
}

QList<QAction*> menuActions(const MainWindow& window)
{
    QList<QAction*> out;
    const QList<QAction*> menus = window.menuBar()->actions();
    for (const QAction* action : menus)
        collect(action->menu(), out);
    return out;
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyActionHasNameShortcutTipAndHandler();
    void noTwoActionsShareAKey();
    void everyMenuEntryIsNamedAndExplained();
    void mnemonicsOfAMenuDoNotClash();
    void startPageListsTheLessons();
    void aLessonOpensFromTheStartPage();
    void emptyPanelsSayWhatWouldFillThem();
    void keysStepForwardsAndBackwards();
    void actionsAreEnabledByTheMoment();
    void policyMenuAndBoxFollowTheSession();
    void aBrokenFileKeepsWhatWasOpen_data();
    void aBrokenFileKeepsWhatWasOpen();
    void droppedFilesOpen();
    void recentFilesAreRemembered();
    void goToUnderstandsPositionsInterceptsAndAddresses();
    void paletteListsEverything();
    void paletteNarrowsAndRuns();
    void languageSwitchesLive();
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
    void statusBarTellsTheMoment();
    void stepsPanelGoesToAStep();
    void anAddressOfARegisterShowsInMemory();
};

void TestMainWindow::everyActionHasNameShortcutTipAndHandler()
{
    const auto window = openWindow();
    for (const ActionRow& row : gui::actionRows()) {
        const auto* action = window->findChild<QAction*>(QLatin1String(row.id));
        QVERIFY2(action != nullptr, row.id);
        QVERIFY2(!action->text().isEmpty(), row.id);
        QVERIFY2(!action->shortcut().isEmpty(), row.id);
        QVERIFY2(action->toolTip().contains(action->shortcut().toString(QKeySequence::NativeText)), row.id);
        QVERIFY2(!action->statusTip().isEmpty(), row.id);
        QVERIFY2(row.icon[0] == '\0' || !action->icon().isNull(), row.id);
        QVERIFY2(window->actionRegistry()->isHandled(QLatin1String(row.id)), row.id);
    }
    const auto key
        = [&](const char* id) { return window->findChild<QAction*>(QLatin1String(id))->shortcut(); };
    QCOMPARE(key("step.forward"), QKeySequence(u"F11"_s));
    QCOMPARE(key("step.back"), QKeySequence(u"Shift+F11"_s));
    QCOMPARE(key("intercept.forward"), QKeySequence(u"F10"_s));
    QCOMPARE(key("intercept.back"), QKeySequence(u"Shift+F10"_s));
    QCOMPARE(key("run.forward"), QKeySequence(u"F5"_s));
    QCOMPARE(key("run.back"), QKeySequence(u"Shift+F5"_s));
    QCOMPARE(key("go.to"), QKeySequence(u"Ctrl+G"_s));
    QCOMPARE(key("view.palette"), QKeySequence(u"Ctrl+P"_s));
}

void TestMainWindow::noTwoActionsShareAKey()
{
    const auto window = openWindow();
    QHash<QString, QString> owner;
    const QList<QAction*> actions = window->findChildren<QAction*>();
    for (const QAction* action : actions) {
        if (action->shortcutContext() != Qt::WindowShortcut)
            continue;
        const QList<QKeySequence> keys = action->shortcuts();
        for (const QKeySequence& key : keys) {
            const QString other = owner.value(key.toString());
            QVERIFY2(other.isEmpty(),
                qPrintable(key.toString() + u": "_s + other + u" and "_s + action->objectName()));
            owner.insert(key.toString(), action->objectName());
        }
    }
    QVERIFY(owner.size() > 20);
}

void TestMainWindow::everyMenuEntryIsNamedAndExplained()
{
    const auto window = openWindow();
    const QList<QAction*> actions = menuActions(*window);
    QVERIFY(actions.size() > 40);
    for (const QAction* action : actions) {
        QVERIFY2(!action->objectName().isEmpty(), qPrintable(action->text()));
        QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
        QVERIFY2(!action->toolTip().isEmpty(), qPrintable(action->objectName()));
    }
    for (const ActionRow& row : gui::actionRows())
        QVERIFY2(actions.contains(window->findChild<QAction*>(QLatin1String(row.id))), row.id);
}

void TestMainWindow::mnemonicsOfAMenuDoNotClash()
{
    const auto window = openWindow();
    const QList<QMenu*> menus = window->findChildren<QMenu*>(QRegularExpression(u"^menu\\."_s));
    QVERIFY(menus.size() > 8);
    const auto check = [](const QList<QAction*>& actions, const QString& where) {
        QHash<QString, QString> owner;
        for (const QAction* action : actions) {
            const qsizetype at = action->text().replace(u"&&"_s, u""_s).indexOf(u'&');
            if (at < 0)
                continue;
            const QString letter = action->text().replace(u"&&"_s, u""_s).mid(at + 1, 1).toLower();
            QVERIFY2(!owner.contains(letter),
                qPrintable(where + u": "_s + owner.value(letter) + u" and "_s + action->text()));
            owner.insert(letter, action->text());
        }
    };
    check(window->menuBar()->actions(), u"menu bar"_s);
    for (const QMenu* menu : menus)
        check(menu->actions(), menu->objectName());
}

void TestMainWindow::startPageListsTheLessons()
{
    const auto window = openWindow(gui::Settings::none(), {});
    for (const sources::LessonInfo& lesson : sources::listLessons())
        QVERIFY(window->findChild<QAbstractButton*>(u"lesson."_s + QString::fromStdString(lesson.name))
            != nullptr);
    QVERIFY(window->findChild<QWidget*>(u"startPage"_s)->isVisible());
    QVERIFY(!window->panels()->isVisible());
}

void TestMainWindow::aLessonOpensFromTheStartPage()
{
    const auto window = openWindow(gui::Settings::none(), {});
    window->findChild<QAbstractButton*>(u"lesson."_s + kLesson)->click();
    wait(*window);
    QVERIFY(window->session()->hasSource());
    QVERIFY(window->panels()->isVisible());
    QVERIFY(window->windowTitle().contains(window->session()->sourceTitle()));
}

void TestMainWindow::emptyPanelsSayWhatWouldFillThem()
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

void TestMainWindow::keysStepForwardsAndBackwards()
{
    const auto window = openWindow();
    QTest::keyClick(window.get(), Qt::Key_F11);
    QTest::keyClick(window.get(), Qt::Key_F11);
    QCOMPARE(window->session()->position(), (Position { 0, 2 }));
    QTest::keyClick(window.get(), Qt::Key_F11, Qt::ShiftModifier);
    QCOMPARE(window->session()->position(), (Position { 0, 1 }));
    QTest::keyClick(window.get(), Qt::Key_F10);
    wait(*window);
    QCOMPARE(window->session()->position(), (Position { 1, 0 }));
    QTest::keyClick(window.get(), Qt::Key_F10, Qt::ShiftModifier);
    wait(*window);
    QCOMPARE(window->session()->position(), (Position { 0, 0 }));
    QTest::keyClick(window.get(), Qt::Key_F5);
    wait(*window);
    QCOMPARE(window->session()->position().intercept, window->session()->interceptCount() - 1);
    QCOMPARE(window->session()->position().step, window->session()->stepCount());
    QTest::keyClick(window.get(), Qt::Key_F5, Qt::ShiftModifier);
    wait(*window);
    QCOMPARE(window->session()->position(), (Position { 0, 0 }));
}

void TestMainWindow::actionsAreEnabledByTheMoment()
{
    const auto window = openWindow();
    const auto enabled
        = [&](const char* id) { return window->findChild<QAction*>(QLatin1String(id))->isEnabled(); };
    QVERIFY(enabled("step.forward"));
    QVERIFY(!enabled("step.back"));
    QVERIFY(!enabled("go.back"));
    window->session()->runToEnd();
    wait(*window);
    QVERIFY(!enabled("step.forward"));
    QVERIFY(enabled("step.back"));
    QVERIFY(enabled("go.back"));
    const auto empty = openWindow(gui::Settings::none(), {});
    QVERIFY(!empty->findChild<QAction*>(u"step.forward"_s)->isEnabled());
    QVERIFY(!empty->findChild<QAction*>(u"go.to"_s)->isEnabled());
    QVERIFY(empty->findChild<QAction*>(u"file.open"_s)->isEnabled());
}

void TestMainWindow::policyMenuAndBoxFollowTheSession()
{
    const auto window = openWindow();
    auto* hvf = window->findChild<QAction*>(u"policy.qemu-hvf"_s);
    QVERIFY(hvf != nullptr && !hvf->isChecked());
    hvf->trigger();
    wait(*window);
    QCOMPARE(window->session()->policyId(), u"qemu-hvf"_s);
    QVERIFY(hvf->isChecked());
    QVERIFY(!window->setPolicy(u"no such policy"_s));
}

void TestMainWindow::aBrokenFileKeepsWhatWasOpen_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("binary") << QByteArray("\x7f\x45\x4c\x46\x00\x01\x02", 7);
    QTest::newRow("truncated scenario") << QByteArray("{\"format\": \"faultscope");
    QTest::newRow("truncated recording") << QByteArray("{\"id\": \"x\", \"kind\":");
}

void TestMainWindow::aBrokenFileKeepsWhatWasOpen()
{
    QFETCH(const QByteArray, content);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"broken.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();

    const auto window = openWindow();
    window->session()->goToStep(3);
    window->open(path);
    wait(*window);
    QVERIFY(window->messageBar()->isVisible());
    QVERIFY(window->messageBar()->text().contains(u"broken.json"_s));
    QCOMPARE(window->session()->sourceName(), kLesson);
    QCOMPARE(window->session()->position(), (Position { 0, 3 }));
    QVERIFY(window->findChild<widgets::ItemView*>(u"logView"_s)->model()->rowCount() >= 2);
    // It goes with the next thing that opens.
    window->open(kLesson);
    wait(*window);
    QVERIFY(!window->messageBar()->isVisible());
}

void TestMainWindow::droppedFilesOpen()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"nothing.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const auto window = openWindow(gui::Settings::none(), {});
    QMimeData data;
    data.setUrls({ QUrl::fromLocalFile(path) });
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window.get(), &drop);
    wait(*window);
    QVERIFY(window->messageBar()->isVisible());
    QVERIFY(window->messageBar()->text().contains(u"nothing.json"_s));
}

void TestMainWindow::recentFilesAreRemembered()
{
    QTemporaryDir folder;
    const QString store = folder.filePath(u"settings.ini"_s);
    gui::Settings first = gui::Settings::inFile(store);
    for (int i = 0; i < 12; ++i)
        first.addRecentFile(folder.filePath(u"f%1.json"_s.arg(i)));
    first.addRecentFile(folder.filePath(u"f5.json"_s));
    QCOMPARE(first.recentFiles().size(), gui::Settings::kMaxRecentFiles);
    QCOMPARE(first.recentFiles()[0], folder.filePath(u"f5.json"_s));
    QCOMPARE(first.recentFiles().count(folder.filePath(u"f5.json"_s)), 1);
    const auto window = openWindow(std::move(first), {});
    const auto* entry = window->findChild<QAction*>(u"recent.1"_s);
    QVERIFY(entry != nullptr);
    QVERIFY(entry->text().contains(u"f5.json"_s));
    window->findChild<QAction*>(u"recent.clear"_s)->trigger();
    QVERIFY(!window->findChild<QMenu*>(u"menu.recent"_s)->isEnabled());
}

void TestMainWindow::goToUnderstandsPositionsInterceptsAndAddresses()
{
    const auto window = openWindow();
    QCOMPARE(window->goTo(u"2/4"_s), QString());
    wait(*window);
    QCOMPARE(window->session()->position(), (Position { 1, 4 }));
    QCOMPARE(window->goTo(u" 1 "_s), QString());
    wait(*window);
    QCOMPARE(window->session()->position(), (Position { 0, 0 }));
    QVERIFY(!window->goTo(u"99"_s).isEmpty());
    QVERIFY(!window->goTo(u"99/1"_s).isEmpty());
    QVERIFY(!window->goTo(u""_s).isEmpty());
    QVERIFY(!window->goTo(u"no such register"_s).isEmpty());
    QCOMPARE(window->goTo(u"pc"_s), QString());
    QCOMPARE(window->panels()->focusedPanel(), u"memory"_s);
}

void TestMainWindow::paletteListsEverything()
{
    const auto window = openWindow();
    const std::vector<gui::PaletteEntry> entries = window->paletteEntries();
    const auto has = [&](const QString& text) {
        return std::any_of(entries.begin(), entries.end(),
            [&](const gui::PaletteEntry& entry) { return entry.text == text; });
    };
    for (const ActionRow& row : gui::actionRows())
        QVERIFY2(has(gui::plainText(window->findChild<QAction*>(QLatin1String(row.id))->text())), row.id);
    for (const gui::PanelRow& row : gui::panelRows())
        QVERIFY2(has(gui::panelTitle(row)), row.id);
    for (const sources::LessonInfo& lesson : sources::listLessons())
        QVERIFY2(has(QString::fromStdString(lesson.title)), lesson.name.c_str());
    for (const gui::PaletteEntry& entry : entries)
        QVERIFY(entry.run != nullptr);
}

void TestMainWindow::paletteNarrowsAndRuns()
{
    const auto window = openWindow();
    window->findChild<QAction*>(u"view.palette"_s)->trigger();
    auto* palette = window->findChild<gui::CommandPalette*>();
    QVERIFY(palette != nullptr);
    auto* list = palette->findChild<QListWidget*>(u"paletteList"_s);
    const int all = list->count();
    auto* filter = palette->findChild<QLineEdit*>(u"paletteFilter"_s);
    filter->setText(u"run end"_s);
    QVERIFY(list->count() >= 1 && list->count() < all);
    QTest::keyClick(filter, Qt::Key_Return);
    QTest::qWait(10);
    wait(*window);
    QVERIFY(!window->session()->canStepForward());
}

void TestMainWindow::languageSwitchesLive()
{
    const auto window = openWindow();
    QVERIFY(gui::languageById(u"zh-cn"_s) != nullptr);
    QVERIFY(gui::languageById(u"xx"_s) == nullptr);
    if (!QFile::exists(u":/i18n/faultscope_zh_CN.qm"_s))
        QSKIP("The translation is not part of this build.");
    auto* action = window->findChild<QAction*>(u"step.forward"_s);
    auto* dock = window->panels()->dock(u"steps"_s);
    const QString english = action->text() + dock->windowTitle();
    window->findChild<QAction*>(u"language.zh_CN"_s)->trigger();
    QCoreApplication::processEvents();
    QVERIFY(action->text() + dock->windowTitle() != english);
    QCOMPARE(window->session()->language(), u"zh_CN"_s);
    window->findChild<QAction*>(u"language.en"_s)->trigger();
    QCoreApplication::processEvents();
    QCOMPARE(action->text() + dock->windowTitle(), english);
}

void TestMainWindow::layoutsShowTheirPanels_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QSize>("size");
    for (const gui::LayoutRow& row : gui::layoutRows()) {
        const QSize size = row.atLeast.isEmpty() ? QSize(1280, 720) : QSize(1440, 900);
        QTest::addRow("%s at %d", row.id, size.width()) << QString::fromLatin1(row.id) << size;
    }
}

void TestMainWindow::layoutsShowTheirPanels()
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

void TestMainWindow::panelsAreNotWiderThanTheWindow_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QSize>("size");
    for (const QSize size : { QSize(1280, 720), QSize(1440, 900) }) {
        QTest::addRow("lesson at %d", size.width()) << kLesson << size;
        QTest::addRow("sample at %d", size.width()) << u"sample"_s << size;
    }
}

void TestMainWindow::panelsAreNotWiderThanTheWindow()
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

void TestMainWindow::closedAndMovedPanelsAreRemembered()
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

void TestMainWindow::f6GoesThroughAllOpenPanels()
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

void TestMainWindow::panelsMoveByAction()
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

void TestMainWindow::hiddenPanelsRest()
{
    const auto window = openWindow();
    window->panels()->dock(u"registers"_s)->close();
    QCoreApplication::processEvents();
    QVERIFY(!window->panels()->panel(u"registers"_s)->isLive());
    window->panels()->focusPanel(u"registers"_s);
    QCoreApplication::processEvents();
    QVERIFY(window->panels()->panel(u"registers"_s)->isLive());
}

void TestMainWindow::everyViewHasAnAccessibleName()
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

void TestMainWindow::helpOpensAtThePanelWithTheKeyboard()
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

void TestMainWindow::statusBarTellsTheMoment()
{
    const auto window = openWindow();
    window->session()->goToStep(2);
    wait(*window);
    const QString text = window->findChild<QLabel*>(u"statusPosition"_s)->text();
    QVERIFY2(text.startsWith(u"1/%1 · step 2/%2"_s.arg(window->session()->interceptCount())
                                 .arg(window->session()->stepCount())),
        qPrintable(text));
    QVERIFY(!window->findChild<QLabel*>(u"statusSource"_s)->text().isEmpty());
}

void TestMainWindow::stepsPanelGoesToAStep()
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

void TestMainWindow::anAddressOfARegisterShowsInMemory()
{
    const auto window = openWindow();
    emit window->panels()->panel(u"registers"_s)->addressActivated(models::AddressSpace::Ipa, 0x40000010);
    QCoreApplication::processEvents();
    QCOMPARE(window->panels()->focusedPanel(), u"memory"_s);
    QCOMPARE(window->findChild<QLineEdit*>(u"memoryAddress"_s)->text(), u"0x40000010"_s);
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
