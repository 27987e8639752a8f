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

mmu::WalkResult walk(const Guest& guest, Va va, const mmu::Access& access, StepObserver* observer)
{
    if (observer == nullptr)
        return mmu::translate(guest.vcpu.translation, guest.memory, va, access);
    mmu::WalkTrace trace;
    const mmu::WalkResult result = mmu::translate(guest.vcpu.translation, guest.memory, va, access, &trace);
    for (const mmu::DescriptorRead& read : trace)
        observer->onStep(hypervisor::DescriptorStep { read, false });
    return result;
}

void reportTranslated(Va va, const mmu::Access& access, const mmu::WalkResult& result, StepObserver* observer)
{
    if (observer != nullptr && result.ok())
        observer->onStep(hypervisor::Translated {
            va, access.kind, result.translation.ipa, result.translation.attributes });
}

} // namespace

CpuTranslation translateAsCpu(Guest& guest, Va va, const mmu::Access& access, StepObserver* observer)
{
    CpuTranslation found;
    const mmu::TranslationRegisters& regs = guest.vcpu.translation;
    const mmu::TlbContext context = guest.tlb ? mmu::TlbContext(regs) : mmu::TlbContext();
    if (context.isOn()) {
        const std::optional<Tlb> before = observer != nullptr ? guest.tlb : std::nullopt;
        const TlbEntry* entry = guest.tlb->lookUp(context, va, access);
        if (entry != nullptr) {
            found = { entry->answer(va, access), true, entry->stage1Device };
        }
        if (observer != nullptr)
            observer->onStep(hypervisor::TlbLookedUp { va, access.kind,
                entry != nullptr ? guest.tlb->lastHit() : std::nullopt,
                entry != nullptr ? *entry : TlbEntry {}, *before, *guest.tlb });
        if (found.fromTlb) {
            reportTranslated(va, access, found.result, observer);
            return found;
        }
    }
    found.result = walk(guest, va, access, observer);
    if (context.isOn() && found.result.ok())
        if (const auto entry = mmu::tlbEntryOf(regs, va, access, found.result.translation))
            fillTlb(*guest.tlb, *entry, observer);
    reportTranslated(va, access, found.result, observer);
    return found;
}

void invalidateTlb(Guest& guest, const mmu::TlbiOperation& operation, StepObserver* observer)
{
    if (!guest.tlb)
        return;
    const std::optional<Tlb> before = observer != nullptr ? guest.tlb : std::nullopt;
    const unsigned entries = guest.tlb->invalidate(operation);
    if (observer != nullptr)
        observer->onStep(hypervisor::TlbInvalidated { operation, entries, *before, *guest.tlb });
}

} // namespace fscope::machine
