// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/base/bits.h"
#include "core/mmu/walk.h"

#include <array>
#include <cstdint>

namespace fscope::mmu {

/// How a regime reads the permission bits of its stage-1 descriptors.
struct PermissionRules {
    bool wxn = false;  ///< SCTLR_ELx.WXN
    bool epan = false; ///< SCTLR_ELx.EPAN: PAN also takes pages that EL0 may only execute (FEAT_PAN3)
    bool unprivileged
        = true;       ///< the regime has EL0: AP[1], UXN and PXN; without it XN, and AP[1] means nothing
    bool nv1 = false; ///< HCR_EL2.{NV, NV1}: XN is PXN, EL0 has no access, no PAN
    bool dirtyManaged = false; ///< hardware manages the dirty state: a leaf with DBM counts as writable
};

namespace detail {

/// Which bits of a stage-1 descriptor forbid what, all turned so that 1 forbids.
namespace s1 {
inline constexpr unsigned kNotForUser = 1;
inline constexpr unsigned kReadOnly = 2;
inline constexpr unsigned kUxn = 4;
inline constexpr unsigned kPxn = 8;
inline constexpr unsigned kWxn = 16;
inline constexpr unsigned kEpan = 32;
} // namespace s1

constexpr LeafRights stage1RightsOf(unsigned n)
{
    const bool user = (n & s1::kNotForUser) == 0;
    const bool writable = (n & s1::kReadOnly) == 0;
    const bool wxn = (n & s1::kWxn) != 0;
    Rights el0 { user, user && writable, (n & s1::kUxn) == 0 };
    Rights el1 { true, writable, (n & s1::kPxn) == 0 && !el0.write };
    const bool pan = user || ((n & s1::kEpan) != 0 && el0.execute);
    el0.execute = el0.execute && !(wxn && el0.write);
    el1.execute = el1.execute && !(wxn && el1.write);
    return { el1, el0, pan };
}

/// A regime without EL0: its rights stand for both levels, as nobody else has any.
constexpr LeafRights soleRightsOf(unsigned n)
{
    const bool writable = (n & s1::kReadOnly) == 0;
    const bool wxn = (n & s1::kWxn) != 0;
    const Rights rights { true, writable, (n & s1::kUxn) == 0 && !(wxn && writable) };
    return { rights, rights, false };
}

/// S2AP[0], S2AP[1], XN[0], XN[1] from bit 0 up. XN[1:0] = 0b00 all, 0b01 EL0 only, 0b10 none, 0b11 EL1 only.
constexpr LeafRights stage2RightsOf(unsigned n)
{
    const bool read = (n & 1U) != 0;
    const bool write = (n & 2U) != 0;
    const bool xn0 = (n & 4U) != 0;
    const bool xn1 = (n & 8U) != 0;
    return { { read, write, xn0 == xn1 }, { read, write, !xn1 }, false };
}

template <std::size_t Size>
constexpr std::array<LeafRights, Size> tableOf(LeafRights (*rightsOf)(unsigned))
{
    std::array<LeafRights, Size> table {};
    for (unsigned n = 0; n < Size; ++n)
        table[n] = rightsOf(n);
    return table;
}

inline constexpr auto kStage1Rights = tableOf<64>(stage1RightsOf);
inline constexpr auto kSoleRights = tableOf<64>(soleRightsOf);
inline constexpr auto kStage2Rights = tableOf<16>(stage2RightsOf);

inline constexpr unsigned kDbm = 51;

} // namespace detail

/// What stage 1 grants: AP, UXN and PXN of the leaf, APTable, UXNTable and PXNTable of the tables above it,
/// WXN. What EL0 may write, EL1 may not execute.
/// @param tables  all table descriptors above the leaf, ORed; 0 with hierarchical permissions disabled (HPD)
/// Cost: a look into a table. Rule: Arm ARM D8.4, "Stage 1 permissions".
inline LeafRights stage1Rights(std::uint64_t leaf, std::uint64_t tables, const PermissionRules& rules)
{
    namespace s1 = detail::s1;
    // AP[1] and AP[2] stand as their places do, and so do APTable[0] and [1]; the others are moved.
    auto n = static_cast<unsigned>(((leaf >> 6 & 3) ^ s1::kNotForUser) | (leaf >> 52 & s1::kUxn));
    if (rules.dirtyManaged && bit(leaf, detail::kDbm))
        n &= ~s1::kReadOnly;
    n |= static_cast<unsigned>((tables >> 61 & 3) | (tables >> 58 & s1::kUxn)) | (rules.wxn ? s1::kWxn : 0);
    if (!rules.unprivileged) [[unlikely]]
        return detail::kSoleRights[n];
    if (rules.nv1) [[unlikely]] { // XN, which stood for UXN above, is PXN
        const unsigned pxn = (n & s1::kUxn) != 0 ? s1::kPxn : 0;
        return detail::kStage1Rights[(n & ~s1::kUxn) | pxn | s1::kNotForUser];
    }
    n |= static_cast<unsigned>((leaf >> 50 & s1::kPxn) | (tables >> 56 & s1::kPxn))
        | (rules.epan ? s1::kEpan : 0);
    return detail::kStage1Rights[n];
}

/// What stage 2 grants: S2AP, and XN[1:0] which tells EL1 from EL0 (FEAT_XNX).
/// Cost: a look into a table. Rule: Arm ARM D8.4, "Stage 2 permissions".
inline LeafRights stage2Rights(std::uint64_t leaf, bool dirtyManaged)
{
    const unsigned clean = dirtyManaged && bit(leaf, detail::kDbm) ? 2U : 0U;
    return detail::kStage2Rights[bits(leaf, 7, 6) | clean | bits(leaf, 54, 53) << 2];
}

} // namespace fscope::mmu
