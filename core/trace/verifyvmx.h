// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/trace/verify.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace fscope::trace {

/// The largest file of VMX samples that is read; one object of JSON, so it is read whole.
inline constexpr std::size_t kMaxVmxFileBytes = std::size_t { 64 } << 20;

/// Decodes each sample of a file of VMX values (one JSON object with `rows`, possibly compressed) and
/// compares with the recorded decode: fields by name, place and value; lists of problems, flags and reasons
/// as sets; the texts of errors, exit reasons and vectors exactly; the meanings of single field values, which
/// may be worded otherwise, not at all.
///
/// Every row is judged, none is skipped. A file that is no such file, and a row with a key, a kind or a
/// number that the format does not have, is an Error that names the place.
Result<void> verifyVmxFile(const std::string& path, std::size_t maxFailures, VerifyReport& report);
/// The same for bytes that were read already; @p name stands in for the file.
Result<void> verifyVmxText(
    std::string_view text, const std::string& name, std::size_t maxFailures, VerifyReport& report);

} // namespace fscope::trace
