// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/trace/a64vectors.h"

#include "core/arch/esr.h"
#include "core/trace/a64compare.h"
#include "core/trace/a64guest.h"

#include <fmt/format.h>

namespace fscope::trace {
namespace {

constexpr std::size_t kProgressLines = 256;

/// The IPA of the access that aborted: from HPFAR_EL2, or, where that is UNKNOWN, from the window's recorded
/// pages. None for a fault on a stage-1 table walk: HPFAR_EL2 then names the table, not what the instruction
/// was after.
std::optional<Ipa> faultIpa(const A64Record& record)
{
    const A64Outcome& out = record.out;
    const Va far(out.far);
    if (arch::AbortSyndrome::decode(out.esr).s1ptw)
        return std::nullopt;
    if (!out.hpfarUnknown)
        return Ipa(arch::ipaPageOf(out.hpfar) | far.offsetIn(kPageSize));
    // The tag byte is no part of where the window is.
    const std::uint64_t offset = zeroExtend(far - record.window, 48);
    if (offset >= A64Record::kWindowBytes)
        return std::nullopt;
    return record.windowIpa[offset / kPageSize] + offset % kPageSize;
}

} // namespace

hypervisor::Intercept interceptOf(const A64Record& record)
{
    hypervisor::Intercept intercept;
    intercept.esr = record.out.esr;
    intercept.far = record.out.far;
    intercept.hpfar = record.out.hpfar;
    intercept.hpfarValid = !record.out.hpfarUnknown;
    intercept.pc = record.out.elr;
    intercept.pstate = record.out.spsr;
    intercept.ipa = faultIpa(record);
    return intercept;
}

Result<void> readA64Records(
    LineReader& reader, const std::function<Result<void>(A64Record&&)>& visit, const ReadProgress& progress)
{
    std::size_t records = 0;
    while (true) {
        const Result<std::optional<std::string_view>> line = reader.next();
        if (!line)
            return tl::unexpected<Error>(line.error());
        if (!*line)
            break;
        if (progress && reader.lineNumber() % kProgressLines == 0 && !progress(reader.lineNumber()))
            return fail("Reading was cancelled.", reader.place());
        if ((*line)->find_first_not_of(" \t\r") == std::string_view::npos)
            continue;
        if (++records > kMaxA64Records)
            return fail(fmt::format("The file has more than {} records.", kMaxA64Records), reader.place(),
                "Split it into several files.");
        Result<A64Record> record = parseA64Record(**line, reader.name(), reader.lineNumber());
        if (!record)
            return tl::unexpected<Error>(std::move(record.error()));
        if (Result<void> visited = visit(std::move(*record)); !visited)
            return visited;
    }
    if (records == 0)
        return fail("The file holds no record.", fmt::format("{}:1", reader.name()));
    return {};
}

Result<std::unique_ptr<A64VectorFile>> A64VectorFile::open(
    const std::string& path, const ReadProgress& progress)
{
    return LineReader::open(path).and_then(
        [&](LineReader&& reader) { return read(std::move(reader), path, progress); });
}

Result<std::unique_ptr<A64VectorFile>> A64VectorFile::read(
    LineReader reader, std::string name, const ReadProgress& progress)
{
    auto file = std::make_unique<A64VectorFile>();
    file->m_name = std::move(name);
    const Result<void> done = readA64Records(
        reader,
        [&](A64Record&& record) -> Result<void> {
            file->m_records.push_back(std::move(record));
            return {};
        },
        progress);
    if (!done)
        return tl::unexpected<Error>(done.error());
    return file;
}

std::string A64VectorFile::kind() const
{
    return FSCOPE_TR("Core", "recorded vectors");
}

Result<machine::InterceptSummary> A64VectorFile::summary(std::size_t index) const
{
    if (index >= m_records.size())
        return fail(fmt::format("There is no record {}.", index + 1), m_name);
    const A64Record& record = m_records[index];
    machine::InterceptSummary summary;
    summary.name = record.id;
    summary.group = record.group;
    summary.trapped = record.out.kind == A64Outcome::Kind::Stage2Abort;
    summary.pc = record.pc;
    summary.word = record.word;
    if (summary.trapped) {
        summary.esr = record.out.esr;
        summary.far = record.out.far;
        summary.ipa = faultIpa(record);
        if (!summary.ipa && !record.out.hpfarUnknown)
            summary.ipa = recordedTablePage(record);
    }
    return summary;
}

Result<std::shared_ptr<const machine::InterceptRun>> A64VectorFile::run(std::size_t index,
    const hypervisor::HypervisorPolicy& policy, std::span<const machine::MemoryEdit> edits) const
{
    if (index >= m_records.size())
        return fail(fmt::format("There is no record {}.", index + 1), m_name);
    const A64Record& record = m_records[index];
    return buildGuest(record, Stage2Setup::AsRecorded)
        .and_then([&](machine::Guest&& guest) {
            return machine::applyEdits(guest, edits).map([&] { return std::move(guest); });
        })
        .map_error([&](Error error) {
            error.where = fmt::format("{}: {}", m_name, record.id);
            return error;
        })
        .map([&](const machine::Guest& guest) -> std::shared_ptr<const machine::InterceptRun> {
            if (record.out.kind != A64Outcome::Kind::Stage2Abort)
                return std::make_shared<machine::InterceptRun>(machine::recordNative(guest));
            return std::make_shared<machine::InterceptRun>(
                machine::recordRun(guest, interceptOf(record), policy));
        });
}

std::optional<std::vector<machine::Difference>> A64VectorFile::compare(
    std::size_t index, const machine::InterceptRun& run) const
{
    if (index >= m_records.size() || !run.after)
        return std::nullopt;
    const A64Record& record = m_records[index];
    const bool aborted = record.out.kind == A64Outcome::Kind::Stage2Abort;
    if (record.unpredictable || (record.deviates && !aborted) || (aborted && !record.done))
        return std::nullopt;
    // A hypervisor that opens the page and lets the CPU run the instruction again has not carried it out: the
    // PC stands.
    if (aborted && run.outcome.kind == hypervisor::OutcomeKind::Completed && run.before
        && run.after->vcpu.pc == run.before->vcpu.pc)
        return std::nullopt;
    return compareState(record, aborted ? *record.done : record.out, *run.after);
}

} // namespace fscope::trace
