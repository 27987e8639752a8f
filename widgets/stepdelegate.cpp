// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/stepdelegate.h"

#include "models/roles.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QPainter>
#include <QTreeView>

namespace fscope::widgets {
namespace {

constexpr int kTextFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

int textWidth(const QStyleOptionViewItem& option, int column, int space)
{
    int width = option.rect.width();
    if (const auto* tree = qobject_cast<const QTreeView*>(option.widget))
        width = tree->columnWidth(column);
    return std::max(40, width - 2 * space);
}

} // namespace

StepDelegate::StepDelegate(int sentenceColumn, int changeColumn, QObject* parent)
    : StateDelegate(parent)
    , m_sentenceColumn(sentenceColumn)
    , m_changeColumn(changeColumn)
{ }

void StepDelegate::paint(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const
{
    if (index.column() != m_sentenceColumn) {
        StateDelegate::paint(painter, given, index);
        return;
    }
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const Theme& theme = Theme::current();
    const auto state = static_cast<models::ItemState>(index.data(models::StateRole).toInt());
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    const bool current = index.data(models::CurrentRole).toBool() || state == models::ItemState::Current;
    const QString sentence = option.text;
    option.text.clear();
    if (current && !selected)
        option.backgroundBrush = theme.fill(ThemeRole::Current);
    QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);

    painter->save();
    painter->setClipRect(option.rect);
    const int space = Theme::quarterLine();
    QRect rect = option.rect.adjusted(space, space / 2, -space, -space / 2);
    const bool marked = state == models::ItemState::Fault || state == models::ItemState::Injected
        || state == models::ItemState::Pending;
    // Not bold where it is current: other line breaks would move the rows below.
    painter->setFont(Theme::textFont());
    painter->setPen(theme.color(marked ? Theme::roleOf(state) : ThemeRole::Text));
    QRect used;
    painter->drawText(rect, kTextFlags, sentence, &used);
    const QString change = index.siblingAtColumn(m_changeColumn).data(Qt::DisplayRole).toString();
    if (!change.isEmpty()) {
        rect.setTop(used.bottom() + 1);
        painter->setFont(Theme::fixedFont(0.85));
        painter->setPen(theme.color(current ? ThemeRole::Changed : ThemeRole::DimText));
        const QString shown = painter->fontMetrics().elidedText(change, Qt::ElideMiddle, rect.width());
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignTop, shown);
    }
    painter->restore();
}

QSize StepDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = StateDelegate::sizeHint(option, index);
    const QModelIndex sentence = index.siblingAtColumn(m_sentenceColumn);
    const QFont font = Theme::textFont();
    const int space = Theme::quarterLine();
    const int width = textWidth(option, m_sentenceColumn, space);
    const QRect limits(0, 0, width, 10000);
    int height = QFontMetrics(font).boundingRect(limits, kTextFlags, sentence.data().toString()).height();
    if (!index.siblingAtColumn(m_changeColumn).data().toString().isEmpty())
        height += QFontMetrics(Theme::fixedFont(0.85)).height();
    size.setHeight(std::max(size.height(), height + 2 * (space / 2) + 1));
    return size;
}

} // namespace fscope::widgets
