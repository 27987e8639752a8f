// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/memory/trycopy.h"

#include "core/base/hex.h"
#include "core/base/text.h"
#include "core/memory/faultguard.h"

#include <mutex>

namespace fscope::memory {

using detail::FaultStatus;

void installFaultGuard()
{
    static std::once_flag once;
    std::call_once(once, [] {
        detail::chooseGuardFeatures();
        detail::installFaultHandler();
    });
}

HostFault Guarded::fault(const volatile void* start, std::size_t size, bool write) const
{
    const auto first = reinterpret_cast<std::uintptr_t>(start);
    HostFault fault { first, 0, write, static_cast<std::uint8_t>(status >> FaultStatus::kSignalShift),
        static_cast<std::uint32_t>(status >> FaultStatus::kCodeShift) };
    // An address outside the access (a host that reports only the page, an address with a tag) says nothing
    // more precise than the start.
    if ((status & FaultStatus::kAddressKnown) != 0 && value - first < size) {
        fault.address = value;
        fault.offset = value - first;
    }
    return fault;
}

HostFault Guarded::copyFault(const volatile void* to, const volatile void* from, std::size_t size) const
{
    const bool inTo = value - reinterpret_cast<std::uintptr_t>(to) < size;
    const bool inFrom = value - reinterpret_cast<std::uintptr_t>(from) < size;
    bool write = (status & FaultStatus::kWrite) != 0;
    if ((status & FaultStatus::kAddressKnown) != 0 && inTo != inFrom)
        write = inTo;
    return fault(write ? to : from, size, write);
}

std::string HostFault::text() const
{
    const char* pattern = write ? FSCOPE_TR("Core", "failed to write host memory at %1: %2")
                                : FSCOPE_TR("Core", "failed to read host memory at %1: %2");
    return Text(pattern, { hex(std::uint64_t { address }), detail::describeFault(signal, code) }).str();
}

} // namespace fscope::memory
