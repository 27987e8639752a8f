// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace fscope::arch {

/// Families of fault status codes (DFSC, IFSC), Arm ARM D24.2, ESR_ELx, ISS encoding for a Data Abort.
enum class FaultKind : std::uint8_t {
    AddressSize,
    Translation,
    AccessFlag,
    Permission,
    ExternalAbort,       ///< synchronous External abort, not on a translation table walk
    ExternalAbortOnWalk, ///< synchronous External abort on a translation table walk
    Alignment,
    TagCheck,
    Parity,
    ParityOnWalk,
    GranuleProtection,
    GranuleProtectionOnWalk,
    TlbConflict,
    UnsupportedUpdate, ///< unsupported atomic hardware update
    Lockdown,          ///< IMPLEMENTATION DEFINED: lockdown
    UnsupportedAccess, ///< IMPLEMENTATION DEFINED: unsupported Exclusive or Atomic access
};

inline constexpr int kNoLevel = -128;

/// One row of the fault status table.
struct FaultStatus {
    std::uint8_t code = 0;
    FaultKind kind {};
    int level = kNoLevel;  ///< of the failing descriptor; kNoLevel where the code names none
    bool dataOnly = false; ///< not among the instruction fault codes
    const char* text = ""; ///< "Translation fault, level 2"; marked for translation
};

std::span<const FaultStatus> faultStatuses();
/// The row of a 6-bit code, or nullptr where it is reserved.
const FaultStatus* faultStatus(unsigned code);
/// The code of a fault. @p level is ignored by kinds that have none.
std::uint8_t faultCode(FaultKind kind, int level = kNoLevel);

} // namespace fscope::arch
