// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/memory/readerbarrier.h"

#include "core/memory/readsection.h"

#include <atomic>

#if defined(_WIN32)
#include <windows.h>
#elif defined(__linux__)
#include <linux/membarrier.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace fscope::memory::detail {

#if FSCOPE_READSECTION_ATOMIC

bool prepareReaderBarrier()
{
    return true; // readers and the restricting thread meet in the records themselves
}

void readerBarrier() { }

#elif defined(_WIN32)

bool prepareReaderBarrier()
{
    return true;
}

void readerBarrier()
{
    FlushProcessWriteBuffers();
}

#elif defined(__linux__)

bool prepareReaderBarrier()
{
    static const bool done = syscall(SYS_membarrier, MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED, 0, 0) == 0;
    return done;
}

void readerBarrier()
{
    std::atomic_thread_fence(std::memory_order_seq_cst);
    // Where the call is missing or forbidden, readers have fences (readersNeedFence).
    if (prepareReaderBarrier())
        syscall(SYS_membarrier, MEMBARRIER_CMD_PRIVATE_EXPEDITED, 0, 0);
}

#else

bool prepareReaderBarrier()
{
    return false;
}

void readerBarrier()
{
    std::atomic_thread_fence(std::memory_order_seq_cst);
}

#endif

} // namespace fscope::memory::detail
