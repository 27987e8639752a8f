// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include <atomic>
#include <utility>

namespace fscope::memory {

/// A pointer to a value that several owners share until one of them writes (copy-on-write).
///
/// Owners may live in different threads. The count is kept inside the block, and isUnique() acquires what the
/// last other owner released: std::shared_ptr::use_count() promises no such order, so writing on its word
/// would be a race.
template <typename T>
class CowPtr
{
public:
    CowPtr() = default;
    CowPtr(const CowPtr& other) noexcept
        : m_block(other.m_block)
    {
        if (m_block != nullptr)
            m_block->owners.fetch_add(1, std::memory_order_relaxed);
    }
    CowPtr(CowPtr&& other) noexcept
        : m_block(std::exchange(other.m_block, nullptr))
    { }
    CowPtr& operator=(CowPtr other) noexcept
    {
        std::swap(m_block, other.m_block);
        return *this;
    }
    ~CowPtr()
    {
        if (m_block != nullptr && m_block->owners.fetch_sub(1, std::memory_order_acq_rel) == 1)
            delete m_block;
    }

    explicit operator bool() const { return m_block != nullptr; }
    /// The value, or nullptr.
    const T* get() const { return m_block == nullptr ? nullptr : &m_block->value; }
    const T* operator->() const { return &m_block->value; }
    /// Whether both have the same value because they share it.
    bool sharesWith(const CowPtr& other) const { return m_block == other.m_block; }

    /// The value, to be written: made (value-initialized) if there is none, copied first if others share it.
    T& own()
    {
        if (m_block == nullptr)
            m_block = new Block;
        else if (!isUnique())
            *this = CowPtr(new Block(m_block->value));
        return m_block->value;
    }

    /// The value, to be written, if there is one that nobody shares; else nullptr. Changes nothing.
    T* owned() { return m_block != nullptr && isUnique() ? &m_block->value : nullptr; }

private:
    struct Block {
        Block() = default;
        // By reference: a page is copied once, and moving one would copy it again.
        explicit Block(const T& from) // NOLINT(modernize-pass-by-value)
            : value(from)
        { }
        std::atomic<unsigned> owners { 1 };
        T value {};
    };
    explicit CowPtr(Block* block)
        : m_block(block)
    { }
    bool isUnique() const { return m_block->owners.load(std::memory_order_acquire) == 1; }

    Block* m_block = nullptr;
};

} // namespace fscope::memory
