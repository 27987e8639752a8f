// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/arch/field.h"
#include "core/arch/registers.h"

/// What the field tables of this folder share. Not for other layers: they ask layoutOf().
namespace fscope::arch::table {

// clang-format off
const RegisterLayout& esrLayout(RegisterName name, std::uint64_t value);        // esr_fields.cpp
const RegisterLayout& farLayout();                                              // address_fields.cpp
const RegisterLayout& hpfarLayout();
const RegisterLayout& spsrLayout(std::uint64_t value);                          // spsr_fields.cpp
const RegisterLayout& hcrLayout();                                              // hcr_fields.cpp
const RegisterLayout& tcrLayout();                                              // tcr_fields.cpp
const RegisterLayout& vtcrLayout();                                             // vtcr_fields.cpp
const RegisterLayout& vttbrLayout();
const RegisterLayout& sctlrLayout();                                            // sctlr_fields.cpp
const RegisterLayout& mairLayout();                                             // mair_fields.cpp
const RegisterLayout& parLayout(std::uint64_t value);                           // par_fields.cpp
const RegisterLayout& descriptorLayout(RegisterName name, std::uint64_t value); // descriptor_fields.cpp
// clang-format on

/// "x0" … "x30", "xzr"; "w0" … "wzr". Numbers are cut to 5 bits.
const char* xName(std::uint64_t number); // field.cpp
const char* wName(std::uint64_t number);

/// Bits that are 0 until some architecture extension takes them.
constexpr Field res0(unsigned hi, unsigned lo, const char* source, bool (*applies)(std::uint64_t) = nullptr)
{
    return {
        .name = "RES0",
        .hi = hi,
        .lo = lo,
        .kind = FieldKind::Res0,
        .longName = FSCOPE_TR("Core", "Reserved"),
        .meaning = FSCOPE_TR(
            "Core", "Reserved bits that hold 0; a 1 here comes from a newer architecture or a broken value."),
        .source = source,
        .applies = applies,
    };
}

/// Bits that are 1.
constexpr Field res1(unsigned hi, unsigned lo, const char* source)
{
    return { .name = "RES1",
        .hi = hi,
        .lo = lo,
        .kind = FieldKind::Res1,
        .longName = FSCOPE_TR("Core", "Reserved"),
        .meaning = FSCOPE_TR("Core", "Reserved bits that hold 1; a 0 here comes from a broken value."),
        .source = source };
}

/// Address bits that stand in their place.
constexpr Field address(
    const char* name, unsigned hi, unsigned lo, const char* longName, const char* meaning, const char* source)
{
    return { .name = name,
        .hi = hi,
        .lo = lo,
        .kind = FieldKind::Address,
        .longName = longName,
        .meaning = meaning,
        .source = source };
}

/// Bits that the hardware does not look at.
constexpr Field ignored(unsigned hi, unsigned lo, const char* source)
{
    return {
        .name = "IGNORED",
        .hi = hi,
        .lo = lo,
        .longName = FSCOPE_TR("Core", "Ignored by hardware"),
        .meaning
        = FSCOPE_TR("Core", "The translation does not depend on these bits; software may keep data in them."),
        .source = source,
    };
}

/// A field that is one bit wide.
constexpr Field flag(const char* name, unsigned at, const char* longName, const char* meaning,
    std::span<const NamedValue> values, const char* source)
{
    return { .name = name,
        .hi = at,
        .lo = at,
        .kind = FieldKind::Flag,
        .longName = longName,
        .meaning = meaning,
        .values = values,
        .source = source };
}

/// A field with named values.
constexpr Field code(const char* name, unsigned hi, unsigned lo, const char* longName, const char* meaning,
    std::span<const NamedValue> values, const char* source)
{
    return { .name = name,
        .hi = hi,
        .lo = lo,
        .kind = FieldKind::Code,
        .longName = longName,
        .meaning = meaning,
        .values = values,
        .source = source };
}

/// A plain number.
constexpr Field number(
    const char* name, unsigned hi, unsigned lo, const char* longName, const char* meaning, const char* source)
{
    return { .name = name, .hi = hi, .lo = lo, .longName = longName, .meaning = meaning, .source = source };
}

/// A general-purpose register number.
constexpr Field reg(
    const char* name, unsigned hi, unsigned lo, const char* longName, const char* meaning, const char* source)
{
    return { .name = name,
        .hi = hi,
        .lo = lo,
        .kind = FieldKind::Register,
        .longName = longName,
        .meaning = meaning,
        .source = source };
}

/// @p field, listed as NotValid for the reason @p why where @p applies says no.
constexpr Field only(Field field, bool (*applies)(std::uint64_t), const char* why)
{
    field.applies = applies;
    field.whenVoid = why;
    return field;
}

/// @p field, left out where @p applies says no.
constexpr Field onlyShown(Field field, bool (*applies)(std::uint64_t))
{
    field.applies = applies;
    return field;
}

} // namespace fscope::arch::table
