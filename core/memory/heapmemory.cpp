// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#include "core/memory/heapmemory.h"

#include "core/base/address.h"
#include "core/base/hex.h"

#include <fmt/format.h>

#include <atomic>
#include <cstdlib>
#include <utility>

namespace fscope::memory {

void PageBuffer::Free::operator()(std::byte* allocated) const
{
    std::free(allocated); // NOLINT(cppcoreguidelines-no-malloc): calloc gives zeros without touching them
}

Result<PageBuffer> PageBuffer::allocate(std::uint64_t size)
{
    constexpr std::uint64_t kMost = std::uint64_t { 1 } << 39; // more is for a SparseMapping
    PageBuffer buffer;
    if (size == 0)
        return buffer;
    const std::uint64_t rounded = (size + kPageSize - 1) & ~(kPageSize - 1);
    if (size <= kMost) {
        // An aligned allocation that is zeroed would touch each page; this one does not.
        buffer.m_allocated.reset(static_cast<std::byte*>(std::calloc(1, rounded + kPageSize)));
    }
    if (buffer.m_allocated == nullptr)
        return fail(fmt::format("There is no memory for {} bytes.", hex(size)));
    const auto address = reinterpret_cast<std::uintptr_t>(buffer.m_allocated.get());
    buffer.m_start = buffer.m_allocated.get() + (kPageSize - address % kPageSize) % kPageSize;
    buffer.m_size = rounded;
    return buffer;
}

class HeapMemory::Backing final : public MemoryBacking
{
public:
    explicit Backing(PageBuffer buffer)
        : m_buffer(std::move(buffer))
    { }
    std::uint64_t size() const noexcept override { return m_buffer.bytes().size(); }
    std::byte* mapping() const noexcept override { return m_buffer.bytes().data(); }

    PageBuffer& buffer() { return m_buffer; }
    void addUser() { m_users.fetch_add(1, std::memory_order_relaxed); }
    void removeUser() { m_users.fetch_sub(1, std::memory_order_release); }
    /// Acquires what the last user did: shared_ptr::use_count() promises no such order.
    bool isUnused() const { return m_users.load(std::memory_order_acquire) == 0; }

private:
    PageBuffer m_buffer;
    std::atomic<std::size_t> m_users { 0 };
};

HeapMemory::HeapMemory(std::shared_ptr<Backing> backing)
    : m_backing(std::move(backing))
{ }

Result<HeapMemory> HeapMemory::allocate(std::uint64_t size)
{
    auto buffer = PageBuffer::allocate(size);
    if (!buffer)
        return tl::unexpected(buffer.error());
    return HeapMemory(std::make_shared<Backing>(std::move(*buffer)));
}

GuestMemory HeapMemory::memory() const
{
    m_backing->addUser();
    // The deleter runs when the last handle that came from this one is gone.
    std::shared_ptr<MemoryBacking> user(
        m_backing.get(), [backing = m_backing](MemoryBacking*) { backing->removeUser(); });
    return { "heap", std::move(user) };
}

std::span<std::byte> HeapMemory::sharedBytes() const
{
    return m_backing->buffer().bytes();
}

std::optional<std::span<std::byte>> HeapMemory::exclusiveBytes()
{
    if (!m_backing->isUnused())
        return std::nullopt;
    return m_backing->buffer().bytes();
}

std::optional<PageBuffer> HeapMemory::take()
{
    if (!m_backing->isUnused())
        return std::nullopt;
    return std::exchange(m_backing->buffer(), PageBuffer());
}

} // namespace fscope::memory
