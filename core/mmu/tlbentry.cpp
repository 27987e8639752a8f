// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/mmu/tlbentry.h"

#include "core/base/bits.h"

#include <algorithm>

namespace fscope::mmu {
namespace {

/// SCTLR_EL1.
constexpr unsigned kM = 0;

/// HCR_EL2.
constexpr unsigned kVm = 0;
constexpr unsigned kDc = 12;

/// TCR_EL1, each for the lower half of the VA space; the upper half's bit is the next one.
constexpr unsigned kTbi = 37;
constexpr unsigned kTbid = 51;
constexpr unsigned kE0pd = 55;

/// The AttrIndx of a stage-1 leaf names a Device type in MAIR_EL1.
bool isStage1Device(const TranslationRegisters& regs, const TlbContext& context, const StageLeaf& leaf)
{
    if (!context.hasStage1())
        return !bit(regs.hcr, kDc);
    const auto index = static_cast<unsigned>(bits(leaf.descriptor, 4, 2));
    return MemoryAttributes { static_cast<std::uint8_t>(regs.mair >> (8 * index)), 0 }.isDevice();
}

} // namespace

TlbContext::TlbContext(const TranslationRegisters& regs)
    : m_tag(kValid | vmidOf(regs) | std::uint64_t { asidOf(regs) } << kAsidShift)
{
    if (bit(regs.sctlr, kM) && !bit(regs.hcr, kDc))
        m_tag |= kStage1;
    if (bit(regs.hcr, kVm) || bit(regs.hcr, kDc))
        m_tag |= kStage2;
    for (unsigned half = 0; half < 2; ++half) {
        const bool ignored = bit(regs.tcr, kTbi + half);
        m_topIgnored[0][half] = ignored;
        m_topIgnored[1][half] = ignored && !bit(regs.tcr, kTbid + half);
        m_e0pd[half] = hasStage1() && bit(regs.tcr, kE0pd + half);
    }
}

WalkResult TlbEntry::answer(Va address, const Access& access) const
{
    WalkResult result;
    const std::uint64_t offset = address.offsetIn(size());
    if (hasStage1() && !translation.stage1.rights.allow(access)) {
        result.fault = Fault { Stage::One, arch::FaultKind::Permission, translation.stage1.level, false, {} };
        return result;
    }
    result.translation = translation;
    result.translation.ipa = translation.ipa + offset;
    result.translation.pa = translation.pa + offset;
    if (hasStage2() && !translation.stage2.rights.allow(access))
        result.fault = Fault { Stage::Two, arch::FaultKind::Permission, translation.stage2.level, false,
            result.translation.ipa };
    return result;
}

std::optional<TlbEntry> tlbEntryOf(
    const TranslationRegisters& regs, Va va, const Access& access, const Translation& translation)
{
    const TlbContext context(regs);
    if (!context.isOn())
        return std::nullopt;
    TlbEntry entry;
    entry.tag = context.tag(access.kind);
    if (!context.hasStage1() || translation.global) {
        entry.ignore = TlbContext::kAsidMask;
        entry.tag &= ~TlbContext::kAsidMask;
    }
    const unsigned span1 = context.hasStage1() ? translation.stage1.spanLog2 : 64U;
    const unsigned span2 = context.hasStage2() ? translation.stage2.spanLog2 : 64U;
    entry.sizeLog2 = static_cast<std::uint8_t>(std::min(span1, span2));
    // Software that changes one block names any byte of it, however small the pieces that a TLB keeps.
    entry.maintenanceLog2 = std::max(
        entry.sizeLog2, context.hasStage1() ? translation.stage1.sizeLog2 : translation.stage2.sizeLog2);
    const std::uint64_t offset = va.offsetIn(entry.size());
    entry.va = context.key(va, access.kind) - offset;
    entry.translation = translation;
    entry.translation.ipa = translation.ipa - offset;
    entry.translation.pa = translation.pa - offset;
    entry.stage1Device = isStage1Device(regs, context, translation.stage1);
    return entry;
}

} // namespace fscope::mmu
