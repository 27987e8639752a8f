// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/address.h"
#include "core/base/result.h"
#include "core/memory/cowpages.h"
#include "core/memory/guestmemory.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace fscope::memory {

/// RAM ranges over a 56-bit space, of which only the pages that were written exist (copy-on-write): over
/// nothing, where untouched RAM reads as zero, or over another memory, whose bytes show through and are never
/// changed (a dump, to see what would have happened).
///
/// fork() gives another one with the same bytes, cheaply: pages are shared until either side writes. What is
/// in no range fails with OutOfRange. There is no mapping, so pages cannot be locked. One backing may be read
/// by several threads while none writes it; forks do not disturb each other.
class CowBacking final : public MemoryBacking
{
public:
    using Page = CowPages::Page;
    struct Range {
        Pa start;
        std::uint64_t size = 0;
        bool operator==(const Range&) const = default;
    };
    /// The end of the space, and what size() says.
    static constexpr std::uint64_t kEnd = std::uint64_t { 1 } << 56;

    CowBacking() = default;
    std::shared_ptr<CowBacking> fork() const { return std::shared_ptr<CowBacking>(new CowBacking(*this)); }

    /// Makes [start, start + size) RAM. Both are multiples of 4096 and size > 0; ranges do not overlap and
    /// end below 2^56.
    Result<void> addRam(Pa start, std::uint64_t size);
    /// Makes RAM of the bytes of @p base, at @p start (a multiple of 4096) and up: the last page is filled up
    /// with zeros. One memory only can lie below; the Errors are those of addRam(), and one for a second.
    Result<void> addBase(GuestMemory base, Pa start);
    std::span<const Range> ranges() const { return m_ranges; } ///< by ascending start
    /// The first address of [address, address + size) that is no RAM, if any.
    std::optional<Pa> firstHole(Pa address, std::uint64_t size) const;

    /// The pages that were written.
    const CowPages& pages() const { return m_pages; }
    CowPages& pages() { return m_pages; }
    /// Whether both have the same memory below them, or none.
    bool hasSameBase(const CowBacking& other) const { return m_base == other.m_base; }
    /// What is in a page of RAM, given as found in pages(): it, or the base's copied to @p scratch.
    const Page& content(std::uint64_t number, const Page* page, Page& scratch) const;

    /// All or nothing where nothing lies below; over a base that fails, a read may have filled a part of its
    /// buffer. Any size.
    BackingResult<void> read(Pa address, void* out, std::size_t size) const;
    BackingResult<void> write(Pa address, const void* data, std::size_t size);

    std::uint64_t size() const noexcept override { return kEnd; }
    BackingResult<void> readFallback(std::uint64_t address, std::span<std::byte> out) override;
    BackingResult<void> writeFallback(std::uint64_t address, std::span<const std::byte> data) override;
    /// Zeros leave untouched pages untouched where nothing lies below.
    BackingResult<void> fillFallback(std::uint64_t address, std::uint64_t length, std::byte value) override;
    BackingResult<bool> compareExchangeFallback(
        std::uint64_t address, std::span<std::byte> current, std::span<const std::byte> desired) override;
    /// What was written, and what is present below.
    std::optional<ByteRange> nextPresent(std::uint64_t address) const override;

private:
    struct Base {
        GuestMemory memory;
        std::uint64_t start = 0; ///< of its byte 0 here
    };
    CowBacking(const CowBacking& other)
        : MemoryBacking() // NOLINT(readability-redundant-member-init): GCC wants to read that it is no copy
        , m_pages(other.m_pages)
        , m_ranges(other.m_ranges)
        , m_base(other.m_base)
    { }

    Result<void> checkRange(Pa start, std::uint64_t size) const;
    /// How many of the @p size bytes at @p address lie below; from there on they do not.
    std::uint64_t belowCount(std::uint64_t address, std::uint64_t size) const;
    /// Bytes of a page that was not written.
    BackingResult<void> readUnder(std::uint64_t address, std::uint8_t* out, std::size_t size) const;
    /// Makes the pages of a range writable, with what is below them.
    BackingResult<void> ownRange(std::uint64_t address, std::uint64_t size);

    CowPages m_pages;
    std::vector<Range> m_ranges;
    std::shared_ptr<const Base> m_base; ///< shared by forks
};

} // namespace fscope::memory
