// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/text.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fscope::arch {

/// A value of a field that has a name of its own.
struct NamedValue {
    std::uint64_t value = 0;
    const char* meaning = ""; ///< marked FSCOPE_TR("Core", …)
    bool reserved = false;    ///< the manual keeps this value back
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
    const char* source = ""; ///< manual and section
    /// Whether the field has this meaning in a register of this value; null: always.
    bool (*applies)(std::uint64_t registerValue) = nullptr;
    /// Why it means nothing where it does not apply ("ISV is 0, …"; marked for translation): it is then
    /// listed as NotValid. Null: it is left out.
    const char* whenVoid = nullptr;
    /// The meaning of a value that depends on other fields (SRT is w3 or x3 as SF says); null: the named
    /// value.
    Text (*explain)(std::uint64_t registerValue, std::uint64_t fieldValue) = nullptr;
    unsigned addressLo
        = kInPlace; ///< of an Address: the address bit that @c lo holds; kInPlace: bit lo itself
    static constexpr unsigned kInPlace = 64;

    /// Of an Address: the address that the value of this field stands for.
    constexpr std::uint64_t addressOf(std::uint64_t fieldValue) const
    {
        return fieldValue << (addressLo == kInPlace ? lo : addressLo);
    }
};

/// The fields of one register (or of one form of it), from bit 63 down. Rows that apply cover each bit at
/// most once; bits that no row claims are held by a row that is not valid (see decodeFields).
struct RegisterLayout {
    const char* name = "";     ///< as the Arm ARM spells it: "ESR_EL2"
    const char* longName = ""; ///< marked for translation
    unsigned width = 64;
    std::span<const Field> fields = {};
    /// The bits of the register on which the conditions of the rows depend; at most kMaxConditionBits of
    /// them. Only layouts that have some (those of an ESR) can be decoded by a plan, see fieldlist.h.
    std::uint64_t conditionBits = 0;
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
    SpsrEl2,     ///< also a CPSR: M[4] tells the Execution state
    Stage1Table, ///< descriptors of the 4 KiB granule; descriptor.h has all forms
    Stage1Leaf,
    Stage2Table,
    Stage2Leaf,
    InvalidDescriptor,
    EsrEl3,
    HcrEl2,
    TcrEl1,
    VtcrEl2,
    VttbrEl2,
    SctlrEl1,
    MairEl1,
    ParEl1,
};

/// The layout of a register of this value: for an ESR, that of its exception class. Never fails.
const RegisterLayout& layoutOf(RegisterName name, std::uint64_t value);

/// All fields of @p value in the order of the layout (high to low), those that mean nothing here included
/// (NotValid).
///
/// A bit belongs to the last row that covers it. Each bit is covered once, but for rows that are NotValid and
/// stand just before the row that takes their bits: at ISV = 0 bit 21 is listed as SSE, NotValid, and then as
/// TopLevel. See fieldOfBit(). Never fails; a reserved bit that is set or a reserved value is flagged on its
/// own row.
std::vector<FieldValue> decodeFields(const RegisterLayout& layout, std::uint64_t value);

/// The index in @p fields (from decodeFields) of the row that holds this bit (0 to 63): the last that covers
/// it.
std::size_t fieldOfBit(std::span<const FieldValue> fields, unsigned bitNumber);

/// Whether a row that applies holds what it may: Normal, Reserved or ReservedSet.
FieldState stateOf(const Field& field, std::uint64_t fieldValue);

/// The meaning of one value of a field in a register of value @p registerValue: what decodeFields puts into
/// FieldValue::meaning for a row that applies.
Text meaningOf(const Field& field, std::uint64_t registerValue);

/// One sentence for a whole ESR: "load of 4 bytes into w3, stage 2 translation fault at level 2".
///
/// @p name is EsrEl1, EsrEl2 or EsrEl3: the same code is a fault of stage 2 in one and of stage 1 in the
/// other.
Text describeEsr(std::uint64_t esr, RegisterName name = RegisterName::EsrEl2);

/// The value that the fields stand for: encodeFields(decodeFields(layout, x)) is x for each x. Of rows that
/// share a bit the last wins, as fieldOfBit() has it, so that a row may be edited wherever it is not
/// NotValid.
std::uint64_t encodeFields(std::span<const FieldValue> fields);

/// @p registerValue with one field replaced; bits of @p fieldValue that the field does not have are dropped.
std::uint64_t withField(const Field& field, std::uint64_t registerValue, std::uint64_t fieldValue);

/// The field of that name, or nullptr.
const Field* findField(const RegisterLayout& layout, std::string_view name);

} // namespace fscope::arch
