// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/arch/vmxlayout.h"
#include "core/arch/vmxvector.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace fscope::arch::vmx {

/// The three fields that name an event. The SDM's newest edition calls them exiting-, original- and
/// injected-event identification.
enum class EventField : std::uint8_t {
    Exiting,  ///< VM-exit interruption information, 0x4404
    Original, ///< IDT-vectoring information, 0x4408
    Injected, ///< VM-entry interruption information, 0x4016
};

/// Uses Context::originalEventValid (Exiting only).
const RegisterLayout& eventLayout(EventField field, const Context& context = {});

/// An event field, taken apart.
struct DecodedEvent {
    bool valid = false; ///< if not, everything else is undefined
    unsigned vector = 0;
    InterruptionType type = InterruptionType::ExternalInterrupt;
    bool errorCode = false; ///< an error code is valid, or to be delivered
    bool nmiUnblocking = false;
    bool nested = false;
    EventId id() const { return { vector, static_cast<unsigned>(type) }; }
};
DecodedEvent decodeEvent(std::uint32_t value);

/// Why a value is none that a processor produces, or none that VM entry accepts.
struct EventProblem {
    std::string_view name; ///< "exception_vector"
    Text text;
};

/// What is wrong with an exiting or original event; empty where nothing is, or where it is not valid. Uses
/// Context::fred.
std::vector<EventProblem> eventProblems(EventField field, std::uint32_t value, const Context& context = {});

/// What VM entry checks an injected event against.
struct EntryChecks {
    std::uint32_t errorCode = 0;
    std::uint32_t instructionLength = 1;
    bool unrestrictedGuest = false;
    bool protectedMode = true;   ///< CR0.PE of the guest state
    bool basic56 = false;        ///< IA32_VMX_BASIC[56]: error codes are free for any hardware exception
    bool basic58 = false;        ///< IA32_VMX_BASIC[58]: nested exceptions
    bool misc30 = false;         ///< IA32_VMX_MISC[30]: instruction length 0
    bool monitorTrapFlag = true; ///< the control is supported
    bool fred = false;           ///< on after the entry
};
/// Why VM entry refuses to inject the event (VM-instruction error 7); empty: it does not, or it is not valid.
std::vector<EventProblem> injectionProblems(std::uint32_t value, const EntryChecks& checks);
/// Whether the delivery of the event uses the VM-entry instruction length.
bool needsInstructionLength(std::uint32_t value, bool fred);

/// The error code that a hardware exception of this vector pushes: 32 bits. Vectors without one have a layout
/// without a defined row.
const RegisterLayout& errorCodeLayout(unsigned vector);

} // namespace fscope::arch::vmx
