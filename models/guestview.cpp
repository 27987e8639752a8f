// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/guestview.h"

#include "core/base/bytes.h"

#include <array>

namespace fscope::models {

namespace {

std::optional<Ipa> intermediateAddress(const machine::Guest& guest, Va va)
{
    // Data first; then code that may be executed but not read.
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

} // namespace

std::optional<Pa> physicalAddress(const machine::Guest& guest, AddressSpace space, quint64 address)
{
    std::optional<Pa> pa;
    if (space == AddressSpace::Pa) {
        pa = Pa(address);
    } else {
        const auto ipa = space == AddressSpace::Ipa ? std::optional(Ipa(address))
                                                    : intermediateAddress(guest, Va(address));
        if (!ipa)
            return std::nullopt;
        if (const memory::Slot* slot = guest.slotMap.find(*ipa)) {
            if (slot->kind == memory::SlotKind::Device)
                return std::nullopt;
            pa = slot->paOf(*ipa);
        } else {
            const mmu::WalkResult result = mmu::walkStage2(guest.vcpu.translation, guest.memory, *ipa, {});
            if (!result.ok())
                return std::nullopt;
            pa = result.translation.pa;
        }
    }
    return guest.memory.isRam(*pa) ? pa : std::nullopt;
}

std::optional<quint32> readInstruction(const machine::Guest& guest, Va pc)
{
    const auto pa = physicalAddress(guest, AddressSpace::Va, pc.value);
    std::array<quint8, 4> bytes {};
    if (!pa || pc.value % 4 != 0 || guest.memory.read(*pa, bytes.data(), bytes.size()))
        return std::nullopt;
    return quint32(loadLe(bytes.data(), 4));
}

std::optional<CurrentInstruction> currentInstruction(const Session& session)
{
    const int index = session.position().intercept;
    if (index < 0)
        return std::nullopt;
    const machine::InterceptSummary& summary = session.rows()[std::size_t(index)].summary;
    const auto run = session.run();
    if (!run)
        return CurrentInstruction { summary.pc, summary.word };
    const Va pc(run->intercept ? run->intercept->pc : run->before->vcpu.pc);
    if (run->intercept && run->intercept->instructionByteCount == 4)
        return CurrentInstruction { pc, quint32(loadLe(run->intercept->instructionBytes.data(), 4)) };
    if (const auto word = readInstruction(*run->before, pc))
        return CurrentInstruction { pc, word };
    return CurrentInstruction { pc, summary.word };
}

} // namespace fscope::models
