// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/device/device.h"

#include "core/device/pl011.h"
#include "core/device/pl031.h"

#include <algorithm>
#include <array>

namespace fscope::device {

namespace {

/// A model a scenario can name.
struct Model {
    const char* name;
    std::unique_ptr<Device> (*make)();
};

constexpr std::array kModels = {
    Model { "pl011", [] { return std::unique_ptr<Device>(std::make_unique<Pl011>(Pl011::handedOver())); } },
    Model { "pl031", [] { return std::unique_ptr<Device>(std::make_unique<Pl031>()); } },
};

} // namespace

const DeviceRegister* Device::registerAt(std::uint64_t offset) const
{
    const auto all = registers();
    const auto found = std::find_if(
        all.begin(), all.end(), [&](const DeviceRegister& reg) { return reg.offset == offset; });
    return found == all.end() ? nullptr : &*found;
}

Result<std::unique_ptr<Device>> makeDevice(std::string_view model)
{
    for (const Model& known : kModels) {
        if (model == known.name)
            return known.make();
    }
    std::string names;
    for (const Model& known : kModels) {
        names += names.empty() ? "" : ", ";
        names += known.name;
    }
    return fail(
        "There is no device model \"" + std::string(model) + "\".", {}, "Known models are " + names + ".");
}

std::vector<std::string> deviceModels()
{
    std::vector<std::string> names;
    names.reserve(kModels.size());
    for (const Model& known : kModels)
        names.emplace_back(known.name);
    return names;
}

} // namespace fscope::device
