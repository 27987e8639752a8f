// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <memory>
#include <string>

namespace fscope::memory {

/// Something of the host whose bytes can be mapped: an open file, or an anonymous memory object
/// (sharedmemory.h). Copies share the handle, which is closed with the last; a mapping keeps its own.
class HostFile
{
public:
    /// A file descriptor, or a HANDLE as an integer.
    using Native = std::intptr_t;

    HostFile() = default; ///< nothing; every use fails
    /// Opens a regular file. @p writable: bytes written to a writable mapping go to the file. The error names
    /// it.
    static Result<HostFile> open(const std::string& path, bool writable = false);

    bool valid() const { return m_handle != nullptr; }
    /// Bytes now; a file may grow and shrink at any time.
    Result<std::uint64_t> size() const;
    bool writable() const;           ///< whether it may be mapped writable
    bool anonymous() const;          ///< a memory object: nobody outside sees its bytes
    const std::string& name() const; ///< path of the file, or the name given to a memory object
    Native native() const;

    struct Handle; ///< of the platform files
    explicit HostFile(std::shared_ptr<const Handle> handle)
        : m_handle(std::move(handle))
    { }

private:
    std::shared_ptr<const Handle> m_handle;
};

} // namespace fscope::memory
