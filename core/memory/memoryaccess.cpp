// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// The accesses of a GuestMemory: range, then bitmaps, then bytes; page faults and fallbacks where they stop.

#include "core/base/address.h"
#include "core/memory/guestmemory.h"
#include "core/memory/memorystate.h"
#include "core/memory/readsection.h"
#include "core/memory/trycopy.h"

#include <optional>

namespace fscope::memory {

using detail::MemoryRegion;
using detail::MemoryState;

namespace {

/// One access that found its region. Offsets count from its first byte.
struct Access {
    const MemoryState& state;
    MemoryOperation operation;
    std::uint64_t start;  ///< in the object's addresses
    std::uint64_t length; ///< not 0
    const MemoryRegion& region;
    std::uint64_t offset; ///< of the start in the region

    bool isWrite() const { return operation != MemoryOperation::Read; }
    std::byte* host() const { return region.base + offset; }
    std::uint64_t backingAddress() const { return region.origin + offset; }

    tl::unexpected<MemoryError> failure(const AccessFailure& why) const
    {
        return tl::unexpected(detail::rangeError(state, operation, start, length, why));
    }
    /// The failure of a fallback, whose address is the backing's.
    tl::unexpected<MemoryError> fallbackFailure(AccessFailure why) const
    {
        if (why.address != kUnknownAddress)
            why.address = start + (why.address - backingAddress());
        return failure(why);
    }
};

tl::unexpected<MemoryError> outOfRange(
    const MemoryState& state, MemoryOperation operation, std::uint64_t start, std::uint64_t length)
{
    return tl::unexpected(detail::rangeError(state, operation, start, length, detail::kOutOfRange));
}

/// Where an access stopped, and why.
struct Stop {
    std::uint64_t offset = 0; ///< of the byte that failed
    std::uint64_t moved = 0;  ///< how many bytes are done; less than offset where a bitmap looked ahead
    bool bitmap = false;
    bool host = false;
};

/// Moves @p count bytes from @p done on and gives how many are there: after a fault of the host, those before
/// it. A copy that faults need not have done those (vectors are loaded ahead of their stores), so they are
/// moved again.
template <typename Transfer>
std::uint64_t moveUpToFault(
    const Access& access, std::uint64_t done, std::uint64_t count, const Transfer& transfer)
{
    for (;;) {
        const std::uint64_t reached = transfer(access.host(), done, count);
        if (reached == count || reached == 0)
            return reached;
        count = reached;
    }
}

/// Moves what can be moved of the bytes from @p done on. nullopt: all of them.
template <typename Transfer>
std::optional<Stop> advance(const Access& access, std::uint64_t done, const Transfer& transfer)
{
    const MemoryRegion& region = access.region;
    const std::uint64_t first = access.backingAddress() + done;
    std::uint64_t count = access.length - done;
    // What the bitmaps say holds until the section ends: whoever forbids a page waits for that.
    std::optional<ReadSection> section;
    if (const AccessBitmap* allowed = region.allowed[access.isWrite()]) {
        section.emplace();
        const std::uint64_t refused
            = allowed->firstRefused(first + region.allowedOffset, count) - region.allowedOffset;
        if (refused != first + count)
            return Stop { refused - access.backingAddress(), done, true, false };
    }
    if (access.isWrite() && region.readOnly)
        return Stop { done, done, false, false };
    const std::uint64_t wanted = count;
    if (const PageBitmap* mapped = region.mapped[access.isWrite()])
        count = mapped->firstClear(first, count) - first;
    if (count > 0) {
        const std::uint64_t moved = moveUpToFault(access, done, count, transfer);
        if (moved < count)
            return Stop { done + moved, done + moved, false, true };
    }
    if (count < wanted)
        return Stop { done + count, done + count, false, false };
    return std::nullopt;
}

/// Goes on from where an access stopped at @p stop, as often as the backing's handler says so.
template <typename Transfer, typename Fallback>
[[gnu::cold, gnu::noinline]] MemoryResult<void> resolve(
    const Access& access, Stop stop, const Transfer& transfer, const Fallback& fallback)
{
    // How far the bitmaps and the bytes got, plus 1: they advance on their own, and both do so only so often.
    std::uint64_t furthest[2] = {};
    unsigned retries = 0;
    for (;;) {
        const FaultAction action = access.region.backing->pageFault({ access.backingAddress() + stop.offset,
            access.length - stop.offset, access.isWrite(), stop.bitmap, stop.host });
        const std::uint64_t address = access.start + stop.offset;
        switch (action.what) {
        case FaultAction::What::Fail:
            return access.failure({ action.kind, action.cause, address, 0 });
        case FaultAction::What::Fallback:
            return fallback();
        case FaultAction::What::Retry:
            break;
        }
        if (stop.offset + 1 > furthest[stop.bitmap]) {
            furthest[stop.bitmap] = stop.offset + 1;
            retries = 0;
        }
        if (++retries > GuestMemory::kMaxRetries) {
            return access.failure(
                { MemoryErrorKind::Other, cause::kTooManyRetries, address, GuestMemory::kMaxRetries });
        }
        const auto next = advance(access, stop.moved, transfer);
        if (!next)
            return {};
        stop = *next;
    }
}

/// @p transfer(host, done, count) moves bytes and gives the offset of the one that faulted, or @p count; @p
/// fallback() does the whole access otherwise.
template <typename Transfer, typename Fallback>
MemoryResult<void> run(const Access& access, const Transfer& transfer, const Fallback& fallback)
{
    if (access.region.base == nullptr) [[unlikely]]
        return fallback();
    const auto stop = advance(access, 0, transfer);
    if (!stop) [[likely]]
        return {};
    return resolve(access, *stop, transfer, fallback);
}

/// Whether fallbacks did what they were asked.
MemoryResult<void> done(const Access& access, const BackingResult<void>& result)
{
    if (result)
        return {};
    return access.fallbackFailure(result.error());
}

Guarded exchange(std::byte* at, unsigned size, std::uint64_t expected, std::uint64_t desired)
{
    switch (size) {
    case 1:
        return tryCompareExchange<1>(at, expected, desired);
    case 2:
        return tryCompareExchange<2>(at, expected, desired);
    case 4:
        return tryCompareExchange<4>(at, expected, desired);
    default:
        return tryCompareExchange<8>(at, expected, desired);
    }
}

/// Compare-exchange of @p size bytes at @p at. nullopt after a fault of the host.
std::optional<bool> exchangeBytes(std::byte* at, unsigned size, void* expected, const void* desired)
{
    U128 before;
    U128 after;
    std::memcpy(&before, expected, size);
    std::memcpy(&after, desired, size);
    if (size == sizeof(U128)) {
        const Guarded result = tryCompareExchange16(at, before, after);
        if (!result.ok())
            return std::nullopt;
        std::memcpy(expected, &before, size);
        return result.value != 0;
    }
    const Guarded result = exchange(at, size, before.lo, after.lo);
    if (!result.ok())
        return std::nullopt;
    std::memcpy(expected, &result.value, size);
    return result.value == before.lo;
}

/// The bit of the page of byte @p address; true where there are no bits.
bool isSet(const std::atomic<std::uint64_t>* words, std::uint64_t address)
{
    const std::uint64_t page = address >> kPageShift;
    return words == nullptr || (words[page / 64].load(std::memory_order_relaxed) >> (page % 64) & 1) != 0;
}

/// Moves the bytes of a whole access by @p move(host) if its pages are mapped and allowed.
template <typename Move>
bool moveChecked(
    const MemoryState& state, std::uint64_t address, std::uint64_t size, bool write, const Move& move)
{
    if (size == 0)
        return true;
    const MemoryState::Place place = state.find(address, size);
    if (place.region == nullptr) [[unlikely]]
        return false;
    const MemoryRegion& region = *place.region;
    if (region.base == nullptr || (write && region.readOnly)) [[unlikely]]
        return false;
    std::byte* const host = region.base + place.offset;
    const std::uint64_t first = region.origin + place.offset;
    if (first % kPageSize + size <= kPageSize && region.bareWords) {
        if (!isSet(region.mappedWords[write], first)) [[unlikely]]
            return false;
        if (region.allowedWords[write] == nullptr)
            return move(host);
        const ReadSection section;
        return isSet(region.allowedWords[write], first + region.allowedOffset) && move(host);
    }
    const PageBitmap* mapped = region.mapped[write];
    const AccessBitmap* allowed = region.allowed[write];
    if (mapped != nullptr && !mapped->covers(first, size)) [[unlikely]]
        return false;
    if (allowed == nullptr)
        return move(host);
    const ReadSection section;
    const std::uint64_t bits = first + region.allowedOffset;
    return allowed->firstRefused(bits, size) == bits + size && move(host);
}

} // namespace

template <unsigned Size>
Guarded GuestMemory::loadChecked(std::uint64_t address) const
{
    constexpr Guarded kNotDone { 0, 1 };
    const MemoryState& state = *m_state;
    if ((address & ~state.coveredMask) != 0) [[unlikely]]
        return kNotDone;
    const std::uint64_t index = address >> state.regionShift;
    if (index >= state.regions.size()) [[unlikely]]
        return kNotDone;
    const MemoryRegion& region = state.regions[index];
    const std::uint64_t offset = address & (state.regionSize() - 1);
    const std::uint64_t first = region.origin + offset;
    if (offset >= region.length || region.length - offset < Size || first % kPageSize > kPageSize - Size
        || region.base == nullptr || !region.bareWords || !isSet(region.mappedWords[0], first)) [[unlikely]]
        return kNotDone;
    if (region.allowedWords[0] == nullptr)
        return tryLoad<Size>(region.base + offset);
    const ReadSection section;
    if (!isSet(region.allowedWords[0], first + region.allowedOffset)) [[unlikely]]
        return kNotDone;
    return tryLoad<Size>(region.base + offset);
}

template Guarded GuestMemory::loadChecked<1>(std::uint64_t address) const;
template Guarded GuestMemory::loadChecked<2>(std::uint64_t address) const;
template Guarded GuestMemory::loadChecked<4>(std::uint64_t address) const;
template Guarded GuestMemory::loadChecked<8>(std::uint64_t address) const;

bool GuestMemory::readChecked(std::uint64_t address, void* out, std::size_t size) const
{
    return moveChecked(
        *m_state, address, size, false, [&](const std::byte* host) { return tryCopy(out, host, size).ok(); });
}

bool GuestMemory::writeChecked(std::uint64_t address, const void* data, std::size_t size) const
{
    return moveChecked(
        *m_state, address, size, true, [&](std::byte* host) { return tryCopy(host, data, size).ok(); });
}

MemoryResult<void> GuestMemory::readSlowly(std::uint64_t address, void* out, std::size_t size) const
{
    if (size == 0)
        return {};
    const MemoryState::Place place = m_state->find(address, size);
    if (place.region == nullptr) [[unlikely]]
        return outOfRange(*m_state, MemoryOperation::Read, address, size);
    const Access access { *m_state, MemoryOperation::Read, address, size, *place.region, place.offset };
    auto* const bytes = static_cast<std::byte*>(out);
    return run(
        access,
        [&](const std::byte* host, std::uint64_t at, std::uint64_t count) {
            const Guarded copied = tryCopy(bytes + at, host + at, count);
            return copied.ok() ? count : copied.copyFault(bytes + at, host + at, count).offset;
        },
        [&] {
            return done(
                access, access.region.backing->readFallback(access.backingAddress(), { bytes, size }));
        });
}

MemoryResult<void> GuestMemory::writeSlowly(std::uint64_t address, const void* data, std::size_t size) const
{
    if (size == 0)
        return {};
    const MemoryState::Place place = m_state->find(address, size);
    if (place.region == nullptr) [[unlikely]]
        return outOfRange(*m_state, MemoryOperation::Write, address, size);
    const Access access { *m_state, MemoryOperation::Write, address, size, *place.region, place.offset };
    const auto* const bytes = static_cast<const std::byte*>(data);
    return run(
        access,
        [&](std::byte* host, std::uint64_t at, std::uint64_t count) {
            const Guarded copied = tryCopy(host + at, bytes + at, count);
            return copied.ok() ? count : copied.copyFault(host + at, bytes + at, count).offset;
        },
        [&] {
            return done(
                access, access.region.backing->writeFallback(access.backingAddress(), { bytes, size }));
        });
}

MemoryResult<void> GuestMemory::fill(std::uint64_t address, std::uint64_t length, std::byte value) const
{
    if (length == 0)
        return {};
    const MemoryState::Place place = m_state->find(address, length);
    if (place.region == nullptr)
        return outOfRange(*m_state, MemoryOperation::Fill, address, length);
    const Access access { *m_state, MemoryOperation::Fill, address, length, *place.region, place.offset };
    return run(
        access,
        [&](std::byte* host, std::uint64_t at, std::uint64_t count) {
            const Guarded filled = tryFill(host + at, static_cast<std::uint8_t>(value), count);
            return filled.ok() ? count : filled.fault(host + at, count, true).offset;
        },
        [&] {
            return done(access, access.region.backing->fillFallback(access.backingAddress(), length, value));
        });
}

MemoryResult<bool> GuestMemory::compareExchangeBytes(
    std::uint64_t address, void* expected, const void* desired, unsigned size) const
{
    bool swapped = false;
    const auto move = [&](std::byte* host) {
        // The mapping is page-aligned, so this is the alignment of the backing's address.
        if (reinterpret_cast<std::uintptr_t>(host) % size != 0)
            return false;
        const auto exchanged = exchangeBytes(host, size, expected, desired);
        swapped = exchanged.value_or(false);
        return exchanged.has_value();
    };
    if (moveChecked(*m_state, address, size, true, move)) [[likely]]
        return swapped;
    const MemoryState::Place place = m_state->find(address, size);
    if (place.region == nullptr)
        return outOfRange(*m_state, MemoryOperation::CompareExchange, address, size);
    const Access access { *m_state, MemoryOperation::CompareExchange, address, size, *place.region,
        place.offset };
    if (access.backingAddress() % size != 0)
        return access.failure({ MemoryErrorKind::Misaligned, cause::kMisaligned, kUnknownAddress, size });
    const auto result = run(
        access,
        [&](std::byte* host, std::uint64_t, std::uint64_t) -> std::uint64_t {
            const auto exchanged = exchangeBytes(host, size, expected, desired);
            swapped = exchanged.value_or(false);
            return exchanged ? size : 0;
        },
        [&]() -> MemoryResult<void> {
            const auto exchanged = access.region.backing->compareExchangeFallback(access.backingAddress(),
                { static_cast<std::byte*>(expected), size },
                { static_cast<const std::byte*>(desired), size });
            if (!exchanged)
                return access.fallbackFailure(exchanged.error());
            swapped = *exchanged;
            return {};
        });
    if (!result)
        return tl::unexpected(result.error());
    return swapped;
}

MemoryResult<void> GuestMemory::probe(std::uint64_t address, bool write, MemoryOperation operation) const
{
    const auto failure = [&](const AccessFailure& why) {
        return tl::unexpected(detail::pagesError(*m_state, operation, why));
    };
    const MemoryState::Place place = m_state->find(address, 1);
    if (place.region == nullptr)
        return failure({ MemoryErrorKind::OutOfRange, cause::kNoMemory, address, 0 });
    const auto kind = write ? MemoryOperation::CompareExchange : MemoryOperation::Read;
    const Access access { *m_state, kind, address, 1, *place.region, place.offset };
    std::byte found {};
    constexpr std::byte kZero {};
    const auto result = run(
        access,
        [&](std::byte* host, std::uint64_t, std::uint64_t) -> std::uint64_t {
            return write ? exchangeBytes(host, 1, &found, &kZero).has_value() : tryLoad<1>(host).ok();
        },
        [&]() -> MemoryResult<void> {
            // Who locks pages will use the mapping, which the handler has just said not to.
            if (operation == MemoryOperation::Lock)
                return access.failure({ MemoryErrorKind::Other, cause::kNotLockable, address, 0 });
            MemoryBacking& backing = *access.region.backing;
            if (!write)
                return done(access, backing.readFallback(access.backingAddress(), { &found, 1 }));
            const auto exchanged
                = backing.compareExchangeFallback(access.backingAddress(), { &found, 1 }, { &kZero, 1 });
            if (!exchanged)
                return access.fallbackFailure(exchanged.error());
            return {};
        });
    if (result)
        return {};
    const MemoryError& why = result.error();
    return failure({ why.kind, why.cause, why.failingAddress().value_or(address), why.causeValue });
}

MemoryResult<void> GuestMemory::probeReadable(std::uint64_t address) const
{
    return probe(address, false, MemoryOperation::Probe);
}

MemoryResult<void> GuestMemory::probeWritable(std::uint64_t address) const
{
    return probe(address, true, MemoryOperation::Probe);
}

} // namespace fscope::memory
