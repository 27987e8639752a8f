// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/interceptspanel.h"

#include "models/interceptlistmodel.h"
#include "models/session.h"
#include "widgets/itemview.h"
#include "widgets/statedelegate.h"

#include <QHeaderView>

#include <array>

namespace fscope::widgets {

using models::InterceptListModel;

InterceptsPanel::InterceptsPanel(models::Session* session, QWidget* parent)
    : Panel(session, "intercepts", parent)
    , m_model(new InterceptListModel(session, this))
    , m_view(new ItemView(this))
{
    m_view->setObjectName(QStringLiteral("interceptsView"));
    m_view->setRootIsDecorated(false);
    m_view->setFollowCurrent(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->stateDelegate()->setMarkColumn(InterceptListModel::Number);
    m_view->stateDelegate()->setOutcomeColumn(InterceptListModel::Outcome);
    // In the order of the model: number, name, kind, PC, IPA, instruction, outcome; the comparison takes the
    // rest.
    m_view->setColumnSamples({ QStringLiteral("\u25b600000"), QStringLiteral("ld-st-post"),
        QStringLiteral("Data Abort · Translation, 3"), QStringLiteral("0xffff 8000 0800 12c4"),
        QStringLiteral("0x0900 0000"), QStringLiteral("str wzr, [x1], #4"),
        QStringLiteral("● completed 00") });
    m_view->setModel(m_model);
    // In a narrow panel what tells one intercept from another comes first.
    constexpr std::array kShown { InterceptListModel::Number, InterceptListModel::Outcome,
        InterceptListModel::InstructionText, InterceptListModel::Address, InterceptListModel::Kind };
    for (std::size_t i = 0; i < kShown.size(); ++i)
        m_view->header()->moveSection(m_view->header()->visualIndex(kShown[i]), static_cast<int>(i));
    connect(m_view, &QAbstractItemView::clicked, this, &InterceptsPanel::goTo);
    connect(m_view, &QAbstractItemView::activated, this, &InterceptsPanel::goTo);
    connect(session, &models::Session::sourceChanged, this, &InterceptsPanel::updateEmpty);
    setBody(m_view);
    setFocusProxy(m_view);
    retranslate();
}

void InterceptsPanel::goTo(const QModelIndex& index)
{
    if (index.isValid() && session()->position().intercept != index.row())
        session()->goToIntercept(index.row());
}

void InterceptsPanel::updateEmpty()
{
    setEmpty(!session()->hasSource());
}

void InterceptsPanel::retranslate()
{
    m_view->setAccessibleName(tr("Intercepts"));
    m_view->setAccessibleDescription(
        tr("Every trap of what is open, with what became of it. Enter goes to one."));
    setEmptyText(
        tr("Open a lesson, a scenario or a recording of aborts to see its intercepts here. Files can also be "
           "dropped on the window."),
        QStringLiteral("file.open"), tr("Open…"));
    updateEmpty();
}

} // namespace fscope::widgets
