// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/canvaspaint.h"
#include "widgets/theme.h"
#include "widgets/walkdrawing.h"

#include <QPainter>

namespace fscope::widgets {
namespace {

using models::ItemState;

constexpr int kEntryLine = 2;
constexpr qreal kGhostHeight = 0.4;

ThemeRole stageRole(mmu::Stage stage)
{
    return stage == mmu::Stage::One ? ThemeRole::Stage1 : ThemeRole::Stage2;
}

/// A line in the style of its stage: solid for the first, dotted for the second.
QPen stagePen(mmu::Stage stage, const QColor& color, qreal width)
{
    QPen pen(color, width);
    if (stage == mmu::Stage::Two)
        pen.setStyle(Qt::DotLine);
    return pen;
}

} // namespace

void WalkDrawing::paintBits(QPainter& painter, const Shape& shape, bool selected, bool hovered) const
{
    const Theme& theme = Theme::current();
    const bool ahead = shape.plain || shape.state == ItemState::Pending;
    const bool fault = !shape.plain && shape.state == ItemState::Fault;
    painter.setFont(m_code);
    QRectF line(
        shape.rect.left() + m_quarter, shape.rect.top(), shape.rect.width() - 2 * m_quarter, m_codeLine);
    drawLine(painter, line, Qt::AlignHCenter, shape.lines.value(0), theme.color(ThemeRole::DimText));
    const QRectF digits(shape.rect.left(), line.bottom(), shape.rect.width(), m_codeLine + m_quarter / 2);
    const ThemeRole role = fault ? ThemeRole::Fault : ahead ? ThemeRole::Grid : stageRole(shape.stage);
    painter.setPen(stagePen(ahead ? mmu::Stage::One : shape.stage, theme.color(role), ahead ? 1 : 1.5));
    painter.setBrush(selected         ? theme.color(ThemeRole::Selection)
            : shape.plain && !hovered ? theme.color(ThemeRole::Base)
                                      : theme.color(ThemeRole::AltBase));
    painter.drawRect(digits);
    drawLine(painter, digits.adjusted(m_quarter, 0, -m_quarter, 0), Qt::AlignHCenter, shape.lines.value(1),
        theme.color(ahead ? ThemeRole::DimText : ThemeRole::Text));
    line.moveTop(digits.bottom());
    drawLine(painter, line, Qt::AlignHCenter, shape.lines.value(2),
        theme.color(fault ? ThemeRole::Fault
                : ahead   ? ThemeRole::DimText
                          : stageRole(shape.stage)));
}

/// The box of a table or an end, in the look of its state.
void WalkDrawing::paintBox(QPainter& painter, const Shape& shape, bool selected, bool hovered) const
{
    const Theme& theme = Theme::current();
    const bool ahead = shape.state == ItemState::Pending;
    const bool fault = shape.state == ItemState::Fault;
    const bool filled = shape.current && !fault;
    const ThemeRole role = fault ? ThemeRole::Fault
        : filled                 ? ThemeRole::Current
        : ahead                  ? ThemeRole::Pending
                                 : stageRole(shape.stage);
    const QPen pen = stagePen(fault ? mmu::Stage::One : shape.stage, theme.color(role), ahead ? 1 : 1.5);
    const qreal radius = shape.kind == Kind::End ? m_quarter * 2 : m_quarter;
    painter.setBrush(filled ? theme.color(ThemeRole::Current)
            : selected      ? theme.color(ThemeRole::Selection)
            : ahead         ? theme.color(hovered ? ThemeRole::AltBase : ThemeRole::Base)
                            : theme.fill(role));
    if (fault) {
        drawDoubleBorder(painter, shape.rect, pen, radius);
    } else {
        painter.setPen(pen);
        painter.drawRoundedRect(shape.rect, radius, radius);
    }
}

/// The entry that was taken, between the edges of those beside it: a table is a column of entries.
void WalkDrawing::paintEntry(
    QPainter& painter, const Shape& shape, const QColor& text, const QColor& dim) const
{
    const Theme& theme = Theme::current();
    const bool filled = shape.current && shape.state != ItemState::Fault;
    const qreal ghost = kGhostHeight * m_codeLine;
    const QRectF inside = shape.rect.adjusted(m_quarter * 0.75, 0, -m_quarter * 0.75, 0);
    const QRectF entry(inside.left(), entryTop(shape.rect), inside.width(), m_codeLine);
    painter.setPen(QPen(filled ? text : theme.color(ThemeRole::Grid), 1));
    painter.setBrush(Qt::NoBrush);
    for (const qreal y : { entry.top() - ghost * 0.5, entry.bottom() + ghost * 0.5 })
        painter.drawLine(QPointF(inside.left() + m_quarter, y), QPointF(inside.right() - m_quarter, y));
    const bool fault = shape.state == ItemState::Fault;
    painter.setPen(QPen(filled ? text
            : fault
            ? theme.color(ThemeRole::Fault)
            : theme.color(shape.state == ItemState::Pending ? ThemeRole::Pending : stageRole(shape.stage)),
        1));
    if (!filled)
        painter.setBrush(theme.color(ThemeRole::Base));
    painter.drawRect(entry);
    const QRectF line = entry.adjusted(m_quarter * 0.75, 0, -m_quarter * 0.5, 0);
    painter.setFont(m_code);
    drawLine(painter, line, Qt::AlignLeft, shape.lines.value(kEntryLine), text, dim);
}

void WalkDrawing::paintCard(QPainter& painter, const Shape& shape) const
{
    const Theme& theme = Theme::current();
    const bool ahead = shape.state == ItemState::Pending;
    const bool fault = shape.state == ItemState::Fault;
    const bool filled = shape.current && !fault;
    const QColor text = filled ? theme.textOn(ThemeRole::Current)
                               : theme.color(ahead ? ThemeRole::DimText : ThemeRole::Text);
    const QColor dim = filled ? text : theme.color(ThemeRole::DimText);
    QFont title = m_code;
    title.setBold(!ahead);
    QRectF line = shape.rect.adjusted(1.5 * m_quarter, 0.75 * m_quarter, -1.5 * m_quarter, 0);
    line.setHeight(m_codeLine);
    painter.setFont(title);
    const QString mark = fault ? QStringLiteral("\u2715 ")
        : shape.current        ? QStringLiteral("\u25b6 ")
                               : QString();
    drawLine(painter, line, Qt::AlignLeft, mark + shape.lines.value(0),
        fault                 ? theme.color(ThemeRole::Fault)
            : filled || ahead ? text
                              : theme.color(stageRole(shape.stage)));
    painter.setFont(m_code);
    if (shape.kind == Kind::End) {
        const QRectF body(line.left(), line.bottom(), line.width(), shape.rect.bottom() - line.bottom());
        drawWrapped(painter, body, Qt::AlignLeft, shape.lines.mid(1).join(QLatin1Char('\n')), text);
        return;
    }
    line.translate(0, m_codeLine);
    drawLine(painter, line, Qt::AlignLeft, shape.lines.value(1), dim);
    paintEntry(painter, shape, text, dim);
    painter.setFont(m_code);
    line.moveTop(entryTop(shape.rect) + kGhostHeight * m_codeLine);
    for (qsizetype i = kEntryLine + 1; i < shape.lines.size(); ++i) {
        line.translate(0, m_codeLine);
        // Where it leads is the point, and what hardware changed; attributes are beside it.
        const bool point = shape.lines[i].contains(QChar(0x2192)) || shape.lines[i].contains(QChar(0x21d2));
        drawLine(painter, line, Qt::AlignLeft, shape.lines[i], point ? text : dim);
    }
}

void WalkDrawing::paintCache(QPainter& painter, const Shape& shape, bool selected) const
{
    const Theme& theme = Theme::current();
    const bool ahead = shape.state == ItemState::Pending;
    const bool filled = shape.current;
    const qreal radius = shape.rect.height() / 2;
    painter.setPen(QPen(theme.color(filled ? ThemeRole::Current
                                : ahead    ? ThemeRole::Pending
                                           : ThemeRole::Done),
        ahead ? 1 : 1.5));
    painter.setBrush(filled ? theme.color(ThemeRole::Current)
            : selected      ? theme.color(ThemeRole::Selection)
            : ahead         ? theme.color(ThemeRole::Base)
                            : theme.fill(ThemeRole::Done));
    painter.drawRoundedRect(shape.rect, radius, radius);
    const QColor text = filled ? theme.textOn(ThemeRole::Current)
                               : theme.color(ahead ? ThemeRole::DimText : ThemeRole::Text);
    // A full dot for a hit, an empty one for a miss.
    const qreal dot = m_textLine * 0.3;
    painter.setPen(QPen(text, 1.5));
    painter.setBrush(shape.hit && !ahead ? QBrush(text) : QBrush(Qt::NoBrush));
    painter.drawEllipse(QPointF(shape.rect.left() + radius + dot / 2, shape.rect.center().y()), dot, dot);
    painter.setFont(m_text);
    drawLine(painter, shape.rect.adjusted(radius + m_textLine * 0.8, 0, -m_quarter, 0), Qt::AlignLeft,
        shape.lines.value(0), text);
}

void WalkDrawing::paintFold(QPainter& painter, const Shape& shape, bool lit) const
{
    const Theme& theme = Theme::current();
    QFont font = m_code;
    font.setBold(shape.current);
    painter.setFont(font);
    if (shape.current) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.fill(ThemeRole::Current));
        painter.drawRoundedRect(shape.rect, m_quarter, m_quarter);
    }
    drawLine(painter, shape.rect.adjusted(m_quarter, 0, 0, 0), Qt::AlignLeft,
        (shape.current ? QStringLiteral("\u25b6 ") : QString()) + shape.lines.value(0),
        theme.color(shape.current                   ? ThemeRole::Current
                : lit                               ? ThemeRole::Accent
                : shape.state == ItemState::Pending ? ThemeRole::DimText
                                                    : ThemeRole::Stage2));
}

void WalkDrawing::paintShape(QPainter& painter, const Shape& shape, const CanvasHighlight& highlight) const
{
    const Theme& theme = Theme::current();
    const bool selected = shape.item >= 0 && shape.item == highlight.current;
    const bool hovered = shape.item >= 0 && shape.item == highlight.hovered;
    switch (shape.kind) {
    case Kind::Heading:
    case Kind::ChainTitle: {
        const bool chain = shape.kind == Kind::ChainTitle;
        QFont font = chain ? m_code : m_text;
        font.setBold(true);
        painter.setFont(font);
        drawLine(painter, shape.rect.adjusted(0, 0, m_quarter, 0), Qt::AlignLeft, shape.lines.value(0),
            theme.color(chain ? stageRole(shape.stage) : ThemeRole::Text));
        break;
    }
    case Kind::Cache:
        paintCache(painter, shape, selected);
        break;
    case Kind::Bits:
        paintBits(painter, shape, selected, hovered);
        break;
    case Kind::Card:
    case Kind::End:
        paintBox(painter, shape, selected, hovered);
        paintCard(painter, shape);
        break;
    case Kind::Fold:
        paintFold(painter, shape, hovered || selected);
        break;
    }
    if (selected && highlight.focus)
        drawFocusRing(painter, shape.rect);
}

void WalkDrawing::paintArrow(QPainter& painter, const Arrow& arrow) const
{
    const Theme& theme = Theme::current();
    const bool ahead = arrow.state == ItemState::Pending;
    const ThemeRole role = ahead            ? ThemeRole::Pending
        : arrow.state == ItemState::Fault   ? ThemeRole::Fault
        : arrow.state == ItemState::Current ? ThemeRole::Current
                                            : ThemeRole::Done;
    const QPen pen = stagePen(arrow.strong ? mmu::Stage::One : arrow.stage, theme.color(role),
        ahead              ? 1
            : arrow.strong ? 2
                           : 1.2);
    drawArrow(painter, arrow.points, pen, m_quarter * (arrow.strong ? 1.7 : 1.3), m_quarter * 0.75);
}

void WalkDrawing::paint(QPainter& painter, const CanvasHighlight& highlight) const
{
    // In a scroll area most of a long walk is out of sight.
    const bool seen = painter.hasClipping();
    const QRectF visible = painter.clipBoundingRect().adjusted(-m_quarter, -m_quarter, m_quarter, m_quarter);
    for (const Arrow& arrow : m_arrows) {
        if (!seen || visible.intersects(arrow.points.boundingRect().adjusted(-1, -1, 1, 1)))
            paintArrow(painter, arrow);
    }
    for (const Shape& shape : m_shapes) {
        if (!seen || visible.intersects(shape.rect))
            paintShape(painter, shape, highlight);
    }
}

} // namespace fscope::widgets
