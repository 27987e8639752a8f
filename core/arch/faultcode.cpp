// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/faultcode.h"

#include "core/arch/faulttable.h"

#include <array>

namespace fscope::arch {
namespace {

using table::kFaultStatuses;

constexpr std::uint8_t kNoRow = 0xff;

/// Row number by code; kNoRow where the code is reserved.
constexpr std::array<std::uint8_t, 64> kRowOfCode = [] {
    std::array<std::uint8_t, 64> rows {};
    rows.fill(kNoRow);
    for (std::size_t i = 0; i < kFaultStatuses.size(); ++i)
        rows[kFaultStatuses[i].code] = static_cast<std::uint8_t>(i);
    return rows;
}();

} // namespace

std::span<const FaultStatus> faultStatuses()
{
    return kFaultStatuses;
}

const FaultStatus* faultStatus(unsigned code)
{
    if (code >= kRowOfCode.size() || kRowOfCode[code] == kNoRow)
        return nullptr;
    return &kFaultStatuses[kRowOfCode[code]];
}

std::uint8_t faultCode(FaultKind kind, int level)
{
    const FaultStatus* first = nullptr;
    for (const FaultStatus& row : kFaultStatuses) {
        if (row.kind != kind)
            continue;
        if (row.level == level || row.level == kNoLevel)
            return row.code;
        if (first == nullptr)
            first = &row;
    }
    // No walk stops at a level that has no code; a caller that asks for one gets the family at least.
    return first->code;
}

} // namespace fscope::arch
