// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/arch/faultcode.h"
#include "core/base/text.h"

#include <array>

/// The rows behind faultcode.h, for the tables of this folder that are made from them at compile time.
namespace fscope::arch::table {

inline constexpr bool kBoth = false;
inline constexpr bool kDataOnly = true;

// Arm ARM (DDI 0487 M.a) D24.2, "ESR_EL2", the values of DFSC and, but for the rows marked, of IFSC. The
// codes of the levels -1 and -2 came later than the others and follow no rule, so this is a table and not
// arithmetic.
// clang-format off
inline constexpr std::array kFaultStatuses {
    FaultStatus { 0x00, FaultKind::AddressSize, 0, kBoth, FSCOPE_TR("Core", "Address size fault, level 0 or the translation table base register") },
    FaultStatus { 0x01, FaultKind::AddressSize, 1, kBoth, FSCOPE_TR("Core", "Address size fault, level 1") },
    FaultStatus { 0x02, FaultKind::AddressSize, 2, kBoth, FSCOPE_TR("Core", "Address size fault, level 2") },
    FaultStatus { 0x03, FaultKind::AddressSize, 3, kBoth, FSCOPE_TR("Core", "Address size fault, level 3") },
    FaultStatus { 0x04, FaultKind::Translation, 0, kBoth, FSCOPE_TR("Core", "Translation fault, level 0") },
    FaultStatus { 0x05, FaultKind::Translation, 1, kBoth, FSCOPE_TR("Core", "Translation fault, level 1") },
    FaultStatus { 0x06, FaultKind::Translation, 2, kBoth, FSCOPE_TR("Core", "Translation fault, level 2") },
    FaultStatus { 0x07, FaultKind::Translation, 3, kBoth, FSCOPE_TR("Core", "Translation fault, level 3") },
    FaultStatus { 0x08, FaultKind::AccessFlag, 0, kBoth, FSCOPE_TR("Core", "Access flag fault, level 0") },
    FaultStatus { 0x09, FaultKind::AccessFlag, 1, kBoth, FSCOPE_TR("Core", "Access flag fault, level 1") },
    FaultStatus { 0x0a, FaultKind::AccessFlag, 2, kBoth, FSCOPE_TR("Core", "Access flag fault, level 2") },
    FaultStatus { 0x0b, FaultKind::AccessFlag, 3, kBoth, FSCOPE_TR("Core", "Access flag fault, level 3") },
    FaultStatus { 0x0c, FaultKind::Permission, 0, kBoth, FSCOPE_TR("Core", "Permission fault, level 0") },
    FaultStatus { 0x0d, FaultKind::Permission, 1, kBoth, FSCOPE_TR("Core", "Permission fault, level 1") },
    FaultStatus { 0x0e, FaultKind::Permission, 2, kBoth, FSCOPE_TR("Core", "Permission fault, level 2") },
    FaultStatus { 0x0f, FaultKind::Permission, 3, kBoth, FSCOPE_TR("Core", "Permission fault, level 3") },
    FaultStatus { 0x10, FaultKind::ExternalAbort, kNoLevel, kBoth, FSCOPE_TR("Core", "Synchronous External abort, not on a table walk or update") },
    FaultStatus { 0x11, FaultKind::TagCheck, kNoLevel, kDataOnly, FSCOPE_TR("Core", "Synchronous Tag Check Fault") },
    FaultStatus { 0x12, FaultKind::ExternalAbortOnWalk, -2, kBoth, FSCOPE_TR("Core", "Synchronous External abort on a table walk or update, level -2") },
    FaultStatus { 0x13, FaultKind::ExternalAbortOnWalk, -1, kBoth, FSCOPE_TR("Core", "Synchronous External abort on a table walk or update, level -1") },
    FaultStatus { 0x14, FaultKind::ExternalAbortOnWalk, 0, kBoth, FSCOPE_TR("Core", "Synchronous External abort on a table walk or update, level 0") },
    FaultStatus { 0x15, FaultKind::ExternalAbortOnWalk, 1, kBoth, FSCOPE_TR("Core", "Synchronous External abort on a table walk or update, level 1") },
    FaultStatus { 0x16, FaultKind::ExternalAbortOnWalk, 2, kBoth, FSCOPE_TR("Core", "Synchronous External abort on a table walk or update, level 2") },
    FaultStatus { 0x17, FaultKind::ExternalAbortOnWalk, 3, kBoth, FSCOPE_TR("Core", "Synchronous External abort on a table walk or update, level 3") },
    FaultStatus { 0x18, FaultKind::Parity, kNoLevel, kBoth, FSCOPE_TR("Core", "Synchronous parity or ECC error, not on a table walk") },
    FaultStatus { 0x1b, FaultKind::ParityOnWalk, -1, kBoth, FSCOPE_TR("Core", "Synchronous parity or ECC error on a table walk or update, level -1") },
    FaultStatus { 0x1c, FaultKind::ParityOnWalk, 0, kBoth, FSCOPE_TR("Core", "Synchronous parity or ECC error on a table walk or update, level 0") },
    FaultStatus { 0x1d, FaultKind::ParityOnWalk, 1, kBoth, FSCOPE_TR("Core", "Synchronous parity or ECC error on a table walk or update, level 1") },
    FaultStatus { 0x1e, FaultKind::ParityOnWalk, 2, kBoth, FSCOPE_TR("Core", "Synchronous parity or ECC error on a table walk or update, level 2") },
    FaultStatus { 0x1f, FaultKind::ParityOnWalk, 3, kBoth, FSCOPE_TR("Core", "Synchronous parity or ECC error on a table walk or update, level 3") },
    FaultStatus { 0x21, FaultKind::Alignment, kNoLevel, kDataOnly, FSCOPE_TR("Core", "Alignment fault") },
    FaultStatus { 0x22, FaultKind::GranuleProtectionOnWalk, -2, kBoth, FSCOPE_TR("Core", "Granule Protection Fault on a table walk or update, level -2") },
    FaultStatus { 0x23, FaultKind::GranuleProtectionOnWalk, -1, kBoth, FSCOPE_TR("Core", "Granule Protection Fault on a table walk or update, level -1") },
    FaultStatus { 0x24, FaultKind::GranuleProtectionOnWalk, 0, kBoth, FSCOPE_TR("Core", "Granule Protection Fault on a table walk or update, level 0") },
    FaultStatus { 0x25, FaultKind::GranuleProtectionOnWalk, 1, kBoth, FSCOPE_TR("Core", "Granule Protection Fault on a table walk or update, level 1") },
    FaultStatus { 0x26, FaultKind::GranuleProtectionOnWalk, 2, kBoth, FSCOPE_TR("Core", "Granule Protection Fault on a table walk or update, level 2") },
    FaultStatus { 0x27, FaultKind::GranuleProtectionOnWalk, 3, kBoth, FSCOPE_TR("Core", "Granule Protection Fault on a table walk or update, level 3") },
    FaultStatus { 0x28, FaultKind::GranuleProtection, kNoLevel, kBoth, FSCOPE_TR("Core", "Granule Protection Fault, not on a table walk or update") },
    FaultStatus { 0x29, FaultKind::AddressSize, -1, kBoth, FSCOPE_TR("Core", "Address size fault, level -1") },
    FaultStatus { 0x2a, FaultKind::Translation, -2, kBoth, FSCOPE_TR("Core", "Translation fault, level -2") },
    FaultStatus { 0x2b, FaultKind::Translation, -1, kBoth, FSCOPE_TR("Core", "Translation fault, level -1") },
    FaultStatus { 0x2c, FaultKind::AddressSize, -2, kBoth, FSCOPE_TR("Core", "Address size fault, level -2") },
    FaultStatus { 0x30, FaultKind::TlbConflict, kNoLevel, kBoth, FSCOPE_TR("Core", "TLB conflict abort") },
    FaultStatus { 0x31, FaultKind::UnsupportedUpdate, kNoLevel, kBoth, FSCOPE_TR("Core", "Unsupported atomic hardware update fault") },
    FaultStatus { 0x34, FaultKind::Lockdown, kNoLevel, kDataOnly, FSCOPE_TR("Core", "IMPLEMENTATION DEFINED fault: Lockdown") },
    FaultStatus { 0x35, FaultKind::UnsupportedAccess, kNoLevel, kDataOnly, FSCOPE_TR("Core", "IMPLEMENTATION DEFINED fault: Unsupported Exclusive or Atomic access") },
};
// clang-format on

/// A code that no fault has.
inline constexpr const char* kReservedStatus = FSCOPE_TR("Core", "Reserved fault status code");

} // namespace fscope::arch::table
