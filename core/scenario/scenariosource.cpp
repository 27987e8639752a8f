// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/scenario/scenariosource.h"

#include "core/arch/esr.h"
#include "core/base/bytes.h"
#include "core/base/hex.h"
#include "core/machine/cpu.h"
#include "core/machine/cputranslation.h"
#include "core/scenario/guestbuilder.h"
#include "core/scenario/registernames.h"

#include <fmt/format.h>

#include <array>

namespace fscope::scenario {
namespace {

using hypervisor::Intercept;
using machine::Guest;

mmu::Access accessOf(const Intercept& intercept)
{
    mmu::Access access;
    const bool write = arch::isDataAbort(intercept.esr) && arch::AbortSyndrome::decode(intercept.esr).wnr;
    access.kind = arch::isInstructionAbort(intercept.esr) ? mmu::AccessKind::Execute
        : write                                           ? mmu::AccessKind::Write
                                                          : mmu::AccessKind::Read;
    access.el = arch::pstate::el(intercept.pstate);
    access.pan = (intercept.pstate & arch::pstate::kPan) != 0;
    return access;
}

/// The word at PC, by the CPU's own stage 1; nothing where that fails.
std::optional<std::uint32_t> wordAt(const Guest& guest, Va pc)
{
    mmu::Access access;
    access.kind = mmu::AccessKind::Execute;
    access.el = guest.vcpu.el();
    const mmu::WalkResult walk = mmu::walkStage1(guest.vcpu.translation, guest.memory, pc, access);
    if (!walk.ok())
        return std::nullopt;
    const memory::Slot* slot = guest.slotMap.find(walk.translation.ipa);
    std::array<std::uint8_t, 4> bytes {};
    if (slot == nullptr || slot->kind == memory::SlotKind::Device
        || guest.memory.read(slot->paOf(walk.translation.ipa), bytes.data(), bytes.size()))
        return std::nullopt;
    return static_cast<std::uint32_t>(loadLe(bytes.data(), 4));
}

Intercept givenIntercept(const GivenSyndrome& given, const Guest& guest)
{
    Intercept intercept;
    intercept.esr = given.esr;
    intercept.far = given.far;
    intercept.pc = guest.vcpu.pc;
    intercept.pstate = guest.vcpu.pstate;
    intercept.hpfarValid = given.hpfar && arch::hpfarIsValid(given.esr);
    intercept.hpfar = given.hpfar.value_or(0);
    intercept.ipa = given.ipa;
    if (!intercept.ipa && intercept.hpfarValid && !arch::AbortSyndrome::decode(given.esr).s1ptw)
        intercept.ipa = Ipa(arch::ipaPageOf(intercept.hpfar) | Va(given.far).offsetIn(kPageSize));
    return intercept;
}

/// Another CPU clears the stage-1 descriptor that maps @p va.
bool clearDescriptor(Guest& guest, Va va)
{
    mmu::WalkTrace trace;
    mmu::walkStage1(guest.vcpu.translation, guest.memory, va, {}, &trace);
    for (auto read = trace.rbegin(); read != trace.rend(); ++read) {
        if (read->stage != mmu::Stage::One)
            continue;
        const std::uint64_t invalid = 0;
        return !guest.memory.write(read->address, &invalid, sizeof invalid);
    }
    return false;
}

const char* outcomeWord(hypervisor::OutcomeKind kind)
{
    switch (kind) {
    case hypervisor::OutcomeKind::Completed:
        return "completed";
    case hypervisor::OutcomeKind::EventInjected:
        return "event";
    case hypervisor::OutcomeKind::ExitToUser:
        return "exit";
    case hypervisor::OutcomeKind::Halted:
        return "halted";
    }
    return "";
}

std::string whyNoTrap(const machine::CpuResult& result)
{
    if (const auto* taken = std::get_if<machine::TakenToEl1>(&result))
        return fmt::format("it raises an exception to EL1 (ESR_EL1 {})", hex(taken->esr));
    if (const auto* missing = std::get_if<machine::NotModelled>(&result))
        return fmt::format("the CPU model does not know it: {}", missing->reason.str());
    return "it runs without an intercept";
}

} // namespace

ScenarioSource::ScenarioSource(Scenario scenario, Guest guest)
    : m_scenario(std::move(scenario))
    , m_start(std::move(guest))
{ }

Result<std::unique_ptr<ScenarioSource>> ScenarioSource::read(std::string_view text, const std::string& file)
{
    return readScenario(text, file).and_then([](Scenario&& scenario) { return open(std::move(scenario)); });
}

Result<std::unique_ptr<ScenarioSource>> ScenarioSource::open(Scenario scenario)
{
    Result<Guest> guest = buildGuest(scenario);
    if (!guest)
        return tl::unexpected<Error>(guest.error());
    const hypervisor::HypervisorPolicy* policy = hypervisor::policies().front();
    if (!scenario.policy.empty())
        if (const auto preferred = hypervisor::policyById(scenario.policy))
            policy = *preferred;

    std::unique_ptr<ScenarioSource> source(new ScenarioSource(std::move(scenario), std::move(*guest)));
    Guest now = source->m_start;
    for (std::size_t index = 0; index < source->size(); ++index) {
        Result<Moment> moment = source->trap(std::move(now), index);
        if (!moment)
            return tl::unexpected<Error>(moment.error());
        const InterceptDescription& described = source->m_scenario.intercepts[index];
        if (moment->intercept && !described.traps)
            return fail(
                fmt::format("The instruction at PC {} traps (ESR_EL2 {}), although \"traps\" is false.",
                    hex(moment->intercept->pc), hex(moment->intercept->esr)),
                source->place(index));
        machine::InterceptSummary summary;
        summary.name = described.name;
        summary.trapped = moment->intercept.has_value();
        summary.pc = Va(moment->guest.vcpu.pc);
        if (moment->intercept) {
            summary.esr = moment->intercept->esr;
            summary.far = moment->intercept->far;
            summary.ipa = moment->intercept->ipa;
            summary.pc = Va(moment->intercept->pc);
        }
        summary.word = wordAt(moment->guest, summary.pc);
        source->m_summaries.push_back(std::move(summary));
        now = carriedOut(std::move(*moment), *policy);
    }
    return source;
}

std::string ScenarioSource::kind() const
{
    return FSCOPE_TR("Core", "scenario");
}

std::string ScenarioSource::place(std::size_t index) const
{
    return fmt::format("{}: {}", m_scenario.file, m_scenario.intercepts[index].path);
}

/// Does what the file says happens before an intercept.
Result<void> ScenarioSource::prepare(Guest& guest, std::size_t index) const
{
    const InterceptDescription& described = m_scenario.intercepts[index];
    for (const auto& [name, value] : described.registers)
        setRegister(guest.vcpu, name, value);
    for (const Content& content : described.memory)
        if (Result<void> done = writeContent(guest, content, m_scenario.file); !done)
            return done;
    for (const TlbiDescription& tlbi : described.tlbi)
        machine::invalidateTlb(
            guest, mmu::tlbiOperation(tlbi.instruction, tlbi.operand, guest.vcpu.translation), nullptr);
    for (const auto& [device, text] : described.received)
        if (Result<void> done = sendToDevice(guest, device, text, place(index) + "/received"); !done)
            return done;
    return {};
}

Guest ScenarioSource::carriedOut(Moment moment, const hypervisor::HypervisorPolicy& policy)
{
    if (moment.intercept)
        policy.handle(*moment.intercept, moment.guest, nullptr);
    else
        machine::executeOne(moment.guest);
    return std::move(moment.guest);
}

Result<ScenarioSource::Moment> ScenarioSource::trap(
    Guest guest, std::size_t index, std::span<const machine::MemoryEdit> edits) const
{
    const InterceptDescription& described = m_scenario.intercepts[index];
    if (const Result<void> done = prepare(guest, index); !done)
        return tl::unexpected<Error>(done.error());
    if (Result<void> done = machine::applyEdits(guest, edits); !done) {
        done.error().where = place(index);
        return tl::unexpected<Error>(done.error());
    }

    Intercept intercept;
    if (described.syndrome) {
        intercept = givenIntercept(*described.syndrome, guest);
    } else {
        const std::uint64_t pc = guest.vcpu.pc;
        const bool mayNotTrap = !described.traps || !edits.empty();
        const std::optional<Guest> found = mayNotTrap ? std::optional(guest) : std::nullopt;
        const machine::CpuResult result = machine::executeOne(guest);
        const auto* raised = std::get_if<Intercept>(&result);
        if (const auto* missing = std::get_if<machine::NotModelled>(&result); missing && !described.traps)
            return fail(fmt::format("The CPU model does not know the instruction at PC {}: {}.", hex(pc),
                            missing->reason.str()),
                place(index));
        if (raised == nullptr && found)
            return Moment { *found, std::nullopt };
        if (raised == nullptr)
            return fail(
                fmt::format("The instruction at PC {} does not trap: {}.", hex(pc), whyNoTrap(result)),
                place(index), "Change what stage 2 maps, or give a syndrome, or say \"traps\": false.");
        intercept = *raised;
    }
    if (described.instructionBytes) {
        if (const auto word = wordAt(guest, Va(intercept.pc))) {
            storeLe(intercept.instructionBytes.data(), *word, 4);
            intercept.instructionByteCount = 4;
        }
    }
    if (described.initialTranslation && intercept.ipa)
        intercept.initialTranslation
            = Intercept::InitialTranslation { Va(intercept.far), *intercept.ipa, accessOf(intercept).kind };
    intercept.interruptionPending = described.interruptionPending;

    for (const Content& content : described.memoryAfterTrap)
        if (const Result<void> done = writeContent(guest, content, m_scenario.file); !done)
            return tl::unexpected<Error>(done.error());
    for (const Va va : described.unmappedAfterTrap)
        if (!clearDescriptor(guest, va))
            return fail(
                fmt::format("No stage-1 descriptor maps {}.", hex(va)), place(index) + "/after_trap/unmap");
    return Moment { std::move(guest), intercept };
}

Result<machine::InterceptSummary> ScenarioSource::summary(std::size_t index) const
{
    if (index >= m_summaries.size())
        return fail(fmt::format("There is no intercept {}.", index + 1), m_scenario.file);
    return m_summaries[index];
}

Result<std::shared_ptr<const machine::InterceptRun>> ScenarioSource::run(std::size_t index,
    const hypervisor::HypervisorPolicy& policy, std::span<const machine::MemoryEdit> edits) const
{
    if (index >= size())
        return fail(fmt::format("There is no intercept {}.", index + 1), m_scenario.file);
    Guest now = m_start;
    for (std::size_t earlier = 0; earlier < index; ++earlier) {
        Result<Moment> moment = trap(std::move(now), earlier);
        if (!moment)
            return tl::unexpected<Error>(moment.error());
        now = carriedOut(std::move(*moment), policy);
    }
    const Result<Moment> moment = trap(std::move(now), index, edits);
    if (!moment)
        return tl::unexpected<Error>(moment.error());
    return std::make_shared<const machine::InterceptRun>(moment->intercept
            ? machine::recordRun(moment->guest, *moment->intercept, policy)
            : machine::recordNative(moment->guest));
}

std::optional<std::vector<machine::Difference>> ScenarioSource::compare(
    std::size_t index, const machine::InterceptRun& run) const
{
    if (index >= size() || !m_scenario.intercepts[index].expect || !run.after)
        return std::nullopt;
    const Expectation& expect = *m_scenario.intercepts[index].expect;
    std::vector<machine::Difference> differences;
    if (expect.outcome && *expect.outcome != run.outcome.kind)
        differences.push_back({ "outcome", outcomeWord(*expect.outcome), outcomeWord(run.outcome.kind) });
    for (const auto& [name, value] : expect.registers) {
        const U128 found = registerValue(run.after->vcpu, name);
        if (!(found == value)) {
            const bool wide = registerWidth(name).value_or(64) > 64;
            differences.push_back(
                { name, wide ? hex(value) : hex(value.lo), wide ? hex(found) : hex(found.lo) });
        }
    }
    for (const auto& [device, text] : expect.output)
        for (const device::Bus::Window& window : run.after->bus.windows())
            if (const std::string sent = window.device->save().output; window.name == device && sent != text)
                differences.push_back({ device + " output", text, sent });
    return differences;
}

std::optional<machine::Lesson> ScenarioSource::lesson(const std::string& language) const
{
    auto found = m_scenario.lessons.find(language);
    if (found == m_scenario.lessons.end())
        found = m_scenario.lessons.find("en");
    if (found == m_scenario.lessons.end())
        return std::nullopt;
    return found->second;
}

} // namespace fscope::scenario
