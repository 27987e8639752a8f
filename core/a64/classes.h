// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/a64/instruction.h"

#include <cstdint>
#include <span>

namespace fscope::a64 {

/// One class of words that the decode table has no row for, and what decode() says of them.
struct InstructionClass {
    const char* pattern = ""; ///< 32 characters, bit 31 first: 0, 1, or x for any
    DecodeStatus status = DecodeStatus::Unallocated;
    const char* name = ""; ///< the Arm ARM's name of the class; marked for translation
};

/// The classes, in the order they are tried; the last matches each word.
std::span<const InstructionClass> classes();

/// The class of a word that has no row. Classes that the table models answer Unallocated.
const InstructionClass& classOf(std::uint32_t word);

} // namespace fscope::a64
