// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "app/cli/console.h"
#include "core/base/result.h"
#include "core/base/text.h"
#include "core/machine/run.h"
#include "core/memory/guestmemory.h"
#include "core/mmu/walk.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace fscope::cli {

/// Whose tables: what the command line says.
struct TargetOptions {
    std::string source; ///< scenario, lesson, recorded file, or an ELF dump
    std::string image;  ///< raw memory or ELF
    std::string base;
    std::string registersFile;
    std::vector<std::string> registers; ///< "tcr_el1=0x…"
    std::string policy;
    std::size_t intercept = 1;
    bool after = false; ///< as the policy left the guest
};
void addTarget(CLI::App& app, TargetOptions& options);

/// The registers and the memory of that moment.
struct Target {
    std::string name;
    mmu::TranslationRegisters registers;
    memory::GuestMemory memory;
    std::vector<Text> notes; ///< what was taken for granted
    /// Keeps the guest of a source alive.
    std::shared_ptr<const machine::InterceptRun> run;
};

/// Opens it. An Error says what of an image's registers is missing: for stage 1 TCR_EL1 with TTBR0_EL1 or
/// TTBR1_EL1, for stage 2 VTCR_EL2 with VTTBR_EL2.
Result<Target> openTarget(const TargetOptions& options);

/// Says what was taken for granted, on the standard error stream.
void writeNotes(const Target& target, Console& console);

/// A number of the command line; the Error names the option.
Result<std::uint64_t> parseOption(const char* option, const std::string& text, unsigned width = 64);

} // namespace fscope::cli
