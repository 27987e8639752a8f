// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/mmu/walk.h"

#include <cstdint>

namespace fscope::mmu {

/// Values of the control registers that fit the tables TableBuilder makes: 4 KiB granule, four levels, 48-bit
/// input addresses in both halves, 48-bit outputs, walks in inner shareable Write-Back memory (Arm ARM
/// D17.2).
namespace standard {

// SCTLR_EL1
inline constexpr std::uint64_t kSctlrM = 1U << 0;
inline constexpr std::uint64_t kSctlrA = 1U << 1;
inline constexpr std::uint64_t kSctlrE0e = 1U << 24;
inline constexpr std::uint64_t kSctlrEe = 1U << 25;
inline constexpr std::uint64_t kSctlrAta0 = std::uint64_t { 1 } << 42;
inline constexpr std::uint64_t kSctlrAta = std::uint64_t { 1 } << 43;
/// SA, SA0, DZE, SPAN and UCI: stack pointers are checked, EL0 may zero and maintain caches, exceptions leave
/// PSTATE.PAN alone.
inline constexpr std::uint64_t kSctlr = 1U << 3 | 1U << 4 | 1U << 14 | 1U << 23 | 1U << 26;

// TCR_EL1: T0SZ and T1SZ 16, TG0 0, TG1 2 (both 4 KiB), IPS 5
inline constexpr std::uint64_t kTcr = 16U | 1U << 8 | 1U << 10 | 3U << 12 | 16U << 16 | 1U << 24 | 1U << 26
    | 3U << 28 | std::uint64_t { 2 } << 30 | std::uint64_t { 5 } << 32;
inline constexpr std::uint64_t kTcrEpd0 = 1U << 7; ///< no walks with TTBR0_EL1
inline constexpr std::uint64_t kTcrEpd1 = 1U << 23;
inline constexpr std::uint64_t kTcrTopByteIgnored = std::uint64_t { 3 } << 37; ///< TBI0, TBI1

/// MAIR_EL1: index 0 Normal Write-Back, index 1 Device-nGnRnE, index 2 Device-nGnRE.
inline constexpr std::uint64_t kMair = 0x04'00ff;
inline constexpr std::uint8_t kNormalIndex = 0;
inline constexpr std::uint8_t kDeviceIndex = 1;
/// MemAttr of stage-2 descriptors.
inline constexpr std::uint8_t kStage2Normal = 0xf;
inline constexpr std::uint8_t kStage2Device = 0x0;

/// HCR_EL2: VM (stage 2 on) and RW (EL1 is AArch64).
inline constexpr std::uint64_t kHcrVm = 1U;
inline constexpr std::uint64_t kHcrRw = std::uint64_t { 1 } << 31;
/// VTCR_EL2: T0SZ 16, SL0 2 (start level 0), TG0 0, PS 5, RES1
inline constexpr std::uint64_t kVtcr
    = 16U | 2U << 6 | 1U << 8 | 1U << 10 | 3U << 12 | 5U << 16 | std::uint64_t { 1 } << 31;

} // namespace standard
} // namespace fscope::mmu
