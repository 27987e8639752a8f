// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/hypervisor/el1entry.h"
#include "core/hypervisor/policy.h"
#include "tests/core/hypervisor/fakesupport.h"

#include <QTest>

#include <set>

using namespace fscope;
using namespace fscope::hypervisor;
using test::FakeSupport;

namespace {

/// One step of each kind, by index, with values as they occur.
std::vector<MicroStep> oneOfEach()
{
    a64::Instruction instruction;
    a64::decodeFast(0xb8004422, instruction); // str w2, [x1], #4
    mmu::DescriptorRead invalid;
    invalid.stage = mmu::Stage::Two;
    invalid.level = 2;
    const mmu::Fault fault { mmu::Stage::Two, arch::FaultKind::Translation, 2, false, Ipa(0x9000000) };
    const mmu::OneEntryCache::Entry entry { 0x10, 0x9000, mmu::AccessKind::Write };
    PendingEvent event;
    event.esr = 0x96000410;
    MmioAccessed mmio { true, Ipa(0x9000000), "uart0", 0, 4, "UARTDR", { 0x41, 0 }, {}, { {}, "A" } };
    return {
        SyndromeRead { 0x92000047, 0x10000, 0, true, false, "ISV is 0" },
        InstructionFetched { Va(0x8000), 0xb8004422, false },
        FetchFailed { Va(0x8000), "no" },
        InstructionDecoded { instruction },
        DecodeFailed { 0x14000000, "a branch" },
        CacheLookedUp { Va(0x10000), mmu::AccessKind::Write, true, Ipa(0x9000000), entry },
        CacheFilled { std::nullopt, entry },
        DescriptorStep { invalid, false },
        Translated { Va(0x10000), mmu::AccessKind::Write, Ipa(0x9000000), {} },
        TranslationFailed { Va(0x10000), mmu::AccessKind::Write, fault, false },
        AccessChecked { Ipa(0x9000000), mmu::AccessKind::Write, 4, Target::Device, "uart0", true, {} },
        MemoryRead { Ipa(0x40000000), Pa(0x40000000), 4, { 0x1234, 0 } },
        MemoryWritten { Ipa(0x40000000), Pa(0x40000000), 4, { 0x1234, 0 }, { 0x5678, 0 } },
        mmio,
        RegisterWritten {
            { arch::RegId::File::X, 1 }, { 0x10000, 0 }, { 0x10004, 0 }, RegisterWritten::Why::WriteBack },
        PcAdvanced { 0x8000, 0x8004 },
        EventInjected { event, "nothing answers" },
        Stopped { OutcomeKind::Halted, "no reason" },
        TlbLookedUp { Va(0x10000), mmu::AccessKind::Write, mmu::Tlb::Place {}, {}, {}, {} },
        TlbEvicted {},
        TlbFilled {},
        TlbInvalidated { mmu::tlbiOperation(mmu::tlbiByName("vae1is").value(), 0, {}), 1, {}, {} },
        SystemInstruction { 0xd503309f, "dsb sy", "A barrier" },
    };
}

std::string sentenceOf(const MicroStep& step)
{
    return stepSentence(step).str();
}

} // namespace

class TestMicroStep : public QObject
{
    Q_OBJECT

private slots:
    void everyKindHasItsNameAndSentence();
    void sentencesNameWhatDecides();
    void everyDescriptorAndFaultHasAWholeSentence();
    void changesShowBeforeAndAfter();
    void updatesOfDescriptorsAreToldWhereTheyAreWritten();
    void failuresAreToldFromInformation();
    void policySentencesNameTheDecidingBit_data();
    void policySentencesNameTheDecidingBit();
    void exceptionEntryFollowsTheLevel_data();
    void exceptionEntryFollowsTheLevel();
    void exceptionEntryReportsWhatItWrites();
    void policiesAreFoundById();
};

void TestMicroStep::everyKindHasItsNameAndSentence()
{
    const auto steps = oneOfEach();
    QCOMPARE(steps.size(), std::variant_size_v<MicroStep>);
    std::set<std::string> names;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        QCOMPARE(steps[i].index(), i);
        QVERIFY2(names.insert(stepName(steps[i])).second, stepName(steps[i]));
        const std::string sentence = sentenceOf(steps[i]);
        QVERIFY2(!sentence.empty(), stepName(steps[i]));
        QVERIFY2(sentence.find('%') == std::string::npos, sentence.c_str());
        QVERIFY(stationOf(steps[i]) <= Station::Event);
    }
}

void TestMicroStep::sentencesNameWhatDecides()
{
    const auto steps = oneOfEach();
    const auto sentence = [&](std::size_t i) { return QString::fromStdString(sentenceOf(steps[i])); };
    QCOMPARE(sentence(7),
        QStringLiteral(
            "Stage 2, level 2: bit 0 of descriptor 0x0 is 0: it is invalid, so this is a Translation fault"));
    QCOMPARE(sentence(9),
        QStringLiteral(
            "Stage 2 has no valid descriptor at level 2 for 0x9000000, so the write is a Translation fault"));
    // A refused write is a matter of S2AP alone, a refused fetch one of XN.
    const auto refused = [](mmu::AccessKind kind, bool s1ptw) {
        const mmu::Fault fault { mmu::Stage::Two, arch::FaultKind::Permission, 3, s1ptw, Ipa(0x1000) };
        return QString::fromStdString(sentenceOf(TranslationFailed { Va(0x2000), kind, fault, false }));
    };
    QVERIFY(refused(mmu::AccessKind::Write, false).contains(QStringLiteral("S2AP of")));
    QVERIFY(!refused(mmu::AccessKind::Write, false).contains(QStringLiteral("XN")));
    QVERIFY(refused(mmu::AccessKind::Execute, false).contains(QStringLiteral("XN of")));
    QVERIFY(refused(mmu::AccessKind::Write, true).contains(QStringLiteral("S1PTW")));
    QVERIFY(sentence(3).contains(QStringLiteral("str w2, [x1], #4")));
    QVERIFY(sentence(13).contains(QStringLiteral("UARTDR")));
    QVERIFY(sentence(14).contains(QStringLiteral("written back")));
}

void TestMicroStep::everyDescriptorAndFaultHasAWholeSentence()
{
    using mmu::DescriptorType;
    for (const DescriptorType type : { DescriptorType::Invalid, DescriptorType::Table, DescriptorType::Block,
             DescriptorType::Page, DescriptorType::Reserved }) {
        for (const bool forTable : { false, true }) {
            mmu::DescriptorRead read;
            read.type = type;
            read.forTable = forTable;
            const std::string text = sentenceOf(DescriptorStep { read, false });
            QVERIFY2(text.find("evel 0") != std::string::npos, text.c_str());
            QCOMPARE(text.find("for the stage-1 table") != std::string::npos, forTable);
        }
    }
    for (unsigned kind = 0; kind <= unsigned(arch::FaultKind::UnsupportedAccess); ++kind) {
        for (const mmu::Stage stage : { mmu::Stage::One, mmu::Stage::Two }) {
            const mmu::Fault fault { stage, arch::FaultKind(kind), 3, false, Ipa(0x1000) };
            const std::string text
                = sentenceOf(TranslationFailed { Va(0x2000), mmu::AccessKind::Read, fault, false });
            QVERIFY(!text.empty());
            QVERIFY2(text.find('%') == std::string::npos, text.c_str());
        }
    }
}

void TestMicroStep::changesShowBeforeAndAfter()
{
    const auto steps = oneOfEach();
    const StepChange written = stepChange(steps[12]);
    QCOMPARE(written.before, std::string("0x00001234"));
    QCOMPARE(written.after, std::string("0x00005678"));
    const StepChange mmio = stepChange(steps[13]);
    QCOMPARE(mmio.what, std::string("uart0 UARTDR"));
    QCOMPARE(mmio.after, std::string("\"A\""));
    const StepChange base = stepChange(steps[14]);
    QCOMPARE(base.what, std::string("X1"));
    QCOMPARE(base.before, std::string("0x10000"));
    QCOMPARE(base.after, std::string("0x10004"));
    QVERIFY(stepChange(steps[11]).after.empty());
}

void TestMicroStep::updatesOfDescriptorsAreToldWhereTheyAreWritten()
{
    mmu::DescriptorRead read;
    read.type = mmu::DescriptorType::Page;
    read.level = 3;
    read.address = Pa(0x4000);
    read.value = 0x8000000000083;
    const auto step = [&read](std::uint64_t changed, bool written) {
        read.changed = changed;
        return DescriptorStep { read, false, written };
    };
    const auto sentence = [&](std::uint64_t changed, bool written) {
        return QString::fromStdString(sentenceOf(step(changed, written)));
    };
    QVERIFY(!sentence(0x400, false).contains(QStringLiteral("becomes")));
    QVERIFY(stepChange(step(0x400, false)).after.empty());
    QVERIFY(sentence(0x400, true)
                .endsWith(QStringLiteral(
                    ". Its Access flag (AF) is 0, so the CPU sets it: it becomes 0x8000000000483")));
    QVERIFY(sentence(0x80, true).contains(QStringLiteral("DBM is 1")));
    QVERIFY(!sentence(0x80, true).contains(QStringLiteral("(AF)")));
    QVERIFY(sentence(0x480, true).contains(QStringLiteral("sets the flag and marks it")));
    QCOMPARE(stepChange(step(0x480, true)).what, std::string("0x4000"));
    QCOMPARE(stepChange(step(0x480, true)).before, std::string("0x8000000000083"));
    QCOMPARE(stepChange(step(0x480, true)).after, std::string("0x8000000000403"));
}

void TestMicroStep::failuresAreToldFromInformation()
{
    auto steps = oneOfEach();
    QVERIFY(isFailure(steps[7]));
    QVERIFY(isFailure(steps[9]));
    std::get<DescriptorStep>(steps[7]).informative = true;
    std::get<TranslationFailed>(steps[9]).informative = true;
    QVERIFY(!isFailure(steps[7]));
    QVERIFY(!isFailure(steps[9]));
    QVERIFY(!isFailure(steps[13]));
    QVERIFY(isFailure(steps[17]));
    QVERIFY(stationOf(steps[7]) == Station::Stage2);
}

void TestMicroStep::policySentencesNameTheDecidingBit_data()
{
    QTest::addColumn<QString>("policy");
    QTest::addColumn<quint64>("esr");
    QTest::addColumn<QString>("first");
    const auto row = [](const char* policy, quint64 esr, const char* first) {
        QTest::addRow("%s %llx", policy, static_cast<unsigned long long>(esr))
            << QString::fromLatin1(policy) << esr << QString::fromLatin1(first);
    };
    row("openvmm", 0x92000047, "ISV is 0, so the instruction is fetched at 0xffff8000080012c4");
    row("openvmm", 0x93820007,
        "ISV is 1, so the syndrome describes the access: bytes: 4 (SAS), register: X2 (SRT)");
    row("openvmm", 0x82000007, "EC is 0x20, which is no Data Abort, so the instruction is decoded");
    row("qemu-hvf", 0x92000007, "ISV is 0, so the instruction is fetched at 0xffff8000080012c4");
    row("qemu-hvf", 0x92000147,
        "CM is 1: this is cache maintenance or an address translation, so QEMU/HVF steps over it");
    row("qemu-hvf", 0x92000087,
        "S1PTW is 1: stage 2 refused a stage-1 table, which QEMU/HVF does not expect");
    row("qemu-hvf", 0x82000007, "EC is 0x20, which QEMU/HVF has no handler for");
}

void TestMicroStep::policySentencesNameTheDecidingBit()
{
    QFETCH(QString, policy);
    QFETCH(quint64, esr);
    QFETCH(QString, first);
    FakeSupport support;
    support.state.pc = 0xffff8000080012c4;
    Intercept intercept;
    intercept.esr = esr;
    intercept.ipa = Ipa(0x9000000);
    StepRecorder recorder;
    (*policyById(policy.toStdString()))->handle(intercept, support, &recorder);
    const auto steps = recorder.take();
    QVERIFY(!steps.empty());
    QCOMPARE(QString::fromStdString(sentenceOf(steps.front())), first);
}

void TestMicroStep::exceptionEntryFollowsTheLevel_data()
{
    QTest::addColumn<quint64>("pstate");
    QTest::addColumn<quint64>("sctlr");
    QTest::addColumn<unsigned>("offset");
    QTest::addColumn<quint64>("after");
    const quint64 nzcv = 0xa0000000;
    QTest::newRow("EL1h") << (nzcv | 0x5) << quint64(1U << 23) << 0x200U << (nzcv | 0x3c5);
    QTest::newRow("EL1t") << (nzcv | 0x4) << quint64(1U << 23) << 0x000U << (nzcv | 0x3c5);
    QTest::newRow("EL0t") << (nzcv | 0x0) << quint64(1U << 23) << 0x400U << (nzcv | 0x3c5);
    QTest::newRow("SPAN = 0 sets PAN") << (nzcv | 0x5) << quint64(0) << 0x200U << (nzcv | 0x4003c5);
    QTest::newRow("UAO, SS, IL and BTYPE are cleared")
        << quint64(0xb00c05) << quint64(1U << 23) << 0x200U << quint64(0x3c5);
    QTest::newRow("SSBS is SCTLR_EL1.DSSBS")
        << quint64(0x5) << (quint64(1) << 44 | 1U << 23) << 0x200U << quint64(0x13c5);
    QTest::newRow("DIT stays") << quint64(0x1000005) << quint64(1U << 23) << 0x200U << quint64(0x10003c5);
}

void TestMicroStep::exceptionEntryFollowsTheLevel()
{
    QFETCH(quint64, pstate);
    QFETCH(quint64, sctlr);
    QFETCH(unsigned, offset);
    QFETCH(quint64, after);
    a64::CpuState cpu;
    cpu.pc = 0x1234;
    cpu.pstate = pstate;
    cpu.vbarEl1 = 0xffff000000000fff; // bits 10:0 are RES0
    cpu.translation.sctlr = sctlr;
    cpu.farEl1 = 7;
    QCOMPARE(enterEl1(cpu, 0x96000010, 0x5000, false, nullptr), offset);
    QCOMPARE(cpu.pstate, after);
    QCOMPARE(cpu.spsrEl1, pstate);
    QCOMPARE(cpu.elrEl1, 0x1234U);
    QCOMPARE(cpu.esrEl1, 0x96000010U);
    QCOMPARE(cpu.farEl1, 7U);
    QCOMPARE(cpu.pc, 0xffff000000000800U + offset);
}

void TestMicroStep::exceptionEntryReportsWhatItWrites()
{
    a64::CpuState cpu;
    StepRecorder recorder;
    enterEl1(cpu, 0x96000010, 0x5000, true, &recorder);
    QStringList names;
    for (const MicroStep& step : recorder.take()) {
        if (const auto* written = std::get_if<RegisterWritten>(&step)) {
            names += QString::fromStdString(arch::name(written->reg));
            QVERIFY(written->why == RegisterWritten::Why::Exception);
            QVERIFY(stationOf(step) == Station::Event);
        } else {
            QVERIFY(std::holds_alternative<PcAdvanced>(step));
            names += QStringLiteral("PC");
        }
    }
    QCOMPARE(names.join(u' '), QStringLiteral("SPSR_EL1 ELR_EL1 ESR_EL1 FAR_EL1 PSTATE PC"));
}

void TestMicroStep::policiesAreFoundById()
{
    QCOMPARE(policies().size(), 2U);
    QCOMPARE(std::string(policies()[0]->id()), std::string("openvmm"));
    for (const HypervisorPolicy* policy : policies())
        QVERIFY(policyById(policy->id()).value() == policy);
    const auto unknown = policyById("xen");
    QVERIFY(!unknown);
    QVERIFY(unknown.error().hint.find("qemu-hvf") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestMicroStep)
#include "tst_microstep.moc"
