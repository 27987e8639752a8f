// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/memory/readsection.h"

#include "core/memory/readerbarrier.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace fscope::memory {

namespace detail {

constinit thread_local ReadRecord* readRecord = nullptr;
// Until registerReader() has asked the host; no thread is a reader before.
constinit std::atomic<bool> readersNeedFence { true };

namespace {

/// All records. They are kept for later threads when theirs ends, and never freed: threads may read until the
/// very end of the process.
struct Registry {
    std::mutex mutex;
    std::vector<std::unique_ptr<ReadRecord>> all;
    std::vector<ReadRecord*> unused;
};

Registry& registry()
{
    static auto* const kept = new Registry;
    return *kept;
}

/// Gives the record back when the thread ends. A section entered later still, by the destructor of another
/// thread-local object, takes a new record, which is then not given back.
struct Returner {
    ~Returner()
    {
        Registry& records = registry();
        const std::scoped_lock lock(records.mutex);
        records.unused.push_back(std::exchange(readRecord, nullptr));
    }
};

} // namespace

ReadRecord* registerReader()
{
    static const bool needFence = !prepareReaderBarrier();
    readersNeedFence.store(needFence, std::memory_order_relaxed);
    {
        Registry& records = registry();
        // The lock also orders: a thread that registers after synchronizeReaders() has looked at the list
        // sees all that was restricted before.
        const std::scoped_lock lock(records.mutex);
        if (records.unused.empty()) {
            records.all.push_back(std::make_unique<ReadRecord>());
            readRecord = records.all.back().get();
        } else {
            readRecord = records.unused.back();
            records.unused.pop_back();
        }
    }
    thread_local Returner returner;
    static_cast<void>(returner);
    return readRecord;
}

} // namespace detail

using detail::ReadRecord;

bool inReadSection()
{
    return detail::readRecord
        && (detail::readRecord->state.load(std::memory_order_relaxed) & ReadRecord::kDepth) != 0;
}

bool synchronizeReaders()
{
    if (inReadSection())
        return false;
    struct Open {
        ReadRecord* record;
        std::uint64_t state;
    };
    std::vector<Open> open;
    {
        detail::Registry& records = detail::registry();
        const std::scoped_lock lock(records.mutex);
        open.reserve(records.all.size());
        for (const auto& record : records.all)
            open.push_back({ record.get(), 0 });
    }
    detail::readerBarrier();
    const auto current = [](ReadRecord* record) {
#if FSCOPE_READSECTION_ATOMIC
        return record->state.fetch_add(0, std::memory_order_seq_cst);
#else
        return record->state.load(std::memory_order_acquire);
#endif
    };
    for (Open& entry : open)
        entry.state = current(entry.record);
    std::erase_if(open, [](const Open& entry) { return (entry.state & ReadRecord::kDepth) == 0; });

    // Sections are short: the first turns only yield. A section is over when what is above the depth changed.
    constexpr int kYields = 64;
    constexpr std::chrono::microseconds kPause { 100 };
    for (int turn = 0; !open.empty(); ++turn) {
        std::erase_if(open, [&](const Open& entry) {
            return (current(entry.record) & ~ReadRecord::kDepth) != (entry.state & ~ReadRecord::kDepth);
        });
        if (open.empty())
            break;
        if (turn < kYields)
            std::this_thread::yield();
        else
            std::this_thread::sleep_for(kPause);
    }
    return true;
}

} // namespace fscope::memory
