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
    state.used.resize(state.entries.size());
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

const TlbEntry* Tlb::lookUp(const TlbContext& context, Va va, const Access& access)
{
    State* const mine = m_state.owned(); // the short way, for all look-ups but the first after a copy
    State& state = mine != nullptr ? *mine : m_state.own();
    const auto kind = static_cast<std::size_t>(access.kind);
    ++state.statistics.lookUps[kind];
    ++state.clock;
    const std::uint64_t key = context.key(va, access.kind);
    const std::uint64_t wanted = context.tag(access.kind);
    if (!context.refuses(va, access)) {
        for (std::uint64_t sizes = state.sizes; sizes != 0; sizes &= sizes - 1) {
            const auto sizeLog2 = static_cast<unsigned>(std::countr_zero(sizes));
            const unsigned set = setOf(key, sizeLog2);
            const std::size_t first = index({ set, 0 });
            const std::uint64_t begin = key >> sizeLog2 << sizeLog2;
            for (unsigned way = 0; way < m_shape.ways; ++way) {
                const TlbEntry& entry = state.entries[first + way];
                if (entry.va != begin || entry.sizeLog2 != sizeLog2 || !entry.holds(key, wanted))
                    continue;
                if (entry.needsWalk(access)) {
                    state.lastHit.reset();
                    return nullptr;
                }
                state.used[first + way] = state.clock;
                state.lastHit = Place { set, way };
                ++state.statistics.hits[kind];
                return &entry;
            }
        }
    }
    state.lastHit.reset();
    return nullptr;
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
        const auto used = state.used.begin() + static_cast<std::ptrdiff_t>(index(place));
        place.way = static_cast<unsigned>(std::min_element(used, used + m_shape.ways) - used);
    }
    return place;
}

void Tlb::remove(State& state, std::size_t at)
{
    TlbEntry& entry = state.entries[at];
    if (--state.ofSize[entry.sizeLog2] == 0)
        state.sizes &= ~(std::uint64_t { 1 } << entry.sizeLog2);
    entry = {};
    state.used[at] = 0;
}

void Tlb::evict(Place place)
{
    State& state = m_state.own();
    if (!state.entries[index(place)].isValid())
        return;
    remove(state, index(place));
    if (state.lastHit == place)
        state.lastHit.reset();
    ++state.statistics.evictions;
}

void Tlb::put(Place place, const TlbEntry& entry)
{
    State& state = m_state.own();
    const std::size_t at = index(place);
    if (state.entries[at].isValid())
        remove(state, at);
    state.entries[at] = entry;
    state.used[at] = ++state.clock;
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
        if (state.lastHit && index(*state.lastHit) == at)
            state.lastHit.reset();
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
