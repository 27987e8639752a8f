// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/memory/guestmemory.h"
#include "core/memory/pagedrange.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace fscope::memory {

/// Why a cursor could not go on.
struct StreamError {
    enum class Kind : std::uint8_t {
        Memory,     ///< see memory
        OutOfRange, ///< fewer bytes are left than were wanted
        ReadOnly,   ///< a write to memory that can only be read
    };
    Kind kind = Kind::OutOfRange;
    std::uint64_t left = 0;   ///< of OutOfRange
    std::uint64_t wanted = 0; ///< of OutOfRange
    MemoryError memory;       ///< of Memory and ReadOnly

    /// "out of range: 0x4 < 0x8", "memory access error: guest memory …".
    Text asText() const;
    std::string text() const { return asText().str(); }
    bool operator==(const StreamError&) const = default;
};

template <typename T>
using StreamResult = tl::expected<T, StreamError>;

/// A cursor that reads forwards through bytes of some origin. On OutOfRange nothing is consumed; on a memory
/// error see the class that is read from.
class MemoryReader
{
public:
    virtual ~MemoryReader() = default;
    virtual std::uint64_t left() const = 0; ///< bytes

    /// Exactly out.size() bytes.
    StreamResult<void> read(std::span<std::byte> out);
    StreamResult<void> skip(std::uint64_t length);
    /// All that is left.
    StreamResult<std::vector<std::byte>> readAll();
    /// One value, its bytes in the host's order.
    template <typename T>
    StreamResult<T> readPlain()
    {
        static_assert(std::is_trivially_copyable_v<T>);
        T value {};
        if (const auto done = read(std::as_writable_bytes(std::span(&value, 1))); !done)
            return tl::unexpected(done.error());
        return value;
    }
    /// @p count values. Nothing is allocated for more than are left.
    template <typename T>
    StreamResult<std::vector<T>> readPlains(std::uint64_t count)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        if (count > left() / sizeof(T))
            return tl::unexpected(outOfRange(
                count > ~std::uint64_t { 0 } / sizeof(T) ? ~std::uint64_t { 0 } : count * sizeof(T)));
        std::vector<T> values(count);
        if (const auto done = read(std::as_writable_bytes(std::span(values))); !done)
            return tl::unexpected(done.error());
        return values;
    }

protected:
    MemoryReader() = default;
    MemoryReader(const MemoryReader&) = default;
    MemoryReader& operator=(const MemoryReader&) = default;

private:
    friend class LimitedReader;
    StreamError outOfRange(std::uint64_t wanted) const
    {
        return { StreamError::Kind::OutOfRange, left(), wanted, {} };
    }
    virtual StreamResult<void> doRead(std::span<std::byte> out) = 0; ///< at most left() bytes
    virtual StreamResult<void> doSkip(std::uint64_t length) = 0;     ///< at most left() bytes
};

/// A cursor that writes forwards; otherwise as MemoryReader.
class MemoryWriter
{
public:
    virtual ~MemoryWriter() = default;
    virtual std::uint64_t left() const = 0; ///< bytes there is room for

    StreamResult<void> write(std::span<const std::byte> data);
    StreamResult<void> fill(std::uint64_t length, std::byte value);
    StreamResult<void> zero(std::uint64_t length) { return fill(length, std::byte { 0 }); }
    template <typename T>
    StreamResult<void> writePlain(const T& value)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        return write(std::as_bytes(std::span(&value, 1)));
    }

protected:
    MemoryWriter() = default;
    MemoryWriter(const MemoryWriter&) = default;
    MemoryWriter& operator=(const MemoryWriter&) = default;

private:
    friend class LimitedWriter;
    virtual StreamResult<void> doWrite(std::span<const std::byte> data) = 0;      ///< at most left() bytes
    virtual StreamResult<void> doFill(std::uint64_t length, std::byte value) = 0; ///< at most left() bytes
};

/// Bytes of this process, which must outlive the cursor. Never a memory error.
class BytesReader final : public MemoryReader
{
public:
    explicit BytesReader(std::span<const std::byte> bytes)
        : m_bytes(bytes)
    { }
    std::uint64_t left() const override { return m_bytes.size(); }

private:
    StreamResult<void> doRead(std::span<std::byte> out) override;
    StreamResult<void> doSkip(std::uint64_t length) override;
    std::span<const std::byte> m_bytes;
};

class BytesWriter final : public MemoryWriter
{
public:
    explicit BytesWriter(std::span<std::byte> bytes)
        : m_bytes(bytes)
    { }
    std::uint64_t left() const override { return m_bytes.size(); }

private:
    StreamResult<void> doWrite(std::span<const std::byte> data) override;
    StreamResult<void> doFill(std::uint64_t length, std::byte value) override;
    std::span<std::byte> m_bytes;
};

/// A list of pages of guest memory, which must outlive the cursor. On a memory error nothing is consumed,
/// although bytes may have been transferred.
class PagedReader final : public MemoryReader
{
public:
    PagedReader(GuestMemory memory, PagedRange range)
        : m_memory(std::move(memory))
        , m_range(range)
    { }
    std::uint64_t left() const override { return m_range.length(); }
    const PagedRange& range() const { return m_range; } ///< what is left

private:
    StreamResult<void> doRead(std::span<std::byte> out) override;
    StreamResult<void> doSkip(std::uint64_t length) override;
    GuestMemory m_memory;
    PagedRange m_range;
};

class PagedWriter final : public MemoryWriter
{
public:
    PagedWriter(GuestMemory memory, PagedRange range)
        : m_memory(std::move(memory))
        , m_range(range)
    { }
    std::uint64_t left() const override { return m_range.length(); }
    const PagedRange& range() const { return m_range; }

private:
    StreamResult<void> doWrite(std::span<const std::byte> data) override;
    StreamResult<void> doFill(std::uint64_t length, std::byte value) override;
    GuestMemory m_memory;
    PagedRange m_range;
};

/// Several lists of pages. On a memory error the ranges before the one that failed are consumed.
class PagedListReader final : public MemoryReader
{
public:
    PagedListReader(GuestMemory memory, PagedRangeList ranges)
        : m_memory(std::move(memory))
        , m_ranges(ranges)
    { }
    std::uint64_t left() const override { return m_ranges.length(); }

private:
    StreamResult<void> doRead(std::span<std::byte> out) override;
    StreamResult<void> doSkip(std::uint64_t length) override;
    GuestMemory m_memory;
    PagedRangeList m_ranges;
};

class PagedListWriter final : public MemoryWriter
{
public:
    PagedListWriter(GuestMemory memory, PagedRangeList ranges)
        : m_memory(std::move(memory))
        , m_ranges(ranges)
    { }
    std::uint64_t left() const override { return m_ranges.length(); }

private:
    StreamResult<void> doWrite(std::span<const std::byte> data) override;
    StreamResult<void> doFill(std::uint64_t length, std::byte value) override;
    GuestMemory m_memory;
    PagedRangeList m_ranges;
};

/// The next bytes of another cursor, at most @p limit of them; what is read here is read there. Counts down
/// only what succeeded. The other cursor must outlive it.
class LimitedReader final : public MemoryReader
{
public:
    LimitedReader(MemoryReader& reader, std::uint64_t limit)
        : m_reader(reader)
        , m_limit(limit)
    { }
    std::uint64_t left() const override { return std::min(m_limit, m_reader.left()); }

private:
    StreamResult<void> doRead(std::span<std::byte> out) override;
    StreamResult<void> doSkip(std::uint64_t length) override;
    MemoryReader& m_reader;
    std::uint64_t m_limit;
};

class LimitedWriter final : public MemoryWriter
{
public:
    LimitedWriter(MemoryWriter& writer, std::uint64_t limit)
        : m_writer(writer)
        , m_limit(limit)
    { }
    std::uint64_t left() const override { return std::min(m_limit, m_writer.left()); }

private:
    StreamResult<void> doWrite(std::span<const std::byte> data) override;
    StreamResult<void> doFill(std::uint64_t length, std::byte value) override;
    MemoryWriter& m_writer;
    std::uint64_t m_limit;
};

} // namespace fscope::memory
