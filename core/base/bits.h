// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <cstdint>

namespace fscope {

/// The field @p hi : @p lo of @p value, numbered as in the manual; 63 >= hi >= lo >= 0.
constexpr std::uint64_t bits(std::uint64_t value, unsigned hi, unsigned lo)
{
    const unsigned width = hi - lo + 1;
    return (value >> lo) & (width >= 64 ? ~std::uint64_t { 0 } : (std::uint64_t { 1 } << width) - 1);
}

constexpr bool bit(std::uint64_t value, unsigned n)
{
    return ((value >> n) & 1U) != 0;
}

/// A mask with the bits @p hi : @p lo set.
constexpr std::uint64_t mask(unsigned hi, unsigned lo)
{
    return bits(~std::uint64_t { 0 }, hi, lo) << lo;
}

/// @p value with the field @p hi : @p lo replaced by the low bits of @p field.
constexpr std::uint64_t withBits(std::uint64_t value, unsigned hi, unsigned lo, std::uint64_t field)
{
    return (value & ~mask(hi, lo)) | ((field << lo) & mask(hi, lo));
}

/// The low @p width bits (1 to 64) of @p value, sign-extended to 64.
constexpr std::uint64_t signExtend(std::uint64_t value, unsigned width)
{
    if (width >= 64)
        return value;
    const std::uint64_t sign = std::uint64_t { 1 } << (width - 1);
    value &= (sign << 1) - 1;
    return (value ^ sign) - sign;
}

/// The low @p width bits (1 to 64) of @p value.
constexpr std::uint64_t zeroExtend(std::uint64_t value, unsigned width)
{
    return width >= 64 ? value : value & ((std::uint64_t { 1 } << width) - 1);
}

/// 128 bits: a vector register or the data of one 16-byte access.
struct U128 {
    std::uint64_t lo = 0;
    std::uint64_t hi = 0;
    bool operator==(const U128&) const = default;
};

} // namespace fscope
