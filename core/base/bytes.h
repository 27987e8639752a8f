// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

namespace fscope {

/// The @p size (1, 2, 4 or 8) bytes at @p p as a little-endian number.
inline std::uint64_t loadLe(const void* p, unsigned size)
{
    std::uint64_t value = 0;
    if constexpr (std::endian::native == std::endian::little) {
        std::memcpy(&value, p, size);
    } else {
        const auto* bytes = static_cast<const unsigned char*>(p);
        for (unsigned i = size; i-- > 0;)
            value = value << 8 | bytes[i];
    }
    return value;
}

/// Stores the low @p size (1, 2, 4 or 8) bytes of @p value at @p p, little-endian.
inline void storeLe(void* p, std::uint64_t value, unsigned size)
{
    if constexpr (std::endian::native == std::endian::little) {
        std::memcpy(p, &value, size);
    } else {
        auto* bytes = static_cast<unsigned char*>(p);
        for (unsigned i = 0; i < size; ++i, value >>= 8)
            bytes[i] = static_cast<unsigned char>(value);
    }
}

} // namespace fscope
