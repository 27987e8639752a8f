// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/memory/pagebitmap.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <mutex>

namespace fscope::memory {

/// One bit for each 4096-byte page: set where an access may use the mapping of a GuestMemory.
///
/// Accesses read it without a lock while any thread changes it. allow() is seen by later accesses at once.
/// forbid() returns when no access that still saw the old bits is under way, so that its caller may rely on
/// the restriction. Costs little even for terabytes, see PageBitmap.
class AccessBitmap
{
public:
    /// @p pages bits, all set or all clear. An Error if the host has not the address space.
    static Result<std::shared_ptr<AccessBitmap>> create(std::uint64_t pages, bool allowed = true);

    std::uint64_t pages() const { return m_bits.pages(); }
    bool allows(std::uint64_t page) const { return page < pages() && m_bits.test(page); }
    /// The first of the bytes [offset, offset + length) whose page is refused or beyond the end, or the end
    /// of the range; offset + length does not wrap. Bit 0 stands for bytes 0 to 4095.
    std::uint64_t firstRefused(std::uint64_t offset, std::uint64_t length) const
    {
        const std::uint64_t end = pages() * kPageSize;
        if (offset >= end)
            return offset;
        return m_bits.firstClear(offset, std::min(length, end - offset));
    }

    /// The bits themselves, pages() of them, to be read in a ReadSection.
    const std::atomic<std::uint64_t>* words() const { return m_bits.words(); }

    /// Sets the bits [first, first + count); those beyond the end are ignored.
    void allow(std::uint64_t first, std::uint64_t count = 1);
    /// Clears them and waits for the accesses that are under way. False, and no waiting, if the calling
    /// thread is itself in a ReadSection: the bits are clear then, but must not be relied on yet.
    [[nodiscard]] bool forbid(std::uint64_t first, std::uint64_t count = 1);

    explicit AccessBitmap(PageBitmap bits); ///< takes over bits that exist

private:
    void assign(std::uint64_t first, std::uint64_t count, bool value);

    std::mutex m_mutex; ///< of those who change it
    PageBitmap m_bits;
};

/// The bitmaps of a backing. Either may be absent (no restriction), and both may be the same.
struct AccessBitmaps {
    std::shared_ptr<const AccessBitmap> read;
    std::shared_ptr<const AccessBitmap> write;
    std::uint64_t firstBit = 0; ///< the bit of the backing's page 0
};

} // namespace fscope::memory
