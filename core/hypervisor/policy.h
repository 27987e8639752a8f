// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/result.h"
#include "core/hypervisor/support.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace fscope::hypervisor {

/// What a hypervisor does with one intercept. Stateless between intercepts.
class HypervisorPolicy
{
public:
    virtual ~HypervisorPolicy() = default;
    virtual const char* id() const = 0;          ///< "openvmm", "qemu-hvf": what command lines and files say
    virtual const char* displayName() const = 0; ///< "OpenVMM", "QEMU/HVF"
    /// Carries the intercept out. Never throws; with no observer nothing allocates on the way of a completed
    /// intercept.
    virtual Outcome handle(
        const Intercept& intercept, InterceptSupport& support, StepObserver* observer) const
        = 0;
};

/// All policies, in the order menus show them; the first is the default.
std::span<const HypervisorPolicy* const> policies();
/// By id; the Error lists the known ids.
Result<const HypervisorPolicy*> policyById(std::string_view id);

} // namespace fscope::hypervisor
