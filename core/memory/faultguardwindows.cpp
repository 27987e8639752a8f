// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// The handler of access violations, first in the chain of vectored exception handlers. What is not ours goes
/// on to the next.

#include "core/memory/faultguard.h"

#if defined(_WIN32)

#include "core/base/hex.h"

#include <windows.h>

namespace fscope::memory::detail {

#if FSCOPE_GUARD_LABELS

namespace {

LONG CALLBACK onException(EXCEPTION_POINTERS* what)
{
    const EXCEPTION_RECORD& record = *what->ExceptionRecord;
    const bool access = record.ExceptionCode == EXCEPTION_ACCESS_VIOLATION
        || record.ExceptionCode == EXCEPTION_IN_PAGE_ERROR;
    if (!access && record.ExceptionCode != EXCEPTION_DATATYPE_MISALIGNMENT)
        return EXCEPTION_CONTINUE_SEARCH;
    CONTEXT& context = *what->ContextRecord;
#if FSCOPE_GUARD_X86
    DWORD64& pc = context.Rip;
    DWORD64& value = context.Rax;
    DWORD64& status = context.Rdx;
#else
    DWORD64& pc = context.Pc;
    DWORD64& value = context.X0;
    DWORD64& status = context.X1;
#endif
    const std::uintptr_t to = recoveryOf(static_cast<std::uintptr_t>(pc));
    if (to == 0)
        return EXCEPTION_CONTINUE_SEARCH;
    // A general protection fault (an address that is not canonical) reports a read of the address all-ones.
    const bool known
        = access && record.NumberParameters >= 2 && record.ExceptionInformation[1] != ~ULONG_PTR { 0 };
    pc = to;
    value = known ? record.ExceptionInformation[1] : 0;
    status = FaultStatus::pack(access && record.ExceptionInformation[0] == 1, known, 0,
        static_cast<std::uint32_t>(record.ExceptionCode));
    return EXCEPTION_CONTINUE_EXECUTION;
}

} // namespace

void installFaultHandler()
{
    AddVectoredExceptionHandler(1, onException);
}

#else

void installFaultHandler() { } // the functions of trycopyportable.cpp catch for themselves

#endif

std::string describeFault(unsigned, std::uint32_t code)
{
    return "exception " + hex(std::uint64_t { code });
}

} // namespace fscope::memory::detail

#endif
