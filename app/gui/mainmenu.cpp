// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/gui/mainmenu.h"

#include "app/gui/languages.h"
#include "app/gui/panelhost.h"
#include "app/gui/panels.h"
#include "app/gui/themes.h"
#include "core/hypervisor/policy.h"
#include "core/sources/lessons.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QDockWidget>
#include <QFileInfo>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

#include <array>

namespace fscope::gui {
namespace {

struct TitleRow {
    const char* name;
    const char* text;
};
constexpr std::array kTitles {
    TitleRow { "menu.file", QT_TRANSLATE_NOOP("fscope::gui::MainMenu", "&File") },
    TitleRow { "menu.lessons", QT_TRANSLATE_NOOP("fscope::gui::MainMenu", "Open &lesson") },
    TitleRow { "menu.recent", QT_TRANSLATE_NOOP("fscope::gui::MainMenu", "Open &recent") },
    TitleRow { "menu.edit", QT_TRANSLATE_NOOP("fscope::gui::MainMenu", "&Edit") },
    TitleRow { "menu.go", QT_TRANSLATE_NOOP("fscope::gui::MainMenu", "&Go") },
    TitleRow { "menu.policy", QT_TRANSLATE_NOOP("fscope::gui::MainMenu", "&Hypervisor") },
    TitleRow { "menu.view", QT_TRANSLATE_NOOP("fscope::gui::MainMenu", "&View") },
    TitleRow { "menu.panels", QT_TRANSLATE_NOOP("fscope::gui::MainMenu", "&Panels") },
    TitleRow { "menu.layout", QT_TRANSLATE_NOOP("fscope::gui::MainMenu", "La&yout") },
    TitleRow { "menu.theme", QT_TRANSLATE_NOOP("fscope::gui::MainMenu", "Th&eme") },
    TitleRow { "menu.language", QT_TRANSLATE_NOOP("fscope::gui::MainMenu", "L&anguage") },
    TitleRow { "menu.help", QT_TRANSLATE_NOOP("fscope::gui::MainMenu", "He&lp") },
};

QString idAfterDot(const QAction* action)
{
    return action->objectName().section(QLatin1Char('.'), 1);
}

void check(QActionGroup* group, const QString& id)
{
    const QList<QAction*> actions = group->actions();
    for (QAction* action : actions) {
        if (idAfterDot(action) == id)
            action->setChecked(true);
    }
}

} // namespace

MainMenu::MainMenu(ActionRegistry* actions, PanelHost* panels, QMainWindow* window)
    : QObject(window)
    , m_actions(actions)
    , m_window(window)
    , m_policies(new QActionGroup(this))
    , m_themes(new QActionGroup(this))
    , m_languages(new QActionGroup(this))
{
    QMenu* file = addMenu("menu.file");
    file->addAction(m_actions->action(QStringLiteral("file.open")));
    addMenu("menu.lessons", file);
    addMenu("menu.recent", file);
    addRows(file, MenuId::File);
    addRows(addMenu("menu.edit"), MenuId::Edit);
    addRows(addMenu("menu.go"), MenuId::Go);

    QMenu* policy = addMenu("menu.policy");
    for (const hypervisor::HypervisorPolicy* row : hypervisor::policies()) {
        QAction* action = addChoice(policy, m_policies, QStringLiteral("policy.") + QLatin1String(row->id()));
        action->setText(QLatin1String(row->displayName()));
    }
    connect(m_policies, &QActionGroup::triggered, this,
        [this](QAction* action) { emit policyChosen(idAfterDot(action)); });

    QMenu* view = addMenu("menu.view");
    QMenu* panelMenu = addMenu("menu.panels", view);
    for (const PanelRow& row : panelRows())
        panelMenu->addAction(panels->dock(QLatin1String(row.id))->toggleViewAction());
    addRows(addMenu("menu.layout", view), MenuId::Layout);
    QMenu* theme = addMenu("menu.theme", view);
    for (const ThemeRow& row : themeRows())
        addChoice(theme, m_themes, QStringLiteral("theme.") + QLatin1String(row.id));
    connect(m_themes, &QActionGroup::triggered, this,
        [this](QAction* action) { emit themeChosen(idAfterDot(action)); });
    QMenu* language = addMenu("menu.language", view);
    for (const LanguageRow& row : languages()) {
        QAction* action
            = addChoice(language, m_languages, QStringLiteral("language.") + QLatin1String(row.id));
        action->setText(QString::fromUtf16(row.name));
    }
    connect(m_languages, &QActionGroup::triggered, this,
        [this](QAction* action) { emit languageChosen(idAfterDot(action)); });
    view->addSeparator();
    addRows(view, MenuId::View);
    addRows(addMenu("menu.help"), MenuId::Help);
    retranslate();
}

QMenu* MainMenu::addMenu(const char* name, QMenu* parent)
{
    QMenu* menu = parent != nullptr ? parent->addMenu(QString()) : m_window->menuBar()->addMenu(QString());
    menu->setObjectName(QLatin1String(name));
    menu->menuAction()->setObjectName(QLatin1String(name) + QStringLiteral(".action"));
    menu->setToolTipsVisible(true);
    m_menus.insert(menu->objectName(), menu);
    return menu;
}

void MainMenu::addRows(QMenu* menu, MenuId id)
{
    for (const ActionRow& row : actionRows()) {
        if (row.menu != id)
            continue;
        QAction* action = m_actions->action(QLatin1String(row.id));
        if (menu->actions().contains(action))
            continue;
        if (row.separatorBefore)
            menu->addSeparator();
        menu->addAction(action);
    }
}

QAction* MainMenu::addChoice(QMenu* menu, QActionGroup* group, const QString& name)
{
    QAction* action = menu->addAction(QString());
    action->setObjectName(name);
    action->setCheckable(true);
    group->addAction(action);
    return action;
}

void MainMenu::fillLessons()
{
    QMenu* menu = m_menus.value(QStringLiteral("menu.lessons"));
    menu->clear();
    int number = 0;
    for (const sources::LessonInfo& lesson : sources::listLessons(m_language.toStdString())) {
        const QString name = QString::fromStdString(lesson.name);
        const QString title
            = QString::fromStdString(lesson.title).replace(QLatin1Char('&'), QStringLiteral("&&"));
        QAction* action = menu->addAction(QStringLiteral("&%1  %2").arg(++number).arg(title));
        action->setObjectName(QStringLiteral("lesson.") + name);
        action->setToolTip(QString::fromStdString(lesson.summary));
        action->setStatusTip(action->toolTip());
        connect(action, &QAction::triggered, this, [this, name] { emit openRequested(name); });
    }
    menu->addSeparator();
    const QString sample
        = QString::fromUtf8(sources::kSampleName.data(), qsizetype(sources::kSampleName.size()));
    QAction* action = menu->addAction(tr("&Sample recording"));
    action->setObjectName(QStringLiteral("lesson.") + sample);
    action->setToolTip(tr("Opens recorded stage-2 aborts that come with the program."));
    action->setStatusTip(action->toolTip());
    connect(action, &QAction::triggered, this, [this, sample] { emit openRequested(sample); });
}

void MainMenu::setRecentFiles(const QStringList& files)
{
    m_recent = files;
    QMenu* menu = m_menus.value(QStringLiteral("menu.recent"));
    menu->clear();
    menu->setEnabled(!files.isEmpty());
    int number = 0;
    for (const QString& file : files) {
        const QString title = QFileInfo(file).fileName().replace(QLatin1Char('&'), QStringLiteral("&&"));
        QAction* action = menu->addAction(QStringLiteral("&%1  %2").arg(++number % 10).arg(title));
        action->setObjectName(QStringLiteral("recent.%1").arg(number));
        action->setToolTip(file);
        action->setStatusTip(file);
        connect(action, &QAction::triggered, this, [this, file] { emit openRequested(file); });
    }
    menu->addSeparator();
    QAction* clear = menu->addAction(tr("&Clear this list"));
    clear->setObjectName(QStringLiteral("recent.clear"));
    clear->setToolTip(tr("Forgets the files opened before; the files stay."));
    connect(clear, &QAction::triggered, this, &MainMenu::clearRecentRequested);
}

void MainMenu::setCurrentPolicy(const QString& id)
{
    check(m_policies, id);
}

void MainMenu::setCurrentTheme(const QString& id)
{
    check(m_themes, id);
}

void MainMenu::setCurrentLanguage(const QString& id)
{
    check(m_languages, id);
    m_language = id;
    fillLessons();
}

void MainMenu::retranslate()
{
    for (const TitleRow& row : kTitles)
        m_menus.value(QLatin1String(row.name))->setTitle(tr(row.text));
    const QList<QAction*> themes = m_themes->actions();
    for (QAction* action : themes) {
        action->setText(QCoreApplication::translate("Themes", themeById(idAfterDot(action))->text));
        action->setToolTip(tr("Changes the colours of the window."));
        action->setStatusTip(action->toolTip());
    }
    const QList<QAction*> policies = m_policies->actions();
    for (QAction* action : policies) {
        action->setToolTip(tr("Answers the intercepts as %1 does.").arg(action->text()));
        action->setStatusTip(action->toolTip());
    }
    const QList<QAction*> languageActions = m_languages->actions();
    for (QAction* action : languageActions) {
        action->setToolTip(tr("Changes the language of the window."));
        action->setStatusTip(action->toolTip());
    }
    fillLessons();
    setRecentFiles(m_recent);
}

QList<QAction*> MainMenu::listActions() const
{
    return m_policies->actions() + m_themes->actions() + m_languages->actions();
}

} // namespace fscope::gui
