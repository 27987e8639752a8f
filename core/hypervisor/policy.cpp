// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/hypervisor/policy.h"

#include "core/hypervisor/emulator.h"

#include <array>

namespace fscope::hypervisor {

namespace {

const EmulatorPolicy kOpenVmm(kOpenVmmProfile);
const EmulatorPolicy kQemuHvf(kQemuHvfProfile);
constexpr std::array<const HypervisorPolicy*, 2> kPolicies = { &kOpenVmm, &kQemuHvf };

} // namespace

std::span<const HypervisorPolicy* const> policies()
{
    return kPolicies;
}

Result<const HypervisorPolicy*> policyById(std::string_view id)
{
    std::string known;
    for (const HypervisorPolicy* policy : kPolicies) {
        if (id == policy->id())
            return policy;
        known += known.empty() ? "" : ", ";
        known += policy->id();
    }
    return fail("There is no policy \"" + std::string(id) + "\".", {}, "Known policies are " + known + ".");
}

} // namespace fscope::hypervisor
