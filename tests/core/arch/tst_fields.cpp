// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// The field tables as tables, and what decodeFields() makes of them.

#include "core/arch/esr.h"
#include "core/arch/field.h"
#include "core/base/bits.h"
#include "core/base/hex.h"
#include "core/base/splitmix.h"

#include <QTest>

#include <array>
#include <string>
#include <vector>

using namespace fscope;
using namespace fscope::arch;

namespace {

struct Named {
    RegisterName name;
    const char* text;
};
constexpr std::array kRegisters {
    Named { RegisterName::EsrEl2, "ESR_EL2" },
    Named { RegisterName::EsrEl1, "ESR_EL1" },
    Named { RegisterName::FarEl2, "FAR_EL2" },
    Named { RegisterName::HpfarEl2, "HPFAR_EL2" },
    Named { RegisterName::SpsrEl2, "SPSR_EL2" },
    Named { RegisterName::Stage1Table, "Stage1Table" },
    Named { RegisterName::Stage1Leaf, "Stage1Leaf" },
    Named { RegisterName::Stage2Table, "Stage2Table" },
    Named { RegisterName::Stage2Leaf, "Stage2Leaf" },
    Named { RegisterName::InvalidDescriptor, "InvalidDescriptor" },
    Named { RegisterName::EsrEl3, "ESR_EL3" },
    Named { RegisterName::HcrEl2, "HCR_EL2" },
    Named { RegisterName::TcrEl1, "TCR_EL1" },
    Named { RegisterName::VtcrEl2, "VTCR_EL2" },
    Named { RegisterName::VttbrEl2, "VTTBR_EL2" },
    Named { RegisterName::SctlrEl1, "SCTLR_EL1" },
    Named { RegisterName::MairEl1, "MAIR_EL1" },
    Named { RegisterName::ParEl1, "PAR_EL1" },
};

/// Values that reach every layout and every condition: for an ESR, each class with each fault code.
std::vector<std::uint64_t> valuesFor(RegisterName name)
{
    std::vector<std::uint64_t> values { 0, ~std::uint64_t { 0 } };
    for (std::uint64_t k = 1; k <= 300; ++k) {
        values.push_back(splitmix(11, k));
        values.push_back(splitmix(12, k) & splitmix(13, k) & splitmix(14, k));
    }
    if (name == RegisterName::EsrEl1 || name == RegisterName::EsrEl2 || name == RegisterName::EsrEl3) {
        for (std::uint64_t ec = 0; ec < 64; ++ec) {
            for (std::uint64_t code = 0; code < 64; ++code) {
                const std::uint64_t other = splitmix(15, ec * 64 + code + 1);
                for (const std::uint64_t isv : { std::uint64_t { 0 }, std::uint64_t { 1 } })
                    values.push_back(
                        withBits(withBits(withBits(other, 31, 26, ec), 24, 24, isv), 5, 0, code));
            }
        }
    }
    return values;
}

const FieldValue* valueOf(const std::vector<FieldValue>& fields, std::string_view name)
{
    for (const FieldValue& field : fields) {
        if (field.field->name == name)
            return &field;
    }
    return nullptr;
}

std::string meaning(RegisterName name, std::uint64_t value, std::string_view field)
{
    const std::vector<FieldValue> fields = decodeFields(layoutOf(name, value), value);
    const FieldValue* found = valueOf(fields, field);
    return found == nullptr ? "(no field)" : found->meaning.str();
}

FieldState state(std::uint64_t esr, std::string_view field)
{
    const std::vector<FieldValue> fields = decodeFields(layoutOf(RegisterName::EsrEl2, esr), esr);
    const FieldValue* found = valueOf(fields, field);
    return found == nullptr ? FieldState::Reserved : found->state;
}

} // namespace

class TestFields : public QObject
{
    Q_OBJECT

private slots:
    void everyRowIsWhole_data() { registers(); }
    void everyRowIsWhole();
    void rowsCoverEachBitOnce_data() { registers(); }
    void rowsCoverEachBitOnce();
    void valuesComeBackFromTheirFields_data() { registers(); }
    void valuesComeBackFromTheirFields();
    void theClassesOfAnEsr();
    void theSyndromePanelsFieldsAreAlwaysListed();
    void atIsv0TheAccessIsNotValid();
    void aNotValidRowStandsBeforeTheRowThatHoldsItsBits();
    void reservedContentIsFlagged();
    void registersReadAsAssembler();
    void descriptors();
    void addresses();
    void savedState();
    void findsFieldsByName();

private:
    static void registers()
    {
        QTest::addColumn<int>("number");
        for (const Named& named : kRegisters)
            QTest::newRow(named.text) << static_cast<int>(named.name);
    }
};

void TestFields::everyRowIsWhole()
{
    QFETCH(int, number);
    const auto name = static_cast<RegisterName>(number);
    for (const std::uint64_t value : valuesFor(name)) {
        const RegisterLayout& layout = layoutOf(name, value);
        QVERIFY(layout.name[0] != '\0' && layout.longName[0] != '\0');
        unsigned previous = 64;
        for (const Field& field : layout.fields) {
            QVERIFY2(field.hi < 64 && field.lo <= field.hi, field.name);
            QVERIFY2(field.hi <= previous, field.name); // from bit 63 down
            previous = field.hi;
            QVERIFY2(field.name[0] != '\0', layout.name);
            QVERIFY2(field.longName[0] != '\0', field.name);
            QVERIFY2(field.source[0] != '\0', field.name);
            const std::string text = field.meaning;
            QVERIFY2(text.size() > 20 && text.back() == '.', field.name);
            const unsigned width = field.hi - field.lo + 1;
            std::uint64_t last = 0;
            for (std::size_t i = 0; i < field.values.size(); ++i) {
                const NamedValue& named = field.values[i];
                QVERIFY2(named.value == zeroExtend(named.value, width), field.name);
                QVERIFY2(i == 0 || named.value > last, field.name); // each once, in order
                QVERIFY2(named.meaning[0] != '\0', field.name);
                last = named.value;
            }
            if (field.kind == FieldKind::Flag) {
                QCOMPARE(width, 1U);
                QCOMPARE(field.values.size(), std::size_t { 2 });
            }
            if (field.kind == FieldKind::Code)
                QVERIFY2(!field.values.empty(), field.name);
            if (field.whenVoid != nullptr)
                QVERIFY2(field.applies != nullptr && field.whenVoid[0] != '\0', field.name);
        }
    }
}

void TestFields::rowsCoverEachBitOnce()
{
    QFETCH(int, number);
    const auto name = static_cast<RegisterName>(number);
    for (const std::uint64_t value : valuesFor(name)) {
        const std::vector<FieldValue> fields = decodeFields(layoutOf(name, value), value);
        for (unsigned at = 0; at < 64; ++at) {
            int inForce = 0;
            int covering = 0;
            for (const FieldValue& field : fields) {
                if (field.field->hi < at || field.field->lo > at)
                    continue;
                ++covering;
                if (field.field->applies == nullptr || field.field->applies(value))
                    ++inForce;
            }
            const std::string place = hex(value) + " bit " + std::to_string(at);
            QVERIFY2(covering >= 1, place.c_str());
            // Either one row holds the bit, perhaps with void ones beside it; or the only row is void.
            QVERIFY2(inForce == 1 || (inForce == 0 && covering == 1), place.c_str());
        }
    }
}

void TestFields::valuesComeBackFromTheirFields()
{
    QFETCH(int, number);
    const auto name = static_cast<RegisterName>(number);
    for (const std::uint64_t value : valuesFor(name)) {
        const std::vector<FieldValue> fields = decodeFields(layoutOf(name, value), value);
        std::uint64_t back = 0;
        for (const FieldValue& field : fields) {
            back = withBits(back, field.field->hi, field.field->lo, field.value);
            QVERIFY2(!field.meaning.empty(), field.field->name);
        }
        QCOMPARE(back, value);
        for (unsigned at = 0; at < 64; ++at) {
            const FieldValue& holder = fields[fieldOfBit(fields, at)];
            QVERIFY(holder.field->hi >= at && holder.field->lo <= at);
            QCOMPARE(bit(holder.value, at - holder.field->lo), bit(value, at));
        }
    }
}

void TestFields::theClassesOfAnEsr()
{
    const Field* ec = findField(layoutOf(RegisterName::EsrEl2, 0), "EC");
    QVERIFY(ec != nullptr);
    QCOMPARE(ec->values.size(), std::size_t { 64 });
    int reserved = 0;
    for (std::uint64_t i = 0; i < 64; ++i) {
        QCOMPARE(ec->values[i].value, i);
        reserved += ec->values[i].reserved ? 1 : 0;
    }
    QCOMPARE(reserved, 16); // 15 that are not allocated, and that of TSTART, which is withdrawn
    QCOMPARE(meaning(RegisterName::EsrEl2, 0x5a000000, "EC"), std::string("HVC executed in AArch64"));
    QCOMPARE(meaning(RegisterName::EsrEl2, 0x5a001234, "imm16"), std::string("0x1234"));
    QVERIFY(findField(layoutOf(RegisterName::EsrEl2, 0xd2000022), "GCS") != nullptr);
    QVERIFY(findField(layoutOf(RegisterName::EsrEl2, 0x5a000000), "GCS") == nullptr);
    QCOMPARE(std::string(layoutOf(RegisterName::EsrEl1, 0x92000007).name), std::string("ESR_EL1"));
    // EL1 knows neither TopLevel nor VNCR.
    QVERIFY(findField(layoutOf(RegisterName::EsrEl1, 0x92000007), "VNCR") == nullptr);
    QVERIFY(findField(layoutOf(RegisterName::EsrEl1, 0x92000007), "TopLevel") == nullptr);
}

void TestFields::theSyndromePanelsFieldsAreAlwaysListed()
{
    constexpr std::array kNames { "ISV", "SAS", "SSE", "SRT", "SF", "AR", "SET", "FnV", "EA", "CM", "S1PTW",
        "WnR", "DFSC", "EC", "IL" };
    for (const std::uint64_t value : valuesFor(RegisterName::EsrEl2)) {
        if (!isDataAbort(value))
            continue;
        for (const RegisterName name : { RegisterName::EsrEl2, RegisterName::EsrEl1 }) {
            const std::vector<FieldValue> fields = decodeFields(layoutOf(name, value), value);
            for (const char* field : kNames)
                QVERIFY2(valueOf(fields, field) != nullptr, field);
        }
    }
}

void TestFields::atIsv0TheAccessIsNotValid()
{
    constexpr std::uint64_t kIsv0 = 0x92000047;
    constexpr std::uint64_t kIsv1 = 0x93830047;
    for (const char* name : { "SAS", "SSE", "SRT", "SF", "AR" }) {
        QCOMPARE(state(kIsv0, name), FieldState::NotValid);
        QCOMPARE(state(kIsv1, name), FieldState::Normal);
    }
    QVERIFY(meaning(RegisterName::EsrEl2, kIsv0, "SRT").find("ISV is 0") != std::string::npos);
    for (const char* name : { "TopLevel", "FnP" }) {
        QCOMPARE(state(kIsv0, name), FieldState::Normal);
        QCOMPARE(meaning(RegisterName::EsrEl2, kIsv1, name), std::string("(no field)"));
    }
    // WU, PFV and SET belong to External aborts.
    constexpr std::uint64_t kExternal = 0x92000050;
    for (const char* name : { "WU", "PFV", "SET", "FnV", "EA" })
        QCOMPARE(state(kExternal, name), FieldState::Normal);
    for (const char* name : { "SET", "FnV", "EA" })
        QCOMPARE(state(kIsv0, name), FieldState::NotValid);
}

void TestFields::aNotValidRowStandsBeforeTheRowThatHoldsItsBits()
{
    constexpr std::uint64_t kEsr = 0x92208047; // ISV = 0, TopLevel and FnP set
    const std::vector<FieldValue> fields = decodeFields(layoutOf(RegisterName::EsrEl2, kEsr), kEsr);
    QCOMPARE(std::string(fields[fieldOfBit(fields, 21)].field->name), std::string("TopLevel"));
    QCOMPARE(std::string(fields[fieldOfBit(fields, 15)].field->name), std::string("FnP"));
    QCOMPARE(std::string(fields[fieldOfBit(fields, 23)].field->name), std::string("SAS"));
    // SSE stays void: the set bit is TopLevel's.
    QCOMPARE(valueOf(fields, "SSE")->state, FieldState::NotValid);
}

void TestFields::reservedContentIsFlagged()
{
    QCOMPARE(state(0x92c00047, "SAS"), FieldState::ReservedSet); // bits 23:22 at ISV = 0
    QCOMPARE(state(0x92000247, "EA"), FieldState::ReservedSet);  // EA on a translation fault
    QCOMPARE(state(0x9200003f, "DFSC"), FieldState::ReservedSet);
    QCOMPARE(state(0x82000021, "IFSC"), FieldState::ReservedSet); // alignment faults are of data only
    QCOMPARE(state(0x92000021, "DFSC"), FieldState::Normal);
    QCOMPARE(state(0x92000850, "SET"), FieldState::ReservedSet);
    QCOMPARE(state(0x8e000000, "EC"), FieldState::ReservedSet); // 0x23 is unallocated
    QCOMPARE(state(0x8a000000, "EC"), FieldState::Normal);
}

void TestFields::registersReadAsAssembler()
{
    const auto srt = [](std::uint64_t value) { return meaning(RegisterName::EsrEl2, value, "SRT"); };
    QCOMPARE(srt(0x93830046), std::string("w3"));
    QCOMPARE(srt(0x93838046), std::string("x3"));
    QCOMPARE(srt(0x939f0046), std::string("wzr"));
    QCOMPARE(srt(0x93df8046), std::string("xzr"));
    QCOMPARE(meaning(RegisterName::EsrEl2, 0x593c89846, "Xs"), std::string("x5"));
}

void TestFields::descriptors()
{
    QCOMPARE(meaning(RegisterName::Stage1Leaf, 0x0040000009000703, "OA"), std::string("0x9000000"));
    QCOMPARE(
        meaning(RegisterName::Stage1Leaf, 0x0040000009000703, "UXN"), std::string("EL0 may not execute"));
    QCOMPARE(
        meaning(RegisterName::Stage1Leaf, 0x0000000040000701, "OA"), std::string("0x40000000")); // a block
    QVERIFY(findField(layoutOf(RegisterName::Stage1Leaf, 0x40000701), "nT") != nullptr);
    QVERIFY(findField(layoutOf(RegisterName::Stage1Leaf, 0x40000703), "nT") == nullptr);
    QVERIFY(findField(layoutOf(RegisterName::Stage2Leaf, 0x400007fd), "nT") != nullptr);
    QVERIFY(findField(layoutOf(RegisterName::Stage2Leaf, 0x400007ff), "nT") == nullptr);
    QCOMPARE(meaning(RegisterName::Stage1Leaf, 0x743, "AP[2:1]"), std::string("EL1 and EL0 read/write"));
    QCOMPARE(meaning(RegisterName::Stage2Leaf, 0x4007fc | 3, "S2AP"), std::string("Read/write"));
    QCOMPARE(meaning(RegisterName::Stage2Leaf, 0x40077c | 3, "S2AP"), std::string("Read-only"));
    QCOMPARE(meaning(RegisterName::Stage2Leaf, 0x4007fc | 3, "MemAttr"),
        std::string("Normal, Outer and Inner Write-Back"));
    QCOMPARE(meaning(RegisterName::Stage2Leaf, 0x0040000000000403, "XN"),
        std::string("Neither EL1 nor EL0 may execute"));
    QCOMPARE(meaning(RegisterName::Stage1Table, 0x80003, "NLTA"), std::string("0x80000"));
    QCOMPARE(meaning(RegisterName::Stage2Table, 0x80003, "NLTA"), std::string("0x80000"));
    QCOMPARE(meaning(RegisterName::InvalidDescriptor, 0x123450, "Type"), std::string("Invalid"));
}

void TestFields::addresses()
{
    QCOMPARE(meaning(RegisterName::FarEl2, 0xffff800012345678, "VA"), std::string("0xffff800012345678"));
    // FIPA holds IPA bits 55:12 in bits 47:4.
    QCOMPARE(meaning(RegisterName::HpfarEl2, hpfarOf(0x9000abc), "FIPA"), std::string("0x9000000"));
    QCOMPARE(
        meaning(RegisterName::HpfarEl2, hpfarOf(0xfffffffffff000), "FIPA"), std::string("0xfffffffffff000"));
}

void TestFields::savedState()
{
    QCOMPARE(meaning(RegisterName::SpsrEl2, 0x600003c5, "M[3:0]"), std::string("EL1h: EL1 with SP_EL1"));
    QCOMPARE(meaning(RegisterName::SpsrEl2, 0x600003c5, "Z"), std::string("Zero"));
    QCOMPARE(meaning(RegisterName::SpsrEl2, 0x600001d3, "M[3:0]"), std::string("Supervisor"));
    QCOMPARE(meaning(RegisterName::SpsrEl2, 0x600001d3, "M[4]"), std::string("AArch32"));
    QVERIFY(findField(layoutOf(RegisterName::SpsrEl2, 0x10), "D") == nullptr); // AArch32 has no D
}

void TestFields::findsFieldsByName()
{
    const RegisterLayout& layout = layoutOf(RegisterName::EsrEl2, 0x92000047);
    QCOMPARE(findField(layout, "WnR")->lo, 6U);
    QVERIFY(findField(layout, "wnr") == nullptr);
    QVERIFY(findField(layout, "") == nullptr);
}

QTEST_GUILESS_MAIN(TestFields)
#include "tst_fields.moc"
