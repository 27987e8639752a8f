// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// What a GuestMemory is asked without page faults: errors and their texts, regions, windows, small
/// operations.

#include "core/memory/filebacking.h"
#include "core/memory/heapmemory.h"
#include "core/memory/pagedrange.h"
#include "tests/core/memory/testbacking.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <bit>

using namespace Qt::StringLiterals;
using namespace fscope;
using namespace fscope::test;

namespace {

constexpr std::uint64_t kAllOnes = ~std::uint64_t { 0 };
constexpr std::uint64_t kMiB = 1 << 20;
constexpr std::uint64_t kGiB = 1 << 30;

/// Calls one operation on @p memory.
MemoryResult<void> access(
    const GuestMemory& memory, const QByteArray& operation, std::uint64_t address, std::uint64_t length)
{
    std::vector<std::byte> bytes(std::min<std::uint64_t>(length, kMiB));
    if (operation == "read")
        return memory.read(address, std::span(bytes));
    if (operation == "write")
        return memory.write(address, std::span<const std::byte>(bytes));
    if (operation == "fill")
        return memory.fill(address, length, std::byte { 1 });
    if (operation == "subrange") {
        const auto window = memory.subrange(address, length);
        return window ? MemoryResult<void>() : tl::unexpected(window.error());
    }
    if (operation == "plain read") {
        const auto value = memory.readPlain<std::uint32_t>(address);
        return value ? MemoryResult<void>() : tl::unexpected(value.error());
    }
    if (operation == "plain write")
        return memory.writePlain<std::uint32_t>(address, 1);
    if (operation == "exchange") {
        const auto done = memory.compareExchange<std::uint32_t>(address, 0, 0);
        return done ? MemoryResult<void>() : tl::unexpected(done.error());
    }
    if (operation == "probe readable")
        return memory.probeReadable(address);
    if (operation == "probe writable")
        return memory.probeWritable(address);
    const std::uint64_t page = address;
    return memory.probePages({ &page, 1 });
}

QByteArray textOf(const MemoryResult<void>& result)
{
    return result ? QByteArray("ok") : QByteArray::fromStdString(result.error().text());
}

std::uint64_t readable(const GuestMemory& memory, std::uint64_t address)
{
    return memory.readPlain<std::uint8_t>(address).has_value();
}

} // namespace

class TestGuestMemory : public QObject
{
    Q_OBJECT

private slots:
    void errorsNameOperationRangeAndCause_data();
    void errorsNameOperationRangeAndCause();
    void anErrorIsATranslatableText();
    void anErrorOutlivesItsMemory();
    void errorsAreEqualByTheirTexts();
    void accessesStayWithinOneRegion_data();
    void accessesStayWithinOneRegion();
    void badRegionsAreRefused_data();
    void badRegionsAreRefused();
    void regionsOfTheLargestSize();
    void oneHoleOfAllAddresses();
    void basicReadWrite();
    void manyRegions();
    void plainAccesses_data();
    void plainAccesses();
    void bulkAccessesOfAnyAlignment();
    void noLengthSucceedsAnywhere();
    void compareExchange();
    void windows();
    void windowsOfAnUnalignedStart();
    void aBackingMayMakeItsOwnWindow();
    void emptyMemory();
    void heapMemory();
    void aDumpIsReadOnly();
    void aFileThatBecomesShorterIsAnError();
    void iovaAndFullMapping();
    void sharedRegionsAreForwarded();
    void presentBytesAreFound();
};

void TestGuestMemory::errorsNameOperationRangeAndCause_data()
{
    QTest::addColumn<QByteArray>("operation");
    QTest::addColumn<quint64>("address");
    QTest::addColumn<quint64>("length");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("text"); // after "guest memory 'ram': "

    const auto row = [](const char* name, const char* operation, std::uint64_t address, std::uint64_t length,
                         MemoryErrorKind kind, const char* text) {
        QTest::newRow(name) << QByteArray(operation) << quint64 { address } << quint64 { length }
                            << static_cast<int>(kind) << QByteArray(text);
    };
    using Kind = MemoryErrorKind;
    row("read past the end", "read", 0x1ffd, 4, Kind::OutOfRange,
        "read error: failed to access 0x1ffd-0x2001: no memory at address");
    row("read at all ones", "read", kAllOnes, 4, Kind::OutOfRange,
        "read error: failed to access 0xffffffffffffffff-0x3: no memory at address");
    row("plain read at all ones", "plain read", kAllOnes, 4, Kind::OutOfRange,
        "read error: failed to access 0xffffffffffffffff-0x3: no memory at address");
    row("plain write past the end", "plain write", 0x1ffe, 4, Kind::OutOfRange,
        "write error: failed to access 0x1ffe-0x2002: no memory at address");
    row("write past the end", "write", 0x2000, 1, Kind::OutOfRange,
        "write error: failed to access 0x2000-0x2001: no memory at address");
    row("fill of a huge length", "fill", 0x1000, kAllOnes - 0x1000, Kind::OutOfRange,
        "fill error: failed to access 0x1000-0xffffffffffffffff: no memory at address");
    row("length with bit 63", "fill", 0, std::uint64_t { 1 } << 63, Kind::OutOfRange,
        "fill error: failed to access 0x0-0x8000000000000000: no memory at address");
    row("exchange past the end", "exchange", 0x2000, 4, Kind::OutOfRange,
        "compare exchange error: failed to access 0x2000-0x2004: no memory at address");
    row("misaligned exchange", "exchange", 0x1002, 4, Kind::Misaligned,
        "compare exchange error: failed to access 0x1002-0x1006: the address is not a multiple of 0x4");
    row("probe page 2", "probe pages", 2, 0, Kind::OutOfRange,
        "probe error: failed to access memory at 0x2000: no memory at address");
    row("probe page 2^60", "probe pages", std::uint64_t { 1 } << 60, 0, Kind::InvalidPageNumber,
        "probe error: failed to access memory: invalid guest page number 0x1000000000000000");
    row("probe readable outside", "probe readable", 0x2000, 0, Kind::OutOfRange,
        "probe error: failed to access memory at 0x2000: no memory at address");
    row("probe writable outside", "probe writable", 0x2000, 0, Kind::OutOfRange,
        "probe error: failed to access memory at 0x2000: no memory at address");
    row("subrange too long", "subrange", 0x1000, 0x1001, Kind::OutOfRange,
        "subrange error: failed to access 0x1000-0x2001: no memory at address");
}

void TestGuestMemory::errorsNameOperationRangeAndCause()
{
    QFETCH(QByteArray, operation);
    QFETCH(quint64, address);
    QFETCH(quint64, length);
    QFETCH(int, kind);
    QFETCH(QByteArray, text);

    const GuestMemory memory("ram", TestBacking::mapped(0x2000));
    const auto result = access(memory, operation, address, length);
    QVERIFY(!result);
    QCOMPARE(static_cast<int>(result.error().kind), kind);
    QCOMPARE(textOf(result), "guest memory 'ram': " + text);
}

void TestGuestMemory::anErrorIsATranslatableText()
{
    auto backing = std::make_shared<TestBacking>(0x2000);
    backing->map(0, 0x1000);
    backing->onFault
        = [](const PageFault&) { return FaultAction::fail(MemoryErrorKind::VtlProtected, "secret"); };
    const GuestMemory memory("ram", backing);
    std::vector<std::byte> bytes(6000);
    const auto error = memory.read(100, std::span(bytes)).error();
    QCOMPARE(error.kind, MemoryErrorKind::VtlProtected);
    QCOMPARE(error.failingAddress(), std::optional<std::uint64_t>(0x1000));
    const Text text = error.asText();
    QCOMPARE(text.pattern, std::string("guest memory '%1': %2 error: failed to access %3-%4 at %5: %6"));
    QCOMPARE(text.args.size(), std::size_t { 6 });
    QCOMPARE(text.str(),
        std::string("guest memory 'ram': read error: failed to access 0x64-0x17d4 at 0x1000: secret"));
    QCOMPARE(QByteArray(kindName(MemoryErrorKind::Misaligned)), QByteArray("misaligned"));
}

void TestGuestMemory::anErrorOutlivesItsMemory()
{
    MemoryError error;
    {
        const std::string name = "a memory with a name of its own";
        const GuestMemory memory(name, TestBacking::mapped(0x1000));
        error = memory.readPlain<int>(0x1000).error();
    }
    QCOMPARE(error.text(),
        std::string(
            "guest memory 'a memory with a name of its own': read error: failed to access 0x1000-0x1004: "
            "no memory at address"));
    QCOMPARE(internedName("abc"), internedName(std::string("ab") + "c"));
}

void TestGuestMemory::errorsAreEqualByTheirTexts()
{
    const std::string cause = cause::kNotMapped;
    const std::string name = "ram";
    MemoryError one;
    one.name = "ram";
    MemoryError other = one;
    other.name = name.c_str();
    other.cause = cause.c_str();
    QVERIFY(one == other);
    other.cause = cause::kReadOnly;
    QVERIFY(one != other);
    AccessFailure failure;
    failure.cause = cause.c_str();
    QVERIFY(failure == AccessFailure());
    failure.cause = cause::kReadOnly;
    QVERIFY(failure != AccessFailure());
}

void TestGuestMemory::accessesStayWithinOneRegion_data()
{
    QTest::addColumn<quint64>("address");
    QTest::addColumn<quint64>("length");
    QTest::addColumn<bool>("ok");

    QTest::newRow("last byte of a region that is full") << quint64 { 0x1fff } << quint64 { 1 } << true;
    QTest::newRow("the byte before it") << quint64 { 0x1ffe } << quint64 { 1 } << true;
    QTest::newRow("three bytes before it") << quint64 { 0x1ffc } << quint64 { 3 } << true;
    QTest::newRow("all of a full region") << quint64 { 0 } << quint64 { 0x2000 } << true;
    QTest::newRow("crossing two regions") << quint64 { 0x1fff } << quint64 { 2 } << false;
    QTest::newRow("hole") << quint64 { 0x2000 } << quint64 { 1 } << false;
    QTest::newRow("from a hole into a region") << quint64 { 0x3fff } << quint64 { 2 } << false;
    QTest::newRow("last byte of a backing smaller than its region")
        << quint64 { 0x4fff } << quint64 { 1 } << true;
    QTest::newRow("the byte behind it") << quint64 { 0x5000 } << quint64 { 1 } << false;
    QTest::newRow("across its end") << quint64 { 0x4fff } << quint64 { 2 } << false;
    QTest::newRow("padding region") << quint64 { 0x6000 } << quint64 { 1 } << false;
    QTest::newRow("behind the padding") << quint64 { 0x8000 } << quint64 { 1 } << false;
    QTest::newRow("longer than all regions") << quint64 { 0 } << quint64 { 0x8001 } << false;
}

void TestGuestMemory::accessesStayWithinOneRegion()
{
    QFETCH(quint64, address);
    QFETCH(quint64, length);
    QFETCH(bool, ok);

    const auto memory = GuestMemory::multiRegion(
        "ram", 0x2000, { TestBacking::mapped(0x2000), nullptr, TestBacking::mapped(0x1000) });
    QVERIFY(memory.has_value());
    QCOMPARE(memory->size(), std::uint64_t { 0x5000 });
    for (const char* operation : { "read", "write", "fill" }) {
        const auto result = access(*memory, operation, address, length);
        QCOMPARE(result.has_value(), ok);
        QVERIFY(ok || result.error().kind == MemoryErrorKind::OutOfRange);
    }
    if (length == 1) {
        QCOMPARE(memory->readPlain<std::uint8_t>(address).has_value(), ok);
        QCOMPARE(memory->probeWritable(address).has_value(), ok);
    }
}

void TestGuestMemory::badRegionsAreRefused_data()
{
    QTest::addColumn<quint64>("regionSize");
    QTest::addColumn<int>("regions");
    QTest::addColumn<quint64>("backingSize");
    QTest::addColumn<QByteArray>("error");

    QTest::newRow("no power of two") << quint64 { 0x3000 } << 0 << quint64 { 0 }
                                     << QByteArray("region size 0x3000 is not a power of 2");
    QTest::newRow("zero") << quint64 { 0 } << 0 << quint64 { 0 }
                          << QByteArray("region size 0x0 is not a power of 2");
    QTest::newRow("less than a page")
        << quint64 { 0x800 } << 0 << quint64 { 0 } << QByteArray("region size 0x800 is smaller than a page");
    QTest::newRow("less than a page and no power of two")
        << quint64 { 0x801 } << 0 << quint64 { 0 } << QByteArray("region size 0x801 is not a power of 2");
    QTest::newRow("too many") << (quint64 { 1 } << 61) << 5 << quint64 { 0x2000 }
                              << QByteArray(
                                     "too many regions (5) for region size 0x2000000000000000; max is 4");
    QTest::newRow("too many once padded to a power of two")
        << (quint64 { 1 } << 62) << 3 << quint64 { 0 }
        << QByteArray("too many regions (3) for region size 0x4000000000000000; max is 2");
    QTest::newRow("backing too large")
        << quint64 { 0x1000 } << 2 << quint64 { 0x2000 }
        << QByteArray("backing size 0x2000 is too large for region size 0x1000");
    QTest::newRow("as many as fit") << (quint64 { 1 } << 61) << 4 << quint64 { 0x1000 } << QByteArray("ok");
    QTest::newRow("empty list") << quint64 { 0x1000 } << 0 << quint64 { 0 } << QByteArray("ok");
}

void TestGuestMemory::badRegionsAreRefused()
{
    QFETCH(quint64, regionSize);
    QFETCH(int, regions);
    QFETCH(quint64, backingSize);
    QFETCH(QByteArray, error);

    std::vector<std::shared_ptr<MemoryBacking>> backings(static_cast<std::size_t>(regions));
    if (regions > 0 && backingSize > 0)
        backings.back() = TestBacking::mapped(backingSize);
    const auto memory = GuestMemory::multiRegion("ram", regionSize, std::move(backings));
    QCOMPARE(memory ? QByteArray("ok") : QByteArray::fromStdString(memory.error().what), error);
}

void TestGuestMemory::regionsOfTheLargestSize()
{
    constexpr std::uint64_t kHalf = std::uint64_t { 1 } << 63;
    const auto one = GuestMemory::multiRegion("ram", kHalf, { TestBacking::mapped(0x1000) });
    QVERIFY(one.has_value());
    QVERIFY(readable(*one, 0xfff));
    QVERIFY(!readable(*one, 0x1000));
    QVERIFY(!readable(*one, kHalf));
    QVERIFY(!GuestMemory::multiRegion("ram", kHalf, { nullptr, nullptr }));
    // A single region may be filled and accessed to its last byte, although its size is a bit beyond all
    // addresses.
    const auto full = GuestMemory::multiRegion("ram", 0x2000, { TestBacking::mapped(0x2000) });
    QVERIFY(full->fill(0, 0x2000, std::byte { 1 }).has_value());
    QVERIFY(!full->fill(0, 0x2001, std::byte { 1 }));
    const auto none = GuestMemory::multiRegion("ram", kHalf, {});
    QVERIFY(none.has_value());
    QVERIFY(!readable(*none, 0));
    QCOMPARE(none->size(), std::uint64_t { 0 });
}

void TestGuestMemory::oneHoleOfAllAddresses()
{
    const auto hole = GuestMemory::multiRegion("ram", std::uint64_t { 1 } << 63, { nullptr });
    QVERIFY(hole.has_value());
    QVERIFY(!readable(*hole, 0));
    QVERIFY(!hole->sharedRegions());
    QVERIFY(!hole->nextPresent(0));
    QVERIFY(!hole->iova(0));
    QVERIFY(!hole->fullMapping().has_value());
}

void TestGuestMemory::basicReadWrite()
{
    auto backing = std::make_shared<TestBacking>(4 * kMiB);
    backing->map(0, kMiB);
    backing->map(2 * kMiB, kMiB);
    backing->map(3 * kMiB + 4096, kMiB - 4096);
    const GuestMemory memory("ram", backing);

    QCOMPARE(*memory.readPlain<std::uint8_t>(0), std::uint8_t { 0 });
    const auto five = bytesOf({ 1, 2, 3, 4, 5 });
    QVERIFY(memory.write(0, std::span<const std::byte>(five)).has_value());
    std::vector<std::byte> back(5);
    QVERIFY(memory.read(0, std::span(back)).has_value());
    QCOMPARE(back, five);
    for (std::uint8_t i = 0; i < 5; ++i)
        QCOMPARE(*memory.readPlain<std::uint8_t>(i), std::uint8_t(i + 1));
    for (const std::size_t size : { std::size_t { 4096 }, std::size_t { kMiB } }) {
        std::vector<std::uint8_t> pattern(size);
        for (std::size_t i = 0; i < size; ++i)
            pattern[i] = static_cast<std::uint8_t>(i * 7 + i / 256);
        QVERIFY(memory.write(2 * kMiB, std::span<const std::uint8_t>(pattern)).has_value());
        std::vector<std::uint8_t> copy(size);
        QVERIFY(memory.read(2 * kMiB, std::span(copy)).has_value());
        QVERIFY(copy == pattern);
    }
    QVERIFY(!readable(memory, kMiB));
    QCOMPARE(memory.readPlain<std::uint8_t>(kMiB).error().kind, MemoryErrorKind::Other);
    QVERIFY(!readable(memory, 3 * kMiB));
    QVERIFY(readable(memory, 4 * kMiB - 1));
}

void TestGuestMemory::manyRegions()
{
    const auto memory = GuestMemory::multiRegion(
        "ram", kGiB, { TestBacking::mapped(4 * kMiB), nullptr, TestBacking::mapped(4 * kMiB) });
    QVERIFY(memory.has_value());
    for (const std::uint64_t good : { std::uint64_t { 0 }, 2 * kGiB, 2 * kGiB + 4 * kMiB - 1 })
        QVERIFY(readable(*memory, good));
    for (const std::uint64_t bad : { 4 * kMiB, kGiB, 2 * kGiB + 4 * kMiB, 3 * kGiB, 4 * kGiB })
        QVERIFY(!readable(*memory, bad));
    QVERIFY(memory->writePlain<std::uint64_t>(2 * kGiB + 8, 0x1122334455667788).has_value());
    QCOMPARE(*memory->readPlain<std::uint64_t>(2 * kGiB + 8), std::uint64_t { 0x1122334455667788 });
    QCOMPARE(*memory->readPlain<std::uint64_t>(8), std::uint64_t { 0 });
}

void TestGuestMemory::plainAccesses_data()
{
    QTest::addColumn<quint64>("address");
    for (const quint64 address : { 0x10, 0x11, 0xffc, 0xfff, 0x1ff0, 0x1ff8 })
        QTest::addRow("at 0x%llx", static_cast<unsigned long long>(address)) << address;
}

void TestGuestMemory::plainAccesses()
{
    QFETCH(quint64, address);
    struct Three {
        std::uint8_t bytes[3];
    };
    const GuestMemory one("ram", TestBacking::mapped(0x2000));
    const auto many = *GuestMemory::multiRegion("ram", 0x4000, { TestBacking::mapped(0x2000) });
    const auto heap = *HeapMemory::allocate(0x2000);
    for (const GuestMemory& memory : { one, many, heap.memory() }) {
        QVERIFY(memory.fill(0, 0x2000, std::byte { 0xee }).has_value());
        QVERIFY(memory.writePlain<std::uint64_t>(address, 0x8877665544332211).has_value());
        QCOMPARE(*memory.readPlain<std::uint8_t>(address), std::uint8_t { 0x11 });
        QCOMPARE(*memory.readPlain<std::uint16_t>(address), std::uint16_t { 0x2211 });
        QCOMPARE(*memory.readPlain<std::uint32_t>(address), std::uint32_t { 0x44332211 });
        QCOMPARE(*memory.readPlain<std::uint64_t>(address), std::uint64_t { 0x8877665544332211 });
        QCOMPARE(memory.readPlain<Three>(address)->bytes[2], std::uint8_t { 0x33 });
        QVERIFY(memory.writePlain<std::uint16_t>(address, 0xaabb).has_value());
        QVERIFY(memory.writePlain<std::uint8_t>(address + 4, 0xcc).has_value());
        QVERIFY(memory.writePlain(address + 5, Three { { 1, 2, 3 } }).has_value());
        QCOMPARE(*memory.readPlain<std::uint64_t>(address), std::uint64_t { 0x030201cc4433aabb });
        QCOMPARE(*memory.readPlain<std::uint8_t>(address - 1), std::uint8_t { 0xee });
        if (address + 8 < 0x2000)
            QCOMPARE(*memory.readPlain<std::uint8_t>(address + 8), std::uint8_t { 0xee });
    }
}

void TestGuestMemory::bulkAccessesOfAnyAlignment()
{
    const GuestMemory memory("ram", TestBacking::mapped(0x4000));
    std::vector<std::byte> model(0x4000);
    for (const std::uint64_t length :
        { 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 31, 33, 63, 64, 100, 4095, 4096, 4097, 9000 }) {
        for (const std::uint64_t start : { 0, 1, 7, 0xff8, 0xfff, 0x1000 }) {
            std::vector<std::byte> data(length);
            for (std::uint64_t i = 0; i < length; ++i)
                data[i] = static_cast<std::byte>(length + start + i * 3);
            QVERIFY(memory.write(start, std::span<const std::byte>(data)).has_value());
            std::ranges::copy(data, model.begin() + static_cast<std::ptrdiff_t>(start));
            std::vector<std::byte> all(model.size());
            QVERIFY(memory.read(0, std::span(all)).has_value());
            QVERIFY(all == model);
        }
    }
}

void TestGuestMemory::noLengthSucceedsAnywhere()
{
    auto backing = TestBacking::mapped(0x4000);
    const auto refusing = *AccessBitmap::create(4, false);
    backing->bitmaps = { refusing, refusing, 0 };
    const GuestMemory memory("ram", backing);
    for (const std::uint64_t address : { std::uint64_t { 0 }, std::uint64_t { 0x4000 }, kAllOnes }) {
        QVERIFY(memory.read(address, std::span<std::byte>()).has_value());
        QVERIFY(memory.write(address, std::span<const std::byte>()).has_value());
        QVERIFY(memory.fill(address, 0, std::byte { 1 }).has_value());
    }
    // A window of no length is asked for its range all the same.
    QVERIFY(memory.subrange(0x4000, 0).has_value());
    QVERIFY(!memory.subrange(0x4001, 0));
    QCOMPARE(backing->takeLog(), std::string());
}

void TestGuestMemory::compareExchange()
{
    const GuestMemory memory("ram", TestBacking::mapped(0x2000));
    const auto check = [&]<typename T>(T before, T wrong, T after) {
        constexpr std::uint64_t kAddress = 0xff0;
        QVERIFY(memory.fill(0, 0x2000, std::byte { 0xee }).has_value());
        QVERIFY(memory.writePlain(kAddress, before).has_value());
        const auto missed = memory.compareExchange(kAddress, wrong, after);
        QVERIFY(missed.has_value());
        QVERIFY(!missed->swapped);
        QVERIFY(missed->found == before);
        QVERIFY(*memory.readPlain<T>(kAddress) == before);
        const auto done = memory.compareExchange(kAddress, before, after);
        QVERIFY(done.has_value());
        QVERIFY(done->swapped);
        QVERIFY(done->found == before);
        QVERIFY(*memory.readPlain<T>(kAddress) == after);
        QCOMPARE(*memory.readPlain<std::uint8_t>(kAddress + sizeof(T)), std::uint8_t { 0xee });
        if constexpr (sizeof(T) > 1) {
            const auto error = memory.compareExchange(kAddress + 1, before, after).error();
            QCOMPARE(error.kind, MemoryErrorKind::Misaligned);
            QCOMPARE(error.causeValue, std::uint64_t { sizeof(T) });
        }
    };
    check(std::uint8_t { 1 }, std::uint8_t { 2 }, std::uint8_t { 3 });
    check(std::uint16_t { 0x101 }, std::uint16_t { 0x102 }, std::uint16_t { 0x8003 });
    check(std::uint32_t { 1 }, std::uint32_t { 0x80000001 }, std::uint32_t { 0xfffffff3 });
    check(std::uint64_t { 1 }, std::uint64_t { 0x8000000000000001 }, kAllOnes);
    check(U128 { 1, 2 }, U128 { 1, 3 }, U128 { kAllOnes, 5 });
}

void TestGuestMemory::windows()
{
    auto backing = std::make_shared<TestBacking>(0x8000);
    backing->map(0, 0x4000);
    const GuestMemory memory("ram", backing);
    const auto window = memory.subrange(0x1000, 0x4000);
    QVERIFY(window.has_value());
    QCOMPARE(window->size(), std::uint64_t { 0x4000 });
    QVERIFY(window->writePlain<std::uint32_t>(0x10, 77).has_value());
    QCOMPARE(*memory.readPlain<std::uint32_t>(0x1010), std::uint32_t { 77 });
    // Errors print the window's numbers, the handler gets the parent's.
    backing->takeLog();
    std::vector<std::byte> bytes(16);
    const auto error = window->read(0x2ff8, std::span(bytes)).error();
    QCOMPARE(error.text(),
        std::string(
            "guest memory 'ram': read error: failed to access 0x2ff8-0x3008 at 0x3000: the specified page is "
            "not mapped"));
    QCOMPARE(backing->takeLog(), std::string("fault 0x4000 +0x8 r map"));
    QVERIFY(!window->subrange(1, 0x4000));
    const auto nested = window->subrange(0x10, 0x20);
    QVERIFY(nested.has_value());
    QCOMPARE(*nested->readPlain<std::uint32_t>(0), std::uint32_t { 77 });
    QVERIFY(!nested->readPlain<std::uint32_t>(0x1d));

    const auto many = *GuestMemory::multiRegion(
        "ram", 0x2000, { TestBacking::mapped(0x2000), TestBacking::mapped(0x2000) });
    QVERIFY(many.subrange(0x2000, 0x2000).has_value());
    QVERIFY(!many.subrange(0x1000, 0x2000));
    QVERIFY(many.subrange(0x1000, 0x1000)->writePlain<std::uint16_t>(0xffe, 1).has_value());
}

void TestGuestMemory::windowsOfAnUnalignedStart()
{
    // Pages 0 and 2 allowed. The window begins in page 0 and is asked by its own addresses.
    auto backing = TestBacking::mapped(0x4000);
    const auto bitmap = *AccessBitmap::create(4, false);
    bitmap->allow(0);
    bitmap->allow(2);
    backing->bitmaps = { bitmap, bitmap, 0 };
    const GuestMemory memory("ram", backing);
    const auto window = *memory.subrange(0x800, 0x3000);
    QVERIFY(readable(window, 0));
    QVERIFY(readable(window, 0x7ff));
    QVERIFY(!readable(window, 0x800)); // page 1 of the backing
    QVERIFY(!readable(window, 0xfff));
    QVERIFY(!readable(window, 0x1000));
    QVERIFY(!readable(window, 0x17ff));
    QVERIFY(readable(window, 0x1800)); // page 2
    QVERIFY(readable(window, 0x27ff));
    QVERIFY(!readable(window, 0x2800));
    backing->takeLog();
    std::vector<std::byte> bytes(0x1000);
    const auto error = window.read(0x1810, std::span(bytes)).error();
    QCOMPARE(error.address, std::uint64_t { 0x2800 });
    QCOMPARE(backing->takeLog(), std::string("fault 0x3000 +0x10 r bitmap"));
    // Alignment is that of the memory, wherever the window begins.
    const auto odd = *memory.subrange(4, 0x100);
    QCOMPARE(odd.compareExchange<std::uint64_t>(0, 0, 0).error().kind, MemoryErrorKind::Misaligned);
    QVERIFY(odd.compareExchange<std::uint64_t>(4, 0, 0).has_value());
}

void TestGuestMemory::aBackingMayMakeItsOwnWindow()
{
    class Own final : public MemoryBacking
    {
    public:
        std::uint64_t size() const noexcept override { return 0x10000; }
        std::shared_ptr<MemoryBacking> subrange(
            std::uint64_t offset, std::uint64_t length, bool lockable) override
        {
            asked = fmt::format("{:#x} {:#x} {}", offset, length, lockable);
            return TestBacking::mapped(length);
        }
        std::string asked;
    };
    const auto own = std::make_shared<Own>();
    const GuestMemory memory("ram", own);
    QVERIFY(!memory.readPlain<int>(0x2000));
    const auto window = memory.lockableSubrange(0x2000, 0x1000);
    QCOMPARE(own->asked, std::string("0x2000 0x1000 true"));
    QVERIFY(window->readPlain<int>(0).has_value());
    QVERIFY(memory.subrange(0x3000, 0x2000).has_value());
    QCOMPARE(own->asked, std::string("0x3000 0x2000 false"));
}

void TestGuestMemory::emptyMemory()
{
    const GuestMemory memory;
    QCOMPARE(memory.size(), std::uint64_t { 0 });
    QCOMPARE(QByteArray(memory.name()), QByteArray("empty"));
    QVERIFY(memory.supportsLocking());
    QVERIFY(!memory.fullMapping());
    QVERIFY(!memory.nextPresent(0));
    for (const char* operation : { "read", "write", "fill", "plain read", "plain write", "exchange",
             "probe readable", "probe writable", "subrange" })
        QCOMPARE(access(memory, operation, 0, 1).error().kind, MemoryErrorKind::OutOfRange);
    QCOMPARE(textOf(access(memory, "read", 0, 1)),
        QByteArray("guest memory 'empty': read error: failed to access 0x0-0x1: no memory at address"));
}

void TestGuestMemory::heapMemory()
{
    auto heap = HeapMemory::allocate(0xf001);
    QVERIFY(heap.has_value());
    QCOMPARE(heap->sharedBytes().size(), std::size_t { 0x10000 });
    QCOMPARE(reinterpret_cast<std::uintptr_t>(heap->sharedBytes().data()) % 4096, std::uintptr_t { 0 });
    {
        const GuestMemory memory = heap->memory();
        QCOMPARE(QByteArray(memory.name()), QByteArray("heap"));
        QCOMPARE(*memory.readPlain<std::uint64_t>(0xfff8), std::uint64_t { 0 });
        QVERIFY(memory.supportsLocking());
        QVERIFY(!heap->exclusiveBytes());
        QVERIFY(!heap->take());
        QVERIFY(memory.writePlain<std::uint8_t>(5, 9).has_value());
        QVERIFY(heap->sharedBytes()[5] == std::byte { 9 });
    }
    GuestMemory window;
    {
        window = *heap->memory().subrange(0, 16);
    }
    QVERIFY(!heap->exclusiveBytes()); // a window is a handle, too
    window = GuestMemory();
    QVERIFY(heap->exclusiveBytes().has_value());
    (*heap->exclusiveBytes())[6] = std::byte { 1 };
    QCOMPARE(*heap->memory().readPlain<std::uint16_t>(5), std::uint16_t { 0x0109 });
    const auto buffer = heap->take();
    QVERIFY(buffer.has_value());
    QVERIFY(buffer->bytes()[5] == std::byte { 9 });
    QCOMPARE(heap->sharedBytes().size(), std::size_t { 0 });
    QVERIFY(!HeapMemory::allocate(kAllOnes));
    QVERIFY(!HeapMemory::allocate(std::uint64_t { 1 } << 61));
    const auto none = HeapMemory::allocate(0);
    QVERIFY(none.has_value());
    QVERIFY(!readable(none->memory(), 0));
}

void TestGuestMemory::aDumpIsReadOnly()
{
    const QTemporaryDir dir;
    QFile file(dir.filePath(u"dump"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(5000, 'x') + "yz");
    file.close();
    auto mapping = FileMapping::open(file.fileName().toStdString());
    QVERIFY(mapping.has_value());
    const GuestMemory memory("dump", std::make_shared<FileBacking>(std::move(*mapping)));
    QCOMPARE(memory.size(), std::uint64_t { 5002 });
    QCOMPARE(*memory.readPlain<std::uint16_t>(5000), std::uint16_t { 'y' | 'z' << 8 });
    QCOMPARE(*memory.readPlain<std::uint64_t>(4992), std::uint64_t { 0x7878787878787878 });
    QVERIFY(!readable(memory, 5002));
    const char* const cause = "the memory is read-only";
    QCOMPARE(memory.writePlain<std::uint8_t>(3, 0).error().cause, cause);
    QCOMPARE(memory.fill(0, 5002, std::byte { 0 }).error().cause, cause);
    QCOMPARE(memory.compareExchange<std::uint32_t>(0, 0, 0).error().cause, cause);
    QVERIFY(!memory.probeWritable(0));
    QVERIFY(memory.probeReadable(5001).has_value());
}

void TestGuestMemory::aFileThatBecomesShorterIsAnError()
{
    const QTemporaryDir dir;
    QFile file(dir.filePath(u"dump"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(0x4000, 'x'));
    file.close();
    auto mapping = FileMapping::open(file.fileName().toStdString());
    QVERIFY(mapping.has_value());
    const GuestMemory memory("dump", std::make_shared<FileBacking>(std::move(*mapping)));
    QVERIFY(readable(memory, 0x3fff));
    QVERIFY(file.resize(0x1800));
    QVERIFY(readable(memory, 0x17ff));
    std::vector<std::byte> bytes(0x4000);
    for (const std::uint64_t address : { 0x2000, 0x2001, 0x3ff8 }) {
        const auto error = memory.readPlain<std::uint64_t>(address).error();
        QCOMPARE(error.kind, MemoryErrorKind::Other);
        QCOMPARE(error.cause, cause::kHostFault);
        QCOMPARE(error.failingAddress(), std::optional<std::uint64_t>(address));
    }
    const auto error = memory.read(0, std::span(bytes)).error();
    QCOMPARE(error.cause, cause::kHostFault);
    QCOMPARE(error.address, std::uint64_t { 0x2000 });
    QVERIFY(bytes[0x17ff] == std::byte { 'x' });
    QVERIFY(!memory.probeReadable(0x3000));
}

void TestGuestMemory::iovaAndFullMapping()
{
    auto backing = TestBacking::mapped(0x4000);
    const GuestMemory plain("ram", backing);
    QVERIFY(!plain.iova(0));
    QCOMPARE(plain.fullMapping()->size(), std::size_t { 0x4000 });
    backing->iovaBase = 0x100000;
    const GuestMemory memory("ram", backing);
    QCOMPARE(memory.iova(0x123), std::optional<std::uint64_t>(0x100123));
    QVERIFY(!memory.iova(0x4000));
    const auto window = *memory.subrange(0x1010, 0x1000);
    QCOMPARE(window.iova(2), std::optional<std::uint64_t>(0x101012));
    QVERIFY(!window.iova(0x1000));
    QCOMPARE(window.fullMapping()->data(), plain.fullMapping()->data() + 0x1010);
    QVERIFY(!GuestMemory::multiRegion("ram", 0x4000, { backing, nullptr })->fullMapping());
    backing->bitmaps.read = *AccessBitmap::create(4);
    QVERIFY(!GuestMemory("ram", backing).fullMapping());
    backing->bitmaps = {};
    backing->hasMapping = false;
    QVERIFY(!GuestMemory("ram", backing).fullMapping());
}

void TestGuestMemory::sharedRegionsAreForwarded()
{
    const QTemporaryDir dir;
    QFile file(dir.filePath(u"ram"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.resize(0x10000);
    file.close();
    const std::string path = file.fileName().toStdString();
    auto backing = std::make_shared<TestBacking>(0x10000);
    const GuestMemory memory("ram", backing);
    QVERIFY(!memory.sharedRegions());
    const auto host = HostFile::open(path, true);
    QVERIFY(host.has_value());
    QVERIFY(backing->sparse().mapFile(0x1000, 0x4000, *host, 0x2000, true).has_value());
    QVERIFY(backing->sparse().mapFile(0x8000, 0x1000, *host, 0, false).has_value());
    const auto all = memory.sharedRegions();
    QVERIFY(all.has_value());
    QVERIFY(*all
        == (std::vector<SharedRegion> { { 0x1000, 0x4000, path, 0x2000 }, { 0x8000, 0x1000, path, 0 } }));
    const auto window = memory.subrange(0x2800, 0x4000)->sharedRegions();
    QVERIFY(*window == (std::vector<SharedRegion> { { 0, 0x2800, path, 0x3800 } }));
    QVERIFY(!GuestMemory::multiRegion("ram", 0x10000, { backing, backing })->sharedRegions());
    backing->map(0xa000, 0x1000); // private: nobody else can have it
    QVERIFY(!memory.sharedRegions());
    QVERIFY(!HeapMemory::allocate(0x1000)->memory().sharedRegions());
}

void TestGuestMemory::presentBytesAreFound()
{
    auto backing = std::make_shared<TestBacking>(0x10000);
    backing->map(0x2000, 0x1000);
    backing->map(0x8000, 0x2000);
    const auto memory = *GuestMemory::multiRegion("ram", 0x10000, { nullptr, backing, nullptr, backing });
    const auto at = [&](std::uint64_t address) { return memory.nextPresent(address).value_or(ByteRange {}); };
    QCOMPARE(at(0).start, std::uint64_t { 0x12000 });
    QCOMPARE(at(0).length, std::uint64_t { 0x1000 });
    QCOMPARE(at(0x12800).start, std::uint64_t { 0x12800 });
    QCOMPARE(at(0x12800).length, std::uint64_t { 0x800 });
    QCOMPARE(at(0x13000).start, std::uint64_t { 0x18000 });
    QCOMPARE(at(0x1a000).start, std::uint64_t { 0x32000 });
    QVERIFY(!memory.nextPresent(0x3a000));
    QVERIFY(!memory.nextPresent(kAllOnes));
    const auto window = *memory.subrange(0x12800, 0x6000);
    QCOMPARE(window.nextPresent(0)->start, std::uint64_t { 0 });
    QCOMPARE(window.nextPresent(0)->length, std::uint64_t { 0x800 });
    QCOMPARE(window.nextPresent(0x800)->start, std::uint64_t { 0x5800 });
    QCOMPARE(window.nextPresent(0x800)->length, std::uint64_t { 0x800 });
    QVERIFY(!window.nextPresent(0x6000));
}

QTEST_GUILESS_MAIN(TestGuestMemory)
#include "tst_guestmemory.moc"
