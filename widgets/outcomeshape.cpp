// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/outcomeshape.h"

#include <QPainter>

#include <algorithm>

namespace fscope::widgets {

using models::OutcomeState;

QPainterPath outcomeShape(OutcomeState outcome)
{
    QPainterPath path;
    const auto polygon = [&path](std::initializer_list<QPointF> points) {
        path.addPolygon(QPolygonF(points));
        path.closeSubpath();
    };
    switch (outcome) {
    case OutcomeState::Unknown:
    case OutcomeState::Completed:
        path.addEllipse(QPointF(0, 0), 0.85, 0.85);
        break;
    case OutcomeState::Native:
        polygon({ { 0, -1 }, { 1, 0 }, { 0, 1 }, { -1, 0 } });
        break;
    case OutcomeState::EventInjected:
        polygon(
            { { 0.25, -1 }, { -0.75, 0.15 }, { -0.1, 0.15 }, { -0.3, 1 }, { 0.75, -0.25 }, { 0.05, -0.25 } });
        break;
    case OutcomeState::ExitToUser:
        polygon({ { 0, -0.95 }, { 0.95, 0.8 }, { -0.95, 0.8 } });
        break;
    case OutcomeState::Halted:
        path.moveTo(-0.75, -0.75);
        path.lineTo(0.75, 0.75);
        path.moveTo(0.75, -0.75);
        path.lineTo(-0.75, 0.75);
        break;
    }
    return path;
}

bool isOutcomeShapeFilled(OutcomeState outcome)
{
    return outcome == OutcomeState::Completed || outcome == OutcomeState::EventInjected;
}

void drawOutcomeShape(QPainter& painter, const QRectF& box, OutcomeState outcome, const QColor& color)
{
    const qreal half = std::min(box.width(), box.height()) / 2;
    painter.save();
    painter.translate(box.center());
    painter.scale(half, half);
    painter.setPen(QPen(color, outcome == OutcomeState::Halted ? 0.45 : 0.28));
    painter.setBrush(isOutcomeShapeFilled(outcome) ? QBrush(color) : QBrush(Qt::NoBrush));
    painter.drawPath(outcomeShape(outcome));
    painter.restore();
}

} // namespace fscope::widgets
