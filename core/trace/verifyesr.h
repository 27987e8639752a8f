// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/trace/verify.h"

#include <string>

namespace fscope::trace {

/// Adds all lines of a file of sample ESR values (esr.jsonl, possibly compressed) to @p report, keeping at
/// most @p maxFailures failures in it.
///
/// A line is judged by its answer of the manual (`arm`): the class with the registers it can appear in, each
/// field with name, place, value and the words its meaning has to contain, no other field shown as valid, the
/// text of a trapped system register access (case and blanks apart), and the notes, all of them and no
/// others. Nothing is skipped. A file that is not such a list is an Error. Memory: one line.
Result<void> verifyEsrFile(const std::string& path, std::size_t maxFailures, VerifyReport& report,
    const ReadProgress& progress = {});
/// The same for lines that are already open.
Result<void> verifyEsrLines(
    LineReader& reader, std::size_t maxFailures, VerifyReport& report, const ReadProgress& progress = {});

} // namespace fscope::trace
