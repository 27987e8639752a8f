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

/// Where a listed row lies.
struct PlannedRow {
    std::uint64_t mask = 0; ///< of the value, after the shift
    std::uint8_t shift = 0;
};
/// A row whose state depends on its value.
struct PlannedCheck {
    std::uint64_t reserved = 0; ///< bit v: the value v is ReservedSet; bit 63 for all values from 63 up
    std::uint8_t row = 0;
};
/// The rows that one value of the condition bits lists.
struct Plan {
    std::vector<const Field*> fields;
    std::vector<PlannedRow> rows;
    std::vector<PlannedCheck> checks;
    std::array<FieldState, kMaxListedFields> states {}; ///< where no check says otherwise
};
/// A run of condition bits and its place in the number of a plan.
struct Run {
    std::uint64_t mask = 0;
    std::uint8_t shift = 0;
    std::uint8_t place = 0;
};
constexpr std::size_t kMaxRuns = 3;

/// All plans of a layout, by the condition bits put together.
struct LayoutPlans {
    std::array<Run, kMaxRuns> runs {};
    std::vector<Plan> plans;

    const Plan& planOf(std::uint64_t value) const
    {
        std::size_t index = 0;
        for (const Run& run : runs)
            index |= static_cast<std::size_t>(value >> run.shift & run.mask) << run.place;
        return plans[index];
    }
};

std::array<Run, kMaxRuns> runsOf(std::uint64_t conditionBits)
{
    std::array<Run, kMaxRuns> runs {};
    unsigned place = 0;
    for (Run& run : runs) {
        if (conditionBits == 0)
            break;
        const int shift = std::countr_zero(conditionBits);
        const int length = std::countr_one(conditionBits >> shift);
        run = { mask(static_cast<unsigned>(length - 1), 0), static_cast<std::uint8_t>(shift),
            static_cast<std::uint8_t>(place) };
        place += static_cast<unsigned>(length);
        conditionBits &= ~(run.mask << shift);
    }
    return runs;
}

/// A value whose condition bits make up @p index.
std::uint64_t valueFor(std::size_t index, const std::array<Run, kMaxRuns>& runs)
{
    std::uint64_t value = 0;
    for (const Run& run : runs)
        value |= (static_cast<std::uint64_t>(index) >> run.place & run.mask) << run.shift;
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
        FieldState state = FieldState::Normal;
        std::uint64_t reserved = 0;
        if (applies(field, value)) {
            if (field.kind == FieldKind::Res0 || field.kind == FieldKind::Res1)
                state = FieldState::Reserved;
            reserved = reservedValues(field);
        } else if (field.whenVoid != nullptr) {
            state = FieldState::NotValid;
            // Set bits that no row claims are flagged; no layout has a row that is claimed in part.
            reserved = (mask(field.hi, field.lo) & ~claimed) != 0 ? ~std::uint64_t { 1 } : 0;
        } else {
            continue;
        }
        const std::size_t at = plan.rows.size();
        if (at == kMaxListedFields)
            break;
        plan.states[at] = state;
        plan.fields.push_back(&field);
        plan.rows.push_back({ mask(field.hi - field.lo, 0), static_cast<std::uint8_t>(field.lo) });
        if (reserved != 0)
            plan.checks.push_back({ reserved, static_cast<std::uint8_t>(at) });
    }
    return plan;
}

LayoutPlans plansFor(const RegisterLayout& layout)
{
    LayoutPlans out { runsOf(layout.conditionBits), {} };
    const std::size_t count = std::size_t { 1 } << std::popcount(layout.conditionBits);
    out.plans.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        out.plans.push_back(planFor(layout, valueFor(i, out.runs)));
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
    const Field& field = *m_rows[i];
    if (applies(field, m_value))
        return meaningOf(field, m_value);
    if (m_states[i] != FieldState::ReservedSet)
        return field.whenVoid;
    return { FSCOPE_TR("Core", "%1 is %2 where it should be 0. %3"),
        { field.name, hex(m_values[i]), field.whenVoid } };
}

void decodeInto(FieldList& list, const RegisterLayout& layout, std::uint64_t value)
{
    const std::uint64_t claimed = claimedBits(layout, value);
    list.m_value = value;
    list.m_rows = list.m_ownRows.data();
    std::size_t n = 0;
    for (const Field& field : layout.fields) {
        if (n == kMaxListedFields)
            break;
        const std::uint64_t own = bits(value, field.hi, field.lo);
        if (applies(field, value)) {
            list.m_states[n] = stateOf(field, own);
        } else if (field.whenVoid != nullptr) {
            list.m_states[n] = (value & mask(field.hi, field.lo) & ~claimed) != 0 ? FieldState::ReservedSet
                                                                                  : FieldState::NotValid;
        } else {
            continue;
        }
        list.m_ownRows[n] = &field;
        list.m_values[n] = own;
        ++n;
    }
    list.m_size = n;
}

void decodeEsrInto(FieldList& list, RegisterName name, std::uint64_t esr)
{
    static const EsrPlans kPlans;
    const std::size_t n = name == RegisterName::EsrEl1 ? 0 : name == RegisterName::EsrEl3 ? 2 : 1;
    const Plan& plan = kPlans.byClass[n * kClasses + exceptionClass(esr)]->planOf(esr);
    list.m_value = esr;
    list.m_rows = plan.fields.data();
    list.m_size = plan.rows.size();
    list.m_states = plan.states;
    std::uint64_t* out = list.m_values.data();
    for (const PlannedRow& row : plan.rows)
        *out++ = esr >> row.shift & row.mask;
    for (const PlannedCheck& check : plan.checks) {
        const std::uint64_t value = list.m_values[check.row];
        if ((check.reserved >> (value < 63 ? value : 63) & 1U) != 0)
            list.m_states[check.row] = FieldState::ReservedSet;
    }
}

} // namespace fscope::arch
