// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fscope::trace {

/// A number found by a pattern.
struct TextMatch {
    std::string_view kind; ///< of the pattern
    std::uint64_t value = 0;
    std::size_t at = 0;    ///< of the text, from the beginning of the line
    std::string_view text; ///< of the line
};

/// One form of a message, see TextForm. It can be in the middle of a line, but not in the middle of a word.
class TextPattern
{
public:
    explicit TextPattern(std::string_view pattern);

    /// The first match that begins at @p from or later: its numbers are added to @p matches, and the place
    /// after it is returned. Cost: linear in the line; each place where the first words stand is tried within
    /// a bounded length.
    std::optional<std::size_t> findFrom(
        std::string_view line, std::size_t from, std::vector<TextMatch>& matches) const;

private:
    enum class StepKind : std::uint8_t { Literal, Blank, Skip, Number };
    enum class Format : std::uint8_t { Prefixed, Hex, Digits, DigitsOrMore, Decimal, Word, Split };
    struct Step {
        StepKind kind = StepKind::Literal;
        std::string literal;    ///< Literal
        std::string numberKind; ///< Number
        Format format = Format::Hex;
        std::size_t digits = 0;
    };
    /// Matches the whole form at one place. What follows a `*` up to the next one stands at the first place
    /// where it fits; there is no going back, so that the cost is bounded.
    std::optional<std::size_t> matchAt(
        std::string_view line, std::size_t at, std::vector<TextMatch>& matches) const;
    /// The steps from @p step up to a `*` or the end; moves @p step there.
    std::optional<std::size_t> matchPart(
        std::string_view line, std::size_t at, std::size_t& step, std::vector<TextMatch>& matches) const;
    static std::optional<TextMatch> numberAt(std::string_view line, std::size_t at, const Step& step);
    void addNumber(std::string_view spec);

    std::vector<Step> m_steps;
};

} // namespace fscope::trace
