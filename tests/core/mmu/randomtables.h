// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/base/bits.h"
#include "core/base/splitmix.h"
#include "core/mmu/tablebuilder.h"
#include "core/mmu/tabletree.h"
#include "core/mmu/walk.h"

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <vector>

namespace fscope::test {

class Random
{
public:
    explicit Random(std::uint64_t seed)
        : m_seed(seed)
    { }
    std::uint64_t next() { return splitmix(m_seed, ++m_count); }
    std::uint64_t below(std::uint64_t limit) { return next() % limit; }
    bool chance(unsigned percent) { return below(100) < percent; }
    template <typename T>
    T pick(std::initializer_list<T> values)
    {
        return values.begin()[below(values.size())];
    }

private:
    std::uint64_t m_seed;
    std::uint64_t m_count = 0;
};

/// Tables of one random format with some random disjoint mappings, and the registers that walk them. Stage 1
/// may lie under a stage 2 of another random format that maps its tables elsewhere.
class RandomTables
{
public:
    explicit RandomTables(std::uint64_t seed)
        : m_random(seed)
    {
        need(memory.addRam(Pa(kRam), kRamSize));
        stage = m_random.chance(50) ? mmu::Stage::One : mmu::Stage::Two;
        under = stage == mmu::Stage::One && m_random.chance(50);
        format = randomFormat(stage);
        regs.sctlr = 0x1004 | (m_random.chance(20) ? 1U << 19 : 0U); // C, I, perhaps WXN
        regs.mair = m_random.next() & 0xff44'ffff'ff44'04ffU;
        if (stage == mmu::Stage::Two)
            makeStage2();
        else
            makeStage1();
    }
    RandomTables(const RandomTables&) = delete;
    RandomTables& operator=(const RandomTables&) = delete;

    memory::SnapshotMemory memory;
    mmu::TranslationRegisters regs;
    mmu::Stage stage = mmu::Stage::One;
    bool under = false; ///< stage 2 is on under stage 1
    mmu::TableFormat format;
    mmu::TreeName tree = mmu::TreeName::Ttbr0;
    std::vector<mmu::Mapping> mappings; ///< by ascending input
    std::vector<std::uint64_t> leaves;  ///< of each mapping: a descriptor with its attributes

private:
    /// Below every output size there is.
    static constexpr std::uint64_t kRam = 0x4000'0000;
    static constexpr std::uint64_t kRamSize = 0x2000'0000;
    static constexpr std::uint64_t kStage1Tables = 0x4000'0000;
    static constexpr std::uint64_t kStage2Tables = 0x5000'0000;
    /// What stage 2 does to stage-1 tables that lie under it.
    static constexpr std::uint64_t kOffset = 0x0800'0000;

    static void need(const Result<void>& result)
    {
        if (!result)
            throw std::runtime_error(result.error().text());
    }

    mmu::TableFormat randomFormat(mmu::Stage forStage)
    {
        for (;;) {
            mmu::TableFormat candidate;
            candidate.stage = forStage;
            candidate.grainBits = m_random.pick({ 12U, 14U, 16U });
            candidate.wide = m_random.chance(30);
            candidate.inputBits = 16 + static_cast<unsigned>(m_random.below(37));
            candidate.outputBits = m_random.pick({ 32U, 36U, 40U, 42U, 44U, 48U, 52U });
            if (forStage == mmu::Stage::Two && m_random.chance(60))
                candidate.startLevel = static_cast<int>(m_random.below(5)) - 1;
            candidate.bigEndian = m_random.chance(20);
            if (candidate.check())
                return candidate;
        }
    }

    mmu::TableBuilder::Storage storage(std::uint64_t start, std::uint64_t offset, std::uint64_t& used)
    {
        return { [start, &used](std::uint64_t bytes) -> Result<std::uint64_t> {
                    used = (used + bytes - 1) & ~(bytes - 1);
                    used += bytes;
                    if (used > kOffset)
                        throw std::runtime_error("the tables are too many");
                    return start + used - bytes;
                },
            [offset](std::uint64_t table) -> Result<Pa> { return Pa(table + offset); } };
    }

    void makeStage2()
    {
        tree = mmu::TreeName::Vttbr;
        std::uint64_t used = 0;
        mmu::TableBuilder builder(format, mmu::wordsOf(memory), storage(kStage2Tables, 0, used));
        addMappings(builder);
        useStage2(format, *builder.root());
    }

    void useStage2(const mmu::TableFormat& with, std::uint64_t root)
    {
        regs.hcr = 1U | 1ULL << 31;
        regs.vtcr = with.inVtcr(1U << 31);
        if (with.wide)
            regs.vtcr |= m_random.below(4) / 2 * 2 << 12;
        regs.vttbr = with.baseRegister(root);
        if (with.bigEndian)
            regs.sctlrEl2 = 1U << 25;
    }

    void makeStage1()
    {
        const bool upper = m_random.chance(50);
        tree = upper ? mmu::TreeName::Ttbr1 : mmu::TreeName::Ttbr0;
        std::uint64_t used = 0;
        mmu::TableBuilder builder(
            format, mmu::wordsOf(memory), storage(kStage1Tables, under ? kOffset : 0, used));
        addMappings(builder);
        regs.sctlr |= 1U | (format.bigEndian ? 1U << 25 : 0U);
        regs.tcr = format.inTcr(0, upper);
        if (format.wide)
            regs.tcr |= m_random.below(4) / 2 * 2 << (upper ? 28 : 12);
        (upper ? regs.ttbr1 : regs.ttbr0) = format.baseRegister(*builder.root());
        if (!under)
            return;
        mmu::TableFormat below = randomFormat(mmu::Stage::Two);
        while (below.inputBits < 32)
            below = randomFormat(mmu::Stage::Two);
        std::uint64_t used2 = 0;
        mmu::TableBuilder stage2(below, mmu::wordsOf(memory), storage(kStage2Tables, 0, used2));
        mmu::Mapping tables;
        tables.input = kStage1Tables;
        tables.output = kStage1Tables + kOffset;
        tables.size = kOffset;
        tables.attrIndex = 0xf;
        tables.largestBlocks = true;
        need(stage2.map(tables));
        useStage2(below, *stage2.root());
    }

    void addMappings(mmu::TableBuilder& builder)
    {
        const std::uint64_t half = regsHalf();
        const unsigned count = 1 + static_cast<unsigned>(m_random.below(5));
        for (unsigned i = 0; i < count; ++i) {
            mmu::Mapping mapping = randomMapping();
            mapping.input |= half;
            const auto overlaps = [&](const mmu::Mapping& other) {
                return mapping.input <= other.input + (other.size - 1)
                    && other.input <= mapping.input + (mapping.size - 1);
            };
            if (mapping.size == 0 || std::any_of(mappings.begin(), mappings.end(), overlaps))
                continue;
            need(builder.map(mapping));
            mappings.push_back(mapping);
        }
        std::sort(mappings.begin(), mappings.end(),
            [](const mmu::Mapping& a, const mmu::Mapping& b) { return a.input < b.input; });
        for (const mmu::Mapping& mapping : mappings)
            leaves.push_back(builder.leaf(mapping, 3, 0));
    }

    std::uint64_t regsHalf() const { return tree == mmu::TreeName::Ttbr1 ? mask(63, format.inputBits) : 0; }

    mmu::Mapping randomMapping()
    {
        mmu::Mapping mapping;
        const int first = std::max(format.firstBlockLevel(), format.start());
        mapping.level = first + static_cast<int>(m_random.below(static_cast<std::uint64_t>(4 - first)));
        const std::uint64_t unit = format.entryBytes(mapping.level);
        const std::uint64_t inputs = std::uint64_t { 1 } << format.inputBits;
        const std::uint64_t outputs = std::uint64_t { 1 } << format.outputBits;
        std::uint64_t entries = 1 + m_random.below(m_random.pick({ 3U, 40U }));
        const std::uint32_t set = format.contiguousEntries(mapping.level);
        const bool contiguous = set > 1 && m_random.chance(30);
        if (contiguous)
            entries += set;
        const std::uint64_t size = entries * unit;
        if (size > inputs || size > outputs || unit > inputs)
            return mapping; // of size 0: none
        const std::uint64_t grain = contiguous ? unit * set : unit;
        // Near each other, so that neighbours join and tables are shared; at the ends of the range; anywhere.
        const std::uint64_t last = (inputs - size) & ~(unit - 1);
        switch (m_random.below(4)) {
        case 0:
            mapping.input = 0;
            break;
        case 1:
            mapping.input = last;
            break;
        case 2:
            mapping.input = std::min(last, m_random.below(64) * unit);
            break;
        default:
            mapping.input = std::min(last, m_random.below(inputs) & ~(unit - 1));
        }
        if (contiguous)
            mapping.input &= ~(grain - 1);
        mapping.output = m_random.chance(40) && mapping.input < outputs
            ? mapping.input
            : m_random.below(outputs) & ~(grain - 1);
        if (mapping.output > outputs - size)
            mapping.output = (outputs - size) & ~(grain - 1);
        mapping.contiguous = contiguous;
        mapping.size = size;
        if (!contiguous && m_random.chance(20))
            mapping.largestBlocks = true;
        randomAttributes(mapping);
        return mapping;
    }

    void randomAttributes(mmu::Mapping& mapping)
    {
        if (m_random.chance(40)) { // so that neighbours are alike at times
            mapping.attrIndex = stage == mmu::Stage::Two ? 0xf : 0;
            return;
        }
        mapping.read = stage == mmu::Stage::One || m_random.chance(80);
        mapping.write = m_random.chance(50);
        mapping.user = m_random.chance(50);
        mapping.executeEl1 = m_random.chance(50);
        mapping.executeEl0 = m_random.chance(50);
        mapping.accessFlag = m_random.chance(90);
        mapping.notGlobal = m_random.chance(50);
        mapping.dirtyModifier = m_random.chance(20);
        mapping.guarded = m_random.chance(10);
        mapping.software = static_cast<std::uint8_t>(m_random.below(16));
        mapping.attrIndex = static_cast<std::uint8_t>(m_random.below(stage == mmu::Stage::Two ? 16 : 8));
        mapping.sh = m_random.pick<std::uint8_t>({ 0, 2, 3 });
    }

    Random m_random;
};

} // namespace fscope::test
