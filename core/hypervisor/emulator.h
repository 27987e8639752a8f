// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/hypervisor/policy.h"
#include "core/hypervisor/wordrule.h"

#include <array>
#include <cstdint>
#include <span>

namespace fscope::hypervisor {

/// What can go wrong while an instruction is emulated.
enum class FailureKind : std::uint8_t {
    ByteCount,        ///< the intercept brings neither no instruction bytes nor four
    Decode,           ///< the decoder refuses the word
    TranslationEvent, ///< the guest's address does not translate, and the host supplies an exception for the
                      ///< guest
    Translation,      ///< it does not translate, and the host supplies none
    Denied,           ///< the access is denied by a rule that denies execution too
    DeniedOnlyData,   ///< the access is denied by a rule that allows execution
    Memory,           ///< the address was said to be RAM, and is not all RAM
    Bus,              ///< nothing is at the address
};
inline constexpr std::size_t kFailureKinds = 8;

/// What a policy does about a failure.
struct Reaction {
    enum class Action : std::uint8_t { Halt, Inject, InjectHostEvent };
    enum class FaultAddress : std::uint8_t {
        Pc,     ///< the PC at entry
        Access, ///< the address of the access that failed
        Exit,   ///< FAR_EL2 of the intercept
    };
    Action action = Action::Halt;
    const char* reason = ""; ///< a sentence, %1 the failure's own words; marked for translation
    std::uint64_t esr = 0;   ///< Inject: the syndrome but for what the next three add
    bool classByLevel
        = false;            ///< Data Abort from the same level, or from a lower one if the guest was at EL0
    bool copiesIl = false;  ///< IL as in the intercept
    bool copiesWnr = false; ///< WnR as in the intercept
    FaultAddress far = FaultAddress::Pc;
    PendingEvent::Delivery delivery = PendingEvent::Delivery::Pending;
};

/// A hypervisor's way with an intercept, as data. Each switch names what a reader can see to differ.
struct EmulatorProfile {
    const char* id = "";
    const char* displayName = "";

    // Before the syndrome is used.
    bool haltsOnInterruption = false;       ///< a pending interruption makes the run fail
    bool handlesOnlyDataAborts = false;     ///< other exception classes: the guest is re-entered unchanged
    bool stepsOverCacheMaintenance = false; ///< CM = 1
    bool knowsRamWrites
        = false; ///< a write to a RAM region is for dirty logging; to a read-only one, an assertion
    bool assertsNoWalkFault = false; ///< S1PTW = 1

    // ISV = 1.
    bool skipsLoadToZero = false;     ///< a load to the zero register makes no access
    bool cutsToW = false;             ///< SSE = 1, SF = 0: the upper 32 bits become 0
    bool stepFollowsIl = false;       ///< PC moves by 2 if IL = 0
    bool decodesAfterFailure = false; ///< a failed access is tried again from the decoded instruction

    // ISV = 0.
    bool usesMessageBytes = false; ///< instruction bytes of the intercept, if any
    bool caches = false;           ///< through mmu::OneEntryCache
    bool cutsAccesses = false; ///< a pair is one transfer, cut at pages and to what the device takes; else
                               ///< one access per element, whole, at the first byte's address
    bool unmappedIsDevice
        = false; ///< what is not RAM goes to the devices, which never fail; else a hole is an error
    bool checksTrust = false;              ///< asks whether a higher trust level denies the access
    bool honoursByteOrder = false;         ///< big-endian guests: general-purpose registers
    bool storesPairAtFirstAddress = false; ///< both elements of a pair are stored at the address of the first

    std::span<const WordRule> exceptions; ///< words of the decode table that this decoder treats otherwise
    std::span<const WordRule>
        otherWords; ///< words that are not in the decode table; the last row takes every word
    std::array<Reaction, kFailureKinds> reactions; ///< by FailureKind
};

/// A policy that is all profile.
class EmulatorPolicy final : public HypervisorPolicy
{
public:
    constexpr explicit EmulatorPolicy(const EmulatorProfile& profile)
        : m_profile(profile)
    { }
    const char* id() const override { return m_profile.id; }
    const char* displayName() const override { return m_profile.displayName; }
    Outcome handle(
        const Intercept& intercept, InterceptSupport& support, StepObserver* observer) const override;

private:
    const EmulatorProfile& m_profile;
};

extern const EmulatorProfile kOpenVmmProfile;
extern const EmulatorProfile kQemuHvfProfile;

} // namespace fscope::hypervisor
