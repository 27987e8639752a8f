// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/base/text.h"

#include <cstdint>
#include <span>

namespace fscope::hypervisor {

/// What a hypervisor's decoder makes of a word.
enum class Verdict : std::uint8_t {
    Reject,      ///< its decoder refuses it
    NoOperation, ///< stepped over as done
    SameAs,      ///< carried out as the allocated word that WordRule::replace makes of it
    NotModelled, ///< its decoder handles it, ours does not yet
};

/// One row of a decoder's own table: a class of words that it does not treat as the Arm ARM's decode table
/// does.
struct WordRule {
    std::uint32_t mask = 0;
    std::uint32_t value = 0;
    Verdict verdict = Verdict::Reject;
    const char* group = "";        ///< the class of instructions; marked for translation
    std::uint32_t replaceMask = 0; ///< SameAs: the bits replaced
    std::uint32_t replaceBits = 0; ///< SameAs: by these
    std::uint8_t signExtend
        = 0; ///< SameAs: the loaded halfword is sign-extended to this many bits (32, 64); 0: not

    constexpr bool matches(std::uint32_t word) const { return (word & mask) == value; }
};

/// A row from a pattern of 32 places, bit 31 first: 0, 1, or x for any; blanks part the bytes. A malformed
/// pattern does not compile.
consteval WordRule rule(const char* pattern, Verdict verdict, const char* group,
    std::uint32_t replaceMask = 0, std::uint32_t replaceBits = 0, std::uint8_t signExtend = 0)
{
    WordRule row { 0, 0, verdict, group, replaceMask, replaceBits, signExtend };
    unsigned places = 0;
    for (const char* p = pattern; *p != '\0'; ++p) {
        if (*p == ' ')
            continue;
        row.mask = row.mask << 1 | (*p == 'x' ? 0U : 1U);
        row.value = row.value << 1 | (*p == '1' ? 1U : 0U);
        if (*p != 'x' && *p != '0' && *p != '1')
            throw "a place is 0, 1 or x";
        ++places;
    }
    if (places != 32)
        throw "a pattern has 32 places";
    return row;
}

/// The first row that matches, or nullptr.
inline const WordRule* findRule(std::span<const WordRule> rules, std::uint32_t word)
{
    for (const WordRule& row : rules) {
        if (row.matches(word))
            return &row;
    }
    return nullptr;
}

} // namespace fscope::hypervisor
