// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/memory/committedmemory.h"

#include <algorithm>
#include <utility>

namespace fscope::memory {
namespace {

/// What GuestPages copies in one go: it stays in the cache of one core.
constexpr std::uint64_t kPiece = 256U << 10;

} // namespace

SnapshotPages::SnapshotPages(SnapshotMemory memory)
    : m_memory(std::move(memory))
    , m_pages(m_memory.pages())
{ }

/// The first page of this number or above.
std::vector<SnapshotMemory::PageView>::const_iterator SnapshotPages::pageAt(std::uint64_t number) const
{
    return std::lower_bound(m_pages.begin(), m_pages.end(), number,
        [](const SnapshotMemory::PageView& page, std::uint64_t wanted) { return page.number < wanted; });
}

std::optional<CommittedSpan> SnapshotPages::next(std::uint64_t from, Cursor& cursor) const
{
    const std::uint64_t wanted = from >> kPageShift;
    auto page = m_pages.begin() + static_cast<std::ptrdiff_t>(std::min(cursor.hint, m_pages.size()));
    if (page == m_pages.end() || page->number != wanted)
        page = pageAt(wanted);
    if (page == m_pages.end())
        return std::nullopt;
    cursor.hint = static_cast<std::size_t>(page - m_pages.begin()) + 1;
    const std::uint64_t start = page->number << kPageShift;
    const std::uint64_t skipped = from > start ? from - start : 0;
    return CommittedSpan { start + skipped, std::span(*page->bytes).subspan(skipped) };
}

std::optional<CommittedSpan> SnapshotPages::previous(std::uint64_t end, Cursor&) const
{
    // The page that holds end - 1, or one below it; there is none below 0.
    auto page = end == 0 ? m_pages.begin() : pageAt(((end - 1) >> kPageShift) + 1);
    if (page == m_pages.begin())
        return std::nullopt;
    --page;
    const std::uint64_t start = page->number << kPageShift;
    return CommittedSpan { start, std::span(*page->bytes).first(std::min(end - start, kPageSize)) };
}

std::uint64_t SnapshotPages::zerosFrom(std::uint64_t address) const
{
    // Pages are in RAM, so the run ends at a page or at the end of a range; ranges may touch.
    const auto page = pageAt(address >> kPageShift);
    std::uint64_t limit = ~std::uint64_t { 0 };
    if (page != m_pages.end())
        limit = std::max(page->number << kPageShift, address);
    std::uint64_t at = address;
    for (const SnapshotMemory::Range& range : m_memory.ranges())
        if (at >= range.start.value && at - range.start.value < range.size)
            at = range.start.value + range.size;
    return std::min(at, limit) - address;
}

std::uint64_t SnapshotPages::zerosBefore(std::uint64_t end) const
{
    auto page = end == 0 ? m_pages.begin() : pageAt(((end - 1) >> kPageShift) + 1);
    std::uint64_t limit = 0;
    if (page != m_pages.begin())
        limit = std::min((std::prev(page)->number + 1) << kPageShift, end);
    std::uint64_t at = end;
    std::span<const SnapshotMemory::Range> ranges = m_memory.ranges();
    for (; !ranges.empty(); ranges = ranges.first(ranges.size() - 1))
        if (at > ranges.back().start.value && at - ranges.back().start.value <= ranges.back().size)
            at = ranges.back().start.value;
    return end - std::max(at, limit);
}

std::uint64_t SnapshotPages::committedBytes() const
{
    return m_pages.size() * kPageSize;
}

GuestPages::GuestPages(GuestMemory memory)
    : m_memory(std::move(memory))
{
    // Runs that adjoin stay apart: an access may not cross two regions.
    std::uint64_t at = 0;
    while (const std::optional<ByteRange> found = m_memory.nextPresent(at)) {
        const ByteRange& run = *found; // NOLINT(bugprone-unchecked-optional-access): the loop looked
        at = run.start + run.length;
        m_committed += run.length;
        m_runs.push_back(run);
    }
}

std::optional<CommittedSpan> GuestPages::next(std::uint64_t from, Cursor& cursor) const
{
    auto run = std::partition_point(m_runs.begin(), m_runs.end(),
        [from](const ByteRange& range) { return range.start + range.length <= from; });
    cursor.buffer.resize(kPiece);
    for (; run != m_runs.end(); ++run) {
        std::uint64_t at = std::max(from, run->start);
        const std::uint64_t end = run->start + run->length;
        while (at < end) {
            // Pieces end at multiples of their size, so that the copies are of whole pages.
            const std::uint64_t length = std::min(end, (at / kPiece + 1) * kPiece) - at;
            const std::span<std::uint8_t> bytes = std::span(cursor.buffer).first(length);
            const MemoryResult<void> done = m_memory.read(at, bytes);
            if (done)
                return CommittedSpan { at, bytes };
            const std::uint64_t bad = done.error().failingAddress().value_or(at);
            if (bad > at && bad - at < length && m_memory.read(at, bytes.first(bad - at)))
                return CommittedSpan { at, bytes.first(bad - at) };
            at = (std::max(at, bad) / kPageSize + 1) * kPageSize;
        }
    }
    return std::nullopt;
}

std::optional<CommittedSpan> GuestPages::previous(std::uint64_t end, Cursor& cursor) const
{
    auto run = std::partition_point(
        m_runs.begin(), m_runs.end(), [end](const ByteRange& range) { return range.start < end; });
    cursor.buffer.resize(kPiece);
    while (run != m_runs.begin()) {
        --run;
        std::uint64_t stop = std::min(end, run->start + run->length);
        while (stop > run->start) {
            const std::uint64_t at = std::max(run->start, (stop - 1) / kPiece * kPiece);
            const std::span<std::uint8_t> bytes = std::span(cursor.buffer).first(stop - at);
            if (m_memory.read(at, bytes))
                return CommittedSpan { at, bytes };
            // The piece has a page that fails: its pages one by one, from the last.
            const std::uint64_t page = std::max(run->start, (stop - 1) / kPageSize * kPageSize);
            if (m_memory.read(page, bytes.first(stop - page)))
                return CommittedSpan { page, bytes.first(stop - page) };
            stop = page;
        }
    }
    return std::nullopt;
}

} // namespace fscope::memory
