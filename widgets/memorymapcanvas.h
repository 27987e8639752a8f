// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "widgets/memorymapdrawing.h"

#include <QPointF>

class QGestureEvent;

namespace fscope::widgets {

/// The strip of the memory map, from the whole space of guest physical addresses to single pages.
///
/// The wheel, + and - or a pinch zoom, 0 shows all again; dragging, Left and Right, Page Up and Page Down
/// pan. Up and Down go to the region before and after, Home and End to the first and last. A click selects an
/// address, Enter or a double click asks to see it.
class MemoryMapCanvas : public Canvas
{
    Q_OBJECT
public:
    explicit MemoryMapCanvas(QWidget* parent = nullptr);

    /// The part in sight stays, by its addresses, where the regions are the same; else all is shown.
    void setContent(std::shared_ptr<const models::MemoryMapContent> content);
    const models::MemoryMapContent& content() const { return *m_scene.content; }

    std::optional<quint64> selected() const { return m_scene.selected; } ///< IPA
    /// Selects an address and brings it into sight; does not emit addressSelected().
    void select(quint64 ipa);
    /// As select(), and so near that pages can be told apart.
    void zoomTo(quint64 ipa);
    /// Makes things @p factor times as large around a place of the widget.
    void zoom(double factor, double x);
    void zoomIn();
    void zoomOut();
    void showAll();
    /// Moves the part in sight by @p fraction of itself.
    void pan(double fraction);
    /// Addresses in sight, the last one included.
    std::pair<quint64, quint64> shownRange() const;
    /// The address at a place of the widget, if there is one.
    std::optional<quint64> addressAt(const QPointF& position) const;
    /// What a page is, in words.
    QString describe(quint64 ipa) const;

signals:
    void addressSelected(quint64 ipa);
    void addressActivated(quint64 ipa);
    void windowChanged();

protected:
    std::unique_ptr<CanvasDrawing> makeDrawing(const QSizeF& available) const override;
    QSizeF preferredSize() const override;
    QSizeF smallestSize() const override;
    int homeItem() const override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    MemoryMapWindow window() const;
    void setWindow(double from, double length);
    void reveal(quint64 ipa);
    void setSelected(quint64 ipa);
    void goToRegion(int region);
    bool showPageTip(const QPoint& position, const QPoint& globalPosition);
    MemoryMapScene m_scene;
    QPointF m_pressed;
    double m_pressedFrom = 0;
    bool m_isPressed = false;
    bool m_isDragging = false;
};

} // namespace fscope::widgets
