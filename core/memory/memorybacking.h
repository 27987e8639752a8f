// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/memory/accessbitmap.h"
#include "core/memory/lockcounts.h"
#include "core/memory/memoryerror.h"
#include "core/memory/pagebitmap.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fscope::memory {

/// An access stopped at a page: what the fault handler of a backing is told.
struct PageFault {
    std::uint64_t address = 0;   ///< the first byte that could not be reached, in the backing's addresses
    std::uint64_t remaining = 0; ///< bytes from there to the end of the access, reachable or not
    bool write = false;          ///< fill and compare-exchange write, too
    bool bitmap = false;         ///< refused by an access bitmap; else the mapping has nothing there
    bool host = false;           ///< the page counted as mapped, and the host failed under the access
    bool operator==(const PageFault&) const = default;
};

/// What the fault handler wants done.
struct FaultAction {
    enum class What : std::uint8_t {
        Fail,     ///< the access fails at the address of the fault
        Retry,    ///< the handler made the page accessible: go on from that address
        Fallback, ///< the backing's fallback makes the whole access, from its first byte
    };
    What what = What::Fail;
    MemoryErrorKind kind = MemoryErrorKind::Other;
    const char* cause = cause::kNotMapped;

    static FaultAction fail(MemoryErrorKind kind, const char* cause) { return { What::Fail, kind, cause }; }
    static FaultAction retry() { return { What::Retry, MemoryErrorKind::Other, cause::kNotMapped }; }
    static FaultAction fallback() { return { What::Fallback, MemoryErrorKind::Other, cause::kNotMapped }; }
};

/// A run of bytes; the end may be 2^63 at most.
struct ByteRange {
    std::uint64_t start = 0;
    std::uint64_t length = 0;
    bool operator==(const ByteRange&) const = default;
};

/// A piece of guest memory that another process could map, because a file is behind it.
struct SharedRegion {
    std::uint64_t address = 0; ///< in the memory it was asked of
    std::uint64_t length = 0;
    std::string file; ///< path
    std::uint64_t fileOffset = 0;
    bool operator==(const SharedRegion&) const = default;
};

template <typename T>
using BackingResult = tl::expected<T, AccessFailure>;

/// What is behind a GuestMemory (or behind one region of it).
///
/// A backing offers a mapping, fallbacks, or both. With a mapping, accesses go there straight, and the
/// backing hears of them only when a page fault (or a refusing bitmap) asks pageFault(). Without one, each
/// access is a call of its fallback. Addresses are the backing's own, from 0 to below size().
///
/// Virtual functions are called from any thread, several at once, and must not throw. size(), mapping(),
/// readOnly(), mappedPages(), writablePages(), accessBitmaps() and supportsLocking() are asked once, when the
/// GuestMemory is made, and hold for the backing's life. No read section (readsection.h) is open during the
/// calls, so a handler may change bitmaps.
class MemoryBacking
{
public:
    MemoryBacking() = default;
    MemoryBacking(const MemoryBacking&) = delete;
    MemoryBacking& operator=(const MemoryBacking&) = delete;
    virtual ~MemoryBacking();

    /// Bytes; below 2^63. Also how much of the mapping is reserved.
    virtual std::uint64_t size() const noexcept = 0;

    /// Host address of byte 0 of size() reserved bytes, page-aligned, or nullptr. Pieces may be unbacked.
    virtual std::byte* mapping() const noexcept { return nullptr; }
    /// The mapping can never be written: writes go to pageFault() without an attempt.
    virtual bool readOnly() const noexcept { return false; }
    /// Which pages of the mapping are backed, for reading and for writing, kept up to date by the backing: an
    /// access to a page whose bit is clear is a page fault without a fault of the host. nullptr: each page is
    /// tried. At least as many bits as size() has pages.
    virtual const PageBitmap* mappedPages() const noexcept { return nullptr; }
    virtual const PageBitmap* writablePages() const noexcept { return nullptr; }
    /// Which pages may be read and written through the mapping; a clear bit is a page fault.
    virtual AccessBitmaps accessBitmaps() const { return {}; }

    /// A backing of its own for the window [offset, offset + length), with addresses from 0; nullptr to have
    /// the window made by GuestMemory. @p lockable says that the pages of the window will soon be locked.
    virtual std::shared_ptr<MemoryBacking> subrange(
        std::uint64_t offset, std::uint64_t length, bool lockable);

    /// Called for each page fault. The default fails with kind Other and the cause kNotMapped, kReadOnly or
    /// kRefusedByBitmap.
    virtual FaultAction pageFault(const PageFault& fault);

    /// Accesses without the mapping, all of the range or a failure that names the first byte that failed
    /// (what came before it may be done). The range lies within size() and is not empty. An aligned access of
    /// 1, 2, 4 or 8 bytes should not tear where several threads use the memory. The default of each fails
    /// with kNoFallback.
    virtual BackingResult<void> readFallback(std::uint64_t address, std::span<std::byte> out);
    virtual BackingResult<void> writeFallback(std::uint64_t address, std::span<const std::byte> data);
    virtual BackingResult<void> fillFallback(std::uint64_t address, std::uint64_t length, std::byte value);
    /// @p current and @p desired are of 1, 2, 4, 8 or 16 bytes, @p address a multiple of that. True: @p
    /// desired was written. False: @p current now holds what was found instead.
    virtual BackingResult<bool> compareExchangeFallback(
        std::uint64_t address, std::span<std::byte> current, std::span<const std::byte> desired);

    /// Prepares a page for access by something else than this process (a kernel, a device), before it is
    /// locked. The default does nothing.
    virtual BackingResult<void> expose(std::uint64_t address, std::uint64_t length);
    /// Whether lockPages() can be called; unless overridden, memory with a mapping can.
    virtual bool supportsLocking() const noexcept { return mapping() != nullptr; }
    /// Pins the pages (numbers, 4096 bytes each, in any order, perhaps repeated). True: unlockPages() must be
    /// called with the same list. The default pins nothing and returns false.
    virtual BackingResult<bool> lockPages(std::span<const std::uint64_t> pages);
    virtual void unlockPages(std::span<const std::uint64_t> pages);

    /// The DMA address of byte 0, if the memory has any.
    virtual std::optional<std::uint64_t> baseIova() const { return std::nullopt; }
    /// The pieces that a file is behind; nullopt if the memory cannot be shared.
    virtual std::optional<std::vector<SharedRegion>> sharedRegions() const { return std::nullopt; }
    /// The first run of bytes at or after @p address that may hold something: what lies between is not there
    /// or reads as untouched zeros. For searching and saving huge sparse memories. The default is all of it.
    virtual std::optional<ByteRange> nextPresent(std::uint64_t address) const;

    /// Which pages are locked now, through whatever GuestMemory; kept by PageLock.
    LockCounts& lockCounts() { return m_lockCounts; }

private:
    LockCounts m_lockCounts;
};

} // namespace fscope::memory
