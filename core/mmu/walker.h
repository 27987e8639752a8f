// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/mmu/stage2walker.h"

namespace fscope::mmu {

/// Both stages of one walk over one kind of memory. What it asks of Memory:
///     bool load(std::uint64_t pa, std::uint64_t& value) const          false: nothing is there
///     Exchange exchange(std::uint64_t pa, std::uint64_t expected, std::uint64_t desired) const
/// Both are of aligned 64-bit words, bytes in little-endian order.
template <typename Memory>
class Walker
{
public:
    Walker(const Stage1Settings& stage1, const Stage2Settings& stage2, const Memory& memory,
        const Access& access, WalkTrace* trace)
        : m_stage1(stage1)
        , m_stage2(stage2, memory, access.writeBack, trace)
        , m_memory(memory)
        , m_access(access)
        , m_trace(trace)
    { }

    /// Stage 1 into @p result, which is fresh.
    void stage1(Va va, WalkResult& result) const
    {
        if (!m_stage1.on) {
            flat(va, result);
            return;
        }
        const LookupConfig& config = m_stage1.lookup;
        const auto refuse = [&](arch::FaultKind kind, int level, bool onUpdate = false) {
            result.fault.emplace(Fault { Stage::One, kind, level, false, {}, onUpdate });
        };
        if (config.illegal || (m_stage1.noUser && m_access.el == 0)
            || bits(va.value ^ m_stage1.flip, top(), config.inputBits) != 0) [[unlikely]]
            return refuse(arch::FaultKind::Translation, 0);
        if (config.baseOutOfRange) [[unlikely]]
            return refuse(arch::FaultKind::AddressSize, 0);
        const LookupPurpose purpose {};
        const std::size_t reads = m_trace != nullptr ? m_trace->size() : 0;
        Leaf leaf;
        LeafRights rights;
        for (unsigned attempt = 0;; ++attempt) {
            if (!find(va, leaf, result)) [[unlikely]]
                return;
            if (!bit(leaf.descriptor, kAccessFlag) && !config.hardwareAccessFlag) [[unlikely]]
                return refuse(arch::FaultKind::AccessFlag, leaf.level);
            rights = stage1Rights(leaf.descriptor, leaf.tables & m_stage1.tableMask, m_stage1.rules);
            if (!rights.allow(m_access)) [[unlikely]]
                return refuse(arch::FaultKind::Permission, leaf.level);
            const std::uint64_t changed = stage1Change(config, leaf.descriptor, m_access);
            if (changed == 0) [[likely]]
                break;
            // The update is a write of its own, which stage 2 may refuse, or mark as one.
            std::uint64_t address = leaf.address;
            if (m_stage2.isOn() && !m_stage2.translateUpdate(leaf.entry, address, result.fault))
                return;
            const Exchange done
                = updateDescriptor(config, m_memory, m_access.writeBack, address, leaf.descriptor, changed);
            if (done == Exchange::Aborted)
                return refuse(arch::FaultKind::ExternalAbortOnWalk, leaf.level, true);
            if (done == Exchange::Done) {
                leaf.descriptor ^= changed;
                if (m_trace != nullptr)
                    noteUpdate(*m_trace, purpose, changed);
                break;
            }
            if (attempt == kMostAttempts)
                return refuse(arch::FaultKind::UnsupportedUpdate, leaf.level, true);
            if (m_trace != nullptr)
                m_trace->resize(reads);
        }
        Translation& out = result.translation;
        out.ipa = Ipa(leaf.output);
        out.attributes = attributes(leaf.descriptor);
        out.global = !m_stage1.rules.unprivileged || !bit(leaf.descriptor, kNotGlobal);
        out.asid = out.global ? std::uint16_t { 0 } : m_stage1.asid;
        const bool clean = config.hardwareDirtyState && bit(leaf.descriptor, detail::kDbm)
            && bit(leaf.descriptor, kStage1ReadOnly);
        out.stage1 = stageLeaf(config, leaf, rights, clean);
    }

    /// Stage 2 of result.translation.ipa.
    void stage2(WalkResult& result) const
    {
        Translation& out = result.translation;
        if (!m_stage2.isOn()) {
            out.pa = Pa(out.ipa.value);
            return;
        }
        Leaf leaf;
        LeafRights rights;
        if (!m_stage2.translate(out.ipa.value, m_access, leaf, rights, result.fault)) [[unlikely]]
            return;
        out.pa = Pa(leaf.output);
        out.attributes = m_stage2.attributes(out.attributes, leaf.descriptor, m_access.kind);
        out.stage2 = m_stage2.held(leaf, rights);
    }

private:
    static constexpr unsigned kNotGlobal = 11;

    unsigned top() const
    {
        return m_access.kind == AccessKind::Execute ? m_stage1.fetchTop : m_stage1.dataTop;
    }

    bool find(Va va, Leaf& leaf, WalkResult& result) const
    {
        if (!m_stage2.isOn()) {
            const auto here = [](std::uint64_t entry, std::uint64_t& pa) {
                pa = entry;
                return true;
            };
            return findLeaf(m_stage1.lookup, {}, va.value, m_memory, m_trace, here, leaf, result.fault);
        }
        const auto throughStage2 = [&](std::uint64_t entry, std::uint64_t& pa) {
            return m_stage2.translateTable(entry, pa, result.fault);
        };
        return findLeaf(m_stage1.lookup, {}, va.value, m_memory, m_trace, throughStage2, leaf, result.fault);
    }

    /// Stage 1 off: the address goes through, if the CPU has so many physical address bits.
    void flat(Va va, WalkResult& result) const
    {
        if (bits(va.value, top(), kPaBits) != 0) {
            result.fault.emplace(Fault { Stage::One, arch::FaultKind::AddressSize, 0, false, {} });
            return;
        }
        result.translation.ipa = Ipa(bits(va.value, kPaBits - 1, 0));
        MemoryAttributes& out = result.translation.attributes;
        if (m_stage1.defaultCacheable)
            out = { kNormalWriteBack, kNonShareable };
        else if (m_access.kind != AccessKind::Execute)
            out = { kDeviceNGnRnE, kOuterShareable };
        else // an instruction cache may hold it even so: Normal, Write-Through with Read-Allocate
            out = { m_stage1.fetchCacheable ? kNormalWriteThrough : kNormalNonCacheable, kOuterShareable };
    }

    MemoryAttributes attributes(std::uint64_t leaf) const
    {
        const auto index = static_cast<unsigned>(bits(leaf, 4, 2));
        MemoryAttributes out;
        out.attr = static_cast<std::uint8_t>(m_stage1.mair >> (8 * index));
        out.sh = m_stage1.lookup.wide ? m_stage1.lookup.wideSh : static_cast<std::uint8_t>(bits(leaf, 9, 8));
        const bool cacheable
            = m_access.kind == AccessKind::Execute ? m_stage1.fetchCacheable : m_stage1.dataCacheable;
        if (!out.isDevice() && !cacheable)
            out.attr = kNormalNonCacheable;
        return effective(out);
    }

    const Stage1Settings& m_stage1;
    Stage2Walker<Memory> m_stage2;
    const Memory& m_memory;
    const Access& m_access;
    WalkTrace* m_trace;
};

} // namespace fscope::mmu
