// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/mmu/lintsink.h"
#include "core/mmu/tableenumerator.h"
#include "core/mmu/tabletree.h"

#include <span>
#include <vector>

namespace fscope::mmu {

/// The rules of lintTables() that look at whole ranges, and at ranges of several trees beside each other.
class RangeRules
{
public:
    RangeRules(
        const TranslationRegisters& regs, const TableMemory& memory, const TableTree& stage2, LintSink& sink);

    /// The ranges of one tree; judges each by itself.
    void add(const TableTree& tree, std::span<const MappedRange> ranges);
    /// Compares ranges that lead to the same place. Cost: a sort.
    void finish();

private:
    struct Placed {
        MappedRange range;
        TreeName tree;
    };
    void judge(const TableTree& tree, const MappedRange& range);
    void judgeMapping(const TableTree& tree, const MappedRange& range);
    void compare(std::vector<Placed>& ranges);
    /// Where a range leads to nothing; nullopt if everything that was looked at is there.
    std::optional<std::uint64_t> missing(Stage stage, const MappedRange& range) const;
    bool isThere(Stage stage, std::uint64_t output) const;

    const TranslationRegisters& m_regs;
    const TableMemory& m_memory;
    const TableTree& m_stage2;
    LintSink& m_sink;
    std::vector<Placed> m_stage1Ranges;
    std::vector<Placed> m_stage2Ranges;
};

} // namespace fscope::mmu
