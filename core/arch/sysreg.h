// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <cstdint>
#include <span>
#include <string>

/// System registers and System instructions by their encoding, and the instruction a trap syndrome stands
/// for.
namespace fscope::arch::sysreg {

/// op0, op1, CRn, CRm and op2 as they stand in an instruction.
struct Encoding {
    unsigned op0 = 0;
    unsigned op1 = 0;
    unsigned crn = 0;
    unsigned crm = 0;
    unsigned op2 = 0;
    bool operator==(const Encoding&) const = default;

    /// op0:op1:CRn:CRm:op2 in 16 bits; fields that are too large are cut.
    constexpr std::uint16_t key() const
    {
        return static_cast<std::uint16_t>(
            (op0 & 3) << 14 | (op1 & 7) << 11 | (crn & 15) << 7 | (crm & 15) << 3 | (op2 & 7));
    }
    static constexpr Encoding ofKey(std::uint16_t key)
    {
        return { key >> 14U & 3U, key >> 11U & 7U, key >> 7U & 15U, key >> 3U & 15U, key & 7U };
    }
    /// As bits 21:1 of the ISS of exception classes 0x18 and 0x14 hold it; note the place of op2.
    static constexpr Encoding ofIss(std::uint64_t iss)
    {
        const auto at = [iss](unsigned lo, unsigned mask) { return static_cast<unsigned>(iss >> lo) & mask; };
        return { at(20, 3), at(14, 7), at(10, 15), at(1, 15), at(17, 7) };
    }
};

// Of Row::access.
inline constexpr unsigned kRead = 1;          ///< a register that can be read
inline constexpr unsigned kWrite = 2;         ///< a register that can be written
inline constexpr unsigned kTakesRegister = 4; ///< a System instruction with a register operand
inline constexpr unsigned kGivesResult = 8;   ///< a System instruction that returns a register (SYSL)
inline constexpr unsigned k128Bit = 16;       ///< also has a 128-bit form (MRRS, MSRR, TLBIP)

/// One name. The same encoding may have one for reading and another for writing (DBGDTRRX_EL0, DBGDTRTX_EL0).
struct Row {
    std::uint16_t key = 0; ///< Encoding::key()
    std::uint8_t access = 0;
    const char* name = ""; ///< "SCTLR_EL1", "DC CIVAC"
};

/// All named encodings, by key.
std::span<const Row> rows();

/// The row for a read or a write; where the direction asked for is not allowed, the row of the other one;
/// nullptr if the encoding has no name. Cost: a binary search.
const Row* find(Encoding encoding, bool read);

/// The name, or S<op0>_<op1>_C<CRn>_C<CRm>_<op2> where there is none.
std::string name(Encoding encoding, bool read);

/// The A64 instruction a syndrome with exception class 0x18 stands for: "MRS x3, SCTLR_EL1", "DC CIVAC, x2",
/// "TLBI VMALLE1", "MSR DAIFSet, #3". Any value; bits besides 21:0 are not looked at.
std::string trappedInstruction(std::uint64_t esr);
/// The same for exception class 0x14: "MRRS x4, x5, TTBR0_EL1".
std::string trapped128BitInstruction(std::uint64_t esr);

/// What is wrong with the direction, for a syndrome with exception class 0x18: "SCTLR_EL1 is RO" or empty.
std::string accessProblem(std::uint64_t esr);

} // namespace fscope::arch::sysreg
