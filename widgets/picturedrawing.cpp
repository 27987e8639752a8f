// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/picturedrawing.h"

#include "widgets/canvaspaint.h"
#include "widgets/outcomeshape.h"
#include "widgets/pictureview.h"
#include "widgets/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace fscope::widgets {
namespace {

using models::ItemState;

constexpr int kColumns = 6;
constexpr int kDigitsPerColumn = 13; ///< of the small fixed font, at least

/// Looks of the boxes and the space between them, from the fonts in force.
struct Metrics {
    qreal quarter = Theme::quarterLine();
    qreal titleLine = QFontMetricsF(Theme::textFont()).lineSpacing();
    qreal codeLine = QFontMetricsF(Theme::fixedFont(0.85)).lineSpacing();
    qreal gap = quarter * 5;
    qreal rise = quarter * 6;
    qreal column = digitsWidth(Theme::fixedFont(0.85), kDigitsPerColumn) + 2 * quarter;

    qreal boxHeight(int lines) const { return titleLine + lines * codeLine + 2 * quarter; }
    /// Two stages, one above the other.
    qreal upperHeight(int lines) const { return 2 * boxHeight(lines) + 3 * quarter; }
    QSizeF size(int lines) const
    {
        return { kColumns * column + (kColumns - 1) * gap + 4 * quarter,
            upperHeight(lines) + rise + boxHeight(lines) + 5 * quarter };
    }
};

} // namespace

QSizeF PictureDrawing::smallestSize()
{
    return Metrics().size(1);
}

QSizeF PictureDrawing::preferredSize()
{
    const Metrics metrics;
    const QSizeF size = metrics.size(2);
    return { size.width() + kColumns * digitsWidth(Theme::fixedFont(0.85), 3), size.height() };
}

PictureDrawing::PictureDrawing(PictureContent content, const QSizeF& available)
    : m_content(std::move(content))
    , m_title(Theme::textFont())
    , m_code(Theme::fixedFont(0.85))
{
    m_title.setBold(true);
    const Metrics metrics;
    m_quarter = metrics.quarter;
    m_titleLine = metrics.titleLine;
    m_codeLine = metrics.codeLine;
    m_gap = metrics.gap;
    m_rise = metrics.rise;
    m_size = available.expandedTo(smallestSize());
    placeBoxes(m_size);
    placeLines();

    for (int place = 0; place < PictureContent::PlaceCount; ++place) {
        const PictureStation& here = station(place);
        m_items.push_back({ box(place), here.title,
            here.accessible.isEmpty() ? here.title + QStringLiteral(": ") + here.text : here.accessible,
            here.toolTip.isEmpty() ? here.text : here.toolTip });
    }
    if (!m_content.outcomeText.isEmpty())
        m_items.push_back(
            { m_outcome, PictureView::tr("Outcome"), m_content.outcomeText, m_content.outcomeText });
}

void PictureDrawing::placeBoxes(const QSizeF& available)
{
    // Height beyond what is needed goes to the boxes, up to twice; then to the margins.
    const Metrics metrics;
    const qreal least = metrics.size(1).height();
    const qreal most = metrics.size(4).height();
    const qreal height = std::clamp(available.height(), least, most);
    const qreal grow = (height - least) / 3;
    const qreal lower = metrics.boxHeight(1) + grow;
    const qreal stage = metrics.boxHeight(1) + grow;
    const qreal upper = 2 * stage + 3 * m_quarter;
    const qreal top = 1.5 * m_quarter + (available.height() - height) / 2;

    const qreal column = (available.width() - 4 * m_quarter - (kColumns - 1) * m_gap) / kColumns;
    const auto left = [&](int at) { return 2 * m_quarter + at * (column + m_gap); };
    const auto wholeHeight = [&](int at) {
        // Lower than the stages, so that the way of the fetch passes above.
        const qreal inset = 4 * m_quarter;
        return QRectF(left(at), top + inset, column, upper - inset);
    };
    const qreal lowerTop = top + upper + m_rise;
    const auto put = [this](Place place, const QRectF& rect) { m_boxes[place] = rect; };
    put(Place::Instruction, wholeHeight(0));
    put(Place::Accesses, wholeHeight(1));
    put(Place::Stage1, QRectF(left(2), top, column, stage));
    put(Place::Stage2, QRectF(left(2), top + stage + 3 * m_quarter, column, stage));
    put(Place::Check, wholeHeight(3));
    put(Place::Target, wholeHeight(4));
    put(Place::Registers, wholeHeight(5));
    put(Place::Syndrome, QRectF(left(0), lowerTop, column, lower));
    put(Place::Event, QRectF(left(3), lowerTop, column, lower));
    m_outcome = QRectF(left(4), lowerTop, 2 * column + m_gap, lower);
}

PictureDrawing::LineState PictureDrawing::stateInto(int place) const
{
    if (!m_content.isReached(place))
        return LineState::Ahead;
    if (station(place).state == ItemState::Fault)
        return LineState::Failed;
    return station(place).current ? LineState::Now : LineState::Passed;
}

void PictureDrawing::addLine(QPolygonF points, LineState state)
{
    Line line;
    line.points = std::move(points);
    line.state = state;
    m_lines.push_back(std::move(line));
}

void PictureDrawing::placeLines()
{
    const auto rightOf = [this](int place) { return QPointF(box(place).right(), box(place).center().y()); };
    const auto leftOf = [this](int place) { return QPointF(box(place).left(), box(place).center().y()); };
    const auto into = [this](int from, int to) {
        const LineState state = stateInto(to);
        return m_content.isReached(from) ? state : LineState::Ahead;
    };
    const bool used = m_content.syndromeUsed;
    const QRectF syndrome = box(Place::Syndrome);
    const QRectF accesses = box(Place::Accesses);
    const QRectF check = box(Place::Check);
    const QRectF stage1 = box(Place::Stage1);
    const QRectF stage2 = box(Place::Stage2);

    // From the syndrome: to the instruction, or past it.
    const QPointF up(syndrome.center().x(), syndrome.top());
    const qreal labelLift = m_rise * 0.45;
    addLine({ up, QPointF(up.x(), box(Place::Instruction).bottom()) },
        !m_content.isReached(Place::Syndrome) || used ? LineState::Ahead
            : m_content.isReached(Place::Instruction) ? stateInto(Place::Instruction)
                                                      : LineState::Passed);
    m_lines.back().label = QStringLiteral("ISV = 0");
    m_lines.back().labelAt
        = up + QPointF(-m_quarter - textWidth(m_code, m_lines.back().label) * 1.1, -labelLift);
    addLine({ rightOf(Place::Syndrome), QPointF(accesses.center().x(), syndrome.center().y()),
                QPointF(accesses.center().x(), accesses.bottom()) },
        !used                                      ? LineState::Ahead
            : m_content.isReached(Place::Accesses) ? stateInto(Place::Accesses)
                                                   : LineState::Passed);
    m_lines.back().label = QStringLiteral("ISV = 1");
    m_lines.back().labelAt = QPointF(accesses.center().x() + m_quarter, syndrome.top() - labelLift);

    addLine({ rightOf(Place::Instruction), leftOf(Place::Accesses) },
        used ? LineState::Ahead : into(Place::Instruction, Place::Accesses));

    // Both stages, and past them where neither had to be walked.
    const QPointF fork = rightOf(Place::Accesses) + QPointF(m_gap / 2, 0);
    const bool skipped = !m_content.isReached(Place::Stage1) && !m_content.isReached(Place::Stage2)
        && m_content.isReached(Place::Check);
    addLine({ rightOf(Place::Accesses), fork, QPointF(fork.x(), stage1.center().y()), leftOf(Place::Stage1) },
        into(Place::Accesses, Place::Stage1));
    // The instruction is fetched through the same tables, before anything is known of its accesses.
    const QPointF fetched(box(Place::Instruction).right() - 2 * m_quarter, box(Place::Instruction).top());
    const qreal above = stage1.top() + m_quarter / 2;
    const LineState fetching = used ? LineState::Ahead : stateInto(Place::Stage1);
    addLine({ fetched, QPointF(fetched.x(), above), QPointF(stage1.left(), above) },
        m_content.isReached(Place::Accesses) && fetching != LineState::Ahead ? LineState::Passed : fetching);
    m_lines.back().label = QStringLiteral("PC");
    m_lines.back().labelAt = QPointF(fetched.x() + 2 * m_quarter, above + m_codeLine * 0.55);
    addLine({ QPointF(stage1.center().x(), stage1.bottom()), QPointF(stage2.center().x(), stage2.top()) },
        stateInto(Place::Stage2));
    const QPointF join = leftOf(Place::Check) - QPointF(m_gap / 2, 0);
    const LineState checked = stateInto(Place::Check);
    const auto through = [&](int stage) {
        return m_content.isReached(stage) && station(stage).state != ItemState::Fault ? checked
                                                                                      : LineState::Ahead;
    };
    for (const int stage : { Place::Stage1, Place::Stage2 })
        addLine({ rightOf(stage), QPointF(join.x(), box(stage).center().y()), join, leftOf(Place::Check) },
            through(stage));
    if (skipped) {
        const qreal between = (stage1.bottom() + stage2.top()) / 2;
        addLine({ rightOf(Place::Accesses), fork, QPointF(fork.x(), between), QPointF(join.x(), between),
                    join, leftOf(Place::Check) },
            checked);
    }

    addLine({ rightOf(Place::Check), leftOf(Place::Target) }, into(Place::Check, Place::Target));
    addLine({ rightOf(Place::Target), leftOf(Place::Registers) }, stateInto(Place::Registers));

    // What comes of a failure leaves the line where it failed; without one, from the check.
    const int fault = m_content.faultPlace();
    const int from = fault < Place::Event && fault != Place::Syndrome ? fault : Place::Check;
    const QRectF event = box(Place::Event);
    const LineState branch = stateInto(Place::Event);
    if (from == Place::Check) {
        addLine({ QPointF(check.center().x(), check.bottom()), QPointF(event.center().x(), event.top()) },
            branch);
    } else {
        const qreal start = box(from).left() + box(from).width() * (from == Place::Instruction ? 0.8 : 0.65);
        const qreal level = event.top() - m_rise * 0.35;
        addLine({ QPointF(start, box(from).bottom()), QPointF(start, level),
                    QPointF(event.center().x(), level), QPointF(event.center().x(), event.top()) },
            branch);
    }

    // The lines that were taken lie above those that were not.
    std::stable_sort(m_lines.begin(), m_lines.end(),
        [](const Line& a, const Line& b) { return static_cast<int>(a.state) < static_cast<int>(b.state); });
}

void PictureDrawing::paintLine(QPainter& painter, const Line& line) const
{
    const Theme& theme = Theme::current();
    QPen pen(theme.color(ThemeRole::Pending), 1);
    switch (line.state) {
    case LineState::Ahead:
        break;
    case LineState::Passed:
        pen = QPen(theme.color(ThemeRole::Done), 2);
        break;
    case LineState::Now:
        pen = QPen(theme.color(ThemeRole::Current), 2.5);
        break;
    case LineState::Failed:
        pen = QPen(theme.color(ThemeRole::Fault), 2);
        break;
    }
    drawArrow(painter, line.points, pen, m_quarter * 1.7, m_quarter * 1.5);
    if (line.label.isEmpty())
        return;
    QFont font = m_code;
    font.setBold(line.state != LineState::Ahead);
    painter.setFont(font);
    drawLine(painter,
        QRectF(
            line.labelAt - QPointF(0, m_codeLine / 2), QSizeF(textWidth(font, line.label) + 2, m_codeLine)),
        Qt::AlignLeft, line.label,
        theme.color(line.state == LineState::Ahead ? ThemeRole::DimText : ThemeRole::Text));
}

void PictureDrawing::paintStation(QPainter& painter, int place, bool selected, bool hovered) const
{
    const Theme& theme = Theme::current();
    const PictureStation& here = station(place);
    const QRectF rect = box(place);
    const qreal radius = m_quarter;
    const bool fault = here.state == ItemState::Fault;
    const bool reached = here.state != ItemState::Pending;
    const bool filled = here.current && !fault && here.state != ItemState::Injected;

    const bool device = place == Place::Target && m_content.target == PictureContent::TargetKind::Device;
    ThemeRole role = reached ? ThemeRole::Done : ThemeRole::Pending;
    if (fault)
        role = ThemeRole::Fault;
    else if (here.state == ItemState::Injected)
        role = ThemeRole::Injected;
    else if (device)
        role = ThemeRole::Device;
    else if (filled)
        role = ThemeRole::Current;

    QColor ground = theme.color(ThemeRole::Base);
    if (filled)
        ground = theme.color(ThemeRole::Current);
    else if (reached)
        ground = theme.fill(role);
    else if (hovered || selected)
        ground = theme.color(ThemeRole::AltBase);
    QPen pen(theme.color(role), reached ? 1.6 : 1);
    if (device)
        pen.setStyle(Qt::DashLine);
    else if (place == Place::Stage2 && !fault)
        pen.setStyle(Qt::DotLine);
    painter.setBrush(ground);
    if (fault) {
        drawDoubleBorder(painter, rect, pen, radius);
    } else {
        painter.setPen(pen);
        painter.drawRoundedRect(rect, radius, radius);
    }
    if (here.current && !filled) {
        // Current and failed: the mark in the corner keeps saying "here".
        painter.setPen(QPen(theme.color(ThemeRole::Current), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), radius + 2, radius + 2);
    }
    paintTexts(painter, place, filled);
    if (hovered && reached && !selected) {
        painter.setPen(QPen(theme.color(ThemeRole::Accent), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), radius + 1, radius + 1);
    }
}

/// What goes before a title: the state, and the number of a stage.
QString PictureDrawing::markOf(int place) const
{
    const PictureStation& here = station(place);
    QString mark;
    if (here.state == ItemState::Injected)
        mark = QStringLiteral("\u26a1 ");
    else if (here.state == ItemState::Fault)
        mark = QStringLiteral("\u2715 ");
    else if (here.current)
        mark = QStringLiteral("\u25b6 ");
    if (place == Place::Stage1)
        mark += QStringLiteral("\u2460 ");
    else if (place == Place::Stage2)
        mark += QStringLiteral("\u2461 ");
    return mark;
}

/// The title of a station, which tells what the target has turned out to be.
QString PictureDrawing::titleOf(int place) const
{
    if (place == Place::Target && m_content.isReached(place)) {
        if (m_content.target == PictureContent::TargetKind::Device)
            return PictureView::tr("Device");
        if (m_content.target == PictureContent::TargetKind::Ram)
            return PictureView::tr("Memory");
    }
    return station(place).title;
}

void PictureDrawing::paintTexts(QPainter& painter, int place, bool filled) const
{
    const Theme& theme = Theme::current();
    const PictureStation& here = station(place);
    const QRectF rect = box(place);
    const bool fault = here.state == ItemState::Fault;
    const bool reached = here.state != ItemState::Pending;
    const QColor text = filled ? theme.textOn(ThemeRole::Current)
        : reached              ? theme.color(ThemeRole::Text)
                               : theme.color(ThemeRole::DimText);
    const QRectF inner = rect.adjusted(m_quarter, m_quarter * 0.6, -m_quarter, -m_quarter * 0.6);
    QFont title = m_title;
    title.setBold(reached);
    painter.setFont(title);
    const QRectF titleLine(inner.left(), inner.top(), inner.width(), m_titleLine);
    const QString name = markOf(place) + titleOf(place);
    if (textWidth(title, name) > titleLine.width()) {
        title = Theme::textFont(0.85);
        title.setBold(reached);
        painter.setFont(title);
    }
    drawLine(painter, titleLine, Qt::AlignLeft, name,
        fault                                   ? theme.color(ThemeRole::Fault)
            : filled                            ? text
            : here.state == ItemState::Injected ? theme.color(ThemeRole::Injected)
                                                : text);
    painter.setFont(m_code);
    const QRectF body(inner.left(), titleLine.bottom(), inner.width(), inner.bottom() - titleLine.bottom());
    // What came last says most: where not all fits, the first lines give way.
    QString content = here.text;
    const int room = std::max(1, static_cast<int>((body.height() + m_codeLine * 0.15) / m_codeLine));
    while (content.contains(QLatin1Char('\n')) && wrappedLines(m_code, content, body.width()) > room)
        content = content.section(QLatin1Char('\n'), 1);
    drawWrapped(painter, body, Qt::AlignLeft, content, text);
}

/// A word on the lower border: what failed, and what kind of thing the target is.
void PictureDrawing::paintBadge(QPainter& painter, int place) const
{
    const Theme& theme = Theme::current();
    using Kind = PictureContent::TargetKind;
    QString word;
    ThemeRole role = ThemeRole::Done;
    const bool reached = m_content.isReached(place);
    if (station(place).state == ItemState::Fault && place != Place::Event) {
        word = QStringLiteral("\u2715 ") + PictureView::tr("stopped here");
        role = ThemeRole::Fault;
    } else if (place == Place::Target && reached && m_content.target == Kind::Device) {
        word = PictureView::tr("device");
        role = ThemeRole::Device;
    } else if (place == Place::Target && reached && m_content.target == Kind::Ram) {
        word = PictureView::tr("RAM");
        role = ThemeRole::Ram;
    } else {
        return;
    }
    QFont font = Theme::textFont(0.85);
    font.setBold(true);
    painter.setFont(font);
    const bool chip = role == ThemeRole::Device;
    const qreal height = QFontMetricsF(font).height() + 2;
    const qreal chipWidth = chip ? height : 0;
    const qreal width = std::min(textWidth(font, word) + chipWidth + 2 * m_quarter, box(place).width());
    const QRectF badge(
        box(place).center().x() - width / 2, box(place).bottom() - height * 0.35, width, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(role));
    painter.drawRoundedRect(badge, height / 2, height / 2);
    if (chip)
        drawChip(painter, QRectF(badge.left() + m_quarter, badge.top() + 3, height - 6, height - 6),
            theme.textOn(role));
    drawLine(painter, badge.adjusted(m_quarter + chipWidth, 0, -m_quarter + 1, 0), Qt::AlignLeft, word,
        theme.textOn(role));
}

void PictureDrawing::paintOutcome(QPainter& painter) const
{
    if (m_content.outcomeText.isEmpty())
        return;
    const Theme& theme = Theme::current();
    const ThemeRole role = Theme::roleOf(m_content.outcome);
    const qreal size = m_titleLine * 0.75;
    drawOutcomeShape(painter, QRectF(m_outcome.left(), m_outcome.top() + m_quarter, size, size),
        m_content.outcome, theme.color(role));
    painter.setFont(Theme::textFont());
    drawWrapped(painter, m_outcome.adjusted(size + m_quarter, m_quarter * 0.6, 0, 0), Qt::AlignLeft,
        m_content.outcomeText, theme.color(ThemeRole::Text));
}

void PictureDrawing::paint(QPainter& painter, const CanvasHighlight& highlight) const
{
    for (const Line& line : m_lines)
        paintLine(painter, line);
    for (int place = 0; place < PictureContent::PlaceCount; ++place)
        paintStation(painter, place, place == highlight.current, place == highlight.hovered);
    for (int place = 0; place < PictureContent::PlaceCount; ++place)
        paintBadge(painter, place);
    paintOutcome(painter);
    if (highlight.focus && highlight.current >= 0)
        drawFocusRing(painter, m_items[static_cast<std::size_t>(highlight.current)].rect);
}

} // namespace fscope::widgets
