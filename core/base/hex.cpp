// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/base/hex.h"

#include <fmt/format.h>

#include <optional>

namespace fscope {
namespace {

constexpr char kDigits[] = "0123456789abcdef";

std::optional<unsigned> digitValue(char c)
{
    if (c >= '0' && c <= '9')
        return static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'f')
        return static_cast<unsigned>(c - 'a') + 10;
    if (c >= 'A' && c <= 'F')
        return static_cast<unsigned>(c - 'A') + 10;
    return std::nullopt;
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isSeparator(char c)
{
    return c == '_' || c == '\'' || isBlank(c);
}

/// The character as a message can show it; bytes that are not ASCII may be half of a sequence, so they are
/// numbers.
std::string shown(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte > 0x20 && byte < 0x7f ? fmt::format("'{}'", c) : fmt::format("byte 0x{:02x}", byte);
}

/// A text for a message: whole if it is short.
std::string excerpt(std::string_view text)
{
    constexpr std::size_t kLongest = 40;
    std::string out;
    for (const char c : text.substr(0, kLongest)) {
        const auto byte = static_cast<unsigned char>(c);
        out += byte >= 0x20 && byte < 0x7f ? c : '?';
    }
    return text.size() > kLongest ? out + "..." : out;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

struct Base {
    unsigned number;
    std::string_view name;
};

/// The base a prefix names; removes the prefix.
Base takeBase(std::string_view& digits)
{
    if (digits.size() >= 2 && digits[0] == '0') {
        const char letter = digits[1];
        if (letter == 'x' || letter == 'X') {
            digits.remove_prefix(2);
            return { 16, "hexadecimal" };
        }
        if (letter == 'b' || letter == 'B') {
            digits.remove_prefix(2);
            return { 2, "binary" };
        }
    }
    return { 10, "decimal" };
}

} // namespace

std::string hex(std::uint64_t value)
{
    return fmt::format("{:#x}", value);
}

std::string hexPadded(std::uint64_t value, unsigned digits)
{
    return fmt::format("0x{:0{}x}", value, digits);
}

std::string hex(U128 value)
{
    return fmt::format("0x{:016x}{:016x}", value.hi, value.lo);
}

std::string hexBytes(const void* bytes, std::size_t size)
{
    const auto* p = static_cast<const unsigned char*>(bytes);
    std::string out(size * 2, '0');
    for (std::size_t i = 0; i < size; ++i) {
        out[2 * i] = kDigits[p[i] >> 4];
        out[2 * i + 1] = kDigits[p[i] & 15];
    }
    return out;
}

Result<std::uint64_t> parseNumber(std::string_view text, unsigned width)
{
    const std::string_view whole = trimmed(text);
    std::string_view digits = whole;
    const Base base = takeBase(digits);
    std::uint64_t value = 0;
    bool any = false;
    bool tooLarge = false;
    for (const char c : digits) {
        if (isSeparator(c))
            continue;
        const std::optional<unsigned> digit = digitValue(c);
        if (!digit || *digit >= base.number) {
            const std::string hint
                = base.number == 10 && digit ? "Hexadecimal numbers begin with 0x." : std::string();
            return fail(fmt::format("{} in \"{}\" is not a {} digit.", shown(c), excerpt(whole), base.name),
                {}, hint);
        }
        any = true;
        // Goes on after an overflow, so that a wrong digit is reported before the size.
        tooLarge |= value > (~std::uint64_t { 0 } - *digit) / base.number;
        value = value * base.number + *digit;
    }
    if (!any) {
        return whole.empty() ? fail("There is no number.", {}, "Numbers are decimal, 0x… or 0b….")
                             : fail(fmt::format("\"{}\" holds no digit.", excerpt(whole)));
    }
    if (tooLarge || zeroExtend(value, width) != value) {
        return fail(
            fmt::format("\"{}\" does not fit in {} bit{}.", excerpt(whole), width, width == 1 ? "" : "s"));
    }
    return value;
}

Result<std::uint64_t> parsePastedNumber(std::string_view text, unsigned width)
{
    const std::string_view whole = trimmed(text);
    std::size_t digits = 0;
    bool hasLetter = false;
    bool isHex = true;
    const bool hasPrefix = whole.size() > 2 && whole[0] == '0' && (whole[1] == 'b' || whole[1] == 'B');
    bool isBinary = hasPrefix;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        const char c = whole[i];
        if (isSeparator(c))
            continue;
        const std::optional<unsigned> digit = digitValue(c);
        isHex = isHex && digit;
        isBinary = isBinary && (i == 1 || c == '0' || c == '1');
        hasLetter = hasLetter || (digit.value_or(0) >= 10 && !(hasPrefix && i == 1));
        ++digits;
    }
    constexpr std::size_t kWord = 8;
    constexpr std::size_t kDoubleword = 16;
    const bool isBareHex = isHex && !isBinary && (hasLetter || digits == kWord || digits == kDoubleword);
    return parseNumber(isBareHex ? "0x" + std::string(whole) : std::string(whole), width);
}

Result<std::string> parseHexBytes(std::string_view text)
{
    std::string out;
    out.reserve(text.size() / 2);
    unsigned high = 0;
    bool half = false; // one digit of a pair was read
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!half && isBlank(text[i]))
            continue;
        const std::optional<unsigned> digit = digitValue(text[i]);
        if (!digit) {
            return fail(half && isBlank(text[i])
                    ? fmt::format("The byte before character {} has one digit only.", i + 1)
                    : fmt::format("{} at character {} is not a hexadecimal digit.", shown(text[i]), i + 1));
        }
        if (half)
            out += static_cast<char>(high << 4 | *digit);
        high = *digit;
        half = !half;
    }
    if (half)
        return fail(fmt::format("The byte at character {} has one digit only.", text.size()));
    return out;
}

} // namespace fscope
