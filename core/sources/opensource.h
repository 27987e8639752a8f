// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/result.h"
#include "core/machine/source.h"

#include <functional>
#include <memory>
#include <string>

namespace fscope::sources {

struct OpenOptions {
    /// Asked now and then while a long file is read, with the number of the line; false gives it up with an
    /// Error.
    std::function<bool(std::size_t line)> progress;
};

/// Opens anything a person may name: a lesson ("post-index-store"), the recorded sample ("sample"), or a
/// file, whose kind is told by its content: a scenario, or recorded vectors, each plain or gzip-compressed.
///
/// A lesson's name comes first; a file of that name is opened as "./name". Whatever cannot be opened gives an
/// Error that names the file and the place in it: unknown kinds, empty, binary, truncated files, a line over
/// LineReader::kMaxLine. Unusable files are refused after at most a MiB; memory is bounded by the limits of
/// the formats.
Result<std::unique_ptr<machine::InterceptSource>> openSource(
    const std::string& nameOrPath, const OpenOptions& options = {});

} // namespace fscope::sources
