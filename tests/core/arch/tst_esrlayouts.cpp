// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// All 64 classes of ESR_EL1, EL2 and EL3: rows tile the register, plans give what rows give, notes say what
/// is wrong. FSCOPE_RANDOM_VALUES sets how many random values of each register are taken apart and put
/// together again (20000; 10000000 for a release).

#include "core/arch/descriptor.h"
#include "core/arch/esr.h"
#include "core/arch/esrclass.h"
#include "core/arch/esrnotes.h"
#include "core/arch/field.h"
#include "core/arch/fieldlist.h"
#include "core/arch/report.h"
#include "core/base/bits.h"
#include "core/base/hex.h"
#include "core/base/splitmix.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <bit>
#include <set>
#include <string>
#include <vector>

using namespace fscope;
using namespace fscope::arch;

namespace {

constexpr std::array kEsrs { RegisterName::EsrEl1, RegisterName::EsrEl2, RegisterName::EsrEl3 };
constexpr std::array kAll { RegisterName::EsrEl1, RegisterName::EsrEl2, RegisterName::EsrEl3,
    RegisterName::FarEl2, RegisterName::HpfarEl2, RegisterName::SpsrEl2, RegisterName::HcrEl2,
    RegisterName::TcrEl1, RegisterName::VtcrEl2, RegisterName::VttbrEl2, RegisterName::SctlrEl1,
    RegisterName::MairEl1, RegisterName::ParEl1, RegisterName::Stage1Table, RegisterName::Stage1Leaf,
    RegisterName::Stage2Table, RegisterName::Stage2Leaf, RegisterName::InvalidDescriptor };

/// Values of one class: none, all, each single bit of the ISS and ISS2, each fault code with ISV, and random
/// ones.
std::vector<std::uint64_t> edgeValues(std::uint64_t ec)
{
    std::vector<std::uint64_t> values;
    const std::uint64_t head = ec << 26;
    for (const std::uint64_t il : { std::uint64_t { 0 }, std::uint64_t { 1 } << 25 }) {
        values.push_back(head | il);
        values.push_back(head | il | mask(24, 0));
        values.push_back(head | il | mask(24, 0) | mask(63, 32));
    }
    for (unsigned at = 0; at < 64; ++at) {
        if (at < 25 || at > 31) {
            values.push_back(head | std::uint64_t { 1 } << at);
            values.push_back((head | mask(24, 0) | mask(63, 32)) & ~(std::uint64_t { 1 } << at));
        }
    }
    for (std::uint64_t code = 0; code < 64; ++code) {
        for (std::uint64_t draw = 0; draw < 4; ++draw)
            values.push_back(
                withBits(withBits(splitmix(ec + 7, code * 4 + draw + 1), 31, 26, ec), 5, 0, code));
    }
    return values;
}

std::size_t randomCount()
{
    const int asked = qEnvironmentVariableIntValue("FSCOPE_RANDOM_VALUES");
    return asked > 0 ? static_cast<std::size_t>(asked) : 20'000;
}

std::string place(RegisterName name, std::uint64_t value)
{
    return std::string(layoutOf(name, value).name) + " " + hex(value);
}

std::vector<std::string> keys(RegisterName name, std::uint64_t value)
{
    std::vector<std::string> out;
    for (const Note& note : notesOf(name, value))
        out.push_back(note.key);
    return out;
}

} // namespace

class TestEsrLayouts : public QObject
{
    Q_OBJECT

private slots:
    void rowsTileEachClassWithoutGapOrOverlap();
    void everyRowHasNameMeaningAndSection();
    void theConditionsDependOnTheBitsTheLayoutNames();
    void plansListWhatTheRowsList();
    void valuesComeBackFromTheirFields_data();
    void valuesComeBackFromTheirFields();
    void editingOneFieldChangesOnlyItsBits();
    void notesSayWhatIsWrong_data();
    void notesSayWhatIsWrong();
    void theClassTableFitsTheManual();
};

void TestEsrLayouts::rowsTileEachClassWithoutGapOrOverlap()
{
    for (const RegisterName name : kEsrs) {
        for (std::uint64_t ec = 0; ec < 64; ++ec) {
            for (const std::uint64_t value : edgeValues(ec)) {
                std::uint64_t claimed = 0;
                std::uint64_t listed = 0;
                for (const Field& field : layoutOf(name, value).fields) {
                    const std::uint64_t own = mask(field.hi, field.lo);
                    if (field.applies != nullptr && !field.applies(value)) {
                        listed |= field.whenVoid != nullptr ? own : 0;
                        continue;
                    }
                    QVERIFY2(
                        (claimed & own) == 0, (place(name, value) + " overlap at " + field.name).c_str());
                    claimed |= own;
                }
                QVERIFY2((claimed | listed) == ~std::uint64_t { 0 },
                    (place(name, value) + " gap " + hex(~(claimed | listed))).c_str());
                // A void row stands either for bits that nobody has, or wholly beside the rows that have
                // them.
                for (const FieldValue& field : decodeFields(layoutOf(name, value), value)) {
                    const std::uint64_t own = mask(field.field->hi, field.field->lo);
                    if (field.state == FieldState::NotValid && (own & claimed) != 0 && (own & ~claimed) != 0)
                        QVERIFY2(field.value == 0 || std::popcount(own) > 1, (place(name, value)).c_str());
                }
            }
        }
    }
}

void TestEsrLayouts::everyRowHasNameMeaningAndSection()
{
    std::set<const Field*> seen;
    for (const RegisterName name : kAll) {
        for (std::uint64_t ec = 0; ec < 64; ++ec) {
            for (const std::uint64_t value : { ec << 26, ec << 26 | 1, ec << 26 | 3, ec << 26 | 16 }) {
                for (const Field& field : layoutOf(name, value).fields)
                    seen.insert(&field);
            }
        }
    }
    for (const Field* field : seen) {
        const std::string meaning = field->meaning;
        QVERIFY(field->name[0] != '\0');
        QVERIFY2(field->longName[0] != '\0', field->name);
        QVERIFY2(meaning.size() > 15 && meaning.back() == '.', field->name);
        QVERIFY2(std::string(field->source).starts_with("Arm ARM "), field->name);
        for (const NamedValue& named : field->values)
            QVERIFY2(named.meaning[0] != '\0', field->name);
    }
    QVERIFY(seen.size() > 600);
}

void TestEsrLayouts::theConditionsDependOnTheBitsTheLayoutNames()
{
    for (const RegisterName name : kEsrs) {
        for (std::uint64_t ec = 0; ec < 64; ++ec) {
            for (const std::uint64_t value : edgeValues(ec)) {
                const RegisterLayout& layout = layoutOf(name, value);
                QVERIFY(std::popcount(layout.conditionBits) <= static_cast<int>(kMaxConditionBits));
                const std::uint64_t least = (value & layout.conditionBits) | ec << 26;
                for (const Field& field : layout.fields) {
                    if (field.applies != nullptr)
                        QVERIFY2(field.applies(value) == field.applies(least),
                            (place(name, value) + " " + field.name).c_str());
                }
            }
        }
    }
}

void TestEsrLayouts::plansListWhatTheRowsList()
{
    FieldList planned;
    FieldList listed;
    for (const RegisterName name : kEsrs) {
        for (std::uint64_t ec = 0; ec < 64; ++ec) {
            for (const std::uint64_t value : edgeValues(ec)) {
                const std::vector<FieldValue> fields = decodeFields(layoutOf(name, value), value);
                decodeEsrInto(planned, name, value);
                decodeInto(listed, layoutOf(name, value), value);
                QCOMPARE(planned.size(), fields.size());
                QCOMPARE(listed.size(), fields.size());
                for (std::size_t i = 0; i < fields.size(); ++i) {
                    const std::string where = place(name, value) + " " + fields[i].field->name;
                    for (const FieldList* list : { &planned, &listed }) {
                        QVERIFY2((*list)[i].field == fields[i].field, where.c_str());
                        QVERIFY2((*list)[i].value == fields[i].value, where.c_str());
                        QVERIFY2((*list)[i].state == fields[i].state, where.c_str());
                    }
                }
                for (std::size_t i = 0; i < fields.size(); i += 5)
                    QVERIFY(planned.meaning(i) == fields[i].meaning);
            }
        }
    }
}

void TestEsrLayouts::valuesComeBackFromTheirFields_data()
{
    QTest::addColumn<int>("number");
    for (const RegisterName name : kAll)
        QTest::addRow("%s, %d", layoutOf(name, 0).name, static_cast<int>(name)) << static_cast<int>(name);
}

void TestEsrLayouts::valuesComeBackFromTheirFields()
{
    QFETCH(int, number);
    const auto name = static_cast<RegisterName>(number);
    const std::size_t count = randomCount();
    FieldList list;
    for (std::size_t k = 1; k <= count; ++k) {
        const std::uint64_t value = splitmix(static_cast<std::uint64_t>(number) + 40, k);
        decodeInto(list, layoutOf(name, value), value);
        std::uint64_t back = 0;
        for (std::size_t i = 0; i < list.size(); ++i)
            back = withField(*list[i].field, back, list[i].value);
        QVERIFY2(back == value, place(name, value).c_str());
        if (k % 1000 == 0)
            QCOMPARE(encodeFields(decodeFields(layoutOf(name, value), value)), value);
    }
}

void TestEsrLayouts::editingOneFieldChangesOnlyItsBits()
{
    for (const RegisterName name : kAll) {
        for (std::uint64_t k = 1; k <= 50; ++k) {
            const std::uint64_t value = splitmix(90, k);
            for (const FieldValue& field : decodeFields(layoutOf(name, value), value)) {
                const std::uint64_t edited = withField(*field.field, value, ~field.value);
                QCOMPARE(edited ^ value, mask(field.field->hi, field.field->lo));
                QCOMPARE(withField(*field.field, edited, field.value), value);
            }
        }
    }
}

void TestEsrLayouts::notesSayWhatIsWrong_data()
{
    QTest::addColumn<int>("name");
    QTest::addColumn<quint64>("value");
    QTest::addColumn<QString>("key"); // empty: no notes at all
    const auto row = [](const char* title, RegisterName name, std::uint64_t value, const char* key) {
        QTest::newRow(title) << static_cast<int>(name) << quint64 { value } << QString::fromLatin1(key);
    };
    const RegisterName el2 = RegisterName::EsrEl2;
    row("an ordinary load", el2, 0x93c08007, "");
    row("ISV with S1PTW", el2, 0x93c08087, "unexpected:ISV=1 with S1PTW=1");
    row("CM on a read", el2, 0x92000107, "unexpected:CM=1 with WnR=0");
    row("8 bytes into a W register", el2, 0x93c00007, "unexpected:SAS=3 with SF=0");
    row("a sign-extended store", el2, 0x93a00047, "unexpected:SSE");
    row("EA on a translation fault", el2, 0x92000207, "unexpected:EA");
    row("Overlay on a translation fault", el2, 0x4092000007, "unexpected:Overlay");
    row("Overlay on a permission fault", el2, 0x409200000f, "");
    row("IL of an A64 instruction", el2, 0x60300461, "il_should_be_1");
    row("IL of T32", el2, 0x91810007, "");
    row("unallocated", el2, 0x8e000000, "ec_unallocated");
    row("withdrawn", el2, 0x6e000000, "ec_withdrawn");
    row("HVC at EL1", RegisterName::EsrEl1, 0x5a000000, "wrong_level:ESR_EL1");
    row("GPC at EL2", el2, 0x7a000028, "wrong_level:ESR_EL2");
    row("write to an ID register", el2, 0x62300080, "access:MIDR_EL1 is RO");
    row("ISV at EL1", RegisterName::EsrEl1, 0x93c08007, "unexpected:ISV=1 in ESR_EL1");
    row("ISV of ST64BV0 at EL1", RegisterName::EsrEl1, 0x593c89846, "");
    row("VNCR is reserved at EL1", RegisterName::EsrEl1, 0x96002004, "reserved_bits:13+1=0x1");
    row("AssuredOnly is reserved at EL3", RegisterName::EsrEl3, 0x809200000f, "reserved_bits:39+1=0x1");
    row("reserved top", el2, 0x0100000093c08007, "reserved_bits:44+20=0x1000");
    row("reserved code", el2, 0x9200003f, "reserved_value:DFSC=0x3f");
    row("granule 3 of TCR", RegisterName::TcrEl1, 0x40004000 | 0x8000, "reserved_value:TG0=0x3");
    row("PAR without its one", RegisterName::ParEl1, 0x9, "reserved_bits:11+1=0x0");
}

void TestEsrLayouts::notesSayWhatIsWrong()
{
    QFETCH(int, name);
    QFETCH(quint64, value);
    QFETCH(QString, key);
    const std::vector<std::string> found = keys(static_cast<RegisterName>(name), value);
    if (key.isEmpty())
        QVERIFY2(found.empty(), found.empty() ? "" : found.front().c_str());
    else
        QVERIFY2(std::ranges::find(found, key.toStdString()) != found.end(),
            found.empty() ? "no notes" : found.front().c_str());
}

void TestEsrLayouts::theClassTableFitsTheManual()
{
    QCOMPARE(exceptionClasses().size(), std::size_t { 64 });
    int allocated = 0;
    for (unsigned ec = 0; ec < 64; ++ec) {
        const ExceptionClass& row = exceptionClassRow(ec);
        QCOMPARE(unsigned { row.code }, ec);
        allocated += row.status == ClassStatus::Allocated ? 1 : 0;
        QCOMPARE(row.levels != 0, row.status != ClassStatus::Unallocated);
    }
    QCOMPARE(allocated, 48);
    QVERIFY(!exceptionClassRow(0x16).canReach(1));
    QVERIFY(exceptionClassRow(0x16).canReach(2));
}

QTEST_GUILESS_MAIN(TestEsrLayouts)
#include "tst_esrlayouts.moc"
