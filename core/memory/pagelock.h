// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/memory/memorybacking.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace fscope::memory {

/// What locked pages will be used for: the pages must permit it, and copy-on-write ones become private first.
enum class LockAccess : std::uint8_t { Read, Write };

/// A page that is locked now.
struct LockedPage {
    std::uint64_t address = 0; ///< of its first byte within the memory that was asked
    std::uint64_t count = 0;   ///< how many locks hold it
    bool operator==(const LockedPage&) const = default;
};

/// Pages of guest memory that stay where they are as long as this lives. Made by GuestMemory::lockPages() and
/// lockRange(); unlocks when it dies. Keeps the memory alive.
class PageLock
{
public:
    PageLock() = default; ///< locks nothing
    ~PageLock() { release(); }
    PageLock(PageLock&& other) noexcept
        : m_held(std::move(other.m_held))
        , m_slices(std::move(other.m_slices))
    {
        other.m_held.clear();
        other.m_slices.clear();
    }
    PageLock& operator=(PageLock&& other) noexcept
    {
        std::swap(m_held, other.m_held);
        std::swap(m_slices, other.m_slices);
        return *this;
    }
    PageLock(const PageLock&) = delete;
    PageLock& operator=(const PageLock&) = delete;

    /// The bytes, in the order asked for: of lockPages() 4096 for each page, of lockRange() one piece for
    /// each run of consecutive pages within a region. The guest and others change them at any time: use
    /// std::atomic_ref, or tryLoad() and tryCopy() where the backing may lose its pages.
    std::span<const std::span<std::byte>> slices() const { return m_slices; }

private:
    friend class GuestMemory;
    struct Held {
        std::shared_ptr<MemoryBacking> backing;
        std::vector<std::uint64_t> pages; ///< of the backing, in the order asked for
        std::uint64_t shift = 0;          ///< object's address - backing's address
        bool locked = false;              ///< unlockPages() is owed
        bool counted = false;             ///< in lockCounts()
    };
    void release();

    std::vector<Held> m_held; ///< one for each region
    std::vector<std::span<std::byte>> m_slices;
};

} // namespace fscope::memory
