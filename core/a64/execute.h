// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/a64/cpustate.h"
#include "core/a64/instruction.h"
#include "core/arch/esr.h"
#include "core/mmu/walk.h"

#include <array>
#include <cstdint>

namespace fscope::a64 {

/// One element of an access: which bytes, from or to which register.
struct ElementAccess {
    Va address;
    std::uint8_t size = 0;
    bool write = false;
    arch::RegId reg;           ///< the register loaded or stored
    bool zeroRegister = false; ///< register 31: stores zeros, discards loads
    /// To be stored, in the order of memory (low byte at the lowest address; already reversed for big-endian
    /// data accesses). For loads filled in by whoever performs the access, in the same order.
    U128 data;
};

/// What an instruction does to memory and registers, from a register state: the accesses in order, then the
/// write-back.
struct AccessPlan {
    std::array<ElementAccess, 2> elements;
    std::uint8_t count = 0; ///< 0 for a prefetch
    bool writeBack = false;
    arch::RegId base; ///< register written back
    std::uint64_t baseValue = 0;
    Va address;             ///< of the first byte
    bool bigEndian = false; ///< the data of each element is byte-reversed in memory; see loadedValue()
    unsigned totalBytes() const { return count == 0 ? 0U : elements[0].size * unsigned { count }; }
};

/// Whether data accesses at the current Exception level are big-endian (SCTLR_EL1.EE, SCTLR_EL1.E0E).
bool isBigEndian(const CpuState& cpu);

/// An element of @p size (1, 2, 4, 8 or 16) bytes between register order and the order of memory; its own
/// inverse. Big-endian reverses all bytes of the element, 16 of them for a Q register. Bytes above @p size do
/// not count.
U128 memoryOrder(U128 data, unsigned size, bool bigEndian);

/// The values stored are those before the write-back (STR X1, [X1], #8 stores the old X1).
///
/// Whoever performs the plan writes loaded registers in the order of the elements, then the base. Where
/// operands are CONSTRAINED UNPREDICTABLE (Instruction::unpredictable()) that order is one of the choices the
/// Arm ARM allows. Cost: no allocation.
AccessPlan planAccess(const Instruction& instruction, const CpuState& cpu);

/// The value a loaded element gives its register: extended as the instruction says; SIMD&FP results clear the
/// bits above.
/// @param data       the element as read, low bytes first; bytes above the element's size are ignored up to 8
/// bytes
/// @param bigEndian  AccessPlan::bigEndian, for who honours it
U128 loadedValue(const Instruction& instruction, U128 data, bool bigEndian = false);

/// What the rights and kind of the instruction's accesses are (LDTR at EL1 uses those of EL0).
mmu::Access accessOf(const Instruction& instruction, const CpuState& cpu);

/// The ISS of a stage-2 Data Abort by this instruction: ISV, SAS, SSE, SRT, SF, AR; FSC, WnR, S1PTW are the
/// caller's. Rule: Arm ARM D24.2 "ESR_EL2", ISV; one general-purpose register, no write-back, not exclusive.
arch::AbortSyndrome syndromeOf(const Instruction& instruction);

} // namespace fscope::a64
