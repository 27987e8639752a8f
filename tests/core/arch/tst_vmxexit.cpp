// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/vmxevent.h"
#include "core/arch/vmxexit.h"
#include "core/arch/vmxinfo.h"
#include "core/arch/vmxqualification.h"
#include "core/base/splitmix.h"

#include <QTest>

#include <string>

using namespace fscope;
using namespace fscope::arch;
using namespace fscope::arch::vmx;

namespace {

VmxExit exitOf(std::uint32_t reason, std::optional<std::uint64_t> qualification = std::nullopt)
{
    VmxExit exit;
    exit.reason = reason;
    exit.qualification = qualification;
    return exit;
}

QString sentence(const VmxExit& exit)
{
    return QString::fromStdString(describe(exit).sentence.str());
}

std::string notes(const VmxExit& exit)
{
    std::string out;
    for (const Text& note : describe(exit).notes)
        out += note.str() + "\n";
    return out;
}

std::string namesOf(const RegisterLayout& layout, std::uint64_t value)
{
    std::string out;
    for (const FieldValue& field : definedFields(layout, value))
        out.append(out.empty() ? "" : " ").append(field.field->name);
    return out;
}

} // namespace

class TestVmxExit : public QObject
{
    Q_OBJECT

private slots:
    void oneSentenceTellsTheExit_data();
    void oneSentenceTellsTheExit();
    void exitReasonsAreTakenApart();
    void qualificationsShowWhatTheirValueDefines_data();
    void qualificationsShowWhatTheirValueDefines();
    void instructionInformationShowsWhatItsValueDefines();
    void theContextComesFromTheOtherFields();
    void everyFieldThatIsGivenIsDecoded();
    void whatDoesNotFitIsNoted();
    void anyExitCanBeDescribed();
};

void TestVmxExit::oneSentenceTellsTheExit_data()
{
    QTest::addColumn<uint>("reason");
    QTest::addColumn<qulonglong>("qualification");
    QTest::addColumn<QString>("text");
    const auto add = [](uint reason, qulonglong qualification, const char* text) {
        QTest::newRow(text) << reason << qualification << QString::fromUtf8(text);
    };
    add(12, 0, "HLT");
    add(28, 0x300, "Control-register access: MOV to CR0 from RBX");
    add(28, 0x918, "Control-register access: MOV from CR8 to R9");
    add(28, 0x20, "Control-register access: CLTS");
    add(28, 0x130070, "Control-register access: LMSW of 0x13");
    add(29, 0x207, "MOV DR: MOV to DR7 from RDX");
    add(29, 0x217, "MOV DR: MOV from DR7 to RDX");
    add(30, 0x3f80008, "I/O instruction: IN of 1 byte, port 0x3f8");
    add(30, 0x600040, "I/O instruction: OUT of 1 byte, port 0x60");
    add(30, 0x1f00039, "I/O instruction: REP INS of 2 bytes, port 0x1f0");
    add(30, 0x1f00013, "I/O instruction: OUTS of 4 bytes, port 0x1f0");
    add(9, 0xc0000048, "Task switch: to selector 0x48, by task gate in the IDT");
    add(14, 0x7fff1000, "INVLPG: of linear address 0x7fff1000");
    add(44, 0x10b0, "APIC access: linear access, data write during instruction execution, at offset 0xb0");
    add(44, 0xa000, "APIC access: guest-physical access, during event delivery");
    add(45, 0x30, "Virtualized EOI: vector 0x30");
    add(56, 0x300, "APIC write: at offset 0x300");
    add(0x80000021, 4, "VM-entry failure due to invalid guest state: invalid VMCS link pointer");
    add(0x80000022, 3, "VM-entry failure due to MSR loading: entry 3 of the VM-entry MSR-load area");
    add(54, 1, "WBINVD or WBNOINVD: WBNOINVD");
    add(32, 0, "WRMSR or WRMSRNS: WRMSR");
    add(75, 1, "Instruction timeout: the guest must not be resumed");
    add(75, 0, "Instruction timeout");
    add(71, 1, "Unknown exit reason 71");
}

void TestVmxExit::oneSentenceTellsTheExit()
{
    QFETCH(uint, reason);
    QFETCH(qulonglong, qualification);
    QFETCH(QString, text);
    QCOMPARE(sentence(exitOf(reason, qualification)), text);
}

void TestVmxExit::exitReasonsAreTakenApart()
{
    const DecodedExitReason reason = decodeExitReason(0x7e01'0030U | 0x8000'0000U);
    QCOMPARE(int { reason.basic }, 48);
    QCOMPARE(std::string(reason.reason->ident), std::string("EPT_VIOLATION"));
    QVERIFY(reason.busyShadowStack && reason.busLock && reason.enclave && reason.pendingMtf
        && reason.fromVmxRoot && reason.entryFailure);
    QCOMPARE(reason.stray, 0x40010000U);
    QCOMPARE(reason.flags.size(), std::size_t { 6 });
    QVERIFY(!reason.consistent);
    for (std::uint32_t basic = 0; basic < 90; ++basic) {
        const bool failure = basic == 33 || basic == 34 || basic == 41;
        const bool defined = exitReason(basic) != nullptr;
        QCOMPARE(decodeExitReason(basic).consistent, defined && !failure);
        QCOMPARE(decodeExitReason(0x80000000U | basic).consistent, defined && failure);
    }
    QVERIFY(decodeFields(exitReasonLayout(), 71).back().state == FieldState::ReservedSet);
}

void TestVmxExit::qualificationsShowWhatTheirValueDefines_data()
{
    QTest::addColumn<uint>("reason");
    QTest::addColumn<qulonglong>("value");
    QTest::addColumn<QString>("names");
    const auto add = [](const char* name, uint reason, qulonglong value, const char* names) {
        QTest::newRow(name) << reason << value << QString::fromUtf8(names);
    };
    add("MOV to CR", 28, 0x300, "gpr access_type cr");
    add("CLTS", 28, 0x320, "access_type");
    add("LMSW", 28, 0x370, "lmsw_data lmsw_operand access_type");
    add("APIC access, linear", 44, 0x4010, "asynchronous access_type offset");
    add("APIC access, physical", 44, 0xf010, "asynchronous access_type");
    add("EPT violation without linear address", 48, 0xf01,
        "asynchronous paging_verification shadow_stack nmi_unblocking linear_valid executable writable "
        "readable fetch write "
        "read");
    add("no qualification", 10, 0xffff, "");
    add("not defined", 71, 0xffff, "");
}

void TestVmxExit::qualificationsShowWhatTheirValueDefines()
{
    QFETCH(uint, reason);
    QFETCH(qulonglong, value);
    QFETCH(QString, names);
    QCOMPARE(QString::fromStdString(namesOf(exitQualificationLayout(reason), value)), names);
}

void TestVmxExit::instructionInformationShowsWhatItsValueDefines()
{
    const auto names = [](unsigned basic, std::uint32_t value, const Context& context = {}) {
        return namesOf(instructionInfoLayout(basic, context), value);
    };
    QCOMPARE(names(19, 0), std::string("base_invalid base index_invalid index segment address_size scale"));
    QCOMPARE(names(19, 0x08400000), std::string("base_invalid index_invalid segment address_size"));
    QCOMPARE(names(23, 0x400), std::string("reg2 operand reg1"));
    QCOMPARE(names(47, 0x08000000),
        std::string("instruction base_invalid index_invalid index segment operand address_size scale"));
    QCOMPARE(
        names(46, 0x08400000), std::string("instruction base_invalid index_invalid segment address_size"));
    QCOMPARE(names(46, 0x08400000, { .mode64 = false }),
        std::string("instruction base_invalid index_invalid segment operand_size address_size"));
    QCOMPARE(names(30, 0, { .stringIo = StringIo::Ins }), std::string("address_size"));
    QCOMPARE(names(30, 0, { .stringIo = StringIo::Outs }), std::string("segment address_size"));
    QCOMPARE(names(30, 0), std::string());
    QCOMPARE(names(69, 0), std::string("xmm2 xmm1"));
    QCOMPARE(names(12, 0xffffffff), std::string());
    // The encoding of the exit reason, 0x4402: 32 bits wide, exit information.
    QCOMPARE(meaningOf(*findField(vmcsEncodingLayout(), "width"), 0x4402).str(), std::string("32-bit"));
    QCOMPARE(meaningOf(*findField(vmcsEncodingLayout(), "type"), 0x4402).str(),
        std::string("VM-exit information (read-only)"));
    QCOMPARE(meaningOf(*findField(vmcsEncodingLayout(), "index"), 0x4402).str(), std::string("0x1"));
}

void TestVmxExit::theContextComesFromTheOtherFields()
{
    VmxExit pageFault = exitOf(0, 0x7fff0010);
    pageFault.interruptionInfo = 0x80000b0e;
    pageFault.interruptionErrorCode = 6;
    QCOMPARE(sentence(pageFault),
        QStringLiteral("Exception or non-maskable interrupt (NMI): #PF Page fault, hardware exception, at "
                       "linear address "
                       "0x7fff0010"));
    QCOMPARE(contextOf(pageFault).event->vector, 14U);
    QCOMPARE(std::string(describe(pageFault).fields.at(1).layout->longName), std::string("Page fault"));

    VmxExit outs = exitOf(30, 0x1f00013);
    outs.instructionInfo = 0x18100;
    QCOMPARE(contextOf(outs).stringIo, StringIo::Outs);
    QCOMPARE(namesOf(*describe(outs).fields.at(2).layout, 0x18100), std::string("segment address_size"));

    VmxExit vmread = exitOf(23, 0xfffffff8);
    vmread.instructionInfo = 0x08400080; // 32-bit addresses
    QCOMPARE(contextOf(vmread).addressSize, 32U);
    QCOMPARE(describe(vmread).fields.at(1).fields.back().meaning.str(), std::string("-8"));

    VmxExit violation = exitOf(48, 0x181);
    violation.guestPhysical = 0x9000000;
    QCOMPARE(sentence(violation),
        QStringLiteral("EPT violation: data read of guest-physical 0x9000000, which is not mapped"));
    violation.guestLinear = 0xffff8000;
    violation.qualification = 0x1aa;
    violation.idtVectoring = 0x80000b0e;
    QCOMPARE(sentence(violation),
        QStringLiteral(
            "EPT violation: data write of guest-physical 0x9000000 (guest-linear 0xffff8000), which the EPT "
            "entries map without that right; while delivering #PF Page fault, hardware exception"));
    QVERIFY(contextOf(violation).originalEventValid);
    violation.qualification = 0x8b;
    violation.idtVectoring = 0;
    QVERIFY(sentence(violation).contains(
        QStringLiteral("data read and write of a guest paging-structure entry of")));
}

void TestVmxExit::everyFieldThatIsGivenIsDecoded()
{
    VmxExit exit = exitOf(48, 0x181);
    exit.interruptionInfo = 0x80000b0e;
    exit.interruptionErrorCode = 2;
    exit.idtVectoring = 0x80000b0d;
    exit.idtVectoringErrorCode = 8;
    exit.instructionInfo = 0;
    exit.instructionLength = 3;
    exit.guestLinear = 1;
    exit.guestPhysical = 2;
    const ExitDescription all = describe(exit);
    QCOMPARE(all.fields.size(), std::size_t { 10 });
    for (const DecodedField& field : all.fields) {
        QVERIFY(!field.title.empty());
        QVERIFY(field.layout != nullptr);
        QCOMPARE(field.fields, decodeFields(*field.layout, field.value));
    }
    QCOMPARE(describe(exitOf(12)).fields.size(), std::size_t { 1 });
}

void TestVmxExit::whatDoesNotFitIsNoted()
{
    QCOMPARE(notes(exitOf(12, 0)), std::string());
    QVERIFY(notes(exitOf(12, 5)).find("has no qualification") != std::string::npos);
    QVERIFY(notes(exitOf(33)).find("bit 31 is 0") != std::string::npos);
    QVERIFY(notes(exitOf(0x8000000c)).find("one of VM exits") != std::string::npos);
    QVERIFY(notes(exitOf(0x4000000c)).find("0x40000000") != std::string::npos);
    QVERIFY(notes(exitOf(43)).find("trap-like") != std::string::npos);
    QVERIFY(notes(exitOf(0x80000021)).find("all other exit information is old") != std::string::npos);

    VmxExit hlt = exitOf(12);
    hlt.guestPhysical = 1;
    hlt.guestLinear = 1;
    hlt.instructionInfo = 1;
    QVERIFY(notes(hlt).find("guest-physical address is undefined") != std::string::npos);
    QVERIFY(notes(hlt).find("guest-linear address is undefined") != std::string::npos);
    QVERIFY(notes(hlt).find("instruction information is undefined") != std::string::npos);

    VmxExit violation = exitOf(48, 0x181);
    violation.guestLinear = 1;
    violation.guestPhysical = 1;
    QCOMPARE(notes(violation), std::string());
    violation.qualification = 0x1;
    QVERIFY(notes(violation).find("guest-linear address is undefined") != std::string::npos);

    VmxExit event = exitOf(0, 0);
    event.interruptionInfo = 0x80000306;
    event.interruptionErrorCode = 1;
    QVERIFY(notes(event).find("0x1 is not valid") != std::string::npos);
    event.interruptionInfo = 0x80000203;
    QVERIFY(notes(event).find("An NMI has the vector 2") != std::string::npos);
}

void TestVmxExit::anyExitCanBeDescribed()
{
    for (std::uint64_t k = 1; k < 20000; ++k) {
        const auto draw = [k](std::uint64_t n) { return splitmix(k, n); };
        VmxExit exit = exitOf(static_cast<std::uint32_t>(k % 2 == 0 ? draw(1) : draw(1) % 90), draw(2));
        exit.interruptionInfo = static_cast<std::uint32_t>(draw(3));
        exit.interruptionErrorCode = static_cast<std::uint32_t>(draw(4));
        exit.idtVectoring = static_cast<std::uint32_t>(draw(5));
        exit.idtVectoringErrorCode = static_cast<std::uint32_t>(draw(6));
        exit.instructionInfo = static_cast<std::uint32_t>(draw(7));
        exit.guestPhysical = draw(8);
        const ExitDescription all = describe(exit);
        QVERIFY(!all.sentence.str().empty());
        QVERIFY(all.sentence.str().find('%') == std::string::npos);
        for (const Text& note : all.notes)
            QVERIFY(note.str().find('%') == std::string::npos);
    }
}

QTEST_GUILESS_MAIN(TestVmxExit)
#include "tst_vmxexit.moc"
