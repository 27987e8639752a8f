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
    const TranslationRegisters& regs, const memory::GuestMemory& memory, WalkTrace* trace)
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

std::optional<Fault> Stage2Walker::translate(Ipa ipa, const Access& access, Output& output) const
{
    return find(ipa, false, access, output);
}

std::optional<Fault> Stage2Walker::translateTable(Ipa ipa, Output& output) const
{
    return find(ipa, true, { AccessKind::Read, 1, false }, output);
}

std::optional<Fault> Stage2Walker::find(Ipa ipa, bool forTable, const Access& access, Output& output) const
{
    if (!m_on) {
        output.pa = Pa(ipa.value);
        return std::nullopt;
    }
    const auto refuse = [&](arch::FaultKind kind, int level) {
        return Fault { Stage::Two, kind, level, forTable, ipa };
    };
    if (m_config.illegal || (ipa.value >> m_config.inputBits) != 0)
        return refuse(arch::FaultKind::Translation, 0);
    if (m_config.baseOutOfRange)
        return refuse(arch::FaultKind::AddressSize, 0);

    const auto here = [](std::uint64_t entry, Pa& pa) -> std::optional<Fault> {
        pa = Pa(entry);
        return std::nullopt;
    };
    Leaf leaf;
    if (const auto fault = findLeaf(m_config, Stage::Two, forTable, ipa.value, m_memory, m_trace, here, leaf))
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
    return std::nullopt;
}

std::optional<Fault> Stage2Walker::checkTableUpdate(Ipa ipa, const Output& output) const
{
    if (!m_on || stage2Rights(output.descriptor, m_config.hardwareDirtyState, 1).write)
        return std::nullopt;
    return Fault { Stage::Two, arch::FaultKind::Permission, output.level, true, ipa };
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
