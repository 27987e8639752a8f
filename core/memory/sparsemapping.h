// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/result.h"
#include "core/memory/hostfile.h"
#include "core/memory/pagebitmap.h"
#include "core/memory/trycopy.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fscope::memory {

namespace detail {
class HostReservation;
}

/// Why an access to a SparseMapping failed. Trivially copyable.
struct MappingFault {
    enum class Kind : std::uint8_t {
        OutOfBounds, ///< not within the mapping
        NotMapped,   ///< nothing is mapped there, or it may not be written; found without touching it
        Host,        ///< the host refused when it was touched: a file became shorter, or a race with unmap
    };
    Kind kind = Kind::OutOfBounds;
    bool write = false;
    std::uint64_t offset = 0; ///< the first byte that failed; of OutOfBounds: the start of the access
    HostFault host;           ///< of Kind::Host
    std::string text() const;
    bool operator==(const MappingFault&) const = default;
};

template <typename T>
using MappingResult = tl::expected<T, MappingFault>;

/// A reservation of the host's address space, pieces of which are backed by memory or by files.
///
/// Reserving costs nothing, however much it is; memory costs once it is touched. Byte offsets are from the
/// start of the reservation. Ranges given to the functions that map are whole pages of the host
/// (hostPageSize()), not empty unless said, and within size(): else an Error, and nothing has changed. Each
/// replaces what was there.
///
/// Threads: any number may access while others map and unmap; an access sees the old piece or the new, or
/// fails with a MappingFault. Functions that change the mapping take a lock.
class SparseMapping
{
public:
    /// How a piece of the reservation is backed.
    enum class PieceKind : std::uint8_t {
        Memory, ///< private, zero at first
        Zero,   ///< private, zero, read-only
        File,   ///< a HostFile: shared with everybody who maps the same bytes
    };
    struct Piece {
        std::uint64_t offset = 0;
        std::uint64_t size = 0;
        PieceKind kind = PieceKind::Memory;
        bool writable = false;
        HostFile file;                ///< of PieceKind::File
        std::uint64_t fileOffset = 0; ///< of the piece's first byte
    };

    /// Reserves @p size bytes (more than 0), rounded up to the alignment of the reservation, which is the
    /// largest of @p minimumAlignment (a power of two), and, by size, a page, 2 MiB (from 2 MiB on), 1 GiB
    /// (from 1 GiB on).
    static Result<std::unique_ptr<SparseMapping>> create(
        std::uint64_t size, std::uint64_t minimumAlignment = 1);
    /// 4096 or more; offsets and lengths of mapped pieces are multiples of it.
    static std::uint64_t hostPageSize();

    std::uint64_t size() const { return m_size; }           ///< after rounding
    std::uint64_t alignment() const { return m_alignment; } ///< of base()
    std::byte* base() const { return m_base; }              ///< reserved for the object's life

    /// Private memory, zero, read and write.
    Result<void> alloc(std::uint64_t offset, std::uint64_t length);
    /// Private memory, zero, read-only; costs nothing until it is made writable and written.
    Result<void> mapZero(std::uint64_t offset, std::uint64_t length);
    /// The bytes of @p file from @p fileOffset (whole host pages; Windows: 64 KiB) on, shared. Pages wholly
    /// beyond the file's end fail when touched. @p writable needs a file opened so.
    Result<void> mapFile(std::uint64_t offset, std::uint64_t length, const HostFile& file,
        std::uint64_t fileOffset, bool writable);
    /// Changes what a mapped range permits. The whole range must be mapped; may be empty.
    Result<void> setWritable(std::uint64_t offset, std::uint64_t length, bool writable);
    /// Gives the memory of Memory pieces (and of writable pieces of memory objects) back to the host. Their
    /// bytes are lost: zero from now on (on Windows: not mapped until commit()). Nothing happens where
    /// nothing is mapped or to zero pages; an Error for other files. May be empty.
    Result<void> decommit(std::uint64_t offset, std::uint64_t length);
    /// Makes decommitted memory usable again, zero; does nothing where it is. May be empty.
    Result<void> commit(std::uint64_t offset, std::uint64_t length);
    /// Back to reserved: accesses fail.
    Result<void> unmap(std::uint64_t offset, std::uint64_t length);

    /// Asks the host for huge pages there; only advice. May be empty.
    Result<void> adviseHugePages(std::uint64_t offset, std::uint64_t length);
    /// Takes memory there from NUMA node @p node (at most 0xffff); an Error if the host has no such node or
    /// no NUMA.
    Result<void> bindToNode(std::uint64_t offset, std::uint64_t length, std::uint32_t node);
    /// Shows @p name for the range in the host's lists of mappings, where it can (Linux).
    Result<void> setName(std::uint64_t offset, std::uint64_t length, const std::string& name);

    /// What is mapped, ascending, neighbours of one kind merged. A snapshot.
    std::vector<Piece> pieces() const;

    /// Which pages of 4096 bytes may be read, which written, kept up to date by the functions above: a clear
    /// bit refuses an access without a fault in the host. Bits are set after the host has mapped and cleared
    /// before it unmaps, but nobody waits for accesses under way: those end in a Host fault.
    const PageBitmap& mappedPages() const { return m_mapped; }
    const PageBitmap& writablePages() const { return m_writable; }

    /// One machine access for 1, 2, 4 and 8 bytes, a copy for other sizes. Any alignment.
    template <typename T>
        requires std::is_trivially_copyable_v<T>
    MappingResult<T> read(std::uint64_t offset) const;
    template <typename T>
        requires std::is_trivially_copyable_v<T>
    MappingResult<void> write(std::uint64_t offset, const T& value);
    /// Sequentially consistent, @p offset a multiple of the size. True: exchanged. False: @p expected holds
    /// what was found.
    template <Plain T>
    MappingResult<bool> compareExchange(std::uint64_t offset, T& expected, T desired);
    MappingResult<bool> compareExchange(std::uint64_t offset, U128& expected, U128 desired);
    /// Empty ranges succeed within size(). After a fault a prefix may have been transferred.
    MappingResult<void> readAt(std::uint64_t offset, std::span<std::byte> out) const;
    MappingResult<void> writeAt(std::uint64_t offset, std::span<const std::byte> data);
    MappingResult<void> fillAt(std::uint64_t offset, std::uint64_t length, std::byte value);
    /// The bytes in place, or nullopt out of bounds. Touching what is not mapped, or a file that became
    /// shorter, ends the program: only for ranges the caller allocated.
    std::optional<std::span<std::byte>> slice(std::uint64_t offset, std::uint64_t length);

    ~SparseMapping();
    SparseMapping(const SparseMapping&) = delete;
    SparseMapping& operator=(const SparseMapping&) = delete;

private:
    SparseMapping();
    bool inBounds(std::uint64_t offset, std::uint64_t length) const
    {
        return offset <= m_size && length <= m_size - offset;
    }
    /// Whether bounds and bitmaps permit the access.
    bool allowed(std::uint64_t offset, std::uint64_t length, bool write) const
    {
        return inBounds(offset, length) && (write ? m_writable : m_mapped).covers(offset, length);
    }
    /// The fault of an access that is not allowed.
    MappingFault refusedAt(std::uint64_t offset, std::uint64_t length, bool write) const;
    MappingFault hostFault(
        const Guarded& result, std::uint64_t offset, std::uint64_t length, bool write) const;

    Result<void> checkRange(std::uint64_t offset, std::uint64_t length, bool mayBeEmpty) const;
    // With the lock held:
    void setBits(std::uint64_t offset, std::uint64_t length, bool mapped, bool writable);
    std::vector<Piece> piecesIn(
        std::uint64_t offset, std::uint64_t length) const; ///< cut at the range's ends
    void replacePieces(std::uint64_t offset, std::uint64_t length, std::vector<Piece> with);
    /// Checks the range, and has @p mapIt put @p with there.
    template <typename Map>
    Result<void> replace(std::uint64_t offset, std::uint64_t length, std::vector<Piece> with, Map&& mapIt);

    std::unique_ptr<detail::HostReservation> m_host;
    std::byte* m_base = nullptr;
    std::uint64_t m_size = 0;
    std::uint64_t m_alignment = 0;
    PageBitmap m_mapped;
    PageBitmap m_writable;
    mutable std::mutex m_mutex;              ///< guards what follows, and all changes of the mapping
    std::map<std::uint64_t, Piece> m_pieces; ///< by offset, disjoint, neighbours merged where they continue
};

template <typename T>
    requires std::is_trivially_copyable_v<T>
MappingResult<T> SparseMapping::read(std::uint64_t offset) const
{
    if (!allowed(offset, sizeof(T), false))
        return tl::unexpected(refusedAt(offset, sizeof(T), false));
    T value;
    Guarded result;
    if constexpr (Plain<T>) {
        result = tryLoad<sizeof(T)>(m_base + offset);
        std::memcpy(&value, &result.value, sizeof(T));
    } else {
        result = tryCopy(&value, m_base + offset, sizeof(T));
    }
    if (!result.ok())
        return tl::unexpected(hostFault(result, offset, sizeof(T), false));
    return value;
}

template <typename T>
    requires std::is_trivially_copyable_v<T>
MappingResult<void> SparseMapping::write(std::uint64_t offset, const T& value)
{
    if (!allowed(offset, sizeof(T), true))
        return tl::unexpected(refusedAt(offset, sizeof(T), true));
    Guarded result;
    if constexpr (Plain<T>) {
        std::uint64_t word = 0;
        std::memcpy(&word, &value, sizeof(T));
        result = tryStore<sizeof(T)>(m_base + offset, word);
    } else {
        result = tryCopy(m_base + offset, &value, sizeof(T));
    }
    if (!result.ok())
        return tl::unexpected(hostFault(result, offset, sizeof(T), true));
    return {};
}

template <Plain T>
MappingResult<bool> SparseMapping::compareExchange(std::uint64_t offset, T& expected, T desired)
{
    if (!allowed(offset, sizeof(T), true))
        return tl::unexpected(refusedAt(offset, sizeof(T), true));
    std::uint64_t before = 0;
    std::uint64_t after = 0;
    std::memcpy(&before, &expected, sizeof(T));
    std::memcpy(&after, &desired, sizeof(T));
    const Guarded result = tryCompareExchange<sizeof(T)>(m_base + offset, before, after);
    if (!result.ok())
        return tl::unexpected(hostFault(result, offset, sizeof(T), true));
    std::memcpy(&expected, &result.value, sizeof(T));
    return result.value == before;
}

} // namespace fscope::memory
