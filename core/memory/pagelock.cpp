// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#include "core/memory/pagelock.h"

#include "core/base/address.h"
#include "core/memory/guestmemory.h"
#include "core/memory/memorystate.h"
#include "core/memory/pagedrange.h"

#include <algorithm>

namespace fscope::memory {

using detail::MemoryRegion;
using detail::MemoryState;

namespace {

constexpr AccessFailure notLockable(std::uint64_t address)
{
    return { MemoryErrorKind::Other, cause::kNotLockable, address, 0 };
}

/// @p failure with its backing's address turned into the object's.
AccessFailure shifted(AccessFailure failure, std::uint64_t shift)
{
    if (failure.address != kUnknownAddress)
        failure.address += shift;
    return failure;
}

} // namespace

void PageLock::release()
{
    for (Held& held : m_held) {
        if (held.counted)
            held.backing->lockCounts().remove(held.pages);
        if (held.locked)
            held.backing->unlockPages(held.pages);
    }
    m_held.clear();
    m_slices.clear();
}

bool GuestMemory::supportsLocking() const
{
    return m_state->lockable;
}

MemoryResult<void> GuestMemory::lockPage(
    std::uint64_t page, LockAccess access, bool expose, PageLock& lock) const
{
    const auto failure = [&](const AccessFailure& why) {
        return tl::unexpected(detail::pagesError(*m_state, MemoryOperation::Lock, why));
    };
    if (page >= kPageNumberEnd)
        return failure({ MemoryErrorKind::InvalidPageNumber, cause::kInvalidPage, kUnknownAddress, page });
    const std::uint64_t address = page * kPageSize;
    const MemoryState::Place place = m_state->find(address, kPageSize);
    if (place.region == nullptr)
        return failure({ MemoryErrorKind::OutOfRange, cause::kNoMemory, address, 0 });
    const MemoryRegion& region = *place.region;
    if (region.base == nullptr)
        return failure(notLockable(address));

    const std::uint64_t backingAddress = region.origin + place.offset;
    const std::uint64_t shift = address - backingAddress;
    auto held = std::ranges::find_if(lock.m_held,
        [&](const PageLock::Held& h) { return h.backing == region.backing && h.shift == shift; });
    if (held == lock.m_held.end())
        held = lock.m_held.insert(held, PageLock::Held { region.backing, {}, shift, false, false });

    // A page of a window that starts within a page of the backing lies on two of them.
    const std::uint64_t last = (backingAddress + kPageSize - 1) / kPageSize;
    for (std::uint64_t number = backingAddress / kPageSize; number <= last; ++number) {
        const std::uint64_t probed = std::max(number * kPageSize, backingAddress) + shift;
        if (expose) {
            if (const auto done = region.backing->expose(number * kPageSize, kPageSize); !done)
                return failure(shifted(done.error(), shift));
        }
        if (const auto done = probe(probed, access == LockAccess::Write, MemoryOperation::Lock); !done)
            return done;
        held->pages.push_back(number);
    }
    return {};
}

MemoryResult<PageLock> GuestMemory::lockAll(
    std::span<const std::uint64_t> pages, LockAccess access, bool expose) const
{
    if (!m_state->lockable) {
        const bool known = !pages.empty() && pages.front() < kPageNumberEnd;
        return tl::unexpected(detail::pagesError(*m_state, MemoryOperation::Lock,
            notLockable(known ? pages.front() * kPageSize : kUnknownAddress)));
    }
    // What was locked before something fails is unlocked by the lock object as it goes.
    PageLock lock;
    for (const std::uint64_t page : pages) {
        if (const auto done = lockPage(page, access, expose, lock); !done)
            return tl::unexpected(done.error());
    }
    for (PageLock::Held& held : lock.m_held) {
        const auto done = held.backing->lockPages(held.pages);
        if (!done) {
            return tl::unexpected(
                detail::pagesError(*m_state, MemoryOperation::Lock, shifted(done.error(), held.shift)));
        }
        held.locked = *done;
        held.backing->lockCounts().add(held.pages);
        held.counted = true;
    }
    return lock;
}

MemoryResult<PageLock> GuestMemory::lockPages(
    std::span<const std::uint64_t> pages, LockAccess access, bool expose) const
{
    auto lock = lockAll(pages, access, expose);
    if (!lock)
        return lock;
    for (const std::uint64_t page : pages) {
        const MemoryState::Place place = m_state->find(page * kPageSize, kPageSize);
        lock->m_slices.emplace_back(place.region->base + place.offset, kPageSize);
    }
    return lock;
}

MemoryResult<PageLock> GuestMemory::lockRange(const PagedRange& range, LockAccess access) const
{
    auto lock = lockAll(range.pages(), access, true);
    if (!lock)
        return lock;
    PagedRange left = range;
    while (const auto run = left.popFront()) {
        // Its pages are locked, so it is valid; regions it reaches across are not neighbours in the host.
        ByteRange rest = **run;
        while (rest.length > 0) {
            const std::uint64_t here = m_state->lengthWithinRegion(rest.start, rest.length);
            const MemoryState::Place place = m_state->find(rest.start, here);
            lock->m_slices.emplace_back(place.region->base + place.offset, here);
            rest = { rest.start + here, rest.length - here };
        }
    }
    return lock;
}

std::vector<LockedPage> GuestMemory::lockedPages() const
{
    std::vector<LockedPage> out;
    for (std::size_t i = 0; i < m_state->regions.size(); ++i) {
        const MemoryRegion& region = m_state->regions[i];
        if (region.length == 0)
            continue;
        const std::uint64_t start = std::uint64_t { i } << m_state->regionShift;
        const std::uint64_t last = (region.origin + region.length - 1) / kPageSize;
        for (const auto& locked : region.backing->lockCounts().between(region.origin / kPageSize, last)) {
            const std::uint64_t address = std::max(locked.page * kPageSize, region.origin) - region.origin;
            out.push_back({ start + address, locked.count });
        }
    }
    return out;
}

} // namespace fscope::memory
