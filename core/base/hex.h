// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/address.h"
#include "core/base/bits.h"
#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace fscope {

std::string hex(std::uint64_t value);                        ///< "0x1f", no leading zeros
std::string hexPadded(std::uint64_t value, unsigned digits); ///< "0x0000001f": at least @p digits digits
std::string hex(U128 value);                                 ///< "0x" and 32 digits
template <typename Space>
std::string hex(Address<Space> address)
{
    return hex(address.value);
}
std::string hexBytes(const void* bytes, std::size_t size); ///< "ff0102", in address order

/// A number as people type it: 0x…, 0b…, decimal; `_`, `'` and blanks between digits are ignored.
///
/// @p width is the width in bits the value must fit (1 to 64). The error names the digit or the width that is
/// wrong.
Result<std::uint64_t> parseNumber(std::string_view text, unsigned width = 64);

/// A number as people paste it: as parseNumber() has it, and hexadecimal without 0x where it shows (a letter
/// among the digits, or 8 or 16 digits as logs print them).
Result<std::uint64_t> parsePastedNumber(std::string_view text, unsigned width = 64);

/// Pairs of hexadecimal digits to bytes; blanks between pairs are ignored. The error names the offending
/// place.
Result<std::string> parseHexBytes(std::string_view text);

} // namespace fscope
