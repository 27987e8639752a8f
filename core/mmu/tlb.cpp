// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/mmu/tlb.h"

#include "core/base/splitmix.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <string>

namespace fscope::mmu {

std::uint64_t TlbStatistics::allOperations() const
{
    return std::accumulate(operations.begin(), operations.end(), std::uint64_t { 0 });
}

std::uint64_t TlbStatistics::allInvalidated() const
{
    return std::accumulate(invalidated.begin(), invalidated.end(), std::uint64_t { 0 });
}

Tlb::Tlb()
    : Tlb(TlbShape {})
{ }

Tlb::Tlb(const TlbShape& shape)
    : m_shape(shape)
{
    State& state = m_state.own();
    state.entries.resize(std::size_t { shape.sets } * shape.ways);
    state.ways.resize(state.entries.size());
}

Result<void> Tlb::checkShape(const TlbShape& shape)
{
    if (!std::has_single_bit(shape.sets) || shape.sets > kMaxTlbSets)
        return fail("A TLB has a power of two of sets, at most " + std::to_string(kMaxTlbSets) + ", not "
            + std::to_string(shape.sets) + ".");
    if (shape.ways == 0 || shape.ways > kMaxTlbWays)
        return fail("A set of a TLB has 1 to " + std::to_string(kMaxTlbWays) + " ways, not "
            + std::to_string(shape.ways) + ".");
    return {};
}

unsigned Tlb::validEntries() const
{
    return std::accumulate(m_state->ofSize.begin(), m_state->ofSize.end(), 0U);
}

std::optional<Tlb::Place> Tlb::lastHit() const
{
    const std::size_t at = m_state->lastHit;
    if (at == kNowhere)
        return std::nullopt;
    return Place { static_cast<unsigned>(at / m_shape.ways), static_cast<unsigned>(at % m_shape.ways) };
}

Tlb::Place Tlb::choose(const TlbEntry& entry)
{
    State& state = m_state.own();
    Place place { setOf(entry.va, entry.sizeLog2), 0 };
    const auto first = state.entries.begin() + static_cast<std::ptrdiff_t>(index(place));
    const auto last = first + m_shape.ways;
    const auto wayOf = [&](auto at) { return static_cast<unsigned>(at - first); };
    const auto isLike = [&](const TlbEntry& other) {
        return other.isValid() && other.sizeLog2 == entry.sizeLog2 && other.va == entry.va
            && other.tag == entry.tag;
    };
    auto found = std::find_if(first, last, isLike);
    if (found == last)
        found = std::find_if(first, last, [](const TlbEntry& other) { return !other.isValid(); });
    if (found != last) {
        place.way = wayOf(found);
    } else if (m_shape.replacement == TlbReplacement::Random) {
        place.way = static_cast<unsigned>(splitmix(m_shape.seed, ++state.draws) % m_shape.ways);
    } else {
        const auto ways = state.ways.begin() + static_cast<std::ptrdiff_t>(index(place));
        const auto earlier = [](const Way& a, const Way& b) { return a.used < b.used; };
        place.way = static_cast<unsigned>(std::min_element(ways, ways + m_shape.ways, earlier) - ways);
    }
    return place;
}

void Tlb::remove(State& state, std::size_t at)
{
    TlbEntry& entry = state.entries[at];
    if (--state.ofSize[entry.sizeLog2] == 0)
        state.sizes &= ~(std::uint64_t { 1 } << entry.sizeLog2);
    entry = {};
    state.ways[at] = {};
    if (state.lastHit == at)
        state.lastHit = kNowhere;
}

void Tlb::evict(Place place)
{
    State& state = m_state.own();
    if (!state.entries[index(place)].isValid())
        return;
    remove(state, index(place));
    ++state.statistics.evictions;
}

void Tlb::put(Place place, const TlbEntry& entry)
{
    State& state = m_state.own();
    const std::size_t at = index(place);
    if (state.entries[at].isValid())
        remove(state, at);
    state.entries[at] = entry;
    state.ways[at] = { markOf(entry.va, entry.sizeLog2), ++state.clock };
    ++state.ofSize[entry.sizeLog2];
    state.sizes |= std::uint64_t { 1 } << entry.sizeLog2;
    ++state.statistics.fills;
}

void Tlb::fill(const TlbEntry& entry)
{
    const Place place = choose(entry);
    const TlbEntry& there = this->entry(place);
    if (there.isValid()
        && (there.va != entry.va || there.tag != entry.tag || there.sizeLog2 != entry.sizeLog2))
        evict(place);
    put(place, entry);
}

unsigned Tlb::invalidate(const TlbiOperation& operation)
{
    State& state = m_state.own();
    unsigned count = 0;
    for (std::size_t at = 0; at < state.entries.size(); ++at) {
        if (!state.entries[at].isValid() || !operation.matches(state.entries[at]))
            continue;
        remove(state, at);
        ++count;
    }
    const auto match = static_cast<std::size_t>(operation.instruction.row->match);
    ++state.statistics.operations[match];
    state.statistics.invalidated[match] += count;
    return count;
}

bool Tlb::operator==(const Tlb& other) const
{
    return m_shape == other.m_shape
        && (m_state.sharesWith(other.m_state) || *m_state.get() == *other.m_state.get());
}

} // namespace fscope::mmu
