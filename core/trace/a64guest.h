// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/result.h"
#include "core/machine/guest.h"
#include "core/trace/a64record.h"

namespace fscope::trace {

/// Which of a record's two machines to build.
enum class Stage2Setup : std::uint8_t {
    AsRecorded, ///< with the pages, entries and tables that stage 2 does not map
    AllMapped,  ///< every page read-write: the machine of the key `done`
};

/// Makes a whole guest in the state before a record's instruction.
///
/// The guest has RAM for the data window, the page of the instruction and its stage-1 tables, all of them RAM
/// slots of the hypervisor whether or not stage 2 maps them; tables of both stages are real ones in memory, 4
/// KiB granule and 48 bits. Physical addresses are ours: the recording names only VAs and IPAs. The Error is
/// for records whose addresses collide. Cost: some twenty pages.
Result<machine::Guest> buildGuest(const A64Record& record, Stage2Setup setup);

/// The page of the stage-1 level-3 table of the window, as HPFAR_EL2 of an S1PTW record names it.
Ipa recordedTablePage(const A64Record& record);

} // namespace fscope::trace
