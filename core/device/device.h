// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/arch/field.h"
#include "core/base/address.h"
#include "core/base/result.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fscope::device {

/// All that a device remembers: enough to put it back exactly. Devices say what the words mean.
struct DeviceState {
    std::vector<std::uint64_t> words;
    std::string output; ///< what it has sent to the outside so far (a UART's transmitted bytes)
    bool operator==(const DeviceState&) const = default;
};

/// One register of a device, for people and for name look-up.
struct DeviceRegister {
    std::uint64_t offset = 0;
    unsigned size = 4; ///< bytes
    const char* name = "";
    const char* longName = ""; ///< marked for translation
    bool readable = true;
    bool writable = true;
    const arch::RegisterLayout* layout = nullptr;
};

/// A device on the MMIO bus. Deterministic: its answers depend on its state and the accesses only.
class Device
{
public:
    virtual ~Device() = default;
    virtual const char* model() const = 0; ///< "PL011"
    virtual std::span<const DeviceRegister> registers() const = 0;
    /// @param size 1, 2, 4, 8 or 16 bytes; offsets are inside the device's window. Never fails: what hardware
    /// leaves open (a wrong width, an offset without a register) is answered as the device's documentation
    /// lets it, and said there.
    virtual std::uint64_t read(std::uint64_t offset, unsigned size) = 0;
    virtual void write(std::uint64_t offset, unsigned size, std::uint64_t value) = 0;
    /// The most bytes one access may have before a bus that knows the device cuts it: 1, 2, 4 or 8.
    virtual unsigned widestAccess() const { return 8; }
    /// The value a register shows to a person, without the side effects of a read.
    virtual std::uint64_t peek(const DeviceState& state, const DeviceRegister& reg) const = 0;
    virtual DeviceState save() const = 0;
    virtual void restore(const DeviceState& state) = 0;
    virtual std::unique_ptr<Device> clone() const = 0;
    /// The register at an offset, or nullptr.
    const DeviceRegister* registerAt(std::uint64_t offset) const;
};

/// A device by its model name ("pl011"), or an Error that lists the known ones.
Result<std::unique_ptr<Device>> makeDevice(std::string_view model);
/// The known model names, for messages and help.
std::vector<std::string> deviceModels();

} // namespace fscope::device
