// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/address.h"
#include "core/memory/memorybacking.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <utility>

namespace fscope::memory {

/// Page numbers are below this: the address of a greater one does not fit 64 bits.
inline constexpr std::uint64_t kPageNumberEnd = std::uint64_t { 1 } << (64 - kPageShift);

/// A page number that is no page.
struct InvalidPage {
    std::uint64_t page = 0;
    bool operator==(const InvalidPage&) const = default;
};

/// A run of guest addresses that a list of pages gave, or the page in the list that is none.
using PageRun = tl::expected<ByteRange, InvalidPage>;

/// A window of bytes over a list of page numbers, which are 4096 bytes each and need not be consecutive: how
/// a guest names a buffer. Only the first and the last page may be partial.
///
/// A view: the list must outlive it. Copies are cheap. What goes past the end is refused and changes nothing.
class PagedRange
{
public:
    PagedRange() = default; ///< no pages, no bytes
    /// The bytes [offset, offset + length) of @p pages; nullopt if they are not all there.
    static std::optional<PagedRange> create(
        std::uint64_t offset, std::uint64_t length, std::span<const std::uint64_t> pages);

    std::uint64_t length() const { return m_end - m_start; } ///< bytes
    bool empty() const { return m_start == m_end; }
    std::uint64_t offset() const { return m_start % kPageSize; } ///< of the first byte in its page
    /// The pages that have bytes in the window. An empty window inside a page still has that page; at a page
    /// boundary it has none.
    std::span<const std::uint64_t> pages() const;

    /// The bytes [offset, offset + length) of the window.
    std::optional<PagedRange> subrange(std::uint64_t offset, std::uint64_t length) const;
    /// Its first @p length bytes, and the rest.
    std::optional<std::pair<PagedRange, PagedRange>> split(std::uint64_t length) const;
    /// Drops the first @p length bytes. False, and nothing changed, if there are fewer.
    bool skip(std::uint64_t length);
    /// Keeps the first @p length bytes. False, and nothing changed, if there are fewer.
    bool truncate(std::uint64_t length);

    /// Takes the longest run of consecutive pages from the front; nullopt once nothing is left. An invalid
    /// page is taken as an item of its own, so that taking always ends and reaches the valid pages behind it.
    std::optional<PageRun> popFront();

    /// The same bytes of the same pages, wherever the list is.
    bool operator==(const PagedRange& other) const;

private:
    std::uint64_t m_start = 0; ///< first byte, from the start of the list
    std::uint64_t m_end = 0;
    std::span<const std::uint64_t> m_pages;
};

/// Several PagedRanges, one after the other. A view as they are.
class PagedRangeList
{
public:
    PagedRangeList() = default;
    explicit PagedRangeList(std::span<const PagedRange> ranges);

    std::uint64_t length() const { return m_length; } ///< bytes of all
    bool empty() const { return m_length == 0; }
    bool skip(std::uint64_t length);     ///< as PagedRange::skip()
    bool truncate(std::uint64_t length); ///< as PagedRange::truncate()

    /// Takes the next range, cut to what skip() and truncate() left of it. Empty ranges between others are
    /// taken as they are; those behind the last byte are not reached.
    std::optional<PagedRange> popRange();
    /// As PagedRange::popFront(): runs do not reach from one range into the next.
    std::optional<PageRun> popFront();

private:
    PagedRange front() const; ///< of the first range, what is left; m_ranges is not empty

    std::span<const PagedRange> m_ranges;
    std::uint64_t m_skip = 0; ///< bytes of the first range that are gone
    std::uint64_t m_length = 0;
};

} // namespace fscope::memory
