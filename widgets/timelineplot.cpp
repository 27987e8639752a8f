// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/timelineplot.h"

#include "models/interceptrowsmodel.h"
#include "models/timelinemodel.h"
#include "widgets/outcomeshape.h"
#include "widgets/theme.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QMenu>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace fscope::widgets {
namespace {

using models::OutcomeState;

/// From the bottom of a bin up: what went well lies below.
constexpr std::array kStack { OutcomeState::Native, OutcomeState::Completed, OutcomeState::EventInjected,
    OutcomeState::ExitToUser, OutcomeState::Halted, OutcomeState::Unknown };

/// How high a whole bar of an outcome is, in the order of OutcomeState: the worse it ended, the higher, so
/// that it is told without colour too.
constexpr std::array kHeights { 0.4, 0.3, 0.5, 0.8, 0.9, 1.0 };

constexpr double kLeastIntercepts = 8; ///< zoomed in no further than this

std::size_t slot(OutcomeState outcome)
{
    return static_cast<std::size_t>(outcome);
}

QCPScatterStyle markStyle(OutcomeState outcome, qreal size)
{
    const QColor color = Theme::current().color(Theme::roleOf(outcome));
    const qreal width = outcome == OutcomeState::Halted ? 2.5 : 1.6;
    const bool filled = isOutcomeShapeFilled(outcome);
    // A custom path is drawn in the square from -3 to 3.
    const QPainterPath path = QTransform::fromScale(3, 3).map(outcomeShape(outcome));
    return QCPScatterStyle(path, QPen(color, width), filled ? QBrush(color) : QBrush(Qt::NoBrush), size);
}

} // namespace

TimelinePlot::TimelinePlot(models::TimelineModel* model, QWidget* parent)
    : QCustomPlot(parent)
    , m_model(model)
{
    setObjectName(QStringLiteral("timelinePlot"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setInteractions(QCP::iRangeDrag);
    axisRect()->setRangeDrag(Qt::Horizontal);
    axisRect()->setAutoMargins(QCP::msBottom);
    setAutoAddPlottableToLegend(false);
    yAxis->setRange(0, 1.5);
    yAxis->setVisible(false);
    xAxis->grid()->setVisible(false);
    yAxis->grid()->setVisible(false);
    // Whole numbers only: the axis counts intercepts.
    auto ticker = QSharedPointer<QCPAxisTickerFixed>::create();
    ticker->setTickCount(8);
    ticker->setTickStep(1);
    ticker->setScaleStrategy(QCPAxisTickerFixed::ssMultiples);
    xAxis->setTicker(ticker);
    xAxis->setNumberFormat(QStringLiteral("gb"));
    xAxis->setNumberPrecision(9);

    QCPBars* below = nullptr;
    for (const OutcomeState outcome : kStack) {
        auto* bars = new QCPBars(xAxis, yAxis);
        bars->setWidthType(QCPBars::wtPlotCoords);
        bars->setAntialiased(false);
        if (below != nullptr)
            bars->moveAbove(below);
        below = bars;
        m_bars[slot(outcome)] = bars;
    }
    for (const OutcomeState outcome : kStack) {
        QCPGraph* marks = addGraph();
        marks->setLineStyle(QCPGraph::lsNone);
        marks->setAdaptiveSampling(false);
        m_marks[slot(outcome)] = marks;
    }
    m_marker = new QCPItemRect(this);
    m_markerMark = new QCPItemText(this);
    m_markerMark->setText(QStringLiteral("\u25bc"));
    m_markerMark->setPositionAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_markerMark->position->setTypeX(QCPItemPosition::ptPlotCoords);
    m_markerMark->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    m_marker->setVisible(false);
    m_markerMark->setVisible(false);

    // The legend stands beside the strip, so that it hides nothing.
    plotLayout()->addElement(0, 1, legend);
    legend->setVisible(true);
    legend->setFillOrder(QCPLayoutGrid::foRowsFirst);
    legend->setWrap(3);
    plotLayout()->setColumnStretchFactor(1, 0.001);
    for (const OutcomeState outcome : kStack)
        legend->addItem(new QCPPlottableLegendItem(legend, m_marks[slot(outcome)]));

    connect(xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, [this] {
        if (m_filling)
            return;
        limitRange();
        fill();
    });
    retranslate();
    applyTheme();
    showAll();
}

QSize TimelinePlot::minimumSizeHint() const
{
    const int line = fontMetrics().lineSpacing();
    return { line * 16, line * 3 };
}

QSize TimelinePlot::sizeHint() const
{
    const int line = fontMetrics().lineSpacing();
    return { line * 40, line * 7 };
}

void TimelinePlot::retranslate()
{
    for (const OutcomeState outcome : kStack) {
        m_marks[slot(outcome)]->setName(
            outcome == OutcomeState::Unknown ? tr("not run yet") : models::outcomeName(outcome));
    }
    announce();
    replot(rpQueuedReplot);
}

void TimelinePlot::applyTheme()
{
    const Theme& theme = Theme::current();
    setBackground(theme.color(ThemeRole::Base));
    const QFont small = Theme::textFont(0.85);
    const int quarter = Theme::quarterLine(this);
    axisRect()->setMinimumMargins(QMargins(2 * quarter, quarter, 2 * quarter, 0));
    axisRect()->setMargins(QMargins(2 * quarter, quarter, 2 * quarter, 0));
    xAxis->setBasePen(theme.color(ThemeRole::Grid));
    xAxis->setTickPen(theme.color(ThemeRole::Grid));
    xAxis->setSubTickPen(Qt::NoPen);
    xAxis->setTickLabelColor(theme.color(ThemeRole::DimText));
    xAxis->setTickLabelFont(small);
    for (const OutcomeState outcome : kStack) {
        const ThemeRole role = Theme::roleOf(outcome);
        QCPBars* bars = m_bars[slot(outcome)];
        if (outcome == OutcomeState::Unknown) {
            bars->setBrush(theme.unknownBrush());
            bars->setPen(Qt::NoPen);
        } else {
            bars->setBrush(outcome == OutcomeState::Halted || outcome == OutcomeState::EventInjected
                    ? theme.color(role)
                    : theme.fill(role));
            bars->setPen(QPen(theme.color(role), 1));
        }
        m_marks[slot(outcome)]->setScatterStyle(markStyle(outcome, quarter * 2.4));
    }
    legend->setFont(small);
    legend->setTextColor(theme.color(ThemeRole::Text));
    legend->setBrush(Qt::NoBrush);
    legend->setBorderPen(Qt::NoPen);
    legend->setIconSize(quarter * 4, quarter * 3);
    legend->setRowSpacing(0);
    legend->setMargins(QMargins(quarter, quarter, quarter, quarter));
    m_marker->setPen(QPen(theme.color(ThemeRole::Current), 2));
    m_marker->setBrush(Qt::NoBrush);
    m_markerMark->setColor(theme.color(ThemeRole::Current));
    m_markerMark->setFont(small);
    reload();
}

void TimelinePlot::reload()
{
    limitRange();
    fill();
}

QPair<int, int> TimelinePlot::shownRange() const
{
    const int count = m_model->rowCount();
    const int first
        = std::clamp(static_cast<int>(std::floor(xAxis->range().lower + 0.5)) - 1, 0, std::max(count - 1, 0));
    const int last = std::clamp(
        static_cast<int>(std::ceil(xAxis->range().upper - 0.5)) - 1, first, std::max(count - 1, 0));
    return { first, last };
}

/// The number of an intercept (from 1) is its place on the axis.
void TimelinePlot::fill()
{
    const int count = m_model->rowCount();
    std::array<QVector<double>, kOutcomes> heights;
    std::array<QVector<double>, kOutcomes> marks;
    QVector<double> keys;
    double width = 1;
    m_marksShown = false;
    if (count > 0) {
        const auto [first, last] = shownRange();
        const int shown = last - first + 1;
        const int pixels = std::max(axisRect()->width(), 1);
        const int bins = std::clamp(std::min(shown, pixels / 3), 1, 4096);
        width = static_cast<double>(shown) / bins;
        const QVector<int> counts = m_model->outcomesBinned(bins, first, last + 1);
        const int quarter = Theme::quarterLine(this);
        m_marksShown = bins == shown && pixels / shown >= quarter * 3;
        for (int bin = 0; bin < bins; ++bin) {
            keys.append(first + 0.5 + (bin + 0.5) * width);
            int sum = 0;
            for (int outcome = 0; outcome < kOutcomes; ++outcome)
                sum += counts.value(bin * kOutcomes + outcome);
            for (int outcome = 0; outcome < kOutcomes; ++outcome) {
                const int here = counts.value(bin * kOutcomes + outcome);
                const auto at = static_cast<std::size_t>(outcome);
                heights[at].append(sum > 0 ? kHeights[at] * here / sum : 0);
                if (m_marksShown && here > 0)
                    marks[at].append(keys.last());
            }
        }
    }
    for (std::size_t i = 0; i < kOutcomes; ++i) {
        m_bars[i]->setWidth(width * (m_marksShown ? 0.8 : 1.0));
        m_bars[i]->setData(keys, heights[i], true);
        if (!m_marksShown && Theme::current().color(ThemeRole::Base).isValid())
            m_bars[i]->setPen(Qt::NoPen);
        m_marks[i]->setData(marks[i], QVector<double>(marks[i].size(), kHeights[i] / 2), true);
    }
    placeMarker();
    replot(rpQueuedReplot);
}

void TimelinePlot::limitRange()
{
    const double count = std::max(m_model->rowCount(), 1);
    const double whole = count;
    const double least = std::min(kLeastIntercepts, whole);
    QCPRange range = xAxis->range();
    const double size = std::clamp(range.size(), least, whole);
    double lower = range.center() - size / 2;
    lower = std::clamp(lower, 0.5, 0.5 + whole - size);
    m_filling = true;
    xAxis->setRange(lower, lower + size);
    m_filling = false;
}

void TimelinePlot::showAll()
{
    m_filling = true;
    xAxis->setRange(0.5, std::max(m_model->rowCount(), 1) + 0.5);
    m_filling = false;
    fill();
}

void TimelinePlot::setCurrent(int index)
{
    if (index == m_current)
        return;
    m_current = index;
    const QCPRange range = xAxis->range();
    const double at = index + 1;
    if (index >= 0 && !range.contains(at)) {
        // Follow, keeping the scale.
        m_filling = true;
        xAxis->setRange(at - range.size() / 2, at + range.size() / 2);
        m_filling = false;
        limitRange();
        fill();
    }
    placeMarker();
    announce();
    replot(rpQueuedReplot);
}

void TimelinePlot::placeMarker()
{
    const bool shown = m_current >= 0 && m_current < m_model->rowCount();
    m_marker->setVisible(shown);
    m_markerMark->setVisible(shown);
    if (!shown)
        return;
    // At least a few pixels wide, wherever it is.
    const double pixel = xAxis->range().size() / std::max(axisRect()->width(), 1);
    const double half = std::max(0.5, 1.5 * pixel);
    m_marker->topLeft->setCoords(m_current + 1 - half, 1.04);
    m_marker->bottomRight->setCoords(m_current + 1 + half, -0.02);
    m_markerMark->position->setCoords(m_current + 1, 0);
}

QString TimelinePlot::describe(int index) const
{
    const QModelIndex row = m_model->index(index, 0);
    if (!row.isValid())
        return {};
    const QString text = row.data(Qt::AccessibleTextRole).toString();
    const QString why = row.data(Qt::ToolTipRole).toString();
    return why.isEmpty() ? text : text + QLatin1Char('\n') + why;
}

void TimelinePlot::announce()
{
    setAccessibleName(tr("Timeline"));
    const QString where = m_current >= 0 ? describe(m_current) : QString();
    setAccessibleDescription(where.isEmpty()
            ? tr("A strip over all intercepts by outcome. Left and Right go to the neighbouring intercept.")
            : where);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

int TimelinePlot::interceptAt(double x) const
{
    const int index = static_cast<int>(std::lround(xAxis->pixelToCoord(x))) - 1;
    return index >= 0 && index < m_model->rowCount() ? index : -1;
}

bool TimelinePlot::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int index = axisRect()->rect().contains(help->pos()) ? interceptAt(help->pos().x()) : -1;
        if (index >= 0) {
            QToolTip::showText(help->globalPos(), describe(index), this);
        } else {
            QToolTip::showText(help->globalPos(),
                tr("Each colour and shape is an outcome. Click goes to an intercept, the wheel zooms, "
                   "dragging moves, a double click shows all."),
                this);
        }
        return true;
    }
    return QCustomPlot::event(event);
}

void TimelinePlot::keyPressEvent(QKeyEvent* event)
{
    const int count = m_model->rowCount();
    int wanted = -1;
    if ((event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier && count > 0) {
        switch (event->key()) {
        case Qt::Key_Left:
            wanted = std::max(m_current - 1, 0);
            break;
        case Qt::Key_Right:
            wanted = std::min(m_current + 1, count - 1);
            break;
        case Qt::Key_Home:
            wanted = 0;
            break;
        case Qt::Key_End:
            wanted = count - 1;
            break;
        case Qt::Key_Plus:
            xAxis->scaleRange(0.5, std::max(m_current, 0) + 1);
            return;
        case Qt::Key_Minus:
            xAxis->scaleRange(2, std::max(m_current, 0) + 1);
            return;
        case Qt::Key_0:
            showAll();
            return;
        default:
            break;
        }
    }
    if (wanted >= 0)
        emit interceptChosen(wanted);
    else
        QCustomPlot::keyPressEvent(event);
}

void TimelinePlot::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->pos();
    QCustomPlot::mousePressEvent(event);
}

void TimelinePlot::mouseReleaseEvent(QMouseEvent* event)
{
    QCustomPlot::mouseReleaseEvent(event);
    const bool moved
        = (event->pos() - m_pressed).manhattanLength() >= QGuiApplication::styleHints()->startDragDistance();
    if (event->button() != Qt::LeftButton || moved || !axisRect()->rect().contains(event->pos()))
        return;
    const int index = interceptAt(event->pos().x());
    if (index >= 0)
        emit interceptChosen(index);
}

void TimelinePlot::mouseDoubleClickEvent(QMouseEvent* event)
{
    m_pressed = QPoint(-1000, -1000);
    event->accept();
    showAll();
}

void TimelinePlot::wheelEvent(QWheelEvent* event)
{
    const int delta = event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
    if (delta != 0)
        xAxis->scaleRange(std::pow(0.85, delta / 120.0), xAxis->pixelToCoord(event->position().x()));
    event->accept();
}

void TimelinePlot::resizeEvent(QResizeEvent* event)
{
    QCustomPlot::resizeEvent(event);
    fill();
}

void TimelinePlot::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Show &all"), this, &TimelinePlot::showAll);
    menu->addAction(tr("Copy as &image"), this,
        [this] { QGuiApplication::clipboard()->setPixmap(toPixmap(width(), height(), 2.0)); });
    menu->popup(event->globalPos());
}

void TimelinePlot::focusInEvent(QFocusEvent* event)
{
    QCustomPlot::focusInEvent(event);
    xAxis->setBasePen(QPen(Theme::current().color(ThemeRole::Accent), 2));
    replot(rpQueuedReplot);
}

void TimelinePlot::focusOutEvent(QFocusEvent* event)
{
    QCustomPlot::focusOutEvent(event);
    xAxis->setBasePen(Theme::current().color(ThemeRole::Grid));
    replot(rpQueuedReplot);
}

} // namespace fscope::widgets
