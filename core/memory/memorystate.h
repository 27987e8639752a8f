// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/memory/memorybacking.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace fscope::memory::detail {

/// One region of a GuestMemory: a window of a backing, or a hole. Seen by core/memory alone.
struct MemoryRegion {
    std::byte* base = nullptr; ///< host address of byte 0 of the window; nullptr: fallbacks only
    std::uint64_t length = 0;  ///< 0: a hole
    std::uint64_t origin = 0;  ///< byte 0 of the window in the backing's addresses
    bool readOnly = false;
    AccessBitmaps bitmaps; ///< of the backing's pages, not the window's
    std::shared_ptr<MemoryBacking> backing;

    const AccessBitmap* bitmap(bool write) const { return (write ? bitmaps.write : bitmaps.read).get(); }
};

/// What all handles on one memory share. Never changes.
struct MemoryState {
    const char* name = "";
    unsigned regionShift = 63;     ///< log2 of the region size
    std::uint64_t coveredMask = 0; ///< the address bits that regions, padding included, cover
    std::uint64_t size = 0;
    std::vector<MemoryRegion> regions; ///< without padding

    struct Place {
        const MemoryRegion* region = nullptr; ///< nullptr: out of range
        std::uint64_t offset = 0;             ///< in the region
    };
    /// Where [address, address + length) lies, if within one region. An access may end where its region ends.
    Place find(std::uint64_t address, std::uint64_t length) const noexcept
    {
        if (((address | length) & ~coveredMask) != 0)
            return {};
        const std::uint64_t index = address >> regionShift;
        if (index >= regions.size())
            return {};
        const MemoryRegion& region = regions[index];
        const std::uint64_t offset = address & ((std::uint64_t { 1 } << regionShift) - 1);
        if (region.backing == nullptr || length > region.length || offset > region.length - length)
            return {};
        return { &region, offset };
    }
};

} // namespace fscope::memory::detail
