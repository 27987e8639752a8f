// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// Memory of ELF dumps, and what their notes tell of a Linux kernel's tables.

#include "core/base/bytes.h"
#include "core/base/hex.h"
#include "core/sources/imagememory.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace fscope;
using namespace fscope::sources;

namespace {

constexpr std::uint64_t kNotes = 0x1000;
constexpr std::uint64_t kData = 0x2000;

void put(QByteArray& file, std::uint64_t at, std::uint64_t value, unsigned size)
{
    storeLe(file.data() + at, value, size);
}

void header(QByteArray& file, std::uint64_t index, std::uint64_t type, std::uint64_t offset, std::uint64_t pa,
    std::uint64_t fileSize, std::uint64_t size)
{
    const std::uint64_t at = 64 + index * 56;
    put(file, at, type, 4);
    put(file, at + 8, offset, 8);
    put(file, at + 24, pa, 8);
    put(file, at + 32, fileSize, 8);
    put(file, at + 40, size, 8);
}

/// A core with a VMCOREINFO note, and segments at 0x1000 (bytes 'a', then zeros), 0x3000 (no bytes in the
/// file) and 0x8000 (bytes 'b').
QByteArray dump(const QByteArray& vmcoreinfo)
{
    QByteArray file(kData, '\0');
    file.replace(0, 7,
        QByteArray("\x7f"
                   "ELF\x02\x01\x01",
            7));
    put(file, 16, 4, 2); // ET_CORE
    put(file, 18, 183, 2);
    put(file, 32, 64, 8);
    put(file, 54, 56, 2);
    put(file, 56, 4, 2);
    const auto textSize = static_cast<std::uint64_t>(vmcoreinfo.size());
    put(file, kNotes, 11, 4);
    put(file, kNotes + 4, textSize, 4);
    file.replace(kNotes + 12, 10, "VMCOREINFO");
    file.replace(kNotes + 24, vmcoreinfo.size(), vmcoreinfo);
    header(file, 0, 4, kNotes, 0, 24 + textSize, 0);
    header(file, 1, 1, kData + 0x1000, 0x8000, 0x1000, 0x1000);
    header(file, 2, 1, kData, 0x1000, 0x1000, 0x2000);
    header(file, 3, 1, kData, 0x3000, 0, 0x1000);
    return file + QByteArray(0x1000, 'a') + QByteArray(0x1000, 'b');
}

} // namespace

class TestImageMemory : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;

    Result<MemoryImage> open(const QByteArray& bytes)
    {
        const QString path = m_dir.filePath(QStringLiteral("dump"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return fail("The file cannot be written.");
        file.close();
        return openMemoryImage(path.toStdString());
    }

private Q_SLOTS:
    void segmentsAreBytesThenZerosWithHolesBetween()
    {
        const auto image = open(dump({}));
        QVERIFY2(image, image ? "" : image.error().text().c_str());
        QCOMPARE(image->segments.size(), std::size_t { 3 });
        const auto byteAt = [&](std::uint64_t address) {
            const auto byte = image->memory.readPlain<std::uint8_t>(address);
            return byte ? int { *byte } : -1;
        };
        QCOMPARE(byteAt(0xfff), -1);
        QCOMPARE(byteAt(0x1000), int { 'a' });
        QCOMPARE(byteAt(0x1fff), int { 'a' });
        QCOMPARE(byteAt(0x2000), 0);
        QCOMPARE(byteAt(0x3fff), 0);
        QCOMPARE(byteAt(0x4000), -1);
        QCOMPARE(byteAt(0x8000), int { 'b' });
        QCOMPARE(byteAt(0x9000), -1);
        // Two segments in one read, and one that ends in a hole.
        std::array<std::uint8_t, 16> bytes {};
        QVERIFY(image->memory.read(0x2ff8, std::span(bytes)));
        QVERIFY(!image->memory.read(0x3ff8, std::span(bytes)));
    }

    void notesTellTheTablesOfTheKernel_data()
    {
        QTest::addColumn<QByteArray>("note");
        QTest::addColumn<QString>("registers");
        QTest::newRow("4 KiB, 48 bits")
            << QByteArray("PAGESIZE=4096\nSYMBOL(swapper_pg_dir)=ffff800081234000\n"
                          "NUMBER(kimage_voffset)=0xffff800040000000\n"
                          "NUMBER(TCR_EL1_T1SZ)=0x10\n")
            << QStringLiteral("ttbr1_el1=0x41234000 tcr_el1=0x580100080");
        QTest::newRow("64 KiB, 52 bits")
            << QByteArray("PAGESIZE=65536\nSYMBOL(swapper_pg_dir)=ffff800081230000\n"
                          "NUMBER(kimage_voffset)=0xfffc800040000000\nNUMBER(TCR_EL1_T1SZ)=0xc\n")
            << QStringLiteral("ttbr1_el1=0x4123000c tcr_el1=0x6c00c0080");
        QTest::newRow("no offset") << QByteArray("SYMBOL(swapper_pg_dir)=ffff800081234000\n") << QString();
        QTest::newRow("no such size")
            << QByteArray("PAGESIZE=4096\nNUMBER(TCR_EL1_T1SZ)=0x3f\n") << QString();
    }
    void notesTellTheTablesOfTheKernel()
    {
        QFETCH(QByteArray, note);
        QFETCH(QString, registers);
        const auto image = open(dump(note));
        QVERIFY2(image, image ? "" : image.error().text().c_str());
        QStringList found;
        for (const auto& [name, value] : image->registers)
            found << QString::fromStdString(name + "=" + hex(value));
        QCOMPARE(found.join(QLatin1Char(' ')), registers);
        QCOMPARE(image->notes.size(), image->registers.size());
    }
};

QTEST_GUILESS_MAIN(TestImageMemory)
#include "tst_imagememory.moc"
