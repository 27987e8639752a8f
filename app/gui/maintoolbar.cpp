// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/gui/maintoolbar.h"

#include "app/gui/actions.h"
#include "app/gui/elidedlabel.h"
#include "app/gui/statusline.h"
#include "core/hypervisor/policy.h"
#include "models/session.h"
#include "widgets/theme.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QLabel>

#include <array>

namespace fscope::gui {
namespace {

/// What the toolbar holds before the policy; "" parts groups.
constexpr std::array kButtons { "file.open", "run.restart", "", "run.back", "intercept.back", "step.back",
    "step.forward", "intercept.forward", "run.forward", "" };

} // namespace

MainToolBar::MainToolBar(models::Session* session, const ActionRegistry* actions, QWidget* parent)
    : QToolBar(parent)
    , m_session(session)
    , m_policyLabel(new QLabel)
    , m_policy(new QComboBox)
    , m_position(new ElidedLabel)
{
    setObjectName(QStringLiteral("mainToolBar"));
    setMovable(false);
    setFloatable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    const int quarter = widgets::Theme::quarterLine(this);
    setIconSize(QSize(6 * quarter, 6 * quarter));
    for (const char* id : kButtons) {
        if (id[0] == '\0')
            addSeparator();
        else
            addAction(actions->action(QLatin1String(id)));
    }
    m_policyLabel->setContentsMargins(2 * quarter, 0, quarter, 0);
    m_policyLabel->setBuddy(m_policy);
    m_policy->setObjectName(QStringLiteral("policyBox"));
    for (const hypervisor::HypervisorPolicy* policy : hypervisor::policies())
        m_policy->addItem(QLatin1String(policy->displayName()), QLatin1String(policy->id()));
    m_policy->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_position->setObjectName(QStringLiteral("toolBarPosition"));
    m_position->setFont(widgets::Theme::fixedFont());
    m_position->setContentsMargins(3 * quarter, 0, quarter, 0);
    addWidget(m_policyLabel);
    addWidget(m_policy);
    addSeparator();
    addWidget(m_position);
    addAction(actions->action(QStringLiteral("view.palette")));
    addAction(actions->action(QStringLiteral("help.contents")));
    connect(m_policy, &QComboBox::activated, this,
        [this] { m_session->setPolicy(m_policy->currentData().toString()); });
    for (const auto signal : { &models::Session::sourceChanged, &models::Session::momentChanged,
             &models::Session::runChanged, &models::Session::policyChanged })
        connect(session, signal, this, &MainToolBar::update);
    retranslate();
}

void MainToolBar::update()
{
    m_policy->setCurrentIndex(m_policy->findData(m_session->policyId()));
    m_position->setText(positionText(*m_session));
    m_position->setToolTip(m_position->text());
}

void MainToolBar::changeEvent(QEvent* event)
{
    QToolBar::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MainToolBar::retranslate()
{
    setWindowTitle(tr("Main toolbar"));
    m_policyLabel->setText(tr("H&ypervisor:"));
    m_policy->setToolTip(tr("The hypervisor whose answers to intercepts are shown."));
    m_policy->setStatusTip(m_policy->toolTip());
    m_policy->setAccessibleName(tr("Hypervisor policy"));
    m_position->setAccessibleName(tr("Position"));
    update();
}

} // namespace fscope::gui
