// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/base/bytes.h"
#include "core/memory/heapmemory.h"
#include "core/mmu/regime.h"
#include "tests/core/mmu/twostageguest.h"

namespace fscope::test {

/// A TwoStageGuest whose RAM was copied into one mapping of this process: memory that walks update, and the
/// fast case of a GuestMemory.
class FlatGuest
{
public:
    static constexpr std::uint64_t kRamEnd = 0x54000000;

    explicit FlatGuest(const TwoStageGuest& guest)
        : regs(guest.regs)
        , regime(guest.regs)
        , heap(*memory::HeapMemory::allocate(kRamEnd))
        , memory(heap.memory())
    {
        for (const std::uint64_t page : guest.memory.touchedPages()) {
            const std::uint64_t address = page * kPageSize;
            static_cast<void>(guest.memory.read(Pa(address), heap.sharedBytes().data() + address, kPageSize));
        }
    }
    std::uint64_t word(Pa address) const { return loadLe(heap.sharedBytes().data() + address.value, 8); }
    void setWord(Pa address, std::uint64_t value)
    {
        storeLe(heap.sharedBytes().data() + address.value, value, 8);
    }

    mmu::TranslationRegisters regs;
    mmu::TranslationRegime regime;
    memory::HeapMemory heap;
    memory::GuestMemory memory;
};

} // namespace fscope::test
