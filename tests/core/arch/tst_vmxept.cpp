// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/vmxept.h"
#include "core/arch/vmxlayout.h"
#include "core/base/hex.h"
#include "core/base/splitmix.h"

#include <QTest>

#include <array>
#include <string>
#include <vector>

using namespace fscope;
using namespace fscope::arch;
using namespace fscope::arch::vmx;

namespace {

template <typename List>
std::string joined(const List& list)
{
    std::string out;
    for (const auto& item : list)
        out.append(out.empty() ? "" : " ").append(item.name);
    return out;
}

/// Features by the words that a row of a test holds.
EptFeatures features(const QString& words)
{
    const auto has = [&](const char* word) { return words.contains(QLatin1String(word)); };
    EptFeatures out;
    out.executeOnly = !has("noxo");
    out.pages1G = !has("no1g");
    out.modeBasedExecute = has("mbec");
    out.accessedDirty = has("ad");
    out.pagingWrite = has("pw");
    out.supervisorShadowStack = has("sss");
    out.subPageWrite = has("spp");
    out.virtualizationException = has("ve");
    out.verifyPaging = has("vgp");
    return out;
}

std::string told(const EptWalk& walk)
{
    switch (walk.result) {
    case EptWalk::Result::Ok:
        return "ok " + std::to_string(walk.level) + " " + hex(walk.address) + " "
            + memoryTypeName(walk.memoryType);
    case EptWalk::Result::Violation:
        return "violation " + std::to_string(walk.level) + " " + hex(walk.qualification);
    case EptWalk::Result::Misconfiguration:
        return "misconfiguration " + std::to_string(walk.level) + " " + joined(walk.why);
    case EptWalk::Result::Incomplete:
        return "incomplete " + std::to_string(walk.level);
    case EptWalk::Result::BadPointer:
        return "bad pointer";
    }
    return {};
}

} // namespace

class TestVmxEpt : public QObject
{
    Q_OBJECT

private slots:
    void entriesAreJudged_data();
    void entriesAreJudged();
    void fieldsAreThoseOfTheForm_data();
    void fieldsAreThoseOfTheForm();
    void pointersAreJudged();
    void walks_data();
    void walks();
    void anyWalkEnds();
};

void TestVmxEpt::entriesAreJudged_data()
{
    QTest::addColumn<uint>("level");
    QTest::addColumn<qulonglong>("value");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("why");
    QTest::addColumn<qulonglong>("reserved");
    const auto add = [](const char* name, uint level, qulonglong value, const char* words, const char* state,
                         const char* why, qulonglong reserved = 0) {
        QTest::newRow(name) << level << value << QString::fromUtf8(words) << QString::fromUtf8(state)
                            << QString::fromUtf8(why) << reserved;
    };
    add("empty", 1, 0, "", "not_present", "");
    add("only ignored bits", 1, 0x8000000000000800, "", "not_present", "");
    add("bit 10 is nothing", 1, 0x400, "", "not_present", "");
    add("bit 10 with mode-based control", 1, 0x12430, "mbec", "page", "");
    add("user execute needs read too", 1, 0x12430, "mbec noxo", "misconfigured", "execute_without_read");
    add("page", 1, 0x12037, "", "page", "");
    add("execute-only", 1, 0x12034, "", "page", "");
    add("execute-only, not supported", 1, 0x12034, "noxo", "misconfigured", "execute_without_read");
    add("write-only", 1, 0x12032, "", "misconfigured", "write_without_read");
    add("write and execute", 1, 0x12036, "noxo", "misconfigured", "write_without_read execute_without_read");
    add("memory type 2", 1, 0x12017, "", "misconfigured", "memory_type");
    add("memory type 7", 2, 0x4000bf, "", "misconfigured", "memory_type");
    add("paging write without read", 1, 0x400000000012034, "pw", "misconfigured",
        "paging_write_without_read");
    add("bit 58 without the control", 1, 0x400000000012034, "", "page", "");
    add("bit 58 in a table", 2, 0x400000000012004, "pw", "table", "");
    add("address too wide", 1, 0x400000012037, "", "misconfigured", "reserved_bits", 0x400000000000);
    add("2-MByte page", 2, 0x4000b7, "", "page", "");
    add("2-MByte page, misaligned", 2, 0x4010b7, "", "misconfigured", "reserved_bits", 0x1000);
    add("1-GByte page", 3, 0x400000b7, "", "page", "");
    add("1-GByte page, not supported", 3, 0x40000087, "no1g", "misconfigured", "reserved_bits", 0x80);
    add("1-GByte page, misaligned", 3, 0x402000b7, "", "misconfigured", "reserved_bits", 0x200000);
    add("table", 3, 0x40000007, "", "table", "");
    add("table with a memory type", 2, 0x400037, "", "misconfigured", "reserved_bits", 0x30);
    add("no page at level 4", 4, 0x40000087, "", "misconfigured", "reserved_bits", 0x80);
    add("no page at level 5", 5, 0x400000c7, "", "misconfigured", "reserved_bits", 0xc0);
    add("bit 7 of a PTE is ignored", 1, 0x120b7, "", "page", "");
}

void TestVmxEpt::entriesAreJudged()
{
    QFETCH(uint, level);
    QFETCH(qulonglong, value);
    QFETCH(QString, words);
    QFETCH(QString, state);
    QFETCH(QString, why);
    QFETCH(qulonglong, reserved);
    const EptEntry entry = decodeEptEntry(level, value, features(words));
    const std::string_view got = name(entry.state);
    QCOMPARE(QString::fromUtf8(got.data(), qsizetype(got.size())), state);
    QCOMPARE(QString::fromStdString(joined(entry.why)), why);
    QCOMPARE(qulonglong { entry.reservedSet }, reserved);
    // Rows of reserved bits mark the same bits.
    std::uint64_t marked = 0;
    for (const FieldValue& field : decodeFields(*entry.layout, value)) {
        if (field.field->kind == FieldKind::Res0)
            marked |= field.value << field.field->lo;
    }
    QCOMPARE(qulonglong { marked }, reserved);
}

void TestVmxEpt::fieldsAreThoseOfTheForm_data()
{
    QTest::addColumn<uint>("level");
    QTest::addColumn<qulonglong>("value");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("names");
    const auto add
        = [](const char* name, uint level, qulonglong value, const char* words, const char* names) {
              QTest::newRow(name) << level << value << QString::fromUtf8(words) << QString::fromUtf8(names);
          };
    const char* const all = "mbec ad pw sss spp ve vgp";
    add("PTE", 1, 0x12037, "", "address ignore_pat memory_type execute write read");
    add("PTE with everything", 1, 0x12037, all,
        "suppress_ve sub_page_write supervisor_shadow_stack paging_write verify_guest_paging address "
        "user_execute dirty "
        "accessed ignore_pat memory_type supervisor_execute write read");
    add("2-MByte page with everything", 2, 0x4000b7, all,
        "suppress_ve supervisor_shadow_stack paging_write verify_guest_paging address user_execute dirty "
        "accessed page "
        "ignore_pat memory_type supervisor_execute write read");
    add("PDE of a table with everything", 2, 0x400007, all,
        "address user_execute accessed page supervisor_execute write read");
    add("PML4E", 4, 0x400007, "ad", "address accessed execute write read");
    add("not present", 1, 0x12038, all, "suppress_ve user_execute supervisor_execute write read");
    add("not present, plain", 1, 0x12038, "", "execute write read");
}

void TestVmxEpt::fieldsAreThoseOfTheForm()
{
    QFETCH(uint, level);
    QFETCH(qulonglong, value);
    QFETCH(QString, words);
    QFETCH(QString, names);
    std::string got;
    for (const FieldValue& field : definedFields(eptEntryLayout(level, value, features(words)), value))
        got.append(got.empty() ? "" : " ").append(field.field->name);
    QCOMPARE(QString::fromStdString(got), names);
}

void TestVmxEpt::pointersAreJudged()
{
    QCOMPARE(joined(eptpProblems(0x10000005e)), std::string());
    QCOMPARE(joined(eptpProblems(0x1020)), std::string());
    QCOMPARE(joined(eptpProblems(0x101f)), std::string("memory_type"));
    QCOMPARE(joined(eptpProblems(0x1016)), std::string("walk_length"));
    QCOMPARE(joined(eptpProblems(0x111e)), std::string("reserved_bits"));
    QCOMPARE(joined(eptpProblems(0x40000000101e)), std::string("reserved_bits"));
    QCOMPARE(joined(eptpProblems(0x40000000101e, 48)), std::string());
    QCOMPARE(
        joined(eptpProblems(~std::uint64_t { 0 }, 52)), std::string("memory_type walk_length reserved_bits"));
}

void TestVmxEpt::walks_data()
{
    QTest::addColumn<QString>("input"); // EPTP, address, then the entries
    QTest::addColumn<QString>("access");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("outcome");
    const auto add = [](const char* name, const char* input, const char* access, const char* words,
                         const char* outcome) {
        QTest::newRow(name) << QString::fromUtf8(input) << QString::fromUtf8(access)
                            << QString::fromUtf8(words) << QString::fromUtf8(outcome);
    };
    const char* const page = "101e 12345678 2007 3007 4007 9a037";
    add("4 KBytes", page, "read", "", "ok 1 0x9a678 WB");
    add("2 MBytes", "101e 12345678 2007 3007 4000b7", "write", "", "ok 2 0x545678 WB");
    add("1 GByte", "101e 12345678 2007 40000087", "fetch", "", "ok 3 0x52345678 UC");
    add("5 levels", "1026 1000012345678 2007 2007 3007 4007 9a037", "read", "", "ok 1 0x9a678 WB");
    add("address too wide for 4 levels", "101e 1000012345678 2007 3007 4007 9a037", "read", "",
        "violation 0 0x181");
    add("nothing at the root", "101e 12345678 0", "fetch", "", "violation 4 0x184");
    add("read-only page", "101e 12345678 2007 3007 4007 9a035", "write", "", "violation 1 0x1aa");
    add("read-only table above", "101e 12345678 2005 3007 4007 9a037", "write", "", "violation 1 0x1aa");
    add("guest walk", "101e 12345678 2007 3007 4007 9a031", "walk", "", "ok 1 0x9a678 WB");
    add("guest walk with dirty flags", "105e 12345678 2007 3007 4007 9a031", "walk", "", "violation 1 0x8b");
    add("paging write", "105e 12345678 2007 3007 4007 40000000009a031", "walk", "pw", "ok 1 0x9a678 WB");
    add("paging write under a read-only table", "105e 12345678 2007 3005 4007 40000000009a031", "walk", "pw",
        "violation 1 0x8b");
    add("no linear address", "101e 12345678 0", "read nolinear", "", "violation 4 0x1");
    add("misconfigured", "101e 12345678 2007 3007 4007 9a032", "read", "",
        "misconfiguration 1 write_without_read");
    add("misconfigured before missing", "101e 12345678 2007 3087 0", "read", "no1g",
        "misconfiguration 3 reserved_bits");
    add("missing before misconfigured", "101e 12345678 2007 0 4007 9a032", "read", "", "violation 3 0x181");
    add("supervisor fetch", "101e 12345678 2007 3007 4007 9a035", "fetch", "mbec", "ok 1 0x9a678 WB");
    add("user fetch", "101e 12345678 2007 3007 4007 9a035", "fetch user", "mbec", "violation 1 0x1ac");
    add("user fetch allowed", "101e 12345678 2407 3407 4407 9a431", "fetch user", "mbec", "ok 1 0x9a678 WB");
    add("supervisor fetch of a user page", "101e 12345678 2407 3407 4407 9a431", "fetch", "mbec",
        "violation 1 0x1cc");
    add("too few entries", "101e 12345678 2007 3007", "read", "", "incomplete 2");
    add("no such length", "1006 12345678 2007", "read", "", "bad pointer");
}

void TestVmxEpt::walks()
{
    QFETCH(QString, input);
    QFETCH(QString, access);
    QFETCH(QString, words);
    QFETCH(QString, outcome);
    std::vector<std::uint64_t> numbers;
    for (const QString& word : input.split(QLatin1Char(' ')))
        numbers.push_back(word.toULongLong(nullptr, 16));
    EptAttempt attempt;
    attempt.access = access.startsWith(QLatin1String("write")) ? EptAccess::Write
        : access.startsWith(QLatin1String("fetch"))            ? EptAccess::Fetch
        : access.startsWith(QLatin1String("walk"))             ? EptAccess::Walk
                                                               : EptAccess::Read;
    attempt.linearValid = !access.contains(QLatin1String("nolinear"));
    attempt.userLinear = access.contains(QLatin1String("user"));
    const EptWalk walk
        = walkEpt(numbers[0], numbers[1], std::span(numbers).subspan(2), attempt, features(words));
    QCOMPARE(QString::fromStdString(told(walk)), outcome);
}

void TestVmxEpt::anyWalkEnds()
{
    std::array<std::uint64_t, 5> entries {};
    for (std::uint64_t k = 1; k < 20000; ++k) {
        for (std::size_t i = 0; i < entries.size(); ++i)
            entries[i] = splitmix(k, i + 1) & 0x3ffffffff787U;
        EptFeatures some;
        some.modeBasedExecute = k % 2 == 0;
        some.pagingWrite = k % 3 == 0;
        some.maxPhysicalAddress = static_cast<unsigned>(k % 70);
        const EptAttempt attempt { static_cast<EptAccess>(k % 4), k % 5 != 0, k % 7 == 0 };
        const EptWalk walk = walkEpt(splitmix(k, 9), splitmix(k, 10), entries, attempt, some);
        QVERIFY(walk.entries.size() <= 5);
        if (walk.result == EptWalk::Result::Violation)
            QVERIFY((walk.qualification & ~walk.qualificationMask) == 0);
        if (walk.result == EptWalk::Result::Misconfiguration)
            QVERIFY(!walk.why.empty());
    }
}

QTEST_GUILESS_MAIN(TestVmxEpt)
#include "tst_vmxept.moc"
