// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// Any bytes as a file of VMX samples: no crash, and every row is judged or the file is an Error with a
/// place.

#include "core/trace/verifyvmx.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace fscope;
    trace::VerifyReport report;
    const Result<void> done
        = trace::verifyVmxText({ reinterpret_cast<const char*>(data), size }, "input", 4, report);
    if (!done && !done.error().where.starts_with("input"))
        std::abort();
    if (report.skipped != 0 || report.failures.size() > 4 || report.failures.size() > report.failed)
        std::abort();
    if (done && report.passed + report.failed == 0)
        std::abort();
    return 0;
}
