// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/hypervisor/emulator.h"

#include "core/a64/execute.h"
#include "core/arch/esr.h"
#include "core/base/bytes.h"
#include "core/base/hex.h"
#include "core/hypervisor/el1entry.h"
#include "core/hypervisor/emulatedmemory.h"

#include <array>

namespace fscope::hypervisor {

namespace {

using mmu::AccessKind;

constexpr unsigned kWordBytes = 4;
constexpr unsigned kZeroRegister = 31;
constexpr unsigned kIlBit = 25;
constexpr unsigned kWnrBit = 6;

/// What the syndrome makes a hypervisor do.
enum class Way : std::uint8_t {
    Interrupted,
    ReEntered,
    StepOver,
    RamWrite,
    ReadOnlyWrite,
    WalkFault,
    Syndrome,
    NoDataAbort,
    NoAddress,
    DecodeMessage,
    Decode,
};

/// By Way: the sentence for the syndrome. %1 EC, %2 PC, %3 bytes, %4 register, %5 the hypervisor.
constexpr std::array kWayReasons = {
    FSCOPE_TR("Core", "An interruption is pending, so %5 does not look at the syndrome"),
    FSCOPE_TR("Core", "EC is %1, which %5 has no handler for"),
    FSCOPE_TR("Core", "CM is 1: this is cache maintenance or an address translation, so %5 steps over it"),
    FSCOPE_TR("Core", "WnR is 1 and the address is RAM, which %5 watches for writes"),
    FSCOPE_TR("Core", "WnR is 1 and the address is read-only memory"),
    FSCOPE_TR("Core", "S1PTW is 1: stage 2 refused a stage-1 table, which %5 does not expect"),
    FSCOPE_TR("Core", "ISV is 1, so the syndrome describes the access: bytes: %3 (SAS), register: %4 (SRT)"),
    FSCOPE_TR("Core", "EC is %1, which is no Data Abort, so the instruction is decoded"),
    FSCOPE_TR("Core", "ISV is 1, but there is no guest physical address, so the instruction is decoded"),
    FSCOPE_TR("Core", "ISV is 0, so the instruction that came with the intercept is decoded"),
    FSCOPE_TR("Core", "ISV is 0, so the instruction is fetched at %2"),
};

class Emulation
{
public:
    Emulation(const EmulatorProfile& profile, const Intercept& intercept, InterceptSupport& support,
        StepObserver* observer)
        : m_profile(profile)
        , m_intercept(intercept)
        , m_support(support)
        , m_observer(observer)
        , m_memory(profile, support, observer)
        , m_syndrome(arch::AbortSyndrome::decode(intercept.esr))
        , m_pc(support.cpu().pc)
    { }
    Outcome run();

private:
    Way chooseWay();
    bool knownAddress();
    void reportSyndrome(Way way);
    std::optional<Outcome> carryOutSyndrome();
    Outcome fetchAndDecode();
    Outcome decode(std::uint32_t word);
    Outcome execute(const a64::Instruction& instruction, unsigned extendTo);
    std::optional<Failure> access(a64::AccessPlan& plan, bool store);
    void setRegister(arch::RegId reg, U128 value, RegisterWritten::Why why);
    /// @param reason why nothing but this was done, %1 the hypervisor; nullptr where the steps before tell
    Outcome advance(unsigned bytes, const char* reason = nullptr);
    Outcome halt(Text reason);
    Outcome fail(const Failure& failure);
    Outcome inject(const Reaction& reaction, std::uint64_t esr, std::uint64_t far, Text reason);

    const EmulatorProfile& m_profile;
    const Intercept& m_intercept;
    InterceptSupport& m_support;
    StepObserver* m_observer;
    EmulatedMemory m_memory;
    arch::AbortSyndrome m_syndrome;
    std::uint64_t m_pc;
    Ipa m_ipa; ///< of the intercept; valid after knownAddress()
};

/// Whether the host says which guest physical address the access was to.
bool Emulation::knownAddress()
{
    if (m_intercept.ipa) {
        m_ipa = *m_intercept.ipa;
        return true;
    }
    m_ipa = Ipa(arch::ipaPageOf(m_intercept.hpfar) | (m_syndrome.s1ptw ? 0 : m_intercept.far % kPageSize));
    return m_intercept.hpfarValid;
}

Way Emulation::chooseWay()
{
    if (m_profile.haltsOnInterruption && m_intercept.interruptionPending)
        return Way::Interrupted;
    const bool dataAbort = arch::isDataAbort(m_intercept.esr);
    if (!dataAbort)
        return m_profile.handlesOnlyDataAborts ? Way::ReEntered : Way::NoDataAbort;
    if (m_profile.stepsOverCacheMaintenance && m_syndrome.cm)
        return Way::StepOver;
    bool hasAddress = knownAddress();
    if (!hasAddress && m_profile.handlesOnlyDataAborts) {
        // Such a host walks the tables itself where HPFAR_EL2 is UNKNOWN.
        const a64::CpuState& cpu = m_support.cpu();
        const AccessKind kind = m_syndrome.wnr ? AccessKind::Write : AccessKind::Read;
        const auto ipa = m_support.translate(Va(m_intercept.far), { kind, cpu.el(), false }, nullptr);
        hasAddress = ipa.has_value();
        m_ipa = ipa.value_or(Ipa());
    }
    if (m_profile.knowsRamWrites && m_syndrome.wnr && hasAddress) {
        const Target target = m_support.check(m_ipa, AccessKind::Write, 1, nullptr).target;
        if (target == Target::Ram)
            return Way::RamWrite;
        if (target == Target::Rom)
            return Way::ReadOnlyWrite;
    }
    if (m_profile.assertsNoWalkFault && m_syndrome.s1ptw)
        return Way::WalkFault;
    if (m_syndrome.isv)
        return hasAddress ? Way::Syndrome : Way::NoAddress;
    const bool message = m_profile.usesMessageBytes && m_intercept.instructionByteCount != 0;
    return message ? Way::DecodeMessage : Way::Decode;
}

void Emulation::reportSyndrome(Way way)
{
    if (m_observer == nullptr)
        return;
    const arch::RegId reg { arch::RegId::File::X, static_cast<std::uint8_t>(m_syndrome.srt) };
    m_observer->onStep(SyndromeRead { m_intercept.esr, m_intercept.far, m_intercept.hpfar,
        m_intercept.hpfarValid, way == Way::Syndrome,
        Text(kWayReasons[static_cast<std::size_t>(way)],
            { hex(arch::exceptionClass(m_intercept.esr)), hex(m_pc), std::to_string(m_syndrome.bytes()),
                arch::name(reg), m_profile.displayName }) });
}

void Emulation::setRegister(arch::RegId reg, U128 value, RegisterWritten::Why why)
{
    a64::CpuState& cpu = m_support.cpu();
    if (m_observer != nullptr)
        m_observer->onStep(RegisterWritten { reg, cpu.value(reg), value, why });
    cpu.set(reg, value);
}

Outcome Emulation::advance(unsigned bytes, const char* reason)
{
    a64::CpuState& cpu = m_support.cpu();
    if (m_observer != nullptr)
        m_observer->onStep(PcAdvanced { m_pc, m_pc + bytes });
    cpu.pc = m_pc + bytes;
    Outcome outcome;
    if (reason != nullptr && m_observer != nullptr)
        outcome.reason = { reason, { m_profile.displayName } };
    return outcome;
}

Outcome Emulation::halt(Text reason)
{
    if (m_observer != nullptr)
        m_observer->onStep(Stopped { OutcomeKind::Halted, reason });
    return { OutcomeKind::Halted, std::move(reason), {} };
}

Outcome Emulation::inject(const Reaction& reaction, std::uint64_t esr, std::uint64_t far, Text reason)
{
    PendingEvent event;
    event.delivery = reaction.delivery;
    event.esr = esr;
    event.far = far;
    if (event.delivery == PendingEvent::Delivery::Pending) {
        // The hypervisor's pending event register: bit 0 pending, type 0 an exception, then syndrome and
        // address.
        std::array<std::uint8_t, 32> bytes {};
        bytes[0] = 1;
        storeLe(bytes.data() + 8, esr, 8);
        storeLe(bytes.data() + 16, far, 8);
        event.bytes = bytes;
    }
    if (m_observer != nullptr)
        m_observer->onStep(EventInjected { event, reason });
    if (event.delivery == PendingEvent::Delivery::Entered)
        enterEl1(m_support.cpu(), esr, far, true, m_observer);
    return { OutcomeKind::EventInjected, std::move(reason), event };
}

Outcome Emulation::fail(const Failure& failure)
{
    const Reaction& reaction = m_profile.reactions[static_cast<std::size_t>(failure.kind)];
    Text reason(reaction.reason, { failure.words.empty() ? Text(hex(failure.va)) : failure.words });
    if (reaction.action == Reaction::Action::Halt)
        return halt(std::move(reason));
    std::uint64_t esr = reaction.esr;
    if (reaction.action == Reaction::Action::InjectHostEvent)
        esr = failure.hostEvent;
    if (reaction.classByLevel)
        esr = withBits(
            esr, 31, 26, m_support.cpu().el() == 0 ? arch::ec::kDataAbortLower : arch::ec::kDataAbortSame);
    if (reaction.copiesIl)
        esr = withBits(esr, kIlBit, kIlBit, m_syndrome.il);
    if (reaction.copiesWnr)
        esr = withBits(esr, kWnrBit, kWnrBit, m_syndrome.wnr);
    std::uint64_t far = m_pc;
    if (reaction.far == Reaction::FaultAddress::Access)
        far = failure.va.value;
    else if (reaction.far == Reaction::FaultAddress::Exit)
        far = m_intercept.far;
    return inject(reaction, esr, far, std::move(reason));
}

/// ISV = 1: the access the syndrome describes.
/// @return nothing if it failed and the instruction is to be decoded instead
/// Source: openvmm, aarch64emu/src/emulator.rs; qemu, target/arm/hvf/hvf.c hvf_handle_exception.
std::optional<Outcome> Emulation::carryOutSyndrome()
{
    const bool zero = m_syndrome.srt == kZeroRegister;
    const unsigned size = m_syndrome.bytes();
    const unsigned step = m_profile.stepFollowsIl && !m_syndrome.il ? 2 : kWordBytes;
    if (zero && !m_syndrome.wnr && m_profile.skipsLoadToZero) {
        return advance(
            step, FSCOPE_TR("Core", "The load is to the zero register, so %1 makes no access at all"));
    }
    std::array<std::uint8_t, 8> bytes {};
    const AccessKind kind = m_syndrome.wnr ? AccessKind::Write : AccessKind::Read;
    if (m_syndrome.wnr)
        storeLe(bytes.data(), m_support.cpu().xOrZero(m_syndrome.srt), 8);
    if (!m_profile.decodesAfterFailure)
        m_memory.transferIgnoringErrors(m_ipa, size, kind, bytes.data());
    else if (m_memory.transferPhysical(m_ipa, size, kind, bytes.data()))
        return std::nullopt;
    if (!m_syndrome.wnr && !zero) {
        std::uint64_t value = zeroExtend(loadLe(bytes.data(), 8), size * 8);
        if (m_syndrome.sse)
            value = signExtend(value, size * 8);
        if (m_syndrome.sse && !m_syndrome.sf && m_profile.cutsToW)
            value = zeroExtend(value, 32);
        setRegister({ arch::RegId::File::X, static_cast<std::uint8_t>(m_syndrome.srt) }, { value, 0 },
            RegisterWritten::Why::Data);
    }
    return advance(step);
}

Outcome Emulation::fetchAndDecode()
{
    std::array<std::uint8_t, kWordBytes> bytes = m_intercept.instructionBytes;
    const bool fromMessage = m_profile.usesMessageBytes && m_intercept.instructionByteCount != 0;
    if (fromMessage && m_intercept.instructionByteCount != kWordBytes)
        return fail({ FailureKind::ByteCount, Va(m_pc), 0,
            Text(std::to_string(unsigned { m_intercept.instructionByteCount })) });
    if (!fromMessage) {
        if (const auto failure = m_memory.transfer(Va(m_pc), kWordBytes, AccessKind::Execute, bytes.data())) {
            if (m_observer != nullptr) {
                m_observer->onStep(FetchFailed { Va(m_pc),
                    FSCOPE_TR(
                        "Core", "the hypervisor's own access to it failed, as the steps before show") });
            }
            return fail(*failure);
        }
    }
    const auto word = static_cast<std::uint32_t>(loadLe(bytes.data(), kWordBytes));
    if (m_observer != nullptr)
        m_observer->onStep(InstructionFetched { Va(m_pc), word, fromMessage });
    return decode(word);
}

Outcome Emulation::decode(std::uint32_t word)
{
    const std::uint32_t original = word;
    unsigned extendTo = 0;
    // Words that count as another word: a chain has at most three links, each sets bits that the next pattern
    // asks for.
    for (unsigned turn = 0; turn < 4; ++turn) {
        a64::Instruction instruction;
        const bool known = a64::decodeFast(word, instruction);
        const WordRule* row = findRule(known ? m_profile.exceptions : m_profile.otherWords, word);
        if (row == nullptr) {
            if (m_observer != nullptr)
                m_observer->onStep(InstructionDecoded { instruction });
            return execute(instruction, extendTo);
        }
        switch (row->verdict) {
        case Verdict::Reject:
            if (m_observer != nullptr)
                m_observer->onStep(DecodeFailed { original, row->group });
            return fail({ FailureKind::Decode, Va(m_pc), 0, row->group });
        case Verdict::NoOperation:
            return advance(kWordBytes,
                FSCOPE_TR("Core", "%1 takes this instruction for a no-operation and steps over it"));
        case Verdict::SameAs:
            word = (word & ~row->replaceMask) | row->replaceBits;
            extendTo = row->signExtend != 0 ? row->signExtend : extendTo;
            continue;
        case Verdict::NotModelled:
            if (m_observer != nullptr)
                m_observer->onStep(DecodeFailed { original, row->group });
            return halt({ FSCOPE_TR("Core",
                              "Faultscope does not model this instruction class yet (%1); %2 carries it out"),
                { row->group, m_profile.displayName } });
        }
    }
    return halt({ FSCOPE_TR("Core", "Faultscope does not model this instruction class yet (%1)"),
        { hex(original) } });
}

/// All accesses of the plan; loaded data ends up in its elements.
std::optional<Failure> Emulation::access(a64::AccessPlan& plan, bool store)
{
    std::array<std::uint8_t, 32> bytes;
    const AccessKind kind = store ? AccessKind::Write : AccessKind::Read;
    const auto toBytes = [](const a64::ElementAccess& element, std::uint8_t* out) {
        storeLe(out, element.data.lo, 8);
        storeLe(out + 8, element.data.hi, 8);
    };
    const auto fromBytes = [](a64::ElementAccess& element, const std::uint8_t* in) {
        element.data = element.size > 8 ? U128 { loadLe(in, 8), loadLe(in + 8, 8) }
                                        : U128 { loadLe(in, element.size), 0 };
    };
    if (m_profile.cutsAccesses) {
        std::array<std::uint8_t, 16> one;
        const std::size_t size = plan.elements[0].size;
        for (unsigned i = 0; i < plan.count; ++i) {
            toBytes(plan.elements[i], one.data());
            std::copy_n(one.data(), size, bytes.data() + i * size);
        }
        if (auto failure = m_memory.transfer(plan.address, plan.totalBytes(), kind, bytes.data()))
            return failure;
        for (unsigned i = 0; i < plan.count && !store; ++i)
            fromBytes(plan.elements[i], bytes.data() + i * size);
        return std::nullopt;
    }
    for (unsigned i = 0; i < plan.count; ++i) {
        a64::ElementAccess& element = plan.elements[i];
        const bool atFirst = store && m_profile.storesPairAtFirstAddress;
        toBytes(element, bytes.data());
        if (auto failure = m_memory.transfer(
                atFirst ? plan.elements[0].address : element.address, element.size, kind, bytes.data()))
            return failure;
        if (!store)
            fromBytes(element, bytes.data());
    }
    return std::nullopt;
}

Outcome Emulation::execute(const a64::Instruction& instruction, unsigned extendTo)
{
    a64::AccessPlan plan = a64::planAccess(instruction, m_support.cpu());
    const a64::Row& row = *instruction.row;
    if (plan.bigEndian && (!m_profile.honoursByteOrder || row.fp)) {
        // planAccess has put what is stored in the guest's order; putting it there twice undoes it.
        for (unsigned i = 0; i < plan.count && instruction.isStore(); ++i)
            plan.elements[i].data = a64::memoryOrder(plan.elements[i].data, plan.elements[i].size, true);
        plan.bigEndian = false;
    }
    if (const auto failure = access(plan, instruction.isStore()))
        return fail(*failure);
    for (unsigned i = 0; i < plan.count && instruction.isLoad(); ++i) {
        const a64::ElementAccess& element = plan.elements[i];
        if (element.zeroRegister)
            continue;
        U128 value = a64::loadedValue(instruction, element.data, plan.bigEndian);
        if (extendTo != 0)
            value = { zeroExtend(signExtend(value.lo, row.size * 8U), extendTo), 0 };
        setRegister(element.reg, value, RegisterWritten::Why::Data);
    }
    if (plan.writeBack)
        setRegister(plan.base, { plan.baseValue, 0 }, RegisterWritten::Why::WriteBack);
    return advance(kWordBytes);
}

Outcome Emulation::run()
{
    const Way way = chooseWay();
    reportSyndrome(way);
    if (way == Way::Interrupted)
        return halt({ FSCOPE_TR("Core", "An interruption is pending, which %1 takes for an error of the run"),
            { m_profile.displayName } });
    if (m_profile.caches && m_intercept.initialTranslation)
        m_memory.seedCache(*m_intercept.initialTranslation);
    switch (way) {
    case Way::Interrupted:
        break;
    case Way::ReEntered:
        return halt({ FSCOPE_TR("Core",
                          "%1 prints an error and enters the guest again at the same PC, which traps again: "
                          "it goes on "
                          "so for ever"),
            { m_profile.displayName } });
    case Way::StepOver:
        return advance(kWordBytes, FSCOPE_TR("Core", "%1 steps over cache maintenance"));
    case Way::RamWrite:
        m_support.check(m_ipa, AccessKind::Write, m_syndrome.isv ? m_syndrome.bytes() : 1, m_observer);
        return { OutcomeKind::Completed,
            { FSCOPE_TR("Core",
                  "The page is RAM: %1 notes it as written, opens it and lets the CPU run the instruction "
                  "again"),
                { m_profile.displayName } },
            {} };
    case Way::ReadOnlyWrite:
        m_support.check(m_ipa, AccessKind::Write, m_syndrome.isv ? m_syndrome.bytes() : 1, m_observer);
        return halt({ FSCOPE_TR("Core",
                          "%1 asserts that memory a guest writes to is not read-only, so the program dies"),
            { m_profile.displayName } });
    case Way::WalkFault:
        return halt({ FSCOPE_TR("Core", "%1 asserts that S1PTW is 0, so the program dies"),
            { m_profile.displayName } });
    case Way::Syndrome:
        if (auto outcome = carryOutSyndrome())
            return std::move(*outcome);
        // The error is only logged; the decoder tries again from the instruction.
        if (m_observer != nullptr) {
            m_observer->onStep(SyndromeRead { m_intercept.esr, m_intercept.far, m_intercept.hpfar,
                m_intercept.hpfarValid, false,
                FSCOPE_TR("Core",
                    "The access that the syndrome describes failed, so the instruction is decoded") });
        }
        return fetchAndDecode();
    case Way::NoDataAbort:
    case Way::NoAddress:
    case Way::DecodeMessage:
    case Way::Decode:
        return fetchAndDecode();
    }
    return {};
}

} // namespace

Outcome EmulatorPolicy::handle(
    const Intercept& intercept, InterceptSupport& support, StepObserver* observer) const
{
    return Emulation(m_profile, intercept, support, observer).run();
}

} // namespace fscope::hypervisor
