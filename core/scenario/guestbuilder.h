// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/result.h"
#include "core/machine/guest.h"
#include "core/scenario/scenario.h"

#include <string>

namespace fscope::scenario {

/// Makes the guest a scenario describes, before its first intercept: memory, slots, devices, tables of both
/// stages, registers.
///
/// Every range is mapped at stage 2 with its rights; described mappings come on top. The Error has the JSON
/// path of what does not fit (an overlap, a mapping to another output).
Result<machine::Guest> buildGuest(const Scenario& scenario);

/// Writes bytes at an IPA, whatever stage 2 says. The Error has @p content's path.
Result<void> writeContent(machine::Guest& guest, const Content& content, const std::string& file);

/// The outside sends text to a device.
Result<void> sendToDevice(
    machine::Guest& guest, const std::string& device, const std::string& text, const std::string& place);

} // namespace fscope::scenario
