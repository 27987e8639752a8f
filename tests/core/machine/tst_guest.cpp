// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/base/bytes.h"
#include "core/hypervisor/policy.h"
#include "tests/core/machine/testguest.h"

#include <QTest>

#include <atomic>
#include <cstdlib>
#include <new>

// Allocations of the whole program are counted, so that "nothing allocates" is a number.
namespace {
std::atomic<std::size_t> g_allocations;
}
void* operator new(std::size_t size)
{
    ++g_allocations;
    if (void* memory = std::malloc(size == 0 ? 1 : size))
        return memory;
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept
{
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept
{
    std::free(memory);
}

using namespace fscope;
using namespace fscope::hypervisor;
using fscope::machine::Guest;
using test::TestGuest;

namespace {

QString stepNames(StepRecorder& recorder)
{
    QStringList names;
    for (const MicroStep& step : recorder.take())
        names += QString::fromLatin1(stepName(step));
    return names.join(u' ');
}

} // namespace

class TestGuestSeam : public QObject
{
    Q_OBJECT

private slots:
    void translationIsStage1Alone();
    void translationShowsStage2AsInformation();
    void failedTranslationReportsItsFault();
    void checkTellsWhatLiesThere_data();
    void checkTellsWhatLiesThere();
    void memoryStaysInOneSlot();
    void memoryKnowsNoStage2();
    void readOnlyAndProtectedMemoryIsNotWritten();
    void sixteenBytesGoToADeviceAsTwice8();
    void aRegisterIsShownBeforeAndAfter();
    void nothingAnswersInAHole();
    void deviceWidthIsTheDevices();
    void copyIsASnapshot();
    void completedInterceptAllocatesNothing_data();
    void completedInterceptAllocatesNothing();
};

void TestGuestSeam::translationIsStage1Alone()
{
    Guest guest = TestGuest::make();
    // Stage 2 does not map this page.
    const auto ipa = guest.translate(Va(TestGuest::va(TestGuest::Unmapped, 5)), {}, nullptr);
    QVERIFY(ipa);
    QCOMPARE(ipa->value, TestGuest::ipa(TestGuest::Unmapped) + 5);
    const auto failed = guest.translate(Va(TestGuest::va(TestGuest::NoAccess)), {}, nullptr);
    QVERIFY(!failed);
    QVERIFY(failed.error().fault.stage == mmu::Stage::One);
    QVERIFY(!failed.error().hostEvent);
    // But the tables themselves lie behind stage 2.
    const auto hidden = guest.translate(Va(TestGuest::va(TestGuest::TableHole)), {}, nullptr);
    QVERIFY(!hidden);
    QVERIFY(hidden.error().fault.s1ptw);
}

void TestGuestSeam::translationShowsStage2AsInformation()
{
    Guest guest = TestGuest::make();
    StepRecorder recorder;
    QVERIFY(guest.translate(Va(TestGuest::va(TestGuest::Unmapped)), {}, &recorder));
    const auto steps = recorder.take();
    std::size_t translated = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (std::holds_alternative<Translated>(steps[i]))
            translated = i;
        if (const auto* descriptor = std::get_if<DescriptorStep>(&steps[i]))
            QCOMPARE(descriptor->informative, translated != 0);
    }
    QVERIFY(translated != 0);
    const auto* last = std::get_if<TranslationFailed>(&steps.back());
    QVERIFY(last != nullptr);
    QVERIFY(last->informative);
    QVERIFY(last->fault.stage == mmu::Stage::Two);
}

void TestGuestSeam::failedTranslationReportsItsFault()
{
    Guest guest = TestGuest::make();
    StepRecorder recorder;
    QVERIFY(!guest.translate(Va(TestGuest::va(TestGuest::NoAccess)), {}, &recorder));
    const auto steps = recorder.take();
    const auto* last = std::get_if<TranslationFailed>(&steps.back());
    QVERIFY(last != nullptr);
    QVERIFY(!last->informative);
    QCOMPARE(last->fault.level, 3);
}

void TestGuestSeam::checkTellsWhatLiesThere_data()
{
    QTest::addColumn<quint64>("ipa");
    QTest::addColumn<Target>("target");
    QTest::addColumn<bool>("read");
    QTest::addColumn<bool>("write");
    using T = TestGuest;
    QTest::newRow("RAM") << quint64(T::kRam) << Target::Ram << true << true;
    QTest::newRow("read-only memory") << quint64(T::kRom) << Target::Rom << true << false;
    QTest::newRow("device") << quint64(T::kUart) << Target::Device << true << true;
    QTest::newRow("protected") << quint64(T::kSecret) << Target::Protected << false << false;
    QTest::newRow("hole") << quint64(T::kHole) << Target::Hole << true << true;
}

void TestGuestSeam::checkTellsWhatLiesThere()
{
    QFETCH(quint64, ipa);
    QFETCH(Target, target);
    QFETCH(bool, read);
    QFETCH(bool, write);
    Guest guest = TestGuest::make();
    StepRecorder recorder;
    const auto reading = guest.check(Ipa(ipa), mmu::AccessKind::Read, 4, &recorder);
    const auto writing = guest.check(Ipa(ipa), mmu::AccessKind::Write, 4, &recorder);
    QVERIFY(reading.target == target);
    QCOMPARE(reading.allowed, read);
    QCOMPARE(writing.allowed, write);
    for (const MicroStep& step : recorder.take()) {
        const auto& checked = std::get<AccessChecked>(step);
        QVERIFY(checked.target == target);
        QCOMPARE(checked.reason.empty(), checked.allowed);
        QVERIFY(!stepSentence(step).str().empty());
        QCOMPARE(checked.slot.empty(), target == Target::Hole);
    }
}

void TestGuestSeam::memoryStaysInOneSlot()
{
    Guest guest = TestGuest::make();
    U128 value { 1, 2 };
    const Ipa last(TestGuest::kRam + TestGuest::kRamSize - 4);
    QVERIFY(guest.readMemory(last, 4, value, nullptr));
    QVERIFY(!guest.readMemory(last, 8, value, nullptr));
    QVERIFY(!guest.writeMemory(last, 8, value, nullptr));
    QVERIFY(!guest.readMemory(Ipa(TestGuest::kHole), 1, value, nullptr));
    QVERIFY(!guest.readMemory(Ipa(TestGuest::kUart), 4, value, nullptr));
    QVERIFY(!guest.readMemory(Ipa(TestGuest::kRam), 17, value, nullptr));
    QVERIFY(!guest.readMemory(Ipa(TestGuest::kRam), 0, value, nullptr));
    QVERIFY(!guest.readMemory(Ipa(~std::uint64_t { 0 }), 8, value, nullptr));
}

void TestGuestSeam::memoryKnowsNoStage2()
{
    Guest guest = TestGuest::make();
    const Ipa ipa(TestGuest::ipa(TestGuest::Unmapped) + 0x10);
    StepRecorder recorder;
    QVERIFY(guest.writeMemory(ipa, 16, { 0x1111, 0x2222 }, &recorder));
    U128 value;
    QVERIFY(guest.readMemory(ipa, 16, value, &recorder));
    QVERIFY((value == U128 { 0x1111, 0x2222 }));
    QVERIFY(guest.writeMemory(ipa, 2, { 0xffffffff, 0x3333 }, &recorder));
    QVERIFY(guest.readMemory(ipa, 9, value, &recorder));
    QVERIFY((value == U128 { 0xffff, 0x22 }));
    const auto steps = recorder.take();
    QCOMPARE(steps.size(), 4U);
    const auto& written = std::get<MemoryWritten>(steps[2]);
    QVERIFY((written.before == U128 { 0x1111, 0 }));
    QVERIFY((written.after == U128 { 0xffff, 0 }));
}

void TestGuestSeam::readOnlyAndProtectedMemoryIsNotWritten()
{
    Guest guest = TestGuest::make();
    const Guest before = guest;
    U128 value;
    QVERIFY(!guest.writeMemory(Ipa(TestGuest::kRom), 4, { 1, 0 }, nullptr));
    QVERIFY(guest.readMemory(Ipa(TestGuest::kRom), 4, value, nullptr));
    QVERIFY(!guest.writeMemory(Ipa(TestGuest::kSecret), 4, { 1, 0 }, nullptr));
    QVERIFY(!guest.readMemory(Ipa(TestGuest::kSecret), 4, value, nullptr));
    QVERIFY(guest.sameState(before));
}

void TestGuestSeam::sixteenBytesGoToADeviceAsTwice8()
{
    Guest guest = TestGuest::make();
    // MR and LR of the clock are words 1 and 2.
    StepRecorder recorder;
    QVERIFY(guest.writeDevice(Ipa(TestGuest::kRtc), 16, { 0x0000000500000000, 0x7 }, &recorder));
    U128 value;
    QVERIFY(guest.readDevice(Ipa(TestGuest::kRtc), 16, value, &recorder));
    QVERIFY((value == U128 { 0x0000000500000007, 0x7 }));
    const auto steps = recorder.take();
    QCOMPARE(steps.size(), 2U);
    const auto& step = std::get<MmioAccessed>(steps[0]);
    QCOMPARE(step.device, std::string("rtc0"));
    QCOMPARE(step.registerName, std::string("RTCDR"));
    QVERIFY(step.before != step.after);
    QCOMPARE(step.registerSize, 4U);
}

void TestGuestSeam::aRegisterIsShownBeforeAndAfter()
{
    Guest guest = TestGuest::make();
    StepRecorder recorder;
    // UARTFBRD has six bits: what it holds is not what was written.
    QVERIFY(guest.writeDevice(Ipa(TestGuest::kUart + 0x28), 4, { 0xffc5, 0 }, &recorder));
    QVERIFY(guest.writeDevice(Ipa(TestGuest::kUart + 0x28), 4, { 0xffc5, 0 }, &recorder));
    const auto steps = recorder.take();
    const StepChange first = stepChange(steps[0]);
    QCOMPARE(first.what, std::string("uart0 UARTFBRD"));
    QCOMPARE(first.before, std::string("0x00000000"));
    QCOMPARE(first.after, std::string("0x00000005"));
    const StepChange second = stepChange(steps[1]);
    QVERIFY(second.before.empty() && second.after.empty());
}

void TestGuestSeam::nothingAnswersInAHole()
{
    Guest guest = TestGuest::make();
    U128 value { 5, 5 };
    StepRecorder recorder;
    QVERIFY(!guest.readDevice(Ipa(TestGuest::kHole), 4, value, &recorder));
    QVERIFY(value == U128 {});
    QVERIFY(!guest.writeDevice(Ipa(TestGuest::kHole), 4, { 5, 0 }, &recorder));
    QCOMPARE(stepNames(recorder), QStringLiteral("mmio mmio"));
}

void TestGuestSeam::deviceWidthIsTheDevices()
{
    const Guest guest = TestGuest::make();
    QCOMPARE(guest.deviceWidth(Ipa(TestGuest::kUart)), 4U);
    QCOMPARE(guest.deviceWidth(Ipa(TestGuest::kHole)), 8U);
}

void TestGuestSeam::copyIsASnapshot()
{
    Guest guest = TestGuest::make();
    const Guest copy = guest;
    QVERIFY(copy.sameState(guest));
    QVERIFY(guest.writeDevice(Ipa(TestGuest::kUart), 1, { 'A', 0 }, nullptr));
    QVERIFY(!copy.sameState(guest));
    guest = copy;
    QVERIFY(copy.sameState(guest));
    QVERIFY(guest.writeMemory(Ipa(TestGuest::kRam), 1, { 1, 0 }, nullptr));
    QVERIFY(!copy.sameState(guest));
    guest = copy;
    guest.vcpu.x[7] ^= 1;
    QVERIFY(!copy.sameState(guest));
}

void TestGuestSeam::completedInterceptAllocatesNothing_data()
{
    QTest::addColumn<QString>("policy");
    QTest::addColumn<quint32>("word");
    QTest::addColumn<quint64>("esr");
    QTest::addColumn<bool>("bytes");
    const auto row = [](const char* name, const char* policy, quint32 word, quint64 esr, bool bytes) {
        QTest::newRow(name) << QString::fromLatin1(policy) << word << esr << bytes;
    };
    row("OpenVMM, post-index load, bytes given", "openvmm", 0xf8408422, 0x92000007, true);
    row("OpenVMM, post-index load, fetched", "openvmm", 0xf8408422, 0x92000007, false);
    row("OpenVMM, pair load", "openvmm", 0xad400c22, 0x92000007, false);
    row("OpenVMM, ISV=1", "openvmm", 0xb9400022, 0x93820007, true);
    row("QEMU/HVF, post-index load", "qemu-hvf", 0xf8408422, 0x92000007, false);
    row("QEMU/HVF, pair load", "qemu-hvf", 0xad400c22, 0x92000007, false);
    row("QEMU/HVF, ISV=1", "qemu-hvf", 0xb9400022, 0x93820007, false);
}

void TestGuestSeam::completedInterceptAllocatesNothing()
{
    QFETCH(QString, policy);
    QFETCH(quint32, word);
    QFETCH(quint64, esr);
    QFETCH(bool, bytes);
    Guest guest = TestGuest::make();
    TestGuest::setWord(guest, word);
    guest.vcpu.x[1] = TestGuest::va(TestGuest::Unmapped);
    Intercept intercept;
    intercept.esr = esr;
    intercept.far = guest.vcpu.x[1];
    intercept.ipa = Ipa(TestGuest::ipa(TestGuest::Unmapped));
    intercept.pc = guest.vcpu.pc;
    if (bytes) {
        storeLe(intercept.instructionBytes.data(), word, 4);
        intercept.instructionByteCount = 4;
    }
    const HypervisorPolicy& which = **policyById(policy.toStdString());
    const std::size_t before = g_allocations;
    const Outcome outcome = which.handle(intercept, guest, nullptr);
    const std::size_t after = g_allocations;
    QCOMPARE(outcome.kind, OutcomeKind::Completed);
    QCOMPARE(guest.vcpu.pc, TestGuest::kCode + 4);
    QCOMPARE(after - before, 0U);
}

QTEST_GUILESS_MAIN(TestGuestSeam)
#include "tst_guest.moc"
