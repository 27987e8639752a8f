// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "widgets/canvas.h"
#include "widgets/walkpath.h"

#include <QFont>

#include <set>

namespace fscope::widgets {

/// How a WalkPath is laid out and painted.
class WalkDrawing final : public CanvasDrawing
{
public:
    /// @p unfolded: rows of the stage-1 descriptors whose side walks are shown.
    WalkDrawing(const WalkPath& path, std::set<int> unfolded);

    void paint(QPainter& painter, const CanvasHighlight& highlight) const override;

    struct ItemRef {
        int row = -1;
        int step = -1;
        bool fold = false;
        bool current = false;
        bool reached = false;
    };
    const std::vector<ItemRef>& refs() const { return m_refs; }

private:
    enum class Kind { Heading, Cache, Segment, Card, Fold, End };
    struct Shape {
        Kind kind = Kind::Card;
        QRectF rect;
        mmu::Stage stage = mmu::Stage::One;
        models::ItemState state = models::ItemState::Pending;
        bool current = false;
        bool open = false; ///< of a fold
        bool hit = false;  ///< of a cache look-up
        QStringList lines; ///< the first one is the title
        int item = -1;
    };
    struct Arrow {
        QPointF from;
        QPointF to;
        models::ItemState state = models::ItemState::Pending;
    };

    void placePart(const WalkPart& part);
    void placeChain(const WalkChain& chain, qreal indent, const QString& purpose);
    void placeSides(const WalkChain& chain);
    QStringList cardLines(const WalkCard& card) const;
    QStringList endLines(const WalkChain& chain, models::ItemState& state) const;
    qreal columnWidth(const QStringList& lines, const QStringList& segment) const;
    int addItem(const QRectF& rect, const QString& name, const WalkMark& mark, bool fold);
    void paintShape(QPainter& painter, const Shape& shape, const CanvasHighlight& highlight) const;
    void paintCard(QPainter& painter, const Shape& shape, bool selected, bool hovered) const;
    void paintSegment(QPainter& painter, const Shape& shape) const;
    void paintCache(QPainter& painter, const Shape& shape, bool selected) const;

    std::set<int> m_unfolded;
    std::vector<Shape> m_shapes;
    std::vector<Arrow> m_arrows;
    std::vector<ItemRef> m_refs;
    QFont m_text;
    QFont m_code;
    qreal m_textLine = 0;
    qreal m_codeLine = 0;
    qreal m_quarter = 0;
    qreal m_y = 0; ///< where the next row begins
};

} // namespace fscope::widgets
