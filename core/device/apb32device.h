// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/device/device.h"

namespace fscope::device {

/// A device whose registers are 32 bits wide and lie at multiples of 4, as behind an APB bridge.
///
/// What the bus leaves open is settled here, for each such device alike:
/// - 8 and 16 byte accesses are 32-bit accesses to ascending offsets; a value holds the first eight bytes;
/// - a narrower access that starts at a register accesses the whole register: reads give its low bytes,
/// writes write
///   the value zero-extended;
/// - a narrower read that starts inside a register reads it, side effects included, and gives the bytes asked
/// for;
///   such a write is ignored;
/// - an offset without a register reads as zero and ignores writes.
class Apb32Device : public Device
{
public:
    std::uint64_t read(std::uint64_t offset, unsigned size) final;
    void write(std::uint64_t offset, unsigned size, std::uint64_t value) final;
    std::uint64_t peek(const DeviceState& state, const DeviceRegister& reg) const final;
    unsigned widestAccess() const final { return 4; }

protected:
    /// @p offset is a multiple of 4.
    virtual std::uint32_t readRegister(std::uint64_t offset) = 0;
    virtual void writeRegister(std::uint64_t offset, std::uint32_t value) = 0;
    /// As readRegister, without its side effects; a register that cannot be read shows what was written last,
    /// or 0.
    virtual std::uint32_t peekRegister(std::uint64_t offset) const = 0;
};

/// The eight identification registers at 0xfe0 of every PrimeCell: four of the peripheral, four the same for
/// all.
/// @return 0 for other offsets
constexpr std::uint32_t primeCellId(std::uint64_t offset, std::uint32_t peripheralId)
{
    constexpr std::uint32_t kPrimeCellId = 0xb105f00d;
    if (offset < 0xfe0 || offset > 0xffc)
        return 0;
    const std::uint64_t index = (offset - 0xfe0) / 4;
    return (index < 4 ? peripheralId : kPrimeCellId) >> (index % 4 * 8) & 0xff;
}

} // namespace fscope::device
