// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace fscope::memory {

/// What is looked for in memory: bytes, of which some bits may be anything, at some alignment.
struct SearchPattern {
    std::vector<std::uint8_t> bytes;
    std::vector<std::uint8_t> mask; ///< as long as bytes, a 1 bit counts; empty: each bit counts
    unsigned alignment = 1;         ///< a power of two: matches begin at multiples of it

    /// The longest pattern, in bytes.
    static constexpr std::size_t kMaxLength = 4096;

    /// Pairs of hexadecimal digits in address order, blanks ignored; "?" is a digit that may be anything:
    /// "de ad ?? 4?". The error names the digit that is wrong.
    static Result<SearchPattern> fromHex(std::string_view text);

    enum class Encoding : std::uint8_t { Utf8, Utf16Le };
    /// The letters of @p utf8 in @p encoding. With @p anyCase, A to Z are found as a to z and the other way
    /// round; other letters are found as they are. An error if @p utf8 is no UTF-8.
    static Result<SearchPattern> fromText(
        std::string_view utf8, bool anyCase = false, Encoding encoding = Encoding::Utf8);

    /// The low @p size (1, 2, 4 or 8) bytes of @p value as a little-endian guest stores them.
    static SearchPattern fromValue(std::uint64_t value, unsigned size = 8, unsigned alignment = 8);

    /// Why this cannot be searched for, if so: nothing to look for, too long, a mask of another length or
    /// without a 1 bit (it would match everywhere), an alignment that is no power of two.
    Result<void> check() const;

    bool operator==(const SearchPattern&) const = default;
};

} // namespace fscope::memory
