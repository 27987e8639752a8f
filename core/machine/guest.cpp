// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/machine/guest.h"

#include "core/base/bytes.h"
#include "core/base/hex.h"

#include <algorithm>
#include <array>

namespace fscope::machine {

namespace {

using hypervisor::StepObserver;
using hypervisor::Target;
using memory::Slot;
using memory::SlotKind;

constexpr unsigned kMaxAccess = 16;

Target targetOf(const Slot* slot)
{
    if (slot == nullptr)
        return Target::Hole;
    switch (slot->kind) {
    case SlotKind::Ram:
        return Target::Ram;
    case SlotKind::Rom:
        return Target::Rom;
    case SlotKind::Device:
        return Target::Device;
    case SlotKind::Protected:
        return Target::Protected;
    }
    return Target::Hole;
}

Text denialReason(Target target, Ipa ipa, const Slot& slot)
{
    if (target == Target::Rom) {
        return { FSCOPE_TR(
                     "Core", "IPA %1 lies in %2, which the guest may only read, so nothing is written there"),
            { hex(ipa), slot.name } };
    }
    return { FSCOPE_TR(
                 "Core", "IPA %1 lies in %2, which belongs to a higher trust level, so the access is denied"),
        { hex(ipa), slot.name } };
}

void reportWalk(const mmu::WalkTrace& trace, bool informative, StepObserver* observer)
{
    for (const mmu::DescriptorRead& read : trace)
        observer->onStep(hypervisor::DescriptorStep { read, informative });
}

/// The slot that holds all of [ipa, ipa + size), if it is memory for this kind of access.
const Slot* memorySlot(const memory::SlotMap& slotMap, Ipa ipa, unsigned size, bool write)
{
    const Slot* slot = slotMap.find(ipa);
    if (slot == nullptr || size == 0 || size > kMaxAccess || !slot->contains(ipa + (size - 1)))
        return nullptr;
    if (slot->kind == SlotKind::Ram || (slot->kind == SlotKind::Rom && !write))
        return slot;
    return nullptr;
}

U128 fromBytes(const std::array<std::uint8_t, kMaxAccess>& bytes)
{
    return { loadLe(bytes.data(), 8), loadLe(bytes.data() + 8, 8) };
}

U128 firstBytes(U128 value, unsigned size)
{
    if (size >= kMaxAccess)
        return value;
    if (size > 8)
        return { value.lo, zeroExtend(value.hi, (size - 8) * 8) };
    return { zeroExtend(value.lo, size * 8), 0 };
}

/// What a device access is reported by, filled in around the access.
hypervisor::MmioAccessed mmioStep(const device::Bus::Window* window, bool write, Ipa ipa, unsigned size)
{
    hypervisor::MmioAccessed step;
    step.write = write;
    step.ipa = ipa;
    step.size = size;
    if (window == nullptr)
        return step;
    step.device = window->name;
    step.offset = ipa - window->start;
    step.before = window->device->save();
    if (const device::DeviceRegister* reg = window->device->registerAt(step.offset)) {
        step.registerName = reg->name;
        step.registerSize = reg->size;
        step.registerBefore = window->device->peek(step.before, *reg);
    }
    return step;
}

/// What the access has left behind.
void finishMmioStep(hypervisor::MmioAccessed& step, const device::Bus::Window& window)
{
    step.after = window.device->save();
    if (const device::DeviceRegister* reg = window.device->registerAt(step.offset))
        step.registerAfter = window.device->peek(step.after, *reg);
}

} // namespace

bool Guest::sameState(const Guest& other) const
{
    return vcpu == other.vcpu && slotMap == other.slotMap && memory.sameContent(other.memory)
        && bus.sameState(other.bus) && tlb == other.tlb && doorbells == other.doorbells
        && lockedPages == other.lockedPages;
}

tl::expected<Ipa, hypervisor::TranslationFailure> Guest::translate(
    Va va, const mmu::Access& access, StepObserver* observer)
{
    if (observer == nullptr) {
        const mmu::WalkResult result = mmu::walkStage1(vcpu.translation, memory, va, access);
        if (result.fault)
            return tl::unexpected(hypervisor::TranslationFailure { *result.fault, {} });
        return result.translation.ipa;
    }
    mmu::WalkTrace trace;
    const mmu::WalkResult result = mmu::walkStage1(vcpu.translation, memory, va, access, &trace);
    reportWalk(trace, false, observer);
    if (result.fault) {
        observer->onStep(hypervisor::TranslationFailed { va, access.kind, *result.fault, false });
        return tl::unexpected(hypervisor::TranslationFailure { *result.fault, {} });
    }
    const Ipa ipa = result.translation.ipa;
    observer->onStep(hypervisor::Translated { va, access.kind, ipa, result.translation.attributes });
    trace.clear();
    const mmu::WalkResult stage2 = mmu::walkStage2(vcpu.translation, memory, ipa, access, &trace);
    reportWalk(trace, true, observer);
    if (stage2.fault)
        observer->onStep(hypervisor::TranslationFailed { va, access.kind, *stage2.fault, true });
    return ipa;
}

Guest::Check Guest::check(Ipa ipa, mmu::AccessKind kind, unsigned size, StepObserver* observer)
{
    const Slot* slot = slotMap.find(ipa);
    Check result;
    result.target = targetOf(slot);
    result.allowed = result.target != Target::Protected
        && (result.target != Target::Rom || kind != mmu::AccessKind::Write);
    if (observer != nullptr) {
        hypervisor::AccessChecked step { ipa, kind, size, result.target,
            slot != nullptr ? slot->name : std::string(), result.allowed, {} };
        if (!result.allowed)
            step.reason = denialReason(result.target, ipa, *slot);
        observer->onStep(std::move(step));
    }
    return result;
}

bool Guest::readMemory(Ipa ipa, unsigned size, U128& value, StepObserver* observer)
{
    const Slot* slot = memorySlot(slotMap, ipa, size, false);
    if (slot == nullptr)
        return false;
    std::array<std::uint8_t, kMaxAccess> bytes {};
    const Pa pa = slot->paOf(ipa);
    if (memory.read(pa, bytes.data(), size))
        return false;
    value = fromBytes(bytes);
    if (observer != nullptr)
        observer->onStep(hypervisor::MemoryRead { ipa, pa, size, value });
    return true;
}

bool Guest::writeMemory(Ipa ipa, unsigned size, U128 value, StepObserver* observer)
{
    const Slot* slot = memorySlot(slotMap, ipa, size, true);
    if (slot == nullptr)
        return false;
    const Pa pa = slot->paOf(ipa);
    std::array<std::uint8_t, kMaxAccess> before {};
    if (observer != nullptr && memory.read(pa, before.data(), size))
        return false;
    std::array<std::uint8_t, kMaxAccess> bytes {};
    storeLe(bytes.data(), value.lo, 8);
    storeLe(bytes.data() + 8, value.hi, 8);
    if (memory.write(pa, bytes.data(), size))
        return false;
    ringDoorbells(ipa, size, value);
    if (observer != nullptr)
        observer->onStep(
            hypervisor::MemoryWritten { ipa, pa, size, fromBytes(before), firstBytes(value, size) });
    return true;
}

bool Guest::readDevice(Ipa ipa, unsigned size, U128& value, StepObserver* observer)
{
    device::Bus::Window* window = bus.find(ipa);
    hypervisor::MmioAccessed step;
    if (observer != nullptr)
        step = mmioStep(window, false, ipa, size);
    value = {};
    if (window != nullptr) {
        const std::uint64_t offset = ipa - window->start;
        value.lo = window->device->read(offset, std::min(size, 8U));
        if (size > 8)
            value.hi = window->device->read(offset + 8, size - 8);
        value = firstBytes(value, size);
    }
    if (observer != nullptr) {
        step.value = value;
        if (window != nullptr)
            finishMmioStep(step, *window);
        observer->onStep(std::move(step));
    }
    return window != nullptr;
}

bool Guest::writeDevice(Ipa ipa, unsigned size, U128 value, StepObserver* observer)
{
    device::Bus::Window* window = bus.find(ipa);
    hypervisor::MmioAccessed step;
    if (observer != nullptr)
        step = mmioStep(window, true, ipa, size);
    if (window != nullptr) {
        const std::uint64_t offset = ipa - window->start;
        window->device->write(offset, std::min(size, 8U), firstBytes(value, std::min(size, 8U)).lo);
        if (size > 8)
            window->device->write(offset + 8, size - 8, zeroExtend(value.hi, (size - 8) * 8));
    }
    ringDoorbells(ipa, size, value);
    if (observer != nullptr) {
        step.value = firstBytes(value, size);
        if (window != nullptr)
            finishMmioStep(step, *window);
        observer->onStep(std::move(step));
    }
    return window != nullptr;
}

void Guest::ringDoorbells(Ipa ipa, unsigned size, U128 value, bool undo)
{
    for (memory::Doorbell& doorbell : doorbells)
        if (doorbell.condition.fires(ipa.value, size, firstBytes(value, size).lo))
            doorbell.rung += undo ? ~std::uint64_t { 0 } : 1;
}

unsigned Guest::deviceWidth(Ipa ipa) const
{
    const device::Bus::Window* window = bus.find(ipa);
    return window != nullptr ? window->device->widestAccess() : 8;
}

} // namespace fscope::machine
