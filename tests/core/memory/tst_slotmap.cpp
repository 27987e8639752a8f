// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/memory/slotmap.h"

#include <QTest>

using namespace fscope;
using namespace fscope::memory;

namespace {

Slot slot(std::uint64_t start, std::uint64_t size, const char* name)
{
    return { Ipa(start), size, SlotKind::Ram, Pa(start + 0x100000), name };
}

} // namespace

class TestSlotMap : public QObject
{
    Q_OBJECT

private slots:
    void findsTheSlotOfAnAddress();
    void refusesBadSlots_data();
    void refusesBadSlots();
    void theLastPageOfTheSpaceIsUsable();
};

void TestSlotMap::findsTheSlotOfAnAddress()
{
    SlotMap map;
    QVERIFY(map.find(Ipa(0)) == nullptr);
    // Added out of order, and two of them touch.
    QVERIFY(map.add(slot(0x40000000, 0x10000, "ram")).has_value());
    QVERIFY(map.add(slot(0x9000000, 0x1000, "uart0")).has_value());
    QVERIFY(map.add(slot(0x9001000, 0x1000, "rtc")).has_value());
    QCOMPARE(map.all().size(), std::size_t { 3 });
    QCOMPARE(map.all()[0].name, std::string("uart0"));
    QCOMPARE(map.all()[2].name, std::string("ram"));

    QCOMPARE(map.find(Ipa(0x9000000))->name, std::string("uart0"));
    QCOMPARE(map.find(Ipa(0x9000fff))->name, std::string("uart0"));
    QCOMPARE(map.find(Ipa(0x9001000))->name, std::string("rtc"));
    QVERIFY(map.find(Ipa(0x9002000)) == nullptr);
    QVERIFY(map.find(Ipa(0x8ffffff)) == nullptr);
    QCOMPARE(map.find(Ipa(0x4000ffff))->name, std::string("ram"));
    QVERIFY(map.find(Ipa(0x40010000)) == nullptr);
    QVERIFY(map.find(Ipa(~std::uint64_t { 0 })) == nullptr);
    QCOMPARE(map.find(Ipa(0x40000123))->paOf(Ipa(0x40000123)).value, std::uint64_t { 0x40100123 });
}

void TestSlotMap::refusesBadSlots_data()
{
    QTest::addColumn<quint64>("start");
    QTest::addColumn<quint64>("size");
    QTest::addColumn<QByteArray>("names");

    QTest::newRow("no size") << quint64 { 0x1000 } << quint64 { 0 }
                             << QByteArray("\"new\" at 0x1000 of 0x0 bytes has no size");
    QTest::newRow("start inside a page")
        << quint64 { 0x1800 } << quint64 { 0x1000 } << QByteArray("whole pages");
    QTest::newRow("size of a part of a page")
        << quint64 { 0x1000 } << quint64 { 0x10 } << QByteArray("whole pages");
    QTest::newRow("wraps around") << quint64 { 0xfffffffffffff000 } << quint64 { 0x2000 }
                                  << QByteArray("wraps around");
    QTest::newRow("the same range") << quint64 { 0x10000 } << quint64 { 0x4000 }
                                    << QByteArray("overlaps the slot \"old\"");
    QTest::newRow("over the start") << quint64 { 0xf000 } << quint64 { 0x2000 }
                                    << QByteArray("overlaps the slot \"old\"");
    QTest::newRow("over the end") << quint64 { 0x13000 } << quint64 { 0x2000 }
                                  << QByteArray("overlaps the slot \"old\"");
    QTest::newRow("inside") << quint64 { 0x11000 } << quint64 { 0x1000 }
                            << QByteArray("overlaps the slot \"old\"");
    QTest::newRow("around") << quint64 { 0x1000 } << quint64 { 0x100000 }
                            << QByteArray("overlaps the slot \"old\"");
}

void TestSlotMap::refusesBadSlots()
{
    QFETCH(quint64, start);
    QFETCH(quint64, size);
    QFETCH(QByteArray, names);
    SlotMap map;
    QVERIFY(map.add(slot(0x10000, 0x4000, "old")).has_value());
    const SlotMap before = map;
    const Result<void> added = map.add(slot(start, size, "new"));
    QVERIFY(!added.has_value());
    const QByteArray message = QByteArray::fromStdString(added.error().text());
    QVERIFY2(message.contains(names), message.constData());
    QVERIFY(map == before);
}

void TestSlotMap::theLastPageOfTheSpaceIsUsable()
{
    SlotMap map;
    QVERIFY(map.add(slot(0xfffffffffffff000, 0x1000, "top")).has_value());
    QCOMPARE(map.find(Ipa(~std::uint64_t { 0 }))->name, std::string("top"));
}

QTEST_GUILESS_MAIN(TestSlotMap)
#include "tst_slotmap.moc"
