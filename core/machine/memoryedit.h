// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/address.h"
#include "core/base/result.h"

#include <cstdint>
#include <span>
#include <vector>

namespace fscope::machine {

class Guest;

/// Bytes that a person puts into a guest's memory, to see what would have happened with them.
struct MemoryEdit {
    Pa address;
    std::vector<std::uint8_t> bytes;
    bool operator==(const MemoryEdit&) const = default;
};

/// Writes the edits in their order; a later one wins. The Error names the first byte that is no RAM; of that
/// edit nothing is written, earlier ones stay.
Result<void> applyEdits(Guest& guest, std::span<const MemoryEdit> edits);

} // namespace fscope::machine
