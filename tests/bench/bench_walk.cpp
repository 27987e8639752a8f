// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// Table walks: what each step of a fetch or of an access without a cached translation costs.

#include "core/mmu/walk.h"
#include "tests/bench/benchreport.h"
#include "tests/core/mmu/flatguest.h"

namespace {

using namespace fscope;
using namespace fscope::mmu;
using fscope::test::FlatGuest;
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

/// 39-bit addresses start at level 1, in the table that level 0 names.
void startAtLevel1(TwoStageGuest& guest)
{
    guest.regs.tcr = (guest.regs.tcr & ~std::uint64_t { 0x3f }) | 25U;
    guest.regs.ttbr0 = TwoStageGuest::need(guest.stage1.tableFor(kVa, 1));
}

template <typename Walk>
void turn(benchmark::State& state, std::uint64_t input, const Walk& walk)
{
    if (!walk(input).ok()) {
        state.SkipWithError("the walk faults");
        return;
    }
    for (auto _ : state) {
        benchmark::DoNotOptimize(input);
        benchmark::DoNotOptimize(walk(input));
    }
}

FSCOPE_BENCH("stage-1 walk, 3 levels, stage 2 off", "ns", 20, false, [](benchmark::State& state) {
    TwoStageGuest guest(false);
    mapPage(guest);
    startAtLevel1(guest);
    const FlatGuest flat(guest);
    turn(state, kVa, [&](std::uint64_t va) { return flat.regime.translate(flat.memory, Va(va), {}); });
});

FSCOPE_BENCH("stage-2 walk, 4 levels", "ns", 40, false, [](benchmark::State& state) {
    TwoStageGuest guest;
    mapPage(guest);
    const FlatGuest flat(guest);
    turn(state, kIpa, [&](std::uint64_t ipa) { return flat.regime.walkStage2(flat.memory, Ipa(ipa), {}); });
});

FSCOPE_BENCH("walk of both stages, 4 levels each", "ns", 160, false, [](benchmark::State& state) {
    TwoStageGuest guest;
    mapPage(guest);
    const FlatGuest flat(guest);
    turn(state, kVa, [&](std::uint64_t va) { return flat.regime.translate(flat.memory, Va(va), {}); });
});

FSCOPE_BENCH("walk of both stages, 4 levels each, registers decoded anew", "ns", 0, false,
    [](benchmark::State& state) {
        TwoStageGuest guest;
        mapPage(guest);
        const FlatGuest flat(guest);
        turn(state, kVa, [&](std::uint64_t va) { return translate(flat.regs, flat.memory, Va(va), {}); });
    });

FSCOPE_BENCH(
    "stage-1 walk of a snapshot, 3 levels, stage 2 off", "ns", 0, false, [](benchmark::State& state) {
        TwoStageGuest guest(false);
        mapPage(guest);
        startAtLevel1(guest);
        turn(state, kVa, [&](std::uint64_t va) { return translate(guest.regs, guest.memory, Va(va), {}); });
    });

FSCOPE_BENCH("walk of both stages of a snapshot, 4 levels each", "ns", 0, false, [](benchmark::State& state) {
    TwoStageGuest guest;
    mapPage(guest);
    turn(state, kVa, [&](std::uint64_t va) { return translate(guest.regs, guest.memory, Va(va), {}); });
});

} // namespace
