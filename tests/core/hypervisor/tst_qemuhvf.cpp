// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/esr.h"
#include "core/hypervisor/policy.h"
#include "tests/core/hypervisor/fakesupport.h"

#include <QTest>

using namespace fscope;
using namespace fscope::hypervisor;
using test::FakeSupport;

namespace {

// The common situation of the cases: EL1h, Xn = 0xAAAAAAAAAAAAAA00 + n, a device of two pages, a hole,
// read-only memory, RAM.
constexpr std::uint64_t kPc = 0xffff800080200100;
constexpr std::uint64_t kVbar = 0xffff800080000800;
constexpr std::uint64_t kDev = 0xffff800080001000;
constexpr std::uint64_t kHole = 0xffff800080003000;
constexpr std::uint64_t kRom = 0xffff800080004000;
constexpr std::uint64_t kRam = 0xffff800080005000;
constexpr std::uint64_t kVaToIpa = 0x9000000 - kDev;
constexpr std::uint64_t kCodeIpa = kPc + kVaToIpa;

FakeSupport caseSupport(std::uint32_t word)
{
    FakeSupport support;
    for (unsigned n = 0; n < 31; ++n)
        support.state.x[n] = 0xaaaaaaaaaaaaaa00 + n;
    for (unsigned n = 0; n < 32; ++n)
        support.state.v[n] = { 0x1000 + n, 0x2000 + n };
    support.state.pc = kPc;
    support.state.vbarEl1 = kVbar;
    support.vaToIpa = kVaToIpa;
    support.targetOf = [](std::uint64_t ipa, mmu::AccessKind) {
        const std::uint64_t va = ipa - kVaToIpa;
        if (va - kDev < 0x2000)
            return Target::Device;
        if (va - kRom < 0x1000)
            return Target::Rom;
        if (va - kRam < 0x1000 || (ipa & ~0xfffU) == (kCodeIpa & ~0xfffU))
            return Target::Ram;
        return Target::Hole;
    };
    support.byteAt = [word](std::uint64_t ipa) {
        constexpr std::uint8_t kPattern[] = { 0x80, 0x43, 0x65, 0x87, 0x98, 0xba, 0xdc, 0xfe, 0x88, 0x77,
            0x66, 0x55, 0x44, 0x33, 0x22, 0x11 };
        if (ipa - kCodeIpa < 4)
            return static_cast<std::uint8_t>(word >> ((ipa - kCodeIpa) * 8));
        return ipa - kVaToIpa - kHole < 0x1000 ? std::uint8_t { 0 } : kPattern[ipa % 16];
    };
    return support;
}

Intercept caseIntercept(std::uint64_t esr, std::uint64_t far)
{
    Intercept intercept;
    intercept.esr = esr;
    intercept.far = far;
    intercept.hpfar = arch::hpfarOf(far + kVaToIpa);
    intercept.ipa = Ipa(far + kVaToIpa);
    intercept.pc = kPc;
    intercept.pstate = 0x3c5;
    return intercept;
}

const HypervisorPolicy& qemu()
{
    return **policyById("qemu-hvf");
}

} // namespace

class TestQemuHvf : public QObject
{
    Q_OBJECT

private slots:
    void carriedOut_data();
    void carriedOut();
    void injected_data();
    void injected();
    void dies_data();
    void dies();
    void cacheMaintenanceIsSteppedOver();
    void ramWriteRunsAgain();
    void pairIsCutToTheDevicesWidth();
    void pairIsCutAtThePageEnd();
    void firstPageStaysWrittenWhenTheSecondFails();
    void registersStayWhenMemoryFails();
    void vectorsKeepTheirOrderInBigEndianGuests();
    void instructionIsFetchedThoughItCameAlong();
};

void TestQemuHvf::carriedOut_data()
{
    QTest::addColumn<quint32>("word");
    QTest::addColumn<quint64>("esr");
    QTest::addColumn<quint64>("far");
    QTest::addColumn<unsigned>("base"); // register that holds the address; 31: SP; 32: none needed
    QTest::addColumn<quint64>("value"); // its value
    QTest::addColumn<bool>("bigEndian");
    QTest::addColumn<QString>("expected"); // registers
    QTest::addColumn<QString>("device");   // last device accesses
    const auto row = [](const char* name, quint32 word, quint64 esr, quint64 far, unsigned base,
                         quint64 value, const char* expected, const char* device, bool bigEndian = false) {
        QTest::newRow(name) << word << esr << far << base << value << bigEndian
                            << QString::fromLatin1(expected) << QString::fromLatin1(device);
    };
    const quint64 nisv = 0x92000007;
    const quint64 nisvW = 0x92000047;
    row("C01 word load", 0xb9400022, 0x93820007, kDev, 1, kDev, "x2=0x87654380", "dev r 0x9000000+4");
    row("C02 word store", 0xb9000023, 0x93830047, kDev, 1, kDev, "", "dev w 0x9000000 03aaaaaa");
    row("C03 signed byte to W, extended to 64 bits", 0x39c00022, 0x93220007, kDev, 1, kDev,
        "x2=0xffffffffffffff80", "dev r 0x9000000+1");
    row("C04 signed byte to X", 0x39800022, 0x93228007, kDev, 1, kDev, "x2=0xffffffffffffff80",
        "dev r 0x9000000+1");
    row("C05 signed word to X", 0xb9800022, 0x93a28007, kDev, 1, kDev, "x2=0xffffffff87654380",
        "dev r 0x9000000+4");
    row("C06 load to XZR reads the device", 0xb940003f, 0x939f0007, kDev, 1, kDev, "", "dev r 0x9000000+4");
    row("C07 store of XZR", 0xf900003f, 0x93df8047, kDev, 1, kDev, "", "dev w 0x9000000 0000000000000000");
    row("C08 load-acquire", 0x88dffc20, 0x93804007, kDev, 1, kDev, "x0=0x87654380", "dev r 0x9000000+4");
    row("C10 big-endian guest, ISV=1 not swapped", 0xb9400022, 0x93820007, kDev, 1, kDev, "x2=0x87654380",
        "dev r 0x9000000+4", true);
    row("C11 pair load", 0xa94010a3, nisv, kDev, 5, kDev, "x3=0xfedcba9887654380 x4=0x1122334455667788",
        "dev r 0x9000000+8; dev r 0x9000008+8");
    row("C12 pair store, pre-index", 0xa9810440, nisvW, kDev + 0x10, 2, kDev, "x2=0xffff800080001010",
        "dev w 0x9000010 00aaaaaaaaaaaaaa; dev w 0x9000018 01aaaaaaaaaaaaaa");
    row("C13 load, post-index", 0xf8408423, nisv, kDev, 1, kDev,
        "x1=0xffff800080001008 x3=0xfedcba9887654380", "dev r 0x9000000+8");
    row("C14 store, post-index", 0xb8004548, nisvW, kDev, 10, kDev, "x10=0xffff800080001004",
        "dev w 0x9000000 08aaaaaa");
    row("C15 load, pre-index", 0xb8404c23, nisv, kDev + 4, 1, kDev, "x1=0xffff800080001004 x3=0xfedcba98",
        "dev r 0x9000004+4");
    row("C16 load, post-index, SP base", 0xf84107e0, nisv, kDev, 31, kDev,
        "x0=0xfedcba9887654380 sp=0xffff800080001010", "dev r 0x9000000+8");
    row("C17 Rt = Rn: base written last", 0xf8408463, nisv, kDev, 3, kDev, "x3=0xffff800080001008",
        "dev r 0x9000000+8");
    row("C18 signed word, post-index", 0xb8804422, nisv, kDev, 1, kDev,
        "x1=0xffff800080001004 x2=0xffffffff87654380", "dev r 0x9000000+4");
    row("C19 signed pair", 0x69400440, nisv, kDev, 2, kDev, "x0=0xffffffff87654380 x1=0xfffffffffedcba98",
        "dev r 0x9000000+8");
    row("C20 non-temporal pair", 0xa8400440, nisv, kDev, 2, kDev,
        "x0=0xfedcba9887654380 x1=0x1122334455667788", "dev r 0x9000000+8; dev r 0x9000008+8");
    row("C21 32-bit pair, post-index, one transfer", 0x28c10440, nisv, kDev, 2, kDev,
        "x0=0x87654380 x1=0xfedcba98 x2=0xffff800080001008", "dev r 0x9000000+8");
    row("C22 128-bit vector load", 0x3dc00020, nisv, kDev, 1, kDev, "v0=0x1122334455667788fedcba9887654380",
        "dev r 0x9000000+8; dev r 0x9000008+8");
    row("C24 64-bit vector pair store", 0x6d000440, nisvW, kDev, 2, kDev, "",
        "dev w 0x9000000 0010000000000000; dev w 0x9000008 0110000000000000");
    row("C32 pair load, big-endian guest, swapped", 0xa94010a3, nisv, kDev, 5, kDev,
        "x3=0x8043658798badcfe x4=0x8877665544332211", "dev r 0x9000000+8; dev r 0x9000008+8", true);
    row("C33 pair load over a page end", 0xa94010a3, nisv, kDev + 0xff8, 5, kDev + 0xff8,
        "x3=0x1122334455667788 x4=0xfedcba9887654380", "dev r 0x9000ff8+8; dev r 0x9001000+8");
    row("C38 DC ZVA zeroes nothing", 0xd50b7421, nisvW, kDev, 1, kDev, "", "");
    row("C48 word load from a hole reads 0", 0xb9400022, 0x93820007, kHole, 1, kHole, "x2=0x0", "");
    row("C49 word store to a hole is dropped", 0xb9000023, 0x93830047, kHole, 1, kHole, "", "");
    row("signed byte to W without ISV, 32 bits", 0x39c00022, nisv, kDev, 1, kDev, "x2=0xffffff80",
        "dev r 0x9000000+1");
    row("unit test: stp s0,s1,[x2]", 0x2d000440, nisvW, kDev, 2, kDev, "",
        "dev w 0x9000000 0010000001100000");
    row("unit test: ldr x2,[x1]", 0xf9400022, nisv, kDev, 1, kDev, "x2=0xfedcba9887654380",
        "dev r 0x9000000+8");
    row("unit test: str xzr,[x1] stores 0, not SP", 0xf900003f, nisvW, kDev, 1, kDev, "",
        "dev w 0x9000000 0000000000000000");
    row("unit test: prfm does nothing", 0xf9800020, nisv, kDev, 1, kDev, "", "");
}

void TestQemuHvf::carriedOut()
{
    QFETCH(quint32, word);
    QFETCH(quint64, esr);
    QFETCH(quint64, far);
    QFETCH(unsigned, base);
    QFETCH(quint64, value);
    QFETCH(bool, bigEndian);
    QFETCH(QString, expected);
    QFETCH(QString, device);
    FakeSupport support = caseSupport(word);
    (base == 31 ? support.state.spEl1 : support.state.x[base]) = value;
    if (bigEndian)
        support.state.translation.sctlr |= 1U << 25;
    const a64::CpuState before = support.state;
    const Outcome outcome = qemu().handle(caseIntercept(esr, far), support, nullptr);
    QCOMPARE(outcome.kind, OutcomeKind::Completed);
    QString got;
    const auto add = [&](const std::string& text) {
        got += (got.isEmpty() ? QString() : QStringLiteral(" ")) + QString::fromStdString(text);
    };
    for (unsigned n = 0; n < 31; ++n) {
        if (before.x[n] != support.state.x[n])
            add("x" + std::to_string(n) + "=" + hex(support.state.x[n]));
    }
    for (unsigned n = 0; n < 32; ++n) {
        if (before.v[n] != support.state.v[n])
            add("v" + std::to_string(n) + "=" + hex(support.state.v[n]));
    }
    if (before.sp() != support.state.sp())
        add("sp=" + hex(support.state.sp()));
    QCOMPARE(got, expected);
    QCOMPARE(support.state.pc, kPc + 4);
    QStringList accesses;
    for (const std::string& entry : support.log) {
        if (entry.rfind("dev", 0) == 0)
            accesses += QString::fromStdString(entry);
    }
    QCOMPARE(accesses.join(QStringLiteral("; ")), device);
}

void TestQemuHvf::injected_data()
{
    QTest::addColumn<quint32>("word");
    QTest::addColumn<unsigned>("el");
    QTest::addColumn<quint64>("esr");
    QTest::addColumn<quint64>("far");
    QTest::addColumn<unsigned>("base");
    QTest::addColumn<quint64>("value");
    QTest::addColumn<quint64>("injected");
    QTest::addColumn<quint64>("vector");
    const quint64 nisv = 0x92000007;
    const quint64 nisvW = 0x92000047;
    QTest::newRow("C25 structure load") << 0x4c407020U << 1U << nisv << quint64(kDev) << 1U << quint64(kDev)
                                        << quint64(0x96000410) << quint64(0x200);
    QTest::newRow("C26 one lane") << 0x0d408420U << 1U << nisv << quint64(kDev) << 1U << quint64(kDev)
                                  << quint64(0x96000410) << quint64(0x200);
    QTest::newRow("C50 pair load from a hole") << 0xa94010a3U << 1U << nisv << quint64(kHole) << 5U
                                               << quint64(kHole) << quint64(0x96000410) << quint64(0x200);
    QTest::newRow("C51 stack push into a hole")
        << 0xa9bf7bfdU << 1U << nisvW << quint64(kHole) << 31U << quint64(kHole + 16) << quint64(0x96000450)
        << quint64(0x200);
    QTest::newRow("from EL0, read") << 0x4c407020U << 0U << nisv << quint64(kDev) << 1U << quint64(kDev)
                                    << quint64(0x92000410) << quint64(0x400);
    QTest::newRow("from EL0, write") << 0xa9000440U << 0U << nisvW << quint64(kHole) << 2U << quint64(kHole)
                                     << quint64(0x92000450) << quint64(0x400);
    QTest::newRow("load literal") << 0x58000002U << 1U << nisv << quint64(kDev) << 1U << quint64(kDev)
                                  << quint64(0x96000410) << quint64(0x200);
    QTest::newRow("ordered without ISV") << 0xc8dffc22U << 1U << nisv << quint64(kDev) << 1U << quint64(kDev)
                                         << quint64(0x96000410) << quint64(0x200);
    QTest::newRow("ldapur without ISV") << 0xd9400022U << 1U << nisv << quint64(kDev) << 1U << quint64(kDev)
                                        << quint64(0x96000410) << quint64(0x200);
    QTest::newRow("unit test: a branch") << 0x14000000U << 1U << nisv << quint64(kDev) << 1U << quint64(kDev)
                                         << quint64(0x96000410) << quint64(0x200);
}

void TestQemuHvf::injected()
{
    QFETCH(quint32, word);
    QFETCH(unsigned, el);
    QFETCH(quint64, esr);
    QFETCH(quint64, far);
    QFETCH(unsigned, base);
    QFETCH(quint64, value);
    QFETCH(quint64, injected);
    QFETCH(quint64, vector);
    FakeSupport support = caseSupport(word);
    support.state.pstate = arch::pstate::mode(el, el != 0);
    (base == 31 ? support.state.spEl1 : support.state.x[base]) = value;
    const a64::CpuState before = support.state;
    const Outcome outcome = qemu().handle(caseIntercept(esr, far), support, nullptr);
    QCOMPARE(outcome.kind, OutcomeKind::EventInjected);
    QVERIFY(outcome.event->delivery == PendingEvent::Delivery::Entered);
    QVERIFY(!outcome.event->bytes);
    QCOMPARE(outcome.event->esr, injected);
    QCOMPARE(support.state.esrEl1, injected);
    QCOMPARE(support.state.farEl1, far);
    QCOMPARE(support.state.elrEl1, kPc);
    QCOMPARE(support.state.pc, kVbar + vector);
    QVERIFY(support.state.x == before.x);
}

void TestQemuHvf::dies_data()
{
    QTest::addColumn<quint64>("esr");
    QTest::addColumn<quint64>("far");
    QTest::addColumn<QString>("why");
    QTest::newRow("C39 S1PTW") << quint64(0x92000087) << quint64(kDev) << QStringLiteral("S1PTW");
    QTest::newRow("C40 store to read-only memory")
        << quint64(0x9383004f) << quint64(kRom) << QStringLiteral("read-only");
    QTest::newRow("C41 pair store to read-only memory")
        << quint64(0x9200004f) << quint64(kRom) << QStringLiteral("read-only");
    QTest::newRow("C46 fetch from a hole")
        << quint64(0x82000007) << quint64(kHole) << QStringLiteral("for ever");
}

void TestQemuHvf::dies()
{
    QFETCH(quint64, esr);
    QFETCH(quint64, far);
    QFETCH(QString, why);
    FakeSupport support = caseSupport(0xb9400022);
    const a64::CpuState before = support.state;
    const Outcome outcome = qemu().handle(caseIntercept(esr, far), support, nullptr);
    QCOMPARE(outcome.kind, OutcomeKind::Halted);
    const QString reason = QString::fromStdString(outcome.reason.str());
    QVERIFY2(reason.contains(why), qPrintable(reason));
    QVERIFY(support.state == before);
}

void TestQemuHvf::cacheMaintenanceIsSteppedOver()
{
    // C35 to C37: on a device, in a hole, on read-only memory.
    for (const std::uint64_t far : { kDev, kHole, kRom }) {
        FakeSupport support = caseSupport(0xd50b7e21);
        QCOMPARE(
            qemu().handle(caseIntercept(0x92000147, far), support, nullptr).kind, OutcomeKind::Completed);
        QCOMPARE(support.state.pc, kPc + 4);
        QVERIFY(support.log.empty());
    }
}

void TestQemuHvf::ramWriteRunsAgain()
{
    FakeSupport support = caseSupport(0xb9000022);
    const a64::CpuState before = support.state;
    const Outcome outcome = qemu().handle(caseIntercept(0x9382004f, kRam), support, nullptr);
    QCOMPARE(outcome.kind, OutcomeKind::Completed);
    QVERIFY(!outcome.reason.empty());
    QVERIFY(support.state == before);
}

void TestQemuHvf::pairIsCutToTheDevicesWidth()
{
    FakeSupport support = caseSupport(0xa94010a3); // ldp x3, x4, [x5]
    support.state.x[5] = kDev + 2;
    support.width = 4;
    QCOMPARE(
        qemu().handle(caseIntercept(0x92000007, kDev + 2), support, nullptr).kind, OutcomeKind::Completed);
    QVERIFY(QString::fromStdString(support.logText())
                .endsWith(QStringLiteral(
                    "dev r 0x9000002+2; dev r 0x9000004+4; dev r 0x9000008+4; dev r 0x900000c+4; "
                    "dev r 0x9000010+2")));
}

void TestQemuHvf::pairIsCutAtThePageEnd()
{
    FakeSupport support = caseSupport(0xa94010a3);
    support.state.x[5] = kDev + 0xffc;
    QCOMPARE(qemu().handle(caseIntercept(0x92000007, kDev + 0xffc), support, nullptr).kind,
        OutcomeKind::Completed);
    QVERIFY(QString::fromStdString(support.logText())
                .endsWith(QStringLiteral(
                    "tr 0xffff800080001ffc r; check 0x9000ffc r; dev r 0x9000ffc+4; tr "
                    "0xffff800080002000 r; check 0x9001000 r; dev r 0x9001000+8; dev r 0x9001008+4")));
}

void TestQemuHvf::firstPageStaysWrittenWhenTheSecondFails()
{
    FakeSupport support = caseSupport(0xa9000440); // stp x0, x1, [x2]
    support.state.x[2] = kDev + 0x1ff8;            // the hole is behind the device
    const Outcome outcome = qemu().handle(caseIntercept(0x92000047, kDev + 0x1ff8), support, nullptr);
    QCOMPARE(outcome.kind, OutcomeKind::EventInjected);
    QVERIFY(support.logText().find("dev w 0x9001ff8 00aaaaaaaaaaaaaa") != std::string::npos);
}

void TestQemuHvf::registersStayWhenMemoryFails()
{
    FakeSupport support = caseSupport(0xf8408423); // ldr x3, [x1], #8
    support.state.x[1] = kDev;
    support.untranslated = { kDev };
    const a64::CpuState before = support.state;
    QCOMPARE(
        qemu().handle(caseIntercept(0x92000007, kDev), support, nullptr).kind, OutcomeKind::EventInjected);
    QVERIFY(support.state.x == before.x);
}

void TestQemuHvf::vectorsKeepTheirOrderInBigEndianGuests()
{
    FakeSupport support = caseSupport(0x3dc00020); // ldr q0, [x1]
    support.state.x[1] = kDev;
    support.state.translation.sctlr |= 1U << 25;
    QCOMPARE(qemu().handle(caseIntercept(0x92000007, kDev), support, nullptr).kind, OutcomeKind::Completed);
    QCOMPARE(support.state.v[0].lo, 0xfedcba9887654380U);
}

void TestQemuHvf::instructionIsFetchedThoughItCameAlong()
{
    FakeSupport support = caseSupport(0xf8408423);
    support.state.x[1] = kDev;
    Intercept intercept = caseIntercept(0x92000007, kDev);
    intercept.instructionByteCount = 4; // of an UDF
    QCOMPARE(qemu().handle(intercept, support, nullptr).kind, OutcomeKind::Completed);
    QCOMPARE(support.state.x[1], kDev + 8);
}

QTEST_GUILESS_MAIN(TestQemuHvf)
#include "tst_qemuhvf.moc"
