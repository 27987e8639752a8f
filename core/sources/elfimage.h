// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/base/address.h"
#include "core/base/result.h"
#include "core/memory/guestmemory.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fscope::sources {

/// What the headers of an ELF file of AArch64 say of physical memory.
struct ElfImage {
    /// A PT_LOAD segment: bytes of the file, then zeros.
    struct Segment {
        Pa start;
        std::uint64_t size = 0; ///< in memory, never less than in the file
        std::uint64_t fileOffset = 0;
        std::uint64_t fileSize = 0;
        bool operator==(const Segment&) const = default;
    };
    bool isCore = false;           ///< ET_CORE: a dump; else a program
    std::vector<Segment> segments; ///< by ascending address, disjoint, not empty
    unsigned cpus = 0;             ///< NT_PRSTATUS notes of a dump
    std::string vmcoreinfo;        ///< the text of a VMCOREINFO note, if there is one
};

/// Whether a file begins as an ELF file does.
bool isElf(const memory::GuestMemory& file);

/// Reads the headers and notes of @p file, @p size bytes. ELF64, AArch64, either byte order.
///
/// Outside input: counts and sizes are checked against the file before anything is allocated for them. An
/// Error names @p name and the header: wrong class or machine, segments beyond the file's end or overlapping
/// (as those of a process's core, whose physical addresses are all 0). A file that became shorter is an
/// Error.
Result<ElfImage> readElfImage(const memory::GuestMemory& file, std::uint64_t size, const std::string& name);

/// The value of KEY=value in the text of a VMCOREINFO note: decimal, or hexadecimal as the kernel writes it.
std::optional<std::uint64_t> vmcoreinfoNumber(const std::string& text, const std::string& key);

} // namespace fscope::sources
