// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/gui/actions.h"
#include "app/gui/commandpalette.h"
#include "app/gui/languages.h"
#include "app/gui/panelhost.h"
#include "app/gui/panels.h"
#include "core/sources/lessons.h"
#include "tests/app/windowtest.h"

#include <QAction>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTest>

using namespace fscope;
using namespace Qt::StringLiterals;
using namespace fscope::tests;
using gui::ActionRow;
using gui::MainWindow;
using models::Position;

namespace {

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

/// What the window does as a whole: actions, menus, keys, palette, status bar, language.
class TestMainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyActionHasNameShortcutTipAndHandler();
    void noTwoActionsShareAKey();
    void everyMenuEntryIsNamedAndExplained();
    void mnemonicsOfAMenuDoNotClash();
    void keysStepForwardsAndBackwards();
    void actionsAreEnabledByTheMoment();
    void policyMenuAndBoxFollowTheSession();
    void goToUnderstandsPositionsInterceptsAndAddresses();
    void paletteListsEverything();
    void paletteNarrowsAndRuns();
    void languageSwitchesLive();
    void statusBarTellsTheMoment();
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

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
