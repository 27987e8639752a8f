// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// What a CPU writes into descriptors on its own, the byte order it reads them in, and the memory types that
/// stage 2 forces.

#include "core/mmu/walk.h"
#include "tests/core/mmu/flatguest.h"

#include <QTest>

#include <functional>

using namespace fscope;
using namespace fscope::mmu;
using fscope::test::FlatGuest;
using fscope::test::TwoStageGuest;

namespace {

constexpr std::uint64_t kVa = 0x7f1234567000;
constexpr std::uint64_t kIpa = 0x40003000;
constexpr std::uint64_t kPa = kIpa + TwoStageGuest::kIpaToPa;
constexpr std::uint64_t kAf = 1ULL << 10;
constexpr std::uint64_t kBit7 = 1ULL << 7; // AP[2] or S2AP[1]
constexpr std::uint64_t kDbm = 1ULL << 51;
constexpr std::uint64_t kHa = 1ULL << 39; // of TCR_EL1
constexpr std::uint64_t kHd = 1ULL << 40;
constexpr std::uint64_t kStage2Ha = 1ULL << 21;
constexpr std::uint64_t kStage2Hd = 1ULL << 22;

/// Both stages map one page with the given bits; hardware manages everything.
FlatGuest guestWith(
    std::uint64_t stage1, std::uint64_t stage2, const std::function<void(TwoStageGuest&)>& more = {})
{
    TwoStageGuest guest;
    guest.regs.tcr |= kHa | kHd;
    guest.regs.vtcr |= kStage2Ha | kStage2Hd;
    TwoStageGuest::need(guest.stage1.poke(kVa, 3, kIpa | 3 | stage1));
    TwoStageGuest::need(guest.stage2.poke(kIpa, 3, kPa | 0x3f | stage2));
    if (more)
        more(guest);
    return FlatGuest(guest);
}

/// The read that ended the walk of a stage.
const DescriptorRead& leafOf(const WalkTrace& trace, Stage stage, bool forTable = false)
{
    for (auto read = trace.rbegin(); read != trace.rend(); ++read) {
        if (read->stage == stage && read->forTable == forTable && !read->forUpdate)
            return *read;
    }
    throw std::runtime_error("no such read");
}

/// Memory in which somebody else is always faster than a compare-exchange, @c wins times.
class Contended final : public memory::MemoryBacking
{
public:
    Contended(const FlatGuest& guest, unsigned wins)
        : m_guest(guest)
        , m_wins(wins)
    { }
    std::uint64_t size() const noexcept override { return FlatGuest::kRamEnd; }
    memory::BackingResult<void> readFallback(std::uint64_t address, std::span<std::byte> out) override
    {
        std::copy_n(m_guest.heap.sharedBytes().begin() + static_cast<std::ptrdiff_t>(address), out.size(),
            out.begin());
        return {};
    }
    memory::BackingResult<bool> compareExchangeFallback(
        std::uint64_t address, std::span<std::byte> current, std::span<const std::byte> desired) override
    {
        std::byte* place = m_guest.heap.sharedBytes().data() + address;
        ++attempts;
        if (m_wins != 0) {
            --m_wins;
            place[7] ^= std::byte { 0x80 }; // an ignored bit
        }
        if (!std::equal(current.begin(), current.end(), place)) {
            std::copy_n(place, current.size(), current.begin());
            return false;
        }
        std::copy_n(desired.begin(), desired.size(), place);
        return true;
    }
    unsigned attempts = 0;

private:
    const FlatGuest& m_guest;
    unsigned m_wins;
};

} // namespace

class TestHardwareUpdate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAccessSetsTheFlagsItHasTo_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("probe");
        QTest::addColumn<quint64>("stage1"); // bits that change
        QTest::addColumn<quint64>("stage2");
        QTest::newRow("a read: Access flags")
            << int(AccessKind::Read) << false << quint64(kAf) << quint64(kAf);
        QTest::newRow("a write: dirty state, too")
            << int(AccessKind::Write) << false << quint64(kAf | kBit7) << quint64(kAf | kBit7);
        QTest::newRow("AT of a write: Access flags only")
            << int(AccessKind::Write) << true << quint64(kAf) << quint64(kAf);
    }
    void anAccessSetsTheFlagsItHasTo()
    {
        QFETCH(int, kind);
        QFETCH(bool, probe);
        QFETCH(quint64, stage1);
        QFETCH(quint64, stage2);
        FlatGuest guest = guestWith(kBit7 | kDbm, 0x40 | kDbm);
        Access access { static_cast<AccessKind>(kind), 1, false, probe };
        WalkTrace trace;
        const WalkResult shown = translate(guest.regs, guest.memory, Va(kVa), access, &trace);
        QVERIFY(shown.ok());
        const DescriptorRead one = leafOf(trace, Stage::One);
        const DescriptorRead two = leafOf(trace, Stage::Two);
        QCOMPARE(one.changed, stage1);
        QCOMPARE(two.changed, stage2);
        QCOMPARE(guest.word(one.address), one.value); // shown, and not written
        access.writeBack = true;
        QVERIFY(translate(guest.regs, guest.memory, Va(kVa), access) == shown);
        QCOMPARE(guest.word(one.address), one.after());
        QCOMPARE(guest.word(two.address), two.after());
        QCOMPARE(shown.translation.stage1.descriptor, one.after());
        QCOMPARE(shown.translation.stage1.clean, (stage1 & kBit7) == 0);
        trace.clear();
        QVERIFY(translate(guest.regs, guest.memory, Va(kVa), access, &trace) == shown);
        QVERIFY(!leafOf(trace, Stage::One).updated());
    }

    void theUpdateIsAWriteThatStage2Judges()
    {
        FlatGuest guest = guestWith(kBit7 | kDbm, kBit7 | kAf | 0x40);
        WalkTrace trace;
        QVERIFY(translate(guest.regs, guest.memory, Va(kVa), {}, &trace).ok());
        const DescriptorRead table = leafOf(trace, Stage::Two, true);
        const DescriptorRead leaf = leafOf(trace, Stage::One);
        guest.setWord(table.address, (table.value & ~kBit7) | kDbm); // clean: the update marks it
        QVERIFY(
            translate(guest.regs, guest.memory, Va(kVa), { AccessKind::Read, 1, false, false, true }).ok());
        QCOMPARE(guest.word(table.address) & kBit7, kBit7);
        QCOMPARE(guest.word(leaf.address) & kAf, kAf);

        guest.setWord(leaf.address, leaf.value);
        guest.setWord(table.address, table.value & ~kBit7); // read-only
        const WalkResult refused
            = translate(guest.regs, guest.memory, Va(kVa), { AccessKind::Read, 1, false, false, true });
        QVERIFY(refused.fault
            == (Fault {
                Stage::Two, arch::FaultKind::Permission, 3, true, Ipa(leaf.table + 8 * leaf.index), true }));
        QCOMPARE(guest.word(leaf.address), leaf.value);
    }

    void whatSomebodyElseChangedIsWalkedAgain()
    {
        const FlatGuest guest = guestWith(0, kBit7 | kAf | 0x40);
        const auto backing = std::make_shared<Contended>(guest, 3);
        const memory::GuestMemory memory("contended", backing);
        WalkTrace trace;
        const Access access { AccessKind::Read, 1, false, false, true };
        QVERIFY(translate(guest.regs, memory, Va(kVa), access, &trace).ok());
        QCOMPARE(backing->attempts, 4U);
        QCOMPARE(guest.word(leafOf(trace, Stage::One).address) & kAf, kAf);
        QCOMPARE(trace.size(), std::size_t { 4 * 5 + 4 + 4 }); // one whole walk, the update's, the last

        const FlatGuest other = guestWith(0, kBit7 | kAf | 0x40);
        const memory::GuestMemory never("never", std::make_shared<Contended>(other, ~0U));
        const WalkResult result = translate(other.regs, never, Va(kVa), access);
        QVERIFY(result.fault && result.fault->kind == arch::FaultKind::UnsupportedUpdate
            && result.fault->onUpdate);
    }

    void bigEndianTablesAreReadAndUpdated()
    {
        FlatGuest guest = guestWith(kBit7 | kDbm, kBit7 | kAf | 0x40);
        for (std::uint64_t address = 0x50000000; address < 0x50400000; address += 8) {
            if (const std::uint64_t word = guest.word(Pa(address)); word != 0)
                guest.setWord(Pa(address), __builtin_bswap64(word));
        }
        QVERIFY(!translate(guest.regs, guest.memory, Va(kVa), {}).ok());
        guest.regs.sctlr |= 1U << 25;
        guest.regs.sctlrEl2 |= 1U << 25;
        WalkTrace trace;
        const WalkResult result = translate(
            guest.regs, guest.memory, Va(kVa), { AccessKind::Write, 1, false, false, true }, &trace);
        QVERIFY(result.ok());
        QCOMPARE(result.translation.pa, Pa(kPa));
        const DescriptorRead leaf = leafOf(trace, Stage::One);
        QVERIFY(leaf.bigEndian);
        QCOMPARE(leaf.changed, kAf | kBit7);
        QCOMPARE(guest.word(leaf.address), __builtin_bswap64(leaf.after()));
    }

    void stage2CanForceTheMemoryType_data()
    {
        QTest::addColumn<int>("memAttr");
        QTest::addColumn<int>("normal"); // what MAIR 0xbb, Write-Through, becomes
        QTest::addColumn<int>("device"); // what Device-nGnRE becomes
        QTest::newRow("0b0001: Device-nGnRE") << 1 << 0x04 << 0x04;
        QTest::newRow("0b0011: Device-GRE") << 3 << 0x0c << 0x04;
        QTest::newRow("0b0101: Non-cacheable") << 5 << 0x44 << 0x04;
        QTest::newRow("0b0110: Write-Back") << 6 << 0xff << 0xff;
        QTest::newRow("0b0111: as stage 1") << 7 << 0xbb << 0x04;
    }
    void stage2CanForceTheMemoryType()
    {
        QFETCH(int, memAttr);
        QFETCH(int, normal);
        QFETCH(int, device);
        const auto attr = [&](std::uint64_t index) {
            FlatGuest guest = guestWith(kAf | index << 2, 0, [&](TwoStageGuest& g) {
                g.regs.hcr |= 1ULL << 46;
                const auto bits = static_cast<std::uint64_t>(memAttr) << 2;
                TwoStageGuest::need(g.stage2.poke(kIpa, 3, kPa | 0x4c3 | bits));
            });
            return int(translate(guest.regs, guest.memory, Va(kVa), {}).translation.attributes.attr);
        };
        QCOMPARE(attr(2), normal);
        QCOMPARE(attr(3), device);
    }

    void theLeafSaysWhatATlbMayHold()
    {
        constexpr std::uint64_t contiguous = 1ULL << 52;
        constexpr std::uint64_t notGlobal = 1ULL << 11;
        FlatGuest guest = guestWith(kAf | contiguous | notGlobal | 0x40, kBit7 | kAf | 0x40,
            [](TwoStageGuest& g) { g.regs.ttbr0 |= 0x1234ULL << 48; });
        const Translation to = translate(guest.regs, guest.memory, Va(kVa), {}).translation;
        QVERIFY(to.stage1.contiguous);
        QCOMPARE(int(to.stage1.sizeLog2), 12);
        QCOMPARE(int(to.stage1.spanLog2), 16);
        QCOMPARE(int(to.stage2.spanLog2), 12);
        QVERIFY(!to.global);
        QCOMPARE(to.asid, std::uint16_t { 0x34 }); // TCR_EL1.AS is 0
        QVERIFY(to.stage1.rights.unprivileged().write && !to.stage1.rights.privileged().execute);
        QVERIFY(to.stage1.rights.panDenies());
    }
};

QTEST_GUILESS_MAIN(TestHardwareUpdate)
#include "tst_hardwareupdate.moc"
