// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/cachepanel.h"

#include "models/cachemodel.h"
#include "models/session.h"
#include "widgets/cacheplot.h"
#include "widgets/itemview.h"
#include "widgets/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace fscope::widgets {

CachePanel::CachePanel(models::Session* session, QWidget* parent)
    : Panel(session, "cache", parent)
    , m_model(new models::CacheModel(session, this))
    , m_view(new ItemView)
    , m_plot(new CachePlot)
    , m_statistics(new QLabel)
{
    m_model->setLive(false);
    m_view->setObjectName(QStringLiteral("cacheView"));
    m_view->setIndentation(m_view->fontMetrics().height());
    m_view->setColumnSamples({ QStringLiteral("   set 15, way 3"), QStringLiteral("fetch"),
        QStringLiteral("0xffff 8000 0a00 0000 + 64 KiB"), QStringLiteral("0x1 4030 0000"),
        QStringLiteral("0000"), QStringLiteral("global"), QStringLiteral("① rwx rwx ② rwx"),
        QStringLiteral("Normal, Write-Back"), QStringLiteral("000") });
    m_view->setModel(m_model);
    m_view->setFollowCurrent(true);
    m_statistics->setObjectName(QStringLiteral("cacheStatistics"));
    m_statistics->setWordWrap(true);
    m_statistics->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    const int quarter = Theme::quarterLine(this);
    m_statistics->setContentsMargins(2 * quarter, quarter, 2 * quarter, quarter);

    auto* content = new QWidget(this);
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Base);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_statistics);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_plot);
    setBody(content);
    setFocusProxy(m_view);

    connect(m_view, &ItemView::addressActivated, this, &Panel::addressActivated);
    connect(
        m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex& at, int first, int last) {
            for (int row = first; row <= last && !at.isValid(); ++row)
                m_view->expand(m_model->index(row, 0));
        });
    connect(m_plot, &CachePlot::stepChosen, session, &models::Session::goToStep);
    connect(session, &models::Session::momentChanged, this, [this] {
        if (isLive())
            follow();
    });
    retranslate();
}

void CachePanel::follow()
{
    const bool empty = !m_model->hasTlb() && !m_model->hasOneEntryCache();
    setEmpty(empty);
    if (empty)
        return;
    m_statistics->setText(m_model->statisticsText());
    m_statistics->setToolTip(m_model->statisticsDetails());
    m_plot->setHistory(m_model->history());
    m_plot->setCurrent(session()->position().step);
}

void CachePanel::retranslate()
{
    m_view->setAccessibleName(tr("Translation caches"));
    m_view->setAccessibleDescription(tr(
        "Entries of the CPU's TLB and of the hypervisor's cache at this step. The entry of the last hit is "
        "current, what the last step put there is marked."));
    m_statistics->setAccessibleName(tr("Counts"));
    m_plot->retranslate();
    if (session()->hasSource())
        setEmptyText(
            tr("This guest has no TLB, and the hypervisor looks nothing up in its cache here. A scenario "
               "switches a TLB on with \"tlb\"; the lesson \"A translation that is out of date\" has one."));
    else
        setEmptyText(
            tr("Entries of the CPU's TLB and of the hypervisor's cache appear here once a lesson or a "
               "file is open."),
            QStringLiteral("file.open"), tr("Open…"));
    follow();
}

void CachePanel::setLive(bool live)
{
    m_model->setLive(live);
    if (!live)
        return;
    retranslate();
    m_view->expandToDepth(0);
}

} // namespace fscope::widgets
