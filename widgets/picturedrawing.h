// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "widgets/picturecanvas.h"

#include <QFont>
#include <QPolygonF>

#include <vector>

namespace fscope::widgets {

/// How the picture is laid out and painted: two rows, the way of the access above, the syndrome and what
/// comes of failures below.
class PictureDrawing final : public CanvasDrawing
{
public:
    PictureDrawing(PictureContent content, const QSizeF& available);

    void paint(QPainter& painter, const CanvasHighlight& highlight) const override;
    /// The size below which boxes do not hold their texts.
    static QSizeF smallestSize();
    static QSizeF preferredSize();

private:
    enum class LineState { Ahead, Passed, Now, Failed };
    struct Line {
        QPolygonF points;
        LineState state = LineState::Ahead;
        QString label;
        QPointF labelAt; ///< left end of the label's middle
    };
    using Place = PictureContent::Place;

    const QRectF& box(int place) const { return m_boxes[static_cast<std::size_t>(place)]; }
    const PictureStation& station(int place) const
    {
        return m_content.stations[static_cast<std::size_t>(place)];
    }
    void placeBoxes(const QSizeF& available);
    void placeLines();
    LineState stateInto(int place) const;
    void addLine(QPolygonF points, LineState state);
    void paintStation(QPainter& painter, int place, bool selected, bool hovered) const;
    void paintTexts(QPainter& painter, int place, bool filled) const;
    QString markOf(int place) const;
    QString titleOf(int place) const;
    void paintBadge(QPainter& painter, int place) const;
    void paintOutcome(QPainter& painter) const;
    void paintLine(QPainter& painter, const Line& line) const;

    PictureContent m_content;
    std::array<QRectF, PictureContent::PlaceCount> m_boxes;
    QRectF m_outcome;
    std::vector<Line> m_lines;
    QFont m_title;
    QFont m_code;
    qreal m_titleLine = 0;
    qreal m_codeLine = 0;
    qreal m_quarter = 0;
    qreal m_gap = 0;  ///< between columns: room for an arrow
    qreal m_rise = 0; ///< between the rows
};

} // namespace fscope::widgets
