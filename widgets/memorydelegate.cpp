// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/memorydelegate.h"

#include "models/memorymodel.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QPainter>

namespace fscope::widgets {

using models::MemoryModel;

MemoryDelegate::MemoryDelegate(QObject* parent)
    : StateDelegate(parent)
{
    setMarkColumn(MemoryModel::Address);
}

int MemoryDelegate::textMargin(const QWidget* view)
{
    const QStyle* style = view != nullptr ? view->style() : QApplication::style();
    return style->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, view) + 2;
}

qreal MemoryDelegate::digitWidth()
{
    return QFontMetricsF(Theme::fixedFont()).horizontalAdvance(QLatin1Char('0'));
}

/// For each character the byte it shows; -1 for blanks.
QVector<int> MemoryDelegate::bytesOf(const QString& text, int column) const
{
    QVector<int> bytes(text.size(), -1);
    if (column == MemoryModel::Text) {
        for (int i = 0; i < text.size(); ++i)
            bytes[i] = i;
        return bytes;
    }
    for (int digit = 0; digit < HexLayout::kDigits; ++digit) {
        const int place = m_layout.placeOfDigit(digit);
        if (place < text.size())
            bytes[place] = m_layout.byteOfDigit(digit);
    }
    return bytes;
}

QVector<MemoryDelegate::Look> MemoryDelegate::looksOf(
    const QString& text, const QVector<int>& bytes, const QModelIndex& index) const
{
    const bool isHex = index.column() == MemoryModel::Hex;
    const unsigned changed = index.data(models::ChangedBytesRole).toUInt();
    const unsigned edited = index.data(models::EditedBytesRole).toUInt();
    const unsigned matches = index.data(models::MatchBytesRole).toUInt();
    const quint64 address = index.data(models::AddressRole).toULongLong();
    QVector<Look> looks(text.size());
    bool leads = true; // of zeros, in the group
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int byte = bytes[i];
        if (byte < 0) {
            leads = true;
            continue;
        }
        Look& look = looks[i];
        const bool dot = text[i] == QChar(0xb7);
        leads = leads && isHex && text[i] == QLatin1Char('0');
        if ((edited >> byte & 1U) != 0)
            look.ink = Look::Edited;
        else if ((changed >> byte & 1U) != 0)
            look.ink = Look::Changed;
        else if (dot || leads)
            look.ink = Look::Dim;
        look.match = (matches >> byte & 1U) != 0;
        look.currentMatch = (matches >> (byte + 16) & 1U) != 0;
        look.selected = m_caret.isSelected(address + static_cast<quint64>(byte));
    }
    // A blank between two bytes of one sort belongs to them.
    for (qsizetype i = 1; i + 1 < looks.size(); ++i) {
        if (bytes[i] >= 0)
            continue;
        const Look& before = looks[i - 1];
        const Look& after = looks[i + 1];
        looks[i].selected = before.selected && after.selected;
        looks[i].match = before.match && after.match;
        looks[i].currentMatch = before.currentMatch && after.currentMatch;
    }
    return looks;
}

void MemoryDelegate::drawGround(QPainter* painter, const QRectF& rect, const Look& look) const
{
    const Theme& theme = Theme::current();
    if (look.selected)
        painter->fillRect(rect, theme.color(ThemeRole::Selection));
    else if (look.ink == Look::Changed)
        painter->fillRect(rect, theme.fill(ThemeRole::Changed));
    else if (look.ink == Look::Edited)
        painter->fillRect(rect, theme.fill(ThemeRole::Different));
}

void MemoryDelegate::drawCaret(
    QPainter* painter, const QRectF& row, qreal advance, const QModelIndex& index) const
{
    const quint64 address = index.data(models::AddressRole).toULongLong();
    const quint64 offset = m_caret.address - address;
    if (!m_caret.isShown || offset >= HexLayout::kBytes)
        return;
    const auto byte = static_cast<int>(offset);
    const bool isText = index.column() == MemoryModel::Text;
    const Theme& theme = Theme::current();
    const bool isHere = isText == m_caret.isText;
    int place = byte;
    if (!isText)
        place = m_layout.placeOfDigit(m_layout.digitOfByte(byte, !isHere || m_caret.high));
    // Elsewhere the same byte is only underlined, whole.
    const qreal width = advance * (isText || isHere ? 1 : 2);
    const QRectF box(row.left() + advance * place, row.top() + 1, width, row.height() - 2);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(theme.color(ThemeRole::Accent), isHere ? 2 : 1.5));
    if (isHere)
        painter->drawRect(box.adjusted(-1, 0.5, 1, -0.5));
    else
        painter->drawLine(box.bottomLeft(), box.bottomRight());
}

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
    // Of the current row the address stands out; among the bytes that would hide which are selected.
    option.state &= ~(QStyle::State_Selected | QStyle::State_HasFocus);
    const auto state = static_cast<models::ItemState>(index.data(models::StateRole).toInt());
    if (state == models::ItemState::Unknown)
        option.backgroundBrush = Theme::current().unknownBrush();
    QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);

    const Theme& theme = Theme::current();
    const QVector<int> bytes = bytesOf(text, column);
    const QVector<Look> looks = looksOf(text, bytes, index);
    painter->save();
    painter->setClipRect(option.rect);
    const QFont font = Theme::fixedFont();
    QFont bold = font;
    bold.setBold(true);
    QFont underlined = bold;
    underlined.setUnderline(true);
    painter->setFont(font);
    const QFontMetrics metrics = painter->fontMetrics();
    const int baseline
        = option.rect.top() + (option.rect.height() + metrics.ascent() - metrics.descent()) / 2;
    // The fixed font: each character is as wide as any other, so runs of one look are drawn at once.
    const qreal advance = digitWidth();
    const QRectF row = QRectF(option.rect).adjusted(textMargin(option.widget), 0, 0, 0);
    const auto rectOf = [&](qsizetype first, qsizetype end) {
        return QRectF(row.left() + advance * static_cast<qreal>(first), row.top() + 1,
            advance * static_cast<qreal>(end - first), row.height() - 2);
    };
    const auto forRuns = [&](const auto& same, const auto& draw) {
        for (qsizetype first = 0; first < looks.size();) {
            qsizetype end = first + 1;
            while (end < looks.size() && same(looks[first], looks[end]))
                ++end;
            draw(first, end);
            first = end;
        }
    };
    const auto isSame = [](const Look& a, const Look& b) { return a == b; };
    forRuns(isSame, [&](qsizetype first, qsizetype end) {
        const Look& look = looks[first];
        const QRectF rect = rectOf(first, end);
        drawGround(painter, rect, look);
        const ThemeRole role = look.ink == Look::Edited ? ThemeRole::Different
            : look.ink == Look::Changed                 ? ThemeRole::Changed
            : look.ink == Look::Dim                     ? ThemeRole::DimText
                                                        : ThemeRole::Text;
        painter->setFont(look.ink == Look::Edited ? bold : look.ink == Look::Changed ? underlined : font);
        painter->setPen(theme.color(look.selected && look.ink == Look::Dim ? ThemeRole::Text : role));
        painter->drawText(QPointF(rect.left(), baseline), text.mid(first, end - first));
        if (look.ink == Look::Edited) {
            painter->setPen(QPen(theme.color(ThemeRole::Different), 1.5, Qt::DashLine));
            painter->drawLine(rect.bottomLeft(), rect.bottomRight());
        }
    });
    const auto isSameMatch
        = [](const Look& a, const Look& b) { return a.match == b.match && a.currentMatch == b.currentMatch; };
    forRuns(isSameMatch, [&](qsizetype first, qsizetype end) {
        if (!looks[first].match)
            return;
        painter->setBrush(Qt::NoBrush);
        painter->setPen(looks[first].currentMatch ? QPen(theme.color(ThemeRole::Accent), 2)
                                                  : QPen(theme.color(ThemeRole::Accent), 1, Qt::DotLine));
        painter->drawRect(rectOf(first, end).adjusted(-0.5, 0, 0.5, 0));
    });
    drawCaret(painter, row, advance, index);
    painter->restore();
}

} // namespace fscope::widgets
