// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/a64/cpustate.h"
#include "core/device/bus.h"
#include "core/hypervisor/support.h"
#include "core/memory/doorbell.h"
#include "core/memory/slotmap.h"
#include "core/memory/snapshotmemory.h"
#include "core/mmu/tlb.h"

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace fscope::machine {

/// One guest: vCPU, physical memory, the hypervisor's slot map, devices. A value: a copy is a snapshot
/// (memory is copy-on-write).
class Guest final : public hypervisor::InterceptSupport
{
public:
    a64::CpuState vcpu;
    memory::SnapshotMemory memory;
    memory::SlotMap slotMap; ///< not "slots", a keyword of Qt
    device::Bus bus;
    /// Addresses (IPAs) whose emulated writes are counted; a write the CPU makes by itself rings nothing.
    std::vector<memory::Doorbell> doorbells;
    /// Pages (PA / 4096, ascending) that the host has locked in place, as for a device that reads them by
    /// itself.
    std::vector<std::uint64_t> lockedPages;
    /// The CPU's, if it is modelled: else each access walks the tables. Hypervisors walk for themselves.
    std::optional<mmu::Tlb> tlb;

    Guest() = default;
    Guest(const Guest&) = default;
    Guest& operator=(const Guest&) = default;
    Guest(Guest&&) noexcept = default;
    Guest& operator=(Guest&&) noexcept = default;
    ~Guest() override = default;

    bool sameState(const Guest& other) const;

    a64::CpuState& cpu() override { return vcpu; }
    tl::expected<Ipa, hypervisor::TranslationFailure> translate(
        Va va, const mmu::Access& access, hypervisor::StepObserver* observer) override;
    Check check(Ipa ipa, mmu::AccessKind kind, unsigned size, hypervisor::StepObserver* observer) override;
    bool readMemory(Ipa ipa, unsigned size, U128& value, hypervisor::StepObserver* observer) override;
    bool writeMemory(Ipa ipa, unsigned size, U128 value, hypervisor::StepObserver* observer) override;
    bool readDevice(Ipa ipa, unsigned size, U128& value, hypervisor::StepObserver* observer) override;
    bool writeDevice(Ipa ipa, unsigned size, U128 value, hypervisor::StepObserver* observer) override;
    unsigned deviceWidth(Ipa ipa) const override;

    /// Counts the doorbells that a write of this value rings; with @p undo takes them back.
    void ringDoorbells(Ipa ipa, unsigned size, U128 value, bool undo = false);
};

} // namespace fscope::machine
