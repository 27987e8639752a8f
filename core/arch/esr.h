// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/bits.h"

#include <cstdint>

namespace fscope::arch {

/// Exception classes used by name in code; all rows are in esrtable.h.
namespace ec {
inline constexpr unsigned kUnknown = 0x00;
inline constexpr unsigned kInstructionAbortLower = 0x20;
inline constexpr unsigned kInstructionAbortSame = 0x21;
inline constexpr unsigned kDataAbortLower = 0x24;
inline constexpr unsigned kDataAbortSame = 0x25;
} // namespace ec

constexpr unsigned exceptionClass(std::uint64_t esr)
{
    return static_cast<unsigned>(bits(esr, 31, 26));
}
constexpr bool isDataAbort(std::uint64_t esr)
{
    return exceptionClass(esr) == ec::kDataAbortLower || exceptionClass(esr) == ec::kDataAbortSame;
}
constexpr bool isInstructionAbort(std::uint64_t esr)
{
    return exceptionClass(esr) == ec::kInstructionAbortLower
        || exceptionClass(esr) == ec::kInstructionAbortSame;
}

/// The syndrome of an abort, as fields. Instruction aborts use the fields an instruction abort has.
/// Arm ARM D24.2 "ESR_EL2", ISS encodings for an exception from a Data Abort and from an Instruction Abort.
struct AbortSyndrome {
    unsigned ec = ec::kDataAbortLower;
    bool il = true;
    bool isv = false;
    unsigned sas = 0; ///< bytes = 1 << sas
    bool sse = false;
    unsigned srt = 0;
    bool sf = false;
    bool ar = false;
    bool vncr = false;
    unsigned set = 0;
    bool fnv = false;
    bool ea = false;
    bool cm = false;
    bool s1ptw = false;
    bool wnr = false;
    unsigned fsc = 0; ///< DFSC or IFSC

    constexpr std::uint64_t encode() const
    {
        std::uint64_t esr
            = std::uint64_t { ec } << 26 | std::uint64_t { il } << 25 | std::uint64_t { isv } << 24;
        if (isv)
            esr |= std::uint64_t { sas & 3 } << 22 | std::uint64_t { sse } << 21
                | std::uint64_t { srt & 31 } << 16 | std::uint64_t { sf } << 15 | std::uint64_t { ar } << 14;
        return esr | std::uint64_t { vncr } << 13 | std::uint64_t { set & 3 } << 11
            | std::uint64_t { fnv } << 10 | std::uint64_t { ea } << 9 | std::uint64_t { cm } << 8
            | std::uint64_t { s1ptw } << 7 | std::uint64_t { wnr } << 6 | (fsc & 0x3f);
    }
    static constexpr AbortSyndrome decode(std::uint64_t esr)
    {
        AbortSyndrome s;
        s.ec = exceptionClass(esr);
        s.il = bit(esr, 25);
        s.isv = bit(esr, 24);
        s.sas = static_cast<unsigned>(bits(esr, 23, 22));
        s.sse = bit(esr, 21);
        s.srt = static_cast<unsigned>(bits(esr, 20, 16));
        s.sf = bit(esr, 15);
        s.ar = bit(esr, 14);
        s.vncr = bit(esr, 13);
        s.set = static_cast<unsigned>(bits(esr, 12, 11));
        s.fnv = bit(esr, 10);
        s.ea = bit(esr, 9);
        s.cm = bit(esr, 8);
        s.s1ptw = bit(esr, 7);
        s.wnr = bit(esr, 6);
        s.fsc = static_cast<unsigned>(bits(esr, 5, 0));
        return s;
    }
    constexpr unsigned bytes() const { return 1U << sas; }
    bool operator==(const AbortSyndrome&) const = default;
};

/// HPFAR_EL2 for a faulting IPA: FIPA is bits 47:4 and holds IPA bits 55:12.
constexpr std::uint64_t hpfarOf(std::uint64_t ipa)
{
    return bits(ipa, 55, 12) << 4;
}
/// The page of the faulting IPA in HPFAR_EL2.
constexpr std::uint64_t ipaPageOf(std::uint64_t hpfar)
{
    return bits(hpfar, 47, 4) << 12;
}

/// Whether HPFAR_EL2 holds the faulting IPA for this syndrome (Arm ARM D24.2 "HPFAR_EL2"): always for
/// translation, Access flag and Address size faults of stage 2; for a Permission fault only with S1PTW = 1;
/// else it is UNKNOWN.
bool hpfarIsValid(std::uint64_t esr);

} // namespace fscope::arch
