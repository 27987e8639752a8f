// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/registers.h"

#include <QTest>

#include <set>

using namespace fscope::arch;

class TestRegisters : public QObject
{
    Q_OBJECT

private slots:
    void namesAreThoseOfTheManual();
    void everySystemRegisterHasAName();
    void pstateReadsAsText_data();
    void pstateReadsAsText();
    void modesEncode();
};

void TestRegisters::namesAreThoseOfTheManual()
{
    using File = RegId::File;
    QCOMPARE(name({ File::X, 5 }), std::string("X5"));
    QCOMPARE(name({ File::V, 31 }), std::string("V31"));
    QCOMPARE(name({ File::Sp, 1 }), std::string("SP_EL1"));
    QCOMPARE(name({ File::Pc, 0 }), std::string("PC"));
    QCOMPARE(name({ File::Pstate, 0 }), std::string("PSTATE"));
    QCOMPARE(name({ File::System, static_cast<std::uint8_t>(SysReg::FarEl1) }), std::string("FAR_EL1"));
    QCOMPARE(name({ File::System, static_cast<std::uint8_t>(SysReg::VttbrEl2) }), std::string("VTTBR_EL2"));
    QVERIFY(!name({ File::System, 255 }).empty());
}

void TestRegisters::everySystemRegisterHasAName()
{
    std::set<std::string> names;
    for (unsigned i = 0; i < kSysRegCount; ++i)
        QVERIFY(names.insert(name({ RegId::File::System, static_cast<std::uint8_t>(i) })).second);
}

void TestRegisters::pstateReadsAsText_data()
{
    QTest::addColumn<quint64>("value");
    QTest::addColumn<QString>("text");

    const auto row = [](const char* name, quint64 value, const char* text) {
        QTest::newRow(name) << value << QString::fromLatin1(text);
    };
    row("EL1h, all masked", 0x600003c5, "EL1h, nZCv, DAIF");
    row("EL0t, nothing masked", 0x80000000, "EL0t, Nzcv, daif");
    row("EL1 on SP_EL0, PAN", 0x400004, "EL1t, nzcv, daif, PAN");
    row("several words", 0x01401c05 | 1U << 25, "EL1h, nzcv, daif, TCO, DIT, PAN, SSBS, BTYPE=3");
    row("an illegal mode", 0x7, "M=7, nzcv, daif");
    row("EL0 has no h", 0x1, "M=1, nzcv, daif");
    row("AArch32 Supervisor", 0x600001d3, "Supervisor, nZCv, A32, AIF");
    row("AArch32 User in T32", 0x30, "User, nzcv, T32, aif");
    row("an illegal AArch32 mode", 0x1e, "M=30, nzcv, A32, aif");
}

void TestRegisters::pstateReadsAsText()
{
    QFETCH(quint64, value);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(pstate::text(value)), text);
}

void TestRegisters::modesEncode()
{
    QCOMPARE(pstate::mode(1, true), std::uint64_t { 5 });
    QCOMPARE(pstate::mode(1, false), std::uint64_t { 4 });
    QCOMPARE(pstate::mode(0, true), std::uint64_t { 0 });
    QCOMPARE(pstate::el(0x600003c5), 1U);
    QVERIFY(pstate::usesSpElx(5));
    QVERIFY(!pstate::usesSpElx(4));
    QVERIFY(!pstate::usesSpElx(0));
}

QTEST_GUILESS_MAIN(TestRegisters)
#include "tst_registers.moc"
