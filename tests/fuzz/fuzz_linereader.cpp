// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// Any bytes as a file of lines, plain or compressed: no crash, no line over the limit, line numbers that
/// count.

#include "core/base/gzipreader.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using fscope::LineReader;
    auto reader = LineReader::fromBytes({ reinterpret_cast<const char*>(data), size }, "input");
    if (!reader) {
        if (reader.error().where != "input:1")
            std::abort();
        return 0;
    }
    // A small input can unpack to a thousand times its size; there is no need to see the end of it.
    for (std::size_t count = 1; count <= 10000; ++count) {
        const auto line = reader->next();
        if (!line) {
            if (line.error().where != "input:" + std::to_string(count))
                std::abort();
            return 0;
        }
        if (!*line)
            return 0;
        if ((*line)->size() > LineReader::kMaxLine || reader->lineNumber() != count)
            std::abort();
    }
    return 0;
}
