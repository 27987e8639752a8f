// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/address.h"
#include "core/base/bits.h"
#include "core/base/result.h"
#include "core/hypervisor/microstep.h"
#include "core/machine/source.h"
#include "core/memory/doorbell.h"
#include "core/memory/slotmap.h"
#include "core/mmu/tablebuilder.h"
#include "core/mmu/tlb.h"
#include "core/mmu/walk.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fscope::scenario {

/// Largest scenario file, in bytes.
inline constexpr std::size_t kMaxScenarioBytes = 16U << 20;
/// Most table entries that the mappings of a scenario may make.
inline constexpr std::uint64_t kMaxMappedEntries = 65536;
/// Room for the tables of one stage.
inline constexpr std::uint64_t kTableBytes = 2U << 20;

/// Values for registers by the names of the file: "x0", "sp_el1", "pc", "nzcv", "v3".
using RegisterValues = std::vector<std::pair<std::string, U128>>;

/// Bytes for a place in guest memory.
struct Content {
    std::uint64_t offset = 0; ///< in its range, or an IPA
    std::string bytes;
    std::string path; ///< in the file, for messages
};

/// What stage 2 lets the guest do with a range.
struct Rights {
    bool mapped = true;
    bool read = true;
    bool write = true;
    bool execute = true;
};

/// Whole pages of a range.
struct PageRun {
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
};

/// A range of guest memory: a slot of the hypervisor, and the bytes behind it.
struct MemoryRange {
    memory::Slot slot;
    Rights stage2;
    std::vector<Content> content;
    std::vector<PageRun> locked; ///< by offset in the range
    std::string path;
};

struct DeviceWindow {
    std::string name;
    std::string model;
    Ipa at;
    std::uint64_t size = 0;
    std::string received; ///< what the outside has sent to it
    std::string path;
};

/// An address whose emulated writes are counted.
struct DoorbellDescription {
    std::string name;
    memory::DoorbellCondition condition;
    std::string path;
};

/// One stage of translation described by mappings, or by single descriptors to break a walk on purpose.
struct StageDescription {
    bool on = true;
    mmu::TableFormat format; ///< of its tables; its stage is right only where the stage is described
    std::optional<std::uint64_t> tables; ///< where its tables lie: an IPA for stage 1, a PA for stage 2
    std::vector<std::pair<mmu::Mapping, std::string>> mappings; ///< and their paths
    struct Entry {
        std::uint64_t input = 0;
        int level = 3;
        std::uint64_t descriptor = 0;
        std::string path;
    };
    std::vector<Entry> entries;
};

/// What the file says of a syndrome instead of letting the CPU raise it.
struct GivenSyndrome {
    std::uint64_t esr = 0;
    std::uint64_t far = 0;
    std::optional<std::uint64_t> hpfar;
    std::optional<Ipa> ipa;
};

/// What the author says the instruction has done in the end.
struct Expectation {
    std::optional<hypervisor::OutcomeKind> outcome;
    RegisterValues registers;
    std::map<std::string, std::string> output; ///< device name, all it has sent
};

/// A TLBI that somebody else carries out: the hypervisor, or another CPU, for the guest's registers.
struct TlbiDescription {
    mmu::TlbiInstruction instruction;
    std::uint64_t operand = 0;
};

struct InterceptDescription {
    std::string name;
    bool traps = true;                 ///< false: the CPU carries the instruction out without a hypervisor
    RegisterValues registers;          ///< set before it
    std::vector<Content> memory;       ///< written before it
    std::vector<TlbiDescription> tlbi; ///< carried out after that
    std::map<std::string, std::string> received; ///< device name, what the outside sends before it
    bool instructionBytes = false;               ///< the host hands the instruction over
    bool initialTranslation = false;             ///< the host hands the translation over
    bool interruptionPending = false;
    std::optional<GivenSyndrome> syndrome;
    std::vector<Content> memoryAfterTrap; ///< written by another CPU between the trap and its handling
    std::vector<Va> unmappedAfterTrap;    ///< stage-1 descriptors another CPU clears in that time
    std::optional<Expectation> expect;
    std::string path;
};

/// A scenario as its file describes it. docs/scenario-format.md is the format.
struct Scenario {
    std::string file; ///< what to call it in messages
    std::string name;
    std::string title;
    std::string policy; ///< preferred, or empty
    RegisterValues cpu;
    std::vector<MemoryRange> memory;
    std::vector<DeviceWindow> devices;
    std::vector<DoorbellDescription> doorbells;
    std::optional<mmu::TlbShape> tlb; ///< absent: each access walks the tables
    std::optional<mmu::TranslationRegisters> rawTranslation;
    StageDescription stage1;
    StageDescription stage2;
    std::vector<InterceptDescription> intercepts;
    std::map<std::string, machine::Lesson> lessons; ///< by language
};

/// Reads a scenario. The Error names the file and the JSON path ("lesson.json: /memory/0/size") and what is
/// expected there, or line and column where the text is no JSON. An unknown key is an Error that lists the
/// known ones.
Result<Scenario> readScenario(std::string_view text, const std::string& file);

} // namespace fscope::scenario
