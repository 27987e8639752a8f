// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/sysreg.h"
#include "core/mmu/tlbi.h"

#include <QTest>

#include <map>
#include <set>

using namespace fscope;
using namespace fscope::mmu;

namespace {

constexpr std::uint64_t kStage1 = 1;        // SCTLR_EL1.M
constexpr std::uint64_t kStage2 = 1;        // HCR_EL2.VM
constexpr std::uint64_t kWide = 1ULL << 59; // TCR_EL1.DS
constexpr std::uint64_t kAs = 1ULL << 36;   // TCR_EL1.AS

TranslationRegisters registers(unsigned vmid, unsigned asid, bool stage1 = true, bool stage2 = true)
{
    TranslationRegisters regs;
    regs.sctlr = stage1 ? kStage1 : 0;
    regs.hcr = stage2 ? kStage2 : 0;
    regs.tcr = kAs;
    regs.ttbr0 = std::uint64_t { asid } << 48;
    regs.vttbr = std::uint64_t { vmid } << 48;
    return regs;
}

StageLeaf leaf(int level, unsigned sizeLog2, bool write = true)
{
    StageLeaf out;
    out.level = static_cast<std::int8_t>(level);
    out.sizeLog2 = out.spanLog2 = static_cast<std::uint8_t>(sizeLog2);
    out.rights = LeafRights({ true, write, true }, { true, write, true }, false);
    return out;
}

TlbEntry entry(const TranslationRegisters& regs, std::uint64_t va, bool global, const StageLeaf& stage1,
    const StageLeaf& stage2)
{
    Translation translation;
    translation.ipa = Ipa(va + 0x1000'0000);
    translation.pa = Pa(va + 0x2000'0000);
    translation.global = global;
    translation.asid = asidOf(regs);
    translation.stage1 = stage1;
    translation.stage2 = stage2;
    return tlbEntryOf(regs, Va(va), {}, translation).value();
}

/// One of each sort that an operation may tell from the others.
std::map<std::string, TlbEntry> entries()
{
    const StageLeaf page = leaf(3, 12);
    const StageLeaf none;
    std::map<std::string, TlbEntry> out;
    out["page"] = entry(registers(1, 1), 0x10000, false, page, page);
    out["global"] = entry(registers(1, 1), 0x10000, true, page, page);
    out["asid2"] = entry(registers(1, 2), 0x10000, false, page, page);
    out["vmid2"] = entry(registers(2, 1), 0x10000, false, page, page);
    out["next"] = entry(registers(1, 1), 0x11000, false, page, page);
    out["piece"] = entry(registers(1, 1), 0x40005000, false, leaf(2, 21), page);
    out["16K"] = entry(registers(1, 1), 0x10000, false, leaf(3, 14), page);
    out["high"] = entry(registers(1, 1), 0xffff'0000'0001'0000, false, page, page);
    out["s1only"] = entry(registers(1, 1, true, false), 0x10000, false, page, none);
    out["ipa"] = entry(registers(1, 1, false), 0x10000, false, none, page);
    out["ipa vmid2"] = entry(registers(2, 1, false), 0x10000, false, none, page);
    out["read-only"] = entry(registers(1, 1), 0x30000, false, page, leaf(3, 12, false));
    return out;
}

/// Names of those that @p operation removes.
QString removed(const TlbiOperation& operation)
{
    QStringList names;
    for (const auto& [name, one] : entries())
        if (operation.matches(one))
            names.append(QString::fromStdString(name));
    return names.join(QStringLiteral(", "));
}

TlbiInstruction named(const char* name)
{
    const auto found = tlbiByName(name);
    Q_ASSERT(found);
    return *found;
}

/// An operand of a range.
std::uint64_t range(
    unsigned asid, unsigned tg, unsigned scale, unsigned num, unsigned ttl, std::uint64_t base)
{
    return std::uint64_t { asid } << 48 | std::uint64_t { tg } << 46 | std::uint64_t { scale } << 44
        | std::uint64_t { num } << 39 | std::uint64_t { ttl } << 37 | (base & ((1ULL << 37) - 1));
}

} // namespace

class TestTlbi : public QObject
{
    Q_OBJECT

private slots:
    void tableHasEveryEncodingOfEl1AndEl2();
    void namesAreFoundInAnyCase();
    void eachOperationRemovesItsEntries_data();
    void eachOperationRemovesItsEntries();
    void rangesAreDecoded_data();
    void rangesAreDecoded();
    void hintsAreDecoded_data();
    void hintsAreDecoded();
    void asidsHaveAsManyBitsAsTcrSays();
    void operandsNameWhatTheyAreMadeFor();
    void everyOperationHasASentence();
};

void TestTlbi::tableHasEveryEncodingOfEl1AndEl2()
{
    std::size_t count = 0;
    for (const arch::sysreg::Row& row : arch::sysreg::rows()) {
        const std::string name = row.name;
        const arch::sysreg::Encoding at = arch::sysreg::Encoding::ofKey(row.key);
        if (name.rfind("TLBI ", 0) != 0 || at.op1 == 6)
            continue;
        const auto found = tlbiOf(at.op1, at.crn, at.crm, at.op2);
        QVERIFY2(found, name.c_str());
        QCOMPARE("TLBI " + found->name(), name);
        QCOMPARE(found->row->takesOperand, (row.access & arch::sysreg::kTakesRegister) != 0);
        QCOMPARE(found->row->lowestEl, std::uint8_t(at.op1 == 0 ? 1 : 2));
        ++count;
    }
    // Three scopes, with and without nXS.
    QCOMPARE(count, tlbiRows().size() * 6);
    QVERIFY(!tlbiOf(0, 7, 7, 1));
    QVERIFY(!tlbiOf(6, 8, 7, 0));
    QVERIFY(!tlbiOf(0, 8, 7, 4));
}

void TestTlbi::namesAreFoundInAnyCase()
{
    QCOMPARE(named("vae1is").name(), std::string("VAE1IS"));
    QCOMPARE(named("rVAAle1OSnxs").name(), std::string("RVAALE1OSNXS"));
    QVERIFY(!tlbiByName("vae1is "));
    QVERIFY(!tlbiByName("vae3"));
    QVERIFY(!tlbiByName(""));
}

void TestTlbi::eachOperationRemovesItsEntries_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<quint64>("operand");
    QTest::addColumn<QString>("expected");

    const quint64 asid1 = 1ULL << 48;
    const quint64 asid3 = 3ULL << 48;
    const QString all = QStringLiteral(
        "16K, asid2, global, high, ipa, ipa vmid2, next, page, piece, read-only, s1only, vmid2");
    const QString stages
        = QStringLiteral("16K, asid2, global, high, ipa, next, page, piece, read-only, s1only");
    const QString stage1 = QStringLiteral("16K, asid2, global, high, next, page, piece, read-only, s1only");
    const QString writable = QStringLiteral("16K, asid2, global, high, ipa, next, page, piece");
    const auto row = [](const char* name, const char* title, quint64 operand, const QString& expected) {
        QTest::addRow("%s %s", name, title) << QString::fromLatin1(name) << operand << expected;
    };
    const QString page1 = QStringLiteral("16K, global, page, s1only");
    row("VAE1", "ASID 1", asid1 | 0x10, page1);
    row("VAE1", "another ASID: what is global", asid3 | 0x10, QStringLiteral("global"));
    row("VAE1", "next page", asid1 | 0x11, QStringLiteral("16K, next"));
    row("VAE1", "any page of the block that a piece is of", asid1 | 0x401ff, QStringLiteral("piece"));
    row("VAE1", "next block", asid1 | 0x40200, {});
    row("VAE1", "upper half", asid1 | 0xff0'0000'0010, QStringLiteral("high"));
    row("VAE1", "TTL 4 KiB, level 3", asid1 | 7ULL << 44 | 0x10, QStringLiteral("global, page, s1only"));
    row("VAE1", "TTL 16 KiB, level 3", asid1 | 11ULL << 44 | 0x10, QStringLiteral("16K"));
    row("VAE1", "TTL 4 KiB, level 2: no page", asid1 | 6ULL << 44 | 0x10, {});
    row("VAE1", "TTL 4 KiB, level 2: the block", asid1 | 6ULL << 44 | 0x40000, QStringLiteral("piece"));
    row("VAE1", "TTL level without granule is ignored", asid1 | 1ULL << 44 | 0x10, page1);
    row("VAE1", "reserved TTL is ignored", asid1 | 4ULL << 44 | 0x10, page1);
    row("VALE1", "ASID 1", asid1 | 0x10, page1);
    row("VAAE1", "each ASID", asid3 | 0x10, QStringLiteral("16K, asid2, global, page, s1only"));
    row("VAALE1", "each ASID", 0x10, QStringLiteral("16K, asid2, global, page, s1only"));
    row("ASIDE1", "spares what is global", asid1,
        QStringLiteral("16K, high, next, page, piece, read-only, s1only"));
    row("ASIDE1", "of another ASID", asid3, {});
    row("VMALLE1", "spares what is of stage 2 alone", 0, stage1);
    row("VMALLS12E1", "both stages", 0, stages);
    row("ALLE1", "each VMID", 0, all);
    row("IPAS2E1", "spares entries of both stages", 0x10, QStringLiteral("ipa"));
    row("IPAS2E1", "another IPA", 0x11, {});
    row("IPAS2E1", "TTL level 2: no page", 6ULL << 44 | 0x10, {});
    row("IPAS2LE1", "last level", 7ULL << 44 | 0x10, QStringLiteral("ipa"));
    row("VMALLWS2E1", "what may be written", 0, writable);
    row("RVAE1", "two pages", range(1, 1, 0, 0, 0, 0x10), QStringLiteral("global, next, page, s1only"));
    row("RVAE1", "of another granule", range(1, 2, 0, 0, 0, 0x4), QStringLiteral("16K"));
    row("RVAE1", "TG 0 is reserved", range(1, 0, 0, 31, 0, 0x10), {});
    row("RVAE1", "TTL level 2", range(1, 1, 0, 0, 2, 0x10), {});
    row("RVAE1", "128 MiB of blocks", range(1, 1, 2, 15, 2, 0x3e000), QStringLiteral("piece"));
    row("RVALE1", "two pages", range(1, 1, 0, 0, 3, 0x10), QStringLiteral("global, next, page, s1only"));
    row("RVAAE1", "each ASID", range(3, 1, 0, 0, 0, 0x10),
        QStringLiteral("asid2, global, next, page, s1only"));
    row("RVAALE1", "up to the first byte", range(3, 1, 0, 0, 0, 0xf),
        QStringLiteral("asid2, global, page, s1only"));
    row("RVAALE1", "up to before it", range(3, 1, 0, 0, 0, 0xe), {});
    row("RIPAS2E1", "two pages", range(0, 1, 0, 0, 0, 0xf), QStringLiteral("ipa"));
    row("RIPAS2LE1", "below", range(0, 1, 0, 0, 0, 0xe), {});
    for (const char* name : { "ALLE2", "VAE2", "VALE2", "RVAE2", "RVALE2" })
        row(name, "is of another regime", asid1 | 0x10, {});
}

void TestTlbi::eachOperationRemovesItsEntries()
{
    QFETCH(QString, name);
    QFETCH(quint64, operand);
    QFETCH(QString, expected);
    // The scope and nXS say who is told and who waits, not what is removed.
    for (const char* scope : { "", "IS", "OS", "NXS", "ISNXS", "OSNXS" }) {
        const std::string full = name.toStdString() + scope;
        QCOMPARE(removed(tlbiOperation(named(full.c_str()), operand, registers(1, 7))), expected);
    }
}

void TestTlbi::rangesAreDecoded_data()
{
    QTest::addColumn<quint64>("operand");
    QTest::addColumn<bool>("wide");
    QTest::addColumn<quint64>("first");
    QTest::addColumn<quint64>("last");
    // (NUM + 1) * 2^(5 * SCALE + 1) granules.
    QTest::newRow("least, 4 KiB") << quint64(range(0, 1, 0, 0, 0, 0x12345)) << false << quint64(0x12345000)
                                  << quint64(0x12346fff);
    QTest::newRow("least, 16 KiB") << quint64(range(0, 2, 0, 0, 0, 1)) << false << quint64(0x4000)
                                   << quint64(0xbfff);
    QTest::newRow("least, 64 KiB") << quint64(range(0, 3, 0, 0, 0, 1)) << false << quint64(0x10000)
                                   << quint64(0x2ffff);
    QTest::newRow("NUM 31, SCALE 1") << quint64(range(0, 1, 1, 31, 0, 0)) << false << quint64(0)
                                     << quint64(32 * 64 * 4096 - 1);
    QTest::newRow("most") << quint64(range(0, 1, 3, 31, 0, 0)) << false << quint64(0)
                          << quint64((1ULL << 21) * 4096 - 1);
    QTest::newRow("upper half") << quint64(range(0, 1, 0, 0, 0, 0x1f'ffff'fffe)) << false
                                << quint64(0xff'ffff'ffff'e000) << quint64(0xff'ffff'ffff'ffff);
    QTest::newRow("over the end") << quint64(range(0, 1, 3, 31, 0, 0x1f'ffff'ffff)) << false
                                  << quint64(0xff'ffff'ffff'f000) << quint64(0xff'ffff'ffff'ffff);
    QTest::newRow("DS counts in 64 KiB")
        << quint64(range(0, 1, 0, 0, 0, 1)) << true << quint64(0x10000) << quint64(0x11fff);
}

void TestTlbi::rangesAreDecoded()
{
    QFETCH(quint64, operand);
    QFETCH(bool, wide);
    QFETCH(quint64, first);
    QFETCH(quint64, last);
    TranslationRegisters regs = registers(1, 1);
    regs.tcr |= wide ? kWide : 0;
    const TlbiOperation operation = tlbiOperation(named("RVAE1"), operand, regs);
    QCOMPARE(quint64(operation.first), first);
    QCOMPARE(quint64(operation.last), last);
    QVERIFY(!operation.reserved);
    QVERIFY(!operation.level);
}

void TestTlbi::hintsAreDecoded_data()
{
    QTest::addColumn<unsigned>("ttl");
    QTest::addColumn<bool>("wide");
    QTest::addColumn<unsigned>("granule");
    QTest::addColumn<int>("level");
    for (unsigned ttl = 0; ttl < 4; ++ttl)
        QTest::addRow("%x: no granule", ttl) << ttl << false << 0U << -1;
    QTest::newRow("4 KiB, level 0 is reserved") << 4U << false << 0U << -1;
    QTest::newRow("4 KiB, level 0 with DS") << 4U << true << 12U << 0;
    QTest::newRow("4 KiB, level 1") << 5U << false << 12U << 1;
    QTest::newRow("4 KiB, level 3") << 7U << false << 12U << 3;
    QTest::newRow("16 KiB, level 0 is reserved") << 8U << true << 0U << -1;
    QTest::newRow("16 KiB, level 1 is reserved") << 9U << false << 0U << -1;
    QTest::newRow("16 KiB, level 1 with DS") << 9U << true << 14U << 1;
    QTest::newRow("16 KiB, level 2") << 10U << false << 14U << 2;
    QTest::newRow("64 KiB, level 0 is reserved") << 12U << true << 0U << -1;
    QTest::newRow("64 KiB, level 1") << 13U << false << 16U << 1;
    QTest::newRow("64 KiB, level 3") << 15U << false << 16U << 3;
}

void TestTlbi::hintsAreDecoded()
{
    QFETCH(unsigned, ttl);
    QFETCH(bool, wide);
    QFETCH(unsigned, granule);
    QFETCH(int, level);
    TranslationRegisters regs = registers(1, 1);
    regs.tcr |= wide ? kWide : 0;
    regs.vtcr |= wide ? 1ULL << 32 : 0;
    for (const char* name : { "VAE1", "VAALE1IS", "IPAS2E1OS" }) {
        const TlbiOperation operation = tlbiOperation(named(name), std::uint64_t { ttl } << 44 | 0x10, regs);
        QCOMPARE(operation.granuleLog2, granule);
        QCOMPARE(operation.level.value_or(-1), level);
    }
}

void TestTlbi::asidsHaveAsManyBitsAsTcrSays()
{
    TranslationRegisters regs = registers(1, 1);
    QCOMPARE(tlbiOperation(named("ASIDE1"), 0x1234ULL << 48, regs).asid, std::uint16_t(0x1234));
    regs.tcr = 0;
    QCOMPARE(tlbiOperation(named("ASIDE1"), 0x1234ULL << 48, regs).asid, std::uint16_t(0x34));
}

void TestTlbi::operandsNameWhatTheyAreMadeFor()
{
    const TranslationRegisters regs = registers(1, 1);
    for (const char* name : { "VAE1", "VAAE1IS", "IPAS2E1" }) {
        const TlbiInstruction instruction = named(name);
        const TlbiOperation operation
            = tlbiOperation(instruction, tlbiOperand(instruction, 0x1234'5678, 5), regs);
        QCOMPARE(operation.first, std::uint64_t(0x1234'5000));
        QCOMPARE(operation.asid, std::uint16_t(instruction.row->match == TlbiMatch::Va ? 5 : 0));
        QVERIFY(!operation.level);
    }
}

void TestTlbi::everyOperationHasASentence()
{
    std::set<std::string> sentences;
    for (const TlbiRow& row : tlbiRows()) {
        const TlbiInstruction instruction { &row, TlbiScope::Local, false };
        const std::string text
            = tlbiOperation(instruction, range(1, 1, 0, 0, 0, 16), registers(1, 1)).meaning().str();
        QVERIFY2(!text.empty() && text.find('%') == std::string::npos, text.c_str());
        sentences.insert(text);
    }
    QVERIFY(sentences.size() > kTlbiMatches);
}

QTEST_GUILESS_MAIN(TestTlbi)
#include "tst_tlbi.moc"
