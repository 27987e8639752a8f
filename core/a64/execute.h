// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <array>
#include <cstdint>

#include "core/a64/cpustate.h"
#include "core/a64/instruction.h"
#include "core/arch/esr.h"
#include "core/mmu/walk.h"

namespace fscope::a64 {

/// One element of an access: which bytes, from or to which register.
struct ElementAccess {
    Va address;
    std::uint8_t size = 0;
    bool write = false;
    arch::RegId reg;         ///< the register loaded or stored
    bool zeroRegister = false; ///< register 31: stores zeros, discards loads
    U128 data;               ///< to be stored (low bytes first); for loads filled in by whoever performs the access
};

/// What an instruction does to memory and registers, from a register state: the accesses in order, then the write-back.
struct AccessPlan {
    std::array<ElementAccess, 2> elements;
    std::uint8_t count = 0; ///< 0 for a prefetch
    bool writeBack = false;
    arch::RegId base;       ///< register written back
    std::uint64_t baseValue = 0;
    Va address;             ///< of the first byte
    unsigned totalBytes() const { return count == 0 ? 0U : elements[0].size * unsigned {count}; }
};

/// Cost: no allocation.
AccessPlan planAccess(const Instruction& instruction, const CpuState& cpu);

/// The value a loaded element gives its register: extended as the instruction says; SIMD&FP results clear the bits above.
/// @param data  the element as read, little-endian, low bytes first
U128 loadedValue(const Instruction& instruction, U128 data);

/// What the rights and kind of the instruction's accesses are (LDTR at EL1 uses those of EL0).
mmu::Access accessOf(const Instruction& instruction, const CpuState& cpu);

/// The ISS of a stage-2 Data Abort by this instruction: ISV, SAS, SSE, SRT, SF, AR; FSC, WnR, S1PTW are the caller's.
/// Rule: Arm ARM D24.2 "ESR_EL2", ISV; one general-purpose register, no write-back, not exclusive.
arch::AbortSyndrome syndromeOf(const Instruction& instruction);

} // namespace fscope::a64
