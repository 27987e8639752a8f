// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/memory/sparsemapping.h"

#include "core/base/hex.h"
#include "core/base/text.h"
#include "core/memory/hostreservation.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <utility>

namespace fscope::memory {

namespace {

constexpr std::uint64_t kLargePage = std::uint64_t { 2 } << 20;
constexpr std::uint64_t kHugePage = std::uint64_t { 1 } << 30;

/// Aligned so that the host can use its large pages, and their tables, where there is enough to gain.
std::uint64_t naturalAlignment(std::uint64_t size)
{
    if (size < kLargePage)
        return SparseMapping::hostPageSize();
    return size < kHugePage ? kLargePage : kHugePage;
}

bool continues(const SparseMapping::Piece& piece, const SparseMapping::Piece& next)
{
    if (piece.offset + piece.size != next.offset || piece.kind != next.kind
        || piece.writable != next.writable)
        return false;
    return piece.kind != SparseMapping::PieceKind::File
        || (piece.file.native() == next.file.native() && piece.fileOffset + piece.size == next.fileOffset);
}

/// The part of @p piece within [offset, offset + length); they overlap.
SparseMapping::Piece clipped(SparseMapping::Piece piece, std::uint64_t offset, std::uint64_t length)
{
    const std::uint64_t start = std::max(piece.offset, offset);
    const std::uint64_t end = std::min(piece.offset + piece.size, offset + length);
    piece.fileOffset += piece.kind == SparseMapping::PieceKind::File ? start - piece.offset : 0;
    piece.offset = start;
    piece.size = end - start;
    return piece;
}

} // namespace

std::string MappingFault::text() const
{
    switch (kind) {
    case Kind::OutOfBounds:
        return Text(FSCOPE_TR("Core", "the access at %1 is out of bounds"), { hex(offset) }).str();
    case Kind::NotMapped:
        return Text(write ? FSCOPE_TR("Core", "nothing writable is mapped at %1")
                          : FSCOPE_TR("Core", "nothing is mapped at %1"),
            { hex(offset) })
            .str();
    case Kind::Host:
        return Text(FSCOPE_TR("Core", "the host refused the access at %1: %2"), { hex(offset), host.text() })
            .str();
    }
    return {};
}

SparseMapping::SparseMapping() = default;
SparseMapping::~SparseMapping() = default;

std::uint64_t SparseMapping::hostPageSize()
{
    return detail::HostReservation::pageSize();
}

Result<std::unique_ptr<SparseMapping>> SparseMapping::create(
    std::uint64_t size, std::uint64_t minimumAlignment)
{
    if (size == 0)
        return fail("The length must be greater than 0.");
    if (!std::has_single_bit(minimumAlignment))
        return fail("The alignment must be a power of two; it is " + hex(minimumAlignment) + ".");
    const std::uint64_t alignment = std::max(minimumAlignment, naturalAlignment(size));
    if (size > std::numeric_limits<std::uint64_t>::max() - (alignment - 1))
        return fail("The length " + hex(size) + " is too large.");
    const std::uint64_t rounded = (size + alignment - 1) / alignment * alignment;
    // Distances within the mapping are signed, in spans and in the host.
    if (rounded > static_cast<std::uint64_t>(std::numeric_limits<std::ptrdiff_t>::max()))
        return fail("The length " + hex(size) + " is too large.");

    std::unique_ptr<SparseMapping> made(new SparseMapping);
    auto host = detail::HostReservation::reserve(rounded, alignment);
    if (!host)
        return tl::unexpected(host.error());
    made->m_host = *std::move(host);
    made->m_base = made->m_host->base();
    made->m_size = rounded;
    made->m_alignment = alignment;
    for (PageBitmap* bitmap : { &made->m_mapped, &made->m_writable }) {
        auto bits = PageBitmap::create(rounded >> kPageShift);
        if (!bits)
            return tl::unexpected(bits.error());
        *bitmap = *std::move(bits);
    }
    installFaultGuard();
    return made;
}

Result<void> SparseMapping::checkRange(std::uint64_t offset, std::uint64_t length, bool mayBeEmpty) const
{
    const auto refuse = [&](const std::string& why) {
        return fail("The range " + hex(offset) + " + " + hex(length) + " " + why + ".");
    };
    if (offset % hostPageSize() != 0 || length % hostPageSize() != 0)
        return refuse("is not whole pages of " + hex(hostPageSize()) + " bytes");
    if (!inBounds(offset, length))
        return refuse("is not within the mapping, which has " + hex(m_size) + " bytes");
    if (length == 0 && !mayBeEmpty)
        return refuse("is empty");
    return {};
}

void SparseMapping::setBits(std::uint64_t offset, std::uint64_t length, bool mapped, bool writable)
{
    m_mapped.assign(offset >> kPageShift, length >> kPageShift, mapped);
    m_writable.assign(offset >> kPageShift, length >> kPageShift, writable);
}

std::vector<SparseMapping::Piece> SparseMapping::piecesIn(std::uint64_t offset, std::uint64_t length) const
{
    std::vector<Piece> found;
    auto it = m_pieces.upper_bound(offset);
    if (it != m_pieces.begin() && std::prev(it)->second.offset + std::prev(it)->second.size > offset)
        --it;
    for (; it != m_pieces.end() && it->second.offset < offset + length; ++it)
        found.push_back(clipped(it->second, offset, length));
    return found;
}

void SparseMapping::replacePieces(std::uint64_t offset, std::uint64_t length, std::vector<Piece> with)
{
    // The neighbours are taken out as well: what is left of pieces cut at the ends, and what a new piece may
    // continue.
    const std::uint64_t end = offset + length;
    auto first = m_pieces.upper_bound(offset);
    if (first != m_pieces.begin())
        --first;
    auto last = m_pieces.upper_bound(end);
    std::vector<Piece> around;
    for (auto it = first; it != last; ++it) {
        const Piece& piece = it->second;
        if (piece.offset < offset)
            around.push_back(clipped(piece, 0, offset));
    }
    std::move(with.begin(), with.end(), std::back_inserter(around));
    for (auto it = first; it != last; ++it) {
        const Piece& piece = it->second;
        if (piece.offset + piece.size > end)
            around.push_back(clipped(piece, end, piece.offset + piece.size - end));
    }
    m_pieces.erase(first, last);
    for (Piece& piece : around) {
        auto before = m_pieces.lower_bound(piece.offset);
        if (before != m_pieces.begin() && continues(std::prev(before)->second, piece))
            std::prev(before)->second.size += piece.size;
        else
            m_pieces.emplace(piece.offset, std::move(piece));
    }
}

template <typename Map>
Result<void> SparseMapping::replace(
    std::uint64_t offset, std::uint64_t length, std::vector<Piece> with, Map&& mapIt)
{
    if (auto range = checkRange(offset, length, false); !range)
        return range;
    const std::scoped_lock lock(m_mutex);
    // Accesses are refused while the range changes; if the host refuses the change, what it left is shown
    // again.
    setBits(offset, length, false, false);
    Result<void> mapped = std::forward<Map>(mapIt)();
    if (mapped)
        replacePieces(offset, length, std::move(with));
    for (const Piece& piece : piecesIn(offset, length))
        setBits(piece.offset, piece.size, true, piece.writable);
    return mapped;
}

Result<void> SparseMapping::alloc(std::uint64_t offset, std::uint64_t length)
{
    return replace(offset, length, { Piece { offset, length, PieceKind::Memory, true, {}, 0 } },
        [&] { return m_host->mapMemory(offset, length, true); });
}

Result<void> SparseMapping::mapZero(std::uint64_t offset, std::uint64_t length)
{
    return replace(offset, length, { Piece { offset, length, PieceKind::Zero, false, {}, 0 } },
        [&] { return m_host->mapMemory(offset, length, false); });
}

Result<void> SparseMapping::mapFile(
    std::uint64_t offset, std::uint64_t length, const HostFile& file, std::uint64_t fileOffset, bool writable)
{
    if (!file.valid())
        return fail("The file to be mapped is not open.");
    if (writable && !file.writable())
        return fail("The file was opened for reading only, so it cannot be mapped writable.", file.name());
    if (fileOffset % hostPageSize() != 0)
        return fail(
            "The offset in the file, " + hex(fileOffset) + ", is not a whole number of pages.", file.name());
    if (fileOffset > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()) - length)
        return fail("The range of the file is beyond what a file can have.", file.name());
    Result<void> done
        = replace(offset, length, { Piece { offset, length, PieceKind::File, writable, file, fileOffset } },
            [&] { return m_host->mapFile(offset, length, file, fileOffset, writable); });
    if (!done && done.error().where.empty())
        done.error().where = file.name();
    return done;
}

Result<void> SparseMapping::unmap(std::uint64_t offset, std::uint64_t length)
{
    return replace(offset, length, {}, [&] { return m_host->unmap(offset, length); });
}

Result<void> SparseMapping::setWritable(std::uint64_t offset, std::uint64_t length, bool writable)
{
    if (auto range = checkRange(offset, length, true); !range || length == 0)
        return range;
    const std::scoped_lock lock(m_mutex);
    std::vector<Piece> pieces = piecesIn(offset, length);
    std::uint64_t covered = offset;
    for (Piece& piece : pieces) {
        if (piece.offset != covered)
            break;
        covered += piece.size;
        if (writable && piece.kind == PieceKind::File && !piece.file.writable())
            return fail(
                "The file was opened for reading only, so it cannot be made writable.", piece.file.name());
        piece.writable = writable;
        // Zeros that may be written are memory like any other.
        if (writable && piece.kind == PieceKind::Zero)
            piece.kind = PieceKind::Memory;
    }
    if (covered != offset + length)
        return fail("Nothing is mapped at " + hex(covered) + ", so its protection cannot be changed.");
    if (!writable)
        m_writable.assign(offset >> kPageShift, length >> kPageShift, false);
    Result<void> done = m_host->protect(offset, length, writable);
    if (done)
        replacePieces(offset, length, std::move(pieces));
    for (const Piece& piece : piecesIn(offset, length))
        m_writable.assign(piece.offset >> kPageShift, piece.size >> kPageShift, piece.writable);
    return done;
}

Result<void> SparseMapping::decommit(std::uint64_t offset, std::uint64_t length)
{
    if (auto range = checkRange(offset, length, true); !range || length == 0)
        return range;
    const std::scoped_lock lock(m_mutex);
    const std::vector<Piece> pieces = piecesIn(offset, length);
    for (const Piece& piece : pieces) {
        if (piece.kind == PieceKind::File && !(piece.writable && piece.file.anonymous())) {
            return fail(
                "The bytes at " + hex(piece.offset) + " are those of a file, so they cannot be given up.",
                piece.file.name());
        }
    }
    for (const Piece& piece : pieces) {
        if (piece.kind == PieceKind::Zero)
            continue;
        const bool unmaps = detail::HostReservation::decommitUnmaps() && piece.kind == PieceKind::Memory;
        if (unmaps)
            setBits(piece.offset, piece.size, false, false);
        if (auto done = m_host->decommit(piece.offset, piece.size, piece.kind == PieceKind::File); !done)
            return done;
    }
    return {};
}

Result<void> SparseMapping::commit(std::uint64_t offset, std::uint64_t length)
{
    if (auto range = checkRange(offset, length, true); !range || length == 0)
        return range;
    const std::scoped_lock lock(m_mutex);
    for (const Piece& piece : piecesIn(offset, length)) {
        if (piece.kind != PieceKind::Memory)
            continue;
        if (auto done = m_host->commit(piece.offset, piece.size, piece.writable); !done)
            return done;
        setBits(piece.offset, piece.size, true, piece.writable);
    }
    return {};
}

Result<void> SparseMapping::adviseHugePages(std::uint64_t offset, std::uint64_t length)
{
    if (auto range = checkRange(offset, length, true); !range || length == 0)
        return range;
    return m_host->adviseHugePages(offset, length);
}

Result<void> SparseMapping::bindToNode(std::uint64_t offset, std::uint64_t length, std::uint32_t node)
{
    if (node > 0xffff)
        return fail("There is no NUMA node " + std::to_string(node) + ": the highest number is 65535.");
    if (auto range = checkRange(offset, length, false); !range)
        return range;
    return m_host->bindToNode(offset, length, node);
}

Result<void> SparseMapping::setName(std::uint64_t offset, std::uint64_t length, const std::string& name)
{
    if (auto range = checkRange(offset, length, false); !range)
        return range;
    m_host->setName(offset, length, name);
    return {};
}

std::vector<SparseMapping::Piece> SparseMapping::pieces() const
{
    const std::scoped_lock lock(m_mutex);
    return piecesIn(0, m_size);
}

MappingFault SparseMapping::refusedAt(std::uint64_t offset, std::uint64_t length, bool write) const
{
    if (!inBounds(offset, length))
        return { MappingFault::Kind::OutOfBounds, write, offset, {} };
    const PageBitmap& bitmap = write ? m_writable : m_mapped;
    // Another thread may have mapped the page since it was looked at: then none is clear any more, and the
    // access failed at its first byte as far as anybody can tell.
    const std::uint64_t clear = bitmap.firstClear(offset, length);
    return { MappingFault::Kind::NotMapped, write, clear - offset < length ? clear : offset, {} };
}

MappingFault SparseMapping::hostFault(
    const Guarded& result, std::uint64_t offset, std::uint64_t length, bool write) const
{
    const HostFault host = result.fault(m_base + offset, length, write);
    return { MappingFault::Kind::Host, write, offset + host.offset, host };
}

MappingResult<bool> SparseMapping::compareExchange(std::uint64_t offset, U128& expected, U128 desired)
{
    if (!allowed(offset, sizeof(U128), true))
        return tl::unexpected(refusedAt(offset, sizeof(U128), true));
    const Guarded result = tryCompareExchange16(m_base + offset, expected, desired);
    if (!result.ok())
        return tl::unexpected(hostFault(result, offset, sizeof(U128), true));
    return result.value != 0;
}

MappingResult<void> SparseMapping::readAt(std::uint64_t offset, std::span<std::byte> out) const
{
    if (!allowed(offset, out.size(), false))
        return tl::unexpected(refusedAt(offset, out.size(), false));
    const Guarded result = tryCopy(out.data(), m_base + offset, out.size());
    if (!result.ok())
        return tl::unexpected(hostFault(result, offset, out.size(), false));
    return {};
}

MappingResult<void> SparseMapping::writeAt(std::uint64_t offset, std::span<const std::byte> data)
{
    if (!allowed(offset, data.size(), true))
        return tl::unexpected(refusedAt(offset, data.size(), true));
    const Guarded result = tryCopy(m_base + offset, data.data(), data.size());
    if (!result.ok())
        return tl::unexpected(hostFault(result, offset, data.size(), true));
    return {};
}

MappingResult<void> SparseMapping::fillAt(std::uint64_t offset, std::uint64_t length, std::byte value)
{
    if (!allowed(offset, length, true))
        return tl::unexpected(refusedAt(offset, length, true));
    const Guarded result = tryFill(m_base + offset, static_cast<std::uint8_t>(value), length);
    if (!result.ok())
        return tl::unexpected(hostFault(result, offset, length, true));
    return {};
}

std::optional<std::span<std::byte>> SparseMapping::slice(std::uint64_t offset, std::uint64_t length)
{
    if (!inBounds(offset, length))
        return std::nullopt;
    return std::span<std::byte>(m_base + offset, static_cast<std::size_t>(length));
}

} // namespace fscope::memory
