// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "app/cli/tabletarget.h"

#include <optional>
#include <string>

namespace fscope::cli {

struct WalkOptions {
    TargetOptions target;
    std::string va;
    std::string ipa;
    std::string access = "r";
    std::optional<unsigned> el;
    bool pan = false;
    std::string at; ///< an AT instruction
    bool fields = false;
    bool json = false;
};
void addWalk(CLI::App& app, WalkOptions& options);

/// Walks one address through the tables of a moment and shows every descriptor that is read.
/// docs/tables-format.md is the format.
int walk(const WalkOptions& options, Console& console);

} // namespace fscope::cli
