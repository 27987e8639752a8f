// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/mmu/tablebuilder.h"
#include "core/mmu/walk.h"

#include <cstdint>
#include <stdexcept>

namespace fscope::test {

/// A guest of two stages with RAM at PA 0x50000000, which the guest believes at IPA 0x40000000.
///
/// Stage-1 tables start at IPA 0x40100000, stage-2 tables at PA 0x50200000. Stage 2 maps the IPAs of the
/// stage-1 tables; all else is for the user to map.
class TwoStageGuest
{
public:
    static constexpr std::uint64_t kIpaToPa = 0x10000000;
    static constexpr std::uint64_t kStage1Tables = 0x40100000;
    static constexpr std::uint64_t kStage2Tables = 0x50200000;
    static constexpr std::uint64_t kTablesSize = 0x100000;

    explicit TwoStageGuest(bool withStage2 = true)
        : stage1(mmu::Stage::One, memory,
            { [this](std::uint64_t /*bytes*/) { return take(m_nextStage1); },
                [withStage2](std::uint64_t table) -> Result<Pa> {
                    return Pa(withStage2 ? table + kIpaToPa : table);
                } })
        , stage2(mmu::Stage::Two, memory,
              { [this](std::uint64_t /*bytes*/) { return take(m_nextStage2); },
                  [](std::uint64_t table) -> Result<Pa> { return Pa(table); } })
        , m_nextStage1(withStage2 ? kStage1Tables : kStage1Tables + kIpaToPa)
    {
        need(memory.addRam(Pa(0x50000000), 0x4000000));
        regs.sctlr = 0x1005;                                  // M, C, I
        regs.tcr = 0x5ULL << 32 | 2U << 30 | 16U << 16 | 16U; // 48-bit halves, 48-bit IPS, 4 KiB
        regs.mair = 0x04bb44ff;                   // Write-Back, Non-cacheable, Write-Through, Device-nGnRE
        regs.vtcr = 0x5ULL << 16 | 2U << 6 | 16U; // 48-bit IPAs from level 0, 48-bit PS
        regs.ttbr0 = regs.ttbr1 = need(stage1.root());
        if (withStage2) {
            regs.hcr = 1U | 1ULL << 31; // VM, RW
            regs.vttbr = need(stage2.root());
            need(stage2.map({ .input = kStage1Tables,
                .output = kStage1Tables + kIpaToPa,
                .size = kTablesSize,
                .attrIndex = kNormal }));
        }
    }
    TwoStageGuest(const TwoStageGuest&) = delete;
    TwoStageGuest& operator=(const TwoStageGuest&) = delete;

    /// MemAttr of Normal Write-Back memory in stage 2.
    static constexpr std::uint8_t kNormal = 0xf;

    memory::SnapshotMemory memory;
    mmu::TranslationRegisters regs;
    mmu::TableBuilder stage1;
    mmu::TableBuilder stage2;

    /// What cannot fail in a test that is right.
    static void need(const Result<void>& result)
    {
        if (!result)
            throw std::runtime_error(result.error().text());
    }
    static std::uint64_t need(const Result<std::uint64_t>& result)
    {
        if (!result)
            throw std::runtime_error(result.error().text());
        return *result;
    }

private:
    static Result<std::uint64_t> take(std::uint64_t& next)
    {
        if (next % kTablesSize == 0xff000)
            return fail("No room for a further table.");
        next += 0x1000;
        return next - 0x1000;
    }

    std::uint64_t m_nextStage1;
    std::uint64_t m_nextStage2 = kStage2Tables;
};

} // namespace fscope::test
