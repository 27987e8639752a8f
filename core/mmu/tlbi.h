// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/text.h"
#include "core/mmu/tlbentry.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace fscope::mmu {

/// Which entries a TLBI operation removes.
enum class TlbiMatch : std::uint8_t {
    Va,           ///< of stage 1, at an address, of one ASID or global
    VaAllAsids,   ///< of stage 1, at an address
    Asid,         ///< of stage 1, of one ASID, not global
    AllStage1,    ///< all of stage 1
    AllStages,    ///< all of one VMID
    All,          ///< all of EL1&0, of each VMID
    Ipa,          ///< of stage 2 alone, at an IPA
    WritesStage2, ///< what stage 2 allows writes to
    OtherRegime,  ///< of EL2: none that a TLB of EL1&0 holds
};
inline constexpr std::size_t kTlbiMatches = 9;

/// Which CPUs an operation reaches: the one that executes it, or those of a shareability domain.
enum class TlbiScope : std::uint8_t { Local, InnerShareable, OuterShareable };

/// One operation in its three scopes. Encoding: SYS with op1, CRn 8 (9 for the nXS variant), CRm and op2.
struct TlbiRow {
    const char* name = ""; ///< "VAE1"; the scope's letters and NXS follow it
    std::uint8_t op1 = 0;
    struct Place {
        std::uint8_t crm = 0;
        std::uint8_t op2 = 0;
        bool operator==(const Place&) const = default;
    };
    std::array<Place, 3> places; ///< by TlbiScope
    TlbiMatch match {};
    bool takesOperand = false;
    bool range = false;
    std::uint8_t lowestEl = 1; ///< below it the instruction is UNDEFINED
};
std::span<const TlbiRow> tlbiRows();

/// One instruction of the table.
struct TlbiInstruction {
    const TlbiRow* row = nullptr;
    TlbiScope scope = TlbiScope::Local;
    bool nxs = false; ///< need not wait for accesses with the XS attribute (FEAT_XS); removes the same
    std::string name() const; ///< "VAE1ISNXS"
    bool operator==(const TlbiInstruction&) const = default;
};

/// By the fields of a SYS instruction; none for what is no TLBI of EL1 or EL2.
std::optional<TlbiInstruction> tlbiOf(unsigned op1, unsigned crn, unsigned crm, unsigned op2);
/// By name in any case, without "TLBI": "vae1is".
std::optional<TlbiInstruction> tlbiByName(std::string_view name);

/// An instruction with its operand, decoded for the registers of the moment.
///
/// Rule: Arm ARM D8.14, "TLB maintenance instructions", and C5.5, the operand of each instruction.
struct TlbiOperation {
    TlbiInstruction instruction;
    std::uint64_t operand = 0; ///< Xt
    std::uint16_t vmid = 0;
    std::uint16_t asid = 0;
    std::uint64_t first = 0;  ///< VA bits 55:0 or IPA, for operations by address
    std::uint64_t last = 0;   ///< the last byte of the range; as @c first if it is no range
    unsigned granuleLog2 = 0; ///< a range, or a TTL hint, is for entries of this granule; 0: of any
    std::optional<int> level; ///< TTL: the level of the entries meant; others may stay, and here they do
    bool reserved = false;    ///< a range with TG = 0: nothing is removed
    bool operator==(const TlbiOperation&) const = default;

    bool matches(const TlbEntry& entry) const;
    /// A sentence: what it removes.
    Text meaning() const;
};
TlbiOperation tlbiOperation(
    const TlbiInstruction& instruction, std::uint64_t operand, const TranslationRegisters& regs);

/// The operand that names an address, without TTL hint: for who writes programs and scenarios.
/// @p address  VA or IPA; @p asid is used where the operation has one
std::uint64_t tlbiOperand(const TlbiInstruction& instruction, std::uint64_t address, std::uint16_t asid);

} // namespace fscope::mmu
