// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/gui/panelhost.h"

#include "app/gui/layouts.h"
#include "app/gui/panels.h"
#include "app/gui/settings.h"
#include "widgets/panel.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDockWidget>
#include <QLayout>
#include <QMenu>
#include <QTabBar>

#include <algorithm>
#include <array>
#include <utility>

namespace fscope::gui {
namespace {

QStringList idsOf(const LayoutCell& cell)
{
    return QString::fromLatin1(cell.panels).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

struct AreaRow {
    Qt::DockWidgetArea area;
    const char* name;
    const char* text;
};
constexpr std::array kAreas {
    AreaRow {
        Qt::LeftDockWidgetArea, "moveLeft", QT_TRANSLATE_NOOP("fscope::gui::PanelHost", "Move to &left") },
    AreaRow {
        Qt::RightDockWidgetArea, "moveRight", QT_TRANSLATE_NOOP("fscope::gui::PanelHost", "Move to &right") },
    AreaRow { Qt::TopDockWidgetArea, "moveTop", QT_TRANSLATE_NOOP("fscope::gui::PanelHost", "Move to &top") },
    AreaRow { Qt::BottomDockWidgetArea, "moveBottom",
        QT_TRANSLATE_NOOP("fscope::gui::PanelHost", "Move to &bottom") },
};

} // namespace

PanelHost::PanelHost(models::Session* session, QWidget* parent)
    : QMainWindow(parent, Qt::Widget)
{
    setObjectName(QStringLiteral("panelHost"));
    setDockOptions(AllowNestedDocks | AllowTabbedDocks);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setDocumentMode(true);
    // The centre column lives in the top area: there is no central widget, so it takes what the others leave.
    setCorner(Qt::TopLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::TopRightCorner, Qt::RightDockWidgetArea);
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    for (const PanelRow& row : panelRows()) {
        const QString id = QLatin1String(row.id);
        auto* dock = new QDockWidget(this);
        dock->setObjectName(QStringLiteral("dock.") + id);
        widgets::Panel* panel = row.make(session, dock);
        panel->setObjectName(id);
        dock->setWidget(panel);
        dock->toggleViewAction()->setObjectName(QStringLiteral("panel.show.") + id);
        m_docks.insert(id, dock);
        m_panels.insert(id, panel);
        // Qt leaves a dock behind another tab visible, off the screen; it must not work there.
        dock->installEventFilter(this);
        connect(dock, &QDockWidget::visibilityChanged, panel,
            [panel](bool visible) { panel->setCovered(!visible); });
        connect(dock, &QDockWidget::visibilityChanged, this, &PanelHost::updateTitleBarsLater);
        connect(dock, &QDockWidget::dockLocationChanged, this, &PanelHost::updateTitleBarsLater);
        connect(dock, &QDockWidget::topLevelChanged, this, &PanelHost::updateTitleBarsLater);
        connect(panel, &widgets::Panel::addressActivated, this, &PanelHost::addressActivated);
        connect(panel, &widgets::Panel::decodeRequested, this, &PanelHost::decodeRequested);
        connect(panel, &widgets::Panel::actionRequested, this, &PanelHost::actionRequested);
    }
    retranslate();
}

QDockWidget* PanelHost::dock(const QString& id) const
{
    return m_docks.value(id);
}

widgets::Panel* PanelHost::panel(const QString& id) const
{
    return m_panels.value(id);
}

QWidget* PanelHost::panelWidget(const QString& id) const
{
    return m_panels.value(id);
}

bool PanelHost::applyLayout(const QString& id)
{
    const LayoutRow* row = layoutFor(id, size());
    if (row == nullptr)
        return false;
    m_layoutId = id;
    // How much room there is shows when the window does; until then, the arrangement that needs least.
    m_layoutPending = !isVisible();
    if (m_layoutPending)
        row = layoutFor(id, QSize(0, 0));
    place(*row);
    m_pendingShare = row;
    shareLater();
    emit layoutApplied(id);
    return true;
}

void PanelHost::place(const LayoutRow& row)
{
    setUpdatesEnabled(false);
    // Docks lose the keyboard as they move; whatever would get it then must not.
    const QString focused = focusedPanel();
    if (!focused.isEmpty())
        QApplication::focusWidget()->clearFocus();
    QStringList named;
    for (const PanelRow& panel : panelRows()) {
        QDockWidget* dock = m_docks.value(QLatin1String(panel.id));
        dock->setFloating(false);
        removeDockWidget(dock);
    }
    const auto putTabs = [&](const QStringList& ids) {
        for (qsizetype i = 1; i < ids.size(); ++i)
            tabifyDockWidget(dock(ids[i - 1]), dock(ids[i]));
        for (const QString& id : ids)
            dock(id)->show();
        dock(ids.first())->raise();
        named << ids;
    };
    const auto putArea = [&](Qt::DockWidgetArea area, Qt::Orientation orientation, const auto& cells) {
        QDockWidget* last = nullptr;
        QVector<QStringList> tabs;
        // First the front panel of each cell, one beside the other, then the tabs: a split of a tab would end
        // in it.
        for (const LayoutCell& cell : cells) {
            const QStringList ids = idsOf(cell);
            if (ids.isEmpty())
                continue;
            if (last == nullptr)
                addDockWidget(area, dock(ids.first()), orientation);
            else
                splitDockWidget(last, dock(ids.first()), orientation);
            last = dock(ids.first());
            tabs << ids;
        }
        for (const QStringList& ids : tabs)
            putTabs(ids);
    };
    putArea(Qt::LeftDockWidgetArea, Qt::Vertical, row.left);
    putArea(Qt::TopDockWidgetArea, Qt::Vertical, row.centre);
    putArea(Qt::RightDockWidgetArea, Qt::Vertical, row.right);
    putArea(Qt::BottomDockWidgetArea, Qt::Horizontal, row.bottom);
    // A closed panel keeps a place to come back to.
    for (const PanelRow& panel : panelRows()) {
        const QString id = QLatin1String(panel.id);
        if (named.contains(id))
            continue;
        addDockWidget(Qt::BottomDockWidgetArea, dock(id));
        dock(id)->hide();
    }
    if (named.contains(focused))
        focusPanel(focused);
    setUpdatesEnabled(true);
}

void PanelHost::shareLater()
{
    // Docks can be sized once the window has its size and the layout has run.
    if (!isVisible() || std::exchange(m_shareQueued, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_shareQueued = false;
            if (!isVisible())
                return;
            // Sizes given to docks before the layout knows of them would be lost.
            updateTitleBars();
            layout()->activate();
            if (std::exchange(m_layoutPending, false)) {
                applyLayout(m_layoutId);
            } else if (m_pendingShare != nullptr) {
                m_keepPending = false;
                share(*std::exchange(m_pendingShare, nullptr));
            } else if (std::exchange(m_keepPending, false)) {
                keepShares();
            } else {
                recordShares();
            }
        },
        Qt::QueuedConnection);
}

void PanelHost::recordShares()
{
    m_kept.clear();
    for (const PanelRow& panel : panelRows()) {
        QDockWidget* dock = m_docks.value(QLatin1String(panel.id));
        if (dock->isFloating() || dock->isHidden() || dock->x() < 0)
            continue;
        const Qt::DockWidgetArea area = dockWidgetArea(dock);
        // One of each column speaks for it.
        const bool spoken = std::any_of(m_kept.begin(), m_kept.end(), [&](const Share& kept) {
            return kept.dock->x() == dock->x() && dockWidgetArea(kept.dock) == area;
        });
        if (!spoken)
            m_kept << Share { dock, double(dock->width()) / width(), double(dock->height()) / height(),
                area };
    }
}

void PanelHost::keepShares()
{
    QList<QDockWidget*> docks;
    QList<int> widths;
    for (const Share& kept : std::as_const(m_kept)) {
        docks << kept.dock;
        widths << static_cast<int>(kept.width * width());
        if (kept.area == Qt::BottomDockWidgetArea)
            resizeDocks({ kept.dock }, { static_cast<int>(kept.height * height()) }, Qt::Vertical);
    }
    resizeDocks(docks, widths, Qt::Horizontal);
}

bool PanelHost::eventFilter(QObject* watched, QEvent* event)
{
    // A dock that a person has resized, or the layout.
    if (event->type() == QEvent::Resize)
        shareLater();
    return QMainWindow::eventFilter(watched, event);
}

void PanelHost::share(const LayoutRow& row)
{
    const auto shareCells = [this](Qt::Orientation orientation, int total, const auto& cells) {
        QList<QDockWidget*> docks;
        QList<int> sizes;
        int sum = 0;
        for (const LayoutCell& cell : cells)
            sum += cell.weight;
        for (const LayoutCell& cell : cells) {
            const QStringList ids = idsOf(cell);
            if (ids.isEmpty())
                continue;
            docks << dock(ids.first());
            sizes << total * cell.weight / std::max(1, sum);
        }
        if (!docks.isEmpty())
            resizeDocks(docks, sizes, orientation);
    };
    const QString bottom = idsOf(row.bottom[0]).value(0);
    const int bottomHeight = height() * row.bottomWeight / 100;
    if (!bottom.isEmpty())
        resizeDocks({ dock(bottom) }, { bottomHeight }, Qt::Vertical);
    const int columnHeight = height() - bottomHeight;
    QList<QDockWidget*> columns;
    QList<int> widths;
    const std::array firsts { idsOf(row.left[0]).value(0), idsOf(row.centre[0]).value(0),
        idsOf(row.right[0]).value(0) };
    for (std::size_t i = 0; i < firsts.size(); ++i) {
        if (firsts[i].isEmpty())
            continue;
        columns << dock(firsts[i]);
        widths << width() * row.columnWeights[i] / 100;
    }
    resizeDocks(columns, widths, Qt::Horizontal);
    shareCells(Qt::Vertical, columnHeight, row.left);
    shareCells(Qt::Vertical, columnHeight, row.centre);
    shareCells(Qt::Vertical, columnHeight, row.right);
    shareCells(Qt::Horizontal, width(), row.bottom);
}

void PanelHost::updateTitleBarsLater()
{
    if (std::exchange(m_titleBarsPending, true))
        return;
    QMetaObject::invokeMethod(this, &PanelHost::updateTitleBars, Qt::QueuedConnection);
}

void PanelHost::updateTitleBars()
{
    m_titleBarsPending = false;
    for (QDockWidget* dock : std::as_const(m_docks)) {
        // A tab names its panel already; the line is better spent on the panel.
        const bool tabbed = !dock->isFloating() && !tabifiedDockWidgets(dock).isEmpty();
        QWidget* old = dock->titleBarWidget();
        if (tabbed == (old != nullptr))
            continue;
        QWidget* bar = nullptr;
        if (tabbed) {
            bar = new QWidget(dock);
            bar->setFixedHeight(0);
        }
        dock->setTitleBarWidget(bar);
        delete old;
    }
}

QByteArray PanelHost::savePanels() const
{
    return saveState(Settings::kStateVersion);
}

bool PanelHost::restorePanels(const QByteArray& state, const QString& layoutId)
{
    if (state.isEmpty() || !restoreState(state, Settings::kStateVersion))
        return false;
    m_pendingShare = nullptr;
    m_layoutPending = false;
    m_layoutId = layoutId;
    emit layoutApplied(layoutId);
    return true;
}

QString PanelHost::focusedPanel() const
{
    for (const QWidget* widget = QApplication::focusWidget(); widget != nullptr;
         widget = widget->parentWidget()) {
        for (auto it = m_docks.begin(); it != m_docks.end(); ++it) {
            if (it.value() == widget)
                return it.key();
        }
    }
    return {};
}

void PanelHost::focusPanel(const QString& id)
{
    QDockWidget* wanted = dock(id);
    if (wanted == nullptr)
        return;
    wanted->show();
    wanted->raise();
    wanted->activateWindow();
    QWidget* inside = wanted->widget();
    // The panel's own choice, or the first thing inside that takes the keyboard.
    if (inside->focusProxy() == nullptr && inside->focusPolicy() == Qt::NoFocus) {
        const QList<QWidget*> children = inside->findChildren<QWidget*>();
        for (QWidget* child : children) {
            if (child->isVisibleTo(inside) && (child->focusPolicy() & Qt::TabFocus) != 0) {
                inside = child;
                break;
            }
        }
    }
    inside->setFocus(Qt::ShortcutFocusReason);
}

void PanelHost::focusNext(int direction)
{
    QStringList open;
    for (const PanelRow& row : panelRows()) {
        if (!dock(QLatin1String(row.id))->isHidden())
            open << QLatin1String(row.id);
    }
    if (open.isEmpty())
        return;
    const qsizetype at = open.indexOf(focusedPanel());
    const qsizetype start = at < 0 ? (direction > 0 ? -1 : 0) : at;
    focusPanel(open[(start + direction + open.size()) % open.size()]);
}

void PanelHost::movePanel(const QString& id, Qt::DockWidgetArea area)
{
    QDockWidget* moved = dock(id);
    if (moved == nullptr)
        return;
    moved->setFloating(false);
    const bool sideways = area == Qt::TopDockWidgetArea || area == Qt::BottomDockWidgetArea;
    addDockWidget(area, moved, area == Qt::BottomDockWidgetArea && sideways ? Qt::Horizontal : Qt::Vertical);
    focusPanel(id);
}

void PanelHost::floatPanel(const QString& id)
{
    if (QDockWidget* found = dock(id)) {
        found->setFloating(!found->isFloating());
        focusPanel(id);
    }
}

void PanelHost::retranslate()
{
    for (const PanelRow& row : panelRows()) {
        QDockWidget* found = dock(QLatin1String(row.id));
        found->setWindowTitle(panelTitle(row));
        found->setAccessibleName(panelTitle(row));
        found->toggleViewAction()->setToolTip(tr("Shows or closes the panel %1.").arg(panelTitle(row)));
        found->toggleViewAction()->setStatusTip(found->toggleViewAction()->toolTip());
    }
}

void PanelHost::contextMenuEvent(QContextMenuEvent* event)
{
    QWidget* under = childAt(event->pos());
    QString id;
    if (const auto* tabs = qobject_cast<QTabBar*>(under)) {
        const QString title = tabs->tabText(tabs->tabAt(tabs->mapFrom(this, event->pos())));
        for (auto it = m_docks.begin(); it != m_docks.end(); ++it) {
            if (it.value()->windowTitle() == title)
                id = it.key();
        }
    }
    for (const QWidget* widget = under; widget != nullptr && id.isEmpty(); widget = widget->parentWidget())
        id = m_docks.key(qobject_cast<QDockWidget*>(const_cast<QWidget*>(widget)));
    if (id.isEmpty()) {
        QMainWindow::contextMenuEvent(event);
        return;
    }
    QMenu menu(this);
    for (const AreaRow& row : kAreas) {
        QAction* action = menu.addAction(tr(row.text));
        action->setObjectName(QLatin1String(row.name));
        const Qt::DockWidgetArea area = row.area;
        connect(action, &QAction::triggered, this, [this, id, area] { movePanel(id, area); });
    }
    menu.addSeparator();
    connect(menu.addAction(dock(id)->isFloating() ? tr("&Dock") : tr("&Float")), &QAction::triggered, this,
        [this, id] { floatPanel(id); });
    connect(menu.addAction(tr("&Close")), &QAction::triggered, this, [this, id] { dock(id)->close(); });
    menu.exec(event->globalPos());
}

void PanelHost::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    // Qt gives new room to the sides as much as to the centre; proportions that stay are what people expect.
    m_keepPending = true;
    shareLater();
}

void PanelHost::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    shareLater();
}

QMenu* PanelHost::createPopupMenu()
{
    return nullptr;
}

} // namespace fscope::gui
