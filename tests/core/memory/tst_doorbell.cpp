// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/memory/doorbell.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace fscope::memory;

class TestDoorbell : public QObject
{
    Q_OBJECT

private slots:
    void ringsWhenTheConditionIsTrue_data();
    void ringsWhenTheConditionIsTrue();
    void severalRingInOrder();
    void aGuardUnregisters();
    void aGuardMoves();
    void aGuardMayOutliveTheDoorbells();
    void anEventMayHoldAGuard();
    void threadsRegisterWhileOthersNotify();
};

void TestDoorbell::ringsWhenTheConditionIsTrue_data()
{
    QTest::addColumn<bool>("withValue");
    QTest::addColumn<bool>("withLength");
    QTest::addColumn<quint64>("address");
    QTest::addColumn<unsigned>("length");
    QTest::addColumn<quint64>("value");
    QTest::addColumn<bool>("rings");
    // The doorbell: address 0x1000, value 7, length 4.
    for (const bool withValue : { false, true }) {
        for (const bool withLength : { false, true }) {
            for (const quint64 address : { 0xfffU, 0x1000U, 0x1001U }) {
                for (const unsigned length : { 1U, 2U, 4U, 8U, 16U }) {
                    for (const quint64 value : { 0U, 7U, 0x107U }) {
                        const bool rings
                            = address == 0x1000 && (!withValue || value == 7) && (!withLength || length == 4);
                        QTest::addRow("%s, %s: %u bytes 0x%llx at 0x%llx",
                            withValue ? "value 7" : "any value", withLength ? "4 bytes" : "any length",
                            length, value, address)
                            << withValue << withLength << address << length << value << rings;
                    }
                }
            }
        }
    }
}

void TestDoorbell::ringsWhenTheConditionIsTrue()
{
    QFETCH(bool, withValue);
    QFETCH(bool, withLength);
    QFETCH(quint64, address);
    QFETCH(unsigned, length);
    QFETCH(quint64, value);
    QFETCH(bool, rings);
    DoorbellCondition condition { 0x1000, std::nullopt, std::nullopt };
    if (withValue)
        condition.value = 7;
    if (withLength)
        condition.length = 4;
    Doorbells doorbells;
    int heard = 0;
    const auto guard = doorbells.add(condition, [&heard] { ++heard; });
    QCOMPARE(doorbells.notify(address, length, value), std::size_t { rings });
    QCOMPARE(heard, int(rings));
}

void TestDoorbell::severalRingInOrder()
{
    Doorbells doorbells;
    QByteArray heard;
    const auto a = doorbells.add({ 8, {}, {} }, [&] { heard += 'a'; });
    const auto b = doorbells.add({ 8, 1, {} }, [&] { heard += 'b'; });
    const auto c = doorbells.add({ 8, {}, 2 }, [&] { heard += 'c'; });
    const auto again = doorbells.add({ 8, 1, {} }, [&] { heard += 'd'; });
    const auto silent = doorbells.add({ 8, {}, {} }, {});
    QCOMPARE(doorbells.notify(8, 4, 1), std::size_t { 4 });
    QCOMPARE(heard, QByteArray("abd"));
    QCOMPARE(doorbells.notify(8, 2, 2), std::size_t { 3 });
    QCOMPARE(heard, QByteArray("abdac"));
}

void TestDoorbell::aGuardUnregisters()
{
    Doorbells doorbells;
    int heard = 0;
    {
        const auto guard = doorbells.add({ 1, {}, {} }, [&heard] { ++heard; });
        QCOMPARE(doorbells.size(), std::size_t { 1 });
        doorbells.notify(1, 1, 0);
    }
    QCOMPARE(doorbells.size(), std::size_t { 0 });
    QCOMPARE(doorbells.notify(1, 1, 0), std::size_t { 0 });
    QCOMPARE(heard, 1);
}

void TestDoorbell::aGuardMoves()
{
    Doorbells doorbells;
    auto first = doorbells.add({ 1, {}, {} }, {});
    auto second = doorbells.add({ 2, {}, {} }, {});
    Doorbells::Guard moved = std::move(first);
    QCOMPARE(doorbells.size(), std::size_t { 2 });
    second = std::move(moved); // what second had is gone
    QCOMPARE(doorbells.notify(1, 1, 0), std::size_t { 1 });
    QCOMPARE(doorbells.notify(2, 1, 0), std::size_t { 0 });
    second.release();
    second.release();
    QCOMPARE(doorbells.size(), std::size_t { 0 });
}

void TestDoorbell::aGuardMayOutliveTheDoorbells()
{
    Doorbells::Guard guard;
    {
        Doorbells doorbells;
        guard = doorbells.add({ 1, {}, {} }, {});
    }
    guard.release();
}

void TestDoorbell::anEventMayHoldAGuard()
{
    Doorbells doorbells;
    auto inner = std::make_shared<Doorbells::Guard>(doorbells.add({ 1, {}, {} }, {}));
    auto outer = doorbells.add({ 2, {}, {} }, [held = std::move(inner)] {});
    QCOMPARE(doorbells.size(), std::size_t { 2 });
    outer.release(); // and with its event the guard that it held
    QCOMPARE(doorbells.size(), std::size_t { 0 });
}

void TestDoorbell::threadsRegisterWhileOthersNotify()
{
    Doorbells doorbells;
    std::atomic<bool> stop = false;
    std::thread guestThread([&] {
        while (!stop)
            doorbells.notify(4, 4, 1);
    });
    for (int i = 0; i < 2000; ++i) {
        auto heard = std::make_unique<int>(0);
        auto guard = doorbells.add({ 4, {}, {} }, [counter = heard.get()] { ++*counter; });
        guard.release();
        heard.reset(); // nothing counts there any more
    }
    stop = true;
    guestThread.join();
    QCOMPARE(doorbells.size(), std::size_t { 0 });
}

QTEST_GUILESS_MAIN(TestDoorbell)
#include "tst_doorbell.moc"
