// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#include "core/memory/pagedrange.h"

#include <algorithm>

namespace fscope::memory {

std::optional<PagedRange> PagedRange::create(
    std::uint64_t offset, std::uint64_t length, std::span<const std::uint64_t> pages)
{
    const std::uint64_t all = pages.size() * kPageSize;
    if (offset > all || length > all - offset)
        return std::nullopt;
    PagedRange range;
    range.m_start = offset;
    range.m_end = offset + length;
    range.m_pages = pages;
    return range;
}

std::span<const std::uint64_t> PagedRange::pages() const
{
    const std::uint64_t first = m_start / kPageSize;
    const std::uint64_t end = (m_end + kPageSize - 1) / kPageSize;
    return m_pages.subspan(first, end - first);
}

std::optional<PagedRange> PagedRange::subrange(std::uint64_t offset, std::uint64_t length) const
{
    if (offset > this->length() || length > this->length() - offset)
        return std::nullopt;
    return create(m_start + offset, length, m_pages);
}

std::optional<std::pair<PagedRange, PagedRange>> PagedRange::split(std::uint64_t length) const
{
    if (length > this->length())
        return std::nullopt;
    std::pair<PagedRange, PagedRange> halves { *this, *this };
    halves.first.m_end = m_start + length;
    halves.second.m_start = m_start + length;
    return halves;
}

bool PagedRange::skip(std::uint64_t length)
{
    if (length > this->length())
        return false;
    m_start += length;
    return true;
}

bool PagedRange::truncate(std::uint64_t length)
{
    if (length > this->length())
        return false;
    m_end = m_start + length;
    return true;
}

std::optional<PageRun> PagedRange::popFront()
{
    if (empty())
        return std::nullopt;
    const std::uint64_t first = m_start / kPageSize;
    const std::uint64_t lastEnd = (m_end + kPageSize - 1) / kPageSize;
    const std::uint64_t page = m_pages[first];
    std::uint64_t end = first + 1;
    if (page < kPageNumberEnd) {
        while (end < lastEnd && m_pages[end] == page + (end - first) && m_pages[end] < kPageNumberEnd)
            ++end;
    }
    const std::uint64_t start = std::exchange(m_start, std::min(end * kPageSize, m_end));
    if (page >= kPageNumberEnd)
        return PageRun(tl::unexpected(InvalidPage { page }));
    return PageRun(ByteRange { page * kPageSize + start % kPageSize, m_start - start });
}

bool PagedRange::operator==(const PagedRange& other) const
{
    return length() == other.length() && offset() == other.offset()
        && std::ranges::equal(pages(), other.pages());
}

PagedRangeList::PagedRangeList(std::span<const PagedRange> ranges)
    : m_ranges(ranges)
{
    for (const PagedRange& range : ranges)
        m_length += range.length();
}

PagedRange PagedRangeList::front() const
{
    PagedRange range = m_ranges.front();
    range.skip(m_skip);
    range.truncate(std::min(range.length(), m_length));
    return range;
}

bool PagedRangeList::skip(std::uint64_t length)
{
    if (length > m_length)
        return false;
    m_length -= length;
    m_skip += length;
    while (!m_ranges.empty() && m_skip >= m_ranges.front().length() && m_skip > 0) {
        m_skip -= m_ranges.front().length();
        m_ranges = m_ranges.subspan(1);
    }
    return true;
}

bool PagedRangeList::truncate(std::uint64_t length)
{
    if (length > m_length)
        return false;
    m_length = length;
    return true;
}

std::optional<PagedRange> PagedRangeList::popRange()
{
    if (m_ranges.empty() || m_length == 0)
        return std::nullopt;
    const PagedRange range = front();
    m_length -= range.length();
    m_skip = 0;
    m_ranges = m_ranges.subspan(1);
    return range;
}

std::optional<PageRun> PagedRangeList::popFront()
{
    if (empty())
        return std::nullopt;
    while (front().empty()) {
        m_skip = 0;
        m_ranges = m_ranges.subspan(1);
    }
    PagedRange range = front();
    const std::uint64_t before = range.length();
    auto run = range.popFront();
    skip(before - range.length());
    return run;
}

} // namespace fscope::memory
