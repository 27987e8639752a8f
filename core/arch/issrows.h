// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/arch/esrtable.h"

#include <array>

/// Rows that the ISS of several exception classes have. Not for other layers.
namespace fscope::arch::table {

inline constexpr std::array kCvValues {
    NamedValue { 0, FSCOPE_TR("Core", "COND is not valid") },
    NamedValue { 1, FSCOPE_TR("Core", "COND is valid") },
};
inline constexpr std::array kConditionNames {
    NamedValue { 0, "EQ" },
    NamedValue { 1, "NE" },
    NamedValue { 2, "CS" },
    NamedValue { 3, "CC" },
    NamedValue { 4, "MI" },
    NamedValue { 5, "PL" },
    NamedValue { 6, "VS" },
    NamedValue { 7, "VC" },
    NamedValue { 8, "HI" },
    NamedValue { 9, "LS" },
    NamedValue { 10, "GE" },
    NamedValue { 11, "LT" },
    NamedValue { 12, "GT" },
    NamedValue { 13, "LE" },
    NamedValue { 14, "AL" },
    NamedValue { 15, "NV" },
};
constexpr Field cv(const char* source)
{
    return flag("CV", 24, FSCOPE_TR("Core", "Condition code valid"),
        FSCOPE_TR("Core",
            "Whether COND is valid. It always is for an instruction of AArch64 state; for T32 it is "
            "IMPLEMENTATION "
            "DEFINED."),
        kCvValues, source);
}
constexpr Field cond(const char* source)
{
    return code("COND", 23, 20, FSCOPE_TR("Core", "Condition code"),
        FSCOPE_TR("Core",
            "The condition of the trapped AArch32 instruction; AL for an instruction of AArch64 state."),
        kConditionNames, source);
}

} // namespace fscope::arch::table
