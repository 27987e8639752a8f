// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/bits.h"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>

namespace fscope::memory {

/// What the host said of an access it could not make. Trivially copyable; nothing allocates before text().
struct HostFault {
    std::uintptr_t address = 0; ///< the byte that failed; the start of the access if the host gave none
    std::size_t offset = 0;     ///< of that byte from the start of the access; 0 if the host gave none
    bool write = false;         ///< it was being written; false: read
    std::uint8_t signal = 0;    ///< SIGSEGV or SIGBUS; 0 on Windows
    std::uint32_t code = 0;     ///< si_code (16 bits) of the signal; on Windows the exception code

    /// One line for people: "failed to read host memory at 0x7f…: SIGBUS, code 2".
    std::string text() const;
    bool operator==(const HostFault&) const = default;
};

/// What a guarded access gives back, in two registers: done, or everything the host said of its fault.
struct Guarded {
    std::uint64_t value = 0;  ///< loads and exchanges: what was there. After a fault: its address, or 0
    std::uint64_t status = 0; ///< 0: done. Else: packed, see fault()

    bool ok() const { return status == 0; }
    /// Only if !ok(): the fault of an access to the @p size bytes at @p start.
    HostFault fault(const volatile void* start, std::size_t size, bool write) const;
    /// Only if !ok(), of tryCopy(): tells by the address which side failed; offset is from that side's start.
    HostFault copyFault(const volatile void* to, const volatile void* from, std::size_t size) const;
};

/// Types that one machine access loads or stores.
template <typename T>
concept Plain = std::is_trivially_copyable_v<T>
    && (sizeof(T) == 1 || sizeof(T) == 2 || sizeof(T) == 4 || sizeof(T) == 8);

/// Must have been called once before any function below; further calls cost a flag test. Thread-safe.
///
/// Takes SIGSEGV and SIGBUS (Windows: a vectored exception handler). A fault that is not in the code of these
/// functions goes to whoever had the signal before, so crash reporters and sanitizers keep working; a handler
/// that is installed later must pass on what it does not know.
void installFaultGuard();

} // namespace fscope::memory

// The functions behind tryLoad() and the others: leaf code in assembly without a stack frame, all between two
// labels, one file per architecture (trycopyx86.cpp, trycopyarm.cpp, trycopyportable.cpp for the rest). The
// handler of faults does no more than compare the interrupted PC with the labels and continue at the
// function's recovery code with status set. Sanitizers do not see into them: memory reached by these is
// neither checked nor counted as accessed, which is as it should be for bytes that a guest races on.
#if defined(__x86_64__) && defined(_WIN32) && defined(__GNUC__)
#define FSCOPE_GUARDED __attribute__((sysv_abi))
#else
#define FSCOPE_GUARDED
#endif

#if defined(__clang__)
#pragma clang diagnostic push
// C cannot name the type because of its initializers; how it is returned is the same.
#pragma clang diagnostic ignored "-Wreturn-type-c-linkage"
#endif
extern "C" {
FSCOPE_GUARDED fscope::memory::Guarded fscopeTryLoad8(const volatile void* from) noexcept;
FSCOPE_GUARDED fscope::memory::Guarded fscopeTryLoad16(const volatile void* from) noexcept;
FSCOPE_GUARDED fscope::memory::Guarded fscopeTryLoad32(const volatile void* from) noexcept;
FSCOPE_GUARDED fscope::memory::Guarded fscopeTryLoad64(const volatile void* from) noexcept;
FSCOPE_GUARDED fscope::memory::Guarded fscopeTryStore8(volatile void* to, std::uint64_t value) noexcept;
FSCOPE_GUARDED fscope::memory::Guarded fscopeTryStore16(volatile void* to, std::uint64_t value) noexcept;
FSCOPE_GUARDED fscope::memory::Guarded fscopeTryStore32(volatile void* to, std::uint64_t value) noexcept;
FSCOPE_GUARDED fscope::memory::Guarded fscopeTryStore64(volatile void* to, std::uint64_t value) noexcept;
FSCOPE_GUARDED fscope::memory::Guarded fscopeTryExchange8(
    volatile void* at, std::uint64_t expected, std::uint64_t desired) noexcept;
FSCOPE_GUARDED fscope::memory::Guarded fscopeTryExchange16(
    volatile void* at, std::uint64_t expected, std::uint64_t desired) noexcept;
FSCOPE_GUARDED fscope::memory::Guarded fscopeTryExchange32(
    volatile void* at, std::uint64_t expected, std::uint64_t desired) noexcept;
FSCOPE_GUARDED fscope::memory::Guarded fscopeTryExchange64(
    volatile void* at, std::uint64_t expected, std::uint64_t desired) noexcept;
FSCOPE_GUARDED fscope::memory::Guarded fscopeTryExchange128(
    volatile void* at, fscope::U128* found, std::uint64_t desiredLo, std::uint64_t desiredHi) noexcept;
FSCOPE_GUARDED fscope::memory::Guarded fscopeTryCopy(
    volatile void* to, const volatile void* from, std::size_t size) noexcept;
FSCOPE_GUARDED fscope::memory::Guarded fscopeTryFill(
    volatile void* to, std::uint64_t byte, std::size_t size) noexcept;
}
#if defined(__clang__)
#pragma clang diagnostic pop
#endif

namespace fscope::memory {

/// Loads @p Size (1, 2, 4 or 8) bytes in the host's byte order with exactly one machine access, so that an
/// aligned one cannot tear; zero-extended in Guarded::value. Order against other accesses is not promised.
template <unsigned Size>
inline Guarded tryLoad(const volatile void* from)
{
    static_assert(Size == 1 || Size == 2 || Size == 4 || Size == 8);
    if constexpr (Size == 1)
        return fscopeTryLoad8(from);
    else if constexpr (Size == 2)
        return fscopeTryLoad16(from);
    else if constexpr (Size == 4)
        return fscopeTryLoad32(from);
    else
        return fscopeTryLoad64(from);
}

/// Stores the low @p Size (1, 2, 4 or 8) bytes of @p value with exactly one machine access.
template <unsigned Size>
inline Guarded tryStore(volatile void* to, std::uint64_t value)
{
    static_assert(Size == 1 || Size == 2 || Size == 4 || Size == 8);
    if constexpr (Size == 1)
        return fscopeTryStore8(to, value);
    else if constexpr (Size == 2)
        return fscopeTryStore16(to, value);
    else if constexpr (Size == 4)
        return fscopeTryStore32(to, value);
    else
        return fscopeTryStore64(to, value);
}

/// Compare-exchange of the low @p Size (1, 2, 4 or 8) bytes, sequentially consistent. Guarded::value is what
/// was found, zero-extended: the exchange took place if it is equal to @p expected (whose higher bytes must
/// be zero). @p at is a multiple of @p Size. Needs write permission whatever is found.
template <unsigned Size>
inline Guarded tryCompareExchange(volatile void* at, std::uint64_t expected, std::uint64_t desired)
{
    static_assert(Size == 1 || Size == 2 || Size == 4 || Size == 8);
    if constexpr (Size == 1)
        return fscopeTryExchange8(at, expected, desired);
    else if constexpr (Size == 2)
        return fscopeTryExchange16(at, expected, desired);
    else if constexpr (Size == 4)
        return fscopeTryExchange32(at, expected, desired);
    else
        return fscopeTryExchange64(at, expected, desired);
}

/// The same of 16 bytes at a multiple of 16: value is 1 if the exchange took place, else 0 and @p expected is
/// replaced by what was found (untouched after a fault). U128 is in memory order of a little-endian host.
inline Guarded tryCompareExchange16(volatile void* at, U128& expected, U128 desired)
{
    return fscopeTryExchange128(at, &expected, desired.lo, desired.hi);
}

/// Copies @p size bytes, which may overlap and may be none. 1, 2, 4 and 8 bytes are one load and one store;
/// other sizes may tear. On a fault any prefix may have been copied (of overlapping ranges with @p to above
/// @p from: any suffix); the fault is the first byte in the order of copying that one side could not access.
inline Guarded tryCopy(volatile void* to, const volatile void* from, std::size_t size)
{
    return fscopeTryCopy(to, from, size);
}

/// Sets @p size bytes, perhaps none. On a fault any prefix may have been set.
inline Guarded tryFill(volatile void* to, std::uint8_t byte, std::size_t size)
{
    return fscopeTryFill(to, byte, size);
}

} // namespace fscope::memory
