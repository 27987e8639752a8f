// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/machine/guestmap.h"

#include <algorithm>

namespace fscope::machine {

memory::MemoryMap memoryMapOf(const Guest& guest, memory::MapSpace space, const Guest* earlier)
{
    std::vector<memory::MapWindow> windows;
    for (const device::Bus::Window& window : guest.bus.windows())
        windows.push_back({ window.name, window.start, window.size });
    std::ranges::sort(windows, {}, &memory::MapWindow::start);
    return memory::describeMemory({ guest.slotMap, guest.memory, windows,
                                      earlier == nullptr ? nullptr : &earlier->memory, guest.lockedPages },
        space);
}

} // namespace fscope::machine
