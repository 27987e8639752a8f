// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/statedelegate.h"

#include "models/roles.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>
#include <array>

namespace fscope::widgets {
namespace {

using models::ItemState;
using models::OutcomeState;

struct Mark {
    ItemState state;
    char16_t glyph;
};
constexpr std::array kMarks {
    Mark { ItemState::Current, u'\u25b6' },     // ▶
    Mark { ItemState::Fault, u'\u2715' },       // ✕
    Mark { ItemState::Changed, u'\u2022' },     // •
    Mark { ItemState::Different, u'\u2260' },   // ≠
    Mark { ItemState::ReservedSet, u'\u2260' }, // ≠
    Mark { ItemState::Injected, u'\u26a1' },    // ⚡
};

struct OutcomeMark {
    OutcomeState outcome;
    char16_t glyph;
};
constexpr std::array kOutcomeMarks {
    OutcomeMark { OutcomeState::Unknown, u'\u25cb' },       // ○
    OutcomeMark { OutcomeState::Native, u'\u25c7' },        // ◇
    OutcomeMark { OutcomeState::Completed, u'\u25cf' },     // ●
    OutcomeMark { OutcomeState::EventInjected, u'\u26a1' }, // ⚡
    OutcomeMark { OutcomeState::ExitToUser, u'\u25b3' },    // △
    OutcomeMark { OutcomeState::Halted, u'\u2715' },        // ✕
};

QChar markOf(ItemState state)
{
    const auto found = std::find_if(
        kMarks.begin(), kMarks.end(), [state](const Mark& mark) { return mark.state == state; });
    return found == kMarks.end() ? QChar() : QChar(found->glyph);
}

QChar markOf(OutcomeState outcome)
{
    const auto found = std::find_if(kOutcomeMarks.begin(), kOutcomeMarks.end(),
        [outcome](const OutcomeMark& mark) { return mark.outcome == outcome; });
    return found == kOutcomeMarks.end() ? QChar() : QChar(found->glyph);
}

ItemState stateOf(const QModelIndex& index)
{
    return static_cast<ItemState>(index.data(models::StateRole).toInt());
}

bool isCurrent(const QModelIndex& index)
{
    return index.data(models::CurrentRole).toBool();
}

bool isDigitGap(QChar c)
{
    return c == QChar(0x2009) || c == QChar(0x202f) || c == QLatin1Char('_');
}

bool isHexDigit(QChar c)
{
    return (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
        || (c >= QLatin1Char('a') && c <= QLatin1Char('f'));
}

/// Draws one line of text, parts of it dim, elided on the right.
void drawLine(QPainter* painter, const QRect& rect, Qt::Alignment alignment, const QString& full,
    const QColor& color, const QColor& dim)
{
    const QFontMetrics metrics = painter->fontMetrics();
    QString text = full;
    int width = metrics.horizontalAdvance(text);
    if (width > rect.width()) {
        text = metrics.elidedText(text, Qt::ElideRight, rect.width());
        width = metrics.horizontalAdvance(text);
    }
    int x = rect.left();
    if ((alignment & Qt::AlignRight) != 0)
        x = rect.right() + 1 - width;
    else if ((alignment & Qt::AlignHCenter) != 0)
        x = rect.left() + (rect.width() - width) / 2;
    const int baseline = rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) / 2;
    const auto zeros = leadingZeros(text);
    int done = 0;
    const auto put = [&](int count, const QColor& pen) {
        if (count <= 0)
            return;
        const QString part = text.mid(done, count);
        painter->setPen(pen);
        painter->drawText(x, baseline, part);
        x += metrics.horizontalAdvance(part);
        done += count;
    };
    for (const auto& [first, count] : zeros) {
        put(first - done, color);
        put(count, dim);
    }
    put(static_cast<int>(text.size()) - done, color);
}

} // namespace

QVector<std::pair<int, int>> leadingZeros(const QString& text)
{
    QVector<std::pair<int, int>> out;
    for (qsizetype at = text.indexOf(u"0x"); at >= 0; at = text.indexOf(u"0x", at + 2)) {
        qsizetype end = at + 2;
        while (end < text.size() && (text[end] == QLatin1Char('0') || isDigitGap(text[end])))
            ++end;
        // Of 0x0000 the last zero is the number itself.
        const bool allZero = end >= text.size() || !isHexDigit(text[end]);
        if (allZero) {
            while (end > at + 2 && text[end - 1] != QLatin1Char('0'))
                --end;
            --end;
        }
        if (end > at + 2)
            out.append({ static_cast<int>(at + 2), static_cast<int>(end - at - 2) });
    }
    return out;
}

StateDelegate::StateDelegate(QObject* parent)
    : QStyledItemDelegate(parent)
{
    updateFonts();
}

void StateDelegate::updateFonts()
{
    m_fixed = Theme::fixedFont();
    m_text = Theme::textFont();
    const int line = std::max(QFontMetrics(m_fixed).height(), QFontMetrics(m_text).height());
    m_rowHeight = line + std::max(2, Theme::quarterLine() * 3 / 4);
}

int StateDelegate::gutterWidth(const QFontMetrics& metrics)
{
    return metrics.height();
}

void StateDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const ItemState state = stateOf(index);
    option->font = index.data(models::FixedFontRole).toBool() ? m_fixed : m_text;
    if (isCurrent(index))
        option->font.setBold(true);
    switch (state) {
    case ItemState::Current:
    case ItemState::Fault:
        option->font.setBold(true);
        break;
    case ItemState::Changed:
        option->font.setUnderline(true);
        break;
    case ItemState::Reserved:
        option->font.setCapitalization(QFont::SmallCaps);
        break;
    case ItemState::Normal:
    case ItemState::Done:
    case ItemState::Pending:
    case ItemState::Unknown:
    case ItemState::ReservedSet:
    case ItemState::NotValid:
    case ItemState::Different:
    case ItemState::Injected:
    case ItemState::Device:
        break;
    }
    option->fontMetrics = QFontMetrics(option->font);
}

void StateDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const Theme& theme = Theme::current();
    const ItemState state = stateOf(index);
    QString text = option.text;
    const QString dash(QChar(0x2013));
    if (state == ItemState::Unknown && text.isEmpty())
        text = dash;
    // Of a row that is not known, the cells that say so; its name stays plain.
    const bool unknown = state == ItemState::Unknown && text == dash;

    // Ground, selection, focus, icon and branches by the style; the text below, which the style cannot colour
    // in parts.
    QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    option.text.clear();
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    if (unknown && !selected)
        option.backgroundBrush = theme.unknownBrush();
    else if ((state == ItemState::Current || isCurrent(index)) && !selected)
        option.backgroundBrush = theme.fill(ThemeRole::Current);
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);

    painter->save();
    painter->setClipRect(option.rect);
    const int space = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget) + 2;
    QRect rect = option.rect.adjusted(space, 0, -space, 0);
    if (!option.icon.isNull())
        rect.setLeft(rect.left() + option.decorationSize.width() + space);
    const QColor color = theme.color(Theme::roleOf(state));
    const QColor dim = theme.color(ThemeRole::DimText);
    const auto glyphAt = [&](QChar glyph, const QColor& pen) {
        const int width = gutterWidth(QFontMetrics(m_text));
        if (!glyph.isNull()) {
            painter->setFont(m_text);
            painter->setPen(pen);
            painter->drawText(
                QRect(rect.left(), rect.top(), width, rect.height()), Qt::AlignCenter, QString(glyph));
        }
        rect.setLeft(rect.left() + width);
    };
    if (index.column() == m_markColumn)
        glyphAt(isCurrent(index) ? markOf(ItemState::Current) : markOf(state), color);
    if (index.column() == m_outcomeColumn) {
        const QVariant outcome = index.data(models::OutcomeRole);
        const auto value = static_cast<OutcomeState>(outcome.toInt());
        glyphAt(outcome.isValid() ? markOf(value) : QChar(), theme.color(Theme::roleOf(value)));
    } else if (state == ItemState::Changed && index.column() != m_markColumn && !text.isEmpty()
        && (index.column() == 0 || stateOf(index.siblingAtColumn(0)) != ItemState::Changed)) {
        // The dot: told without colour, and once in a row, so that it takes no room from digits.
        const int size = std::max(4, option.fontMetrics.height() / 3);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawEllipse(QRectF(rect.right() - size + 1, rect.center().y() - size / 2.0, size, size));
        rect.setRight(rect.right() - size - 2);
    }
    painter->setFont(option.font);
    drawLine(painter, rect, option.displayAlignment, text, color, state == ItemState::Normal ? dim : color);
    painter->restore();
}

QSize StateDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (index.column() == m_markColumn || index.column() == m_outcomeColumn)
        size.rwidth() += gutterWidth(QFontMetrics(m_text));
    size.setHeight(m_rowHeight);
    return size;
}

} // namespace fscope::widgets
