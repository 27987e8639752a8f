// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/trace/verify.h"

#include "core/a64/instruction.h"
#include "core/base/hex.h"
#include "core/machine/cpu.h"
#include "core/trace/a64compare.h"
#include "core/trace/a64guest.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace fscope::trace {
namespace {

using machine::Difference;

/// Classes whose every record must be modelled, by how their names begin.
constexpr std::array<std::string_view, 4> kRequired { "gpr.", "pair.", "fp.", "prfm." };

bool isRequired(std::string_view group)
{
    return std::any_of(kRequired.begin(), kRequired.end(),
        [&](std::string_view prefix) { return group.starts_with(prefix); });
}

RecordVerdict skipped(std::string reason)
{
    RecordVerdict verdict;
    verdict.reason = std::move(reason);
    return verdict;
}

RecordVerdict failed(std::string half, std::vector<Difference> differences)
{
    RecordVerdict verdict;
    verdict.verdict = Verdict::Failed;
    verdict.half = std::move(half);
    verdict.differences = std::move(differences);
    return verdict;
}

/// What a CPU model's answer is, in words, for the difference "outcome".
std::string resultName(const machine::CpuResult& result)
{
    struct Namer {
        std::string operator()(const machine::Executed&) const { return "executed"; }
        std::string operator()(const hypervisor::Intercept& intercept) const
        {
            return fmt::format("stage-2 abort, ESR_EL2 {}", hex(intercept.esr));
        }
        std::string operator()(const machine::TakenToEl1& taken) const
        {
            return fmt::format("exception to EL1, ESR_EL1 {}", hex(taken.esr));
        }
        std::string operator()(const machine::NotModelled& missing) const
        {
            return "not modelled: " + missing.reason.str();
        }
    };
    return std::visit(Namer {}, result);
}

/// Judges one run to its end, without an abort, against a recorded outcome.
std::vector<Difference> judgeRun(const A64Record& record, const A64Outcome& expected, machine::Guest guest)
{
    const machine::CpuResult result = machine::executeOne(guest);
    if (expected.kind == A64Outcome::Kind::Executed) {
        if (!std::holds_alternative<machine::Executed>(result))
            return { { "outcome", "executed", resultName(result) } };
        return compareState(record, expected, guest);
    }
    if (expected.kind == A64Outcome::Kind::Stage2Abort)
        return { { "outcome", "stage-2 abort", resultName(result) } };
    const auto* taken = std::get_if<machine::TakenToEl1>(&result);
    if (taken == nullptr)
        return { { "outcome", fmt::format("exception to EL1, ESR_EL1 {}", hex(expected.esr)),
            resultName(result) } };
    std::vector<Difference> differences = compareState(record, expected, guest);
    if (taken->vectorOffset != expected.vector)
        differences.push_back(
            { "vector", hex(std::uint64_t { expected.vector }), hex(std::uint64_t { taken->vectorOffset }) });
    return differences;
}

/// Judges the abort itself: the syndrome, and that the guest is as it was.
std::vector<Difference> judgeAbort(const A64Record& record, const machine::Guest& before)
{
    machine::Guest guest = before;
    const machine::CpuResult result = machine::executeOne(guest);
    const auto* intercept = std::get_if<hypervisor::Intercept>(&result);
    if (intercept == nullptr)
        return { { "outcome", fmt::format("stage-2 abort, ESR_EL2 {}", hex(record.out.esr)),
            resultName(result) } };
    std::vector<Difference> differences = compareAbort(record.out, *intercept);
    if (intercept->hpfarValid == record.out.hpfarUnknown)
        differences.push_back({ "HPFAR_EL2", record.out.hpfarUnknown ? "UNKNOWN" : hex(record.out.hpfar),
            intercept->hpfarValid ? hex(intercept->hpfar) : "UNKNOWN" });
    if (!guest.sameState(before))
        differences.push_back({ "guest", "unchanged", "changed" });
    return differences;
}

RecordVerdict judge(const A64Record& record)
{
    const bool aborted = record.out.kind == A64Outcome::Kind::Stage2Abort;
    if (record.deviates && !aborted)
        return skipped("the recording deviates from the architecture");

    const Result<machine::Guest> guest = buildGuest(record, Stage2Setup::AsRecorded);
    if (!guest)
        return failed(aborted ? "abort" : "exec", { { "guest", "built", guest.error().what } });
    RecordVerdict verdict;
    verdict.verdict = Verdict::Passed;
    if (!aborted) {
        std::vector<Difference> differences = judgeRun(record, record.out, *guest);
        return differences.empty() ? verdict : failed("exec", std::move(differences));
    }
    if (record.deviates)
        verdict.notJudged = "abort half: the recording deviates from the architecture";
    else if (std::vector<Difference> differences = judgeAbort(record, *guest); !differences.empty())
        return failed("abort", std::move(differences));
    if (!record.done) {
        verdict.notJudged = "done half: the record has none";
        return verdict;
    }
    const Result<machine::Guest> mapped = buildGuest(record, Stage2Setup::AllMapped);
    if (!mapped)
        return failed("done", { { "guest", "built", mapped.error().what } });
    std::vector<Difference> differences = judgeRun(record, *record.done, *mapped);
    return differences.empty() ? verdict : failed("done", std::move(differences));
}

void add(VerifyReport& report, const std::string& file, const A64Record& record, std::size_t maxFailures)
{
    RecordVerdict verdict = verifyA64Record(record);
    if (!verdict.notJudged.empty())
        ++report.notJudged[verdict.notJudged];
    switch (verdict.verdict) {
    case Verdict::Passed:
        ++report.passed;
        return;
    case Verdict::Skipped:
        ++report.skipped;
        ++report.skippedBecause[verdict.reason];
        return;
    case Verdict::Failed:
        ++report.failed;
        if (report.failures.size() < maxFailures)
            report.failures.push_back({ file, record.id, record.group,
                a64::disassemble(record.word, record.pc), std::move(verdict) });
        return;
    }
}

} // namespace

RecordVerdict verifyA64Record(const A64Record& record)
{
    if (record.unpredictable)
        return skipped("the operands are CONSTRAINED UNPREDICTABLE");
    const a64::Decoded decoded = a64::decode(record.word);
    switch (decoded.status) {
    case a64::DecodeStatus::Ok:
    case a64::DecodeStatus::Unallocated:
        break;
    case a64::DecodeStatus::NotModelled:
    case a64::DecodeStatus::NotLoadOrStore:
        if (!isRequired(record.group))
            return skipped(fmt::format("class {} is not covered", record.group));
        return failed("decode", { { "instruction", record.group, decoded.reason.str() } });
    }
    return judge(record);
}

Result<void> verifyA64File(
    const std::string& path, std::size_t maxFailures, VerifyReport& report, const ReadProgress& progress)
{
    Result<LineReader> reader = LineReader::open(path);
    if (!reader)
        return tl::unexpected<Error>(reader.error());
    return readA64Records(
        *reader,
        [&](A64Record&& record) -> Result<void> {
            add(report, path, record, maxFailures);
            return {};
        },
        progress);
}

void verifyA64Records(const A64VectorFile& file, std::size_t maxFailures, VerifyReport& report)
{
    for (std::size_t index = 0; index < file.size(); ++index)
        add(report, file.name(), file.record(index), maxFailures);
}

} // namespace fscope::trace
