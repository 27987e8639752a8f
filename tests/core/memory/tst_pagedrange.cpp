// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/base/splitmix.h"
#include "core/memory/pagedrange.h"
#include "tests/core/memory/testbacking.h"

#include <QTest>

#include <numeric>

using namespace fscope;
using namespace fscope::test;

namespace {

/// "3100-5000 invalid:10000000000000 …"; at most 20 items, since one that repeats for ever must not.
template <typename Range>
std::string runs(Range range)
{
    std::string out;
    for (int i = 0; i < 20; ++i) {
        const auto run = range.popFront();
        if (!run)
            return out;
        out += out.empty() ? "" : " ";
        out += *run ? fmt::format("{:x}-{:x}", (**run).start, (**run).start + (**run).length)
                    : fmt::format("invalid:{:x}", run->error().page);
    }
    return out + " …";
}

PagedRange range(std::uint64_t offset, std::uint64_t length, std::span<const std::uint64_t> pages)
{
    return PagedRange::create(offset, length, pages).value_or(PagedRange());
}

} // namespace

class TestPagedRange : public QObject
{
    Q_OBJECT

private slots:
    void consecutivePagesAreOneRun();
    void mustFitItsPages_data();
    void mustFitItsPages();
    void emptyWindows();
    void partsOfAWindow();
    void pastTheEndNothingChanges();
    void invalidPagesAreItemsOfTheirOwn();
    void listsOfRanges();
    void emptyMembersOfALists();
    void readsAndWritesPages();
    void runsAcrossRegions();
    void errorsNameTheByte();
    void lengthsMustAgree();
    void windowsAgreeWithTheirBytes();
};

void TestPagedRange::consecutivePagesAreOneRun()
{
    const std::uint64_t pages[] = { 3, 4, 6, 1 };
    QCOMPARE(runs(range(0x100, 0x3200, pages)), std::string("3100-5000 6000-7000 1000-1300"));
    const std::uint64_t backwards[] = { 4, 3, 3 };
    QCOMPARE(runs(range(0, 0x3000, backwards)), std::string("4000-5000 3000-4000 3000-4000"));
}

void TestPagedRange::mustFitItsPages_data()
{
    QTest::addColumn<quint64>("offset");
    QTest::addColumn<quint64>("length");
    QTest::addColumn<int>("pages");
    QTest::addColumn<bool>("ok");
    QTest::newRow("offset 1 and a page over one page") << quint64 { 1 } << quint64 { 4096 } << 1 << false;
    QTest::newRow("a page") << quint64 { 0 } << quint64 { 4096 } << 1 << true;
    QTest::newRow("nothing at the end") << quint64 { 4096 } << quint64 { 0 } << 1 << true;
    QTest::newRow("nothing behind the end") << quint64 { 4097 } << quint64 { 0 } << 1 << false;
    QTest::newRow("lengths that wrap") << quint64 { 4095 } << ~quint64 { 0 } << 1 << false;
    QTest::newRow("no pages") << quint64 { 0 } << quint64 { 0 } << 0 << true;
    QTest::newRow("a byte of no pages") << quint64 { 0 } << quint64 { 1 } << 0 << false;
}

void TestPagedRange::mustFitItsPages()
{
    QFETCH(quint64, offset);
    QFETCH(quint64, length);
    QFETCH(int, pages);
    QFETCH(bool, ok);
    const std::vector<std::uint64_t> list(static_cast<std::size_t>(pages), 7);
    const auto made = PagedRange::create(offset, length, list);
    QCOMPARE(made.has_value(), ok);
    if (made)
        QCOMPARE(made->length(), std::uint64_t { length });
}

void TestPagedRange::emptyWindows()
{
    const std::uint64_t pages[] = { 3, 4 };
    QVERIFY(PagedRange().pages().empty());
    QVERIFY(PagedRange().empty());
    QCOMPARE(range(0x1000, 0, pages).pages().size(), std::size_t { 0 });
    QCOMPARE(range(0x1001, 0, pages).pages().size(), std::size_t { 1 });
    QCOMPARE(range(0x1001, 0, pages).pages()[0], std::uint64_t { 4 });
    QCOMPARE(range(0x2000, 0, pages).pages().size(), std::size_t { 0 });
    QCOMPARE(runs(range(0x1001, 0, pages)), std::string());
    QVERIFY(range(0x1001, 0, pages).empty());
}

void TestPagedRange::partsOfAWindow()
{
    const std::uint64_t pages[] = { 3, 4, 6, 1 };
    const PagedRange all = range(0x100, 0x3200, pages);
    QCOMPARE(all.offset(), std::uint64_t { 0x100 });
    QCOMPARE(all.pages().size(), std::size_t { 4 });
    const auto part = all.subrange(0xf00, 0x1100);
    QCOMPARE(runs(*part), std::string("4000-5000 6000-6100"));
    QCOMPARE(part->offset(), std::uint64_t { 0 });
    QCOMPARE(part->pages().size(), std::size_t { 2 });
    QCOMPARE(runs(*part->subrange(0x10, 0x20)), std::string("4010-4030"));
    const auto halves = all.split(0x2000);
    QCOMPARE(runs(halves->first), std::string("3100-5000 6000-6100"));
    QCOMPARE(runs(halves->second), std::string("6100-7000 1000-1300"));
    PagedRange left = all;
    QVERIFY(left.skip(0x1f00));
    QVERIFY(left.truncate(0x1001));
    QCOMPARE(runs(left), std::string("6000-7000 1000-1001"));
    const std::uint64_t same[] = { 6, 1 };
    QVERIFY(left == range(0, 0x1001, same));
    QVERIFY(!(left == range(0, 0x1000, same)));
}

void TestPagedRange::pastTheEndNothingChanges()
{
    const std::uint64_t pages[] = { 3 };
    PagedRange one = range(0x10, 0x20, pages);
    QVERIFY(!one.subrange(0x21, 0));
    QVERIFY(!one.subrange(0x10, 0x11));
    QVERIFY(!one.subrange(1, ~std::uint64_t { 0 }));
    QVERIFY(!one.split(0x21));
    QVERIFY(!one.skip(0x21));
    QVERIFY(!one.truncate(0x21));
    QCOMPARE(runs(one), std::string("3010-3030"));
    PagedRangeList list({ &one, 1 });
    QVERIFY(!list.skip(0x21));
    QVERIFY(!list.truncate(0x21));
    QCOMPARE(runs(list), std::string("3010-3030"));
}

void TestPagedRange::invalidPagesAreItemsOfTheirOwn()
{
    constexpr std::uint64_t kEnd = std::uint64_t { 1 } << 52;
    const std::uint64_t pages[] = { 1, kEnd, 2, ~std::uint64_t { 0 } };
    QCOMPARE(runs(range(0x800, 0x3000, pages)),
        std::string("1800-2000 invalid:10000000000000 2000-3000 invalid:ffffffffffffffff"));
    // The last valid page ends at 2^64; the number behind it breaks the run.
    const std::uint64_t last[] = { kEnd - 2, kEnd - 1, kEnd };
    QCOMPARE(runs(range(0, 0x3000, last)), std::string("ffffffffffffe000-0 invalid:10000000000000"));
}

void TestPagedRange::listsOfRanges()
{
    const std::uint64_t first[] = { 0x11, 0x22, 0x33 };
    const std::uint64_t second[] = { 0x111, 0x112, 0x222 };
    const PagedRange ranges[] = { range(0x123, 0x2012, first), range(0x456, 0x2017, second) };
    PagedRangeList list(ranges);
    QCOMPARE(list.length(), std::uint64_t { 0x4029 });
    QVERIFY(list.skip(0x100));
    QVERIFY(list.truncate(0x2f29));
    QCOMPARE(list.length(), std::uint64_t { 0x2f29 });
    QCOMPARE(runs(list), std::string("11223-12000 22000-23000 33000-33135 111456-11246d"));
    QCOMPARE(runs(*list.popRange()), std::string("11223-12000 22000-23000 33000-33135"));
    QCOMPARE(runs(*list.popRange()), std::string("111456-11246d"));
    QVERIFY(!list.popRange());
    QVERIFY(list.empty());

    PagedRangeList whole(ranges);
    QVERIFY(whole.skip(0x2012)); // exactly the first
    QCOMPARE(runs(whole), std::string("111456-113000 222000-22246d"));
    QVERIFY(whole.skip(0x2017));
    QCOMPARE(runs(whole), std::string());
}

void TestPagedRange::emptyMembersOfALists()
{
    const std::uint64_t pages[] = { 1, 5 };
    const PagedRange ranges[]
        = { PagedRange(), range(0, 0x800, pages), PagedRange(), range(0x1800, 0x10, pages) };
    PagedRangeList list(ranges);
    QCOMPARE(runs(list), std::string("1000-1800 5800-5810"));
    QVERIFY(list.popRange()->empty()); // yielded as it is …
    QVERIFY(list.skip(0x801));         // … and passed over by the rest
    QCOMPARE(runs(list), std::string("5801-5810"));
    QCOMPARE(runs(PagedRangeList()), std::string());
}

void TestPagedRange::readsAndWritesPages()
{
    auto backing = TestBacking::mapped(0x8000);
    const GuestMemory memory("ram", backing);
    const std::uint64_t pages[] = { 3, 4, 6, 1 };
    const PagedRange buffer = range(0x100, 0x3200, pages);
    std::vector<std::byte> data(0x3200);
    for (std::size_t i = 0; i < data.size(); ++i)
        data[i] = static_cast<std::byte>(i / 7);
    QVERIFY(memory.writeRange(buffer, data).has_value());
    std::vector<std::byte> all(0x8000);
    QVERIFY(memory.read(0, std::span(all)).has_value());
    QVERIFY(std::equal(data.begin(), data.begin() + 0x1f00, all.begin() + 0x3100));
    QVERIFY(std::equal(data.begin() + 0x1f00, data.begin() + 0x2f00, all.begin() + 0x6000));
    QVERIFY(std::equal(data.begin() + 0x2f00, data.end(), all.begin() + 0x1000));
    QVERIFY(all[0x30ff] == std::byte { 0 } && all[0x1300] == std::byte { 0 });
    std::vector<std::byte> back(data.size());
    QVERIFY(memory.readRange(buffer, back).has_value());
    QVERIFY(back == data);
    QVERIFY(memory.fillRange(buffer, std::byte { 0xaa }).has_value());
    QCOMPARE(*memory.readPlain<std::uint16_t>(0x12ff), std::uint16_t { 0x00aa });
    QCOMPARE(*memory.readPlain<std::uint8_t>(0x4fff), std::uint8_t { 0xaa });
    QVERIFY(memory.probePages(pages).has_value());
}

void TestPagedRange::runsAcrossRegions()
{
    const auto memory = *GuestMemory::multiRegion(
        "ram", 0x2000, { TestBacking::mapped(0x2000), TestBacking::mapped(0x2000) });
    const std::uint64_t pages[] = { 1, 2 };
    const std::vector<std::byte> data(0x1000, std::byte { 3 });
    QVERIFY(memory.writeRange(range(0x800, 0x1000, pages), data).has_value());
    QCOMPARE(*memory.readPlain<std::uint8_t>(0x1fff), std::uint8_t { 3 });
    QCOMPARE(*memory.readPlain<std::uint8_t>(0x27ff), std::uint8_t { 3 });
    QCOMPARE(*memory.readPlain<std::uint8_t>(0x2800), std::uint8_t { 0 });
}

void TestPagedRange::errorsNameTheByte()
{
    auto backing = std::make_shared<TestBacking>(0x8000);
    backing->map(0, 0x4000);
    const GuestMemory memory("ram", backing);
    std::vector<std::byte> data(0x3000);
    const auto text = [&](std::initializer_list<std::uint64_t> pages) {
        return memory.readRange(range(0, 0x3000, std::span(pages.begin(), pages.size())), data)
            .error()
            .text();
    };
    QCOMPARE(text({ 1, 9, 2 }),
        std::string(
            "guest memory 'ram': read error: failed to access memory at 0x9000: no memory at address"));
    QCOMPARE(text({ 2, 3, 4 }),
        std::string("guest memory 'ram': read error: failed to access memory at 0x4000: the specified page "
                    "is not mapped"));
    QCOMPARE(text({ 1, std::uint64_t { 1 } << 52, 2 }),
        std::string("guest memory 'ram': read error: failed to access memory: invalid guest page number "
                    "0x10000000000000"));
    // What was done before stays done.
    const std::uint64_t pages[] = { 0, 9 };
    const std::vector<std::byte> ones(0x2000, std::byte { 1 });
    QVERIFY(!memory.writeRange(range(0, 0x2000, pages), ones));
    QCOMPARE(*memory.readPlain<std::uint8_t>(0xfff), std::uint8_t { 1 });
    QVERIFY(!memory.fillRange(range(0, 0x2000, pages), std::byte { 2 }));
    QCOMPARE(*memory.readPlain<std::uint8_t>(0xfff), std::uint8_t { 2 });
}

void TestPagedRange::lengthsMustAgree()
{
    const GuestMemory memory("ram", TestBacking::mapped(0x8000));
    const std::uint64_t pages[] = { 3 };
    std::vector<std::byte> data(0x11);
    QCOMPARE(memory.readRange(range(0, 0x10, pages), data).error().cause, cause::kWrongLength);
    QCOMPARE(memory.writeRange(range(0, 0x12, pages), data).error().cause, cause::kWrongLength);
    QVERIFY(memory.readRange(PagedRange(), {}).has_value());
}

void TestPagedRange::windowsAgreeWithTheirBytes()
{
    // Against the plain list of the addresses of all bytes.
    std::uint64_t k = 0;
    const auto draw = [&](std::uint64_t below) { return splitmix(4711, ++k) % below; };
    for (int turn = 0; turn < 3000; ++turn) {
        std::vector<std::uint64_t> pages(draw(6));
        for (std::uint64_t& page : pages)
            page = draw(5);
        std::vector<std::uint64_t> bytes;
        for (const std::uint64_t page : pages) {
            for (std::uint64_t i = 0; i < kPageSize; i += 256)
                bytes.push_back(page * kPageSize + i);
        }
        PagedRange window = range(0, pages.size() * kPageSize, pages);
        for (int step = 0; step < 3; ++step) {
            const std::uint64_t skipped = draw(bytes.size() / 2 + 1);
            const std::uint64_t kept = draw(bytes.size() - skipped + 1);
            QVERIFY(window.skip(skipped * 256));
            QVERIFY(window.truncate(kept * 256));
            bytes = { bytes.begin() + static_cast<std::ptrdiff_t>(skipped),
                bytes.begin() + static_cast<std::ptrdiff_t>(skipped + kept) };
        }
        std::vector<std::uint64_t> seen;
        while (const auto run = window.popFront()) {
            for (std::uint64_t i = 0; i < (**run).length; i += 256)
                seen.push_back((**run).start + i);
        }
        QVERIFY(seen == bytes);
    }
}

QTEST_GUILESS_MAIN(TestPagedRange)
#include "tst_pagedrange.moc"
