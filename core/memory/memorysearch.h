// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/result.h"
#include "core/memory/committedmemory.h"
#include "core/memory/searchpattern.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace fscope::memory {

struct SearchOptions {
    std::uint64_t first = 0;                   ///< matches begin here or above
    std::uint64_t last = ~std::uint64_t { 0 }; ///< and here or below
    std::size_t limit = 1000;                  ///< of results; at least 1
    /// Asked about each MiB, in the thread of the search, with the bytes done and the bytes to do (of the
    /// whole memory, if first and last leave some out); false gives the search up.
    std::function<bool(std::uint64_t done, std::uint64_t total)> progress;
};

struct SearchResult {
    std::vector<std::uint64_t> addresses; ///< ascending
    bool limited = false;                 ///< stopped at the limit: there may be more
    bool cancelled = false;               ///< progress said so; what was found until then is there
    bool operator==(const SearchResult&) const = default;
};

// A match may cross pages and regions that adjoin, and matches may overlap each other: "aa" is twice in
// "aaa". Memory that was never touched reads as zero, and such zeros beside a touched page may be part of a
// match, but a match holds at least one byte that exists: zeros alone are found in touched pages and up to
// their neighbourhood, not throughout terabytes that nothing ever wrote. Holes are never part of a match.
//
// The errors are those of SearchPattern::check(). Cost: the memory is read once; over 4 GB/s on a machine of
// 2020 where the pattern has a byte that is rare in it (tests/bench/bench_memorysearch.cpp).

/// All matches in ascending order, up to the limit.
Result<SearchResult> searchMemory(
    const CommittedMemory& memory, const SearchPattern& pattern, const SearchOptions& options = {});

/// The match that begins lowest in [options.first, options.last].
Result<std::optional<std::uint64_t>> findNext(
    const CommittedMemory& memory, const SearchPattern& pattern, const SearchOptions& options = {});

/// The match that begins highest there: what "previous" from an address needs, which gives the address
/// below it as options.last. A search that was given up finds nothing.
Result<std::optional<std::uint64_t>> findPrevious(
    const CommittedMemory& memory, const SearchPattern& pattern, const SearchOptions& options = {});

} // namespace fscope::memory
