// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/address.h"
#include "core/base/result.h"

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace fscope::memory {

/// One bit per page of 4096 bytes, least significant bit of a word first, as access checks read it. It costs
/// nearly nothing even for terabytes, because it lies in sparse memory of the host and long runs of ones
/// share their pages.
///
/// Any number of threads may test() while one sets; setting is serialized by the owner.
class PageBitmap
{
public:
    PageBitmap() = default;
    /// All bits clear, for @p pages pages.
    static Result<PageBitmap> create(std::uint64_t pages);

    std::uint64_t pages() const { return m_pages; }
    /// Bit of @p page (below pages()). One relaxed load.
    bool test(std::uint64_t page) const
    {
        return (m_words[page / 64].load(std::memory_order_relaxed) >> (page % 64) & 1) != 0;
    }
    /// Whether all bits of the bytes [offset, offset + length) are set; true if length is 0. Within pages().
    bool covers(std::uint64_t offset, std::uint64_t length) const
    {
        return firstClear(offset, length) == offset + length;
    }
    /// The first byte in [offset, offset + length) whose page's bit is clear, or the end of that range.
    std::uint64_t firstClear(std::uint64_t offset, std::uint64_t length) const
    {
        const std::uint64_t first = offset >> kPageShift;
        if (length == 0)
            return offset;
        const std::uint64_t last = (offset + length - 1) >> kPageShift;
        if (!test(first))
            return offset;
        return first == last ? offset + length : firstClearAfter(first, last, offset + length);
    }
    /// Sets or clears @p count bits from @p first on. Cost: one system call or two for long runs, however
    /// long, and a word written for each 64 pages at their ends.
    void assign(std::uint64_t first, std::uint64_t count, bool value);

    /// The bits themselves, readable for the bitmap's life, also when it moves.
    const std::atomic<std::uint64_t>* words() const { return m_words; }

    ~PageBitmap();
    PageBitmap(PageBitmap&& other) noexcept;
    PageBitmap& operator=(PageBitmap&& other) noexcept;
    PageBitmap(const PageBitmap&) = delete;
    PageBitmap& operator=(const PageBitmap&) = delete;

private:
    std::uint64_t firstClearAfter(std::uint64_t page, std::uint64_t last, std::uint64_t end) const;
    void assignBits(std::uint64_t first, std::uint64_t count, bool value);

    std::atomic<std::uint64_t>* m_words = nullptr;
    std::uint64_t m_pages = 0;
    std::size_t m_reserved = 0; ///< bytes of address space at m_words
};

} // namespace fscope::memory
