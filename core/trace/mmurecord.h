// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/result.h"
#include "core/mmu/atinstruction.h"
#include "core/mmu/walk.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fscope::trace {

/// One way to touch an address, as recordings of translations name it.
struct MmuOperation {
    const char* name; ///< "ldrx", "at_s12e1w"
    mmu::AccessKind kind;
    unsigned bytes;    ///< of the access; 0 for address translation instructions
    bool unprivileged; ///< LDTR, STTR: executed at EL1 with the rights of EL0, and not subject to PAN
    const char* at;    ///< the AT instruction, or nullptr
};

/// 64-bit words by physical address.
using MmuWords = std::map<std::uint64_t, std::uint64_t>;

/// What a CPU shows of one access: PAR_EL1, an exception, or neither for an access that completed.
struct MmuAnswer {
    std::optional<std::uint64_t> par;
    std::optional<mmu::FaultReport> exception;
    std::optional<std::uint64_t> value; ///< of a load that completed
    MmuWords changed;                   ///< words of memory that are different afterwards
};

struct MmuOp {
    const MmuOperation* operation = nullptr;
    unsigned el = 1; ///< that executes it; 2 for address translation instructions
    bool pan = false;
    std::uint64_t data = 0;
    MmuAnswer expected;               ///< of the architecture, where the recording deviates from it
    std::vector<std::string> choices; ///< IMPLEMENTATION DEFINED choices that the answer depends on
};

/// One descriptor read: stage, level, its address and, for stage 1, its IPA.
struct MmuStep {
    unsigned stage = 1;
    int level = 0;
    std::uint64_t ipa = 0; ///< 0 for stage 2
    std::uint64_t pa = 0;
    bool operator==(const MmuStep&) const = default;
};

/// One line: registers, memory, an address, and independent accesses to it.
struct MmuRecord {
    std::string id;
    mmu::TranslationRegisters registers;
    Va va;
    MmuWords memory;
    std::vector<MmuOp> ops;
    std::optional<std::size_t> walkOp; ///< the op whose descriptor reads are listed
    std::vector<MmuStep> walk;
    std::vector<std::string> kinds; ///< what was done to the mapping, for people
};

/// The RAM of the recorded machine; all else is an External abort.
inline constexpr std::uint64_t kMmuRamStart = 0x40000000;
inline constexpr std::uint64_t kMmuRamEnd = 0xc0000000;

/// Reads one line (FORMAT-mmu.md of the recordings). Names what is wrong and where.
Result<MmuRecord> parseMmuRecord(std::string_view line, const std::string& name, std::size_t lineNumber);

} // namespace fscope::trace
