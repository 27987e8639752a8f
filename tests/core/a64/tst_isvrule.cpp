// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/a64/instruction.h"
#include "core/a64/instructionreport.h"
#include "core/a64/isvrule.h"
#include "core/base/splitmix.h"

#include <QTest>

#include <set>
#include <string>

using namespace fscope;
using namespace fscope::a64;

class TestIsvRule : public QObject
{
    Q_OBJECT

private slots:
    void theReasonFitsTheForm_data();
    void theReasonFitsTheForm();
    void rulesAgreeWithTheDecodeTable();
    void everyRuleIsReached();
    void aReportHoldsTextFieldsAndReason();
};

void TestIsvRule::theReasonFitsTheForm_data()
{
    QTest::addColumn<uint>("word");
    QTest::addColumn<bool>("isv");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* title, uint word, bool isv, const char* reason) {
        QTest::newRow(title) << word << isv << QString::fromLatin1(reason);
    };
    row("ldr w0, [x1]", 0xb9400020, true, "one general-purpose register");
    row("str w0, [x1], #4", 0xb8004420, false, "writes its base register back");
    row("ldr x0, [x1, #8]!", 0xf8408c20, false, "writes its base register back");
    row("ldp x0, x1, [x2]", 0xa9400440, false, "two registers");
    row("ldp x0, x1, [x2], #16", 0xa8c10440, false, "two registers");
    row("ldr d0, [x1]", 0xfd400020, false, "SIMD and floating-point");
    row("ldar x0, [x1]", 0xc8dffc20, true, "acquire or release");
    row("ldtr x0, [x1]", 0xf8400820, true, "one general-purpose register");
    row("prfm pldl1keep, [x0]", 0xf9800000, false, "prefetch");
    row("ldxr x0, [x1]", 0xc85f7c20, false, "Exclusive");
    row("cas w0, w1, [x2]", 0x88a07c41, false, "compare and swap");
    row("ldadd w0, w1, [x2]", 0xb8200041, false, "atomic");
    row("ld1 {v0.16b}, [x0]", 0x4c407000, false, "SIMD and floating-point");
    row("ldg x0, [x1]", 0xd9600020, false, "Allocation Tags");
    row("ldraa x0, [x1]", 0xf8200420, false, "authenticated");
    row("ld64b x0, [x2]", 0xf83fd040, true, "FEAT_LS64");
    row("st64bv x1, x0, [x2]", 0xf821b040, true, "FEAT_LS64");
    row("dc civac, x0", 0xd50b7e20, false, "CM = 1");
}

void TestIsvRule::theReasonFitsTheForm()
{
    QFETCH(uint, word);
    QFETCH(bool, isv);
    QFETCH(QString, reason);
    const IsvRule* rule = isvRuleOf(word);
    QVERIFY(rule != nullptr);
    QCOMPARE(rule->isv, isv);
    const QString text = QString::fromStdString(isvReason(word).str());
    QVERIFY2(text.contains(reason), qPrintable(text));
    QVERIFY(text.startsWith(isv ? QStringLiteral("ISV is 1 here") : QStringLiteral("ISV is 0 here")));
}

void TestIsvRule::rulesAgreeWithTheDecodeTable()
{
    int decoded = 0;
    for (std::uint64_t k = 1; k <= 400'000; ++k) {
        const auto word = static_cast<std::uint32_t>(splitmix(8, k) & 0xfbffffff) | 0x08000000;
        Instruction instruction;
        if (!decodeFast(word, instruction))
            continue;
        ++decoded;
        const IsvRule* rule = isvRuleOf(word);
        QVERIFY(rule != nullptr);
        QVERIFY2(rule->isv == instruction.row->isv, disassemble(instruction).c_str());
    }
    QVERIFY(decoded > 10'000);
}

void TestIsvRule::everyRuleIsReached()
{
    std::set<const IsvRule*> reached;
    for (std::uint64_t k = 1; k <= 400'000; ++k) {
        if (const IsvRule* rule = isvRuleOf(static_cast<std::uint32_t>(splitmix(9, k))))
            reached.insert(rule);
    }
    for (const std::uint32_t word :
        { 0xf83fd040U, 0xf83f9040U, 0xf821b040U, 0xf821a040U, 0xd50b7e20U, 0xd91f0c20U })
        reached.insert(isvRuleOf(word));
    for (const IsvRule& rule : isvRules()) {
        QVERIFY2(reached.count(&rule) == 1, rule.name);
        QVERIFY(rule.name[0] != '\0' && rule.reason[0] != '\0');
        QCOMPARE(rule.holds == nullptr, rule.pattern[0] != '\0');
    }
    QVERIFY(isvRuleOf(0xd503201f) == nullptr); // nop
}

void TestIsvRule::aReportHoldsTextFieldsAndReason()
{
    const arch::Report report = reportOf(0xb8004420U);
    QCOMPARE(report.instruction, std::string("str w0, [x1], #4"));
    std::uint64_t word = 0;
    for (const arch::FieldValue& field : report.fields)
        word = arch::withField(*field.field, word, field.value);
    QCOMPARE(word, std::uint64_t { 0xb8004420 });
    QVERIFY(report.remarks.back().str().find("writes its base register back") != std::string::npos);
    QVERIFY(reportOf(0U).fields.empty());
}

QTEST_GUILESS_MAIN(TestIsvRule)
#include "tst_isvrule.moc"
