// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/device/bus.h"

#include "core/base/hex.h"

namespace fscope::device {

Bus::Bus(const Bus& other)
{
    *this = other;
}

Bus& Bus::operator=(const Bus& other)
{
    if (this == &other)
        return *this;
    std::vector<Window> copies;
    copies.reserve(other.m_windows.size());
    for (const Window& window : other.m_windows)
        copies.push_back(
            { window.name, window.start, window.size, window.device ? window.device->clone() : nullptr });
    m_windows = std::move(copies);
    return *this;
}

Result<void> Bus::attach(std::string name, Ipa start, std::uint64_t size, std::unique_ptr<Device> device)
{
    const std::string where = "device " + name;
    if (!device)
        return fail("There is no device to attach.", where);
    if (size == 0)
        return fail("The window at " + hex(start) + " has no size.", where);
    if (start.value + (size - 1) < start.value)
        return fail(
            "The window at " + hex(start) + " of " + hex(size) + " bytes ends beyond 64 bits.", where);
    for (const Window& other : m_windows) {
        // Two ranges are apart if either starts behind the end of the other; sums cannot wrap after the check
        // above.
        if (start.value <= other.start.value + (other.size - 1)
            && other.start.value <= start.value + (size - 1)) {
            return fail("The window at " + hex(start) + " of " + hex(size) + " bytes overlaps that of "
                    + other.name + " at " + hex(other.start) + ".",
                where);
        }
        if (other.name == name)
            return fail("There is a device of this name already, at " + hex(other.start) + ".", where);
    }
    m_windows.push_back({ std::move(name), start, size, std::move(device) });
    return {};
}

Bus::Window* Bus::find(Ipa ipa)
{
    for (Window& window : m_windows) {
        if (ipa - window.start < window.size)
            return &window;
    }
    return nullptr;
}

const Bus::Window* Bus::find(Ipa ipa) const
{
    return const_cast<Bus*>(this)->find(ipa);
}

bool Bus::sameState(const Bus& other) const
{
    if (m_windows.size() != other.m_windows.size())
        return false;
    for (std::size_t i = 0; i < m_windows.size(); ++i) {
        const Window& a = m_windows[i];
        const Window& b = other.m_windows[i];
        if (a.name != b.name || a.start != b.start || a.size != b.size)
            return false;
        if (std::string_view(a.device->model()) != b.device->model() || a.device->save() != b.device->save())
            return false;
    }
    return true;
}

} // namespace fscope::device
