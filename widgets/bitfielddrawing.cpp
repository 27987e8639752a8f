// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/bitfielddrawing.h"

#include "widgets/canvaspaint.h"
#include "widgets/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace fscope::widgets {
namespace {

using models::ItemState;

bool isDim(ItemState state)
{
    return state == ItemState::Reserved || state == ItemState::NotValid || state == ItemState::Unknown;
}

} // namespace

std::vector<BitRun> bitRuns(const std::vector<BitField>& fields, int width)
{
    std::array<int, 64> owner {};
    owner.fill(-1);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        for (int bit = std::max(fields[i].lo, 0); bit <= std::min(fields[i].hi, width - 1); ++bit)
            owner[static_cast<std::size_t>(bit)] = static_cast<int>(i);
    }
    std::vector<BitRun> runs;
    for (int bit = width - 1; bit >= 0; --bit) {
        const int field = owner[static_cast<std::size_t>(bit)];
        if (!runs.empty() && runs.back().field == field && bit != 31)
            runs.back().lo = bit;
        else
            runs.push_back({ bit, bit, field });
    }
    return runs;
}

qreal digitsWidthForBits(int bits)
{
    return digitsWidth(Theme::fixedFont(), 2) * bits;
}

BitFieldDrawing::BitFieldDrawing(Content content, qreal width)
    : m_content(std::move(content))
    , m_runs(bitRuns(m_content.fields, m_content.width))
    , m_digits(Theme::fixedFont())
    , m_small(Theme::fixedFont(0.85))
    , m_text(Theme::textFont())
{
    const int quarter = Theme::quarterLine();
    m_pad = 2 * quarter;
    m_smallLine = QFontMetricsF(m_small).lineSpacing();
    m_cellHeight = std::ceil(QFontMetricsF(m_digits).height() * 1.4);
    const qreal inner = width - 2 * m_pad;
    const qreal top = quarter;

    const auto half
        = std::find_if(m_runs.begin(), m_runs.end(), [](const BitRun& run) { return run.hi == 31; });
    const auto split = static_cast<std::size_t>(half - m_runs.begin());
    qreal all = 0;
    for (const BitRun& run : m_runs)
        all += leastWidth(run);
    m_bitRows = all > inner && split > 0 && split < m_runs.size() ? 2 : 1;

    const qreal rowHeight = 3 * m_smallLine + m_cellHeight + quarter / 2.0;
    if (m_bitRows == 2) {
        place(0, split, top, inner);
        place(split, m_runs.size(), top + rowHeight + quarter, inner);
    } else {
        place(0, m_runs.size(), top, inner);
    }
    const qreal y = top + m_bitRows * rowHeight + (m_bitRows - 1) * quarter + quarter;
    m_explanation = QRectF(m_pad, y, inner, 2 * QFontMetricsF(m_text).lineSpacing());
    m_size = QSizeF(width, m_explanation.bottom() + quarter);

    if (m_content.bitwise) {
        addBitItems();
        return;
    }
    for (const Box& box : m_boxes) {
        CanvasItem item;
        item.rect = box.whole;
        if (const BitField* field = fieldOf(box.run)) {
            item.name = field->name;
            item.text = field->accessible.isEmpty()
                ? QStringLiteral("%1 %2 %3 %4").arg(field->name, field->bits, field->value, field->meaning)
                : field->accessible;
            item.toolTip = field->toolTip;
        }
        m_items.push_back(std::move(item));
    }
}

void BitFieldDrawing::addBitItems()
{
    for (const Box& box : m_boxes) {
        const BitField* field = fieldOf(box.run);
        const qreal cell = box.cells.width() / (box.run.hi - box.run.lo + 1);
        for (int bit = box.run.hi; bit >= box.run.lo; --bit) {
            CanvasItem item;
            item.rect
                = QRectF(box.cells.left() + (box.run.hi - bit) * cell, box.cells.top(), cell, m_cellHeight);
            item.name = QCoreApplication::translate("fscope::widgets::BitFieldView", "Bit %1").arg(bit);
            //: a bit of a register, read aloud: its number, 0 or 1, and a phrase on its field
            item.text = QCoreApplication::translate("fscope::widgets::BitFieldView", "Bit %1 is %2. %3")
                            .arg(bit)
                            .arg((m_content.value >> bit) & 1U)
                            .arg(field != nullptr ? field->accessible : QString());
            item.toolTip = field != nullptr ? field->toolTip : QString();
            m_items.push_back(std::move(item));
        }
    }
}

int BitFieldDrawing::boxOf(int item) const
{
    if (item < 0 || !m_content.bitwise)
        return item;
    const int bit = m_content.width - 1 - item;
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        if (bit <= m_boxes[i].run.hi && bit >= m_boxes[i].run.lo)
            return static_cast<int>(i);
    }
    return -1;
}

int BitFieldDrawing::fieldAt(const QPointF& position) const
{
    for (const Box& box : m_boxes) {
        if (box.whole.contains(position))
            return box.run.field;
    }
    return -1;
}

const BitField* BitFieldDrawing::fieldOf(const BitRun& run) const
{
    return run.field >= 0 ? &m_content.fields[static_cast<std::size_t>(run.field)] : nullptr;
}

qreal BitFieldDrawing::leastWidth(const BitRun& run) const
{
    const qreal digit = digitsWidth(m_digits, 1);
    qreal width = (run.hi - run.lo + 1) * digit * 1.35;
    if (const BitField* field = fieldOf(run)) {
        width = std::max(width, textWidth(m_small, field->name) + digit * 0.6);
        if (field->value.size() <= 6)
            width = std::max(width, textWidth(m_small, field->value) + digit * 0.6);
    }
    // Room for both numbers above the ends.
    if (run.hi > run.lo)
        width = std::max(width, digitsWidth(m_small, 5));
    return width + 2;
}

void BitFieldDrawing::place(std::size_t first, std::size_t end, qreal top, qreal width)
{
    qreal least = 0;
    int bits = 0;
    for (std::size_t i = first; i < end; ++i) {
        least += leastWidth(m_runs[i]);
        bits += m_runs[i].hi - m_runs[i].lo + 1;
    }
    // What is left goes to the bits alike; what is missing is taken from all in proportion. Boxes do not
    // become giants in a wide panel.
    const qreal comfortable = bits * digitsWidth(m_digits, 4);
    const qreal usable = std::min(width, std::max(least, comfortable));
    const qreal perBit = usable > least && bits > 0 ? (usable - least) / bits : 0;
    const qreal shrink = usable < least && least > 0 ? usable / least : 1;
    qreal x = m_pad;
    for (std::size_t i = first; i < end; ++i) {
        const BitRun& run = m_runs[i];
        const qreal wide = (leastWidth(run) + perBit * (run.hi - run.lo + 1)) * shrink;
        Box box;
        box.run = run;
        box.cells = QRectF(x + 1, top + m_smallLine, wide - 2, m_cellHeight);
        box.whole = QRectF(x, top, wide, 3 * m_smallLine + m_cellHeight);
        m_boxes.push_back(box);
        x += wide;
    }
}

void BitFieldDrawing::paintNumbers(QPainter& painter, const Box& box) const
{
    const QColor dim = Theme::current().color(ThemeRole::DimText);
    const QRectF line
        = QRectF(box.whole.left(), box.whole.top(), box.whole.width(), m_smallLine).adjusted(3, 0, -3, 0);
    painter.setFont(m_small);
    const QString hi = QString::number(box.run.hi);
    const QString lo = QString::number(box.run.lo);
    if (box.run.hi == box.run.lo) {
        drawLine(painter, line, Qt::AlignHCenter, hi, dim);
        return;
    }
    drawLine(painter, line, Qt::AlignLeft, hi, dim);
    if (textWidth(m_small, hi + lo) + digitsWidth(m_small, 1) <= line.width())
        drawLine(painter, line, Qt::AlignRight, lo, dim);
}

void BitFieldDrawing::paintGround(
    QPainter& painter, const Box& box, ItemState state, bool selected, bool hovered) const
{
    const Theme& theme = Theme::current();
    const bool dim = isDim(state) || !m_content.known;
    painter.setPen(Qt::NoPen);
    if (selected)
        painter.setBrush(theme.color(ThemeRole::Selection));
    else if (hovered)
        painter.setBrush(theme.fill(ThemeRole::Accent));
    else if (state == ItemState::ReservedSet)
        painter.setBrush(theme.fill(ThemeRole::Different));
    else
        painter.setBrush(theme.color(dim ? ThemeRole::Base : ThemeRole::AltBase));
    painter.drawRect(box.cells);
    if (!selected && (state == ItemState::NotValid || state == ItemState::Unknown || !m_content.known)) {
        painter.setBrush(theme.unknownBrush());
        painter.drawRect(box.cells);
    }
}

/// The digits, and ticks between them.
void BitFieldDrawing::paintCells(QPainter& painter, const Box& box, ItemState state) const
{
    const Theme& theme = Theme::current();
    const bool dim = isDim(state) || !m_content.known;
    const int count = box.run.hi - box.run.lo + 1;
    const qreal cell = box.cells.width() / count;
    QFont bold = m_digits;
    bold.setBold(true);
    painter.setPen(QPen(theme.color(ThemeRole::Grid), 0.6));
    for (int i = 1; i < count; ++i) {
        // A longer tick each fourth bit: hexadecimal digits.
        const bool nibble = (box.run.hi - i) % 4 == 3;
        const qreal x = box.cells.left() + i * cell;
        const qreal from = nibble ? box.cells.top() : box.cells.bottom() - m_cellHeight * 0.2;
        painter.drawLine(QPointF(x, from), QPointF(x, box.cells.bottom()));
    }
    for (int i = 0; m_content.known && i < count; ++i) {
        const bool set = ((m_content.value >> (box.run.hi - i)) & 1U) != 0;
        painter.setFont(set && !dim ? bold : m_digits);
        const QColor color = state == ItemState::ReservedSet ? theme.color(ThemeRole::Different)
            : dim || !set                                    ? theme.color(ThemeRole::DimText)
                                                             : theme.color(ThemeRole::Text);
        const QRectF place(box.cells.left() + i * cell, box.cells.top(), cell, m_cellHeight);
        drawLine(painter, place, Qt::AlignHCenter, set ? QStringLiteral("1") : QStringLiteral("0"), color);
    }
}

void BitFieldDrawing::paintBox(QPainter& painter, const Box& box, bool selected, bool hovered) const
{
    const Theme& theme = Theme::current();
    const BitField* field = fieldOf(box.run);
    const ItemState state = field != nullptr ? field->state : ItemState::Unknown;
    const bool dim = isDim(state) || !m_content.known;
    const ThemeRole role = Theme::roleOf(state);
    paintGround(painter, box, state, selected, hovered);
    paintCells(painter, box, state);

    const QPen frame(theme.color(selected || hovered ? ThemeRole::Accent
                             : dim                   ? ThemeRole::Pending
                                                     : ThemeRole::Done),
        selected ? 2 : 1);
    painter.setPen(frame);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box.cells, 2, 2);
    paintNumbers(painter, box);
    if (field == nullptr)
        return;

    QFont name = m_small;
    if (state == ItemState::Reserved)
        name.setCapitalization(QFont::SmallCaps);
    name.setBold(!dim);
    painter.setFont(name);
    const QRectF nameLine(box.whole.left(), box.cells.bottom(), box.whole.width(), m_smallLine);
    const QString mark = state == ItemState::ReservedSet ? QStringLiteral("\u2260") : QString();
    drawLine(painter, nameLine, Qt::AlignHCenter, mark + field->name,
        theme.color(dim                           ? ThemeRole::DimText
                : state == ItemState::ReservedSet ? role
                                                  : ThemeRole::Text));
    if (!m_content.known || state == ItemState::Reserved)
        return;
    painter.setFont(m_small);
    drawLine(painter, nameLine.translated(0, m_smallLine), Qt::AlignHCenter,
        state == ItemState::NotValid ? QStringLiteral("\u2013") : field->value,
        theme.color(dim ? ThemeRole::DimText : ThemeRole::Accent));
}

void BitFieldDrawing::paintExplanation(QPainter& painter, const BitField* field) const
{
    const Theme& theme = Theme::current();
    const qreal line = QFontMetricsF(m_text).lineSpacing();
    painter.setFont(m_text);
    if (field == nullptr) {
        drawLine(painter, QRectF(m_explanation.topLeft(), QSizeF(m_explanation.width(), line)), Qt::AlignLeft,
            QCoreApplication::translate("fscope::widgets::BitFieldView",
                "Point at a field, or choose one with the arrow keys, to see what it says."),
            theme.color(ThemeRole::DimText));
        return;
    }
    QFont strong = Theme::fixedFont();
    strong.setBold(true);
    painter.setFont(strong);
    const QString head = field->name + QLatin1Char(' ') + field->bits
        + (field->value.isEmpty() ? QString() : QStringLiteral(" = ") + field->value);
    const qreal headWidth = textWidth(strong, head);
    drawLine(painter, QRectF(m_explanation.left(), m_explanation.top(), m_explanation.width(), line),
        Qt::AlignLeft, head, theme.color(ThemeRole::Text));
    painter.setFont(m_text);
    const qreal space = QFontMetricsF(m_text).horizontalAdvance(QLatin1Char(' ')) * 2;
    drawLine(painter,
        QRectF(m_explanation.left() + headWidth + space, m_explanation.top(),
            std::max<qreal>(m_explanation.width() - headWidth - space, 0), line),
        Qt::AlignLeft, field->meaning, theme.color(ThemeRole::Text));
    drawWrapped(painter, m_explanation.adjusted(0, line, 0, 0), Qt::AlignLeft,
        QString(field->toolTip).replace(QLatin1Char('\n'), QStringLiteral(" \u00b7 ")),
        theme.color(ThemeRole::DimText));
}

void BitFieldDrawing::paint(QPainter& painter, const CanvasHighlight& highlight) const
{
    const int current = boxOf(highlight.current);
    const int hovered = boxOf(highlight.hovered);
    for (std::size_t i = 0; i < m_boxes.size(); ++i)
        paintBox(painter, m_boxes[i], static_cast<int>(i) == current, static_cast<int>(i) == hovered);
    const auto itemRect = [this](int index) { return m_items[static_cast<std::size_t>(index)].rect; };
    if (highlight.focus && current >= 0)
        drawFocusRing(painter,
            m_content.bitwise ? itemRect(highlight.current)
                              : m_boxes[static_cast<std::size_t>(current)].cells);
    if (m_content.bitwise && hovered >= 0) {
        // The very bit that a click would flip.
        painter.setPen(Theme::current().pen(ThemeRole::Accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(itemRect(highlight.hovered).adjusted(1, 1, -1, -1));
    }
    const int stands = hovered >= 0 ? hovered : current;
    const BitField* field = stands >= 0 ? fieldOf(m_boxes[static_cast<std::size_t>(stands)].run) : nullptr;
    if (hovered < 0 && m_content.explained >= 0)
        field = &m_content.fields[static_cast<std::size_t>(m_content.explained)];
    paintExplanation(painter, field);
}

} // namespace fscope::widgets
