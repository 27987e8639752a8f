// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/machine/guest.h"
#include "models/roles.h"

#include <QString>

#include <optional>

namespace fscope::models {

/// An address as a person meant it.
struct AddressTarget {
    AddressSpace space = AddressSpace::Va;
    quint64 address = 0;
    bool operator==(const AddressTarget&) const = default;
};

/// What all address fields of the window accept: numbers (0x…, 0b…, decimal, with `_`, `'` or blanks inside)
/// and registers of
/// @p guest (x0 … x30, sp, pc, elr, far, vbar, ttbr0, ttbr1, vttbr), joined by + and -, wrapping at 64 bits;
/// "va:", "ipa:" or "pa:" before them names the space, else it is @p space.
///
/// @param error set to a sentence that names the offending place if nothing is returned
std::optional<AddressTarget> parseAddress(
    const QString& text, AddressSpace space, const machine::Guest& guest, QString* error);

} // namespace fscope::models
