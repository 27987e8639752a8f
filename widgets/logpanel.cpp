// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/logpanel.h"

#include "models/session.h"
#include "widgets/itemview.h"
#include "widgets/statedelegate.h"

#include <QStandardItemModel>
#include <QTime>

namespace fscope::widgets {
namespace {

constexpr int kMaxLines = 1000;
enum Column { Time, Body };

} // namespace

LogPanel::LogPanel(models::Session* session, QWidget* parent)
    : Panel(session, "log", parent)
    , m_model(new QStandardItemModel(0, 2, this))
    , m_view(new ItemView(this))
{
    m_view->setObjectName(QStringLiteral("logView"));
    m_view->setRootIsDecorated(false);
    m_view->stateDelegate()->setMarkColumn(Column::Body);
    m_view->setColumnSamples({ QStringLiteral("00:00:00") });
    m_view->setModel(m_model);
    connect(session, &models::Session::openFailed, this,
        [this](const QString&, const QString& message) { addError(message); });
    connect(session, &models::Session::message, this, &LogPanel::addMessage);
    setBody(m_view);
    setFocusProxy(m_view);
    retranslate();
}

void LogPanel::addMessage(const QString& text)
{
    add(text, models::ItemState::Normal);
}

void LogPanel::addError(const QString& text)
{
    add(text, models::ItemState::Fault);
}

void LogPanel::add(const QString& text, models::ItemState state)
{
    if (m_model->rowCount() >= kMaxLines)
        m_model->removeRow(0);
    auto* time = new QStandardItem(locale().toString(QTime::currentTime(), QStringLiteral("HH:mm:ss")));
    auto* body = new QStandardItem(text);
    body->setToolTip(text);
    body->setData(static_cast<int>(state), models::StateRole);
    m_model->appendRow({ time, body });
    setEmpty(false);
    m_view->scrollToBottom();
}

void LogPanel::retranslate()
{
    m_model->setHorizontalHeaderLabels({ tr("Time"), tr("Message") });
    m_view->setAccessibleName(tr("Log"));
    m_view->setAccessibleDescription(tr("What was opened, and what failed and why."));
    setEmptyText(tr("Nothing has happened yet. What is opened, and what fails and why, is kept here."));
    setEmpty(m_model->rowCount() == 0);
}

} // namespace fscope::widgets
