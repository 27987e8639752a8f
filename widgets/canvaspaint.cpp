// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/canvaspaint.h"

#include "widgets/statedelegate.h"
#include "widgets/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <vector>

namespace fscope::widgets {
namespace {

qreal alignedX(const QRectF& rect, Qt::Alignment alignment, qreal width)
{
    if ((alignment & Qt::AlignRight) != 0)
        return rect.right() - width;
    if ((alignment & Qt::AlignHCenter) != 0)
        return rect.left() + (rect.width() - width) / 2;
    return rect.left();
}

struct Line {
    int start = 0;
    int length = 0;
};

bool isDigitOrGap(QChar c)
{
    return c == QChar(0x2009) || (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
        || (c >= QLatin1Char('a') && c <= QLatin1Char('f'));
}

/// Text whose lines end at its line feeds, and in which a number that fits into a line is not broken; one
/// that does not is broken between its groups of digits.
QString breakable(const QFont& font, const QString& text, qreal width)
{
    QString out = text;
    out.replace(QLatin1Char('\n'), QChar(QChar::LineSeparator));
    const QFontMetricsF metrics(font);
    for (qsizetype at = out.indexOf(u"0x"); at >= 0; at = out.indexOf(u"0x", at + 2)) {
        qsizetype end = at + 2;
        while (end < out.size() && isDigitOrGap(out[end]))
            ++end;
        const QString number = out.mid(at, end - at);
        if (metrics.horizontalAdvance(number) <= width)
            out.replace(at, end - at, QString(number).replace(QChar(0x2009), QChar(0x202f)));
    }
    return out;
}

std::vector<Line> linesOf(const QFont& font, const QString& text, qreal width)
{
    std::vector<Line> out;
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max<qreal>(width, 1));
        out.push_back({ line.textStart(), line.textLength() });
    }
    layout.endLayout();
    return out;
}

} // namespace

void drawLine(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text,
    const QColor& color, const QColor& dim)
{
    const QFontMetricsF metrics(painter.font());
    QString shown = text;
    qreal width = metrics.horizontalAdvance(shown);
    if (width > rect.width() + 0.5) {
        shown = metrics.elidedText(text, Qt::ElideRight, rect.width());
        width = metrics.horizontalAdvance(shown);
    }
    qreal x = alignedX(rect, alignment, width);
    const qreal baseline = rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) / 2;
    qsizetype done = 0;
    const auto put = [&](qsizetype count, const QColor& pen) {
        if (count <= 0)
            return;
        const QString part = shown.mid(done, count);
        painter.setPen(pen);
        painter.drawText(QPointF(x, baseline), part);
        x += metrics.horizontalAdvance(part);
        done += count;
    };
    if (color != dim) {
        const auto zeros = leadingZeros(shown);
        for (const auto& [first, count] : zeros) {
            put(first - done, color);
            put(count, dim);
        }
    }
    put(shown.size() - done, color);
}

void drawLine(
    QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text, const QColor& color)
{
    drawLine(painter, rect, alignment, text, color, color);
}

qreal drawWrapped(
    QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text, const QColor& color)
{
    if (text.isEmpty())
        return 0;
    const QString broken = breakable(painter.font(), text, rect.width());
    const qreal height = QFontMetricsF(painter.font()).lineSpacing();
    const int room = static_cast<int>((rect.height() + height * 0.15) / height);
    const auto lines = linesOf(painter.font(), broken, rect.width());
    const int count = std::min(room, static_cast<int>(lines.size()));
    for (int i = 0; i < count; ++i) {
        const Line& line = lines[static_cast<std::size_t>(i)];
        const bool cut = i + 1 == count && count < static_cast<int>(lines.size());
        const QString part = QString(cut ? broken.mid(line.start) : broken.mid(line.start, line.length))
                                 .replace(QChar(QChar::LineSeparator), QLatin1Char(' '))
                                 .trimmed();
        drawLine(painter, QRectF(rect.left(), rect.top() + i * height, rect.width(), height), alignment, part,
            color);
    }
    return count * height;
}

int wrappedLines(const QFont& font, const QString& text, qreal width)
{
    return text.isEmpty() ? 0 : static_cast<int>(linesOf(font, breakable(font, text, width), width).size());
}

void drawArrow(QPainter& painter, const QPolygonF& points, const QPen& pen, qreal head, qreal radius)
{
    if (points.size() < 2)
        return;
    const QPointF end = points.last();
    const QPointF before = points[points.size() - 2];
    const qreal length = std::hypot(end.x() - before.x(), end.y() - before.y());
    if (length < 0.5)
        return;
    const QPointF along = (end - before) / length;
    const QPointF aside(-along.y(), along.x());
    const QPointF neck = end - along * head;

    QPainterPath path(points.first());
    for (qsizetype i = 1; i + 1 < points.size(); ++i) {
        const QPointF corner = points[i];
        const auto towards = [&](const QPointF& other) {
            const qreal far = std::hypot(other.x() - corner.x(), other.y() - corner.y());
            return far < 0.1 ? corner : corner + (other - corner) * (std::min(radius, far / 2) / far);
        };
        path.lineTo(towards(points[i - 1]));
        path.quadTo(corner, towards(points[i + 1]));
    }
    path.lineTo(neck);
    painter.save();
    QPen flat(pen);
    flat.setCapStyle(Qt::FlatCap);
    painter.setPen(flat);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(pen.color());
    painter.drawPolygon(QPolygonF { end, neck + aside * head * 0.5, neck - aside * head * 0.5 });
    painter.restore();
}

void drawFocusRing(QPainter& painter, const QRectF& box)
{
    painter.save();
    painter.setPen(QPen(Theme::current().color(ThemeRole::Accent), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 4, 4);
    painter.restore();
}

void drawDoubleBorder(QPainter& painter, const QRectF& box, const QPen& pen, qreal radius)
{
    painter.save();
    QPen thin(pen);
    thin.setWidthF(1.3);
    painter.setPen(thin);
    painter.drawRoundedRect(box, radius, radius);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), std::max(radius - 2, 1.0), std::max(radius - 2, 1.0));
    painter.restore();
}

void drawChip(QPainter& painter, const QRectF& box, const QColor& color)
{
    painter.save();
    const qreal pin = box.width() * 0.2;
    const QRectF body = box.adjusted(pin, pin * 0.4, -pin, -pin * 0.4);
    painter.setPen(QPen(color, std::max(1.0, box.width() / 12)));
    painter.setBrush(Qt::NoBrush);
    for (int i = 0; i < 3; ++i) {
        const qreal y = body.top() + body.height() * (i + 0.5) / 3;
        painter.drawLine(QPointF(box.left(), y), QPointF(body.left(), y));
        painter.drawLine(QPointF(body.right(), y), QPointF(box.right(), y));
    }
    painter.drawRect(body);
    painter.setBrush(color);
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(body.topLeft() + QPointF(body.width() * 0.3, body.height() * 0.25),
        body.width() * 0.12, body.width() * 0.12);
    painter.restore();
}

qreal digitsWidth(const QFont& font, int characters)
{
    return QFontMetricsF(font).horizontalAdvance(QLatin1Char('0')) * characters;
}

qreal textWidth(const QFont& font, const QString& text)
{
    return QFontMetricsF(font).horizontalAdvance(text);
}

} // namespace fscope::widgets
