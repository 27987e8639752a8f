// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/memory/slotmap.h"

#include "core/base/hex.h"

#include <fmt/format.h>

#include <algorithm>

namespace fscope::memory {
namespace {

std::string shown(const Slot& slot)
{
    return fmt::format("slot \"{}\" at {} of {} bytes", slot.name, hex(slot.start), hex(slot.size));
}

} // namespace

Result<void> SlotMap::add(Slot slot)
{
    if (slot.size == 0)
        return fail(fmt::format("The {} has no size.", shown(slot)));
    if (slot.start.value % kPageSize != 0 || slot.size % kPageSize != 0) {
        return fail(fmt::format("The {} does not consist of whole pages.", shown(slot)), {},
            "Start and size are multiples of 0x1000.");
    }
    // The last address must exist; a slot may end exactly at 2^64.
    if (slot.size - 1 > ~slot.start.value)
        return fail(fmt::format("The {} wraps around the end of the address space.", shown(slot)));
    const auto after = std::upper_bound(m_slots.begin(), m_slots.end(), slot.start,
        [](Ipa ipa, const Slot& other) { return ipa < other.start; });
    const Slot* neighbour = nullptr;
    if (after != m_slots.end() && slot.contains(after->start))
        neighbour = &*after;
    else if (after != m_slots.begin() && std::prev(after)->contains(slot.start))
        neighbour = &*std::prev(after);
    if (neighbour != nullptr)
        return fail(fmt::format("The {} overlaps the {}.", shown(slot), shown(*neighbour)));
    m_slots.insert(after, std::move(slot));
    return {};
}

const Slot* SlotMap::find(Ipa ipa) const
{
    const auto after = std::upper_bound(m_slots.begin(), m_slots.end(), ipa,
        [](Ipa address, const Slot& slot) { return address < slot.start; });
    if (after == m_slots.begin())
        return nullptr;
    const Slot& slot = *std::prev(after);
    return slot.contains(ipa) ? &slot : nullptr;
}

} // namespace fscope::memory
