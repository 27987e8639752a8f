// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/gui/commandpalette.h"

#include "widgets/theme.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPixmap>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace fscope::gui {

CommandPalette::CommandPalette(std::vector<PaletteEntry> entries, const QString& hint, QWidget* parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint)
    , m_entries(std::move(entries))
    , m_filter(new QLineEdit)
    , m_list(new QListWidget)
{
    setObjectName(QStringLiteral("commandPalette"));
    setWindowTitle(hint);
    setAttribute(Qt::WA_DeleteOnClose);
    auto* layout = new QVBoxLayout(this);
    const int quarter = widgets::Theme::quarterLine(this);
    layout->setContentsMargins(quarter, quarter, quarter, quarter);
    layout->setSpacing(quarter);
    m_filter->setObjectName(QStringLiteral("paletteFilter"));
    m_filter->setPlaceholderText(hint);
    m_filter->setAccessibleName(hint);
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(hint);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setIconSize(QSize(fontMetrics().height(), fontMetrics().height()));
    layout->addWidget(m_filter);
    layout->addWidget(m_list);
    connect(m_filter, &QLineEdit::textChanged, this, &CommandPalette::narrow);
    connect(m_filter, &QLineEdit::returnPressed, this, &CommandPalette::runCurrent);
    connect(m_list, &QListWidget::itemActivated, this, &CommandPalette::runCurrent);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::runCurrent);
    const int line = fontMetrics().height();
    resize(line * 36, line * 26);
    if (parent != nullptr) {
        const QPoint top = parent->mapToGlobal(QPoint((parent->width() - width()) / 2, 3 * line));
        move(top);
    }
    narrow({});
}

void CommandPalette::narrow(const QString& words)
{
    m_list->clear();
    // Texts of entries without an icon begin where the others do.
    QPixmap blank(m_list->fontMetrics().height(), m_list->fontMetrics().height());
    blank.fill(Qt::transparent);
    const QStringList wanted = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const PaletteEntry& entry = m_entries[i];
        const bool all = std::all_of(wanted.begin(), wanted.end(), [&](const QString& word) {
            return entry.text.contains(word, Qt::CaseInsensitive)
                || entry.kind.contains(word, Qt::CaseInsensitive);
        });
        if (!all)
            continue;
        QString text = entry.text + QStringLiteral("  \u2013  ") + entry.kind;
        if (!entry.keys.isEmpty())
            text += QStringLiteral("  (") + entry.keys + QLatin1Char(')');
        auto* item = new QListWidgetItem(entry.icon.isNull() ? QIcon(blank) : entry.icon, text, m_list);
        item->setData(Qt::UserRole, static_cast<int>(i));
        if (!entry.enabled)
            item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
    }
    for (int row = 0; row < m_list->count(); ++row) {
        if ((m_list->item(row)->flags() & Qt::ItemIsEnabled) != 0) {
            m_list->setCurrentRow(row);
            break;
        }
    }
}

void CommandPalette::runCurrent()
{
    const QListWidgetItem* item = m_list->currentItem();
    if (item == nullptr || (item->flags() & Qt::ItemIsEnabled) == 0)
        return;
    const auto run = m_entries[static_cast<std::size_t>(item->data(Qt::UserRole).toInt())].run;
    // After the palette is gone, so that the action finds the window and its focus as they were.
    QTimer::singleShot(0, parent(), run);
    accept();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        switch (key->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown: {
            // The list moves while the text keeps the keyboard.
            QKeyEvent copy(key->type(), key->key(), key->modifiers());
            QCoreApplication::sendEvent(m_list, &copy);
            return true;
        }
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace fscope::gui
