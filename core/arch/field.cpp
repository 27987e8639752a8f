// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/field.h"

#include "core/arch/fieldtables.h"
#include "core/base/bits.h"
#include "core/base/hex.h"

namespace fscope::arch {
namespace {

const NamedValue* namedValue(const Field& field, std::uint64_t value)
{
    for (const NamedValue& named : field.values) {
        if (named.value == value)
            return &named;
    }
    return nullptr;
}

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

} // namespace

const RegisterLayout& layoutOf(RegisterName name, std::uint64_t value)
{
    switch (name) {
    case RegisterName::EsrEl2:
    case RegisterName::EsrEl1:
        return table::esrLayout(name, value);
    case RegisterName::FarEl2:
        return table::farLayout();
    case RegisterName::HpfarEl2:
        return table::hpfarLayout();
    case RegisterName::SpsrEl2:
        return table::spsrLayout(value);
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
        return value == 31 ? Text("xzr") : Text("x" + std::to_string(value));
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

const Field* findField(const RegisterLayout& layout, std::string_view name)
{
    for (const Field& field : layout.fields) {
        if (field.name == name)
            return &field;
    }
    return nullptr;
}

} // namespace fscope::arch
