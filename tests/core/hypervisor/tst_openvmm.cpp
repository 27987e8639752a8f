// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/hypervisor/policy.h"
#include "tests/core/hypervisor/fakesupport.h"

#include <QTest>

using namespace fscope;
using namespace fscope::hypervisor;
using test::FakeSupport;

namespace {

// The observed runs: bytes at B + i are 0x80 + i; X1 = B + 0x20, SP = B + 0x40, Xn and Qn as below, PC =
// 0x8000.
constexpr std::uint64_t kB = 0x10000;
constexpr std::uint64_t kPc = 0x8000;

a64::CpuState probeCpu()
{
    a64::CpuState cpu;
    for (unsigned n = 0; n < 31; ++n)
        cpu.x[n] = 0x1100000000000000 + n * 0x101;
    for (unsigned n = 0; n < 32; ++n)
        cpu.v[n] = { n, 0xaaaabbbbccccdddd };
    cpu.x[1] = kB + 0x20;
    cpu.spEl1 = kB + 0x40;
    cpu.pc = kPc;
    return cpu;
}

FakeSupport probeSupport()
{
    FakeSupport support;
    support.state = probeCpu();
    support.targetOf = [](std::uint64_t, mmu::AccessKind) { return Target::Ram; };
    support.byteAt = [](std::uint64_t ipa) { return static_cast<std::uint8_t>(0x80 + (ipa - kB)); };
    return support;
}

Intercept interceptOf(std::uint32_t word, std::uint64_t esr = 0x92000007)
{
    Intercept intercept;
    intercept.esr = esr;
    intercept.far = kB + 0x20;
    intercept.hpfarValid = false;
    intercept.pc = kPc;
    storeLe(intercept.instructionBytes.data(), word, 4);
    intercept.instructionByteCount = 4;
    return intercept;
}

Outcome handle(const Intercept& intercept, FakeSupport& support, StepObserver* observer = nullptr)
{
    return (*policyById("openvmm"))->handle(intercept, support, observer);
}

/// "x2=0x12 sp=0x34": what differs from before, in the order X, SP, V.
std::string changes(const a64::CpuState& before, const a64::CpuState& after)
{
    std::string text;
    const auto add = [&](const std::string& name, const std::string& value) {
        text += (text.empty() ? "" : " ") + name + "=" + value;
    };
    for (unsigned n = 0; n < 31; ++n) {
        if (before.x[n] != after.x[n])
            add("x" + std::to_string(n), hex(after.x[n]));
    }
    if (before.sp() != after.sp())
        add("sp", hex(after.sp()));
    for (unsigned n = 0; n < 32; ++n) {
        if (before.v[n] != after.v[n])
            add("q" + std::to_string(n), after.v[n].hi != 0 ? hex(after.v[n]) : hex(after.v[n].lo));
    }
    return text;
}

/// The accesses of a log as the observed runs write them: "rd +0x20+8; wr +0x20 0202…", relative to B.
std::string accesses(const FakeSupport& support)
{
    std::string text;
    for (const std::string& entry : support.log) {
        if (entry.rfind("ram ", 0) != 0)
            continue;
        const std::size_t at = entry.find("0x");
        const std::size_t end = entry.find_first_of("+ ", at);
        const std::uint64_t address = std::stoull(entry.substr(at, end - at), nullptr, 16);
        text += (text.empty() ? "" : "; ");
        text += entry[4] == 'r' ? "rd " : "wr ";
        text += hex(address - kB) + entry.substr(end);
    }
    return text;
}

} // namespace

class TestOpenVmm : public QObject
{
    Q_OBJECT

private slots:
    void decodedInstruction_data();
    void decodedInstruction();
    void refusedInstruction_data();
    void refusedInstruction();
    void registerOffset_data();
    void registerOffset();
    void syndrome_data();
    void syndrome();
    void whatMakesNoAccessSaysSo();
    void failedSyndromeAccessIsDecoded();
    void wrapper_data();
    void wrapper();
    void classesOursLacksAreNotShownAsItsBehaviour();
    void interruptionStopsBeforeAnything();
    void wrongByteCountIsAnotherInstructionSet();
};

void TestOpenVmm::decodedInstruction_data()
{
    QTest::addColumn<quint32>("word");
    QTest::addColumn<QString>("registers");
    QTest::addColumn<QString>("accesses");
    const auto row = [](const char* name, quint32 word, const char* registers, const char* accesses) {
        QTest::newRow(name) << word << QString::fromLatin1(registers) << QString::fromLatin1(accesses);
    };
    const char* const low = "x2=0xa7a6a5a4a3a2a1a0";
    row("stp x2,x3,[x1]: both at the first address", 0xa9000c22, "",
        "wr 0x20 0202000000000011; wr 0x20 0303000000000011");
    row("stp w2,w3,[x1]", 0x29000c22, "", "wr 0x20 02020000; wr 0x20 03030000");
    row("stp q2,q3,[x1]", 0xad000c22, "",
        "wr 0x20 0200000000000000ddddccccbbbbaaaa; wr 0x20 0300000000000000ddddccccbbbbaaaa");
    row("stnp x2,x3,[x1]", 0xa8000c22, "", "wr 0x20 0202000000000011; wr 0x20 0303000000000011");
    row("ldnp x2,x3,[x1]", 0xa8400c22, "x2=0xa7a6a5a4a3a2a1a0 x3=0xafaeadacabaaa9a8", "rd 0x20+8; rd 0x28+8");
    row("ldp x2,x3,[x1]", 0xa9400c22, "x2=0xa7a6a5a4a3a2a1a0 x3=0xafaeadacabaaa9a8", "rd 0x20+8; rd 0x28+8");
    row("ldp x2,x2,[x1]: Rt2 wins", 0xa9400822, "x2=0xafaeadacabaaa9a8", "rd 0x20+8; rd 0x28+8");
    row("ldp x1,x3,[x1],#16: base wins", 0xa8c10c21, "x1=0x10030 x3=0xafaeadacabaaa9a8",
        "rd 0x20+8; rd 0x28+8");
    row("stp x1,x3,[x1,#-16]!", 0xa9bf0c21, "x1=0x10010",
        "wr 0x10 2000010000000000; wr 0x10 0303000000000011");
    row("ldp s2,s3,[x1]", 0x2d400c22, "q2=0xa3a2a1a0 q3=0xa7a6a5a4", "rd 0x20+4; rd 0x24+4");
    row("ldp d2,d3,[x1]", 0x6d400c22, "q2=0xa7a6a5a4a3a2a1a0 q3=0xafaeadacabaaa9a8", "rd 0x20+8; rd 0x28+8");
    row("ldp q2,q3,[x1]", 0xad400c22,
        "q2=0xafaeadacabaaa9a8a7a6a5a4a3a2a1a0 q3=0xbfbebdbcbbbab9b8b7b6b5b4b3b2b1b0",
        "rd 0x20+16; rd 0x30+16");
    row("ldpsw x2,x3,[x1]", 0x69400c22, "x2=0xffffffffa3a2a1a0 x3=0xffffffffa7a6a5a4",
        "rd 0x20+4; rd 0x24+4");
    row("ldr x1,[x1],#8: base wins", 0xf8408421, "x1=0x10028", "rd 0x20+8");
    row("str x1,[x1,#8]!: old base stored", 0xf8008c21, "x1=0x10028", "wr 0x28 2000010000000000");
    row("ldr x2,[sp],#8", 0xf84087e2, "x2=0xc7c6c5c4c3c2c1c0 sp=0x10048", "rd 0x40+8");
    row("str xzr,[x1]", 0xf900003f, "", "wr 0x20 0000000000000000");
    row("ldr xzr,[x1]: the access happens", 0xf940003f, "", "rd 0x20+8");
    row("prfm [x1]", 0xf9800020, "", "");
    row("prfum", 0xf8800020, "", "");
    row("prfm register", 0xf8a46820, "", "");
    row("prfm literal", 0xd8000000, "", "");
    row("size 11 opc 10 V=1: nothing is done", 0xfd800020, "", "");
    row("ldrsw", 0xb9800022, "x2=0xffffffffa3a2a1a0", "rd 0x20+4");
    row("V=1 size 01 opc 10, unallocated", 0x7d800022, "q2=0xffffffffffffa1a0", "rd 0x20+2");
    row("V=1 size 01 opc 11, unallocated", 0x7dc00022, "q2=0xffffa1a0", "rd 0x20+2");
    row("ldr b2", 0x3d400022, "q2=0xa0", "rd 0x20+1");
    row("ldr h2", 0x7d400022, "q2=0xa1a0", "rd 0x20+2");
    row("ldr s2", 0xbd400022, "q2=0xa3a2a1a0", "rd 0x20+4");
    row("ldr d2", 0xfd400022, "q2=0xa7a6a5a4a3a2a1a0", "rd 0x20+8");
    row("ldr q2", 0x3dc00022, "q2=0xafaeadacabaaa9a8a7a6a5a4a3a2a1a0", "rd 0x20+16");
    row("str q2", 0x3d800022, "", "wr 0x20 0200000000000000ddddccccbbbbaaaa");
    row("str h2", 0x7d000022, "", "wr 0x20 0200");
    row("str b2", 0x3d000022, "", "wr 0x20 02");
    row("str q0,[x1,#16]!", 0x3c810c20, "x1=0x10030", "wr 0x30 0000000000000000ddddccccbbbbaaaa");
    row("ldtr x2", 0xf8400822, low, "rd 0x20+8");
    row("sttr x2", 0xf8000822, "", "wr 0x20 0202000000000011");
    row("ldapur x2", 0xd9400022, low, "rd 0x20+8");
    row("stlur x2", 0xd9000022, "", "wr 0x20 0202000000000011");
    row("ldapursw x2", 0x99800022, "x2=0xffffffffa3a2a1a0", "rd 0x20+4");
}

void TestOpenVmm::decodedInstruction()
{
    QFETCH(quint32, word);
    QFETCH(QString, registers);
    QFETCH(QString, accesses);
    FakeSupport support = probeSupport();
    const Outcome outcome = handle(interceptOf(word), support);
    QCOMPARE(outcome.kind, OutcomeKind::Completed);
    QCOMPARE(QString::fromStdString(changes(probeCpu(), support.state)), registers);
    QCOMPARE(QString::fromStdString(::accesses(support)), accesses);
    QCOMPARE(support.state.pc, kPc + 4);
}

void TestOpenVmm::refusedInstruction_data()
{
    QTest::addColumn<quint32>("word");
    const std::pair<const char*, quint32> rows[] = { { "stgp", 0x69000c22 }, { "ldnp opc 01", 0x68400c22 },
        { "ldp opc 11", 0xe9400c22 }, { "ldrb register offset S=1", 0x38647822 },
        { "size 11 opc 10 post-index", 0xf8800420 }, { "size 11 opc 11", 0xf9c00020 },
        { "size 10 opc 11", 0xb9c00020 }, { "V=1 size 10 opc 10", 0xbd800022 },
        { "literal V=1 opc 11", 0xdc000002 }, { "ldar", 0xc8dffc22 }, { "stlr", 0xc89ffc22 },
        { "ldxr", 0xc85f7c22 }, { "stxr", 0xc8057c22 }, { "ldxp", 0xc87f0c22 }, { "cas", 0xc8a57c22 },
        { "casp", 0x48247c22 }, { "ldlar", 0xc8df7c22 }, { "ldraa", 0xf8200422 }, { "ld1", 0x4c407020 },
        { "ld1 single", 0x4d408420 }, { "ld1 post-index", 0x4cdf7020 }, { "ldg", 0xd9600022 },
        { "stg", 0xd9200822 }, { "cpyfp", 0x19040422 }, { "add", 0x8b020020 }, { "nop", 0xd503201f },
        { "fadd", 0x1e622820 }, { "movz", 0xd2800000 }, { "sve ldr", 0x85804020 }, { "sme", 0xc0000000 },
        { "udf", 0x00000000 }, { "group 0001", 0x02000000 }, { "dc zva", 0xd50b7421 } };
    for (const auto& [name, word] : rows)
        QTest::newRow(name) << word;
}

void TestOpenVmm::refusedInstruction()
{
    QFETCH(quint32, word);
    FakeSupport support = probeSupport();
    const Outcome outcome = handle(interceptOf(word), support);
    QCOMPARE(outcome.kind, OutcomeKind::EventInjected);
    QVERIFY(outcome.event.has_value());
    QCOMPARE(outcome.event->esr, 0x84000000U);
    QCOMPARE(outcome.event->far, kPc);
    QVERIFY(outcome.event->delivery == PendingEvent::Delivery::Pending);
    QCOMPARE(QString::fromStdString(hexBytes(outcome.event->bytes->data(), 32)),
        QStringLiteral("0100000000000000000000840000000000800000000000000000000000000000"));
    QVERIFY(support.state == probeCpu());
    QVERIFY(support.log.empty());
    QVERIFY(!outcome.reason.empty());
}

void TestOpenVmm::registerOffset_data()
{
    QTest::addColumn<quint32>("word");
    QTest::addColumn<quint64>("x4");
    QTest::addColumn<quint64>("offset");
    QTest::addColumn<unsigned>("size");
    QTest::newRow("ldrb w2,[x1,x4] S=0") << 0x38646822U << quint64(2) << quint64(2) << 1U;
    QTest::newRow("ldr w2,[x1,x4] option 000")
        << 0xb8640822U << quint64(0xffffffff00000004) << quint64(4) << 4U;
    QTest::newRow("ldr w2,[x1,x4] option 001") << 0xb8642822U << quint64(4) << quint64(4) << 4U;
    QTest::newRow("ldr w2,[x1,w4,sxtw #2]") << 0xb864d822U << quint64(0xffffffff) << quint64(0) - 4 << 4U;
    QTest::newRow("ldr q2,[x1,x4,lsl #4]") << 0x3ce47822U << quint64(1) << quint64(16) << 16U;
}

void TestOpenVmm::registerOffset()
{
    QFETCH(quint32, word);
    QFETCH(quint64, x4);
    QFETCH(quint64, offset);
    QFETCH(unsigned, size);
    FakeSupport support = probeSupport();
    support.state.x[4] = x4;
    QCOMPARE(handle(interceptOf(word), support).kind, OutcomeKind::Completed);
    QCOMPARE(QString::fromStdString(accesses(support)),
        QStringLiteral("rd %1+%2").arg(QString::fromStdString(hex(0x20 + offset))).arg(size));
}

void TestOpenVmm::syndrome_data()
{
    QTest::addColumn<quint64>("esr");
    QTest::addColumn<QString>("registers");
    QTest::addColumn<QString>("accesses");
    QTest::addColumn<quint64>("step");
    const auto row = [](const char* name, quint64 esr, const char* registers, const char* accesses,
                         quint64 step = 4) {
        QTest::newRow(name) << esr << QString::fromLatin1(registers) << QString::fromLatin1(accesses) << step;
    };
    row("ldr w2", 0x93820007, "x2=0xa3a2a1a0", "rd 0x20+4");
    row("ldrsb w2", 0x93220007, "x2=0xffffffa0", "rd 0x20+1");
    row("ldrsb x2", 0x93228007, "x2=0xffffffffffffffa0", "rd 0x20+1");
    row("ldr x2", 0x93c28007, "x2=0xa7a6a5a4a3a2a1a0", "rd 0x20+8");
    row("SSE with 8 bytes and SF=0 is cut", 0x93e20007, "x2=0xa3a2a1a0", "rd 0x20+8");
    row("ldr xzr: no access at all", 0x93df8007, "", "");
    row("str xzr", 0x939f0047, "", "wr 0x20 00000000");
    row("str w2", 0x93820047, "", "wr 0x20 02020000");
    row("IL=0", 0x91820007, "x2=0xa3a2a1a0", "rd 0x20+4", 2);
    row("EC 0x25", 0x97820007, "x2=0xa3a2a1a0", "rd 0x20+4");
}

void TestOpenVmm::syndrome()
{
    QFETCH(quint64, esr);
    QFETCH(QString, registers);
    QFETCH(QString, accesses);
    QFETCH(quint64, step);
    FakeSupport support = probeSupport();
    Intercept intercept = interceptOf(0, esr);
    intercept.ipa = Ipa(kB + 0x20);
    QCOMPARE(handle(intercept, support).kind, OutcomeKind::Completed);
    QCOMPARE(QString::fromStdString(changes(probeCpu(), support.state)), registers);
    QCOMPARE(QString::fromStdString(::accesses(support)), accesses);
    QCOMPARE(support.state.pc, kPc + step);
    // Physical: nothing is translated.
    QVERIFY(support.logText().find("tr ") == std::string::npos);
}

void TestOpenVmm::whatMakesNoAccessSaysSo()
{
    const auto reasonOf = [](std::uint32_t word, std::uint64_t esr) {
        FakeSupport support = probeSupport();
        Intercept intercept = interceptOf(word, esr);
        intercept.ipa = Ipa(kB + 0x20);
        StepRecorder recorder;
        const Outcome outcome = handle(intercept, support, &recorder);
        return QString::fromStdString(outcome.reason.str());
    };
    QVERIFY(reasonOf(0, 0x93df8007).contains(QStringLiteral("zero register")));         // ldr xzr
    QVERIFY(reasonOf(0xfd800020, 0x92000007).contains(QStringLiteral("no-operation"))); // no word of Arm's
    QVERIFY(reasonOf(0, 0x93820007).isEmpty());
}

void TestOpenVmm::failedSyndromeAccessIsDecoded()
{
    FakeSupport support = probeSupport();
    support.vaToIpa = 0x1000000;
    support.memoryWorks = [](std::uint64_t ipa) { return ipa >= 0x1000000; };
    support.byteAt
        = [](std::uint64_t ipa) { return static_cast<std::uint8_t>(0x80 + (ipa - kB - 0x1000000)); };
    Intercept intercept = interceptOf(0xb9400022, 0x93820007);
    intercept.ipa = Ipa(kB + 0x20);
    StepRecorder recorder;
    const Outcome outcome = (*policyById("openvmm"))->handle(intercept, support, &recorder);
    QCOMPARE(outcome.kind, OutcomeKind::Completed);
    QCOMPARE(support.state.x[2], 0xa3a2a1a0U);
    int syndromes = 0;
    for (const MicroStep& step : recorder.take())
        syndromes += std::holds_alternative<SyndromeRead>(step) ? 1 : 0;
    QCOMPARE(syndromes, 2);
}

void TestOpenVmm::wrapper_data()
{
    QTest::addColumn<quint32>("word");
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("result"); // done, halt, or ESR FAR of the event
    QTest::addColumn<QString>("log");
    const auto row
        = [](const char* name, quint32 word, const char* setting, const char* result, const char* log) {
              QTest::newRow(name) << word << QString::fromLatin1(setting) << QString::fromLatin1(result)
                                  << QString::fromLatin1(log);
          };
    row("ldr w2,[x1] of a device", 0xb9400022, "", "done",
        "tr 0x10020 r; check 0x1010020 r; dev r 0x1010020+4");
    row("seed for reads, load", 0xb9400022, "seed-read", "done", "check 0x555020 r; dev r 0x555020+4");
    row("seed for reads, store misses", 0xb9000022, "seed-read", "done",
        "tr 0x10020 w; check 0x1010020 w; dev w 0x1010020 02020000");
    row("ldp translates once", 0xa9400c22, "", "done",
        "tr 0x10020 r; check 0x1010020 r; dev r 0x1010020+8; check 0x1010028 r; dev r 0x1010028+8");
    row("ldr q is one device access of 16 bytes", 0x3dc00022, "", "done",
        "tr 0x10020 r; check 0x1010020 r; dev r 0x1010020+16");
    row("stp to a device", 0xa9000c22, "", "done",
        "tr 0x10020 w; check 0x1010020 w; dev w 0x1010020 0202000000000011; check 0x1010020 w; dev w "
        "0x1010020 "
        "0303000000000011");
    row("access over a page end stays on the first page's GPA", 0xf8400022, "seed-read cross", "done",
        "check 0x555ffc r; dev r 0x555ffc+8");
    row("denied, load", 0xb9400022, "denied", "0x8600000e 0x10020", "tr 0x10020 r; check 0x1010020 r");
    row("denied, IL=0", 0xb9400022, "denied il0", "0x8400000e 0x10020", "tr 0x10020 r; check 0x1010020 r");
    row("denied by a rule without execute", 0xb9400022, "denied data", "halt",
        "tr 0x10020 r; check 0x1010020 r");
    row("translation fails, host event", 0xb9400022, "fault event", "0x9600000b 0x10020", "tr 0x10020 r");
    row("translation fails, no event", 0xb9400022, "fault", "halt", "tr 0x10020 r");
    row("RAM that is none", 0xb9400022, "broken", "halt", "tr 0x10020 r; check 0x1010020 r");
    row("fetch fails, host event", 0xb9400022, "fetch-fault event", "0x9600000b 0x8000", "tr 0x8000 x");
    row("fetch from a device", 0xb9400022, "fetch", "0x84000000 0x8000",
        "tr 0x8000 x; check 0x1008000 x; dev r 0x1008000+4");
}

void TestOpenVmm::wrapper()
{
    QFETCH(quint32, word);
    QFETCH(QString, setting);
    QFETCH(QString, result);
    QFETCH(QString, log);
    const auto has
        = [&](const char* name) { return setting.split(u' ').contains(QString::fromLatin1(name)); };
    FakeSupport support;
    support.state = probeCpu();
    support.state.x[1] = has("cross") ? 0x10ffc : 0x10020;
    support.vaToIpa = 0x1000000;
    Intercept intercept = interceptOf(word, has("il0") ? 0x90000007 : 0x92000007);
    if (has("seed-read"))
        intercept.initialTranslation = { Va(0x10020), Ipa(0x555020), mmu::AccessKind::Read };
    if (has("denied"))
        support.targetOf = [](std::uint64_t, mmu::AccessKind) { return Target::Protected; };
    support.deniesExecute = !has("data");
    if (has("event"))
        support.hostEvent = 0x9600000b;
    if (has("fault"))
        support.untranslated = { 0x10000 };
    if (has("fetch-fault"))
        support.untranslated = { 0x8000 };
    if (has("fetch") || has("fetch-fault"))
        intercept.instructionByteCount = 0;
    if (has("broken")) {
        support.targetOf = [](std::uint64_t, mmu::AccessKind) { return Target::Ram; };
        support.memoryWorks = [](std::uint64_t) { return false; };
    }
    const Outcome outcome = handle(intercept, support);
    QString got = outcome.kind == OutcomeKind::Completed ? QStringLiteral("done") : QStringLiteral("halt");
    if (outcome.event)
        got = QString::fromStdString(hex(outcome.event->esr) + " " + hex(outcome.event->far));
    QCOMPARE(got, result);
    QCOMPARE(QString::fromStdString(support.logText()), log);
    QCOMPARE(support.state.pc, outcome.kind == OutcomeKind::Completed ? kPc + 4 : kPc);
}

void TestOpenVmm::classesOursLacksAreNotShownAsItsBehaviour()
{
    for (const std::uint32_t word :
        { 0xf8200041U /* ldadd */, 0xf8208041U /* swp */, 0xf8bfc022U /* ldapr */ }) {
        FakeSupport support = probeSupport();
        const Outcome outcome = handle(interceptOf(word), support);
        QCOMPARE(outcome.kind, OutcomeKind::Halted);
        QVERIFY(QString::fromStdString(outcome.reason.str())
                    .contains(QStringLiteral("Faultscope does not model")));
        QVERIFY(support.state == probeCpu());
    }
}

void TestOpenVmm::interruptionStopsBeforeAnything()
{
    FakeSupport support = probeSupport();
    Intercept intercept = interceptOf(0xb9400022);
    intercept.interruptionPending = true;
    QCOMPARE(handle(intercept, support).kind, OutcomeKind::Halted);
    QVERIFY(support.log.empty());
    QVERIFY(support.state == probeCpu());
}

void TestOpenVmm::wrongByteCountIsAnotherInstructionSet()
{
    for (const int count : { 1, 2, 3, 8 }) {
        FakeSupport support = probeSupport();
        Intercept intercept = interceptOf(0xb9400022);
        intercept.instructionByteCount = static_cast<std::uint8_t>(count);
        const Outcome outcome = handle(intercept, support);
        QCOMPARE(outcome.kind, OutcomeKind::EventInjected);
        QCOMPARE(outcome.event->esr, 0x84000000U);
        QVERIFY(support.log.empty());
    }
}

QTEST_GUILESS_MAIN(TestOpenVmm)
#include "tst_openvmm.moc"
