// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// Accesses of a GuestMemory to lists of pages, each run of consecutive pages in one go.

#include "core/memory/guestmemory.h"
#include "core/memory/memorystate.h"
#include "core/memory/pagedrange.h"

namespace fscope::memory {

using detail::MemoryState;

namespace {

/// An error of one run as an error of the whole list: without a range, and saying where.
tl::unexpected<MemoryError> ofList(MemoryError error)
{
    error.address = error.failingAddress().value_or(kUnknownAddress);
    error.hasRange = false;
    error.start = 0;
    error.length = 0;
    return tl::unexpected(error);
}

/// Calls @p access(address, done, count) for the pieces of @p range that lie within one region, in order.
template <typename Access>
MemoryResult<void> forEachPiece(
    const MemoryState& state, MemoryOperation operation, PagedRange range, const Access& access)
{
    std::uint64_t done = 0;
    while (const auto run = range.popFront()) {
        if (!*run) {
            return tl::unexpected(detail::pagesError(state, operation,
                { MemoryErrorKind::InvalidPageNumber, cause::kInvalidPage, kUnknownAddress,
                    run->error().page }));
        }
        ByteRange rest = **run;
        while (rest.length > 0) {
            const std::uint64_t count = state.lengthWithinRegion(rest.start, rest.length);
            if (const MemoryResult<void> ok = access(rest.start, done, count); !ok)
                return ofList(ok.error());
            done += count;
            rest = { rest.start + count, rest.length - count };
        }
    }
    return {};
}

tl::unexpected<MemoryError> wrongLength(
    const MemoryState& state, MemoryOperation operation, std::uint64_t size)
{
    return tl::unexpected(detail::pagesError(
        state, operation, { MemoryErrorKind::Other, cause::kWrongLength, kUnknownAddress, size }));
}

} // namespace

MemoryResult<void> GuestMemory::readRange(const PagedRange& range, std::span<std::byte> out) const
{
    if (range.length() != out.size())
        return wrongLength(*m_state, MemoryOperation::Read, out.size());
    return forEachPiece(*m_state, MemoryOperation::Read, range,
        [&](std::uint64_t address, std::uint64_t done, std::uint64_t count) {
            return read(address, out.subspan(done, count));
        });
}

MemoryResult<void> GuestMemory::writeRange(const PagedRange& range, std::span<const std::byte> data) const
{
    if (range.length() != data.size())
        return wrongLength(*m_state, MemoryOperation::Write, data.size());
    return forEachPiece(*m_state, MemoryOperation::Write, range,
        [&](std::uint64_t address, std::uint64_t done, std::uint64_t count) {
            return write(address, data.subspan(done, count));
        });
}

MemoryResult<void> GuestMemory::fillRange(const PagedRange& range, std::byte value) const
{
    return forEachPiece(*m_state, MemoryOperation::Fill, range,
        [&](std::uint64_t address, std::uint64_t, std::uint64_t count) {
            return fill(address, count, value);
        });
}

MemoryResult<void> GuestMemory::probePages(std::span<const std::uint64_t> pages) const
{
    for (const std::uint64_t page : pages) {
        if (page >= kPageNumberEnd) {
            return tl::unexpected(detail::pagesError(*m_state, MemoryOperation::Probe,
                { MemoryErrorKind::InvalidPageNumber, cause::kInvalidPage, kUnknownAddress, page }));
        }
        if (const auto ok = probeReadable(page * kPageSize); !ok)
            return ok;
    }
    return {};
}

} // namespace fscope::memory
