// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <QSize>
#include <QString>

#include <array>
#include <span>

namespace fscope::gui {

/// Panels that share a place as tabs, by id, parted by blanks, the one in front first; "" for none.
struct LayoutCell {
    const char* panels = "";
    int weight = 0; ///< share of its column's height, or of the bottom's width
};

/// One arrangement of the panels: three columns and a strip below. A panel that is not named is closed.
struct LayoutRow {
    const char* id;
    QSize atLeast; ///< the room it needs; a smaller window gets the next row of the same id
    std::array<int, 3> columnWeights;
    std::array<LayoutCell, 3> left;
    std::array<LayoutCell, 4> centre;
    std::array<LayoutCell, 4> right;
    int bottomWeight; ///< per cent of the height
    std::array<LayoutCell, 3> bottom;
};

std::span<const LayoutRow> layoutRows();
/// The ids of the named layouts, each once; the first is the default.
std::span<const char* const> layoutIds();
/// The roomiest row of @p id for a window of @p size; nullptr if there is no such layout.
const LayoutRow* layoutFor(const QString& id, const QSize& size);

} // namespace fscope::gui
