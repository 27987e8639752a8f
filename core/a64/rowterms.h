// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/a64/instruction.h"

#include <cstdint>

/// The words in which the decode table is written. Only for the files of the table.
///
/// Letters of a pattern: t Rt, u Rt2, n Rn, m Rm, i immediate, o option, s the S bit, p the prefetch
/// operation, q a bit that should be one (the Arm ARM writes "(1)").
namespace fscope::a64::table {

using enum Addressing;

inline constexpr Operation kLoad = Operation::Load;
inline constexpr Operation kStore = Operation::Store;
inline constexpr Operation kPrefetch = Operation::Prefetch;

inline constexpr unsigned kPlain = 0;
inline constexpr unsigned kFp = 1U << 0;
inline constexpr unsigned kSigned = 1U << 1;
inline constexpr unsigned kWide = 1U << 2;
inline constexpr unsigned kOrdered = 1U << 3;
inline constexpr unsigned kNoAllocate = 1U << 4;
inline constexpr unsigned kIsv = 1U << 5;
inline constexpr unsigned kSignedWide = kSigned | kWide;

// Classes of the Arm ARM's decode tables (DDI 0487, C4.1 "A64 instruction set encoding", Loads and Stores).
inline constexpr const char* kUnsignedImmediate = "Arm ARM C4.1, Load/store register (unsigned immediate)";
inline constexpr const char* kUnscaledImmediate = "Arm ARM C4.1, Load/store register (unscaled immediate)";
inline constexpr const char* kImmediatePost = "Arm ARM C4.1, Load/store register (immediate post-indexed)";
inline constexpr const char* kImmediatePre = "Arm ARM C4.1, Load/store register (immediate pre-indexed)";
inline constexpr const char* kUnprivileged = "Arm ARM C4.1, Load/store register (unprivileged)";
inline constexpr const char* kRegisterOffset = "Arm ARM C4.1, Load/store register (register offset)";
inline constexpr const char* kLiteral = "Arm ARM C4.1, Load register (literal)";
inline constexpr const char* kPairNoAllocate = "Arm ARM C4.1, Load/store no-allocate pair (offset)";
inline constexpr const char* kPairPost = "Arm ARM C4.1, Load/store register pair (post-indexed)";
inline constexpr const char* kPairOffset = "Arm ARM C4.1, Load/store register pair (offset)";
inline constexpr const char* kPairPre = "Arm ARM C4.1, Load/store register pair (pre-indexed)";
inline constexpr const char* kAcquireRelease = "Arm ARM C4.1, Load/store ordered";
inline constexpr const char* kRcpc = "Arm ARM C4.1, Atomic memory operations";
inline constexpr const char* kRcpcImm = "Arm ARM C4.1, LDAPR/STLR (unscaled immediate)";

constexpr Row row(const char* mnemonic, const char* title, const char* pattern, Operation operation,
    Addressing addressing, unsigned size, unsigned count, unsigned flags, const char* source)
{
    return {
        .mnemonic = mnemonic,
        .title = title,
        .pattern = pattern,
        .operation = operation,
        .addressing = addressing,
        .size = static_cast<std::uint8_t>(size),
        .count = static_cast<std::uint8_t>(count),
        .fp = (flags & kFp) != 0,
        .signExtend = (flags & kSigned) != 0,
        .wide = (flags & kWide) != 0,
        .ordered = (flags & kOrdered) != 0,
        .noAllocate = (flags & kNoAllocate) != 0,
        .isv = (flags & kIsv) != 0,
        .source = source,
    };
}

} // namespace fscope::a64::table
