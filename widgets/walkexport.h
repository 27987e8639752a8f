// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "widgets/walkpath.h"

#include <QByteArray>

namespace fscope::widgets {

/// The walks that are shown, for other programs: each translation with its chains, each descriptor with its
/// place, value and fields. Numbers are hexadecimal texts, words are those of the manual, in no language.
QByteArray walkAsJson(const WalkPath& path);

/// A line for each descriptor, in the order read, below a line of titles (RFC 4180).
QByteArray walkAsCsv(const WalkPath& path);

} // namespace fscope::widgets
