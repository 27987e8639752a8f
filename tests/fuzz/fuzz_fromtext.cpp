// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// Any bytes as pasted text: no crash, places that lie in the text, and the same finds however the text comes
/// in pieces.

#include "core/trace/fromtext.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace fscope;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::vector<trace::FoundValue> whole = trace::findInText(text);
    std::size_t line = 0;
    for (const trace::FoundValue& found : whole) {
        if (found.line < line || found.column == 0 || found.length == 0 || found.length > size)
            std::abort();
        line = found.line;
        const arch::Report report = trace::reportOf(found);
        for (const arch::ReportFormat format : { arch::ReportFormat::Table, arch::ReportFormat::Markdown,
                 arch::ReportFormat::Json, arch::ReportFormat::C }) {
            if (arch::textOf(report, format).empty())
                std::abort();
        }
    }
    std::vector<trace::FoundValue> pieces;
    trace::TextFinder finder([&pieces](const trace::FoundValue& found) { pieces.push_back(found); });
    for (std::size_t at = 0; at < size; at += 7)
        finder.feed(text.substr(at, 7));
    finder.finish();
    if (pieces != whole)
        std::abort();
    return 0;
}
