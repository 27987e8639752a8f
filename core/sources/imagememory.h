// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/base/address.h"
#include "core/base/result.h"
#include "core/base/text.h"
#include "core/memory/guestmemory.h"
#include "core/mmu/walk.h"
#include "core/sources/elfimage.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fscope::sources {

/// Physical memory that a file holds: a dump of a machine, or raw bytes. Read-only; nothing is read before it
/// is needed.
struct MemoryImage {
    std::string name;           ///< the file
    memory::GuestMemory memory; ///< addresses are physical addresses
    std::vector<ElfImage::Segment> segments;
    unsigned cpus = 0; ///< of an ELF dump
    /// Registers that the file itself tells, by their names ("ttbr1_el1").
    std::vector<std::pair<std::string, std::uint64_t>> registers;
    /// How they were found, for the person who relies on them.
    std::vector<Text> notes;
};

/// Opens a dump: an ELF file (told by its first bytes) with its segments at their physical addresses, or raw
/// bytes from @p base on, which an ELF file must not have.
///
/// A dump of QEMU's dump-guest-memory or of kdump has no system registers. Where it has a VMCOREINFO note,
/// TTBR1_EL1 and the sizes in TCR_EL1 follow from that. Errors name the file and the place in it.
Result<MemoryImage> openMemoryImage(const std::string& path, std::optional<Pa> base = std::nullopt);

/// The same over segments of a file that is memory already, for tests and fuzzing.
memory::GuestMemory imageMemory(memory::GuestMemory file, std::vector<ElfImage::Segment> segments);

} // namespace fscope::sources
