// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/roles.h"

#include <QPainterPath>

class QPainter;

namespace fscope::widgets {

/// The shape of an outcome, as in the lists: ○ unknown, ◇ by the CPU itself, ● completed, lightning for an
/// event, △ exit to user space, ✕ halted. In the square from -1 to 1.
QPainterPath outcomeShape(models::OutcomeState outcome);
/// Whether the shape is an area rather than an outline.
bool isOutcomeShapeFilled(models::OutcomeState outcome);
void drawOutcomeShape(
    QPainter& painter, const QRectF& box, models::OutcomeState outcome, const QColor& color);

} // namespace fscope::widgets
