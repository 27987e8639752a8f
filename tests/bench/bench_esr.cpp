// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/esr.h"
#include "core/arch/fieldlist.h"
#include "core/base/bits.h"
#include "core/base/splitmix.h"
#include "tests/bench/benchreport.h"

#include <cstddef>
#include <cstdint>
#include <vector>

using namespace fscope;
using namespace fscope::arch;

namespace {

constexpr std::size_t kValues = 1024;

/// Data Aborts as a hypervisor sees them: half with ISV = 1, translation and permission faults of all levels.
std::vector<std::uint64_t> dataAborts()
{
    constexpr std::uint64_t kCodes[] = { 0x04, 0x05, 0x06, 0x07, 0x0d, 0x0e, 0x0f, 0x10 };
    std::vector<std::uint64_t> values;
    for (std::uint64_t k = 1; values.size() < kValues; ++k) {
        const std::uint64_t draw = splitmix(1, k);
        const std::uint64_t code = kCodes[draw >> 60U & 7U];
        std::uint64_t esr = 0x92000000 | code | (draw & 0x40U);
        if ((draw >> 50U & 1U) != 0 && code != 0x10)
            esr |= 0x01000000 | (draw & 0x00ffc000U);
        values.push_back(esr);
    }
    return values;
}

} // namespace

FSCOPE_BENCH("full decode of a data-abort ESR", "ns", 50, false, [](benchmark::State& state) {
    const std::vector<std::uint64_t> values = dataAborts();
    FieldList list;
    std::size_t i = 0;
    for (auto _ : state) {
        decodeEsrInto(list, RegisterName::EsrEl2, values[i]);
        benchmark::DoNotOptimize(&list);
        benchmark::ClobberMemory();
        i = (i + 1) % kValues;
    }
});

FSCOPE_BENCH("query EC, ISV, SAS, SRT, WnR and FSC of an ESR", "ns", 3, false, [](benchmark::State& state) {
    const std::vector<std::uint64_t> values = dataAborts();
    std::size_t i = 0;
    for (auto _ : state) {
        const AbortSyndrome s = AbortSyndrome::decode(values[i]);
        benchmark::DoNotOptimize(s.ec + s.isv + s.sas + s.srt + s.wnr + s.fsc);
        i = (i + 1) % kValues;
    }
});

FSCOPE_BENCH("full decode of a data-abort ESR with its words", "us", 0, false, [](benchmark::State& state) {
    const std::vector<std::uint64_t> values = dataAborts();
    std::size_t i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(decodeFields(layoutOf(RegisterName::EsrEl2, values[i]), values[i]));
        i = (i + 1) % kValues;
    }
});
