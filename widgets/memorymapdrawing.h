// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/memorymapcontent.h"
#include "widgets/canvas.h"
#include "widgets/memorymapaxis.h"
#include "widgets/theme.h"

#include <QFont>

#include <memory>
#include <optional>

namespace fscope::widgets {

/// The lanes below the bar: touched, dirty, locked.
inline constexpr int kMapLanes = 3;

/// What the strip shows, and of what.
struct MemoryMapScene {
    std::shared_ptr<const models::MemoryMapContent> content; ///< never nullptr
    std::shared_ptr<const MemoryMapAxis> axis;               ///< of the content's regions
    double from = 0;                                         ///< in units of the axis
    double to = 1;
    std::optional<quint64> selected; ///< IPA
};

/// How one sort of range looks: in the strip, and in its legend.
struct MapLook {
    ThemeRole role;
    Qt::BrushStyle pattern;
    const char* letter;
    const char* name; ///< to be translated in context "fscope::widgets::MemoryMapDrawing"
};
const MapLook& mapLook(models::MapKind kind);
const MapLook& mapLook(models::PageState mark);

/// The strip of the memory map: a bar of regions and holes, below it a lane for each mark of pages, then
/// addresses and, where there is room, what the patterns mean. Items are the regions of the content.
class MemoryMapDrawing : public CanvasDrawing
{
public:
    MemoryMapDrawing(MemoryMapScene scene, const QSizeF& size);
    void paint(QPainter& painter, const CanvasHighlight& highlight) const override;

    const MemoryMapWindow& window() const { return m_window; }

    /// The window the scene has in a strip of this width.
    static MemoryMapWindow windowOf(const MemoryMapScene& scene, double width);
    static QSizeF smallestSize();
    static QSizeF preferredSize();

private:
    void paintRegions(QPainter& painter, const CanvasHighlight& highlight) const;
    void paintRegion(QPainter& painter, std::size_t index, const QRectF& rect) const;
    void paintBreak(QPainter& painter, const QRectF& rect, const QString& text) const;
    void paintLane(QPainter& painter, models::PageState mark) const;
    void paintAddresses(QPainter& painter) const;
    void paintMarker(QPainter& painter) const;
    void paintLegend(QPainter& painter) const;
    MemoryMapScene m_scene;
    MemoryMapWindow m_window;
    QFont m_text;
    QFont m_small;
    QRectF m_bar;
    QRectF m_lanes[kMapLanes];
    double m_line;
    double m_smallLine;
    double m_addressTop = 0;
    double m_legendTop = -1; ///< -1: no room for it
};

} // namespace fscope::widgets
