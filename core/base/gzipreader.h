// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace fscope {

/// Lines of a text file that may be gzip-compressed (told by its first bytes, not by its name).
///
/// A file is outside input: a line longer than @c kMaxLine bytes, a NUL byte, an empty file or broken
/// compression is an Error that names file and line, found after reading at most kMaxLine bytes of the line.
/// Memory is bounded by kMaxLine.
class LineReader
{
public:
    static constexpr std::size_t kMaxLine = 1U << 20;

    static Result<LineReader> open(const std::string& path);
    /// Reads from bytes that outlive the reader (an embedded sample); @p name stands in for the file in
    /// messages.
    static Result<LineReader> fromBytes(std::string_view bytes, std::string name);

    LineReader(LineReader&&) noexcept;
    LineReader& operator=(LineReader&&) noexcept;
    ~LineReader();

    /// The next line without its end, valid until the next call; nullopt at the end of the file.
    Result<std::optional<std::string_view>> next();
    std::size_t lineNumber() const; ///< of the line last returned, from 1
    const std::string& name() const;
    /// "name:line", for messages.
    std::string place() const;

private:
    struct Impl;
    explicit LineReader(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// The whole of a (possibly compressed) file of at most @p limit bytes; larger ones are an Error.
Result<std::string> readWholeFile(const std::string& path, std::size_t limit);

} // namespace fscope
