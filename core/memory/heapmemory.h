// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/result.h"
#include "core/memory/guestmemory.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

namespace fscope::memory {

/// Zeroed memory of this process, page-aligned. Freed with the object.
class PageBuffer
{
public:
    PageBuffer() = default;
    /// @p size is rounded up to whole pages, and 0 is none at all. Nothing is touched yet. An Error if there
    /// is no such memory.
    static Result<PageBuffer> allocate(std::uint64_t size);
    std::span<std::byte> bytes() const { return { m_start, m_size }; }

private:
    struct Free {
        void operator()(std::byte* allocated) const;
    };
    std::unique_ptr<std::byte, Free> m_allocated;
    std::byte* m_start = nullptr;
    std::size_t m_size = 0;
};

/// Guest memory in a PageBuffer: one region named "heap" from address 0, all of it backed. Never faults.
///
/// The bytes can be had back while no handle is out: neither the GuestMemory of memory() nor a copy, window
/// or lock of it.
class HeapMemory
{
public:
    static Result<HeapMemory> allocate(std::uint64_t size); ///< rounded up to whole pages

    /// A handle, counted as given out until it and all its copies are gone.
    GuestMemory memory() const;
    /// The bytes, which handles may change meanwhile.
    std::span<std::byte> sharedBytes() const;
    /// The bytes, for nobody else: nullopt while a handle is out. None may be made while they are used.
    std::optional<std::span<std::byte>> exclusiveBytes();
    /// The buffer, for good; this object has 0 bytes then. nullopt, and nothing changed, while a handle is
    /// out.
    std::optional<PageBuffer> take();

private:
    class Backing;
    explicit HeapMemory(std::shared_ptr<Backing> backing);
    std::shared_ptr<Backing> m_backing;
};

} // namespace fscope::memory
