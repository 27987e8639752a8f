// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "app/cli/tabletarget.h"

#include <cstdint>
#include <string>
#include <vector>

namespace fscope::cli {

struct TablesOptions {
    std::string what; ///< "list", "lint", "who-maps"
    TargetOptions target;
    std::vector<std::string> trees; ///< "ttbr0", "ttbr1", "vttbr"
    std::string range;
    std::string output;
    std::string rights;
    std::string type;
    std::vector<unsigned> el;
    bool each = false;
    bool expand = false;
    std::size_t most = 100'000;
    std::uint64_t maxDescriptors = std::uint64_t { 1 } << 26;
    std::size_t since = 0; ///< intercept to compare with
    std::string pa;
    std::string ipa;
    bool json = false;
    bool csv = false;
};
void addTables(CLI::App& app, TablesOptions& options);

/// Lists, lints or searches the page tables of a moment. docs/tables-format.md is the format.
int tables(const TablesOptions& options, Console& console);

} // namespace fscope::cli
