// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/a64/rowsgeneral.h"
#include "core/a64/rowsordered.h"
#include "core/a64/rowspairs.h"
#include "core/a64/rowssimdfp.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

/// What the compiler works out of the rows: masks, where the operands lie, and the index by which a word
/// finds its row.
namespace fscope::a64::table {

inline constexpr std::size_t kRowCount
    = std::size(kGeneralRows) + std::size(kSimdFpRows) + std::size(kPairRows) + std::size(kOrderedRows);

constexpr std::array<Row, kRowCount> allRows()
{
    std::array<Row, kRowCount> out {};
    std::size_t n = 0;
    for (const Row& r : kGeneralRows)
        out[n++] = r;
    for (const Row& r : kSimdFpRows)
        out[n++] = r;
    for (const Row& r : kPairRows)
        out[n++] = r;
    for (const Row& r : kOrderedRows)
        out[n++] = r;
    return out;
}
inline constexpr std::array<Row, kRowCount> kRows = allRows();

/// Fixed bits of a 32-character pattern.
struct Pattern {
    std::uint32_t mask = 0;
    std::uint32_t value = 0;
    bool wellFormed = true; ///< 32 characters, all of them 0, 1 or one of the letters
    constexpr bool matches(std::uint32_t word) const { return (word & mask) == value; }
};

constexpr Pattern parsePattern(const char* text, const char* letters)
{
    Pattern p;
    for (unsigned i = 0; i < 32; ++i) {
        const char c = text[i];
        if (c == '\0') {
            p.wellFormed = false;
            return p;
        }
        const std::uint32_t place = 1U << (31 - i);
        if (c == '0' || c == '1') {
            p.mask |= place;
            p.value |= c == '1' ? place : 0;
            continue;
        }
        bool known = false;
        for (const char* l = letters; *l != '\0'; ++l)
            known = known || *l == c;
        p.wellFormed = p.wellFormed && known;
    }
    p.wellFormed = p.wellFormed && text[32] == '\0';
    return p;
}

/// The bits of a pattern that hold a letter.
constexpr std::uint32_t letterMask(const char* text, char letter)
{
    std::uint32_t out = 0;
    for (unsigned i = 0; i < 32 && text[i] != '\0'; ++i)
        out |= text[i] == letter ? 1U << (31 - i) : 0;
    return out;
}

/// How the operands of one row come out of a word, without branches: fields that a row lacks have a mask of
/// 0.
struct Code {
    std::uint32_t mask = 0;
    std::uint32_t value = 0;
    std::uint32_t shouldBeOne = 0;
    std::uint32_t immediateMask = 0;
    std::uint32_t immediateSign = 0; ///< the top bit of a signed immediate, still in its place; 0 if unsigned
    std::uint8_t immediateLo = 0;
    std::uint8_t immediateScale = 0; ///< log2 of the bytes that one unit stands for
    std::uint8_t rt2Mask = 0;
    std::uint8_t rnMask = 0;
    std::uint8_t rmMask = 0;
    std::uint8_t shift = 0; ///< log2 of the element size, for the S bit
    bool wellFormed = true;
};

constexpr Code codeOf(const Row& row)
{
    const Pattern pattern = parsePattern(row.pattern, "tunmiospq");
    Code code;
    code.wellFormed = pattern.wellFormed;
    code.mask = pattern.mask;
    code.value = pattern.value;
    code.shouldBeOne = letterMask(row.pattern, 'q');
    code.rt2Mask = letterMask(row.pattern, 'u') != 0 ? 31 : 0;
    code.rnMask = letterMask(row.pattern, 'n') != 0 ? 31 : 0;
    code.rmMask = letterMask(row.pattern, 'm') != 0 ? 31 : 0;
    code.shift = static_cast<std::uint8_t>(std::countr_zero(unsigned { row.size }));
    const std::uint32_t immediate = letterMask(row.pattern, 'i');
    if (immediate == 0)
        return code;
    code.immediateMask = immediate;
    code.immediateLo = static_cast<std::uint8_t>(std::countr_zero(immediate));
    const bool pair = code.rt2Mask != 0;
    const bool isUnsigned = row.addressing == Addressing::Offset && !pair;
    code.immediateSign = isUnsigned ? 0 : std::bit_floor(immediate);
    if (row.addressing == Addressing::Literal)
        code.immediateScale = 2;
    else if (pair || isUnsigned)
        code.immediateScale = code.shift;
    return code;
}

constexpr std::array<Code, kRowCount> allCodes()
{
    std::array<Code, kRowCount> out {};
    for (std::size_t i = 0; i < kRowCount; ++i)
        out[i] = codeOf(kRows[i]);
    return out;
}
inline constexpr std::array<Code, kRowCount> kCodes = allCodes();

/// The bits that tell the rows apart (31:28, 26, 24:21, 15, 11:10), packed into 12.
constexpr std::uint32_t indexOf(std::uint32_t word)
{
    return (word >> 28) << 8 | (word >> 19 & 0x80U) | (word >> 18 & 0x78U) | (word >> 13 & 4U)
        | (word >> 10 & 3U);
}
inline constexpr std::size_t kIndexSize = 4096;

/// For each packed index the number of the only row that can match, plus one; 0 for none.
struct Index {
    std::array<std::uint8_t, kIndexSize> row {};
    bool unique = true;
};

constexpr Index makeIndex()
{
    Index index;
    for (std::size_t r = 0; r < kRowCount; ++r) {
        const std::uint32_t fixed = indexOf(kCodes[r].mask);
        const std::uint32_t value = indexOf(kCodes[r].value);
        const std::uint32_t open = ~fixed & (kIndexSize - 1);
        // Each subset of the open bits once: the usual descent through the subsets of a mask.
        for (std::uint32_t subset = open;; subset = (subset - 1) & open) {
            std::uint8_t& slot = index.row[value | subset];
            index.unique = index.unique && slot == 0;
            slot = static_cast<std::uint8_t>(r + 1);
            if (subset == 0)
                break;
        }
    }
    return index;
}
inline constexpr Index kIndex = makeIndex();

/// Whether each register letter of a pattern stands where decodeFast() looks for it, and the immediate is one
/// run.
constexpr bool operandsInPlace(const Row& row)
{
    const auto at = [&row](char letter, std::uint32_t place) {
        const std::uint32_t found = letterMask(row.pattern, letter);
        return found == 0 || found == place;
    };
    const std::uint32_t immediate = letterMask(row.pattern, 'i');
    const bool oneRun = immediate == 0 || std::has_single_bit((immediate >> std::countr_zero(immediate)) + 1);
    // Bit 14, in the middle of option, is always 1.
    return oneRun && at('t', 0x1fU) && at('p', 0x1fU) && at('n', 0x1fU << 5) && at('u', 0x1fU << 10)
        && at('m', 0x1fU << 16) && at('o', 1U << 15 | 1U << 13) && at('s', 1U << 12);
}

static_assert(kRowCount < 256, "the index holds row numbers in bytes");
static_assert(
    std::ranges::all_of(kCodes, &Code::wellFormed), "each pattern has 32 places of 0, 1 or a known letter");
static_assert(std::ranges::all_of(kRows, operandsInPlace), "operands stand where the decoder looks for them");
// Rows that share an index slot could still differ in other bits; that no two do means also that no two rows
// overlap.
static_assert(kIndex.unique, "no two rows match the same word");

} // namespace fscope::a64::table
