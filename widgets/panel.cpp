// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/panel.h"

#include "widgets/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace fscope::widgets {

Panel::Panel(models::Session* session, const char* name, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_stack(new QStackedLayout(this))
    , m_emptyPage(new QWidget(this))
    , m_emptyLabel(new QLabel)
    , m_emptyButton(new QPushButton)
{
    setObjectName(QLatin1String(name));
    m_emptyPage->setObjectName(QStringLiteral("emptyPage"));
    // Takes the keyboard while there is nothing else to take it, so that F6 arrives and a screen reader reads
    // it.
    m_emptyPage->setFocusPolicy(Qt::TabFocus);
    auto* layout = new QVBoxLayout(m_emptyPage);
    const int quarter = Theme::quarterLine(this);
    layout->setContentsMargins(4 * quarter, 2 * quarter, 4 * quarter, 2 * quarter);
    layout->setSpacing(2 * quarter);
    m_emptyLabel->setObjectName(QStringLiteral("emptyText"));
    m_emptyLabel->setWordWrap(true);
    m_emptyLabel->setAlignment(Qt::AlignCenter);
    m_emptyLabel->setForegroundRole(QPalette::PlaceholderText);
    m_emptyButton->setObjectName(QStringLiteral("emptyAction"));
    layout->addStretch(1);
    layout->addWidget(m_emptyLabel);
    layout->addWidget(m_emptyButton, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    m_emptyPage->setAutoFillBackground(true);
    m_emptyPage->setBackgroundRole(QPalette::Base);
    m_stack->addWidget(m_emptyPage);
    connect(m_emptyButton, &QPushButton::clicked, this, [this] { emit actionRequested(m_emptyAction); });
    connect(&Theme::current(), &Theme::changed, this, [this] {
        restyle();
        update();
    });
}

bool Panel::isEmptyShown() const
{
    return m_stack->currentIndex() == 0;
}

QVBoxLayout* Panel::setScrollingBody()
{
    auto* content = new QWidget;
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Base);
    auto* layout = new QVBoxLayout(content);
    const int quarter = Theme::quarterLine(this);
    layout->setContentsMargins(0, quarter, 0, 0);
    layout->setSpacing(quarter);
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    setBody(area);
    return layout;
}

void Panel::setBody(QWidget* body)
{
    m_stack->addWidget(body);
    m_stack->setCurrentWidget(body);
}

void Panel::setEmptyText(const QString& text, const QString& actionId, const QString& actionText)
{
    m_emptyLabel->setText(text);
    m_emptyPage->setAccessibleName(text);
    m_emptyAction = actionId;
    m_emptyButton->setText(actionText);
    m_emptyButton->setVisible(!actionId.isEmpty());
}

void Panel::setEmpty(bool empty)
{
    const int index = empty ? 0 : 1;
    if (m_stack->currentIndex() == index)
        return;
    m_stack->setCurrentIndex(index);
    if (empty) {
        m_bodyFocus = focusProxy();
        setFocusProxy(m_emptyPage);
    } else {
        setFocusProxy(m_bodyFocus);
    }
}

void Panel::setLive(bool) { }

void Panel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        restyle();
}

void Panel::setCovered(bool covered)
{
    m_covered = covered;
    updateLive();
}

void Panel::updateLive()
{
    const bool live = isVisible() && !m_covered;
    if (live == m_live)
        return;
    m_live = live;
    setLive(live);
}

void Panel::showEvent(QShowEvent* event)
{
    updateLive();
    QWidget::showEvent(event);
}

void Panel::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    updateLive();
}

} // namespace fscope::widgets
