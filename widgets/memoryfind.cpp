// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/memoryfind.h"

#include "models/memorysearchmodel.h"
#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace fscope::widgets {
namespace {

using models::MemorySearchModel;
using Kind = MemorySearchModel::Kind;

struct KindRow {
    Kind kind;
    const char* name;
    const char* hint;
    const char* tip;
};
constexpr std::array kKinds {
    KindRow { Kind::Bytes, QT_TRANSLATE_NOOP("fscope::widgets::MemoryFind", "Bytes"), "de ad ?? 4?",
        QT_TRANSLATE_NOOP("fscope::widgets::MemoryFind",
            "Pairs of hexadecimal digits in the order of addresses; ? is a digit that may be anything.") },
    KindRow { Kind::Text, QT_TRANSLATE_NOOP("fscope::widgets::MemoryFind", "Text"), "Hello",
        QT_TRANSLATE_NOOP("fscope::widgets::MemoryFind", "Letters, as UTF-8.") },
    KindRow { Kind::Value, QT_TRANSLATE_NOOP("fscope::widgets::MemoryFind", "64-bit value"),
        "0xffff800008001000",
        QT_TRANSLATE_NOOP("fscope::widgets::MemoryFind",
            "A number, found where its eight bytes lie in the guest's byte order, at any address.") },
};

} // namespace

MemoryFind::MemoryFind(MemorySearchModel* model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_label(new QLabel)
    , m_kind(new QComboBox)
    , m_text(new QLineEdit)
    , m_anyCase(new QCheckBox)
    , m_previous(new QToolButton)
    , m_next(new QToolButton)
    , m_summary(new QLabel)
    , m_problem(new QLabel)
    , m_close(new QToolButton)
{
    setObjectName(QStringLiteral("memoryFind"));
    m_kind->setObjectName(QStringLiteral("memoryFindKind"));
    m_text->setObjectName(QStringLiteral("memoryFindText"));
    m_anyCase->setObjectName(QStringLiteral("memoryFindAnyCase"));
    m_previous->setObjectName(QStringLiteral("memoryFindPrevious"));
    m_next->setObjectName(QStringLiteral("memoryFindNext"));
    m_summary->setObjectName(QStringLiteral("memoryFindSummary"));
    m_problem->setObjectName(QStringLiteral("memoryFindProblem"));
    m_close->setObjectName(QStringLiteral("memoryFindClose"));
    m_text->setFont(Theme::fixedFont());
    m_text->setMinimumWidth(fontMetrics().averageCharWidth() * 12);
    m_text->installEventFilter(this);
    m_label->setBuddy(m_text);
    m_problem->setWordWrap(true);
    m_problem->hide();
    for (const KindRow& row : kKinds)
        m_kind->addItem(QString(), static_cast<int>(row.kind));
    m_previous->setText(QStringLiteral("\u25b2"));
    m_next->setText(QStringLiteral("\u25bc"));
    m_close->setIcon(themedIcon(QStringLiteral("close")));
    for (QToolButton* button : { m_previous, m_next, m_close }) {
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAutoRaise(true);
    }

    auto* column = new QVBoxLayout(this);
    auto* bar = new QHBoxLayout;
    const int quarter = Theme::quarterLine(this);
    column->setContentsMargins(quarter, 0, quarter, quarter / 2);
    column->setSpacing(quarter / 2);
    bar->setSpacing(quarter);
    bar->addWidget(m_label);
    bar->addWidget(m_kind);
    bar->addWidget(m_text, 1);
    bar->addWidget(m_anyCase);
    bar->addWidget(m_previous);
    bar->addWidget(m_next);
    bar->addWidget(m_summary);
    bar->addWidget(m_close);
    column->addLayout(bar);
    column->addWidget(m_problem);

    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        say({});
        updateState();
    });
    connect(m_text, &QLineEdit::textEdited, this, [this] { say({}); });
    connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_close, &QToolButton::clicked, this, &MemoryFind::close);
    connect(m_model, &MemorySearchModel::stateChanged, this, &MemoryFind::updateState);
    retranslate();
    hide();
}

void MemoryFind::open(const QString& text)
{
    show();
    if (!text.isEmpty())
        m_text->setText(text);
    m_text->setFocus();
    m_text->selectAll();
}

void MemoryFind::close()
{
    hide();
    m_model->clear();
    m_searched.clear();
    say({});
    emit closed();
}

bool MemoryFind::isNew() const
{
    const QString wanted
        = m_kind->currentData().toString() + QLatin1Char(m_anyCase->isChecked() ? '~' : '=') + m_text->text();
    return wanted != m_searched || !m_model->hasSearched();
}

void MemoryFind::begin()
{
    const auto kind = static_cast<Kind>(m_kind->currentData().toInt());
    const QString problem = m_model->search(kind, m_text->text(), m_anyCase->isChecked());
    say(problem);
    if (problem.isEmpty())
        m_searched = m_kind->currentData().toString() + QLatin1Char(m_anyCase->isChecked() ? '~' : '=')
            + m_text->text();
}

bool MemoryFind::step(int direction)
{
    if (m_text->text().isEmpty())
        return false;
    if (isNew())
        begin();
    else
        m_model->step(direction);
    return true;
}

void MemoryFind::say(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void MemoryFind::updateState()
{
    const KindRow& row = kKinds[static_cast<std::size_t>(std::max(0, m_kind->currentIndex()))];
    m_anyCase->setVisible(row.kind == Kind::Text);
    m_text->setPlaceholderText(QLatin1String(row.hint));
    m_text->setToolTip(tr(row.tip));
    m_summary->setText(m_model->summary());
    const bool any = m_model->rowCount() > 0;
    m_previous->setEnabled(any);
    m_next->setEnabled(any);
}

void MemoryFind::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

bool MemoryFind::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            step((key->modifiers() & Qt::ShiftModifier) != 0 ? -1 : 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void MemoryFind::retranslate()
{
    m_label->setText(tr("Fi&nd:"));
    for (int i = 0; i < m_kind->count(); ++i)
        m_kind->setItemText(i, tr(kKinds[static_cast<std::size_t>(i)].name));
    m_kind->setAccessibleName(tr("What is looked for"));
    m_kind->setToolTip(tr("Bytes, text or a number of 64 bits."));
    m_anyCase->setText(tr("Any &case"));
    m_anyCase->setToolTip(tr("Finds A to Z as a to z and the other way round."));
    m_previous->setToolTip(tr("To the match before (Shift+F3)"));
    m_previous->setAccessibleName(tr("Previous match"));
    m_next->setToolTip(tr("To the next match (F3)"));
    m_next->setAccessibleName(tr("Next match"));
    m_close->setToolTip(tr("Closes the search and forgets its matches (Esc)"));
    m_close->setAccessibleName(tr("Close the search"));
    m_summary->setAccessibleName(tr("Result of the search"));
    updateState();
}

} // namespace fscope::widgets
