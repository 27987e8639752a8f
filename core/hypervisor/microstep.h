// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/a64/instruction.h"
#include "core/arch/registers.h"
#include "core/base/bits.h"
#include "core/base/text.h"
#include "core/device/device.h"
#include "core/memory/slotmap.h"
#include "core/mmu/oneentrycache.h"
#include "core/mmu/tlb.h"
#include "core/mmu/walk.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace fscope::hypervisor {

/// An exception for the guest that a policy has made.
struct PendingEvent {
    /// How it reaches the guest: entered at once by the hypervisor, or left pending for the host to deliver
    /// at the next entry.
    enum class Delivery : std::uint8_t { Entered, Pending };
    Delivery delivery = Delivery::Entered;
    unsigned targetEl = 1;
    std::uint64_t esr = 0; ///< for ESR_EL1
    std::uint64_t far = 0; ///< for FAR_EL1
    std::optional<std::array<std::uint8_t, 32>>
        bytes; ///< the host interface's own form, where it has one (OpenVMM)
    bool operator==(const PendingEvent&) const = default;
};

enum class OutcomeKind : std::uint8_t {
    Completed,     ///< the instruction was carried out (or stepped over), the guest goes on
    EventInjected, ///< the guest gets an exception
    ExitToUser,    ///< user space is asked
    Halted,        ///< this VM stops
};

struct Outcome {
    OutcomeKind kind = OutcomeKind::Completed;
    Text reason; ///< why, a sentence
    std::optional<PendingEvent> event;
    bool operator==(const Outcome&) const = default;
};

/// What lies at the address of a checked access.
enum class Target : std::uint8_t { Ram, Rom, Device, Hole, Protected };

// The micro-steps. Each holds what was there before and after, so that a recorded list replays both ways
// without running anything.

/// The hypervisor read ESR_EL2, FAR_EL2 and HPFAR_EL2 and chose a way.
struct SyndromeRead {
    std::uint64_t esr = 0;
    std::uint64_t far = 0;
    std::uint64_t hpfar = 0;
    bool hpfarValid = true;
    bool usable = false; ///< ISV = 1 and the policy goes by it
    Text reason;         ///< why the syndrome is or is not enough, naming the deciding bit
    bool operator==(const SyndromeRead&) const = default;
};
struct InstructionFetched {
    Va pc;
    std::uint32_t word = 0;
    bool fromMessage = false; ///< came with the intercept
    bool operator==(const InstructionFetched&) const = default;
};
struct FetchFailed {
    Va pc;
    Text reason;
    bool operator==(const FetchFailed&) const = default;
};
struct InstructionDecoded {
    a64::Instruction instruction;
    bool operator==(const InstructionDecoded&) const = default;
};
struct DecodeFailed {
    std::uint32_t word = 0;
    Text reason;
    bool operator==(const DecodeFailed&) const = default;
};
struct CacheLookedUp {
    Va va;
    mmu::AccessKind kind {};
    bool hit = false;
    Ipa ipa; ///< where it hit
    std::optional<mmu::OneEntryCache::Entry> entry;
    bool operator==(const CacheLookedUp&) const = default;
};
struct CacheFilled {
    std::optional<mmu::OneEntryCache::Entry> before;
    mmu::OneEntryCache::Entry after;
    bool operator==(const CacheFilled&) const = default;
};
struct DescriptorStep {
    mmu::DescriptorRead read;
    bool informative
        = false;          ///< stage 2 looked up to show why the CPU trapped; the policy does not depend on it
    bool written = false; ///< the CPU wrote read.after() in its place; else read.changed is what it would do
    bool operator==(const DescriptorStep&) const = default;
};
struct Translated {
    Va va;
    mmu::AccessKind kind {};
    Ipa ipa;
    mmu::MemoryAttributes attributes;
    bool operator==(const Translated&) const = default;
};
struct TranslationFailed {
    Va va;
    mmu::AccessKind kind {};
    mmu::Fault fault;
    bool informative = false; ///< as DescriptorStep::informative: the fault the CPU trapped for
    bool operator==(const TranslationFailed&) const = default;
};
struct AccessChecked {
    Ipa ipa;
    mmu::AccessKind kind {};
    unsigned size = 0;
    Target target {};
    std::string slot; ///< name of the slot, empty for a hole
    bool allowed = true;
    Text reason;
    bool operator==(const AccessChecked&) const = default;
};
struct MemoryRead {
    Ipa ipa;
    Pa pa;
    unsigned size = 0;
    U128 value;
    bool operator==(const MemoryRead&) const = default;
};
struct MemoryWritten {
    Ipa ipa;
    Pa pa;
    unsigned size = 0;
    U128 before;
    U128 after;
    bool operator==(const MemoryWritten&) const = default;
};
struct MmioAccessed {
    bool write = false;
    Ipa ipa;
    std::string device; ///< name of the window; empty where nothing answers
    std::uint64_t offset = 0;
    unsigned size = 0;
    std::string registerName; ///< empty if the device has none there
    U128 value;               ///< written, or read
    device::DeviceState before;
    device::DeviceState after;
    unsigned registerSize = 0;        ///< bytes of the register; 0 if the device has none there
    std::uint64_t registerBefore = 0; ///< what the register shows to a person before the access and after it
    std::uint64_t registerAfter = 0;
    bool operator==(const MmioAccessed&) const = default;
};
struct RegisterWritten {
    enum class Why : std::uint8_t { Data, WriteBack, Exception };
    arch::RegId reg;
    U128 before;
    U128 after;
    Why why = Why::Data;
    bool operator==(const RegisterWritten&) const = default;
};
struct PcAdvanced {
    std::uint64_t before = 0;
    std::uint64_t after = 0;
    bool operator==(const PcAdvanced&) const = default;
};
struct EventInjected {
    PendingEvent event;
    Text reason;
    bool operator==(const EventInjected&) const = default;
};
struct Stopped {
    OutcomeKind kind = OutcomeKind::Halted; ///< ExitToUser or Halted
    Text reason;
    bool operator==(const Stopped&) const = default;
};

// The next four hold the whole TLB before and after: copies share what they have in common.

/// The CPU looked an address up in its TLB.
struct TlbLookedUp {
    Va va;
    mmu::AccessKind kind {};
    std::optional<mmu::Tlb::Place> place; ///< of the entry that answers; absent: a miss
    mmu::TlbEntry entry;                  ///< there
    mmu::Tlb before;
    mmu::Tlb after;
    bool hit() const { return place.has_value(); }
    bool operator==(const TlbLookedUp&) const = default;
};
/// An entry made room for another.
struct TlbEvicted {
    mmu::Tlb::Place place;
    mmu::TlbEntry entry;
    mmu::Tlb before;
    mmu::Tlb after;
    bool operator==(const TlbEvicted&) const = default;
};
/// The result of a walk was kept.
struct TlbFilled {
    mmu::Tlb::Place place;
    mmu::TlbEntry entry;
    mmu::Tlb before;
    mmu::Tlb after;
    bool operator==(const TlbFilled&) const = default;
};
/// A TLBI removed entries.
struct TlbInvalidated {
    mmu::TlbiOperation operation;
    unsigned entries = 0; ///< how many
    mmu::Tlb before;
    mmu::Tlb after;
    bool operator==(const TlbInvalidated&) const = default;
};
/// The CPU knows the word as a System instruction or a barrier, which makes no access.
struct SystemInstruction {
    std::uint32_t word = 0;
    std::string text; ///< "tlbi vae1is, x4"
    Text meaning;     ///< a sentence: what it is for
    bool operator==(const SystemInstruction&) const = default;
};

using MicroStep = std::variant<SyndromeRead, InstructionFetched, FetchFailed, InstructionDecoded,
    DecodeFailed, CacheLookedUp, CacheFilled, DescriptorStep, Translated, TranslationFailed, AccessChecked,
    MemoryRead, MemoryWritten, MmioAccessed, RegisterWritten, PcAdvanced, EventInjected, Stopped, TlbLookedUp,
    TlbEvicted, TlbFilled, TlbInvalidated, SystemInstruction>;

/// Is told each micro-step of an intercept, in order. Without one, nothing is made or allocated.
class StepObserver
{
public:
    virtual ~StepObserver() = default;
    virtual void onStep(MicroStep step) = 0;
};

/// Keeps all micro-steps.
class StepRecorder final : public StepObserver
{
public:
    void onStep(MicroStep step) override { m_steps.push_back(std::move(step)); }
    std::vector<MicroStep> take() { return std::move(m_steps); }

private:
    std::vector<MicroStep> m_steps;
};

/// A machine-readable name of the step: "instruction-fetched". Stable: part of the CLI's format.
const char* stepName(const MicroStep& step);
/// A whole sentence in the present tense that names the deciding bit: English in Text::str().
Text stepSentence(const MicroStep& step);
/// "before → after" for steps that change something; both empty otherwise.
struct StepChange {
    std::string what; ///< "X1", "uart0 UARTDR"
    std::string before;
    std::string after;
};
StepChange stepChange(const MicroStep& step);
/// Stations of the one picture, in the order it is drawn; each step fills one.
enum class Station : std::uint8_t {
    Syndrome,
    Instruction,
    Accesses,
    Stage1,
    Stage2,
    Check,
    Target,
    Registers,
    Event
};
Station stationOf(const MicroStep& step);
/// Whether the step is where something failed.
bool isFailure(const MicroStep& step);

} // namespace fscope::hypervisor
