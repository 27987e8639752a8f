// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/esr.h"
#include "core/arch/field.h"
#include "core/base/hex.h"
#include "core/base/splitmix.h"

#include <QTest>

#include <string>

using namespace fscope;
using namespace fscope::arch;

class TestEsr : public QObject
{
    Q_OBJECT

private slots:
    void syndromesComeBackFromTheirEncoding();
    void encodingsComeBackFromTheirSyndrome();
    void withoutIsvTheAccessIsNotEncoded();
    void hpfarHoldsThePageOfTheIpa();
    void sentences_data();
    void sentences();
    void everyValueHasASentence();
};

void TestEsr::syndromesComeBackFromTheirEncoding()
{
    for (std::uint64_t k = 1; k <= 5000; ++k) {
        const std::uint64_t draw = splitmix(1, k);
        AbortSyndrome s;
        s.ec = bit(draw, 40) ? ec::kDataAbortLower : ec::kDataAbortSame;
        s.il = bit(draw, 41);
        s.isv = bit(draw, 0);
        if (s.isv) {
            s.sas = static_cast<unsigned>(bits(draw, 2, 1));
            s.sse = bit(draw, 3);
            s.srt = static_cast<unsigned>(bits(draw, 8, 4));
            s.sf = bit(draw, 9);
            s.ar = bit(draw, 10);
        }
        s.vncr = bit(draw, 11);
        s.set = static_cast<unsigned>(bits(draw, 13, 12));
        s.fnv = bit(draw, 14);
        s.ea = bit(draw, 15);
        s.cm = bit(draw, 16);
        s.s1ptw = bit(draw, 17);
        s.wnr = bit(draw, 18);
        s.fsc = static_cast<unsigned>(bits(draw, 24, 19));
        QVERIFY2(AbortSyndrome::decode(s.encode()) == s, hex(s.encode()).c_str());
    }
}

void TestEsr::encodingsComeBackFromTheirSyndrome()
{
    for (std::uint64_t k = 1; k <= 5000; ++k) {
        std::uint64_t esr = splitmix(2, k) & 0xffffffff;
        if (!bit(esr, 24))
            esr = withBits(esr, 23, 14, 0);
        QCOMPARE(AbortSyndrome::decode(esr).encode(), esr);
    }
}

void TestEsr::withoutIsvTheAccessIsNotEncoded()
{
    AbortSyndrome s;
    s.sas = 3;
    s.srt = 31;
    s.sf = true;
    s.fsc = 7;
    QCOMPARE(s.encode(), std::uint64_t { 0x92000007 });
    s.isv = true;
    QCOMPARE(s.encode(), std::uint64_t { 0x93df8007 });
    QCOMPARE(s.bytes(), 8U);
}

void TestEsr::hpfarHoldsThePageOfTheIpa()
{
    QCOMPARE(hpfarOf(0x9000abc), std::uint64_t { 0x90000 });
    QCOMPARE(ipaPageOf(hpfarOf(0xabcdef12345678)), std::uint64_t { 0xabcdef12345000 });
    QCOMPARE(ipaPageOf(~std::uint64_t { 0 }), std::uint64_t { 0xfffffffffff000 });
}

void TestEsr::sentences_data()
{
    QTest::addColumn<quint64>("esr");
    QTest::addColumn<int>("el");
    QTest::addColumn<QString>("sentence");

    const auto row = [](const char* name, quint64 esr, const char* sentence, int el = 2) {
        QTest::newRow(name) << esr << el << QString::fromLatin1(sentence);
    };
    row("guest 64-bit load", 0x93c08007, "load of 8 bytes into x0, stage 2 translation fault at level 3");
    row("guest 32-bit store", 0x93830046, "store of 4 bytes from w3, stage 2 translation fault at level 2");
    row("one byte", 0x93000007, "load of 1 byte into w0, stage 2 translation fault at level 3");
    row("store of the zero register", 0x939f0047,
        "store of 4 bytes from wzr, stage 2 translation fault at level 3");
    row("signed halfword", 0x93608007,
        "load of 2 bytes, sign-extended, into x0, stage 2 translation fault at level 3");
    row("signed halfword, acquire", 0x93614004,
        "load-acquire of 2 bytes, sign-extended, into w1, stage 2 translation fault at level 0");
    row("acquire", 0x93814007, "load-acquire of 4 bytes into w1, stage 2 translation fault at level 3");
    row("release of a byte", 0x93014047,
        "store-release of 1 byte from w1, stage 2 translation fault at level 3");
    row("SSE on a store is ignored", 0x93a10047,
        "store of 4 bytes from w1, stage 2 translation fault at level 3");
    row("ISV=0 write", 0x92000047,
        "write, stage 2 translation fault at level 3; ISV is 0, so the access is not described");
    row("ISV=0 read, Access flag", 0x9200000b,
        "read, stage 2 Access flag fault at level 3; ISV is 0, so the access is not described");
    row("stage 1 table not mapped", 0x92000087,
        "read, stage 2 translation fault at level 3 on a stage 1 walk; ISV is 0, so the access is not "
        "described");
    row("cache maintenance", 0x9200014d,
        "cache maintenance or address translation instruction, stage 2 permission fault at level 1; ISV is "
        "0, so the "
        "access is not described");
    row("fetch", 0x8200000f, "instruction fetch, stage 2 permission fault at level 3");
    row("ST64BV0", 0x593c89846, "ST64BV0 of 64 bytes from x8 on, stage 2 translation fault at level 2");
    row("LD64B", 0x93c89006, "LD64B of 64 bytes into x8 on, stage 2 translation fault at level 2");
    row("EL2's own table of VNCR_EL2", 0x9600202b,
        "read, stage 1 translation fault at level -1; ISV is 0, so the access is not described");
    row("External abort", 0x92000050,
        "write, synchronous External abort; ISV is 0, so the access is not described");
    row("reserved code", 0x9200003f,
        "read, reserved fault status code 0x3f; ISV is 0, so the access is not described");
    row("a fetch has no alignment fault", 0x82000021, "instruction fetch, reserved fault status code 0x21");
    row("injected into EL1", 0x92000047,
        "write, stage 1 translation fault at level 3; ISV is 0, so the access is not described", 1);
    row("HVC", 0x5a000000, "HVC executed in AArch64: HVC #0x0");
    row("unallocated", 0x8e000000, "Unallocated exception class");
}

void TestEsr::sentences()
{
    QFETCH(quint64, esr);
    QFETCH(int, el);
    QFETCH(QString, sentence);
    const RegisterName name = el == 1 ? RegisterName::EsrEl1 : RegisterName::EsrEl2;
    QCOMPARE(QString::fromStdString(describeEsr(esr, name).str()), sentence);
}

void TestEsr::everyValueHasASentence()
{
    for (std::uint64_t ec = 0; ec < 64; ++ec) {
        for (std::uint64_t k = 0; k < 64 * 16; ++k) {
            const std::uint64_t esr
                = withBits(withBits(splitmix(5, ec * 1024 + k + 1), 31, 26, ec), 5, 0, k % 64);
            const std::string text = describeEsr(esr).str();
            QVERIFY2(!text.empty() && text.find('%') == std::string::npos, hex(esr).c_str());
        }
    }
}

QTEST_GUILESS_MAIN(TestEsr)
#include "tst_esr.moc"
