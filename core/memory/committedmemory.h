// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/memory/guestmemory.h"
#include "core/memory/snapshotmemory.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace fscope::memory {

/// Bytes of a memory that exist, as a piece that was got in one go.
struct CommittedSpan {
    std::uint64_t start = 0;
    std::span<const std::uint8_t> bytes; ///< at least one
    std::uint64_t end() const { return start + bytes.size(); }
};

/// A memory as the ascending sequence of the bytes that exist in it: what a search, a dump or a count goes
/// through without caring how the memory keeps them. Safe to use from several threads at once, each with
/// cursors of its own. No memory reaches to the last byte of the 64-bit space, so ends do not wrap.
class CommittedMemory
{
public:
    /// What one walk over the spans keeps between its calls.
    struct Cursor {
        std::vector<std::uint8_t> buffer; ///< holds the span where bytes have to be copied out
        std::size_t hint = 0;             ///< where the next span is expected, for the memory to know
    };

    CommittedMemory() = default;
    CommittedMemory(const CommittedMemory&) = default;
    CommittedMemory& operator=(const CommittedMemory&) = default;
    CommittedMemory(CommittedMemory&&) noexcept = default;
    CommittedMemory& operator=(CommittedMemory&&) noexcept = default;
    virtual ~CommittedMemory() = default;

    /// The first bytes that exist at @p from or above, starting there or where they begin; nothing if there
    /// are none. May be less than what lies there in one run: the next span then begins where this one ends.
    /// Valid until the next call with the same cursor.
    virtual std::optional<CommittedSpan> next(std::uint64_t from, Cursor& cursor) const = 0;
    /// The last bytes that exist below @p end, ending there or where they end; otherwise like next().
    virtual std::optional<CommittedSpan> previous(std::uint64_t end, Cursor& cursor) const = 0;
    /// How many bytes from @p address on do not exist and yet read as zero (RAM that was never touched).
    virtual std::uint64_t zerosFrom(std::uint64_t address) const = 0;
    /// The same for the bytes that end at @p end.
    virtual std::uint64_t zerosBefore(std::uint64_t end) const = 0;
    /// How many bytes exist, for telling progress.
    virtual std::uint64_t committedBytes() const = 0;
};

/// The touched pages of a SnapshotMemory at the time this was made: it keeps a copy, so that the memory may
/// be written, or go away, meanwhile. Cost of making: 16 bytes and a few ns for each page.
class SnapshotPages final : public CommittedMemory
{
public:
    explicit SnapshotPages(SnapshotMemory memory);
    std::optional<CommittedSpan> next(std::uint64_t from, Cursor& cursor) const override;
    std::optional<CommittedSpan> previous(std::uint64_t end, Cursor& cursor) const override;
    std::uint64_t zerosFrom(std::uint64_t address) const override;
    std::uint64_t zerosBefore(std::uint64_t end) const override;
    std::uint64_t committedBytes() const override;

private:
    std::vector<SnapshotMemory::PageView>::const_iterator pageAt(std::uint64_t number) const;

    SnapshotMemory m_memory;
    std::vector<SnapshotMemory::PageView> m_pages;
};

/// What is present in a GuestMemory (GuestMemory::nextPresent()), as of the time this was made: a dump, the
/// mapping of a guest that runs. Bytes are copied out a piece at a time by guarded reads, so that a page
/// which cannot be read (refused, unbacked, of a file that became shorter) is left out like one that is not
/// there. What a guest writes meanwhile may or may not be seen. Cost of making: 16 bytes for each run.
class GuestPages final : public CommittedMemory
{
public:
    explicit GuestPages(GuestMemory memory);
    std::optional<CommittedSpan> next(std::uint64_t from, Cursor& cursor) const override;
    std::optional<CommittedSpan> previous(std::uint64_t end, Cursor& cursor) const override;
    std::uint64_t zerosFrom(std::uint64_t) const override { return 0; }
    std::uint64_t zerosBefore(std::uint64_t) const override { return 0; }
    std::uint64_t committedBytes() const override { return m_committed; }

private:
    GuestMemory m_memory;
    std::vector<ByteRange> m_runs; ///< ascending, each within one region
    std::uint64_t m_committed = 0;
};

} // namespace fscope::memory
