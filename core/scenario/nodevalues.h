// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/json.h"
#include "core/scenario/scenario.h"

#include <cstdint>

namespace fscope::scenario {

/// Most bits of an IPA or PA in a scenario.
inline constexpr unsigned kIpaBits = 48;
inline constexpr std::uint64_t kMaxRangeBytes = std::uint64_t { 1 } << 40;

/// A multiple of the page size of at most @p width bits.
std::uint64_t pageAddress(const JsonNode& node, unsigned width);
/// The size of a range: pages, not none, at most kMaxRangeBytes.
std::uint64_t rangeSize(const JsonNode& node);
/// "rwx", "rw", "r", "none" …: letters in this order, each at most once.
Rights readRights(const JsonNode& node);

} // namespace fscope::scenario
