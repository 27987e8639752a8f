// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/esr.h"
#include "core/machine/cpu.h"
#include "tests/core/machine/testguest.h"

#include <QTest>

using namespace fscope;
using namespace fscope::machine;
using hypervisor::Intercept;
using test::TestGuest;

namespace {

constexpr std::uint32_t kLdrX2 = 0xf9400022;   // ldr x2, [x1]
constexpr std::uint32_t kLdrW2 = 0xb9400022;   // ldr w2, [x1]
constexpr std::uint32_t kLdrsbW2 = 0x39c00022; // ldrsb w2, [x1]
constexpr std::uint32_t kStrX2 = 0xf9000022;   // str x2, [x1]
constexpr std::uint32_t kLdrPost = 0xf8408422; // ldr x2, [x1], #8
constexpr std::uint32_t kLdpX23 = 0xa9400c22;  // ldp x2, x3, [x1]
constexpr std::uint32_t kStpQ23 = 0xad000c22;  // stp q2, q3, [x1]
constexpr std::uint32_t kLdrQ2 = 0x3dc00022;   // ldr q2, [x1]
constexpr std::uint32_t kLdarX2 = 0xc8dffc22;  // ldar x2, [x1]
constexpr std::uint32_t kLdtrX2 = 0xf8400822;  // ldtr x2, [x1]
constexpr std::uint32_t kLdrX2Sp = 0xf94003e2; // ldr x2, [sp]
constexpr std::uint32_t kPrfm = 0xf9800020;    // prfm pldl1keep, [x1]
constexpr std::uint32_t kUnallocated = 0xf9c00020;
constexpr std::uint32_t kLdadd = 0xf8200041; // ldadd x0, x1, [x2]
constexpr std::uint32_t kBranch = 0x14000000;

Guest guestWith(std::uint32_t word, std::uint64_t address)
{
    Guest guest = TestGuest::make();
    TestGuest::setWord(guest, word);
    guest.vcpu.x[1] = address;
    return guest;
}

std::uint64_t at(const Guest& guest, std::uint64_t pa)
{
    std::uint64_t value = 0;
    return guest.memory.read(Pa(pa), &value, sizeof(value)) ? 0 : value;
}

} // namespace

class TestCpu : public QObject
{
    Q_OBJECT

private slots:
    void loadWithWriteBackRuns();
    void storeOverAPageEndWritesBothPages();
    void bigEndianDataIsReversed();
    void prefetchDoesNothing();
    void stage2FaultIsAnIntercept_data();
    void stage2FaultIsAnIntercept();
    void faultOnTheSecondPageNamesItsFirstByte();
    void faultOnTheSecondPageChangesNothing();
    void exceptionGoesToEl1_data();
    void exceptionGoesToEl1();
    void fetchFaultOfStage2IsAnIntercept();
    void unknownInstructionIsNotTakenForAnother();
    void observerSeesTheSameResult();
    void descriptorsAreUpdatedAsHardwareDoes_data();
    void descriptorsAreUpdatedAsHardwareDoes();
    void updatesBeforeAStage2FaultStay();
    void policiesUpdateNoDescriptor();
    void externalAbortsGoToTheHypervisorThatAsksForThem();
};

void TestCpu::loadWithWriteBackRuns()
{
    Guest guest = guestWith(kLdrPost, TestGuest::va(TestGuest::Ram0, 0x18));
    QVERIFY(std::holds_alternative<Executed>(executeOne(guest)));
    QCOMPARE(guest.vcpu.x[2], at(guest, TestGuest::ipa(TestGuest::Ram0) + 0x18));
    QCOMPARE(guest.vcpu.x[1], TestGuest::va(TestGuest::Ram0, 0x20));
    QCOMPARE(guest.vcpu.pc, TestGuest::kCode + 4);
}

void TestCpu::storeOverAPageEndWritesBothPages()
{
    Guest guest = guestWith(kStpQ23, TestGuest::va(TestGuest::Ram0, 0xfec));
    QVERIFY(std::holds_alternative<Executed>(executeOne(guest)));
    const std::uint64_t first = TestGuest::ipa(TestGuest::Ram0) + 0xfec;
    QCOMPARE(at(guest, first), guest.vcpu.v[2].lo);
    QCOMPARE(at(guest, first + 8), guest.vcpu.v[2].hi);
    // V3 begins at the last four bytes of the page.
    QCOMPARE(at(guest, first + 12) >> 32, guest.vcpu.v[3].lo & 0xffffffff);
    const std::uint64_t second = TestGuest::ipa(TestGuest::Ram1);
    QCOMPARE(at(guest, second), guest.vcpu.v[3].lo >> 32 | guest.vcpu.v[3].hi << 32);
    QCOMPARE(at(guest, second + 8) & 0xffffffff, guest.vcpu.v[3].hi >> 32);
}

void TestCpu::bigEndianDataIsReversed()
{
    Guest guest = guestWith(kStrX2, TestGuest::va(TestGuest::Ram0, 0x20));
    guest.vcpu.x[2] = 0x1122334455667788;
    guest.vcpu.translation.sctlr |= 1U << 25; // EE
    // Table walks are big-endian then as well, so the tables must not be looked at: stage 1 off.
    guest.vcpu.translation.sctlr &= ~std::uint64_t { 1 };
    guest.vcpu.pc = TestGuest::kCodeIpa;
    guest.vcpu.x[1] = TestGuest::ipa(TestGuest::Ram0) + 0x20;
    QVERIFY(std::holds_alternative<Executed>(executeOne(guest)));
    QCOMPARE(at(guest, TestGuest::ipa(TestGuest::Ram0) + 0x20), 0x8877665544332211U);
}

void TestCpu::prefetchDoesNothing()
{
    Guest guest = guestWith(kPrfm, TestGuest::va(TestGuest::NoAccess));
    Guest expected = guest;
    expected.vcpu.pc += 4;
    QVERIFY(std::holds_alternative<Executed>(executeOne(guest)));
    QVERIFY(guest.sameState(expected));
}

void TestCpu::stage2FaultIsAnIntercept_data()
{
    QTest::addColumn<quint32>("word");
    QTest::addColumn<unsigned>("page");
    QTest::addColumn<quint64>("esr");
    QTest::addColumn<bool>("hpfarValid");

    // Arm ARM D24.2: ISV only for one general-purpose register without write-back.
    QTest::newRow("word load, translation fault")
        << kLdrW2 << unsigned(TestGuest::UartPage) << quint64(0x93820007) << true;
    QTest::newRow("signed byte load into W")
        << kLdrsbW2 << unsigned(TestGuest::UartPage) << quint64(0x93220007) << true;
    QTest::newRow("doubleword store")
        << kStrX2 << unsigned(TestGuest::UartPage) << quint64(0x93c28047) << true;
    QTest::newRow("load-acquire") << kLdarX2 << unsigned(TestGuest::UartPage) << quint64(0x93c2c007) << true;
    QTest::newRow("post-index load has no ISV")
        << kLdrPost << unsigned(TestGuest::UartPage) << quint64(0x92000007) << true;
    QTest::newRow("pair load has no ISV")
        << kLdpX23 << unsigned(TestGuest::Unmapped) << quint64(0x92000007) << true;
    QTest::newRow("vector load has no ISV")
        << kLdrQ2 << unsigned(TestGuest::Unmapped) << quint64(0x92000007) << true;
    QTest::newRow("write to read-only page, permission fault")
        << kStrX2 << unsigned(TestGuest::RomPage) << quint64(0x93c2804f) << false;
    QTest::newRow("stage-1 table not mapped, S1PTW")
        << kLdrX2 << unsigned(TestGuest::TableHole) << quint64(0x92000087) << true;
}

void TestCpu::stage2FaultIsAnIntercept()
{
    QFETCH(quint32, word);
    QFETCH(unsigned, page);
    QFETCH(quint64, esr);
    QFETCH(bool, hpfarValid);
    const std::uint64_t address = TestGuest::va(TestGuest::Page(page), 0x40);
    Guest guest = guestWith(word, address);
    const Guest before = guest;
    const CpuResult result = executeOne(guest);
    const auto* intercept = std::get_if<Intercept>(&result);
    QVERIFY(intercept != nullptr);
    QCOMPARE(intercept->esr, esr);
    QCOMPARE(intercept->far, address);
    QCOMPARE(intercept->hpfarValid, hpfarValid);
    QCOMPARE(intercept->pc, TestGuest::kCode);
    QCOMPARE(intercept->pstate, before.vcpu.pstate);
    if (page != TestGuest::TableHole) {
        QCOMPARE(intercept->hpfar, arch::hpfarOf(TestGuest::ipa(TestGuest::Page(page))));
        QCOMPARE(intercept->ipa->value, TestGuest::ipa(TestGuest::Page(page)) + 0x40);
    }
    QVERIFY(guest.sameState(before));
}

void TestCpu::faultOnTheSecondPageNamesItsFirstByte()
{
    // Ram1 is mapped, the page behind it is not.
    Guest guest = guestWith(kLdrX2, TestGuest::va(TestGuest::Ram1, 0xffd));
    const CpuResult result = executeOne(guest);
    const auto* intercept = std::get_if<Intercept>(&result);
    QVERIFY(intercept != nullptr);
    QCOMPARE(intercept->far, TestGuest::va(TestGuest::Unmapped));
    QCOMPARE(intercept->ipa->value, TestGuest::ipa(TestGuest::Unmapped));
    QCOMPARE(intercept->esr, 0x93c28007U);
}

void TestCpu::faultOnTheSecondPageChangesNothing()
{
    Guest guest = guestWith(kStpQ23, TestGuest::va(TestGuest::Ram1, 0xff8));
    const Guest before = guest;
    QVERIFY(std::holds_alternative<Intercept>(executeOne(guest)));
    QVERIFY(guest.sameState(before));
}

void TestCpu::exceptionGoesToEl1_data()
{
    QTest::addColumn<quint32>("word");
    QTest::addColumn<quint64>("address");
    QTest::addColumn<unsigned>("el");
    QTest::addColumn<quint64>("sctlr");
    QTest::addColumn<quint64>("esr");
    QTest::addColumn<quint64>("far");
    QTest::addColumn<unsigned>("vector");

    using T = TestGuest;
    const quint64 none = ~quint64 { 0 };
    const quint64 noAccess = T::va(T::NoAccess, 8);
    const quint64 unaligned = T::va(T::Ram0, 1);
    QTest::newRow("stage-1 translation fault, load")
        << kLdrX2 << noAccess << 1U << quint64(0) << quint64(0x96000007) << noAccess << 0x200U;
    QTest::newRow("stage-1 translation fault, store")
        << kStrX2 << noAccess << 1U << quint64(0) << quint64(0x96000047) << noAccess << 0x200U;
    QTest::newRow("stage-1 fault from EL0")
        << kLdrX2 << noAccess << 0U << quint64(0) << quint64(0x92000007) << noAccess << 0x400U;
    QTest::newRow("EL0 reads a page of EL1, permission fault")
        << kLdrX2 << quint64(T::va(T::Kernel)) << 0U << quint64(0) << quint64(0x9200000f)
        << quint64(T::va(T::Kernel)) << 0x400U;
    QTest::newRow("LDTR at EL1 has the rights of EL0")
        << kLdtrX2 << quint64(T::va(T::Kernel)) << 1U << quint64(0) << quint64(0x9600000f)
        << quint64(T::va(T::Kernel)) << 0x200U;
    QTest::newRow("of two pages that refuse, the first one does")
        << kLdrX2 << quint64(T::va(T::NoAccess) - 4) << 1U << quint64(0) << quint64(0x96000010)
        << quint64(T::va(T::NowherePage, 0xffc)) << 0x200U;
    QTest::newRow("SCTLR_EL1.A, unaligned")
        << kLdrX2 << unaligned << 1U << quint64(2) << quint64(0x96000021) << unaligned << 0x200U;
    QTest::newRow("ordered access, unaligned")
        << kLdarX2 << unaligned << 1U << quint64(0) << quint64(0x96000021) << unaligned << 0x200U;
    QTest::newRow("Device memory, unaligned")
        << kStrX2 << quint64(T::va(T::DeviceRam, 4)) << 1U << quint64(0) << quint64(0x96000061)
        << quint64(T::va(T::DeviceRam, 4)) << 0x200U;
    QTest::newRow("SP not a multiple of 16")
        << kLdrX2Sp << quint64(0) << 1U << quint64(8) << quint64(0x9a000000) << none << 0x200U;
    QTest::newRow("no RAM behind stage 2, External abort")
        << kLdrX2 << quint64(T::va(T::NowherePage)) << 1U << quint64(0) << quint64(0x96000010)
        << quint64(T::va(T::NowherePage)) << 0x200U;
    QTest::newRow("unallocated word")
        << kUnallocated << quint64(0) << 1U << quint64(0) << quint64(0x02000000) << none << 0x200U;
}

void TestCpu::exceptionGoesToEl1()
{
    QFETCH(quint32, word);
    QFETCH(quint64, address);
    QFETCH(unsigned, el);
    QFETCH(quint64, sctlr);
    QFETCH(quint64, esr);
    QFETCH(quint64, far);
    QFETCH(unsigned, vector);
    Guest guest = guestWith(word, address);
    guest.vcpu.translation.sctlr |= sctlr;
    guest.vcpu.spEl1 = TestGuest::va(TestGuest::Ram0, 8);
    guest.vcpu.farEl1 = 0x5555;
    guest.vcpu.pstate = arch::pstate::mode(el, el != 0) | 0x60000000;
    if (el == 0)
        guest.vcpu.pc = TestGuest::kUserCode;
    const Guest before = guest;
    const CpuResult result = executeOne(guest);
    const auto* taken = std::get_if<TakenToEl1>(&result);
    QVERIFY(taken != nullptr);
    const bool hasFar = far != ~quint64 { 0 };
    QCOMPARE(taken->esr, esr);
    QCOMPARE(taken->farValid, hasFar);
    QCOMPARE(taken->vectorOffset, vector);
    QCOMPARE(guest.vcpu.esrEl1, esr);
    QCOMPARE(guest.vcpu.farEl1, hasFar ? far : 0x5555U);
    QCOMPARE(guest.vcpu.elrEl1, before.vcpu.pc);
    QCOMPARE(guest.vcpu.spsrEl1, before.vcpu.pstate);
    QCOMPARE(guest.vcpu.pc, TestGuest::kVbar + vector);
    QCOMPARE(guest.vcpu.pstate, 0x604003c5U); // NZCV kept, PAN as SPAN = 0, DAIF, EL1h
    QVERIFY(guest.memory.sameContent(before.memory));
    QVERIFY(guest.vcpu.x == before.vcpu.x);
}

void TestCpu::fetchFaultOfStage2IsAnIntercept()
{
    Guest guest = TestGuest::make();
    guest.vcpu.pc = TestGuest::va(TestGuest::Kernel);
    // Executable in stage 1; stage 2 is taken away by an empty root.
    guest.vcpu.translation.sctlr &= ~std::uint64_t { 1 };
    guest.vcpu.pc = TestGuest::kHole;
    const CpuResult result = executeOne(guest);
    const auto* intercept = std::get_if<Intercept>(&result);
    QVERIFY(intercept != nullptr);
    QCOMPARE(arch::exceptionClass(intercept->esr), 0x20U);
    QCOMPARE(intercept->far, TestGuest::kHole);
    QCOMPARE(intercept->hpfar, arch::hpfarOf(TestGuest::kHole));

    guest.vcpu.pc = TestGuest::kCodeIpa + 2;
    const CpuResult misaligned = executeOne(guest);
    const auto* taken = std::get_if<TakenToEl1>(&misaligned);
    QVERIFY(taken != nullptr);
    QCOMPARE(taken->esr, 0x8a000000U);
}

void TestCpu::unknownInstructionIsNotTakenForAnother()
{
    for (const std::uint32_t word : { kLdadd, kBranch }) {
        Guest guest = guestWith(word, 0);
        const Guest before = guest;
        const CpuResult result = executeOne(guest);
        const auto* unknown = std::get_if<NotModelled>(&result);
        QVERIFY(unknown != nullptr);
        QCOMPARE(unknown->word, word);
        QVERIFY(!unknown->reason.empty());
        QVERIFY(guest.sameState(before));
    }
}

void TestCpu::observerSeesTheSameResult()
{
    for (const unsigned page : { 0U, 2U, 3U, 6U, 8U, 9U, 10U }) {
        for (const std::uint32_t word : { kLdrX2, kStrX2, kLdrPost, kLdpX23, kStpQ23 }) {
            Guest quiet = guestWith(word, TestGuest::va(TestGuest::Page(page), 0x3a));
            Guest watched = quiet;
            hypervisor::StepRecorder recorder;
            QVERIFY(executeOne(quiet) == executeOne(watched, &recorder));
            QVERIFY(quiet.sameState(watched));
            QVERIFY(recorder.take().size() > 8);
        }
    }
}

void TestCpu::descriptorsAreUpdatedAsHardwareDoes_data()
{
    QTest::addColumn<quint32>("word");
    QTest::addColumn<bool>("managed");
    QTest::addColumn<quint64>("changed");
    QTest::newRow("a load sets Access flags") << kLdrX2 << true << quint64(TestGuest::kAf);
    QTest::newRow("a store marks the page as written to, too")
        << kStrX2 << true << quint64(TestGuest::kAf | TestGuest::kBit7);
    QTest::newRow("nothing without HA and HD") << kLdrX2 << false << quint64(0);
}

void TestCpu::descriptorsAreUpdatedAsHardwareDoes()
{
    QFETCH(quint32, word);
    QFETCH(bool, managed);
    QFETCH(quint64, changed);
    Guest guest = guestWith(word, TestGuest::va(TestGuest::Ram0));
    const Pa one = TestGuest::leafOf(guest, TestGuest::Ram0, mmu::Stage::One);
    const Pa two = TestGuest::leafOf(guest, TestGuest::Ram0, mmu::Stage::Two);
    if (managed) {
        TestGuest::manageByHardware(guest);
        TestGuest::makeClean(guest, TestGuest::Ram0);
    }
    const Guest before = guest;
    hypervisor::StepRecorder recorder;
    QVERIFY(std::holds_alternative<Executed>(executeOne(guest, &recorder)));
    QCOMPARE(TestGuest::word(guest, one) ^ TestGuest::word(before, one), changed);
    QCOMPARE(TestGuest::word(guest, two) ^ TestGuest::word(before, two), changed);
    unsigned written = 0;
    for (const hypervisor::MicroStep& step : recorder.take()) {
        const auto* descriptor = std::get_if<hypervisor::DescriptorStep>(&step);
        if (descriptor == nullptr || !descriptor->written)
            continue;
        ++written;
        QVERIFY(descriptor->read.address == one || descriptor->read.address == two);
        QCOMPARE(descriptor->read.value, TestGuest::word(before, descriptor->read.address));
        QCOMPARE(descriptor->read.after(), TestGuest::word(guest, descriptor->read.address));
    }
    QCOMPARE(written, changed != 0 ? 2U : 0U);
    if (word == kLdrX2) { // but for the tables, memory is as it was
        TestGuest::putWord(guest, one, TestGuest::word(before, one));
        TestGuest::putWord(guest, two, TestGuest::word(before, two));
        QVERIFY(guest.memory.sameContent(before.memory));
    }
}

void TestCpu::updatesBeforeAStage2FaultStay()
{
    Guest guest = guestWith(kStrX2, TestGuest::va(TestGuest::Ram0));
    TestGuest::manageByHardware(guest);
    TestGuest::makeClean(guest, TestGuest::Ram0);
    const Pa one = TestGuest::leafOf(guest, TestGuest::Ram0, mmu::Stage::One);
    const Pa two = TestGuest::leafOf(guest, TestGuest::Ram0, mmu::Stage::Two);
    TestGuest::putWord(guest, two, TestGuest::word(guest, two) & ~TestGuest::kDbm); // read-only
    Guest expected = guest;
    TestGuest::putWord(expected, one, (TestGuest::word(guest, one) | TestGuest::kAf) & ~TestGuest::kBit7);
    const CpuResult result = executeOne(guest);
    const auto* intercept = std::get_if<Intercept>(&result);
    QVERIFY(intercept != nullptr);
    QCOMPARE(arch::AbortSyndrome::decode(intercept->esr).fsc, 0xfU); // Permission fault, level 3
    QVERIFY(guest.sameState(expected));
}

void TestCpu::policiesUpdateNoDescriptor()
{
    Guest guest = guestWith(kStrX2, TestGuest::va(TestGuest::Ram0));
    TestGuest::manageByHardware(guest);
    TestGuest::makeClean(guest, TestGuest::Ram0);
    const Guest before = guest;
    hypervisor::StepRecorder recorder;
    const mmu::Access access { mmu::AccessKind::Write };
    QVERIFY(guest.translate(Va(TestGuest::va(TestGuest::Ram0)), access, &recorder));
    QVERIFY(guest.translate(Va(TestGuest::va(TestGuest::Ram0)), access, nullptr));
    QVERIFY(guest.sameState(before));
    unsigned wouldChange = 0;
    for (const hypervisor::MicroStep& step : recorder.take()) {
        if (const auto* descriptor = std::get_if<hypervisor::DescriptorStep>(&step)) {
            QVERIFY(!descriptor->written);
            wouldChange += descriptor->read.updated() ? 1 : 0;
        }
    }
    QCOMPARE(wouldChange, 2U);
}

void TestCpu::externalAbortsGoToTheHypervisorThatAsksForThem()
{
    Guest guest = guestWith(kLdrX2, TestGuest::va(TestGuest::NowherePage));
    guest.vcpu.translation.hcr |= 1ULL << 37; // TEA
    const Guest before = guest;
    const CpuResult result = executeOne(guest);
    const auto* intercept = std::get_if<Intercept>(&result);
    QVERIFY(intercept != nullptr);
    QCOMPARE(intercept->esr, 0x92000010U);
    QCOMPARE(intercept->far, TestGuest::va(TestGuest::NowherePage));
    QVERIFY(!intercept->hpfarValid);
    QVERIFY(!intercept->ipa);
    QVERIFY(guest.sameState(before));
}

QTEST_GUILESS_MAIN(TestCpu)
#include "tst_cpu.moc"
