// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/json.h"
#include "core/scenario/scenario.h"

namespace fscope::scenario {

/// Reads the key `translation` of a scenario: either stage as described, or the registers themselves. What is
/// wrong is noted in the node's issues.
void readTranslation(const JsonNode& node, Scenario& scenario);

} // namespace fscope::scenario
