// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/machine/cputranslation.h"

namespace fscope::machine {
namespace {

using hypervisor::StepObserver;
using mmu::Tlb;
using mmu::TlbEntry;

/// An entry of the same translation, which is replaced rather than joined.
bool isLike(const TlbEntry& a, const TlbEntry& b)
{
    return a.va == b.va && a.tag == b.tag && a.sizeLog2 == b.sizeLog2;
}

void fillTlb(Tlb& tlb, const TlbEntry& entry, StepObserver* observer)
{
    if (observer == nullptr) {
        tlb.fill(entry);
        return;
    }
    Tlb before = tlb;
    const Tlb::Place place = tlb.choose(entry);
    const TlbEntry there = tlb.entry(place);
    if (there.isValid() && !isLike(there, entry)) {
        tlb.evict(place);
        observer->onStep(hypervisor::TlbEvicted { place, there, before, tlb });
        before = tlb;
    }
    tlb.put(place, entry);
    observer->onStep(hypervisor::TlbFilled { place, entry, before, tlb });
}

/// Through the handle, so that what hardware updates is written.
mmu::WalkResult walk(Guest& guest, Va va, mmu::Access access, StepObserver* observer)
{
    access.writeBack = true;
    const memory::GuestMemory& memory = guest.memory.handle();
    if (observer == nullptr)
        return mmu::translate(guest.vcpu.translation, memory, va, access);
    mmu::WalkTrace trace;
    const mmu::WalkResult result = mmu::translate(guest.vcpu.translation, memory, va, access, &trace);
    for (const mmu::DescriptorRead& read : trace)
        observer->onStep(hypervisor::DescriptorStep { read, false, read.updated() });
    return result;
}

void reportTranslated(Va va, const mmu::Access& access, const mmu::WalkResult& result, StepObserver* observer)
{
    if (observer != nullptr && result.ok())
        observer->onStep(hypervisor::Translated {
            va, access.kind, result.translation.ipa, result.translation.attributes });
}

/// The guest's TLB, if it has one and there is anything to keep in it.
Tlb* tlbInUse(Guest& guest)
{
    if (!guest.tlb || !mmu::TlbContext(guest.vcpu.translation).isOn())
        return nullptr;
    return &*guest.tlb;
}

/// Whether an entry answers, into @p found.
bool lookUp(Tlb& tlb, const mmu::TranslationRegisters& regs, Va va, const mmu::Access& access,
    StepObserver* observer, CpuTranslation& found)
{
    // Copied only to be reported: the first look-up after that copies all entries.
    std::optional<Tlb> before;
    if (observer != nullptr)
        before = tlb;
    const TlbEntry* entry = tlb.lookUp(mmu::TlbContext(regs), va, access);
    const bool hit = entry != nullptr;
    if (hit)
        found = { entry->answer(va, access), true, entry->stage1Device };
    if (before) {
        observer->onStep(hypervisor::TlbLookedUp {
            va, access.kind, hit ? tlb.lastHit() : std::nullopt, hit ? *entry : TlbEntry {}, *before, tlb });
    }
    return hit;
}

} // namespace

CpuTranslation translateAsCpu(Guest& guest, Va va, const mmu::Access& access, StepObserver* observer)
{
    CpuTranslation found;
    const mmu::TranslationRegisters& regs = guest.vcpu.translation;
    Tlb* const tlb = tlbInUse(guest);
    if (tlb == nullptr || !lookUp(*tlb, regs, va, access, observer, found)) {
        found.result = walk(guest, va, access, observer);
        if (tlb != nullptr && found.result.ok()) {
            if (const auto entry = mmu::tlbEntryOf(regs, va, access, found.result.translation))
                fillTlb(*tlb, *entry, observer);
        }
    }
    reportTranslated(va, access, found.result, observer);
    return found;
}

void invalidateTlb(Guest& guest, const mmu::TlbiOperation& operation, StepObserver* observer)
{
    if (!guest.tlb)
        return;
    Tlb& tlb = *guest.tlb;
    if (observer == nullptr) {
        tlb.invalidate(operation);
        return;
    }
    const Tlb before = tlb;
    const unsigned entries = tlb.invalidate(operation);
    observer->onStep(hypervisor::TlbInvalidated { operation, entries, before, tlb });
}

} // namespace fscope::machine
