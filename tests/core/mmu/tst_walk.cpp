// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// What a walk says beyond its result, and the rules that are easiest to get wrong, each on the smallest
/// tables.

#include "core/base/hex.h"
#include "core/mmu/notmodelled.h"
#include "core/mmu/oneentrycache.h"
#include "core/mmu/walk.h"
#include "tests/core/mmu/twostageguest.h"

#include <fmt/format.h>

#include <QTest>

#include <array>
#include <string>

using namespace fscope;
using namespace fscope::mmu;
using fscope::test::TwoStageGuest;

namespace {

constexpr std::uint64_t kVa = 0x7f1234567000;
constexpr std::uint64_t kIpa = 0x40003000;
constexpr std::uint64_t kPa = kIpa + TwoStageGuest::kIpaToPa;

const char* name(DescriptorType type)
{
    constexpr std::array kNames { "invalid", "table", "block", "page", "reserved" };
    return kNames.at(static_cast<std::size_t>(type));
}

/// "S1 L0 [47:39]=254 @table entry→output type", one line a read.
std::string text(const WalkTrace& trace)
{
    std::string out;
    for (const DescriptorRead& read : trace) {
        out += fmt::format("{}S{} L{} {} [{}:{}]={} in {} at {} {} -> {}\n", read.forTable ? "  " : "",
            static_cast<int>(read.stage), read.level, hex(read.input), read.indexHi, read.indexLo, read.index,
            hex(read.table), hex(read.address), read.aborted ? "aborted" : name(read.type), hex(read.output));
    }
    return out;
}

std::string text(const std::optional<Fault>& fault)
{
    if (!fault)
        return "none";
    return fmt::format("stage {} kind {} level {}{} ipa {}", static_cast<int>(fault->stage),
        static_cast<int>(fault->kind), fault->level, fault->s1ptw ? " s1ptw" : "", hex(fault->ipa));
}

Fault stage1Fault(arch::FaultKind kind, int level)
{
    return { Stage::One, kind, level, false, {} };
}

Fault stage2Fault(arch::FaultKind kind, int level, bool s1ptw, std::uint64_t ipa)
{
    return { Stage::Two, kind, level, s1ptw, Ipa(ipa) };
}

void mapPage(TwoStageGuest& guest, Mapping stage1 = {}, Mapping stage2 = {})
{
    stage1.input = kVa;
    stage1.output = stage2.input = kIpa;
    stage2.output = kPa;
    stage1.size = stage2.size = 0x1000;
    stage2.attrIndex = TwoStageGuest::kNormal;
    TwoStageGuest::need(guest.stage1.map(stage1));
    TwoStageGuest::need(guest.stage2.map(stage2));
}

void compare(const WalkResult& result, const std::optional<Fault>& want)
{
    QCOMPARE(QString::fromStdString(text(result.fault)), QString::fromStdString(text(want)));
}

constexpr Access kRead {};
constexpr Access kWrite { AccessKind::Write };
constexpr Access kExecute { AccessKind::Execute };

} // namespace

class TestWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAreTracedInOrderWithTheirIndexBits()
    {
        TwoStageGuest guest;
        mapPage(guest);
        WalkTrace trace;
        const WalkResult result = translate(guest.regs, guest.memory, Va(kVa + 0x123), kRead, &trace);
        QVERIFY(result.ok());
        QCOMPARE(result.translation.ipa.value, kIpa + 0x123);
        QCOMPARE(result.translation.pa.value, kPa + 0x123);
        QCOMPARE(int(result.translation.attributes.attr), 0xff);
        QCOMPARE(int(result.translation.attributes.sh), 3);
        QCOMPARE(trace.size(), std::size_t { 4 * 5 + 4 });
        WalkTrace first(trace.begin(), trace.begin() + 6);
        QCOMPARE(QString::fromStdString(text(first)),
            QStringLiteral(
                "  S2 L0 0x401007f0 [47:39]=0 in 0x50200000 at 0x50200000 table -> 0x50201000\n"
                "  S2 L1 0x401007f0 [38:30]=1 in 0x50201000 at 0x50201008 table -> 0x50202000\n"
                "  S2 L2 0x401007f0 [29:21]=0 in 0x50202000 at 0x50202000 table -> 0x50203000\n"
                "  S2 L3 0x401007f0 [20:12]=256 in 0x50203000 at 0x50203800 page -> 0x50100000\n"
                "S1 L0 0x7f1234567123 [47:39]=254 in 0x40100000 at 0x501007f0 table -> 0x40101000\n"
                "  S2 L0 0x40101240 [47:39]=0 in 0x50200000 at 0x50200000 table -> 0x50201000\n"));
        QCOMPARE(trace.back().output, kPa);
        QVERIFY(!trace.back().forTable);
    }

    void tracingChangesNothing()
    {
        TwoStageGuest guest;
        mapPage(guest);
        WalkTrace trace;
        QVERIFY(translate(guest.regs, guest.memory, Va(kVa), kWrite, &trace)
            == translate(guest.regs, guest.memory, Va(kVa), kWrite));
    }

    void stage1StopsAtTheInvalidLevel_data()
    {
        QTest::addColumn<int>("level");
        QTest::addColumn<quint64>("descriptor");
        QTest::newRow("invalid, level 0") << 0 << quint64 { 0 };
        QTest::newRow("invalid, level 1") << 1 << quint64 { 0xfffffffffffffffe };
        QTest::newRow("invalid, level 2") << 2 << quint64 { 2 };
        QTest::newRow("invalid, level 3") << 3 << quint64 { 0 };
        QTest::newRow("block encoding at level 0 is reserved") << 0 << quint64 { kIpa | 0x401 };
        QTest::newRow("block encoding at level 3 is reserved") << 3 << quint64 { kIpa | 0x401 };
    }
    void stage1StopsAtTheInvalidLevel()
    {
        QFETCH(int, level);
        QFETCH(quint64, descriptor);
        TwoStageGuest guest;
        mapPage(guest);
        TwoStageGuest::need(guest.stage1.poke(kVa, level, descriptor));
        compare(translate(guest.regs, guest.memory, Va(kVa), kRead),
            stage1Fault(arch::FaultKind::Translation, level));
    }

    void stage2NamesTheIpaItRefused()
    {
        TwoStageGuest guest;
        mapPage(guest);
        for (int level = 3; level >= 0; --level) {
            TwoStageGuest::need(guest.stage2.poke(kIpa, level, 0));
            compare(walkStage2(guest.regs, guest.memory, Ipa(kIpa + 8), kRead),
                stage2Fault(arch::FaultKind::Translation, level, false, kIpa + 8));
        }
        WalkResult partial = translate(guest.regs, guest.memory, Va(kVa), kRead);
        QVERIFY(!partial.ok());
    }

    void stage1TableThatStage2RefusesIsS1ptwAtTheStage2Level()
    {
        TwoStageGuest guest;
        mapPage(guest);
        // The level-2 table of stage 1 is the third one made; take its page out of stage 2.
        const std::uint64_t table = TwoStageGuest::need(guest.stage1.tableFor(kVa, 2));
        TwoStageGuest::need(guest.stage2.poke(table, 3, 0));
        const std::uint64_t entry = table + 8 * ((kVa >> 21) & 511);
        compare(translate(guest.regs, guest.memory, Va(kVa), kWrite),
            stage2Fault(arch::FaultKind::Translation, 3, true, entry));
        compare(walkStage1(guest.regs, guest.memory, Va(kVa), kWrite),
            stage2Fault(arch::FaultKind::Translation, 3, true, entry));
    }

    void stage1TableInDeviceMemoryIsRefusedWithPtw()
    {
        TwoStageGuest guest;
        mapPage(guest);
        const std::uint64_t table = TwoStageGuest::need(guest.stage1.tableFor(kVa, 3));
        TwoStageGuest::need(guest.stage2.map(
            { .input = table, .output = table + TwoStageGuest::kIpaToPa, .size = 0x1000, .attrIndex = 1 }));
        QVERIFY(translate(guest.regs, guest.memory, Va(kVa), kRead).ok());
        guest.regs.hcr |= 4; // PTW
        const std::uint64_t entry = table + 8 * ((kVa >> 12) & 511);
        compare(translate(guest.regs, guest.memory, Va(kVa), kRead),
            stage2Fault(arch::FaultKind::Permission, 3, true, entry));
    }

    void tableOutsideMemoryIsAnExternalAbortOnTheWalk()
    {
        TwoStageGuest guest(false);
        mapPage(guest);
        TwoStageGuest::need(guest.stage1.poke(kVa, 1, 0x90000003));
        WalkTrace trace;
        compare(translate(guest.regs, guest.memory, Va(kVa), kRead, &trace),
            stage1Fault(arch::FaultKind::ExternalAbortOnWalk, 2));
        QCOMPARE(trace.size(), std::size_t { 3 });
        QVERIFY(trace.back().aborted);
        QVERIFY(!trace.front().aborted);
    }

    void faultsOfOneLevelComeInTheirOrder()
    {
        // A page over the output size, with the Access flag clear, read-only: each fault hides the next.
        constexpr std::uint64_t kReadOnly = 0x80;
        constexpr std::uint64_t kFlag = 0x400;
        TwoStageGuest guest(false);
        TwoStageGuest::need(guest.stage1.poke(kVa, 3, (1ULL << 40) | kReadOnly | 2));
        guest.regs.tcr &= ~(7ULL << 32); // IPS: 32 bits
        const auto walk = [&] { return translate(guest.regs, guest.memory, Va(kVa), kWrite); };
        compare(walk(), stage1Fault(arch::FaultKind::Translation, 3));
        TwoStageGuest::need(guest.stage1.poke(kVa, 3, (1ULL << 40) | kReadOnly | 3));
        compare(walk(), stage1Fault(arch::FaultKind::AddressSize, 3));
        TwoStageGuest::need(guest.stage1.poke(kVa, 3, kPa | kReadOnly | 3));
        compare(walk(), stage1Fault(arch::FaultKind::AccessFlag, 3));
        TwoStageGuest::need(guest.stage1.poke(kVa, 3, kPa | kReadOnly | kFlag | 3));
        compare(walk(), stage1Fault(arch::FaultKind::Permission, 3));
        TwoStageGuest::need(guest.stage1.poke(kVa, 3, kPa | kFlag | 3));
        compare(walk(), std::nullopt);
    }

    void stage1FaultHidesThatOfStage2()
    {
        TwoStageGuest guest;
        mapPage(guest, { .write = false }, { .write = false });
        compare(translate(guest.regs, guest.memory, Va(kVa), kWrite),
            stage1Fault(arch::FaultKind::Permission, 3));
        QVERIFY(translate(guest.regs, guest.memory, Va(kVa), kRead).ok());
    }

    void blocksCoverTheirOffset_data()
    {
        QTest::addColumn<int>("level");
        QTest::newRow("2 MiB") << 2;
        QTest::newRow("1 GiB") << 1;
    }
    void blocksCoverTheirOffset()
    {
        QFETCH(int, level);
        const std::uint64_t size = level == 1 ? 1ULL << 30 : 1ULL << 21;
        TwoStageGuest guest(false);
        const std::uint64_t va = 0x4000000000;
        TwoStageGuest::need(
            guest.stage1.map({ .input = va, .output = 2 * size, .size = size, .level = level }));
        const WalkResult result = walkStage1(guest.regs, guest.memory, Va(va + size - 5), kRead);
        compare(result, std::nullopt);
        QCOMPARE(result.translation.ipa.value, 3 * size - 5);
        compare(walkStage1(guest.regs, guest.memory, Va(va + size), kRead),
            stage1Fault(arch::FaultKind::Translation, level));
    }

    void bothHalvesAndTheTagByte()
    {
        TwoStageGuest guest;
        constexpr std::uint64_t kHigh = 0xffff800012345000;
        mapPage(guest);
        TwoStageGuest::need(
            guest.stage1.map({ .input = kHigh, .output = kIpa, .size = 0x1000 })); // TTBR1 is the same table
        QVERIFY(translate(guest.regs, guest.memory, Va(kHigh), kRead).ok());
        compare(translate(guest.regs, guest.memory, Va(kHigh & ~(1ULL << 50)), kRead),
            stage1Fault(arch::FaultKind::Translation, 0));
        const Va tagged(kVa | 0x5aULL << 56);
        compare(
            translate(guest.regs, guest.memory, tagged, kRead), stage1Fault(arch::FaultKind::Translation, 0));
        guest.regs.tcr |= 1ULL << 37; // TBI0
        QVERIFY(translate(guest.regs, guest.memory, tagged, kRead).ok());
        QVERIFY(translate(guest.regs, guest.memory, tagged, kExecute).ok());
        guest.regs.tcr |= 1ULL << 51; // TBID0: data only
        QVERIFY(translate(guest.regs, guest.memory, tagged, kRead).ok());
        QVERIFY(!translate(guest.regs, guest.memory, tagged, kExecute).ok());
        guest.regs.tcr |= 1U << 7; // EPD0
        compare(translate(guest.regs, guest.memory, Va(kVa), kRead),
            stage1Fault(arch::FaultKind::Translation, 0));
        QVERIFY(translate(guest.regs, guest.memory, Va(kHigh), kRead).ok());
    }

    void registersThatDoNotFitAreLevel0Faults_data()
    {
        QTest::addColumn<quint64>("tcr");
        QTest::addColumn<quint64>("vtcr");
        QTest::addColumn<bool>("ofStage1");
        constexpr quint64 tcr = 0x5ULL << 32 | 2U << 30 | 16U << 16;
        constexpr quint64 vtcr = 0x50000;
        QTest::newRow("T0SZ 15") << tcr + 15 << vtcr + 0x90 << true;
        QTest::newRow("T0SZ 49") << tcr + 49 << vtcr + 0x90 << true;
        QTest::newRow("T0SZ 63") << tcr + 63 << vtcr + 0x90 << true;
        QTest::newRow("T0SZ 0") << tcr << vtcr + 0x90 << true;
        QTest::newRow("VTCR T0SZ 15") << tcr + 16 << vtcr + 0x8f << false;
        QTest::newRow("VTCR T0SZ 0") << tcr + 16 << vtcr + 0x80 << false;
        QTest::newRow("VTCR T0SZ 63") << tcr + 16 << vtcr + 0xbf << false;
        QTest::newRow("SL0 0, 48-bit IPA: more than 16 tables") << tcr + 16 << vtcr + 0x10 << false;
        QTest::newRow("SL0 2, 39-bit IPA: no bit left for level 0") << tcr + 16 << vtcr + 0x80 + 25 << false;
        QTest::newRow("SL0 1, 30-bit IPA: no bit left for level 1") << tcr + 16 << vtcr + 0x40 + 34 << false;
    }
    void registersThatDoNotFitAreLevel0Faults()
    {
        QFETCH(quint64, tcr);
        QFETCH(quint64, vtcr);
        QFETCH(bool, ofStage1);
        TwoStageGuest guest;
        mapPage(guest);
        guest.regs.tcr = tcr;
        guest.regs.vtcr = vtcr;
        WalkTrace trace;
        const WalkResult result = translate(guest.regs, guest.memory, Va(kVa), kRead, &trace);
        const std::uint64_t entry = guest.regs.ttbr0 + 8 * (kVa >> 39);
        compare(result,
            ofStage1 ? stage1Fault(arch::FaultKind::Translation, 0)
                     : stage2Fault(arch::FaultKind::Translation, 0, true, entry));
        QVERIFY(trace.empty());
    }

    void concatenatedStartTablesOfStage2()
    {
        // 40-bit IPAs starting at level 1: two tables side by side. The index has ten bits.
        TwoStageGuest guest;
        guest.regs.vtcr = 0x50000 | 1U << 6 | 24U;
        guest.regs.vttbr = 0x50300000;
        const std::uint64_t ipa = (1ULL << 39) + 0x12345;
        std::array<std::uint8_t, 8> block { 0xfd, 0x04, 0, 0x40, 0, 0, 0, 0 }; // 1 GiB at 0x40000000, rw
        QVERIFY(!guest.memory.write(Pa(0x50301000), block.data(), block.size()));
        WalkTrace trace;
        const WalkResult result = walkStage2(guest.regs, guest.memory, Ipa(ipa), kRead, &trace);
        compare(result, std::nullopt);
        QCOMPARE(result.translation.pa.value, std::uint64_t { 0x40012345 });
        QCOMPARE(QString::fromStdString(text(trace)),
            QStringLiteral(
                "S2 L1 0x8000012345 [39:30]=512 in 0x50300000 at 0x50301000 block -> 0x40000000\n"));
        compare(walkStage2(guest.regs, guest.memory, Ipa(1ULL << 40), kRead),
            stage2Fault(arch::FaultKind::Translation, 0, false, 1ULL << 40));
    }

    void atMostSixteenStartTablesAreConcatenated()
    {
        TwoStageGuest guest;
        guest.regs.vttbr = 0x50300000;
        const auto walk = [&](unsigned ipaBits) {
            guest.regs.vtcr = 0x50000 | 1U << 6 | (64 - ipaBits); // from level 1
            WalkTrace trace;
            walkStage2(guest.regs, guest.memory, Ipa(0), kRead, &trace);
            return trace.size();
        };
        QCOMPARE(walk(43), std::size_t { 1 });
        QCOMPARE(walk(44), std::size_t { 0 });
        QCOMPARE(walk(31), std::size_t { 1 });
        QCOMPARE(walk(30), std::size_t { 0 });
    }

    void accessFlagManagedByHardware()
    {
        TwoStageGuest guest;
        mapPage(guest, { .accessFlag = false }, { .accessFlag = false });
        compare(
            translate(guest.regs, guest.memory, Va(kVa), kRead), stage1Fault(arch::FaultKind::AccessFlag, 3));
        guest.regs.tcr |= 1ULL << 39; // HA
        compare(translate(guest.regs, guest.memory, Va(kVa), kRead),
            stage2Fault(arch::FaultKind::AccessFlag, 3, false, kIpa));
        guest.regs.vtcr |= 1ULL << 21; // HA
        QVERIFY(translate(guest.regs, guest.memory, Va(kVa), kRead).ok());
    }

    void withBothStagesOffAddressesPass()
    {
        memory::SnapshotMemory memory;
        const TranslationRegisters off;
        const WalkResult data = translate(off, memory, Va(0x1234567), kWrite);
        QCOMPARE(data.translation.pa.value, std::uint64_t { 0x1234567 });
        QVERIFY(data.translation.attributes == (MemoryAttributes { 0, 2 }));
        QVERIFY(translate(off, memory, Va(0x1234567), kExecute).translation.attributes
            == (MemoryAttributes { 0x44, 2 }));
        compare(translate(off, memory, Va(1ULL << 52), kRead), stage1Fault(arch::FaultKind::AddressSize, 0));
        compare(translate(off, memory, Va(~0ULL), kRead), stage1Fault(arch::FaultKind::AddressSize, 0));
        QCOMPARE(walkStage2(off, memory, Ipa(0x777), kRead).translation.pa.value, std::uint64_t { 0x777 });
    }

    void attributesOfBothStagesCombine_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<int>("memAttr");
        QTest::addColumn<int>("attr");
        QTest::addColumn<int>("sh");
        QTest::newRow("Write-Back over Write-Back") << 0 << 0xf << 0xff << 3;
        QTest::newRow("Write-Back over Non-cacheable") << 0 << 0x5 << 0x44 << 2;
        QTest::newRow("Write-Back over Write-Through") << 0 << 0xa << 0xbb << 3;
        QTest::newRow("Write-Through over Write-Back") << 2 << 0xf << 0xbb << 3;
        QTest::newRow("Non-cacheable over Write-Back") << 1 << 0xf << 0x44 << 2;
        QTest::newRow("Write-Back over Device-GRE") << 0 << 0x3 << 0x0c << 2;
        QTest::newRow("Device-nGnRE over Write-Back") << 3 << 0xf << 0x04 << 2;
        QTest::newRow("Device-nGnRE over Device-nGnRnE") << 3 << 0x0 << 0x00 << 2;
        QTest::newRow("Device-nGnRE over Device-GRE") << 3 << 0x3 << 0x04 << 2;
    }
    void attributesOfBothStagesCombine()
    {
        QFETCH(int, index);
        QFETCH(int, memAttr);
        QFETCH(int, attr);
        QFETCH(int, sh);
        TwoStageGuest guest;
        TwoStageGuest::need(guest.stage1.map(
            { .input = kVa, .output = kIpa, .size = 0x1000, .attrIndex = static_cast<std::uint8_t>(index) }));
        TwoStageGuest::need(guest.stage2.map({ .input = kIpa,
            .output = kPa,
            .size = 0x1000,
            .attrIndex = static_cast<std::uint8_t>(memAttr) }));
        const WalkResult result = translate(guest.regs, guest.memory, Va(kVa), kRead);
        QVERIFY(result.ok());
        QCOMPARE(int(result.translation.attributes.attr), attr);
        QCOMPARE(int(result.translation.attributes.sh), sh);
    }

    void whatIsNotModelledIsNamed_data()
    {
        QTest::addColumn<QString>("reg");
        QTest::addColumn<int>("bit");
        QTest::addColumn<QString>("field");
        QTest::newRow("nothing") << QString() << 0 << QString();
        QTest::newRow("64 KiB is") << QStringLiteral("tcr") << 14 << QString();
        QTest::newRow("52 bits are") << QStringLiteral("vtcr") << 32 << QString();
        QTest::newRow("big-endian tables are") << QStringLiteral("sctlr") << 25 << QString();
        QTest::newRow("FWB is") << QStringLiteral("hcr") << 46 << QString();
        QTest::newRow("PIE") << QStringLiteral("tcr2") << 1 << QStringLiteral("TCR2_EL1.PIE");
        QTest::newRow("POE") << QStringLiteral("tcr2") << 3 << QStringLiteral("TCR2_EL1.POE");
        QTest::newRow("S2PIE") << QStringLiteral("vtcr") << 36 << QStringLiteral("VTCR_EL2.S2PIE");
        QTest::newRow("S2POE") << QStringLiteral("vtcr") << 37 << QStringLiteral("VTCR_EL2.S2POE");
        QTest::newRow("GCSH") << QStringLiteral("vtcr") << 40 << QStringLiteral("VTCR_EL2.GCSH");
        QTest::newRow("GPC") << QStringLiteral("gpccr") << 16 << QStringLiteral("GPCCR_EL3.GPC");
        QTest::newRow("TGE") << QStringLiteral("hcr") << 27 << QStringLiteral("HCR_EL2.TGE");
        QTest::newRow("NV") << QStringLiteral("hcr") << 42 << QStringLiteral("HCR_EL2.NV");
    }
    void whatIsNotModelledIsNamed()
    {
        QFETCH(QString, reg);
        QFETCH(int, bit);
        QFETCH(QString, field);
        TranslationRegisters regs = TwoStageGuest().regs;
        const std::uint64_t one = 1ULL << bit;
        if (reg == QStringLiteral("tcr"))
            regs.tcr |= one;
        else if (reg == QStringLiteral("vtcr"))
            regs.vtcr |= one;
        else if (reg == QStringLiteral("sctlr"))
            regs.sctlr |= one;
        else if (reg == QStringLiteral("hcr"))
            regs.hcr |= one;
        else if (reg == QStringLiteral("tcr2"))
            regs.tcr2 |= one;
        else if (reg == QStringLiteral("gpccr"))
            regs.gpccr |= one;
        const auto answer = notModelled(regs);
        QCOMPARE(answer.has_value(), !field.isEmpty());
        if (answer)
            QVERIFY2(QString::fromStdString(answer->str()).contains(field), answer->str().c_str());
    }

    void theCacheHoldsOnePageOfOneKind()
    {
        OneEntryCache cache;
        QVERIFY(!cache.lookUp(Va(kVa), AccessKind::Read));
        cache.fill(Va(kVa + 8), Ipa(kIpa + 8), AccessKind::Read);
        QCOMPARE(cache.lookUp(Va(kVa + 0xfff), AccessKind::Read)->value, kIpa + 0xfff);
        QVERIFY(!cache.lookUp(Va(kVa), AccessKind::Write));
        QVERIFY(!cache.lookUp(Va(kVa + 0x1000), AccessKind::Read));
        QVERIFY(!cache.lookUp(Va(kVa | 1ULL << 60), AccessKind::Read)); // the tag is part of the key
    }
};

QTEST_GUILESS_MAIN(TestWalk)
#include "tst_walk.moc"
