// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/mmu/walk.h"

#include <QString>

#include <vector>

namespace fscope::models {

/// A stretch of bits of an address, and what a walk does with it.
struct AddressPart {
    enum class Kind {
        Tag,    ///< the top byte, ignored (TCR_EL1.TBI)
        Sign,   ///< repeats bit 55 of a VA, which chooses TTBR0_EL1 or TTBR1_EL1
        Above,  ///< above the input range of an IPA: has to be 0
        Index,  ///< chooses the entry of a table
        Offset, ///< goes through as it is
    };
    Kind kind = Kind::Offset;
    unsigned hi = 0;
    unsigned lo = 0;
    quint64 value = 0;
    int level = 0;       ///< of an index
    bool reached = true; ///< of an index: the walk looked it up
    bool operator==(const AddressPart&) const = default;
};

/// The parts of the address that @p stage translates, from bit 63 down; each bit is in one of them.
///
/// @param regs   say where tag and sign are and what levels there are
/// @param reads  the descriptors this stage read for the address, in order; may be empty
/// Without walks (stage off, sizes that do not go together) the address is one Offset.
std::vector<AddressPart> addressParts(const mmu::TranslationRegisters& regs, mmu::Stage stage,
    quint64 address, mmu::AccessKind kind, const std::vector<mmu::DescriptorRead>& reads);

/// "level 1", "offset", "TTBR1", short enough to stand below the bits.
QString partName(const AddressPart& part);
/// A whole sentence: which bits, what they hold and what for.
QString partText(const AddressPart& part);

} // namespace fscope::models
