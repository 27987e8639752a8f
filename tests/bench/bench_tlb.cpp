// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// The TLB model: what an access with a cached translation costs, and what a TLBI and a snapshot do.

#include "core/mmu/tlb.h"
#include "tests/bench/benchreport.h"

namespace {

using namespace fscope;
using namespace fscope::mmu;

TranslationRegisters registers()
{
    TranslationRegisters regs;
    regs.sctlr = 0x1005;                                  // M, C, I
    regs.tcr = 0x5ULL << 32 | 2U << 30 | 16U << 16 | 16U; // 48-bit halves, 48-bit IPS, 4 KiB
    regs.hcr = 1U | 1ULL << 31;                           // VM, RW
    regs.ttbr0 = 1ULL << 48;
    regs.vttbr = 1ULL << 48;
    return regs;
}

TlbEntry entryFor(std::uint64_t va, unsigned sizeLog2)
{
    Translation translation;
    translation.ipa = Ipa(va);
    translation.pa = Pa(va);
    translation.global = false;
    translation.asid = 1;
    for (StageLeaf* leaf : { &translation.stage1, &translation.stage2 }) {
        leaf->level = sizeLog2 == 12 ? 3 : 2;
        leaf->sizeLog2 = leaf->spanLog2 = static_cast<std::uint8_t>(sizeLog2);
        leaf->rights = LeafRights({ true, true, true }, { true, true, true }, false);
    }
    return tlbEntryOf(registers(), Va(va), {}, translation).value();
}

/// Pages in each way of 64 sets.
Tlb filled(bool blocksToo)
{
    Tlb tlb(TlbShape { 64, 4 });
    for (std::uint64_t page = 0; page < 256; ++page)
        tlb.fill(entryFor(page << 12U, 12));
    if (blocksToo)
        tlb.fill(entryFor(0x4000'0000, 21));
    return tlb;
}

void hit(benchmark::State& state, Tlb tlb, std::uint64_t mask, std::uint64_t base)
{
    const TlbContext context(registers());
    const Access access {};
    std::uint64_t va = 0;
    for (auto _ : state) {
        va = (va + 0x1008) & mask;
        const TlbEntry* entry = tlb.lookUp(context, Va(va | base), access);
        if (entry == nullptr || !entry->allows(access)) {
            state.SkipWithError("the look-up misses");
            return;
        }
        benchmark::DoNotOptimize(entry->paOf(va));
    }
}

FSCOPE_BENCH("TLB hit: look-up, rights, address", "ns", 5, false,
    [](benchmark::State& state) { hit(state, filled(false), 0xf'ffff, 0); });

FSCOPE_BENCH("TLB hit of a block beside pages", "ns", 0, false,
    [](benchmark::State& state) { hit(state, filled(true), 0x1f'ffff, 0x4000'0000); });

FSCOPE_BENCH("TLB hit with its whole answer", "ns", 0, false, [](benchmark::State& state) {
    Tlb tlb = filled(false);
    const TranslationRegisters regs = registers();
    const Access access {};
    std::uint64_t va = 0;
    for (auto _ : state) {
        va = (va + 0x1008) & 0xf'ffff;
        const TlbEntry* entry = tlb.lookUp(TlbContext(regs), Va(va), access);
        benchmark::DoNotOptimize(entry->answer(Va(va), access));
    }
});

FSCOPE_BENCH("TLBI by address, 256 entries", "ns", 0, false, [](benchmark::State& state) {
    Tlb tlb = filled(false);
    const TlbiInstruction instruction = tlbiByName("vae1is").value();
    const TlbiOperation operation
        = tlbiOperation(instruction, tlbiOperand(instruction, 0x1'0000'0000, 1), registers());
    for (auto _ : state)
        benchmark::DoNotOptimize(tlb.invalidate(operation));
});

FSCOPE_BENCH(
    "TLB snapshot and the first change after it, 256 entries", "ns", 0, false, [](benchmark::State& state) {
        Tlb tlb = filled(false);
        const TlbContext context(registers());
        for (auto _ : state) {
            const Tlb snapshot = tlb;
            benchmark::DoNotOptimize(tlb.lookUp(context, Va(0x1000), {}));
        }
    });

} // namespace
