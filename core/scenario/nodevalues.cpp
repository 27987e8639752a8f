// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/scenario/nodevalues.h"

#include <fmt/format.h>

#include <string>

namespace fscope::scenario {

std::uint64_t pageAddress(const JsonNode& node, unsigned width)
{
    const std::uint64_t value = node.number(width);
    if (!node.failed() && value % kPageSize != 0)
        node.wrong(fmt::format("A multiple of 4096 is expected here, not {:#x}.", value));
    return value;
}

std::uint64_t rangeSize(const JsonNode& node)
{
    const std::uint64_t value = pageAddress(node, 64);
    if (!node.failed() && (value == 0 || value > kMaxRangeBytes))
        node.wrong(
            fmt::format("A size from 4096 to {:#x} is expected here, not {:#x}.", kMaxRangeBytes, value));
    return value;
}

Rights readRights(const JsonNode& node)
{
    const std::string text = node.string();
    Rights rights { text != "none", false, false, false };
    if (text == "none" || node.failed())
        return rights;
    std::string canonical;
    for (const char letter : { 'r', 'w', 'x' })
        if (text.find(letter) != std::string::npos)
            canonical += letter;
    if (canonical.empty() || canonical != text)
        node.wrong(
            fmt::format("\"{}\" is no right: letters of \"rwx\" in this order, or \"none\", are expected.",
                printable(text)));
    rights.read = text.find('r') != std::string::npos;
    rights.write = text.find('w') != std::string::npos;
    rights.execute = text.find('x') != std::string::npos;
    return rights;
}

} // namespace fscope::scenario
