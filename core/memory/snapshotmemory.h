// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/address.h"
#include "core/base/bits.h"
#include "core/base/result.h"
#include "core/memory/cowbacking.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace fscope::memory {

/// The first byte that an access could not reach.
struct MemoryFault {
    Pa address;
    bool write = false;
    bool operator==(const MemoryFault&) const = default;
};

/// Physical memory of the simulated machine: RAM ranges over a 56-bit space, of which only touched pages
/// exist.
///
/// A copy shares its pages with the original until either writes (copy-on-write), so a copy is a cheap
/// snapshot. Untouched RAM reads as zero. Distinct copies may be used by distinct threads, although they
/// share pages, and one copy may be read by several threads while none writes it. A memory that was moved
/// from may only be assigned or destroyed. Cost: a read or write within one page is one hash lookup (a few
/// ns); a copy touches one count for each 64 pages.
class SnapshotMemory
{
public:
    using Range = CowBacking::Range;
    using Page = CowBacking::Page;

    /// Makes [start, start + size) RAM. Both are multiples of 4096 and size > 0; ranges do not overlap and
    /// end below 2^56.
    Result<void> addRam(Pa start, std::uint64_t size);
    /// Makes RAM of another memory, which is never changed: see CowBacking::addBase().
    Result<void> addBase(GuestMemory base, Pa start);
    std::span<const Range> ranges() const { return m_backing->ranges(); } ///< by ascending start
    bool isRam(Pa address, std::uint64_t size = 1) const;

    /// All or nothing: on a fault nothing was read or written. nullopt is success.
    std::optional<MemoryFault> read(Pa address, void* out, std::size_t size) const;
    std::optional<MemoryFault> write(Pa address, const void* data, std::size_t size);

    /// Page numbers (address / 4096) of the pages that were written, ascending; those of a base are not among
    /// them.
    std::vector<std::uint64_t> touchedPages() const;
    struct PageView {
        std::uint64_t number = 0; ///< address / 4096
        const Page* bytes = nullptr;
    };
    /// The pages that were written, ascending, with what is in them. Valid until this memory is written,
    /// assigned or destroyed.
    std::vector<PageView> pages() const;
    /// Numbers of the pages whose bytes differ from those of @p earlier, ascending; RAM that is not there
    /// counts as zero. Cost: one comparison for each 64 pages that both share, and reading those they do not.
    std::vector<std::uint64_t> pagesChangedSince(const SnapshotMemory& earlier) const;
    /// Whether both hold the same ranges, over the same base if any, and the same bytes.
    bool sameContent(const SnapshotMemory& other) const;
    /// Address of the first byte that differs, if any; what is not RAM in one of them counts as zero there.
    std::optional<Pa> firstDifference(const SnapshotMemory& other) const;

    /// This memory for whoever reads or writes memory without caring where it lies: addresses are PAs.
    ///
    /// It goes on showing this memory when that is written, and lives on its own once this memory is assigned
    /// to or destroyed. What is written through it is written here; copies made before keep what they had.
    /// Threads: one writer or several readers, as for the memory itself; pages cannot be locked.
    const GuestMemory& handle() const { return m_handle; }

    SnapshotMemory();
    ~SnapshotMemory();
    SnapshotMemory(const SnapshotMemory&);
    SnapshotMemory& operator=(const SnapshotMemory&);
    SnapshotMemory(SnapshotMemory&&) noexcept;
    SnapshotMemory& operator=(SnapshotMemory&&) noexcept;

private:
    std::shared_ptr<CowBacking> m_backing;
    GuestMemory m_handle;
};

} // namespace fscope::memory
