// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/esr.h"
#include "core/arch/faultcode.h"

#include <QTest>

#include <set>
#include <string>

using namespace fscope::arch;

class TestFaultCode : public QObject
{
    Q_OBJECT

private slots:
    void theTableHoldsEachCodeOnceInOrder();
    void reservedCodesHaveNoRow();
    void codesAndFaultsGoBothWays();
    void scatteredLevels_data();
    void scatteredLevels();
    void kindsWithoutLevelIgnoreIt();
    void hpfarIsValidOnlyWhereStage2WritesIt_data();
    void hpfarIsValidOnlyWhereStage2WritesIt();
};

void TestFaultCode::theTableHoldsEachCodeOnceInOrder()
{
    int previous = -1;
    std::set<std::string> texts;
    for (const FaultStatus& row : faultStatuses()) {
        QVERIFY(row.code > previous);
        QVERIFY(row.code < 64);
        previous = row.code;
        QVERIFY2(texts.insert(row.text).second, row.text);
        // The text names the level it has, and none otherwise.
        const std::string text = row.text;
        const std::string level = "level " + std::to_string(row.level);
        if (row.level == kNoLevel)
            QVERIFY2(text.find("level") == std::string::npos, row.text);
        else
            QVERIFY2(text.find(level) != std::string::npos, row.text);
        QCOMPARE(faultStatus(row.code), &row);
    }
    QCOMPARE(faultStatuses().size(), std::size_t { 46 });
}

void TestFaultCode::reservedCodesHaveNoRow()
{
    const std::set<unsigned> reserved { 0x19, 0x1a, 0x20, 0x2d, 0x2e, 0x2f, 0x32, 0x33, 0x36, 0x37, 0x38,
        0x39, 0x3a, 0x3b, 0x3c, 0x3d, 0x3e, 0x3f };
    for (unsigned code = 0; code < 64; ++code)
        QCOMPARE(faultStatus(code) == nullptr, reserved.contains(code));
    QVERIFY(faultStatus(64) == nullptr);
    QVERIFY(faultStatus(~0U) == nullptr);
}

void TestFaultCode::codesAndFaultsGoBothWays()
{
    for (const FaultStatus& row : faultStatuses())
        QCOMPARE(faultCode(row.kind, row.level), row.code);
}

void TestFaultCode::scatteredLevels_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("level");
    QTest::addColumn<int>("code");

    const auto row = [](const char* name, FaultKind kind, int level, int code) {
        QTest::newRow(name) << static_cast<int>(kind) << level << code;
    };
    row("Address size, level -2", FaultKind::AddressSize, -2, 0x2c);
    row("Address size, level -1", FaultKind::AddressSize, -1, 0x29);
    row("Address size, level 0", FaultKind::AddressSize, 0, 0x00);
    row("Translation, level -2", FaultKind::Translation, -2, 0x2a);
    row("Translation, level -1", FaultKind::Translation, -1, 0x2b);
    row("Translation, level 3", FaultKind::Translation, 3, 0x07);
    row("Access flag, level 1", FaultKind::AccessFlag, 1, 0x09);
    row("Permission, level 2", FaultKind::Permission, 2, 0x0e);
    row("External abort on walk, level -2", FaultKind::ExternalAbortOnWalk, -2, 0x12);
    row("External abort on walk, level 0", FaultKind::ExternalAbortOnWalk, 0, 0x14);
    row("Parity on walk, level -1", FaultKind::ParityOnWalk, -1, 0x1b);
    row("GPF on walk, level 3", FaultKind::GranuleProtectionOnWalk, 3, 0x27);
}

void TestFaultCode::scatteredLevels()
{
    QFETCH(int, kind);
    QFETCH(int, level);
    QFETCH(int, code);
    QCOMPARE(int { faultCode(static_cast<FaultKind>(kind), level) }, code);
}

void TestFaultCode::kindsWithoutLevelIgnoreIt()
{
    QCOMPARE(int { faultCode(FaultKind::Alignment) }, 0x21);
    QCOMPARE(int { faultCode(FaultKind::Alignment, 2) }, 0x21);
    QCOMPARE(int { faultCode(FaultKind::ExternalAbort, 3) }, 0x10);
}

void TestFaultCode::hpfarIsValidOnlyWhereStage2WritesIt_data()
{
    QTest::addColumn<quint64>("esr");
    QTest::addColumn<bool>("valid");

    QTest::newRow("translation fault") << quint64 { 0x93830046 } << true;
    QTest::newRow("translation fault on a stage 1 walk") << quint64 { 0x92000087 } << true;
    QTest::newRow("Address size fault") << quint64 { 0x92000003 } << true;
    QTest::newRow("Access flag fault") << quint64 { 0x9200000b } << true;
    QTest::newRow("Permission fault") << quint64 { 0x9200004f } << false;
    QTest::newRow("Permission fault on a stage 1 walk") << quint64 { 0x9200008f } << true;
    QTest::newRow("fetch, Permission fault") << quint64 { 0x8200000f } << false;
    QTest::newRow("fetch, translation fault") << quint64 { 0x82000007 } << true;
    QTest::newRow("External abort") << quint64 { 0x92000010 } << false;
    QTest::newRow("External abort on a stage 1 walk") << quint64 { 0x92000097 } << false;
    QTest::newRow("GPF on a walk") << quint64 { 0x92000027 } << true;
    QTest::newRow("alignment fault") << quint64 { 0x92000021 } << false;
    QTest::newRow("reserved code") << quint64 { 0x9200003f } << false;
    QTest::newRow("EL2's own fault") << quint64 { 0x96000007 } << false;
    QTest::newRow("HVC") << quint64 { 0x5a000007 } << false;
}

void TestFaultCode::hpfarIsValidOnlyWhereStage2WritesIt()
{
    QFETCH(quint64, esr);
    QFETCH(bool, valid);
    QCOMPARE(hpfarIsValid(esr), valid);
}

QTEST_GUILESS_MAIN(TestFaultCode)
#include "tst_faultcode.moc"
