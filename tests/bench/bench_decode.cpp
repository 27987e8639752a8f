// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/a64/execute.h"
#include "core/a64/instruction.h"
#include "core/base/splitmix.h"
#include "tests/bench/benchreport.h"

#include <cstddef>
#include <cstdint>
#include <vector>

using namespace fscope;

namespace {

constexpr std::size_t kWords
    = 4096; // more than a branch predictor learns, small enough for the first-level cache

// Random operands of each row in random order.
std::vector<std::uint32_t> wordsOfTheTable()
{
    const auto rows = a64::rows();
    std::vector<std::uint32_t> words;
    for (std::uint64_t k = 1; words.size() < kWords; ++k) {
        const a64::Row& row = rows[splitmix(1, k) % rows.size()];
        const std::uint64_t draw = splitmix(2, k);
        std::uint32_t word = 0;
        for (unsigned i = 0; i < 32; ++i) {
            const char c = row.pattern[i];
            word = word << 1 | (c == '1' || (c != '0' && (draw >> i & 1U) != 0) ? 1U : 0U);
        }
        words.push_back(word);
    }
    return words;
}

} // namespace

FSCOPE_BENCH("decode one load or store", "ns", 10, false, [](benchmark::State& state) {
    const std::vector<std::uint32_t> words = wordsOfTheTable();
    std::size_t i = 0;
    for (auto _ : state) {
        a64::Instruction instruction;
        benchmark::DoNotOptimize(a64::decodeFast(words[i], instruction));
        benchmark::DoNotOptimize(instruction);
        i = (i + 1) % kWords;
    }
});

FSCOPE_BENCH("plan one access and extend what it loads", "ns", 20, false, [](benchmark::State& state) {
    std::vector<a64::Instruction> instructions;
    for (const std::uint32_t word : wordsOfTheTable())
        instructions.push_back(a64::decode(word).instruction);
    a64::CpuState cpu;
    for (unsigned n = 0; n < cpu.x.size(); ++n)
        cpu.x[n] = splitmix(3, n);
    std::size_t i = 0;
    for (auto _ : state) {
        a64::AccessPlan plan = a64::planAccess(instructions[i], cpu);
        benchmark::DoNotOptimize(plan);
        benchmark::DoNotOptimize(a64::loadedValue(instructions[i], plan.elements[0].data, plan.bigEndian));
        i = (i + 1) % kWords;
    }
});
