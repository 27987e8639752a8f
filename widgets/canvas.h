// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <QImage>
#include <QRectF>
#include <QString>
#include <QWidget>

#include <memory>
#include <vector>

class QMenu;
class QPainter;

namespace fscope::widgets {

/// One thing of a drawing that a person can point at, walk to with the arrow keys, and be told about.
struct CanvasItem {
    QRectF rect;     ///< in device independent pixels of the drawing
    QString name;    ///< for assistive technology, short: "Stage 1"
    QString text;    ///< the same in a whole phrase, with content and state
    QString toolTip; ///< explains what it is and says
};

/// Which items stand out while a drawing is on the screen.
struct CanvasHighlight {
    int current = -1; ///< walked to or selected
    int hovered = -1;
    bool focus = false; ///< the widget has the focus: @c current gets a ring
};

/// A drawing that is laid out for one size: what is where, and how it is painted. Immutable.
class CanvasDrawing
{
public:
    CanvasDrawing() = default;
    CanvasDrawing(const CanvasDrawing&) = delete;
    CanvasDrawing& operator=(const CanvasDrawing&) = delete;
    virtual ~CanvasDrawing() = default;

    const std::vector<CanvasItem>& items() const { return m_items; }
    QSizeF size() const { return m_size; }
    virtual void paint(QPainter& painter, const CanvasHighlight& highlight) const = 0;

protected:
    std::vector<CanvasItem> m_items;
    QSizeF m_size; ///< what it takes; may be more than it was offered
};

/// A painted widget made of items. Looks after hover, tooltips, focus, the keyboard, assistive technology and
/// the clipboard; what is derived from it lays out and paints.
///
/// Arrow keys go to the next item in that direction, Home and End to the first and last, Enter and Space
/// activate, Ctrl+C copies as text. Each item is a child of the accessible tree.
class Canvas : public QWidget
{
    Q_OBJECT
public:
    explicit Canvas(QWidget* parent = nullptr);
    ~Canvas() override;

    const std::vector<CanvasItem>& items() const;
    int itemAt(const QPointF& position) const; ///< the last drawn one there, or -1
    int currentItem() const { return m_highlight.current; }
    /// Goes to an item, -1 for none; emits currentItemChanged().
    void setCurrentItem(int index);
    void activateItem(int index) { emit itemActivated(index); }

    /// The drawing for @p size (empty: what it likes best), @p scale pixels for each device independent one.
    QImage image(const QSize& size, qreal scale = 1.0) const;
    QByteArray svg(const QSize& size = {}) const;
    bool saveSvg(const QString& path, const QSize& size = {}) const;
    /// What it says as lines of text.
    virtual QString plainText() const;

    /// Actions that copy the drawing as text, image and SVG.
    void addCopyActions(QMenu* menu);

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

signals:
    void currentItemChanged(int index);
    void hoveredItemChanged(int index);
    void itemClicked(int index);
    /// A double click, Enter or Space on an item.
    void itemActivated(int index);

protected:
    /// Lays out for @p available; the drawing keeps nothing of the widget.
    virtual std::unique_ptr<CanvasDrawing> makeDrawing(const QSizeF& available) const = 0;
    virtual QSizeF preferredSize() const = 0;
    virtual QSizeF smallestSize() const { return preferredSize(); }

    /// Where the keyboard's cursor begins when the focus arrives: where we are.
    virtual int homeItem() const { return 0; }

    /// The data changed: lays out again with the next painting.
    void invalidate();
    /// The drawing that is shown.
    const CanvasDrawing& drawing() const;
    /// Brings an item into sight where the canvas lies in a scroll area.
    void reveal(int index);

    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void setHovered(int index);
    int neighbour(int key) const;
    void announce();
    mutable std::unique_ptr<CanvasDrawing> m_drawing;
    CanvasHighlight m_highlight;
    int m_pressed = -1;
};

} // namespace fscope::widgets
