// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/cli/commands.h"
#include "app/cli/jsonline.h"
#include "core/trace/verify.h"
#include "core/trace/verifyesr.h"
#include "core/trace/verifymmu.h"
#include "core/trace/verifyvmx.h"

#include <fmt/format.h>

#include <algorithm>

namespace fscope::cli {
namespace {

void writeText(const trace::VerifyReport& report, Console& console)
{
    for (const trace::VerifyFailure& failure : report.failures) {
        const std::string& half = failure.verdict.half;
        console.line(fmt::format("failed {} ({}) {}{}", cleaned(failure.id), cleaned(failure.group),
            cleaned(failure.instruction), half.empty() ? "" : fmt::format(": {} half", half)));
        for (const machine::Difference& difference : failure.verdict.differences)
            console.line(fmt::format("  {}: expected {}, got {}", cleaned(difference.what),
                cleaned(difference.expected), cleaned(difference.actual)));
    }
    if (report.failed > report.failures.size())
        console.line(fmt::format("{} more failed", report.failed - report.failures.size()));
    for (const auto& [reason, count] : report.notJudged)
        console.line(fmt::format("{:6} judged in part, {}", count, cleaned(reason)));
    for (const auto& [reason, count] : report.skippedBecause)
        console.line(fmt::format("{:6} skipped, {}", count, cleaned(reason)));
    console.line(
        fmt::format("{} passed, {} failed, {} skipped", report.passed, report.failed, report.skipped));
}

void writeJson(const trace::VerifyReport& report, Console& console)
{
    for (const trace::VerifyFailure& failure : report.failures)
        writeJsonLine(console,
            { { "type", "failure" }, { "file", failure.file }, { "id", failure.id },
                { "class", failure.group }, { "instruction", failure.instruction },
                { "half", failure.verdict.half }, { "differences", jsonOf(failure.verdict.differences) } });
    for (const auto& [reason, count] : report.notJudged)
        writeJsonLine(console, { { "type", "in_part" }, { "reason", reason }, { "records", count } });
    for (const auto& [reason, count] : report.skippedBecause)
        writeJsonLine(console, { { "type", "skipped" }, { "reason", reason }, { "records", count } });
    writeJsonLine(console,
        { { "type", "summary" }, { "passed", report.passed }, { "failed", report.failed },
            { "skipped", report.skipped } });
}

int finish(const trace::VerifyReport& report, bool json, Console& console)
{
    if (json)
        writeJson(report, console);
    else
        writeText(report, console);
    return report.failed == 0 ? kSuccess : kFailure;
}

} // namespace

int verifyA64(const VerifyOptions& options, Console& console)
{
    trace::VerifyReport report;
    for (const std::string& file : options.files)
        if (const Result<void> done = trace::verifyA64File(file, options.maxDifferences, report); !done)
            return console.error(done.error());
    return finish(report, options.json, console);
}

int verifyVmx(const VerifyOptions& options, Console& console)
{
    trace::VerifyReport report;
    for (const std::string& file : options.files)
        if (const Result<void> done = trace::verifyVmxFile(file, options.maxDifferences, report); !done)
            return console.error(done.error());
    return finish(report, options.json, console);
}

int verifyEsr(const VerifyOptions& options, Console& console)
{
    trace::VerifyReport report;
    for (const std::string& file : options.files)
        if (const Result<void> done = trace::verifyEsrFile(file, options.maxDifferences, report); !done)
            return console.error(done.error());
    return finish(report, options.json, console);
}

int verifyMmu(const VerifyOptions& options, Console& console)
{
    trace::VerifyReport report;
    for (const std::string& file : options.files)
        if (const Result<void> done = trace::verifyMmuFile(file, options.maxDifferences, report); !done)
            return console.error(done.error());
    return finish(report, options.json, console);
}

} // namespace fscope::cli
