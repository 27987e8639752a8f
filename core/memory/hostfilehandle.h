// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/memory/hostfile.h"

#include <string>

namespace fscope::memory {

/// What a HostFile holds; closed by the platform file's destructor.
struct HostFile::Handle {
    Native native = -1; ///< POSIX: the descriptor. Windows: the section; -1 for an empty file, which has none
    Native file = -1;   ///< Windows: the file behind the section, -1 for a memory object
    std::string name;
    bool writable = false;
    bool anonymous = false;
    std::uint64_t size = 0; ///< of a memory object

    Handle() = default;
    ~Handle();
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
};

namespace detail {

/// Maps bytes of @p file read-only at an address of the host's choice. @p offset is a multiple of
/// mapGranularity(), @p size not 0.
Result<const std::byte*> mapView(const HostFile& file, std::uint64_t offset, std::uint64_t size);
void unmapView(const std::byte* at, std::uint64_t size);
std::uint64_t mapGranularity(); ///< POSIX: a page. Windows: 64 KiB

} // namespace detail

} // namespace fscope::memory
