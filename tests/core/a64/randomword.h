// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/a64/instruction.h"

#include <cstdint>

namespace fscope::test {

/// A word of @p row with its operand bits taken from @p draw; bits that should be one are one.
inline std::uint32_t wordOf(const a64::Row& row, std::uint64_t draw)
{
    std::uint32_t word = 0;
    for (unsigned i = 0; i < 32; ++i) {
        const char c = row.pattern[i];
        const bool one = c == '1' || c == 'q' || (c != '0' && (draw >> i & 1U) != 0);
        word = word << 1 | (one ? 1U : 0U);
    }
    return word;
}

} // namespace fscope::test
