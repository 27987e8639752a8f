// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/messagebar.h"

#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace fscope::widgets {

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel)
    , m_title(new QLabel)
    , m_detail(new QLabel)
    , m_close(new QToolButton)
{
    setObjectName(QStringLiteral("messageBar"));
    const int quarter = Theme::quarterLine(this);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(3 * quarter, quarter, quarter, quarter);
    layout->setSpacing(2 * quarter);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    m_title->setObjectName(QStringLiteral("messageTitle"));
    m_detail->setObjectName(QStringLiteral("messageDetail"));
    for (QLabel* label : { m_title, m_detail }) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        texts->addWidget(label);
    }
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_close->setObjectName(QStringLiteral("messageClose"));
    m_close->setIcon(themedIcon(QStringLiteral("close")));
    m_close->setAutoRaise(true);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(&Theme::current(), &Theme::changed, this, [this] {
        const int size = 5 * Theme::quarterLine(this);
        m_icon->setPixmap(themedIcon(QStringLiteral("error"), ThemeRole::Fault).pixmap(size));
        update();
    });
    m_icon->setPixmap(themedIcon(QStringLiteral("error"), ThemeRole::Fault).pixmap(5 * quarter));
    retranslate();
    hide();
}

void MessageBar::showError(const QString& title, const QString& detail)
{
    m_title->setText(title);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    show();
    // Screen readers say it without the focus moving.
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString MessageBar::text() const
{
    return m_title->text() + QLatin1Char('\n') + m_detail->text();
}

void MessageBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MessageBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

void MessageBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.fill(ThemeRole::Fault));
    painter.fillRect(QRect(0, 0, Theme::quarterLine(this), height()), theme.color(ThemeRole::Fault));
    painter.setPen(theme.color(ThemeRole::Fault));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

void MessageBar::retranslate()
{
    setAccessibleName(tr("Error message"));
    m_close->setToolTip(tr("Close this message (Esc)"));
    m_close->setAccessibleName(tr("Close message"));
}

} // namespace fscope::widgets
