// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/mmu/walk.h"

#include <cstdint>

namespace fscope::mmu {

/// What an access of one exception level may do through a descriptor.
struct Rights {
    bool read = false;
    bool write = false;
    bool execute = false;

    bool allow(AccessKind kind) const
    {
        switch (kind) {
        case AccessKind::Read:
            return read;
        case AccessKind::Write:
            return write;
        case AccessKind::Execute:
            return execute;
        }
        return false;
    }
    bool operator==(const Rights&) const = default;
};

/// Bits 63:59 that the table descriptors of a walk had set limit what the leaf grants.
struct Stage1Descriptors {
    std::uint64_t leaf = 0;
    std::uint64_t tables
        = 0; ///< all table descriptors above it, ORed; 0 with hierarchical permissions disabled
    bool dirtyManaged = false; ///< hardware manages the dirty state: a leaf with DBM counts as writable
};

/// Stage 1 of EL1&0: AP, APTable, UXN, PXN, UXNTable, PXNTable, with WXN and PAN. What EL0 may write, EL1 may
/// not execute. Rule: Arm ARM D8.4, "Stage 1 permissions".
Rights stage1Rights(const Stage1Descriptors& descriptors, bool wxn, const Access& access);

/// Stage 2: S2AP, and XN[1:0] which tells EL1 from EL0 (FEAT_XNX). Rule: Arm ARM D8.4, "Stage 2 permissions".
Rights stage2Rights(std::uint64_t leaf, bool dirtyManaged, unsigned el);

} // namespace fscope::mmu
