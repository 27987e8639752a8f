// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/memory/memorymapper.h"

#include "core/base/hex.h"
#include "core/memory/sharedmemory.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace fscope::memory {

/// What the windows of one mapper have in common.
struct MappableRegion::Shared {
    std::shared_ptr<SparseMapping> guest;
    std::mutex mutex; ///< held by whatever changes a window or where it is shown
    std::map<const MappableRegion*, std::uint64_t> shown; ///< and where
};

namespace {

bool wholePages(std::uint64_t value)
{
    return value % SparseMapping::hostPageSize() == 0;
}

/// The part [from, until) of a piece, both by the offsets of the region.
MappableRegion::Piece partOf(const MappableRegion::Piece& piece, std::uint64_t from, std::uint64_t until)
{
    MappableRegion::Piece part = piece;
    part.offset = from;
    part.length = until - from;
    part.fileOffset += from - piece.offset;
    return part;
}

} // namespace

MappableRegion::MappableRegion(std::shared_ptr<Shared> shared, std::uint64_t length, std::string name)
    : m_shared(std::move(shared))
    , m_length(length)
    , m_name(std::move(name))
{ }

MappableRegion::~MappableRegion()
{
    unmapFromGuest();
}

Result<void> MappableRegion::checkRange(std::uint64_t offset, std::uint64_t length) const
{
    if (length == 0 || !wholePages(offset) || !wholePages(length) || offset > m_length
        || length > m_length - offset) {
        return fail(fmt::format("{} bytes at {} are not whole pages of the {} bytes of \"{}\".", hex(length),
            hex(offset), hex(m_length), m_name));
    }
    return {};
}

Result<void> MappableRegion::show(const Piece& piece, std::uint64_t address, bool writable) const
{
    return m_shared->guest->mapFile(
        address + piece.offset, piece.length, piece.file, piece.fileOffset, piece.writable && writable);
}

/// Takes a range out of the list, and leaves what stands out of it on either side.
void MappableRegion::cut(std::uint64_t offset, std::uint64_t length)
{
    const std::uint64_t end = offset + length;
    auto next = m_pieces.upper_bound(offset);
    if (next != m_pieces.begin())
        --next;
    while (next != m_pieces.end() && next->first < end) {
        const Piece piece = next->second;
        const std::uint64_t pieceEnd = piece.offset + piece.length;
        if (pieceEnd <= offset) {
            ++next;
            continue;
        }
        next = m_pieces.erase(next);
        if (piece.offset < offset)
            m_pieces.emplace(piece.offset, partOf(piece, piece.offset, offset));
        if (pieceEnd > end)
            next = std::next(m_pieces.emplace(end, partOf(piece, end, pieceEnd)).first);
    }
}

Result<void> MappableRegion::map(
    std::uint64_t offset, std::uint64_t length, const HostFile& file, std::uint64_t fileOffset, bool writable)
{
    if (Result<void> usable = checkRange(offset, length); !usable)
        return usable;
    if (!file.valid())
        return fail(fmt::format("There is no file to map into \"{}\".", m_name));
    if (!wholePages(fileOffset) || fileOffset + length < fileOffset)
        return fail(fmt::format("File offset {} is not of whole pages.", hex(fileOffset)), file.name());
    if (writable && !file.writable())
        return fail("The file was not opened for writing.", file.name());
    const std::lock_guard lock(m_shared->mutex);
    const Piece piece { offset, length, file, fileOffset, writable };
    if (m_address)
        if (Result<void> done = show(piece, *m_address, m_writable); !done)
            return done;
    cut(offset, length);
    m_pieces.emplace(offset, piece);
    return {};
}

Result<void> MappableRegion::unmap(std::uint64_t offset, std::uint64_t length)
{
    if (Result<void> usable = checkRange(offset, length); !usable)
        return usable;
    const std::lock_guard lock(m_shared->mutex);
    if (m_address)
        if (Result<void> done = m_shared->guest->unmap(*m_address + offset, length); !done)
            return done;
    cut(offset, length);
    return {};
}

std::vector<MappableRegion::Piece> MappableRegion::pieces() const
{
    const std::lock_guard lock(m_shared->mutex);
    std::vector<Piece> all;
    all.reserve(m_pieces.size());
    for (const auto& [offset, piece] : m_pieces)
        all.push_back(piece);
    return all;
}

Result<void> MappableRegion::mapToGuest(std::uint64_t address, bool writable)
{
    const std::uint64_t room = m_shared->guest->size();
    if (!wholePages(address) || address > room || m_length > room - address)
        return fail(fmt::format("\"{}\" of {} bytes does not lie in whole pages of the guest's memory at {}.",
            m_name, hex(m_length), hex(address)));
    const std::lock_guard lock(m_shared->mutex);
    for (const auto& [other, at] : m_shared->shown) {
        if (other != this && address < at + other->m_length && at < address + m_length) {
            return fail(fmt::format(
                "\"{}\" at {} would overlap \"{}\" at {}.", m_name, hex(address), other->m_name, hex(at)));
        }
    }
    const std::optional<std::uint64_t> before = m_address;
    const bool wasWritable = m_writable;
    hide();
    // Where the window shows nothing, nothing else shows through.
    Result<void> done = m_shared->guest->unmap(address, m_length);
    for (auto piece = m_pieces.begin(); done && piece != m_pieces.end(); ++piece)
        done = show(piece->second, address, writable);
    if (!done) {
        static_cast<void>(m_shared->guest->unmap(address, m_length));
        if (!before)
            return done;
        // Where it was it could be mapped, so it can again.
        for (const auto& [offset, piece] : m_pieces)
            static_cast<void>(show(piece, *before, wasWritable));
    }
    const std::uint64_t now = done ? address : before.value_or(address);
    m_address = now;
    m_writable = done ? writable : wasWritable;
    m_shared->shown.emplace(this, now);
    return done;
}

/// With the lock held.
void MappableRegion::hide()
{
    if (!m_address)
        return;
    static_cast<void>(m_shared->guest->unmap(*m_address, m_length));
    m_shared->shown.erase(this);
    m_address.reset();
}

void MappableRegion::unmapFromGuest()
{
    const std::lock_guard lock(m_shared->mutex);
    hide();
}

std::optional<std::uint64_t> MappableRegion::guestAddress() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_address;
}

MemoryMapper::MemoryMapper(std::shared_ptr<SparseMapping> guest)
    : m_shared(std::make_shared<MappableRegion::Shared>())
{
    m_shared->guest = std::move(guest);
}

Result<std::unique_ptr<MappableRegion>> MemoryMapper::newRegion(std::uint64_t length, std::string name) const
{
    if (length == 0 || !wholePages(length))
        return fail(fmt::format("\"{}\" of {} bytes does not consist of whole pages.", name, hex(length)));
    return std::unique_ptr<MappableRegion>(new MappableRegion(m_shared, length, std::move(name)));
}

Result<Rom> Rom::create(std::span<const std::byte> contents, const std::string& name)
{
    if (contents.empty())
        return fail(fmt::format("The ROM \"{}\" is empty.", name));
    const std::uint64_t page = SparseMapping::hostPageSize();
    const std::uint64_t rounded = (contents.size() + page - 1) / page * page;
    Result<HostFile> file = makeSharedMemory(rounded, name);
    if (!file)
        return tl::unexpected<Error>(file.error());
    Result<std::unique_ptr<SparseMapping>> window = SparseMapping::create(rounded);
    if (!window)
        return tl::unexpected<Error>(window.error());
    if (Result<void> mapped = (*window)->mapFile(0, rounded, *file, 0, true); !mapped)
        return tl::unexpected<Error>(mapped.error());
    if (const MappingResult<void> written = (*window)->writeAt(0, contents); !written)
        return fail(written.error().text(), name);
    return Rom(std::move(*file), contents.size(), name);
}

std::uint64_t Rom::mappedLength() const
{
    const std::uint64_t page = SparseMapping::hostPageSize();
    return (m_length + page - 1) / page * page;
}

Result<std::unique_ptr<MappableRegion>> Rom::mapRom(
    const MemoryMapper& mapper, std::uint64_t address, std::uint64_t offset, std::uint64_t length) const
{
    if (length == 0 || !wholePages(offset) || offset > mappedLength() || length > mappedLength() - offset)
        return fail(fmt::format("The ROM \"{}\" of {} bytes has no {} bytes at {}.", m_name,
            hex(mappedLength()), hex(length), hex(offset)));
    Result<std::unique_ptr<MappableRegion>> region = mapper.newRegion(length, m_name);
    if (!region)
        return region;
    Result<void> done = (*region)->map(0, length, m_file, offset, false);
    if (done)
        done = (*region)->mapToGuest(address, false);
    if (!done)
        return tl::unexpected<Error>(done.error());
    return region;
}

} // namespace fscope::memory
