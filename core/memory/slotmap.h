// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/address.h"
#include "core/base/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace fscope::memory {

/// What a range of guest physical addresses (IPAs) is to the hypervisor.
enum class SlotKind : std::uint8_t {
    Ram,
    Rom,       ///< RAM that the guest may only read
    Device,    ///< an MMIO window
    Protected, ///< RAM that this guest may not touch (a higher trust level owns it)
};

struct Slot {
    Ipa start;
    std::uint64_t size = 0;
    SlotKind kind = SlotKind::Ram;
    Pa pa;            ///< where the bytes are, for RAM, ROM and protected slots
    std::string name; ///< "ram", "uart0"
    bool contains(Ipa ipa) const { return ipa.value - start.value < size; }
    Pa paOf(Ipa ipa) const { return pa + (ipa - start); }
    bool operator==(const Slot&) const = default;
};

/// The hypervisor's own map of the guest (KVM's memory slots): it knows what lies at an IPA whether or not
/// stage 2 maps it.
class SlotMap
{
public:
    /// Start and size are multiples of 4096, size > 0; slots do not overlap nor wrap around. The error names
    /// both slots.
    Result<void> add(Slot slot);
    /// The slot that holds @p ipa, or nullptr: a hole. Cost: a binary search.
    /// Safe to call from several threads at once.
    const Slot* find(Ipa ipa) const;
    std::span<const Slot> all() const { return m_slots; } ///< by ascending start
    bool operator==(const SlotMap& other) const { return m_slots == other.m_slots; }

private:
    std::vector<Slot> m_slots;
};

} // namespace fscope::memory
