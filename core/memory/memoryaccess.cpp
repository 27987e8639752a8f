// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// The accesses of a GuestMemory: range, then bitmaps, then bytes; page faults and fallbacks where they stop.

#include "core/base/address.h"
#include "core/memory/guestmemory.h"
#include "core/memory/memorystate.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <type_traits>

namespace fscope::memory {

using detail::MemoryRegion;
using detail::MemoryState;

namespace {

MemoryError errorAt(const MemoryState& state, MemoryOperation operation, std::uint64_t start,
    std::uint64_t length, const AccessFailure& failure)
{
    return { failure.kind, operation, true, state.name, failure.cause, start, length, failure.address,
        failure.causeValue };
}

/// One access to one region. Offsets count from its first byte.
struct Access {
    const MemoryState& state;
    MemoryOperation operation;
    std::uint64_t start;  ///< in the object's addresses
    std::uint64_t length; ///< not 0
    const MemoryRegion* region = nullptr;
    std::uint64_t offset = 0; ///< of the start in the region

    bool isWrite() const { return operation != MemoryOperation::Read; }
    std::uint64_t backingAddress() const { return region->origin + offset; }

    tl::unexpected<MemoryError> failure(const AccessFailure& why) const
    {
        return tl::unexpected(errorAt(state, operation, start, length, why));
    }
    /// A failure in the backing's addresses.
    tl::unexpected<MemoryError> backingFailure(AccessFailure why) const
    {
        if (why.address != kUnknownAddress)
            why.address = start + (why.address - backingAddress());
        return failure(why);
    }
};

struct Stop {
    std::uint64_t offset = 0; ///< of the byte that failed, from the start of the access
    bool bitmap = false;
    bool host = false;
};

/// Bitmaps of the bytes from @p done on.
bool refusedByBitmap(const Access& access, std::uint64_t done, Stop& stop)
{
    const AccessBitmap* bitmap = access.region->bitmap(access.isWrite());
    if (bitmap == nullptr)
        return false;
    const std::uint64_t first = access.backingAddress() + done;
    const std::uint64_t last = access.backingAddress() + access.length - 1;
    const std::uint64_t firstPage = first / kPageSize;
    const auto refused
        = bitmap->firstRefused(firstPage + access.region->bitmaps.firstBit, last / kPageSize - firstPage + 1);
    if (!refused)
        return false;
    const std::uint64_t address = std::max((*refused - access.region->bitmaps.firstBit) * kPageSize, first);
    stop = { address - access.backingAddress(), true, false };
    return true;
}

/// Runs @p transfer(host, done, count), which returns how many bytes it moved, until the access is done, and
/// @p fallback() where it must be.
template <typename Transfer, typename Fallback>
MemoryResult<void> run(Access& access, const Transfer& transfer, const Fallback& fallback)
{
    const MemoryState::Place place = access.state.find(access.start, access.length);
    if (place.region == nullptr)
        return access.failure({ MemoryErrorKind::OutOfRange, cause::kNoMemory, kUnknownAddress, 0 });
    access.region = place.region;
    access.offset = place.offset;
    if (access.region->base == nullptr)
        return fallback();

    std::byte* const host = access.region->base + access.offset;
    std::uint64_t done = 0;
    std::uint64_t furthest = 0;
    unsigned retries = 0;
    for (;;) {
        Stop stop { done, false, false };
        if (!refusedByBitmap(access, done, stop) && !(access.isWrite() && access.region->readOnly)) {
            done += transfer(host, done, access.length - done);
            if (done == access.length)
                return {};
            stop = { done, false, true };
        }
        const FaultAction action = access.region->backing->pageFault({ access.backingAddress() + stop.offset,
            access.length - stop.offset, access.isWrite(), stop.bitmap, stop.host });
        const std::uint64_t address = access.start + stop.offset;
        switch (action.what) {
        case FaultAction::What::Fail:
            return access.failure({ action.kind, action.cause, address, 0 });
        case FaultAction::What::Fallback:
            return fallback();
        case FaultAction::What::Retry:
            if (stop.offset > furthest) {
                furthest = stop.offset;
                retries = 0;
            }
            if (++retries > GuestMemory::kMaxRetries)
                return access.failure(
                    { MemoryErrorKind::Other, cause::kTooManyRetries, address, GuestMemory::kMaxRetries });
            break;
        }
    }
}

void copyOut(void* out, const std::byte* host, std::uint64_t count)
{
    std::memcpy(out, host, count);
}

template <typename T>
bool exchangeAt(std::byte* host, void* expected, const void* desired)
{
    T found {};
    T wanted {};
    std::memcpy(&found, expected, sizeof found);
    std::memcpy(&wanted, desired, sizeof wanted);
    const bool swapped
        = std::atomic_ref<T>(*reinterpret_cast<T*>(host)).compare_exchange_strong(found, wanted);
    std::memcpy(expected, &found, sizeof found);
    return swapped;
}

} // namespace

MemoryResult<void> GuestMemory::readBytes(std::uint64_t address, void* out, std::size_t size) const
{
    if (size == 0)
        return {};
    Access access { *m_state, MemoryOperation::Read, address, size };
    auto* const bytes = static_cast<std::byte*>(out);
    return run(
        access,
        [&](const std::byte* host, std::uint64_t done, std::uint64_t count) {
            copyOut(bytes + done, host + done, count);
            return count;
        },
        [&]() -> MemoryResult<void> {
            if (const auto ok
                = access.region->backing->readFallback(access.backingAddress(), { bytes, size });
                !ok)
                return access.backingFailure(ok.error());
            return {};
        });
}

MemoryResult<void> GuestMemory::writeBytes(std::uint64_t address, const void* data, std::size_t size) const
{
    if (size == 0)
        return {};
    Access access { *m_state, MemoryOperation::Write, address, size };
    const auto* const bytes = static_cast<const std::byte*>(data);
    return run(
        access,
        [&](std::byte* host, std::uint64_t done, std::uint64_t count) {
            std::memcpy(host + done, bytes + done, count);
            return count;
        },
        [&]() -> MemoryResult<void> {
            if (const auto ok
                = access.region->backing->writeFallback(access.backingAddress(), { bytes, size });
                !ok)
                return access.backingFailure(ok.error());
            return {};
        });
}

MemoryResult<void> GuestMemory::fill(std::uint64_t address, std::uint64_t length, std::byte value) const
{
    if (length == 0)
        return {};
    Access access { *m_state, MemoryOperation::Fill, address, length };
    return run(
        access,
        [&](std::byte* host, std::uint64_t done, std::uint64_t count) {
            std::memset(host + done, static_cast<int>(value), count);
            return count;
        },
        [&]() -> MemoryResult<void> {
            if (const auto ok = access.region->backing->fillFallback(access.backingAddress(), length, value);
                !ok)
                return access.backingFailure(ok.error());
            return {};
        });
}

MemoryResult<bool> GuestMemory::compareExchangeBytes(
    std::uint64_t address, void* expected, const void* desired, unsigned size) const
{
    Access access { *m_state, MemoryOperation::CompareExchange, address, size };
    bool swapped = false;
    const auto exchange = [&](std::byte* host, std::uint64_t, std::uint64_t) -> std::uint64_t {
        switch (size) {
        case 1:
            swapped = exchangeAt<std::uint8_t>(host, expected, desired);
            break;
        case 2:
            swapped = exchangeAt<std::uint16_t>(host, expected, desired);
            break;
        case 4:
            swapped = exchangeAt<std::uint32_t>(host, expected, desired);
            break;
        default:
            swapped = exchangeAt<std::uint64_t>(host, expected, desired);
            break;
        }
        return size;
    };
    const auto fallback = [&]() -> MemoryResult<void> {
        const auto done = access.region->backing->compareExchangeFallback(access.backingAddress(),
            { static_cast<std::byte*>(expected), size }, { static_cast<const std::byte*>(desired), size });
        if (!done)
            return access.backingFailure(done.error());
        swapped = *done;
        return {};
    };
    if (address % size != 0)
        return access.failure({ MemoryErrorKind::Misaligned, cause::kMisaligned, kUnknownAddress, size });
    if (const auto done = run(access, exchange, fallback); !done)
        return tl::unexpected(done.error());
    return swapped;
}

} // namespace fscope::memory
