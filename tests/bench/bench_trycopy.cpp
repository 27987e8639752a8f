// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// What it costs that host memory may fault: each guarded access beside the bare one, in the same run.

#include "core/memory/readsection.h"
#include "core/memory/sparsemapping.h"
#include "core/memory/trycopy.h"
#include "tests/bench/benchreport.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <functional>
#include <limits>
#include <memory>
#include <vector>

using namespace fscope;
using namespace fscope::memory;

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kShort = 100000; ///< turns of what takes a nanosecond or two

/// Nanoseconds of one call, the best of many short runs: other programs can only make a run longer.
template <typename Function>
double best(std::size_t turns, Function function)
{
    double least = std::numeric_limits<double>::max();
    for (int run = 0; run < 40; ++run) {
        const auto start = Clock::now();
        for (std::size_t i = 0; i < turns; ++i) {
            function();
            benchmark::ClobberMemory();
        }
        const std::chrono::duration<double, std::nano> spent = Clock::now() - start;
        least = std::min(least, spent.count() / static_cast<double>(turns));
    }
    return least;
}

/// Two buffers, page-aligned as guest memory is, touched.
struct Buffers {
    std::unique_ptr<SparseMapping> mapping;
    std::byte* from = nullptr;
    std::byte* to = nullptr;

    explicit Buffers(std::size_t size)
    {
        constexpr std::uint64_t kPage = 65536;
        const std::uint64_t each = (size + kPage - 1) / kPage * kPage;
        auto made = SparseMapping::create(2 * each);
        if (!made || !(*made)->alloc(0, (*made)->size()))
            return;
        mapping = *std::move(made);
        from = mapping->base();
        to = from + each;
        std::memset(from, 1, 2 * each);
    }
};

/// Throughput of tryCopy() by that of memcpy(), runs of both taking turns.
double copyRatio(std::size_t size)
{
    const Buffers buffers(size);
    const std::size_t turns = (std::size_t { 4 } << 20) / size;
    double bare = std::numeric_limits<double>::max();
    double guarded = bare;
    for (int round = 0; round < 5; ++round) {
        // Called through a pointer, so that the compiler does not make its own code of it.
        void* (*volatile plain)(void*, const void*, std::size_t) = std::memcpy;
        bare = std::min(bare, best(turns, [&] { plain(buffers.to, buffers.from, size); }));
        guarded = std::min(guarded, best(turns, [&] { tryCopy(buffers.to, buffers.from, size); }));
    }
    return bare / guarded;
}

double fillRatio(std::size_t size)
{
    const Buffers buffers(size);
    const std::size_t turns = (std::size_t { 4 } << 20) / size;
    double bare = std::numeric_limits<double>::max();
    double guarded = bare;
    for (int round = 0; round < 5; ++round) {
        void* (*volatile plain)(void*, int, std::size_t) = std::memset;
        bare = std::min(bare, best(turns, [&] { plain(buffers.to, 0, size); }));
        guarded = std::min(guarded, best(turns, [&] { tryFill(buffers.to, 0, size); }));
    }
    return bare / guarded;
}

FSCOPE_BENCH("guarded 8-byte load, beyond a bare one", "ns more", 1, false, [] {
    const Buffers buffers(4096);
    std::size_t i = 0;
    const double bare = best(kShort, [&] {
        const auto* at = reinterpret_cast<const volatile std::uint64_t*>(buffers.from + (i++ & 511) * 8);
        benchmark::DoNotOptimize(*at);
    });
    const double guarded
        = best(kShort, [&] { benchmark::DoNotOptimize(tryLoad<8>(buffers.from + (i++ & 511) * 8).value); });
    return guarded - bare;
});
FSCOPE_BENCH("guarded copy of 4 KiB, by memcpy", "ratio", 0.95, true, [] { return copyRatio(4096); });
FSCOPE_BENCH("guarded copy of 1 MiB, by memcpy", "ratio", 0.95, true,
    [] { return copyRatio(std::size_t { 1 } << 20); });
FSCOPE_BENCH("guarded copy of 256 bytes, by memcpy", "ratio", 0, true, [] { return copyRatio(256); });
FSCOPE_BENCH("guarded copy of 32 bytes, by memcpy", "ratio", 0, true, [] { return copyRatio(32); });
FSCOPE_BENCH("guarded copy of 8 bytes", "ns", 2, false, [] {
    const Buffers buffers(4096);
    std::size_t i = 0;
    return best(kShort, [&] {
        std::uint64_t value = 0;
        benchmark::DoNotOptimize(tryCopy(&value, buffers.from + (i++ & 511) * 8, sizeof value).status);
        benchmark::DoNotOptimize(value);
    });
});
FSCOPE_BENCH("guarded fill of 4 KiB, by memset", "ratio", 0.95, true, [] { return fillRatio(4096); });
FSCOPE_BENCH("guarded fill of 1 MiB, by memset", "ratio", 0.95, true,
    [] { return fillRatio(std::size_t { 1 } << 20); });
FSCOPE_BENCH("guarded 8-byte compare-exchange", "ns", 20, false, [](benchmark::State& state) {
    const Buffers buffers(4096);
    std::uint64_t value = tryLoad<8>(buffers.from).value;
    for (auto _ : state) {
        benchmark::DoNotOptimize(tryCompareExchange<8>(buffers.from, value, value + 1));
        ++value;
    }
});
FSCOPE_BENCH("load that faults, by signal", "ns", 0, false, [](benchmark::State& state) {
    auto made = SparseMapping::create(1 << 20);
    if (!made)
        return state.SkipWithError("no mapping");
    for (auto _ : state)
        benchmark::DoNotOptimize(tryLoad<8>((*made)->base()));
});
FSCOPE_BENCH("sparse mapping: 8-byte read", "ns", 10, false, [] {
    const Buffers buffers(4096);
    std::size_t i = 0;
    return best(kShort,
        [&] { benchmark::DoNotOptimize(buffers.mapping->read<std::uint64_t>((i++ & 511) * 8).value_or(0)); });
});
FSCOPE_BENCH(
    "sparse mapping: read of an unbacked page, refused", "ns", 200, false, [](benchmark::State& state) {
        auto made = SparseMapping::create(1 << 20);
        if (!made)
            return state.SkipWithError("no mapping");
        std::array<std::byte, 64> buffer {};
        for (auto _ : state)
            benchmark::DoNotOptimize((*made)->readAt(4096, buffer));
    });
FSCOPE_BENCH("sparse mapping: 1 TiB allocated and unmapped", "us", 1000, false, [](benchmark::State& state) {
    constexpr std::uint64_t kSize = std::uint64_t { 1 } << 40;
    auto made = SparseMapping::create(kSize);
    if (!made)
        return state.SkipWithError("no mapping");
    for (auto _ : state) {
        if (!(*made)->alloc(0, kSize) || !(*made)->unmap(0, kSize))
            return state.SkipWithError("refused");
    }
});
FSCOPE_BENCH("read section: enter and leave", "ns", 1, false, [] {
    const double loop = best(kShort, [] {});
    return best(kShort, [] { const ReadSection section; }) - loop;
});
FSCOPE_BENCH("read section: synchronize, nobody in one", "us", 20, false, [](benchmark::State& state) {
    {
        const ReadSection section;
    }
    for (auto _ : state)
        benchmark::DoNotOptimize(synchronizeReaders());
});

} // namespace
