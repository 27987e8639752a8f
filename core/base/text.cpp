// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/base/text.h"

namespace fscope {

std::string Text::str() const
{
    // One pass over the pattern: what an argument brings along is never looked at again, so a name may hold a
    // '%'.
    std::string out;
    out.reserve(pattern.size() + 16 * args.size());
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const char digit = pattern[i] == '%' && i + 1 < pattern.size() ? pattern[i + 1] : '\0';
        if (digit >= '1' && digit <= '9' && static_cast<std::size_t>(digit - '1') < args.size()) {
            out += args[static_cast<std::size_t>(digit - '1')].str();
            ++i;
        } else {
            out += pattern[i];
        }
    }
    return out;
}

} // namespace fscope
