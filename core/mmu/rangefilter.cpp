// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/mmu/rangefilter.h"

#include "core/base/hex.h"
#include "core/base/json.h"
#include "core/mmu/tableenumerator.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace fscope::mmu {
namespace {

struct TypeWord {
    std::string_view word;
    RangeType type;
};
constexpr std::array kTypeWords {
    TypeWord { "any", RangeType::Any },
    TypeWord { "block", RangeType::Block },
    TypeWord { "page", RangeType::Page },
    TypeWord { "contiguous", RangeType::Contiguous },
    TypeWord { "normal", RangeType::Normal },
    TypeWord { "device", RangeType::Device },
    TypeWord { "other", RangeType::NotMapping },
};

bool gives(const Rights& has, const Rights& wanted)
{
    return (has.read || !wanted.read) && (has.write || !wanted.write) && (has.execute || !wanted.execute);
}

} // namespace

bool RangeFilter::accepts(const LeafAttributes& attributes) const
{
    if (type == RangeType::Normal && attributes.memory.isDevice())
        return false;
    if (type == RangeType::Device && !attributes.memory.isDevice())
        return false;
    return (el != 0U && gives(attributes.rights.privileged(), rights))
        || (el != 1U && gives(attributes.rights.unprivileged(), rights));
}

bool RangeFilter::accepts(const MappedRange& range) const
{
    if (!input.overlaps(range.input, range.lastInput()))
        return false;
    if (range.kind != RangeKind::Mapping)
        return takesOther();
    if (!output.overlaps(range.output, range.lastOutput()))
        return false;
    switch (type) {
    case RangeType::NotMapping:
        return false;
    case RangeType::Block:
        if (range.firstLevel == 3)
            return false;
        break;
    case RangeType::Page:
        if (range.lastLevel != 3)
            return false;
        break;
    case RangeType::Contiguous:
        if (range.contiguous == 0)
            return false;
        break;
    case RangeType::Any:
    case RangeType::Normal:
    case RangeType::Device:
        break;
    }
    return accepts(range.attributes);
}

bool RangeFilter::takesOther() const
{
    const bool wholeOutput = output == AddressSpan {};
    return type == RangeType::NotMapping || (type == RangeType::Any && rights == Rights {} && wholeOutput);
}

Result<AddressSpan> parseAddressSpan(std::string_view text)
{
    const std::size_t sign = text.find_first_of("-+");
    const auto first = parsePastedNumber(text.substr(0, sign));
    if (!first)
        return tl::unexpected(first.error());
    if (sign == std::string_view::npos)
        return AddressSpan { *first, *first };
    const auto second = parsePastedNumber(text.substr(sign + 1));
    if (!second)
        return tl::unexpected(second.error());
    if (text[sign] == '-') {
        if (*second < *first)
            return fail(
                fmt::format("The range ends at {}, before it starts at {}.", hex(*second), hex(*first)));
        return AddressSpan { *first, *second };
    }
    if (*second == 0)
        return fail("The range has size 0.");
    if (*second - 1 > UINT64_MAX - *first)
        return fail(fmt::format("{} bytes from {} go beyond 64 bits.", hex(*second), hex(*first)));
    return AddressSpan { *first, *first + (*second - 1) };
}

Result<Rights> parseRights(std::string_view text)
{
    Rights rights;
    for (const char letter : text) {
        bool* right = letter == 'r' ? &rights.read
            : letter == 'w'         ? &rights.write
            : letter == 'x'         ? &rights.execute
                                    : nullptr;
        if (right == nullptr || *right)
            return fail(fmt::format("\"{}\" are no rights.", printable(text)), {},
                "Give letters of \"rwx\", each at most once.");
        *right = true;
    }
    if (text.empty())
        return fail("No right is named.", {}, "Give letters of \"rwx\".");
    return rights;
}

Result<RangeType> parseRangeType(std::string_view text)
{
    std::string known;
    for (const TypeWord& row : kTypeWords) {
        if (row.word == text)
            return row.type;
        known.append(known.empty() ? "" : ", ").append(row.word);
    }
    return fail(fmt::format("\"{}\" is no type of range.", printable(text)), {},
        fmt::format("Known types are {}.", known));
}

} // namespace fscope::mmu
