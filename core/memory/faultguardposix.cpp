// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// The handler of SIGSEGV and SIGBUS. In it, only what POSIX calls async-signal-safe.

#include "core/memory/faultguard.h"

#if !defined(_WIN32)

#include <signal.h> // NOLINT(modernize-deprecated-headers): <csignal> has no POSIX
#include <ucontext.h>

#include <array>

namespace fscope::memory::detail {

namespace {

constexpr std::array kSignals { SIGSEGV, SIGBUS };

/// Who had the signals before; written before our handler is installed, so that it may read them.
std::array<struct sigaction, kSignals.size()> previous;

#if FSCOPE_GUARD_X86

/// Page faults have the error code of the CPU, whose bit 1 says write. Others (a non-canonical address, a
/// misaligned exchange) are trap 13, with neither address nor direction.
bool isWrite(const ucontext_t& context)
{
    constexpr greg_t kPageFault = 14;
    return context.uc_mcontext.gregs[REG_TRAPNO] == kPageFault
        && (context.uc_mcontext.gregs[REG_ERR] & 2) != 0;
}

bool addressKnown(const ucontext_t& context)
{
    // A SIGBUS of the kernel's has its address whatever the trap was.
    return context.uc_mcontext.gregs[REG_TRAPNO] != 13;
}

bool resume(ucontext_t& context, std::uint64_t address, std::uint64_t status)
{
    greg_t* registers = context.uc_mcontext.gregs;
    const std::uintptr_t to = recoveryOf(static_cast<std::uintptr_t>(registers[REG_RIP]));
    if (to == 0)
        return false;
    registers[REG_RIP] = static_cast<greg_t>(to);
    registers[REG_RAX] = static_cast<greg_t>(address);
    registers[REG_RDX] = static_cast<greg_t>(status);
    return true;
}

#elif FSCOPE_GUARD_ARM

/// The kernel adds the syndrome as a record of the context; WnR is its bit 6.
bool isWrite(const ucontext_t& context)
{
    const auto* at = reinterpret_cast<const unsigned char*>(context.uc_mcontext.__reserved);
    const auto* end = at + sizeof context.uc_mcontext.__reserved;
    while (static_cast<std::size_t>(end - at) >= sizeof(esr_context)) {
        const auto* head = reinterpret_cast<const _aarch64_ctx*>(at);
        if (head->magic == ESR_MAGIC)
            return (reinterpret_cast<const esr_context*>(at)->esr & (1U << 6)) != 0;
        if (head->magic == 0 || head->size == 0 || head->size > static_cast<std::size_t>(end - at))
            break;
        at += head->size;
    }
    return false;
}

bool addressKnown(const ucontext_t&)
{
    return true;
}

bool resume(ucontext_t& context, std::uint64_t address, std::uint64_t status)
{
    const std::uintptr_t to = recoveryOf(context.uc_mcontext.pc);
    if (to == 0)
        return false;
    context.uc_mcontext.pc = to;
    context.uc_mcontext.regs[0] = address;
    context.uc_mcontext.regs[1] = status;
    return true;
}

#else

bool isWrite(const ucontext_t&)
{
    return false;
}

bool addressKnown(const ucontext_t&)
{
    return true;
}

bool resume(ucontext_t&, std::uint64_t address, std::uint64_t status)
{
    resumePortable(address, status);
    return false;
}

#endif

/// Not ours: as if we were not there.
void passOn(int signal, siginfo_t* info, void* context)
{
    const struct sigaction& before = previous[signal == kSignals[0] ? 0 : 1];
    if ((before.sa_flags & SA_SIGINFO) != 0) {
        before.sa_sigaction(signal, info, context);
        return;
    }
    // A signal that somebody sent can be ignored, a fault cannot.
    if (before.sa_handler == SIG_IGN && info->si_code <= 0)
        return;
    if (before.sa_handler != SIG_DFL && before.sa_handler != SIG_IGN) {
        before.sa_handler(signal);
        return;
    }
    struct sigaction byDefault = {};
    byDefault.sa_handler = SIG_DFL;
    sigaction(signal, &byDefault, nullptr);
    // A fault happens again when the handler returns, at the place that a core dump should show. A signal
    // that was sent does not: it is sent again, to arrive when the handler returns.
    if (info->si_code <= 0)
        raise(signal);
}

void onFault(int signal, siginfo_t* info, void* rawContext)
{
    // Positive codes are the kernel's own: the fault happened at the interrupted instruction.
    if (info->si_code > 0) {
        auto& context = *static_cast<ucontext_t*>(rawContext);
        const bool known = addressKnown(context);
        const std::uint64_t address = known ? reinterpret_cast<std::uintptr_t>(info->si_addr) : 0;
        if (resume(context, address,
                FaultStatus::pack(isWrite(context), known, static_cast<unsigned>(signal),
                    static_cast<std::uint32_t>(info->si_code))))
            return;
    }
    passOn(signal, info, rawContext);
}

} // namespace

void installFaultHandler()
{
    struct sigaction action = {};
    action.sa_sigaction = onFault;
    // On the alternate stack if the thread has one: an overflow of the stack must reach whoever we pass it on
    // to.
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
        sigaction(kSignals[i], nullptr, &previous[i]);
        sigaction(kSignals[i], &action, nullptr);
    }
}

std::string describeFault(unsigned signal, std::uint32_t code)
{
    const char* name = signal == SIGBUS ? "SIGBUS" : "SIGSEGV";
    return std::string(name) + ", code " + std::to_string(code);
}

} // namespace fscope::memory::detail

#endif
