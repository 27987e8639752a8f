// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/base/splitmix.h"
#include "core/memory/heapmemory.h"
#include "core/memory/memorysearch.h"
#include "tests/bench/benchreport.h"

#include <chrono>
#include <cstring>
#include <vector>

using namespace fscope;
using namespace fscope::memory;

namespace {

constexpr std::uint64_t kSize = std::uint64_t { 1 } << 30;

/// 1 GiB of pages as a guest has them: a third zero, a third text-like, a third anything.
const SnapshotMemory& gibibyte()
{
    static const SnapshotMemory memory = [] {
        SnapshotMemory made;
        if (!made.addRam(Pa(0), kSize))
            return made;
        std::vector<std::uint64_t> words(kPageSize / 8);
        std::uint64_t k = 0;
        for (std::uint64_t at = 0; at < kSize; at += kPageSize) {
            const std::uint64_t kind = (at / kPageSize) % 3;
            for (std::uint64_t& word : words)
                word = kind == 0 ? 0
                    : kind == 1  ? (splitmix(1, ++k) & 0x1f1f1f1f1f1f1f1f) | 0x6060606060606060
                                 : splitmix(1, ++k);
            made.write(Pa(at), words.data(), kPageSize);
        }
        return made;
    }();
    return memory;
}

void search(benchmark::State& state, const SearchPattern& pattern)
{
    const SnapshotPages pages(gibibyte());
    for (auto _ : state)
        benchmark::DoNotOptimize(searchMemory(pages, pattern));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(kSize));
}

FSCOPE_BENCH("search: 1 GiB of pages for 16 bytes that are not there", "GiB/s", 3.73, true,
    [](benchmark::State& state) {
        search(state, SearchPattern::fromHex("5a4c20f3 11d2c0a7 9e01b2c3 88776655").value());
    });

FSCOPE_BENCH("search: 1 GiB of pages for a 64-bit value with zeros", "GiB/s", 3.73, true,
    [](benchmark::State& state) { search(state, SearchPattern::fromValue(0x0000000140000000)); });

FSCOPE_BENCH("search: 1 GiB of pages for a text in any case", "GiB/s", 3.73, true,
    [](benchmark::State& state) { search(state, SearchPattern::fromText("Linux version", true).value()); });

FSCOPE_BENCH("search: 1 GiB of a mapping for 16 bytes that are not there", "GiB/s", 3.73, true,
    [](benchmark::State& state) {
        const auto heap = HeapMemory::allocate(kSize);
        if (!heap)
            return state.SkipWithError("no memory");
        std::uint64_t k = 0;
        for (std::byte& byte : heap->sharedBytes())
            byte = static_cast<std::byte>(++k * 37);
        const GuestPages pages(heap->memory());
        const SearchPattern pattern = SearchPattern::fromHex("5a4c20f3 11d2c0a7 9e01b2c3 88776655").value();
        for (auto _ : state)
            benchmark::DoNotOptimize(searchMemory(pages, pattern));
        state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(kSize));
    });

FSCOPE_BENCH("search: what the machine's memory gives, read once (to compare)", "GiB/s", 0, true,
    [](benchmark::State& state) {
        const std::vector<SnapshotMemory::PageView> pages = gibibyte().pages();
        for (auto _ : state) {
            std::uint64_t sum = 0;
            for (const SnapshotMemory::PageView& page : pages) {
                std::uint64_t words[kPageSize / 8];
                std::memcpy(words, page.bytes->data(), kPageSize);
                for (const std::uint64_t word : words)
                    sum += word;
            }
            benchmark::DoNotOptimize(sum);
        }
        state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(kSize));
    });

} // namespace
