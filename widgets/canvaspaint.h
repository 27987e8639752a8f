// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <QColor>
#include <QPolygonF>
#include <QRectF>
#include <QString>

class QFont;
class QPainter;
class QPen;

namespace fscope::widgets {

/// Pieces that the painted views share, so that they look like one product. All take device independent
/// pixels.

/// One line, elided on the right where it does not fit; the leading zeros of hexadecimal in @p dim.
void drawLine(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text,
    const QColor& color, const QColor& dim);
void drawLine(
    QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text, const QColor& color);

/// As many lines as fit into @p rect, from its top, the last one elided; hexadecimal is broken where nothing
/// else helps. Returns the height used.
qreal drawWrapped(
    QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text, const QColor& color);
/// Lines that text takes at this width.
int wrappedLines(const QFont& font, const QString& text, qreal width);

/// A line through @p points with a head at the last one; corners are rounded by @p radius.
void drawArrow(QPainter& painter, const QPolygonF& points, const QPen& pen, qreal head, qreal radius = 0);

/// The ring of the keyboard's cursor around a box.
void drawFocusRing(QPainter& painter, const QRectF& box);
/// Two borders, one inside the other: a fault.
void drawDoubleBorder(QPainter& painter, const QRectF& box, const QPen& pen, qreal radius);
/// A small chip with pins: a device.
void drawChip(QPainter& painter, const QRectF& box, const QColor& color);

/// The width of @p characters digits of the font.
qreal digitsWidth(const QFont& font, int characters);
qreal textWidth(const QFont& font, const QString& text);

} // namespace fscope::widgets
