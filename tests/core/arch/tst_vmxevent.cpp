// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/vmxevent.h"

#include <QTest>

#include <string>
#include <vector>

using namespace fscope;
using namespace fscope::arch;
using namespace fscope::arch::vmx;

namespace {

constexpr std::uint32_t kValid = 0x80000000;

std::string joined(const std::vector<EventProblem>& problems)
{
    std::string out;
    for (const EventProblem& problem : problems)
        out.append(out.empty() ? "" : " ").append(problem.name);
    return out;
}

std::string namesOf(const RegisterLayout& layout, std::uint64_t value)
{
    std::string out;
    for (const FieldValue& field : definedFields(layout, value))
        out.append(out.empty() ? "" : " ").append(field.field->name);
    return out;
}

bool isReservedVector(unsigned vector)
{
    return vector == 9 || vector == 15 || (vector >= 22 && vector <= 31);
}

} // namespace

class TestVmxEvent : public QObject
{
    Q_OBJECT

private slots:
    void vectorsCoverEachNumberOnce();
    void seedAndManualDifferWhereItIsKnown();
    void onlyReservedVectorsHaveNoExitType();
    void recordedEventsAreJudged_data();
    void recordedEventsAreJudged();
    void injectedEventsAreJudged_data();
    void injectedEventsAreJudged();
    void whatIsNotValidHasNoFields();
    void nmiUnblockingHasItsExceptions();
    void aVectorReadsAsItsTypeSays();
    void errorCodesReadAsTheirVectorSays();
};

void TestVmxEvent::vectorsCoverEachNumberOnce()
{
    unsigned next = 0;
    for (const Vector& row : vectors()) {
        QCOMPARE(unsigned { row.first }, next);
        QVERIFY(row.last >= row.first);
        QVERIFY2(std::string(row.meaning).ends_with('.'), row.text);
        next = row.last + 1U;
    }
    QCOMPARE(next, 256U);
    for (unsigned vector = 0; vector < 256; ++vector) {
        const Vector& row = vectorRow(vector);
        QVERIFY(vector >= row.first && vector <= row.last);
    }
    QCOMPARE(&vectorRow(256 + 14), &vectorRow(14));
}

void TestVmxEvent::seedAndManualDifferWhereItIsKnown()
{
    for (unsigned vector = 0; vector < 256; ++vector) {
        const VectorClassification both = classifyVector(vector);
        const bool differs = vector == 1 || vector == 21 || isReservedVector(vector);
        QVERIFY2(both.typeDiffers == differs, std::to_string(vector).c_str());
        QCOMPARE(both.errorCodeDiffers, vector == 21);
        if (both.typeDiffers || both.errorCodeDiffers)
            QVERIFY(!both.note.empty());
    }
    QCOMPARE(classifyVector(1).seed, InterruptionType::PrivilegedSoftwareException);
    QCOMPARE(classifyVector(1).manual.front(), InterruptionType::HardwareException);
    QCOMPARE(classifyVector(21).seed, InterruptionType::OtherEvent);
    QVERIFY(classifyVector(21).manualErrorCode && !classifyVector(21).seedErrorCode);
}

void TestVmxEvent::onlyReservedVectorsHaveNoExitType()
{
    for (unsigned vector = 0; vector < 256; ++vector)
        QCOMPARE(vectorRow(vector).exitTypes.empty(), isReservedVector(vector));
}

void TestVmxEvent::recordedEventsAreJudged_data()
{
    QTest::addColumn<uint>("value");
    QTest::addColumn<bool>("original");
    QTest::addColumn<bool>("fred");
    QTest::addColumn<QString>("problems");
    const auto add = [](const char* name, std::uint32_t value, bool original, bool fred,
                         const char* problems) {
        QTest::newRow(name) << uint { kValid | value } << original << fred << QString::fromUtf8(problems);
    };
    add("page fault", 0xb0e, false, false, "");
    add("page fault in real mode, without error code", 0x30e, false, false, "");
    add("external interrupt with a reserved vector", 0x01f, false, false, "");
    add("INT n exits as nothing", 0x480, false, false, "type");
    add("INT n is an original event", 0x480, true, false, "");
    add("SYSCALL without FRED", 0x701, true, false, "type");
    add("SYSCALL with FRED", 0x701, true, true, "");
    add("SYSCALL does not exit", 0x701, false, true, "type");
    add("type 1", 0x102, true, true, "type");
    add("NMI of another vector", 0x203, false, false, "nmi_vector");
    add("exception 40", 0x328, false, false, "exception_vector");
    add("INT1 of another vector", 0x503, false, false, "software_vector");
    add("INT3 of vector 4 is INTO", 0x604, false, false, "");
    add("INT3 of vector 5", 0x605, false, false, "software_vector");
    add("software exception 99", 0x663, false, false, "exception_vector software_vector");
    add("error code of #UD", 0xb06, false, false, "error_code");
    add("error code of a reserved vector", 0xb1d, false, false, "");
    add("error code of an interrupt", 0x830, false, false, "error_code");
    add("reserved bit", 0x4b0e, false, false, "reserved_bits");
    QTest::newRow("not valid") << uint { 0x7fffffff } << false << false << QString();
}

void TestVmxEvent::recordedEventsAreJudged()
{
    QFETCH(uint, value);
    QFETCH(bool, original);
    QFETCH(bool, fred);
    QFETCH(QString, problems);
    Context context;
    context.fred = fred;
    const EventField field = original ? EventField::Original : EventField::Exiting;
    QCOMPARE(QString::fromStdString(joined(eventProblems(field, value, context))), problems);
}

void TestVmxEvent::injectedEventsAreJudged_data()
{
    QTest::addColumn<uint>("value");
    QTest::addColumn<uint>("errorCode");
    QTest::addColumn<uint>("length");
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("problems");
    const auto add = [](const char* name, std::uint32_t value, uint errorCode, uint length,
                         const char* setting, const char* problems) {
        QTest::newRow(name) << uint { kValid | value } << errorCode << length << QString::fromUtf8(setting)
                            << QString::fromUtf8(problems);
    };
    add("page fault", 0xb0e, 4, 1, "", "");
    add("page fault without error code", 0x30e, 0, 1, "", "error_code");
    add("page fault in real mode", 0x30e, 0, 1, "real", "");
    add("page fault in real mode with error code", 0xb0e, 0, 1, "real", "error_code");
    add("error codes are free", 0x30e, 0, 1, "basic56", "");
    add("error codes are free for exceptions only", 0x830, 0, 1, "basic56", "error_code");
    add("error codes are not free in real mode", 0xb0e, 0, 1, "basic56 real", "error_code");
    add("#CP with its error code", 0xb15, 1, 1, "", "error_code");
    add("#CP with its error code where it may", 0xb15, 1, 1, "basic56", "");
    add("#UD with an error code", 0xb06, 0, 1, "", "error_code");
    add("high error code", 0xb0e, 0x10004, 1, "", "error_code_high");
    add("bit 15 of the error code", 0xb0e, 0x8004, 1, "", "");
    add("high error code that is not delivered", 0x306, 0x10004, 1, "", "");
    add("type 1", 0x130, 0, 1, "", "type");
    add("NMI", 0x202, 0, 1, "", "");
    add("NMI of another vector", 0x20e, 0, 1, "", "vector");
    add("exception 32", 0x320, 0, 1, "", "vector");
    add("pending MTF", 0x700, 0, 1, "", "");
    add("pending MTF without support", 0x700, 0, 1, "nomtf", "type");
    add("type 7 of another vector", 0x715, 0, 1, "", "vector");
    add("SYSCALL", 0x701, 0, 1, "fred", "");
    add("SYSCALL without FRED", 0x701, 0, 1, "", "vector");
    add("SYSCALL of length 0", 0x701, 0, 0, "fred", "length");
    add("nested", 0x2b0e, 0, 1, "", "nested");
    add("nested where it may", 0x2b0e, 0, 1, "basic58", "");
    add("nested interrupt", 0x2030, 0, 1, "basic58", "nested");
    add("bit 12", 0x1b0e, 0, 1, "", "reserved_bits");
    add("bit 30", 0x40000b0e, 0, 1, "", "reserved_bits");
    add("INT n of any vector", 0x40e, 0, 2, "", "");
    add("INT n of length 0", 0x480, 0, 0, "", "length");
    add("INT n of length 0 where it may", 0x480, 0, 0, "misc30", "");
    add("INT n of length 16", 0x480, 0, 16, "misc30", "length");
    add("the length of an interrupt does not matter", 0x030, 0, 0, "", "");
    QTest::newRow("not valid") << uint { 0x7fffffff } << 0xffffffffU << 99U << QString() << QString();
}

void TestVmxEvent::injectedEventsAreJudged()
{
    QFETCH(uint, value);
    QFETCH(uint, errorCode);
    QFETCH(uint, length);
    QFETCH(QString, setting);
    QFETCH(QString, problems);
    const auto has = [&](const char* word) { return setting.contains(QLatin1String(word)); };
    EntryChecks checks;
    checks.errorCode = errorCode;
    checks.instructionLength = length;
    checks.unrestrictedGuest = has("real");
    checks.protectedMode = !has("real");
    checks.basic56 = has("basic56");
    checks.basic58 = has("basic58");
    checks.misc30 = has("misc30");
    checks.monitorTrapFlag = !has("nomtf");
    checks.fred = has("fred");
    QCOMPARE(QString::fromStdString(joined(injectionProblems(value, checks))), problems);
}

void TestVmxEvent::whatIsNotValidHasNoFields()
{
    for (const EventField field : { EventField::Exiting, EventField::Original, EventField::Injected }) {
        QCOMPARE(namesOf(eventLayout(field), 0x7fffffff), std::string("valid"));
        for (const FieldValue& value : decodeFields(eventLayout(field), 0x7fffffff))
            QVERIFY(value.state != FieldState::ReservedSet);
    }
    // A reserved bit of a valid event is marked.
    for (const FieldValue& value : decodeFields(eventLayout(EventField::Exiting), 0xc0000b0e))
        QCOMPARE(value.state == FieldState::ReservedSet, value.field->hi == 30);
}

void TestVmxEvent::nmiUnblockingHasItsExceptions()
{
    const std::string with = "valid nested nmi_unblocking error_code_valid type vector";
    const std::string without = "valid nested error_code_valid type vector";
    QCOMPARE(namesOf(eventLayout(EventField::Exiting), 0x80000b0e), with);
    QCOMPARE(namesOf(eventLayout(EventField::Exiting), 0x80000b08), without); // a double fault
    QCOMPARE(namesOf(eventLayout(EventField::Exiting), 0x80000008), with);    // an interrupt of that vector
    Context delivering;
    delivering.originalEventValid = true;
    QCOMPARE(namesOf(eventLayout(EventField::Exiting, delivering), 0x80000b0e), without);
    QCOMPARE(namesOf(eventLayout(EventField::Original), 0x80000b0e), without);
    QCOMPARE(namesOf(eventLayout(EventField::Injected), 0x80000b0e),
        std::string("valid nested deliver_error_code type vector"));
}

void TestVmxEvent::aVectorReadsAsItsTypeSays()
{
    const auto vector = [](EventField field, std::uint32_t value) {
        const RegisterLayout& layout = eventLayout(field);
        return meaningOf(*findField(layout, "vector"), value).str();
    };
    QCOMPARE(vector(EventField::Exiting, 0x80000b0e), std::string("#PF"));
    QCOMPARE(vector(EventField::Original, 0x8000040e), std::string("0xe")); // INT 14 is no page fault
    QCOMPARE(vector(EventField::Exiting, 0x80000030), std::string("0x30"));
    QCOMPARE(vector(EventField::Exiting, 0x80000202), std::string("NMI"));
    QCOMPARE(vector(EventField::Injected, 0x80000700), std::string("pending MTF VM exit"));
    QCOMPARE(vector(EventField::Original, 0x80000702), std::string("SYSENTER"));
}

void TestVmxEvent::errorCodesReadAsTheirVectorSays()
{
    QCOMPARE(namesOf(errorCodeLayout(13), 0x33), std::string("index idt ext"));
    QCOMPARE(namesOf(errorCodeLayout(13), 0x31), std::string("index ti idt ext"));
    QCOMPARE(namesOf(errorCodeLayout(21), 3), std::string("enclave cause"));
    QCOMPARE(namesOf(errorCodeLayout(8), 0), std::string());
    QCOMPARE(namesOf(errorCodeLayout(3), 0), std::string());
    QCOMPARE(meaningOf(*findField(errorCodeLayout(21), "cause"), 3).str(), std::string("ENDBRANCH"));
    QCOMPARE(meaningOf(*findField(errorCodeLayout(13), "index"), 0x32).str(), std::string("vector 6"));
    QCOMPARE(
        meaningOf(*findField(errorCodeLayout(10), "index"), 0x30).str(), std::string("selector index 6"));
}

QTEST_GUILESS_MAIN(TestVmxEvent)
#include "tst_vmxevent.moc"
