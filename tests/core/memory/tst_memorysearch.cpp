// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/base/splitmix.h"
#include "core/memory/bytescan.h"
#include "core/memory/memorysearch.h"

#include <QTest>

#include <algorithm>

using namespace fscope;
using namespace fscope::memory;

Q_DECLARE_METATYPE(std::vector<std::uint64_t>)

namespace {

using Addresses = std::vector<std::uint64_t>;

/// RAM at 0x1000..0x5000 and 0x5000..0x9000 (they adjoin) and 0x20000..0x30000.
SnapshotMemory threeRanges()
{
    SnapshotMemory memory;
    if (!memory.addRam(Pa(0x1000), 0x4000) || !memory.addRam(Pa(0x5000), 0x4000)
        || !memory.addRam(Pa(0x20000), 0x10000))
        qFatal("the test's own memory is wrong");
    return memory;
}

void put(SnapshotMemory& memory, std::uint64_t at, std::string_view bytes)
{
    if (memory.write(Pa(at), bytes.data(), bytes.size()))
        qFatal("the test writes where there is no RAM");
}

SearchPattern hexPattern(const char* text)
{
    return SearchPattern::fromHex(text).value();
}

/// The slow truth: each place where the pattern fits and at least one byte exists.
Addresses slowSearch(const SnapshotMemory& memory, const SearchPattern& pattern, std::uint64_t end)
{
    const std::vector<std::uint64_t> touched = memory.touchedPages();
    Addresses found;
    std::vector<std::uint8_t> bytes(pattern.bytes.size());
    for (std::uint64_t at = 0; at < end; at += pattern.alignment) {
        if (memory.read(Pa(at), bytes.data(), bytes.size()))
            continue;
        bool same = true;
        for (std::size_t i = 0; i < bytes.size() && same; ++i)
            same = ((bytes[i] ^ pattern.bytes[i]) & (pattern.mask.empty() ? 0xff : pattern.mask[i])) == 0;
        const bool exists = std::ranges::any_of(touched, [&](std::uint64_t page) {
            return page >= at >> kPageShift && page <= (at + bytes.size() - 1) >> kPageShift;
        });
        if (same && exists)
            found.push_back(at);
    }
    return found;
}

/// Plain bytes, some pages of which cannot be read.
class FakeBacking final : public MemoryBacking
{
public:
    explicit FakeBacking(std::size_t size)
        : bytes(size)
    { }
    std::uint64_t size() const noexcept override { return bytes.size(); }
    BackingResult<void> readFallback(std::uint64_t address, std::span<std::byte> out) override
    {
        for (std::uint64_t at = address; at < address + out.size(); ++at) {
            if (at / kPageSize == badPage)
                return tl::unexpected(AccessFailure { MemoryErrorKind::VtlProtected, "secret", at });
            out[at - address] = static_cast<std::byte>(bytes[at]);
        }
        return {};
    }
    std::vector<char> bytes;
    std::uint64_t badPage = ~std::uint64_t { 0 };
};

QByteArray shown(const Addresses& addresses)
{
    QByteArray text;
    for (const std::uint64_t address : addresses)
        text += QByteArray::number(static_cast<qulonglong>(address), 16) + ' ';
    return text.trimmed();
}

} // namespace

class TestMemorySearch : public QObject
{
    Q_OBJECT

private slots:
    void readsPatterns_data();
    void readsPatterns();
    void readsTexts_data();
    void readsTexts();
    void refusesPatternsItCannotUse();
    void findsWhereItIs_data();
    void findsWhereItIs();
    void stopsAtTheLimit();
    void canBeGivenUp();
    void tellsProgress();
    void looksOnlyBetweenFirstAndLast();
    void isNotDisturbedByLaterWrites();
    void searchesGuestMemoryOfManyRegions();
    void passesOverPagesThatCannotBeRead();
    void eachMethodFindsTheSame();
    void findsWhatASlowSearchFinds();
};

void TestMemorySearch::readsPatterns_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("bytes"); // empty: refused
    QTest::addColumn<QByteArray>("mask");
    QTest::addColumn<QByteArray>("error");
    const auto ok = [](const char* name, const char* text, const char* bytes, const char* mask) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(bytes) << QByteArray(mask) << QByteArray();
    };
    const auto bad = [](const char* name, const char* text, const char* error) {
        QTest::newRow(name) << QByteArray(text) << QByteArray() << QByteArray() << QByteArray(error);
    };
    ok("one byte", "5a", "5a", "");
    ok("upper and lower case", "dEAd", "dead", "");
    ok("blanks between bytes", " de\tad be\nef ", "deadbeef", "");
    ok("a byte that may be anything", "de ?? ef", "de00ef", "ff00ff");
    ok("a digit that may be anything", "4? ?f", "400f", "f00f");
    bad("nothing", "", "nothing to search for");
    bad("only blanks", "  ", "nothing to search for");
    bad("an odd digit at the end", "dea", "one digit only");
    bad("an odd digit before a blank", "d ea", "before column 2");
    bad("no digit", "de xy", "Column 4");
    bad("matches everywhere", "?? ??", "matches everywhere");
}

void TestMemorySearch::readsPatterns()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, mask);
    QFETCH(QByteArray, error);
    const auto pattern = SearchPattern::fromHex(text.toStdString());
    if (!error.isEmpty()) {
        QVERIFY(!pattern.has_value());
        QVERIFY2(QByteArray::fromStdString(pattern.error().text()).contains(error),
            pattern.error().text().c_str());
        return;
    }
    QVERIFY(pattern.has_value());
    const auto asHex = [](const std::vector<std::uint8_t>& from) {
        return QByteArray(reinterpret_cast<const char*>(from.data()), static_cast<qsizetype>(from.size()))
            .toHex();
    };
    QCOMPARE(asHex(pattern->bytes), bytes);
    QCOMPARE(asHex(pattern->mask), mask);
}

void TestMemorySearch::readsTexts_data()
{
    QTest::addColumn<QByteArray>("memory");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("anyCase");
    QTest::addColumn<bool>("utf16");
    QTest::addColumn<bool>("there");
    QTest::newRow("as it is") << QByteArray("xLinuxy") << QByteArray("Linux") << false << false << true;
    QTest::newRow("another case") << QByteArray("xLINUXy") << QByteArray("Linux") << false << false << false;
    QTest::newRow("any case") << QByteArray("xLINUXy") << QByteArray("Linux") << true << false << true;
    QTest::newRow("any case, digits and signs")
        << QByteArray("V6.1-RC") << QByteArray("v6.1-rc") << true << false << true;
    QTest::newRow("any case does not make @ of `")
        << QByteArray("a`b") << QByteArray("a@b") << true << false << false;
    QTest::newRow("UTF-8") << QByteArray("x\xc3\xa4y") << QByteArray("\xc3\xa4") << false << false << true;
    QTest::newRow("UTF-16") << QByteArray("xL\0i\0y", 6) << QByteArray("Li") << false << true << true;
    QTest::newRow("UTF-16, any case")
        << QByteArray("xl\0I\0y", 6) << QByteArray("Li") << true << true << true;
    QTest::newRow("UTF-16 surrogates")
        << QByteArray("\x3d\xd8\x00\xde", 4) << QByteArray("\xf0\x9f\x98\x80") << false << true << true;
}

void TestMemorySearch::readsTexts()
{
    QFETCH(QByteArray, memory);
    QFETCH(QByteArray, text);
    QFETCH(bool, anyCase);
    QFETCH(bool, utf16);
    QFETCH(bool, there);
    SnapshotMemory ram = threeRanges();
    put(ram, 0x2000, memory.toStdString());
    const auto pattern = SearchPattern::fromText(text.toStdString(), anyCase,
        utf16 ? SearchPattern::Encoding::Utf16Le : SearchPattern::Encoding::Utf8);
    QVERIFY(pattern.has_value());
    QCOMPARE(findNext(SnapshotPages(ram), *pattern).value().has_value(), there);
    const auto malformed = SearchPattern::fromText("ab\xc3");
    QVERIFY(!malformed && malformed.error().text().find("byte 3") != std::string::npos);
}

void TestMemorySearch::refusesPatternsItCannotUse()
{
    const SnapshotPages pages(threeRanges());
    SearchPattern pattern = SearchPattern::fromValue(1);
    pattern.alignment = 3;
    QVERIFY(!searchMemory(pages, pattern));
    pattern.alignment = 0;
    QVERIFY(!findNext(pages, pattern));
    pattern = { { 1, 2 }, { 0xff }, 1 };
    QVERIFY(!findPrevious(pages, pattern));
    pattern = { std::vector<std::uint8_t>(SearchPattern::kMaxLength + 1, 1), {}, 1 };
    QVERIFY(!searchMemory(pages, pattern));
    pattern.bytes.pop_back();
    QVERIFY(searchMemory(pages, pattern).has_value());
}

void TestMemorySearch::findsWhereItIs_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<unsigned>("alignment");
    QTest::addColumn<std::vector<std::uint64_t>>("expected");
    QTest::newRow("inside a page") << QByteArray("c0ffee") << 1U << Addresses { 0x1100 };
    QTest::newRow("over two pages") << QByteArray("1122334455667788") << 1U << Addresses { 0x2ffd };
    QTest::newRow("over two ranges that adjoin") << QByteArray("99aabbcc") << 1U << Addresses { 0x4ffe };
    QTest::newRow("not over a hole") << QByteArray("d1d2d3d4") << 1U << Addresses {};
    QTest::newRow("at the very end of a range") << QByteArray("d1d2") << 1U << Addresses { 0x8ffe };
    QTest::newRow("at the very start of a range") << QByteArray("d3d4") << 1U << Addresses { 0x20000 };
    QTest::newRow("overlapping itself")
        << QByteArray("6161") << 1U << Addresses { 0x21000, 0x21001, 0x21002 };
    QTest::newRow("aligned") << QByteArray("6161") << 2U << Addresses { 0x21000, 0x21002 };
    QTest::newRow("zeros of an untouched page after it")
        << QByteArray("f00000") << 1U << Addresses { 0x22fff };
    QTest::newRow("zeros of an untouched page before it")
        << QByteArray("0000f1") << 1U << Addresses { 0x24ffe };
    QTest::newRow("with a mask") << QByteArray("c? ?? ee") << 1U << Addresses { 0x1100 };
    QTest::newRow("no byte of which all bits count") << QByteArray("c? ?? ?e") << 1U << Addresses { 0x1100 };
    QTest::newRow("not there") << QByteArray("123456") << 1U << Addresses {};
}

void TestMemorySearch::findsWhereItIs()
{
    QFETCH(QByteArray, hex);
    QFETCH(unsigned, alignment);
    QFETCH(std::vector<std::uint64_t>, expected);
    SnapshotMemory memory = threeRanges();
    put(memory, 0x1100, "\xc0\xff\xee");
    put(memory, 0x2ffd, "\x11\x22\x33\x44\x55\x66\x77\x88");
    put(memory, 0x4ffe, "\x99\xaa\xbb\xcc");
    put(memory, 0x8ffe, "\xd1\xd2");
    put(memory, 0x20000, "\xd3\xd4");
    put(memory, 0x21000, "aaaa");
    put(memory, 0x22fff, "\xf0");
    put(memory, 0x25000, "\xf1");
    SearchPattern pattern = hexPattern(hex);
    pattern.alignment = alignment;
    const SnapshotPages pages(memory);
    QCOMPARE(shown(searchMemory(pages, pattern).value().addresses), shown(expected));
    const auto next = findNext(pages, pattern).value();
    const auto previous = findPrevious(pages, pattern).value();
    QCOMPARE(next.has_value(), !expected.empty());
    QCOMPARE(previous.has_value(), !expected.empty());
    if (!expected.empty()) {
        QCOMPARE(*next, expected.front());
        QCOMPARE(*previous, expected.back());
    }
}

void TestMemorySearch::stopsAtTheLimit()
{
    SnapshotMemory memory = threeRanges();
    put(memory, 0x1000, "zzzz");
    const SnapshotPages pages(memory);
    SearchOptions options;
    options.limit = 3;
    SearchResult result = searchMemory(pages, hexPattern("7a"), options).value();
    QCOMPARE(shown(result.addresses), QByteArray("1000 1001 1002"));
    QVERIFY(result.limited && !result.cancelled);
    options.limit = 5;
    result = searchMemory(pages, hexPattern("7a"), options).value();
    QCOMPARE(result.addresses.size(), std::size_t { 4 });
    QVERIFY(!result.limited);
}

void TestMemorySearch::canBeGivenUp()
{
    SnapshotMemory memory;
    QVERIFY(memory.addRam(Pa(0), 0x1000000).has_value());
    for (std::uint64_t at = 0; at < 0x1000000; at += kPageSize)
        put(memory, at, "\x01");
    const SnapshotPages pages(memory);
    SearchOptions options;
    options.limit = 100000;
    int asked = 0;
    options.progress = [&asked](std::uint64_t, std::uint64_t) { return ++asked < 3; };
    const SearchResult result = searchMemory(pages, hexPattern("01"), options).value();
    QVERIFY(result.cancelled);
    QCOMPARE(asked, 3);
    QCOMPARE(result.addresses.size(), std::size_t { 768 });
    asked = 0;
    QVERIFY(!findPrevious(pages, hexPattern("02"), options).value());
    QCOMPARE(asked, 3);
}

void TestMemorySearch::tellsProgress()
{
    SnapshotMemory memory;
    QVERIFY(memory.addRam(Pa(0), 0x800000).has_value());
    for (std::uint64_t at = 0; at < 0x400000; at += kPageSize)
        put(memory, at, "\x01");
    SearchOptions options;
    std::vector<std::uint64_t> told;
    options.progress = [&told](std::uint64_t done, std::uint64_t total) {
        told.push_back(done);
        return total == 0x400000;
    };
    QVERIFY(!searchMemory(SnapshotPages(memory), hexPattern("02"), options).value().cancelled);
    QCOMPARE(shown(told), QByteArray("100000 200000 300000 400000"));
}

void TestMemorySearch::looksOnlyBetweenFirstAndLast()
{
    SnapshotMemory memory = threeRanges();
    for (const std::uint64_t at : { 0x1000, 0x1ffe, 0x2ffe, 0x20000 })
        put(memory, at, "\xab\xcd\xef");
    const SnapshotPages pages(memory);
    const SearchPattern pattern = hexPattern("abcdef");
    const auto between = [&](std::uint64_t first, std::uint64_t last) {
        SearchOptions options;
        options.first = first;
        options.last = last;
        const Addresses all = searchMemory(pages, pattern, options).value().addresses;
        const auto next = findNext(pages, pattern, options).value();
        const auto previous = findPrevious(pages, pattern, options).value();
        if (next != (all.empty() ? std::nullopt : std::optional(all.front()))
            || previous != (all.empty() ? std::nullopt : std::optional(all.back())))
            return QByteArray("next and previous disagree with all");
        return shown(all);
    };
    QCOMPARE(between(0, ~std::uint64_t { 0 }), QByteArray("1000 1ffe 2ffe 20000"));
    QCOMPARE(between(0x1000, 0x1000), QByteArray("1000"));
    QCOMPARE(between(0x1001, 0x1ffd), QByteArray());
    QCOMPARE(between(0x1001, 0x1ffe), QByteArray("1ffe"));
    QCOMPARE(between(0x1fff, 0x1ffff), QByteArray("2ffe"));
    QCOMPARE(between(0x2fff, ~std::uint64_t { 0 }), QByteArray("20000"));
    QCOMPARE(between(0x20001, ~std::uint64_t { 0 }), QByteArray());
    QCOMPARE(between(0x2ffe, 0x1ffe), QByteArray());
}

void TestMemorySearch::isNotDisturbedByLaterWrites()
{
    SnapshotMemory memory = threeRanges();
    put(memory, 0x1000, "old");
    const SnapshotPages pages(memory);
    put(memory, 0x1000, "new");
    QVERIFY(findNext(pages, SearchPattern::fromText("old").value()).value().has_value());
    QVERIFY(!findNext(pages, SearchPattern::fromText("new").value()).value().has_value());
}

void TestMemorySearch::searchesGuestMemoryOfManyRegions()
{
    // Regions of 1 MiB: full, full, a hole, and one that ends early.
    constexpr std::uint64_t kRegion = 1U << 20;
    const auto first = std::make_shared<FakeBacking>(kRegion);
    const auto second = std::make_shared<FakeBacking>(kRegion);
    const auto last = std::make_shared<FakeBacking>(3 * kPageSize);
    const std::string_view word = "needle";
    word.copy(&first->bytes[5], word.size());
    word.copy(&first->bytes[(256 << 10) - 3], word.size()); // over two pieces
    word.substr(0, 2).copy(&first->bytes[kRegion - 2], 2);  // over two regions
    word.substr(2).copy(second->bytes.data(), 4);
    word.substr(0, 2).copy(&second->bytes[kRegion - 2], 2); // not over a hole
    word.substr(2).copy(last->bytes.data(), 4);
    word.copy(&last->bytes[3 * kPageSize - 6], word.size());
    const GuestPages pages(
        GuestMemory::multiRegion("dump", kRegion, { first, second, nullptr, last }).value());
    QCOMPARE(pages.committedBytes(), 2 * kRegion + 3 * kPageSize);
    const SearchPattern pattern = SearchPattern::fromText(word).value();
    const Addresses expected { 5, (256U << 10) - 3, kRegion - 2, 3 * kRegion + 3 * kPageSize - 6 };
    QCOMPARE(shown(searchMemory(pages, pattern).value().addresses), shown(expected));
    SearchOptions options;
    for (auto at = expected.rbegin(); at != expected.rend(); ++at) {
        QCOMPARE(findPrevious(pages, pattern, options).value(), std::optional(*at));
        options.last = *at - 1;
    }
    QCOMPARE(findPrevious(pages, pattern, options).value(), std::nullopt);
}

void TestMemorySearch::passesOverPagesThatCannotBeRead()
{
    const auto backing = std::make_shared<FakeBacking>(8 * kPageSize);
    const GuestPages pages(GuestMemory("dump", backing));
    const SearchPattern pattern = SearchPattern::fromText("needle").value();
    for (const std::uint64_t at : { 2 * kPageSize + 1, 4 * kPageSize - 6, 4 * kPageSize + 9, 5 * kPageSize })
        std::string_view("needle").copy(&backing->bytes[at], 6);
    backing->badPage = 4;
    QCOMPARE(shown(searchMemory(pages, pattern).value().addresses), QByteArray("2001 3ffa 5000"));
    QCOMPARE(findPrevious(pages, pattern).value(), std::optional(5 * kPageSize));
    SearchOptions options;
    options.last = 5 * kPageSize - 1;
    QCOMPARE(findPrevious(pages, pattern, options).value(), std::optional(4 * kPageSize - 6));
    backing->badPage = 3;
    QCOMPARE(shown(searchMemory(pages, pattern).value().addresses), QByteArray("2001 4009 5000"));
}

void TestMemorySearch::eachMethodFindsTheSame()
{
    using Method = ByteScan::Method;
    const std::vector<SearchPattern> patterns { hexPattern("61"), hexPattern("6162"), hexPattern("616161"),
        hexPattern("61??62"), hexPattern("6?6?"), hexPattern("00610000"), hexPattern("626162616261626162") };
    std::uint64_t seed = 0;
    for (int round = 0; round < 2000; ++round) {
        // Two letters and zeros, so that half matches abound.
        std::vector<std::uint8_t> data(splitmix(1, ++seed) % 150);
        for (std::uint8_t& byte : data)
            byte = static_cast<std::uint8_t>("ab\0"[splitmix(2, ++seed) % 3]);
        const SearchPattern& pattern = patterns[static_cast<std::size_t>(round) % patterns.size()];
        const ByteScan scan(pattern);
        const std::size_t from = splitmix(3, ++seed) % (data.size() + 2);
        std::size_t expected = ByteScan::kNone;
        for (std::size_t at = from; at + pattern.bytes.size() <= data.size(); ++at) {
            bool same = true;
            for (std::size_t i = 0; i < pattern.bytes.size(); ++i)
                same = same
                    && ((data[at + i] ^ pattern.bytes[i]) & (pattern.mask.empty() ? 0xff : pattern.mask[i]))
                        == 0;
            if (same) {
                expected = at;
                break;
            }
        }
        for (const Method method : { Method::Portable, Method::Sse2, Method::Avx2 })
            if (ByteScan::has(method))
                QCOMPARE(scan.find(data, from, method), expected);
    }
}

void TestMemorySearch::findsWhatASlowSearchFinds()
{
    std::uint64_t seed = 0;
    const auto draw = [&seed](std::uint64_t below) { return splitmix(77, ++seed) % below; };
    for (int round = 0; round < 60; ++round) {
        SnapshotMemory memory = threeRanges();
        for (int write = 0; write < 12; ++write) {
            const std::uint64_t page = draw(2) == 0 ? 0x1000 + draw(8) * 0x1000 : 0x20000 + draw(8) * 0x1000;
            const std::uint64_t at = draw(2) == 0 ? page + draw(0xfc0) : page + (draw(2) == 0 ? 0 : 0xff8);
            const char bytes[] { 'a', static_cast<char>('a' + draw(2)), 0, 'a', 0, 0, 'b', 'a' };
            put(memory, at, std::string_view(bytes, 8));
        }
        SearchPattern pattern;
        const std::size_t length = draw(4) == 0 ? 1 + draw(9000) % SearchPattern::kMaxLength : 1 + draw(6);
        for (std::size_t i = 0; i < length; ++i) {
            pattern.bytes.push_back(i < 3 && draw(2) == 0 ? 'a' : 0);
            pattern.mask.push_back(draw(5) == 0 ? 0xf0 : 0xff);
        }
        pattern.alignment = 1U << draw(4);
        const Addresses expected = slowSearch(memory, pattern, 0x31000);
        const SnapshotPages pages(memory);
        SearchOptions options;
        options.limit = SIZE_MAX;
        QCOMPARE(shown(searchMemory(pages, pattern, options).value().addresses), shown(expected));
        for (int probe = 0; probe < 5; ++probe) {
            const std::uint64_t from = draw(0x31000);
            options.first = from;
            options.last = ~std::uint64_t { 0 };
            const auto after = std::ranges::lower_bound(expected, from);
            QCOMPARE(findNext(pages, pattern, options).value(),
                after == expected.end() ? std::nullopt : std::optional(*after));
            options.first = 0;
            options.last = from;
            const auto above = std::ranges::upper_bound(expected, from);
            QCOMPARE(findPrevious(pages, pattern, options).value(),
                above == expected.begin() ? std::nullopt : std::optional(*std::prev(above)));
        }
    }
}

QTEST_GUILESS_MAIN(TestMemorySearch)
#include "tst_memorysearch.moc"
