// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/memory/searchpattern.h"

#include "core/base/bytes.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <optional>
#include <utility>

namespace fscope::memory {
namespace {

constexpr bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Four bits and which of them count.
struct Digit {
    unsigned value = 0;
    unsigned mask = 0xf;
};

std::optional<Digit> digitOf(char c)
{
    if (c >= '0' && c <= '9')
        return Digit { static_cast<unsigned>(c - '0') };
    if (c >= 'a' && c <= 'f')
        return Digit { static_cast<unsigned>(c - 'a') + 10 };
    if (c >= 'A' && c <= 'F')
        return Digit { static_cast<unsigned>(c - 'A') + 10 };
    if (c == '?')
        return Digit { 0, 0 };
    return std::nullopt;
}

constexpr bool isAsciiLetter(std::uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The next code point of UTF-8 and past it, or nothing if it is malformed (overlong and surrogate forms
/// included).
std::optional<std::uint32_t> takeCodePoint(std::string_view& text)
{
    const auto first = static_cast<std::uint8_t>(text.front());
    const unsigned length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 0;
    if (length == 0 || length > text.size() || first > 0xf7)
        return std::nullopt;
    std::uint32_t point = length == 1 ? first : first & (0x7fU >> length);
    for (unsigned i = 1; i < length; ++i) {
        const auto next = static_cast<std::uint8_t>(text[i]);
        if ((next & 0xc0U) != 0x80)
            return std::nullopt;
        point = point << 6 | (next & 0x3fU);
    }
    static constexpr std::uint32_t kLeast[] { 0, 0, 0x80, 0x800, 0x10000 };
    if (point < kLeast[length] || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff))
        return std::nullopt;
    text.remove_prefix(length);
    return point;
}

/// A pattern of which all bytes are there.
Result<SearchPattern> finished(SearchPattern pattern)
{
    if (std::ranges::all_of(pattern.mask, [](std::uint8_t bits) { return bits == 0xff; }))
        pattern.mask.clear();
    if (Result<void> usable = pattern.check(); !usable)
        return tl::unexpected<Error>(usable.error());
    return pattern;
}

} // namespace

Result<SearchPattern> SearchPattern::fromHex(std::string_view text)
{
    SearchPattern pattern;
    std::optional<Digit> high;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isBlank(text[i])) {
            if (high)
                return fail(fmt::format("A byte has one digit only, before column {}.", i + 1), {},
                    "Bytes are pairs of hexadecimal digits; ? is any digit.");
            continue;
        }
        const std::optional<Digit> digit = digitOf(text[i]);
        if (!digit)
            return fail(fmt::format("Column {} is no hexadecimal digit.", i + 1), {},
                "Bytes are pairs of hexadecimal digits; ? is any digit.");
        if (!high) {
            high = digit;
            continue;
        }
        pattern.bytes.push_back(static_cast<std::uint8_t>(high->value << 4 | digit->value));
        pattern.mask.push_back(static_cast<std::uint8_t>(high->mask << 4 | digit->mask));
        high.reset();
    }
    if (high)
        return fail("The last byte has one digit only.", {},
            "Bytes are pairs of hexadecimal digits; ? is any digit.");
    return finished(std::move(pattern));
}

Result<SearchPattern> SearchPattern::fromText(std::string_view utf8, bool anyCase, Encoding encoding)
{
    SearchPattern pattern;
    const auto put = [&pattern](std::uint32_t unit, unsigned size, std::uint32_t counts) {
        for (unsigned i = 0; i < size; ++i) {
            pattern.bytes.push_back(static_cast<std::uint8_t>(unit >> (8 * i)));
            pattern.mask.push_back(static_cast<std::uint8_t>(counts >> (8 * i)));
        }
    };
    const std::size_t all = utf8.size();
    while (!utf8.empty()) {
        const std::string_view before = utf8;
        const std::optional<std::uint32_t> point = takeCodePoint(utf8);
        if (!point)
            return fail(fmt::format("The text is no UTF-8 at byte {}.", all - before.size() + 1));
        // Upper and lower case of ASCII differ in one bit, and without it no two other characters meet.
        const std::uint32_t counts = anyCase && isAsciiLetter(*point) ? ~0x20U : ~0U;
        if (encoding == Encoding::Utf8) {
            for (const char c : before.substr(0, before.size() - utf8.size()))
                put(static_cast<std::uint8_t>(c) & counts, 1, counts);
        } else if (*point < 0x10000) {
            put(*point & counts, 2, counts);
        } else {
            put(0xd800 + ((*point - 0x10000) >> 10), 2, ~0U);
            put(0xdc00 + ((*point - 0x10000) & 0x3ff), 2, ~0U);
        }
    }
    return finished(std::move(pattern));
}

SearchPattern SearchPattern::fromValue(std::uint64_t value, unsigned size, unsigned alignment)
{
    SearchPattern pattern;
    for (unsigned i = 0; i < size; ++i)
        pattern.bytes.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
    pattern.alignment = alignment;
    return pattern;
}

Result<void> SearchPattern::check() const
{
    if (bytes.empty())
        return fail("There is nothing to search for.");
    if (bytes.size() > kMaxLength)
        return fail(fmt::format(
            "A pattern of {} bytes is too long; it may have up to {}.", bytes.size(), kMaxLength));
    if (!mask.empty() && mask.size() != bytes.size())
        return fail(fmt::format("The mask has {} bytes and the pattern {}.", mask.size(), bytes.size()));
    if (!mask.empty() && std::ranges::all_of(mask, [](std::uint8_t bits) { return bits == 0; }))
        return fail("The pattern matches everywhere.", {}, "Give at least one digit that is not ?.");
    if (!std::has_single_bit(alignment))
        return fail(fmt::format("The alignment {} is no power of two.", alignment));
    return {};
}

} // namespace fscope::memory
