// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/base/hex.h"
#include "core/base/splitmix.h"
#include "core/memory/snapshotmemory.h"

#include <QTest>

#include <map>
#include <thread>
#include <vector>

using namespace fscope;
using namespace fscope::memory;

namespace {

constexpr std::uint64_t kRam = 0x40000000;
constexpr std::uint64_t kRamSize = 0x200000;

SnapshotMemory memoryWithRam()
{
    SnapshotMemory memory;
    const bool added = memory.addRam(Pa(kRam), kRamSize).has_value();
    Q_ASSERT(added);
    Q_UNUSED(added);
    return memory;
}

std::uint64_t read64(const SnapshotMemory& memory, std::uint64_t address)
{
    std::uint64_t value = 0xdeadbeef;
    if (memory.read(Pa(address), &value, sizeof value))
        return 0xfa01;
    return value;
}

bool write64(SnapshotMemory& memory, std::uint64_t address, std::uint64_t value)
{
    return !memory.write(Pa(address), &value, sizeof value);
}

/// What the memory must hold: bytes that were ever written.
using Model = std::map<std::uint64_t, std::uint8_t>;

} // namespace

class TestSnapshotMemory : public QObject
{
    Q_OBJECT

private slots:
    void untouchedRamReadsAsZeroAndStaysUntouched();
    void accessesCrossPagesAndRanges();
    void faultsNameTheFirstByteAndChangeNothing_data();
    void faultsNameTheFirstByteAndChangeNothing();
    void refusesBadRanges_data();
    void refusesBadRanges();
    void aCopyKeepsWhatItWas();
    void comparesContentNotHistory();
    void findsTheFirstDifference();
    void manyGroupsSurviveGrowth();
    void copiesMayBeUsedInOtherThreads();
    void agreesWithAPlainMap();
    void anEmptyMemoryHasNoRam();
};

void TestSnapshotMemory::untouchedRamReadsAsZeroAndStaysUntouched()
{
    SnapshotMemory memory = memoryWithRam();
    QCOMPARE(read64(memory, kRam + 0x1234), std::uint64_t { 0 });
    QVERIFY(memory.touchedPages().empty());
    QVERIFY(write64(memory, kRam + 0x3008, 5));
    QVERIFY(write64(memory, kRam + 0x1008, 5));
    const std::vector<std::uint64_t> pages { kRam / 4096 + 1, kRam / 4096 + 3 };
    QVERIFY(memory.touchedPages() == pages);
}

void TestSnapshotMemory::accessesCrossPagesAndRanges()
{
    SnapshotMemory memory = memoryWithRam();
    QVERIFY(memory.addRam(Pa(kRam + kRamSize), 0x1000).has_value());
    QVERIFY(write64(memory, kRam + 0xffc, 0x1122334455667788));
    QCOMPARE(read64(memory, kRam + 0xffc), std::uint64_t { 0x1122334455667788 });
    QCOMPARE(read64(memory, kRam + 0x1000), std::uint64_t { 0x11223344 });
    // Two ranges that touch are as one to an access.
    QVERIFY(write64(memory, kRam + kRamSize - 4, 0xa1a2a3a4b1b2b3b4));
    QCOMPARE(read64(memory, kRam + kRamSize - 4), std::uint64_t { 0xa1a2a3a4b1b2b3b4 });
    QVERIFY(memory.isRam(Pa(kRam), kRamSize + 0x1000));
    QVERIFY(!memory.isRam(Pa(kRam), kRamSize + 0x1001));

    std::vector<std::uint8_t> large(3 * 4096 + 5);
    for (std::size_t i = 0; i < large.size(); ++i)
        large[i] = static_cast<std::uint8_t>(i * 7);
    QVERIFY(!memory.write(Pa(kRam + 0x10ffe), large.data(), large.size()));
    std::vector<std::uint8_t> back(large.size());
    QVERIFY(!memory.read(Pa(kRam + 0x10ffe), back.data(), back.size()));
    QVERIFY(back == large);
}

void TestSnapshotMemory::faultsNameTheFirstByteAndChangeNothing_data()
{
    QTest::addColumn<quint64>("address");
    QTest::addColumn<quint64>("size");
    QTest::addColumn<quint64>("first");

    QTest::newRow("before the RAM") << quint64 { kRam - 1 } << quint64 { 8 } << quint64 { kRam - 1 };
    QTest::newRow("over the end of the RAM")
        << quint64 { kRam + kRamSize - 3 } << quint64 { 8 } << quint64 { kRam + kRamSize };
    QTest::newRow("behind the RAM") << quint64 { kRam + kRamSize } << quint64 { 1 }
                                    << quint64 { kRam + kRamSize };
    QTest::newRow("into a hole between two ranges")
        << quint64 { 0x7fff } << quint64 { 0x2000 } << quint64 { 0x8000 };
    QTest::newRow("the end of the address space")
        << quint64 { ~quint64 { 0 } } << quint64 { 8 } << ~quint64 { 0 };
    QTest::newRow("address 0") << quint64 { 0 } << quint64 { 16 } << quint64 { 0 };
}

void TestSnapshotMemory::faultsNameTheFirstByteAndChangeNothing()
{
    QFETCH(quint64, address);
    QFETCH(quint64, size);
    QFETCH(quint64, first);
    SnapshotMemory memory = memoryWithRam();
    QVERIFY(memory.addRam(Pa(0x7000), 0x1000).has_value());
    QVERIFY(memory.addRam(Pa(0x9000), 0x1000).has_value());
    const SnapshotMemory before = memory;

    std::vector<std::uint8_t> buffer(size, 0x5a);
    const std::optional<MemoryFault> read = memory.read(Pa(address), buffer.data(), size);
    QVERIFY(read.has_value());
    QVERIFY(*read == (MemoryFault { Pa(first), false }));
    QVERIFY(buffer == std::vector<std::uint8_t>(size, 0x5a));

    const std::optional<MemoryFault> written = memory.write(Pa(address), buffer.data(), size);
    QVERIFY(written.has_value());
    QVERIFY(*written == (MemoryFault { Pa(first), true }));
    QVERIFY(memory.touchedPages().empty());
    QVERIFY(memory.sameContent(before));
}

void TestSnapshotMemory::refusesBadRanges_data()
{
    QTest::addColumn<quint64>("start");
    QTest::addColumn<quint64>("size");
    QTest::addColumn<QByteArray>("names");

    QTest::newRow("no size") << quint64 { 0 } << quint64 { 0 } << QByteArray("has no size");
    QTest::newRow("start inside a page")
        << quint64 { 0x10 } << quint64 { 0x1000 } << QByteArray("whole pages");
    QTest::newRow("part of a page") << quint64 { 0 } << quint64 { 0x1001 } << QByteArray("whole pages");
    QTest::newRow("over 2^56") << quint64 { 0xfffffffffff000 } << quint64 { 0x2000 }
                               << QByteArray("below 2^56");
    QTest::newRow("from 2^56") << quint64 { 0x100000000000000 } << quint64 { 0x1000 }
                               << QByteArray("below 2^56");
    QTest::newRow("larger than all") << quint64 { 0x1000 } << quint64 { 0xfffffffffffff000 }
                                     << QByteArray("below 2^56");
    QTest::newRow("the same") << quint64 { kRam } << quint64 { kRamSize } << QByteArray("overlaps");
    QTest::newRow("over the start") << quint64 { kRam - 0x1000 } << quint64 { 0x2000 }
                                    << QByteArray("overlaps");
    QTest::newRow("over the end") << quint64 { kRam + kRamSize - 0x1000 } << quint64 { 0x2000 }
                                  << QByteArray("overlaps");
    QTest::newRow("around") << quint64 { 0 } << quint64 { 0x100000000 } << QByteArray("overlaps");
}

void TestSnapshotMemory::refusesBadRanges()
{
    QFETCH(quint64, start);
    QFETCH(quint64, size);
    QFETCH(QByteArray, names);
    SnapshotMemory memory = memoryWithRam();
    const Result<void> added = memory.addRam(Pa(start), size);
    QVERIFY(!added.has_value());
    const QByteArray message = QByteArray::fromStdString(added.error().text());
    QVERIFY2(message.contains(names), message.constData());
    QCOMPARE(memory.ranges().size(), std::size_t { 1 });
}

void TestSnapshotMemory::aCopyKeepsWhatItWas()
{
    SnapshotMemory memory = memoryWithRam();
    QVERIFY(write64(memory, kRam, 1));
    SnapshotMemory first = memory;
    QVERIFY(write64(memory, kRam, 2));
    QVERIFY(write64(memory, kRam + 0x1000, 3)); // a page the copy does not have
    SnapshotMemory second;
    second = memory;
    QVERIFY(write64(second, kRam, 4));

    QCOMPARE(read64(first, kRam), std::uint64_t { 1 });
    QCOMPARE(read64(first, kRam + 0x1000), std::uint64_t { 0 });
    QCOMPARE(read64(memory, kRam), std::uint64_t { 2 });
    QCOMPARE(read64(second, kRam), std::uint64_t { 4 });
    QCOMPARE(read64(second, kRam + 0x1000), std::uint64_t { 3 });

    // The original may go; and a memory may be assigned to itself.
    memory = SnapshotMemory();
    second = static_cast<const SnapshotMemory&>(second);
    QCOMPARE(read64(second, kRam), std::uint64_t { 4 });
    SnapshotMemory moved = std::move(second);
    QCOMPARE(read64(moved, kRam), std::uint64_t { 4 });
    QVERIFY(write64(moved, kRam, 5));
    QCOMPARE(read64(first, kRam), std::uint64_t { 1 });
}

void TestSnapshotMemory::comparesContentNotHistory()
{
    SnapshotMemory a = memoryWithRam();
    SnapshotMemory b = memoryWithRam();
    QVERIFY(a.sameContent(b));
    QVERIFY(write64(a, kRam, 0)); // a page of zeros is what an untouched page reads as
    QVERIFY(a.sameContent(b));
    QVERIFY(b.sameContent(a));
    QVERIFY(write64(a, kRam + 0x5000, 7));
    QVERIFY(!a.sameContent(b));
    QVERIFY(write64(b, kRam + 0x5000, 7));
    QVERIFY(a.sameContent(b));
    QVERIFY(b.addRam(Pa(0), 0x1000).has_value());
    QVERIFY(!a.sameContent(b));
}

void TestSnapshotMemory::findsTheFirstDifference()
{
    SnapshotMemory a = memoryWithRam();
    const SnapshotMemory before = a;
    QVERIFY(!a.firstDifference(before).has_value());
    QVERIFY(write64(a, kRam + 0x180008, 0x100));
    QCOMPARE(a.firstDifference(before).value().value, kRam + 0x180009);
    QVERIFY(write64(a, kRam + 0x2000, 1));
    QCOMPARE(a.firstDifference(before).value().value, kRam + 0x2000);
    QCOMPARE(before.firstDifference(a).value().value, kRam + 0x2000);
}

void TestSnapshotMemory::manyGroupsSurviveGrowth()
{
    SnapshotMemory memory;
    QVERIFY(memory.addRam(Pa(0), std::uint64_t { 1 } << 48).has_value());
    constexpr std::uint64_t kCount = 3000;
    for (std::uint64_t k = 1; k <= kCount; ++k)
        QVERIFY(write64(memory, (splitmix(3, k) >> 16) & ~std::uint64_t { 7 }, k));
    for (std::uint64_t k = 1; k <= kCount; ++k)
        QCOMPARE(read64(memory, (splitmix(3, k) >> 16) & ~std::uint64_t { 7 }), k);
    const std::vector<std::uint64_t> pages = memory.touchedPages();
    QCOMPARE(pages.size(), std::size_t { kCount });
    QVERIFY(std::is_sorted(pages.begin(), pages.end()));
}

void TestSnapshotMemory::copiesMayBeUsedInOtherThreads()
{
    // Of interest under the thread sanitizer: both sides read and write pages that they share at first.
    SnapshotMemory memory = memoryWithRam();
    for (std::uint64_t page = 0; page < 256; ++page)
        QVERIFY(write64(memory, kRam + page * 4096, page));
    std::vector<std::thread> threads;
    std::array<std::uint64_t, 3> sums {};
    for (std::size_t i = 0; i < sums.size(); ++i) {
        threads.emplace_back([copy = memory, &sum = sums[i], i]() mutable {
            for (std::uint64_t page = 0; page < 256; ++page) {
                const std::uint64_t value = read64(copy, kRam + page * 4096);
                write64(copy, kRam + page * 4096, value + i);
                sum += read64(copy, kRam + page * 4096);
            }
        });
    }
    std::uint64_t own = 0;
    for (std::uint64_t page = 0; page < 256; ++page) {
        write64(memory, kRam + page * 4096, page * 2);
        own += read64(memory, kRam + page * 4096);
    }
    for (std::thread& thread : threads)
        thread.join();
    constexpr std::uint64_t kSum = 255 * 256 / 2;
    QCOMPARE(own, 2 * kSum);
    for (std::size_t i = 0; i < sums.size(); ++i)
        QCOMPARE(sums[i], kSum + 256 * i);
}

void TestSnapshotMemory::agreesWithAPlainMap()
{
    constexpr std::uint64_t kSeed = 20;
    struct Pair {
        SnapshotMemory memory;
        Model model;
    };
    std::vector<Pair> pairs(1);
    QVERIFY(pairs[0].memory.addRam(Pa(kRam), kRamSize).has_value());
    QVERIFY(pairs[0].memory.addRam(Pa(kRam + kRamSize + 0x1000), 0x3000).has_value());
    const auto isRam = [](std::uint64_t at) {
        return (at >= kRam && at < kRam + kRamSize)
            || (at >= kRam + kRamSize + 0x1000 && at < kRam + kRamSize + 0x4000);
    };
    std::uint64_t k = 0;
    const auto draw = [&k](std::uint64_t bound) { return (splitmix(kSeed, ++k) >> 8) % bound; };
    for (int step = 0; step < 20000; ++step) {
        Pair& pair = pairs[draw(pairs.size())];
        // Half of the accesses near the hole, the others anywhere, most of them small.
        const std::uint64_t address
            = draw(2) == 0 ? kRam + kRamSize - 0x1800 + draw(0x6000) : kRam - 0x10 + draw(kRamSize + 0x20);
        const std::uint64_t size = draw(10) == 0 ? draw(9000) : draw(17);
        std::optional<std::uint64_t> hole;
        for (std::uint64_t i = 0; i < size && !hole; ++i) {
            if (!isRam(address + i))
                hole = address + i;
        }
        const std::string place = "seed " + std::to_string(kSeed) + " step " + std::to_string(step) + " at "
            + hex(address) + " size " + std::to_string(size);
        QCOMPARE(pair.memory.isRam(Pa(address), size), !hole.has_value());
        std::vector<std::uint8_t> bytes(size);
        const std::uint64_t what = draw(100);
        if (what < 45) {
            for (auto& byte : bytes)
                byte = static_cast<std::uint8_t>(draw(256));
            const auto fault = pair.memory.write(Pa(address), bytes.data(), size);
            QVERIFY2(fault.has_value() == hole.has_value(), place.c_str());
            QVERIFY2(!fault || (fault->write && fault->address.value == *hole), place.c_str());
            for (std::uint64_t i = 0; i < size && !hole; ++i)
                pair.model[address + i] = bytes[i];
        } else if (what < 98 || pairs.size() >= 6) {
            const auto fault = pair.memory.read(Pa(address), bytes.data(), size);
            QVERIFY2(fault.has_value() == hole.has_value(), place.c_str());
            QVERIFY2(!fault || (!fault->write && fault->address.value == *hole), place.c_str());
            for (std::uint64_t i = 0; i < size && !hole; ++i) {
                const auto found = pair.model.find(address + i);
                QVERIFY2(bytes[i] == (found == pair.model.end() ? 0 : found->second), place.c_str());
            }
        } else if (what == 98) {
            pairs.push_back(Pair(pair));
        } else if (pairs.size() > 1) {
            pairs.erase(pairs.begin());
        }
    }
    for (std::size_t i = 1; i < pairs.size(); ++i) {
        std::optional<std::uint64_t> expected;
        for (const Model* model : { &pairs[0].model, &pairs[i].model }) {
            const Model& other = model == &pairs[0].model ? pairs[i].model : pairs[0].model;
            for (const auto& [at, byte] : *model) {
                const auto found = other.find(at);
                if (byte != (found == other.end() ? 0 : found->second)) {
                    expected = std::min(expected.value_or(at), at);
                    break;
                }
            }
        }
        const std::optional<Pa> got = pairs[0].memory.firstDifference(pairs[i].memory);
        QCOMPARE(got.has_value(), expected.has_value());
        if (expected)
            QCOMPARE(got->value, *expected);
        QCOMPARE(pairs[0].memory.sameContent(pairs[i].memory), !expected.has_value());
    }
}

void TestSnapshotMemory::anEmptyMemoryHasNoRam()
{
    SnapshotMemory memory;
    QVERIFY(!memory.isRam(Pa(0)));
    QCOMPARE(read64(memory, 0), std::uint64_t { 0xfa01 });
    QVERIFY(!write64(memory, 0, 1));
    QVERIFY(!memory.read(Pa(0), nullptr, 0));
    QVERIFY(!memory.write(Pa(0), nullptr, 0));
}

QTEST_GUILESS_MAIN(TestSnapshotMemory)
#include "tst_snapshotmemory.moc"
