// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/memory/sharedmemory.h"
#include "core/memory/sparsemapping.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <thread>

using namespace Qt::StringLiterals;
using namespace fscope;
using namespace fscope::memory;

namespace {

constexpr std::uint64_t kKiB = 1024;
constexpr std::uint64_t kMiB = 1024 * kKiB;
constexpr std::uint64_t kGiB = 1024 * kMiB;

std::uint64_t page()
{
    return SparseMapping::hostPageSize();
}

QByteArray textOf(const Result<void>& result)
{
    return result ? QByteArray("no error") : QByteArray::fromStdString(result.error().text());
}

/// "0x1000+0x2000 memory rw, 0x5000+0x1000 file r @0x0"
QByteArray piecesOf(const SparseMapping& mapping)
{
    QStringList pieces;
    for (const SparseMapping::Piece& piece : mapping.pieces()) {
        const bool file = piece.kind == SparseMapping::PieceKind::File;
        const QLatin1StringView kind = file                ? "file"_L1
            : piece.kind == SparseMapping::PieceKind::Zero ? "zero"_L1
                                                           : "memory"_L1;
        QString text = u"%1+%2 %3 %4"_s.arg(piece.offset / page())
                           .arg(piece.size / page())
                           .arg(kind, piece.writable ? "rw"_L1 : "r"_L1);
        if (file)
            text += u" @%1"_s.arg(piece.fileOffset / page());
        pieces << text;
    }
    return pieces.join(u", "_s).toUtf8();
}

/// Of each host page: '.' nothing, 'r' may be read, 'w' may be read and written; as the bitmaps have it.
QByteArray bitsOf(const SparseMapping& mapping, std::uint64_t pages)
{
    QByteArray text;
    for (std::uint64_t i = 0; i < pages; ++i) {
        const bool mapped = mapping.mappedPages().test(i * page() / 4096);
        const bool writable = mapping.writablePages().test(i * page() / 4096);
        text += writable ? (mapped ? 'w' : '?') : mapped ? 'r' : '.';
    }
    return text;
}

std::unique_ptr<SparseMapping> mappingOf(std::uint64_t size)
{
    auto made = SparseMapping::create(size);
    return made ? *std::move(made) : nullptr;
}

std::uint8_t byteAt(const SparseMapping& mapping, std::uint64_t offset)
{
    return mapping.read<std::uint8_t>(offset).value_or(0xbd);
}

} // namespace

class TestSparseMapping : public QObject
{
    Q_OBJECT

private slots:
    void allocatesAndUnmapsAtTheEnds_data();
    void allocatesAndUnmapsAtTheEnds();
    void alignsByWhatIsAskedAndBySize_data();
    void alignsByWhatIsAskedAndBySize();
    void refusesBadReservations_data();
    void refusesBadReservations();
    void refusesBadRanges_data();
    void refusesBadRanges();
    void laterPiecesReplaceEarlierOnes();
    void neighboursOfOneKindAreOnePiece();
    void zeroPagesCannotBeWrittenUntilAllowed();
    void protectionNeedsSomethingMapped();
    void decommittedMemoryIsZero();
    void commitMayBeRepeated();
    void decommitRefusesBytesOfAFile();
    void hugePageAdviceChangesNoContents_data();
    void hugePageAdviceChangesNoContents();
    void bindsToNumaNodes();
    void mapsFilesReadOnlyAndWritable();
    void oneObjectAtSeveralPlaces();
    void aFileThatBecameShorterIsAnErrorNotACrash();
    void typedAccessOfEverySize();
    void bulkAccessStopsAtTheFirstMissingPage();
    void accessOutOfBoundsIsRefused();
    void exchangesCompareAndReport();
    void slicesStayInBounds();
    void aTerabyteCostsNothing();
    void threadsAccessWhileOthersMap();
    void bitmapsTestRuns();
};

void TestSparseMapping::allocatesAndUnmapsAtTheEnds_data()
{
    QTest::addColumn<quint64>("size");
    QTest::newRow("1 MiB") << quint64 { kMiB };
    QTest::newRow("2 MiB") << quint64 { 2 * kMiB };
    QTest::newRow("2 MiB and a page") << quint64 { 2 * kMiB + page() };
    QTest::newRow("1 GiB") << quint64 { kGiB };
    QTest::newRow("1 GiB and a page") << quint64 { kGiB + page() };
}

void TestSparseMapping::allocatesAndUnmapsAtTheEnds()
{
    QFETCH(quint64, size);
    const auto mapping = mappingOf(size);
    QVERIFY(mapping);
    QVERIFY(mapping->size() >= size);
    for (const std::uint64_t offset : { page(), mapping->size() - page() }) {
        QVERIFY(!mapping->read<std::uint8_t>(offset));
        QCOMPARE(textOf(mapping->alloc(offset, page())), "no error"_ba);
        QCOMPARE(byteAt(*mapping, offset), std::uint8_t { 0 });
        QVERIFY(mapping->write(offset + page() - 1, std::uint8_t { 7 }).has_value());
        QCOMPARE(byteAt(*mapping, offset + page() - 1), std::uint8_t { 7 });
        QVERIFY(!mapping->read<std::uint8_t>(offset - 1));
        QCOMPARE(textOf(mapping->unmap(offset, page())), "no error"_ba);
        QCOMPARE(mapping->read<std::uint8_t>(offset).error().kind, MappingFault::Kind::NotMapped);
        QVERIFY(mapping->pieces().empty());
    }
}

void TestSparseMapping::alignsByWhatIsAskedAndBySize_data()
{
    QTest::addColumn<quint64>("size");
    QTest::addColumn<quint64>("minimum");
    QTest::addColumn<quint64>("alignment");
    const auto row = [](const char* name, quint64 size, quint64 minimum, quint64 alignment) {
        QTest::newRow(name) << size << minimum << alignment;
    };
    row("a page", 4096, 1, page());
    row("one byte", 1, 1, page());
    row("64 KiB asked", 4096, 64 * kKiB, std::max(64 * kKiB, page()));
    row("2 MiB asked", kMiB, 2 * kMiB, 2 * kMiB);
    row("just below 2 MiB", 2 * kMiB - 1, 1, page());
    row("2 MiB", 2 * kMiB, 1, 2 * kMiB);
    row("2 MiB and a byte", 2 * kMiB + 1, 4096, 2 * kMiB);
    row("just below 1 GiB", kGiB - 1, 1, 2 * kMiB);
    row("1 GiB", kGiB, 1, kGiB);
    row("1 GiB and a page", kGiB + 4096, 1, kGiB);
    row("4 GiB asked of 1 MiB", kMiB, 4 * kGiB, 4 * kGiB);
}

void TestSparseMapping::alignsByWhatIsAskedAndBySize()
{
    QFETCH(quint64, size);
    QFETCH(quint64, minimum);
    QFETCH(quint64, alignment);
    const auto made = SparseMapping::create(size, minimum);
    QVERIFY2(made.has_value(), made ? "" : made.error().text().c_str());
    QCOMPARE((*made)->alignment(), alignment);
    QCOMPARE(reinterpret_cast<std::uintptr_t>((*made)->base()) % alignment, std::uintptr_t { 0 });
    QCOMPARE((*made)->size(), (size + alignment - 1) / alignment * alignment);
}

void TestSparseMapping::refusesBadReservations_data()
{
    QTest::addColumn<quint64>("size");
    QTest::addColumn<quint64>("minimum");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, quint64 size, quint64 minimum, const char* text) {
        QTest::newRow(name) << size << minimum << QByteArray(text);
    };
    row("nothing", 0, 1, "The length must be greater than 0.");
    row("no alignment", kMiB, 0, "The alignment must be a power of two; it is 0x0.");
    row("three pages of alignment", kMiB, 0x3000, "The alignment must be a power of two; it is 0x3000.");
    row("rounds beyond the end", ~quint64 { 0 }, 1, "The length 0xffffffffffffffff is too large.");
    row("half of everything", quint64 { 1 } << 63, 1, "The length 0x8000000000000000 is too large.");
    row("more than a host has", quint64 { 1 } << 62, 1, "could not be reserved");
}

void TestSparseMapping::refusesBadReservations()
{
    QFETCH(quint64, size);
    QFETCH(quint64, minimum);
    QFETCH(QByteArray, text);
    const auto made = SparseMapping::create(size, minimum);
    QVERIFY(!made.has_value());
    QVERIFY2(QByteArray::fromStdString(made.error().text()).contains(text), made.error().text().c_str());
}

void TestSparseMapping::refusesBadRanges_data()
{
    QTest::addColumn<quint64>("offset");
    QTest::addColumn<quint64>("length");
    QTest::addColumn<bool>("emptyOnly");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, quint64 offset, quint64 length, bool emptyOnly, const char* text) {
        QTest::newRow(name) << offset << length << emptyOnly << QByteArray(text);
    };
    row("offset inside a page", 1, page(), false, "is not whole pages");
    row("length of a part", 0, page() + 1, false, "is not whole pages");
    row("behind the end", kMiB, page(), false, "is not within the mapping");
    row("over the end", kMiB - page(), 2 * page(), false, "is not within the mapping");
    row("wraps around", page(), 0 - page(), false, "is not within the mapping");
    row("nothing", 0, 0, true, "is empty");
    row("nothing at the end", kMiB, 0, true, "is empty");
}

void TestSparseMapping::refusesBadRanges()
{
    QFETCH(quint64, offset);
    QFETCH(quint64, length);
    QFETCH(bool, emptyOnly);
    QFETCH(QByteArray, text);
    const auto mapping = mappingOf(kMiB);
    QVERIFY(mapping);
    const auto shared = makeSharedMemory(kMiB, "test");
    QVERIFY(shared.has_value());
    QVERIFY(mapping->alloc(0, 4 * page()).has_value());
    const QByteArray before = piecesOf(*mapping);
    const QByteArray bitsBefore = bitsOf(*mapping, 8);
    for (const Result<void>& refused :
        { mapping->alloc(offset, length), mapping->mapZero(offset, length), mapping->unmap(offset, length),
            mapping->mapFile(offset, length, *shared, 0, true), mapping->bindToNode(offset, length, 0) }) {
        QVERIFY2(textOf(refused).contains(text), textOf(refused).constData());
    }
    for (const Result<void>& refused :
        { mapping->setWritable(offset, length, true), mapping->decommit(offset, length),
            mapping->commit(offset, length), mapping->adviseHugePages(offset, length) }) {
        QVERIFY2(
            emptyOnly ? refused.has_value() : textOf(refused).contains(text), textOf(refused).constData());
    }
    QCOMPARE(piecesOf(*mapping), before);
    QCOMPARE(bitsOf(*mapping, 8), bitsBefore);
}

void TestSparseMapping::laterPiecesReplaceEarlierOnes()
{
    const auto mapping = mappingOf(16 * page());
    QVERIFY(mapping);
    const auto shared = makeSharedMemory(16 * page(), "test");
    QVERIFY(shared.has_value());
    QVERIFY(mapping->alloc(0, 8 * page()).has_value());
    QVERIFY(mapping->fillAt(0, 8 * page(), std::byte { 0x11 }).has_value());
    // Over the middle, over both ends, over everything, and into each other.
    QVERIFY(mapping->mapFile(2 * page(), 2 * page(), *shared, 4 * page(), true).has_value());
    QCOMPARE(piecesOf(*mapping), "0+2 memory rw, 2+2 file rw @4, 4+4 memory rw"_ba);
    QCOMPARE(byteAt(*mapping, 2 * page() - 1), std::uint8_t { 0x11 });
    QCOMPARE(byteAt(*mapping, 2 * page()), std::uint8_t { 0 });
    QCOMPARE(byteAt(*mapping, 4 * page()), std::uint8_t { 0x11 });
    QVERIFY(mapping->unmap(3 * page(), 2 * page()).has_value());
    QCOMPARE(piecesOf(*mapping), "0+2 memory rw, 2+1 file rw @4, 5+3 memory rw"_ba);
    QCOMPARE(bitsOf(*mapping, 9), "www..www."_ba);
    QVERIFY(mapping->mapZero(page(), 5 * page()).has_value());
    QCOMPARE(piecesOf(*mapping), "0+1 memory rw, 1+5 zero r, 6+2 memory rw"_ba);
    QCOMPARE(bitsOf(*mapping, 9), "wrrrrrww."_ba);
    QVERIFY(mapping->mapFile(7 * page(), 4 * page(), *shared, 0, false).has_value());
    QVERIFY(mapping->mapFile(8 * page(), page(), *shared, 9 * page(), false).has_value());
    QCOMPARE(piecesOf(*mapping),
        "0+1 memory rw, 1+5 zero r, 6+1 memory rw, 7+1 file r @0, 8+1 file r @9, 9+2 file r @2"_ba);
    QVERIFY(mapping->alloc(0, 16 * page()).has_value());
    QCOMPARE(piecesOf(*mapping), "0+16 memory rw"_ba);
    QCOMPARE(byteAt(*mapping, 0), std::uint8_t { 0 });
    QVERIFY(mapping->unmap(15 * page(), page()).has_value());
    QVERIFY(mapping->unmap(0, page()).has_value());
    QVERIFY(mapping->unmap(0, 16 * page()).has_value());
    QVERIFY(mapping->unmap(0, 16 * page()).has_value());
    QVERIFY(mapping->pieces().empty());
    QCOMPARE(bitsOf(*mapping, 16), QByteArray(16, '.'));
}

void TestSparseMapping::neighboursOfOneKindAreOnePiece()
{
    const auto mapping = mappingOf(16 * page());
    QVERIFY(mapping);
    const auto shared = makeSharedMemory(16 * page(), "test");
    QVERIFY(mapping->alloc(0, page()).has_value());
    QVERIFY(mapping->alloc(2 * page(), page()).has_value());
    QVERIFY(mapping->alloc(page(), page()).has_value());
    QCOMPARE(piecesOf(*mapping), "0+3 memory rw"_ba);
    QVERIFY(mapping->mapFile(3 * page(), page(), *shared, 0, false).has_value());
    QVERIFY(mapping->mapFile(4 * page(), page(), *shared, page(), false).has_value());
    QVERIFY(mapping->mapFile(5 * page(), page(), *shared, page(), false).has_value());
    QCOMPARE(piecesOf(*mapping), "0+3 memory rw, 3+2 file r @0, 5+1 file r @1"_ba);
}

void TestSparseMapping::zeroPagesCannotBeWrittenUntilAllowed()
{
    const auto mapping = mappingOf(16 * page());
    QVERIFY(mapping);
    QVERIFY(mapping->mapZero(0, 4 * page()).has_value());
    QCOMPARE(byteAt(*mapping, page()), std::uint8_t { 0 });
    const auto refused = mapping->write(page() + 8, std::uint32_t { 1 });
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error(), (MappingFault { MappingFault::Kind::NotMapped, true, page() + 8, {} }));
    QCOMPARE(QByteArray::fromStdString(refused.error().text()).left(29), "nothing writable is mapped at"_ba);
    // Past the bitmap, the host refuses as well.
    QVERIFY(!tryStore<1>(mapping->base() + page(), 1).ok());
    QVERIFY(mapping->setWritable(page(), page(), true).has_value());
    QCOMPARE(bitsOf(*mapping, 5), "rwrr."_ba);
    QVERIFY(mapping->write(page() + 8, std::uint32_t { 1 }).has_value());
    QVERIFY(mapping->setWritable(0, 4 * page(), false).has_value());
    QCOMPARE(bitsOf(*mapping, 5), "rrrr."_ba);
    QVERIFY(!mapping->write(page() + 8, std::uint32_t { 2 }).has_value());
    QVERIFY(!tryStore<1>(mapping->base() + page(), 1).ok());
    QCOMPARE(mapping->read<std::uint32_t>(page() + 8).value_or(9), 1U);
}

void TestSparseMapping::protectionNeedsSomethingMapped()
{
    const auto mapping = mappingOf(16 * page());
    QVERIFY(mapping);
    QVERIFY(mapping->alloc(0, page()).has_value());
    QVERIFY(mapping->alloc(2 * page(), page()).has_value());
    const QByteArray text = textOf(mapping->setWritable(0, 3 * page(), false));
    QVERIFY2(text.startsWith("Nothing is mapped at"), text.constData());
    QCOMPARE(bitsOf(*mapping, 4), "w.w."_ba);
    QVERIFY(!mapping->setWritable(page(), page(), true).has_value());
    QVERIFY(!mapping->setWritable(2 * page(), 2 * page(), true).has_value());
}

void TestSparseMapping::decommittedMemoryIsZero()
{
    const auto mapping = mappingOf(16 * page());
    QVERIFY(mapping);
    const auto shared = makeSharedMemory(4 * page(), "test");
    QVERIFY(mapping->alloc(0, 4 * page()).has_value());
    QVERIFY(mapping->mapFile(4 * page(), 4 * page(), *shared, 0, true).has_value());
    QVERIFY(mapping->fillAt(0, 8 * page(), std::byte { 0x22 }).has_value());
    QCOMPARE(textOf(mapping->decommit(page(), page())), "no error"_ba);
    QCOMPARE(textOf(mapping->decommit(5 * page(), page())), "no error"_ba);
    QCOMPARE(textOf(mapping->commit(page(), page())), "no error"_ba);
    for (const std::uint64_t i : { 0, 1, 2, 3, 4, 5, 6, 7 }) {
        const std::uint8_t expected = i == 1 || i == 5 ? 0 : 0x22;
        QCOMPARE(byteAt(*mapping, i * page()), expected);
        QCOMPARE(byteAt(*mapping, (i + 1) * page() - 1), expected);
    }
    // Where nothing is, nothing happens.
    QVERIFY(mapping->decommit(8 * page(), 4 * page()).has_value());
    QVERIFY(!mapping->read<std::uint8_t>(8 * page()).has_value());
}

void TestSparseMapping::commitMayBeRepeated()
{
    const auto mapping = mappingOf(16 * page());
    QVERIFY(mapping);
    QVERIFY(mapping->alloc(0, 2 * page()).has_value());
    QVERIFY(mapping->write(0, std::uint64_t { 5 }).has_value());
    QVERIFY(mapping->decommit(page(), page()).has_value());
    for (int i = 0; i < 2; ++i) {
        QVERIFY(mapping->commit(0, 2 * page()).has_value());
        QCOMPARE(mapping->read<std::uint64_t>(0).value_or(0), std::uint64_t { 5 });
        QCOMPARE(mapping->read<std::uint64_t>(page()).value_or(1), std::uint64_t { 0 });
    }
}

void TestSparseMapping::decommitRefusesBytesOfAFile()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(static_cast<qint64>(4 * page())));
    file.close();
    const auto opened = HostFile::open(file.fileName().toStdString(), true);
    QVERIFY(opened.has_value());
    const auto mapping = mappingOf(16 * page());
    QVERIFY(mapping);
    QVERIFY(mapping->mapFile(0, 4 * page(), *opened, 0, true).has_value());
    const Result<void> refused = mapping->decommit(0, page());
    QVERIFY(!refused.has_value());
    QCOMPARE(QString::fromStdString(refused.error().where), file.fileName());
}

void TestSparseMapping::hugePageAdviceChangesNoContents_data()
{
    QTest::addColumn<bool>("shared");
    QTest::newRow("private memory") << false;
    QTest::newRow("a memory object") << true;
}

void TestSparseMapping::hugePageAdviceChangesNoContents()
{
    QFETCH(bool, shared);
    const auto mapping = mappingOf(8 * kMiB);
    QVERIFY(mapping);
    if (shared) {
        const auto object = makeSharedMemory(4 * kMiB, "test");
        QVERIFY(mapping->mapFile(2 * kMiB, 4 * kMiB, *object, 0, true).has_value());
    } else {
        QVERIFY(mapping->alloc(2 * kMiB, 4 * kMiB).has_value());
    }
    QCOMPARE(textOf(mapping->adviseHugePages(2 * kMiB, 4 * kMiB)), "no error"_ba);
    QVERIFY(mapping->fillAt(2 * kMiB, 4 * kMiB, std::byte { 0x33 }).has_value());
    QCOMPARE(byteAt(*mapping, 6 * kMiB - 1), std::uint8_t { 0x33 });
    QCOMPARE(textOf(mapping->decommit(4 * kMiB, 2 * kMiB)), "no error"_ba);
    QCOMPARE(textOf(mapping->commit(4 * kMiB, 2 * kMiB)), "no error"_ba);
    QCOMPARE(byteAt(*mapping, 4 * kMiB - 1), std::uint8_t { 0x33 });
    QCOMPARE(byteAt(*mapping, 4 * kMiB), std::uint8_t { 0 });
    QCOMPARE(byteAt(*mapping, 6 * kMiB - 1), std::uint8_t { 0 });
}

void TestSparseMapping::bindsToNumaNodes()
{
    const auto mapping = mappingOf(kMiB);
    QVERIFY(mapping);
    QVERIFY(mapping->alloc(0, kMiB).has_value());
    QVERIFY(mapping->setName(0, kMiB, "guest memory").has_value());
    QCOMPARE(textOf(mapping->bindToNode(0, kMiB, 99999)),
        "There is no NUMA node 99999: the highest number is 65535."_ba);
    const Result<void> bound = mapping->bindToNode(0, kMiB, 0);
    if (!bound)
        QSKIP(textOf(bound).constData());
    QVERIFY(mapping->write(0, std::uint64_t { 1 }).has_value());
    QVERIFY(!mapping->bindToNode(0, kMiB, 65535).has_value());
}

void TestSparseMapping::mapsFilesReadOnlyAndWritable()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QByteArray content(static_cast<qsizetype>(2 * page()), 'a');
    content[static_cast<qsizetype>(page())] = 'b';
    file.write(content);
    file.close();
    const auto mapping = mappingOf(16 * page());
    QVERIFY(mapping);
    const auto readOnly = HostFile::open(file.fileName().toStdString());
    QVERIFY(readOnly.has_value());
    QCOMPARE(readOnly->size().value_or(0), 2 * page());
    QVERIFY(mapping->mapFile(0, page(), *readOnly, page(), false).has_value());
    QCOMPARE(byteAt(*mapping, 0), std::uint8_t { 'b' });
    QVERIFY(!mapping->write(0, std::uint8_t { 0 }).has_value());
    for (const Result<void>& refused :
        { mapping->mapFile(0, page(), *readOnly, 0, true), mapping->setWritable(0, page(), true) }) {
        QVERIFY(!refused.has_value());
        QCOMPARE(QString::fromStdString(refused.error().where), file.fileName());
    }
    QVERIFY(!mapping->mapFile(0, page(), *readOnly, 1, false).has_value());
    QVERIFY(!mapping->mapFile(0, page(), *readOnly, (std::uint64_t { 1 } << 63) - page(), false).has_value());
    QVERIFY(!mapping->mapFile(0, page(), HostFile(), 0, false).has_value());
    QCOMPARE(piecesOf(*mapping), "0+1 file r @1"_ba);

    const auto writable = HostFile::open(file.fileName().toStdString(), true);
    QVERIFY(writable.has_value());
    QVERIFY(mapping->mapFile(4 * page(), 2 * page(), *writable, 0, true).has_value());
    QVERIFY(mapping->write(5 * page(), std::uint8_t { 'c' }).has_value());
    QCOMPARE(byteAt(*mapping, 0), std::uint8_t { 'c' });
    QVERIFY(mapping->unmap(0, 16 * page()).has_value());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().at(static_cast<qsizetype>(page())), 'c');
}

void TestSparseMapping::oneObjectAtSeveralPlaces()
{
    const auto shared = makeSharedMemory(2 * page(), "rom");
    QVERIFY(shared.has_value());
    QVERIFY(shared->anonymous());
    QCOMPARE(shared->name(), std::string("rom"));
    const auto mapping = mappingOf(16 * page());
    const auto other = mappingOf(16 * page());
    QVERIFY(mapping && other);
    QVERIFY(mapping->mapFile(0, 2 * page(), *shared, 0, true).has_value());
    QVERIFY(mapping->mapFile(8 * page(), page(), *shared, page(), false).has_value());
    QVERIFY(other->mapFile(0, page(), *shared, page(), false).has_value());
    QVERIFY(mapping->write(page() + 4, std::uint32_t { 0x12345678 }).has_value());
    QCOMPARE(mapping->read<std::uint32_t>(8 * page() + 4).value_or(0), 0x12345678U);
    QCOMPARE(other->read<std::uint32_t>(4).value_or(0), 0x12345678U);
}

void TestSparseMapping::aFileThatBecameShorterIsAnErrorNotACrash()
{
#if defined(Q_OS_WIN)
    QSKIP("Windows does not let a mapped file become shorter.");
#endif
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(static_cast<qint64>(4 * page())));
    const auto opened = HostFile::open(file.fileName().toStdString(), true);
    const auto mapping = mappingOf(16 * page());
    QVERIFY(mapping && opened);
    QVERIFY(mapping->mapFile(0, 4 * page(), *opened, 0, true).has_value());
    std::vector<std::byte> buffer(4 * page());
    QVERIFY(mapping->readAt(0, buffer).has_value());
    QVERIFY(file.resize(static_cast<qint64>(page())));
    const auto failed = mapping->readAt(8, std::span(buffer).first(3 * page()));
    QVERIFY(!failed.has_value());
    QCOMPARE(failed.error().kind, MappingFault::Kind::Host);
    QCOMPARE(failed.error().offset, page());
    QCOMPARE(failed.error().host.offset, page() - 8);
    QVERIFY2(failed.error().text().find("SIGBUS") != std::string::npos, failed.error().text().c_str());
    QVERIFY(mapping->readAt(8, std::span(buffer).first(page() - 8)).has_value());
    QVERIFY(!mapping->write(2 * page() + 5, std::uint16_t { 1 }).has_value());
    QCOMPARE(mapping->fillAt(0, 4 * page(), std::byte { 1 }).error().offset, page());
    QVERIFY(mapping->writeAt(3 * page(), std::span(buffer).first(1)).error().write);
    std::uint64_t expected = 0;
    QVERIFY(!mapping->compareExchange<std::uint64_t>(2 * page(), expected, 1).has_value());
    QVERIFY(file.resize(static_cast<qint64>(4 * page())));
    QVERIFY(mapping->readAt(0, buffer).has_value());
}

void TestSparseMapping::typedAccessOfEverySize()
{
    struct Odd {
        std::array<std::uint8_t, 13> bytes;
        bool operator==(const Odd&) const = default;
    };
    const auto mapping = mappingOf(16 * page());
    QVERIFY(mapping);
    QVERIFY(mapping->alloc(0, 2 * page()).has_value());
    const auto check = [&](std::uint64_t offset, auto value) {
        return mapping->write(offset, value).has_value()
            && mapping->read<decltype(value)>(offset).value_or(decltype(value) {}) == value;
    };
    for (const std::uint64_t offset :
        { std::uint64_t { 0 }, std::uint64_t { 3 }, page() - 1, 2 * page() - 16 }) {
        QVERIFY(check(offset, std::uint8_t { 0x81 }));
        QVERIFY(check(offset, std::int16_t { -2 }));
        QVERIFY(check(offset, 0x12345678U));
        QVERIFY(check(offset, 3.25));
        QVERIFY(check(offset, U128 { 1, 2 }));
        QVERIFY(check(offset, Odd { { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 } }));
    }
    QCOMPARE(mapping->read<U128>(2 * page() - 15).error().offset, 2 * page());
    QCOMPARE(mapping->read<std::uint32_t>(2 * page() - 1).error().offset, 2 * page());
    QCOMPARE(mapping->write(2 * page() - 12, Odd {}).error().offset, 2 * page());
}

void TestSparseMapping::bulkAccessStopsAtTheFirstMissingPage()
{
    const auto mapping = mappingOf(64 * page());
    QVERIFY(mapping);
    QVERIFY(mapping->alloc(0, 8 * page()).has_value());
    QVERIFY(mapping->unmap(3 * page(), page()).has_value());
    std::vector<std::byte> buffer(16 * page());
    for (const std::uint64_t start : { std::uint64_t { 0 }, std::uint64_t { 100 }, 3 * page() - 1 }) {
        const auto read = mapping->readAt(start, std::span(buffer).first(5 * page()));
        QCOMPARE(read.error(), (MappingFault { MappingFault::Kind::NotMapped, false, 3 * page(), {} }));
        const auto written = mapping->writeAt(start, std::span(buffer).first(5 * page()));
        QCOMPARE(written.error(), (MappingFault { MappingFault::Kind::NotMapped, true, 3 * page(), {} }));
        QCOMPARE(mapping->fillAt(start, 5 * page(), std::byte { 1 }).error().offset, 3 * page());
    }
    QCOMPARE(mapping->readAt(3 * page() + 7, std::span(buffer).first(page())).error().offset, 3 * page() + 7);
    QCOMPARE(mapping->readAt(4 * page(), buffer).error().offset, 8 * page());
    QVERIFY(mapping->readAt(4 * page(), std::span(buffer).first(4 * page())).has_value());
    // Nothing was written by what was refused.
    QCOMPARE(byteAt(*mapping, 0), std::uint8_t { 0 });
    // An access of nothing looks at nothing.
    QVERIFY(mapping->readAt(3 * page(), {}).has_value());
    QVERIFY(mapping->writeAt(mapping->size(), {}).has_value());
    QVERIFY(mapping->fillAt(3 * page() + 1, 0, std::byte {}).has_value());
}

void TestSparseMapping::accessOutOfBoundsIsRefused()
{
    const auto mapping = mappingOf(4 * page());
    QVERIFY(mapping);
    QVERIFY(mapping->alloc(0, 4 * page()).has_value());
    std::array<std::byte, 8> buffer {};
    const std::uint64_t end = 4 * page();
    const auto outOf = [](const auto& result) {
        return !result.has_value() && result.error().kind == MappingFault::Kind::OutOfBounds;
    };
    QVERIFY(mapping->readAt(end - 8, buffer).has_value());
    QVERIFY(outOf(mapping->readAt(end - 7, buffer)));
    QVERIFY(outOf(mapping->readAt(end, buffer)));
    QVERIFY(outOf(mapping->writeAt(~std::uint64_t { 0 }, buffer)));
    QVERIFY(outOf(mapping->writeAt(~std::uint64_t { 0 } - 7, buffer)));
    QVERIFY(outOf(mapping->readAt(end + 1, {})));
    QVERIFY(outOf(mapping->fillAt(1, end, std::byte {})));
    QVERIFY(outOf(mapping->fillAt(0, ~std::uint64_t { 0 }, std::byte {})));
    QVERIFY(outOf(mapping->read<std::uint64_t>(end - 4)));
    QVERIFY(outOf(mapping->write(~std::uint64_t { 0 }, std::uint8_t { 1 })));
    QCOMPARE(QByteArray::fromStdString(mapping->read<std::uint8_t>(0x123456789).error().text()),
        "the access at 0x123456789 is out of bounds"_ba);
}

void TestSparseMapping::exchangesCompareAndReport()
{
    const auto mapping = mappingOf(4 * page());
    QVERIFY(mapping);
    QVERIFY(mapping->alloc(0, page()).has_value());
    std::uint16_t expected = 1;
    QCOMPARE(mapping->compareExchange<std::uint16_t>(2, expected, 5).value_or(true), false);
    QCOMPARE(expected, std::uint16_t { 0 });
    QCOMPARE(mapping->compareExchange<std::uint16_t>(2, expected, 5).value_or(false), true);
    QCOMPARE(mapping->read<std::uint32_t>(0).value_or(0), 0x50000U);
    U128 wide {};
    QCOMPARE(mapping->compareExchange(16, wide, { 3, 4 }).value_or(false), true);
    QCOMPARE(mapping->compareExchange(16, wide, { 5, 6 }).value_or(true), false);
    QCOMPARE(wide, (U128 { 3, 4 }));
    QVERIFY(!mapping->compareExchange(page(), wide, {}).has_value());
    QVERIFY(!mapping->compareExchange(4 * page(), wide, {}).has_value());
    QVERIFY(!mapping->compareExchange<std::uint16_t>(page(), expected, 5).has_value());
}

void TestSparseMapping::slicesStayInBounds()
{
    const auto mapping = mappingOf(4 * page());
    QVERIFY(mapping);
    QVERIFY(mapping->alloc(page(), page()).has_value());
    const auto slice = mapping->slice(page() + 4, 8);
    QVERIFY(slice.has_value());
    (*slice)[0] = std::byte { 9 };
    QCOMPARE(byteAt(*mapping, page() + 4), std::uint8_t { 9 });
    QVERIFY(mapping->slice(4 * page(), 0).has_value());
    QVERIFY(!mapping->slice(4 * page(), 1).has_value());
    QVERIFY(!mapping->slice(1, ~std::uint64_t { 0 }).has_value());
}

namespace {

/// Bytes of this process in memory; 0 where the host does not say.
qint64 resident()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * static_cast<qint64>(page());
}

} // namespace

void TestSparseMapping::aTerabyteCostsNothing()
{
    constexpr std::uint64_t kSize = 1024 * kGiB;
    const qint64 before = resident();
    const auto mapping = mappingOf(kSize);
    if (!mapping)
        QSKIP("This host has no terabyte of address space for a process.");
    const Result<void> allocated = mapping->alloc(0, kSize);
    if (!allocated)
        QSKIP("This host does not promise more memory than it has.");
    for (std::uint64_t offset = 0; offset < kSize; offset += 64 * kGiB) {
        QVERIFY(mapping->write(offset + 5 * page(), offset).has_value());
        QCOMPARE(mapping->read<std::uint64_t>(offset + 5 * page()).value_or(1), offset);
    }
    QVERIFY(mapping->unmap(512 * kGiB, page()).has_value());
    QVERIFY(!mapping->read<std::uint8_t>(512 * kGiB).has_value());
    QVERIFY(mapping->read<std::uint8_t>(512 * kGiB + page()).has_value());
    QVERIFY2(resident() - before < static_cast<qint64>(8 * kMiB),
        qPrintable(QString::number(resident() - before)));
    QVERIFY(mapping->unmap(0, kSize).has_value());
}

void TestSparseMapping::threadsAccessWhileOthersMap()
{
    const auto mapping = mappingOf(64 * page());
    QVERIFY(mapping);
    std::atomic<bool> stop = false;
    std::atomic<std::size_t> wrong = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 3; ++i) {
        threads.emplace_back([&, i] {
            std::vector<std::byte> buffer(8 * page());
            for (std::uint64_t turn = 0; !stop.load(std::memory_order_relaxed); ++turn) {
                const std::uint64_t offset = (turn * 5 + static_cast<std::uint64_t>(i)) % 56 * page();
                // Each word is either what somebody wrote or zero; a failure names a byte of the range.
                if (i == 0) {
                    const auto value = mapping->read<std::uint64_t>(offset + 16);
                    wrong += value && *value != 0 && *value != ~std::uint64_t { 0 } ? 1 : 0;
                } else if (i == 1) {
                    (void)mapping->write(offset + 16, ~std::uint64_t { 0 });
                } else {
                    const auto read = mapping->readAt(offset, buffer);
                    if (!read)
                        wrong += read.error().offset < offset || read.error().offset >= offset + 8 * page()
                            ? 1
                            : 0;
                }
            }
        });
    }
    for (std::uint64_t turn = 0; turn < 4000; ++turn) {
        const std::uint64_t offset = turn * 7 % 60 * page();
        if (turn % 3 == 0)
            QVERIFY(mapping->unmap(offset, 4 * page()).has_value());
        else if (turn % 7 == 0)
            QVERIFY(mapping->mapZero(offset, 3 * page()).has_value());
        else
            QVERIFY(mapping->alloc(offset, 4 * page()).has_value());
    }
    stop = true;
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(wrong.load(), std::size_t { 0 });
}

void TestSparseMapping::bitmapsTestRuns()
{
    // Long runs replace whole pages of the bitmap; the seams must be right.
    const std::uint64_t perPage = page() * 8;
    auto made = PageBitmap::create(5 * perPage);
    QVERIFY(made.has_value());
    PageBitmap bitmap = *std::move(made);
    const auto check = [&](std::uint64_t first, std::uint64_t count) {
        for (const std::uint64_t at :
            { first - 2, first - 1, first, first + count - 1, first + count, first + count + 1 }) {
            if (at < bitmap.pages() && bitmap.test(at) != (at >= first && at < first + count))
                return false;
        }
        const std::uint64_t offset = first * 4096;
        const std::uint64_t length = count * 4096;
        return bitmap.covers(offset, length) && bitmap.firstClear(offset, length + 1) == offset + length
            && bitmap.firstClear(offset + 5, length) == offset + length
            && (first == 0 || bitmap.firstClear(offset - 1, 2) == offset - 1);
    };
    for (const auto& [first, count] : std::initializer_list<std::pair<std::uint64_t, std::uint64_t>> {
             { 3, 1 }, { 3, 61 }, { 60, 9 }, { 0, perPage }, { 1, perPage }, { perPage - 1, perPage + 2 },
             { 5, 3 * perPage }, { perPage, 2 * perPage }, { 63, 64 }, { 64, 128 }, { 0, 4 * perPage } }) {
        bitmap.assign(first, count, true);
        QVERIFY2(check(first, count), qPrintable(QString::number(first) + u'+' + QString::number(count)));
        bitmap.assign(first, count, false);
        for (std::uint64_t word = 0; word < bitmap.pages() / 64; ++word)
            QCOMPARE(bitmap.words()[word].load(), std::uint64_t { 0 });
    }
    // A hole in a long run.
    bitmap.assign(0, 5 * perPage, true);
    bitmap.assign(2 * perPage + 17, 1, false);
    QCOMPARE(bitmap.firstClear(0, 5 * perPage * 4096), (2 * perPage + 17) * 4096);
    QVERIFY(bitmap.covers(0, (2 * perPage + 17) * 4096));
    QVERIFY(bitmap.covers((2 * perPage + 18) * 4096, (3 * perPage - 18) * 4096));
    // The end of a run that a system call set is shared by other bitmaps: they do not see the hole.
    auto other = PageBitmap::create(5 * perPage);
    QVERIFY(other.has_value());
    other->assign(0, 5 * perPage, true);
    QVERIFY(other->covers(0, 5 * perPage * 4096));
}

QTEST_GUILESS_MAIN(TestSparseMapping)
#include "tst_sparsemapping.moc"
