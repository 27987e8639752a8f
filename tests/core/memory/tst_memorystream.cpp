// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/memory/filebacking.h"
#include "core/memory/memorystream.h"
#include "tests/core/memory/testbacking.h"

#include <QTest>

using namespace fscope;
using namespace fscope::test;

namespace {

/// Pages 0 to 3 hold bytes that count up, pages 4 to 7 are not mapped.
GuestMemory counting()
{
    auto backing = std::make_shared<TestBacking>(0x8000);
    backing->map(0, 0x4000);
    GuestMemory memory("ram", backing);
    for (std::uint64_t i = 0; i < 0x4000; i += 4)
        (void)memory.writePlain(i, static_cast<std::uint32_t>(i));
    return memory;
}

PagedRange range(std::uint64_t offset, std::uint64_t length, std::span<const std::uint64_t> pages)
{
    return PagedRange::create(offset, length, pages).value_or(PagedRange());
}

constexpr std::uint64_t kPages[] = { 2, 0 };
constexpr std::uint64_t kHoled[] = { 1, 5 };

} // namespace

class TestMemoryStream : public QObject
{
    Q_OBJECT

private slots:
    void bytesAreConsumedFromTheFront();
    void nothingIsConsumedOutOfRange();
    void typedReads();
    void pagesAreRead();
    void pagesAreWritten();
    void aMemoryErrorConsumesNothing();
    void aListConsumesTheRangesThatAreDone();
    void limits();
    void readOnlyMemory();
    void emptyMembersArePassedOver();
};

void TestMemoryStream::bytesAreConsumedFromTheFront()
{
    const auto bytes = bytesOf({ 1, 2, 3, 4, 5, 6, 7 });
    BytesReader reader(bytes);
    QCOMPARE(*reader.readPlain<std::uint16_t>(), std::uint16_t { 0x0201 });
    QVERIFY(reader.skip(2).has_value());
    QCOMPARE(reader.left(), std::uint64_t { 3 });
    QVERIFY(*reader.readAll() == bytesOf({ 5, 6, 7 }));
    QCOMPARE(reader.left(), std::uint64_t { 0 });
    QVERIFY(reader.readAll()->empty());

    std::vector<std::byte> out(7);
    BytesWriter writer(out);
    QVERIFY(writer.writePlain<std::uint16_t>(0x0201).has_value());
    QVERIFY(writer.fill(2, std::byte { 9 }).has_value());
    QVERIFY(writer.write(bytesOf({ 7 })).has_value());
    QVERIFY(writer.zero(1).has_value());
    QCOMPARE(writer.left(), std::uint64_t { 1 });
    QVERIFY(out == bytesOf({ 1, 2, 9, 9, 7, 0, 0 }));
}

void TestMemoryStream::nothingIsConsumedOutOfRange()
{
    const auto bytes = bytesOf({ 1, 2, 3 });
    BytesReader reader(bytes);
    const auto error = reader.readPlain<std::uint32_t>().error();
    QCOMPARE(error.kind, StreamError::Kind::OutOfRange);
    QCOMPARE(error.text(), std::string("out of range: 0x3 < 0x4"));
    QVERIFY(!reader.skip(4));
    QCOMPARE(reader.left(), std::uint64_t { 3 });

    std::vector<std::byte> out(3);
    BytesWriter writer(out);
    QCOMPARE(writer.fill(0x10, std::byte { 1 }).error().text(), std::string("out of range: 0x3 < 0x10"));
    QVERIFY(!writer.writePlain<std::uint32_t>(0));
    QCOMPARE(writer.left(), std::uint64_t { 3 });
    QVERIFY(out == bytesOf({ 0, 0, 0 }));

    PagedReader pages(counting(), range(0xff0, 0x20, kPages));
    QVERIFY(!pages.skip(0x21));
    QCOMPARE(pages.left(), std::uint64_t { 0x20 });
}

void TestMemoryStream::typedReads()
{
    const auto bytes = bytesOf({ 1, 0, 2, 0, 3, 0, 4 });
    BytesReader reader(bytes);
    QCOMPARE(*reader.readPlains<std::uint16_t>(2), (std::vector<std::uint16_t> { 1, 2 }));
    QVERIFY(!reader.readPlains<std::uint16_t>(2));
    // A count no memory could hold is refused before anything is allocated.
    QCOMPARE(reader.readPlains<std::uint64_t>(std::uint64_t { 1 } << 61).error().kind,
        StreamError::Kind::OutOfRange);
    QCOMPARE(reader.readPlains<std::uint64_t>(4).error().text(), std::string("out of range: 0x3 < 0x20"));
    QCOMPARE(reader.left(), std::uint64_t { 3 });
}

void TestMemoryStream::pagesAreRead()
{
    PagedReader reader(counting(), range(0xff8, 0x10, kPages));
    QCOMPARE(*reader.readPlain<std::uint32_t>(), std::uint32_t { 0x2ff8 });
    QCOMPARE(*reader.readPlain<std::uint64_t>(), std::uint64_t { 0x2ffc }); // 0x2ffc, then page 0
    QCOMPARE(reader.left(), std::uint64_t { 4 });
    QCOMPARE(*reader.readPlain<std::uint32_t>(), std::uint32_t { 4 });
    QCOMPARE(reader.left(), std::uint64_t { 0 });
    QVERIFY(reader.range().empty());
}

void TestMemoryStream::pagesAreWritten()
{
    const GuestMemory memory = counting();
    PagedWriter writer(memory, range(0xffc, 0x10, kPages));
    QVERIFY(writer.writePlain<std::uint64_t>(0x1111111122222222).has_value());
    QVERIFY(writer.zero(4).has_value());
    QCOMPARE(writer.left(), std::uint64_t { 4 });
    QCOMPARE(*memory.readPlain<std::uint32_t>(0x2ffc), std::uint32_t { 0x22222222 });
    QCOMPARE(*memory.readPlain<std::uint64_t>(0), std::uint64_t { 0x11111111 });
}

void TestMemoryStream::aMemoryErrorConsumesNothing()
{
    PagedReader reader(counting(), range(0xff8, 0x10, kHoled));
    std::vector<std::byte> bytes(0x10);
    const auto error = reader.read(bytes).error();
    QCOMPARE(error.kind, StreamError::Kind::Memory);
    QCOMPARE(error.text(),
        std::string(
            "memory access error: guest memory 'ram': read error: failed to access memory at 0x5000: the "
            "specified page is not mapped"));
    QCOMPARE(reader.left(), std::uint64_t { 0x10 });
    QVERIFY(reader.skip(4).has_value());
    QVERIFY(reader.readPlain<std::uint32_t>().has_value());
    QVERIFY(!reader.readAll());
    PagedWriter writer(counting(), range(0xff8, 0x10, kHoled));
    QVERIFY(!writer.zero(0x10));
    QVERIFY(!writer.write(bytes));
    QCOMPARE(writer.left(), std::uint64_t { 0x10 });
}

void TestMemoryStream::aListConsumesTheRangesThatAreDone()
{
    const PagedRange ranges[] = { range(0, 8, kPages), range(0xffc, 8, kHoled), range(0, 8, kPages) };
    PagedListReader reader(counting(), PagedRangeList(ranges));
    QCOMPARE(reader.left(), std::uint64_t { 24 });
    QVERIFY(reader.skip(2).has_value());
    std::vector<std::byte> bytes(20);
    QCOMPARE(reader.read(bytes).error().kind, StreamError::Kind::Memory);
    QCOMPARE(reader.left(), std::uint64_t { 16 });
    QCOMPARE(*reader.readPlain<std::uint32_t>(), std::uint32_t { 0x1ffc });
    QVERIFY(reader.skip(4).has_value());
    QCOMPARE(*reader.readPlain<std::uint32_t>(), std::uint32_t { 0x2000 });
    QVERIFY(!reader.read(bytes)); // out of range, checked for the whole list first
    QCOMPARE(reader.left(), std::uint64_t { 4 });

    const GuestMemory memory = counting();
    PagedListWriter writer(memory, PagedRangeList(ranges));
    QVERIFY(writer.fill(6, std::byte { 1 }).has_value());
    QVERIFY(!writer.write(bytes)); // 24 - 6 are left
    QVERIFY(!writer.fill(12, std::byte { 2 }));
    QCOMPARE(writer.left(), std::uint64_t { 16 });
    QCOMPARE(*memory.readPlain<std::uint64_t>(0x2000), std::uint64_t { 0x0202010101010101 });
}

void TestMemoryStream::limits()
{
    const auto bytes = bytesOf({ 1, 2, 3, 4, 5, 6 });
    BytesReader reader(bytes);
    LimitedReader limited(reader, 4);
    QCOMPARE(limited.left(), std::uint64_t { 4 });
    QCOMPARE(limited.readPlain<std::uint64_t>().error().text(), std::string("out of range: 0x4 < 0x8"));
    QCOMPARE(*limited.readPlain<std::uint16_t>(), std::uint16_t { 0x0201 });
    QVERIFY(limited.skip(1).has_value());
    QCOMPARE(limited.left(), std::uint64_t { 1 });
    QCOMPARE(reader.left(), std::uint64_t { 3 });
    LimitedReader more(reader, 100);
    QCOMPARE(more.left(), std::uint64_t { 3 });

    PagedReader pages(counting(), range(0xffe, 8, kHoled));
    LimitedReader few(pages, 4);
    QVERIFY(!few.readPlain<std::uint32_t>());
    QCOMPARE(few.left(), std::uint64_t { 4 }); // only what succeeded counts

    std::vector<std::byte> out(6);
    BytesWriter writer(out);
    LimitedWriter cut(writer, 3);
    QVERIFY(!cut.zero(4));
    QVERIFY(cut.fill(2, std::byte { 7 }).has_value());
    QVERIFY(cut.write(bytesOf({ 8 })).has_value());
    QCOMPARE(cut.left(), std::uint64_t { 0 });
    QCOMPARE(writer.left(), std::uint64_t { 3 });
    QVERIFY(out == bytesOf({ 7, 7, 8, 0, 0, 0 }));
}

void TestMemoryStream::readOnlyMemory()
{
    auto backing = TestBacking::mapped(0x4000);
    backing->readOnlyMapping = true;
    PagedWriter writer(GuestMemory("rom", backing), range(0, 8, kPages));
    const auto error = writer.zero(4).error();
    QCOMPARE(error.kind, StreamError::Kind::ReadOnly);
    QCOMPARE(error.text(),
        std::string(
            "write attempted to read-only memory: guest memory 'rom': fill error: failed to access memory at "
            "0x2000: the memory is read-only"));
}

void TestMemoryStream::emptyMembersArePassedOver()
{
    const PagedRange ranges[]
        = { PagedRange(), range(0, 4, kPages), PagedRange(), range(4, 4, kPages), PagedRange() };
    PagedListReader reader(counting(), PagedRangeList(ranges));
    QCOMPARE(*reader.readPlain<std::uint64_t>(), std::uint64_t { 0x0000200400002000 });
    QCOMPARE(reader.left(), std::uint64_t { 0 });
    QVERIFY(reader.read({}).has_value());
}

QTEST_GUILESS_MAIN(TestMemoryStream)
#include "tst_memorystream.moc"
