// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/arch/field.h"
#include "core/arch/fieldtables.h"

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

/// What the VMX tables of this folder share. Not for other layers.
namespace fscope::arch::vmx::table {

using arch::table::code;
using arch::table::flag;
using arch::table::number;

/// Bits without a meaning, which the processor may leave in any state.
Field undefinedBitsRow(
    unsigned hi, unsigned lo, const char* source, bool (*applies)(std::uint64_t) = nullptr);
/// Bits that are 0.
Field reservedBitsRow(unsigned hi, unsigned lo, const char* source, bool (*applies)(std::uint64_t) = nullptr);

template <bool (*F)(std::uint64_t)>
bool isNot(std::uint64_t value)
{
    return !F(value);
}
constexpr bool never(std::uint64_t)
{
    return false;
}

/// Collects rows from the highest bit down and claims what is left out between them.
class Rows
{
public:
    enum class Gap : std::uint8_t { Undefined, Reserved };
    Rows(unsigned width, Gap gap, const char* source)
        : m_next(width)
        , m_gap(gap)
        , m_source(source)
    { }
    Rows& add(Field field);
    /// A field that means something only where F says so; its bits are undefined elsewhere.
    template <bool (*F)(std::uint64_t)>
    Rows& gated(Field field, const char* why)
    {
        return alternative(
            arch::table::only(field, F, why), undefinedBitsRow(field.hi, field.lo, m_source, isNot<F>));
    }
    /// A field that means nothing in this context: listed as such, and its bits are the gap's.
    Rows& off(Field field, const char* why);
    /// Two rows for the same bits, of which one applies at a time.
    Rows& alternative(const Field& first, const Field& second);
    /// The rows, down to bit 0.
    std::vector<Field> take();

private:
    void fillDownTo(unsigned bitAfter);
    Field gapRow(unsigned hi, unsigned lo) const;

    unsigned m_next; ///< the lowest bit that is claimed
    Gap m_gap;
    const char* m_source;
    std::vector<Field> m_rows;
};

/// Which family of layouts a key belongs to.
enum class Family : std::uint8_t { Qualification, Info, Event, ErrorCode, EptEntry, Eptp };

/// The layout of that family and key, made by @p make at the first call. It lives as long as the program; any
/// thread may ask. Each key must always be made the same way, and there must be few of them.
const RegisterLayout& cachedLayout(Family family, std::uint32_t key, const char* name, const char* longName,
    unsigned width, const std::function<std::vector<Field>()>& make);

// The values that several fields share. vmxrows.cpp
extern const std::array<NamedValue, 16> kGprValues;
extern const std::array<NamedValue, 2> kNoYes;

/// RAX … R15 in four bits.
Field gpr(const char* name, unsigned lo, const char* longName, const char* meaning, const char* source);
/// NMI unblocking due to IRET, bit 12 of several fields.
Field nmiUnblocking(const char* source);
/// Neither an instruction nor the delivery of an event asked for the access, bit 16 of several
/// qualifications.
Field asynchronous(const char* source);

} // namespace fscope::arch::vmx::table
