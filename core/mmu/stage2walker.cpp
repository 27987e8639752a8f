// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/mmu/stage2walker.h"

#include "core/base/bits.h"
#include "core/mmu/attributes.h"
#include "core/mmu/lookup.h"
#include "core/mmu/permissions.h"

namespace fscope::mmu {
namespace {

/// HCR_EL2.
constexpr unsigned kVm = 0;
constexpr unsigned kPtw = 2;
constexpr unsigned kDc = 12;
constexpr unsigned kCd = 32;
constexpr unsigned kId = 33;

/// Stage-2 leaves.
constexpr unsigned kAccessFlag = 10;

unsigned memAttrOf(std::uint64_t leaf)
{
    return static_cast<unsigned>(bits(leaf, 5, 2));
}

} // namespace

Stage2Walker::Stage2Walker(
    const TranslationRegisters& regs, const memory::SnapshotMemory& memory, WalkTrace* trace)
    : m_on(bit(regs.hcr, kVm) || bit(regs.hcr, kDc))
    , m_protectTables(bit(regs.hcr, kPtw))
    , m_dataNonCacheable(bit(regs.hcr, kCd))
    , m_fetchNonCacheable(bit(regs.hcr, kId))
    , m_memory(memory)
    , m_trace(trace)
{
    if (m_on)
        m_config = stage2Config(regs);
}

bool Stage2Walker::translate(Ipa ipa, const Access& access, Output& output, std::optional<Fault>& fault) const
{
    return find(ipa, false, access, output, fault);
}

bool Stage2Walker::translateTable(Ipa ipa, Output& output, std::optional<Fault>& fault) const
{
    return find(ipa, true, { AccessKind::Read, 1, false }, output, fault);
}

bool Stage2Walker::mayUpdateTable(Ipa ipa, const Output& output, std::optional<Fault>& fault) const
{
    if (!m_on || stage2Rights(output.descriptor, m_config.hardwareDirtyState, 1).write)
        return true;
    fault = Fault { Stage::Two, arch::FaultKind::Permission, output.level, true, ipa };
    return false;
}

bool Stage2Walker::find(
    Ipa ipa, bool forTable, const Access& access, Output& output, std::optional<Fault>& fault) const
{
    if (!m_on) {
        output.pa = Pa(ipa.value);
        return true;
    }
    const auto refuse = [&](arch::FaultKind kind, int level) {
        fault = Fault { Stage::Two, kind, level, forTable, ipa };
        return false;
    };
    if (m_config.illegal || (ipa.value >> m_config.inputBits) != 0)
        return refuse(arch::FaultKind::Translation, 0);
    if (m_config.baseOutOfRange)
        return refuse(arch::FaultKind::AddressSize, 0);

    const auto here = [](std::uint64_t entry, Pa& pa) {
        pa = Pa(entry);
        return true;
    };
    Leaf leaf;
    if (!findLeaf(m_config, Stage::Two, forTable, ipa.value, m_memory, m_trace, here, leaf, fault))
        return refuse(fault->kind, fault->level);
    if (!bit(leaf.descriptor, kAccessFlag) && !m_config.hardwareAccessFlag)
        return refuse(arch::FaultKind::AccessFlag, leaf.level);
    const bool protectedTable = forTable && m_protectTables && isStage2Device(memAttrOf(leaf.descriptor));
    if (protectedTable
        || !stage2Rights(leaf.descriptor, m_config.hardwareDirtyState, access.el).allow(access.kind))
        return refuse(arch::FaultKind::Permission, leaf.level);
    output.pa = Pa(leaf.output);
    output.descriptor = leaf.descriptor;
    output.level = leaf.level;
    return true;
}

MemoryAttributes Stage2Walker::attributes(
    MemoryAttributes stage1, const Output& output, AccessKind kind) const
{
    if (!m_on)
        return stage1;
    const auto sh
        = m_config.wide ? m_config.wideSh : static_cast<std::uint8_t>(bits(output.descriptor, 9, 8));
    const bool nonCacheable = kind == AccessKind::Execute ? m_fetchNonCacheable : m_dataNonCacheable;
    return combine(stage1, memAttrOf(output.descriptor), sh, nonCacheable);
}

} // namespace fscope::mmu
