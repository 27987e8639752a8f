// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/memorymapdrawing.h"

#include "core/base/address.h"
#include "models/texts.h"
#include "widgets/canvaspaint.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace fscope::widgets {
namespace {

using models::MapKind;
using models::MapStretch;
using models::PageState;

#define NAME(text) QT_TRANSLATE_NOOP("fscope::widgets::MemoryMapDrawing", text)
// By MapKind.
constexpr std::array kKinds {
    MapLook { ThemeRole::Ram, Qt::NoBrush, "R", NAME("RAM") },
    MapLook { ThemeRole::Ram, Qt::Dense6Pattern, "O", NAME("ROM") },
    MapLook { ThemeRole::Device, Qt::NoBrush, "M", NAME("device (MMIO)") },
    MapLook { ThemeRole::Fault, Qt::DiagCrossPattern, "P", NAME("protected") },
    MapLook { ThemeRole::Stage2, Qt::Dense7Pattern, "H", NAME("hidden from the guest") },
    MapLook { ThemeRole::Unknown, Qt::NoBrush, "", NAME("hole") },
};
// By PageState.
constexpr std::array kMarks {
    MapLook { ThemeRole::Ram, Qt::SolidPattern, "T", NAME("touched") },
    MapLook { ThemeRole::Changed, Qt::BDiagPattern, "D", NAME("dirty") },
    MapLook { ThemeRole::Injected, Qt::VerPattern, "L", NAME("locked") },
};
#undef NAME

QString nameOf(const MapLook& look)
{
    return QCoreApplication::translate("fscope::widgets::MemoryMapDrawing", look.name);
}

double gutterOf(const QFont& small)
{
    double width = 0;
    for (const MapLook& look : kMarks)
        width = std::max(width, textWidth(small, nameOf(look)));
    return width + 3 * textWidth(small, QStringLiteral("D"));
}

/// A ground in the pattern of a look, so that it can be told from others without its colour.
QBrush brushOf(const MapLook& look)
{
    const Theme& theme = Theme::current();
    return QBrush(theme.color(look.role), look.pattern);
}

} // namespace

const MapLook& mapLook(MapKind kind)
{
    return kKinds[static_cast<std::size_t>(kind)];
}

const MapLook& mapLook(PageState mark)
{
    return kMarks[static_cast<std::size_t>(mark)];
}

MemoryMapWindow MemoryMapDrawing::windowOf(const MemoryMapScene& scene, double width)
{
    const double quarter = Theme::quarterLine();
    const double left = gutterOf(Theme::textFont(0.85)) + quarter;
    return { scene.from, scene.to, left, std::max(width - left - 2 * quarter, 10.0) };
}

QSizeF MemoryMapDrawing::smallestSize()
{
    const double line = QFontMetricsF(Theme::textFont()).lineSpacing();
    const double small = QFontMetricsF(Theme::textFont(0.85)).lineSpacing();
    return { line * 14, std::ceil(line * 1.45 + small * 2.9) };
}

QSizeF MemoryMapDrawing::preferredSize()
{
    const double line = QFontMetricsF(Theme::textFont()).lineSpacing();
    const double small = QFontMetricsF(Theme::textFont(0.85)).lineSpacing();
    return { line * 60, std::ceil(line * 3 + small * 6.5) };
}

MemoryMapDrawing::MemoryMapDrawing(MemoryMapScene scene, const QSizeF& size)
    : m_scene(std::move(scene))
    , m_window(windowOf(m_scene, size.width()))
    , m_text(Theme::textFont())
    , m_small(Theme::textFont(0.85))
    , m_line(QFontMetricsF(m_text).lineSpacing())
    , m_smallLine(QFontMetricsF(m_small).lineSpacing())
{
    m_size = size;
    const double quarter = Theme::quarterLine();
    // From above: the marker, the bar, the lanes, the addresses, the legend. What is left goes to the bar
    // and, a little, to the lanes.
    const double top = 0.55 * m_line;
    double room = size.height() - top - m_smallLine - 2;
    const bool legend = room > 1.5 * m_line + 3 * m_smallLine + m_smallLine + quarter;
    if (legend)
        room -= m_smallLine + quarter;
    const double lane = std::clamp(room * 0.18, 0.62 * m_smallLine, m_smallLine);
    const double bar = std::clamp(room - 3 * lane - quarter, 0.9 * m_line, 3.2 * m_line);
    m_bar = QRectF(m_window.left, top, m_window.width, bar);
    double y = m_bar.bottom() + quarter / 2;
    for (QRectF& rect : m_lanes) {
        rect = QRectF(m_window.left, y, m_window.width, lane - 1);
        y += lane;
    }
    m_addressTop = y + 1;
    if (legend)
        m_legendTop = m_addressTop + m_smallLine + quarter / 2;

    const auto& regions = m_scene.content->stretches;
    m_items.reserve(regions.size());
    for (std::size_t i = 0; i < regions.size(); ++i) {
        const auto& segment = m_scene.axis->segments()[i];
        // Beyond the edges nothing can be pointed at; the keyboard and assistive technology still get there.
        const double low = m_window.left - 1;
        const double high = m_window.left + m_window.width + 1;
        const double left = std::clamp(m_window.x(segment.from), low, high);
        const double right = std::clamp(m_window.x(segment.from + segment.length), low, high);
        const QRectF rect(left, m_bar.top(), right - left, m_lanes[2].bottom() - m_bar.top());
        const MapStretch& region = regions[i];
        m_items.push_back({ rect, region.title, region.accessible, region.toolTip });
    }
}

void MemoryMapDrawing::paint(QPainter& painter, const CanvasHighlight& highlight) const
{
    const Theme& theme = Theme::current();
    paintRegions(painter, highlight);
    for (int i = 0; i < kMapLanes; ++i)
        paintLane(painter, static_cast<PageState>(i));
    paintAddresses(painter);
    if (m_legendTop >= 0)
        paintLegend(painter);
    if (m_scene.selected) {
        const double x = m_window.x(m_scene.axis->place(*m_scene.selected));
        if (x >= m_window.left - 1 && x <= m_window.left + m_window.width + 1) {
            painter.setPen(QPen(theme.color(ThemeRole::Accent), 1.5));
            painter.drawLine(QPointF(x, m_bar.top() - 2), QPointF(x, m_lanes[2].bottom() + 2));
        }
    }
    paintMarker(painter);
}

void MemoryMapDrawing::paintRegions(QPainter& painter, const CanvasHighlight& highlight) const
{
    const double right = m_window.left + m_window.width;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        QRectF rect = m_items[i].rect;
        if (rect.right() < m_window.left || rect.left() > right || rect.width() <= 0)
            continue;
        rect.setBottom(m_bar.bottom());
        paintRegion(painter, i, rect);
    }
    const auto frame = [&](int index, const auto& draw) {
        if (index < 0 || index >= static_cast<int>(m_items.size()))
            return;
        QRectF rect = m_items[static_cast<std::size_t>(index)].rect;
        rect.setLeft(std::max(rect.left(), m_window.left));
        rect.setRight(std::min(rect.right(), right));
        rect.setBottom(m_bar.bottom());
        if (rect.width() > 0)
            draw(rect);
    };
    const Theme& theme = Theme::current();
    frame(highlight.hovered, [&](const QRectF& rect) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.color(ThemeRole::Accent), 1));
        painter.drawRect(rect.adjusted(1, 1, -1, -1));
    });
    frame(highlight.current, [&](const QRectF& rect) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.color(ThemeRole::Current), 2));
        painter.drawRect(rect.adjusted(2, 2, -2, -2));
        if (highlight.focus)
            drawFocusRing(painter, rect);
    });
}

void MemoryMapDrawing::paintRegion(QPainter& painter, std::size_t index, const QRectF& rect) const
{
    const Theme& theme = Theme::current();
    const MapStretch& region = m_scene.content->stretches[index];
    const MapLook& look = mapLook(region.kind);
    painter.setFont(m_text);
    if (region.kind == MapKind::Hole) {
        paintBreak(painter, rect, region.title);
        return;
    }
    const QRectF box = rect.adjusted(0.5, 0.5, -0.5, -0.5);
    painter.fillRect(box, theme.fill(look.role));
    if (look.pattern != Qt::NoBrush) {
        QColor soft = theme.color(look.role);
        soft.setAlphaF(0.35F);
        painter.fillRect(box, QBrush(soft, look.pattern));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(theme.pen(look.role));
    painter.drawRect(box);
    const double quarter = Theme::quarterLine();
    QRectF inside = box.adjusted(quarter, 0, -quarter, 0);
    // Of a region that is wider than the window, what is in sight holds the text.
    inside.setLeft(std::max(inside.left(), m_window.left + quarter));
    inside.setRight(std::min(inside.right(), m_window.left + m_window.width - quarter));
    QString text = region.title;
    if (textWidth(m_text, text) > inside.width() && textWidth(m_text, region.name) <= inside.width())
        text = region.name;
    if (textWidth(m_text, text) > inside.width() * 1.6)
        text = QLatin1String(look.letter);
    if (textWidth(m_text, text) > inside.width() && text.size() == 1)
        return;
    const double needed = std::min(textWidth(m_text, text), inside.width());
    const QRectF plate(
        inside.center().x() - needed / 2 - 2, inside.center().y() - m_line / 2, needed + 4, m_line);
    if (look.pattern != Qt::NoBrush)
        painter.fillRect(plate, theme.color(ThemeRole::Base));
    drawLine(painter, inside, Qt::AlignHCenter, text, theme.color(ThemeRole::Text));
}

void MemoryMapDrawing::paintBreak(QPainter& painter, const QRectF& rect, const QString& text) const
{
    const Theme& theme = Theme::current();
    const double middle = rect.center().y();
    painter.setPen(QPen(theme.color(ThemeRole::Grid), 1, Qt::DotLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawLine(QPointF(rect.left(), middle), QPointF(rect.right(), middle));
    // The two waves of a break: what is between them is not to scale.
    const double amplitude = std::min(3.0, rect.width() / 6);
    const double step = rect.height() / 4;
    for (const double x : { rect.center().x() - 3.5, rect.center().x() + 3.5 }) {
        QPainterPath wave(QPointF(x, rect.top()));
        for (int i = 0; i < 4; ++i) {
            const double y = rect.top() + i * step;
            wave.quadTo(
                QPointF(x + (i % 2 == 0 ? amplitude : -amplitude), y + step / 2), QPointF(x, y + step));
        }
        painter.setPen(QPen(theme.color(ThemeRole::Grid), 1.2));
        painter.drawPath(wave);
    }
    // Zoomed in there is room for its size.
    const QRectF left(rect.left(), middle - m_line - 2, rect.width() / 2 - 10, m_line);
    if (textWidth(m_text, text) < left.width())
        drawLine(painter, left, Qt::AlignHCenter, text, theme.color(ThemeRole::DimText));
}

void MemoryMapDrawing::paintLane(QPainter& painter, PageState mark) const
{
    const Theme& theme = Theme::current();
    const QRectF& lane = m_lanes[static_cast<int>(mark)];
    const MapLook& look = mapLook(mark);
    painter.setFont(m_small);
    // Names one above the other need their room; where there is less, letters stand like stairs.
    const QString letterText = QLatin1String(look.letter);
    const bool isHigh = lane.height() + 1 > 0.85 * m_smallLine;
    const double aside = isHigh ? 0 : (kMapLanes - 1 - static_cast<int>(mark)) * 0.9 * m_smallLine;
    const QRectF label(
        0, lane.center().y() - m_smallLine / 2, m_window.left - Theme::quarterLine() - aside, m_smallLine);
    drawLine(painter, label, Qt::AlignRight,
        isHigh ? nameOf(look) + QLatin1Char(' ') + letterText : letterText, theme.color(ThemeRole::DimText));
    painter.setPen(QPen(theme.color(ThemeRole::Grid), 0.6));
    painter.drawLine(lane.bottomLeft(), lane.bottomRight());
    const auto runs = m_scene.content->runs(mark);
    if (runs.empty())
        return;
    const QBrush brush = brushOf(look);
    const QColor color = theme.color(look.role);
    const double letter = textWidth(m_small, QLatin1String(look.letter));
    QVector<QRectF> rects;
    QVector<QRectF> lettered;
    for (const auto& [left, right] : spansInSight(runs, *m_scene.axis, m_window)) {
        rects << QRectF(left, lane.top(), right - left, lane.height());
        if (right - left > 4 * letter && lane.height() > 0.8 * m_smallLine && mark != PageState::Touched)
            lettered << QRectF((left + right) / 2 - letter, lane.top() + 1, 2 * letter, lane.height() - 2);
    }
    const bool wasSmooth = painter.testRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    painter.setBrush(brush);
    painter.drawRects(rects);
    painter.setPen(QPen(color, 1));
    painter.setBrush(Qt::NoBrush);
    if (look.pattern != Qt::SolidPattern)
        painter.drawRects(rects);
    painter.setRenderHint(QPainter::Antialiasing, wasSmooth);
    for (const QRectF& rect : lettered) {
        painter.fillRect(rect, theme.color(ThemeRole::Base));
        drawLine(painter, QRectF(rect.left(), rect.center().y() - m_smallLine / 2, rect.width(), m_smallLine),
            Qt::AlignHCenter, QLatin1String(look.letter), color);
    }
}

void MemoryMapDrawing::paintAddresses(QPainter& painter) const
{
    const Theme& theme = Theme::current();
    const QFont code = Theme::fixedFont(0.85);
    painter.setFont(code);
    const double right = m_window.left + m_window.width;
    const double gap = textWidth(code, QStringLiteral("00"));
    std::vector<std::pair<double, double>> taken; // by labels
    const auto put = [&](quint64 address, bool isBound) {
        const double x = m_window.x(m_scene.axis->place(address));
        if (x < m_window.left - 1 || x > right + 1)
            return;
        const QString text = models::displayHex(address);
        const double width = textWidth(code, text);
        painter.setPen(QPen(theme.color(ThemeRole::Grid), isBound ? 1 : 0.6));
        painter.drawLine(QPointF(x, m_addressTop - 1), QPointF(x, m_addressTop + 3));
        const double left = std::min(x, right - width);
        const bool isFree = std::ranges::none_of(taken,
            [&](const auto& other) { return left < other.second + gap && other.first < left + width + gap; });
        if (!isFree)
            return;
        drawLine(painter, QRectF(left, m_addressTop + 1, width + 1, m_smallLine), Qt::AlignLeft, text,
            theme.color(ThemeRole::Text), theme.color(ThemeRole::DimText));
        taken.emplace_back(left, left + width);
    };
    // Inside one region: round addresses, as many as have room.
    const auto fill = [&](const MemoryMapAxis::Segment& segment) {
        const double from = std::max(m_window.from, segment.from);
        const double to = std::min(m_window.to, segment.from + segment.length);
        const double pixels = m_window.x(to) - m_window.x(from);
        const int labels = static_cast<int>(pixels / (textWidth(code, QStringLiteral("0xffff ffff")) * 2.2));
        if (labels < 2)
            return;
        const quint64 first = m_scene.axis->addressAt(from);
        const quint64 size = m_scene.axis->addressAt(to) - first;
        quint64 step = kPageSize;
        while (size / step > static_cast<quint64>(labels))
            step *= 2;
        for (quint64 at = (first / step + 1) * step; at < first + size && at > first; at += step)
            put(at, false);
    };
    const auto& segments = m_scene.axis->segments();
    const auto forSegments = [&](const auto& draw) {
        const int begin = m_scene.axis->segmentAt(m_window.from);
        for (auto i = static_cast<std::size_t>(std::max(begin, 0)); i < segments.size(); ++i) {
            if (segments[i].from > m_window.to)
                break;
            draw(segments[i], m_scene.content->stretches[i].kind == MapKind::Hole);
        }
    };
    // Where room is short, the addresses of what is there come before those of holes.
    forSegments([&](const MemoryMapAxis::Segment& segment, bool isHole) {
        if (!isHole)
            put(segment.start, true);
    });
    forSegments([&](const MemoryMapAxis::Segment& segment, bool isHole) {
        if (isHole)
            put(segment.start, true);
        else
            fill(segment);
    });
}

void MemoryMapDrawing::paintMarker(QPainter& painter) const
{
    if (!m_scene.content->marker)
        return;
    const Theme& theme = Theme::current();
    const double x = m_window.x(m_scene.axis->place(*m_scene.content->marker));
    const double left = m_window.left;
    const double right = left + m_window.width;
    const double size = 0.42 * m_line;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(ThemeRole::Current));
    if (x < left || x > right) {
        // Out of sight: an arrow at the edge says to which side.
        const double edge = x < left ? left : right;
        const double tip = x < left ? -size : size;
        painter.drawPolygon(QPolygonF { QPointF(edge, m_bar.top() - size), QPointF(edge, m_bar.top()),
            QPointF(edge + tip, m_bar.top() - size / 2) });
        return;
    }
    painter.drawPolygon(QPolygonF { QPointF(x - size, m_bar.top() - size - 1),
        QPointF(x + size, m_bar.top() - size - 1), QPointF(x, m_bar.top() + 1) });
    painter.setPen(QPen(theme.color(ThemeRole::Current), 2));
    painter.drawLine(QPointF(x, m_bar.top()), QPointF(x, m_lanes[2].bottom()));
}

void MemoryMapDrawing::paintLegend(QPainter& painter) const
{
    const Theme& theme = Theme::current();
    painter.setFont(m_small);
    const double quarter = Theme::quarterLine();
    const double box = m_smallLine * 0.75;
    double x = m_window.left;
    const double right = m_window.left + m_window.width;
    const auto put = [&](const QString& text, const auto& draw) {
        const double width = 1.7 * box + quarter + textWidth(m_small, text);
        if (x + width > right)
            return;
        draw(QRectF(x, m_legendTop + (m_smallLine - box) / 2, 1.7 * box, box));
        drawLine(painter, QRectF(x + 1.7 * box + quarter, m_legendTop, width, m_smallLine), Qt::AlignLeft,
            text, theme.color(ThemeRole::DimText));
        x += width + 3 * quarter;
    };
    for (const MapLook& look : kKinds) {
        const auto kind = static_cast<MapKind>(&look - kKinds.data());
        // Only what is there: a legend of everything would hide the few that matter.
        const bool isThere = std::ranges::any_of(
            m_scene.content->stretches, [kind](const MapStretch& stretch) { return stretch.kind == kind; });
        if (!isThere || kind == MapKind::Hole)
            continue;
        put(QLatin1String(look.letter) + QLatin1Char(' ') + nameOf(look), [&](const QRectF& rect) {
            painter.fillRect(rect, theme.fill(look.role));
            if (look.pattern != Qt::NoBrush)
                painter.fillRect(rect, brushOf(look));
            painter.setBrush(Qt::NoBrush);
            painter.setPen(theme.pen(look.role));
            painter.drawRect(rect);
        });
    }
    put(nameOf(mapLook(MapKind::Hole)), [&](const QRectF& rect) { paintBreak(painter, rect, {}); });
    put(QCoreApplication::translate("fscope::widgets::MemoryMapDrawing", "this step"),
        [&](const QRectF& rect) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.color(ThemeRole::Current));
            painter.drawPolygon(QPolygonF { rect.topLeft() + QPointF(0.3 * box, 0.2 * box),
                rect.topRight() + QPointF(-0.3 * box, 0.2 * box),
                QPointF(rect.center().x(), rect.bottom()) });
        });
    painter.setFont(m_text);
}

} // namespace fscope::widgets
