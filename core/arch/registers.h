// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/bits.h"

#include <cstdint>
#include <string>

namespace fscope::arch {

/// PSTATE in the layout of SPSR_EL2 (Arm ARM C5.2, "SPSR_EL2").
namespace pstate {
inline constexpr std::uint64_t kSp = 1U << 0;
inline constexpr std::uint64_t kF = 1U << 6;
inline constexpr std::uint64_t kI = 1U << 7;
inline constexpr std::uint64_t kA = 1U << 8;
inline constexpr std::uint64_t kD = 1U << 9;
inline constexpr std::uint64_t kPan = 1U << 22;
inline constexpr std::uint64_t kUao = 1U << 23;

constexpr unsigned el(std::uint64_t value)
{
    return static_cast<unsigned>(bits(value, 3, 2));
}
constexpr bool usesSpElx(std::uint64_t value)
{
    return el(value) != 0 && (value & kSp) != 0;
}
/// M[3:0] of an exception level and stack pointer selection.
constexpr std::uint64_t mode(unsigned level, bool spElx)
{
    return std::uint64_t { level } << 2 | (level != 0 && spElx ? 1U : 0U);
}
/// "EL1h, NZcv, DAIF": for people.
std::string text(std::uint64_t value);
} // namespace pstate

/// Names a register of the simulated CPU.
struct RegId {
    enum class File : std::uint8_t { X, V, Sp, Pc, Pstate, System };
    File file = File::X;
    std::uint8_t index = 0; ///< X0 to X30, V0 to V31, SP_EL0 and SP_EL1, or a System register of @ref SysReg
    bool operator==(const RegId&) const = default;
    auto operator<=>(const RegId&) const = default;
};

/// System registers that an intercept or an injected exception shows or changes.
enum class SysReg : std::uint8_t {
    EsrEl1,
    FarEl1,
    ElrEl1,
    SpsrEl1,
    VbarEl1,
    SctlrEl1,
    TcrEl1,
    Ttbr0El1,
    Ttbr1El1,
    MairEl1,
    HcrEl2,
    VtcrEl2,
    VttbrEl2
};
inline constexpr unsigned kSysRegCount = 13;

/// As the Arm ARM spells it: "X5", "V3", "SP_EL1", "PC", "PSTATE", "ESR_EL1".
std::string name(RegId reg);

} // namespace fscope::arch
