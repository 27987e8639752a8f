// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/esr.h"
#include "core/arch/faultaddress.h"
#include "core/arch/sysreg.h"
#include "core/arch/traptext.h"

#include <QTest>

#include <set>
#include <string>

using namespace fscope;
using namespace fscope::arch;

class TestSysreg : public QObject
{
    Q_OBJECT

private slots:
    void allEncodingsAreNamed();
    void trapsReadAsAssembler_data();
    void trapsReadAsAssembler();
    void addressesAreWorthWhatTheSyndromeSays_data();
    void addressesAreWorthWhatTheSyndromeSays();
    void theIpaIsPageAndOffset();
};

void TestSysreg::allEncodingsAreNamed()
{
    std::set<std::uint16_t> encodings;
    for (const sysreg::Row& row : sysreg::rows()) {
        const sysreg::Encoding e = sysreg::Encoding::ofKey(row.key);
        QCOMPARE(e.key(), row.key);
        encodings.insert(row.key);
        QVERIFY2(e.op0 >= 1 && e.op0 <= 3, row.name);
        const bool read
            = e.op0 == 1 ? (row.access & sysreg::kGivesResult) != 0 : (row.access & sysreg::kRead) != 0;
        QCOMPARE(std::string(sysreg::name(e, read)), std::string(row.name));
        // The encoding survives the order of the ISS.
        const std::uint64_t iss = e.op0 << 20 | e.op2 << 17 | e.op1 << 14 | e.crn << 10 | e.crm << 1;
        QVERIFY(sysreg::Encoding::ofIss(iss) == e);
    }
    QCOMPARE(encodings.size(), std::size_t { 1374 });
    QVERIFY(sysreg::find({ 3, 7, 15, 15, 7 }, true) == nullptr);
    QCOMPARE(sysreg::name({ 3, 4, 11, 2, 1 }, true), std::string("S3_4_C11_C2_1"));
}

void TestSysreg::trapsReadAsAssembler_data()
{
    QTest::addColumn<quint64>("esr");
    QTest::addColumn<QString>("text");
    const auto row
        = [](quint64 esr, const char* text) { QTest::newRow(text) << esr << QString::fromLatin1(text); };
    row(0x62300461, "MRS x3, SCTLR_EL1");
    row(0x6212dcbc, "DC CIVAC, x5");
    row(0x621023ee, "TLBI VMALLE1");
    row(0x623af830, "MSR PMEVCNTR5_EL0, x1");
    row(0x6220c04a, "MSR DBGDTRTX_EL0, x2");
    row(0x6220c04b, "MRS x2, DBGDTRRX_EL0");
    row(0x620cd3e4, "MSR DAIFSet, #2");
    row(0x62332d25, "MRS x9, S3_4_C11_C2_1");
    row(0x62300080, "MSR MIDR_EL1, x4");
    row(0x52300881, "MRRS x4, x5, TTBR0_EL1");
    row(0x6e00066, "WFIT x3");
    row(0x6000001, "WFE");
    row(0x5a000000, "HVC #0x0");
    row(0x6a000003, "ERETAB");
    row(0x92000007, "");
}

void TestSysreg::trapsReadAsAssembler()
{
    QFETCH(quint64, esr);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(instructionOf(esr)), text);
}

void TestSysreg::addressesAreWorthWhatTheSyndromeSays_data()
{
    QTest::addColumn<quint64>("esr");
    QTest::addColumn<int>("far");
    QTest::addColumn<bool>("hpfar");
    const auto row = [](const char* title, quint64 esr, AddressValidity far, bool hpfar) {
        QTest::newRow(title) << esr << static_cast<int>(far) << hpfar;
    };
    row("translation fault", 0x92000007, AddressValidity::Valid, true);
    row("permission fault", 0x9200000f, AddressValidity::Valid, false);
    row("permission fault on a stage 1 walk", 0x9200008f, AddressValidity::Valid, true);
    row("External abort with FnV", 0x92000410, AddressValidity::NotValid, false);
    row("FnP", 0x92008007, AddressValidity::InGranule, true);
    row("EL2's own tables", 0x96000004, AddressValidity::Valid, false);
    row("HVC", 0x5a000000, AddressValidity::Unknown, false);
    row("SError with VFV", 0xbe008011, AddressValidity::Valid, false);
    row("SError without VFV", 0xbe000011, AddressValidity::NotValid, false);
}

void TestSysreg::addressesAreWorthWhatTheSyndromeSays()
{
    QFETCH(quint64, esr);
    QFETCH(int, far);
    QFETCH(bool, hpfar);
    QCOMPARE(static_cast<int>(farValidity(esr)), far);
    QCOMPARE(hpfarIsValid(esr), hpfar);
    const bool told = hpfarValidityText(esr).str().find("is valid") != std::string::npos;
    QCOMPARE(told, hpfar);
}

void TestSysreg::theIpaIsPageAndOffset()
{
    QVERIFY(faultingIpa(0x92000007, 0x90000, 0xffff800000000abc) == std::optional<std::uint64_t>(0x9000abc));
    QVERIFY(faultingIpa(0x92000087, 0x90000, 0xffff800000000abc) == std::optional<std::uint64_t>(0x9000000));
    QVERIFY(!faultingIpa(0x9200000f, 0x90000, 0));
}

QTEST_GUILESS_MAIN(TestSysreg)
#include "tst_sysreg.moc"
