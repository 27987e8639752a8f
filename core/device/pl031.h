// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/device/apb32device.h"

namespace fscope::device {

/// The PrimeCell real time clock (PL031) of Arm DDI 0224.
///
/// There is no clock to count: the data register stays at the value loaded last, so that a run gives the same
/// bits each time. A match is therefore made by loading, or by setting the match register to, the same value.
class Pl031 final : public Apb32Device
{
public:
    static constexpr std::uint64_t kDr = 0x00;
    static constexpr std::uint64_t kMr = 0x04;
    static constexpr std::uint64_t kLr = 0x08;
    static constexpr std::uint64_t kCr = 0x0c;
    static constexpr std::uint64_t kImsc = 0x10;
    static constexpr std::uint64_t kRis = 0x14;
    static constexpr std::uint64_t kMis = 0x18;
    static constexpr std::uint64_t kIcr = 0x1c;

    /// The level of the interrupt output (RTCINTR).
    bool interrupt() const { return (m_ris & m_imsc) != 0; }

    const char* model() const override { return "PL031"; }
    std::span<const DeviceRegister> registers() const override;
    DeviceState save() const override;
    void restore(const DeviceState& state) override;
    std::unique_ptr<Device> clone() const override { return std::make_unique<Pl031>(*this); }

protected:
    std::uint32_t readRegister(std::uint64_t offset) override { return peekRegister(offset); }
    void writeRegister(std::uint64_t offset, std::uint32_t value) override;
    std::uint32_t peekRegister(std::uint64_t offset) const override;

private:
    void match();

    std::uint32_t m_data = 0;
    std::uint32_t m_match = 0;
    std::uint32_t m_load = 0;
    std::uint32_t m_cr = 0;
    std::uint32_t m_imsc = 0;
    std::uint32_t m_ris = 0;
};

} // namespace fscope::device
