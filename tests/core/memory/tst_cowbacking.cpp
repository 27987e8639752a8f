// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/base/splitmix.h"
#include "core/memory/cowbacking.h"
#include "core/memory/snapshotmemory.h"

#include <QTest>

#include <cstring>

using namespace fscope;
using namespace fscope::memory;

namespace {

constexpr std::uint64_t kRam = 0x40000000;

SnapshotMemory ram(std::uint64_t size = 0x10000)
{
    SnapshotMemory memory;
    if (!memory.addRam(Pa(kRam), size))
        qFatal("no RAM");
    return memory;
}

/// A memory that can be read only, some pages of which cannot be read either.
class Dump final : public MemoryBacking
{
public:
    explicit Dump(std::size_t size)
        : bytes(size)
    {
        for (std::size_t i = 0; i < size; ++i)
            bytes[i] = static_cast<std::byte>(splitmix(9, i + 1));
    }
    std::uint64_t size() const noexcept override { return bytes.size(); }
    BackingResult<void> readFallback(std::uint64_t address, std::span<std::byte> out) override
    {
        if (address <= bad && bad - address < out.size())
            return tl::unexpected(AccessFailure { MemoryErrorKind::VtlProtected, "secret", bad });
        std::memcpy(out.data(), &bytes[address], out.size());
        return {};
    }
    std::vector<std::byte> bytes;
    std::uint64_t bad = ~std::uint64_t { 0 };
};

std::uint8_t byteAt(const SnapshotMemory& memory, std::uint64_t pa)
{
    std::uint8_t byte = 0;
    if (memory.read(Pa(pa), &byte, 1))
        qFatal("no RAM at %llx", static_cast<unsigned long long>(pa));
    return byte;
}

} // namespace

class TestCowBacking : public QObject
{
    Q_OBJECT

private slots:
    void theHandleIsTheMemory();
    void aCopyHasAHandleOfItsOwn();
    void aHandleOutlivesItsMemory();
    void theHandleFailsWhereThereIsNoRam();
    void exchangesThroughTheHandle_data();
    void exchangesThroughTheHandle();
    void fillingWithZerosTouchesNothing();
    void tellsWhatIsPresent();
    void writesStayAboveTheBase();
    void aBaseThatFailsIsAFault();
    void theEndOfABaseIsFilledUp();
    void refusesBadBases();
    void comparesOverTheSameBase();
    void behavesAsPlainBytes_data();
    void behavesAsPlainBytes();
};

void TestCowBacking::theHandleIsTheMemory()
{
    SnapshotMemory memory = ram();
    const GuestMemory handle = memory.handle();
    QCOMPARE(handle.size(), std::uint64_t { 1 } << 56);
    const std::uint64_t value = 0x1122334455667788;
    QVERIFY(!memory.write(Pa(kRam + 0x1ffc), &value, sizeof value)); // over two pages
    QCOMPARE(handle.readPlain<std::uint64_t>(kRam + 0x1ffc).value(), value);
    QVERIFY(handle.writePlain<std::uint32_t>(kRam + 0x3000, 0xabcdef01).has_value());
    QCOMPARE(byteAt(memory, kRam + 0x3001), std::uint8_t { 0xef });
    QCOMPARE(memory.touchedPages(), (std::vector<std::uint64_t> { 0x40001, 0x40002, 0x40003 }));
}

void TestCowBacking::aCopyHasAHandleOfItsOwn()
{
    SnapshotMemory memory = ram();
    QVERIFY(memory.handle().writePlain<std::uint8_t>(kRam, 1).has_value());
    const SnapshotMemory copy = memory;
    QVERIFY(memory.handle().writePlain<std::uint8_t>(kRam, 2).has_value());
    QCOMPARE(byteAt(copy, kRam), std::uint8_t { 1 });
    QVERIFY(copy.handle().writePlain<std::uint8_t>(kRam, 3).has_value());
    QCOMPARE(byteAt(memory, kRam), std::uint8_t { 2 });
    SnapshotMemory moved = std::move(memory);
    QCOMPARE(moved.handle().readPlain<std::uint8_t>(kRam).value(), std::uint8_t { 2 });
}

void TestCowBacking::aHandleOutlivesItsMemory()
{
    GuestMemory handle;
    {
        SnapshotMemory memory = ram();
        handle = memory.handle();
        QVERIFY(handle.writePlain<std::uint8_t>(kRam, 1).has_value());
        memory = ram();
        QVERIFY(memory.handle().writePlain<std::uint8_t>(kRam, 2).has_value());
    }
    QCOMPARE(handle.readPlain<std::uint8_t>(kRam).value(), std::uint8_t { 1 });
}

void TestCowBacking::theHandleFailsWhereThereIsNoRam()
{
    const SnapshotMemory memory = ram();
    std::uint8_t bytes[8] {};
    const auto read = memory.handle().read(kRam + 0xfffc, bytes);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, MemoryErrorKind::OutOfRange);
    QCOMPARE(read.error().text(),
        std::string("guest memory 'physical memory': read error: failed to access 0x4000fffc-0x40010004 at "
                    "0x40010000: no memory at address"));
    QVERIFY(!memory.handle().write(kRam + 0xfffc, bytes));
    QVERIFY(memory.touchedPages().empty());
    QCOMPARE(memory.handle().fill(kRam - 1, 2, std::byte { 1 }).error().failingAddress(), kRam - 1);
    QVERIFY(!memory.handle().read(std::uint64_t { 1 } << 56, bytes));
    QVERIFY(!memory.handle().compareExchange<std::uint32_t>(0, 0, 1));
}

void TestCowBacking::exchangesThroughTheHandle_data()
{
    QTest::addColumn<quint64>("expected");
    QTest::addColumn<bool>("swapped");
    QTest::newRow("what is there") << quint64 { 0x8877665544332211 } << true;
    QTest::newRow("something else") << quint64 { 0x8877665544332210 } << false;
}

void TestCowBacking::exchangesThroughTheHandle()
{
    QFETCH(quint64, expected);
    QFETCH(bool, swapped);
    SnapshotMemory memory = ram();
    const std::uint64_t there = 0x8877665544332211;
    QVERIFY(!memory.write(Pa(kRam + 8), &there, sizeof there));
    const SnapshotMemory before = memory;
    const auto done = memory.handle().compareExchange<std::uint64_t>(kRam + 8, expected, 5);
    QCOMPARE(done.value().swapped, swapped);
    QCOMPARE(done.value().found, there);
    QCOMPARE(memory.handle().readPlain<std::uint64_t>(kRam + 8).value(), swapped ? 5 : there);
    QCOMPARE(before.handle().readPlain<std::uint64_t>(kRam + 8).value(), there);
    const U128 wide = memory.handle().readPlain<U128>(kRam).value();
    QVERIFY(memory.handle().compareExchange<U128>(kRam, wide, U128 { 7, 8 }).value().swapped);
    QCOMPARE(memory.handle().readPlain<std::uint64_t>(kRam + 8).value(), std::uint64_t { 8 });
    QCOMPARE(memory.handle().compareExchange<std::uint32_t>(kRam + 2, 0, 0).error().kind,
        MemoryErrorKind::Misaligned);
}

void TestCowBacking::fillingWithZerosTouchesNothing()
{
    const SnapshotMemory memory = ram();
    QVERIFY(memory.handle().fill(kRam, 0x10000, std::byte {}).has_value());
    QVERIFY(memory.touchedPages().empty());
    QVERIFY(memory.handle().fill(kRam + 0xfff, 0x1002, std::byte { 5 }).has_value());
    QCOMPARE(memory.touchedPages().size(), std::size_t { 3 });
    QVERIFY(memory.handle().fill(kRam + 0x1000, 0x1000, std::byte {}).has_value());
    QCOMPARE(byteAt(memory, kRam + 0xfff), std::uint8_t { 5 });
    QCOMPARE(byteAt(memory, kRam + 0x1000), std::uint8_t { 0 });
    QCOMPARE(byteAt(memory, kRam + 0x2000), std::uint8_t { 5 });
}

void TestCowBacking::tellsWhatIsPresent()
{
    SnapshotMemory memory = ram(0x1000000);
    const auto present = [&memory] {
        std::vector<std::pair<std::uint64_t, std::uint64_t>> runs;
        std::uint64_t at = 0;
        while (const auto run = memory.handle().nextPresent(at)) {
            runs.emplace_back(run->start - kRam, run->length);
            at = run->start + run->length;
        }
        return runs;
    };
    QVERIFY(present().empty());
    for (const std::uint64_t page : { 0U, 1U, 63U, 64U, 65U, 700U, 0xfffU })
        QVERIFY(memory.handle().writePlain<std::uint8_t>(kRam + page * kPageSize, 1).has_value());
    using Runs = std::vector<std::pair<std::uint64_t, std::uint64_t>>;
    QCOMPARE(
        present(), (Runs { { 0, 0x2000 }, { 0x3f000, 0x3000 }, { 0x2bc000, 0x1000 }, { 0xfff000, 0x1000 } }));
    const auto inside = memory.handle().nextPresent(kRam + 0x40010);
    QVERIFY(inside && inside->start == kRam + 0x40010 && inside->length == 0x1ff0);
}

void TestCowBacking::writesStayAboveTheBase()
{
    const auto dump = std::make_shared<Dump>(3 * kPageSize);
    const std::vector<std::byte> original = dump->bytes;
    SnapshotMemory memory;
    QVERIFY(memory.addBase(GuestMemory("dump", dump), Pa(kRam)).has_value());
    QVERIFY(memory.addRam(Pa(kRam + 3 * kPageSize), kPageSize).has_value());
    QCOMPARE(byteAt(memory, kRam + 0x1234), std::to_integer<std::uint8_t>(original[0x1234]));
    QCOMPARE(byteAt(memory, kRam + 0x3000), std::uint8_t { 0 });
    const SnapshotMemory before = memory;
    QVERIFY(memory.handle().writePlain<std::uint16_t>(kRam + 0x1fff, 0xabcd).has_value());
    QCOMPARE(byteAt(memory, kRam + 0x1ffe), std::to_integer<std::uint8_t>(original[0x1ffe]));
    QCOMPARE(byteAt(memory, kRam + 0x1fff), std::uint8_t { 0xcd });
    QCOMPARE(byteAt(memory, kRam + 0x2000), std::uint8_t { 0xab });
    QCOMPARE(byteAt(before, kRam + 0x2000), std::to_integer<std::uint8_t>(original[0x2000]));
    QVERIFY(dump->bytes == original);
    QCOMPARE(memory.pagesChangedSince(before), (std::vector<std::uint64_t> { 0x40001, 0x40002 }));
    // All of it is present: what was written, and what lies below.
    std::uint64_t at = 0;
    std::uint64_t seen = 0;
    while (const auto run = memory.handle().nextPresent(at)) {
        at = run->start + run->length;
        seen += run->length;
    }
    QCOMPARE(seen, 3 * kPageSize);
}

void TestCowBacking::aBaseThatFailsIsAFault()
{
    const auto dump = std::make_shared<Dump>(3 * kPageSize);
    SnapshotMemory memory;
    QVERIFY(memory.addBase(GuestMemory("dump", dump), Pa(kRam)).has_value());
    dump->bad = kPageSize + 5;
    std::uint8_t bytes[0x1100] {};
    const auto fault = memory.read(Pa(kRam + 0xff0), bytes, sizeof bytes);
    QVERIFY(fault.has_value());
    QCOMPARE(*fault, (MemoryFault { Pa(kRam + kPageSize + 5), false }));
    const auto error = memory.handle().read(kRam + 0xff0, bytes);
    QCOMPARE(error.error().kind, MemoryErrorKind::VtlProtected);
    QCOMPARE(error.error().failingAddress(), kRam + kPageSize + 5);
    // Nothing is written, on the good page before it neither.
    QVERIFY(memory.write(Pa(kRam + 0xff0), bytes, 0x20).has_value());
    QCOMPARE(byteAt(memory, kRam + 0xff0), std::to_integer<std::uint8_t>(dump->bytes[0xff0]));
}

void TestCowBacking::theEndOfABaseIsFilledUp()
{
    const auto dump = std::make_shared<Dump>(kPageSize + 3);
    SnapshotMemory memory;
    QVERIFY(memory.addBase(GuestMemory("dump", dump), Pa(kRam)).has_value());
    QVERIFY(memory.isRam(Pa(kRam), 2 * kPageSize));
    QCOMPARE(byteAt(memory, kRam + kPageSize + 2), std::to_integer<std::uint8_t>(dump->bytes[kPageSize + 2]));
    QCOMPARE(byteAt(memory, kRam + kPageSize + 3), std::uint8_t { 0 });
    QVERIFY(memory.handle().writePlain<std::uint8_t>(kRam + 2 * kPageSize - 1, 9).has_value());
    QCOMPARE(byteAt(memory, kRam + kPageSize + 2), std::to_integer<std::uint8_t>(dump->bytes[kPageSize + 2]));
}

void TestCowBacking::refusesBadBases()
{
    const auto dump = std::make_shared<Dump>(kPageSize);
    SnapshotMemory memory = ram();
    QVERIFY(!memory.addBase(GuestMemory("dump", dump), Pa(kRam + 0x1000)));
    QVERIFY(!memory.addBase(GuestMemory("dump", dump), Pa(0x123)));
    QVERIFY(!memory.addBase(GuestMemory(), Pa(0)));
    QVERIFY(!memory.addBase(GuestMemory("dump", dump), Pa(std::uint64_t { 1 } << 56)));
    QVERIFY(memory.addBase(GuestMemory("dump", dump), Pa(0)).has_value());
    QVERIFY(!memory.addBase(GuestMemory("dump", dump), Pa(0x1000)));
}

void TestCowBacking::comparesOverTheSameBase()
{
    const GuestMemory dump("dump", std::make_shared<Dump>(2 * kPageSize));
    SnapshotMemory memory;
    QVERIFY(memory.addBase(dump, Pa(kRam)).has_value());
    SnapshotMemory copy = memory;
    QVERIFY(copy.sameContent(memory));
    const std::uint8_t same = byteAt(memory, kRam + 7);
    QVERIFY(!copy.write(Pa(kRam + 7), &same, 1)); // the page exists now, with the bytes of the base
    QVERIFY(copy.sameContent(memory));
    const auto other = static_cast<std::uint8_t>(same + 1);
    QVERIFY(!copy.write(Pa(kRam + 7), &other, 1));
    QCOMPARE(copy.firstDifference(memory), std::optional(Pa(kRam + 7)));
    SnapshotMemory empty = ram(2 * kPageSize);
    QVERIFY(!empty.sameContent(memory));
}

void TestCowBacking::behavesAsPlainBytes_data()
{
    QTest::addColumn<bool>("overABase");
    QTest::newRow("over nothing") << false;
    QTest::newRow("over a dump") << true;
}

/// Random operations on a memory and its copies, and on plain arrays beside them.
void TestCowBacking::behavesAsPlainBytes()
{
    QFETCH(bool, overABase);
    constexpr std::uint64_t kSize = 70 * kPageSize; // more than one group
    const auto dump = std::make_shared<Dump>(kSize - 100);
    struct Pair {
        SnapshotMemory memory;
        std::vector<std::uint8_t> model;
    };
    std::vector<Pair> pairs(1);
    pairs[0].model.resize(kSize);
    if (overABase) {
        QVERIFY(pairs[0].memory.addBase(GuestMemory("dump", dump), Pa(kRam)).has_value());
        std::memcpy(pairs[0].model.data(), dump->bytes.data(), dump->bytes.size());
    } else {
        pairs[0].memory = ram(kSize);
    }
    const SnapshotMemory start = pairs[0].memory;
    const std::vector<std::uint8_t> startModel = pairs[0].model;
    std::uint64_t seed = 0;
    const auto draw = [&seed](std::uint64_t below) { return splitmix(5, ++seed) % below; };
    for (int operation = 0; operation < 20000; ++operation) {
        Pair& pair = pairs[draw(pairs.size())];
        // Also a little beyond both ends.
        const std::uint64_t offset = draw(kSize + 64) - 32;
        const std::uint64_t size = draw(8) == 0 ? draw(3 * kPageSize) : 1 + draw(16);
        const bool inside = offset < kSize && size <= kSize - offset;
        const GuestMemory& handle = pair.memory.handle();
        std::vector<std::uint8_t> bytes(size);
        switch (draw(7)) {
        case 0:
            QCOMPARE(!pair.memory.read(Pa(kRam + offset), bytes.data(), size), inside || size == 0);
            if (inside)
                QVERIFY(std::equal(bytes.begin(), bytes.end(), &pair.model[offset]));
            break;
        case 1:
            QCOMPARE(handle.read(kRam + offset, bytes).has_value(), inside || size == 0);
            if (inside)
                QVERIFY(std::equal(bytes.begin(), bytes.end(), &pair.model[offset]));
            break;
        case 2:
        case 3: {
            for (std::uint8_t& byte : bytes)
                byte = static_cast<std::uint8_t>(draw(256));
            const bool done = draw(2) == 0 ? !pair.memory.write(Pa(kRam + offset), bytes.data(), size)
                                           : handle.write(kRam + offset, bytes).has_value();
            QCOMPARE(done, inside || size == 0);
            if (inside)
                std::copy(bytes.begin(), bytes.end(), &pair.model[offset]);
            break;
        }
        case 4: {
            const auto value = static_cast<std::uint8_t>(draw(2));
            QCOMPARE(handle.fill(kRam + offset, size, std::byte { value }).has_value(), inside || size == 0);
            if (inside)
                std::fill_n(pair.model.begin() + static_cast<std::ptrdiff_t>(offset), size, value);
            break;
        }
        case 5: {
            const std::uint64_t at = draw(kSize / 4) * 4;
            std::uint32_t there = 0;
            std::memcpy(&there, &pair.model[at], 4);
            const std::uint32_t expected = draw(2) == 0 ? there : there + 1;
            const auto desired = static_cast<std::uint32_t>(splitmix(6, ++seed));
            const auto done = handle.compareExchange<std::uint32_t>(kRam + at, expected, desired).value();
            QCOMPARE(done, (Exchanged<std::uint32_t> { expected == there, there }));
            if (done.swapped)
                std::memcpy(&pair.model[at], &desired, 4);
            break;
        }
        default:
            if (draw(20) == 0 && pairs.size() < 6)
                pairs.push_back({ pair.memory, pair.model });
            else if (draw(20) == 0 && pairs.size() > 1)
                pairs.erase(pairs.begin() + static_cast<std::ptrdiff_t>(draw(pairs.size())));
            break;
        }
    }
    for (const Pair& pair : pairs) {
        std::vector<std::uint8_t> bytes(kSize);
        QVERIFY(pair.memory.handle().read(kRam, bytes).has_value());
        QVERIFY(bytes == pair.model);
        std::vector<std::uint64_t> changed;
        for (std::uint64_t page = 0; page < kSize / kPageSize; ++page)
            if (std::memcmp(&pair.model[page * kPageSize], &startModel[page * kPageSize], kPageSize) != 0)
                changed.push_back(kRam / kPageSize + page);
        QCOMPARE(pair.memory.pagesChangedSince(start), changed);
    }
}

QTEST_GUILESS_MAIN(TestCowBacking)
#include "tst_cowbacking.moc"
