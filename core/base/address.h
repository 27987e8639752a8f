// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <compare>
#include <cstdint>

namespace fscope {

/// An address of one space; spaces do not mix. Sums wrap, as on hardware.
template <typename Space>
struct Address {
    std::uint64_t value = 0;

    constexpr Address() = default;
    constexpr explicit Address(std::uint64_t v)
        : value(v)
    { }
    constexpr auto operator<=>(const Address&) const = default;
    constexpr Address operator+(std::uint64_t offset) const { return Address(value + offset); }
    constexpr Address operator-(std::uint64_t offset) const { return Address(value - offset); }
    /// Bytes from @p other to this one.
    constexpr std::uint64_t operator-(Address other) const { return value - other.value; }
    constexpr Address alignedDown(std::uint64_t powerOfTwo) const
    {
        return Address(value & ~(powerOfTwo - 1));
    }
    constexpr std::uint64_t offsetIn(std::uint64_t powerOfTwo) const { return value & (powerOfTwo - 1); }
};

using Va = Address<struct VaSpace>;   ///< virtual address of EL1&0, tag byte included
using Ipa = Address<struct IpaSpace>; ///< intermediate physical address: what the guest believes is physical
using Pa = Address<struct PaSpace>;   ///< physical address of the simulated machine

inline constexpr std::uint64_t kPageSize = 4096; ///< of the 4 KiB granule
inline constexpr unsigned kPageShift = 12;

} // namespace fscope
