// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/arch/faultcode.h"
#include "core/base/address.h"
#include "core/memory/snapshotmemory.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace fscope::mmu {

enum class AccessKind : std::uint8_t { Read, Write, Execute };

/// What is attempted, and with whose rights.
struct Access {
    AccessKind kind = AccessKind::Read;
    unsigned el = 1;    ///< 0 or 1: the rights used (LDTR at EL1 uses those of EL0)
    bool pan = false;   ///< PSTATE.PAN
    bool probe = false; ///< an AT instruction, which does not mark a page as written to (TCR_EL1.HD)
    bool operator==(const Access&) const = default;
};

/// The registers that control the EL1&0 translation regime and its stage 2.
struct TranslationRegisters {
    std::uint64_t sctlr = 0; ///< SCTLR_EL1
    std::uint64_t tcr = 0;   ///< TCR_EL1
    std::uint64_t ttbr0 = 0; ///< TTBR0_EL1
    std::uint64_t ttbr1 = 0; ///< TTBR1_EL1
    std::uint64_t mair = 0;  ///< MAIR_EL1
    std::uint64_t hcr = 0;   ///< HCR_EL2
    std::uint64_t vtcr = 0;  ///< VTCR_EL2
    std::uint64_t vttbr = 0; ///< VTTBR_EL2
    bool operator==(const TranslationRegisters&) const = default;
};

enum class Stage : std::uint8_t { One = 1, Two = 2 };

enum class DescriptorType : std::uint8_t { Invalid, Table, Block, Page, Reserved };

/// One descriptor read of a walk.
struct DescriptorRead {
    Stage stage = Stage::One;
    int level = 0;
    bool forTable = false;   ///< a stage-2 read that translates the address of a stage-1 table
    std::uint64_t input = 0; ///< the address being translated at this stage: a VA, or an IPA
    unsigned indexHi = 0;    ///< the bits of @c input that chose the entry
    unsigned indexLo = 0;
    std::uint64_t index = 0;
    std::uint64_t table = 0; ///< base of the table: an IPA for stage 1 while stage 2 is on, else a PA
    Pa address;              ///< where the descriptor was read
    std::uint64_t value = 0;
    DescriptorType type = DescriptorType::Invalid;
    std::uint64_t output = 0; ///< next table, or start of this block or page (before adding the offset)
    bool aborted = false; ///< nothing is at @c address: an External abort; there is no value, type or output
    bool operator==(const DescriptorRead&) const = default;
};

/// A fault as the CPU would report it.
struct Fault {
    Stage stage = Stage::One;
    arch::FaultKind kind {};
    int level = 0;
    bool s1ptw = false; ///< stage 2 failed for the address of a stage-1 table
    Ipa ipa;            ///< the IPA that stage 2 refused, for stage-2 faults
    bool operator==(const Fault&) const = default;
};

/// Memory attributes as a MAIR byte, and shareability as in a descriptor: 0 non, 2 outer, 3 inner.
struct MemoryAttributes {
    std::uint8_t attr = 0;
    std::uint8_t sh = 0;
    bool isDevice() const { return (attr & 0xf0U) == 0; }
    bool operator==(const MemoryAttributes&) const = default;
};

/// Where an address leads.
struct Translation {
    Ipa ipa; ///< output of stage 1
    Pa pa;   ///< output of stage 2 (equal to the IPA while stage 2 is off), if stage 2 was asked for
    MemoryAttributes attributes;
    bool operator==(const Translation&) const = default;
};

/// Either a translation or a fault, and each descriptor read, in order, if asked for.
struct WalkResult {
    std::optional<Fault> fault;
    Translation translation; ///< partial where there is a fault: what was reached
    bool ok() const { return !fault.has_value(); }
    bool operator==(const WalkResult&) const = default;
};
using WalkTrace = std::vector<DescriptorRead>;

/// Walks both stages for one access, as the CPU does: VMSAv8-64, EL1&0, little-endian tables, each granule.
///
/// Each stage-1 table address is itself translated by stage 2 while that is on (SCTLR_EL1.M, HCR_EL2.VM).
/// @param va     tag byte included; ignored as TCR_EL1.TBI says
/// @param trace  if set, receives each descriptor read, in the order read
/// @note   never fails: a table outside memory is a synchronous External abort on the walk, as on hardware.
/// @note   with hardware management of the Access flag or the dirty state (HA and HD of TCR_EL1 and
///         VTCR_EL2) the answer is that of a CPU that updates the descriptor, but memory stays as it is.
/// Cost: one memory read per level and stage; no allocation unless @p trace is set.
/// Rule: Arm ARM chapter D8, "The VMSAv8-64 translation process"; fault priority D8.15.
WalkResult translate(const TranslationRegisters& regs, const memory::SnapshotMemory& memory, Va va,
    const Access& access, WalkTrace* trace = nullptr);

/// Stage 1 alone (its table addresses still go through stage 2 while that is on): VA to IPA.
WalkResult walkStage1(const TranslationRegisters& regs, const memory::SnapshotMemory& memory, Va va,
    const Access& access, WalkTrace* trace = nullptr);

/// Stage 2 alone: IPA to PA. While HCR_EL2.VM is 0 the IPA is the PA.
WalkResult walkStage2(const TranslationRegisters& regs, const memory::SnapshotMemory& memory, Ipa ipa,
    const Access& access, WalkTrace* trace = nullptr);

} // namespace fscope::mmu
