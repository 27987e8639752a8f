// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/a64/cpustate.h"
#include "core/hypervisor/intercept.h"
#include "core/hypervisor/microstep.h"

#include <optional>
#include <variant>

namespace fscope::hypervisor {

/// What a failed translation leaves behind for the policy.
struct TranslationFailure {
    mmu::Fault fault;
    /// The syndrome of the exception that the host wants the guest to get, where the host supplies one.
    /// The simulated guest never does.
    std::optional<std::uint64_t> hostEvent;
};

/// The seam between an emulator and the guest it works on. The simulated guest implements it; tests use a
/// fake.
///
/// Sizes are 1 to 16 bytes. Every function may be called without an observer; with one, the implementation
/// reports the micro-steps named in its comment and the caller does not repeat them.
class InterceptSupport
{
public:
    virtual ~InterceptSupport() = default;

    virtual a64::CpuState& cpu() = 0;

    /// VA to guest physical address by the guest's stage 1. Reports DescriptorStep for each descriptor, then
    /// Translated or TranslationFailed; after Translated, as information, the stage-2 look-up of the result.
    virtual tl::expected<Ipa, TranslationFailure> translate(
        Va va, const mmu::Access& access, StepObserver* observer)
        = 0;

    /// What lies at the address of the first byte, and whether the hypervisor lets the guest do this. Reports
    /// AccessChecked.
    struct Check {
        Target target = Target::Hole;
        bool allowed = true;
        /// Where not allowed: whether the rule that denied this denies instruction fetches as well.
        bool deniesExecute = true;
    };
    virtual Check check(Ipa ipa, mmu::AccessKind kind, unsigned size, StepObserver* observer) = 0;

    /// RAM access at a guest physical address; false if any byte is not RAM of one slot (nothing is done
    /// then). Reports MemoryRead or MemoryWritten.
    virtual bool readMemory(Ipa ipa, unsigned size, U128& value, StepObserver* observer) = 0;
    virtual bool writeMemory(Ipa ipa, unsigned size, U128 value, StepObserver* observer) = 0;

    /// Device access; false if no device answers there (a read then gives 0). Reports MmioAccessed either
    /// way.
    virtual bool readDevice(Ipa ipa, unsigned size, U128& value, StepObserver* observer) = 0;
    virtual bool writeDevice(Ipa ipa, unsigned size, U128 value, StepObserver* observer) = 0;

    /// The most bytes that the device at @p ipa takes in one access: 1, 2, 4 or 8. For who cuts accesses to
    /// fit.
    virtual unsigned deviceWidth(Ipa ipa) const
    {
        static_cast<void>(ipa);
        return 8;
    }
};

} // namespace fscope::hypervisor
