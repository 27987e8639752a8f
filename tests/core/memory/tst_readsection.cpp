// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/memory/readsection.h"

#include <QTest>

#include <array>
#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

using namespace fscope::memory;

class TestReadSection : public QObject
{
    Q_OBJECT

private slots:
    void nests();
    void refusesToWaitForItself();
    void waitsForASectionThatWasOpen();
    void doesNotWaitForASectionThatCameLater();
    void waitsForTheOutermostOfNestedSections();
    void nobodySeesWhatWasTakenAway();
    void restrictingThreadsDoNotBlockEachOther();
    void aThreadThatEndedLeavesItsRecordToTheNext();
};

void TestReadSection::nests()
{
    QVERIFY(!inReadSection());
    {
        const ReadSection outer;
        QVERIFY(inReadSection());
        {
            const ReadSection inner;
            QVERIFY(inReadSection());
        }
        QVERIFY(inReadSection());
    }
    QVERIFY(!inReadSection());
    QVERIFY(synchronizeReaders());
}

void TestReadSection::refusesToWaitForItself()
{
    const ReadSection section;
    QVERIFY(!synchronizeReaders());
    // Two threads that wait inside sections would wait for each other: neither waits.
    bool other = true;
    std::thread([&other] {
        const ReadSection theirs;
        other = synchronizeReaders();
    }).join();
    QVERIFY(!other);
}

void TestReadSection::waitsForASectionThatWasOpen()
{
    std::atomic<bool> entered = false;
    std::atomic<bool> leave = false;
    std::atomic<bool> left = false;
    std::thread reader([&] {
        {
            const ReadSection section;
            entered = true;
            while (!leave)
                std::this_thread::yield();
            left = true;
        }
    });
    while (!entered)
        std::this_thread::yield();
    std::atomic<bool> done = false;
    bool leftBefore = false;
    std::thread restricting([&] {
        (void)synchronizeReaders();
        leftBefore = left;
        done = true;
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    QVERIFY(!done);
    leave = true;
    restricting.join();
    reader.join();
    QVERIFY(leftBefore);
}

void TestReadSection::doesNotWaitForASectionThatCameLater()
{
    // The reader leaves one section and is in the next at once, for ever: the wait is for one of them only.
    std::atomic<bool> stop = false;
    std::atomic<bool> running = false;
    std::thread reader([&] {
        auto section = std::make_unique<ReadSection>();
        while (!stop) {
            running = true;
            section.reset();
            section = std::make_unique<ReadSection>();
        }
    });
    while (!running)
        std::this_thread::yield();
    for (int i = 0; i < 100; ++i)
        QVERIFY(synchronizeReaders());
    stop = true;
    reader.join();
}

void TestReadSection::waitsForTheOutermostOfNestedSections()
{
    std::atomic<int> phase = 0;
    std::atomic<bool> done = false;
    std::thread reader([&] {
        const ReadSection outer;
        {
            const ReadSection inner;
            phase = 1;
            while (phase != 2)
                std::this_thread::yield();
        }
        phase = 3;
        while (phase != 4)
            std::this_thread::yield();
    });
    while (phase != 1)
        std::this_thread::yield();
    std::thread restricting([&] {
        (void)synchronizeReaders();
        done = true;
    });
    phase = 2;
    while (phase != 3)
        std::this_thread::yield();
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    QVERIFY(!done);
    phase = 4;
    restricting.join();
    reader.join();
    QVERIFY(done);
}

void TestReadSection::nobodySeesWhatWasTakenAway()
{
    // A restricting thread takes a page away, waits, and makes it unusable; readers who saw the permission
    // may not meet the unusable page. Plain memory on purpose: the thread sanitizer judges the protocol.
    struct Page {
        int content = 1;
    };
    constexpr int kReaders = 3;
    constexpr int kTurns = 300;
    std::atomic<Page*> allowed = nullptr;
    std::atomic<bool> stop = false;
    std::atomic<std::size_t> wrong = 0;
    std::atomic<std::size_t> seen = 0;
    std::vector<std::thread> readers;
    readers.reserve(kReaders);
    for (int i = 0; i < kReaders; ++i) {
        readers.emplace_back([&] {
            for (unsigned turn = 0; !stop.load(std::memory_order_relaxed); ++turn) {
                // Now and then, so that a host of few CPUs does not interrupt readers within sections only.
                if (turn % 64 == 0)
                    std::this_thread::yield();
                const ReadSection section;
                const Page* const page = allowed.load(std::memory_order_acquire);
                if (!page)
                    continue;
                seen.fetch_add(1, std::memory_order_relaxed);
                if (page->content != 1)
                    wrong.fetch_add(1, std::memory_order_relaxed);
            }
        });
    }
    for (int turn = 0; turn < kTurns || seen.load(std::memory_order_relaxed) == 0; ++turn) {
        auto page = std::make_unique<Page>();
        allowed.store(page.get(), std::memory_order_release);
        if (turn % 8 == 0)
            std::this_thread::yield();
        allowed.store(nullptr, std::memory_order_relaxed);
        QVERIFY(synchronizeReaders());
        page->content = 0;
    }
    stop = true;
    for (std::thread& reader : readers)
        reader.join();
    QCOMPARE(wrong.load(), std::size_t { 0 });
}

void TestReadSection::restrictingThreadsDoNotBlockEachOther()
{
    std::vector<std::thread> threads;
    std::atomic<int> finished = 0;
    threads.reserve(4);
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&finished] {
            for (int turn = 0; turn < 200; ++turn) {
                {
                    const ReadSection section;
                }
                if (!synchronizeReaders())
                    return;
            }
            ++finished;
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(finished.load(), 4);
}

void TestReadSection::aThreadThatEndedLeavesItsRecordToTheNext()
{
    for (int i = 0; i < 200; ++i)
        std::thread([] { const ReadSection section; }).join();
    QVERIFY(synchronizeReaders());
}

QTEST_GUILESS_MAIN(TestReadSection)
#include "tst_readsection.moc"
