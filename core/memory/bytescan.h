// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/memory/searchpattern.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace fscope::memory {

/// A pattern made ready to be found in bytes, as fast as they come from memory.
///
/// The two bytes of the pattern that are the least likely in a guest (neither 0 nor 0xff where there is a
/// choice, and different from each other) are compared at 16 or 32 places at once; only where both are there
/// the whole pattern is compared. Uses AVX2 where the machine has it, SSE2 on any x86-64, memchr elsewhere.
class ByteScan
{
public:
    static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

    /// @p pattern passed SearchPattern::check(). Its alignment is not looked at.
    explicit ByteScan(const SearchPattern& pattern);

    std::size_t length() const { return m_bytes.size(); } ///< of the pattern
    /// The offset of the first match that begins at or after @p from and lies within @p data, or kNone.
    std::size_t find(std::span<const std::uint8_t> data, std::size_t from = 0) const;

    /// One byte of the pattern by which places are sorted out.
    struct Probe {
        std::size_t offset = 0;
        std::uint8_t value = 0; ///< where it does not count, 0
        std::uint8_t mask = 0xff;
    };

    // For tests: the parts of find() by name, so that each machine tries all it has.
    enum class Method : std::uint8_t { Portable, Sse2, Avx2 };
    static bool has(Method method);
    std::size_t find(std::span<const std::uint8_t> data, std::size_t from, Method method) const;

private:
    std::size_t findPortable(std::span<const std::uint8_t> data, std::size_t from) const;
    bool matchesAt(const std::uint8_t* data) const;

    std::vector<std::uint8_t> m_bytes; ///< bits that do not count are 0
    std::vector<std::uint8_t> m_mask;  ///< empty: each bit counts
    std::array<Probe, 2> m_probes;
    Method m_method = Method::Portable;
};

} // namespace fscope::memory
