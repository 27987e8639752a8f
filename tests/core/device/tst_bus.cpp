// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/device/bus.h"
#include "core/device/pl031.h"

#include <QTest>

using namespace fscope;
using namespace fscope::device;

namespace {

std::unique_ptr<Device> clockDevice()
{
    return std::make_unique<Pl031>();
}

} // namespace

class TestBus : public QObject
{
    Q_OBJECT

private slots:
    void windowsAreFoundByAddress();
    void badWindowsAreRefused_data();
    void badWindowsAreRefused();
    void copyHasDevicesOfItsOwn();
    void modelsAreMadeByName();
    void clockStandsStill();
    void clockInterruptsOnAMatch();
};

void TestBus::windowsAreFoundByAddress()
{
    Bus bus;
    QVERIFY(bus.attach("b", Ipa(0x2000), 0x1000, clockDevice()));
    QVERIFY(bus.attach("a", Ipa(0x1000), 0x1000, clockDevice()));
    QVERIFY(bus.attach("top", Ipa(0xfffffffffffff000), 0x1000, clockDevice()));
    QCOMPARE(bus.find(Ipa(0x1fff))->name, std::string("a"));
    QCOMPARE(bus.find(Ipa(0x2000))->name, std::string("b"));
    QCOMPARE(bus.find(Ipa(~std::uint64_t { 0 }))->name, std::string("top"));
    QVERIFY(bus.find(Ipa(0xfff)) == nullptr);
    QVERIFY(bus.find(Ipa(0x3000)) == nullptr);
    QVERIFY(bus.find(Ipa(0)) == nullptr);
}

void TestBus::badWindowsAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<quint64>("start");
    QTest::addColumn<quint64>("size");
    QTest::addColumn<bool>("device");
    const auto row = [](const char* what, const char* name, quint64 start, quint64 size, bool device = true) {
        QTest::newRow(what) << QString::fromLatin1(name) << start << size << device;
    };
    row("no size", "x", 0x9000, 0);
    row("no device", "x", 0x9000, 0x1000, false);
    row("beyond 64 bits", "x", 0xfffffffffffff000, 0x1001);
    row("overlaps at its end", "x", 0x1800, 0x801);
    row("overlaps at its start", "x", 0x2fff, 0x1000);
    row("around the other", "x", 0x1000, 0x5000);
    row("inside the other", "x", 0x2100, 1);
    row("name taken", "taken", 0x9000, 0x1000);
}

void TestBus::badWindowsAreRefused()
{
    QFETCH(QString, name);
    QFETCH(quint64, start);
    QFETCH(quint64, size);
    QFETCH(bool, device);
    Bus bus;
    QVERIFY(bus.attach("taken", Ipa(0x2000), 0x1000, clockDevice()));
    const auto result = bus.attach(name.toStdString(), Ipa(start), size, device ? clockDevice() : nullptr);
    QVERIFY(!result);
    QVERIFY(result.error().where.find(name.toStdString()) != std::string::npos);
    QCOMPARE(bus.windows().size(), 1U);
}

void TestBus::copyHasDevicesOfItsOwn()
{
    Bus bus;
    QVERIFY(bus.attach("rtc", Ipa(0x2000), 0x1000, clockDevice()));
    const Bus copy = bus;
    QVERIFY(copy.sameState(bus));
    bus.find(Ipa(0x2000))->device->write(Pl031::kLr, 4, 5);
    QVERIFY(!copy.sameState(bus));
    Bus assigned;
    assigned = bus;
    QVERIFY(assigned.sameState(bus));
    Bus other;
    QVERIFY(!other.sameState(bus));
}

void TestBus::modelsAreMadeByName()
{
    for (const std::string& model : deviceModels()) {
        const auto device = makeDevice(model);
        QVERIFY(device);
        QVERIFY(!(*device)->registers().empty());
    }
    const auto unknown = makeDevice("16550");
    QVERIFY(!unknown);
    QVERIFY(unknown.error().hint.find("pl011, pl031") != std::string::npos);
    // Firmware leaves the UART on, so that a guest can use it at once.
    const auto uart = makeDevice("pl011");
    (*uart)->write(0, 4, 'x');
    QCOMPARE((*uart)->save().output, std::string("x"));
}

void TestBus::clockStandsStill()
{
    Pl031 clock;
    clock.write(Pl031::kLr, 4, 1700000000);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(clock.read(Pl031::kDr, 4), 1700000000U);
    QCOMPARE(clock.read(Pl031::kLr, 4), 1700000000U);
    clock.write(Pl031::kDr, 4, 5);
    QCOMPARE(clock.read(Pl031::kDr, 4), 1700000000U);
}

void TestBus::clockInterruptsOnAMatch()
{
    Pl031 clock;
    clock.write(Pl031::kMr, 4, 9);
    clock.write(Pl031::kLr, 4, 9);
    QCOMPARE(clock.read(Pl031::kRis, 4), 0U); // not started
    clock.write(Pl031::kCr, 4, 1);
    QCOMPARE(clock.read(Pl031::kRis, 4), 1U);
    QVERIFY(!clock.interrupt());
    clock.write(Pl031::kImsc, 4, 1);
    QVERIFY(clock.interrupt());
    QCOMPARE(clock.read(Pl031::kMis, 4), 1U);
    clock.write(Pl031::kIcr, 4, 1);
    QVERIFY(!clock.interrupt());
    clock.write(Pl031::kCr, 4, 0); // cannot be stopped
    QCOMPARE(clock.read(Pl031::kCr, 4), 1U);
    DeviceState state = clock.save();
    Pl031 copy;
    copy.restore(state);
    QVERIFY(copy.save() == state);
}

QTEST_GUILESS_MAIN(TestBus)
#include "tst_bus.moc"
