// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/base/splitmix.h"
#include "core/memory/memorymapper.h"
#include "core/memory/sharedmemory.h"
#include "core/memory/sparsebacking.h"

#include <QTest>

#include <array>
#include <optional>

using namespace fscope;
using namespace fscope::memory;

namespace {

const std::uint64_t kHostPage = SparseMapping::hostPageSize();

/// A memory object in which page i of @p pages begins with the byte first + i.
HostFile numbered(std::uint64_t pages, std::uint8_t first)
{
    auto file = makeSharedMemory(pages * kHostPage, "numbered");
    auto window = SparseMapping::create(pages * kHostPage);
    if (!file || !window || !(*window)->mapFile(0, pages * kHostPage, *file, 0, true))
        qFatal("no memory object");
    for (std::uint64_t i = 0; i < pages; ++i)
        if (!(*window)->write<std::uint8_t>(i * kHostPage, static_cast<std::uint8_t>(first + i)))
            qFatal("cannot write");
    return *file;
}

struct TestGuest {
    std::shared_ptr<SparseMapping> mapping;
    GuestMemory memory;
    MemoryMapper mapper;

    explicit TestGuest(std::uint64_t pages = 256)
        : mapping(std::shared_ptr<SparseMapping>(SparseMapping::create(pages * kHostPage).value()))
        , memory("guest", std::make_shared<SparseBacking>(mapping))
        , mapper(mapping)
    { }
    /// The byte at a page, or nothing where it cannot be read.
    std::optional<std::uint8_t> at(std::uint64_t page) const
    {
        const auto byte = memory.readPlain<std::uint8_t>(page * kHostPage);
        return byte ? std::optional(*byte) : std::nullopt;
    }
    bool writable(std::uint64_t page) const
    {
        const auto byte = at(page);
        return byte && memory.writePlain<std::uint8_t>(page * kHostPage, *byte).has_value();
    }
};

QByteArray shown(const TestGuest& guest, std::uint64_t from, std::uint64_t pages)
{
    QByteArray text;
    for (std::uint64_t page = from; page < from + pages; ++page) {
        const auto byte = guest.at(page);
        text += byte ? static_cast<char>(*byte) : '.';
    }
    return text;
}

} // namespace

class TestMemoryMapper : public QObject
{
    Q_OBJECT

private slots:
    void piecesAreOverwrittenSplitAndUnmapped_data();
    void piecesAreOverwrittenSplitAndUnmapped();
    void aWindowMovesAndGoes();
    void windowsDoNotOverlap();
    void rightsOfPieceAndWindowMeet();
    void refusesWhatItCannotMap();
    void behavesAsAPlainListOfPages();
    void aRomIsReadOnlyAtSeveralPlaces();
    void refusesRomsItCannotMap();
};

void TestMemoryMapper::piecesAreOverwrittenSplitAndUnmapped_data()
{
    QTest::addColumn<QByteArray>("operations"); // mFROM,COUNT,LETTER and uFROM,COUNT
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<int>("pieces");
    QTest::newRow("one piece") << QByteArray("m2,3,A") << QByteArray("..ABC...") << 1;
    QTest::newRow("over all of it") << QByteArray("m2,3,A m2,3,a") << QByteArray("..abc...") << 1;
    QTest::newRow("over its start") << QByteArray("m2,3,A m1,2,a") << QByteArray(".abBC...") << 2;
    QTest::newRow("over its end") << QByteArray("m2,3,A m4,2,a") << QByteArray("..ABab..") << 2;
    QTest::newRow("over its middle splits it") << QByteArray("m1,5,A m3,1,a") << QByteArray(".ABaDE..") << 3;
    QTest::newRow("around it") << QByteArray("m3,2,A m1,6,a") << QByteArray(".abcdef.") << 1;
    QTest::newRow("over two") << QByteArray("m0,3,A m4,3,K m2,3,a") << QByteArray("ABabcLM.") << 3;
    QTest::newRow("unmap all") << QByteArray("m2,3,A u2,3") << QByteArray("........") << 0;
    QTest::newRow("unmap its start") << QByteArray("m2,3,A u1,2") << QByteArray("...BC...") << 1;
    QTest::newRow("unmap its end") << QByteArray("m2,3,A u4,3") << QByteArray("..AB....") << 1;
    QTest::newRow("unmap its middle") << QByteArray("m1,5,A u3,1") << QByteArray(".AB.DE..") << 2;
    QTest::newRow("unmap nothing") << QByteArray("m2,3,A u6,2") << QByteArray("..ABC...") << 1;
    QTest::newRow("unmap everything") << QByteArray("m0,2,A m5,2,K u0,8") << QByteArray("........") << 0;
    QTest::newRow("again after unmap") << QByteArray("m2,3,A u3,1 m3,1,a") << QByteArray("..AaC...") << 3;
}

void TestMemoryMapper::piecesAreOverwrittenSplitAndUnmapped()
{
    QFETCH(QByteArray, operations);
    QFETCH(QByteArray, expected);
    QFETCH(int, pieces);
    // The guest sees the window from the start, or is shown the outcome.
    for (const bool shownFirst : { true, false }) {
        const TestGuest guest;
        const auto region = guest.mapper.newRegion(8 * kHostPage, "window").value();
        if (shownFirst)
            QVERIFY(region->mapToGuest(16 * kHostPage, true).has_value());
        for (const QByteArray& operation : operations.split(' ')) {
            const QList<QByteArray> words = operation.mid(1).split(',');
            const std::uint64_t from = words[0].toULongLong() * kHostPage;
            const std::uint64_t length = words[1].toULongLong() * kHostPage;
            if (operation.startsWith('m'))
                QVERIFY(
                    region->map(from, length, numbered(8, std::uint8_t(words[2][0])), 0, true).has_value());
            else
                QVERIFY(region->unmap(from, length).has_value());
        }
        if (!shownFirst)
            QVERIFY(region->mapToGuest(16 * kHostPage, true).has_value());
        QCOMPARE(shown(guest, 16, 8), expected);
        QCOMPARE(int(region->pieces().size()), pieces);
    }
}

void TestMemoryMapper::aWindowMovesAndGoes()
{
    const TestGuest guest;
    {
        const auto region = guest.mapper.newRegion(2 * kHostPage, "window").value();
        QVERIFY(region->map(0, 2 * kHostPage, numbered(4, 'A'), kHostPage, false).has_value());
        QVERIFY(!region->guestAddress());
        QCOMPARE(shown(guest, 0, 8), QByteArray("........"));
        QVERIFY(region->mapToGuest(kHostPage, false).has_value());
        QCOMPARE(shown(guest, 0, 8), QByteArray(".BC....."));
        QVERIFY(region->mapToGuest(2 * kHostPage, false).has_value()); // over where it was
        QCOMPARE(shown(guest, 0, 8), QByteArray("..BC...."));
        QCOMPARE(region->guestAddress(), std::optional(2 * kHostPage));
        region->unmapFromGuest();
        QCOMPARE(shown(guest, 0, 8), QByteArray("........"));
        QVERIFY(region->mapToGuest(5 * kHostPage, false).has_value());
        QCOMPARE(shown(guest, 0, 8), QByteArray(".....BC."));
    }
    QCOMPARE(shown(guest, 0, 8), QByteArray("........"));
}

void TestMemoryMapper::windowsDoNotOverlap()
{
    const TestGuest guest;
    const auto first = guest.mapper.newRegion(4 * kHostPage, "first").value();
    const auto second = guest.mapper.newRegion(2 * kHostPage, "second").value();
    QVERIFY(first->map(0, 4 * kHostPage, numbered(4, 'A'), 0, false).has_value());
    QVERIFY(second->map(0, 2 * kHostPage, numbered(2, 'a'), 0, false).has_value());
    QVERIFY(first->mapToGuest(4 * kHostPage, false).has_value());
    for (const std::uint64_t page : { 3, 4, 5, 7 }) {
        const auto refused = second->mapToGuest(page * kHostPage, false);
        QVERIFY(!refused && refused.error().text().find("would overlap \"first\"") != std::string::npos);
    }
    QCOMPARE(shown(guest, 0, 10), QByteArray("....ABCD.."));
    QVERIFY(second->mapToGuest(2 * kHostPage, false).has_value());
    QVERIFY(!second->mapToGuest(3 * kHostPage, false)); // it stays where it was
    QCOMPARE(shown(guest, 0, 10), QByteArray("..abABCD.."));
    QCOMPARE(second->guestAddress(), std::optional(2 * kHostPage));
}

void TestMemoryMapper::rightsOfPieceAndWindowMeet()
{
    const TestGuest guest;
    const HostFile file = numbered(2, 'A');
    const auto region = guest.mapper.newRegion(2 * kHostPage, "window").value();
    QVERIFY(region->map(0, kHostPage, file, 0, true).has_value());
    QVERIFY(region->map(kHostPage, kHostPage, file, 0, false).has_value());
    QVERIFY(region->mapToGuest(0, true).has_value());
    QVERIFY(guest.writable(0) && !guest.writable(1));
    QVERIFY(guest.memory.writePlain<std::uint8_t>(0, 'Z').has_value());
    QCOMPARE(guest.at(1), std::optional<std::uint8_t>('Z')); // the same page of the object
    QVERIFY(region->mapToGuest(0, false).has_value());
    QVERIFY(!guest.writable(0) && !guest.writable(1));
    QCOMPARE(guest.at(0), std::optional<std::uint8_t>('Z'));
}

void TestMemoryMapper::refusesWhatItCannotMap()
{
    const TestGuest guest(8);
    QVERIFY(!guest.mapper.newRegion(0, "none"));
    QVERIFY(!guest.mapper.newRegion(1, "part"));
    const auto region = guest.mapper.newRegion(2 * kHostPage, "window").value();
    const HostFile file = numbered(2, 'A');
    QVERIFY(!region->map(0, 0, file, 0, false));
    QVERIFY(!region->map(1, kHostPage, file, 0, false));
    QVERIFY(!region->map(kHostPage, 2 * kHostPage, file, 0, false));
    QVERIFY(!region->map(3 * kHostPage, kHostPage, file, 0, false));
    QVERIFY(!region->map(0, kHostPage, file, 5, false));
    QVERIFY(!region->map(0, kHostPage, HostFile(), 0, false));
    QVERIFY(!region->unmap(0, 3 * kHostPage));
    QVERIFY(!region->unmap(~std::uint64_t { 0 } - kHostPage + 1, kHostPage));
    QVERIFY(region->pieces().empty());
    QVERIFY(!region->mapToGuest(7 * kHostPage, false));
    QVERIFY(!region->mapToGuest(1, false));
    QVERIFY(!region->mapToGuest(~std::uint64_t { 0 } - kHostPage + 1, false));
    QVERIFY(!region->guestAddress());
}

/// Random operations on three windows, and beside each a list of what its pages are.
void TestMemoryMapper::behavesAsAPlainListOfPages()
{
    constexpr std::uint64_t kPages = 12;
    constexpr std::uint64_t kGuestPages = 48;
    const TestGuest guest(kGuestPages);
    const HostFile file = numbered(kPages, 'A');
    struct Model {
        std::unique_ptr<MappableRegion> region;
        std::array<char, kPages> pages {};
        std::array<bool, kPages> writable {};
        std::optional<std::uint64_t> place;
        bool shownWritable = false;
    };
    std::array<Model, 3> models;
    for (Model& model : models) {
        model.region = guest.mapper.newRegion(kPages * kHostPage, "window").value();
        model.pages.fill('.');
    }
    std::uint64_t seed = 0;
    const auto draw = [&seed](std::uint64_t below) { return splitmix(11, ++seed) % below; };
    for (int operation = 0; operation < 1500; ++operation) {
        Model& model = models[draw(models.size())];
        const std::uint64_t from = draw(kPages);
        const std::uint64_t count = 1 + draw(kPages - from);
        switch (draw(6)) {
        case 0:
        case 1:
        case 2: {
            const std::uint64_t offset = draw(kPages - count + 1);
            const bool writable = draw(2) == 0;
            QVERIFY(
                model.region->map(from * kHostPage, count * kHostPage, file, offset * kHostPage, writable));
            for (std::uint64_t i = 0; i < count; ++i) {
                model.pages[from + i] = static_cast<char>('A' + offset + i);
                model.writable[from + i] = writable;
            }
            break;
        }
        case 3:
            QVERIFY(model.region->unmap(from * kHostPage, count * kHostPage));
            std::fill_n(model.pages.begin() + static_cast<std::ptrdiff_t>(from), count, '.');
            break;
        case 4: {
            const std::uint64_t place = draw(kGuestPages - kPages + 4);
            const bool writable = draw(2) == 0;
            bool free = place + kPages <= kGuestPages;
            for (const Model& other : models)
                if (&other != &model && other.place && place < *other.place + kPages
                    && *other.place < place + kPages)
                    free = false;
            QCOMPARE(model.region->mapToGuest(place * kHostPage, writable).has_value(), free);
            if (free) {
                model.place = place;
                model.shownWritable = writable;
            }
            break;
        }
        default:
            if (draw(3) == 0) {
                model.region->unmapFromGuest();
                model.place.reset();
            }
            break;
        }
        QByteArray expected(int(kGuestPages), '.');
        for (const Model& each : models)
            if (each.place)
                std::copy(each.pages.begin(), each.pages.end(), expected.begin() + qsizetype(*each.place));
        QCOMPARE(shown(guest, 0, kGuestPages), expected);
        if (model.place)
            for (std::uint64_t i = 0; i < kPages; ++i)
                QCOMPARE(guest.writable(*model.place + i),
                    model.pages[i] != '.' && model.writable[i] && model.shownWritable);
    }
}

void TestMemoryMapper::aRomIsReadOnlyAtSeveralPlaces()
{
    const TestGuest guest;
    std::vector<std::byte> contents(2 * kHostPage + 10);
    contents[0] = std::byte { 'A' };
    contents[kHostPage] = std::byte { 'B' };
    contents[2 * kHostPage] = std::byte { 'C' };
    std::unique_ptr<MappableRegion> high;
    {
        const Rom rom = Rom::create(contents, "boot").value();
        contents[0] = std::byte { 'x' }; // it has its own copy
        QCOMPARE(rom.length(), 2 * kHostPage + 10);
        QCOMPARE(rom.mappedLength(), 3 * kHostPage);
        const auto low = rom.mapRom(guest.mapper, 0, 0, rom.mappedLength()).value();
        high = rom.mapRom(guest.mapper, 10 * kHostPage, kHostPage, 2 * kHostPage).value();
        QCOMPARE(shown(guest, 0, 14), QByteArray("ABC.......BC.."));
        QVERIFY(!guest.writable(0) && !guest.writable(10));
        const auto refused = guest.memory.writePlain<std::uint8_t>(0, 1);
        QVERIFY(!refused.has_value());
        QCOMPARE(QByteArray(refused.error().cause), QByteArray(cause::kReadOnly));
        QCOMPARE(guest.memory.readPlain<std::uint8_t>(2 * kHostPage + 11).value(), std::uint8_t { 0 });
    }
    // The guard at 0 is gone; the other one holds the contents without the Rom.
    QCOMPARE(shown(guest, 0, 14), QByteArray("..........BC.."));
    high.reset();
    QCOMPARE(shown(guest, 0, 14), QByteArray(".............."));
}

void TestMemoryMapper::refusesRomsItCannotMap()
{
    const TestGuest guest;
    QVERIFY(!Rom::create({}, "empty"));
    const std::vector<std::byte> contents(kHostPage);
    const Rom rom = Rom::create(contents, "boot").value();
    QVERIFY(!rom.mapRom(guest.mapper, 0, 0, 2 * kHostPage));
    QVERIFY(!rom.mapRom(guest.mapper, 0, kHostPage, kHostPage));
    QVERIFY(!rom.mapRom(guest.mapper, 0, 1, kHostPage));
    QVERIFY(!rom.mapRom(guest.mapper, 0, 0, 0));
    QVERIFY(!rom.mapRom(guest.mapper, 1, 0, kHostPage));
    const auto there = rom.mapRom(guest.mapper, 0, 0, kHostPage).value();
    QVERIFY(!rom.mapRom(guest.mapper, 0, 0, kHostPage));
}

QTEST_GUILESS_MAIN(TestMemoryMapper)
#include "tst_memorymapper.moc"
