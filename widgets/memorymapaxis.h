// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/memorymapcontent.h"

#include <span>
#include <utility>
#include <vector>

namespace fscope::widgets {

/// Where addresses stand along the strip of the memory map, in units of its own.
///
/// A region is as long as the logarithm of its size, so that a device of one page is in sight beside RAM of
/// gigabytes; a hole is short, however large it is. Inside each of them addresses are even.
class MemoryMapAxis
{
public:
    struct Segment {
        quint64 start = 0;
        quint64 size = 0;
        double from = 0;
        double length = 0;
    };

    MemoryMapAxis() = default;
    explicit MemoryMapAxis(const std::vector<models::MapStretch>& regions);

    const std::vector<Segment>& segments() const { return m_segments; } ///< as the regions
    double length() const { return m_length; }
    /// Ends where the space ends; @p address is clamped to it.
    double place(quint64 address) const;
    quint64 addressAt(double place) const;
    int segmentAt(double place) const; ///< the nearest; -1 if there is none
    /// Units that a page at @p place takes.
    double pageLength(double place) const;

private:
    std::vector<Segment> m_segments;
    double m_length = 0;
};

/// The part of an axis that is in sight, onto some pixels.
struct MemoryMapWindow {
    double from = 0;
    double to = 0;
    double left = 0; ///< pixels
    double width = 1;

    double x(double place) const { return left + (place - from) / (to - from) * width; }
    double place(double x) const { return from + (x - left) / width * (to - from); }
    bool operator==(const MemoryMapWindow&) const = default;
};

/// What to draw for the ranges of one mark that are in sight: pairs of left and right edge in pixels, from
/// left to right, neighbours that would touch made one. Cost: by the pixels of the window, not by the ranges.
std::vector<std::pair<double, double>> spansInSight(
    std::span<const models::PageRun> ranges, const MemoryMapAxis& axis, const MemoryMapWindow& window);

} // namespace fscope::widgets
