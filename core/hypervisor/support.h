// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <optional>
#include <variant>

#include "core/a64/cpustate.h"
#include "core/hypervisor/intercept.h"
#include "core/hypervisor/microstep.h"

namespace fscope::hypervisor {

/// What a failed translation leaves behind for the policy.
struct TranslationFailure {
    mmu::Fault fault;
};

/// The seam between an emulator and the guest it works on. The simulated guest implements it; tests use a fake.
///
/// Sizes are 1 to 16 bytes. Every function may be called without an observer; with one, the implementation reports the
/// micro-steps named in its comment and the caller does not repeat them.
class InterceptSupport {
public:
    virtual ~InterceptSupport() = default;

    virtual a64::CpuState& cpu() = 0;

    /// VA to guest physical address by the guest's stage 1. Reports DescriptorStep for each descriptor (and, informative, the
    /// stage-2 look-up of the result), then Translated or TranslationFailed.
    virtual tl::expected<Ipa, TranslationFailure> translate(Va va, const mmu::Access& access, StepObserver* observer) = 0;

    /// What lies at the address of the first byte, and whether the hypervisor lets the guest do this. Reports AccessChecked.
    struct Check {
        Target target = Target::Hole;
        bool allowed = true;
    };
    virtual Check check(Ipa ipa, mmu::AccessKind kind, unsigned size, StepObserver* observer) = 0;

    /// RAM access at a guest physical address; false if any byte is not RAM of one slot (nothing is done then).
    /// Reports MemoryRead or MemoryWritten.
    virtual bool readMemory(Ipa ipa, unsigned size, U128& value, StepObserver* observer) = 0;
    virtual bool writeMemory(Ipa ipa, unsigned size, U128 value, StepObserver* observer) = 0;

    /// Device access; false if no device answers there (a read then gives 0). Reports MmioAccessed either way.
    virtual bool readDevice(Ipa ipa, unsigned size, U128& value, StepObserver* observer) = 0;
    virtual bool writeDevice(Ipa ipa, unsigned size, U128 value, StepObserver* observer) = 0;
};

} // namespace fscope::hypervisor
