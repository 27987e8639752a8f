// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/result.h"
#include "core/memory/cowptr.h"
#include "core/mmu/tlbentry.h"
#include "core/mmu/tlbi.h"

#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <vector>

namespace fscope::mmu {

/// Which entry makes room for another when all ways of its set are taken.
enum class TlbReplacement : std::uint8_t {
    LeastRecentlyUsed,
    Random, ///< pseudo-random: the same for the same seed and look-ups
};

struct TlbShape {
    unsigned sets = 16; ///< a power of two, 1 to 1024
    unsigned ways = 4;  ///< 1 to 16
    TlbReplacement replacement = TlbReplacement::LeastRecentlyUsed;
    std::uint64_t seed = 0; ///< of the random replacement
    bool operator==(const TlbShape&) const = default;
};
inline constexpr unsigned kMaxTlbSets = 1024;
inline constexpr unsigned kMaxTlbWays = 16;

/// What a TLB has done since it was made. Arrays of access kinds are in the order of AccessKind.
struct TlbStatistics {
    std::array<std::uint64_t, 3> hits {};   ///< by AccessKind
    std::array<std::uint64_t, 3> misses {}; ///< likewise
    std::uint64_t fills = 0;
    std::uint64_t evictions = 0;
    std::array<std::uint64_t, kTlbiMatches> operations {};  ///< TLBI instructions, by TlbiMatch
    std::array<std::uint64_t, kTlbiMatches> invalidated {}; ///< entries they removed
    bool operator==(const TlbStatistics&) const = default;

    std::uint64_t allHits() const { return hits[0] + hits[1] + hits[2]; }
    std::uint64_t allMisses() const { return misses[0] + misses[1] + misses[2]; }
    std::uint64_t allLookUps() const { return allHits() + allMisses(); }
    std::uint64_t allOperations() const;
    std::uint64_t allInvalidated() const;
};

/// A translation lookaside buffer: set-associative, of EL1&0, with entries of any size.
///
/// A value: a copy shares all entries with the original until either changes, so that each step of a run can
/// hold the whole of it. Deterministic. The set is chosen by the lowest bits of the number of the block or
/// page, and a look-up tries each size of entry there is.
/// Left out: a cache of stage 2 alone for walks, a cache of table descriptors, TLB conflicts (where two
/// entries overlap, after a change without break-before-make, the smaller one answers).
class Tlb
{
public:
    struct Place {
        unsigned set = 0;
        unsigned way = 0;
        bool operator==(const Place&) const = default;
    };

    Tlb();
    /// @p shape is within its limits, see checkShape.
    explicit Tlb(const TlbShape& shape);
    /// The Error says which number is out of range.
    static Result<void> checkShape(const TlbShape& shape);

    const TlbShape& shape() const { return m_shape; }
    const TlbStatistics& statistics() const { return m_state->statistics; }
    /// One way of a set; not valid where it is free.
    const TlbEntry& entry(Place place) const { return m_state->entries[index(place)]; }
    /// Look-ups and fills since the entry was last used; 0 for the one used last.
    std::uint64_t age(Place place) const { return m_state->clock - m_state->ways[index(place)].used; }
    /// The entry that the last look-up used, if it was a hit and the entry is still there.
    std::optional<Place> lastHit() const;
    unsigned validEntries() const;

    /// The entry for an access, or nullptr: a miss. The pointer is good until the TLB changes or is copied.
    /// An entry that the access may not use is a hit too: its rights refuse it, see TlbEntry::answer.
    /// Cost: a few ns for each size of entry in use.
    const TlbEntry* lookUp(const TlbContext& context, Va va, const Access& access);

    /// Where an entry goes: the way that holds its like, a free way, or the one to be replaced.
    Place choose(const TlbEntry& entry);
    /// Frees a way to make room.
    void evict(Place place);
    /// Puts an entry into a way that is free or holds its like.
    void put(Place place, const TlbEntry& entry);
    /// choose, evict and put.
    void fill(const TlbEntry& entry);

    /// Carries a TLBI out at once (a real CPU has until the next DSB). @returns the entries removed
    unsigned invalidate(const TlbiOperation& operation);

    /// Same shape, entries, ages and statistics.
    bool operator==(const Tlb& other) const;

private:
    static constexpr unsigned kSizes = 64;
    static constexpr std::size_t kNowhere = ~std::size_t { 0 };
    /// What a look-up goes through, apart from the entries, which are many times as large.
    struct Way {
        std::uint64_t mark = 0; ///< markOf() the entry, 0 if there is none
        std::uint64_t used = 0; ///< by the clock
        bool operator==(const Way&) const = default;
    };
    struct State {
        std::vector<TlbEntry> entries; ///< set by set
        std::vector<Way> ways;         ///< likewise
        std::uint64_t clock = 0;
        std::uint64_t draws = 0;
        std::array<std::uint16_t, kSizes> ofSize {}; ///< entries of each size
        std::uint64_t sizes = 0;                     ///< bit n: there are entries of 2^n bytes
        std::size_t lastHit = kNowhere;              ///< index
        TlbStatistics statistics;
        bool operator==(const State&) const = default;
    };
    /// The address and size of an entry in one word, as blocks and pages are far larger than 64 bytes.
    static std::uint64_t markOf(std::uint64_t begin, unsigned sizeLog2) { return begin | sizeLog2; }
    std::size_t index(Place place) const { return std::size_t { place.set } * m_shape.ways + place.way; }
    unsigned setOf(std::uint64_t address, unsigned sizeLog2) const
    {
        return static_cast<unsigned>(address >> sizeLog2) & (m_shape.sets - 1);
    }
    static void remove(State& state, std::size_t at);

    TlbShape m_shape;
    memory::CowPtr<State> m_state;
};

// Here, because it is what each access of a guest with a TLB costs.
inline const TlbEntry* Tlb::lookUp(const TlbContext& context, Va va, const Access& access)
{
    State* const mine = m_state.owned(); // the short way, for all look-ups but the first after a copy
    State& state = mine != nullptr ? *mine : m_state.own();
    const auto kind = static_cast<std::size_t>(access.kind);
    ++state.clock;
    const std::uint64_t key = context.key(va, access.kind);
    const std::uint64_t wanted = context.tag(access.kind);
    if (!context.refuses(va, access)) {
        for (std::uint64_t sizes = state.sizes; sizes != 0; sizes &= sizes - 1) {
            const auto sizeLog2 = static_cast<unsigned>(std::countr_zero(sizes));
            const std::uint64_t mark = markOf(key >> sizeLog2 << sizeLog2, sizeLog2);
            const std::size_t first = index({ setOf(key, sizeLog2), 0 });
            Way* const ways = state.ways.data() + first;
            for (unsigned n = 0; n < m_shape.ways; ++n) {
                if (ways[n].mark != mark)
                    continue;
                const TlbEntry& entry = state.entries.data()[first + n];
                if (!entry.isFor(wanted))
                    continue;
                if (entry.needsWalk(access)) {
                    ++state.statistics.misses[kind];
                    state.lastHit = kNowhere;
                    return nullptr;
                }
                ways[n].used = state.clock;
                state.lastHit = first + n;
                ++state.statistics.hits[kind];
                return &entry;
            }
        }
    }
    ++state.statistics.misses[kind];
    state.lastHit = kNowhere;
    return nullptr;
}

} // namespace fscope::mmu
