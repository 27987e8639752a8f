// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// Threads that use one memory at once: plain accesses that overlap never tear, restrictions hold once they
/// are made, and maps, bitmaps and locks change meanwhile. Counts are small; the environment may give more by
/// FSCOPE_THREAD_TURNS.

#include "core/base/splitmix.h"
#include "core/memory/heapmemory.h"
#include "core/memory/pagelock.h"
#include "tests/core/memory/testbacking.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace fscope;
using namespace fscope::test;

namespace {

std::uint64_t turns()
{
    const QByteArray wanted = qgetenv("FSCOPE_THREAD_TURNS");
    return wanted.isEmpty() ? 20'000 : wanted.toULongLong();
}

/// Runs @p bodies, each in a thread of its own, given its number.
void inThreads(const std::vector<std::function<void()>>& bodies)
{
    std::vector<std::thread> threads;
    threads.reserve(bodies.size());
    for (const auto& body : bodies)
        threads.emplace_back(body);
    for (std::thread& thread : threads)
        thread.join();
}

/// A value whose bytes are all the same: one that is not was torn.
template <typename T>
T uniform(std::uint64_t n)
{
    return static_cast<T>(n % 251 * (~T { 0 } / 0xff));
}

template <typename T>
bool isTorn(T value)
{
    return value != static_cast<T>((value & 0xff) * (~T { 0 } / 0xff));
}

/// Sparse memory with bitmaps that a test changes.
class Restricted final : public SparseBacking
{
public:
    explicit Restricted(std::shared_ptr<SparseMapping> mapping)
        : SparseBacking(std::move(mapping))
    { }
    AccessBitmaps accessBitmaps() const override { return { bitmap, bitmap, 0 }; }
    std::shared_ptr<AccessBitmap> bitmap = *AccessBitmap::create(SparseBacking::size() / kPageSize);
};

std::shared_ptr<SparseMapping> mapped(std::uint64_t size)
{
    std::shared_ptr<SparseMapping> mapping = std::move(*SparseMapping::create(size));
    if (!mapping->alloc(0, size))
        std::abort();
    return mapping;
}

} // namespace

class TestGuestMemoryThreads : public QObject
{
    Q_OBJECT

private slots:
    void plainAccessesDoNotTear();
    void exchangesCount();
    void aRestrictionHoldsOnceItIsMade();
    void everythingAtOnce();
    void handlesAreSharedAndDropped();
};

void TestGuestMemoryThreads::plainAccessesDoNotTear()
{
    // Writers of each size at the same eight bytes, readers of each size over them. All parts are uniform as
    // long as each write is whole, so each reader sees uniform bytes of its own size or smaller.
    const auto heap = *HeapMemory::allocate(kPageSize);
    auto restricted = std::make_shared<Restricted>(mapped(4 * kPageSize));
    for (const GuestMemory& memory : { heap.memory(), GuestMemory("ram", restricted) }) {
        std::atomic<int> torn { 0 };
        std::atomic<int> failed { 0 };
        const auto hammer = [&]<typename T>(T, std::uint64_t address) {
            return [&, address] {
                for (std::uint64_t n = 0; n < turns(); ++n) {
                    std::uint8_t bytes[sizeof(T)];
                    const T value = uniform<T>(n);
                    std::memcpy(bytes, &value, sizeof bytes);
                    const bool written = n % 3 == 0
                        ? memory.write(address, std::span<const std::uint8_t>(bytes)).has_value()
                        : memory.writePlain(address, value).has_value();
                    const auto plain = memory.readPlain<T>(address);
                    const bool bulk = memory.read(address, std::span(bytes)).has_value();
                    if (!written || !plain || !bulk) {
                        ++failed;
                        continue;
                    }
                    T copy;
                    std::memcpy(&copy, bytes, sizeof copy);
                    torn += isTorn(*plain) + isTorn(copy);
                }
            };
        };
        inThreads({ hammer(std::uint64_t {}, 0x100), hammer(std::uint64_t {}, 0x100),
            hammer(std::uint32_t {}, 0x200), hammer(std::uint32_t {}, 0x200), hammer(std::uint16_t {}, 0x302),
            hammer(std::uint16_t {}, 0x302) });
        QCOMPARE(failed.load(), 0);
        QCOMPARE(torn.load(), 0);
    }
}

void TestGuestMemoryThreads::exchangesCount()
{
    const GuestMemory memory("ram", std::make_shared<SparseBacking>(mapped(kPageSize)));
    const std::uint64_t each = turns() / 4;
    const auto count = [&]<typename T>(T, std::uint64_t address) {
        return [&, address] {
            T value {};
            for (std::uint64_t n = 0; n < each;) {
                const auto done = memory.compareExchange<T>(address, value, static_cast<T>(value + 1));
                n += done->swapped;
                value = done->swapped ? static_cast<T>(value + 1) : done->found;
            }
        };
    };
    const auto countWide = [&] {
        U128 value {};
        for (std::uint64_t n = 0; n < each;) {
            const auto done = memory.compareExchange<U128>(0x40, value, U128 { value.lo + 1, value.hi + 3 });
            n += done->swapped;
            value = done->swapped ? U128 { value.lo + 1, value.hi + 3 } : done->found;
        }
    };
    inThreads({ count(std::uint64_t {}, 0), count(std::uint64_t {}, 0), count(std::uint32_t {}, 8),
        count(std::uint32_t {}, 8), countWide, countWide });
    QCOMPARE(*memory.readPlain<std::uint64_t>(0), 2 * each);
    QCOMPARE(*memory.readPlain<std::uint32_t>(8), static_cast<std::uint32_t>(2 * each));
    QVERIFY(*memory.readPlain<U128>(0x40) == (U128 { 2 * each, 6 * each }));
}

void TestGuestMemoryThreads::aRestrictionHoldsOnceItIsMade()
{
    // While a page is forbidden nobody changes it: what its owner finds there afterwards is what he put
    // there.
    auto backing = std::make_shared<Restricted>(mapped(2 * kPageSize));
    const GuestMemory memory("ram", backing);
    const auto whole = GuestMemory("owner",
        std::make_shared<SparseBacking>(std::shared_ptr<SparseMapping>(backing, &backing->sparse())));
    std::atomic<bool> stop { false };
    std::atomic<int> broken { 0 };
    std::atomic<std::uint64_t> writes { 0 };
    const auto writer = [&] {
        std::vector<std::byte> bytes(kPageSize / 2, std::byte { 0x11 });
        while (!stop.load(std::memory_order_relaxed)) {
            writes += memory.writePlain<std::uint64_t>(0x800, 0x1111111111111111).has_value();
            writes += memory.write(0x400, std::span<const std::byte>(bytes)).has_value();
            writes += memory.fill(0xff0, 0x20, std::byte { 0x11 }).has_value();
            const auto exchanged = memory.compareExchange<std::uint64_t>(0x800, 0x2222222222222222, 0x33);
            writes += exchanged && exchanged->swapped;
        }
    };
    const auto owner = [&] {
        const std::uint64_t count = turns() / 40;
        for (std::uint64_t n = 0; n < count || writes.load() == 0; ++n) {
            if (!backing->bitmap->forbid(0))
                ++broken;
            (void)whole.fill(0, kPageSize, std::byte { 0x22 });
            for (const std::uint64_t address : { 0x400, 0x800, 0xbf8, 0xff0 })
                broken += *whole.readPlain<std::uint64_t>(address) != 0x2222222222222222;
            backing->bitmap->allow(0);
        }
        stop = true;
    };
    inThreads({ writer, writer, owner });
    QCOMPARE(broken.load(), 0);
}

void TestGuestMemoryThreads::everythingAtOnce()
{
    constexpr std::uint64_t kPages = 16;
    constexpr std::uint64_t kChecked = (kPages - 1) * kPageSize;
    auto backing = std::make_shared<Restricted>(mapped(kPages * kPageSize));
    const GuestMemory memory("ram", backing);
    std::atomic<int> torn { 0 };
    std::atomic<int> odd { 0 };
    const auto access = [&](std::uint64_t seed) {
        return [&, seed] {
            std::vector<std::byte> bytes(3 * kPageSize);
            for (std::uint64_t n = 0; n < turns(); ++n) {
                const std::uint64_t address = splitmix(seed, n) % (kPages * kPageSize) & ~std::uint64_t { 7 };
                switch (n % 5) {
                case 0:
                    (void)memory.writePlain(address, uniform<std::uint64_t>(n));
                    break;
                case 1:
                    // Copies and fills may tear, so they have the last page, which nobody checks.
                    (void)memory.fill(kChecked + address % 4000, 64, static_cast<std::byte>(n));
                    break;
                case 2:
                    (void)memory.read(address, std::span(bytes));
                    break;
                case 3: {
                    // Only errors of the two kinds that can be.
                    const auto result = memory.probeWritable(address);
                    odd += !result && result.error().kind != MemoryErrorKind::Other;
                    break;
                }
                default:
                    if (const auto value = memory.readPlain<std::uint64_t>(address);
                        value && address < kChecked)
                        torn += isTorn(*value);
                    break;
                }
            }
        };
    };
    const auto restrict = [&] {
        for (std::uint64_t n = 0; n < turns() / 40; ++n) {
            const std::uint64_t page = splitmix(3, n) % kPages;
            if (!backing->bitmap->forbid(page, 2))
                ++odd;
            backing->bitmap->allow(page, 2);
        }
    };
    const auto remap = [&] {
        for (std::uint64_t n = 0; n < turns() / 40; ++n) {
            const std::uint64_t offset = splitmix(4, n) % (kPages / 2) * kPageSize;
            odd += !backing->sparse().unmap(offset, kPageSize).has_value();
            odd += !backing->sparse().alloc(offset, kPageSize).has_value();
        }
    };
    const auto lock = [&] {
        for (std::uint64_t n = 0; n < turns() / 10; ++n) {
            const std::uint64_t page = kPages / 2 + splitmix(5, n) % (kPages / 2);
            const auto held
                = memory.lockPages({ &page, 1 }, n % 2 == 0 ? LockAccess::Read : LockAccess::Write);
            if (held)
                odd += memory.lockedPages().empty();
        }
    };
    inThreads({ access(1), access(2), restrict, remap, lock, lock });
    QCOMPARE(torn.load(), 0);
    QCOMPARE(odd.load(), 0);
    QVERIFY(memory.lockedPages().empty());
}

void TestGuestMemoryThreads::handlesAreSharedAndDropped()
{
    auto heap = *HeapMemory::allocate(4 * kPageSize);
    {
        const GuestMemory memory = heap.memory();
        const auto use = [&] {
            for (std::uint64_t n = 0; n < turns() / 10; ++n) {
                GuestMemory copy = memory;
                const auto window = copy.subrange(n % kPageSize, 64);
                copy = GuestMemory();
                (void)window->writePlain<std::uint8_t>(3, 1);
            }
        };
        inThreads({ use, use, use });
    }
    QVERIFY(heap.exclusiveBytes().has_value());
    QVERIFY((*heap.exclusiveBytes())[3] == std::byte { 1 });
}

QTEST_GUILESS_MAIN(TestGuestMemoryThreads)
#include "tst_guestmemorythreads.moc"
