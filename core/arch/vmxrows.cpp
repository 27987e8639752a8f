// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/vmxrows.h"

#include "core/arch/vmxlayout.h"
#include "core/base/bits.h"
#include "core/base/hex.h"

#include <map>
#include <memory>
#include <mutex>
#include <string_view>
#include <utility>

namespace fscope::arch::vmx {
namespace {

constexpr std::string_view kUndefinedName = "undefined";

Text explainUndefined(std::uint64_t, std::uint64_t value)
{
    if (value == 0)
        return FSCOPE_TR("Core", "Undefined");
    return { FSCOPE_TR("Core", "Undefined, to be ignored (%1)"), { hex(value) } };
}

} // namespace

namespace table {

const std::array<NamedValue, 16> kGprValues { {
    { 0, "RAX" },
    { 1, "RCX" },
    { 2, "RDX" },
    { 3, "RBX" },
    { 4, "RSP" },
    { 5, "RBP" },
    { 6, "RSI" },
    { 7, "RDI" },
    { 8, "R8" },
    { 9, "R9" },
    { 10, "R10" },
    { 11, "R11" },
    { 12, "R12" },
    { 13, "R13" },
    { 14, "R14" },
    { 15, "R15" },
} };

const std::array<NamedValue, 2> kNoYes { {
    { 0, FSCOPE_TR("Core", "No") },
    { 1, FSCOPE_TR("Core", "Yes") },
} };

Field undefinedBitsRow(unsigned hi, unsigned lo, const char* source, bool (*applies)(std::uint64_t))
{
    return {
        .name = kUndefinedName.data(),
        .hi = hi,
        .lo = lo,
        .longName = FSCOPE_TR("Core", "Undefined"),
        .meaning = FSCOPE_TR("Core", "The processor may leave anything here; software ignores it."),
        .source = source,
        .applies = applies,
        .explain = explainUndefined,
    };
}

Field reservedBitsRow(unsigned hi, unsigned lo, const char* source, bool (*applies)(std::uint64_t))
{
    return {
        .name = "reserved",
        .hi = hi,
        .lo = lo,
        .kind = FieldKind::Res0,
        .longName = FSCOPE_TR("Core", "Reserved"),
        .meaning = FSCOPE_TR("Core", "Always 0; a 1 comes from a newer architecture or a broken value."),
        .source = source,
        .applies = applies,
    };
}

Field gpr(const char* name, unsigned lo, const char* longName, const char* meaning, const char* source)
{
    return code(name, lo + 3, lo, longName, meaning, kGprValues, source);
}

Field nmiUnblocking(const char* source)
{
    return flag("nmi_unblocking", 12, FSCOPE_TR("Core", "NMI unblocking due to IRET"),
        FSCOPE_TR("Core",
            "A fault inside IRET had already ended the blocking of NMIs: whoever enters the guest again "
            "blocks them "
            "first."),
        kNoYes, source);
}

Field asynchronous(const char* source)
{
    return flag("asynchronous", 16, FSCOPE_TR("Core", "Asynchronous to instruction execution"),
        FSCOPE_TR("Core",
            "The access was part of neither an instruction nor the delivery of an event: trace output, PEBS, "
            "or the "
            "delivery of a user interrupt."),
        kNoYes, source);
}

Field Rows::gapRow(unsigned hi, unsigned lo) const
{
    return m_gap == Gap::Undefined ? undefinedBitsRow(hi, lo, m_source) : reservedBitsRow(hi, lo, m_source);
}

void Rows::fillDownTo(unsigned bitAfter)
{
    if (m_next > bitAfter)
        m_rows.push_back(gapRow(m_next - 1, bitAfter));
    m_next = bitAfter;
}

Rows& Rows::add(Field field)
{
    fillDownTo(field.hi + 1);
    m_next = field.lo;
    m_rows.push_back(field);
    return *this;
}

Rows& Rows::off(Field field, const char* why)
{
    return alternative(arch::table::only(field, never, why), gapRow(field.hi, field.lo));
}

Rows& Rows::alternative(const Field& first, const Field& second)
{
    add(first);
    m_rows.push_back(second);
    return *this;
}

std::vector<Field> Rows::take()
{
    fillDownTo(0);
    return std::move(m_rows);
}

namespace {
struct Kept {
    std::vector<Field> rows;
    RegisterLayout layout;
};
} // namespace

const RegisterLayout& cachedLayout(Family family, std::uint32_t key, const char* name, const char* longName,
    unsigned width, const std::function<std::vector<Field>()>& make)
{
    static std::mutex mutex;
    static std::map<std::pair<Family, std::uint32_t>, std::unique_ptr<Kept>> kept;
    const std::lock_guard lock(mutex);
    std::unique_ptr<Kept>& place = kept[{ family, key }];
    if (!place) {
        place = std::make_unique<Kept>();
        place->rows = make();
        place->layout = { name, longName, width, place->rows };
    }
    return place->layout;
}

} // namespace table

bool isFiller(const Field& field)
{
    return field.kind == FieldKind::Res0 || field.kind == FieldKind::Res1 || kUndefinedName == field.name;
}

std::vector<FieldValue> definedFields(const RegisterLayout& layout, std::uint64_t value)
{
    std::vector<FieldValue> out;
    for (FieldValue& field : decodeFields(layout, value)) {
        const bool applies = field.field->applies == nullptr || field.field->applies(value);
        if (applies && !isFiller(*field.field))
            out.push_back(std::move(field));
    }
    return out;
}

std::uint64_t undefinedBits(const RegisterLayout& layout, std::uint64_t value)
{
    for (const FieldValue& field : definedFields(layout, value))
        value &= ~mask(field.field->hi, field.field->lo);
    return value;
}

} // namespace fscope::arch::vmx
