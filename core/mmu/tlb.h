// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/result.h"
#include "core/memory/cowptr.h"
#include "core/mmu/tlbentry.h"
#include "core/mmu/tlbi.h"

#include <array>
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
    std::array<std::uint64_t, 3> lookUps {};
    std::array<std::uint64_t, 3> hits {};
    std::uint64_t fills = 0;
    std::uint64_t evictions = 0;
    std::array<std::uint64_t, kTlbiMatches> operations {};  ///< TLBI instructions, by TlbiMatch
    std::array<std::uint64_t, kTlbiMatches> invalidated {}; ///< entries they removed
    bool operator==(const TlbStatistics&) const = default;

    std::uint64_t allLookUps() const { return lookUps[0] + lookUps[1] + lookUps[2]; }
    std::uint64_t allHits() const { return hits[0] + hits[1] + hits[2]; }
    std::uint64_t allMisses() const { return allLookUps() - allHits(); }
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
    std::uint64_t age(Place place) const { return m_state->clock - m_state->used[index(place)]; }
    /// The entry that the last look-up used, if it was a hit and the entry is still there.
    std::optional<Place> lastHit() const { return m_state->lastHit; }
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
    struct State {
        std::vector<TlbEntry> entries; ///< set by set
        std::vector<std::uint64_t> used;
        std::uint64_t clock = 0;
        std::uint64_t draws = 0;
        std::array<std::uint16_t, kSizes> ofSize {}; ///< entries of each size
        std::uint64_t sizes = 0;                     ///< bit n: there are entries of 2^n bytes
        std::optional<Place> lastHit;
        TlbStatistics statistics;
        bool operator==(const State&) const = default;
    };
    std::size_t index(Place place) const { return std::size_t { place.set } * m_shape.ways + place.way; }
    unsigned setOf(std::uint64_t address, unsigned sizeLog2) const
    {
        return static_cast<unsigned>(address >> sizeLog2) & (m_shape.sets - 1);
    }
    static void remove(State& state, std::size_t at);

    TlbShape m_shape;
    memory::CowPtr<State> m_state;
};

} // namespace fscope::mmu
