// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/hypervisor/policy.h"
#include "core/machine/guest.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fscope::machine {

/// One intercept carried out by one policy with everything kept: the value all views show.
struct InterceptRun {
    std::shared_ptr<const Guest> before; ///< the guest as the intercept found it
    std::shared_ptr<const Guest> after;  ///< as the policy left it, for checking
    std::optional<hypervisor::Intercept>
        intercept; ///< absent where the CPU itself carried the instruction out
    std::string policyId;
    std::vector<hypervisor::MicroStep> steps;
    hypervisor::Outcome outcome;
    /// Both stages as the CPU walked them for the access that trapped, and what stopped it.
    mmu::WalkTrace hardwareWalk;
    mmu::WalkResult hardwareResult;
};

/// Carries @p intercept out on a copy of @p guest and keeps every micro-step.
InterceptRun recordRun(
    const Guest& guest, const hypervisor::Intercept& intercept, const hypervisor::HypervisorPolicy& policy);
/// The same for an instruction the CPU carries out itself (no intercept).
InterceptRun recordNative(const Guest& guest);

/// The guest at one micro-step of a run, moved forwards and backwards by the before and after values of the
/// steps alone.
class Replay
{
public:
    explicit Replay(std::shared_ptr<const InterceptRun> run);
    std::size_t position() const { return m_position; } ///< steps done: 0 to steps.size()
    void moveTo(std::size_t position);
    const Guest& guest() const { return m_guest; }
    const std::optional<mmu::OneEntryCache::Entry>& cacheEntry() const { return m_cacheEntry; }
    const InterceptRun& run() const { return *m_run; }

private:
    void apply(const hypervisor::MicroStep& step, bool forwards);
    std::shared_ptr<const InterceptRun> m_run;
    Guest m_guest;
    std::optional<mmu::OneEntryCache::Entry> m_cacheEntry;
    std::size_t m_position = 0;
};

} // namespace fscope::machine
