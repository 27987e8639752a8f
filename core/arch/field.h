// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/text.h"

namespace fscope::arch {

/// A value of a field that has a name of its own.
struct NamedValue {
    std::uint64_t value = 0;
    const char* meaning = ""; ///< marked FSCOPE_TR("Core", …)
};

enum class FieldKind : std::uint8_t {
    Flag,     ///< one bit; both values are named
    Code,     ///< a number with named values
    Number,   ///< a plain number
    Address,  ///< address bits; the value shown is shifted back to its place
    Register, ///< a general-purpose register number, 31 being the zero register
    Res0,
    Res1,
};

/// One field of a register: one row, read by the bit view, the text, the JSON, the help page and the tests.
struct Field {
    const char* name = "";
    unsigned hi = 0;
    unsigned lo = 0;
    FieldKind kind = FieldKind::Number;
    const char* longName = ""; ///< marked for translation
    const char* meaning = "";  ///< what it tells, a sentence; marked for translation
    std::span<const NamedValue> values = {};
    const char* source = "";   ///< manual and section
    /// Whether the field has this meaning in a register of this value; null: always.
    bool (*applies)(std::uint64_t registerValue) = nullptr;
};

/// The fields of one register (or of one form of it), from bit 63 down; they cover all bits once.
struct RegisterLayout {
    const char* name = "";     ///< as the Arm ARM spells it: "ESR_EL2"
    const char* longName = ""; ///< marked for translation
    unsigned width = 64;
    std::span<const Field> fields = {};
};

enum class FieldState : std::uint8_t {
    Normal,
    NotValid,   ///< the field has no meaning for this value (for example SAS with ISV = 0)
    Reserved,   ///< RES0/RES1, holding its reserved value
    ReservedSet ///< RES0 that is not 0, RES1 that is not 1, or a reserved value of a code
};

/// One decoded field.
struct FieldValue {
    const Field* field = nullptr;
    std::uint64_t value = 0;
    FieldState state = FieldState::Normal;
    Text meaning; ///< of this value: the named value, "x5", an address …
    bool operator==(const FieldValue&) const = default;
};

enum class RegisterName : std::uint8_t {
    EsrEl2,
    EsrEl1,
    FarEl2,
    HpfarEl2,
    SpsrEl2,
    Stage1Table, ///< descriptors of the 4 KiB granule
    Stage1Leaf,
    Stage2Table,
    Stage2Leaf,
    InvalidDescriptor,
};

/// The layout of a register of this value: for an ESR, that of its exception class. Never fails.
const RegisterLayout& layoutOf(RegisterName name, std::uint64_t value);

/// All fields of @p value in the order of the layout (high to low). Every bit of the value is covered once.
std::vector<FieldValue> decodeFields(const RegisterLayout& layout, std::uint64_t value);

/// One sentence for a whole ESR: "load of 4 bytes into w3, stage 2 translation fault at level 2".
Text describeEsr(std::uint64_t esr);

/// The field of that name, or nullptr.
const Field* findField(const RegisterLayout& layout, std::string_view name);

} // namespace fscope::arch
