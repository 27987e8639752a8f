// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/machine/memoryedit.h"

#include "core/base/hex.h"
#include "core/machine/guest.h"

#include <fmt/format.h>

namespace fscope::machine {

Result<void> applyEdits(Guest& guest, std::span<const MemoryEdit> edits)
{
    for (const MemoryEdit& edit : edits)
        if (const auto fault = guest.memory.write(edit.address, edit.bytes.data(), edit.bytes.size()))
            return fail(
                fmt::format("There is no RAM at PA {}, so it cannot be edited.", hex(fault->address)));
    return {};
}

} // namespace fscope::machine
