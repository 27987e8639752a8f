// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/scenario/registernames.h"

#include "core/arch/registers.h"

#include <array>
#include <charconv>

namespace fscope::scenario {
namespace {

using a64::CpuState;

/// A register that is one 64-bit member of the CPU state.
struct MemberRow {
    std::string_view name;
    std::uint64_t CpuState::*member;
};
constexpr std::array<MemberRow, 8> kMembers { {
    { "pc", &CpuState::pc },
    { "sp_el0", &CpuState::spEl0 },
    { "sp_el1", &CpuState::spEl1 },
    { "vbar_el1", &CpuState::vbarEl1 },
    { "esr_el1", &CpuState::esrEl1 },
    { "far_el1", &CpuState::farEl1 },
    { "elr_el1", &CpuState::elrEl1 },
    { "spsr_el1", &CpuState::spsrEl1 },
} };

/// A field of PSTATE.
struct FieldRow {
    std::string_view name;
    unsigned hi;
    unsigned lo;
};
constexpr std::array<FieldRow, 5> kFields { {
    { "el", 2, 2 }, // EL0 and EL1 only: bit 3 stays 0
    { "spsel", 0, 0 },
    { "nzcv", 31, 28 },
    { "daif", 9, 6 },
    { "pan", 22, 22 },
} };

struct Numbered {
    char file;
    unsigned index;
};

/// "x12" or "v3".
std::optional<Numbered> numbered(std::string_view name)
{
    if (name.size() < 2 || name.size() > 3 || (name[0] != 'x' && name[0] != 'v')
        || (name[1] == '0' && name.size() == 3))
        return std::nullopt;
    unsigned index = 0;
    const auto [end, error] = std::from_chars(name.data() + 1, name.data() + name.size(), index);
    if (error != std::errc {} || end != name.data() + name.size() || index > (name[0] == 'x' ? 30U : 31U))
        return std::nullopt;
    return Numbered { name[0], index };
}

template <typename Rows>
auto rowOf(const Rows& rows, std::string_view name) -> decltype(rows.data())
{
    for (const auto& row : rows)
        if (row.name == name)
            return &row;
    return nullptr;
}

} // namespace

std::optional<unsigned> registerWidth(std::string_view name)
{
    if (const auto n = numbered(name))
        return n->file == 'x' ? 64U : 128U;
    if (rowOf(kMembers, name) != nullptr)
        return 64;
    if (const FieldRow* field = rowOf(kFields, name))
        return field->hi - field->lo + 1;
    return std::nullopt;
}

U128 registerValue(const CpuState& cpu, std::string_view name)
{
    if (const auto n = numbered(name))
        return n->file == 'x' ? U128 { cpu.x[n->index], 0 } : cpu.v[n->index];
    if (const MemberRow* row = rowOf(kMembers, name))
        return { cpu.*row->member, 0 };
    if (const FieldRow* field = rowOf(kFields, name))
        return { bits(cpu.pstate, field->hi, field->lo), 0 };
    return {};
}

void setRegister(CpuState& cpu, std::string_view name, U128 value)
{
    if (const auto n = numbered(name)) {
        if (n->file == 'x')
            cpu.x[n->index] = value.lo;
        else
            cpu.v[n->index] = value;
    } else if (const MemberRow* row = rowOf(kMembers, name)) {
        cpu.*row->member = value.lo;
    } else if (const FieldRow* field = rowOf(kFields, name)) {
        cpu.pstate = withBits(cpu.pstate, field->hi, field->lo, value.lo);
        // EL0 has one stack pointer: M[0] is 0 there.
        if (arch::pstate::el(cpu.pstate) == 0)
            cpu.pstate &= ~arch::pstate::kSp;
    }
}

std::string registerNames()
{
    std::string out = "x0 to x30, v0 to v31";
    for (const MemberRow& row : kMembers)
        out.append(", ").append(row.name);
    for (const FieldRow& row : kFields)
        out.append(", ").append(row.name);
    return out;
}

} // namespace fscope::scenario
