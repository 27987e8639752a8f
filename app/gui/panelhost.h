// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/roles.h"

#include <QHash>
#include <QMainWindow>

namespace fscope::models {
class Session;
}
namespace fscope::widgets {
class Panel;
}

namespace fscope::gui {

/// The part of the window that holds the dockable panels: named layouts, moves by menu and keyboard.
class PanelHost : public QMainWindow
{
    Q_OBJECT
public:
    explicit PanelHost(models::Session* session, QWidget* parent = nullptr);

    QDockWidget* dock(const QString& id) const; ///< nullptr if there is none
    widgets::Panel* panel(const QString& id) const;
    template <typename PanelType>
    PanelType* panelAs(const char* id) const
    {
        return qobject_cast<PanelType*>(panelWidget(QLatin1String(id)));
    }

    /// Lays the panels out for the present size, or once shown. False if there is no such layout.
    bool applyLayout(const QString& id);
    QString layoutId() const { return m_layoutId; }
    /// The state of the panels with the version of Settings; restorePanels() is false where it does not fit.
    QByteArray savePanels() const;
    bool restorePanels(const QByteArray& state, const QString& layoutId);

    QString focusedPanel() const;       ///< id of the panel with the keyboard; empty: none
    void focusPanel(const QString& id); ///< opens it if it is closed, brings it to the front
    void focusNext(int direction);      ///< 1 or -1
    void movePanel(const QString& id, Qt::DockWidgetArea area);
    void floatPanel(const QString& id);
    void retranslate();

signals:
    void addressActivated(fscope::models::AddressSpace space, quint64 address);
    void decodeRequested(const QString& text);
    void actionRequested(const QString& id);
    void layoutApplied(const QString& id);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    QMenu* createPopupMenu() override;

private:
    QWidget* panelWidget(const QString& id) const;
    void place(const struct LayoutRow& row);
    void share(const struct LayoutRow& row);
    void shareLater();
    void recordShares();
    void keepShares();
    void updateTitleBars();
    void updateTitleBarsLater();
    QHash<QString, QDockWidget*> m_docks;
    QHash<QString, widgets::Panel*> m_panels;
    QString m_layoutId;
    const struct LayoutRow* m_pendingShare = nullptr;
    /// What part of the window a column of docks has, by one of its docks.
    struct Share {
        QDockWidget* dock;
        double width;
        double height;
        Qt::DockWidgetArea area;
    };
    QList<Share> m_kept;
    bool m_layoutPending = false;
    bool m_shareQueued = false;
    bool m_keepPending = false;
    bool m_titleBarsPending = false;
};

} // namespace fscope::gui
