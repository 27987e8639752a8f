// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "app/cli/console.h"

#include <cstddef>
#include <string>
#include <vector>

namespace fscope::cli {

// One function a subcommand, in a file of its own; each writes to the console and gives the exit status.

struct RunOptions {
    std::string source;
    std::string policy;    ///< id, or empty: the source's own, else the first
    std::size_t first = 1; ///< intercepts, from 1
    std::size_t last = SIZE_MAX;
    bool steps = false;
    bool cache = false;
    bool json = false;
};
int runSource(const RunOptions& options, Console& console);

struct VerifyOptions {
    std::vector<std::string> files;
    std::size_t maxDifferences = 10;
    bool json = false;
};
int verifyA64(const VerifyOptions& options, Console& console);
int verifyVmx(const VerifyOptions& options, Console& console);
int verifyEsr(const VerifyOptions& options, Console& console);
int verifyMmu(const VerifyOptions& options, Console& console);

int listLessons(bool json, Console& console);
int listPolicies(bool json, Console& console);

/// "7" or "3-9" to intercept numbers from 1; the Error says what is wrong with the text.
Result<std::pair<std::size_t, std::size_t>> parseInterceptRange(const std::string& text);

} // namespace fscope::cli
