// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/memory/memorymap.h"

#include <QTest>

using namespace fscope;
using namespace fscope::memory;

namespace {

/// RAM at PA 0x80000000 shown at IPA 0x40000000, its first pages once more as ROM at 0, a protected slot, two
/// devices in one slot, and RAM for stage-2 tables that no slot shows.
struct TestGuest {
    SlotMap slotMap;
    SnapshotMemory memory;
    std::vector<MapWindow> windows { { "uart0", Ipa(0x9000000), 0x1000 }, { "rtc", Ipa(0x9002000), 0x1000 } };

    TestGuest()
    {
        const bool made = slotMap.add({ Ipa(0x40000000), 0x10000, SlotKind::Ram, Pa(0x80000000), "ram" })
            && slotMap.add({ Ipa(0), 0x2000, SlotKind::Rom, Pa(0x80000000), "boot" })
            && slotMap.add({ Ipa(0x50000000), 0x1000, SlotKind::Protected, Pa(0x80010000), "vtl1" })
            && slotMap.add({ Ipa(0x9000000), 0x4000, SlotKind::Device, Pa(0), "io" })
            && memory.addRam(Pa(0x80000000), 0x12000) && memory.addRam(Pa(0xc0000000), 0x4000);
        if (!made)
            qFatal("the test's own guest is wrong");
    }
    MemoryMap map(MapSpace space, const SnapshotMemory* earlier = nullptr,
        std::span<const std::uint64_t> locked = {}) const
    {
        return describeMemory({ slotMap, memory, windows, earlier, locked }, space);
    }
    void touch(std::uint64_t pa)
    {
        const std::uint8_t one = 1;
        if (memory.write(Pa(pa), &one, 1))
            qFatal("no RAM");
    }
};

QByteArray shown(const MemoryMap& map)
{
    QByteArray text;
    for (const MapRegion& region : map.regions) {
        text += QByteArray::number(qulonglong(region.start), 16) + '+'
            + QByteArray::number(qulonglong(region.size), 16) + ' ' + mapKindName(region.kind);
        if (!region.name.empty())
            text += ' ' + QByteArray::fromStdString(region.name);
        if (!region.device.empty())
            text += '/' + QByteArray::fromStdString(region.device);
        if (region.readable || region.writable)
            text += QByteArray(" ") + (region.readable ? "r" : "-") + (region.writable ? "w" : "-");
        if (region.ipa)
            text += " ipa " + QByteArray::number(qulonglong(region.ipa->value), 16);
        if (region.pa)
            text += " pa " + QByteArray::number(qulonglong(region.pa->value), 16);
        text += '\n';
    }
    return text;
}

QByteArray pagesOf(const MemoryMap& map)
{
    QByteArray text;
    for (const PageRun& run : map.pages)
        text += QByteArray(pageStateName(run.state)) + ' ' + QByteArray::number(qulonglong(run.start), 16)
            + '+' + QByteArray::number(qulonglong(run.size), 16) + '\n';
    return text;
}

} // namespace

class TestMemoryMap : public QObject
{
    Q_OBJECT

private slots:
    void showsWhatTheGuestSees();
    void showsHowTheBytesLie();
    void anEmptyGuestHasNoMap();
    void findsTheRegionOfAnAddress();
    void pagesHaveStates();
    void dirtyPagesAreThoseThatDiffer();
};

void TestMemoryMap::showsWhatTheGuestSees()
{
    QCOMPARE(shown(TestGuest().map(MapSpace::Ipa)),
        QByteArray("0+2000 rom boot r- ipa 0 pa 80000000\n"
                   "2000+8ffe000 hole\n"
                   "9000000+1000 device io/uart0 rw ipa 9000000\n"
                   "9001000+1000 device io rw ipa 9001000\n"
                   "9002000+1000 device io/rtc rw ipa 9002000\n"
                   "9003000+1000 device io rw ipa 9003000\n"
                   "9004000+36ffc000 hole\n"
                   "40000000+10000 ram ram rw ipa 40000000 pa 80000000\n"
                   "40010000+fff0000 hole\n"
                   "50000000+1000 protected vtl1 ipa 50000000 pa 80010000\n"));
}

void TestMemoryMap::showsHowTheBytesLie()
{
    // What two slots show has the name of the one that stands first.
    QCOMPARE(shown(TestGuest().map(MapSpace::Pa)),
        QByteArray("0+80000000 hole\n"
                   "80000000+2000 rom boot r- ipa 0 pa 80000000\n"
                   "80002000+e000 ram ram rw ipa 40002000 pa 80002000\n"
                   "80010000+1000 protected vtl1 ipa 50000000 pa 80010000\n"
                   "80011000+1000 hidden pa 80011000\n"
                   "80012000+3ffee000 hole\n"
                   "c0000000+4000 hidden pa c0000000\n"));
}

void TestMemoryMap::anEmptyGuestHasNoMap()
{
    const MemoryMap map = describeMemory({ SlotMap(), SnapshotMemory(), {} }, MapSpace::Ipa);
    QVERIFY(map.regions.empty() && map.pages.empty());
    QCOMPARE(map.end(), std::uint64_t { 0 });
    QVERIFY(map.find(0) == nullptr);
}

void TestMemoryMap::findsTheRegionOfAnAddress()
{
    const MemoryMap map = TestGuest().map(MapSpace::Ipa);
    QCOMPARE(map.find(0)->name, std::string("boot"));
    QCOMPARE(map.find(0x1fff)->name, std::string("boot"));
    QVERIFY(map.find(0x2000)->kind == MapKind::Hole);
    QCOMPARE(map.find(0x4000ffff)->name, std::string("ram"));
    QCOMPARE(map.find(0x50000fff)->name, std::string("vtl1"));
    QVERIFY(map.find(0x50001000) == nullptr);
    QCOMPARE(map.end(), std::uint64_t { 0x50001000 });
}

void TestMemoryMap::pagesHaveStates()
{
    TestGuest guest;
    for (const std::uint64_t pa : { 0x80001000, 0x80002000, 0x80003000, 0x80005008, 0x80011000, 0xc0000000 })
        guest.touch(pa);
    const std::uint64_t locked[] { 0x80001, 0x80002 };
    // By IPA the page of the ROM is there twice; hidden RAM is not.
    const MemoryMap byIpa = guest.map(MapSpace::Ipa, nullptr, locked);
    QCOMPARE(pagesOf(byIpa),
        QByteArray("touched 1000+1000\n"
                   "touched 40001000+3000\n"
                   "touched 40005000+1000\n"
                   "locked 1000+1000\n"
                   "locked 40001000+2000\n"
                   "protected 50000000+1000\n"));
    QCOMPARE(byIpa.bytesOf(PageState::Touched), std::uint64_t { 0x5000 });
    QCOMPARE(pagesOf(guest.map(MapSpace::Pa, nullptr, locked)),
        QByteArray("touched 80001000+3000\n"
                   "touched 80005000+1000\n"
                   "touched 80011000+1000\n"
                   "touched c0000000+1000\n"
                   "locked 80001000+2000\n"
                   "protected 80010000+1000\n"));
}

void TestMemoryMap::dirtyPagesAreThoseThatDiffer()
{
    TestGuest guest;
    for (std::uint64_t page = 0; page < 4; ++page)
        guest.touch(0x80000000 + page * kPageSize);
    const SnapshotMemory earlier = guest.memory;
    QCOMPARE(guest.memory.pagesChangedSince(earlier), std::vector<std::uint64_t>());
    guest.touch(0x80001000); // the same value again
    guest.touch(0x80002004);
    guest.touch(0x80003004);
    guest.touch(0x8000f000);
    QCOMPARE(
        guest.memory.pagesChangedSince(earlier), (std::vector<std::uint64_t> { 0x80002, 0x80003, 0x8000f }));
    QCOMPARE(
        earlier.pagesChangedSince(guest.memory), (std::vector<std::uint64_t> { 0x80002, 0x80003, 0x8000f }));
    const QByteArray pages = pagesOf(guest.map(MapSpace::Ipa, &earlier));
    QVERIFY2(pages.contains("dirty 40002000+2000\ndirty 4000f000+1000\nprotected"), pages);
    // A page written to what it was is clean again.
    const std::uint8_t zero = 0;
    QVERIFY(!guest.memory.write(Pa(0x80003004), &zero, 1));
    QCOMPARE(guest.memory.pagesChangedSince(earlier), (std::vector<std::uint64_t> { 0x80002, 0x8000f }));
}

QTEST_GUILESS_MAIN(TestMemoryMap)
#include "tst_memorymap.moc"
