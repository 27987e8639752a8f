// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "app/cli/console.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace fscope::cli {

/// What the command line says after "mem".
struct MemOptions {
    std::vector<std::string> words; ///< SOURCE (unless --image), ADDRESS, LENGTH, … as typed

    std::string source;
    std::string image;
    std::string baseText;
    std::uint64_t base = 0;
    std::size_t intercept = 1;
    std::string policy;
    bool after = false;
    std::string space;
    bool json = false;

    // search
    bool text = false;
    bool anyCase = false;
    bool utf16 = false;
    bool value = false;
    unsigned align = 0; ///< 0: 8 for a value, else 1
    std::size_t limit = 100;
    std::string from;
    std::string to;
    bool backwards = false;

    std::string output; ///< of write
};

/// Adds the command and all it takes.
void addMem(CLI::App& app, MemOptions& options);
/// Carries out the subcommand that was named.
int mem(const CLI::App& app, MemOptions& options, Console& console);

/// The exit status of a search that found nothing.
inline constexpr int kNotFound = 3;

class MemTarget;
enum class MemSpace : std::uint8_t;

/// "fscope mem write": what would have happened with other bytes (memwhatif.cpp).
int memWrite(const MemOptions& options, const MemTarget& target, MemSpace space, std::uint64_t address,
    const std::string& bytes, Console& console);

} // namespace fscope::cli
