// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <QHash>
#include <QObject>
#include <QString>

#include <functional>
#include <span>

class QAction;
class QWidget;

namespace fscope::models {
class Session;
}

namespace fscope::gui {

/// When an action can be used.
enum class EnabledWhen : int {
    Always,
    SourceOpen,
    CanStepForward,
    CanStepBackward,
    CanGoBack,
    CanGoForward,
    Busy,     ///< there is something that can be cancelled
    HasEdits, ///< of memory
    Managed,  ///< whoever handles it enables it
};

/// In which menu an action is listed.
enum class MenuId : int { File, Edit, Go, View, Layout, Help };

/// One action of the window. Menus, toolbar, palette, tooltips and help read these rows.
struct ActionRow {
    const char* id;
    MenuId menu;
    const char* text;      ///< with a mnemonic
    const char* tip;       ///< a sentence, for tooltip and status bar
    const char* shortcuts; ///< portable text, several parted by "; "
    const char* icon;      ///< of resources/icons, or ""
    EnabledWhen when;
    bool separatorBefore;
};

std::span<const ActionRow> actionRows();

/// Makes the QActions of actionRows(), keeps their texts in the current language and their state true to the
/// session.
class ActionRegistry : public QObject
{
    Q_OBJECT
public:
    /// @p window gets every action, so that shortcuts work in all of it.
    ActionRegistry(models::Session* session, QWidget* window);

    QAction* action(const QString& id) const; ///< nullptr if there is none
    /// What triggering an action does. Each row must get exactly one handler.
    void handle(const char* id, std::function<void()> handler);
    QString text(const QString& id) const; ///< of its row, in the current language
    bool isHandled(const QString& id) const;
    void retranslate();
    void updateEnabled();

private:
    models::Session* m_session;
    QHash<QString, QAction*> m_actions;
    QHash<QString, bool> m_handled;
};

/// "Text without mnemonic": for palettes and headings.
QString plainText(const QString& actionText);

} // namespace fscope::gui
