// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/memory/filemapping.h"
#include "core/memory/sharedmemory.h"
#include "core/memory/trycopy.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace fscope;
using namespace fscope::memory;

namespace {

QByteArray contentOf(const FileMapping& mapping)
{
    return { reinterpret_cast<const char*>(mapping.bytes().data()), static_cast<qsizetype>(mapping.size()) };
}

} // namespace

class TestFileMapping : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void mapsTheWholeOrAPart_data();
    void mapsTheWholeOrAPart();
    void anEmptyFileHasNoBytes();
    void movesWithItsBytes();
    void errorsNameTheFile_data();
    void errorsNameTheFile();
    void aFileThatBecameShorterIsAFault();
    void memoryObjectsCanBeMapped();
    void refusesBadMemoryObjects_data();
    void refusesBadMemoryObjects();

private:
    QTemporaryDir m_folder;
    QString m_path;
    QByteArray m_content;
};

void TestFileMapping::initTestCase()
{
    m_path = m_folder.filePath(u"content"_s);
    for (int i = 0; i < 40000; ++i)
        m_content += static_cast<char>(i * 7 + i / 256);
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(m_content) == m_content.size());
}

void TestFileMapping::mapsTheWholeOrAPart_data()
{
    QTest::addColumn<quint64>("offset");
    QTest::addColumn<qint64>("size");
    QTest::newRow("whole") << quint64 { 0 } << qint64 { -1 };
    QTest::newRow("from a page on") << quint64 { 4096 } << qint64 { -1 };
    QTest::newRow("from inside a page on") << quint64 { 4097 } << qint64 { -1 };
    QTest::newRow("a part over pages") << quint64 { 5000 } << qint64 { 20000 };
    QTest::newRow("one byte") << quint64 { 39999 } << qint64 { 1 };
    QTest::newRow("nothing") << quint64 { 100 } << qint64 { 0 };
    QTest::newRow("nothing at the end") << quint64 { 40000 } << qint64 { 0 };
}

void TestFileMapping::mapsTheWholeOrAPart()
{
    QFETCH(quint64, offset);
    QFETCH(qint64, size);
    const std::optional<std::uint64_t> wanted
        = size < 0 ? std::nullopt : std::optional(static_cast<std::uint64_t>(size));
    const auto mapping = FileMapping::open(m_path.toStdString(), offset, wanted);
    QVERIFY2(mapping.has_value(), mapping ? "" : mapping.error().text().c_str());
    QVERIFY(
        contentOf(*mapping) == m_content.mid(static_cast<qsizetype>(offset), static_cast<qsizetype>(size)));
    QCOMPARE(QString::fromStdString(mapping->file().name()), m_path);
}

void TestFileMapping::anEmptyFileHasNoBytes()
{
    QFile file(m_folder.filePath(u"empty"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const auto mapping = FileMapping::open(file.fileName().toStdString());
    QVERIFY(mapping.has_value());
    QCOMPARE(mapping->size(), std::size_t { 0 });
}

void TestFileMapping::movesWithItsBytes()
{
    auto opened = FileMapping::open(m_path.toStdString());
    QVERIFY(opened.has_value());
    const std::byte* const at = opened->bytes().data();
    FileMapping first = *std::move(opened);
    FileMapping second;
    second = std::move(first);
    QCOMPARE(second.bytes().data(), at);
    QVERIFY(contentOf(second) == m_content);
}

void TestFileMapping::errorsNameTheFile_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<quint64>("offset");
    QTest::addColumn<quint64>("size");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no such file") << m_folder.filePath(u"missing"_s) << quint64 { 0 } << quint64 { 1 }
                                  << "cannot be opened"_ba;
    QTest::newRow("a folder") << m_folder.path() << quint64 { 0 } << quint64 { 1 } << QByteArray();
    QTest::newRow("a device") << u"/dev/null"_s << quint64 { 0 } << quint64 { 1 } << QByteArray();
    QTest::newRow("beyond the end") << m_path << quint64 { 40001 } << quint64 { 0 }
                                    << "The range from 0x9c41 of 0x0 bytes is not within the file"_ba;
    QTest::newRow("over the end") << m_path << quint64 { 39999 } << quint64 { 2 }
                                  << "which has 0x9c40 bytes"_ba;
    QTest::newRow("wraps around") << m_path << quint64 { 1 } << ~quint64 { 0 } << "is not within the file"_ba;
}

void TestFileMapping::errorsNameTheFile()
{
    QFETCH(QString, path);
    QFETCH(quint64, offset);
    QFETCH(quint64, size);
    QFETCH(QByteArray, text);
    const auto mapping = FileMapping::open(path.toStdString(), offset, size);
    QVERIFY(!mapping.has_value());
    QCOMPARE(QString::fromStdString(mapping.error().where), path);
    QVERIFY2(QByteArray::fromStdString(mapping.error().what).contains(text), mapping.error().what.c_str());
}

void TestFileMapping::aFileThatBecameShorterIsAFault()
{
#if defined(Q_OS_WIN)
    QSKIP("Windows does not let a mapped file become shorter.");
#endif
    QFile file(m_folder.filePath(u"shrinks"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(1 << 20));
    const auto mapping = FileMapping::open(file.fileName().toStdString(), 100);
    QVERIFY(mapping.has_value());
    QVERIFY(tryLoad<8>(mapping->bytes().data() + (1 << 19)).ok());
    QVERIFY(file.resize(0));
    const std::byte* const at = mapping->bytes().data() + (1 << 19);
    const Guarded loaded = tryLoad<8>(at);
    QVERIFY(!loaded.ok());
    QCOMPARE(loaded.fault(at, 8, false).address, reinterpret_cast<std::uintptr_t>(at));
    std::array<std::byte, 1000> buffer {};
    QVERIFY(!tryCopy(buffer.data(), at, buffer.size()).ok());
}

void TestFileMapping::memoryObjectsCanBeMapped()
{
    const auto object = makeSharedMemory(10000, "object");
    QVERIFY(object.has_value());
    QCOMPARE(object->size().value_or(0), std::uint64_t { 10000 });
    const auto mapping = FileMapping::map(*object);
    QVERIFY(mapping.has_value());
    QVERIFY(contentOf(*mapping) == QByteArray(10000, '\0'));
    QVERIFY(!FileMapping::map(HostFile()).has_value());
}

void TestFileMapping::refusesBadMemoryObjects_data()
{
    QTest::addColumn<quint64>("size");
    QTest::addColumn<quint64>("hugePage");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << quint64 { 0 } << quint64 { 0 } << "at least one byte"_ba;
    QTest::newRow("too large") << ~quint64 { 0 } << quint64 { 0 } << "too large"_ba;
    QTest::newRow("pages of three") << quint64 { 0x300000 } << quint64 { 0x300000 } << "power of two"_ba;
    QTest::newRow("part of a huge page") << quint64 { 0x300000 } << quint64 { 0x200000 } << "huge pages"_ba;
    // No host has this much memory in pages of 1 GiB at hand; hosts without such pages refuse as well.
    QTest::newRow("more huge pages than there are")
        << (quint64 { 1 } << 50) << (quint64 { 1 } << 30) << QByteArray();
}

void TestFileMapping::refusesBadMemoryObjects()
{
    QFETCH(quint64, size);
    QFETCH(quint64, hugePage);
    QFETCH(QByteArray, text);
    const auto object = makeSharedMemory(size, "object", hugePage);
    QVERIFY(!object.has_value());
    QCOMPARE(object.error().where, std::string("object"));
    QVERIFY2(QByteArray::fromStdString(object.error().text()).contains(text), object.error().text().c_str());
}

QTEST_GUILESS_MAIN(TestFileMapping)
#include "tst_filemapping.moc"
