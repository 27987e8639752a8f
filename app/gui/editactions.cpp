// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/gui/editactions.h"

#include "app/gui/actions.h"
#include "app/gui/panelhost.h"
#include "app/gui/panels.h"
#include "models/session.h"
#include "models/sessionedits.h"
#include "widgets/memorypanel.h"

#include <QAction>
#include <QApplication>

namespace fscope::gui {

EditActions::EditActions(
    ActionRegistry* actions, PanelHost* panels, models::Session* session, QObject* parent)
    : QObject(parent)
    , m_actions(actions)
    , m_panels(panels)
    , m_session(session)
{
    m_stacks.addStack(session->edits()->undoStack());
    for (const PanelRow& row : panelRows()) {
        if (QUndoStack* own = panels->panel(QLatin1String(row.id))->undoStack())
            m_stacks.addStack(own);
    }
    m_actions->handle("edit.undo", [this] { m_stacks.undo(); });
    m_actions->handle("edit.redo", [this] { m_stacks.redo(); });
    m_actions->handle("edit.revert", [this] { m_session->edits()->revertAll(); });
    m_actions->handle("edit.find", [this] {
        m_panels->focusPanel(QStringLiteral("memory"));
        memory()->openFind();
    });
    m_actions->handle("edit.findNext", [this] {
        m_panels->focusPanel(QStringLiteral("memory"));
        memory()->findStep(1);
    });
    m_actions->handle("edit.findPrevious", [this] {
        m_panels->focusPanel(QStringLiteral("memory"));
        memory()->findStep(-1);
    });
    m_actions->handle("edit.fill", [this] {
        m_panels->focusPanel(QStringLiteral("memory"));
        memory()->askFill();
    });
    connect(qApp, &QApplication::focusChanged, this, &EditActions::chooseStack);
    for (const auto signal : { &QUndoGroup::canUndoChanged, &QUndoGroup::canRedoChanged })
        connect(&m_stacks, signal, this, &EditActions::updateUndo);
    for (const auto signal : { &QUndoGroup::undoTextChanged, &QUndoGroup::redoTextChanged })
        connect(&m_stacks, signal, this, &EditActions::updateUndo);
    chooseStack();
    updateUndo();
}

widgets::MemoryPanel* EditActions::memory() const
{
    return m_panels->panelAs<widgets::MemoryPanel>("memory");
}

void EditActions::chooseStack()
{
    const QString focused = m_panels->focusedPanel();
    QUndoStack* own = focused.isEmpty() ? nullptr : m_panels->panel(focused)->undoStack();
    m_stacks.setActiveStack(own != nullptr ? own : m_session->edits()->undoStack());
}

void EditActions::updateUndo()
{
    const auto update = [this](const char* id, bool can, const QString& what, const QString& with) {
        QAction* action = m_actions->action(QLatin1String(id));
        action->setEnabled(can);
        action->setText(what.isEmpty() ? m_actions->text(QLatin1String(id)) : with.arg(what));
    };
    //: %1 is what would be undone, as "typing at VA 0x…"
    update("edit.undo", m_stacks.canUndo(), m_stacks.undoText(), tr("&Undo %1"));
    update("edit.redo", m_stacks.canRedo(), m_stacks.redoText(), tr("&Redo %1"));
}

void EditActions::retranslate()
{
    updateUndo();
}

} // namespace fscope::gui
