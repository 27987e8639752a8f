// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "widgets/bitfieldview.h"

#include <QFont>

#include <vector>

namespace fscope::widgets {

/// Neighbouring bits of one field; runs do not cross bit 32.
struct BitRun {
    int hi = 0;
    int lo = 0;
    int field = -1; ///< index into the fields; -1: claimed by none
};

/// Whose each bit is, from the highest down: the last field that covers it.
std::vector<BitRun> bitRuns(const std::vector<BitField>& fields, int width);

/// A width at which the bits are comfortable.
qreal digitsWidthForBits(int bits);

/// How BitFieldView lays its boxes out and paints them.
class BitFieldDrawing final : public CanvasDrawing
{
public:
    struct Content {
        std::vector<BitField> fields;
        quint64 value = 0;
        int width = 64;
        bool known = false;
        int explained = -1;   ///< the field that the lines below explain while none is under the mouse
        bool bitwise = false; ///< each bit is an item, from the highest down, instead of each run
    };
    BitFieldDrawing(Content content, qreal width);

    void paint(QPainter& painter, const CanvasHighlight& highlight) const override;
    int bitRows() const { return m_bitRows; }
    /// The field whose box, numbers, name or value lie there, or -1.
    int fieldAt(const QPointF& position) const;

private:
    struct Box {
        BitRun run;
        QRectF cells; ///< the bits
        QRectF whole; ///< numbers above, name and value below included
    };
    qreal leastWidth(const BitRun& run) const;
    void place(std::size_t first, std::size_t end, qreal top, qreal width);
    const BitField* fieldOf(const BitRun& run) const;
    void addBitItems();
    int boxOf(int item) const; ///< -1 for none
    void paintBox(QPainter& painter, const Box& box, bool selected, bool hovered) const;
    void paintGround(
        QPainter& painter, const Box& box, models::ItemState state, bool selected, bool hovered) const;
    void paintCells(QPainter& painter, const Box& box, models::ItemState state) const;
    void paintNumbers(QPainter& painter, const Box& box) const;
    void paintExplanation(QPainter& painter, const BitField* field) const;

    Content m_content;
    std::vector<BitRun> m_runs;
    std::vector<Box> m_boxes;
    QFont m_digits;
    QFont m_small;
    QFont m_text;
    qreal m_smallLine = 0;
    qreal m_cellHeight = 0;
    qreal m_pad = 0;
    QRectF m_explanation;
    int m_bitRows = 1;
};

} // namespace fscope::widgets
