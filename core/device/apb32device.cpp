// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/device/apb32device.h"

#include <algorithm>

namespace fscope::device {

namespace {
constexpr unsigned kWord = 4; ///< bytes of a register
}

std::uint64_t Apb32Device::read(std::uint64_t offset, unsigned size)
{
    std::uint64_t value = 0;
    for (unsigned done = 0; done < size;) {
        const auto inside = static_cast<unsigned>((offset + done) % kWord);
        const unsigned piece = std::min(size - done, kWord - inside);
        const std::uint64_t word = readRegister(offset + done - inside);
        const std::uint64_t bytes = (word >> (inside * 8)) & ((std::uint64_t { 1 } << (piece * 8)) - 1);
        if (done < sizeof(value))
            value |= bytes << (done * 8);
        done += piece;
    }
    return value;
}

void Apb32Device::write(std::uint64_t offset, unsigned size, std::uint64_t value)
{
    for (unsigned done = 0; done < size;) {
        const auto inside = static_cast<unsigned>((offset + done) % kWord);
        const unsigned piece = std::min(size - done, kWord - inside);
        const std::uint64_t bytes = done < sizeof(value) ? value >> (done * 8) : 0;
        if (inside == 0)
            writeRegister(offset + done,
                static_cast<std::uint32_t>(bytes & ((std::uint64_t { 1 } << (piece * 8)) - 1)));
        done += piece;
    }
}

std::uint64_t Apb32Device::peek(const DeviceState& state, const DeviceRegister& reg) const
{
    const std::unique_ptr<Device> copy = clone();
    copy->restore(state);
    return static_cast<const Apb32Device&>(*copy).peekRegister(reg.offset);
}

} // namespace fscope::device
