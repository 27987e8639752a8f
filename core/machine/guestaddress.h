// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/machine/guest.h"

#include <optional>

namespace fscope::machine {

/// The IPA that stage 1 gives for @p va: for data, or else for code that may be executed but not read.
std::optional<Ipa> intermediateAddress(const Guest& guest, Va va);

/// Where the byte at an IPA lies, whether or not stage 2 maps it: the hypervisor's slot tells, or stage 2
/// where there is none. Nothing for devices, holes, and what is no RAM.
std::optional<Pa> physicalAddress(const Guest& guest, Ipa ipa);

} // namespace fscope::machine
