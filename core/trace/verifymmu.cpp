// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/trace/verifymmu.h"

#include "core/arch/faultcode.h"
#include "core/base/bytes.h"
#include "core/base/gzipreader.h"
#include "core/base/hex.h"
#include "core/mmu/faultreport.h"
#include "core/trace/wordmemory.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <memory>
#include <span>

namespace fscope::trace {
namespace {

using mmu::AccessKind;
using Differences = std::vector<machine::Difference>;

/// The bits of PAR_EL1 that are neither UNKNOWN nor IMPLEMENTATION DEFINED.
constexpr std::uint64_t kParOfSuccess = 0xff0f'ffff'ffff'f181;
constexpr std::uint64_t kParOfFault = 0x37f;
/// EA and SET of ESR_ELx, which are IMPLEMENTATION DEFINED for External aborts.
constexpr std::uint64_t kEsrOpenForExternalAborts = 0x1a00;

/// The fetch follows an ERET, which takes an ignored tag off.
Va fetchedAddress(const MmuRecord& record)
{
    const std::uint64_t tcr = record.registers.tcr;
    const bool upperHalf = bit(record.va.value, 55);
    const bool ignored = bit(tcr, upperHalf ? 38 : 37) && !bit(tcr, upperHalf ? 52 : 51); // TBI, TBID
    return ignored ? Va(signExtend(record.va.value, 56)) : record.va;
}

/// The instruction syndrome of LDR and STR with register 0.
arch::AbortSyndrome syndromeOf(const MmuOperation& operation)
{
    arch::AbortSyndrome out;
    out.isv = true;
    out.sas = operation.bytes == 8 ? 3 : operation.bytes / 2;
    out.sf = operation.bytes == 8;
    return out;
}

/// The access itself, after its translation; false if nothing answers at the address.
bool touch(const memory::GuestMemory& memory, Pa pa, const MmuOp& op, MmuAnswer& answer)
{
    std::array<std::uint8_t, 8> bytes {};
    const std::size_t size = op.operation->bytes;
    if (op.operation->kind == AccessKind::Write) {
        storeLe(bytes.data(), op.data, 8);
        return memory.write(pa.value, std::span<const std::uint8_t>(bytes.data(), size)).has_value();
    }
    if (!memory.read(pa.value, std::span<std::uint8_t>(bytes.data(), size)))
        return false;
    if (op.operation->kind == AccessKind::Read)
        answer.value = loadLe(bytes.data(), static_cast<unsigned>(size));
    return true;
}

MmuAnswer answerOn(
    const memory::GuestMemory& memory, const MmuRecord& record, const MmuOp& op, mmu::WalkTrace* trace)
{
    const MmuOperation& operation = *op.operation;
    MmuAnswer answer;
    if (operation.at != nullptr) {
        mmu::AtResult result = mmu::executeAt(record.registers, memory,
            *mmu::atInstructionNamed(operation.at), record.va, op.el, op.pan, true, trace);
        answer.par = result.par;
        answer.exception = result.exception;
        return answer;
    }
    const bool isFetch = operation.kind == AccessKind::Execute;
    const Va va = isFetch ? fetchedAddress(record) : record.va;
    mmu::Access access;
    access.kind = operation.kind;
    access.el = operation.unprivileged ? 0 : op.el;
    access.pan = op.pan && !operation.unprivileged;
    access.writeBack = true;
    const mmu::WalkResult walk = mmu::translate(record.registers, memory, va, access, trace);
    const mmu::ReportedAccess reported { va, operation.kind, op.el, false, syndromeOf(operation) };
    if (walk.fault)
        answer.exception = mmu::reportFault(record.registers, *walk.fault, reported);
    else if (!touch(memory, walk.translation.pa, op, answer))
        answer.exception = mmu::reportExternalAbort(record.registers, reported);
    return answer;
}

std::string outcomeOf(const MmuAnswer& answer)
{
    if (answer.par)
        return "PAR_EL1";
    return answer.exception ? "an exception" : "it completes";
}

void compareNumber(const char* what, std::uint64_t expected, std::uint64_t actual, Differences& out)
{
    if (expected != actual)
        out.push_back({ what, hex(expected), hex(actual) });
}

void compareExceptions(const mmu::FaultReport& expected, const mmu::FaultReport& actual, Differences& out)
{
    compareNumber("target EL", expected.targetEl, actual.targetEl, out);
    const arch::FaultStatus* status = arch::faultStatus(static_cast<unsigned>(bits(expected.esr, 5, 0)));
    const bool isExternal = status != nullptr
        && (status->kind == arch::FaultKind::ExternalAbort
            || status->kind == arch::FaultKind::ExternalAbortOnWalk);
    const std::uint64_t compared = mask(31, 0) & ~(isExternal ? kEsrOpenForExternalAborts : 0);
    compareNumber("ESR", expected.esr & compared, actual.esr & compared, out);
    compareNumber("FAR", expected.far, actual.far, out);
    if (expected.hpfarValid != actual.hpfarValid || expected.hpfar != actual.hpfar) {
        const auto shown = [](const mmu::FaultReport& report) {
            return report.hpfarValid ? hex(report.hpfar) : std::string("UNKNOWN");
        };
        out.push_back({ "HPFAR_EL2", shown(expected), shown(actual) });
    }
}

void compareChanges(
    const MmuRecord& record, const MmuWords& expected, const MmuWords& actual, Differences& out)
{
    MmuWords all = expected;
    all.insert(actual.begin(), actual.end());
    for (const auto& [address, unused] : all) {
        const auto before = record.memory.find(address);
        const auto valueIn = [&](const MmuWords& words) {
            const auto found = words.find(address);
            if (found != words.end())
                return found->second;
            return before != record.memory.end() ? before->second : 0;
        };
        compareNumber(fmt::format("word at {:#x}", address).c_str(), valueIn(expected), valueIn(actual), out);
    }
}

std::string stepText(const MmuStep& step)
{
    const std::string place = fmt::format("stage {} level {} at PA {:#x}", step.stage, step.level, step.pa);
    return step.stage == 1 ? fmt::format("{}, IPA {:#x}", place, step.ipa) : place;
}

void compareWalk(const std::vector<MmuStep>& expected, const mmu::WalkTrace& trace, Differences& out)
{
    std::vector<MmuStep> actual;
    for (const mmu::DescriptorRead& read : trace) {
        if (read.forUpdate) // the recordings leave the further walk of an update out
            continue;
        const bool one = read.stage == mmu::Stage::One;
        actual.push_back(
            { one ? 1U : 2U, read.level, one ? read.table + 8 * read.index : 0, read.address.value });
    }
    const std::size_t count = std::max(expected.size(), actual.size());
    for (std::size_t i = 0; i < count; ++i) {
        const auto shown = [i](const std::vector<MmuStep>& steps) {
            return i < steps.size() ? stepText(steps[i]) : std::string("no further read");
        };
        if (i >= expected.size() || i >= actual.size() || expected[i] != actual[i]) {
            out.push_back({ fmt::format("descriptor read {}", i + 1), shown(expected), shown(actual) });
            return; // the rest follows from it
        }
    }
}

Differences differencesOf(const MmuRecord& record, std::size_t index)
{
    const MmuOp& op = record.ops[index];
    mmu::WalkTrace trace;
    const bool hasWalk = record.walkOp == index;
    const MmuAnswer actual = answerOf(record, op, hasWalk ? &trace : nullptr);
    const MmuAnswer& expected = op.expected;
    Differences out;
    if (outcomeOf(expected) != outcomeOf(actual)) {
        out.push_back({ "outcome", outcomeOf(expected), outcomeOf(actual) });
    } else if (expected.par) {
        const std::uint64_t compared = bit(*expected.par, 0) ? kParOfFault : kParOfSuccess;
        compareNumber("PAR_EL1", *expected.par & compared, actual.par.value_or(0) & compared, out);
    } else if (expected.exception) {
        compareExceptions(*expected.exception, actual.exception.value_or(mmu::FaultReport {}), out);
    } else {
        compareNumber("value loaded", expected.value.value_or(0), actual.value.value_or(0), out);
    }
    compareChanges(record, expected.changed, actual.changed, out);
    if (hasWalk)
        compareWalk(record.walk, trace, out);
    return out;
}

void judge(const MmuRecord& record, std::size_t index, const std::string& file, std::size_t maxFailures,
    VerifyReport& report)
{
    const MmuOp& op = record.ops[index];
    if (!op.choices.empty()) {
        ++report.skipped;
        ++report.skippedBecause[fmt::format("IMPLEMENTATION DEFINED: {}", fmt::join(op.choices, ", "))];
        return;
    }
    Differences differences = differencesOf(record, index);
    if (differences.empty()) {
        ++report.passed;
        return;
    }
    ++report.failed;
    if (report.failures.size() < maxFailures) {
        report.failures.push_back({ file, fmt::format("{} op {}", record.id, index),
            fmt::format("{}", fmt::join(record.kinds, ", ")),
            fmt::format("{} at EL{}{}", op.operation->name, op.el, op.pan ? " with PAN" : ""),
            { Verdict::Failed, {}, {}, {}, std::move(differences) } });
    }
}

} // namespace

MmuAnswer answerOf(const MmuRecord& record, const MmuOp& op, mmu::WalkTrace* trace)
{
    const auto words = std::make_shared<WordMemory>(kMmuRamStart, kMmuRamEnd, record.memory);
    MmuAnswer answer = answerOn(memory::GuestMemory("recorded", words), record, op, trace);
    answer.changed = words->changed();
    return answer;
}

Result<void> verifyMmuLines(
    LineReader& reader, std::size_t maxFailures, VerifyReport& report, const ReadProgress& progress)
{
    constexpr std::size_t kProgressEvery = 256;
    bool any = false;
    for (;;) {
        const auto line = reader.next();
        if (!line)
            return tl::unexpected(line.error());
        const std::optional<std::string_view>& text = *line;
        if (!text)
            break;
        if (progress && reader.lineNumber() % kProgressEvery == 0 && !progress(reader.lineNumber()))
            return fail("Cancelled.", reader.place());
        const auto record = parseMmuRecord(*text, reader.name(), reader.lineNumber());
        if (!record)
            return tl::unexpected(record.error());
        any = any || !record->ops.empty();
        for (std::size_t i = 0; i < record->ops.size(); ++i)
            judge(*record, i, reader.name(), maxFailures, report);
    }
    if (!any)
        return fail("The file holds no accesses.", reader.name());
    return {};
}

Result<void> verifyMmuFile(
    const std::string& path, std::size_t maxFailures, VerifyReport& report, const ReadProgress& progress)
{
    auto reader = LineReader::open(path);
    if (!reader)
        return tl::unexpected(reader.error());
    return verifyMmuLines(*reader, maxFailures, report, progress);
}

} // namespace fscope::trace
