// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/mmu/walk.h"

#include <array>
#include <cstdint>
#include <optional>

namespace fscope::mmu {

/// What of the registers decides which entries of a TLB an access may use: decoded once for many look-ups.
///
/// Rule: Arm ARM D8.14, "Use of ASIDs and VMIDs to reduce TLB maintenance requirements".
class TlbContext
{
public:
    TlbContext() = default;
    /// Of EL1&0: entries of other regimes are not kept.
    explicit TlbContext(const TranslationRegisters& regs);

    /// False while neither stage translates: nothing is looked up or kept then.
    bool isOn() const { return (m_tag & (kStage1 | kStage2)) != 0; }
    bool hasStage1() const { return (m_tag & kStage1) != 0; }
    bool hasStage2() const { return (m_tag & kStage2) != 0; }
    std::uint16_t vmid() const { return static_cast<std::uint16_t>(m_tag); }
    std::uint16_t asid() const { return static_cast<std::uint16_t>(m_tag >> kAsidShift); }

    /// The address that entries are compared with: without the tag byte where TCR_EL1.TBI ignores it.
    std::uint64_t key(Va va, AccessKind kind) const
    {
        const auto half = static_cast<unsigned>(va.value >> 55U & 1U);
        if (!m_topIgnored[kind == AccessKind::Execute ? 1U : 0U][half])
            return va.value;
        return half != 0 ? va.value | kTopByte : va.value & ~kTopByte;
    }
    /// TCR_EL1.E0PD faults accesses of EL0 before anything is looked up.
    bool refuses(Va va, const Access& access) const
    {
        return access.el == 0 && m_e0pd[static_cast<unsigned>(va.value >> 55U & 1U)];
    }
    /// What an entry for an access of this kind has to be marked with.
    std::uint64_t tag(AccessKind kind) const { return kind == AccessKind::Execute ? m_tag | kFetch : m_tag; }

    // A tag: VMID, flags, ASID.
    static constexpr std::uint64_t kFetch = 1U << 16;
    static constexpr std::uint64_t kStage1 = 1U << 17;
    static constexpr std::uint64_t kStage2 = 1U << 18;
    static constexpr std::uint64_t kValid = 1U << 19;
    static constexpr unsigned kAsidShift = 32;
    static constexpr std::uint64_t kAsidMask = std::uint64_t { 0xffff } << kAsidShift;

private:
    static constexpr std::uint64_t kTopByte = std::uint64_t { 0xff } << 56;

    std::uint64_t m_tag = 0;
    std::array<std::array<bool, 2>, 2> m_topIgnored {}; ///< by instruction fetch, by half of the VA space
    std::array<bool, 2> m_e0pd {};                      ///< by half
};

/// One cached translation: of both stages combined, or of the one that is on.
///
/// Instruction fetches and data accesses have entries of their own, as SCTLR_EL1 and HCR_EL2 make their
/// attributes differ. With both stages, an entry covers what lies in one block, page or contiguous set of
/// each.
struct TlbEntry {
    std::uint64_t va = 0;     ///< of the first byte, tag byte as TBI leaves it; an IPA where stage 1 is off
    std::uint64_t tag = 0;    ///< 0: no entry
    std::uint64_t ignore = 0; ///< bits of the tag that do not have to fit: the ASID of a global entry
    Translation translation;  ///< of the first byte
    std::uint8_t sizeLog2 = 0;
    std::uint8_t maintenanceLog2
        = 0;                   ///< an operation by VA that names any byte of this range removes the entry
    bool stage1Device = false; ///< stage 1 makes it Device memory, whatever stage 2 adds
    bool operator==(const TlbEntry&) const = default;

    bool isValid() const { return tag != 0; }
    bool isFetch() const { return (tag & TlbContext::kFetch) != 0; }
    bool hasStage1() const { return (tag & TlbContext::kStage1) != 0; }
    bool hasStage2() const { return (tag & TlbContext::kStage2) != 0; }
    bool isGlobal() const { return ignore != 0; }
    std::uint16_t vmid() const { return static_cast<std::uint16_t>(tag); }
    std::uint16_t asid() const { return static_cast<std::uint16_t>(tag >> TlbContext::kAsidShift); }
    std::uint64_t size() const { return std::uint64_t { 1 } << sizeLog2; }
    std::uint64_t last() const { return va | (size() - 1); }

    /// Whether an access with this tag may use the entry.
    bool isFor(std::uint64_t wanted) const { return ((wanted ^ tag) & ~ignore) == 0; }
    /// Whether the CPU would have to walk all the same, to mark a page as written to.
    bool needsWalk(const Access& access) const
    {
        return access.kind == AccessKind::Write && !access.probe
            && (translation.stage1.clean || translation.stage2.clean);
    }
    /// Both stages together.
    bool allows(const Access& access) const
    {
        return (!hasStage1() || translation.stage1.rights.allow(access))
            && (!hasStage2() || translation.stage2.rights.allow(access));
    }
    Pa paOf(std::uint64_t key) const { return translation.pa + (key & (size() - 1)); }

    /// What a walk would give for @p address, which the entry holds: the translation, or the Permission
    /// fault.
    WalkResult answer(Va address, const Access& access) const;
};

/// The entry for what a walk of @p va found; none while both stages are off.
///
/// Only a walk without a fault makes one: an entry that would give a Translation, Address size or Access flag
/// fault is never cached. Rule: Arm ARM D8.14, "TLB maintenance", the entries a TLB must not hold.
std::optional<TlbEntry> tlbEntryOf(
    const TranslationRegisters& regs, Va va, const Access& access, const Translation& translation);

} // namespace fscope::mmu
