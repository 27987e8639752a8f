// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/arch/field.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace fscope::arch::vmx {

/// Interruption types, as bits 10:8 of the event fields hold them.
enum class InterruptionType : std::uint8_t {
    ExternalInterrupt = 0,
    Reserved = 1,
    Nmi = 2,
    HardwareException = 3,
    SoftwareInterrupt = 4,
    PrivilegedSoftwareException = 5,
    SoftwareException = 6,
    OtherEvent = 7,
};

/// "hardware exception", "software interrupt (INT n)", …: the eight values, as rows.
std::span<const NamedValue> interruptionTypes();

enum class VectorClass : std::uint8_t { Fault, FaultOrTrap, Trap, Abort, Interrupt, Reserved };
std::string_view name(VectorClass value); ///< "fault or trap"

enum class ErrorCodeRule : std::uint8_t {
    None,
    Pushed,
    PushedZero, ///< pushed, and always 0
    Unknown,    ///< the vector is reserved
};

/// One vector, or a range of them that are alike.
struct Vector {
    std::uint8_t first = 0;
    std::uint8_t last = 0;
    const char* mnemonic = ""; ///< "#PF"; empty where there is none
    const char* text = "";     ///< "Page fault"; marked for translation
    VectorClass kind = VectorClass::Reserved;
    ErrorCodeRule errorCode = ErrorCodeRule::None;
    /// Types that an exiting event of this vector has, the usual one first; empty: the vector is reserved.
    std::span<const InterruptionType> exitTypes = {};
    const char* meaning = ""; ///< a sentence; marked for translation
};

/// The vectors 0 to 255 in order. Source: Intel SDM volume 3A, "Interrupt and Exception Handling".
std::span<const Vector> vectors();
/// The row of a vector (0 to 255; only the low 8 bits count).
const Vector& vectorRow(unsigned vector);

/// Whether a hardware exception of this vector pushes an error code (outside real mode). False for reserved
/// vectors.
bool hasErrorCode(unsigned vector);

/// The interruption type of a vector, as the crate x86_vcpu guesses it from the number alone (`from_vector`).
InterruptionType seedType(unsigned vector);
/// The crate's `vector_has_error_code`.
bool seedHasErrorCode(unsigned vector);

/// Both answers for one vector.
struct VectorClassification {
    unsigned vector = 0;
    InterruptionType seed = InterruptionType::ExternalInterrupt;
    std::span<const InterruptionType> manual; ///< of an exiting event, the usual one first; empty: reserved
    bool typeDiffers = false;                 ///< the seed's type is not the SDM's usual one
    bool seedErrorCode = false;
    bool manualErrorCode = false;
    bool errorCodeDiffers = false;
    Text note; ///< what the seed's answer misses; empty where nothing
};
VectorClassification classifyVector(unsigned vector);

} // namespace fscope::arch::vmx
