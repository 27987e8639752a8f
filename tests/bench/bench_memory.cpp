// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/base/gzipreader.h"
#include "core/memory/slotmap.h"
#include "core/memory/snapshotmemory.h"
#include "tests/bench/benchreport.h"

#include <cstdint>
#include <string>

using namespace fscope;
using namespace fscope::memory;

namespace {

constexpr std::uint64_t kRam = 0x40000000;

/// 1 GiB of RAM, of which @p pages scattered pages are touched.
SnapshotMemory touched(std::uint64_t pages)
{
    SnapshotMemory memory;
    if (!memory.addRam(Pa(kRam), 0x40000000))
        return memory;
    for (std::uint64_t i = 0; i < pages; ++i)
        memory.write(Pa(kRam + i * 3 * kPageSize), &i, sizeof i);
    return memory;
}

FSCOPE_BENCH("RAM: read 8 bytes of a touched page", "ns", 10, false, [](benchmark::State& state) {
    const SnapshotMemory memory = touched(1000);
    std::uint64_t i = 0;
    for (auto _ : state) {
        std::uint64_t value = 0;
        benchmark::DoNotOptimize(memory.read(Pa(kRam + (i++ & 511) * 3 * kPageSize), &value, sizeof value));
        benchmark::DoNotOptimize(value);
    }
});

FSCOPE_BENCH("RAM: write 8 bytes to a touched page", "ns", 10, false, [](benchmark::State& state) {
    SnapshotMemory memory = touched(1000);
    std::uint64_t i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(memory.write(Pa(kRam + (i & 511) * 3 * kPageSize), &i, sizeof i));
        ++i;
    }
});

FSCOPE_BENCH("RAM: copy a memory of 1000 pages", "us", 5, false, [](benchmark::State& state) {
    const SnapshotMemory memory = touched(1000);
    for (auto _ : state) {
        SnapshotMemory copy = memory;
        benchmark::DoNotOptimize(copy);
    }
});

FSCOPE_BENCH("RAM: copy a memory of 1000 pages and write once", "us", 10, false, [](benchmark::State& state) {
    const SnapshotMemory memory = touched(1000);
    std::uint64_t i = 0;
    for (auto _ : state) {
        SnapshotMemory copy = memory;
        benchmark::DoNotOptimize(copy.write(Pa(kRam + (i++ & 511) * 3 * kPageSize), &i, sizeof i));
    }
});

FSCOPE_BENCH("slots: find one of 32", "ns", 10, false, [](benchmark::State& state) {
    SlotMap map;
    for (std::uint64_t i = 0; i < 32; ++i) {
        if (!map.add({ Ipa(i * 0x10000), 0x8000, SlotKind::Ram, Pa(0), "slot" }))
            return;
    }
    std::uint64_t i = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(map.find(Ipa((i++ & 31) * 0x10000 + 0x100)));
});

FSCOPE_BENCH("lines: read plain text", "MiB/s", 300, true, [](benchmark::State& state) {
    std::string text;
    while (text.size() < (std::size_t { 4 } << 20))
        text += std::string(700, 'x') + "\n";
    for (auto _ : state) {
        auto reader = LineReader::fromBytes(text, "text");
        while (reader && reader->next().value().has_value()) { }
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
});

} // namespace
