// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/json.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>

namespace fscope::trace {

/// What a row of a file of VMX samples asks.
enum class VmxRowKind : std::uint8_t {
    InstructionError,
    ExitReason,
    Qualification,
    ExitEvent,
    OriginalEvent,
    EntryEvent,
    ErrorCode,
    InstructionInfo,
    Vector,
    EptEntry,
    Eptp,
    EptWalk,
};

/// Reads the row's `kind`; an unknown word is noted.
VmxRowKind readVmxRowKind(const JsonNode& kind);

/// Our own `out` for the `in` of a row, with numbers where the file may have hexadecimal text. Keys the kind
/// does not have and numbers out of range are noted in the node's issues.
nlohmann::json vmxAnswer(VmxRowKind kind, const JsonNode& in);

} // namespace fscope::trace
