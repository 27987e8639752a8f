// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/memorymapaxis.h"

#include "core/base/address.h"

#include <algorithm>
#include <cmath>

namespace fscope::widgets {
namespace {

constexpr double kHole = 2.2;
constexpr double kSmallest = 4;   ///< of a region
constexpr double kDoubling = 0.9; ///< for each doubling of its size

/// Narrower than this nothing is drawn.
constexpr double kThinnest = 2;
/// Closer than this spans are one.
constexpr double kTouching = 0.75;

} // namespace

MemoryMapAxis::MemoryMapAxis(const std::vector<models::MapStretch>& regions)
{
    m_segments.reserve(regions.size());
    for (const models::MapStretch& region : regions) {
        Segment segment { region.start, region.size, m_length, kHole };
        if (region.kind != models::MapKind::Hole) {
            const double pages
                = std::max(1.0, static_cast<double>(region.size) / static_cast<double>(kPageSize));
            segment.length = kSmallest + kDoubling * std::log2(pages);
        }
        m_length += segment.length;
        m_segments.push_back(segment);
    }
}

double MemoryMapAxis::place(quint64 address) const
{
    const auto after = std::ranges::upper_bound(m_segments, address, {}, &Segment::start);
    if (after == m_segments.begin())
        return 0;
    const Segment& segment = *std::prev(after);
    const quint64 offset = std::min(address - segment.start, segment.size);
    return segment.from + segment.length * (static_cast<double>(offset) / static_cast<double>(segment.size));
}

int MemoryMapAxis::segmentAt(double place) const
{
    const auto after = std::ranges::upper_bound(m_segments, place, {}, &Segment::from);
    return std::max<int>(static_cast<int>(after - m_segments.begin()) - 1, m_segments.empty() ? -1 : 0);
}

quint64 MemoryMapAxis::addressAt(double place) const
{
    const int at = segmentAt(place);
    if (at < 0)
        return 0;
    const Segment& segment = m_segments[static_cast<std::size_t>(at)];
    const double part = std::clamp((place - segment.from) / segment.length, 0.0, 1.0);
    const double offset = std::floor(part * static_cast<double>(segment.size));
    return segment.start + std::min(static_cast<quint64>(std::max(offset, 0.0)), segment.size - 1);
}

double MemoryMapAxis::pageLength(double place) const
{
    const int at = segmentAt(place);
    if (at < 0)
        return 1;
    const Segment& segment = m_segments[static_cast<std::size_t>(at)];
    return segment.length * std::min(1.0, static_cast<double>(kPageSize) / static_cast<double>(segment.size));
}

std::vector<std::pair<double, double>> spansInSight(
    std::span<const models::PageRun> ranges, const MemoryMapAxis& axis, const MemoryMapWindow& window)
{
    using models::PageRun;
    std::vector<std::pair<double, double>> out;
    if (ranges.empty() || axis.segments().empty())
        return out;
    const quint64 last = axis.addressAt(window.to);
    const auto x = [&](quint64 address) { return window.x(axis.place(address)); };
    const double right = window.left + window.width;
    auto it = models::firstRunFrom(ranges, axis.addressAt(window.from));
    while (it != ranges.end() && it->start <= last) {
        const double begin = std::max(x(it->start), window.left);
        double end = std::max(x(it->start + it->size), begin + kThinnest);
        ++it;
        // Whatever begins before the pixel after this one is drawn with it, without being looked at; what is
        // beyond the window too.
        while (end < right && it != ranges.end() && x(it->start) <= end + kTouching) {
            const quint64 beyond = axis.addressAt(window.place(end + kTouching));
            const auto next = std::upper_bound(it, ranges.end(), beyond,
                [](quint64 address, const PageRun& run) { return address < run.start; });
            it = std::max(next, it + 1);
            const PageRun& passed = *std::prev(it);
            end = std::max({ end, x(passed.start + passed.size), x(passed.start) + kThinnest });
        }
        if (begin < right && end > window.left)
            out.emplace_back(begin, std::min(end, right));
        if (end >= right)
            break;
    }
    return out;
}

} // namespace fscope::widgets
