// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// Page faults of a GuestMemory: what the handler of a backing is told, what it may answer, and the
/// fallbacks.

#include "core/memory/pagedrange.h"
#include "tests/core/memory/testbacking.h"

#include <QTest>

using namespace fscope;
using namespace fscope::test;

namespace {

/// What a test does to a memory of four pages of which only the first is mapped.
struct Scene {
    std::shared_ptr<TestBacking> backing = std::make_shared<TestBacking>(0x8000);
    GuestMemory memory { "ram", backing };
    std::vector<std::byte> bytes;

    std::span<std::byte> buffer(std::size_t size)
    {
        bytes.resize(size);
        return bytes;
    }
    std::span<const std::byte> data(std::size_t size, int value)
    {
        bytes.assign(size, static_cast<std::byte>(value));
        return bytes;
    }
};

/// A handler that maps the page of the fault and says retry.
auto mapping(TestBacking& backing)
{
    return [&backing](const PageFault& fault) {
        backing.map(fault.address / kPageSize * kPageSize, kPageSize);
        return FaultAction::retry();
    };
}

} // namespace

class TestGuestMemoryFaults : public QObject
{
    Q_OBJECT

private slots:
    void theHandlerIsToldWhere_data();
    void theHandlerIsToldWhere();
    void retryGoesOnFromTheFault();
    void bytesBeforeAHoleAreWritten();
    void fallbackMakesTheWholeAccess();
    void fallbackExchange();
    void fallbacksAnswerWithoutAMapping();
    void noFallbackIsAnError_data();
    void noFallbackIsAnError();
    void aFallbackNamesTheByteThatFailed();
    void bitmapsAreAskedForEachPage();
    void bitmapFailures_data();
    void bitmapFailures();
    void readAndWriteBitmapsAreSeparate();
    void bitmapsMayBeginAtAnyBit();
    void aBitmapTooShortRefuses();
    void bitmapsDoNotMatterWithoutAMapping();
    void retriesAreBounded();
    void retriesThatGetFurtherAreNot();
    void aHandlerMayChangeBitmaps();
    void quartersOfAFaultingMemory();
    void mappedReadOnlyPages();
    void regionsFaultOnTheirOwn();
};

void TestGuestMemoryFaults::theHandlerIsToldWhere_data()
{
    QTest::addColumn<QByteArray>("operation");
    QTest::addColumn<quint64>("address");
    QTest::addColumn<int>("length");
    QTest::addColumn<QByteArray>("log");

    const auto row
        = [](const char* name, const char* operation, quint64 address, int length, const char* log) {
              QTest::newRow(name) << QByteArray(operation) << address << length << QByteArray(log);
          };
    row("read three pages, the last two unbacked", "read", 0, 12288, "fault 0x1000 +0x2000 r map");
    row("write 16 across the end", "write", 0xffa, 16, "fault 0x1000 +0xa w map");
    row("plain 8-byte read across the end", "plain read", 0xffc, 8, "fault 0x1000 +0x4 r map");
    row("plain 8-byte read, aligned", "plain read", 0x1000, 8, "fault 0x1000 +0x8 r map");
    row("plain 8-byte write", "plain write", 0x1004, 8, "fault 0x1004 +0x8 w map");
    row("fill across the end", "fill", 0xff0, 0x40, "fault 0x1000 +0x30 w map");
    row("exchange of 8", "exchange", 0x1008, 8, "fault 0x1008 +0x8 w map");
    row("probe readable", "probe readable", 0x1234, 1, "fault 0x1234 +0x1 r map");
    row("probe writable", "probe writable", 0x1234, 1, "fault 0x1234 +0x1 w map");
    row("read range of two pages", "read range", 0xf00, 0x200, "fault 0x1000 +0x100 r map");
}

void TestGuestMemoryFaults::theHandlerIsToldWhere()
{
    QFETCH(QByteArray, operation);
    QFETCH(quint64, address);
    QFETCH(int, length);
    QFETCH(QByteArray, log);

    Scene scene;
    scene.backing->map(0, 0x1000);
    const auto size = static_cast<std::size_t>(length);
    bool ok = true;
    if (operation == "read")
        ok = scene.memory.read(address, scene.buffer(size)).has_value();
    else if (operation == "write")
        ok = scene.memory.write(address, scene.data(size, 1)).has_value();
    else if (operation == "plain read")
        ok = scene.memory.readPlain<std::uint64_t>(address).has_value();
    else if (operation == "plain write")
        ok = scene.memory.writePlain<std::uint64_t>(address, 1).has_value();
    else if (operation == "fill")
        ok = scene.memory.fill(address, size, std::byte { 1 }).has_value();
    else if (operation == "exchange")
        ok = scene.memory.compareExchange<std::uint64_t>(address, 0, 0).has_value();
    else if (operation == "probe readable")
        ok = scene.memory.probeReadable(address).has_value();
    else if (operation == "probe writable")
        ok = scene.memory.probeWritable(address).has_value();
    else if (operation == "read range") {
        const std::uint64_t pages[] = { 0, 1 };
        ok = scene.memory.readRange(*PagedRange::create(address, size, pages), scene.buffer(size))
                 .has_value();
    }
    QVERIFY(!ok);
    QCOMPARE(QByteArray::fromStdString(scene.backing->takeLog()), log);
}

void TestGuestMemoryFaults::retryGoesOnFromTheFault()
{
    Scene scene;
    scene.backing->map(0, 0x1000);
    scene.backing->onFault = mapping(*scene.backing);
    QVERIFY(scene.memory.read(0, scene.buffer(12288)).has_value());
    QCOMPARE(scene.backing->takeLog(), std::string("fault 0x1000 +0x2000 r map; fault 0x2000 +0x1000 r map"));
    QVERIFY(scene.memory.writePlain<std::uint64_t>(0x3ffc, 0x1122334455667788).has_value());
    QCOMPARE(scene.backing->takeLog(), std::string("fault 0x3ffc +0x8 w map; fault 0x4000 +0x4 w map"));
    QCOMPARE(*scene.memory.readPlain<std::uint64_t>(0x3ffc), std::uint64_t { 0x1122334455667788 });
    QVERIFY(scene.memory.compareExchange<std::uint64_t>(0x5000, 0, 7)->swapped);
    QCOMPARE(*scene.memory.readPlain<std::uint64_t>(0x5000), std::uint64_t { 7 });
    QVERIFY(scene.memory.fill(0x5f00, 0x200, std::byte { 3 }).has_value());
    QCOMPARE(*scene.memory.readPlain<std::uint16_t>(0x5fff), std::uint16_t { 0x0303 });
}

void TestGuestMemoryFaults::bytesBeforeAHoleAreWritten()
{
    Scene scene;
    scene.backing->map(0, 0x1000);
    QVERIFY(!scene.memory.write(0xffa, scene.data(16, 7)));
    QCOMPARE(*scene.memory.readPlain<std::uint8_t>(0xffa), std::uint8_t { 7 });
    QCOMPARE(*scene.memory.readPlain<std::uint8_t>(0xfff), std::uint8_t { 7 });
}

void TestGuestMemoryFaults::fallbackMakesTheWholeAccess()
{
    Scene scene;
    scene.backing->map(0, 0x1000);
    scene.backing->hasFallbacks = true;
    scene.backing->other.assign(0x8000, std::byte { 5 });
    scene.backing->onFault = [](const PageFault&) { return FaultAction::fallback(); };
    QVERIFY(scene.memory.read(0xff0, scene.buffer(0x40)).has_value());
    QCOMPARE(scene.backing->takeLog(), std::string("fault 0x1000 +0x30 r map; read 0xff0 +0x40"));
    QVERIFY(scene.bytes[0] == std::byte { 5 });
    QVERIFY(scene.memory.write(0xff0, scene.data(0x40, 6)).has_value());
    QCOMPARE(scene.backing->takeLog(), std::string("fault 0x1000 +0x30 w map; write 0xff0 +0x40"));
    QVERIFY(scene.backing->other[0xff0] == std::byte { 6 });
    QVERIFY(scene.memory.fill(0xff0, 0x40, std::byte { 8 }).has_value());
    QCOMPARE(scene.backing->takeLog(), std::string("fault 0x1000 +0x30 w map; fill 0xff0 +0x40"));
    QCOMPARE(*scene.memory.readPlain<std::uint32_t>(0x1000), std::uint32_t { 0x08080808 });
    QCOMPARE(scene.backing->takeLog(), std::string("fault 0x1000 +0x4 r map; read 0x1000 +0x4"));
    // A window hands the parent's addresses on.
    QCOMPARE(*scene.memory.subrange(0x800, 0x1000)->readPlain<std::uint8_t>(0x810), std::uint8_t { 8 });
    QCOMPARE(scene.backing->takeLog(), std::string("fault 0x1010 +0x1 r map; read 0x1010 +0x1"));
}

void TestGuestMemoryFaults::fallbackExchange()
{
    Scene scene;
    scene.backing->hasFallbacks = true;
    scene.backing->other.assign(0x8000, std::byte { 5 });
    scene.backing->onFault = [](const PageFault&) { return FaultAction::fallback(); };
    const auto missed = scene.memory.compareExchange<std::uint32_t>(0x1000, 1, 2);
    QVERIFY(missed.has_value());
    QVERIFY(!missed->swapped);
    QCOMPARE(missed->found, std::uint32_t { 0x05050505 });
    const auto done = scene.memory.compareExchange<std::uint32_t>(0x1000, 0x05050505, 2);
    QVERIFY(done->swapped);
    QCOMPARE(done->found, std::uint32_t { 0x05050505 });
    QVERIFY(scene.backing->other[0x1000] == std::byte { 2 });
    QVERIFY(scene.memory.probeWritable(0x1000).has_value());
}

void TestGuestMemoryFaults::fallbacksAnswerWithoutAMapping()
{
    auto backing = std::make_shared<TestBacking>(0x8000);
    backing->hasMapping = false;
    backing->hasFallbacks = true;
    backing->other.assign(0x8000, std::byte { 9 });
    const GuestMemory memory("ram", backing);
    QCOMPARE(*memory.readPlain<std::uint16_t>(0x1001), std::uint16_t { 0x0909 });
    QVERIFY(memory.writePlain<std::uint8_t>(0x1001, 1).has_value());
    QCOMPARE(*memory.readPlain<std::uint16_t>(0x1001), std::uint16_t { 0x0901 });
    QCOMPARE(backing->takeLog(), std::string("read 0x1001 +0x2; write 0x1001 +0x1; read 0x1001 +0x2"));
    // The range is tested all the same.
    QCOMPARE(memory.readPlain<std::uint16_t>(0x7fff).error().kind, MemoryErrorKind::OutOfRange);
    QCOMPARE(backing->takeLog(), std::string());
    QCOMPARE(memory.compareExchange<std::uint64_t>(4, 0, 0).error().kind, MemoryErrorKind::Misaligned);
    QVERIFY(memory.probeReadable(0).has_value());
    QVERIFY(memory.probeWritable(0).has_value());
}

void TestGuestMemoryFaults::noFallbackIsAnError_data()
{
    QTest::addColumn<QByteArray>("operation");
    for (const char* operation : { "read", "write", "fill", "exchange" })
        QTest::newRow(operation) << QByteArray(operation);
}

void TestGuestMemoryFaults::noFallbackIsAnError()
{
    QFETCH(QByteArray, operation);
    auto backing = std::make_shared<TestBacking>(0x8000);
    backing->hasMapping = false;
    const GuestMemory memory("ram", backing);
    MemoryError error;
    std::byte byte {};
    if (operation == "read")
        error = memory.read(0x10, std::span(&byte, 1)).error();
    else if (operation == "write")
        error = memory.write(0x10, std::span<const std::byte>(&byte, 1)).error();
    else if (operation == "fill")
        error = memory.fill(0x10, 1, byte).error();
    else
        error = memory.compareExchange(0x10, byte, byte).error();
    QCOMPARE(error.cause, cause::kNoFallback);
    QCOMPARE(error.kind, MemoryErrorKind::Other);
    QCOMPARE(QByteArray::fromStdString(error.text()),
        "guest memory 'ram': " + QByteArray(operationName(error.operation))
            + " error: failed to access 0x10-0x11: no fallback for this operation");
}

void TestGuestMemoryFaults::aFallbackNamesTheByteThatFailed()
{
    class Partial final : public MemoryBacking
    {
    public:
        std::uint64_t size() const noexcept override { return 0x10000; }
        BackingResult<void> readFallback(std::uint64_t, std::span<std::byte>) override
        {
            return tl::unexpected(AccessFailure { MemoryErrorKind::NotShared, "private", 0x5000 });
        }
    };
    const GuestMemory memory("ram", std::make_shared<Partial>());
    std::vector<std::byte> bytes(0x2000);
    QCOMPARE(memory.read(0x4000, std::span(bytes)).error().text(),
        std::string("guest memory 'ram': read error: failed to access 0x4000-0x6000 at 0x5000: private"));
    const auto error = memory.subrange(0x4800, 0x4000)->read(0x100, std::span(bytes)).error();
    QCOMPARE(error.address, std::uint64_t { 0x800 });
    QCOMPARE(error.kind, MemoryErrorKind::NotShared);
}

void TestGuestMemoryFaults::bitmapsAreAskedForEachPage()
{
    auto backing = TestBacking::mapped(0x4000);
    const auto bitmap = *AccessBitmap::create(4, false);
    bitmap->allow(0);
    bitmap->allow(2);
    backing->bitmaps = { bitmap, bitmap, 0 };
    const GuestMemory memory("ram", backing);
    std::vector<std::byte> bytes(0x2000);
    const auto reads = [&](std::uint64_t address, std::size_t size) {
        return memory.read(address, std::span(bytes).first(size)).has_value();
    };
    QVERIFY(reads(0, 1));
    QVERIFY(reads(4095, 1));
    QVERIFY(reads(2 * kPageSize, 1));
    QVERIFY(reads(2 * kPageSize, kPageSize));
    QVERIFY(!reads(4095, 2));
    QVERIFY(!reads(kPageSize, 1));
    QVERIFY(!reads(0, 2 * kPageSize));
    QVERIFY(memory.readPlain<std::uint64_t>(0xff8).has_value());
    QVERIFY(!memory.readPlain<std::uint64_t>(0xffc));
    QVERIFY(!memory.readPlain<std::uint64_t>(0x1000));
    QVERIFY(memory.writePlain<std::uint64_t>(0x2000, 1).has_value());
    QVERIFY(!memory.writePlain<std::uint64_t>(0x3000, 1));
    QVERIFY(!memory.compareExchange<std::uint64_t>(0x3000, 0, 1));
    QVERIFY(!memory.fill(0x2fff, 2, std::byte { 1 }));
    // Nothing was moved before the refusal was seen.
    QCOMPARE(*memory.readPlain<std::uint8_t>(0x2fff), std::uint8_t { 0 });
    bitmap->allow(3);
    QVERIFY(memory.fill(0x2fff, 2, std::byte { 1 }).has_value());
    QVERIFY(bitmap->forbid(2));
    QVERIFY(!memory.readPlain<std::uint8_t>(0x2fff));
}

void TestGuestMemoryFaults::bitmapFailures_data()
{
    QTest::addColumn<quint64>("address");
    QTest::addColumn<int>("length");
    QTest::addColumn<QByteArray>("log");
    QTest::newRow("at the start of the refused page")
        << quint64 { 0x3f00 } << 0x200 << QByteArray("fault 0x4000 +0x100 r bitmap");
    QTest::newRow("in the middle of it")
        << quint64 { 0x4800 } << 4 << QByteArray("fault 0x4800 +0x4 r bitmap");
    QTest::newRow("before an unbacked page")
        << quint64 { 0x4ff8 } << 16 << QByteArray("fault 0x4ff8 +0x10 r bitmap");
    QTest::newRow("refused behind an unbacked page")
        << quint64 { 0x7f00 } << 0x2000 << QByteArray("fault 0x9000 +0xf00 r bitmap");
}

void TestGuestMemoryFaults::bitmapFailures()
{
    QFETCH(quint64, address);
    QFETCH(int, length);
    QFETCH(QByteArray, log);
    auto backing = std::make_shared<TestBacking>(0x10000);
    backing->map(0, 0x5000);
    const auto bitmap = *AccessBitmap::create(16);
    QVERIFY(bitmap->forbid(4));
    QVERIFY(bitmap->forbid(9));
    backing->bitmaps = { bitmap, nullptr, 0 };
    const GuestMemory memory("ram", backing);
    std::vector<std::byte> bytes(static_cast<std::size_t>(length));
    const auto error = memory.read(address, std::span(bytes)).error();
    QCOMPARE(QByteArray::fromStdString(backing->takeLog()), log);
    QCOMPARE(error.cause, cause::kRefusedByBitmap);
}

void TestGuestMemoryFaults::readAndWriteBitmapsAreSeparate()
{
    auto backing = TestBacking::mapped(0x2000);
    const auto readable = *AccessBitmap::create(2);
    const auto writable = *AccessBitmap::create(2);
    QVERIFY(readable->forbid(0));
    QVERIFY(writable->forbid(1));
    backing->bitmaps = { readable, writable, 0 };
    const GuestMemory memory("ram", backing);
    QVERIFY(!memory.readPlain<int>(0));
    QVERIFY(memory.writePlain<int>(0, 1).has_value());
    QVERIFY(memory.compareExchange<int>(0, 1, 2)->swapped); // writing is taken to imply reading
    QVERIFY(memory.readPlain<int>(0x1000).has_value());
    QVERIFY(!memory.writePlain<int>(0x1000, 1));
    QVERIFY(!memory.probeWritable(0x1000));
    QVERIFY(memory.probeReadable(0x1000).has_value());
}

void TestGuestMemoryFaults::bitmapsMayBeginAtAnyBit()
{
    for (const std::uint64_t firstBit : { 0, 1, 7, 64, 100 }) {
        auto backing = TestBacking::mapped(0x4000);
        const auto bitmap = *AccessBitmap::create(firstBit + 4, false);
        bitmap->allow(firstBit + 1);
        backing->bitmaps = { bitmap, bitmap, firstBit };
        const GuestMemory memory("ram", backing);
        QVERIFY(!memory.readPlain<std::uint8_t>(0xfff));
        QVERIFY(memory.readPlain<std::uint64_t>(0x1000).has_value());
        QVERIFY(memory.writePlain<std::uint64_t>(0x1ff8, 1).has_value());
        std::vector<std::byte> bytes(0x1001);
        QCOMPARE(memory.read(0x1000, std::span(bytes)).error().address, std::uint64_t { 0x2000 });
    }
}

void TestGuestMemoryFaults::aBitmapTooShortRefuses()
{
    auto backing = TestBacking::mapped(0x4000);
    const auto bitmap = *AccessBitmap::create(2);
    backing->bitmaps = { bitmap, bitmap, 0 };
    const GuestMemory memory("ram", backing);
    QVERIFY(memory.readPlain<std::uint64_t>(0x1ff8).has_value());
    QVERIFY(!memory.readPlain<std::uint64_t>(0x2000));
    QVERIFY(!memory.writePlain<std::uint64_t>(0x3ff8, 1));
    std::vector<std::byte> bytes(0x2000);
    QCOMPARE(memory.read(0x1000, std::span(bytes)).error().address, std::uint64_t { 0x2000 });
    backing->bitmaps = { *AccessBitmap::create(0), nullptr, 0 };
    QVERIFY(!GuestMemory("ram", backing).readPlain<std::uint8_t>(0));
}

void TestGuestMemoryFaults::bitmapsDoNotMatterWithoutAMapping()
{
    auto backing = std::make_shared<TestBacking>(0x1000);
    const auto bitmap = *AccessBitmap::create(1, false);
    backing->bitmaps = { bitmap, bitmap, 0 };
    backing->hasMapping = false;
    backing->hasFallbacks = true;
    QVERIFY(GuestMemory("ram", backing).readPlain<int>(0).has_value());
}

void TestGuestMemoryFaults::retriesAreBounded()
{
    Scene scene;
    scene.backing->onFault = [](const PageFault&) { return FaultAction::retry(); };
    const auto error = scene.memory.readPlain<int>(0x1000).error();
    QCOMPARE(scene.backing->log.size(), std::size_t { GuestMemory::kMaxRetries + 1 });
    QCOMPARE(error.kind, MemoryErrorKind::Other);
    QCOMPARE(error.text(),
        std::string(
            "guest memory 'ram': read error: failed to access 0x1000-0x1004: the page fault handler asked "
            "0x10 times to retry the same address"));
    scene.backing->takeLog();
    QVERIFY(!scene.memory.fill(0, 0x4000, std::byte { 0 }));
    QVERIFY(!scene.memory.compareExchange<int>(0, 0, 0));
    QVERIFY(!scene.memory.probeReadable(0));
    QCOMPARE(scene.backing->log.size(), std::size_t { 3 * (GuestMemory::kMaxRetries + 1) });
    // A bitmap and a mapping that take turns do not go on for ever, either.
    const auto bitmap = *AccessBitmap::create(8);
    scene.backing->bitmaps = { bitmap, nullptr, 0 };
    scene.backing->log.clear();
    bool refuse = false;
    scene.backing->onFault = [&](const PageFault&) {
        refuse = !refuse;
        if (refuse)
            (void)bitmap->forbid(1);
        else
            bitmap->allow(1);
        return FaultAction::retry();
    };
    const GuestMemory restricted("ram", scene.backing);
    QVERIFY(!restricted.read(0, scene.buffer(0x2000)));
    QVERIFY(scene.backing->log.size() < 3 * GuestMemory::kMaxRetries);
}

void TestGuestMemoryFaults::retriesThatGetFurtherAreNot()
{
    auto backing = std::make_shared<TestBacking>(200 * kPageSize);
    const auto bitmap = *AccessBitmap::create(200, false);
    backing->bitmaps = { bitmap, bitmap, 0 };
    backing->onFault = [&](const PageFault& fault) {
        const std::uint64_t page = fault.address / kPageSize;
        if (fault.bitmap)
            bitmap->allow(page);
        else
            backing->map(page * kPageSize, kPageSize);
        return FaultAction::retry();
    };
    const GuestMemory memory("ram", backing);
    std::vector<std::byte> bytes(200 * kPageSize);
    const auto result = memory.read(0, std::span(bytes));
    QVERIFY2(result.has_value(), result ? "" : result.error().text().c_str());
    QVERIFY(backing->log.size() >= 400);
}

void TestGuestMemoryFaults::aHandlerMayChangeBitmaps()
{
    // The handler runs outside the read section of the access, so that waiting for readers is no wait for
    // itself.
    auto backing = TestBacking::mapped(0x4000);
    const auto bitmap = *AccessBitmap::create(4);
    QVERIFY(bitmap->forbid(1));
    backing->bitmaps = { bitmap, bitmap, 0 };
    bool waited = false;
    backing->onFault = [&](const PageFault&) {
        waited = bitmap->forbid(3);
        bitmap->allow(1);
        return FaultAction::retry();
    };
    const GuestMemory memory("ram", backing);
    QVERIFY(memory.readPlain<std::uint64_t>(0x1000).has_value());
    QVERIFY(waited);
}

void TestGuestMemoryFaults::quartersOfAFaultingMemory()
{
    constexpr std::uint64_t kQuarter = 4096;
    auto backing = std::make_shared<TestBacking>(4 * kQuarter);
    bool bitmapFailure = false;
    backing->onFault = [&](const PageFault& fault) {
        bitmapFailure = bitmapFailure || fault.bitmap;
        const std::uint64_t quarter = fault.address / kQuarter;
        if (quarter == 1) {
            backing->map(kQuarter, kQuarter);
            return FaultAction::retry();
        }
        if (quarter == 2 && !fault.write && backing->sparse().mapZero(2 * kQuarter, kQuarter))
            return FaultAction::retry();
        return FaultAction::fail(MemoryErrorKind::Other, cause::kNotMapped);
    };
    const GuestMemory memory("ram", backing);
    QVERIFY(!memory.writePlain<std::uint8_t>(0, 1));
    QVERIFY(!memory.readPlain<std::uint8_t>(4095));
    QVERIFY(memory.readPlain<std::uint8_t>(4096).has_value());
    QVERIFY(memory.writePlain<std::uint8_t>(4096, 1).has_value());
    QVERIFY(!memory.writePlain<std::uint16_t>(3 * kQuarter - 1, 1));
    QVERIFY(!memory.readPlain<std::uint16_t>(3 * kQuarter - 1));
    QVERIFY(memory.readPlain<std::uint8_t>(3 * kQuarter - 1).has_value());
    QVERIFY(!memory.writePlain<std::uint8_t>(3 * kQuarter - 1, 1));
    QVERIFY(!bitmapFailure);
}

void TestGuestMemoryFaults::mappedReadOnlyPages()
{
    auto backing = std::make_shared<TestBacking>(0x4000);
    backing->map(0, 0x4000);
    QVERIFY(backing->sparse().setWritable(0x1000, 0x1000, false).has_value());
    const GuestMemory memory("ram", backing);
    QVERIFY(memory.readPlain<std::uint64_t>(0x1000).has_value());
    const auto error = memory.writePlain<std::uint64_t>(0xffc, 1).error();
    QCOMPARE(error.cause, cause::kReadOnly);
    QCOMPARE(error.address, std::uint64_t { 0x1000 });
    QVERIFY(!memory.compareExchange<int>(0x1000, 0, 0));
    QVERIFY(!memory.probeWritable(0x1fff));
    QVERIFY(memory.writePlain<std::uint64_t>(0x2000, 1).has_value());
}

void TestGuestMemoryFaults::regionsFaultOnTheirOwn()
{
    auto first = std::make_shared<TestBacking>(0x1000);
    auto second = std::make_shared<TestBacking>(0x2000);
    second->map(0, 0x1000);
    const auto memory = *GuestMemory::multiRegion("ram", 0x4000, { first, second });
    std::vector<std::byte> bytes(16);
    const auto error = memory.read(0x4ff8, std::span(bytes)).error();
    QCOMPARE(error.address, std::uint64_t { 0x5000 });
    QCOMPARE(second->takeLog(), std::string("fault 0x1000 +0x8 r map"));
    QCOMPARE(first->takeLog(), std::string());
}

QTEST_GUILESS_MAIN(TestGuestMemoryFaults)
#include "tst_guestmemoryfaults.moc"
