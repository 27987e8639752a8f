// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/roles.h"

#include <QStringList>
#include <QTreeView>

class QMenu;

namespace fscope::widgets {

class StateDelegate;

/// The list and tree of every panel: states drawn by StateDelegate, columns that keep their width, `j k g G`
/// beside the arrows, Ctrl+C and "Copy as", and addresses that lead somewhere.
///
/// Enter, a double click or a click with Ctrl on a cell with AddressRole emits addressActivated(); so does
/// the context menu. Enter and double click on others emit activated() alone.
class ItemView : public QTreeView
{
    Q_OBJECT
public:
    explicit ItemView(QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    StateDelegate* stateDelegate() const { return m_delegate; }
    void setStateDelegate(StateDelegate* delegate); ///< takes it over

    /// Widths once and for all: each column holds its sample in the fixed font ("" for the title's width
    /// alone); the last column takes what is left.
    void setColumnSamples(const QStringList& samples);
    /// Keeps the row with CurrentRole in sight as it moves.
    void setFollowCurrent(bool follow) { m_followCurrent = follow; }
    /// False: Enter and a double click on an address do not lead to it, as they have something else to do;
    /// the menu and a click with Ctrl still do.
    void setEnterFollowsAddresses(bool follow) { m_enterFollowsAddresses = follow; }
    /// Asks rows for their heights again, soon.
    void relayout() { scheduleDelayedItemsLayout(); }
    /// What opens the menu of copy forms.
    void showCopyMenu();

signals:
    void addressActivated(fscope::models::AddressSpace space, quint64 address);
    /// The context menu is about to be shown: others may add what they can do with the row.
    void menuAboutToShow(QMenu* menu, const QModelIndex& index);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void dataChanged(
        const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles = {}) override;
    void rowsInserted(const QModelIndex& parent, int start, int end) override;

private:
    bool activateAddress(const QModelIndex& index);
    void addMappingActions(QMenu* menu, const QModelIndex& addressed);
    void applySamples();
    void scheduleFollow();
    void followNow();
    StateDelegate* m_delegate = nullptr;
    QStringList m_samples;
    bool m_followCurrent = false;
    bool m_enterFollowsAddresses = true;
    bool m_followScheduled = false;
};

} // namespace fscope::widgets
