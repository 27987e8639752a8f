// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/address.h"
#include "core/base/result.h"
#include "core/memory/memorybacking.h"
#include "core/memory/trycopy.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace fscope::memory {

class PagedRange;
class PageLock;
enum class LockAccess : std::uint8_t;
struct LockedPage;

namespace detail {
struct MemoryState;
} // namespace detail

/// What a compare-exchange did. The exchange is sequentially consistent.
template <typename T>
struct Exchanged {
    bool swapped = false;
    T found {}; ///< what was there before: the expected value if swapped
    bool operator==(const Exchanged&) const = default;
};

/// A handle on guest memory: one region, or many of one power-of-two size with holes between them, each with
/// a MemoryBacking behind it.
///
/// A copy is another handle on the same memory and costs one count. The handle never changes, so all
/// functions are const, those that write the memory as well; any number of threads may use one memory. No
/// access takes a lock. Addresses start at 0 and are relative to the object: a subrange is a window with
/// addresses of its own, and errors name those.
///
/// An access must lie within one region, else it fails with OutOfRange before it does anything. Then the
/// access bitmaps of the backing are asked for each page, then the bytes are moved. A page that is refused or
/// not backed goes to MemoryBacking::pageFault(), which may fail, retry or choose the fallback. After
/// kMaxRetries retries in a row that got no further, the access fails. A write or fill that fails may have
/// changed any prefix of its range; a read that fails may have filled any prefix of its buffer.
///
/// A host fault (a file under a mapping became shorter) is an error of the access.
class GuestMemory
{
public:
    static constexpr unsigned kMaxRetries = 16;

    /// Empty memory: size 0, named "empty", each access is out of range.
    GuestMemory();
    /// One region that is the whole of @p backing, which must not be null. Addresses and lengths are below
    /// 2^63.
    GuestMemory(std::string_view name, std::shared_ptr<MemoryBacking> backing);
    /// Region i starts at i * @p regionSize and has backings[i] behind it; null is a hole. The list is padded
    /// with holes to a power of two. Errors: @p regionSize no power of two or below 4096, too many regions
    /// for 63 bits of address, a backing larger than the region (in this order).
    static Result<GuestMemory> multiRegion(std::string_view name, std::uint64_t regionSize,
        std::vector<std::shared_ptr<MemoryBacking>> backings);

    const char* name() const;   ///< as given; lives as long as the process
    std::uint64_t size() const; ///< one past the last byte of the last backing; 0 for empty memory

    /// Bytes from or to the memory. A length of 0 succeeds at any address. 1, 2, 4 and 8 bytes within one
    /// page are a single access, so aligned ones do not tear; longer ones are copies that may.
    MemoryResult<void> read(std::uint64_t address, std::span<std::byte> out) const
    {
        return readBytes(address, out.data(), out.size());
    }
    MemoryResult<void> read(std::uint64_t address, std::span<std::uint8_t> out) const
    {
        return readBytes(address, out.data(), out.size());
    }
    MemoryResult<void> write(std::uint64_t address, std::span<const std::byte> data) const
    {
        return writeBytes(address, data.data(), data.size());
    }
    MemoryResult<void> write(std::uint64_t address, std::span<const std::uint8_t> data) const
    {
        return writeBytes(address, data.data(), data.size());
    }
    MemoryResult<void> fill(std::uint64_t address, std::uint64_t length, std::byte value) const;

    /// One value, its bytes in the host's order. 1, 2, 4 and 8 bytes at their natural alignment are exactly
    /// one machine access, without order against others; other sizes are as read() and write().
    template <typename T>
    MemoryResult<T> readPlain(std::uint64_t address) const
    {
        static_assert(std::is_trivially_copyable_v<T>);
        T value {};
        if constexpr (Plain<T>) {
            if (readsFast(address, sizeof(T))) {
                const Guarded loaded = tryLoad<sizeof(T)>(m_base + address);
                if (loaded.ok()) [[likely]] {
                    std::memcpy(&value, &loaded.value, sizeof(T));
                    return value;
                }
            }
        }
        if constexpr (Plain<T>) {
            const Guarded loaded = loadChecked<sizeof(T)>(address);
            if (loaded.ok()) [[likely]] {
                std::memcpy(&value, &loaded.value, sizeof(T));
                return value;
            }
        }
        if (!readChecked(address, &value, sizeof(T))) {
            if (const auto done = readSlowly(address, &value, sizeof(T)); !done)
                return tl::unexpected(done.error());
        }
        return value;
    }
    template <typename T>
    MemoryResult<void> writePlain(std::uint64_t address, const T& value) const
    {
        static_assert(std::is_trivially_copyable_v<T>);
        if constexpr (Plain<T>) {
            if (writesFast(address, sizeof(T))) {
                std::uint64_t word = 0;
                std::memcpy(&word, &value, sizeof(T));
                if (tryStore<sizeof(T)>(m_base + address, word).ok()) [[likely]]
                    return {};
            }
        }
        if (writeChecked(address, &value, sizeof(T))) [[likely]]
            return {};
        return writeSlowly(address, &value, sizeof(T));
    }

    /// Writes @p desired if the memory holds @p expected. 1, 2, 4, 8 or 16 bytes without padding, at their
    /// natural alignment; elsewhere it fails with Misaligned on every host. Counts as a write.
    template <typename T>
    MemoryResult<Exchanged<T>> compareExchange(
        std::uint64_t address, const T& expected, const T& desired) const
    {
        static_assert(std::is_trivially_copyable_v<T>);
        static_assert(
            sizeof(T) == 1 || sizeof(T) == 2 || sizeof(T) == 4 || sizeof(T) == 8 || sizeof(T) == 16);
        T found = expected;
        const auto swapped = compareExchangeBytes(address, &found, &desired, sizeof(T));
        if (!swapped)
            return tl::unexpected(swapped.error());
        return Exchanged<T> { *swapped, found };
    }

    /// Whether one byte can be read, or written (by a compare-exchange of 0 with 0, which changes nothing).
    MemoryResult<void> probeReadable(std::uint64_t address) const;
    MemoryResult<void> probeWritable(std::uint64_t address) const;
    /// Whether the first byte of each page (numbers) can be read.
    MemoryResult<void> probePages(std::span<const std::uint64_t> pages) const;

    /// Bytes from or to a list of pages (pagedrange.h), each run of consecutive pages within a region as one
    /// access. The buffer has the length of the range, else it fails with Other. Runs before the one that
    /// fails are done. Errors name no range, only the first byte that failed.
    MemoryResult<void> readRange(const PagedRange& range, std::span<std::byte> out) const;
    MemoryResult<void> writeRange(const PagedRange& range, std::span<const std::byte> data) const;
    MemoryResult<void> fillRange(const PagedRange& range, std::byte value) const;

    /// Locks pages (pagelock.h), in any order and perhaps repeated, until the lock object dies. Each page is
    /// probed for @p access; @p expose also prepares it for a kernel or a device. All pages or none. Errors:
    /// memory not lockable, or without a mapping there, or where its handler chooses the fallback; what a
    /// probe meets.
    MemoryResult<PageLock> lockPages(
        std::span<const std::uint64_t> pages, LockAccess access, bool expose = false) const;
    /// The same for the pages of a range, exposed, with the bytes of the range.
    MemoryResult<PageLock> lockRange(const PagedRange& range, LockAccess access) const;
    /// Whether every region can be locked; holes do not count.
    bool supportsLocking() const;
    /// The pages that are locked now through any handle on the same backings, ascending. Takes the lock that
    /// locking takes.
    std::vector<LockedPage> lockedPages() const;

    /// All bytes in place: of memory with one region, a mapping and no access bitmaps. Pieces may be
    /// unbacked, so only tryLoad() and its kin may touch them.
    std::optional<std::span<std::byte>> fullMapping() const;
    /// The DMA address of the byte at @p address, if it is in memory that has one.
    std::optional<std::uint64_t> iova(std::uint64_t address) const;
    /// The pieces that files are behind, ascending, in this object's addresses; nullopt if the memory offers
    /// none, as memory of many regions does.
    std::optional<std::vector<SharedRegion>> sharedRegions() const;

    /// The window [offset, offset + length), which must lie within one region. It may start anywhere and may
    /// be cut again. Locking, sharing and IOVA are those of the whole.
    MemoryResult<GuestMemory> subrange(std::uint64_t offset, std::uint64_t length) const;
    /// As subrange(), telling the backing that pages of the window will soon be locked.
    MemoryResult<GuestMemory> lockableSubrange(std::uint64_t offset, std::uint64_t length) const;

    /// The first run of bytes at or after @p address that may hold something (MemoryBacking::nextPresent()),
    /// within one region; nullopt if nothing more comes. Cost: what the backing needs, and one look per hole.
    std::optional<ByteRange> nextPresent(std::uint64_t address) const;

private:
    explicit GuestMemory(std::shared_ptr<const detail::MemoryState> state);
    MemoryResult<void> readBytes(std::uint64_t address, void* out, std::size_t size) const
    {
        if (size <= kFastSize && readsFast(address, size) && tryCopy(out, m_base + address, size).ok())
            [[likely]]
            return {};
        if (readChecked(address, out, size)) [[likely]]
            return {};
        return readSlowly(address, out, size);
    }
    MemoryResult<void> writeBytes(std::uint64_t address, const void* data, std::size_t size) const
    {
        if (size <= kFastSize && writesFast(address, size) && tryCopy(m_base + address, data, size).ok())
            [[likely]]
            return {};
        if (writeChecked(address, data, size)) [[likely]]
            return {};
        return writeSlowly(address, data, size);
    }
    // Whole accesses to mapped pages that the bitmaps allow: true if done. Else the ones below, which know
    // about page faults and fallbacks, do it from the start.
    bool readChecked(std::uint64_t address, void* out, std::size_t size) const;
    template <unsigned Size>
    Guarded loadChecked(std::uint64_t address) const; ///< within a page; instantiated for 1, 2, 4 and 8
    bool writeChecked(std::uint64_t address, const void* data, std::size_t size) const;
    [[gnu::cold]] MemoryResult<void> readSlowly(std::uint64_t address, void* out, std::size_t size) const;
    [[gnu::cold]] MemoryResult<void> writeSlowly(
        std::uint64_t address, const void* data, std::size_t size) const;
    MemoryResult<bool> compareExchangeBytes(
        std::uint64_t address, void* expected, const void* desired, unsigned size) const;
    MemoryResult<void> probe(std::uint64_t address, bool write, MemoryOperation operation) const;
    MemoryResult<void> lockPage(std::uint64_t page, LockAccess access, bool expose, PageLock& lock) const;
    MemoryResult<PageLock> lockAll(
        std::span<const std::uint64_t> pages, LockAccess access, bool expose) const;
    MemoryResult<GuestMemory> window(std::uint64_t offset, std::uint64_t length, bool lockable) const;

    // Whether an access of up to 8 bytes needs no more than one machine access: one region with a mapping and
    // no access bitmaps, within one page, which is backed.
    bool isFast(std::uint64_t address, std::uint64_t size, std::uint64_t end,
        const std::atomic<std::uint64_t>* backed) const
    {
        const std::uint64_t place = address + m_origin;
        return address < end && (place & (kPageSize - 1)) <= kPageSize - size
            && (backed == nullptr
                || (backed[place >> (kPageShift + 6)].load(std::memory_order_relaxed)
                           >> (place >> kPageShift & 63)
                       & 1)
                    != 0);
    }
    bool readsFast(std::uint64_t address, std::uint64_t size) const
    {
        return isFast(address, size, m_readEnd, m_mapped);
    }
    bool writesFast(std::uint64_t address, std::uint64_t size) const
    {
        return isFast(address, size, m_writeEnd, m_writable);
    }

    static constexpr std::uint64_t kFastSize = 8; ///< longest access that isFast()

    // The fields of the only region, if accesses can be fast; else 0.
    std::byte* m_base = nullptr;
    std::uint64_t m_readEnd = 0; ///< addresses below it leave room for kFastSize bytes
    std::uint64_t m_writeEnd = 0;
    std::uint64_t m_origin = 0;
    const std::atomic<std::uint64_t>* m_mapped = nullptr;
    const std::atomic<std::uint64_t>* m_writable = nullptr;
    std::shared_ptr<const detail::MemoryState> m_state;
};

} // namespace fscope::memory
