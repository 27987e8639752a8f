// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/base/result.h"
#include "core/mmu/permissions.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace fscope::mmu {

struct LeafAttributes;
struct MappedRange;

/// Addresses, both ends included.
struct AddressSpan {
    std::uint64_t first = 0;
    std::uint64_t last = UINT64_MAX;
    bool contains(std::uint64_t address) const { return address >= first && address <= last; }
    bool overlaps(std::uint64_t otherFirst, std::uint64_t otherLast) const
    {
        return otherFirst <= last && otherLast >= first;
    }
    bool operator==(const AddressSpan&) const = default;
};

/// "0x1000-0x1fff" (both included), "0x1000+0x1000" (start and size), or one address. Numbers as
/// parsePastedNumber() reads them.
Result<AddressSpan> parseAddressSpan(std::string_view text);

enum class RangeType : std::uint8_t { Any, Block, Page, Contiguous, Normal, Device, NotMapping };

/// Which ranges of a tree are wanted.
struct RangeFilter {
    AddressSpan input;
    AddressSpan output;
    /// Rights that a range must give, together, at one exception level that @c el allows.
    Rights rights;
    std::optional<unsigned> el; ///< 0 or 1; absent: either
    RangeType type = RangeType::Any;

    bool accepts(const MappedRange& range) const;
    /// Whether a block or page of these attributes may pass: rights and memory type.
    bool accepts(const LeafAttributes& attributes) const;
    /// Whether ranges pass that are no mappings.
    bool takesOther() const;
    bool operator==(const RangeFilter&) const = default;
};

/// Letters of "rwx", in any order, to rights.
Result<Rights> parseRights(std::string_view text);
/// "block", "page", "contiguous", "normal", "device", "other" (what is no mapping), "any".
Result<RangeType> parseRangeType(std::string_view text);

} // namespace fscope::mmu
