// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/base/splitmix.h"
#include "core/mmu/tablebuilder.h"
#include "core/mmu/tlb.h"

#include <QTest>

#include <memory>
#include <stdexcept>

using namespace fscope;
using namespace fscope::mmu;

namespace {

/// Two address spaces and two virtual machines: any combination of their tables may be current. Tables lie at
/// the same IPA and PA, and each stage 2 maps them as blocks, so that one stage 1 serves both machines, and
/// also a guest without stage 2.
class Machines
{
public:
    static constexpr std::uint64_t kTables = 0x4000'0000;
    static constexpr std::uint64_t kTablesSize = 0x40'0000;
    static constexpr std::uint64_t kData = 0x5000'0000;
    static constexpr std::uint64_t kDataSize = 0x100'0000;

    Machines()
    {
        need(memory.addRam(Pa(kTables), kTablesSize));
        const auto builder = [this](Stage stage) {
            return std::make_unique<TableBuilder>(stage, memory,
                TableBuilder::Storage { [this](std::uint64_t bytes) -> Result<std::uint64_t> {
                                           m_next += bytes;
                                           return m_next - bytes;
                                       },
                    [](std::uint64_t table) -> Result<Pa> { return Pa(table); } });
        };
        for (auto& tables : stage1)
            tables = builder(Stage::One);
        for (auto& tables : stage2) {
            tables = builder(Stage::Two);
            need(tables->map(
                { .input = kTables, .output = kTables, .size = kTablesSize, .attrIndex = 0xf, .level = 2 }));
        }
    }

    /// Registers with ASID 1 or 2 and VMID 1 or 2.
    TranslationRegisters registers(unsigned space, unsigned machine) const
    {
        TranslationRegisters regs;
        regs.sctlr = 0x1005;                                  // M, C, I
        regs.tcr = 0x5ULL << 32 | 2U << 30 | 16U << 16 | 16U; // 48-bit halves, 48-bit IPS, 4 KiB
        regs.mair = 0x04bb44ff;
        regs.vtcr = 0x5ULL << 16 | 2U << 6 | 16U; // 48-bit IPAs from level 0
        regs.hcr = 1U | 1ULL << 31;               // VM, RW
        regs.ttbr0 = need(stage1[space]->root()) | std::uint64_t { space + 1 } << 48;
        regs.vttbr = need(stage2[machine]->root()) | std::uint64_t { machine + 1 } << 48;
        return regs;
    }

    static void need(const Result<void>& result)
    {
        if (!result)
            throw std::runtime_error(result.error().text());
    }
    static std::uint64_t need(const Result<std::uint64_t>& result)
    {
        if (!result)
            throw std::runtime_error(result.error().text());
        return *result;
    }

    memory::SnapshotMemory memory;
    std::array<std::unique_ptr<TableBuilder>, 2> stage1;
    std::array<std::unique_ptr<TableBuilder>, 2> stage2;

private:
    std::uint64_t m_next = kTables;
};

TlbiInstruction named(const char* name)
{
    return tlbiByName(name).value();
}

/// The CPU: the TLB, and where it misses the walker.
WalkResult throughTlb(
    Tlb& tlb, const Machines& machines, const TranslationRegisters& regs, Va va, const Access& access)
{
    const TlbContext context(regs);
    if (context.isOn())
        if (const TlbEntry* entry = tlb.lookUp(context, va, access))
            return entry->answer(va, access);
    const WalkResult result = translate(regs, machines.memory, va, access);
    if (result.ok())
        if (const auto entry = tlbEntryOf(regs, va, access, result.translation))
            tlb.fill(*entry);
    return result;
}

std::string text(const WalkResult& result)
{
    if (result.fault)
        return "stage " + std::to_string(int(result.fault->stage)) + ", level "
            + std::to_string(result.fault->level) + ", fault " + std::to_string(int(result.fault->kind))
            + (result.fault->s1ptw ? ", S1PTW" : "") + ", IPA " + std::to_string(result.fault->ipa.value);
    return "IPA " + std::to_string(result.translation.ipa.value) + " PA "
        + std::to_string(result.translation.pa.value) + " attributes "
        + std::to_string(result.translation.attributes.attr) + "/"
        + std::to_string(result.translation.attributes.sh);
}

/// Random changes of tables, each with a TLBI that suffices for it, and random accesses.
class RandomRun
{
public:
    RandomRun(std::uint64_t seed, bool hardwareUpdates)
        : m_seed(seed)
        , m_updates(hardwareUpdates)
        , m_tlb(TlbShape {
              4, 2, pick(2) == 0 ? TlbReplacement::Random : TlbReplacement::LeastRecentlyUsed, seed })
    {
        for (unsigned i = 0; i < 64; ++i) {
            changeStage1();
            changeStage2();
        }
    }

    /// Empty, or what differed.
    std::string run(unsigned steps)
    {
        for (unsigned i = 0; i < steps; ++i) {
            const unsigned what = pick(64);
            if (what == 0)
                changeStage1();
            else if (what == 1)
                changeStage2();
            else if (std::string difference = access(); !difference.empty())
                return "seed " + std::to_string(m_seed) + ", step " + std::to_string(i) + ": " + difference;
        }
        return {};
    }
    const TlbStatistics& statistics() const { return m_tlb.statistics(); }

private:
    // VAs: 16 pages, of which the last four are global; then a block of 2 MiB and a contiguous set.
    static constexpr std::uint64_t kPages = 0x10'0000;
    static constexpr std::uint64_t kBlock = 0x4000'0000;
    static constexpr std::uint64_t kSet = 0x8000'0000;
    static constexpr unsigned kPageCount = 16;
    static constexpr unsigned kGlobalFrom = 12;
    // IPAs: a block of 2 MiB in pages, and one as a block.
    static constexpr std::uint64_t kIpaPages = Machines::kData;
    static constexpr std::uint64_t kIpaBlock = Machines::kData + 0x20'0000;

    unsigned pick(unsigned below) { return static_cast<unsigned>(splitmix(m_seed, ++m_draws) % below); }
    bool coin() { return pick(2) != 0; }

    TranslationRegisters registers(unsigned space, unsigned machine)
    {
        TranslationRegisters regs = m_machines.registers(space, machine);
        if (m_updates) {
            regs.tcr |= 3ULL << 39;  // HA, HD
            regs.vtcr |= 3ULL << 21; // HA, HD
        }
        return regs;
    }
    void tlbi(const char* name, unsigned space, unsigned machine, std::uint64_t address)
    {
        static constexpr std::array kScopes { TlbiScope::Local, TlbiScope::InnerShareable,
            TlbiScope::OuterShareable };
        TlbiInstruction instruction = named(name);
        instruction.scope = kScopes[pick(3)];
        instruction.nxs = coin();
        const TranslationRegisters regs = registers(space, machine);
        std::uint64_t operand = tlbiOperand(instruction, address, asidOf(regs));
        if (instruction.row->range) // one unit: two pages from here
            operand = std::uint64_t { asidOf(regs) } << 48 | 1ULL << 46 | (address >> 12U);
        m_tlb.invalidate(tlbiOperation(instruction, operand, regs));
    }

    Mapping stage1Mapping()
    {
        Mapping mapping;
        mapping.size = 0x1000;
        mapping.output = (coin() ? kIpaPages : kIpaBlock) + pick(8) * 0x1000U;
        mapping.write = coin();
        mapping.execute = coin();
        mapping.user = coin();
        mapping.accessFlag = pick(8) != 0;
        mapping.attrIndex = static_cast<std::uint8_t>(pick(4));
        mapping.dirtyModifier = m_updates && coin();
        return mapping;
    }

    void changeStage1()
    {
        const unsigned space = pick(2);
        Mapping mapping = stage1Mapping();
        const unsigned place = pick(kPageCount + 4);
        if (place < kPageCount) {
            mapping.input = kPages + place * 0x1000U;
            mapping.notGlobal = place < kGlobalFrom;
            changePage(space, mapping);
        } else if (place < kPageCount + 2) {
            mapping.input = kBlock;
            mapping.notGlobal = true;
            mapping.output = coin() ? kIpaPages : kIpaBlock;
            mapping.size = 0x20'0000;
            poke(*m_machines.stage1[space], mapping, 2);
            // One address stands for the block, whatever pieces of it are cached.
            removeStage1(space, kBlock + pick(512) * 0x1000U, true);
        } else {
            mapping.input = kSet;
            mapping.notGlobal = true;
            mapping.contiguous = true;
            mapping.output = coin() ? kIpaPages : kIpaBlock;
            mapping.size = 0x1'0000;
            for (unsigned page = 0; page < 16; ++page) {
                Mapping one = mapping;
                one.input += page * 0x1000U;
                one.output += page * 0x1000U;
                one.size = 0x1000;
                poke(*m_machines.stage1[space], one, 3);
            }
            for (unsigned page = 0; page < 16; ++page)
                removeStage1(space, kSet + page * 0x1000U, true);
        }
    }

    void changePage(unsigned space, const Mapping& mapping)
    {
        const bool invalid = pick(6) == 0;
        const bool global = !mapping.notGlobal;
        for (unsigned other = 0; other < 2; ++other)
            if (global || other == space) {
                if (invalid)
                    Machines::need(m_machines.stage1[other]->poke(mapping.input, 3, 0));
                else
                    poke(*m_machines.stage1[other], mapping, 3);
            }
        removeStage1(space, mapping.input, !global);
    }

    void poke(TableBuilder& tables, const Mapping& mapping, int level)
    {
        Machines::need(tables.poke(mapping.input, level, tables.leaf(mapping, level, mapping.output)));
    }

    void removeStage1(unsigned space, std::uint64_t va, bool byAsid)
    {
        const bool all = pick(8) == 0;
        for (unsigned machine = 0; machine < 2; ++machine) {
            if (all)
                tlbi("VMALLE1", space, machine, 0);
            else if (byAsid && pick(8) == 0)
                tlbi("ASIDE1", space, machine, 0);
            else
                tlbi(std::array { "VAE1", "VALE1", "VAAE1", "VAALE1", "RVAE1", "RVALE1" }[pick(6)], space,
                    machine, va);
        }
    }

    void changeStage2()
    {
        const unsigned machine = pick(2);
        Mapping mapping;
        mapping.read = pick(8) != 0;
        mapping.write = coin();
        mapping.execute = coin();
        mapping.accessFlag = pick(8) != 0;
        mapping.attrIndex = coin() ? 0xf : 5;
        mapping.dirtyModifier = m_updates && coin();
        TableBuilder& tables = *m_machines.stage2[machine];
        if (pick(4) != 0) {
            mapping.input = kIpaPages + pick(16) * 0x1000U;
            mapping.output = Machines::kData + pick(64) * 0x1000U;
            if (pick(6) == 0)
                Machines::need(tables.poke(mapping.input, 3, 0));
            else
                poke(tables, mapping, 3);
        } else {
            mapping.input = kIpaBlock;
            mapping.output = Machines::kData + pick(8) * 0x20'0000U;
            poke(tables, mapping, 2);
        }
        switch (pick(4)) {
        case 0:
            tlbi("ALLE1", 0, machine, 0);
            break;
        case 1:
            tlbi("VMALLS12E1", 0, machine, 0);
            break;
        default: // what a hypervisor does: stage 2 alone, then all that was combined with it
            tlbi(coin() ? "IPAS2E1" : "IPAS2LE1", 0, machine, mapping.input);
            tlbi("VMALLE1", 0, machine, 0);
        }
    }

    std::string access()
    {
        if (pick(3) == 0)
            choosePlace();
        const TranslationRegisters& regs = m_regs;
        const std::uint64_t va = m_page + pick(512) * 8U;
        const Access access { AccessKind(pick(3)), pick(2), coin() };
        const WalkResult walked = translate(regs, m_machines.memory, Va(va), access);
        const WalkResult found = throughTlb(m_tlb, m_machines, regs, Va(va), access);
        const bool same = walked.fault == found.fault
            && (walked.fault
                || (walked.translation.ipa == found.translation.ipa
                    && walked.translation.pa == found.translation.pa
                    && walked.translation.attributes == found.translation.attributes));
        return same ? std::string() : "walker: " + text(walked) + "\nTLB:    " + text(found);
    }

    /// The registers and the page of the next accesses.
    void choosePlace()
    {
        TranslationRegisters regs = registers(pick(2), pick(2));
        std::uint64_t va = 0;
        const unsigned place = pick(kPageCount + 8);
        if (place < kPageCount)
            va = kPages + place * 0x1000U;
        else if (place < kPageCount + 4)
            va = kBlock + pick(20) * 0x1000U;
        else
            va = kSet + pick(16) * 0x1000U;
        const unsigned stages = pick(8);
        if (stages == 0) {
            regs.sctlr &= ~std::uint64_t { 1 };
            va = (coin() ? kIpaPages : kIpaBlock) + pick(20) * 0x1000U;
        } else if (stages == 1) {
            regs.hcr &= ~std::uint64_t { 1 };
        }
        m_regs = regs;
        m_page = va;
    }

    std::uint64_t m_seed;
    std::uint64_t m_draws = 0;
    bool m_updates;
    Machines m_machines;
    Tlb m_tlb;
    TranslationRegisters m_regs;
    std::uint64_t m_page = kPages;
};

/// One page at a VA in both stages, in both machines and spaces.
struct OnePage {
    static constexpr std::uint64_t kVa = 0x12'3000;
    static constexpr std::uint64_t kIpa = Machines::kData;
    Machines machines;
    TranslationRegisters regs;

    OnePage()
    {
        for (unsigned i = 0; i < 2; ++i) {
            map1(i, kIpa);
            map2(i, Machines::kData);
        }
        regs = machines.registers(0, 0);
    }
    void map1(unsigned space, std::uint64_t ipa, bool global = false)
    {
        const Mapping mapping {
            .input = kVa, .output = ipa, .size = 0x1000, .user = true, .notGlobal = !global
        };
        Machines::need(machines.stage1[space]->poke(kVa, 3, machines.stage1[space]->leaf(mapping, 3, ipa)));
    }
    void map2(unsigned machine, std::uint64_t pa, bool write = true)
    {
        const Mapping mapping {
            .input = kIpa, .output = pa, .size = 0x1000, .write = write, .attrIndex = 0xf
        };
        Machines::need(
            machines.stage2[machine]->poke(kIpa, 3, machines.stage2[machine]->leaf(mapping, 3, pa)));
    }
    WalkResult access(Tlb& tlb, const Access& access = {}, std::uint64_t va = kVa) const
    {
        return throughTlb(tlb, machines, regs, Va(va), access);
    }
};

} // namespace

class TestTlb : public QObject
{
    Q_OBJECT

private slots:
    void withTheRightInvalidationEqualsTheWalker_data();
    void withTheRightInvalidationEqualsTheWalker();
    void withoutInvalidationGivesTheOldTranslation();
    void ipaInvalidationAloneLeavesCombinedEntries();
    void faultsAreNotKept();
    void rightsAreCheckedOnEachHit();
    void addressSpacesAndMachinesAreKeptApart();
    void globalEntriesServeEachAddressSpace();
    void tagBytesAreIgnoredAsTcrSays();
    void e0pdRefusesBeforeAnythingIsLookedUp();
    void fetchesAndDataHaveEntriesOfTheirOwn();
    void nothingIsKeptWhileBothStagesAreOff();
    void cleanPagesAreWalkedAgainForAWrite();
    void blocksAnswerForAllTheirBytes();
    void theLeastRecentlyUsedEntryMakesRoom();
    void randomReplacementIsTheSameForTheSameSeed();
    void statisticsCountEachEvent();
    void copiesAreSnapshots();
    void shapesAreChecked();
};

void TestTlb::withTheRightInvalidationEqualsTheWalker_data()
{
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<bool>("updates");
    for (quint64 seed = 1; seed <= 40; ++seed)
        QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed << (seed % 2 == 0);
}

void TestTlb::withTheRightInvalidationEqualsTheWalker()
{
    QFETCH(quint64, seed);
    QFETCH(bool, updates);
    RandomRun run(seed, updates);
    const std::string difference = run.run(8000);
    QVERIFY2(difference.empty(), difference.c_str());
    // It is worth nothing if nothing hits.
    QVERIFY(run.statistics().allHits() > 300);
    QVERIFY(run.statistics().evictions > 300);
    QVERIFY(run.statistics().allInvalidated() > 100);
}

void TestTlb::withoutInvalidationGivesTheOldTranslation()
{
    OnePage page;
    Tlb tlb;
    QCOMPARE(page.access(tlb).translation.pa, Pa(Machines::kData));
    page.map1(0, OnePage::kIpa + 0x5000); // not mapped by stage 2
    QCOMPARE(page.access(tlb).translation.pa, Pa(Machines::kData));
    const TlbiInstruction vae1 = named("VAE1");
    tlb.invalidate(tlbiOperation(vae1, tlbiOperand(vae1, OnePage::kVa, 1), page.regs));
    const WalkResult after = page.access(tlb);
    QVERIFY(after.fault);
    QCOMPARE(after.fault->ipa, Ipa(OnePage::kIpa + 0x5000));
}

void TestTlb::ipaInvalidationAloneLeavesCombinedEntries()
{
    OnePage page;
    Tlb tlb;
    page.access(tlb);
    page.map2(0, Machines::kData + 0x9000);
    const TlbiInstruction ipas2 = named("IPAS2E1IS");
    QCOMPARE(tlb.invalidate(tlbiOperation(ipas2, tlbiOperand(ipas2, OnePage::kIpa, 0), page.regs)), 0U);
    QCOMPARE(page.access(tlb).translation.pa, Pa(Machines::kData));
    QCOMPARE(tlb.invalidate(tlbiOperation(named("VMALLE1IS"), 0, page.regs)), 1U);
    QCOMPARE(page.access(tlb).translation.pa, Pa(Machines::kData + 0x9000));
}

void TestTlb::faultsAreNotKept()
{
    OnePage page;
    Tlb tlb;
    Machines::need(page.machines.stage1[0]->poke(OnePage::kVa, 3, 0));
    QVERIFY(page.access(tlb).fault);
    QCOMPARE(tlb.validEntries(), 0U);
    page.map1(0, OnePage::kIpa); // from invalid to valid needs no TLBI
    QVERIFY(page.access(tlb).ok());
    QCOMPARE(tlb.validEntries(), 1U);
}

void TestTlb::rightsAreCheckedOnEachHit()
{
    OnePage page;
    page.map2(0, Machines::kData, false);
    Tlb tlb;
    QVERIFY(page.access(tlb).ok());
    const WalkResult write = page.access(tlb, { AccessKind::Write, 1, false }, OnePage::kVa + 8);
    QCOMPARE(tlb.statistics().hits[1], std::uint64_t(1));
    QVERIFY(write.fault);
    QCOMPARE(
        *write.fault, (Fault { Stage::Two, arch::FaultKind::Permission, 3, false, Ipa(OnePage::kIpa + 8) }));
    // PAN is no part of the entry.
    const WalkResult pan = page.access(tlb, { AccessKind::Read, 1, true });
    QVERIFY(pan.fault);
    QCOMPARE(*pan.fault, (Fault { Stage::One, arch::FaultKind::Permission, 3, false, {} }));
    QVERIFY(page.access(tlb, { AccessKind::Read, 0, true }).ok());
}

void TestTlb::addressSpacesAndMachinesAreKeptApart()
{
    OnePage page;
    page.map2(1, Machines::kData + 0x7000);
    Tlb tlb;
    for (unsigned space = 0; space < 2; ++space)
        for (unsigned machine = 0; machine < 2; ++machine) {
            page.regs = page.machines.registers(space, machine);
            QCOMPARE(page.access(tlb).translation.pa, Pa(Machines::kData + machine * 0x7000U));
        }
    QCOMPARE(tlb.statistics().allHits(), std::uint64_t(0));
    QCOMPARE(tlb.validEntries(), 4U);
}

void TestTlb::globalEntriesServeEachAddressSpace()
{
    OnePage page;
    for (unsigned space = 0; space < 2; ++space)
        page.map1(space, OnePage::kIpa, true);
    Tlb tlb;
    page.access(tlb);
    page.regs = page.machines.registers(1, 0);
    page.access(tlb);
    QCOMPARE(tlb.statistics().allHits(), std::uint64_t(1));
    page.regs = page.machines.registers(1, 1);
    page.access(tlb);
    QCOMPARE(tlb.statistics().allHits(), std::uint64_t(1));
}

void TestTlb::tagBytesAreIgnoredAsTcrSays()
{
    OnePage page;
    page.regs.tcr |= 1ULL << 37; // TBI0
    Tlb tlb;
    page.access(tlb);
    QVERIFY(page.access(tlb, {}, OnePage::kVa | 0xaaULL << 56).ok());
    QCOMPARE(tlb.statistics().allHits(), std::uint64_t(1));
    page.regs.tcr &= ~(1ULL << 37);
    const WalkResult tagged = page.access(tlb, {}, OnePage::kVa | 0xaaULL << 56);
    QVERIFY(tagged.fault);
    QCOMPARE(tagged.fault->kind, arch::FaultKind::Translation);
    // TBID0: data only.
    page.regs.tcr |= 1ULL << 37 | 1ULL << 51;
    QVERIFY(page.access(tlb, { AccessKind::Execute, 0, false }, OnePage::kVa | 1ULL << 56).fault);
}

void TestTlb::e0pdRefusesBeforeAnythingIsLookedUp()
{
    OnePage page;
    Tlb tlb;
    page.access(tlb);
    page.regs.tcr |= 1ULL << 55; // E0PD0
    const WalkResult user = page.access(tlb, { AccessKind::Read, 0, false });
    QVERIFY(user.fault);
    QCOMPARE(user.fault->kind, arch::FaultKind::Translation);
    QVERIFY(page.access(tlb).ok());
    QCOMPARE(tlb.statistics().allHits(), std::uint64_t(1));
}

void TestTlb::fetchesAndDataHaveEntriesOfTheirOwn()
{
    OnePage page;
    Tlb tlb;
    page.access(tlb, { AccessKind::Read, 0, false });
    page.access(tlb, { AccessKind::Execute, 0, false });
    QCOMPARE(tlb.statistics().allHits(), std::uint64_t(0));
    QCOMPARE(tlb.validEntries(), 2U);
    const TlbiInstruction vae1 = named("VAE1");
    QCOMPARE(tlb.invalidate(tlbiOperation(vae1, tlbiOperand(vae1, OnePage::kVa, 1), page.regs)), 2U);
}

void TestTlb::nothingIsKeptWhileBothStagesAreOff()
{
    OnePage page;
    page.regs.sctlr = 0;
    page.regs.hcr = 0;
    QVERIFY(!TlbContext(page.regs).isOn());
    QVERIFY(!tlbEntryOf(page.regs, Va(0x1000), {}, {}));
}

void TestTlb::cleanPagesAreWalkedAgainForAWrite()
{
    OnePage page;
    page.regs.tcr |= 3ULL << 39; // HA, HD
    const Mapping clean { .input = OnePage::kVa,
        .output = OnePage::kIpa,
        .size = 0x1000,
        .write = false,
        .notGlobal = true,
        .dirtyModifier = true };
    Machines::need(page.machines.stage1[0]->poke(
        OnePage::kVa, 3, page.machines.stage1[0]->leaf(clean, 3, OnePage::kIpa)));
    Tlb tlb;
    QVERIFY(page.access(tlb).ok());
    const Access write { AccessKind::Write, 1, false };
    QVERIFY(page.access(tlb, write).ok());
    QCOMPARE(tlb.statistics().hits[1], std::uint64_t(0)); // it had to walk, to mark the page
    QVERIFY(page.access(tlb, write).ok());
    QCOMPARE(tlb.statistics().hits[1], std::uint64_t(1)); // and did
    QCOMPARE(tlb.validEntries(), 1U);
    QCOMPARE(tlb.statistics().evictions, std::uint64_t(0));
}

void TestTlb::blocksAnswerForAllTheirBytes()
{
    OnePage page;
    Mapping block {
        .input = 0x4000'0000, .output = Machines::kData + 0x20'0000, .size = 0x20'0000, .notGlobal = true
    };
    Machines::need(
        page.machines.stage1[0]->poke(block.input, 2, page.machines.stage1[0]->leaf(block, 2, block.output)));
    page.regs.hcr = 0; // stage 1 alone
    Tlb tlb;
    page.access(tlb, {}, 0x4000'5008);
    QCOMPARE(page.access(tlb, {}, 0x401f'fff8).translation.pa, Pa(Machines::kData + 0x3f'fff8));
    QCOMPARE(tlb.statistics().allHits(), std::uint64_t(1));
    QCOMPARE(tlb.validEntries(), 1U);
    QVERIFY(page.access(tlb, {}, 0x4020'0000).fault);
}

void TestTlb::theLeastRecentlyUsedEntryMakesRoom()
{
    TlbEntry a;
    a.tag = TlbContext::kValid;
    a.sizeLog2 = a.maintenanceLog2 = 12;
    TlbEntry b = a;
    b.va = 0x1000;
    TlbEntry c = a;
    c.va = 0x2000;
    Tlb tlb(TlbShape { 1, 2 });
    tlb.fill(a);
    tlb.fill(b);
    TranslationRegisters regs;
    const auto hits = [&](std::uint64_t va) { return tlb.lookUp(TlbContext(regs), Va(va), {}) != nullptr; };
    QVERIFY(hits(0));
    QCOMPARE(tlb.lastHit(), std::optional(Tlb::Place { 0, 0 }));
    QCOMPARE(tlb.age({ 0, 0 }), std::uint64_t(0));
    tlb.fill(c);
    QVERIFY(hits(0));
    QVERIFY(!hits(0x1000));
    QVERIFY(!tlb.lastHit());
    QVERIFY(hits(0x2000));
    QCOMPARE(tlb.statistics().evictions, std::uint64_t(1));
}

void TestTlb::randomReplacementIsTheSameForTheSameSeed()
{
    const auto waysOf = [](std::uint64_t seed) {
        Tlb tlb(TlbShape { 1, 8, TlbReplacement::Random, seed });
        std::vector<unsigned> ways;
        for (unsigned i = 0; i < 40; ++i) {
            TlbEntry entry;
            entry.tag = TlbContext::kValid;
            entry.va = i * 0x1000U;
            entry.sizeLog2 = entry.maintenanceLog2 = 12;
            const Tlb::Place place = tlb.choose(entry);
            ways.push_back(place.way);
            tlb.evict(place);
            tlb.put(place, entry);
        }
        return ways;
    };
    QVERIFY(waysOf(1) == waysOf(1));
    QVERIFY(waysOf(1) != waysOf(2));
    const auto ways = waysOf(3);
    for (unsigned way = 0; way < 8; ++way)
        QVERIFY(std::count(ways.begin() + 8, ways.end(), way) > 0);
}

void TestTlb::statisticsCountEachEvent()
{
    OnePage page;
    Tlb tlb;
    page.access(tlb);
    page.access(tlb);
    page.access(tlb, { AccessKind::Write, 1, false });
    tlb.invalidate(tlbiOperation(named("VMALLE1"), 0, page.regs));
    tlb.invalidate(tlbiOperation(named("ALLE1"), 0, page.regs));
    const TlbStatistics& counts = tlb.statistics();
    QCOMPARE(counts.hits[0] + counts.misses[0], std::uint64_t(2));
    QCOMPARE(counts.hits[0], std::uint64_t(1));
    QCOMPARE(counts.hits[1], std::uint64_t(1));
    QCOMPARE(counts.allMisses(), std::uint64_t(1));
    QCOMPARE(counts.fills, std::uint64_t(1));
    QCOMPARE(counts.allOperations(), std::uint64_t(2));
    QCOMPARE(counts.allInvalidated(), std::uint64_t(1));
    QCOMPARE(counts.invalidated[std::size_t(TlbiMatch::AllStage1)], std::uint64_t(1));
}

void TestTlb::copiesAreSnapshots()
{
    OnePage page;
    Tlb tlb;
    const Tlb empty = tlb;
    page.access(tlb);
    const Tlb one = tlb;
    QVERIFY(!(empty == one));
    QCOMPARE(empty.validEntries(), 0U);
    page.access(tlb);
    QVERIFY(!(one == tlb)); // an age and a count
    QCOMPARE(one.statistics().allHits(), std::uint64_t(0));
    Tlb again = empty;
    page.access(again);
    QVERIFY(again == one);
}

void TestTlb::shapesAreChecked()
{
    QVERIFY(Tlb::checkShape({ 1, 1 }));
    QVERIFY(Tlb::checkShape({ 1024, 16 }));
    for (const TlbShape& shape :
        { TlbShape { 0, 1 }, TlbShape { 3, 1 }, TlbShape { 2048, 1 }, TlbShape { 4, 0 }, TlbShape { 4, 17 } })
        QVERIFY(!Tlb::checkShape(shape));
}

QTEST_GUILESS_MAIN(TestTlb)
#include "tst_tlb.moc"
