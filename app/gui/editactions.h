// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <QObject>
#include <QUndoGroup>

namespace fscope::models {
class Session;
}
namespace fscope::widgets {
class MemoryPanel;
}

namespace fscope::gui {

class ActionRegistry;
class PanelHost;

/// What the menu Edit does. Undo and redo act on what has the keyboard: a panel with changes of its own
/// (Decode), else the bytes of memory that were edited.
class EditActions : public QObject
{
    Q_OBJECT
public:
    EditActions(ActionRegistry* actions, PanelHost* panels, models::Session* session, QObject* parent);
    /// After the registry's own texts.
    void retranslate();

private:
    void chooseStack();
    void updateUndo();
    widgets::MemoryPanel* memory() const;
    ActionRegistry* m_actions;
    PanelHost* m_panels;
    models::Session* m_session;
    QUndoGroup m_stacks;
};

} // namespace fscope::gui
