// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// Any bytes as a file of recorded translations: no crash, and every access is judged or the file is an Error
/// with a place.

#include "core/base/gzipreader.h"
#include "core/trace/verifymmu.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace fscope;
    trace::VerifyReport report;
    auto reader = LineReader::fromBytes({ reinterpret_cast<const char*>(data), size }, "input");
    if (!reader)
        return 0;
    const Result<void> done = trace::verifyMmuLines(*reader, 4, report);
    if (!done && !done.error().where.starts_with("input"))
        std::abort();
    if (report.failures.size() > 4 || report.failures.size() > report.failed)
        std::abort();
    if (done && report.passed + report.failed + report.skipped == 0)
        std::abort();
    return 0;
}
