// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// The rows of all VMX layouts: they tile, they are whole, and what they decode can be put together again.

#include "core/arch/vmxept.h"
#include "core/arch/vmxerror.h"
#include "core/arch/vmxevent.h"
#include "core/arch/vmxexit.h"
#include "core/arch/vmxinfo.h"
#include "core/arch/vmxlayout.h"
#include "core/arch/vmxqualification.h"
#include "core/base/bits.h"
#include "core/base/splitmix.h"

#include <QTest>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace fscope;
using namespace fscope::arch;
using namespace fscope::arch::vmx;

namespace {

constexpr std::uint64_t kSeed = 0x764d58;

/// Every layout in every context, each once.
std::vector<const RegisterLayout*> layouts()
{
    std::set<const RegisterLayout*> out;
    for (const RegisterLayout* layout : allLayouts())
        out.insert(layout);
    for (unsigned flags = 0; flags < 64; ++flags) {
        Context context;
        context.modeBasedExecute = bit(flags, 0);
        context.advancedEptInformation = bit(flags, 1);
        context.supervisorShadowStack = bit(flags, 2);
        context.nmiSource = context.msrBitmaps = context.mode64 = context.originalEventValid = bit(flags, 3);
        context.addressSize = 16U << (flags >> 4 & 3U);
        context.stringIo = static_cast<StringIo>(flags % 3);
        for (unsigned kind = 0; kind < kQualificationKindCount; ++kind)
            out.insert(&exitQualificationLayout(static_cast<QualificationKind>(kind), context));
        for (unsigned kind = 0; kind < kInfoKindCount; ++kind)
            out.insert(&instructionInfoLayout(static_cast<InfoKind>(kind), context));
        for (const EventField field : { EventField::Exiting, EventField::Original, EventField::Injected })
            out.insert(&eventLayout(field, context));
    }
    for (unsigned vector = 0; vector < 256; ++vector)
        out.insert(&errorCodeLayout(vector));
    for (unsigned flags = 0; flags < 256; ++flags) {
        EptFeatures features;
        features.pages1G = bit(flags, 0);
        features.modeBasedExecute = bit(flags, 1);
        features.accessedDirty = bit(flags, 2);
        features.pagingWrite = bit(flags, 3);
        features.supervisorShadowStack = bit(flags, 4);
        features.subPageWrite = bit(flags, 5);
        features.virtualizationException = bit(flags, 6);
        features.verifyPaging = bit(flags, 7);
        features.maxPhysicalAddress = flags % 3 == 0 ? 52 : 36 + flags % 8;
        for (unsigned level = 1; level <= 5; ++level) {
            for (const std::uint64_t value : { 0U, 1U, 0x81U })
                out.insert(&eptEntryLayout(level, value, features));
        }
        out.insert(&eptpLayout(features.maxPhysicalAddress));
    }
    return { out.begin(), out.end() };
}

std::string nameOf(const RegisterLayout& layout)
{
    return std::string(layout.name) + ", " + layout.longName;
}

std::uint64_t encoded(const std::vector<FieldValue>& fields)
{
    std::uint64_t value = 0;
    for (const FieldValue& field : fields)
        value = withBits(value, field.field->hi, field.field->lo, field.value);
    return value;
}

/// Values that reach each condition of the rows: small ones, single bits, and random ones.
std::uint64_t valueFor(std::uint64_t k, unsigned width)
{
    if (k < 64)
        return zeroExtend(std::uint64_t { 1 } << k, width);
    if (k < 128)
        return zeroExtend(~(std::uint64_t { 1 } << (k - 64)), width);
    return zeroExtend(splitmix(kSeed, k), width);
}

} // namespace

class TestVmxRows : public QObject
{
    Q_OBJECT

private slots:
    void everyRowIsWhole();
    void rowsThatApplyCoverEachBitOnce();
    void decodedFieldsMakeTheValueAgain();
    void tenMillionRandomValuesAreMadeAgain();
    void namedValuesFitAndDifferFromEachOther();
    void exitReasonsAreInOrderAndWhole();
    void kindsHaveNamesOfTheirOwn();
    void exitReasonsAreFoundByTheirIdent();
    void oneLayoutPerContext();
    void instructionErrorsAreThoseOfTheManual();
};

void TestVmxRows::everyRowIsWhole()
{
    for (const RegisterLayout* layout : layouts()) {
        QVERIFY(layout->name[0] != '\0');
        QVERIFY2(layout->longName[0] != '\0', layout->name);
        QVERIFY(layout->width == 32 || layout->width == 64);
        for (const Field& field : layout->fields) {
            const std::string where = nameOf(*layout) + ": " + field.name;
            QVERIFY2(field.name[0] != '\0', where.c_str());
            QVERIFY2(field.longName[0] != '\0', where.c_str());
            QVERIFY2(std::string(field.meaning).ends_with('.'), where.c_str());
            QVERIFY2(field.source[0] != '\0', where.c_str());
            QVERIFY2(field.hi >= field.lo && field.hi < layout->width, where.c_str());
            QVERIFY2(field.kind != FieldKind::Flag || field.hi == field.lo, where.c_str());
            QVERIFY2(field.kind != FieldKind::Flag || field.values.size() == 2, where.c_str());
            QVERIFY2(field.kind != FieldKind::Code || !field.values.empty(), where.c_str());
        }
    }
}

void TestVmxRows::rowsThatApplyCoverEachBitOnce()
{
    for (const RegisterLayout* layout : layouts()) {
        for (std::uint64_t k = 0; k < 400; ++k) {
            const std::uint64_t value = valueFor(k, layout->width);
            std::uint64_t covered = 0;
            for (const Field& field : layout->fields) {
                if (field.applies != nullptr && !field.applies(value))
                    continue;
                const std::uint64_t own = mask(field.hi, field.lo);
                QVERIFY2((covered & own) == 0, (nameOf(*layout) + ": " + field.name).c_str());
                covered |= own;
            }
            QVERIFY2(covered == mask(layout->width - 1, 0), nameOf(*layout).c_str());
        }
    }
}

void TestVmxRows::decodedFieldsMakeTheValueAgain()
{
    for (const RegisterLayout* layout : layouts()) {
        for (std::uint64_t k = 0; k < 200; ++k) {
            const std::uint64_t value = valueFor(k, layout->width);
            const std::vector<FieldValue> fields = decodeFields(*layout, value);
            QVERIFY2(encoded(fields) == value, nameOf(*layout).c_str());
            for (const FieldValue& field : fields)
                QVERIFY2(!field.meaning.empty(), field.field->name);
            // What is defined and what is not add up to the value.
            std::uint64_t defined = 0;
            for (const FieldValue& field : definedFields(*layout, value))
                defined |= field.value << field.field->lo;
            QCOMPARE(defined ^ undefinedBits(*layout, value), value);
        }
    }
}

void TestVmxRows::tenMillionRandomValuesAreMadeAgain()
{
    // Rows without conditions cover the same bits whatever the value is, and the test above has seen them.
    for (const RegisterLayout* layout : allLayouts()) {
        const bool conditional = std::any_of(layout->fields.begin(), layout->fields.end(),
            [](const Field& field) { return field.applies != nullptr; });
        if (!conditional)
            continue;
        std::uint64_t wrong = 0;
        for (std::uint64_t k = 1; k <= 10'000'000; ++k) {
            const std::uint64_t value = zeroExtend(splitmix(kSeed, k), layout->width);
            std::uint64_t again = 0;
            for (const Field& field : layout->fields) {
                if (field.applies == nullptr || field.applies(value))
                    again += value & mask(field.hi, field.lo); // a bit that is covered twice carries
            }
            wrong += again == value ? 0 : 1;
        }
        QVERIFY2(wrong == 0, nameOf(*layout).c_str());
    }
}

void TestVmxRows::namedValuesFitAndDifferFromEachOther()
{
    for (const RegisterLayout* layout : layouts()) {
        for (const Field& field : layout->fields) {
            std::set<std::uint64_t> seen;
            for (const NamedValue& named : field.values) {
                QVERIFY2(named.value <= bits(~std::uint64_t { 0 }, field.hi - field.lo, 0), field.name);
                QVERIFY2(named.meaning[0] != '\0', field.name);
                QVERIFY2(seen.insert(named.value).second, field.name);
            }
        }
    }
}

void TestVmxRows::exitReasonsAreInOrderAndWhole()
{
    std::set<std::string> idents;
    int last = -1;
    for (const ExitReason& reason : exitReasons()) {
        QVERIFY2(reason.number > last, reason.ident);
        last = reason.number;
        QVERIFY(idents.insert(reason.ident).second);
        QVERIFY2(reason.text[0] != '\0', reason.ident);
        QVERIFY2(std::string(reason.meaning).ends_with('.'), reason.ident);
        QCOMPARE(exitReason(reason.number), &reason);
        // The kind that the reason names has rows, and only then.
        const QualificationKind kind = reason.qualification;
        if (kind != QualificationKind::Event) {
            const RegisterLayout& layout = exitQualificationLayout(reason.number);
            QCOMPARE(definedFields(layout, 0).empty() && layout.fields.size() == 1,
                kind == QualificationKind::None);
        }
        const RegisterLayout& info = instructionInfoLayout(reason.number);
        QCOMPARE(info.fields.size() == 1, reason.info == InfoKind::None);
    }
    for (const unsigned hole : { 35U, 38U, 42U, 71U, 82U, 83U, 86U, 0xffffU })
        QVERIFY(exitReason(hole) == nullptr);
}

void TestVmxRows::kindsHaveNamesOfTheirOwn()
{
    std::set<std::string_view> names;
    for (unsigned kind = 0; kind < kQualificationKindCount; ++kind)
        QVERIFY(names.insert(name(static_cast<QualificationKind>(kind))).second);
    names.clear();
    for (unsigned kind = 0; kind < kInfoKindCount; ++kind)
        QVERIFY(names.insert(name(static_cast<InfoKind>(kind))).second);
    QCOMPARE(std::string(name(QualificationKind::MsrImmediate)), std::string("msr_imm"));
    QCOMPARE(std::string(name(QualificationKind::Ept)), std::string("ept"));
    QCOMPARE(std::string(name(InfoKind::MsrImmediate)), std::string("msr_imm"));
}

void TestVmxRows::exitReasonsAreFoundByTheirIdent()
{
    QCOMPARE(int { exitReasonByIdent("ept_violation")->number }, 48);
    QCOMPARE(int { exitReasonByIdent("EPT_VIOLATION")->number }, 48);
    QVERIFY(exitReasonByIdent("EPT") == nullptr);
    QVERIFY(exitReasonByIdent("") == nullptr);
}

void TestVmxRows::oneLayoutPerContext()
{
    QCOMPARE(&exitQualificationLayout(48), &exitQualificationLayout(48));
    QVERIFY(&exitQualificationLayout(48) != &exitQualificationLayout(48, { .modeBasedExecute = true }));
    // What a kind does not depend on makes no other layout.
    QCOMPARE(&exitQualificationLayout(28), &exitQualificationLayout(28, { .modeBasedExecute = true }));
}

void TestVmxRows::instructionErrorsAreThoseOfTheManual()
{
    QCOMPARE(instructionErrors().size(), std::size_t { 25 });
    for (const std::uint32_t hole : { 0U, 14U, 21U, 27U, 29U, 0xffffffffU })
        QVERIFY(instructionError(hole) == nullptr);
    for (const InstructionError& row : instructionErrors()) {
        QVERIFY2(std::string(row.meaning).ends_with('.'), row.text);
        QCOMPARE(instructionError(row.number), &row);
    }
    QCOMPARE(describeInstructionError(5).str(),
        std::string("VM-instruction error 5: VMRESUME with non-launched VMCS"));
    QCOMPARE(describeInstructionError(14).str(), std::string("VM-instruction error 14: not defined"));
    QVERIFY(decodeFields(instructionErrorLayout(), 14).at(0).state == FieldState::ReservedSet);
}

QTEST_GUILESS_MAIN(TestVmxRows)
#include "tst_vmxrows.moc"
