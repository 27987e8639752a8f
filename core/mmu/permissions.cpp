// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/mmu/permissions.h"

#include "core/base/bits.h"

namespace fscope::mmu {
namespace {

constexpr unsigned kDbm = 51;

} // namespace

Rights stage1Rights(const Stage1Descriptors& descriptors, bool wxn, const Access& access)
{
    const std::uint64_t leaf = descriptors.leaf;
    const std::uint64_t tables = descriptors.tables;
    const bool forUser = bit(leaf, 6) && !bit(tables, 61);
    const bool leafReadOnly = bit(leaf, 7) && !(descriptors.dirtyManaged && bit(leaf, kDbm));
    const bool writable = !leafReadOnly && !bit(tables, 62);

    Rights rights;
    if (access.el == 0) {
        const bool never = bit(leaf, 54) || bit(tables, 60);
        rights = { forUser, forUser && writable, !never };
    } else {
        const bool never = bit(leaf, 53) || bit(tables, 59);
        rights = { true, writable, !never && !(forUser && writable) };
    }
    if (wxn && rights.write)
        rights.execute = false;
    if (access.pan && access.el != 0 && forUser)
        rights.read = rights.write = false;
    return rights;
}

Rights stage2Rights(std::uint64_t leaf, bool dirtyManaged, unsigned el)
{
    // XN[1:0] = 0b00 all, 0b01 EL0 only, 0b10 none, 0b11 EL1 only.
    const bool xn1 = bit(leaf, 54);
    const bool xn0 = bit(leaf, 53);
    const bool execute = el == 0 ? !xn1 : xn1 == xn0;
    return { bit(leaf, 6), bit(leaf, 7) || (dirtyManaged && bit(leaf, kDbm)), execute };
}

} // namespace fscope::mmu
