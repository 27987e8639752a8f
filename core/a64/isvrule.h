// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/a64/instruction.h"

#include <cstdint>
#include <span>

namespace fscope::a64 {

/// One rule of which instructions report ISV = 1 on a stage 2 Data Abort. Arm ARM (DDI 0487 M.a) D24.2,
/// ESR_EL2, ISV.
struct IsvRule {
    const char* name = "";   ///< of the forms it is about; marked for translation
    bool isv = false;        ///< a Data Abort of stage 2, not on a walk and no External abort, has ISV = 1
    const char* reason = ""; ///< a sentence for people; marked for translation
    const char* pattern
        = ""; ///< 32 characters, bit 31 first: 0, 1 or x; empty for rules on decoded instructions
    bool (*holds)(const Instruction& instruction) = nullptr; ///< of rules on decoded instructions
};

/// All rules, in the order they are tried.
std::span<const IsvRule> isvRules();

/// The rule that an instruction word falls under; nullptr for words that do not access memory by a load or
/// store (an address translation or a branch, say). Never allocates for words of the decode table.
const IsvRule* isvRuleOf(std::uint32_t word);

/// The reason as people are shown it: "ISV is 0 here because this form writes its base register back." Empty
/// where no rule holds.
Text isvReason(std::uint32_t word);

} // namespace fscope::a64
