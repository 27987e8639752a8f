// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/rowtreemodel.h"
#include "models/texts.h"

#include <utility>

namespace fscope::models {

/// Words.
inline TreeCell plainCell(QString text, QString toolTip = {})
{
    TreeCell cell;
    cell.text = std::move(text);
    cell.toolTip = std::move(toolTip);
    return cell;
}

/// Digits, bits or code, drawn in the fixed font.
inline TreeCell codeCell(QString text, QString copy = {}, QString toolTip = {})
{
    TreeCell cell = plainCell(std::move(text), std::move(toolTip));
    cell.copy = std::move(copy);
    cell.fixedFont = true;
    return cell;
}

/// A number in hex with @p digits digits at least.
inline TreeCell hexCell(quint64 value, int digits = 0, QString toolTip = {})
{
    return codeCell(displayHex(value, digits), copyHex(value), std::move(toolTip));
}

/// An address that views may follow.
inline TreeCell addressCell(quint64 address, AddressSpace space, QString toolTip = {}, int digits = 0)
{
    TreeCell cell = hexCell(address, digits, std::move(toolTip));
    cell.address = address;
    cell.space = space;
    return cell;
}

} // namespace fscope::models
