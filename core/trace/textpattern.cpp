// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/trace/textpattern.h"

#include <algorithm>

namespace fscope::trace {
namespace {

/// What `*` may pass over.
constexpr std::size_t kMostSkipped = 200;
constexpr std::size_t kMostDigits = 16;

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}
bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool isWord(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
int hexValue(char c)
{
    if (isDigit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/// Whether a word ends before @p at.
bool endsAt(std::string_view line, std::size_t at)
{
    return at >= line.size() || !isWord(line[at]);
}

/// Reads hexadecimal digits from @p at on; their number.
std::size_t readHex(std::string_view line, std::size_t at, std::uint64_t& value)
{
    std::size_t n = 0;
    value = 0;
    for (; at + n < line.size() && n <= kMostDigits; ++n) {
        const int digit = hexValue(line[at + n]);
        if (digit < 0)
            break;
        value = value << 4U | static_cast<unsigned>(digit);
    }
    return n;
}

bool isPrefix(std::string_view line, std::size_t at)
{
    return line.substr(at, 2) == "0x" || line.substr(at, 2) == "0X";
}

/// A decimal number, maybe negative; the place after it, or nothing.
std::optional<std::size_t> readDecimal(std::string_view line, std::size_t at, std::uint64_t& value)
{
    const bool negative = at < line.size() && line[at] == '-';
    std::size_t place = at + (negative ? 1 : 0);
    const std::size_t first = place;
    value = 0;
    for (; place < line.size() && isDigit(line[place]); ++place) {
        const auto digit = static_cast<unsigned>(line[place] - '0');
        if (value > (~std::uint64_t { 0 } - digit) / 10)
            return std::nullopt;
        value = value * 10 + digit;
    }
    if (place == first || !endsAt(line, place))
        return std::nullopt;
    if (negative)
        value = ~value + 1;
    return place;
}

} // namespace

TextPattern::TextPattern(std::string_view pattern)
{
    const auto literal = [this](char c) {
        if (m_steps.empty() || m_steps.back().kind != StepKind::Literal)
            m_steps.push_back({});
        m_steps.back().literal += c;
    };
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const char c = pattern[i];
        const std::size_t close = c == '{' ? pattern.find('}', i) : std::string_view::npos;
        const std::string_view inside
            = close == std::string_view::npos ? std::string_view() : pattern.substr(i + 1, close - i - 1);
        if (c == ' ')
            m_steps.push_back({ StepKind::Blank, {}, {}, Format::Hex, 0 });
        else if (c == '*')
            m_steps.push_back({ StepKind::Skip, {}, {}, Format::Hex, 0 });
        else if (!inside.empty() && inside.find(' ') == std::string_view::npos) {
            addNumber(inside);
            i = close;
        } else
            literal(c);
    }
}

void TextPattern::addNumber(std::string_view spec)
{
    const std::size_t colon = spec.find(':');
    Step step;
    step.kind = StepKind::Number;
    step.numberKind = std::string(spec.substr(0, colon));
    std::string_view format = spec.substr(colon + 1);
    if (format == "0x")
        step.format = Format::Prefixed;
    else if (format == "x")
        step.format = Format::Hex;
    else if (format == "d")
        step.format = Format::Decimal;
    else if (format == "w")
        step.format = Format::Word;
    else if (format == "s")
        step.format = Format::Split;
    else {
        step.format = format.ends_with('+') ? Format::DigitsOrMore : Format::Digits;
        for (const char c : format) {
            if (isDigit(c))
                step.digits = step.digits * 10 + static_cast<std::size_t>(c - '0');
        }
    }
    m_steps.push_back(std::move(step));
}

std::optional<std::size_t> TextPattern::findFrom(
    std::string_view line, std::size_t from, std::vector<TextMatch>& matches) const
{
    const Step& first = m_steps.front();
    const auto tryAt = [&](std::size_t at) -> std::optional<std::size_t> {
        if (at > 0 && isWord(line[at - 1]) && isWord(line[at]))
            return std::nullopt; // in the middle of a word
        const std::size_t before = matches.size();
        const auto end = matchAt(line, at, matches);
        if (!end)
            matches.resize(before);
        return end;
    };
    if (first.kind == StepKind::Literal) {
        for (std::size_t at = line.find(first.literal, from); at != std::string_view::npos;
             at = line.find(first.literal, at + 1)) {
            if (const auto end = tryAt(at))
                return end;
        }
        return std::nullopt;
    }
    // A form that begins with a number begins with its prefix.
    for (std::size_t at = line.find("0x", from); at != std::string_view::npos; at = line.find("0x", at + 1)) {
        if (const auto end = tryAt(at))
            return end;
    }
    return std::nullopt;
}

std::optional<std::size_t> TextPattern::matchAt(
    std::string_view line, std::size_t at, std::vector<TextMatch>& matches) const
{
    std::size_t step = 0;
    auto end = matchPart(line, at, step, matches);
    while (end && step < m_steps.size()) {
        const std::size_t part = step + 1;
        const std::size_t first = *end;
        const std::size_t last = std::min(line.size(), first + kMostSkipped);
        const std::size_t before = matches.size();
        end.reset();
        for (std::size_t next = first; next <= last && !end; ++next) {
            step = part;
            end = matchPart(line, next, step, matches);
            if (!end)
                matches.resize(before);
        }
    }
    return end;
}

std::optional<std::size_t> TextPattern::matchPart(
    std::string_view line, std::size_t at, std::size_t& step, std::vector<TextMatch>& matches) const
{
    for (; step < m_steps.size(); ++step) {
        const Step& now = m_steps[step];
        switch (now.kind) {
        case StepKind::Literal:
            if (!line.substr(at).starts_with(now.literal))
                return std::nullopt;
            at += now.literal.size();
            break;
        case StepKind::Blank: {
            const std::size_t first = at;
            while (at < line.size() && isBlank(line[at]))
                ++at;
            if (at == first)
                return std::nullopt;
            break;
        }
        case StepKind::Skip:
            return at;
        case StepKind::Number: {
            // "(%2u)" pads inside its brackets.
            while (now.format == Format::Decimal && at < line.size() && isBlank(line[at]))
                ++at;
            const auto match = numberAt(line, at, now);
            if (!match)
                return std::nullopt;
            matches.push_back(*match);
            at = match->at + match->text.size();
            break;
        }
        }
    }
    return at;
}

std::optional<TextMatch> TextPattern::numberAt(std::string_view line, std::size_t at, const Step& step)
{
    if (at >= line.size())
        return std::nullopt;
    TextMatch match { step.numberKind, 0, at, {} };
    std::size_t end = at;
    switch (step.format) {
    case Format::Prefixed:
    case Format::Hex: {
        const bool prefixed = isPrefix(line, at);
        if (step.format == Format::Prefixed && !prefixed)
            return std::nullopt;
        const std::size_t first = at + (prefixed ? 2 : 0);
        const std::size_t n = readHex(line, first, match.value);
        if (n == 0 || n > kMostDigits)
            return std::nullopt;
        end = first + n;
        break;
    }
    case Format::Digits:
    case Format::DigitsOrMore: {
        const std::size_t n = readHex(line, at, match.value);
        if (n < step.digits || n > kMostDigits || (step.format == Format::Digits && n != step.digits))
            return std::nullopt;
        end = at + n;
        break;
    }
    case Format::Decimal: {
        const auto after = readDecimal(line, at, match.value);
        if (!after)
            return std::nullopt;
        end = *after;
        break;
    }
    case Format::Word:
        while (end < line.size() && isWord(line[end]))
            ++end;
        break;
    case Format::Split: {
        // EC, IL and ISS apart: "24 1 1810047".
        std::uint64_t ec = 0;
        std::uint64_t il = 0;
        std::uint64_t iss = 0;
        const std::size_t n = readHex(line, at, ec);
        const std::size_t m = readHex(line, std::min(line.size(), at + n + 1), il);
        const std::size_t k = readHex(line, std::min(line.size(), at + n + m + 2), iss);
        end = at + n + m + k + 2;
        if (n != 2 || m != 1 || k != 7 || end > line.size() || line[at + 2] != ' ' || line[at + 4] != ' '
            || ec > 63 || il > 1 || iss >> 25U != 0)
            return std::nullopt;
        match.value = ec << 26U | il << 25U | iss;
        break;
    }
    }
    if (end == at || !endsAt(line, end))
        return std::nullopt;
    match.text = line.substr(at, end - at);
    return match;
}

} // namespace fscope::trace
