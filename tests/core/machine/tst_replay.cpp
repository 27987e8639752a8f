// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/a64/instruction.h"
#include "core/base/bytes.h"
#include "core/base/hex.h"
#include "core/machine/cpu.h"
#include "core/machine/run.h"
#include "tests/core/machine/testguest.h"

#include <QTest>

using namespace fscope;
using namespace fscope::machine;
using hypervisor::Intercept;
using test::TestGuest;

namespace {

class Random
{
public:
    explicit Random(std::uint64_t seed)
        : m_seed(seed)
    { }
    std::uint64_t next() { return splitmix(m_seed, ++m_k); }
    std::uint64_t below(std::uint64_t end) { return next() % end; }
    bool once(std::uint64_t in) { return below(in) == 0; }

private:
    std::uint64_t m_seed;
    std::uint64_t m_k = 0;
};

/// A word of a random row of the decode table with random operands.
std::uint32_t randomWord(Random& random)
{
    const auto rows = a64::rows();
    const a64::Row& row = rows[random.below(rows.size())];
    std::uint32_t word = 0;
    for (unsigned i = 0; i < 32; ++i) {
        const char c = row.pattern[i];
        const bool set = c == '1' || (c != '0' && random.once(2));
        word = word << 1 | (set ? 1U : 0U);
    }
    return word;
}

/// Leaves the Access flags and the dirty state to hardware, here and there not yet set.
void manageByHardware(Random& random, Guest& guest)
{
    TestGuest::manageByHardware(guest);
    const bool bigEndian = random.once(3);
    for (Pa pa(TestGuest::kTables); pa < Pa(TestGuest::kTablesEnd); pa = pa + 8) {
        std::uint64_t word = TestGuest::word(guest, pa);
        if (word == 0)
            continue;
        if (random.once(2))
            word &= ~TestGuest::kAf;
        if (random.once(2))
            word = (word ^ TestGuest::kBit7) | TestGuest::kDbm;
        TestGuest::putWord(guest, pa, bigEndian ? __builtin_bswap64(word) : word);
    }
    if (bigEndian) {
        guest.vcpu.translation.sctlr |= 1U << 25;
        guest.vcpu.translation.sctlrEl2 |= 1U << 25;
    }
}

/// A guest about to run @p word, mostly with a base register that makes the access fall on @p page.
Guest randomGuest(Random& random, std::uint32_t word)
{
    Guest guest = TestGuest::make(random.next());
    TestGuest::setWord(guest, word);
    const auto page = TestGuest::Page(random.below(TestGuest::TableHole + 1));
    a64::Instruction instruction;
    if (a64::decodeFast(word, instruction) && instruction.hasBase()) {
        std::uint64_t base
            = TestGuest::va(page, random.once(3) ? 0xff0 + random.below(16) : random.below(0x1000) & ~7U);
        const bool post = instruction.row->addressing == a64::Addressing::PostIndex;
        if (!post)
            base -= static_cast<std::uint64_t>(instruction.immediate);
        if (instruction.row->addressing == a64::Addressing::RegisterOffset && instruction.rm < 31)
            guest.vcpu.x[instruction.rm] = 0;
        if (instruction.rn == 31)
            guest.vcpu.spEl1 = base;
        else
            guest.vcpu.x[instruction.rn] = base;
    }
    if (random.once(4)) {
        guest.vcpu.pstate = arch::pstate::mode(0, false);
        guest.vcpu.pc = TestGuest::kUserCode;
        guest.vcpu.spEl0 = guest.vcpu.spEl1;
    }
    if (random.once(3))
        manageByHardware(random, guest);
    return guest;
}

/// What the CPU reports, or a made-up intercept where it does not trap.
Intercept interceptFor(Random& random, const Guest& guest, std::uint32_t word)
{
    Guest copy = guest;
    const CpuResult result = executeOne(copy);
    Intercept intercept;
    if (const auto* real = std::get_if<Intercept>(&result)) {
        intercept = *real;
    } else {
        const auto page = TestGuest::Page(random.below(TestGuest::NoAccess));
        intercept.esr = (random.once(2) ? 0x92000007 : 0x93c00007) | (random.next() & 0x3f8140);
        intercept.far = TestGuest::va(page, random.below(0x1000));
        intercept.ipa = Ipa(TestGuest::ipa(page) + intercept.far % kPageSize);
        intercept.pc = guest.vcpu.pc;
        intercept.pstate = guest.vcpu.pstate;
    }
    if (random.once(2)) {
        storeLe(intercept.instructionBytes.data(), word, 4);
        intercept.instructionByteCount = 4;
    }
    if (random.once(3) && intercept.ipa)
        intercept.initialTranslation = { Va(intercept.far), *intercept.ipa,
            random.once(2) ? mmu::AccessKind::Read : mmu::AccessKind::Write };
    intercept.interruptionPending = random.once(20);
    return intercept;
}

/// Where the replay of a run is not what the run was; empty if nowhere.
std::string replayDifference(const std::shared_ptr<const InterceptRun>& run)
{
    Replay replay(run);
    const std::size_t count = run->steps.size();
    std::vector<Guest> states { replay.guest() };
    if (!replay.guest().sameState(*run->before))
        return "the start";
    for (std::size_t i = 1; i <= count; ++i) {
        replay.moveTo(i);
        states.push_back(replay.guest());
    }
    if (!replay.guest().sameState(*run->after))
        return "the end";
    for (std::size_t i = count; i-- > 0;) {
        replay.moveTo(i);
        if (!replay.guest().sameState(states[i]))
            return "back at step " + std::to_string(i);
    }
    if (!replay.guest().sameState(*run->before) || replay.cacheEntry())
        return "the start again";
    replay.moveTo(count + 5);
    if (replay.position() != count || !replay.guest().sameState(*run->after))
        return "a jump to the end";
    replay.moveTo(0);
    return replay.guest().sameState(*run->before) ? "" : "a jump to the start";
}

} // namespace

class TestReplay : public QObject
{
    Q_OBJECT

private slots:
    void everyRunReplaysBothWays_data();
    void everyRunReplaysBothWays();
    void observingChangesNothing_data() { everyRunReplaysBothWays_data(); }
    void observingChangesNothing();
    void nativeRunsReplayBothWays();
    void oneWordUpdatedTwiceReplaysBothWays();
    void cacheEntryFollowsTheSteps();
    void hardwareWalkShowsWhyTheCpuTrapped();
};

void TestReplay::everyRunReplaysBothWays_data()
{
    QTest::addColumn<const hypervisor::HypervisorPolicy*>("policy");
    for (const hypervisor::HypervisorPolicy* policy : hypervisor::policies())
        QTest::newRow(policy->id()) << policy;
}

void TestReplay::everyRunReplaysBothWays()
{
    QFETCH(const hypervisor::HypervisorPolicy*, policy);
    constexpr std::uint64_t kSeed = 0xfa0;
    Random random(kSeed);
    std::array<int, 4> outcomes {};
    for (int round = 0; round < 1500; ++round) {
        const std::uint32_t word = randomWord(random);
        const Guest guest = randomGuest(random, word);
        const Intercept intercept = interceptFor(random, guest, word);
        const auto run = std::make_shared<const InterceptRun>(recordRun(guest, intercept, *policy));
        ++outcomes[static_cast<std::size_t>(run->outcome.kind)];
        const std::string wrong = replayDifference(run);
        QVERIFY2(wrong.empty(),
            (wrong + ", round " + std::to_string(round) + " of seed " + hex(kSeed) + ", "
                + a64::disassemble(word))
                .c_str());
    }
    QVERIFY(outcomes[static_cast<std::size_t>(hypervisor::OutcomeKind::Completed)] > 300);
    QVERIFY(outcomes[static_cast<std::size_t>(hypervisor::OutcomeKind::EventInjected)] > 50);
    QVERIFY(outcomes[static_cast<std::size_t>(hypervisor::OutcomeKind::Halted)] > 50);
}

void TestReplay::observingChangesNothing()
{
    QFETCH(const hypervisor::HypervisorPolicy*, policy);
    Random random(0xfa1);
    for (int round = 0; round < 500; ++round) {
        const std::uint32_t word = randomWord(random);
        const Guest guest = randomGuest(random, word);
        const Intercept intercept = interceptFor(random, guest, word);
        Guest quiet = guest;
        Guest watched = guest;
        hypervisor::StepRecorder recorder;
        const hypervisor::Outcome a = policy->handle(intercept, quiet, nullptr);
        const hypervisor::Outcome b = policy->handle(intercept, watched, &recorder);
        QCOMPARE(a.kind, b.kind);
        QVERIFY(a.event == b.event);
        QVERIFY2(quiet.sameState(watched), a64::disassemble(word).c_str());
    }
}

void TestReplay::nativeRunsReplayBothWays()
{
    Random random(0xfa2);
    int trapped = 0;
    int evictions = 0;
    int updates = 0;
    int bigEndianUpdates = 0;
    for (int round = 0; round < 1000; ++round) {
        Guest guest = randomGuest(random, randomWord(random));
        if (random.once(2)) {
            guest.tlb = mmu::Tlb({ 1, 1U + round % 2U, mmu::TlbReplacement(random.below(2)), round + 1U });
            for (std::uint64_t runs = random.below(3); runs > 0; --runs) {
                Guest other = guest;
                executeOne(other);
                guest.tlb = other.tlb;
            }
        }
        const auto run = std::make_shared<const InterceptRun>(recordNative(guest));
        for (const hypervisor::MicroStep& step : run->steps) {
            evictions += std::holds_alternative<hypervisor::TlbEvicted>(step) ? 1 : 0;
            const auto* read = std::get_if<hypervisor::DescriptorStep>(&step);
            updates += read != nullptr && read->written ? 1 : 0;
            bigEndianUpdates += read != nullptr && read->written && read->read.bigEndian ? 1 : 0;
        }
        trapped += run->intercept ? 1 : 0;
        const std::string wrong = replayDifference(run);
        QVERIFY2(wrong.empty(), (wrong + ", round " + std::to_string(round)).c_str());
    }
    QVERIFY(trapped > 100);
    QVERIFY(trapped < 900);
    QVERIFY(evictions > 20);
    QVERIFY(updates > 500);
    QVERIFY(bigEndianUpdates > 100);
}

void TestReplay::oneWordUpdatedTwiceReplaysBothWays()
{
    // A table of stage 2 serves stage 1 as well: its entry for itself is the leaf of both.
    Guest guest = TestGuest::make();
    TestGuest::setWord(guest, 0xf9000022); // str x2, [x1]
    TestGuest::manageByHardware(guest);
    const Va place(TestGuest::va(TestGuest::Ram0));
    mmu::WalkTrace trace;
    QVERIFY(mmu::translate(guest.vcpu.translation, guest.memory, place, {}, &trace).ok());
    Pa table;
    Pa above;
    for (const mmu::DescriptorRead& read : trace) {
        if (read.forTable && read.level == 3)
            table = Pa(read.table);
        if (read.stage == mmu::Stage::One && read.level == 2)
            above = read.address;
    }
    const std::uint64_t index = table.value >> kPageShift & 511;
    const Pa leaf = table + index * 8;
    TestGuest::putWord(guest, above, table.value | 3);
    TestGuest::putWord(
        guest, leaf, (TestGuest::word(guest, leaf) & ~TestGuest::kAf) | TestGuest::kBit7 | TestGuest::kDbm);
    guest.vcpu.x[1] = (place.value & ~0x1fffffULL) + index * kPageSize + 0xff8;
    const auto run = std::make_shared<const InterceptRun>(recordNative(guest));
    QVERIFY(run->outcome.kind == hypervisor::OutcomeKind::Completed);
    std::vector<std::uint64_t> changes;
    for (const hypervisor::MicroStep& step : run->steps) {
        const auto* read = std::get_if<hypervisor::DescriptorStep>(&step);
        if (read != nullptr && read->written && read->read.address == leaf)
            changes.push_back(read->read.changed);
    }
    // Stage 2 for the table, stage 1, stage 2 for the store.
    const std::vector<std::uint64_t> expected { TestGuest::kAf, TestGuest::kBit7, TestGuest::kBit7 };
    QCOMPARE(changes, expected);
    const std::string wrong = replayDifference(run);
    QVERIFY2(wrong.empty(), wrong.c_str());
}

void TestReplay::cacheEntryFollowsTheSteps()
{
    Guest guest = TestGuest::make();
    TestGuest::setWord(guest, 0xf8408422); // ldr x2, [x1], #8
    guest.vcpu.x[1] = TestGuest::va(TestGuest::Unmapped);
    Guest copy = guest;
    const CpuResult result = executeOne(copy);
    const auto policy = hypervisor::policyById("openvmm");
    QVERIFY(policy);
    const auto run
        = std::make_shared<const InterceptRun>(recordRun(guest, std::get<Intercept>(result), **policy));
    Replay replay(run);
    QVERIFY(!replay.cacheEntry());
    replay.moveTo(run->steps.size());
    QVERIFY(replay.cacheEntry().has_value());
    // The fetch went first and made room for the load.
    QVERIFY(replay.cacheEntry()->kind == mmu::AccessKind::Read);
    QCOMPARE(replay.cacheEntry()->ipaPage, TestGuest::ipa(TestGuest::Unmapped) >> kPageShift);
}

void TestReplay::hardwareWalkShowsWhyTheCpuTrapped()
{
    Guest guest = TestGuest::make();
    TestGuest::setWord(guest, 0xf9000022); // str x2, [x1]
    guest.vcpu.x[1] = TestGuest::va(TestGuest::RomPage);
    Guest copy = guest;
    const CpuResult result = executeOne(copy);
    const auto& intercept = std::get<Intercept>(result);
    const auto policy = hypervisor::policyById("qemu-hvf");
    QVERIFY(policy);
    const InterceptRun run = recordRun(guest, intercept, **policy);
    QVERIFY(run.hardwareResult.fault.has_value());
    QVERIFY(run.hardwareResult.fault->stage == mmu::Stage::Two);
    QVERIFY(run.hardwareResult.fault->kind == arch::FaultKind::Permission);
    QVERIFY(run.hardwareWalk.size() >= 8);
    QCOMPARE(run.policyId, std::string("qemu-hvf"));
    QVERIFY(run.outcome.kind == hypervisor::OutcomeKind::Halted);
}

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
