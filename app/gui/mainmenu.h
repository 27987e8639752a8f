// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "app/gui/actions.h"

#include <QHash>
#include <QObject>
#include <QStringList>

class QActionGroup;
class QMainWindow;
class QMenu;

namespace fscope::gui {

class PanelHost;

/// The menus of the window: the rows of the action registry, and lists of lessons, files, panels, policies,
/// themes and languages. A choice from a list is a signal.
class MainMenu : public QObject
{
    Q_OBJECT
public:
    MainMenu(ActionRegistry* actions, PanelHost* panels, QMainWindow* window);

    void setRecentFiles(const QStringList& files);
    void setCurrentPolicy(const QString& id);
    void setCurrentTheme(const QString& id);
    void setCurrentLanguage(const QString& id); ///< also of the lessons' titles
    void retranslate();

    /// The actions of the lists, which are not in the registry: for the palette.
    QList<QAction*> listActions() const;

signals:
    void openRequested(const QString& nameOrPath);
    void clearRecentRequested();
    void policyChosen(const QString& id);
    void themeChosen(const QString& id);
    void languageChosen(const QString& id);

private:
    QMenu* addMenu(const char* name, QMenu* parent = nullptr);
    void addRows(QMenu* menu, MenuId id);
    void fillLessons();
    QAction* addChoice(QMenu* menu, QActionGroup* group, const QString& name);
    ActionRegistry* m_actions;
    QMainWindow* m_window;
    QHash<QString, QMenu*> m_menus;
    QActionGroup* m_policies;
    QActionGroup* m_themes;
    QActionGroup* m_languages;
    QStringList m_recent;
    QString m_language = QStringLiteral("en");
};

} // namespace fscope::gui
