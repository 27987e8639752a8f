// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <atomic>
#include <cstdint>

// The thread sanitizer knows atomics but no fences and no membarrier(2): with it, entering a section is a
// sequentially consistent exchange that it can follow.
#if defined(__SANITIZE_THREAD__)
#define FSCOPE_READSECTION_ATOMIC 1
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define FSCOPE_READSECTION_ATOMIC 1
#endif
#endif
#ifndef FSCOPE_READSECTION_ATOMIC
#define FSCOPE_READSECTION_ATOMIC 0
#endif

namespace fscope::memory {

namespace detail {

/// One per thread that ever read: how deep it is in sections (low 16 bits) and how many it has left (the
/// rest). Written by its thread only.
struct alignas(64) ReadRecord {
    std::atomic<std::uint64_t> state { 0 };
    static constexpr std::uint64_t kDepth = 0xffff;
};

/// Null until the first section of the thread.
extern constinit thread_local ReadRecord* readRecord;
/// Whether readers need a fence of their own, because the host has no way to interrupt them all.
extern constinit std::atomic<bool> readersNeedFence;

ReadRecord* registerReader();

} // namespace detail

/// A stretch of code that looks at something a restricting thread may change (an access bitmap, a mapping)
/// and relies on what it saw until the end of the section.
///
/// Whoever restricts changes first, and calls synchronizeReaders() before relying on it: all sections that
/// could have seen the old state have ended by then, and later ones see the new. Sections nest (below 65,536
/// deep), never wait and take no lock; a section costs below 1 ns on x86. Keep them short, never block in one
/// and leave it in the thread that entered it.
class [[nodiscard]] ReadSection
{
public:
    ReadSection()
    {
        detail::ReadRecord* record = detail::readRecord;
        if (!record) [[unlikely]]
            record = detail::registerReader();
        m_record = record;
#if FSCOPE_READSECTION_ATOMIC
        record->state.fetch_add(1, std::memory_order_seq_cst);
#else
        record->state.store(record->state.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
        // What a reader does in the section may not be seen before it is known to be in it. Against the
        // compiler that is said here; against the CPU synchronizeReaders() says it for all readers at once.
        std::atomic_signal_fence(std::memory_order_seq_cst);
        if (detail::readersNeedFence.load(std::memory_order_relaxed)) [[unlikely]]
            std::atomic_thread_fence(std::memory_order_seq_cst);
#endif
    }
    ~ReadSection()
    {
        // Leaving the outermost section changes the count above the depth as well, so that a new section
        // cannot be taken for the old.
        std::uint64_t state = m_record->state.load(std::memory_order_relaxed) - 1;
        if ((state & detail::ReadRecord::kDepth) == 0)
            state += detail::ReadRecord::kDepth + 1;
#if FSCOPE_READSECTION_ATOMIC
        m_record->state.exchange(state, std::memory_order_seq_cst);
#else
        std::atomic_signal_fence(std::memory_order_seq_cst);
        m_record->state.store(state, std::memory_order_release);
#endif
    }
    ReadSection(const ReadSection&) = delete;
    ReadSection& operator=(const ReadSection&) = delete;

private:
    detail::ReadRecord* m_record;
};

/// Waits until every section that was open in any thread at the time of the call has ended.
///
/// @return false, at once and without waiting, if the calling thread is itself in a section: that one could
///         never end, and two threads doing so would wait for each other. What was restricted must not be
///         relied on then; call again outside the section.
/// Cost: microseconds (one system call that interrupts all running threads of the process), plus the longest
/// open section. Takes no lock while it waits, so any number of threads may call it.
[[nodiscard]] bool synchronizeReaders();

/// Whether the calling thread is in a section.
bool inReadSection();

} // namespace fscope::memory
