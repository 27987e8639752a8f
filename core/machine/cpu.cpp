// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/machine/cpu.h"

#include "core/a64/execute.h"
#include "core/a64/systemword.h"
#include "core/arch/esr.h"
#include "core/base/bytes.h"
#include "core/base/hex.h"
#include "core/hypervisor/el1entry.h"
#include "core/machine/cputranslation.h"
#include "core/mmu/faultreport.h"

#include <array>
#include <optional>

namespace fscope::machine {

namespace {

using hypervisor::Intercept;
using hypervisor::RegisterWritten;
using hypervisor::StepObserver;
using mmu::AccessKind;
using mmu::Fault;

// SCTLR_EL1.
constexpr unsigned kA = 1;
constexpr unsigned kSa = 3;
constexpr unsigned kSa0 = 4;

// Exception classes that only the CPU makes (Arm ARM D24.2 "ESR_EL1", EC).
constexpr unsigned kEcPcAlignment = 0x22;
constexpr unsigned kEcSpAlignment = 0x26;
// And of a System instruction that HCR_EL2 traps.
constexpr unsigned kEcSystem = 0x18;

constexpr std::uint64_t kIl = 1U << 25;
constexpr unsigned kWordBytes = 4;

/// A part of an access that lies in one page.
struct Piece {
    Va va;
    unsigned size = 0;
    Ipa ipa;
    Pa pa;
};
/// An access has at most 32 bytes, so it touches at most two pages.
struct Pieces {
    std::array<Piece, 2> list;
    unsigned count = 0;
};

Pieces piecesOf(Va address, unsigned size)
{
    Pieces pieces;
    const auto room = static_cast<unsigned>(kPageSize - address.offsetIn(kPageSize));
    pieces.list[0] = { address, size < room ? size : room, {}, {} };
    pieces.count = 1;
    if (size > room)
        pieces.list[pieces.count++] = { address + room, size - room, {}, {} };
    return pieces;
}

/// One instruction on its way through the CPU.
class OneInstruction
{
public:
    OneInstruction(Guest& guest, StepObserver* observer)
        : m_guest(guest)
        , m_cpu(guest.vcpu)
        , m_observer(observer)
        , m_pc(guest.vcpu.pc)
    { }
    CpuResult run();

private:
    template <typename Step>
    void report(Step step)
    {
        if (m_observer != nullptr)
            m_observer->onStep(std::move(step));
    }
    /// An exception to EL1; FAR_EL1 is written if there is an address.
    TakenToEl1 exception(std::uint64_t esr, std::optional<Va> far, Text reason);
    /// An abort, to EL1 for @p reason or to the hypervisor.
    CpuResult abort(const Fault& fault, AccessKind kind, Va far, Text reason);
    /// An abort of the access itself, whatever the tables say.
    CpuResult accessAbort(arch::FaultKind fault, AccessKind kind, Va far, Text reason);
    /// The abort that a fault of translation becomes.
    CpuResult fault(const Fault& fault, AccessKind kind, Va far);
    AccessKind dataKind() const { return m_instruction.isStore() ? AccessKind::Write : AccessKind::Read; }

    std::optional<CpuResult> fetch(std::uint32_t& word);
    std::optional<CpuResult> checkAlignment(const a64::AccessPlan& plan);
    bool isStage1Device(Va va, const mmu::Access& access) const;
    std::optional<CpuResult> translatePiece(Piece& piece, const a64::AccessPlan& plan);
    CpuResult system(const a64::SystemWord& system, std::uint32_t word);
    CpuResult next();
    CpuResult perform(const a64::AccessPlan& plan);
    void transfer(a64::ElementAccess& element, Va start, const Pieces& pieces);
    void setRegister(arch::RegId reg, U128 value, RegisterWritten::Why why);

    Guest& m_guest;
    a64::CpuState& m_cpu;
    StepObserver* m_observer;
    std::uint64_t m_pc;
    a64::Instruction m_instruction;
};

TakenToEl1 OneInstruction::exception(std::uint64_t esr, std::optional<Va> far, Text reason)
{
    TakenToEl1 taken;
    taken.esr = esr;
    taken.farValid = far.has_value();
    taken.far = far ? far->value : 0;
    if (m_observer != nullptr) {
        hypervisor::PendingEvent event;
        event.esr = taken.esr;
        event.far = taken.far;
        m_observer->onStep(hypervisor::EventInjected { event, std::move(reason) });
    }
    taken.vectorOffset = hypervisor::enterEl1(m_cpu, taken.esr, taken.far, taken.farValid, m_observer);
    return taken;
}

CpuResult OneInstruction::abort(const Fault& fault, AccessKind kind, Va far, Text reason)
{
    mmu::ReportedAccess access { far, kind, m_cpu.el(), false, {} };
    if (kind != AccessKind::Execute)
        access.instruction = a64::syndromeOf(m_instruction);
    const mmu::FaultReport taken = mmu::reportFault(m_cpu.translation, fault, access);
    if (taken.targetEl == 1)
        return exception(taken.esr, far, std::move(reason));
    Intercept intercept;
    intercept.esr = taken.esr;
    intercept.far = taken.far;
    // The IPA also where HPFAR_EL2 is UNKNOWN: whoever uses it all the same gets away with it.
    intercept.hpfar = arch::hpfarOf(fault.ipa.value);
    intercept.hpfarValid = taken.hpfarValid;
    intercept.pc = m_pc;
    intercept.pstate = m_cpu.pstate;
    if (fault.stage == mmu::Stage::Two)
        intercept.ipa = fault.ipa;
    return intercept;
}

CpuResult OneInstruction::accessAbort(arch::FaultKind fault, AccessKind kind, Va far, Text reason)
{
    return abort({ mmu::Stage::One, fault, arch::kNoLevel, false, {} }, kind, far, std::move(reason));
}

CpuResult OneInstruction::fault(const Fault& fault, AccessKind kind, Va far)
{
    report(hypervisor::TranslationFailed { far, kind, fault, false });
    return abort(fault, kind, far,
        FSCOPE_TR("Core", "Stage 1 belongs to the guest, so the CPU takes the fault to EL1 by itself"));
}

std::optional<CpuResult> OneInstruction::fetch(std::uint32_t& word)
{
    if (m_pc % kWordBytes != 0)
        return exception(std::uint64_t { kEcPcAlignment } << 26 | kIl, Va(m_pc),
            FSCOPE_TR("Core", "PC is not a multiple of 4, so the CPU takes a PC alignment fault"));
    const mmu::Access access { AccessKind::Execute, m_cpu.el(), (m_cpu.pstate & arch::pstate::kPan) != 0 };
    const mmu::WalkResult result = translateAsCpu(m_guest, Va(m_pc), access, m_observer).result;
    if (result.fault)
        return fault(*result.fault, AccessKind::Execute, Va(m_pc));
    std::array<std::uint8_t, kWordBytes> bytes {};
    if (m_guest.memory.read(result.translation.pa, bytes.data(), bytes.size())) {
        return accessAbort(arch::FaultKind::ExternalAbort, AccessKind::Execute, Va(m_pc),
            FSCOPE_TR("Core", "Nothing answers at the physical address of the instruction"));
    }
    word = static_cast<std::uint32_t>(loadLe(bytes.data(), kWordBytes));
    report(hypervisor::InstructionFetched { Va(m_pc), word, false });
    return std::nullopt;
}

/// What is checked before any translation: the alignment of SP as a base, and of the address where the memory
/// type does not matter (SCTLR_EL1.A, and ordered accesses as without FEAT_LSE2).
std::optional<CpuResult> OneInstruction::checkAlignment(const a64::AccessPlan& plan)
{
    const std::uint64_t sctlr = m_cpu.translation.sctlr;
    const bool spBase = m_instruction.hasBase() && m_instruction.rn == 31;
    if (spBase && bit(sctlr, m_cpu.el() == 0 ? kSa0 : kSa) && m_cpu.sp() % 16 != 0) {
        return exception(std::uint64_t { kEcSpAlignment } << 26 | kIl, {},
            FSCOPE_TR("Core",
                "The base is SP, which is not a multiple of 16, so the CPU takes an SP alignment fault"));
    }
    const bool mustBeAligned = m_instruction.row->ordered || bit(sctlr, kA);
    if (mustBeAligned && plan.address.value % m_instruction.row->size != 0) {
        return accessAbort(arch::FaultKind::Alignment, dataKind(), plan.address,
            FSCOPE_TR("Core",
                "The address is not a multiple of the access size, so the CPU takes an Alignment fault"));
    }
    return std::nullopt;
}

bool OneInstruction::isStage1Device(Va va, const mmu::Access& access) const
{
    const mmu::WalkResult stage1 = mmu::walkStage1(m_cpu.translation, m_guest.memory, va, access);
    return stage1.ok() && stage1.translation.attributes.isDevice();
}

std::optional<CpuResult> OneInstruction::translatePiece(Piece& piece, const a64::AccessPlan& plan)
{
    const mmu::Access access = a64::accessOf(m_instruction, m_cpu);
    const CpuTranslation found = translateAsCpu(m_guest, piece.va, access, m_observer);
    const mmu::WalkResult& result = found.result;
    const bool stage1Done = !result.fault || (result.fault->stage == mmu::Stage::Two && !result.fault->s1ptw);
    // Device memory takes aligned accesses only. The stage that makes it Device raises the fault, stage 1
    // before any fault of stage 2 (Arm ARM D8.15). Whether hardware has updated descriptors by then is left
    // open; here it has.
    if (stage1Done && plan.address.value % m_instruction.row->size != 0) {
        if (found.fromTlb ? found.stage1Device : isStage1Device(piece.va, access)) {
            return accessAbort(arch::FaultKind::Alignment, dataKind(), plan.address,
                FSCOPE_TR("Core",
                    "Device memory takes aligned accesses only, so the CPU takes an Alignment fault"));
        }
        if (result.ok() && result.translation.attributes.isDevice()) {
            return fault({ mmu::Stage::Two, arch::FaultKind::Alignment, arch::kNoLevel, false,
                             result.translation.ipa },
                dataKind(), piece.va);
        }
    }
    if (result.fault)
        return fault(*result.fault, dataKind(), piece.va);
    piece.ipa = result.translation.ipa;
    piece.pa = result.translation.pa;
    if (!m_guest.memory.isRam(piece.pa, piece.size)) {
        return accessAbort(arch::FaultKind::ExternalAbort, dataKind(), piece.va,
            FSCOPE_TR("Core",
                "Nothing answers at the physical address, so the CPU takes a synchronous External abort"));
    }
    return std::nullopt;
}

void OneInstruction::transfer(a64::ElementAccess& element, Va start, const Pieces& pieces)
{
    std::array<std::uint8_t, 16> bytes {};
    storeLe(bytes.data(), element.data.lo, 8);
    storeLe(bytes.data() + 8, element.data.hi, 8);
    const auto asValue = [](const std::array<std::uint8_t, 16>& b) {
        return U128 { loadLe(b.data(), 8), loadLe(b.data() + 8, 8) };
    };
    const std::uint64_t first = element.address - start;
    std::uint64_t pieceStart = 0;
    for (unsigned i = 0; i < pieces.count; ++i) {
        const Piece& piece = pieces.list[i];
        // The overlap of the element with this page, as offsets from the start of the whole access.
        const std::uint64_t from = first > pieceStart ? first : pieceStart;
        const std::uint64_t pieceEnd = pieceStart + piece.size;
        const std::uint64_t elementEnd = first + element.size;
        const std::uint64_t to = elementEnd < pieceEnd ? elementEnd : pieceEnd;
        if (from < to) {
            const Pa pa = piece.pa + (from - pieceStart);
            const Ipa ipa = piece.ipa + (from - pieceStart);
            const auto size = static_cast<unsigned>(to - from);
            std::uint8_t* place = bytes.data() + (from - first);
            std::array<std::uint8_t, 16> before {};
            std::array<std::uint8_t, 16> after {};
            // Neither can fail: the pieces were found to be RAM before anything happened.
            static_cast<void>(m_guest.memory.read(pa, before.data(), size));
            if (element.write) {
                std::copy_n(place, size, after.data());
                static_cast<void>(m_guest.memory.write(pa, place, size));
                report(hypervisor::MemoryWritten { ipa, pa, size, asValue(before), asValue(after) });
            } else {
                std::copy_n(before.data(), size, place);
                report(hypervisor::MemoryRead { ipa, pa, size, asValue(before) });
            }
        }
        pieceStart = pieceEnd;
    }
    element.data = asValue(bytes);
}

void OneInstruction::setRegister(arch::RegId reg, U128 value, RegisterWritten::Why why)
{
    report(RegisterWritten { reg, m_cpu.value(reg), value, why });
    m_cpu.set(reg, value);
}

CpuResult OneInstruction::perform(const a64::AccessPlan& plan)
{
    a64::AccessPlan work = plan;
    if (work.count != 0) {
        if (auto stopped = checkAlignment(work))
            return std::move(*stopped);
        Pieces pieces = piecesOf(work.address, work.totalBytes());
        for (unsigned i = 0; i < pieces.count; ++i) {
            if (auto stopped = translatePiece(pieces.list[i], work))
                return std::move(*stopped);
        }
        for (unsigned i = 0; i < work.count; ++i)
            transfer(work.elements[i], work.address, pieces);
        for (unsigned i = 0; i < work.count; ++i) {
            const a64::ElementAccess& element = work.elements[i];
            if (!element.write && !element.zeroRegister)
                setRegister(element.reg, a64::loadedValue(m_instruction, element.data, work.bigEndian),
                    RegisterWritten::Why::Data);
        }
    }
    if (work.writeBack)
        setRegister(work.base, { work.baseValue, 0 }, RegisterWritten::Why::WriteBack);
    return next();
}

CpuResult OneInstruction::next()
{
    report(hypervisor::PcAdvanced { m_pc, m_pc + kWordBytes });
    m_cpu.pc = m_pc + kWordBytes;
    return Executed {};
}

/// HCR_EL2.TTLB traps each TLBI of EL1, TTLBIS and TTLBOS those of a scope (FEAT_EVT).
bool isTrappedTlbi(std::uint64_t hcr, mmu::TlbiScope scope)
{
    constexpr unsigned kTtlb = 25;
    constexpr unsigned kTtlbis = 54;
    constexpr unsigned kTtlbos = 55;
    return bit(hcr, kTtlb) || (scope == mmu::TlbiScope::InnerShareable && bit(hcr, kTtlbis))
        || (scope == mmu::TlbiScope::OuterShareable && bit(hcr, kTtlbos));
}

/// ISS of EC 0x18 from the fields of the word itself (Arm ARM D24.2, ESR_ELx).
std::uint64_t systemSyndrome(std::uint32_t word)
{
    return std::uint64_t { kEcSystem } << 26U | kIl | bits(word, 20, 19) << 20U | bits(word, 7, 5) << 17U
        | bits(word, 18, 16) << 14U | bits(word, 15, 12) << 10U | bits(word, 4, 0) << 5U
        | bits(word, 11, 8) << 1U;
}

CpuResult OneInstruction::system(const a64::SystemWord& system, std::uint32_t word)
{
    if (!system.tlbi) {
        const Text meaning = system.kind == a64::SystemWord::Kind::Nop
            ? FSCOPE_TR("Core", "It does nothing")
            : FSCOPE_TR("Core",
                "It waits for what came before it; this CPU does one thing after the other, so nothing is "
                "left to wait for");
        report(hypervisor::SystemInstruction { word, system.text(), meaning });
        return next();
    }
    const mmu::TlbiInstruction& instruction = *system.tlbi;
    if (m_cpu.el() < instruction.row->lowestEl) {
        return exception(kIl, {},
            FSCOPE_TR("Core",
                "The exception level is too low for this instruction, so the CPU takes an Undefined "
                "exception"));
    }
    const mmu::TlbiOperation operation
        = mmu::tlbiOperation(instruction, m_cpu.xOrZero(system.rt), m_cpu.translation);
    if (m_observer != nullptr)
        report(hypervisor::SystemInstruction { word, system.text(), operation.meaning() });
    if (isTrappedTlbi(m_cpu.translation.hcr, instruction.scope)) {
        Intercept intercept;
        intercept.esr = systemSyndrome(word);
        intercept.hpfarValid = false;
        intercept.pc = m_pc;
        intercept.pstate = m_cpu.pstate;
        return intercept;
    }
    invalidateTlb(m_guest, operation, m_observer);
    return next();
}

CpuResult OneInstruction::run()
{
    std::uint32_t word = 0;
    if (auto stopped = fetch(word))
        return std::move(*stopped);
    if (!a64::decodeFast(word, m_instruction)) {
        if (const auto known = a64::systemWord(word))
            return system(*known, word);
        const a64::Decoded decoded = a64::decode(word);
        report(hypervisor::DecodeFailed { word, decoded.reason });
        if (decoded.status != a64::DecodeStatus::Unallocated)
            return NotModelled { word, decoded.reason };
        return exception(kIl, {},
            FSCOPE_TR("Core", "The word is no instruction, so the CPU takes an Undefined exception"));
    }
    report(hypervisor::InstructionDecoded { m_instruction });
    return perform(a64::planAccess(m_instruction, m_cpu));
}

} // namespace

CpuResult executeOne(Guest& guest, StepObserver* observer)
{
    return OneInstruction(guest, observer).run();
}

} // namespace fscope::machine
