// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/address.h"
#include "core/base/bits.h"
#include "core/base/result.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fscope::trace {

/// How stage 2 maps one page of a record's data window.
enum class WindowPage : std::uint8_t {
    ReadWrite,
    None, ///< Translation fault
    ReadOnly,
    WriteOnly,
    NoAccessFlag, ///< read-write with the Access flag clear
};

/// What the processor did with a record's instruction: the keys `out` and `done`. What is not listed did not
/// change.
struct A64Outcome {
    enum class Kind : std::uint8_t { Executed, Stage2Abort, TakenToEl1 };
    Kind kind = Kind::Executed;
    std::uint64_t pc = 0; ///< Executed: the next instruction
    // Stage2Abort: the EL2 registers; TakenToEl1: the EL1 ones.
    std::uint64_t esr = 0;
    std::uint64_t far = 0;
    std::uint64_t hpfar = 0;
    bool hpfarUnknown = false;
    std::uint64_t elr = 0;
    std::uint64_t spsr = 0;
    unsigned vector = 0; ///< TakenToEl1: offset from VBAR_EL1
    std::vector<std::pair<std::uint8_t, std::uint64_t>> x;
    std::vector<std::pair<std::uint8_t, U128>> v;
    std::optional<std::uint64_t> spEl0;
    std::optional<std::uint64_t> spEl1;
    std::optional<std::uint8_t> nzcv;
    bool predicates = false; ///< changed an SVE predicate or FFR, which our guest does not have
    std::vector<std::pair<std::uint16_t, std::string>> memory; ///< offset in the window, bytes
};

/// One line of a64-*.jsonl: an instruction with the whole state before it, and what happened.
struct A64Record {
    static constexpr std::uint64_t kWindowPages = 3;
    static constexpr std::uint64_t kWindowBytes = kWindowPages * kPageSize;

    std::string id;
    std::string group; ///< the key `class`
    std::uint32_t word = 0;
    std::uint64_t seed = 0;
    unsigned el = 1;
    bool spElx = true;
    Va pc;
    bool stage1 = true;
    Va window;
    std::array<Ipa, kWindowPages> windowIpa;
    std::array<WindowPage, kWindowPages> windowMapping {};
    std::optional<int> stage2Level; ///< the stage-2 entry of this level is invalid for the faulting page
    bool s1ptw = false;
    std::optional<std::uint32_t> loadExclusiveBefore;
    bool mte = false;
    bool tbi = false;
    bool bigEndian = false;
    bool alignmentCheck = false;
    std::vector<std::pair<std::uint8_t, std::uint64_t>> x;
    std::uint64_t spEl0 = 0;
    std::uint64_t spEl1 = 0;
    std::uint8_t nzcv = 0;
    bool unpredictable = false; ///< `cu`
    bool deviates = false;      ///< `qemu_quirk`: the recorded abort is not the architecture's
    A64Outcome out;
    std::optional<A64Outcome> done;

    /// A register before the instruction: listed in the line, or drawn from the seed.
    std::uint64_t drawnX(unsigned n) const;
    U128 drawnV(unsigned n) const;
    /// The word at byte offset 8 * @p index of the window.
    std::uint64_t windowWord(std::uint64_t index) const;
};

/// Reads one line. The Error names file, line and the JSON path of the key.
///
/// Every key is checked for type and range; one that the format does not have is an Error.
Result<A64Record> parseA64Record(std::string_view line, const std::string& file, std::size_t lineNumber);

} // namespace fscope::trace
