// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/memory/pagebitmap.h"

#include "core/memory/hostreservation.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace fscope::memory {

static_assert(sizeof(std::atomic<std::uint64_t>) == 8 && std::atomic<std::uint64_t>::is_always_lock_free,
    "a bitmap lies in memory that the host made zero, without a constructor having run");

Result<PageBitmap> PageBitmap::create(std::uint64_t pages)
{
    PageBitmap made;
    const std::uint64_t hostPage = detail::HostReservation::pageSize();
    const std::uint64_t bytes = (pages + 63) / 64 * 8;
    made.m_reserved
        = static_cast<std::size_t>(std::max(hostPage, (bytes + hostPage - 1) / hostPage * hostPage));
    const auto at = detail::sparseZeros(made.m_reserved);
    if (!at)
        return tl::unexpected(at.error());
    made.m_words = reinterpret_cast<std::atomic<std::uint64_t>*>(*at);
    made.m_pages = pages;
    return made;
}

void PageBitmap::assignBits(std::uint64_t first, std::uint64_t count, bool value)
{
    while (count > 0) {
        const std::uint64_t shift = first % 64;
        const std::uint64_t taken = std::min(count, 64 - shift);
        const std::uint64_t bits = (taken == 64 ? ~std::uint64_t { 0 } : (std::uint64_t { 1 } << taken) - 1)
            << shift;
        std::atomic<std::uint64_t>& word = m_words[first / 64];
        if (value)
            word.fetch_or(bits, std::memory_order_release);
        else if ((word.load(std::memory_order_relaxed) & bits) != 0) // so that what is clear stays untouched
            word.fetch_and(~bits, std::memory_order_release);
        first += taken;
        count -= taken;
    }
}

void PageBitmap::assign(std::uint64_t first, std::uint64_t count, bool value)
{
    // Host pages of the bitmap that are wholly inside: replaced, not written.
    const std::uint64_t perHostPage = detail::HostReservation::pageSize() * 8;
    const std::uint64_t wholeFirst = (first + perHostPage - 1) / perHostPage * perHostPage;
    const std::uint64_t wholeEnd = (first + count) / perHostPage * perHostPage;
    if (wholeFirst >= wholeEnd) {
        assignBits(first, count, value);
        return;
    }
    assignBits(first, wholeFirst - first, value);
    auto* const at = reinterpret_cast<std::byte*>(m_words) + wholeFirst / 8;
    const auto size = static_cast<std::size_t>((wholeEnd - wholeFirst) / 8);
    if (value)
        detail::fillSparseOnes(at, size);
    else
        detail::clearSparse(at, size);
    assignBits(wholeEnd, first + count - wholeEnd, value);
}

std::uint64_t PageBitmap::firstClearAfter(std::uint64_t page, std::uint64_t last, std::uint64_t end) const
{
    for (std::uint64_t word = page / 64; word <= last / 64; ++word) {
        std::uint64_t clear = ~m_words[word].load(std::memory_order_relaxed);
        if (word == page / 64)
            clear &= ~std::uint64_t { 0 } << (page % 64);
        if (clear != 0) {
            const std::uint64_t found = word * 64 + static_cast<unsigned>(std::countr_zero(clear));
            return found > last ? end : found << kPageShift;
        }
    }
    return end;
}

PageBitmap::~PageBitmap()
{
    if (m_words)
        detail::freeSparse(reinterpret_cast<std::byte*>(m_words), m_reserved);
}

PageBitmap::PageBitmap(PageBitmap&& other) noexcept
    : m_words(std::exchange(other.m_words, nullptr))
    , m_pages(std::exchange(other.m_pages, 0))
    , m_reserved(std::exchange(other.m_reserved, 0))
{ }

PageBitmap& PageBitmap::operator=(PageBitmap&& other) noexcept
{
    std::swap(m_words, other.m_words);
    std::swap(m_pages, other.m_pages);
    std::swap(m_reserved, other.m_reserved);
    return *this;
}

} // namespace fscope::memory
