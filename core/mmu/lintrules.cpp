// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/mmu/tablelint.h"

namespace fscope::mmu {
namespace {

constexpr const char* kWalks = "Arm ARM D8.2, Translation process";
constexpr const char* kDescriptors = "Arm ARM D8.3, Translation table descriptor formats";
constexpr const char* kContiguous = "Arm ARM D8, The Contiguous bit";
constexpr const char* kMismatched = "Arm ARM B2, Mismatched memory attributes";
constexpr const char* kBreakBeforeMake
    = "Arm ARM D8, Using break-before-make when updating translation table entries";
constexpr const char* kAdvice = "advice";

constexpr std::array kRules {
    LintRuleInfo { LintRule::Registers, "registers", LintSeverity::Error,
        FSCOPE_TR("Core", "Registers that do not fit together"), kWalks },
    LintRuleInfo { LintRule::UnreadableTable, "unreadable-table", LintSeverity::Error,
        FSCOPE_TR("Core", "Table that cannot be read"), kWalks },
    LintRuleInfo { LintRule::TableInDevice, "table-in-device", LintSeverity::Warning,
        FSCOPE_TR("Core", "Table in Device memory"), kWalks },
    LintRuleInfo { LintRule::RecursiveTable, "recursive-table", LintSeverity::Warning,
        FSCOPE_TR("Core", "Table that refers to itself"), kAdvice },
    LintRuleInfo { LintRule::SharedTable, "shared-table", LintSeverity::Note,
        FSCOPE_TR("Core", "Table with very many references"), kAdvice },
    LintRuleInfo { LintRule::OutputSize, "output-size", LintSeverity::Error,
        FSCOPE_TR("Core", "Output over the output address size"), kWalks },
    LintRuleInfo { LintRule::ReservedType, "reserved-type", LintSeverity::Warning,
        FSCOPE_TR("Core", "Reserved descriptor encoding"), kDescriptors },
    LintRuleInfo { LintRule::ReservedBits, "reserved-bits", LintSeverity::Warning,
        FSCOPE_TR("Core", "RES0 bits that are set"), kDescriptors },
    LintRuleInfo { LintRule::ContiguousSet, "contiguous-set", LintSeverity::Error,
        FSCOPE_TR("Core", "Misprogrammed Contiguous bit"), kContiguous },
    LintRuleInfo { LintRule::WritableExecutable, "writable-executable", LintSeverity::Warning,
        FSCOPE_TR("Core", "Writable and executable"), kAdvice },
    LintRuleInfo { LintRule::AliasAttributes, "alias-attributes", LintSeverity::Warning,
        FSCOPE_TR("Core", "Mismatched attributes"), kMismatched },
    LintRuleInfo { LintRule::AliasWritableExecutable, "alias-writable-executable", LintSeverity::Note,
        FSCOPE_TR("Core", "Writable here and executable there"), kAdvice },
    LintRuleInfo { LintRule::NothingBehind, "nothing-behind", LintSeverity::Note,
        FSCOPE_TR("Core", "Normal memory where there is none"), kAdvice },
    LintRuleInfo { LintRule::ChangedSize, "changed-size", LintSeverity::Error,
        FSCOPE_TR("Core", "Size changed without break-before-make"), kBreakBeforeMake },
    LintRuleInfo { LintRule::ChangedOutput, "changed-output", LintSeverity::Error,
        FSCOPE_TR("Core", "Output changed without break-before-make"), kBreakBeforeMake },
    LintRuleInfo { LintRule::ChangedMemoryType, "changed-memory-type", LintSeverity::Error,
        FSCOPE_TR("Core", "Memory type changed without break-before-make"), kBreakBeforeMake },
    LintRuleInfo { LintRule::ChangedShareability, "changed-shareability", LintSeverity::Warning,
        FSCOPE_TR("Core", "Shareability changed while valid"), kBreakBeforeMake },
    LintRuleInfo { LintRule::ChangedToGlobal, "changed-to-global", LintSeverity::Error,
        FSCOPE_TR("Core", "Made global without break-before-make"), kBreakBeforeMake },
    LintRuleInfo { LintRule::ChangedRegime, "changed-regime", LintSeverity::Note,
        FSCOPE_TR("Core", "Sizes changed"), kBreakBeforeMake },
};

} // namespace

std::span<const LintRuleInfo> lintRules()
{
    return kRules;
}

const LintRuleInfo& infoOf(LintRule rule)
{
    return kRules[static_cast<std::size_t>(rule)];
}

std::string_view wordOf(LintSeverity severity)
{
    switch (severity) {
    case LintSeverity::Note:
        return "note";
    case LintSeverity::Warning:
        return "warning";
    case LintSeverity::Error:
        return "error";
    }
    return "";
}

std::uint64_t LintReport::total(LintSeverity severity) const
{
    std::uint64_t sum = 0;
    for (const LintRuleInfo& info : kRules)
        if (info.severity == severity)
            sum += total(info.rule);
    return sum;
}

} // namespace fscope::mmu
