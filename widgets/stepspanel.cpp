// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/stepspanel.h"

#include "models/session.h"
#include "models/steplistmodel.h"
#include "widgets/itemview.h"
#include "widgets/stepdelegate.h"

#include <QHeaderView>

namespace fscope::widgets {

using models::StepListModel;

StepsPanel::StepsPanel(models::Session* session, QWidget* parent)
    : Panel(session, "steps", parent)
    , m_model(new StepListModel(session, this))
    , m_view(new ItemView(this))
{
    m_model->setLive(false);
    m_view->setObjectName(QStringLiteral("stepsView"));
    m_view->setStateDelegate(new StepDelegate(StepListModel::Sentence, StepListModel::Change));
    m_view->setUniformRowHeights(false);
    m_view->setRootIsDecorated(false);
    m_view->setFollowCurrent(true);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setHeaderHidden(true);
    m_view->setModel(m_model);
    m_view->header()->resizeSection(StepListModel::Mark, m_view->fontMetrics().height() * 3 / 2);
    m_view->setColumnHidden(StepListModel::Change, true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Sentences wrap: another width is another height.
    connect(m_view->header(), &QHeaderView::sectionResized, m_view, &ItemView::relayout);
    connect(m_view, &QAbstractItemView::clicked, this, &StepsPanel::goTo);
    connect(m_view, &QAbstractItemView::activated, this, &StepsPanel::goTo);
    connect(session, &models::Session::runChanged, this, &StepsPanel::updateEmpty);
    connect(session, &models::Session::sourceChanged, this, &StepsPanel::updateEmpty);
    setBody(m_view);
    setFocusProxy(m_view);
    retranslate();
}

void StepsPanel::goTo(const QModelIndex& index)
{
    const QVariant step = index.siblingAtColumn(StepListModel::Mark).data(models::StepRole);
    if (step.isValid() && session()->position().step != step.toInt() + 1)
        session()->goToStep(step.toInt() + 1);
}

void StepsPanel::setLive(bool live)
{
    m_model->setLive(live);
}

void StepsPanel::updateEmpty()
{
    setEmpty(!session()->hasSource());
}

void StepsPanel::retranslate()
{
    m_view->setAccessibleName(tr("Micro-steps"));
    m_view->setAccessibleDescription(tr("What the hypervisor does for this intercept, step by step. Enter "
                                        "goes to a step, forwards or backwards."));
    setEmptyText(tr("The micro-steps of an intercept are listed here once a lesson or a recording is open."),
        QStringLiteral("file.open"), tr("Open…"));
    updateEmpty();
}

} // namespace fscope::widgets
