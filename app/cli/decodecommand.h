// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "app/cli/console.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace fscope::cli {

/// What the command line says after "decode"; numbers as typed, empty where they were not given.
struct DecodeOptions {
    std::string kind; ///< "esr", "desc", "vmx-exit"; empty with --from-text
    std::vector<std::string> values;
    bool json = false;
    bool markdown = false;
    bool c = false;
    bool all = false; ///< also rows of reserved bits that hold what they should

    bool fromText = false;
    std::vector<std::string> files; ///< of --from-text; none or "-": standard input

    unsigned el = 2; ///< of an ESR
    std::string esr;
    std::string far;
    std::string hpfar;
    std::string mair;
    std::string stage1;
    std::string pc;
    unsigned stage = 2;
    std::string granule = "4k";
    int level = 3;
    bool lpa2 = false;
    bool fwb = false;

    std::string reason;
    std::string qualification;
    std::string interruption;
    std::string interruptionError;
    std::string idtVectoring;
    std::string idtVectoringError;
    std::string instructionInfo;
    std::string instructionLength;
    std::string guestLinear;
    std::string guestPhysical;
    bool modeBasedExecute = false;
    bool advancedEpt = false;
};

/// Adds "decode" with all its kinds to the program; the parser fills @p options.
void addDecode(CLI::App& app, DecodeOptions& options);

int decode(const DecodeOptions& options, Console& console);

} // namespace fscope::cli
