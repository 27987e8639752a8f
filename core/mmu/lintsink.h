// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/mmu/tablelint.h"

#include <array>
#include <cstddef>
#include <utility>

namespace fscope::mmu {

/// Collects findings: puts neighbours together, keeps the first of each rule and counts the rest.
class LintSink
{
public:
    explicit LintSink(std::size_t maxFindings)
        : m_maxFindings(maxFindings)
    {
        m_last.fill(kNone);
    }

    void add(LintFinding finding)
    {
        const auto rule = static_cast<std::size_t>(finding.rule);
        ++m_report.totals[rule];
        if (m_last[rule] != kNone) {
            LintFinding& before = m_report.findings[m_last[rule]];
            if (before.tree == finding.tree && before.level == finding.level
                && before.sentence.pattern == finding.sentence.pattern && before.input.last != UINT64_MAX
                && before.input.last + 1 == finding.input.first) {
                before.input.last = finding.input.last;
                ++before.count;
                return;
            }
        }
        if (m_kept[rule] == m_maxFindings)
            return;
        ++m_kept[rule];
        m_last[rule] = m_report.findings.size();
        m_report.findings.push_back(std::move(finding));
    }
    void stopped(Text why) { m_report.stopped.push_back(std::move(why)); }
    LintReport take() { return std::move(m_report); }

private:
    static constexpr std::size_t kNone = SIZE_MAX;
    LintReport m_report;
    std::size_t m_maxFindings;
    std::array<std::size_t, 32> m_last {}; ///< finding of each rule that was added last
    std::array<std::size_t, 32> m_kept {};
};

} // namespace fscope::mmu
