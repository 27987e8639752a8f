// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// The guarded accesses of trycopy.h for hosts without assembly here: a saved place to which the handler
/// jumps (POSIX), or structured exceptions (Visual C++). Right, but slower: each call saves its registers
/// first. The 16-byte exchange is atomic only against others of its kind.

#include "core/memory/faultguard.h"

#if !FSCOPE_GUARD_LABELS

#include <atomic>
#include <cstring>
#include <type_traits>

#if defined(_WIN32)
#include <windows.h>
#else
#include <setjmp.h> // NOLINT(modernize-deprecated-headers): <csetjmp> and <csignal> have no POSIX
#include <signal.h> // NOLINT(modernize-deprecated-headers)
#endif

namespace fscope::memory::detail {

namespace {

#if defined(_WIN32)

int note(const EXCEPTION_POINTERS* what, Guarded& result)
{
    const EXCEPTION_RECORD& record = *what->ExceptionRecord;
    if (record.ExceptionCode != EXCEPTION_ACCESS_VIOLATION && record.ExceptionCode != EXCEPTION_IN_PAGE_ERROR)
        return EXCEPTION_CONTINUE_SEARCH;
    result.value = record.ExceptionInformation[1];
    result.status = FaultStatus::pack(record.ExceptionInformation[0] == 1, true, 0, record.ExceptionCode);
    return EXCEPTION_EXECUTE_HANDLER;
}

template <typename Access>
Guarded guarded(Access access)
{
    Guarded result;
    __try {
        result.value = access();
    } __except (note(GetExceptionInformation(), result)) { }
    return result;
}

#else

/// Where the calling thread's guarded access began; null outside one.
struct Place {
    sigjmp_buf registers;
    Guarded fault;
};
thread_local Place* volatile place = nullptr;

template <typename Access>
Guarded guarded(Access access)
{
    Place here;
    // Without the signal mask, whose saving is a system call: the signal is unblocked on the way back.
    if (sigsetjmp(here.registers, 0) != 0) {
        place = nullptr;
        sigset_t ours;
        sigemptyset(&ours);
        sigaddset(&ours, SIGSEGV);
        sigaddset(&ours, SIGBUS);
        pthread_sigmask(SIG_UNBLOCK, &ours, nullptr);
        return here.fault;
    }
    place = &here;
    std::atomic_signal_fence(std::memory_order_seq_cst);
    const std::uint64_t value = access();
    std::atomic_signal_fence(std::memory_order_seq_cst);
    place = nullptr;
    return { value, 0 };
}

#endif

template <typename T>
std::atomic_ref<T> at(const volatile void* address)
{
    return std::atomic_ref<T>(*static_cast<T*>(const_cast<void*>(address)));
}

template <typename T>
Guarded load(const volatile void* from)
{
    return guarded([from]() -> std::uint64_t { return *static_cast<const volatile T*>(from); });
}

template <typename T>
Guarded store(volatile void* to, std::uint64_t value)
{
    return guarded([to, value]() -> std::uint64_t {
        *static_cast<volatile T*>(to) = static_cast<T>(value);
        return 0;
    });
}

template <typename T>
Guarded exchange(volatile void* address, std::uint64_t expected, std::uint64_t desired)
{
    return guarded([=]() -> std::uint64_t {
        T found = static_cast<T>(expected);
        at<T>(address).compare_exchange_strong(found, static_cast<T>(desired));
        return found;
    });
}

std::atomic_flag exchanging = ATOMIC_FLAG_INIT;

} // namespace

#if !defined(_WIN32)
void resumePortable(std::uint64_t address, std::uint64_t status)
{
    Place* const here = place;
    if (!here)
        return;
    here->fault = { address, status };
    siglongjmp(here->registers, 1);
}
#endif

void chooseGuardFeatures() { }

} // namespace fscope::memory::detail

using fscope::U128;
using fscope::memory::Guarded;
namespace detail = fscope::memory::detail;

Guarded fscopeTryLoad8(const volatile void* from) noexcept
{
    return detail::load<std::uint8_t>(from);
}
Guarded fscopeTryLoad16(const volatile void* from) noexcept
{
    return detail::load<std::uint16_t>(from);
}
Guarded fscopeTryLoad32(const volatile void* from) noexcept
{
    return detail::load<std::uint32_t>(from);
}
Guarded fscopeTryLoad64(const volatile void* from) noexcept
{
    return detail::load<std::uint64_t>(from);
}
Guarded fscopeTryStore8(volatile void* to, std::uint64_t value) noexcept
{
    return detail::store<std::uint8_t>(to, value);
}
Guarded fscopeTryStore16(volatile void* to, std::uint64_t value) noexcept
{
    return detail::store<std::uint16_t>(to, value);
}
Guarded fscopeTryStore32(volatile void* to, std::uint64_t value) noexcept
{
    return detail::store<std::uint32_t>(to, value);
}
Guarded fscopeTryStore64(volatile void* to, std::uint64_t value) noexcept
{
    return detail::store<std::uint64_t>(to, value);
}
Guarded fscopeTryExchange8(volatile void* at, std::uint64_t expected, std::uint64_t desired) noexcept
{
    return detail::exchange<std::uint8_t>(at, expected, desired);
}
Guarded fscopeTryExchange16(volatile void* at, std::uint64_t expected, std::uint64_t desired) noexcept
{
    return detail::exchange<std::uint16_t>(at, expected, desired);
}
Guarded fscopeTryExchange32(volatile void* at, std::uint64_t expected, std::uint64_t desired) noexcept
{
    return detail::exchange<std::uint32_t>(at, expected, desired);
}
Guarded fscopeTryExchange64(volatile void* at, std::uint64_t expected, std::uint64_t desired) noexcept
{
    return detail::exchange<std::uint64_t>(at, expected, desired);
}

Guarded fscopeTryExchange128(
    volatile void* at, U128* found, std::uint64_t desiredLo, std::uint64_t desiredHi) noexcept
{
    while (detail::exchanging.test_and_set(std::memory_order_acquire)) { }
    const Guarded result = detail::guarded([=]() -> std::uint64_t {
        auto* const words = static_cast<volatile std::uint64_t*>(at);
        const U128 before { words[0], words[1] };
        const bool equal = before == *found;
        words[0] = equal ? desiredLo : before.lo;
        words[1] = equal ? desiredHi : before.hi;
        *found = before;
        return equal ? 1 : 0;
    });
    detail::exchanging.clear(std::memory_order_release);
    return result;
}

Guarded fscopeTryCopy(volatile void* to, const volatile void* from, std::size_t size) noexcept
{
    const auto whole = [to, from]<typename T>(T) {
        return detail::guarded([to, from]() -> std::uint64_t {
            *static_cast<volatile T*>(to) = *static_cast<const volatile T*>(from);
            return 0;
        });
    };
    switch (size) {
    case 1:
        return whole(std::uint8_t {});
    case 2:
        return whole(std::uint16_t {});
    case 4:
        return whole(std::uint32_t {});
    case 8:
        return whole(std::uint64_t {});
    default:
        return detail::guarded([=]() -> std::uint64_t {
            std::memmove(const_cast<void*>(to), const_cast<const void*>(from), size);
            return 0;
        });
    }
}

Guarded fscopeTryFill(volatile void* to, std::uint64_t byte, std::size_t size) noexcept
{
    return detail::guarded([=]() -> std::uint64_t {
        std::memset(const_cast<void*>(to), static_cast<int>(byte & 0xff), size);
        return 0;
    });
}

#endif
