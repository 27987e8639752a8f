// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/memory/filemapping.h"
#include "core/memory/memorybacking.h"

#include <utility>

namespace fscope::memory {

/// Guest memory that is a file, read-only: a dump of a guest. Writes fail; bytes the file lost since it was
/// mapped are errors of the access.
class FileBacking final : public MemoryBacking
{
public:
    explicit FileBacking(FileMapping file)
        : m_file(std::move(file))
    { }
    std::uint64_t size() const noexcept override { return m_file.size(); }
    std::byte* mapping() const noexcept override
    {
        return const_cast<std::byte*>(
            m_file.bytes().data()); // NOLINT(*-const-cast): readOnly() says the rest
    }
    bool readOnly() const noexcept override { return true; }

private:
    FileMapping m_file;
};

} // namespace fscope::memory
