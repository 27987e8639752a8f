// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/mmu/attributes.h"
#include "core/mmu/hardwareupdate.h"
#include "core/mmu/lookup.h"
#include "core/mmu/regime.h"

#include <optional>

namespace fscope::mmu {

/// Stage 2 for the translations that one two-stage walk asks of it: one for each stage-1 table and for each
/// update of a stage-1 descriptor, and the last for the output of stage 1.
template <typename Memory>
class Stage2Walker
{
public:
    Stage2Walker(const Stage2Settings& settings, const Memory& memory, bool writeBack, WalkTrace* trace)
        : m_settings(settings)
        , m_memory(memory)
        , m_trace(trace)
        , m_writeBack(writeBack)
    { }

    bool isOn() const { return m_settings.on; }

    /// Translates for a data or instruction access, with the rights of its exception level. If false, @p
    /// fault says why not; so for the following two. Stage 2 is on.
    bool translate(std::uint64_t ipa, const Access& access, Leaf& leaf, LeafRights& rights,
        std::optional<Fault>& fault) const
    {
        return find(ipa, access, { Stage::Two, false, false }, leaf, rights, fault);
    }
    /// Translates the address of a stage-1 descriptor to be read; refused for Device memory with HCR_EL2.PTW.
    bool translateTable(std::uint64_t ipa, std::uint64_t& pa, std::optional<Fault>& fault) const
    {
        Leaf leaf;
        LeafRights rights;
        const bool ok = find(ipa, { AccessKind::Read }, { Stage::Two, true, false }, leaf, rights, fault);
        pa = leaf.output;
        return ok;
    }
    /// Translates it again, to be updated by hardware: a write.
    bool translateUpdate(std::uint64_t ipa, std::uint64_t& pa, std::optional<Fault>& fault) const
    {
        Leaf leaf;
        LeafRights rights;
        const bool ok = find(ipa, { AccessKind::Write }, { Stage::Two, true, true }, leaf, rights, fault);
        pa = leaf.output;
        return ok;
    }

    /// The attributes of stage 1 as stage 2 leaves them.
    MemoryAttributes attributes(MemoryAttributes stage1, std::uint64_t leaf, AccessKind kind) const
    {
        Stage2Attributes stage2;
        stage2.memAttr = static_cast<unsigned>(bits(leaf, 5, 2));
        stage2.sh
            = m_settings.lookup.wide ? m_settings.lookup.wideSh : static_cast<std::uint8_t>(bits(leaf, 9, 8));
        stage2.forcesWriteBack = m_settings.forcesWriteBack;
        stage2.nonCacheable
            = kind == AccessKind::Execute ? m_settings.fetchNonCacheable : m_settings.dataNonCacheable;
        return combine(stage1, stage2);
    }
    void hold(StageLeaf& out, const Leaf& leaf, LeafRights rights) const
    {
        const bool clean = m_settings.lookup.hardwareDirtyState && bit(leaf.descriptor, detail::kDbm)
            && !bit(leaf.descriptor, kStage2Writable);
        holdLeaf(out, m_settings.lookup, leaf, rights, clean);
    }

private:
    [[gnu::noinline, gnu::flatten]] bool find(std::uint64_t ipa, const Access& access,
        const LookupPurpose& purpose, Leaf& leaf, LeafRights& rights, std::optional<Fault>& fault) const
    {
        const LookupConfig& config = m_settings.lookup;
        if (config.illegal || (ipa >> config.inputBits) != 0) [[unlikely]]
            return refuse(fault, ipa, purpose, arch::FaultKind::Translation, 0);
        if (config.baseOutOfRange) [[unlikely]]
            return refuse(fault, ipa, purpose, arch::FaultKind::AddressSize, 0);
        if (!lookUp(ipa, access, purpose, leaf, rights, fault)) [[unlikely]]
            return false;
        const std::uint64_t changed = stage2Change(config, leaf.descriptor, access);
        return changed == 0 || update(ipa, access, purpose, leaf, rights, changed, fault);
    }

    bool lookUp(std::uint64_t ipa, const Access& access, const LookupPurpose& purpose, Leaf& leaf,
        LeafRights& rights, std::optional<Fault>& fault) const
    {
        const LookupConfig& config = m_settings.lookup;
        const auto here = [](std::uint64_t entry, std::uint64_t& pa) {
            pa = entry;
            return true;
        };
        if (!findLeaf(config, purpose, ipa, m_memory, m_trace, here, leaf, fault)) [[unlikely]] {
            if (fault) {
                fault->s1ptw = purpose.forTable;
                fault->ipa = Ipa(ipa);
            }
            return false;
        }
        if (!bit(leaf.descriptor, kAccessFlag) && !config.hardwareAccessFlag) [[unlikely]]
            return refuse(fault, ipa, purpose, arch::FaultKind::AccessFlag, leaf.level);
        rights = stage2Rights(leaf.descriptor, config.hardwareDirtyState);
        const bool protectedTable = purpose.forTable && m_settings.protectTables
            && isStage2Device(static_cast<unsigned>(bits(leaf.descriptor, 5, 2)), m_settings.forcesWriteBack);
        if (protectedTable || !rights.allow(access)) [[unlikely]]
            return refuse(fault, ipa, purpose, arch::FaultKind::Permission, leaf.level);
        return true;
    }

    [[gnu::cold]] static bool refuse(std::optional<Fault>& fault, std::uint64_t ipa,
        const LookupPurpose& purpose, arch::FaultKind kind, int level)
    {
        fault.emplace(Fault { Stage::Two, kind, level, purpose.forTable, Ipa(ipa), purpose.forUpdate });
        return false;
    }

    /// Hardware updates the leaf. What somebody else changed first is walked and checked again.
    [[gnu::noinline]] bool update(std::uint64_t ipa, const Access& access, const LookupPurpose& purpose,
        Leaf& leaf, LeafRights& rights, std::uint64_t changed, std::optional<Fault>& fault) const
    {
        const LookupConfig& config = m_settings.lookup;
        const LookupPurpose failing { Stage::Two, purpose.forTable, true };
        for (unsigned attempt = 0; changed != 0; ++attempt) {
            switch (updateDescriptor(config, m_memory, m_writeBack, leaf.address, leaf.descriptor, changed)) {
            case Exchange::Done:
                leaf.descriptor ^= changed;
                if (m_trace != nullptr)
                    noteUpdate(*m_trace, purpose, changed);
                return true;
            case Exchange::Aborted:
                return refuse(fault, ipa, failing, arch::FaultKind::ExternalAbortOnWalk, leaf.level);
            case Exchange::ValueChanged:
                break;
            }
            if (attempt == kMostAttempts)
                return refuse(fault, ipa, failing, arch::FaultKind::UnsupportedUpdate, leaf.level);
            if (m_trace != nullptr) // the reads of this walk, which were the last, are void
                m_trace->resize(
                    m_trace->size() - static_cast<std::size_t>(leaf.level - config.startLevel + 1));
            if (!lookUp(ipa, access, purpose, leaf, rights, fault))
                return false;
            changed = stage2Change(config, leaf.descriptor, access);
        }
        return true;
    }

    const Stage2Settings& m_settings;
    const Memory& m_memory;
    WalkTrace* m_trace;
    bool m_writeBack;
};

} // namespace fscope::mmu
