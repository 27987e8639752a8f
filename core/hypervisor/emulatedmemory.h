// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/hypervisor/emulator.h"

#include <cstdint>
#include <optional>

namespace fscope::hypervisor {

/// Why an access, a fetch or a decode did not succeed.
struct Failure {
    FailureKind kind {};
    Va va;                       ///< of the access; the PC for a fetch
    std::uint64_t hostEvent = 0; ///< TranslationEvent
    Text words;                  ///< Decode: the class of the word
};

/// The guest's memory and devices as one emulation sees them: translation, cache, checks, routing.
class EmulatedMemory
{
public:
    EmulatedMemory(const EmulatorProfile& profile, InterceptSupport& support, StepObserver* observer)
        : m_profile(profile)
        , m_support(support)
        , m_observer(observer)
    { }

    /// What the host knows already; reported as CacheFilled.
    void seedCache(const Intercept::InitialTranslation& seed);

    /// @p size bytes (at most 32) at a guest virtual address, from or to @p bytes in address order.
    std::optional<Failure> transfer(Va va, unsigned size, mmu::AccessKind kind, std::uint8_t* bytes);

    /// The same at a guest physical address, not translated and not cached.
    std::optional<Failure> transferPhysical(
        Ipa ipa, unsigned size, mmu::AccessKind kind, std::uint8_t* bytes);

    /// As transferPhysical, for who ignores what the bus answers: what nothing answers reads as 0.
    void transferIgnoringErrors(Ipa ipa, unsigned size, mmu::AccessKind kind, std::uint8_t* bytes);

private:
    void fillCache(Va va, Ipa ipa, mmu::AccessKind kind);
    tl::expected<Ipa, Failure> translate(Va va, mmu::AccessKind kind);
    std::optional<FailureKind> whole(Ipa ipa, unsigned size, mmu::AccessKind kind, std::uint8_t* bytes);
    std::optional<FailureKind> cut(Ipa ipa, unsigned size, mmu::AccessKind kind, std::uint8_t* bytes);
    bool memory(Ipa ipa, unsigned size, mmu::AccessKind kind, std::uint8_t* bytes);
    bool device(Ipa ipa, unsigned size, mmu::AccessKind kind, std::uint8_t* bytes);

    const EmulatorProfile& m_profile;
    InterceptSupport& m_support;
    StepObserver* m_observer;
    mmu::OneEntryCache m_cache;
};

} // namespace fscope::hypervisor
