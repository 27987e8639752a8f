// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/memory/memorybacking.h"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace fscope::memory::detail {

/// One region of a GuestMemory: a window of a backing, or a hole. Seen by core/memory alone.
struct MemoryRegion {
    std::byte* base = nullptr; ///< host address of byte 0 of the window; nullptr: fallbacks only
    std::uint64_t length = 0;  ///< of a hole: 0
    std::uint64_t origin = 0;  ///< byte 0 of the window in the backing's addresses
    // Of each pair the first is for reading, the second for writing.
    const PageBitmap* mapped[2] = {};    ///< backed pages of the backing; nullptr: each is tried
    const AccessBitmap* allowed[2] = {}; ///< access bitmaps; nullptr: no restriction
    std::uint64_t allowedOffset = 0;     ///< added to the backing's addresses to find a page's bit in them
    /// The same as bare words, for accesses within a page: nullptr where there is no bitmap.
    const std::atomic<std::uint64_t>* mappedWords[2] = {};
    const std::atomic<std::uint64_t>* allowedWords[2] = {};
    bool bareWords = true; ///< the access bitmaps reach to the end, so that their words need no range check
    bool readOnly = false;
    bool lockable = false;
    std::shared_ptr<MemoryBacking> backing; ///< of a hole: null
    AccessBitmaps bitmaps;                  ///< keeps @c allowed alive

    bool isRestricted() const { return allowed[0] != nullptr || allowed[1] != nullptr; }
};

/// What all handles on one memory share. Never changes.
struct MemoryState {
    const char* name = "";
    unsigned regionShift = 63;     ///< log2 of the region size
    std::uint64_t coveredMask = 0; ///< the address bits that regions, padding included, cover
    std::uint64_t size = 0;
    bool lockable = true;
    std::vector<MemoryRegion> regions; ///< without padding

    std::uint64_t regionSize() const { return std::uint64_t { 1 } << regionShift; }

    struct Place {
        const MemoryRegion* region = nullptr; ///< nullptr: out of range
        std::uint64_t offset = 0;             ///< in the region
    };
    /// Where [address, address + length) lies, if within one region. An access may end where its region ends.
    Place find(std::uint64_t address, std::uint64_t length) const noexcept
    {
        if ((address & ~coveredMask) != 0)
            return {};
        const std::uint64_t index = address >> regionShift;
        if (index >= regions.size())
            return {};
        const MemoryRegion& region = regions[index];
        const std::uint64_t offset = address & (regionSize() - 1);
        if (region.backing == nullptr || length > region.length || offset > region.length - length)
            return {};
        return { &region, offset };
    }
    /// How many of the @p length bytes at @p address come before the next region.
    std::uint64_t lengthWithinRegion(std::uint64_t address, std::uint64_t length) const
    {
        return std::min(length, regionSize() - (address & (regionSize() - 1)));
    }
};

/// An error of the range [start, start + length).
inline MemoryError rangeError(const MemoryState& state, MemoryOperation operation, std::uint64_t start,
    std::uint64_t length, const AccessFailure& why)
{
    return { why.kind, operation, true, state.name, why.cause, start, length, why.address, why.causeValue };
}

/// An error of an operation on a list of pages.
inline MemoryError pagesError(const MemoryState& state, MemoryOperation operation, const AccessFailure& why)
{
    return { why.kind, operation, false, state.name, why.cause, 0, 0, why.address, why.causeValue };
}

inline constexpr AccessFailure kOutOfRange { MemoryErrorKind::OutOfRange, cause::kNoMemory, kUnknownAddress,
    0 };

} // namespace fscope::memory::detail
