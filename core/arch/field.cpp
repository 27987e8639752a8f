// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/field.h"

#include "core/arch/fieldtables.h"
#include "core/base/bits.h"
#include "core/base/hex.h"

#include <array>

namespace fscope::arch {
namespace {

constexpr std::array<const char*, 32> kXNames { "x0", "x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x9",
    "x10", "x11", "x12", "x13", "x14", "x15", "x16", "x17", "x18", "x19", "x20", "x21", "x22", "x23", "x24",
    "x25", "x26", "x27", "x28", "x29", "x30", "xzr" };
constexpr std::array<const char*, 32> kWNames { "w0", "w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", "w9",
    "w10", "w11", "w12", "w13", "w14", "w15", "w16", "w17", "w18", "w19", "w20", "w21", "w22", "w23", "w24",
    "w25", "w26", "w27", "w28", "w29", "w30", "wzr" };

const NamedValue* namedValue(const Field& field, std::uint64_t value)
{
    for (const NamedValue& named : field.values) {
        if (named.value == value)
            return &named;
    }
    return nullptr;
}

} // namespace

FieldState stateOf(const Field& field, std::uint64_t value)
{
    if (field.kind == FieldKind::Res0)
        return value == 0 ? FieldState::Reserved : FieldState::ReservedSet;
    if (field.kind == FieldKind::Res1)
        return value == bits(~std::uint64_t { 0 }, field.hi - field.lo, 0) ? FieldState::Reserved
                                                                           : FieldState::ReservedSet;
    const NamedValue* named = namedValue(field, value);
    if (named != nullptr)
        return named->reserved ? FieldState::ReservedSet : FieldState::Normal;
    return field.kind == FieldKind::Code ? FieldState::ReservedSet : FieldState::Normal;
}

const char* table::xName(std::uint64_t number)
{
    return kXNames[number & 31];
}

const char* table::wName(std::uint64_t number)
{
    return kWNames[number & 31];
}

const RegisterLayout& layoutOf(RegisterName name, std::uint64_t value)
{
    switch (name) {
    case RegisterName::EsrEl2:
    case RegisterName::EsrEl1:
    case RegisterName::EsrEl3:
        return table::esrLayout(name, value);
    case RegisterName::FarEl2:
        return table::farLayout();
    case RegisterName::HpfarEl2:
        return table::hpfarLayout();
    case RegisterName::SpsrEl2:
        return table::spsrLayout(value);
    case RegisterName::HcrEl2:
        return table::hcrLayout();
    case RegisterName::TcrEl1:
        return table::tcrLayout();
    case RegisterName::VtcrEl2:
        return table::vtcrLayout();
    case RegisterName::VttbrEl2:
        return table::vttbrLayout();
    case RegisterName::SctlrEl1:
        return table::sctlrLayout();
    case RegisterName::MairEl1:
        return table::mairLayout();
    case RegisterName::ParEl1:
        return table::parLayout(value);
    case RegisterName::Stage1Table:
    case RegisterName::Stage1Leaf:
    case RegisterName::Stage2Table:
    case RegisterName::Stage2Leaf:
    case RegisterName::InvalidDescriptor:
        break;
    }
    return table::descriptorLayout(name, value);
}

Text meaningOf(const Field& field, std::uint64_t registerValue)
{
    const std::uint64_t value = bits(registerValue, field.hi, field.lo);
    if (field.explain != nullptr)
        return field.explain(registerValue, value);
    if (const NamedValue* named = namedValue(field, value))
        return named->meaning;
    switch (field.kind) {
    case FieldKind::Flag:
    case FieldKind::Code:
        return FSCOPE_TR("Core", "Reserved value");
    case FieldKind::Number:
        return hex(value);
    case FieldKind::Address:
        return hex(field.addressOf(value));
    case FieldKind::Register:
        return table::xName(value);
    case FieldKind::Res0:
        return value == 0 ? FSCOPE_TR("Core", "Reserved, 0")
                          : FSCOPE_TR("Core", "Reserved bits that should be 0 are not");
    case FieldKind::Res1:
        return stateOf(field, value) == FieldState::Reserved
            ? FSCOPE_TR("Core", "Reserved, 1")
            : FSCOPE_TR("Core", "Reserved bits that should be 1 are not");
    }
    return {};
}

std::vector<FieldValue> decodeFields(const RegisterLayout& layout, std::uint64_t value)
{
    const auto applies
        = [value](const Field& field) { return field.applies == nullptr || field.applies(value); };
    std::uint64_t claimed = 0; // by rows that apply
    for (const Field& field : layout.fields) {
        if (applies(field))
            claimed |= mask(field.hi, field.lo);
    }
    std::vector<FieldValue> out;
    out.reserve(layout.fields.size());
    for (const Field& field : layout.fields) {
        const std::uint64_t own = bits(value, field.hi, field.lo);
        if (applies(field)) {
            out.push_back({ &field, own, stateOf(field, own), meaningOf(field, value) });
        } else if (field.whenVoid != nullptr) {
            // Bits that nothing else means are reserved meanwhile.
            if ((value & mask(field.hi, field.lo) & ~claimed) != 0) {
                out.push_back({ &field, own, FieldState::ReservedSet,
                    { FSCOPE_TR("Core", "%1 is %2 where it should be 0. %3"),
                        { field.name, hex(own), field.whenVoid } } });
            } else {
                out.push_back({ &field, own, FieldState::NotValid, field.whenVoid });
            }
        }
    }
    return out;
}

std::size_t fieldOfBit(std::span<const FieldValue> fields, unsigned bitNumber)
{
    std::size_t found = 0;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].field->hi >= bitNumber && fields[i].field->lo <= bitNumber)
            found = i;
    }
    return found;
}

std::uint64_t encodeFields(std::span<const FieldValue> fields)
{
    std::uint64_t value = 0;
    for (const FieldValue& field : fields)
        value = withField(*field.field, value, field.value);
    return value;
}

std::uint64_t withField(const Field& field, std::uint64_t registerValue, std::uint64_t fieldValue)
{
    return withBits(registerValue, field.hi, field.lo, fieldValue);
}

const Field* findField(const RegisterLayout& layout, std::string_view name)
{
    for (const Field& field : layout.fields) {
        if (field.name == name)
            return &field;
    }
    return nullptr;
}

} // namespace fscope::arch
