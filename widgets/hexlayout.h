// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <QtGlobal>

#include <algorithm>

namespace fscope::widgets {

/// Where the digits of a row of sixteen bytes stand, in little-endian groups parted by one blank. Digits are
/// numbered as they are read, 0 to 31; the first two of a group are its last byte.
struct HexLayout {
    static constexpr int kBytes = 16;
    static constexpr int kDigits = 2 * kBytes;

    int groupSize = 1; ///< bytes: 1, 2, 4 or 8

    int placeOfDigit(int digit) const { return digit + digit / (2 * groupSize); }
    /// Of a blank: the digit before it.
    int digitOfPlace(int place) const
    {
        const int wide = 2 * groupSize;
        const int digit = place / (wide + 1) * wide + std::min(place % (wide + 1), wide - 1);
        return std::clamp(digit, 0, kDigits - 1);
    }
    int byteOfDigit(int digit) const
    {
        const int group = digit / (2 * groupSize);
        return group * groupSize + groupSize - 1 - digit % (2 * groupSize) / 2;
    }
    /// @p high: the digit of the bits 7 to 4.
    int digitOfByte(int byte, bool high) const
    {
        const int group = byte / groupSize;
        return group * 2 * groupSize + (groupSize - 1 - byte % groupSize) * 2 + (high ? 0 : 1);
    }
};

/// Where the keyboard is among the bytes, and which of them are selected.
struct HexCaret {
    quint64 address = 0; ///< of the byte
    bool high = true;    ///< the digit of the bits 7 to 4, while among the digits
    bool isText = false; ///< in the column of text
    bool isShown = false;
    quint64 anchor = 0; ///< the selection is from here to @c address, both included
    bool isSelecting = false;

    quint64 first() const { return isSelecting ? std::min(anchor, address) : address; }
    quint64 last() const { return isSelecting ? std::max(anchor, address) : address; }
    quint64 count() const { return last() - first() + 1; }
    bool isSelected(quint64 at) const { return isSelecting && at >= first() && at <= last(); }
};

} // namespace fscope::widgets
