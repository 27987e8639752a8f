// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/vmxept.h"
#include "core/base/bits.h"

namespace fscope::arch::vmx {
namespace {

constexpr std::uint64_t kRead = 1U << 0;
constexpr std::uint64_t kWrite = 1U << 1;
constexpr std::uint64_t kExecute = 1U << 2; ///< with mode-based control: of supervisor-mode addresses
constexpr std::uint64_t kUserExecute = 1U << 10;
constexpr std::uint64_t kPagingWrite = std::uint64_t { 1 } << 58;

/// The access as qualification bits 2:0 show it.
std::uint64_t accessBits(EptAccess access, bool accessedDirty)
{
    switch (access) {
    case EptAccess::Read:
        return kRead;
    case EptAccess::Write:
        return kWrite;
    case EptAccess::Fetch:
        return kExecute;
    case EptAccess::Walk:
        return accessedDirty ? kRead | kWrite : kRead;
    }
    return kRead;
}

/// Qualification bits 8:0 for a violation with these common rights (as bits of an entry).
std::uint64_t qualificationOf(std::uint64_t rights, const EptAttempt& attempt, const EptFeatures& features)
{
    std::uint64_t out = accessBits(attempt.access, features.accessedDirty) | bits(rights, 2, 0) << 3;
    if (features.modeBasedExecute && (rights & kUserExecute) != 0)
        out |= 1U << 6;
    if (attempt.linearValid) {
        out |= 1U << 7;
        if (attempt.access != EptAccess::Walk)
            out |= 1U << 8;
    }
    return out;
}

/// Whether the rights that all entries share allow the access.
bool isAllowed(std::uint64_t rights, std::uint64_t tableRights, std::uint64_t leaf, const EptAttempt& attempt,
    const EptFeatures& features)
{
    std::uint64_t needed = accessBits(attempt.access, features.accessedDirty);
    if (attempt.access == EptAccess::Fetch && features.modeBasedExecute && attempt.userLinear)
        needed = kUserExecute;
    // For guest page walks the paging-write bit stands in for the write bit of the entry that maps.
    if (attempt.access == EptAccess::Walk && features.pagingWrite && (leaf & kPagingWrite) != 0)
        rights |= tableRights & kWrite;
    return (rights & needed) == needed;
}

} // namespace

EptWalk walkEpt(std::uint64_t eptp, std::uint64_t guestPhysical, std::span<const std::uint64_t> entries,
    const EptAttempt& attempt, EptFeatures features)
{
    features.accessedDirty = bit(eptp, 6);
    features.supervisorShadowStack = bit(eptp, 7);
    EptWalk out;
    out.qualificationMask = mask(5, 0) | mask(8, 7) | (features.modeBasedExecute ? mask(6, 6) : 0);
    const auto levels = static_cast<unsigned>(bits(eptp, 5, 3)) + 1;
    if (levels != 4 && levels != 5) {
        out.result = EptWalk::Result::BadPointer;
        return out;
    }
    const auto violate = [&](unsigned level, std::uint64_t rights) {
        out.result = EptWalk::Result::Violation;
        out.level = level;
        out.qualification = qualificationOf(rights, attempt, features);
    };
    if (levels == 4 && bits(guestPhysical, 63, 48) != 0) {
        violate(0, 0);
        return out;
    }
    std::uint64_t rights = ~std::uint64_t { 0 };
    std::uint64_t tableRights = rights;
    for (unsigned level = levels; level >= 1; --level) {
        const std::size_t index = levels - level;
        if (index >= entries.size()) {
            out.result = EptWalk::Result::Incomplete;
            out.level = level;
            return out;
        }
        const EptEntry entry = decodeEptEntry(level, entries[index], features);
        out.entries.push_back(entry);
        if (entry.state == EptState::NotPresent) {
            violate(level, 0);
            return out;
        }
        if (entry.state == EptState::Misconfigured) {
            out.result = EptWalk::Result::Misconfiguration;
            out.level = level;
            out.why = entry.why;
            return out;
        }
        rights &= entry.value;
        if (!entry.maps) {
            tableRights = rights;
            continue;
        }
        out.pageSize = std::uint64_t { 1 } << eptShift(level);
        if (!isAllowed(rights, tableRights, entry.value, attempt, features)) {
            violate(level, rights);
            return out;
        }
        out.result = EptWalk::Result::Ok;
        out.level = level;
        out.address = entry.address | (guestPhysical & (out.pageSize - 1));
        out.memoryType = static_cast<unsigned>(bits(entry.value, 5, 3));
        out.ignorePat = bit(entry.value, 6);
        return out;
    }
    return out;
}

} // namespace fscope::arch::vmx
