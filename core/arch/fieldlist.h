// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/arch/field.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

/// The fields of a register without allocating: for lists of many records and for searches. Texts are made on
/// demand.
namespace fscope::arch {

/// The most rows that any layout lists for one value.
inline constexpr std::size_t kMaxListedFields = 64;

/// One field of a FieldList.
struct ListedField {
    const Field* field = nullptr;
    std::uint64_t value = 0;
    FieldState state = FieldState::Normal;
};

/// What decodeFields() gives, without the texts, in a fixed place. Reusable: each decode starts it anew.
class FieldList
{
public:
    std::size_t size() const { return m_size; }
    ListedField operator[](std::size_t i) const { return { m_rows[i], m_values[i], m_states[i] }; }
    std::uint64_t registerValue() const { return m_value; }
    /// The words of one entry, as FieldValue::meaning has them. Allocates.
    Text meaning(std::size_t i) const;

    FieldList() = default;
    FieldList(const FieldList&) = delete; // m_rows may point into the list itself
    FieldList& operator=(const FieldList&) = delete;

private:
    friend void decodeInto(FieldList& list, const RegisterLayout& layout, std::uint64_t value);
    friend void decodeEsrInto(FieldList& list, RegisterName name, std::uint64_t esr);
    std::size_t m_size = 0;
    std::uint64_t m_value = 0;
    const Field* const* m_rows = nullptr; ///< of a plan, or m_ownRows
    std::array<std::uint64_t, kMaxListedFields> m_values;
    std::array<FieldState, kMaxListedFields> m_states;
    std::array<const Field*, kMaxListedFields> m_ownRows;
};

/// Fills @p list with the fields of @p value. Never fails; rows beyond kMaxListedFields (no layout has them)
/// are left out. No allocation. Cost: two calls for each row with a condition.
void decodeInto(FieldList& list, const RegisterLayout& layout, std::uint64_t value);

/// The same for an ESR (EsrEl1, EsrEl2 or EsrEl3), by plans: which rows are listed depends on few bits
/// (conditionBits of the layout), so that is worked out once for each of their values at the first call. Cost
/// after that: 1 to 2 ns a row.
void decodeEsrInto(FieldList& list, RegisterName name, std::uint64_t esr);

/// Bits on which the conditions of one layout may depend at most.
inline constexpr unsigned kMaxConditionBits = 8;

} // namespace fscope::arch
