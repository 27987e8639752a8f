// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/arch/field.h"

#include <cstdint>
#include <optional>
#include <vector>

/// x86 VMX: what the exit-information fields of a VMCS hold, as rows of the same type as the Arm registers'.
///
/// The source is the Intel SDM, volume 3C (vectors: volume 3A). Its chapter numbers differ between editions,
/// so rows name chapters and tables by their titles. AMD's exit codes are another list and are not here.
namespace fscope::arch::vmx {

/// An event as the interruption-information fields name it.
struct EventId {
    unsigned vector = 0; ///< 0 to 255
    unsigned type = 0;   ///< interruption type, 0 to 7
    bool operator==(const EventId&) const = default;
};

/// Which I/O instruction an exit of reason 30 (or 5) comes from, as far as its instruction information
/// depends on it.
enum class StringIo : std::uint8_t { None, Ins, Outs };

/// What decides the layout of an exit-information field and stands in none of them.
struct Context {
    bool modeBasedExecute = false;       ///< the control "mode-based execute control for EPT"
    bool advancedEptInformation = false; ///< IA32_VMX_EPT_VPID_CAP bit 22
    bool supervisorShadowStack = false;  ///< EPTP bit 7
    bool nmiSource = false;              ///< NMI-source reporting is supported
    bool msrBitmaps = true;              ///< the control "use MSR bitmaps"
    bool mode64 = true;                  ///< the guest was in 64-bit mode
    bool fred = false;                   ///< event delivery by FRED
    bool originalEventValid = false;     ///< the original event of the same exit has its valid bit set
    unsigned addressSize = 64;           ///< 16, 32 or 64, of the instruction that exited
    StringIo stringIo = StringIo::None;
    std::optional<EventId> event = {}; ///< the exiting event, for the qualification of reason 0
    bool operator==(const Context&) const = default;
};

/// Whether the row stands for bits that mean nothing: undefined (to be ignored) or reserved.
bool isFiller(const Field& field);

/// The rows of @p value that mean something here: those that apply, without fillers.
std::vector<FieldValue> definedFields(const RegisterLayout& layout, std::uint64_t value);

/// The set bits of @p value that belong to no row of definedFields().
std::uint64_t undefinedBits(const RegisterLayout& layout, std::uint64_t value);

/// One layout of each kind and context worth a page: for the help, the tests and a list to choose from.
std::vector<const RegisterLayout*> allLayouts();

} // namespace fscope::arch::vmx
