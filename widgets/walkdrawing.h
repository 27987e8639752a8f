// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "widgets/canvas.h"
#include "widgets/walkpath.h"

#include <QFont>
#include <QPolygonF>

#include <set>

namespace fscope::widgets {

/// Names the folded line below a descriptor: its row in models::WalkModel, and which of its two side walks.
struct WalkFold {
    int row = -1;
    bool update
        = false; ///< the walk behind the descriptor, which updates it; else the one that finds its table
    auto operator<=>(const WalkFold&) const = default;
};

/// How a WalkPath is laid out (walkdrawing.cpp) and painted (walkpainting.cpp).
///
/// Each chain: the address in bits, cut into what chooses the entry of each table; below it the tables from
/// left to right, an arrow from the bits to the entry they choose, another from the entry to the next table;
/// at the end the result or the fault. Unfolded side walks stand below the chain, joined to their table.
class WalkDrawing final : public CanvasDrawing
{
public:
    WalkDrawing(const WalkPath& path, std::set<WalkFold> unfolded);

    void paint(QPainter& painter, const CanvasHighlight& highlight) const override;

    /// What an item stands for; an item with neither row nor fold is a stretch of bits.
    struct ItemRef {
        int row = -1;
        int step = -1;
        std::optional<WalkFold> fold;
        bool current = false;
        bool reached = false;
        bool operator==(const ItemRef&) const = default;
    };
    const std::vector<ItemRef>& refs() const { return m_refs; }

private:
    enum class Kind { Heading, ChainTitle, Cache, Bits, Card, Fold, End };
    struct Shape {
        Kind kind = Kind::Card;
        QRectF rect;
        mmu::Stage stage = mmu::Stage::One;
        models::ItemState state = models::ItemState::Pending;
        bool current = false;
        bool hit = false;   ///< of a cache look-up
        bool plain = false; ///< of bits: they choose no entry
        QStringList lines;  ///< the first one is the title
        int item = -1;
    };
    struct Arrow {
        QPolygonF points;
        models::ItemState state = models::ItemState::Pending;
        mmu::Stage stage = mmu::Stage::One;
        bool strong = false; ///< from table to table
    };
    /// A side walk to be placed below its chain, and where its folded line is.
    struct Side {
        const WalkCard* card = nullptr;
        bool update = false;
        QPointF from;
    };

    void placePart(const WalkPart& part);
    QRectF placeChain(const WalkChain& chain, qreal indent, const QString& purpose);
    void placeSides(const std::vector<Side>& sides);
    qreal placeBits(const WalkChain& chain, qreal indent);
    void placeFold(const WalkCard& card, bool update, QRectF place);
    void placeEnd(const WalkChain& chain, qreal x, qreal top, qreal height);
    void joinBits(const WalkChain& chain, qreal top);
    QStringList cardLines(const WalkCard& card) const;
    QStringList endLines(const WalkChain& chain, models::ItemState& state) const;
    qreal cardHeight(qsizetype lines) const;
    qreal entryTop(const QRectF& card) const;
    qreal columnWidth(const QStringList& lines) const;
    int addItem(const QRectF& rect, const QString& name, const WalkMark& mark,
        std::optional<WalkFold> fold = std::nullopt);

    void paintShape(QPainter& painter, const Shape& shape, const CanvasHighlight& highlight) const;
    void paintBox(QPainter& painter, const Shape& shape, bool selected, bool hovered) const;
    void paintCard(QPainter& painter, const Shape& shape) const;
    void paintEntry(QPainter& painter, const Shape& shape, const QColor& text, const QColor& dim) const;
    void paintBits(QPainter& painter, const Shape& shape, bool selected, bool hovered) const;
    void paintCache(QPainter& painter, const Shape& shape, bool selected) const;
    void paintFold(QPainter& painter, const Shape& shape, bool lit) const;
    void paintArrow(QPainter& painter, const Arrow& arrow) const;

    mmu::TranslationRegisters m_regs;
    std::set<WalkFold> m_unfolded;
    std::vector<Shape> m_shapes;
    std::vector<Arrow> m_arrows;
    std::vector<ItemRef> m_refs;
    std::vector<QRectF> m_indexBits; ///< of the chain being placed, by card; then that of the offset, if any
    std::vector<QRectF> m_cards;     ///< of the chain being placed; then that of its end, if any
    QFont m_text;
    QFont m_code;
    qreal m_textLine = 0;
    qreal m_codeLine = 0;
    qreal m_quarter = 0;
    qreal m_y = 0; ///< where the next row begins
};

} // namespace fscope::widgets
