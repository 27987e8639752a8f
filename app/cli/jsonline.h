// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "app/cli/console.h"
#include "core/hypervisor/microstep.h"
#include "core/machine/source.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace fscope::cli {

/// Keys keep the order they are written in: it is part of the format (docs/run-format.md).
using Json = nlohmann::ordered_json;

/// One object on one line, ASCII only.
void writeJsonLine(Console& console, const Json& json);

Json jsonOf(const std::vector<machine::Difference>& differences);

/// The values a micro-step holds, under the names of its members: numbers of the machine as hexadecimal
/// strings.
Json jsonOf(const hypervisor::MicroStep& step);

/// An event for the guest.
Json jsonOf(const hypervisor::PendingEvent& event);
/// An entry of the TLB; null where there is none.
Json jsonOf(const mmu::TlbEntry& entry);

/// "completed", "event", "exit", "halted": stable words.
const char* outcomeWord(hypervisor::OutcomeKind kind);
/// "invalid", "table", "block", "page", "reserved": stable words.
const char* descriptorTypeWord(mmu::DescriptorType type);

} // namespace fscope::cli
