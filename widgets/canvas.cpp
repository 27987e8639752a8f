// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/canvas.h"

#include "widgets/canvasaccessible.h"
#include "widgets/theme.h"

#include <QAccessible>
#include <QBuffer>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QPaintEvent>
#include <QSaveFile>
#include <QScreen>
#include <QScrollArea>
#include <QSvgGenerator>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <limits>

namespace fscope::widgets {
namespace {

/// How far @p to lies from @p from for an arrow key, or nothing if it does not lie that way. To the side
/// counts threefold, so that rows and columns are kept.
qreal distance(const QRectF& from, const QRectF& to, int key)
{
    const bool across = key == Qt::Key_Left || key == Qt::Key_Right;
    const bool backwards = key == Qt::Key_Left || key == Qt::Key_Up;
    const QPointF step = to.center() - from.center();
    qreal ahead = across ? step.x() : step.y();
    if (backwards)
        ahead = -ahead;
    if (ahead < 1)
        return -1;
    const qreal low = across ? std::max(from.top(), to.top()) : std::max(from.left(), to.left());
    const qreal high = across ? std::min(from.bottom(), to.bottom()) : std::min(from.right(), to.right());
    const qreal aside = high > low ? 0 : std::abs(across ? step.y() : step.x());
    return ahead + 3 * aside;
}

bool isArrow(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

} // namespace

Canvas::Canvas(QWidget* parent)
    : QWidget(parent)
{
    installCanvasAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&Theme::current(), &Theme::changed, this, &Canvas::invalidate);
}

Canvas::~Canvas() = default;

const CanvasDrawing& Canvas::drawing() const
{
    if (!m_drawing)
        m_drawing = makeDrawing(size());
    return *m_drawing;
}

const std::vector<CanvasItem>& Canvas::items() const
{
    return drawing().items();
}

int Canvas::itemAt(const QPointF& position) const
{
    const auto& all = items();
    for (std::size_t i = all.size(); i-- > 0;) {
        if (all[i].rect.contains(position))
            return static_cast<int>(i);
    }
    return -1;
}

void Canvas::setCurrentItem(int index)
{
    if (index < -1 || index >= static_cast<int>(items().size()))
        index = -1;
    if (index == m_highlight.current)
        return;
    m_highlight.current = index;
    update();
    announce();
    emit currentItemChanged(index);
}

void Canvas::invalidate()
{
    m_drawing.reset();
    m_highlight.hovered = -1;
    updateGeometry();
    update();
}

void Canvas::reveal(int index)
{
    if (index < 0 || index >= static_cast<int>(items().size()))
        return;
    for (QWidget* widget = parentWidget(); widget != nullptr; widget = widget->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(widget)) {
            const QRect rect = items()[static_cast<std::size_t>(index)].rect.toAlignedRect();
            const int margin = Theme::quarterLine(this) * 2;
            area->ensureVisible(rect.right(), rect.bottom(), margin, margin);
            area->ensureVisible(rect.left(), rect.top(), margin, margin);
            return;
        }
    }
}

void Canvas::announce()
{
    if (!hasFocus() || m_highlight.current < 0)
        return;
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(m_highlight.current);
    QAccessible::updateAccessibility(&event);
}

QSize Canvas::sizeHint() const
{
    return preferredSize().toSize();
}

QSize Canvas::minimumSizeHint() const
{
    return smallestSize().toSize();
}

QImage Canvas::image(const QSize& size, qreal scale) const
{
    const QSizeF wanted = size.isEmpty() ? preferredSize() : QSizeF(size);
    const auto made = makeDrawing(wanted);
    const QSizeF full = size.isEmpty() ? made->size().expandedTo(wanted) : wanted;
    QImage image((full * scale).toSize().expandedTo(QSize(1, 1)), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(Theme::current().color(ThemeRole::Base));
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    made->paint(painter, {});
    return image;
}

QByteArray Canvas::svg(const QSize& size) const
{
    const QSizeF wanted = size.isEmpty() ? preferredSize() : QSizeF(size);
    const auto made = makeDrawing(wanted);
    const QSizeF full = made->size().expandedTo(wanted);
    QByteArray out;
    QBuffer buffer(&out);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(full.toSize());
    generator.setViewBox(QRectF(QPointF(), full));
    generator.setTitle(accessibleName());
    generator.setDescription(plainText());
    // Fonts are measured for the screen; with another resolution their sizes in points would not fit the
    // boxes.
    const QScreen* screen = QGuiApplication::primaryScreen();
    generator.setResolution(screen != nullptr ? qRound(screen->logicalDotsPerInch()) : 96);
    QPainter painter(&generator);
    painter.fillRect(QRectF(QPointF(), full), Theme::current().color(ThemeRole::Base));
    made->paint(painter, {});
    painter.end();
    return out;
}

bool Canvas::saveSvg(const QString& path, const QSize& size) const
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write(svg(size));
    return file.commit();
}

QString Canvas::plainText() const
{
    QString out;
    for (const CanvasItem& item : items())
        out += item.text + QLatin1Char('\n');
    return out;
}

void Canvas::addCopyActions(QMenu* menu)
{
    menu->addAction(tr("&Copy as text"), QKeySequence::Copy, this,
        [this] { QGuiApplication::clipboard()->setText(plainText()); });
    menu->addAction(
        tr("Copy as &image"), this, [this] { QGuiApplication::clipboard()->setImage(image(size(), 2.0)); });
    menu->addAction(tr("Copy as &SVG"), this, [this] {
        const QByteArray bytes = svg(size());
        auto* mime = new QMimeData;
        mime->setData(QStringLiteral("image/svg+xml"), bytes);
        mime->setText(QString::fromUtf8(bytes));
        QGuiApplication::clipboard()->setMimeData(mime);
    });
}

void Canvas::setHovered(int index)
{
    if (index == m_highlight.hovered)
        return;
    m_highlight.hovered = index;
    update();
    emit hoveredItemChanged(index);
}

int Canvas::neighbour(int key) const
{
    const auto& all = items();
    if (all.empty())
        return -1;
    const int last = static_cast<int>(all.size()) - 1;
    if (key == Qt::Key_Home)
        return 0;
    if (key == Qt::Key_End)
        return last;
    const int current = m_highlight.current;
    if (current < 0)
        return key == Qt::Key_Left || key == Qt::Key_Up ? last : 0;
    const QRectF from = all[static_cast<std::size_t>(current)].rect;
    int best = current;
    qreal least = std::numeric_limits<qreal>::max();
    for (int i = 0; i <= last; ++i) {
        const qreal far = i == current ? -1 : distance(from, all[static_cast<std::size_t>(i)].rect, key);
        if (far > 0 && far < least) {
            least = far;
            best = i;
        }
    }
    return best;
}

bool Canvas::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int index = itemAt(help->pos());
        if (index < 0 || items()[static_cast<std::size_t>(index)].toolTip.isEmpty()) {
            QToolTip::hideText();
            event->ignore();
        } else {
            const CanvasItem& item = items()[static_cast<std::size_t>(index)];
            QToolTip::showText(help->globalPos(), item.toolTip, this, item.rect.toAlignedRect());
        }
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride) {
        // What we take ourselves must not be taken by an action of the window.
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Copy)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void Canvas::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::ApplicationFontChange:
    case QEvent::StyleChange:
    case QEvent::LanguageChange:
    case QEvent::LayoutDirectionChange:
        invalidate();
        break;
    default:
        break;
    }
}

void Canvas::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addCopyActions(menu);
    menu->popup(event->globalPos());
}

void Canvas::focusInEvent(QFocusEvent* event)
{
    m_highlight.focus = true;
    if (m_highlight.current < 0 && !items().empty() && event->reason() != Qt::MouseFocusReason)
        setCurrentItem(homeItem());
    announce();
    update();
}

void Canvas::focusOutEvent(QFocusEvent*)
{
    m_highlight.focus = false;
    update();
}

void Canvas::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    if (event->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(plainText());
        return;
    }
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const bool enters = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space;
    if (plain && (isArrow(key) || key == Qt::Key_Home || key == Qt::Key_End)) {
        setCurrentItem(neighbour(key));
        reveal(m_highlight.current);
    } else if (plain && enters && m_highlight.current >= 0) {
        emit itemActivated(m_highlight.current);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void Canvas::leaveEvent(QEvent*)
{
    setHovered(-1);
}

void Canvas::mouseMoveEvent(QMouseEvent* event)
{
    setHovered(itemAt(event->position()));
}

void Canvas::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->button() == Qt::LeftButton ? itemAt(event->position()) : -1;
    if (m_pressed >= 0)
        setCurrentItem(m_pressed);
}

void Canvas::mouseReleaseEvent(QMouseEvent* event)
{
    const int pressed = std::exchange(m_pressed, -1);
    if (event->button() == Qt::LeftButton && pressed >= 0 && itemAt(event->position()) == pressed)
        emit itemClicked(pressed);
}

void Canvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    const int index = event->button() == Qt::LeftButton ? itemAt(event->position()) : -1;
    if (index >= 0)
        emit itemActivated(index);
}

void Canvas::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    painter.setClipRect(event->rect());
    painter.fillRect(event->rect(), Theme::current().color(ThemeRole::Base));
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const CanvasDrawing& shown = drawing();
    if (m_highlight.current >= static_cast<int>(shown.items().size()))
        m_highlight.current = -1;
    shown.paint(painter, m_highlight);
}

void Canvas::resizeEvent(QResizeEvent*)
{
    m_drawing.reset();
}

} // namespace fscope::widgets
