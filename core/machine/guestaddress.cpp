// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/machine/guestaddress.h"

#include <array>

namespace fscope::machine {

std::optional<Ipa> intermediateAddress(const Guest& guest, Va va)
{
    static constexpr std::array kAccesses {
        mmu::Access { mmu::AccessKind::Read, 1, false },
        mmu::Access { mmu::AccessKind::Execute, 1, false },
        mmu::Access { mmu::AccessKind::Execute, 0, false },
    };
    for (const mmu::Access& access : kAccesses) {
        const mmu::WalkResult result = mmu::walkStage1(guest.vcpu.translation, guest.memory, va, access);
        if (result.ok())
            return result.translation.ipa;
    }
    return std::nullopt;
}

std::optional<Pa> physicalAddress(const Guest& guest, Ipa ipa)
{
    std::optional<Pa> pa;
    if (const memory::Slot* slot = guest.slotMap.find(ipa)) {
        if (slot->kind == memory::SlotKind::Device)
            return std::nullopt;
        pa = slot->paOf(ipa);
    } else {
        const mmu::WalkResult result = mmu::walkStage2(guest.vcpu.translation, guest.memory, ipa, {});
        if (!result.ok())
            return std::nullopt;
        pa = result.translation.pa;
    }
    return guest.memory.isRam(*pa) ? pa : std::nullopt;
}

} // namespace fscope::machine
