// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <cstdint>

namespace fscope {

/// The @p k-th output (k >= 1) of the generator splitmix64 seeded with @p seed.
///
/// Recorded vectors describe registers and memory by it, and random tests draw from it.
constexpr std::uint64_t splitmix(std::uint64_t seed, std::uint64_t k)
{
    std::uint64_t z = seed + k * 0x9e3779b97f4a7c15U;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
}
static_assert(splitmix(0x1234, 1) == 0x5f642f87d5e23888U);

} // namespace fscope
