// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/base/hex.h"
#include "core/base/splitmix.h"
#include "core/trace/fromtext.h"
#include "core/trace/textpattern.h"
#include "tests/support/paths.h"

#include <fmt/format.h>

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <array>
#include <string>
#include <vector>

using namespace fscope;
using namespace fscope::trace;

namespace {

/// "esr 0x92000007, far 0x9000000": what was found, in order.
QString listed(const std::vector<FoundValue>& values)
{
    std::string out;
    for (const FoundValue& value : values)
        out += fmt::format("{}{} {}", out.empty() ? "" : ", ", name(value.kind), hex(value.value));
    return QString::fromStdString(out);
}

/// Lines of logs that carry none of the values, with numbers in all the forms that those have.
std::string otherText(std::size_t size)
{
    constexpr std::array kLines {
        "[    0.000000] Linux version 6.12.0 (gcc 12.2.0) #1 SMP PREEMPT_DYNAMIC 0x{0:x}",
        "[   12.{1}] usb 1-1: New USB device found, idVendor={2:04x}, idProduct={2:04x}, bcdDevice= 1.00",
        "[    1.{1}] BUG: kernel NULL pointer dereference, address: {0:016x}",
        "[    1.{1}] RIP: 0010:do_one_initcall+0x{2:x}/0x240",
        "[    1.{1}] RSP: 0018:{0:016x} EFLAGS: 00010246",
        "[    1.{1}] Code: 48 8b 05 {3:02x} 00 00 00 48 85 c0 <0f> 0b",
        "[    1.{1}] CR2: {0:016x} CR3: {0:016x} CR4: 0000000000350ef0",
        "[    1.{1}] Oops: 0002 [#1] SMP PTI",
        "[    2.{1}] pci 0000:00:01.0: BAR 0: assigned [mem 0x{0:x}-0x{0:x}]",
        "[    2.{1}] pgtable_cache: {2} pte={3}",
        "2026-01-01T00:00:00Z INFO request id={0:016x} path=/api/v1/items status=200 took {2}us",
        "GET /index.html HTTP/1.1 200 {2} \"esr={0:x} in a query\"",
        "kernel: EXT4-fs error (device sda1): ext4_find_entry:{2}: inode #{2}: comm cat: reading directory "
        "lblock {3}",
        "audit: type=1400 audit(1700000000.{2}:{3}): apparmor=\"ALLOWED\" pid={2} comm=\"ESR\"",
        "qemu-system-x86_64: warning: host doesn't support requested feature: CPUID.{0:08X}H:EBX [bit {3}]",
        "EAX={0:08x} EBX={0:08x} ECX={0:08x} EDX={0:08x} EIP={0:08x} EFL=00000246",
        "(XEN) d{3}v0 Grant table expanding from {3} to {2} frames",
        "(XEN) HVM{3} save: CPU_MSR",
        "FAR EAST {2}, PC {0:x}, the ESR of blood was {3}",
        "npm ERR! code ESRCH far: {0:x}",
        "PC: {2} sockets, {3} cores; FAR = {2}",
        "0x{0:x}: mov x{3}, #0x{2:x}",
        "kvm: Nested Virtualization enabled; kvm_entry points: {3}",
        "kvm_exit statistics: {2} HSR_EC none",
        "vcpu{3}, guest rIP: 0x{0:x} disabled perfctr wrmsr: 0x{2:x} data 0x{0:x}",
        "...with some text 0x{0:x}",
        "checksum {0:016x}{0:016x} ok",
        "\xff\xfe not text at all {0:x}",
    };
    std::string out;
    for (std::uint64_t k = 1; out.size() < size; ++k) {
        const std::uint64_t draw = splitmix(3, k);
        out += fmt::format(
            fmt::runtime(kLines[k % kLines.size()]), draw, draw % 1'000'000, draw % 10'000, draw % 100);
        out += '\n';
    }
    return out;
}

} // namespace

class TestFromText : public QObject
{
    Q_OBJECT

private slots:
    void findsTheValues_data();
    void findsTheValues();
    void findsThemInTheRecordedLogs_data();
    void findsThemInTheRecordedLogs();
    void findsNothingInOtherText();
    void placesAreLineAndColumn();
    void piecesMakeNoDifference();
    void aLongLineTakesNoLongerThanManyShortOnes();
    void everyFormIsWellFormed();
    void foundValuesAreDecoded();
};

void TestFromText::findsTheValues_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");
    const auto row = [](const char* title, const char* text, const char* found) {
        QTest::newRow(title) << QString::fromLatin1(text) << QString::fromLatin1(found);
    };
    row("ftrace kvm_guest_fault",
        "       CPU 0/KVM-144     [000] .....     6.0: kvm_guest_fault: ipa 0x9000000, hsr 0x92000007, hxfar "
        "0x9000018, pc 0xffff800080001000",
        "ipa 0x9000000, esr 0x92000007, far 0x9000018, pc 0xffff800080001000");
    row("kvm_exit", "kvm_exit: TRAP: HSR_EC: 0x0024 (DABT_LOW), PC: 0x0000000040000000",
        "ec 0x24, pc 0x40000000");
    row("kvm_entry", "kvm_entry: PC: 0x0000000040000000", "pc 0x40000000");
    row("kvm_mmio_nisv", "kvm_mmio_nisv: ipa 0x9000000, esr 0x92000007, far 0x9000018, pc 0x40000000",
        "ipa 0x9000000, esr 0x92000007, far 0x9000018, pc 0x40000000");
    row("kvm_mmio", "kvm_mmio: mmio unsatisfied-read len 4 gpa 0x9000018 val 0x0", "ipa 0x9000018");
    row("kvm_access_fault", "kvm_access_fault: IPA: 9000000", "ipa 0x9000000");
    row("kvm_sys_access", "kvm_sys_access: PC: ffff800080002914 SYS_ID_AA64PFR0_EL1 (3,0,0,4,0) read",
        "pc 0xffff800080002914, sysreg 0xc020");
    row("kvm_handle_sys_reg", "kvm_handle_sys_reg: HSR 0x62300461", "esr 0x62300461");
    row("kvm_hvc_arm64", "kvm_hvc_arm64: HVC at 0x0000000040000000 (r0: 0x00000000c4000003, imm: 0x0)",
        "pc 0x40000000");
    row("kvm_wfx_arm64", "kvm_wfx_arm64: guest executed wfi at: 0x40000000", "pc 0x40000000");
    row("trace-cmd report -R",
        "kvm_guest_fault:       vcpu_pc=0x40000000 hsr=0x82000005 hxfar=0x40000000 ipa=0x40000000",
        "pc 0x40000000, esr 0x82000005, far 0x40000000, ipa 0x40000000");
    row("perf trace",
        "kvm:kvm_guest_fault(vcpu_pc: -140735340871552, hsr: 2181038212, hxfar: 1, ipa: 1088425984)",
        "pc 0xffff800080000080, esr 0x82000084, far 0x1, ipa 0x40e01000");
    row("QEMU -d int",
        "...with ESR 0x24/0x93800045\n...with FAR 0x9000000\n...with SPSR 0x600003c5\n...with ELR "
        "0x4008178c\n"
        "...to EL2 PC 0x40080c00 PSTATE 0x3c9",
        "ec 0x24, esr 0x93800045, far 0x9000000, spsr 0x600003c5, pc 0x4008178c, pc 0x40080c00, spsr 0x3c9");
    row("QEMU exception return", "Exception return from AArch64 EL2 to AArch64 EL1 PC 0x40081784",
        "pc 0x40081784");
    row("QEMU KVM NISV",
        "qemu-system-aarch64: Data abort exception triggered by guest memory access at physical address: "
        "0x0000000009000000",
        "ipa 0x9000000");
    row("HVF, newer",
        "hvf_data_abort data abort: [pc=0x40000000 va=0x9000004 pa=0x000000000a000004 isv=1 len=4]",
        "pc 0x40000000, far 0x9000004, ipa 0xa000004");
    row("HVF exit", "hvf_exit exit: 0x93c08007 [ec=0x24 pc=0x40000000]",
        "esr 0x93c08007, ec 0x24, pc 0x40000000");
    row("HVF unhandled", "0x40000000: unhandled exception ec=0x16", "pc 0x40000000, ec 0x16");
    row("oops",
        "Unable to handle kernel paging request at virtual address ffff80dead000010\nMem abort info:\n"
        "  ESR = 0x0000000096000044\n  EC = 0x25: DABT (current EL), IL = 32 bits",
        "far 0xffff80dead000010, esr 0x96000044");
    row("oops code",
        "Internal error: Oops: 0000000096000044 [#1] SMP\n"
        "Code: d2800201 f2b5a001 f2d01bc1 f2ffffe1 (b8200020)",
        "esr 0x96000044, insn 0xb8200020");
    row("code of another architecture", "Code: e5d33000 e3530000 0a000003 e3a03000 (e5843000)", "");
    row("old oops", "Internal error: Oops: 96000004 [#1] SMP", "esr 0x96000004");
    row("external abort", "Internal error: synchronous external abort: 0000000096000010 [#1] SMP",
        "esr 0x96000010");
    row("tables",
        "swapper pgtable: 4k pages, 48-bit VAs, pgdp=0000000041d97000\n"
        "[0000000000000018] pgd=08000000435a9003, p4d=080000004357e003, pud=0800000043591003, "
        "pmd=0000000000000000",
        "table 0x41d97000, far 0x18, desc 0x8000000435a9003, desc 0x80000004357e003, desc 0x800000043591003, "
        "desc "
        "0x0");
    row("user fault",
        "faults[190]: unhandled exception: DABT (lower EL), ESR 0x0000000092000006, level 2 translation "
        "fault in x\n"
        "pstate: 80001000 (Nzcv daif)\npc : 000000000040087c",
        "esr 0x92000006, spsr 0x80001000, pc 0x40087c");
    row("Unknown exception class", "kvm [1]: Unknown exception class: esr: 0x0000000002000000 -- Unknown",
        "esr 0x2000000");
    row("Xen trap", "(XEN) d1v0 Unknown Guest Trap. HSR=0x00000002000000 EC=0x0 IL=1 Syndrome=0x0",
        "esr 0x2000000");
    row("Xen dump",
        "(XEN)    ESR_EL2: 0000000093810007\n(XEN)  HPFAR_EL2: 0000000000090000\n(XEN)    FAR_EL2: "
        "ffff80001203d004\n(XEN) PC:     ffff800010a3c1d8",
        "esr 0x93810007, hpfar 0x90000, far 0xffff80001203d004, pc 0xffff800010a3c1d8");
    row("Bao", "ESR:\t0x96000004\nELR:\t0x40081234\nFAR:\t0x9030400",
        "esr 0x96000004, pc 0x40081234, far 0x9030400");
    row("Hafnium without FAR", "Data abort: pc=0x40012340, esr=0x96000410, ec=0x25, far=invalid",
        "pc 0x40012340, esr 0x96000410, ec 0x25");
    row("m1n1", "HV: store not emulated: 0xb8004420 at 0x9030400\nHV: Unmapped IPA 0x23000000",
        "insn 0xb8004420, ipa 0x9030400, ipa 0x23000000");
    row("OpenVMM", "TRACE exception esr=2449473607 va=18446603336221196292 pa=150994948",
        "esr 0x92000047, far 0xffff800000000004, ipa 0x9000004");
    row("Cloud Hypervisor", "Guest MMIO read from unregistered address 0x9000000", "ipa 0x9000000");
    row("kvmtool", "MMIO warning: Ignoring MMIO write at 0000000009000000 (length 4)", "ipa 0x9000000");
    row("seventeen digits are no value", "  ESR = 0x00000000096000044", "");
    row("in the middle of a word", "XESR = 0x96000044", "");
    row("followed by a letter", "  ESR = 0x96000044z", "");
}

void TestFromText::findsTheValues()
{
    QFETCH(QString, text);
    QFETCH(QString, found);
    QCOMPARE(listed(findInText(text.toStdString())), found);
}

void TestFromText::findsThemInTheRecordedLogs_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("marker"); ///< each line with it carries an ESR
    const auto row = [](const char* file, const char* marker) {
        QTest::newRow(file) << QString::fromLatin1(file) << QString::fromLatin1(marker);
    };
    row("kvm-arm64-small.ftrace.txt", "kvm_guest_fault:");
    row("kvm-arm64-small.report.txt", "kvm_guest_fault:");
    row("kvm-arm64-small.report-raw.txt", "kvm_guest_fault:");
    row("kvm-arm64-small-6.12.ftrace.txt", "kvm_mmio_nisv:");
    row("kvm-arm64-perf-trace.txt", "kvm_guest_fault(");
    row("linux-oops-6.1.txt", "ESR ");
    row("linux-oops-6.12.txt", "ESR ");
    row("linux-oops-6.12-vhe-qemu.txt", "ESR ");
    row("qemu-int.log", "with ESR");
    row("qemu-int-kvm.log", "with ESR");
}

void TestFromText::findsThemInTheRecordedLogs()
{
    QFETCH(QString, file);
    QFETCH(QString, marker);
    QFile log(test::sourcePath(QStringLiteral("../shared/traces/") + file));
    if (!log.open(QIODevice::ReadOnly))
        QSKIP("../shared/traces is not there: the recorded logs are kept outside the repository");
    const QByteArray bytes = log.readAll();
    std::vector<bool> hasEsr(static_cast<std::size_t>(bytes.count('\n')) + 2);
    for (const FoundValue& value :
        findInText({ bytes.constData(), static_cast<std::size_t>(bytes.size()) })) {
        if (value.kind == FoundKind::Esr)
            hasEsr[value.line] = true;
    }
    const QByteArrayList lines = bytes.split('\n');
    int expected = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (!lines[i].contains(marker.toLatin1()))
            continue;
        ++expected;
        QVERIFY2(hasEsr[static_cast<std::size_t>(i) + 1], lines[i].constData());
    }
    QVERIFY(expected > 5);
}

void TestFromText::findsNothingInOtherText()
{
    const std::string text = otherText(std::size_t { 10 } << 20);
    const std::vector<FoundValue> found = findInText(text);
    QCOMPARE(listed(found), QString());
}

void TestFromText::placesAreLineAndColumn()
{
    const std::vector<FoundValue> found
        = findInText("first\r\n  ESR = 0x96000044, x\rthird FAR_EL2: ffff80001203d004\n\nESR = 0x1");
    QCOMPARE(found.size(), std::size_t { 3 });
    QCOMPARE(found[0].line, std::size_t { 2 });
    QCOMPARE(found[0].column, std::size_t { 9 });
    QCOMPARE(found[0].length, std::size_t { 10 });
    QCOMPARE(found[1].line, std::size_t { 3 });
    QCOMPARE(found[1].column, std::size_t { 16 });
    QCOMPARE(found[2].line, std::size_t { 5 });
}

void TestFromText::piecesMakeNoDifference()
{
    const std::string text
        = "a\r\n  ESR = 0x96000044\r\nHSR=0x93810007 pc=0x1 gva=0x2 gpa=0x3\n...with FAR 0x9";
    const std::vector<FoundValue> whole = findInText(text);
    QCOMPARE(whole.size(), std::size_t { 6 });
    for (std::size_t size = 1; size < 9; ++size) {
        std::vector<FoundValue> pieces;
        TextFinder finder([&pieces](const FoundValue& value) { pieces.push_back(value); });
        for (std::size_t at = 0; at < text.size(); at += size)
            finder.feed(std::string_view(text).substr(at, size));
        finder.finish();
        QVERIFY(pieces == whole);
    }
}

void TestFromText::aLongLineTakesNoLongerThanManyShortOnes()
{
    // What a search could trip over: beginnings of forms without an end, in one line without end.
    for (const char* begin :
        { "kvm_mmio: mmio ", "Internal error: ", "Code: ", "] pgd=", "0x", "{ Op0(", "PC={", "ESR = 0x" }) {
        std::string line;
        while (line.size() < (std::size_t { 2 } << 20))
            line += begin;
        QElapsedTimer timer;
        timer.start();
        QVERIFY(findInText(line).empty());
        QVERIFY2(timer.elapsed() < 20'000, begin);
    }
    // Only the first part of a line counts.
    std::string late(TextFinder::kMaxLine, ' ');
    late += "ESR = 0x96000044";
    QVERIFY(findInText(late).empty());
    QCOMPARE(findInText(late + "\nESR = 0x96000044\n").size(), std::size_t { 1 });
}

void TestFromText::everyFormIsWellFormed()
{
    for (const TextForm& form : textForms()) {
        QVERIFY(form.source[0] != '\0');
        const std::string pattern = form.pattern;
        QVERIFY2(
            pattern.find(':') != std::string::npos || pattern.find('=') != std::string::npos, form.pattern);
        QVERIFY2(!pattern.starts_with(' ') && !pattern.starts_with('*'), form.pattern);
    }
}

void TestFromText::foundValuesAreDecoded()
{
    const std::vector<FoundValue> found
        = findInText("hvf_exit exit: 0x93c08007 [ec=0x24 pc=0x40000000]\n"
                     "HV: store not emulated: 0xb8004420 at 0x9030400\n"
                     "kvm_sys_access: PC: 1 SYS_X (3,0,0,4,0) read\n"
                     "[0000000000000018] pgd=08000000435a9003, p4d=1, pte=00e0000000000783\n");
    std::vector<std::string> sentences;
    for (const FoundValue& value : found) {
        const arch::Report report = reportOf(value);
        QVERIFY(!report.name.empty());
        sentences.push_back(report.sentence.str());
    }
    QCOMPARE(sentences[0], std::string("load of 8 bytes into x0, stage 2 translation fault at level 3"));
    QCOMPARE(sentences[1], std::string("Data Abort from a lower Exception level"));
    QCOMPARE(sentences[3], std::string("str w0, [x1], #4"));
    QCOMPARE(sentences[6], std::string("read of ID_AA64PFR0_EL1"));
    QVERIFY(sentences.back().starts_with("stage 1 page at level 3, 4 KiB"));
}

QTEST_GUILESS_MAIN(TestFromText)
#include "tst_fromtext.moc"
