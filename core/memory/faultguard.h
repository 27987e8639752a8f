// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/memory/trycopy.h"

#include <cstdint>
#include <string>

// Between the guarded functions (trycopyx86.cpp, trycopyarm.cpp, trycopyportable.cpp) and the handlers of
// faults (faultguardposix.cpp, faultguardwindows.cpp); nobody else includes this.

#if defined(FSCOPE_GUARD_PORTABLE)
#define FSCOPE_GUARD_X86 0
#define FSCOPE_GUARD_ARM 0
#else
#if (defined(__linux__) || defined(_WIN32)) && defined(__GNUC__) && !defined(__ILP32__)
#define FSCOPE_GUARD_GNU 1
#else
#define FSCOPE_GUARD_GNU 0
#endif
#if FSCOPE_GUARD_GNU && defined(__x86_64__)
#define FSCOPE_GUARD_X86 1
#else
#define FSCOPE_GUARD_X86 0
#endif
#if FSCOPE_GUARD_GNU && defined(__aarch64__) && defined(__AARCH64EL__)
#define FSCOPE_GUARD_ARM 1
#else
#define FSCOPE_GUARD_ARM 0
#endif
#endif
/// Whether the handler continues at labels; otherwise the functions of trycopyportable.cpp find their own way
/// back.
#define FSCOPE_GUARD_LABELS (FSCOPE_GUARD_X86 || FSCOPE_GUARD_ARM)

// Words of the assembler that differ between ELF and COFF.
#if defined(__ELF__)
#define FSCOPE_GUARD_HIDDEN [[gnu::visibility("hidden")]]
#define FSCOPE_ASM_BEGIN ".pushsection .text\n"
#define FSCOPE_ASM_END ".popsection\n"
#define FSCOPE_LABEL(name) ".globl " name "\n.hidden " name "\n" name ":\n"
#define FSCOPE_FUNCTION(name) ".type " name ", %function\n.p2align 4\n" FSCOPE_LABEL(name) ".cfi_startproc\n"
#define FSCOPE_END(name) ".cfi_endproc\n.size " name ", . - " name "\n"
#else
#define FSCOPE_GUARD_HIDDEN
#define FSCOPE_ASM_BEGIN ".text\n"
#define FSCOPE_ASM_END ".text\n"
#define FSCOPE_LABEL(name) ".globl " name "\n" name ":\n"
#define FSCOPE_FUNCTION(name) ".p2align 4\n" FSCOPE_LABEL(name)
#define FSCOPE_END(name)
#endif

#if FSCOPE_GUARD_LABELS
// NOLINTBEGIN(readability-identifier-naming): labels of the assembly
extern "C" {
FSCOPE_GUARD_HIDDEN extern const char fscopeGuardBegin[];
FSCOPE_GUARD_HIDDEN extern const char fscopeGuardEnd[];
FSCOPE_GUARD_HIDDEN extern const char fscopeGuardRecovery[];
FSCOPE_GUARD_HIDDEN extern const char fscopeGuard128Begin[];
FSCOPE_GUARD_HIDDEN extern const char fscopeGuard128End[];
FSCOPE_GUARD_HIDDEN extern const char fscopeGuard128Recovery[];
}
// NOLINTEND(readability-identifier-naming)
#endif

namespace fscope::memory::detail {

/// Guarded::status of a fault: what the handler knows, packed.
struct FaultStatus {
    static constexpr std::uint64_t kFault = 1;
    static constexpr std::uint64_t kWrite = 2;        ///< the host says it was a write
    static constexpr std::uint64_t kAddressKnown = 4; ///< Guarded::value is the address
    static constexpr unsigned kSignalShift = 8;       ///< 8 bits
    static constexpr unsigned kCodeShift = 32;        ///< 32 bits

    static constexpr std::uint64_t pack(bool write, bool addressKnown, unsigned signal, std::uint32_t code)
    {
        return kFault | (write ? kWrite : 0) | (addressKnown ? kAddressKnown : 0)
            | std::uint64_t { signal & 0xffU } << kSignalShift | std::uint64_t { code } << kCodeShift;
    }
};

#if FSCOPE_GUARD_LABELS
/// Where to continue after a fault at @p pc; 0 if the fault is not ours. Safe in a signal handler.
inline std::uintptr_t recoveryOf(std::uintptr_t pc)
{
    const auto within = [pc](const char* begin, const char* end) {
        return pc >= reinterpret_cast<std::uintptr_t>(begin) && pc < reinterpret_cast<std::uintptr_t>(end);
    };
    if (within(fscopeGuardBegin, fscopeGuardEnd))
        return reinterpret_cast<std::uintptr_t>(fscopeGuardRecovery);
    if (within(fscopeGuard128Begin, fscopeGuard128End))
        return reinterpret_cast<std::uintptr_t>(fscopeGuard128Recovery);
    return 0;
}
#else
/// Continues in the guarded function that the calling thread is in, and does not return; returns if it is in
/// none. Called in the signal handler.
void resumePortable(std::uint64_t address, std::uint64_t status);
#endif

/// Once, before the first access: what of the CPU the functions may use.
void chooseGuardFeatures();
/// Once: takes the host's faults.
void installFaultHandler();
/// "SIGBUS, code 2", "exception 0xc0000005".
std::string describeFault(unsigned signal, std::uint32_t code);

} // namespace fscope::memory::detail
