// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/base/text.h"
#include "core/mmu/tableenumerator.h"
#include "core/mmu/tabletree.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace fscope::mmu {

enum class LintSeverity : std::uint8_t {
    Note,    ///< worth knowing
    Warning, ///< right only if it is meant so
    Error,   ///< faults, or something the architecture leaves unpredictable
};

enum class LintRule : std::uint8_t {
    Registers,
    UnreadableTable,
    TableInDevice,
    RecursiveTable,
    SharedTable,
    OutputSize,
    ReservedType,
    ReservedBits,
    ContiguousSet,
    WritableExecutable,
    AliasAttributes,
    AliasWritableExecutable,
    NothingBehind,
    ChangedSize, ///< the rules from here on compare two versions of the tables
    ChangedOutput,
    ChangedMemoryType,
    ChangedShareability,
    ChangedToGlobal,
    ChangedRegime,
};

/// What a rule is called, how bad it is, where it comes from.
struct LintRuleInfo {
    LintRule rule;
    std::string_view id; ///< "contiguous-set": for the command line and files
    LintSeverity severity;
    const char* title; ///< a few words, marked for translation
    const char* source;
};
std::span<const LintRuleInfo> lintRules(); ///< in the order of LintRule
const LintRuleInfo& infoOf(LintRule rule);
/// "note", "warning", "error".
std::string_view wordOf(LintSeverity severity);

/// Something that a person who wrote these tables would want to look at.
struct LintFinding {
    LintRule rule = LintRule::Registers;
    TreeName tree = TreeName::Ttbr0;
    int level = 0;
    Pa descriptor;           ///< where the (first) descriptor is
    std::uint64_t value = 0; ///< of that descriptor, if it can be read
    AddressSpan input;
    std::uint64_t output = 0;
    std::uint64_t count = 1; ///< neighbours that were put together
    Text sentence;
    Text hint; ///< what to do; may be empty
    LintSeverity severity() const { return infoOf(rule).severity; }
};

struct LintReport {
    std::vector<LintFinding> findings;       ///< by tree, then by rule as they are found
    std::array<std::uint64_t, 32> totals {}; ///< by LintRule, those that were left out included
    std::vector<Text> stopped;               ///< why some tree was not looked at to its end
    std::uint64_t total(LintRule rule) const { return totals[static_cast<std::size_t>(rule)]; }
    std::uint64_t total(LintSeverity severity) const;
    bool clean() const { return findings.empty() && stopped.empty(); }
};

struct LintOptions {
    /// The filter's input span limits what is looked at; the rest of the filter is ignored.
    EnumerateOptions limits;
    /// Of one rule; more are counted, not kept.
    std::size_t maxFindings = 100;
    /// Ranges to compare with each other.
    std::size_t maxRanges = std::size_t { 1 } << 20;
    std::vector<TreeName> trees { TreeName::Ttbr0, TreeName::Ttbr1, TreeName::Vttbr };
};

/// Looks for mistakes and hazards in the tables that @p regs name. Trees that are not used say nothing.
///
/// Any bytes are fine as tables: time and memory are bounded by the options. Cost: two passes over the tables
/// and a sort of their ranges.
LintReport lintTables(
    const TranslationRegisters& regs, const TableMemory& memory, const LintOptions& options = {});

/// One version of the tables.
struct TableVersion {
    const TranslationRegisters& regs;
    const TableMemory& memory;
};
/// Looks for entries that went from one valid value to another although the architecture asks for
/// break-before-make: the entry invalid and its TLB entries gone in between. The two versions are taken to
/// follow each other at once.
/// Rule: Arm ARM D8, "Using break-before-make when updating translation table entries".
LintReport lintChange(const TableVersion& before, const TableVersion& after, const LintOptions& options = {});

} // namespace fscope::mmu
