// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// A guest whose CPU has a TLB.

#include "core/a64/systemword.h"
#include "core/arch/sysreg.h"
#include "core/machine/cpu.h"
#include "core/machine/run.h"
#include "tests/core/machine/testguest.h"

#include <QTest>

using namespace fscope;
using namespace fscope::machine;
using test::TestGuest;

namespace {

constexpr std::uint32_t kLoad = 0xf9400022;  // ldr x2, [x1]
constexpr std::uint32_t kStore = 0xf9000022; // str x2, [x1]

std::uint32_t tlbi(const char* name, unsigned rt = 31)
{
    return a64::tlbiWord(mmu::tlbiByName(name).value(), rt);
}

/// About to run @p word with X1 on a page of data.
Guest guestWith(std::uint32_t word, TestGuest::Page page = TestGuest::Ram0)
{
    Guest guest = TestGuest::make();
    guest.tlb = mmu::Tlb();
    TestGuest::setWord(guest, word);
    guest.vcpu.x[1] = TestGuest::va(page);
    return guest;
}

/// Runs @p word at the same PC again.
CpuResult again(Guest& guest, std::uint32_t word, hypervisor::StepObserver* observer = nullptr)
{
    guest.vcpu.pc = TestGuest::kCode;
    TestGuest::setWord(guest, word);
    return executeOne(guest, observer);
}

std::uint64_t wordOf(const Guest& guest, TestGuest::Page page)
{
    std::uint64_t value = 0;
    static_cast<void>(guest.memory.read(Pa(TestGuest::ipa(page)), &value, sizeof value));
    return value;
}

/// The level 3 descriptor of a stage for a page of data.
Pa descriptorOf(const Guest& guest, TestGuest::Page page, mmu::Stage stage)
{
    mmu::WalkTrace trace;
    mmu::translate(guest.vcpu.translation, guest.memory, Va(TestGuest::va(page)), {}, &trace);
    for (auto read = trace.rbegin(); read != trace.rend(); ++read)
        if (read->stage == stage && !read->forTable && read->level == 3)
            return read->address;
    return Pa(0);
}

/// Makes the table say that @p page is where @p other is.
void remap(Guest& guest, TestGuest::Page page, TestGuest::Page other)
{
    std::uint64_t descriptor = 0;
    static_cast<void>(guest.memory.read(descriptorOf(guest, other, mmu::Stage::One), &descriptor, 8));
    static_cast<void>(guest.memory.write(descriptorOf(guest, page, mmu::Stage::One), &descriptor, 8));
}

QStringList names(const std::vector<hypervisor::MicroStep>& steps)
{
    QStringList out;
    for (const hypervisor::MicroStep& step : steps)
        out << QString::fromLatin1(hypervisor::stepName(step));
    return out;
}

} // namespace

class TestGuestTlb : public QObject
{
    Q_OBJECT

private slots:
    void accessesAndFetchesGoThroughIt();
    void aChangedTableIsNotSeenUntilTlbi_data();
    void aChangedTableIsNotSeenUntilTlbi();
    void anEntryMayRefuseWhatTheTablesAllow();
    void policiesWalkForThemselves();
    void deviceMemoryIsKnownFromTheEntry();
    void systemInstructionsRespectTheLevel_data();
    void systemInstructionsRespectTheLevel();
    void tlbiCanBeTrapped_data();
    void tlbiCanBeTrapped();
    void withoutTlbNothingChanges();
    void wordsAreReadAsTheyAreWritten();
};

void TestGuestTlb::accessesAndFetchesGoThroughIt()
{
    Guest guest = guestWith(kLoad);
    hypervisor::StepRecorder first;
    QVERIFY(std::holds_alternative<Executed>(executeOne(guest, &first)));
    QStringList steps = names(first.take());
    QCOMPARE(steps.count(QStringLiteral("tlb-filled")), 2);
    QVERIFY(steps.contains(QStringLiteral("descriptor")));

    hypervisor::StepRecorder second;
    QVERIFY(std::holds_alternative<Executed>(again(guest, kLoad, &second)));
    steps = names(second.take());
    QCOMPARE(steps,
        QStringList({ QStringLiteral("tlb-looked-up"), QStringLiteral("translated"),
            QStringLiteral("instruction-fetched"), QStringLiteral("instruction-decoded"),
            QStringLiteral("tlb-looked-up"), QStringLiteral("translated"), QStringLiteral("memory-read"),
            QStringLiteral("register-written"), QStringLiteral("pc-advanced") }));
    QCOMPARE(guest.tlb->statistics().allHits(), std::uint64_t(2));
    QCOMPARE(guest.tlb->statistics().allMisses(), std::uint64_t(2));
}

void TestGuestTlb::aChangedTableIsNotSeenUntilTlbi_data()
{
    QTest::addColumn<QByteArray>("operation");
    QTest::addColumn<bool>("suffices");
    for (const char* name : { "vae1", "vae1is", "vale1os", "vaae1", "vmalle1is", "vae1isnxs" })
        QTest::newRow(name) << QByteArray(name) << true;
    QTest::newRow("aside1: the entry is global") << QByteArray("aside1") << false;
}

void TestGuestTlb::aChangedTableIsNotSeenUntilTlbi()
{
    QFETCH(QByteArray, operation);
    QFETCH(bool, suffices);
    Guest guest = guestWith(kLoad);
    const std::uint64_t oldValue = wordOf(guest, TestGuest::Ram0);
    const std::uint64_t newValue = wordOf(guest, TestGuest::Ram1);
    executeOne(guest);
    QCOMPARE(guest.vcpu.x[2], oldValue);
    remap(guest, TestGuest::Ram0, TestGuest::Ram1);
    again(guest, kLoad);
    QCOMPARE(guest.vcpu.x[2], oldValue); // the bug
    again(guest, 0xd5033a9f);            // dsb ishst alone does not help
    again(guest, kLoad);
    QCOMPARE(guest.vcpu.x[2], oldValue);
    guest.vcpu.x[6] = guest.vcpu.x[1] >> 12;
    QVERIFY(std::holds_alternative<Executed>(again(guest, tlbi(operation.constData(), 6))));
    again(guest, kLoad);
    QCOMPARE(guest.vcpu.x[2], suffices ? newValue : oldValue);
}

void TestGuestTlb::anEntryMayRefuseWhatTheTablesAllow()
{
    Guest guest = guestWith(kLoad, TestGuest::RomPage);
    executeOne(guest);
    const Pa at = descriptorOf(guest, TestGuest::RomPage, mmu::Stage::Two);
    std::uint64_t descriptor = 0;
    static_cast<void>(guest.memory.read(at, &descriptor, 8));
    descriptor |= 1U << 7; // S2AP: may be written
    static_cast<void>(guest.memory.write(at, &descriptor, 8));
    const CpuResult result = again(guest, kStore);
    const auto* trap = std::get_if<hypervisor::Intercept>(&result);
    QVERIFY(trap != nullptr);
    QCOMPARE(trap->esr & 0x3f, std::uint64_t(0xf)); // Permission fault, level 3
    const InterceptRun run = recordRun(guest, *trap, **hypervisor::policyById("qemu-hvf"));
    QVERIFY(run.hardwareResult.fault);
    QVERIFY(run.hardwareWalk.empty()); // no descriptor was read
    QVERIFY(std::holds_alternative<Executed>(again(guest, tlbi("vmalle1"))));
    QVERIFY(std::holds_alternative<Executed>(again(guest, kStore)));
}

void TestGuestTlb::policiesWalkForThemselves()
{
    Guest guest = guestWith(kLoad);
    executeOne(guest);
    remap(guest, TestGuest::Ram0, TestGuest::Ram1);
    const std::optional<mmu::Tlb> before = guest.tlb;
    const auto ipa = guest.translate(Va(guest.vcpu.x[1]), {}, nullptr);
    QVERIFY(ipa);
    QCOMPARE(*ipa, Ipa(TestGuest::ipa(TestGuest::Ram1)));
    QVERIFY(guest.tlb == before);
}

void TestGuestTlb::deviceMemoryIsKnownFromTheEntry()
{
    Guest guest = guestWith(kLoad, TestGuest::DeviceRam);
    executeOne(guest);
    guest.vcpu.x[1] += 4; // 8 bytes that are not aligned
    const CpuResult result = again(guest, kLoad);
    const auto* taken = std::get_if<TakenToEl1>(&result);
    QVERIFY(taken != nullptr);
    QCOMPARE(taken->esr & 0x3f, std::uint64_t(0x21)); // Alignment fault
    QCOMPARE(guest.tlb->statistics().hits[0], std::uint64_t(1));
}

void TestGuestTlb::systemInstructionsRespectTheLevel_data()
{
    QTest::addColumn<unsigned>("word");
    QTest::addColumn<unsigned>("el");
    QTest::addColumn<bool>("undefined");
    QTest::newRow("tlbi vmalle1 at EL1") << tlbi("vmalle1") << 1U << false;
    QTest::newRow("tlbi vmalle1 at EL0") << tlbi("vmalle1") << 0U << true;
    QTest::newRow("tlbi ipas2e1 at EL1") << tlbi("ipas2e1is", 3) << 1U << true;
    QTest::newRow("tlbi alle2 at EL1") << tlbi("alle2") << 1U << true;
    QTest::newRow("dsb sy at EL0") << 0xd5033f9fU << 0U << false;
    QTest::newRow("dmb ish at EL1") << 0xd5033bbfU << 1U << false;
    QTest::newRow("isb at EL0") << 0xd5033fdfU << 0U << false;
    QTest::newRow("nop") << 0xd503201fU << 1U << false;
}

void TestGuestTlb::systemInstructionsRespectTheLevel()
{
    QFETCH(unsigned, word);
    QFETCH(unsigned, el);
    QFETCH(bool, undefined);
    Guest guest = guestWith(word);
    if (el == 0) {
        guest.vcpu.pstate = arch::pstate::mode(0, false);
        guest.vcpu.pc = TestGuest::kUserCode;
    }
    const std::uint64_t pc = guest.vcpu.pc;
    hypervisor::StepRecorder recorder;
    const CpuResult result = executeOne(guest, &recorder);
    if (undefined) {
        const auto* taken = std::get_if<TakenToEl1>(&result);
        QVERIFY(taken != nullptr);
        QCOMPARE(taken->esr, std::uint64_t(1) << 25); // EC 0, IL
    } else {
        QVERIFY(std::holds_alternative<Executed>(result));
        QCOMPARE(guest.vcpu.pc, pc + 4);
        QVERIFY(names(recorder.take()).contains(QStringLiteral("system-instruction")));
    }
}

void TestGuestTlb::tlbiCanBeTrapped_data()
{
    QTest::addColumn<quint64>("hcr");
    QTest::addColumn<QByteArray>("operation");
    QTest::addColumn<bool>("traps");
    QTest::newRow("TTLB") << quint64(1ULL << 25) << QByteArray("vae1") << true;
    QTest::newRow("TTLB, of a scope") << quint64(1ULL << 25) << QByteArray("vae1is") << true;
    QTest::newRow("TTLBIS") << quint64(1ULL << 54) << QByteArray("vae1is") << true;
    QTest::newRow("TTLBIS, local") << quint64(1ULL << 54) << QByteArray("vae1") << false;
    QTest::newRow("TTLBOS") << quint64(1ULL << 55) << QByteArray("vae1os") << true;
    QTest::newRow("TTLBOS, inner") << quint64(1ULL << 55) << QByteArray("vae1is") << false;
}

void TestGuestTlb::tlbiCanBeTrapped()
{
    QFETCH(quint64, hcr);
    QFETCH(QByteArray, operation);
    QFETCH(bool, traps);
    Guest guest = guestWith(tlbi(operation.constData(), 4));
    guest.vcpu.translation.hcr |= hcr;
    const CpuResult result = executeOne(guest);
    const auto* trap = std::get_if<hypervisor::Intercept>(&result);
    QCOMPARE(trap != nullptr, traps);
    if (traps) {
        QCOMPARE(trap->esr >> 26, std::uint64_t(0x18));
        QCOMPARE(QString::fromStdString(arch::sysreg::trappedInstruction(trap->esr)).toLower(),
            QStringLiteral("tlbi %1, x4").arg(QString::fromLatin1(operation)));
        QCOMPARE(guest.tlb->statistics().allOperations(), std::uint64_t(0));
        QCOMPARE(guest.vcpu.pc, TestGuest::kCode);
    }
}

void TestGuestTlb::withoutTlbNothingChanges()
{
    Guest guest = guestWith(kLoad);
    guest.tlb.reset();
    executeOne(guest);
    remap(guest, TestGuest::Ram0, TestGuest::Ram1);
    again(guest, kLoad);
    QCOMPARE(guest.vcpu.x[2], wordOf(guest, TestGuest::Ram1));
    QVERIFY(std::holds_alternative<Executed>(again(guest, tlbi("vmalle1"))));
}

void TestGuestTlb::wordsAreReadAsTheyAreWritten()
{
    for (const mmu::TlbiRow& row : mmu::tlbiRows())
        for (const bool nxs : { false, true }) {
            const mmu::TlbiInstruction instruction { &row, mmu::TlbiScope::InnerShareable, nxs };
            const auto word = a64::systemWord(a64::tlbiWord(instruction, 7));
            QVERIFY(word && word->tlbi);
            QVERIFY(*word->tlbi == instruction);
            QCOMPARE(word->rt, row.takesOperand ? 7U : 31U);
        }
    // As objdump prints them.
    const std::array<std::pair<std::uint32_t, const char*>, 9> words { {
        { 0xd5088326, "tlbi vae1is, x6" },
        { 0xd508871f, "tlbi vmalle1" },
        { 0xd50c8030, "tlbi ipas2e1is, x16" },
        { 0xd5033b9f, "dsb ish" },
        { 0xd5033f9f, "dsb sy" },
        { 0xd5033abf, "dmb ishst" },
        { 0xd5033fdf, "isb" },
        { 0xd5033e3f, "dsb synxs" },
        { 0xd503201f, "nop" },
    } };
    for (const auto& [word, text] : words) {
        const auto found = a64::systemWord(word);
        QVERIFY2(found, text);
        QCOMPARE(found->text(), std::string(text));
    }
    QVERIFY(!a64::systemWord(0xd5088306)); // tlbi vmalle1is takes no register
}

QTEST_GUILESS_MAIN(TestGuestTlb)
#include "tst_guesttlb.moc"
