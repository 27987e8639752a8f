// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/result.h"
#include "core/memory/hostfile.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace fscope::memory {

/// A file, or a part of one, mapped read-only.
///
/// Nothing is read before it is touched. If the file becomes shorter while it is mapped, touching the bytes
/// beyond its end is a fault: whoever reads a file he does not own goes through tryLoad() and tryCopy().
class FileMapping
{
public:
    FileMapping() = default; ///< no bytes
    /// The @p size bytes at @p offset, any number of them; without a size, all from there. An error (which
    /// names the file) if it cannot be opened, is not a regular file, or has fewer bytes.
    static Result<FileMapping> open(
        const std::string& path, std::uint64_t offset = 0, std::optional<std::uint64_t> size = std::nullopt);
    static Result<FileMapping> map(
        const HostFile& file, std::uint64_t offset = 0, std::optional<std::uint64_t> size = std::nullopt);

    std::span<const std::byte> bytes() const
    {
        return m_bytes;
    } ///< for the mapping's life, also when it moves
    std::size_t size() const { return m_bytes.size(); }
    const HostFile& file() const { return m_file; }

    ~FileMapping();
    FileMapping(FileMapping&& other) noexcept;
    FileMapping& operator=(FileMapping&& other) noexcept;
    FileMapping(const FileMapping&) = delete;
    FileMapping& operator=(const FileMapping&) = delete;

private:
    HostFile m_file;
    std::span<const std::byte> m_bytes;
    std::span<const std::byte> m_mapped; ///< whole host pages around m_bytes
};

} // namespace fscope::memory
