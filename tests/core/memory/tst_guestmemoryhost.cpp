// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// Accesses of a GuestMemory that the host stops, because only touching a page tells whether it is backed.

#include "tests/core/memory/testbacking.h"

#include <QTest>

using namespace fscope;
using namespace fscope::test;

namespace {

/// A reservation that says nothing of what is mapped; a page that is touched is mapped, with @c kOld in it,
/// and the access goes on.
class Touched final : public SparseBacking
{
public:
    Touched()
        : SparseBacking(std::move(*SparseMapping::create(4 * kPageSize)), 4 * kPageSize)
    { }
    const PageBitmap* mappedPages() const noexcept override { return nullptr; }
    const PageBitmap* writablePages() const noexcept override { return nullptr; }
    FaultAction pageFault(const PageFault& fault) override
    {
        faults.push_back(fault);
        const std::uint64_t page = fault.address / kPageSize * kPageSize;
        if (refuses || !sparse().alloc(page, kPageSize) || !sparse().fillAt(page, kPageSize, kOld))
            return SparseBacking::pageFault(fault);
        return FaultAction::retry();
    }

    static constexpr std::byte kOld { 0x5a };
    bool refuses = false;
    std::vector<PageFault> faults;
};

/// One whose first page is mapped.
std::shared_ptr<Touched> fresh()
{
    auto backing = std::make_shared<Touched>();
    if (!backing->sparse().alloc(0, kPageSize) || !backing->sparse().fillAt(0, kPageSize, Touched::kOld))
        std::abort();
    return backing;
}

} // namespace

class TestGuestMemoryHost : public QObject
{
    Q_OBJECT

private slots:
    void retriesLoseNoBytes_data();
    void retriesLoseNoBytes();
    void whatComesBeforeTheFaultIsDone_data() { retriesLoseNoBytes_data(); }
    void whatComesBeforeTheFaultIsDone();
    void theHandlerIsToldThatTheHostFailed();
};

void TestGuestMemoryHost::retriesLoseNoBytes_data()
{
    QTest::addColumn<int>("before"); // bytes of the access before the page that is not backed
    QTest::addColumn<int>("after");
    // Either side of what one turn of a copy or a fill moves, on any host.
    for (const int before : { 1, 3, 7, 13, 24, 50, 100, 200, 300, 1000, 4096 }) {
        for (const int after : { 1, 5, 40, 90, 700, 4097 })
            QTest::addRow("%d before, %d after", before, after) << before << after;
    }
}

void TestGuestMemoryHost::retriesLoseNoBytes()
{
    QFETCH(int, before);
    QFETCH(int, after);
    const auto size = static_cast<std::size_t>(before + after);
    const std::uint64_t start = kPageSize - static_cast<std::uint64_t>(before);
    const std::vector<std::byte> old(size, Touched::kOld);
    std::vector<std::byte> bytes(size);

    auto backing = fresh();
    QVERIFY(GuestMemory("ram", backing).read(start, std::span(bytes)).has_value());
    QVERIFY(bytes == old);
    QCOMPARE(backing->faults.size(), static_cast<std::size_t>(after > 4096 ? 2 : 1));
    QVERIFY(backing->faults[0]
        == (PageFault { kPageSize, static_cast<std::uint64_t>(after), false, false, true }));

    for (const bool fill : { false, true }) {
        backing = fresh();
        const GuestMemory memory("ram", backing);
        const std::vector<std::byte> wanted(size, std::byte { 0x11 });
        QVERIFY((fill ? memory.fill(start, size, std::byte { 0x11 })
                      : memory.write(start, std::span<const std::byte>(wanted)))
                    .has_value());
        QVERIFY(backing->sparse().readAt(start, bytes).has_value());
        QVERIFY(bytes == wanted);
        QVERIFY(*backing->sparse().read<std::byte>(start + size) == Touched::kOld);
    }
}

void TestGuestMemoryHost::whatComesBeforeTheFaultIsDone()
{
    QFETCH(int, before);
    QFETCH(int, after);
    const auto size = static_cast<std::size_t>(before + after);
    const auto done = static_cast<std::size_t>(before);
    auto backing = std::make_shared<Touched>();
    backing->refuses = true;
    QVERIFY(backing->sparse().alloc(0, kPageSize).has_value());
    const GuestMemory memory("ram", backing);
    const std::uint64_t start = kPageSize - done;

    const std::vector<std::byte> wanted(size, std::byte { 0x11 });
    const auto written = memory.write(start, std::span<const std::byte>(wanted));
    QCOMPARE(written.error().address, kPageSize);
    std::vector<std::byte> bytes(size);
    QCOMPARE(memory.read(start, std::span(bytes)).error().address, kPageSize);
    QVERIFY(std::equal(bytes.begin(), bytes.begin() + before, wanted.begin()));
    QCOMPARE(memory.fill(start, size, std::byte { 0x22 }).error().address, kPageSize);
    QVERIFY(backing->sparse().readAt(start, std::span(bytes).first(done)).has_value());
    QVERIFY(std::all_of(
        bytes.begin(), bytes.begin() + before, [](std::byte byte) { return byte == std::byte { 0x22 }; }));
}

void TestGuestMemoryHost::theHandlerIsToldThatTheHostFailed()
{
    auto backing = std::make_shared<Touched>();
    backing->refuses = true;
    const GuestMemory memory("ram", backing);
    const auto error = memory.compareExchange<std::uint32_t>(0x1004, 0, 1).error();
    QCOMPARE(error.address, std::uint64_t { 0x1004 });
    QVERIFY(QByteArray(error.cause) == cause::kHostFault);
    QVERIFY(!memory.probeReadable(0x2000));
    QVERIFY(!memory.probeWritable(0x3fff));
    QCOMPARE(backing->faults.size(), std::size_t { 3 });
    QVERIFY(backing->faults[2] == (PageFault { 0x3fff, 1, true, false, true }));
}

QTEST_GUILESS_MAIN(TestGuestMemoryHost)
#include "tst_guestmemoryhost.moc"
