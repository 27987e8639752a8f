// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/memorymapcanvas.h"

#include "core/base/address.h"
#include "models/texts.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace fscope::widgets {
namespace {

using models::MapKind;
using models::PageState;

/// Of one key or click of the wheel.
constexpr double kZoomStep = 1.6;
constexpr double kPanStep = 0.15;
/// At most a page takes this part of the strip.
constexpr double kLargestPage = 0.2;

} // namespace

MemoryMapCanvas::MemoryMapCanvas(QWidget* parent)
    : Canvas(parent)
{
    setObjectName(QStringLiteral("memoryMapCanvas"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    grabGesture(Qt::PinchGesture);
    m_scene.content = std::make_shared<const models::MemoryMapContent>();
    m_scene.axis = std::make_shared<const MemoryMapAxis>();
}

std::unique_ptr<CanvasDrawing> MemoryMapCanvas::makeDrawing(const QSizeF& available) const
{
    return std::make_unique<MemoryMapDrawing>(m_scene, available);
}

QSizeF MemoryMapCanvas::preferredSize() const
{
    return MemoryMapDrawing::preferredSize();
}

QSizeF MemoryMapCanvas::smallestSize() const
{
    return MemoryMapDrawing::smallestSize();
}

int MemoryMapCanvas::homeItem() const
{
    const auto& content = *m_scene.content;
    if (m_scene.selected)
        return content.stretchAt(*m_scene.selected);
    return content.marker ? content.stretchAt(*content.marker) : 0;
}

MemoryMapWindow MemoryMapCanvas::window() const
{
    return MemoryMapDrawing::windowOf(m_scene, width());
}

void MemoryMapCanvas::setContent(std::shared_ptr<const models::MemoryMapContent> content)
{
    const auto isSame = [](const models::MapStretch& a, const models::MapStretch& b) {
        return a.start == b.start && a.size == b.size && a.kind == b.kind;
    };
    const auto& old = m_scene.content->stretches;
    const bool kept
        = std::equal(old.begin(), old.end(), content->stretches.begin(), content->stretches.end(), isSame);
    const bool isSameSpace = m_scene.content->space == content->space;
    m_scene.content = std::move(content);
    if (!kept || !isSameSpace) {
        m_scene.axis = std::make_shared<const MemoryMapAxis>(m_scene.content->stretches);
        m_scene.selected.reset();
        m_scene.from = 0;
        m_scene.to = std::max(m_scene.axis->length(), 1.0);
    }
    invalidate();
    if (!kept || !isSameSpace) {
        setCurrentItem(-1);
        emit windowChanged();
    }
}

void MemoryMapCanvas::setWindow(double from, double length)
{
    const double whole = std::max(m_scene.axis->length(), 1.0);
    const double least = m_scene.axis->pageLength(from + length / 2) / kLargestPage;
    length = std::clamp(length, std::min(least, whole), whole);
    from = std::clamp(from, 0.0, whole - length);
    if (from == m_scene.from && from + length == m_scene.to)
        return;
    m_scene.from = from;
    m_scene.to = from + length;
    invalidate();
    emit windowChanged();
}

void MemoryMapCanvas::zoom(double factor, double x)
{
    const MemoryMapWindow shown = window();
    const double place = std::clamp(shown.place(x), shown.from, shown.to);
    // Not beyond single pages, and the place under the pointer stays there.
    const double least
        = std::min(m_scene.axis->pageLength(place) / kLargestPage, std::max(m_scene.axis->length(), 1.0));
    const double length = std::max((shown.to - shown.from) / factor, least);
    const double part = (place - shown.from) / (shown.to - shown.from);
    setWindow(place - part * length, length);
}

void MemoryMapCanvas::zoomIn()
{
    const MemoryMapWindow shown = window();
    double x = shown.left + shown.width / 2;
    if (m_scene.selected) {
        const double selected = shown.x(m_scene.axis->place(*m_scene.selected));
        if (selected >= shown.left && selected <= shown.left + shown.width)
            x = selected;
    }
    zoom(kZoomStep, x);
}

void MemoryMapCanvas::zoomOut()
{
    const MemoryMapWindow shown = window();
    zoom(1 / kZoomStep, shown.left + shown.width / 2);
}

void MemoryMapCanvas::showAll()
{
    setWindow(0, m_scene.axis->length());
}

void MemoryMapCanvas::pan(double fraction)
{
    const double length = m_scene.to - m_scene.from;
    setWindow(m_scene.from + fraction * length, length);
}

std::pair<quint64, quint64> MemoryMapCanvas::shownRange() const
{
    return { m_scene.axis->addressAt(m_scene.from), m_scene.axis->addressAt(m_scene.to) };
}

std::optional<quint64> MemoryMapCanvas::addressAt(const QPointF& position) const
{
    const MemoryMapWindow shown = window();
    if (m_scene.content->stretches.empty() || position.x() < shown.left
        || position.x() > shown.left + shown.width)
        return std::nullopt;
    return m_scene.axis->addressAt(shown.place(position.x()));
}

void MemoryMapCanvas::reveal(quint64 ipa)
{
    const double place = m_scene.axis->place(ipa);
    const double length = m_scene.to - m_scene.from;
    if (place < m_scene.from || place > m_scene.to)
        setWindow(place - length / 2, length);
}

void MemoryMapCanvas::setSelected(quint64 ipa)
{
    m_scene.selected = ipa;
    invalidate();
    setCurrentItem(m_scene.content->stretchAt(ipa));
}

void MemoryMapCanvas::select(quint64 ipa)
{
    if (m_scene.content->stretchAt(ipa) < 0)
        return;
    reveal(ipa);
    setSelected(ipa);
}

void MemoryMapCanvas::zoomTo(quint64 ipa)
{
    const double page = m_scene.axis->pageLength(m_scene.axis->place(ipa));
    const double length = std::min(m_scene.to - m_scene.from, 40 * page);
    setWindow(m_scene.axis->place(ipa) - length / 2, length);
    select(ipa);
}

void MemoryMapCanvas::goToRegion(int region)
{
    const int last = static_cast<int>(m_scene.content->stretches.size()) - 1;
    if (last < 0)
        return;
    region = std::clamp(region, 0, last);
    const quint64 start = m_scene.content->stretches[static_cast<std::size_t>(region)].start;
    select(start);
    emit addressSelected(start);
}

QString MemoryMapCanvas::describe(quint64 ipa) const
{
    const int at = m_scene.content->stretchAt(ipa);
    if (at < 0)
        return {};
    const models::MapStretch& region = m_scene.content->stretches[static_cast<std::size_t>(at)];
    const quint64 page = ipa & ~(kPageSize - 1);
    QStringList lines { region.toolTip };
    if (region.kind == MapKind::Hole || region.kind == MapKind::Device)
        return lines.first();
    QStringList states;
    if (m_scene.content->has(PageState::Touched, page))
        states << tr("touched");
    if (m_scene.content->has(PageState::Dirty, page))
        states << tr("dirty: written by this intercept");
    if (m_scene.content->has(PageState::Locked, page))
        states << tr("locked");
    if (states.isEmpty())
        states << tr("never touched, reads as zero");
    //: %1 is an address, %2 words as "touched, locked"
    lines << tr("Page %1: %2").arg(models::displayHex(page), states.join(QStringLiteral(", ")));
    return lines.join(QLatin1Char('\n'));
}

bool MemoryMapCanvas::showPageTip(const QPoint& position, const QPoint& globalPosition)
{
    const auto address = addressAt(position);
    const int item = itemAt(position);
    if (!address || item < 0)
        return false;
    const int x = position.x();
    QToolTip::showText(globalPosition, describe(*address), this, QRect(x - 2, 0, 4, height()));
    return true;
}

bool MemoryMapCanvas::event(QEvent* event)
{
    switch (event->type()) {
    case QEvent::ToolTip: {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (!showPageTip(help->pos(), help->globalPos())) {
            QToolTip::hideText();
            event->ignore();
        }
        return true;
    }
    case QEvent::NativeGesture: {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() != Qt::ZoomNativeGesture)
            break;
        zoom(1 + gesture->value(), gesture->position().x());
        return true;
    }
    case QEvent::Gesture: {
        auto* gestures = static_cast<QGestureEvent*>(event);
        auto* pinch = static_cast<QPinchGesture*>(gestures->gesture(Qt::PinchGesture));
        if (pinch == nullptr)
            break;
        if ((pinch->changeFlags() & QPinchGesture::ScaleFactorChanged) != 0 && pinch->scaleFactor() > 0)
            zoom(pinch->scaleFactor(), mapFromGlobal(pinch->centerPoint().toPoint()).x());
        gestures->accept(pinch);
        return true;
    }
    default:
        break;
    }
    return Canvas::event(event);
}

void MemoryMapCanvas::keyPressEvent(QKeyEvent* event)
{
    const Qt::KeyboardModifiers others = event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    if (others != Qt::NoModifier) {
        Canvas::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        break;
    case Qt::Key_Minus:
        zoomOut();
        break;
    case Qt::Key_0:
        showAll();
        break;
    case Qt::Key_Left:
        pan(-kPanStep);
        break;
    case Qt::Key_Right:
        pan(kPanStep);
        break;
    case Qt::Key_PageUp:
        pan(-1);
        break;
    case Qt::Key_PageDown:
        pan(1);
        break;
    case Qt::Key_Up:
    case Qt::Key_K:
        goToRegion(currentItem() - 1);
        break;
    case Qt::Key_Down:
    case Qt::Key_J:
        goToRegion(currentItem() + 1);
        break;
    case Qt::Key_Home:
        goToRegion(0);
        break;
    case Qt::Key_End:
        goToRegion(static_cast<int>(m_scene.content->stretches.size()) - 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (currentItem() >= 0)
            emit addressActivated(m_scene.selected.value_or(
                m_scene.content->stretches[static_cast<std::size_t>(currentItem())].start));
        break;
    default:
        Canvas::keyPressEvent(event);
    }
}

void MemoryMapCanvas::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_isPressed = true;
    m_isDragging = false;
    m_pressed = event->position();
    m_pressedFrom = m_scene.from;
}

void MemoryMapCanvas::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_isPressed) {
        Canvas::mouseMoveEvent(event);
        return;
    }
    const double by = event->position().x() - m_pressed.x();
    if (!m_isDragging && std::abs(by) < QApplication::startDragDistance())
        return;
    m_isDragging = true;
    setCursor(Qt::ClosedHandCursor);
    const double length = m_scene.to - m_scene.from;
    setWindow(m_pressedFrom - by / window().width * length, length);
}

void MemoryMapCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_isPressed)
        return;
    m_isPressed = false;
    unsetCursor();
    const auto address = addressAt(event->position());
    if (m_isDragging || !address)
        return;
    setSelected(*address);
    emit addressSelected(*address);
}

void MemoryMapCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    const auto address = addressAt(event->position());
    if (event->button() == Qt::LeftButton && address)
        emit addressActivated(*address);
}

void MemoryMapCanvas::wheelEvent(QWheelEvent* event)
{
    const QPoint angle = event->angleDelta();
    const bool sideways = std::abs(angle.x()) > std::abs(angle.y());
    if (sideways || (event->modifiers() & Qt::ShiftModifier) != 0)
        pan(-(sideways ? angle.x() : angle.y()) / 120.0 * kPanStep);
    else
        zoom(std::pow(kZoomStep, angle.y() / 120.0), event->position().x());
    event->accept();
}

} // namespace fscope::widgets
