// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#include "core/memory/memorystream.h"

#include "core/base/hex.h"

#include <cstring>
#include <string_view>

namespace fscope::memory {

namespace {

StreamResult<void> ofMemory(const MemoryResult<void>& done)
{
    if (done)
        return {};
    // By its text: equal literals of two files need not be one.
    const bool readOnly = std::string_view(done.error().cause) == cause::kReadOnly;
    return tl::unexpected(StreamError {
        readOnly ? StreamError::Kind::ReadOnly : StreamError::Kind::Memory, 0, 0, done.error() });
}

StreamError outOfRange(std::uint64_t left, std::uint64_t wanted)
{
    return { StreamError::Kind::OutOfRange, left, wanted, {} };
}

/// The first @p length bytes of @p range, which has as many.
PagedRange firstOf(PagedRange range, std::uint64_t length)
{
    range.truncate(length);
    return range;
}

/// Calls @p transfer(part, done) for the parts of the first @p length bytes of @p ranges, and consumes each
/// that succeeded.
template <typename Transfer>
StreamResult<void> overRanges(PagedRangeList& ranges, std::uint64_t length, const Transfer& transfer)
{
    PagedRangeList parts = ranges;
    parts.truncate(length);
    std::uint64_t done = 0;
    while (const auto found = parts.popRange()) {
        const PagedRange& part = *found; // NOLINT(bugprone-unchecked-optional-access): the loop looked
        if (const auto ok = ofMemory(transfer(part, done)); !ok)
            return ok;
        done += part.length();
        ranges.skip(part.length());
    }
    return {};
}

} // namespace

Text StreamError::asText() const
{
    switch (kind) {
    case Kind::Memory:
        return { FSCOPE_TR("Core", "memory access error: %1"), { memory.asText() } };
    case Kind::ReadOnly:
        return { FSCOPE_TR("Core", "write attempted to read-only memory: %1"), { memory.asText() } };
    case Kind::OutOfRange:
        break;
    }
    return { FSCOPE_TR("Core", "out of range: %1 < %2"), { hex(left), hex(wanted) } };
}

StreamResult<void> MemoryReader::read(std::span<std::byte> out)
{
    if (out.size() > left())
        return tl::unexpected(outOfRange(out.size()));
    return doRead(out);
}

StreamResult<void> MemoryReader::skip(std::uint64_t length)
{
    if (length > left())
        return tl::unexpected(outOfRange(length));
    return doSkip(length);
}

StreamResult<std::vector<std::byte>> MemoryReader::readAll()
{
    return readPlains<std::byte>(left());
}

StreamResult<void> MemoryWriter::write(std::span<const std::byte> data)
{
    if (data.size() > left())
        return tl::unexpected(outOfRange(left(), data.size()));
    return doWrite(data);
}

StreamResult<void> MemoryWriter::fill(std::uint64_t length, std::byte value)
{
    if (length > left())
        return tl::unexpected(outOfRange(left(), length));
    return doFill(length, value);
}

StreamResult<void> BytesReader::doRead(std::span<std::byte> out)
{
    if (!out.empty())
        std::memcpy(out.data(), m_bytes.data(), out.size());
    return doSkip(out.size());
}

StreamResult<void> BytesReader::doSkip(std::uint64_t length)
{
    m_bytes = m_bytes.subspan(length);
    return {};
}

StreamResult<void> BytesWriter::doWrite(std::span<const std::byte> data)
{
    if (!data.empty())
        std::memcpy(m_bytes.data(), data.data(), data.size());
    m_bytes = m_bytes.subspan(data.size());
    return {};
}

StreamResult<void> BytesWriter::doFill(std::uint64_t length, std::byte value)
{
    std::ranges::fill(m_bytes.first(length), value);
    m_bytes = m_bytes.subspan(length);
    return {};
}

StreamResult<void> PagedReader::doRead(std::span<std::byte> out)
{
    const auto done = ofMemory(m_memory.readRange(firstOf(m_range, out.size()), out));
    if (done)
        m_range.skip(out.size());
    return done;
}

StreamResult<void> PagedReader::doSkip(std::uint64_t length)
{
    m_range.skip(length);
    return {};
}

StreamResult<void> PagedWriter::doWrite(std::span<const std::byte> data)
{
    const auto done = ofMemory(m_memory.writeRange(firstOf(m_range, data.size()), data));
    if (done)
        m_range.skip(data.size());
    return done;
}

StreamResult<void> PagedWriter::doFill(std::uint64_t length, std::byte value)
{
    const auto done = ofMemory(m_memory.fillRange(firstOf(m_range, length), value));
    if (done)
        m_range.skip(length);
    return done;
}

StreamResult<void> PagedListReader::doRead(std::span<std::byte> out)
{
    return overRanges(m_ranges, out.size(), [&](const PagedRange& part, std::uint64_t done) {
        return m_memory.readRange(part, out.subspan(done, part.length()));
    });
}

StreamResult<void> PagedListReader::doSkip(std::uint64_t length)
{
    m_ranges.skip(length);
    return {};
}

StreamResult<void> PagedListWriter::doWrite(std::span<const std::byte> data)
{
    return overRanges(m_ranges, data.size(), [&](const PagedRange& part, std::uint64_t done) {
        return m_memory.writeRange(part, data.subspan(done, part.length()));
    });
}

StreamResult<void> PagedListWriter::doFill(std::uint64_t length, std::byte value)
{
    return overRanges(m_ranges, length,
        [&](const PagedRange& part, std::uint64_t) { return m_memory.fillRange(part, value); });
}

StreamResult<void> LimitedReader::doRead(std::span<std::byte> out)
{
    const auto done = m_reader.doRead(out);
    if (done)
        m_limit -= out.size();
    return done;
}

StreamResult<void> LimitedReader::doSkip(std::uint64_t length)
{
    const auto done = m_reader.doSkip(length);
    if (done)
        m_limit -= length;
    return done;
}

StreamResult<void> LimitedWriter::doWrite(std::span<const std::byte> data)
{
    const auto done = m_writer.doWrite(data);
    if (done)
        m_limit -= data.size();
    return done;
}

StreamResult<void> LimitedWriter::doFill(std::uint64_t length, std::byte value)
{
    const auto done = m_writer.doFill(length, value);
    if (done)
        m_limit -= length;
    return done;
}

} // namespace fscope::memory
