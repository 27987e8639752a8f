// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#include "core/memory/guestmemory.h"

#include "core/base/address.h"
#include "core/base/hex.h"
#include "core/memory/memorystate.h"
#include "core/memory/trycopy.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <utility>

namespace fscope::memory {

using detail::MemoryRegion;
using detail::MemoryState;

namespace {

MemoryRegion regionOf(std::shared_ptr<MemoryBacking> backing)
{
    MemoryRegion region;
    region.base = backing->mapping();
    region.length = backing->size();
    region.mapped[0] = backing->mappedPages();
    region.mapped[1] = backing->writablePages();
    region.bitmaps = backing->accessBitmaps();
    region.allowed[0] = region.bitmaps.read.get();
    region.allowed[1] = region.bitmaps.write.get();
    region.allowedOffset = region.bitmaps.firstBit * kPageSize;
    const std::uint64_t bitsNeeded = region.bitmaps.firstBit + (region.length + kPageSize - 1) / kPageSize;
    for (const int write : { 0, 1 }) {
        if (region.mapped[write] != nullptr)
            region.mappedWords[write] = region.mapped[write]->words();
        if (region.allowed[write] != nullptr) {
            region.allowedWords[write] = region.allowed[write]->words();
            region.bareWords = region.bareWords && region.allowed[write]->pages() >= bitsNeeded;
        }
    }
    region.readOnly = backing->readOnly();
    region.lockable = backing->supportsLocking();
    region.backing = std::move(backing);
    if (region.base != nullptr)
        installFaultGuard();
    return region;
}

std::shared_ptr<MemoryState> singleRegion(const char* name, MemoryRegion region)
{
    auto state = std::make_shared<MemoryState>();
    state->name = name;
    state->coveredMask = (std::uint64_t { 1 } << 63) - 1;
    state->size = region.length;
    state->lockable = region.lockable;
    state->regions.push_back(std::move(region));
    return state;
}

} // namespace

GuestMemory::GuestMemory()
{
    static const std::shared_ptr<const MemoryState> empty = [] {
        auto state = std::make_shared<MemoryState>();
        state->name = "empty";
        return state;
    }();
    m_state = empty;
}

GuestMemory::GuestMemory(std::shared_ptr<const MemoryState> state)
    : m_state(std::move(state))
{
    if (m_state->regions.size() != 1 || m_state->regionShift != 63)
        return;
    const MemoryRegion& region = m_state->regions.front();
    if (region.base == nullptr || region.isRestricted() || region.length < kFastSize)
        return;
    m_base = region.base;
    m_origin = region.origin;
    m_readEnd = region.length - kFastSize + 1;
    m_writeEnd = region.readOnly ? 0 : m_readEnd;
    m_mapped = region.mappedWords[0];
    m_writable = region.mappedWords[1];
}

GuestMemory::GuestMemory(std::string_view name, std::shared_ptr<MemoryBacking> backing)
    : GuestMemory(singleRegion(internedName(name), regionOf(std::move(backing))))
{ }

Result<GuestMemory> GuestMemory::multiRegion(
    std::string_view name, std::uint64_t regionSize, std::vector<std::shared_ptr<MemoryBacking>> backings)
{
    if (!std::has_single_bit(regionSize))
        return fail(fmt::format("region size {} is not a power of 2", hex(regionSize)));
    if (regionSize < kPageSize)
        return fail(fmt::format("region size {} is smaller than a page", hex(regionSize)));
    const auto shift = static_cast<unsigned>(std::countr_zero(regionSize));
    const std::uint64_t padded = std::bit_ceil(std::max<std::uint64_t>(backings.size(), 1));
    const std::uint64_t most = std::uint64_t { 1 } << (63 - shift);
    if (padded > most) {
        return fail(fmt::format(
            "too many regions ({}) for region size {}; max is {}", backings.size(), hex(regionSize), most));
    }
    auto state = std::make_shared<MemoryState>();
    state->name = internedName(name);
    state->regionShift = shift;
    state->coveredMask = padded * regionSize - 1;
    for (std::size_t i = 0; i < backings.size(); ++i) {
        MemoryRegion region;
        if (backings[i] != nullptr) {
            region = regionOf(std::move(backings[i]));
            if (region.length > regionSize) {
                return fail(fmt::format(
                    "backing size {} is too large for region size {}", hex(region.length), hex(regionSize)));
            }
            state->size = i * regionSize + region.length;
            state->lockable = state->lockable && region.lockable;
        }
        state->regions.push_back(std::move(region));
    }
    return GuestMemory(std::shared_ptr<const MemoryState>(std::move(state)));
}

const char* GuestMemory::name() const
{
    return m_state->name;
}

std::uint64_t GuestMemory::size() const
{
    return m_state->size;
}

MemoryResult<GuestMemory> GuestMemory::window(std::uint64_t offset, std::uint64_t length, bool lockable) const
{
    const MemoryState::Place place = m_state->find(offset, length);
    if (place.region == nullptr) {
        return tl::unexpected(
            detail::rangeError(*m_state, MemoryOperation::Subrange, offset, length, detail::kOutOfRange));
    }
    const std::uint64_t origin = place.region->origin + place.offset;
    if (auto own = place.region->backing->subrange(origin, length, lockable))
        return GuestMemory(singleRegion(m_state->name, regionOf(std::move(own))));
    MemoryRegion region = *place.region;
    if (region.base != nullptr)
        region.base += place.offset;
    region.length = length;
    region.origin = origin;
    return GuestMemory(singleRegion(m_state->name, std::move(region)));
}

MemoryResult<GuestMemory> GuestMemory::subrange(std::uint64_t offset, std::uint64_t length) const
{
    return window(offset, length, false);
}

MemoryResult<GuestMemory> GuestMemory::lockableSubrange(std::uint64_t offset, std::uint64_t length) const
{
    return window(offset, length, true);
}

std::optional<std::span<std::byte>> GuestMemory::fullMapping() const
{
    if (m_state->regions.size() != 1 || m_state->regionShift != 63)
        return std::nullopt;
    const MemoryRegion& region = m_state->regions.front();
    if (region.base == nullptr || region.isRestricted())
        return std::nullopt;
    return std::span(region.base, region.length);
}

std::optional<std::uint64_t> GuestMemory::iova(std::uint64_t address) const
{
    const MemoryState::Place place = m_state->find(address, 1);
    if (place.region == nullptr)
        return std::nullopt;
    const auto base = place.region->backing->baseIova();
    if (!base)
        return std::nullopt;
    return *base + place.region->origin + place.offset;
}

std::optional<std::vector<SharedRegion>> GuestMemory::sharedRegions() const
{
    if (m_state->regions.size() != 1 || m_state->regionShift != 63)
        return std::nullopt;
    const MemoryRegion& region = m_state->regions.front();
    if (region.backing == nullptr)
        return std::nullopt;
    auto shared = region.backing->sharedRegions();
    if (!shared)
        return std::nullopt;
    std::vector<SharedRegion> out;
    for (SharedRegion& piece : *shared) {
        const std::uint64_t start = std::max(piece.address, region.origin);
        const std::uint64_t end = std::min(piece.address + piece.length, region.origin + region.length);
        if (start < end) {
            out.push_back({ start - region.origin, end - start, std::move(piece.file),
                piece.fileOffset + (start - piece.address) });
        }
    }
    return out;
}

std::optional<ByteRange> GuestMemory::nextPresent(std::uint64_t address) const
{
    for (std::uint64_t i = address >> m_state->regionShift; i < m_state->regions.size(); ++i) {
        const MemoryRegion& region = m_state->regions[i];
        const std::uint64_t start = i << m_state->regionShift;
        const std::uint64_t offset = address > start ? address - start : 0;
        if (region.backing == nullptr || offset >= region.length)
            continue;
        const auto found = region.backing->nextPresent(region.origin + offset);
        if (!found || found->length == 0 || found->start - region.origin >= region.length)
            continue;
        const std::uint64_t first = std::max(found->start - region.origin, offset);
        const std::uint64_t end = std::min(found->start + found->length - region.origin, region.length);
        if (first < end)
            return ByteRange { start + first, end - first };
    }
    return std::nullopt;
}

} // namespace fscope::memory
