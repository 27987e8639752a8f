// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/memorydelegate.h"

#include "models/memorymodel.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QPainter>

namespace fscope::widgets {
namespace {

using models::MemoryModel;

/// For each character of a row's hexadecimal text, the byte it shows; -1 for gaps.
QVector<int> bytesOfHex(const QString& text, int groupSize)
{
    QVector<int> bytes(text.size(), -1);
    int group = 0;
    int digit = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isSpace()) {
            if (digit > 0)
                ++group;
            digit = 0;
            continue;
        }
        // Little-endian: the first two digits of a group are its last byte.
        bytes[i] = group * groupSize + groupSize - 1 - digit / 2;
        ++digit;
    }
    return bytes;
}

} // namespace

void MemoryDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const
{
    const int column = index.column();
    if (column != MemoryModel::Hex && column != MemoryModel::Text) {
        StateDelegate::paint(painter, given, index);
        return;
    }
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const QString text = option.text;
    option.text.clear();
    const auto state = static_cast<models::ItemState>(index.data(models::StateRole).toInt());
    if (state == models::ItemState::Unknown && (option.state & QStyle::State_Selected) == 0)
        option.backgroundBrush = Theme::current().unknownBrush();
    QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);

    const Theme& theme = Theme::current();
    const auto changed = static_cast<unsigned>(index.data(models::ChangedBytesRole).toUInt());
    QVector<int> bytes;
    if (column == MemoryModel::Hex) {
        bytes = bytesOfHex(text, m_groupSize);
    } else {
        for (int i = 0; i < text.size(); ++i)
            bytes << i;
    }
    painter->save();
    painter->setClipRect(option.rect);
    const QFont font = Theme::fixedFont();
    QFont marked = font;
    marked.setBold(true);
    marked.setUnderline(true);
    painter->setFont(font);
    const QFontMetrics metrics = painter->fontMetrics();
    const int space = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget) + 2;
    const int baseline
        = option.rect.top() + (option.rect.height() + metrics.ascent() - metrics.descent()) / 2;
    // The fixed font: each character is as wide as any other, so runs of one look are drawn at once.
    const qreal advance = QFontMetricsF(font).horizontalAdvance(QLatin1Char('0'));
    enum class Look { Plain, Dim, Changed };
    const auto lookOf = [&](qsizetype i) {
        const int byte = bytes[i];
        if (byte >= 0 && byte < MemoryModel::kRowBytes && (changed >> byte & 1U) != 0)
            return Look::Changed;
        const bool dot
            = text[i] == QChar(0xb7) || (column == MemoryModel::Text && text[i] == QLatin1Char('.'));
        const bool zero = column == MemoryModel::Hex && text[i] == QLatin1Char('0');
        if (dot || !zero)
            return dot ? Look::Dim : Look::Plain;
        // A zero that leads its group is dim; so is a group of nothing else.
        qsizetype k = i;
        while (k > 0 && bytes[k - 1] >= 0 && text[k - 1] == QLatin1Char('0'))
            --k;
        return k == 0 || bytes[k - 1] < 0 ? Look::Dim : Look::Plain;
    };
    qsizetype first = 0;
    while (first < text.size()) {
        const Look look = lookOf(first);
        qsizetype end = first + 1;
        while (end < text.size() && lookOf(end) == look)
            ++end;
        const QString run = text.mid(first, end - first);
        const qreal x = option.rect.left() + space + advance * static_cast<qreal>(first);
        if (look == Look::Changed) {
            const QRectF ground(
                x, option.rect.top() + 1, advance * static_cast<qreal>(run.size()), option.rect.height() - 2);
            painter->fillRect(ground, theme.fill(ThemeRole::Changed));
        }
        painter->setFont(look == Look::Changed ? marked : font);
        painter->setPen(theme.color(look == Look::Changed ? ThemeRole::Changed
                : look == Look::Dim                       ? ThemeRole::DimText
                                                          : ThemeRole::Text));
        painter->drawText(QPointF(x, baseline), run);
        first = end;
    }
    painter->restore();
}

} // namespace fscope::widgets
