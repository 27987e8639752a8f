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
        , m_readsBefore(trace != nullptr ? trace->size() : 0)
    { }

    /// Stage 1 into @p result, which is fresh.
    void stage1(Va va, WalkResult& result) const
    {
        if (!m_stage1.on) [[unlikely]] {
            flat(va, result);
            return;
        }
        const LookupConfig& config = m_stage1.lookup;
        if (config.illegal || config.baseOutOfRange || (m_stage1.noUser && m_access.el == 0)
            || ((va.value ^ m_stage1.flip) & range()) != 0) [[unlikely]] {
            refuseAll(va, result);
            return;
        }
        Leaf leaf;
        LeafRights rights;
        if (!find(va, leaf, result.fault) || !check(leaf, rights, result.fault)) [[unlikely]]
            return;
        const std::uint64_t changed = stage1Change(config, leaf.descriptor, m_access);
        if (changed != 0) [[unlikely]] {
            if (!update(va, leaf, rights, changed, result.fault))
                return;
        }
        Translation& out = result.translation;
        out.ipa = Ipa(leaf.output);
        out.attributes = attributes(leaf.descriptor);
        out.global = !m_stage1.rules.unprivileged || !bit(leaf.descriptor, kNotGlobal);
        out.asid = out.global ? std::uint16_t { 0 } : m_stage1.asid;
        const bool clean = config.hardwareDirtyState && bit(leaf.descriptor, detail::kDbm)
            && bit(leaf.descriptor, kStage1ReadOnly);
        holdLeaf(out.stage1, config, leaf, rights, clean);
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
        m_stage2.hold(out.stage2, leaf, rights);
    }

private:
    static constexpr unsigned kNotGlobal = 11;

    std::uint64_t range() const
    {
        return m_access.kind == AccessKind::Execute ? m_stage1.fetchRange : m_stage1.dataRange;
    }

    static bool refuse(std::optional<Fault>& fault, arch::FaultKind kind, int level, bool onUpdate = false)
    {
        fault.emplace(Fault { Stage::One, kind, level, false, {}, onUpdate });
        return false;
    }

    /// The faults before any read: all are of level 0, Translation before Address size.
    [[gnu::cold]] void refuseAll(Va va, WalkResult& result) const
    {
        const bool outOfRange = ((va.value ^ m_stage1.flip) & range()) != 0;
        const bool translation
            = m_stage1.lookup.illegal || (m_stage1.noUser && m_access.el == 0) || outOfRange;
        refuse(result.fault, translation ? arch::FaultKind::Translation : arch::FaultKind::AddressSize, 0);
    }

    [[gnu::flatten]] bool find(Va va, Leaf& leaf, std::optional<Fault>& fault) const
    {
        if (m_stage2.isOn())
            return findThroughStage2(va, leaf, fault);
        const auto here = [](std::uint64_t entry, std::uint64_t& pa) {
            pa = entry;
            return true;
        };
        return findLeaf(m_stage1.lookup, {}, va.value, m_memory, m_trace, here, leaf, fault);
    }
    [[gnu::noinline, gnu::flatten]] bool findThroughStage2(
        Va va, Leaf& leaf, std::optional<Fault>& fault) const
    {
        const auto throughStage2 = [&](std::uint64_t entry, std::uint64_t& pa) {
            return m_stage2.translateTable(entry, pa, fault);
        };
        return findLeaf(m_stage1.lookup, {}, va.value, m_memory, m_trace, throughStage2, leaf, fault);
    }

    /// Access flag before permissions.
    bool check(const Leaf& leaf, LeafRights& rights, std::optional<Fault>& fault) const
    {
        if (!bit(leaf.descriptor, kAccessFlag) && !m_stage1.lookup.hardwareAccessFlag) [[unlikely]]
            return refuse(fault, arch::FaultKind::AccessFlag, leaf.level);
        rights = stage1Rights(leaf.descriptor, leaf.tables & m_stage1.tableMask, m_stage1.rules);
        if (!rights.allow(m_access)) [[unlikely]]
            return refuse(fault, arch::FaultKind::Permission, leaf.level);
        return true;
    }

    /// Hardware updates the leaf. What somebody else changed first is walked and checked again.
    [[gnu::noinline]] bool update(
        Va va, Leaf& leaf, LeafRights& rights, std::uint64_t changed, std::optional<Fault>& fault) const
    {
        const LookupConfig& config = m_stage1.lookup;
        for (unsigned attempt = 0; changed != 0; ++attempt) {
            // The update is a write of its own, which stage 2 may refuse, or mark as one.
            std::uint64_t address = leaf.address;
            if (m_stage2.isOn() && !m_stage2.translateUpdate(leaf.entry, address, fault))
                return false;
            switch (
                updateDescriptor(config, m_memory, m_access.writeBack, address, leaf.descriptor, changed)) {
            case Exchange::Done:
                leaf.descriptor ^= changed;
                if (m_trace != nullptr)
                    noteUpdate(*m_trace, {}, changed);
                return true;
            case Exchange::Aborted:
                return refuse(fault, arch::FaultKind::ExternalAbortOnWalk, leaf.level, true);
            case Exchange::ValueChanged:
                break;
            }
            if (attempt == kMostAttempts)
                return refuse(fault, arch::FaultKind::UnsupportedUpdate, leaf.level, true);
            if (m_trace != nullptr)
                m_trace->resize(m_readsBefore);
            if (!find(va, leaf, fault) || !check(leaf, rights, fault))
                return false;
            changed = stage1Change(config, leaf.descriptor, m_access);
        }
        return true;
    }

    /// Stage 1 off: the address goes through, if the CPU has so many physical address bits.
    [[gnu::noinline]] void flat(Va va, WalkResult& result) const
    {
        if ((va.value & range()) != 0) {
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
    std::size_t m_readsBefore;
};

} // namespace fscope::mmu
