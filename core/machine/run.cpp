// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/machine/run.h"

#include "core/a64/execute.h"
#include "core/arch/esr.h"
#include "core/base/bytes.h"
#include "core/hypervisor/overloaded.h"
#include "core/machine/cpu.h"
#include "core/machine/cputranslation.h"

#include <algorithm>

namespace fscope::machine {

namespace {

using hypervisor::Intercept;
using hypervisor::Outcome;
using hypervisor::OutcomeKind;

constexpr unsigned kWordBytes = 4;

/// The instruction that trapped, if it can be had and is one of the table.
std::optional<a64::Instruction> trappedInstruction(const Guest& guest, const Intercept& intercept)
{
    std::array<std::uint8_t, kWordBytes> bytes = intercept.instructionBytes;
    if (intercept.instructionByteCount != kWordBytes) {
        const mmu::Access access { mmu::AccessKind::Execute, arch::pstate::el(intercept.pstate), false };
        const mmu::WalkResult walk
            = mmu::translate(guest.vcpu.translation, guest.memory, Va(intercept.pc), access);
        if (!walk.ok() || guest.memory.read(walk.translation.pa, bytes.data(), bytes.size()))
            return std::nullopt;
    }
    a64::Instruction instruction;
    if (!a64::decodeFast(static_cast<std::uint32_t>(loadLe(bytes.data(), kWordBytes)), instruction))
        return std::nullopt;
    return instruction;
}

/// The access that trapped, with the rights it was made with.
mmu::Access trappedAccess(const Guest& guest, const Intercept& intercept)
{
    mmu::Access access { mmu::AccessKind::Read, arch::pstate::el(intercept.pstate),
        (intercept.pstate & arch::pstate::kPan) != 0 };
    if (arch::isInstructionAbort(intercept.esr)) {
        access.kind = mmu::AccessKind::Execute;
        return access;
    }
    if (const auto instruction = trappedInstruction(guest, intercept))
        access = a64::accessOf(*instruction, guest.vcpu);
    access.kind
        = arch::AbortSyndrome::decode(intercept.esr).wnr ? mmu::AccessKind::Write : mmu::AccessKind::Read;
    return access;
}

Outcome nativeOutcome(const CpuResult& result)
{
    return std::visit(
        hypervisor::Overloaded {
            [](const Executed&) { return Outcome {}; },
            [](const Intercept&) {
                return Outcome { OutcomeKind::ExitToUser,
                    FSCOPE_TR("Core", "The CPU does not carry the instruction out: it traps"), {} };
            },
            [](const TakenToEl1& taken) {
                hypervisor::PendingEvent event;
                event.esr = taken.esr;
                event.far = taken.far;
                return Outcome { OutcomeKind::EventInjected,
                    FSCOPE_TR("Core", "The CPU takes the exception to EL1 by itself"), event };
            },
            [](const NotModelled& unknown) {
                return Outcome { OutcomeKind::Halted,
                    { FSCOPE_TR("Core", "Faultscope does not model this instruction class yet (%1)"),
                        { unknown.reason } },
                    {} };
            },
        },
        result);
}

void store(memory::SnapshotMemory& memory, Pa pa, unsigned size, U128 value)
{
    std::array<std::uint8_t, 16> bytes {};
    storeLe(bytes.data(), value.lo, 8);
    storeLe(bytes.data() + 8, value.hi, 8);
    // The step was recorded on the same memory map, so this cannot fail.
    static_cast<void>(memory.write(pa, bytes.data(), std::min<std::size_t>(size, bytes.size())));
}

/// A descriptor as a little-endian word.
std::uint64_t inMemory(const mmu::DescriptorRead& read, std::uint64_t descriptor)
{
    return read.bigEndian ? __builtin_bswap64(descriptor) : descriptor;
}

/// What the CPU did before it trapped. Where an entry of the TLB refused the access it read no descriptor.
void walkAsTrapped(const Guest& guest, const Intercept& intercept, InterceptRun& run)
{
    const mmu::Access access = trappedAccess(guest, intercept);
    if (guest.tlb) {
        Guest copy(guest);
        const CpuTranslation found = translateAsCpu(copy, Va(intercept.far), access, nullptr);
        if (found.fromTlb) {
            run.hardwareResult = found.result;
            return;
        }
    }
    run.hardwareResult
        = mmu::translate(guest.vcpu.translation, guest.memory, Va(intercept.far), access, &run.hardwareWalk);
}

} // namespace

InterceptRun recordRun(
    const Guest& guest, const Intercept& intercept, const hypervisor::HypervisorPolicy& policy)
{
    InterceptRun run;
    run.before = std::make_shared<const Guest>(guest);
    run.intercept = intercept;
    run.policyId = policy.id();
    walkAsTrapped(guest, intercept, run);
    auto after = std::make_shared<Guest>(guest);
    hypervisor::StepRecorder recorder;
    run.outcome = policy.handle(intercept, *after, &recorder);
    run.steps = recorder.take();
    run.after = std::move(after);
    return run;
}

InterceptRun recordNative(const Guest& guest)
{
    InterceptRun run;
    run.before = std::make_shared<const Guest>(guest);
    auto after = std::make_shared<Guest>(guest);
    hypervisor::StepRecorder recorder;
    const CpuResult result = executeOne(*after, &recorder);
    run.outcome = nativeOutcome(result);
    if (const auto* intercept = std::get_if<Intercept>(&result))
        run.intercept = *intercept;
    run.steps = recorder.take();
    run.after = std::move(after);
    return run;
}

Replay::Replay(std::shared_ptr<const InterceptRun> run)
    : m_run(std::move(run))
    , m_guest(*m_run->before)
{ }

void Replay::moveTo(std::size_t position)
{
    position = std::min(position, m_run->steps.size());
    while (m_position < position)
        apply(m_run->steps[m_position++], true);
    while (m_position > position)
        apply(m_run->steps[--m_position], false);
}

void Replay::apply(const hypervisor::MicroStep& step, bool forwards)
{
    const bool emulated = !m_run->policyId.empty(); // what the CPU does itself rings nothing
    std::visit(hypervisor::Overloaded {
                   [&](const hypervisor::RegisterWritten& s) {
                       m_guest.vcpu.set(s.reg, forwards ? s.after : s.before);
                   },
                   [&](const hypervisor::PcAdvanced& s) { m_guest.vcpu.pc = forwards ? s.after : s.before; },
                   [&](const hypervisor::MemoryWritten& s) {
                       store(m_guest.memory, s.pa, s.size, forwards ? s.after : s.before);
                       if (emulated)
                           m_guest.ringDoorbells(s.ipa, s.size, s.after, !forwards);
                   },
                   [&](const hypervisor::DescriptorStep& s) {
                       if (s.written)
                           store(m_guest.memory, s.read.address, sizeof(std::uint64_t),
                               { inMemory(s.read, forwards ? s.read.after() : s.read.value), 0 });
                   },
                   [&](const hypervisor::MmioAccessed& s) {
                       // Where nothing answered there may be a device all the same, if not for all bytes.
                       device::Bus::Window* window = s.device.empty() ? nullptr : m_guest.bus.find(s.ipa);
                       if (window != nullptr)
                           window->device->restore(forwards ? s.after : s.before);
                       if (emulated && s.write)
                           m_guest.ringDoorbells(s.ipa, s.size, s.value, !forwards);
                   },
                   [&](const hypervisor::CacheFilled& s) {
                       m_cacheEntry = forwards ? std::optional(s.after) : s.before;
                   },
                   [&](const hypervisor::TlbLookedUp& s) { m_guest.tlb = forwards ? s.after : s.before; },
                   [&](const hypervisor::TlbEvicted& s) { m_guest.tlb = forwards ? s.after : s.before; },
                   [&](const hypervisor::TlbFilled& s) { m_guest.tlb = forwards ? s.after : s.before; },
                   [&](const hypervisor::TlbInvalidated& s) { m_guest.tlb = forwards ? s.after : s.before; },
                   [](const auto&) {},
               },
        step);
}

} // namespace fscope::machine
