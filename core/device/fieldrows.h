// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/device/device.h"

#include <array>

namespace fscope::device {

// Words for the register tables of the devices: each makes one row.

inline constexpr std::array kEnabledValues = {
    arch::NamedValue { 0, FSCOPE_TR("Core", "Disabled") },
    arch::NamedValue { 1, FSCOPE_TR("Core", "Enabled") },
};
inline constexpr std::array kPendingValues = {
    arch::NamedValue { 0, FSCOPE_TR("Core", "Not pending") },
    arch::NamedValue { 1, FSCOPE_TR("Core", "Pending") },
};
inline constexpr std::array kClearValues = {
    arch::NamedValue { 0, FSCOPE_TR("Core", "Left alone") },
    arch::NamedValue { 1, FSCOPE_TR("Core", "Cleared") },
};

constexpr arch::Field flag(const char* name, unsigned at, const char* longName,
    std::span<const arch::NamedValue> values, const char* source)
{
    return { name, at, at, arch::FieldKind::Flag, longName, longName, values, source };
}
constexpr arch::Field code(const char* name, unsigned hi, unsigned lo, const char* longName,
    std::span<const arch::NamedValue> values, const char* source)
{
    return { name, hi, lo, arch::FieldKind::Code, longName, longName, values, source };
}
constexpr arch::Field number(
    const char* name, unsigned hi, unsigned lo, const char* longName, const char* source)
{
    return { name, hi, lo, arch::FieldKind::Number, longName, longName, {}, source };
}
constexpr arch::Field reserved(unsigned hi, unsigned lo, const char* source)
{
    return { "RES0", hi, lo, arch::FieldKind::Res0, FSCOPE_TR("Core", "Reserved"),
        FSCOPE_TR("Core", "Reserved"), {}, source };
}

/// A register of four bytes.
constexpr DeviceRegister readWrite(
    std::uint64_t offset, const arch::RegisterLayout& layout, bool readable, bool writable)
{
    return { offset, 4, layout.name, layout.longName, readable, writable, &layout };
}

inline constexpr std::array kIdFields = {
    reserved(31, 8, "Arm DDI 0183, 3.3.15"),
    number("ID", 7, 0, FSCOPE_TR("Core", "One byte of the identification"), "Arm DDI 0183, 3.3.15"),
};
/// The identification registers that each PrimeCell has from offset 0xfe0 on.
inline constexpr std::array kIdLayouts = {
    arch::RegisterLayout { "PeriphID0", FSCOPE_TR("Core", "Peripheral identification 0"), 32, kIdFields },
    arch::RegisterLayout { "PeriphID1", FSCOPE_TR("Core", "Peripheral identification 1"), 32, kIdFields },
    arch::RegisterLayout { "PeriphID2", FSCOPE_TR("Core", "Peripheral identification 2"), 32, kIdFields },
    arch::RegisterLayout { "PeriphID3", FSCOPE_TR("Core", "Peripheral identification 3"), 32, kIdFields },
    arch::RegisterLayout { "PCellID0", FSCOPE_TR("Core", "PrimeCell identification 0"), 32, kIdFields },
    arch::RegisterLayout { "PCellID1", FSCOPE_TR("Core", "PrimeCell identification 1"), 32, kIdFields },
    arch::RegisterLayout { "PCellID2", FSCOPE_TR("Core", "PrimeCell identification 2"), 32, kIdFields },
    arch::RegisterLayout { "PCellID3", FSCOPE_TR("Core", "PrimeCell identification 3"), 32, kIdFields },
};

} // namespace fscope::device
