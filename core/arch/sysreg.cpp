// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/sysreg.h"

#include "core/arch/sysregrows.h"
#include "core/base/bits.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace fscope::arch::sysreg {
namespace {

static_assert(std::ranges::is_sorted(table::kSysregRows, {}, &Row::key), "found by a binary search");

/// MSR (immediate), Arm ARM C5.1.2: which field of PSTATE op1 and op2 name, and the bits of CRm that are its
/// value.
struct ImmediateRow {
    unsigned op1;
    unsigned op2;
    unsigned crmMask;  ///< these bits of CRm …
    unsigned crmValue; ///< … have this value
    const char* name;
    unsigned valueMask; ///< the bits of CRm that are the immediate
};
constexpr std::array kImmediates {
    ImmediateRow { 0, 3, 0, 0, "UAO", 15 },
    ImmediateRow { 0, 4, 0, 0, "PAN", 15 },
    ImmediateRow { 0, 5, 0, 0, "SPSel", 15 },
    ImmediateRow { 1, 0, 14, 0, "ALLINT", 1 },
    ImmediateRow { 1, 0, 14, 2, "PM", 1 },
    ImmediateRow { 3, 1, 0, 0, "SSBS", 15 },
    ImmediateRow { 3, 2, 0, 0, "DIT", 15 },
    ImmediateRow { 3, 3, 14, 2, "SVCRSM", 1 },
    ImmediateRow { 3, 3, 14, 4, "SVCRZA", 1 },
    ImmediateRow { 3, 3, 14, 6, "SVCRSMZA", 1 },
    ImmediateRow { 3, 4, 0, 0, "TCO", 15 },
    ImmediateRow { 3, 6, 0, 0, "DAIFSet", 15 },
    ImmediateRow { 3, 7, 0, 0, "DAIFClr", 15 },
};

std::string x(unsigned number)
{
    return number == 31 ? "xzr" : fmt::format("x{}", number);
}

const ImmediateRow* immediateOf(Encoding e)
{
    for (const ImmediateRow& row : kImmediates) {
        if (row.op1 == e.op1 && row.op2 == e.op2 && (e.crm & row.crmMask) == row.crmValue)
            return &row;
    }
    return nullptr;
}

std::string genericName(Encoding e)
{
    return fmt::format("S{}_{}_C{}_C{}_{}", e.op0, e.op1, e.crn, e.crm, e.op2);
}

/// "DC CIVAC" takes its operand after a comma, "GCSSS1" after a blank.
std::string withOperand(std::string_view name, const std::string& operand)
{
    return fmt::format("{}{}{}", name, name.find(' ') == std::string_view::npos ? " " : ", ", operand);
}

std::string systemInstruction(Encoding e, bool read, unsigned rt)
{
    const Row* row = find(e, read);
    if (read) {
        if (row != nullptr && (row->access & kGivesResult) != 0)
            return withOperand(row->name, x(rt));
        return fmt::format("SYSL {}, #{}, C{}, C{}, #{}", x(rt), e.op1, e.crn, e.crm, e.op2);
    }
    if (row != nullptr && (row->access & kTakesRegister) != 0)
        return withOperand(row->name, x(rt));
    if (row != nullptr && (row->access & kGivesResult) == 0 && rt == 31)
        return row->name;
    std::string text = fmt::format("SYS #{}, C{}, C{}, #{}", e.op1, e.crn, e.crm, e.op2);
    return rt == 31 ? text : text + ", " + x(rt);
}

} // namespace

std::span<const Row> rows()
{
    return table::kSysregRows;
}

const Row* find(Encoding encoding, bool read)
{
    const std::uint16_t key = encoding.key();
    const auto first = std::ranges::lower_bound(table::kSysregRows, key, {}, &Row::key);
    const Row* other = nullptr;
    for (auto row = first; row != table::kSysregRows.end() && row->key == key; ++row) {
        if (encoding.op0 == 1) {
            if (((row->access & kGivesResult) != 0) == read)
                return &*row;
        } else if ((row->access & (read ? kRead : kWrite)) != 0) {
            return &*row;
        }
        other = &*row;
    }
    return other;
}

std::string name(Encoding encoding, bool read)
{
    const Row* row = find(encoding, read);
    return row != nullptr ? row->name : genericName(encoding);
}

std::string trappedInstruction(std::uint64_t esr)
{
    const Encoding e = Encoding::ofIss(esr);
    const auto rt = static_cast<unsigned>(bits(esr, 9, 5));
    const bool read = bit(esr, 0);
    if (e.op0 == 1)
        return systemInstruction(e, read, rt);
    if (e.op0 == 0 && !read && e.crn == 4 && rt == 31) {
        if (const ImmediateRow* row = immediateOf(e))
            return fmt::format("MSR {}, #{}", row->name, e.crm & row->valueMask);
    }
    return read ? fmt::format("MRS {}, {}", x(rt), name(e, true))
                : fmt::format("MSR {}, {}", name(e, false), x(rt));
}

std::string trapped128BitInstruction(std::uint64_t esr)
{
    const Encoding e = Encoding::ofIss(esr);
    const auto rt = static_cast<unsigned>(bits(esr, 9, 6)) * 2;
    const bool read = bit(esr, 0);
    const std::string pair = x(rt) + ", " + x(rt + 1);
    const Row* row = find(e, read);
    if (row != nullptr && (row->access & k128Bit) == 0)
        row = nullptr; // the name is of the 64-bit form only
    if (e.op0 == 1) {
        constexpr std::string_view kTlbi = "TLBI ";
        if (row != nullptr && !read && std::string_view(row->name).starts_with(kTlbi))
            return fmt::format("TLBIP {}, {}", std::string_view(row->name).substr(kTlbi.size()), pair);
        return fmt::format("SYSP #{}, C{}, C{}, #{}, {}", e.op1, e.crn, e.crm, e.op2, pair);
    }
    const std::string target = row != nullptr ? std::string(row->name) : genericName(e);
    return read ? fmt::format("MRRS {}, {}", pair, target) : fmt::format("MSRR {}, {}", target, pair);
}

std::string accessProblem(std::uint64_t esr)
{
    const Encoding e = Encoding::ofIss(esr);
    if (e.op0 < 2)
        return {};
    const bool read = bit(esr, 0);
    const Row* row = find(e, read);
    if (row == nullptr || (row->access & (read ? kRead : kWrite)) != 0)
        return {};
    return fmt::format("{} is {}", row->name, read ? "WO" : "RO");
}

} // namespace fscope::arch::sysreg
