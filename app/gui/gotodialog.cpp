// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/gui/gotodialog.h"

#include "widgets/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace fscope::gui {

GoToDialog::GoToDialog(std::function<QString(const QString&)> go, QWidget* parent)
    : QDialog(parent)
    , m_go(std::move(go))
    , m_line(new QLineEdit)
    , m_message(new QLabel)
{
    setObjectName(QStringLiteral("goToDialog"));
    setWindowTitle(tr("Go to"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* layout = new QVBoxLayout(this);
    auto* label = new QLabel(tr("&Position, intercept or address:"));
    label->setBuddy(m_line);
    m_line->setObjectName(QStringLiteral("goToLine"));
    m_line->setFont(widgets::Theme::fixedFont());
    m_line->setMinimumWidth(fontMetrics().averageCharWidth() * 44);
    m_line->setPlaceholderText(QStringLiteral("12/4"));
    const QString help = tr(
        "12/4 is step 4 of intercept 12, 12 its start; 0x9000000, x1 + 8 or ipa:0x40000000 are addresses, "
        "which Memory shows.");
    m_message->setObjectName(QStringLiteral("goToMessage"));
    m_message->setWordWrap(true);
    m_message->setText(help);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("&Go"));
    layout->addWidget(label);
    layout->addWidget(m_line);
    layout->addWidget(m_message);
    layout->addStretch(1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &GoToDialog::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_line, &QLineEdit::textEdited, this, [this, help] { m_message->setText(help); });
}

void GoToDialog::submit()
{
    const QString wrong = m_go(m_line->text());
    if (wrong.isEmpty()) {
        accept();
        return;
    }
    m_message->setText(wrong);
    m_line->selectAll();
    m_line->setFocus();
}

} // namespace fscope::gui
