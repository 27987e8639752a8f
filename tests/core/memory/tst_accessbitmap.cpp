// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/base/splitmix.h"
#include "core/memory/accessbitmap.h"
#include "core/memory/readsection.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace fscope;
using namespace fscope::memory;

class TestAccessBitmap : public QObject
{
    Q_OBJECT

private slots:
    void beginsAllSetOrAllClear();
    void firstRefused_data();
    void firstRefused();
    void bitsBeyondTheEndAreRefused();
    void agreesWithAPlainList();
    void forbiddingInAReadSectionSaysSo();
    void forbiddingWaitsForReaders();
};

void TestAccessBitmap::beginsAllSetOrAllClear()
{
    const auto set = *AccessBitmap::create(1000);
    const auto clear = *AccessBitmap::create(1000, false);
    QCOMPARE(set->firstRefused(0, 1000 * kPageSize), 1000 * kPageSize);
    QCOMPARE(clear->firstRefused(5, 1000), std::uint64_t { 5 });
    QVERIFY(set->allows(999));
    QVERIFY(!clear->allows(0));
}

void TestAccessBitmap::firstRefused_data()
{
    // Pages 1, 63, 64 and 130 are refused.
    QTest::addColumn<quint64>("offset");
    QTest::addColumn<quint64>("length");
    QTest::addColumn<quint64>("expected");
    const auto row = [](const char* name, quint64 offset, quint64 length, quint64 expected) {
        QTest::newRow(name) << offset << length << expected;
    };
    row("within a page", 0x10, 0x20, 0x30);
    row("up to the refused page", 0, 0x1000, 0x1000);
    row("one byte into it", 0, 0x1001, 0x1000);
    row("from the middle of it", 0x1800, 0x10, 0x1800);
    row("no length, refused page", 0x1800, 0, 0x1800);
    row("last bit of a word", 0x2000, 0x40000, 0x3f000);
    row("first bit of a word", 0x40000, 0x1000, 0x40000);
    row("across words", 0x41000, 0x80000, 0x82000);
    row("none until the end of the range", 0x41000, 0x41000, 0x82000);
}

void TestAccessBitmap::firstRefused()
{
    QFETCH(quint64, offset);
    QFETCH(quint64, length);
    QFETCH(quint64, expected);
    const auto bitmap = *AccessBitmap::create(200);
    for (const std::uint64_t page : { 1U, 63U, 64U, 130U })
        QVERIFY(bitmap->forbid(page));
    QCOMPARE(quint64 { bitmap->firstRefused(offset, length) }, expected);
}

void TestAccessBitmap::bitsBeyondTheEndAreRefused()
{
    const auto bitmap = *AccessBitmap::create(3);
    QVERIFY(!bitmap->allows(3));
    QVERIFY(!bitmap->allows(~std::uint64_t { 0 }));
    QCOMPARE(bitmap->firstRefused(0x2ff0, 0x100), std::uint64_t { 0x3000 });
    QCOMPARE(bitmap->firstRefused(0x5000, 1), std::uint64_t { 0x5000 });
    bitmap->allow(2, ~std::uint64_t { 0 });
    bitmap->allow(100, 5);
    QVERIFY(bitmap->forbid(~std::uint64_t { 0 }, 7));
    QVERIFY(bitmap->forbid(1, 0));
    QCOMPARE(bitmap->firstRefused(0, 0x3000), std::uint64_t { 0x3000 });
    const auto none = *AccessBitmap::create(0);
    QCOMPARE(none->firstRefused(0, 1), std::uint64_t { 0 });
}

void TestAccessBitmap::agreesWithAPlainList()
{
    constexpr std::uint64_t kCount = 700;
    const auto bitmap = *AccessBitmap::create(kCount, false);
    std::vector<char> model(kCount);
    for (std::uint64_t k = 1; k < 4000; ++k) {
        const std::uint64_t first = splitmix(1, k) % kCount;
        const std::uint64_t count = splitmix(2, k) % (k % 3 == 0 ? kCount : 40);
        const bool value = splitmix(3, k) % 2 != 0;
        if (value)
            bitmap->allow(first, count);
        else
            QVERIFY(bitmap->forbid(first, count));
        for (std::uint64_t i = first; i < std::min(kCount, first + count); ++i)
            model[i] = value ? 1 : 0;
        const std::uint64_t from = splitmix(4, k) % kCount;
        std::uint64_t expected = from;
        while (expected < kCount && model[expected] != 0)
            ++expected;
        QCOMPARE(bitmap->firstRefused(from * kPageSize, (kCount - from) * kPageSize), expected * kPageSize);
    }
}

void TestAccessBitmap::forbiddingInAReadSectionSaysSo()
{
    const auto bitmap = *AccessBitmap::create(3);
    {
        const ReadSection section;
        QVERIFY(!bitmap->forbid(1));
    }
    QVERIFY(!bitmap->allows(1));
    QVERIFY(bitmap->forbid(1));
}

void TestAccessBitmap::forbiddingWaitsForReaders()
{
    // Whoever reads in a section what the bitmap guards never sees it after forbid() has returned.
    const auto bitmap = *AccessBitmap::create(1);
    std::atomic<bool> guarded { true };
    std::atomic<bool> stop { false };
    std::atomic<int> broken { 0 };
    std::vector<std::thread> readers;
    for (int i = 0; i < 2; ++i) {
        readers.emplace_back([&] {
            while (!stop.load(std::memory_order_relaxed)) {
                const ReadSection section;
                if (bitmap->allows(0) && !guarded.load(std::memory_order_relaxed))
                    ++broken;
            }
        });
    }
    for (int turn = 0; turn < 300; ++turn) {
        if (!bitmap->forbid(0))
            ++broken;
        guarded.store(false, std::memory_order_relaxed);
        guarded.store(true, std::memory_order_relaxed);
        if (!synchronizeReaders()) // sections from now on see it guarded
            ++broken;
        bitmap->allow(0);
    }
    stop = true;
    for (std::thread& reader : readers)
        reader.join();
    QCOMPARE(broken.load(), 0);
}

QTEST_GUILESS_MAIN(TestAccessBitmap)
#include "tst_accessbitmap.moc"
