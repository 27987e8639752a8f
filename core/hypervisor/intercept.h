// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/arch/registers.h"
#include "core/base/address.h"
#include "core/mmu/walk.h"

#include <array>
#include <cstdint>
#include <optional>

namespace fscope::hypervisor {

/// What the CPU (or the host hypervisor under an OpenVMM-like program) reports of one trap.
struct Intercept {
    std::uint64_t esr = 0;   ///< ESR_EL2
    std::uint64_t far = 0;   ///< FAR_EL2
    std::uint64_t hpfar = 0; ///< HPFAR_EL2; UNKNOWN where !hpfarValid
    bool hpfarValid = true;
    std::uint64_t pc = 0;                            ///< ELR_EL2
    std::uint64_t pstate = 0;                        ///< SPSR_EL2
    std::array<std::uint8_t, 4> instructionBytes {}; ///< as the host read them, in address order
    std::uint8_t instructionByteCount = 0;           ///< 0 or 4; 0: the emulator fetches
    /// The translation the host already knows, which seeds the one-entry cache.
    struct InitialTranslation {
        Va va;
        Ipa ipa;
        mmu::AccessKind kind = mmu::AccessKind::Read;
        bool operator==(const InitialTranslation&) const = default;
    };
    std::optional<InitialTranslation> initialTranslation;
    /// The guest physical address, where the host reports one: HPFAR_EL2 with the low bits of FAR_EL2, or the
    /// host's own walk.
    std::optional<Ipa> ipa;
    bool interruptionPending = false;
    unsigned vcpu = 0;
    bool operator==(const Intercept&) const = default;
};

} // namespace fscope::hypervisor
