// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// Who maps an address, against the walkers.

#include "core/base/hex.h"
#include "core/mmu/reverselookup.h"
#include "randomtables.h"
#include "twostageguest.h"

#include <fmt/format.h>

#include <QtTest>

using namespace fscope;
using namespace fscope::mmu;
using fscope::test::RandomTables;
using fscope::test::TwoStageGuest;

namespace {

QString text(const std::vector<MappedBy>& ways)
{
    QStringList lines;
    for (const MappedBy& way : ways)
        lines << QString::fromStdString(fmt::format("{}{}-{} {}-{} {}",
            way.va ? fmt::format("{} {}-{} ", registerOf(way.tree), hex(way.va->first), hex(way.va->last))
                   : std::string(),
            hex(way.ipa.first), hex(way.ipa.last), hex(way.pa.first), hex(way.pa.last),
            way.stage2 ? "" : "no stage 2")
                                            .c_str());
    return lines.join(QLatin1Char('\n')).trimmed();
}

} // namespace

class TestReverseLookup : public QObject
{
    Q_OBJECT
private slots:
    void goesBackThroughBothStages()
    {
        TwoStageGuest guest;
        TwoStageGuest::need(guest.stage2.map(
            { .input = 0x4040'0000, .output = 0x5040'0000, .size = 0x4000, .attrIndex = 0xf }));
        TwoStageGuest::need(guest.stage2.map(
            { .input = 0x6000'0000, .output = 0x5040'2000, .size = 0x1000, .attrIndex = 0xf }));
        TwoStageGuest::need(guest.stage1.map({ .input = 0x1000, .output = 0x4040'1000, .size = 0x2000 }));
        guest.regs.tcr |= 1U << 23; // TTBR0 alone
        const ReverseLookup lookup(guest.regs, guest.memory);
        QVERIFY(lookup.stopped().empty());
        QCOMPARE(text(lookup.whoMaps({ 0x5040'2010, 0x5040'2017 })),
            QStringLiteral("TTBR0_EL1 0x2010-0x2017 0x40402010-0x40402017 0x50402010-0x50402017 \n"
                           "0x60000010-0x60000017 0x50402010-0x50402017"));
        QCOMPARE(text(lookup.whoMaps({ 0x5040'0ff8, 0x5040'1007 })),
            QStringLiteral("TTBR0_EL1 0x1000-0x1007 0x40401000-0x40401007 0x50401000-0x50401007"));
        QCOMPARE(text(lookup.whoMaps({ 0x5100'0000, 0x5100'0fff })), QString());
        QCOMPARE(text(lookup.whoMapsIpa({ 0x4040'1800, 0x4040'1800 })),
            QStringLiteral("TTBR0_EL1 0x1800-0x1800 0x40401800-0x40401800 0x50401800-0x50401800"));
    }

    void anIpaThatStage2DoesNotMapIsFound()
    {
        TwoStageGuest guest;
        guest.regs.tcr |= 1U << 23;
        TwoStageGuest::need(guest.stage1.map({ .input = 0x1000, .output = 0x900'0000, .size = 0x1000 }));
        const ReverseLookup lookup(guest.regs, guest.memory);
        QCOMPARE(text(lookup.whoMapsIpa({ 0x900'0000, 0x900'0fff })),
            QStringLiteral("TTBR0_EL1 0x1000-0x1fff 0x9000000-0x9000fff 0x0-0xfff no stage 2"));
    }

    /// The span of VAs says nothing of IPAs, and cuts what goes through unchanged.
    void vasThatAreNotAskedAboutAreLeftOut()
    {
        TwoStageGuest guest;
        TwoStageGuest::need(guest.stage2.map(
            { .input = 0x4040'0000, .output = 0x5040'0000, .size = 0x4000, .attrIndex = 0xf }));
        for (const std::uint64_t va : { 0x1000, 0x8000 })
            TwoStageGuest::need(guest.stage1.map({ .input = va, .output = 0x4040'1000, .size = 0x2000 }));
        guest.regs.tcr |= 1U << 23;
        EnumerateOptions limits;
        limits.filter.input = { 0x9000, 0xffff };
        const ReverseLookup lookup(guest.regs, guest.memory, limits);
        QCOMPARE(text(lookup.whoMaps({ 0x5040'0000, 0x5040'3fff })),
            QStringLiteral("TTBR0_EL1 0x9000-0x9fff 0x40402000-0x40402fff 0x50402000-0x50402fff"));
        guest.regs.sctlr = 0;
        limits.filter.input = { 0x4040'3800, UINT64_MAX };
        QCOMPARE(text(ReverseLookup(guest.regs, guest.memory, limits).whoMaps({ 0x5040'0000, 0x5040'3fff })),
            QStringLiteral("TTBR0_EL1 0x40403800-0x40403fff 0x40403800-0x40403fff 0x50403800-0x50403fff"));
    }

    void withoutStagesAddressesGoThrough()
    {
        memory::SnapshotMemory memory;
        const ReverseLookup lookup({}, memory);
        QCOMPARE(text(lookup.whoMaps({ 0x1000, 0x1fff })),
            QStringLiteral("TTBR0_EL1 0x1000-0x1fff 0x1000-0x1fff 0x1000-0x1fff no stage 2"));
    }

    /// Each address that a mapping leads to is found with that mapping among its ways, and all ways are true.
    void agreesWithTheWalkers()
    {
        for (std::uint64_t seed = 1; seed <= 500; ++seed) {
            const RandomTables tables(seed);
            if (tables.under)
                continue; // the outputs of stage 1 go nowhere
            const ReverseLookup lookup(tables.regs, tables.memory);
            for (const Mapping& mapping : tables.mappings) {
                const std::uint64_t offset = (seed * 0x9e37'79b9) % mapping.size;
                const std::uint64_t output = mapping.output + offset;
                bool found = false;
                for (const MappedBy& way : lookup.whoMaps({ output, output })) {
                    const std::uint64_t input = tables.stage == Stage::One ? way.va->first : way.ipa.first;
                    found = found || input == mapping.input + offset;
                    const std::optional<MappedRange>& range
                        = tables.stage == Stage::One ? way.stage1 : way.stage2;
                    QVERIFY(range && range->input <= input && input <= range->lastInput());
                    QCOMPARE(range->output + (input - range->input), output);
                    if (!range->attributes.accessFlag || !range->attributes.rights.privileged().read)
                        continue;
                    const WalkResult walk = tables.stage == Stage::One
                        ? walkStage1(tables.regs, tables.memory, Va(input), {})
                        : walkStage2(tables.regs, tables.memory, Ipa(input), {});
                    QVERIFY(walk.ok());
                    QCOMPARE(
                        tables.stage == Stage::One ? walk.translation.ipa.value : walk.translation.pa.value,
                        output);
                }
                QVERIFY2(found, fmt::format("seed {} output {}", seed, hex(output)).c_str());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestReverseLookup)
#include "tst_reverselookup.moc"
