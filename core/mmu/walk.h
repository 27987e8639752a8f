// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/arch/faultcode.h"
#include "core/base/address.h"
#include "core/memory/guestmemory.h"
#include "core/memory/snapshotmemory.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace fscope::mmu {

enum class AccessKind : std::uint8_t { Read, Write, Execute };

/// What is attempted, and with whose rights.
struct Access {
    AccessKind kind = AccessKind::Read;
    unsigned el = 1;    ///< whose rights are used (LDTR at EL1 uses those of EL0); 2 as 1 in a regime of EL2
    bool pan = false;   ///< PSTATE.PAN
    bool probe = false; ///< an AT instruction, which does not mark a page as written to (TCR_EL1.HD)
    bool writeBack = false; ///< the walk of a CPU, which writes its updates of descriptors (HA, HD) to
                            ///< memory; else they show in the result and the trace, and memory stays as it is
    bool operator==(const Access&) const = default;
};

/// Who is translated for, with which set of registers.
enum class Regime : std::uint8_t {
    El10, ///< EL1&0: two stages, SCTLR_EL1, TCR_EL1, TTBRn_EL1, MAIR_EL1
    El20, ///< EL2&0 (HCR_EL2.E2H = 1): one stage, the registers of EL2 in the form of those of EL1
    El2,  ///< EL2 (HCR_EL2.E2H = 0): one stage, one range of addresses, TCR_EL2 in its own form
};

/// The registers that control one translation regime, and its stage 2 if it has one.
struct TranslationRegisters {
    std::uint64_t sctlr = 0;    ///< SCTLR_EL1, or SCTLR_EL2 in a regime of EL2; so for the next five
    std::uint64_t tcr = 0;      ///< TCR_EL1
    std::uint64_t ttbr0 = 0;    ///< TTBR0_EL1
    std::uint64_t ttbr1 = 0;    ///< TTBR1_EL1
    std::uint64_t mair = 0;     ///< MAIR_EL1
    std::uint64_t hcr = 0;      ///< HCR_EL2
    std::uint64_t vtcr = 0;     ///< VTCR_EL2
    std::uint64_t vttbr = 0;    ///< VTTBR_EL2
    std::uint64_t tcr2 = 0;     ///< TCR2_EL1 (TCR2_EL2); recognised, see notModelled()
    std::uint64_t sctlrEl2 = 0; ///< SCTLR_EL2 in EL1&0: its EE is the byte order of stage-2 tables
    std::uint64_t gpccr = 0;    ///< GPCCR_EL3; recognised, see notModelled()
    Regime regime = Regime::El10;
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
    std::uint64_t value = 0; ///< as read, in the byte order of the tables
    DescriptorType type = DescriptorType::Invalid;
    std::uint64_t output = 0; ///< next table, or start of this block or page (before adding the offset)
    bool aborted = false; ///< nothing is at @c address: an External abort; there is no value, type or output
    bool forUpdate = false;  ///< of the further stage-2 walk that an update of a stage-1 descriptor makes,
                             ///< which stands behind that descriptor (@c forTable is set too)
    bool bigEndian = false;  ///< SCTLR_ELx.EE: the bytes of @c value are reversed in memory
    bool contiguous = false; ///< Contiguous bit of a block or page, where it means something
    std::uint64_t changed
        = 0; ///< the bits that hardware changed: the Access flag, and the bit that grants writes

    bool updated() const { return changed != 0; }
    std::uint64_t after() const { return value ^ changed; } ///< what the descriptor became
    bool operator==(const DescriptorRead&) const = default;
};

/// A fault as the CPU would report it.
struct Fault {
    Stage stage = Stage::One;
    arch::FaultKind kind {};
    int level = 0;
    bool s1ptw = false;    ///< stage 2 failed for the address of a stage-1 table
    Ipa ipa;               ///< the IPA that stage 2 refused, for stage-2 faults
    bool onUpdate = false; ///< what failed is the hardware update of a descriptor
    bool operator==(const Fault&) const = default;
};

/// Memory attributes as a MAIR byte, and shareability as in a descriptor: 0 non, 2 outer, 3 inner.
struct MemoryAttributes {
    std::uint8_t attr = 0;
    std::uint8_t sh = 0;
    bool isDevice() const { return (attr & 0xf0U) == 0; }
    bool operator==(const MemoryAttributes&) const = default;
};

/// What an access of one exception level may do.
struct Rights {
    bool read = false;
    bool write = false;
    bool execute = false;
    bool operator==(const Rights&) const = default;
};

/// What a block or page grants to both exception levels of a regime, tables above it included.
class LeafRights
{
public:
    constexpr LeafRights() = default;
    /// @param panDenies  PSTATE.PAN takes the data accesses of the privileged level
    constexpr LeafRights(Rights privileged, Rights unprivileged, bool panDenies)
        : m_flags(static_cast<std::uint8_t>(
            packed(privileged) | packed(unprivileged) << 3U | (panDenies ? 1U << kPanDenies : 0U)))
    { }
    constexpr Rights privileged() const { return rights(0); }   ///< of EL1, or of EL2 in its regimes
    constexpr Rights unprivileged() const { return rights(3); } ///< of EL0
    constexpr bool panDenies() const { return has(kPanDenies); }
    /// Whether this stage has nothing against @p access.
    constexpr bool allow(const Access& access) const
    {
        if (access.pan && access.el != 0 && access.kind != AccessKind::Execute && panDenies())
            return false;
        return has(static_cast<unsigned>(access.kind) + (access.el == 0 ? 3U : 0U));
    }
    bool operator==(const LeafRights&) const = default;

private:
    static constexpr unsigned kPanDenies = 6;
    static constexpr unsigned packed(Rights rights)
    {
        return (rights.read ? 1U : 0U) | (rights.write ? 2U : 0U) | (rights.execute ? 4U : 0U);
    }
    constexpr bool has(unsigned n) const { return (m_flags >> n & 1U) != 0; }
    constexpr Rights rights(unsigned lowest) const
    {
        return { has(lowest), has(lowest + 1), has(lowest + 2) };
    }
    std::uint8_t m_flags = 0;
};

/// Where the walk of one stage ended, and what a TLB has to know of it. All zero while the stage is off.
struct StageLeaf {
    std::uint64_t descriptor = 0; ///< the block or page, after hardware updated it
    LeafRights rights;
    std::int8_t level = 0;
    std::uint8_t sizeLog2 = 0; ///< of the block or page
    std::uint8_t spanLog2
        = 0;                 ///< of the aligned range one TLB entry may hold: the contiguous set, or sizeLog2
    bool contiguous = false; ///< Contiguous bit, where it means something
    bool clean
        = false; ///< not marked as written to: a write through a cached copy has to walk, to mark it (HD)
    bool isOn() const { return sizeLog2 != 0; }
    bool operator==(const StageLeaf&) const = default;
};

/// Where an address leads.
struct Translation {
    Ipa ipa; ///< output of stage 1
    Pa pa;   ///< output of stage 2 (equal to the IPA while stage 2 is off), if stage 2 was asked for
    MemoryAttributes attributes;
    bool global = true;     ///< not of one address space: nG is 0, or stage 1 is off
    std::uint16_t asid = 0; ///< of the address space, if not global
    StageLeaf stage1;
    StageLeaf stage2;
    bool operator==(const Translation&) const = default;
};

/// The address space (TCR_EL1.A1 and AS) and the virtual machine (VTCR_EL2.VS) that a TLB entry belongs to.
std::uint16_t asidOf(const TranslationRegisters& regs);
std::uint16_t vmidOf(const TranslationRegisters& regs);

/// Either a translation or a fault, and each descriptor read, in order, if asked for.
struct WalkResult {
    // Not defaulted: a constant of zeros is cleared as a block, room for the fault included, by an
    // instruction that takes as long as two levels of a walk.
    WalkResult() { } // NOLINT(modernize-use-equals-default)
    std::optional<Fault> fault;
    Translation translation; ///< partial where there is a fault: what was reached
    bool ok() const { return !fault.has_value(); }
    bool operator==(const WalkResult&) const = default;
};
using WalkTrace = std::vector<DescriptorRead>;

/// Walks both stages for one access, as the CPU does: VMSAv8-64, each granule, either byte order.
///
/// Each stage-1 table address is itself translated by stage 2 while that is on (SCTLR_EL1.M, HCR_EL2.VM).
/// Physical addresses are those of @p memory.
/// @param va     tag byte included; ignored as TCR_EL1.TBI says
/// @param trace  if set, receives each descriptor read, in the order read
/// @note   never fails: a table outside memory is a synchronous External abort on the walk, as on hardware.
/// @note   hardware management of the Access flag and the dirty state (HA and HD of TCR_EL1 and VTCR_EL2)
/// updates
///         descriptors by compare-exchange if Access::writeBack says so, else only in the answer. What
///         somebody else changes meanwhile is walked again, at most a few times (kMostAttempts).
/// Cost: one memory read per level and stage; no allocation unless @p trace is set. Who makes many walks with
/// the same registers decodes them once: TranslationRegime, regime.h. Rule: Arm ARM chapter D8, "The
/// VMSAv8-64 translation process"; fault priority D8.15.
WalkResult translate(const TranslationRegisters& regs, const memory::GuestMemory& memory, Va va,
    const Access& access, WalkTrace* trace = nullptr);

/// Stage 1 alone (its table addresses still go through stage 2 while that is on): VA to IPA.
WalkResult walkStage1(const TranslationRegisters& regs, const memory::GuestMemory& memory, Va va,
    const Access& access, WalkTrace* trace = nullptr);

/// Stage 2 alone: IPA to PA. While stage 2 is off the IPA is the PA.
WalkResult walkStage2(const TranslationRegisters& regs, const memory::GuestMemory& memory, Ipa ipa,
    const Access& access, WalkTrace* trace = nullptr);

/// The same over a snapshot, which no walk changes.
WalkResult translate(const TranslationRegisters& regs, const memory::SnapshotMemory& memory, Va va,
    const Access& access, WalkTrace* trace = nullptr);
WalkResult walkStage1(const TranslationRegisters& regs, const memory::SnapshotMemory& memory, Va va,
    const Access& access, WalkTrace* trace = nullptr);
WalkResult walkStage2(const TranslationRegisters& regs, const memory::SnapshotMemory& memory, Ipa ipa,
    const Access& access, WalkTrace* trace = nullptr);

} // namespace fscope::mmu
