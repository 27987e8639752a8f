// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/a64/rowterms.h"

// Load-acquire and store-release of one general-purpose register.

namespace fscope::a64::table {

inline constexpr Row kOrderedRows[] = {
    // clang-format off
    // load-acquire and store-release; q marks bits that should be one
    row("stlrb", "STLRB",
        "00001000100qqqqq1qqqqqnnnnnttttt", kStore, BaseOnly, 1, 1, kOrdered | kIsv, kAcquireRelease),
    row("ldarb", "LDARB",
        "00001000110qqqqq1qqqqqnnnnnttttt", kLoad, BaseOnly, 1, 1, kOrdered | kIsv, kAcquireRelease),
    row("stlrh", "STLRH",
        "01001000100qqqqq1qqqqqnnnnnttttt", kStore, BaseOnly, 2, 1, kOrdered | kIsv, kAcquireRelease),
    row("ldarh", "LDARH",
        "01001000110qqqqq1qqqqqnnnnnttttt", kLoad, BaseOnly, 2, 1, kOrdered | kIsv, kAcquireRelease),
    row("stlr", "STLR, 32-bit",
        "10001000100qqqqq1qqqqqnnnnnttttt", kStore, BaseOnly, 4, 1, kOrdered | kIsv, kAcquireRelease),
    row("ldar", "LDAR, 32-bit",
        "10001000110qqqqq1qqqqqnnnnnttttt", kLoad, BaseOnly, 4, 1, kOrdered | kIsv, kAcquireRelease),
    row("stlr", "STLR, 64-bit",
        "11001000100qqqqq1qqqqqnnnnnttttt", kStore, BaseOnly, 8, 1, kWide | kOrdered | kIsv, kAcquireRelease),
    row("ldar", "LDAR, 64-bit",
        "11001000110qqqqq1qqqqqnnnnnttttt", kLoad, BaseOnly, 8, 1, kWide | kOrdered | kIsv, kAcquireRelease),
    row("stllrb", "STLLRB",
        "00001000100qqqqq0qqqqqnnnnnttttt", kStore, BaseOnly, 1, 1, kOrdered | kIsv, kAcquireRelease),
    row("ldlarb", "LDLARB",
        "00001000110qqqqq0qqqqqnnnnnttttt", kLoad, BaseOnly, 1, 1, kOrdered | kIsv, kAcquireRelease),
    row("stllrh", "STLLRH",
        "01001000100qqqqq0qqqqqnnnnnttttt", kStore, BaseOnly, 2, 1, kOrdered | kIsv, kAcquireRelease),
    row("ldlarh", "LDLARH",
        "01001000110qqqqq0qqqqqnnnnnttttt", kLoad, BaseOnly, 2, 1, kOrdered | kIsv, kAcquireRelease),
    row("stllr", "STLLR, 32-bit",
        "10001000100qqqqq0qqqqqnnnnnttttt", kStore, BaseOnly, 4, 1, kOrdered | kIsv, kAcquireRelease),
    row("ldlar", "LDLAR, 32-bit",
        "10001000110qqqqq0qqqqqnnnnnttttt", kLoad, BaseOnly, 4, 1, kOrdered | kIsv, kAcquireRelease),
    row("stllr", "STLLR, 64-bit",
        "11001000100qqqqq0qqqqqnnnnnttttt", kStore, BaseOnly, 8, 1, kWide | kOrdered | kIsv, kAcquireRelease),
    row("ldlar", "LDLAR, 64-bit",
        "11001000110qqqqq0qqqqqnnnnnttttt", kLoad, BaseOnly, 8, 1, kWide | kOrdered | kIsv, kAcquireRelease),
    // load-acquire RCpc
    row("ldaprb", "LDAPRB",
        "00111000101qqqqq110000nnnnnttttt", kLoad, BaseOnly, 1, 1, kOrdered | kIsv, kRcpc),
    row("ldaprh", "LDAPRH",
        "01111000101qqqqq110000nnnnnttttt", kLoad, BaseOnly, 2, 1, kOrdered | kIsv, kRcpc),
    row("ldapr", "LDAPR, 32-bit",
        "10111000101qqqqq110000nnnnnttttt", kLoad, BaseOnly, 4, 1, kOrdered | kIsv, kRcpc),
    row("ldapr", "LDAPR, 64-bit",
        "11111000101qqqqq110000nnnnnttttt", kLoad, BaseOnly, 8, 1, kWide | kOrdered | kIsv, kRcpc),
    // RCpc with an unscaled offset
    row("stlurb", "STLURB",
        "00011001000iiiiiiiii00nnnnnttttt", kStore, Unscaled, 1, 1, kOrdered | kIsv, kRcpcImm),
    row("ldapurb", "LDAPURB",
        "00011001010iiiiiiiii00nnnnnttttt", kLoad, Unscaled, 1, 1, kOrdered | kIsv, kRcpcImm),
    row("ldapursb", "LDAPURSB, 64-bit",
        "00011001100iiiiiiiii00nnnnnttttt", kLoad, Unscaled, 1, 1, kSignedWide | kOrdered | kIsv, kRcpcImm),
    row("ldapursb", "LDAPURSB, 32-bit",
        "00011001110iiiiiiiii00nnnnnttttt", kLoad, Unscaled, 1, 1, kSigned | kOrdered | kIsv, kRcpcImm),
    row("stlurh", "STLURH",
        "01011001000iiiiiiiii00nnnnnttttt", kStore, Unscaled, 2, 1, kOrdered | kIsv, kRcpcImm),
    row("ldapurh", "LDAPURH",
        "01011001010iiiiiiiii00nnnnnttttt", kLoad, Unscaled, 2, 1, kOrdered | kIsv, kRcpcImm),
    row("ldapursh", "LDAPURSH, 64-bit",
        "01011001100iiiiiiiii00nnnnnttttt", kLoad, Unscaled, 2, 1, kSignedWide | kOrdered | kIsv, kRcpcImm),
    row("ldapursh", "LDAPURSH, 32-bit",
        "01011001110iiiiiiiii00nnnnnttttt", kLoad, Unscaled, 2, 1, kSigned | kOrdered | kIsv, kRcpcImm),
    row("stlur", "STLUR, 32-bit",
        "10011001000iiiiiiiii00nnnnnttttt", kStore, Unscaled, 4, 1, kOrdered | kIsv, kRcpcImm),
    row("ldapur", "LDAPUR, 32-bit",
        "10011001010iiiiiiiii00nnnnnttttt", kLoad, Unscaled, 4, 1, kOrdered | kIsv, kRcpcImm),
    row("ldapursw", "LDAPURSW",
        "10011001100iiiiiiiii00nnnnnttttt", kLoad, Unscaled, 4, 1, kSignedWide | kOrdered | kIsv, kRcpcImm),
    row("stlur", "STLUR, 64-bit",
        "11011001000iiiiiiiii00nnnnnttttt", kStore, Unscaled, 8, 1, kWide | kOrdered | kIsv, kRcpcImm),
    row("ldapur", "LDAPUR, 64-bit",
        "11011001010iiiiiiiii00nnnnnttttt", kLoad, Unscaled, 8, 1, kWide | kOrdered | kIsv, kRcpcImm),
    // clang-format on
};

} // namespace fscope::a64::table
