// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/treepanel.h"

#include "core/arch/report.h"
#include "models/devicemodel.h"
#include "models/eventmodel.h"
#include "models/registermodel.h"
#include "models/session.h"
#include "widgets/itemview.h"

#include <QMenu>

namespace fscope::widgets {

TreePanel::TreePanel(
    models::SessionTreeModel* model, const char* name, const QStringList& samples, QWidget* parent)
    : Panel(model->session(), name, parent)
    , m_model(model)
    , m_view(new ItemView(this))
{
    m_model->setParent(this);
    m_model->setLive(false);
    m_view->setObjectName(QLatin1String(name) + QStringLiteral("View"));
    m_view->setIndentation(m_view->fontMetrics().height());
    m_view->setColumnSamples(samples);
    m_view->setModel(m_model);
    // Connected after the view, so that the rows it is asked to open exist for it.
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &TreePanel::expandNew);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &TreePanel::updateEmpty);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &TreePanel::updateEmpty);
    connect(m_model, &QAbstractItemModel::modelReset, this, &TreePanel::updateEmpty);
    connect(m_view, &ItemView::addressActivated, this, &Panel::addressActivated);
    setBody(m_view);
    setFocusProxy(m_view);
}

bool TreePanel::isExpandedAtFirst(const QModelIndex&) const
{
    return true;
}

bool TreePanel::isEmpty() const
{
    return m_model->rowCount() == 0;
}

void TreePanel::updateEmpty()
{
    setEmpty(isEmpty());
}

void TreePanel::setLive(bool live)
{
    m_model->setLive(live);
    if (live) {
        updateEmpty();
        if (!m_view->property("expandedOnce").toBool() && m_model->rowCount() > 0) {
            m_view->setProperty("expandedOnce", true);
            expandNew({}, 0, m_model->rowCount() - 1);
        }
    }
}

void TreePanel::expandNew(const QModelIndex& parent, int first, int last)
{
    for (int row = first; row <= last && row < m_model->rowCount(parent); ++row) {
        const QModelIndex index = m_model->index(row, 0, parent);
        if (!isExpandedAtFirst(index))
            continue;
        m_view->expand(index);
        if (m_model->rowCount(index) > 0)
            expandNew(index, 0, m_model->rowCount(index) - 1);
    }
}

RegistersPanel::RegistersPanel(models::Session* session, QWidget* parent)
    : TreePanel(new models::RegisterModel(session), "registers",
        { QStringLiteral("  TTBR0_EL1"), QStringLiteral("0xffff 8000 0800 12c4") }, parent)
{
    connect(view(), &ItemView::menuAboutToShow, this, [this](QMenu* menu, const QModelIndex& index) {
        const QString name = index.siblingAtColumn(0).data(models::CopyRole).toString();
        if (!index.isValid() || !arch::registerByName(name.toStdString()))
            return;
        const QString text
            = name + QStringLiteral(" = ") + index.siblingAtColumn(1).data(models::CopyRole).toString();
        connect(menu->addAction(tr("Open %1 in &Decode").arg(name)), &QAction::triggered, this,
            [this, text] { emit decodeRequested(text); });
        menu->addSeparator();
    });
    retranslate();
}

bool RegistersPanel::isExpandedAtFirst(const QModelIndex& index) const
{
    return !index.parent().isValid() && index.row() == 0;
}

void RegistersPanel::retranslate()
{
    view()->setAccessibleName(tr("Registers"));
    view()->setAccessibleDescription(
        tr("The vCPU at this step. What the last step wrote is marked until the next."));
}

DevicesPanel::DevicesPanel(models::Session* session, QWidget* parent)
    : TreePanel(new models::DeviceModel(session), "devices",
        { QStringLiteral("      UARTPCellID0"), QStringLiteral("0x0000 0000") }, parent)
{
    retranslate();
}

bool DevicesPanel::isExpandedAtFirst(const QModelIndex& index) const
{
    return !index.parent().isValid();
}

void DevicesPanel::retranslate()
{
    view()->setAccessibleName(tr("Devices"));
    view()->setAccessibleDescription(tr("Registers of each device of the guest, by name and field."));
    if (session()->hasSource())
        setEmptyText(
            tr("The guest that is open has no device on its bus. Lessons with a PL011 show one here."));
    else
        setEmptyText(tr("Registers of the guest's devices appear here once a lesson or a scenario with "
                        "devices is open."),
            QStringLiteral("file.open"), tr("Open…"));
    updateEmpty();
}

EventsPanel::EventsPanel(models::Session* session, QWidget* parent)
    : TreePanel(new models::EventModel(session), "events",
        { QStringLiteral("      ESR_EL1 00000"), QStringLiteral("0x0000 0000 9200 0045") }, parent)
{
    retranslate();
}

void EventsPanel::retranslate()
{
    view()->setAccessibleName(tr("Events"));
    view()->setAccessibleDescription(tr("Exceptions the hypervisor has given to the guest up to this step."));
    setEmptyText(tr("No event has been injected into the guest up to this step. An exception that the "
                    "hypervisor makes for "
                    "the guest is decoded here at the step that makes it."));
    updateEmpty();
}

} // namespace fscope::widgets
