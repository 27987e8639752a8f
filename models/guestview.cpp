// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/guestview.h"

#include "core/base/bytes.h"
#include "core/machine/guestaddress.h"

#include <array>

namespace fscope::models {

std::optional<Pa> physicalAddress(const machine::Guest& guest, AddressSpace space, quint64 address)
{
    switch (space) {
    case AddressSpace::Pa:
        return guest.memory.isRam(Pa(address)) ? std::optional(Pa(address)) : std::nullopt;
    case AddressSpace::Ipa:
        return machine::physicalAddress(guest, Ipa(address));
    case AddressSpace::Va:
        break;
    }
    const std::optional<Ipa> ipa = machine::intermediateAddress(guest, Va(address));
    return ipa ? machine::physicalAddress(guest, *ipa) : std::nullopt;
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
