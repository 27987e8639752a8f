// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/base/bits.h"
#include "core/base/splitmix.h"
#include "core/device/pl011.h"
#include "core/device/pl031.h"

#include <QTest>

#include <set>

using namespace fscope;
using namespace fscope::device;

namespace {

constexpr std::uint32_t kFrBusy = 1U << 3;
constexpr std::uint32_t kFrRxfe = 1U << 4;
constexpr std::uint32_t kFrTxff = 1U << 5;
constexpr std::uint32_t kFrRxff = 1U << 6;
constexpr std::uint32_t kFrTxfe = 1U << 7;

std::uint32_t read(Device& device, std::uint64_t offset)
{
    return static_cast<std::uint32_t>(device.read(offset, 4));
}

void send(Device& device, std::string_view text)
{
    for (const char c : text)
        device.write(Pl011::kDr, 4, static_cast<unsigned char>(c));
}

} // namespace

class TestPl011 : public QObject
{
    Q_OBJECT

private slots:
    void resetValuesAreThoseOfTheManual();
    void writtenCharactersAreTransmitted();
    void charactersWaitWhileTransmissionIsOff_data();
    void charactersWaitWhileTransmissionIsOff();
    void fullTransmitFifoLosesCharacters();
    void receivedCharactersComeInOrder();
    void receiveFifoIsOneOrSixteenDeep();
    void overrunIsShownUntilThereIsRoom();
    void errorsComeWithTheirCharacter();
    void receiveInterruptFollowsTheLevel_data();
    void receiveInterruptFollowsTheLevel();
    void transmitInterruptRisesWhenTheFifoFalls();
    void receiveTimeoutLastsUntilEmpty();
    void interruptsAreMaskedAndCleared();
    void loopbackReceivesWhatIsTransmitted();
    void loopbackJoinsTheModemLines();
    void receiverOffLosesCharacters();
    void reservedBitsAreNotKept();
    void turningFifosOffFlushesThem();
    void identificationRegisters();
    void narrowAndWideAccesses();
    void offsetsWithoutRegister();
    void peekHasNoSideEffect();
    void savedStateRestoresExactly();
    void brokenStateIsTaken();
    void tablesCoverEachBitOnce_data();
    void tablesCoverEachBitOnce();
};

void TestPl011::resetValuesAreThoseOfTheManual()
{
    Pl011 uart;
    QCOMPARE(read(uart, Pl011::kCr), 0x300U);
    QCOMPARE(read(uart, Pl011::kIfls), 0x12U);
    QCOMPARE(read(uart, Pl011::kFr), kFrTxfe | kFrRxfe);
    for (const std::uint64_t offset : { Pl011::kRsr, Pl011::kIlpr, Pl011::kIbrd, Pl011::kFbrd, Pl011::kLcrH,
             Pl011::kImsc, Pl011::kRis, Pl011::kMis, Pl011::kDmacr })
        QCOMPARE(read(uart, offset), 0U);
}

void TestPl011::writtenCharactersAreTransmitted()
{
    Pl011 uart = Pl011::handedOver();
    send(uart, "Hello");
    QCOMPARE(uart.save().output, std::string("Hello"));
    QCOMPARE(read(uart, Pl011::kFr), kFrTxfe | kFrRxfe);
}

void TestPl011::charactersWaitWhileTransmissionIsOff_data()
{
    QTest::addColumn<quint32>("control");
    QTest::newRow("UART disabled") << 0x300U;
    QTest::newRow("transmitter disabled") << 0x201U;
    QTest::newRow("waiting for CTS") << 0x8301U;
}

void TestPl011::charactersWaitWhileTransmissionIsOff()
{
    QFETCH(quint32, control);
    Pl011 uart = Pl011::handedOver();
    uart.write(Pl011::kCr, 4, control);
    send(uart, "wait");
    QVERIFY(uart.save().output.empty());
    QCOMPARE(read(uart, Pl011::kFr) & (kFrBusy | kFrTxfe | kFrTxff), kFrBusy);
    uart.write(Pl011::kCr, 4, 0x301);
    QCOMPARE(uart.save().output, std::string("wait"));
    QCOMPARE(read(uart, Pl011::kFr) & (kFrBusy | kFrTxfe), kFrTxfe);
}

void TestPl011::fullTransmitFifoLosesCharacters()
{
    Pl011 uart = Pl011::handedOver();
    uart.write(Pl011::kCr, 4, 0x300);
    send(uart, "0123456789abcdef");
    QCOMPARE(read(uart, Pl011::kFr) & kFrTxff, kFrTxff);
    send(uart, "lost");
    uart.write(Pl011::kCr, 4, 0x301);
    QCOMPARE(uart.save().output, std::string("0123456789abcdef"));
}

void TestPl011::receivedCharactersComeInOrder()
{
    Pl011 uart = Pl011::handedOver();
    uart.inject("abc");
    QCOMPARE(read(uart, Pl011::kFr) & kFrRxfe, 0U);
    QCOMPARE(read(uart, Pl011::kDr), unsigned('a'));
    QCOMPARE(read(uart, Pl011::kDr), unsigned('b'));
    QCOMPARE(read(uart, Pl011::kDr), unsigned('c'));
    QCOMPARE(read(uart, Pl011::kFr) & kFrRxfe, kFrRxfe);
    QCOMPARE(read(uart, Pl011::kDr), 0U);
}

void TestPl011::receiveFifoIsOneOrSixteenDeep()
{
    Pl011 uart = Pl011::handedOver();
    uart.inject("0123456789abcde");
    QCOMPARE(read(uart, Pl011::kFr) & kFrRxff, 0U);
    uart.inject("f");
    QCOMPARE(read(uart, Pl011::kFr) & kFrRxff, kFrRxff);
    uart.write(Pl011::kLcrH, 4, 0x60);
    uart.inject("x");
    QCOMPARE(read(uart, Pl011::kFr) & kFrRxff, kFrRxff);
}

void TestPl011::overrunIsShownUntilThereIsRoom()
{
    Pl011 uart = Pl011::handedOver();
    uart.inject("0123456789abcdefX");
    QCOMPARE(read(uart, Pl011::kRsr), 8U);
    QCOMPARE(read(uart, Pl011::kRis) & Pl011::kOe, Pl011::kOe);
    QCOMPARE(read(uart, Pl011::kDr), 0x800U | '0');
    uart.inject("g");
    QCOMPARE(read(uart, Pl011::kDr), unsigned('1'));
    QCOMPARE(read(uart, Pl011::kRsr), 8U);
    uart.write(Pl011::kRsr, 4, 0xff);
    QCOMPARE(read(uart, Pl011::kRsr), 0U);
}

void TestPl011::errorsComeWithTheirCharacter()
{
    Pl011 uart = Pl011::handedOver();
    uart.inject("a");
    uart.inject("b", Pl011::kParityError | Pl011::kFramingError);
    uart.inject(std::string_view("\0", 1), Pl011::kBreakError);
    QCOMPARE(read(uart, Pl011::kRis) & (Pl011::kPe | Pl011::kFe | Pl011::kBe),
        Pl011::kPe | Pl011::kFe | Pl011::kBe);
    QCOMPARE(read(uart, Pl011::kDr), unsigned('a'));
    QCOMPARE(read(uart, Pl011::kRsr), 0U);
    QCOMPARE(read(uart, Pl011::kDr), 0x300U | 'b');
    QCOMPARE(read(uart, Pl011::kRsr), 3U);
    QCOMPARE(read(uart, Pl011::kDr), 0x400U);
    QCOMPARE(read(uart, Pl011::kRsr), 4U);
}

void TestPl011::receiveInterruptFollowsTheLevel_data()
{
    QTest::addColumn<quint32>("select");
    QTest::addColumn<int>("level");
    const int levels[] = { 2, 4, 8, 12, 14 };
    for (unsigned i = 0; i < 5; ++i)
        QTest::addRow("%d of 16", levels[i]) << i << levels[i];
}

void TestPl011::receiveInterruptFollowsTheLevel()
{
    QFETCH(quint32, select);
    QFETCH(int, level);
    Pl011 uart = Pl011::handedOver();
    uart.write(Pl011::kIfls, 4, select << 3);
    for (int i = 1; i < level; ++i)
        uart.inject("x");
    QCOMPARE(read(uart, Pl011::kRis) & Pl011::kRx, 0U);
    uart.inject("x");
    QCOMPARE(read(uart, Pl011::kRis) & Pl011::kRx, Pl011::kRx);
    read(uart, Pl011::kDr);
    QCOMPARE(read(uart, Pl011::kRis) & Pl011::kRx, 0U);
    // One deep: each character.
    uart.write(Pl011::kLcrH, 4, 0x60);
    uart.inject("y");
    QCOMPARE(read(uart, Pl011::kRis) & Pl011::kRx, Pl011::kRx);
    read(uart, Pl011::kDr);
    QCOMPARE(read(uart, Pl011::kRis) & Pl011::kRx, 0U);
}

void TestPl011::transmitInterruptRisesWhenTheFifoFalls()
{
    Pl011 uart = Pl011::handedOver();
    QCOMPARE(read(uart, Pl011::kRis) & Pl011::kTx, 0U);
    send(uart, "a");
    QCOMPARE(read(uart, Pl011::kRis) & Pl011::kTx, Pl011::kTx);
    uart.write(Pl011::kIcr, 4, Pl011::kTx);
    QCOMPARE(read(uart, Pl011::kRis) & Pl011::kTx, 0U);
    // Filling above the level takes it back; emptying raises it again.
    send(uart, "b");
    uart.write(Pl011::kCr, 4, 0x300);
    send(uart, "012345678");
    QCOMPARE(read(uart, Pl011::kRis) & Pl011::kTx, 0U);
    uart.write(Pl011::kCr, 4, 0x301);
    QCOMPARE(read(uart, Pl011::kRis) & Pl011::kTx, Pl011::kTx);
}

void TestPl011::receiveTimeoutLastsUntilEmpty()
{
    Pl011 uart = Pl011::handedOver();
    uart.inject("ab");
    QCOMPARE(read(uart, Pl011::kRis) & Pl011::kRt, Pl011::kRt);
    read(uart, Pl011::kDr);
    QCOMPARE(read(uart, Pl011::kRis) & Pl011::kRt, Pl011::kRt);
    read(uart, Pl011::kDr);
    QCOMPARE(read(uart, Pl011::kRis) & Pl011::kRt, 0U);
}

void TestPl011::interruptsAreMaskedAndCleared()
{
    Pl011 uart = Pl011::handedOver();
    send(uart, "a");
    QVERIFY(!uart.interrupt());
    QCOMPARE(read(uart, Pl011::kMis), 0U);
    uart.write(Pl011::kImsc, 4, Pl011::kTx);
    QVERIFY(uart.interrupt());
    QCOMPARE(read(uart, Pl011::kMis), Pl011::kTx);
    uart.write(Pl011::kIcr, 4, Pl011::kTx);
    QVERIFY(!uart.interrupt());
    QCOMPARE(read(uart, Pl011::kIcr), 0U);
}

void TestPl011::loopbackReceivesWhatIsTransmitted()
{
    Pl011 uart = Pl011::handedOver();
    uart.write(Pl011::kCr, 4, 0x381);
    send(uart, "hi");
    QVERIFY(uart.save().output.empty());
    QCOMPARE(read(uart, Pl011::kDr), unsigned('h'));
    QCOMPARE(read(uart, Pl011::kDr), unsigned('i'));
}

void TestPl011::loopbackJoinsTheModemLines()
{
    Pl011 uart = Pl011::handedOver();
    uart.write(Pl011::kCr, 4, 0x0f01 | 0x3000 | 0x300);
    QCOMPARE(read(uart, Pl011::kFr) & 0x107, 0U);
    uart.write(Pl011::kCr, 4, 0x3f81);
    QCOMPARE(read(uart, Pl011::kFr) & 0x107, 0x107U);
    QCOMPARE(read(uart, Pl011::kRis) & 0xf, 0xfU);
    uart.write(Pl011::kIcr, 4, 0xf);
    uart.write(Pl011::kCr, 4, 0x3781); // RTS dropped: CTS changes
    QCOMPARE(read(uart, Pl011::kFr) & 0x107, 0x106U);
    QCOMPARE(read(uart, Pl011::kRis) & 0xf, Pl011::kCts);
}

void TestPl011::receiverOffLosesCharacters()
{
    for (const std::uint32_t control : { 0x300U, 0x101U }) {
        Pl011 uart = Pl011::handedOver();
        uart.write(Pl011::kCr, 4, control);
        uart.inject("x");
        QCOMPARE(read(uart, Pl011::kFr) & kFrRxfe, kFrRxfe);
    }
}

void TestPl011::reservedBitsAreNotKept()
{
    Pl011 uart;
    const std::pair<std::uint64_t, std::uint32_t> rows[]
        = { { Pl011::kIlpr, 0xff }, { Pl011::kIbrd, 0xffff }, { Pl011::kFbrd, 0x3f }, { Pl011::kLcrH, 0xff },
              { Pl011::kCr, 0xff87 }, { Pl011::kIfls, 0x3f }, { Pl011::kImsc, 0x7ff }, { Pl011::kDmacr, 7 } };
    for (const auto& [offset, kept] : rows) {
        uart.write(offset, 4, 0xffffffff);
        QCOMPARE(read(uart, offset), kept);
    }
    for (const std::uint64_t offset : { Pl011::kFr, Pl011::kRis, Pl011::kMis, std::uint64_t { 0xfe0 } }) {
        const std::uint32_t before = read(uart, offset);
        uart.write(offset, 4, ~before);
        QCOMPARE(read(uart, offset), before);
    }
}

void TestPl011::turningFifosOffFlushesThem()
{
    Pl011 uart = Pl011::handedOver();
    uart.inject("abc");
    uart.write(Pl011::kLcrH, 4, 0x60);
    QCOMPARE(read(uart, Pl011::kFr) & kFrRxfe, kFrRxfe);
    QCOMPARE(read(uart, Pl011::kRis) & (Pl011::kRx | Pl011::kRt), 0U);
}

void TestPl011::identificationRegisters()
{
    Pl011 uart;
    Pl031 clock;
    std::uint64_t ids = 0;
    std::uint64_t clockIds = 0;
    for (unsigned i = 0; i < 8; ++i) {
        ids |= std::uint64_t { read(uart, 0xfe0 + i * 4) } << (i * 8);
        clockIds |= std::uint64_t { read(clock, 0xfe0 + i * 4) } << (i * 8);
    }
    QCOMPARE(ids, 0xb105f00d00341011U);
    QCOMPARE(clockIds, 0xb105f00d00041031U);
}

void TestPl011::narrowAndWideAccesses()
{
    Pl011 uart = Pl011::handedOver();
    uart.write(Pl011::kIbrd, 4, 0x1234);
    uart.write(Pl011::kFbrd, 4, 0x15);
    QCOMPARE(uart.read(Pl011::kIbrd, 1), 0x34U);
    QCOMPARE(uart.read(Pl011::kIbrd, 2), 0x1234U);
    QCOMPARE(uart.read(Pl011::kIbrd + 1, 1), 0x12U);
    QCOMPARE(uart.read(Pl011::kIbrd, 8), 0x1500001234U);
    QCOMPARE(uart.read(Pl011::kIbrd + 2, 4), 0x150000U);
    uart.write(Pl011::kIbrd, 1, 0xff56); // the register gets the byte, zero-extended
    QCOMPARE(read(uart, Pl011::kIbrd), 0x56U);
    uart.write(Pl011::kIbrd + 1, 1, 0x99); // not the start of the register
    QCOMPARE(read(uart, Pl011::kIbrd), 0x56U);
    uart.write(Pl011::kIbrd, 8, 0x0000002a00007777);
    QCOMPARE(read(uart, Pl011::kIbrd), 0x7777U);
    QCOMPARE(read(uart, Pl011::kFbrd), 0x2aU);
    uart.write(Pl011::kDr, 1, 'A');
    uart.write(Pl011::kDr, 2, 'B');
    QCOMPARE(uart.save().output, std::string("AB"));
}

void TestPl011::offsetsWithoutRegister()
{
    Pl011 uart = Pl011::handedOver();
    const DeviceState before = uart.save();
    for (const std::uint64_t offset : { 0x8U, 0x14U, 0x4cU, 0x80U, 0xfdcU, 0x1000U }) {
        uart.write(offset, 4, 0xffffffff);
        QCOMPARE(uart.read(offset, 4), 0U);
        QVERIFY(uart.registerAt(offset) == nullptr);
    }
    QVERIFY(uart.save() == before);
}

void TestPl011::peekHasNoSideEffect()
{
    Pl011 uart = Pl011::handedOver();
    uart.inject("Q");
    const DeviceState state = uart.save();
    const DeviceRegister* data = uart.registerAt(Pl011::kDr);
    QVERIFY(data != nullptr);
    QCOMPARE(uart.peek(state, *data), std::uint64_t('Q'));
    QCOMPARE(uart.peek(state, *data), std::uint64_t('Q'));
    QVERIFY(uart.save() == state);
    // A state that is not the device's own.
    QCOMPARE(uart.peek(Pl011().save(), *data), 0U);
}

void TestPl011::savedStateRestoresExactly()
{
    Pl011 uart = Pl011::handedOver();
    std::uint64_t k = 0;
    for (int round = 0; round < 2000; ++round) {
        const std::uint64_t random = splitmix(0x11, ++k);
        const DeviceState before = uart.save();
        auto copy = uart.clone();
        const std::uint64_t offset = bits(random, 5, 0) * 4 % 0x50;
        if (bit(random, 63))
            uart.inject("z", static_cast<std::uint16_t>(bits(random, 62, 52)));
        else if (bit(random, 51))
            uart.write(offset, 4, bits(random, 40, 20));
        else
            uart.read(offset, 4);
        const DeviceState after = uart.save();
        QVERIFY(copy->save() == before);
        copy->restore(after);
        QVERIFY(copy->save() == after);
        for (const DeviceRegister& reg : uart.registers())
            QCOMPARE(copy->peek(after, reg), uart.peek(after, reg));
        uart.restore(before);
        QVERIFY(uart.save() == before);
        uart.restore(after);
    }
}

void TestPl011::brokenStateIsTaken()
{
    Pl011 uart;
    uart.restore({});
    uart.restore({ { 1, 2 }, "x" });
    uart.restore({ std::vector<std::uint64_t>(100, ~std::uint64_t { 0 }), {} });
    send(uart, "abc");
    uart.inject("abc");
    for (const DeviceRegister& reg : uart.registers())
        uart.read(reg.offset, 16);
    Pl031 clock;
    clock.restore({});
    QCOMPARE(clock.read(Pl031::kDr, 4), 0U);
}

void TestPl011::tablesCoverEachBitOnce_data()
{
    QTest::addColumn<int>("device");
    QTest::newRow("PL011") << 0;
    QTest::newRow("PL031") << 1;
}

void TestPl011::tablesCoverEachBitOnce()
{
    QFETCH(int, device);
    const Pl011 uart;
    const Pl031 clock;
    const Device& which = device == 0 ? static_cast<const Device&>(uart) : clock;
    std::set<std::uint64_t> offsets;
    std::set<std::string> names;
    for (const DeviceRegister& reg : which.registers()) {
        QVERIFY(offsets.insert(reg.offset).second);
        QVERIFY2(names.insert(reg.name).second, reg.name);
        QCOMPARE(which.registerAt(reg.offset), &reg);
        QVERIFY(reg.layout != nullptr);
        QCOMPARE(reg.layout->width, 32U);
        unsigned next = 32;
        for (const arch::Field& field : reg.layout->fields) {
            QCOMPARE(field.hi, next - 1);
            QVERIFY(field.lo <= field.hi);
            QVERIFY2(*field.source != '\0' && *field.longName != '\0', field.name);
            for (const arch::NamedValue& value : field.values)
                QVERIFY(value.value >> (field.hi - field.lo + 1) == 0);
            next = field.lo;
        }
        QCOMPARE(next, 0U);
    }
}

QTEST_GUILESS_MAIN(TestPl011)
#include "tst_pl011.moc"
