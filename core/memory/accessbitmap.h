// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace fscope::memory {

/// One bit for each 4096-byte page: set where an access may use the mapping of a GuestMemory.
///
/// Reading and changing it is free of locks and may happen from several threads. allow() is seen by later
/// accesses at once. forbid() returns only when no access that still saw the old bits is under way, so that
/// its caller may rely on the restriction.
class AccessBitmap
{
public:
    /// @p pages bits, all set or all clear.
    explicit AccessBitmap(std::uint64_t pages, bool allowed = true);

    std::uint64_t pages() const { return m_pages; }
    /// False for pages beyond the end.
    bool allows(std::uint64_t page) const noexcept
    {
        return page < m_pages
            && ((m_words[page / 64].load(std::memory_order_relaxed) >> (page % 64)) & 1) != 0;
    }
    /// The first page of [first, first + count) whose bit is clear, or that is beyond the end. Cost: one load
    /// for 64 pages.
    std::optional<std::uint64_t> firstRefused(std::uint64_t first, std::uint64_t count) const noexcept;

    /// Sets or clears [first, first + count); pages beyond the end are ignored.
    void allow(std::uint64_t first, std::uint64_t count = 1);
    /// As allow(), and waits for the accesses that are under way. Not to be called inside a read section.
    void forbid(std::uint64_t first, std::uint64_t count = 1);

private:
    void change(std::uint64_t first, std::uint64_t count, bool allowed);

    std::uint64_t m_pages;
    std::vector<std::atomic<std::uint64_t>> m_words;
};

/// The bitmaps of a backing. Either may be absent (no restriction), and both may be the same.
struct AccessBitmaps {
    std::shared_ptr<const AccessBitmap> read;
    std::shared_ptr<const AccessBitmap> write;
    std::uint64_t firstBit = 0; ///< the bit of the backing's page 0
};

} // namespace fscope::memory
