// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "app/cli/console.h"

#include <string>
#include <vector>

namespace fscope::cli {

/// Runs fscope with these arguments (without the program's name) and gives its exit status.
int runProgram(const std::vector<std::string>& arguments, Console& console);

} // namespace fscope::cli
