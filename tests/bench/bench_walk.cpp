// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// Table walks: what each step of a fetch or of an access without a cached translation costs.

#include "core/mmu/walk.h"
#include "tests/bench/benchreport.h"
#include "tests/core/mmu/twostageguest.h"

namespace {

using namespace fscope;
using namespace fscope::mmu;
using fscope::test::TwoStageGuest;

constexpr std::uint64_t kVa = 0x3f12345000;
constexpr std::uint64_t kIpa = 0x40003000;

void mapPage(TwoStageGuest& guest)
{
    TwoStageGuest::need(guest.stage1.map({ .input = kVa, .output = kIpa, .size = 0x1000 }));
    TwoStageGuest::need(guest.stage2.map({ .input = kIpa,
        .output = kIpa + TwoStageGuest::kIpaToPa,
        .size = 0x1000,
        .attrIndex = TwoStageGuest::kNormal }));
}

void walk(benchmark::State& state, const TwoStageGuest& guest)
{
    if (!translate(guest.regs, guest.memory, Va(kVa), {}).ok()) {
        state.SkipWithError("the walk faults");
        return;
    }
    std::uint64_t va = kVa;
    for (auto _ : state) {
        benchmark::DoNotOptimize(va);
        benchmark::DoNotOptimize(translate(guest.regs, guest.memory, Va(va), {}));
    }
}

FSCOPE_BENCH("stage-1 walk, 3 levels, stage 2 off", "ns", 60, false, [](benchmark::State& state) {
    TwoStageGuest guest(false);
    mapPage(guest);
    // 39-bit addresses start at level 1, in the table that level 0 names.
    guest.regs.tcr = (guest.regs.tcr & ~std::uint64_t { 0x3f }) | 25U;
    guest.regs.ttbr0 = TwoStageGuest::need(guest.stage1.tableFor(kVa, 1));
    walk(state, guest);
});

FSCOPE_BENCH("stage-2 walk, 4 levels", "ns", 80, false, [](benchmark::State& state) {
    TwoStageGuest guest;
    mapPage(guest);
    std::uint64_t ipa = kIpa;
    for (auto _ : state) {
        benchmark::DoNotOptimize(ipa);
        benchmark::DoNotOptimize(walkStage2(guest.regs, guest.memory, Ipa(ipa), {}));
    }
});

FSCOPE_BENCH("walk of both stages, 4 levels each", "ns", 400, false, [](benchmark::State& state) {
    TwoStageGuest guest;
    mapPage(guest);
    walk(state, guest);
});

} // namespace
