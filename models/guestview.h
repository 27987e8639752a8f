// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/machine/guest.h"
#include "models/roles.h"
#include "models/session.h"

#include <optional>

namespace fscope::models {

/// Where a byte of the guest is in physical memory, as a debugger looks: nothing is changed and no right but
/// reading is asked for. A VA goes through stage 1, an IPA through the hypervisor's own map of the guest
/// (stage 2 where that has no slot); nothing if there is no RAM behind it. Valid for the 4 KiB page of the
/// address.
std::optional<Pa> physicalAddress(const machine::Guest& guest, AddressSpace space, quint64 address);

/// The instruction at a VA, if it can be read.
std::optional<quint32> readInstruction(const machine::Guest& guest, Va pc);

/// The instruction that trapped (or that the CPU carried out).
struct CurrentInstruction {
    Va pc;
    std::optional<quint32>
        word; ///< absent where the source does not know it and the guest's memory does not hold it
};
/// Nothing while nothing is open.
std::optional<CurrentInstruction> currentInstruction(const Session& session);

} // namespace fscope::models
