// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/base/splitmix.h"
#include "core/memory/sparsemapping.h"
#include "core/memory/trycopy.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <thread>
#include <vector>

using namespace fscope;
using namespace fscope::memory;

namespace {

/// An address nothing is mapped at, in any process.
void* const kNowhere
    = reinterpret_cast<void*>(0x100); // NOLINT(performance-no-int-to-ptr): it is never followed

std::vector<std::uint8_t> pattern(std::size_t size, std::uint64_t seed)
{
    std::vector<std::uint8_t> bytes(size);
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = static_cast<std::uint8_t>(splitmix(seed, i + 1));
    return bytes;
}

/// Two pages of memory with at least 16 KiB of nothing before and behind them.
struct Island {
    std::unique_ptr<SparseMapping> mapping;
    std::byte* begin = nullptr;
    std::byte* end = nullptr;

    Island()
    {
        const std::uint64_t page = SparseMapping::hostPageSize();
        auto made = SparseMapping::create(10 * page);
        if (!made || !(*made)->alloc(4 * page, 2 * page))
            return;
        mapping = *std::move(made);
        begin = mapping->base() + 4 * page;
        end = begin + 2 * page;
    }
};

} // namespace

class TestTryCopy : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { installFaultGuard(); }
    void loadsAndStores_data();
    void loadsAndStores();
    void exchanges_data();
    void exchanges();
    void exchangesSixteenBytes();
    void copiesEverySize();
    void copiesOverlapping_data();
    void copiesOverlapping();
    void fills_data();
    void fills();
    void namesTheByteThatFailed_data();
    void namesTheByteThatFailed();
    void namesTheByteThatAFillDidNotReach();
    void namesTheFirstByteOfAnAccessAcrossPages();
    void leavesEveryRegisterOfTheCaller();
    void survivesAnAddressThatIsNotCanonical();
    void manyThreadsFaultAtOnce();
    void aWholeWordIsNeverTorn_data();
    void aWholeWordIsNeverTorn();
};

namespace {

template <unsigned Size>
void checkLoadAndStore()
{
    constexpr std::uint64_t kMask
        = Size == 8 ? ~std::uint64_t { 0 } : (std::uint64_t { 1 } << (8 * Size % 64)) - 1;
    for (std::size_t misalignment : { 0, 1, 3, 7 }) {
        std::array<std::uint8_t, 24> bytes {};
        bytes.fill(0xee);
        void* const at = bytes.data() + misalignment;
        const std::uint64_t value = 0x8899aabbccddeeffU;
        QVERIFY(tryStore<Size>(at, value).ok());
        std::array<std::uint8_t, 24> expected {};
        expected.fill(0xee);
        std::memcpy(expected.data() + misalignment, &value, Size);
        QCOMPARE(bytes, expected);
        const Guarded loaded = tryLoad<Size>(at);
        QVERIFY(loaded.ok());
        QCOMPARE(loaded.value, value & kMask);
    }
    const Guarded loaded = tryLoad<Size>(kNowhere);
    QVERIFY(!loaded.ok());
    HostFault fault = loaded.fault(kNowhere, Size, false);
    QCOMPARE(fault.address, std::uintptr_t { 0x100 });
    QCOMPARE(fault.offset, std::size_t { 0 });
    QVERIFY(!fault.write);
    QVERIFY(fault.text().starts_with("failed to read host memory at 0x100: "));
    const Guarded stored = tryStore<Size>(kNowhere, 1);
    QVERIFY(!stored.ok());
    fault = stored.fault(kNowhere, Size, true);
    QCOMPARE(fault.address, std::uintptr_t { 0x100 });
    QVERIFY(fault.write);
    QVERIFY(fault.text().starts_with("failed to write host memory at 0x100: "));
}

template <unsigned Size>
void checkExchange()
{
    constexpr std::uint64_t kMask
        = Size == 8 ? ~std::uint64_t { 0 } : (std::uint64_t { 1 } << (8 * Size % 64)) - 1;
    const std::uint64_t before = 0x8182838485868788U & kMask;
    const std::uint64_t after = 0xf1f2f3f4f5f6f7f8U & kMask;
    alignas(8) std::array<std::uint8_t, 16> bytes {};
    bytes.fill(0x55);
    std::memcpy(bytes.data(), &before, Size);
    const auto original = bytes;

    Guarded result = tryCompareExchange<Size>(bytes.data(), before ^ 1, after);
    QVERIFY(result.ok());
    QCOMPARE(result.value, before);
    QCOMPARE(bytes, original);

    result = tryCompareExchange<Size>(bytes.data(), before, after);
    QVERIFY(result.ok());
    QCOMPARE(result.value, before);
    auto expected = original;
    std::memcpy(expected.data(), &after, Size);
    QCOMPARE(bytes, expected);

    result = tryCompareExchange<Size>(kNowhere, before, after);
    QVERIFY(!result.ok());
    QCOMPARE(result.fault(kNowhere, Size, true).address, std::uintptr_t { 0x100 });
}

} // namespace

void TestTryCopy::loadsAndStores_data()
{
    QTest::addColumn<unsigned>("size");
    for (const unsigned size : { 1U, 2U, 4U, 8U })
        QTest::addRow("%u bits", size * 8) << size;
}

void TestTryCopy::loadsAndStores()
{
    QFETCH(unsigned, size);
    switch (size) {
    case 1:
        return checkLoadAndStore<1>();
    case 2:
        return checkLoadAndStore<2>();
    case 4:
        return checkLoadAndStore<4>();
    default:
        return checkLoadAndStore<8>();
    }
}

void TestTryCopy::exchanges_data()
{
    loadsAndStores_data();
}

void TestTryCopy::exchanges()
{
    QFETCH(unsigned, size);
    switch (size) {
    case 1:
        return checkExchange<1>();
    case 2:
        return checkExchange<2>();
    case 4:
        return checkExchange<4>();
    default:
        return checkExchange<8>();
    }
}

void TestTryCopy::exchangesSixteenBytes()
{
    alignas(16) std::array<std::uint64_t, 4> words { 1, 2, 3, 4 };
    U128 expected { 1, 9 };
    Guarded result = tryCompareExchange16(words.data(), expected, { 7, 8 });
    QVERIFY(result.ok());
    QCOMPARE(result.value, std::uint64_t { 0 });
    QCOMPARE(expected, (U128 { 1, 2 }));
    QCOMPARE(words, (std::array<std::uint64_t, 4> { 1, 2, 3, 4 }));
    result = tryCompareExchange16(words.data(), expected, { 7, 8 });
    QVERIFY(result.ok());
    QCOMPARE(result.value, std::uint64_t { 1 });
    QCOMPARE(expected, (U128 { 1, 2 }));
    QCOMPARE(words, (std::array<std::uint64_t, 4> { 7, 8, 3, 4 }));
    result = tryCompareExchange16(kNowhere, expected, { 7, 8 });
    QVERIFY(!result.ok());
    QCOMPARE(expected, (U128 { 1, 2 }));
    QCOMPARE(result.fault(kNowhere, 16, true).address, std::uintptr_t { 0x100 });
}

void TestTryCopy::copiesEverySize()
{
    const std::vector<std::uint8_t> from = pattern(40000, 1);
    std::vector<std::size_t> sizes;
    for (std::size_t size = 0; size < 8000; ++size)
        sizes.push_back(size);
    for (std::size_t size : { 16383, 16384, 16385, 20001, 40000 })
        sizes.push_back(size);
    std::vector<std::uint8_t> to(40016);
    for (const std::size_t size : sizes) {
        const std::size_t lead = size % 16;
        const std::size_t length = std::min(size, from.size() - lead);
        std::fill_n(to.begin(), lead + length + 1, std::uint8_t { 0xcc });
        QVERIFY(tryCopy(to.data() + lead, from.data() + lead, length).ok());
        // The bytes and those around them.
        QVERIFY2(std::memcmp(to.data() + lead, from.data() + lead, length) == 0,
            qPrintable(QString::number(size)));
        QVERIFY2(std::all_of(to.begin(), to.begin() + static_cast<std::ptrdiff_t>(lead),
                     [](std::uint8_t byte) { return byte == 0xcc; })
                && to[lead + length] == 0xcc,
            qPrintable(QString::number(size)));
    }
}

void TestTryCopy::copiesOverlapping_data()
{
    QTest::addColumn<int>("distance");
    for (const int distance : { 1, 7, 8, 15, 16, 17, 31, 64, 100, 127, 128, 1000 }) {
        QTest::addRow("up by %d", distance) << distance;
        QTest::addRow("down by %d", distance) << -distance;
    }
    QTest::newRow("onto itself") << 0;
}

void TestTryCopy::copiesOverlapping()
{
    QFETCH(int, distance);
    for (std::size_t size = 0; size < 2100; size += size < 300 ? 1 : 37) {
        std::vector<std::uint8_t> bytes = pattern(5000, size + 1);
        std::vector<std::uint8_t> expected = bytes;
        const std::size_t from = 1200;
        const std::size_t to = from + static_cast<std::size_t>(distance);
        std::memmove(expected.data() + to, expected.data() + from, size);
        QVERIFY(tryCopy(bytes.data() + to, bytes.data() + from, size).ok());
        QVERIFY2(bytes == expected, qPrintable(QString::number(size)));
    }
}

void TestTryCopy::fills_data()
{
    QTest::addColumn<int>("byte");
    QTest::addColumn<unsigned>("size");
    for (const int byte : { 0, 0x5f, 0xff }) {
        for (const unsigned size : { 0U, 1U, 2U, 3U, 4U, 5U, 7U, 8U, 9U, 15U, 16U, 17U, 31U, 32U, 33U, 63U,
                 64U, 65U, 127U, 128U, 129U, 255U, 256U, 528U, 1942U, 4097U, 20000U })
            QTest::addRow("%u bytes of 0x%02x", size, static_cast<unsigned>(byte)) << byte << size;
    }
}

void TestTryCopy::fills()
{
    QFETCH(int, byte);
    QFETCH(unsigned, size);
    for (std::size_t lead : { 0, 1, 13 }) {
        std::vector<std::uint8_t> bytes = pattern(size + 64, 3);
        std::vector<std::uint8_t> expected = bytes;
        std::fill_n(
            expected.begin() + static_cast<std::ptrdiff_t>(lead), size, static_cast<std::uint8_t>(byte));
        QVERIFY(tryFill(bytes.data() + lead, static_cast<std::uint8_t>(byte), size).ok());
        QCOMPARE(bytes, expected);
    }
    if (size > 0) {
        const Guarded result = tryFill(kNowhere, static_cast<std::uint8_t>(byte), size);
        QVERIFY(!result.ok());
        QCOMPARE(result.fault(kNowhere, size, true).offset, std::size_t { 0 });
    }
}

void TestTryCopy::namesTheByteThatFailed_data()
{
    QTest::addColumn<unsigned>("size");
    QTest::addColumn<unsigned>("reachable");
    for (const unsigned size : { 1U, 2U, 3U, 4U, 5U, 8U, 9U, 16U, 17U, 32U, 33U, 64U, 65U, 128U, 129U, 200U,
             256U, 257U, 300U, 1000U, 4095U, 4096U, 6000U }) {
        QTest::addRow("%u bytes, none there", size) << size << 0U;
        if (size > 1) {
            QTest::addRow("%u bytes, the first there", size) << size << 1U;
            QTest::addRow("%u bytes, all but the last there", size) << size << size - 1;
            QTest::addRow("%u bytes, half there", size) << size << size / 2;
        }
    }
}

void TestTryCopy::namesTheByteThatFailed()
{
    QFETCH(unsigned, size);
    QFETCH(unsigned, reachable);
    const Island island;
    QVERIFY(island.begin);
    std::vector<std::uint8_t> buffer = pattern(size, 5);

    // Only the first bytes of the source exist.
    std::byte* const at = island.end - reachable;
    Guarded result = tryCopy(buffer.data(), at, size);
    QVERIFY(!result.ok());
    HostFault fault = result.copyFault(buffer.data(), at, size);
    QVERIFY(!fault.write);
    QCOMPARE(fault.offset, std::size_t { reachable });
    QCOMPARE(fault.address, reinterpret_cast<std::uintptr_t>(island.end));

    // Only the first bytes of the destination.
    result = tryCopy(at, buffer.data(), size);
    QVERIFY(!result.ok());
    fault = result.copyFault(at, buffer.data(), size);
    QVERIFY(fault.write);
    QCOMPARE(fault.offset, std::size_t { reachable });

    // Only the last bytes of both: the first byte is the one that fails.
    std::byte* const early = island.begin - (size - reachable);
    result = tryCopy(buffer.data(), early, size);
    QVERIFY(!result.ok());
    fault = result.copyFault(buffer.data(), early, size);
    QVERIFY(!fault.write);
    QCOMPARE(fault.offset, std::size_t { 0 });
    result = tryCopy(early, buffer.data(), size);
    QVERIFY(!result.ok());
    fault = result.copyFault(early, buffer.data(), size);
    QVERIFY(fault.write);
    QCOMPARE(fault.offset, std::size_t { 0 });
}

void TestTryCopy::namesTheByteThatAFillDidNotReach()
{
    const Island island;
    QVERIFY(island.begin);
    for (const std::size_t size : { 1, 2, 3, 7, 8, 16, 17, 33, 64, 65, 127, 128, 300, 4096, 6000 }) {
        for (const std::size_t reachable : { std::size_t { 0 }, size / 2, size - 1 }) {
            std::byte* const at = island.end - reachable;
            const Guarded result = tryFill(at, 0x11, size);
            QVERIFY(!result.ok());
            const HostFault fault = result.fault(at, size, true);
            QVERIFY2(fault.offset == reachable, qPrintable(QString::number(size)));
        }
    }
}

void TestTryCopy::namesTheFirstByteOfAnAccessAcrossPages()
{
    const Island island;
    QVERIFY(island.begin);
    std::byte* at = island.end - 3;
    Guarded result = tryLoad<8>(at);
    QVERIFY(!result.ok());
    QCOMPARE(result.fault(at, 8, false).offset, std::size_t { 3 });
    result = tryStore<4>(at, 0);
    QVERIFY(!result.ok());
    QCOMPARE(result.fault(at, 4, true).offset, std::size_t { 3 });
    at = island.begin - 1;
    result = tryLoad<2>(at);
    QVERIFY(!result.ok());
    QCOMPARE(result.fault(at, 2, false).offset, std::size_t { 0 });
}

void TestTryCopy::leavesEveryRegisterOfTheCaller()
{
    // Values that the compiler keeps in registers across the calls, through faults of each kind.
    std::uint64_t sum = 0;
    U128 expected {};
    std::array<std::uint8_t, 64> buffer {};
    double real = 1.5;
    for (std::uint64_t i = 1; i <= 200; ++i) {
        const std::uint64_t a = splitmix(i, 1);
        const std::uint64_t b = splitmix(i, 2);
        const std::uint64_t c = splitmix(i, 3);
        const std::uint64_t d = splitmix(i, 4);
        QVERIFY(!tryCompareExchange16(kNowhere, expected, { a, b }).ok());
        QVERIFY(!tryLoad<8>(kNowhere).ok());
        QVERIFY(!tryCopy(buffer.data(), kNowhere, 64).ok());
        QVERIFY(!tryCopy(kNowhere, buffer.data(), 300 % 64).ok());
        QVERIFY(!tryFill(kNowhere, 1, 5000).ok());
        real *= 1.0 + 1.0 / 1024;
        sum += a ^ b ^ c ^ d;
        QCOMPARE(a ^ b ^ c ^ d, splitmix(i, 1) ^ splitmix(i, 2) ^ splitmix(i, 3) ^ splitmix(i, 4));
    }
    QVERIFY(sum != 0);
    QVERIFY(real > 1.5 && real < 2);
}

void TestTryCopy::survivesAnAddressThatIsNotCanonical()
{
#if UINTPTR_MAX > 0xffffffffU
    // The host gives no address for these on x86: the fault is at the start.
    void* const far = reinterpret_cast<void*>(0x0123456789abcdefU); // NOLINT(performance-no-int-to-ptr)
    const Guarded result = tryLoad<8>(far);
    QVERIFY(!result.ok());
    const HostFault fault = result.fault(far, 8, false);
    QCOMPARE(fault.address, std::uintptr_t { 0x0123456789abcdefU });
    QCOMPARE(fault.offset, std::size_t { 0 });
    std::array<std::uint8_t, 256> buffer {};
    QVERIFY(!tryCopy(far, buffer.data(), buffer.size()).ok());
    QVERIFY(!tryCopy(buffer.data(), far, buffer.size()).ok());
#endif
}

void TestTryCopy::manyThreadsFaultAtOnce()
{
    constexpr int kThreads = 8;
    constexpr std::size_t kTurns = 3000;
    const Island island;
    QVERIFY(island.begin);
    std::atomic<std::size_t> wrong = 0;
    std::vector<std::thread> threads;
    threads.reserve(kThreads);
    for (int thread = 0; thread < kThreads; ++thread) {
        threads.emplace_back([&island, &wrong, thread] {
            std::array<std::uint8_t, 256> buffer {};
            for (std::size_t turn = 0; turn < kTurns; ++turn) {
                const std::size_t reachable = (turn * 7 + static_cast<std::size_t>(thread)) % 255;
                std::byte* const at = island.end - reachable;
                const Guarded read = tryCopy(buffer.data(), at, buffer.size());
                const HostFault fault = read.copyFault(buffer.data(), at, buffer.size());
                if (read.ok() || fault.write || fault.offset != reachable)
                    ++wrong;
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(wrong.load(), std::size_t { 0 });
}

void TestTryCopy::aWholeWordIsNeverTorn_data()
{
    QTest::addColumn<unsigned>("size");
    QTest::addColumn<bool>("bulk");
    for (const unsigned size : { 2U, 4U, 8U }) {
        QTest::addRow("%u bytes, plain", size) << size << false;
        QTest::addRow("%u bytes, copied", size) << size << true;
    }
}

void TestTryCopy::aWholeWordIsNeverTorn()
{
    QFETCH(unsigned, size);
    QFETCH(bool, bulk);
    const Island island;
    QVERIFY(island.begin);
    const auto load = [&](std::byte* at) -> std::uint64_t {
        std::uint64_t value = 0;
        if (bulk) {
            tryCopy(&value, at, size);
            return value;
        }
        return size == 2 ? tryLoad<2>(at).value : size == 4 ? tryLoad<4>(at).value : tryLoad<8>(at).value;
    };
    const auto store = [&](std::byte* at, std::uint64_t value) {
        if (bulk)
            tryCopy(at, &value, size);
        else if (size == 2)
            tryStore<2>(at, value);
        else if (size == 4)
            tryStore<4>(at, value);
        else
            tryStore<8>(at, value);
    };
    const std::uint64_t mask = size == 8 ? ~std::uint64_t { 0 } : (std::uint64_t { 1 } << (8 * size)) - 1;
    std::atomic<bool> stop = false;
    std::thread writer([&] {
        for (std::uint64_t i = 0; !stop.load(std::memory_order_relaxed); ++i)
            store(island.begin, (i & 1) != 0 ? mask : 0);
    });
    std::size_t torn = 0;
    for (int i = 0; i < 200000; ++i) {
        const std::uint64_t value = load(island.begin);
        torn += value != 0 && value != mask ? 1 : 0;
    }
    stop = true;
    writer.join();
    QCOMPARE(torn, std::size_t { 0 });
}

QTEST_GUILESS_MAIN(TestTryCopy)
#include "tst_trycopy.moc"
