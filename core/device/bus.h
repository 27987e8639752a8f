// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/result.h"
#include "core/device/device.h"

#include <memory>
#include <string>
#include <vector>

namespace fscope::device {

/// The MMIO bus of a guest: devices in windows of guest physical addresses. A copy clones each device.
class Bus
{
public:
    struct Window {
        std::string name; ///< "uart0"
        Ipa start;
        std::uint64_t size = 0;
        std::unique_ptr<Device> device;
    };
    Bus() = default;
    Bus(const Bus& other);
    Bus& operator=(const Bus& other);
    Bus(Bus&&) noexcept = default;
    Bus& operator=(Bus&&) noexcept = default;

    /// Windows do not overlap; size > 0.
    Result<void> attach(std::string name, Ipa start, std::uint64_t size, std::unique_ptr<Device> device);
    /// The window that holds @p ipa, or nullptr.
    Window* find(Ipa ipa);
    const Window* find(Ipa ipa) const;
    const std::vector<Window>& windows() const { return m_windows; }
    std::vector<Window>& windows() { return m_windows; }
    bool sameState(const Bus& other) const;

private:
    std::vector<Window> m_windows;
};

} // namespace fscope::device
