// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/machine/run.h"

#include <cstddef>
#include <optional>

namespace fscope::models {

/// Where in the guest's memory or on its bus a micro-step is at work.
struct StepAddress {
    std::optional<Ipa> ipa;
    std::optional<Pa> pa;
};

/// What step @p index of @p run reads or writes in memory; both addresses are there. The fetch of the
/// instruction is no access of the guest's.
std::optional<StepAddress> memoryTouched(const machine::InterceptRun& run, std::size_t index);

/// The address step @p index is about, whatever it does there: also a check, an access to a device, a
/// descriptor of a table (of which only the PA is told).
std::optional<StepAddress> addressOfStep(const machine::InterceptRun& run, std::size_t index);

/// The VA through which the first @p done steps of the run came to @p ipa, if one of them tells.
std::optional<Va> virtualOf(Ipa ipa, const machine::InterceptRun& run, std::size_t done);

/// The IPA at which the hypervisor's own map of the guest has @p pa, if it does.
std::optional<Ipa> intermediateOf(Pa pa, const memory::SlotMap& slotMap);

} // namespace fscope::models
