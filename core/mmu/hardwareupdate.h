// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/base/bits.h"
#include "core/mmu/lookup.h"

#include <cstdint>

namespace fscope::mmu {

/// Leaves of both stages.
inline constexpr unsigned kAccessFlag = 10;
inline constexpr unsigned kStage1ReadOnly = 7; ///< AP[2]
inline constexpr unsigned kStage2Writable = 7; ///< S2AP[1]

/// How often a walk starts again because somebody else changed the descriptor it was about to update. Memory
/// that goes on saying so has no atomic update: the fault of the same name.
inline constexpr unsigned kMostAttempts = 16;

/// The bits that hardware changes in a leaf that lets the access through, or 0: the Access flag of a
/// descriptor used for the first time (HA), and the mark of a page written to (HD), which an AT instruction
/// does not set. The permissions were found to allow the access, so a descriptor that forbids writes has DBM.
/// Rule: Arm ARM D8.5, "Hardware management of the Access flag and dirty state".
inline std::uint64_t changeOf(
    const LookupConfig& config, std::uint64_t leaf, const Access& access, bool isClean)
{
    std::uint64_t changed = ~leaf & std::uint64_t { 1 } << kAccessFlag;
    if (isClean && config.hardwareDirtyState && access.kind == AccessKind::Write && !access.probe)
        changed |= std::uint64_t { 1 } << kStage1ReadOnly;
    return changed;
}
inline std::uint64_t stage1Change(const LookupConfig& config, std::uint64_t leaf, const Access& access)
{
    return changeOf(config, leaf, access, bit(leaf, kStage1ReadOnly));
}
inline std::uint64_t stage2Change(const LookupConfig& config, std::uint64_t leaf, const Access& access)
{
    return changeOf(config, leaf, access, !bit(leaf, kStage2Writable));
}

/// Puts @p descriptor with the @p changed bits in its place, if it still stands there: one compare-exchange.
template <typename Memory>
Exchange updateDescriptor(const LookupConfig& config, const Memory& memory, bool writeBack,
    std::uint64_t address, std::uint64_t descriptor, std::uint64_t changed)
{
    if (!writeBack)
        return Exchange::Done;
    const auto inMemory
        = [&](std::uint64_t value) { return config.bigEndian ? __builtin_bswap64(value) : value; };
    return memory.exchange(address, inMemory(descriptor), inMemory(descriptor ^ changed));
}

} // namespace fscope::mmu
