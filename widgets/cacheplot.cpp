// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/cacheplot.h"

#include "widgets/theme.h"

#include <QAccessible>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QStringList>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>

namespace fscope::widgets {

namespace {

using models::CachePoint;

/// One line: what it counts, and how it is told from the others without colour.
struct Line {
    quint64 CachePoint::*value;
    ThemeRole role;
    Qt::PenStyle style;
};
constexpr std::array kLines {
    Line { &CachePoint::hits, ThemeRole::Ram, Qt::SolidLine },
    Line { &CachePoint::misses, ThemeRole::Device, Qt::DashLine },
    Line { &CachePoint::evictions, ThemeRole::Fault, Qt::DotLine },
};

QStringList names()
{
    return { CachePlot::tr("hits"), CachePlot::tr("misses"), CachePlot::tr("evictions") };
}

} // namespace

CachePlot::CachePlot(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("cachePlot"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::current(), &Theme::changed, this, [this] { update(); });
    retranslate();
}

void CachePlot::setHistory(const QVector<CachePoint>& points)
{
    if (m_points == points)
        return;
    m_points = points;
    update();
    announce();
}

void CachePlot::setCurrent(int step)
{
    if (m_current == step)
        return;
    m_current = step;
    update();
    announce();
}

void CachePlot::retranslate()
{
    setAccessibleName(tr("Hits, misses and evictions"));
    announce();
    update();
}

QString CachePlot::describe(int step) const
{
    if (step < 0 || step >= m_points.size())
        return {};
    const CachePoint& point = m_points[step];
    return tr("Step %1: hits %2, misses %3, evictions %4")
        .arg(step)
        .arg(point.hits)
        .arg(point.misses)
        .arg(point.evictions);
}

void CachePlot::announce()
{
    setAccessibleDescription(describe(m_current));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

QSize CachePlot::sizeHint() const
{
    return { fontMetrics().averageCharWidth() * 40, fontMetrics().height() * 6 };
}

QSize CachePlot::minimumSizeHint() const
{
    return { fontMetrics().averageCharWidth() * 20, fontMetrics().height() * 4 };
}

QRectF CachePlot::plotRect() const
{
    const int quarter = Theme::quarterLine(this);
    int widest = 0;
    for (const QString& name : names())
        widest = std::max(widest, fontMetrics().horizontalAdvance(name + QStringLiteral(" 00000")));
    const int left = fontMetrics().horizontalAdvance(QStringLiteral("00000")) + 2 * quarter;
    return QRectF(rect()).adjusted(left, 2 * quarter, -widest - 8 * quarter, -2 * quarter);
}

double CachePlot::xOf(int step) const
{
    const QRectF plot = plotRect();
    const auto steps = static_cast<double>(std::max<qsizetype>(m_points.size() - 1, 1));
    return plot.left() + plot.width() * step / steps;
}

int CachePlot::stepAt(const QPointF& at) const
{
    const QRectF plot = plotRect();
    if (m_points.isEmpty() || at.x() < plot.left() - 4 || at.x() > plot.right() + 4)
        return -1;
    const double part = (at.x() - plot.left()) / std::max(plot.width(), 1.0);
    return std::clamp(static_cast<int>(std::lround(part * static_cast<double>(m_points.size() - 1))), 0,
        static_cast<int>(m_points.size()) - 1);
}

void CachePlot::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(ThemeRole::Base));
    if (m_points.isEmpty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF plot = plotRect();
    const CachePoint& last = m_points.last();
    const quint64 most = std::max({ last.hits, last.misses, last.evictions, quint64 { 1 } });
    const auto yOf = [&](quint64 value) {
        return plot.bottom() - plot.height() * static_cast<double>(value) / static_cast<double>(most);
    };

    painter.setPen(theme.pen(ThemeRole::Grid));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    painter.drawLine(plot.topLeft(), plot.topRight());
    painter.setPen(theme.color(ThemeRole::DimText));
    const int line = fontMetrics().height();
    const int quarter = Theme::quarterLine(this);
    const QRectF scale(0, 0, plot.left() - quarter, line);
    painter.drawText(scale.translated(0, plot.top() - line / 2.0), Qt::AlignRight | Qt::AlignVCenter,
        QString::number(most));
    painter.drawText(scale.translated(0, plot.bottom() - line / 2.0), Qt::AlignRight | Qt::AlignVCenter,
        QStringLiteral("0"));

    const QStringList words = names();
    double above = plot.top() - line;
    // Names from the highest line down, so that they stand where the lines end.
    std::array<std::size_t, kLines.size()> order { 0, 1, 2 };
    std::stable_sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return last.*kLines[a].value > last.*kLines[b].value; });
    for (const std::size_t i : order) {
        const Line& row = kLines[i];
        QPainterPath path(QPointF(xOf(0), yOf(m_points[0].*row.value)));
        for (int step = 1; step < m_points.size(); ++step) {
            path.lineTo(xOf(step), yOf(m_points[step - 1].*row.value));
            path.lineTo(xOf(step), yOf(m_points[step].*row.value));
        }
        QPen pen(theme.color(row.role), 2, row.style);
        painter.setPen(pen);
        painter.drawPath(path);
        const double wanted = yOf(last.*row.value) - line / 2.0;
        const double room = rect().bottom() - line * static_cast<double>(kLines.size());
        const double top = std::max(above + line, std::min(wanted, room));
        above = top;
        const double x = plot.right() + quarter;
        painter.drawLine(QPointF(x, top + line / 2.0), QPointF(x + 4 * quarter, top + line / 2.0));
        painter.setPen(theme.color(ThemeRole::Text));
        painter.drawText(QRectF(x + 5 * quarter, top, width() - x - 5 * quarter, line),
            Qt::AlignLeft | Qt::AlignVCenter,
            words[static_cast<int>(i)] + QLatin1Char(' ')
                + QString::number(m_points[std::clamp(m_current, 0, int(m_points.size()) - 1)].*row.value));
    }

    const double x = xOf(m_current);
    painter.setPen(theme.pen(ThemeRole::Current));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    painter.setBrush(theme.color(ThemeRole::Current));
    painter.drawPolygon(QPolygonF { QPointF(x, plot.top() + quarter),
        QPointF(x - quarter, plot.top() - quarter), QPointF(x + quarter, plot.top() - quarter) });
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.color(ThemeRole::Accent), 2));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

bool CachePlot::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString text = describe(stepAt(help->pos()));
        QToolTip::showText(help->globalPos(),
            text.isEmpty() ? tr("Totals over the micro-steps. A click goes to a step.") : text, this);
        return true;
    }
    return QWidget::event(event);
}

void CachePlot::mousePressEvent(QMouseEvent* event)
{
    const int step = event->button() == Qt::LeftButton ? stepAt(event->position()) : -1;
    if (step >= 0)
        emit stepChosen(step);
    else
        QWidget::mousePressEvent(event);
}

/// The next step in a direction at which a line rises, or the end.
int CachePlot::neighbour(int direction) const
{
    const int last = static_cast<int>(m_points.size()) - 1;
    int step = m_current + direction;
    while (step > 0 && step < last && m_points[step] == m_points[step - 1])
        step += direction;
    return std::clamp(step, 0, std::max(last, 0));
}

void CachePlot::keyPressEvent(QKeyEvent* event)
{
    if (m_points.isEmpty() || (event->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        emit stepChosen(neighbour(-1));
        break;
    case Qt::Key_Right:
        emit stepChosen(neighbour(1));
        break;
    case Qt::Key_Home:
        emit stepChosen(0);
        break;
    case Qt::Key_End:
        emit stepChosen(static_cast<int>(m_points.size()) - 1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void CachePlot::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy as &image"), this, [this] { QGuiApplication::clipboard()->setPixmap(grab()); });
    menu->addAction(tr("Copy as &CSV"), this, [this] {
        QStringList lines { QStringLiteral("step,hits,misses,evictions") };
        for (int step = 0; step < m_points.size(); ++step)
            lines << QStringLiteral("%1,%2,%3,%4")
                         .arg(step)
                         .arg(m_points[step].hits)
                         .arg(m_points[step].misses)
                         .arg(m_points[step].evictions);
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')) + QLatin1Char('\n'));
    });
    menu->popup(event->globalPos());
}

void CachePlot::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void CachePlot::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace fscope::widgets
