// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/machine/guest.h"
#include "core/memory/memorymap.h"

namespace fscope::machine {

/// What lies where in a guest; with @p earlier, which pages differ from that moment.
memory::MemoryMap memoryMapOf(const Guest& guest, memory::MapSpace space, const Guest* earlier = nullptr);

} // namespace fscope::machine
