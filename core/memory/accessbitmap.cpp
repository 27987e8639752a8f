// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#include "core/memory/accessbitmap.h"

#include <algorithm>
#include <bit>

namespace fscope::memory {

namespace {

constexpr std::uint64_t kAll = ~std::uint64_t { 0 };

/// The bits of the word that holds page @p first, from there on and for at most @p count pages.
std::uint64_t wordMask(std::uint64_t first, std::uint64_t count)
{
    const std::uint64_t low = kAll << (first % 64);
    const std::uint64_t used = first % 64 + std::min<std::uint64_t>(count, 64 - first % 64);
    return used == 64 ? low : low & ~(kAll << used);
}

} // namespace

AccessBitmap::AccessBitmap(std::uint64_t pages, bool allowed)
    : m_pages(pages)
    , m_words(pages / 64 + (pages % 64 != 0))
{
    if (allowed)
        change(0, pages, true);
}

std::optional<std::uint64_t> AccessBitmap::firstRefused(
    std::uint64_t first, std::uint64_t count) const noexcept
{
    while (count > 0) {
        if (first >= m_pages)
            return first;
        const std::uint64_t mask = wordMask(first, count);
        const std::uint64_t clear = ~m_words[first / 64].load(std::memory_order_relaxed) & mask;
        if (clear != 0)
            return first / 64 * 64 + static_cast<unsigned>(std::countr_zero(clear));
        const std::uint64_t step = std::min<std::uint64_t>(count, 64 - first % 64);
        first += step;
        count -= step;
    }
    return std::nullopt;
}

void AccessBitmap::change(std::uint64_t first, std::uint64_t count, bool allowed)
{
    if (first >= m_pages)
        return;
    count = std::min(count, m_pages - first);
    while (count > 0) {
        const std::uint64_t mask = wordMask(first, count);
        std::atomic<std::uint64_t>& word = m_words[first / 64];
        if (allowed)
            word.fetch_or(mask, std::memory_order_release);
        else
            word.fetch_and(~mask, std::memory_order_release);
        const std::uint64_t step = std::min<std::uint64_t>(count, 64 - first % 64);
        first += step;
        count -= step;
    }
}

void AccessBitmap::allow(std::uint64_t first, std::uint64_t count)
{
    change(first, count, true);
}

void AccessBitmap::forbid(std::uint64_t first, std::uint64_t count)
{
    change(first, count, false);
}

} // namespace fscope::memory
