// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <cstdint>
#include <span>

namespace fscope::arch {

enum class ClassStatus : std::uint8_t { Allocated, Unallocated, Withdrawn };

/// One value of ESR_ELx.EC, Arm ARM (DDI 0487 M.a) D24.2.
struct ExceptionClass {
    std::uint8_t code = 0;
    const char* name = ""; ///< marked for translation
    /// Where it can be reported: bit n for ESR_ELn.
    std::uint8_t levels = 0;
    /// Whether IL can be 0: the exception can come from a 16-bit T32 instruction. A Data Abort only with ISV
    /// = 1.
    bool mayBe16Bit = false;
    ClassStatus status = ClassStatus::Allocated;
    const char* needs = ""; ///< features or state it comes with: "FEAT_SVE", "AArch32"; may be empty

    constexpr bool canReach(unsigned exceptionLevel) const { return (levels >> exceptionLevel & 1U) != 0; }
};

/// All 64, by code.
std::span<const ExceptionClass> exceptionClasses();
/// The row of the low 6 bits of @p code.
const ExceptionClass& exceptionClassRow(unsigned code);

} // namespace fscope::arch
