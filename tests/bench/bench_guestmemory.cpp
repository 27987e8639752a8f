// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/memory/guestmemory.h"
#include "core/memory/heapmemory.h"
#include "core/memory/pagelock.h"
#include "core/memory/sparsebacking.h"
#include "tests/bench/benchreport.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <fstream>
#include <limits>
#include <string>
#include <vector>

using namespace fscope;
using namespace fscope::memory;

namespace {

constexpr std::uint64_t kMiB = 1 << 20;
constexpr std::uint64_t kRegion = 2 * kMiB;

/// Sparse memory with access bitmaps that allow everything.
class Restricted final : public SparseBacking
{
public:
    explicit Restricted(std::shared_ptr<SparseMapping> mapping)
        : SparseBacking(std::move(mapping))
        , m_bitmap(*AccessBitmap::create(SparseBacking::size() / kPageSize))
    { }
    AccessBitmaps accessBitmaps() const override { return { m_bitmap, m_bitmap, 0 }; }

private:
    std::shared_ptr<AccessBitmap> m_bitmap;
};

std::shared_ptr<SparseMapping> mapped(std::uint64_t size)
{
    std::shared_ptr<SparseMapping> mapping = std::move(*SparseMapping::create(size));
    if (!mapping->alloc(0, size))
        std::abort();
    std::memset(mapping->base(), 0x5a, size);
    return mapping;
}

GuestMemory oneRegion()
{
    return { "ram", std::make_shared<SparseBacking>(mapped(16 * kMiB)) };
}

GuestMemory oneRegionWithBitmaps()
{
    return { "ram", std::make_shared<Restricted>(mapped(16 * kMiB)) };
}

/// 64 regions of 2 MiB, each with bitmaps.
GuestMemory manyRegions()
{
    std::vector<std::shared_ptr<MemoryBacking>> backings;
    for (int i = 0; i < 64; ++i)
        backings.push_back(std::make_shared<Restricted>(mapped(kRegion)));
    return *GuestMemory::multiRegion("ram", kRegion, std::move(backings));
}

double secondsOf(int turns, const auto& turn)
{
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < turns; ++i)
        turn();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// How much of memcpy's throughput @p copy has: both in turn, often, the best time of each. Other work on the
/// machine makes single times longer, never shorter.
double shareOfMemcpy(std::size_t size, const auto& memcpyTurn, const auto& copyTurn)
{
    const int turns = static_cast<int>(std::max<std::size_t>(1, kMiB / size / 2));
    double best = std::numeric_limits<double>::max();
    double bestMemcpy = best;
    for (int i = 0; i < 400; ++i) {
        bestMemcpy = std::min(bestMemcpy, secondsOf(turns, memcpyTurn));
        best = std::min(best, secondsOf(turns, copyTurn));
    }
    return bestMemcpy / best;
}

/// Reading or writing @p size bytes in the middle of @p memory's first region, compared with copying the same
/// bytes.
double shareOf(const GuestMemory& memory, std::size_t size, bool write)
{
    constexpr std::uint64_t kAddress = 64 * kPageSize;
    const auto window = *memory.subrange(0, kRegion);
    std::vector<std::byte> buffer(size);
    // The host address, for memcpy: bitmaps hide it, locking does not.
    const std::uint64_t page = kAddress / kPageSize;
    const auto lock = memory.lockPages({ &page, 1 }, LockAccess::Write);
    std::byte* const host = lock->slices()[0].data();
    std::byte* const bytes = buffer.data();
    if (write) {
        return shareOfMemcpy(
            size,
            [&] {
                std::memcpy(host, bytes, size);
                benchmark::ClobberMemory();
            },
            [&] {
                benchmark::DoNotOptimize(memory.write(kAddress, std::span<const std::byte>(bytes, size)));
                benchmark::ClobberMemory();
            });
    }
    return shareOfMemcpy(
        size,
        [&] {
            std::memcpy(bytes, host, size);
            benchmark::ClobberMemory();
        },
        [&] {
            benchmark::DoNotOptimize(memory.read(kAddress, std::span(bytes, size)));
            benchmark::ClobberMemory();
        });
}

FSCOPE_BENCH("guest memory: read 4 KiB, one region", "of memcpy", 0.9, true,
    [] { return shareOf(oneRegion(), 4096, false); });
FSCOPE_BENCH("guest memory: write 4 KiB, one region", "of memcpy", 0.9, true,
    [] { return shareOf(oneRegion(), 4096, true); });
FSCOPE_BENCH("guest memory: read 1 MiB, one region", "of memcpy", 0.9, true,
    [] { return shareOf(oneRegion(), kMiB, false); });
FSCOPE_BENCH("guest memory: write 1 MiB, one region", "of memcpy", 0.9, true,
    [] { return shareOf(oneRegion(), kMiB, true); });
FSCOPE_BENCH("guest memory: read 4 KiB, 64 regions with bitmaps", "of memcpy", 0.85, true,
    [] { return shareOf(manyRegions(), 4096, false); });
FSCOPE_BENCH("guest memory: write 4 KiB, 64 regions with bitmaps", "of memcpy", 0.85, true,
    [] { return shareOf(manyRegions(), 4096, true); });
FSCOPE_BENCH("guest memory: read 1 MiB, 64 regions with bitmaps", "of memcpy", 0.85, true,
    [] { return shareOf(manyRegions(), kMiB, false); });
FSCOPE_BENCH("guest memory: write 1 MiB, 64 regions with bitmaps", "of memcpy", 0.85, true,
    [] { return shareOf(manyRegions(), kMiB, true); });

/// Time of one turn in ns: the best of many short runs, for the same reason.
double nanosecondsOf(const auto& turn)
{
    constexpr int kTurns = 2000;
    double best = std::numeric_limits<double>::max();
    for (int i = 0; i < 400; ++i)
        best = std::min(best, secondsOf(kTurns, turn));
    return best / kTurns * 1e9;
}

/// Addresses of 8 aligned bytes, in another page each time.
struct Addresses {
    std::uint64_t address = 0;
    std::uint64_t next() { return address = (address + kPageSize + 8) & 0x7fff8; }
};

double plainRead(const GuestMemory& memory)
{
    Addresses addresses;
    std::uint64_t sum = 0;
    const double time = nanosecondsOf([&] {
        const auto value = memory.readPlain<std::uint64_t>(addresses.next());
        sum += value ? *value : 1;
    });
    benchmark::DoNotOptimize(sum);
    return time;
}

FSCOPE_BENCH("guest memory: plain 8-byte read", "ns", 2, false, [] { return plainRead(oneRegion()); });
FSCOPE_BENCH("guest memory: plain 8-byte read, heap", "ns", 2, false,
    [] { return plainRead(HeapMemory::allocate(16 * kMiB)->memory()); });
FSCOPE_BENCH("guest memory: plain 8-byte read, bitmaps checked", "ns", 5, false,
    [] { return plainRead(oneRegionWithBitmaps()); });
FSCOPE_BENCH("guest memory: plain 8-byte read, 64 regions with bitmaps", "ns", 5, false,
    [] { return plainRead(manyRegions()); });

FSCOPE_BENCH("guest memory: plain 8-byte write", "ns", 2, false, [] {
    const GuestMemory memory = oneRegion();
    Addresses addresses;
    return nanosecondsOf([&] {
        const std::uint64_t address = addresses.next();
        benchmark::DoNotOptimize(memory.writePlain(address, address).has_value());
    });
});

FSCOPE_BENCH("guest memory: bulk 8-byte read", "ns", 3.5, false, [] {
    const GuestMemory memory = oneRegion();
    Addresses addresses;
    std::byte buffer[8];
    return nanosecondsOf([&] {
        std::size_t size = sizeof buffer;
        benchmark::DoNotOptimize(size); // a length the compiler does not know
        benchmark::DoNotOptimize(memory.read(addresses.next(), std::span(buffer, size)).has_value());
        benchmark::ClobberMemory();
    });
});

FSCOPE_BENCH("guest memory: compare-exchange of 8 bytes", "ns", 0, false, [] {
    const GuestMemory memory = oneRegion();
    return nanosecondsOf(
        [&] { benchmark::DoNotOptimize(memory.compareExchange<std::uint64_t>(0x1000, 0, 1).has_value()); });
});

FSCOPE_BENCH("guest memory: failing 8-byte read of an unbacked page", "ns", 200, false, [] {
    std::shared_ptr<SparseMapping> mapping = std::move(*SparseMapping::create(16 * kMiB));
    const GuestMemory memory("ram", std::make_shared<SparseBacking>(std::move(mapping)));
    Addresses addresses;
    return nanosecondsOf(
        [&] { benchmark::DoNotOptimize(memory.readPlain<std::uint64_t>(addresses.next()).error().address); });
});

FSCOPE_BENCH("guest memory: copying a handle", "ns", 0, false, [] {
    const GuestMemory memory = oneRegion();
    return nanosecondsOf([&] {
        GuestMemory copy = memory;
        benchmark::DoNotOptimize(copy);
    });
});

/// Bytes of this process that are in the host's memory; 0 where /proc does not tell.
std::uint64_t residentBytes()
{
    std::ifstream statm("/proc/self/statm");
    std::uint64_t total = 0;
    std::uint64_t resident = 0;
    statm >> total >> resident;
    return resident * kPageSize;
}

FSCOPE_BENCH("guest memory: resident, 1 TiB guest with 1 GiB touched", "GiB", 1.03, false,
    [](benchmark::State& state) {
        constexpr std::uint64_t kGiB = 1 << 30;
        for (auto _ : state) {
            const std::uint64_t before = residentBytes();
            const GuestMemory memory("ram", *SparseBacking::zeroed(1024 * kGiB));
            // Half of it in one piece, half scattered in pieces of 2 MiB over all the address space.
            bool ok = memory.fill(3 * kGiB, kGiB / 2, std::byte { 1 }).has_value();
            for (std::uint64_t i = 0; i < 256; ++i)
                ok = ok && memory.fill((i * 4 + 1) * kGiB - 12345, 2 * kMiB, std::byte { 2 }).has_value();
            state.counters["value"]
                = static_cast<double>(residentBytes() - before) / static_cast<double>(kGiB);
            if (!ok || before == 0)
                state.SkipWithError("the memory could not be touched or measured");
        }
    });

} // namespace
