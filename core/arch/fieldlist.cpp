// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/fieldlist.h"

#include "core/arch/esr.h"
#include "core/base/bits.h"
#include "core/base/hex.h"

#include <algorithm>
#include <bit>
#include <map>

namespace fscope::arch {
namespace {

bool applies(const Field& field, std::uint64_t value)
{
    return field.applies == nullptr || field.applies(value);
}

std::uint64_t claimedBits(const RegisterLayout& layout, std::uint64_t value)
{
    std::uint64_t claimed = 0;
    for (const Field& field : layout.fields) {
        if (applies(field, value))
            claimed |= mask(field.hi, field.lo);
    }
    return claimed;
}

/// One listed row, ready to be read: no branches, no calls.
struct PlannedRow {
    const Field* field = nullptr;
    std::uint64_t mask = 0; ///< of the value, after the shift
    std::uint64_t reserved
        = 0; ///< bit v: the value v gives stateIfReserved; bit 63 for all values from 63 up
    std::uint8_t shift = 0;
    FieldState state = FieldState::Normal;
    FieldState stateIfReserved = FieldState::ReservedSet;
};
/// The rows that one value of the condition bits lists.
struct Plan {
    std::vector<PlannedRow> rows;
};
/// All plans of a layout, by the condition bits put together.
struct LayoutPlans {
    std::uint64_t conditionBits = 0;
    std::vector<Plan> plans;
};

/// The set bits of @p selection that are set in @p value, packed.
std::size_t packed(std::uint64_t value, std::uint64_t selection)
{
    std::size_t index = 0;
    unsigned place = 0;
    for (std::uint64_t rest = selection; rest != 0; rest &= rest - 1)
        index |= static_cast<std::size_t>(value >> std::countr_zero(rest) & 1U) << place++;
    return index;
}
std::uint64_t spread(std::size_t index, std::uint64_t selection)
{
    std::uint64_t value = 0;
    for (std::uint64_t rest = selection; rest != 0; rest &= rest - 1, index >>= 1U)
        value |= static_cast<std::uint64_t>(index & 1U) << std::countr_zero(rest);
    return value;
}

/// Which values of a row that applies are flagged. Named values beyond 62 share one bit: rows with such
/// values are wide codes whose other values are all reserved, or numbers.
std::uint64_t reservedValues(const Field& field)
{
    std::uint64_t out = 0;
    const unsigned width = field.hi - field.lo + 1;
    for (unsigned v = 0; v < 64; ++v) {
        if (width >= 6 || v < (1U << width)) {
            if (stateOf(field, v) == FieldState::ReservedSet)
                out |= std::uint64_t { 1 } << v;
        }
    }
    return out;
}

Plan planFor(const RegisterLayout& layout, std::uint64_t value)
{
    const std::uint64_t claimed = claimedBits(layout, value);
    Plan plan;
    for (const Field& field : layout.fields) {
        PlannedRow row { &field, bits(~std::uint64_t { 0 }, field.hi - field.lo, 0), 0,
            static_cast<std::uint8_t>(field.lo), FieldState::Normal, FieldState::ReservedSet };
        if (applies(field, value)) {
            if (field.kind == FieldKind::Res0)
                row.state = FieldState::Reserved;
            row.reserved = reservedValues(field);
        } else if (field.whenVoid != nullptr) {
            row.state = FieldState::NotValid;
            // Set bits that no row claims are flagged; no layout has a row that is claimed in part.
            row.reserved = (mask(field.hi, field.lo) & ~claimed) != 0 ? ~std::uint64_t { 1 } : 0;
        } else {
            continue;
        }
        plan.rows.push_back(row);
    }
    return plan;
}

LayoutPlans plansFor(const RegisterLayout& layout)
{
    LayoutPlans out { layout.conditionBits, {} };
    const std::size_t count = std::size_t { 1 } << std::popcount(layout.conditionBits);
    out.plans.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        out.plans.push_back(planFor(layout, spread(i, layout.conditionBits)));
    return out;
}

constexpr std::array kEsrNames { RegisterName::EsrEl1, RegisterName::EsrEl2, RegisterName::EsrEl3 };
constexpr std::size_t kClasses = 64;

/// The plans of all ESR layouts, with those of each class of each register.
struct EsrPlans {
    std::map<const RegisterLayout*, LayoutPlans> byLayout;
    std::array<const LayoutPlans*, kEsrNames.size() * kClasses> byClass {};

    EsrPlans()
    {
        for (std::size_t n = 0; n < kEsrNames.size(); ++n) {
            for (std::uint64_t ec = 0; ec < kClasses; ++ec) {
                const RegisterLayout& layout = layoutOf(kEsrNames[n], ec << 26);
                auto found = byLayout.find(&layout);
                if (found == byLayout.end())
                    found = byLayout.emplace(&layout, plansFor(layout)).first;
                byClass[n * kClasses + ec] = &found->second;
            }
        }
    }
};

} // namespace

Text FieldList::meaning(std::size_t i) const
{
    const ListedField& entry = m_fields[i];
    if (applies(*entry.field, m_value))
        return meaningOf(*entry.field, m_value);
    if (entry.state != FieldState::ReservedSet)
        return entry.field->whenVoid;
    return { FSCOPE_TR("Core", "%1 is %2 where it should be 0. %3"),
        { entry.field->name, hex(entry.value), entry.field->whenVoid } };
}

void decodeInto(FieldList& list, const RegisterLayout& layout, std::uint64_t value)
{
    const std::uint64_t claimed = claimedBits(layout, value);
    list.m_value = value;
    std::size_t n = 0;
    for (const Field& field : layout.fields) {
        if (n == kMaxListedFields)
            break;
        const std::uint64_t own = bits(value, field.hi, field.lo);
        if (applies(field, value))
            list.m_fields[n++] = { &field, own, stateOf(field, own) };
        else if (field.whenVoid != nullptr)
            list.m_fields[n++] = { &field, own,
                (value & mask(field.hi, field.lo) & ~claimed) != 0 ? FieldState::ReservedSet
                                                                   : FieldState::NotValid };
    }
    list.m_size = n;
}

void decodeEsrInto(FieldList& list, RegisterName name, std::uint64_t esr)
{
    static const EsrPlans kPlans;
    const std::size_t n = name == RegisterName::EsrEl1 ? 0 : name == RegisterName::EsrEl3 ? 2 : 1;
    const LayoutPlans& plans = *kPlans.byClass[n * kClasses + exceptionClass(esr)];
    const Plan& plan = plans.plans[packed(esr, plans.conditionBits)];
    list.m_value = esr;
    list.m_size = plan.rows.size();
    ListedField* out = list.m_fields.data();
    for (const PlannedRow& row : plan.rows) {
        const std::uint64_t value = esr >> row.shift & row.mask;
        const bool isReserved = (row.reserved >> (value < 63 ? value : 63) & 1U) != 0;
        *out++ = { row.field, value, isReserved ? row.stateIfReserved : row.state };
    }
}

} // namespace fscope::arch
