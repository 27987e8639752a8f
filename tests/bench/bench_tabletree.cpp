// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// Whole trees of page tables: how long a person waits for the list, the linter and the reverse look-up.

#include "core/mmu/reverselookup.h"
#include "core/mmu/standardregime.h"
#include "core/mmu/tablebuilder.h"
#include "core/mmu/tableenumerator.h"
#include "core/mmu/tablelint.h"
#include "tests/bench/benchreport.h"

#include <stdexcept>

namespace {

using namespace fscope;
using namespace fscope::mmu;

constexpr std::uint64_t kPages = 1U << 20;

/// A tree of a million pages in some 2,000 tables.
struct MillionPages {
    memory::SnapshotMemory memory;
    TranslationRegisters regs;

    /// @param apart  no page joins with its neighbour
    explicit MillionPages(bool apart)
    {
        std::uint64_t next = 0x4000'0000;
        need(memory.addRam(Pa(next), 0x1000'0000));
        TableBuilder builder(Stage::One, memory,
            { [&next](std::uint64_t bytes) -> Result<std::uint64_t> {
                 next += bytes;
                 return next - bytes;
             },
                [](std::uint64_t table) -> Result<Pa> { return Pa(table); } });
        if (apart) {
            for (std::uint64_t i = 0; i < kPages; ++i)
                need(builder.map({ .input = i << 12, .output = (kPages - i) << 12, .size = 0x1000 }));
        } else {
            need(builder.map({ .input = 0, .output = 0, .size = kPages << 12 }));
        }
        regs.sctlr = 0x1005;
        regs.tcr = standard::kTcr | standard::kTcrEpd1;
        regs.mair = standard::kMair;
        regs.ttbr0 = *builder.root();
    }
    static void need(const Result<void>& result)
    {
        if (!result)
            throw std::runtime_error(result.error().text());
    }
};

void enumerateAll(benchmark::State& state, bool apart, std::uint64_t expected)
{
    const MillionPages pages(apart);
    const TableTree tree(pages.regs, pages.memory, TreeName::Ttbr0);
    for (auto _ : state) {
        std::uint64_t ranges = 0;
        enumerate(tree, {}, [&](const MappedRange& range) {
            benchmark::DoNotOptimize(range);
            ++ranges;
            return true;
        });
        if (ranges != expected)
            state.SkipWithError("ranges are missing");
    }
}

FSCOPE_BENCH("enumerating 1 million pages that join", "ms", 150, false,
    [](benchmark::State& state) { enumerateAll(state, false, 1); });

FSCOPE_BENCH("enumerating 1 million pages apart", "ms", 150, false,
    [](benchmark::State& state) { enumerateAll(state, true, kPages); });

FSCOPE_BENCH("linting 1 million pages apart", "ms", 2000, false, [](benchmark::State& state) {
    const MillionPages pages(true);
    for (auto _ : state)
        benchmark::DoNotOptimize(lintTables(pages.regs, pages.memory));
});

FSCOPE_BENCH("who maps a page, of 1 million pages apart", "ns", 5000, false, [](benchmark::State& state) {
    const MillionPages pages(true);
    const ReverseLookup lookup(pages.regs, pages.memory);
    std::uint64_t pa = 0;
    for (auto _ : state) {
        pa = (pa + 0x1234'5000) & 0xffff'f000;
        benchmark::DoNotOptimize(lookup.whoMaps({ pa, pa + 7 }));
    }
});

} // namespace
