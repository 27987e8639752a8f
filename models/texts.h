// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/arch/registers.h"
#include "core/base/bits.h"
#include "core/base/result.h"
#include "core/base/text.h"

#include <QString>

namespace fscope::models {

/// The core's sentence in the language of the window (context "Core"), arguments filled in.
QString toQString(const Text& text);
QString toQString(const std::string& utf8);
/// An error in one line: place, what, what to do.
QString toQString(const Error& error);

/// Hex as ui.md draws it: lower case, 0x, grouped in fours by thin spaces where wider than 8 digits.
QString displayHex(quint64 value, int digits = 0);
QString displayHex(U128 value);
/// Plain digits, for the clipboard: "0x1f".
QString copyHex(quint64 value);

} // namespace fscope::models
