// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/memory/heapmemory.h"
#include "core/memory/pagedrange.h"
#include "core/memory/pagelock.h"
#include "tests/core/memory/testbacking.h"

#include <QTest>

using namespace fscope;
using namespace fscope::test;

namespace {

constexpr std::uint64_t kPages[] = { 3, 4, 1 };

std::string lockedText(const GuestMemory& memory)
{
    std::string out;
    for (const LockedPage& page : memory.lockedPages())
        out += fmt::format("{}{:x}*{}", out.empty() ? "" : " ", page.address, page.count);
    return out;
}

QByteArray textOf(const MemoryResult<PageLock>& lock)
{
    return lock ? QByteArray("ok") : QByteArray::fromStdString(lock.error().text());
}

} // namespace

class TestPageLock : public QObject
{
    Q_OBJECT

private slots:
    void locksInOrderAndUnlocksWhenItDies();
    void aBackingThatNeedsNoUnlock();
    void aRangeGivesItsBytes();
    void repeatedLocksCount();
    void aLockMoves();
    void aLockKeepsTheMemory();
    void memoryThatIsNotLockable();
    void badPages_data();
    void badPages();
    void aReadLockNeedsNoWriting();
    void aWriteLockMakesPagesPrivate();
    void fallbackMeansNotLockable();
    void windowsLockTheirBacking();
    void windowsOfAnUnalignedStart();
    void manyRegions();
    void aFailureUnlocksWhatWasLocked();
    void aRunAcrossRegions();
    void supportsLocking();
};

void TestPageLock::locksInOrderAndUnlocksWhenItDies()
{
    auto backing = TestBacking::mapped(0x8000);
    const GuestMemory memory("ram", backing);
    {
        const auto lock = memory.lockPages(kPages, LockAccess::Read, true);
        QCOMPARE(textOf(lock), QByteArray("ok"));
        QCOMPARE(backing->takeLog(), std::string("expose 0x3000; expose 0x4000; expose 0x1000; lock 3 4 1"));
        QCOMPARE(lock->slices().size(), std::size_t { 3 });
        QVERIFY(memory.writePlain<std::uint8_t>(0x4005, 9).has_value());
        QCOMPARE(lock->slices()[1].size(), std::size_t { kPageSize });
        QVERIFY(lock->slices()[1][5] == std::byte { 9 });
        QCOMPARE(lockedText(memory), std::string("1000*1 3000*1 4000*1"));
    }
    QCOMPARE(backing->takeLog(), std::string("unlock 3 4 1"));
    QCOMPARE(lockedText(memory), std::string());
    {
        const auto lock = memory.lockPages(kPages, LockAccess::Read);
        QCOMPARE(backing->takeLog(), std::string("lock 3 4 1")); // not exposed
    }
}

void TestPageLock::aBackingThatNeedsNoUnlock()
{
    auto backing = TestBacking::mapped(0x8000);
    backing->onLock = [] { return BackingResult<bool>(false); };
    const GuestMemory memory("ram", backing);
    {
        const auto lock = memory.lockPages(kPages, LockAccess::Write);
        QVERIFY(lock.has_value());
        QCOMPARE(lockedText(memory), std::string("1000*1 3000*1 4000*1"));
    }
    QCOMPARE(backing->takeLog(), std::string("lock 3 4 1"));
    QCOMPARE(lockedText(memory), std::string());
}

void TestPageLock::aRangeGivesItsBytes()
{
    auto backing = TestBacking::mapped(0x8000);
    const GuestMemory memory("ram", backing);
    const std::uint64_t pages[] = { 3, 4, 6, 1 };
    const auto lock = memory.lockRange(*PagedRange::create(0x100, 0x3200, pages), LockAccess::Write);
    QVERIFY(lock.has_value());
    QCOMPARE(lock->slices().size(), std::size_t { 3 });
    QCOMPARE(lock->slices()[0].size(), std::size_t { 0x1f00 });
    QCOMPARE(lock->slices()[1].size(), std::size_t { 0x1000 });
    QCOMPARE(lock->slices()[2].size(), std::size_t { 0x300 });
    QCOMPARE(lock->slices()[0].data(), backing->sparse().base() + 0x3100);
    QCOMPARE(lock->slices()[2].data(), backing->sparse().base() + 0x1000);
    QCOMPARE(backing->takeLog(),
        std::string("expose 0x3000; expose 0x4000; expose 0x6000; expose 0x1000; lock 3 4 6 1"));
    const auto none = memory.lockRange(PagedRange(), LockAccess::Read);
    QVERIFY(none.has_value());
    QVERIFY(none->slices().empty());
}

void TestPageLock::repeatedLocksCount()
{
    const GuestMemory memory("ram", TestBacking::mapped(0x8000));
    const std::uint64_t twice[] = { 2, 2, 3 };
    auto first = *memory.lockPages(twice, LockAccess::Read);
    QCOMPARE(lockedText(memory), std::string("2000*2 3000*1"));
    {
        const auto second = memory.lockPages({ twice, 1 }, LockAccess::Write);
        QCOMPARE(lockedText(memory), std::string("2000*3 3000*1"));
    }
    QCOMPARE(lockedText(memory), std::string("2000*2 3000*1"));
    first = PageLock();
    QCOMPARE(lockedText(memory), std::string());
}

void TestPageLock::aLockMoves()
{
    auto backing = TestBacking::mapped(0x8000);
    const GuestMemory memory("ram", backing);
    PageLock kept;
    {
        auto lock = memory.lockPages(kPages, LockAccess::Read);
        kept = std::move(*lock);
    }
    QCOMPARE(backing->takeLog(), std::string("lock 3 4 1"));
    QCOMPARE(kept.slices().size(), std::size_t { 3 });
    kept = *memory.lockPages({ kPages, 1 }, LockAccess::Read);
    QCOMPARE(backing->takeLog(), std::string("lock 3; unlock 3 4 1"));
    kept = PageLock();
    QCOMPARE(backing->takeLog(), std::string("unlock 3"));
}

void TestPageLock::aLockKeepsTheMemory()
{
    auto backing = TestBacking::mapped(0x8000);
    const std::weak_ptr<TestBacking> watched = backing;
    PageLock lock = *GuestMemory("ram", std::move(backing)).lockPages(kPages, LockAccess::Write);
    QVERIFY(!watched.expired());
    lock.slices()[0][0] = std::byte { 1 };
    lock = PageLock();
    QVERIFY(watched.expired());
}

void TestPageLock::memoryThatIsNotLockable()
{
    auto backing = TestBacking::mapped(0x8000);
    backing->lockable = false;
    const GuestMemory memory("ram", backing);
    const QByteArray text
        = "guest memory 'ram': lock error: failed to access memory at 0x3000: memory not lockable";
    QCOMPARE(textOf(memory.lockPages(kPages, LockAccess::Read)), text);
    QCOMPARE(textOf(memory.lockRange(*PagedRange::create(0, 0x10, kPages), LockAccess::Read)), text);
    QCOMPARE(backing->takeLog(), std::string());
    // Nor is a window of it.
    const auto window = *memory.subrange(0x1000, 0x4000);
    QVERIFY(!window.supportsLocking());
    QVERIFY(!window.lockPages(kPages, LockAccess::Read));
    backing->lockable = true;
    backing->hasMapping = false;
    QCOMPARE(textOf(GuestMemory("ram", backing).lockPages(kPages, LockAccess::Read)), text);
}

void TestPageLock::badPages_data()
{
    QTest::addColumn<quint64>("page");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("out of range") << quint64 { 8 } << static_cast<int>(MemoryErrorKind::OutOfRange)
                                  << QByteArray("failed to access memory at 0x8000: no memory at address");
    QTest::newRow("half a page") << quint64 { 7 } << static_cast<int>(MemoryErrorKind::OutOfRange)
                                 << QByteArray("failed to access memory at 0x7000: no memory at address");
    QTest::newRow("no page") << (quint64 { 1 } << 52) << static_cast<int>(MemoryErrorKind::InvalidPageNumber)
                             << QByteArray(
                                    "failed to access memory: invalid guest page number 0x10000000000000");
    QTest::newRow("not mapped") << quint64 { 5 } << static_cast<int>(MemoryErrorKind::Other)
                                << QByteArray(
                                       "failed to access memory at 0x5000: the specified page is not mapped");
}

void TestPageLock::badPages()
{
    QFETCH(quint64, page);
    QFETCH(int, kind);
    QFETCH(QByteArray, text);
    auto backing = std::make_shared<TestBacking>(0x7800);
    backing->map(0, 0x5000);
    const GuestMemory memory("ram", backing);
    const std::uint64_t pages[] = { 1, page };
    const auto lock = memory.lockPages(pages, LockAccess::Write);
    QCOMPARE(textOf(lock), "guest memory 'ram': lock error: " + text);
    QCOMPARE(static_cast<int>(lock.error().kind), kind);
    QCOMPARE(lockedText(memory), std::string());
}

void TestPageLock::aReadLockNeedsNoWriting()
{
    auto backing = TestBacking::mapped(0x8000);
    const auto writable = *AccessBitmap::create(8, false);
    backing->bitmaps = { nullptr, writable, 0 };
    const GuestMemory memory("ram", backing);
    QVERIFY(memory.lockPages(kPages, LockAccess::Read).has_value());
    QVERIFY(memory.lockRange(*PagedRange::create(0x10, 0x2000, kPages), LockAccess::Read).has_value());
    const auto refused = memory.lockRange(*PagedRange::create(0x10, 0x2000, kPages), LockAccess::Write);
    QCOMPARE(textOf(refused),
        QByteArray("guest memory 'ram': lock error: failed to access memory at 0x3000: page inaccessible in "
                   "bitmap"));
}

void TestPageLock::aWriteLockMakesPagesPrivate()
{
    auto backing = std::make_shared<TestBacking>(0x8000);
    QVERIFY(backing->sparse().mapZero(0, 0x8000).has_value());
    backing->onFault = [&](const PageFault& fault) {
        backing->map(fault.address, kPageSize);
        return FaultAction::retry();
    };
    const GuestMemory memory("ram", backing);
    QVERIFY(memory.lockPages({ kPages, 2 }, LockAccess::Read).has_value());
    QCOMPARE(backing->takeLog(), std::string("lock 3 4; unlock 3 4"));
    QVERIFY(memory.lockPages({ kPages, 2 }, LockAccess::Write).has_value());
    QCOMPARE(backing->takeLog(),
        std::string("fault 0x3000 +0x1 w map; fault 0x4000 +0x1 w map; lock 3 4; unlock 3 4"));
    QCOMPARE(*memory.readPlain<std::uint8_t>(0x3000), std::uint8_t { 0 });
}

void TestPageLock::fallbackMeansNotLockable()
{
    auto backing = std::make_shared<TestBacking>(0x8000);
    backing->hasFallbacks = true;
    backing->onFault = [](const PageFault&) { return FaultAction::fallback(); };
    const GuestMemory memory("ram", backing);
    for (const LockAccess access : { LockAccess::Read, LockAccess::Write }) {
        const auto lock = memory.lockPages(kPages, access);
        QCOMPARE(textOf(lock),
            QByteArray(
                "guest memory 'ram': lock error: failed to access memory at 0x3000: memory not lockable"));
    }
}

void TestPageLock::windowsLockTheirBacking()
{
    auto backing = TestBacking::mapped(0x8000);
    const GuestMemory memory("ram", backing);
    const auto window = *memory.lockableSubrange(0x2000, 0x4000);
    QVERIFY(window.supportsLocking());
    {
        const std::uint64_t pages[] = { 3, 0 };
        const auto lock = window.lockPages(pages, LockAccess::Write, true);
        QVERIFY(lock.has_value());
        QCOMPARE(backing->takeLog(), std::string("expose 0x5000; expose 0x2000; lock 5 2"));
        QCOMPARE(lock->slices()[1].data(), backing->sparse().base() + 0x2000);
        QCOMPARE(lockedText(window), std::string("0*1 3000*1"));
        QCOMPARE(lockedText(memory), std::string("2000*1 5000*1"));
        QCOMPARE(lockedText(*memory.subrange(0, 0x2000)), std::string());
    }
    QCOMPARE(backing->takeLog(), std::string("unlock 5 2"));
    const std::uint64_t outside[] = { 4 };
    QVERIFY(!window.lockPages(outside, LockAccess::Read));
}

void TestPageLock::windowsOfAnUnalignedStart()
{
    auto backing = TestBacking::mapped(0x8000);
    const GuestMemory memory("ram", backing);
    const auto window = *memory.subrange(0x1800, 0x3000);
    const std::uint64_t pages[] = { 1 };
    const auto lock = window.lockPages(pages, LockAccess::Write);
    QVERIFY(lock.has_value());
    QCOMPARE(backing->takeLog(), std::string("lock 2 3")); // the two pages it lies on
    QCOMPARE(lock->slices()[0].data(), backing->sparse().base() + 0x2800);
    QCOMPARE(lockedText(window), std::string("800*1 1800*1"));
}

void TestPageLock::manyRegions()
{
    auto first = TestBacking::mapped(0x2000);
    auto second = TestBacking::mapped(0x2000);
    const auto memory = *GuestMemory::multiRegion("ram", 0x4000, { first, nullptr, second });
    {
        const std::uint64_t pages[] = { 9, 1, 8 }; // 1 is the last page of the first
        const auto lock = memory.lockPages(pages, LockAccess::Write);
        QVERIFY(lock.has_value());
        QCOMPARE(first->takeLog(), std::string("lock 1"));
        QCOMPARE(second->takeLog(), std::string("lock 1 0"));
        QCOMPARE(lock->slices()[0].data(), second->sparse().base() + 0x1000);
        QCOMPARE(lock->slices()[1].data(), first->sparse().base() + 0x1000);
        QCOMPARE(lockedText(memory), std::string("1000*1 8000*1 9000*1"));
    }
    QCOMPARE(first->takeLog(), std::string("unlock 1"));
    QCOMPARE(second->takeLog(), std::string("unlock 1 0"));
    // The last page of a backing that fills its region can be locked, too.
    const auto full = *GuestMemory::multiRegion("ram", 0x2000, { TestBacking::mapped(0x2000) });
    const std::uint64_t last[] = { 1 };
    QVERIFY(full.lockPages(last, LockAccess::Write).has_value());
}

void TestPageLock::aFailureUnlocksWhatWasLocked()
{
    auto first = TestBacking::mapped(0x4000);
    auto second = TestBacking::mapped(0x4000);
    second->onLock = [] {
        return BackingResult<bool>(
            tl::unexpected(AccessFailure { MemoryErrorKind::VtlProtected, "pinned elsewhere", 0x1000 }));
    };
    const auto memory = *GuestMemory::multiRegion("ram", 0x4000, { first, second });
    const std::uint64_t pages[] = { 1, 5, 2 };
    const auto lock = memory.lockPages(pages, LockAccess::Write);
    QCOMPARE(textOf(lock),
        QByteArray("guest memory 'ram': lock error: failed to access memory at 0x5000: pinned elsewhere"));
    QCOMPARE(first->takeLog(), std::string("lock 1 2; unlock 1 2"));
    QCOMPARE(second->takeLog(), std::string("lock 1"));
    QCOMPARE(lockedText(memory), std::string());
}

void TestPageLock::aRunAcrossRegions()
{
    auto first = TestBacking::mapped(0x2000);
    auto second = TestBacking::mapped(0x2000);
    const auto memory = *GuestMemory::multiRegion("ram", 0x2000, { first, second });
    const std::uint64_t pages[] = { 1, 2 };
    const auto lock = memory.lockRange(*PagedRange::create(0x100, 0x1100, pages), LockAccess::Write);
    QVERIFY(lock.has_value());
    QCOMPARE(lock->slices().size(), std::size_t { 2 });
    QCOMPARE(lock->slices()[0].data(), first->sparse().base() + 0x1100);
    QCOMPARE(lock->slices()[0].size(), std::size_t { 0xf00 });
    QCOMPARE(lock->slices()[1].data(), second->sparse().base());
    QCOMPARE(lock->slices()[1].size(), std::size_t { 0x200 });
}

void TestPageLock::supportsLocking()
{
    QVERIFY(HeapMemory::allocate(0x1000)->memory().supportsLocking());
    auto no = TestBacking::mapped(0x1000);
    no->lockable = false;
    QVERIFY(!GuestMemory("ram", no).supportsLocking());
    QVERIFY(
        GuestMemory::multiRegion("ram", 0x1000, { TestBacking::mapped(0x1000), nullptr })->supportsLocking());
    QVERIFY(!GuestMemory::multiRegion("ram", 0x1000, { TestBacking::mapped(0x1000), no })->supportsLocking());
}

QTEST_GUILESS_MAIN(TestPageLock)
#include "tst_pagelock.moc"
