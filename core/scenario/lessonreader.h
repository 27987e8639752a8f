// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/json.h"
#include "core/machine/source.h"

#include <map>
#include <string>

namespace fscope::scenario {

/// Reads the key `lesson` of a scenario: the same lesson in each language, English among them. What is wrong
/// is noted in the node's issues. @param intercepts  number of intercepts that parts may name
std::map<std::string, machine::Lesson> readLessons(const JsonNode& node, std::size_t intercepts);

} // namespace fscope::scenario
