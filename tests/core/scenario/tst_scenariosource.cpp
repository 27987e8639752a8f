// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/machine/guestmap.h"
#include "core/mmu/walk.h"
#include "core/scenario/guestbuilder.h"
#include "core/scenario/scenariosource.h"
#include "tests/core/scenario/scenariotext.h"

#include <QTest>

#include <algorithm>
#include <cstring>

using namespace fscope;
using namespace fscope::scenario;

namespace {

std::unique_ptr<ScenarioSource> open(const QByteArray& text)
{
    auto source = ScenarioSource::read(text.toStdString(), "s.json");
    if (!source)
        qFatal("%s", source.error().text().c_str());
    return std::move(*source);
}

std::shared_ptr<const machine::InterceptRun> run(
    const ScenarioSource& source, std::size_t index, const char* policy)
{
    auto done = source.run(index, **hypervisor::policyById(policy));
    if (!done)
        qFatal("%s", done.error().text().c_str());
    return *done;
}

std::string output(const machine::InterceptRun& run)
{
    return run.after->bus.windows().front().device->save().output;
}

} // namespace

class TestScenarioSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editedMemoryIsWhatTheInstructionFinds()
    {
        const auto source = open(test::scenarioText());
        const auto& policy = **hypervisor::policyById("openvmm");
        // str w2, [x1]: without the post-index.
        const std::vector<machine::MemoryEdit> edits { { Pa(0x80000000), { 0x22, 0x00, 0x00, 0xb9 } } };
        const auto edited = source->run(0, policy, edits);
        QVERIFY(edited.has_value());
        QCOMPARE(output(**edited), std::string("H"));
        QCOMPARE((*edited)->after->vcpu.x[1], 0x20000U);
        QCOMPARE(run(*source, 0, "openvmm")->after->vcpu.x[1], 0x20004U);
        // The edit was for the first intercept alone.
        QCOMPARE(run(*source, 1, "openvmm")->after->vcpu.x[1], 0x20004U);
    }

    void editedTablesMayLetTheCpuGoOn()
    {
        const auto source = open(test::scenarioText());
        const auto plain = run(*source, 0, "openvmm");
        QVERIFY(plain->intercept.has_value());
        mmu::WalkTrace trace;
        mmu::walkStage1(plain->before->vcpu.translation, plain->before->memory, Va(0x20000), {}, &trace);
        std::uint64_t entry = 0;
        const Pa at = trace.back().address;
        QVERIFY(!plain->before->memory.read(at, &entry, sizeof entry));
        entry = (entry & ~std::uint64_t { 0xfffffffff000 }) | 0x40001000; // RAM
        machine::MemoryEdit edit { at, std::vector<std::uint8_t>(sizeof entry) };
        std::memcpy(edit.bytes.data(), &entry, sizeof entry);
        const auto edited = source->run(0, **hypervisor::policyById("openvmm"), { &edit, 1 });
        QVERIFY(edited.has_value());
        QVERIFY(!(*edited)->intercept.has_value());
        QVERIFY((*edited)->outcome.kind == hypervisor::OutcomeKind::Completed);
        std::uint8_t stored = 0;
        QVERIFY(!(*edited)->after->memory.read(Pa(0x80001000), &stored, 1));
        QCOMPARE(stored, std::uint8_t { 0x48 });
    }

    void doorbellsCountEmulatedWrites_data()
    {
        QTest::addColumn<QByteArray>("condition");
        QTest::addColumn<int>("rung");
        QTest::newRow("any value, any size") << QByteArray("") << 1;
        QTest::newRow("the value") << QByteArray(R"(, "value": "0x48")") << 1;
        QTest::newRow("another value") << QByteArray(R"(, "value": "0x49")") << 0;
        QTest::newRow("the size") << QByteArray(R"(, "size": 4)") << 1;
        QTest::newRow("another size") << QByteArray(R"(, "size": 8)") << 0;
        QTest::newRow("value and size") << QByteArray(R"(, "size": 4, "value": 72)") << 1;
    }

    void doorbellsCountEmulatedWrites()
    {
        QFETCH(QByteArray, condition);
        QFETCH(int, rung);
        const QByteArray doorbells = R"("doorbells": [{"name": "kick", "at": "0x9000000")" + condition
            + R"(}, {"name": "elsewhere", "at": "0x9000004"}], "translation")";
        const auto source = open(test::scenarioText("\"translation\"", doorbells.constData()));
        const auto first = run(*source, 0, "openvmm");
        QCOMPARE(first->before->doorbells[0].rung, std::uint64_t { 0 });
        QCOMPARE(int(first->after->doorbells[0].rung), rung);
        QCOMPARE(first->after->doorbells[1].rung, std::uint64_t { 0 });
        machine::Replay replay(first);
        replay.moveTo(first->steps.size());
        QVERIFY(replay.guest().sameState(*first->after));
        replay.moveTo(0);
        QVERIFY(replay.guest().sameState(*first->before));
        // It goes on counting.
        QCOMPARE(int(run(*source, 1, "openvmm")->before->doorbells[0].rung), rung);
    }

    void lockedPagesAreOnTheMap()
    {
        const auto source = open(test::scenarioText("\"name\": \"ram\",",
            "\"name\": \"ram\", \"locked\": [{\"offset\": \"0x3000\", \"size\": \"0x2000\"}, {\"offset\": "
            "\"0x4000\"}],"));
        const auto done = run(*source, 0, "openvmm");
        const memory::MemoryMap map = machine::memoryMapOf(*done->after, memory::MapSpace::Ipa);
        QCOMPARE(map.bytesOf(memory::PageState::Locked), 0x2000U);
        const auto locked = std::ranges::find(map.pages, memory::PageState::Locked, &memory::PageRun::state);
        QVERIFY(locked != map.pages.end());
        QCOMPARE(locked->start, 0x40003000U);
    }

    void refusesAnEditOutsideRam()
    {
        const auto source = open(test::scenarioText());
        const machine::MemoryEdit edit { Pa(0x80000000 + 0x200000 - 1), { 1, 2 } };
        const auto edited = source->run(0, **hypervisor::policyById("openvmm"), { &edit, 1 });
        QVERIFY(!edited.has_value());
        QCOMPARE(edited.error().text(),
            std::string("s.json: /intercepts/0: There is no RAM at PA 0x80200000, so it cannot be edited."));
    }

    void interceptsContinueFromEachOther_data()
    {
        QTest::addColumn<QByteArray>("policy");
        QTest::newRow("openvmm") << QByteArray("openvmm");
        QTest::newRow("qemu-hvf") << QByteArray("qemu-hvf");
    }

    void interceptsContinueFromEachOther()
    {
        QFETCH(QByteArray, policy);
        const auto source = open(test::scenarioText());
        QCOMPARE(source->size(), std::size_t { 2 });
        const auto first = run(*source, 0, policy.constData());
        QCOMPARE(output(*first), std::string("H"));
        QCOMPARE(first->after->vcpu.x[1], 0x20004U);
        const auto second = run(*source, 1, policy.constData());
        QCOMPARE(second->before->vcpu.pc, 0x10004U);
        QCOMPARE(output(*second), std::string("Hi"));
        const auto again = run(*source, 1, policy.constData());
        QVERIFY(again->after->sameState(*second->after));
    }

    void summariesAreKnownFromTheStart()
    {
        const auto source = open(test::scenarioText());
        const auto summary = source->summary(1);
        QVERIFY(summary);
        QCOMPARE(summary->name, std::string("second"));
        QCOMPARE(summary->pc.value, 0x10004U);
        QCOMPARE(summary->word.value_or(0), 0xb8004422U);
        QCOMPARE(summary->ipa.value_or(Ipa()).value, 0x9000000U);
        QVERIFY(!source->summary(2));
        QVERIFY(!source->run(2, *hypervisor::policies().front()));
    }

    void registersAreSetByTheirNames()
    {
        const auto scenario = readScenario(test::scenarioText().toStdString(), "s.json");
        const auto guest = buildGuest(*scenario);
        QVERIFY(guest);
        QCOMPARE(guest->vcpu.x[2], 0x48U);
        QVERIFY((guest->vcpu.v[3] == U128 { 2, 1 }));
        QCOMPARE(guest->vcpu.pstate, 0x3c5U);
    }

    void tablesTranslateAsDescribed()
    {
        const auto scenario = readScenario(test::scenarioText().toStdString(), "s.json");
        const auto guest = buildGuest(*scenario);
        const auto& regs = guest->vcpu.translation;
        const auto code
            = mmu::translate(regs, guest->memory, Va(0x10008), { mmu::AccessKind::Execute, 1, false });
        QVERIFY(code.ok());
        QCOMPARE(code.translation.pa.value, 0x80000008U);
        const auto uart
            = mmu::translate(regs, guest->memory, Va(0x20000), { mmu::AccessKind::Write, 1, false });
        QVERIFY(uart.fault && uart.fault->stage == mmu::Stage::Two && uart.fault->level == 3);
        QVERIFY(uart.translation.attributes.isDevice());
        // The other half of the address space has no tables.
        QVERIFY(!mmu::walkStage1(regs, guest->memory, Va(0xffff'0000'0001'0000), {}).ok());
    }

    void expectationsAreCompared()
    {
        const auto source = open(test::scenarioText("\"x1\": \"0x20004\"", "\"x1\": \"0x20008\""));
        const auto first = run(*source, 0, "openvmm");
        const auto differences = source->compare(0, *first);
        QVERIFY(differences);
        QCOMPARE(differences->size(), std::size_t { 1 });
        QVERIFY((differences->front() == machine::Difference { "x1", "0x20008", "0x20004" }));
        QVERIFY(!source->compare(1, *run(*source, 1, "openvmm")));
    }

    void hostHandsOverWhatTheFileSays()
    {
        const auto source = open(test::scenarioText("\"name\": \"second\",",
            "\"name\": \"second\", \"instruction_bytes\": true, \"initial_translation\": true, "
            "\"interruption_pending\": true,"));
        const auto second = run(*source, 1, "openvmm");
        QCOMPARE(int(second->intercept->instructionByteCount), 4);
        QCOMPARE(int(second->intercept->instructionBytes[3]), 0xb8);
        QVERIFY(second->intercept->initialTranslation);
        QCOMPARE(second->intercept->initialTranslation->ipa.value, 0x9000000U);
        QVERIFY(second->intercept->initialTranslation->kind == mmu::AccessKind::Write);
        QVERIFY(second->intercept->interruptionPending);
    }

    void givenSyndromeReplacesTheCpu()
    {
        const auto source = open(test::scenarioText("\"name\": \"second\",",
            "\"name\": \"second\", \"syndrome\": {\"esr\": \"0x92000047\", \"far\": \"0x20004\", \"hpfar\": "
            "\"0x90000\"},"));
        const auto second = run(*source, 1, "openvmm");
        QCOMPARE(second->intercept->esr, 0x92000047U);
        QVERIFY(second->intercept->hpfarValid);
        QCOMPARE(second->intercept->ipa.value_or(Ipa()).value, 0x9000004U);
    }

    void otherCpuChangesTablesBetweenTrapAndHandling()
    {
        const auto source = open(test::scenarioText(
            "\"name\": \"second\",", "\"name\": \"second\", \"after_trap\": {\"unmap\": [\"0x20000\"]},"));
        const auto second = run(*source, 1, "qemu-hvf");
        QVERIFY(second->outcome.kind == hypervisor::OutcomeKind::EventInjected);
        QCOMPARE(output(*second), std::string("H"));
    }

    void rawRegistersAreTakenAsTheyAre()
    {
        QByteArray text = test::scenarioText();
        const auto from = text.indexOf("\"stage1\"");
        const auto to = text.indexOf("\"intercepts\"");
        text.replace(
            from, to - from, "\"raw\": {\"hcr_el2\": \"0x80000001\", \"vttbr_el2\": \"0x40100000\"}},\n");
        const auto scenario = readScenario(text.toStdString(), "s.json");
        QVERIFY2(scenario, scenario ? "" : scenario.error().text().c_str());
        const auto guest = buildGuest(*scenario);
        QCOMPARE(guest->vcpu.translation.hcr, 0x80000001U);
        QCOMPARE(guest->vcpu.translation.vttbr, 0x40100000U);
    }

    void rawRegistersThatAskForWhatIsNotModelledAreRefused_data()
    {
        QTest::addColumn<QByteArray>("registers");
        QTest::addColumn<QString>("field");
        QTest::newRow("permission indirection")
            << QByteArray("\"sctlr_el1\": \"0x1\", \"tcr2_el1\": \"0x2\"") << QStringLiteral("TCR2_EL1.PIE");
        QTest::newRow("granule protection checks")
            << QByteArray("\"gpccr_el3\": \"0x10000\"") << QStringLiteral("GPCCR_EL3.GPC");
        QTest::newRow("stage 2 permission overlays")
            << QByteArray("\"hcr_el2\": \"0x80000001\", \"vtcr_el2\": \"0x2000000000\"")
            << QStringLiteral("VTCR_EL2.S2POE");
    }
    void rawRegistersThatAskForWhatIsNotModelledAreRefused()
    {
        QFETCH(QByteArray, registers);
        QFETCH(QString, field);
        QByteArray text = test::scenarioText();
        const auto from = text.indexOf("\"stage1\"");
        const QByteArray raw = "\"raw\": {" + registers + "}},\n";
        text.replace(from, text.indexOf("\"intercepts\"") - from, raw);
        const auto scenario = readScenario(text.toStdString(), "s.json");
        QVERIFY(!scenario);
        QVERIFY2(
            QString::fromStdString(scenario.error().text()).contains(field), scenario.error().text().c_str());
    }

    void lessonFallsBackToEnglish()
    {
        const auto source = open(test::scenarioText());
        QCOMPARE(source->lesson("zh_CN")->title, std::string("Z"));
        QCOMPARE(source->lesson("fr")->title, std::string("T"));
    }
};

QTEST_GUILESS_MAIN(TestScenarioSource)
#include "tst_scenariosource.moc"
