// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/arch/field.h"

#include <string>
#include <vector>

namespace fscope::arch {

enum class NoteKind : std::uint8_t {
    ReservedBits,      ///< a reserved span does not hold what it should
    ReservedValue,     ///< a field holds a value the manual keeps back
    InstructionLength, ///< IL is 0 and the class cannot come from a 16-bit instruction
    ClassUnallocated,
    ClassWithdrawn,
    WrongLevel, ///< the class cannot be reported in the ESR of this Exception level
    Access,     ///< a write to a read-only register, a read of a write-only one
    Unexpected, ///< fields that contradict each other, or the fault
};

/// Something about a value that hardware would not have produced. A value with notes is still decoded.
struct Note {
    NoteKind kind = NoteKind::ReservedBits;
    /// For programs: "reserved_bits:44+20=0x200", "reserved_value:DFSC=0x1a", "il_should_be_1",
    /// "ec_unallocated", "ec_withdrawn", "wrong_level:ESR_EL1", "access:MIDR_EL1 is RO", "unexpected:EA".
    std::string key;
    Text text;                    ///< for people
    const Field* field = nullptr; ///< the row it is about; may be null
    bool operator==(const Note&) const = default;
};

/// What is wrong with a decoded register: its reserved bits and values.
std::vector<Note> notesOf(std::span<const FieldValue> fields);

/// All that is wrong with a value: the above, and for an ESR what the fields say together. In the order of
/// the fields, what concerns several of them last.
std::vector<Note> notesOf(RegisterName name, std::uint64_t value);

} // namespace fscope::arch
