// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#include "core/memory/guestmemory.h"

#include "core/base/address.h"
#include "core/base/hex.h"
#include "core/memory/memorystate.h"

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
    region.readOnly = backing->readOnly();
    region.bitmaps = backing->accessBitmaps();
    region.backing = std::move(backing);
    return region;
}

} // namespace

GuestMemory::GuestMemory()
{
    static const auto empty = [] {
        auto state = std::make_shared<MemoryState>();
        state->name = "empty";
        return std::shared_ptr<const MemoryState>(std::move(state));
    }();
    m_state = empty;
}

GuestMemory::GuestMemory(std::shared_ptr<const MemoryState> state)
    : m_state(std::move(state))
{ }

GuestMemory::GuestMemory(std::string_view name, std::shared_ptr<MemoryBacking> backing)
{
    auto state = std::make_shared<MemoryState>();
    state->name = internedName(name);
    state->coveredMask = (std::uint64_t { 1 } << 63) - 1;
    state->size = backing->size();
    state->regions.push_back(regionOf(std::move(backing)));
    m_state = std::move(state);
}

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
        return tl::unexpected(MemoryError { MemoryErrorKind::OutOfRange, MemoryOperation::Subrange, true,
            m_state->name, cause::kNoMemory, offset, length, kUnknownAddress, 0 });
    }
    auto state = std::make_shared<MemoryState>();
    state->name = m_state->name;
    state->coveredMask = (std::uint64_t { 1 } << 63) - 1;
    state->size = length;
    const std::uint64_t origin = place.region->origin + place.offset;
    if (auto own = place.region->backing->subrange(origin, length, lockable)) {
        state->regions.push_back(regionOf(std::move(own)));
    } else {
        MemoryRegion region = *place.region;
        if (region.base != nullptr)
            region.base += place.offset;
        region.length = length;
        region.origin = origin;
        state->regions.push_back(std::move(region));
    }
    return GuestMemory(std::shared_ptr<const MemoryState>(std::move(state)));
}

MemoryResult<GuestMemory> GuestMemory::subrange(std::uint64_t offset, std::uint64_t length) const
{
    return window(offset, length, false);
}

MemoryResult<GuestMemory> GuestMemory::lockableSubrange(std::uint64_t offset, std::uint64_t length) const
{
    return window(offset, length, true);
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
