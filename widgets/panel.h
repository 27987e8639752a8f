// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/roles.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedLayout;
class QUndoStack;
class QVBoxLayout;

namespace fscope::models {
class Session;
}

namespace fscope::widgets {

/// What the dockable panels share: a body, and a page in its place that says what would fill it and offers
/// the action.
///
/// A derived class builds its body in the constructor, calls setBody(), and puts all its texts in
/// retranslate(), which is called at once and again when the language changes. setLive() is called as the
/// panel becomes visible or hidden; a hidden panel does no work.
class Panel : public QWidget
{
    Q_OBJECT
public:
    Panel(models::Session* session, const char* name, QWidget* parent = nullptr);

    bool isEmptyShown() const;

    /// A dock behind another tab counts as visible to Qt; its host tells here that it is not.
    void setCovered(bool covered);
    bool isLive() const { return m_live; }

    /// Changes of its own that can be undone; nullptr: there are none.
    virtual QUndoStack* undoStack() const { return nullptr; }
    /// Whether the lists of the panel ask in their menus which table maps an address; one that answers it has
    /// better words.
    virtual bool offersMappingActions() const { return true; }

signals:
    /// A person asks to see an address in memory.
    void addressActivated(fscope::models::AddressSpace space, quint64 address);
    /// A person asks which table maps an address, or, of a PA, who maps it.
    void mappingRequested(fscope::models::AddressSpace space, quint64 address);
    /// A person asks what an access to a VA or an IPA would do.
    void walkRequested(fscope::models::AddressSpace space, quint64 address);
    /// A person asks to see values in the Decode panel: text as it could be pasted there, "ESR_EL2 = 0x…".
    void decodeRequested(const QString& text);
    /// A person asks for an action of the window, by its id ("file.open").
    void actionRequested(const QString& id);

protected:
    models::Session* session() const { return m_session; }
    void setBody(QWidget* body);
    /// Makes a body that scrolls when it is higher than the panel; returns the column its parts go into.
    QVBoxLayout* setScrollingBody();
    /// The page without content. @p actionId empty: no button.
    void setEmptyText(const QString& text, const QString& actionId = {}, const QString& actionText = {});
    void setEmpty(bool empty);

    virtual void retranslate() = 0;
    virtual void setLive(bool live);
    /// Called after the theme, fonts or the palette changed.
    virtual void restyle() { }

    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void updateLive();
    models::Session* m_session;
    QStackedLayout* m_stack;
    QWidget* m_emptyPage;
    QLabel* m_emptyLabel;
    QPushButton* m_emptyButton;
    QString m_emptyAction;
    QPointer<QWidget> m_bodyFocus;
    bool m_covered = false;
    bool m_live = false;
};

} // namespace fscope::widgets
