// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/mmu/lookupconfig.h"
#include "core/mmu/permissions.h"
#include "core/mmu/walk.h"

#include <array>
#include <cstdint>

namespace fscope::mmu {

/// Stage 1 of one half of the VA space, decoded.
struct Stage1Settings {
    LookupConfig lookup;
    PermissionRules rules;
    std::uint64_t mair = 0;
    std::uint64_t tableMask = 0; ///< bits of table descriptors that limit the leaf; 0 with HPD
    /// The bits above the input range (while stage 1 is off: the physical address) that have to be 0, after
    /// @c flip has turned those that repeat bit 55 to 0. The top byte is not among them where it is ignored
    /// (TBI); for instruction fetches TBID decides.
    std::uint64_t dataRange = 0;
    std::uint64_t fetchRange = 0;
    std::uint64_t flip = 0;
    std::uint16_t asid = 0;
    bool on = false;               ///< else addresses go through
    bool defaultCacheable = false; ///< HCR_EL2.DC: Normal memory while stage 1 is off
    bool noUser = false;           ///< E0PD: EL0 has nothing in this half
    bool dataCacheable = false;    ///< SCTLR_ELx.C
    bool fetchCacheable = false;   ///< SCTLR_ELx.I
};

/// Stage 2, decoded.
struct Stage2Settings {
    LookupConfig lookup;
    bool on = false;
    bool protectTables = false;     ///< HCR_EL2.PTW: no stage-1 tables in Device memory
    bool dataNonCacheable = false;  ///< HCR_EL2.CD
    bool fetchNonCacheable = false; ///< HCR_EL2.ID
    bool forcesWriteBack = false;   ///< HCR_EL2.FWB: MemAttr in its other meaning
};

Stage1Settings stage1Settings(const TranslationRegisters& regs, bool upperHalf);
Stage2Settings stage2Settings(const TranslationRegisters& regs);

/// Which half of the VA space an address lies in, by bit 55; the regime of EL2 has one range.
inline bool isUpperHalf(Regime regime, Va va)
{
    return regime != Regime::El2 && bit(va.value, 55);
}

/// The registers of a translation regime decoded once, for those who make many walks: walks as the free
/// functions of walk.h, and cheaper by the decoding. A value of some hundred bytes; threads may share it.
class TranslationRegime
{
public:
    explicit TranslationRegime(const TranslationRegisters& regs);

    WalkResult translate(
        const memory::GuestMemory& memory, Va va, const Access& access, WalkTrace* trace = nullptr) const;
    WalkResult walkStage1(
        const memory::GuestMemory& memory, Va va, const Access& access, WalkTrace* trace = nullptr) const;
    WalkResult walkStage2(
        const memory::GuestMemory& memory, Ipa ipa, const Access& access, WalkTrace* trace = nullptr) const;
    WalkResult translate(
        const memory::SnapshotMemory& memory, Va va, const Access& access, WalkTrace* trace = nullptr) const;
    WalkResult walkStage1(
        const memory::SnapshotMemory& memory, Va va, const Access& access, WalkTrace* trace = nullptr) const;
    WalkResult walkStage2(const memory::SnapshotMemory& memory, Ipa ipa, const Access& access,
        WalkTrace* trace = nullptr) const;

    const Stage1Settings& stage1(Va va) const { return m_halves[isUpperHalf(m_regime, va) ? 1 : 0]; }
    const Stage2Settings& stage2() const { return m_stage2; }

private:
    std::array<Stage1Settings, 2> m_halves; ///< the lower half, then the upper
    Stage2Settings m_stage2;
    Regime m_regime;
};

} // namespace fscope::mmu
