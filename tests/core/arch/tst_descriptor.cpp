// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/descriptor.h"
#include "core/arch/memorytype.h"
#include "core/base/bits.h"
#include "core/base/splitmix.h"

#include <QTest>

#include <string>
#include <vector>

using namespace fscope;
using namespace fscope::arch;

namespace {

std::vector<DescriptorForm> allForms()
{
    std::vector<DescriptorForm> forms;
    for (const unsigned stage : { 1U, 2U })
        for (const Granule granule : { Granule::K4, Granule::K16, Granule::K64 })
            for (int level = -1; level <= 3; ++level)
                for (const bool lpa2 : { false, true })
                    if (const DescriptorForm form { stage, granule, level, lpa2 }; isLevelOf(form))
                        forms.push_back(form);
    return forms;
}

} // namespace

class TestDescriptor : public QObject
{
    Q_OBJECT

private slots:
    void rowsTileEachForm();
    void outputAddresses_data();
    void outputAddresses();
    void blocksExistWhereTheGranuleAllowsThem();
    void memoryTypes_data();
    void memoryTypes();
    void stage2TakesAwayFromStage1_data();
    void stage2TakesAwayFromStage1();
};

void TestDescriptor::rowsTileEachForm()
{
    for (const DescriptorForm& form : allForms()) {
        for (std::uint64_t k = 1; k <= 400; ++k) {
            const std::uint64_t value = splitmix(5, k);
            const RegisterLayout& layout = layoutOf(form, value);
            std::uint64_t claimed = 0;
            unsigned previous = 64;
            for (const Field& field : layout.fields) {
                QVERIFY2(field.hi + 1 == previous, layout.name);
                previous = field.lo;
                claimed |= mask(field.hi, field.lo);
                QVERIFY2(field.meaning[0] != '\0' && field.source[0] != '\0', field.name);
            }
            QCOMPARE(claimed, ~std::uint64_t { 0 });
            QCOMPARE(encodeFields(decodeFields(layout, value)), value);
            // The addresses of the rows are the output address.
            std::uint64_t address = 0;
            for (const FieldValue& field : decodeFields(layout, value)) {
                if (field.field->kind == FieldKind::Address)
                    address |= field.field->addressOf(field.value);
            }
            QCOMPARE(address, outputAddress(form, value));
        }
    }
}

void TestDescriptor::outputAddresses_data()
{
    QTest::addColumn<int>("granule");
    QTest::addColumn<int>("level");
    QTest::addColumn<bool>("lpa2");
    QTest::addColumn<quint64>("value");
    QTest::addColumn<quint64>("address");
    const auto row
        = [](const char* title, Granule granule, int level, bool lpa2, quint64 value, quint64 address) {
              QTest::newRow(title) << static_cast<int>(granule) << level << lpa2 << value << address;
          };
    row("4k page", Granule::K4, 3, false, 0x0040000009000703, 0x9000000);
    row("4k page, LPA2", Granule::K4, 3, true, 0x0003800009000303, 0xf800009000000);
    row("4k 2 MiB block", Granule::K4, 2, false, 0x40200701, 0x40200000);
    row("4k 512 GiB block, LPA2", Granule::K4, 0, true, 0x0000808000000401, 0x808000000000);
    row("16k page", Granule::K16, 3, false, 0x40007703, 0x40004000);
    row("16k 32 MiB block", Granule::K16, 2, false, 0x42000701, 0x42000000);
    row("64k page, LPA", Granule::K64, 3, true, 0x4001f703, 0xf000040010000);
    row("64k table", Granule::K64, 2, false, 0x40010003, 0x40010000);
    row("invalid", Granule::K4, 3, false, 0x40010000, 0);
}

void TestDescriptor::outputAddresses()
{
    QFETCH(int, granule);
    QFETCH(int, level);
    QFETCH(bool, lpa2);
    QFETCH(quint64, value);
    QFETCH(quint64, address);
    for (const unsigned stage : { 1U, 2U })
        QCOMPARE(outputAddress({ stage, static_cast<Granule>(granule), level, lpa2 }, value), address);
}

void TestDescriptor::blocksExistWhereTheGranuleAllowsThem()
{
    int blocks = 0;
    for (const DescriptorForm& form : allForms()) {
        const DescriptorKind kind = descriptorKind(form, 1);
        blocks += kind == DescriptorKind::Block ? 1 : 0;
        QVERIFY(kind == DescriptorKind::Block || kind == DescriptorKind::Invalid);
        QCOMPARE(descriptorKind(form, 3), form.level == 3 ? DescriptorKind::Page : DescriptorKind::Table);
        QCOMPARE(descriptorKind(form, 2), DescriptorKind::Invalid);
    }
    // Without 52 bits 2 + 1 + 1, with them one more each, for two stages.
    QCOMPARE(blocks, 2 * (4 + 7));
    QCOMPARE(bytesOf({ 1, Granule::K4, 1, false }), std::uint64_t { 1 } << 30);
    QCOMPARE(bytesOf({ 1, Granule::K64, 1, true }), std::uint64_t { 1 } << 42);
    QVERIFY(!isLevelOf({ 1, Granule::K4, -1, false }));
    QVERIFY(!isLevelOf({ 1, Granule::K64, 0, true }));
    QVERIFY(!isLevelOf({ 3, Granule::K4, 1, false }));
}

void TestDescriptor::memoryTypes_data()
{
    QTest::addColumn<uint>("attr");
    QTest::addColumn<QString>("text");
    const auto row = [](uint attr, const char* text) {
        QTest::addRow("0x%02x", attr) << attr << QString::fromLatin1(text);
    };
    row(0x00, "Device-nGnRnE");
    row(0x04, "Device-nGnRE");
    row(0x0c, "Device-GRE");
    row(0x05, "Device-nGnRE, XS is 0");
    row(0x02, "Reserved memory type");
    row(0x44, "Normal, Outer and Inner Non-cacheable");
    row(0xff, "Normal, Outer and Inner Write-Back, Read-Allocate, Write-Allocate");
    row(0xf0, "Tagged Normal, Outer and Inner Write-Back, Read-Allocate, Write-Allocate");
    row(0xbb, "Normal, Outer and Inner Write-Through, Read-Allocate, Write-Allocate");
    row(0x4f, "Normal, Outer Non-cacheable, Inner Write-Back, Read-Allocate, Write-Allocate");
    row(0xb0, "Reserved memory type");
}

void TestDescriptor::memoryTypes()
{
    QFETCH(uint, attr);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(mairMemoryType(static_cast<std::uint8_t>(attr)).text().str()), text);
}

void TestDescriptor::stage2TakesAwayFromStage1_data()
{
    QTest::addColumn<uint>("stage1");
    QTest::addColumn<uint>("memAttr");
    QTest::addColumn<bool>("fwb");
    QTest::addColumn<uint>("result");
    const auto row = [](const char* title, uint stage1, uint memAttr, bool fwb, uint result) {
        QTest::newRow(title) << stage1 << memAttr << fwb << result;
    };
    row("WB with WB", 0xff, 15, false, 0xff);
    row("WB with NC", 0xff, 5, false, 0x44);
    row("WB with WT", 0xff, 10, false, 0xbb);
    row("WB with Device", 0xff, 1, false, 0x04);
    row("Device stays", 0x04, 15, false, 0x04);
    row("the stricter Device wins", 0x0c, 1, false, 0x04);
    row("outer and inner apart", 0xff, 7, false, 0x4f);
    row("Tagged stays", 0xf0, 15, false, 0xf0);
    row("FWB forces Write-Back", 0x04, 6, true, 0xff);
    row("FWB keeps stage 1", 0x44, 7, true, 0x44);
    row("FWB Non-cacheable", 0xff, 5, true, 0x44);
    row("FWB Non-cacheable keeps Device", 0x04, 5, true, 0x04);
    row("FWB Device", 0xff, 0, true, 0x00);
}

void TestDescriptor::stage2TakesAwayFromStage1()
{
    QFETCH(uint, stage1);
    QFETCH(uint, memAttr);
    QFETCH(bool, fwb);
    QFETCH(uint, result);
    const MemoryType got
        = combinedMemoryType(mairMemoryType(static_cast<std::uint8_t>(stage1)), memAttr, fwb);
    QVERIFY(!got.reserved);
    QCOMPARE(uint { got.attr }, result);
}

QTEST_GUILESS_MAIN(TestDescriptor)
#include "tst_descriptor.moc"
