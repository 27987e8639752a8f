// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/hypervisor/emulatedmemory.h"

#include "core/base/bytes.h"

#include <algorithm>
#include <bit>

namespace fscope::hypervisor {

namespace {

using mmu::AccessKind;

constexpr unsigned kMaxAccess = 16; ///< bytes of one call of InterceptSupport

U128 load(const std::uint8_t* bytes, unsigned size)
{
    if (size <= 8) {
        std::uint64_t value = 0;
        for (unsigned i = size; i-- > 0;)
            value = value << 8 | bytes[i];
        return { value, 0 };
    }
    return { loadLe(bytes, 8), load(bytes + 8, size - 8).lo };
}

void store(std::uint8_t* bytes, U128 value, unsigned size)
{
    for (unsigned i = 0; i < size; ++i)
        bytes[i] = static_cast<std::uint8_t>((i < 8 ? value.lo : value.hi) >> (i % 8 * 8));
}

} // namespace

void EmulatedMemory::fillCache(Va va, Ipa ipa, AccessKind kind)
{
    const auto before = m_cache.entry();
    m_cache.fill(va, ipa, kind);
    if (m_observer != nullptr)
        m_observer->onStep(CacheFilled { before, m_cache.entry().value_or(mmu::OneEntryCache::Entry {}) });
}

void EmulatedMemory::seedCache(const Intercept::InitialTranslation& seed)
{
    fillCache(seed.va, seed.ipa, seed.kind);
}

tl::expected<Ipa, Failure> EmulatedMemory::translate(Va va, AccessKind kind)
{
    if (m_profile.caches) {
        const auto cached = m_cache.lookUp(va, kind);
        if (m_observer != nullptr)
            m_observer->onStep(
                CacheLookedUp { va, kind, cached.has_value(), cached.value_or(Ipa()), m_cache.entry() });
        if (cached)
            return *cached;
    }
    const a64::CpuState& cpu = m_support.cpu();
    // The rights of the current level: also for LDTR and STTR.
    const mmu::Access access { kind, cpu.el(), (cpu.pstate & arch::pstate::kPan) != 0 };
    const auto ipa = m_support.translate(va, access, m_observer);
    if (!ipa) {
        const auto& event = ipa.error().hostEvent;
        return tl::unexpected(Failure {
            event ? FailureKind::TranslationEvent : FailureKind::Translation, va, event.value_or(0), {} });
    }
    if (m_profile.caches)
        fillCache(va, *ipa, kind);
    return *ipa;
}

bool EmulatedMemory::memory(Ipa ipa, unsigned size, AccessKind kind, std::uint8_t* bytes)
{
    if (kind == AccessKind::Write)
        return m_support.writeMemory(ipa, size, load(bytes, size), m_observer);
    U128 value;
    if (!m_support.readMemory(ipa, size, value, m_observer))
        return false;
    store(bytes, value, size);
    return true;
}

bool EmulatedMemory::device(Ipa ipa, unsigned size, AccessKind kind, std::uint8_t* bytes)
{
    if (kind == AccessKind::Write)
        return m_support.writeDevice(ipa, size, load(bytes, size), m_observer);
    U128 value;
    const bool answered = m_support.readDevice(ipa, size, value, m_observer);
    store(bytes, value, size);
    return answered;
}

/// One access of the whole size, routed by its first byte.
/// Source: openvmm, vmm_core/virt_support_aarch64emu/src/emulate.rs.
std::optional<FailureKind> EmulatedMemory::whole(Ipa ipa, unsigned size, AccessKind kind, std::uint8_t* bytes)
{
    const InterceptSupport::Check check = m_support.check(ipa, kind, size, m_observer);
    if (m_profile.checksTrust && check.target == Target::Protected && !check.allowed)
        return check.deniesExecute ? FailureKind::Denied : FailureKind::DeniedOnlyData;
    const bool isMemory
        = check.target == Target::Ram || (check.target == Target::Rom && kind != AccessKind::Write);
    if (isMemory)
        return memory(ipa, size, kind, bytes) ? std::nullopt : std::optional(FailureKind::Memory);
    if (!device(ipa, size, kind, bytes) && !m_profile.unmappedIsDevice)
        return FailureKind::Bus;
    return std::nullopt;
}

/// Pieces of one page each, and to a device of what it takes, naturally aligned, as QEMU's memory core makes
/// them (qemu system/physmem.c, memory_access_size).
std::optional<FailureKind> EmulatedMemory::cut(Ipa ipa, unsigned size, AccessKind kind, std::uint8_t* bytes)
{
    while (size != 0) {
        const auto room = static_cast<unsigned>(kPageSize - ipa.offsetIn(kPageSize));
        const unsigned inPage = std::min(size, room);
        const InterceptSupport::Check check = m_support.check(ipa, kind, inPage, m_observer);
        const bool dropped = check.target == Target::Rom && kind == AccessKind::Write;
        const bool isMemory = check.target == Target::Ram || check.target == Target::Rom;
        if (!isMemory && check.target != Target::Device)
            return FailureKind::Bus;
        for (unsigned done = 0; done < inPage && !dropped;) {
            unsigned piece = std::min(inPage - done, kMaxAccess);
            const Ipa at = ipa + done;
            if (!isMemory) {
                piece = std::bit_floor(std::min(piece, m_support.deviceWidth(at)));
                while (at.offsetIn(piece) != 0)
                    piece /= 2;
            }
            if (!(isMemory ? memory(at, piece, kind, bytes + done) : device(at, piece, kind, bytes + done)))
                return FailureKind::Bus;
            done += piece;
        }
        ipa = ipa + inPage;
        bytes += inPage;
        size -= inPage;
    }
    return std::nullopt;
}

std::optional<Failure> EmulatedMemory::transferPhysical(
    Ipa ipa, unsigned size, AccessKind kind, std::uint8_t* bytes)
{
    const auto failed = m_profile.cutsAccesses ? cut(ipa, size, kind, bytes) : whole(ipa, size, kind, bytes);
    if (failed)
        return Failure { *failed, {}, 0, {} };
    return std::nullopt;
}

void EmulatedMemory::transferIgnoringErrors(Ipa ipa, unsigned size, AccessKind kind, std::uint8_t* bytes)
{
    if (transferPhysical(ipa, size, kind, bytes)) {
        std::fill_n(bytes, kind == AccessKind::Write ? 0 : size, std::uint8_t { 0 });
        // Shown as what it is: an access that nothing answers.
        if (m_observer != nullptr) {
            MmioAccessed step;
            step.write = kind == AccessKind::Write;
            step.ipa = ipa;
            step.size = size;
            step.value = load(bytes, size);
            m_observer->onStep(std::move(step));
        }
    }
}

std::optional<Failure> EmulatedMemory::transfer(Va va, unsigned size, AccessKind kind, std::uint8_t* bytes)
{
    // Without cutting, the first byte's translation stands for all: the second page is not looked up.
    while (size != 0) {
        const auto room = static_cast<unsigned>(kPageSize - va.offsetIn(kPageSize));
        const unsigned part = m_profile.cutsAccesses ? std::min(size, room) : size;
        const auto ipa = translate(va, kind);
        if (!ipa)
            return ipa.error();
        if (auto failure = transferPhysical(*ipa, part, kind, bytes)) {
            failure->va = va;
            return failure;
        }
        va = va + part;
        bytes += part;
        size -= part;
    }
    return std::nullopt;
}

} // namespace fscope::hypervisor
