// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/bits.h"
#include "core/memory/heapmemory.h"
#include "core/memory/memorystream.h"
#include "core/memory/pagelock.h"
#include "core/memory/sparsebacking.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fscope::test {

using namespace fscope::memory;

/// A GuestMemory and, beside it, a plain list of what each of its bytes holds and permits. Operations drawn
/// by the caller are made on both; the first difference is said. Shared by the random test and the fuzz
/// target.
///
/// @tparam Draw callable: draw(n) gives a number below n (n > 0), however it finds it
template <typename Draw>
class MemoryModel
{
public:
    explicit MemoryModel(Draw& draw)
        : m_draw(draw)
    {
        static constexpr std::array kLayouts { &MemoryModel::sparse, &MemoryModel::restricted,
            &MemoryModel::heap, &MemoryModel::fallbacks, &MemoryModel::regions, &MemoryModel::window,
            &MemoryModel::backed };
        (this->*kLayouts[m_draw(kLayouts.size())])();
        if (m_draw(4) == 0)
            cutWindow();
    }

    /// One random operation; empty if both sides agree, else what differs.
    std::string step()
    {
        static constexpr std::array kOperations { &MemoryModel::read, &MemoryModel::read, &MemoryModel::write,
            &MemoryModel::write, &MemoryModel::fill, &MemoryModel::plain<std::uint8_t>,
            &MemoryModel::plain<std::uint16_t>, &MemoryModel::plain<std::uint32_t>,
            &MemoryModel::plain<std::uint64_t>, &MemoryModel::plain<std::uint64_t>, &MemoryModel::plain<U128>,
            &MemoryModel::exchange<std::uint8_t>, &MemoryModel::exchange<std::uint16_t>,
            &MemoryModel::exchange<std::uint32_t>, &MemoryModel::exchange<std::uint64_t>,
            &MemoryModel::exchange<U128>, &MemoryModel::probe, &MemoryModel::pageList, &MemoryModel::stream,
            &MemoryModel::lock, &MemoryModel::change };
        return (this->*kOperations[m_draw(kOperations.size())])();
    }

    /// Compares all bytes that can be read.
    std::string compareAll()
    {
        for (std::uint64_t address = 0; address < m_cells.size(); ++address) {
            const auto value = m_memory.readPlain<std::uint8_t>(address);
            if (value.has_value() != mayAccess(address, false))
                return fmt::format("byte {:#x}: readable is {}", address, value.has_value());
            if (value && *value != m_cells[address].value)
                return fmt::format("byte {:#x}: {:#x}, model {:#x}", address, *value, m_cells[address].value);
        }
        return {};
    }
    const char* layout() const { return m_layout; }

private:
    struct Cell {
        std::uint8_t value = 0;
        std::uint8_t region = 0; ///< 0: there is nothing; accesses stay within one number
        bool mapped = true;      ///< for reading
        bool writable = true;    ///< for writing
        bool readAllowed = true; ///< by bitmap
        bool writeAllowed = true;
        bool lockable = true;
    };

    /// Fallbacks over plain bytes.
    class Plain final : public MemoryBacking
    {
    public:
        explicit Plain(std::uint64_t size)
            : m_bytes(size)
        { }
        std::uint64_t size() const noexcept override { return m_bytes.size(); }
        BackingResult<void> readFallback(std::uint64_t address, std::span<std::byte> out) override
        {
            std::memcpy(out.data(), m_bytes.data() + address, out.size());
            return {};
        }
        BackingResult<void> writeFallback(std::uint64_t address, std::span<const std::byte> data) override
        {
            std::memcpy(m_bytes.data() + address, data.data(), data.size());
            return {};
        }
        BackingResult<void> fillFallback(
            std::uint64_t address, std::uint64_t length, std::byte value) override
        {
            std::memset(m_bytes.data() + address, static_cast<int>(value), length);
            return {};
        }
        BackingResult<bool> compareExchangeFallback(
            std::uint64_t address, std::span<std::byte> current, std::span<const std::byte> desired) override
        {
            std::byte* const place = m_bytes.data() + address;
            if (std::memcmp(place, current.data(), current.size()) != 0) {
                std::memcpy(current.data(), place, current.size());
                return false;
            }
            std::memcpy(place, desired.data(), desired.size());
            return true;
        }

    private:
        std::vector<std::byte> m_bytes;
    };

    /// Sparse memory whose handler backs a page when asked to read or write it, whose pages are restricted,
    /// and which does not say what is mapped, so that only a fault of the host tells.
    class Sparse final : public SparseBacking
    {
    public:
        struct Way {
            bool backs = false;
            bool tells = true;
        };
        Sparse(std::shared_ptr<SparseMapping> mapping, std::uint64_t size, AccessBitmaps bitmaps, Way way)
            : SparseBacking(std::move(mapping), size)
            , m_bitmaps(std::move(bitmaps))
            , m_way(way)
        { }
        AccessBitmaps accessBitmaps() const override { return m_bitmaps; }
        const PageBitmap* mappedPages() const noexcept override
        {
            return m_way.tells ? SparseBacking::mappedPages() : nullptr;
        }
        const PageBitmap* writablePages() const noexcept override
        {
            return m_way.tells ? SparseBacking::writablePages() : nullptr;
        }
        FaultAction pageFault(const PageFault& fault) override
        {
            const std::uint64_t page = fault.address / kPageSize * kPageSize;
            if (m_way.backs && !fault.bitmap && sparse().alloc(page, kPageSize))
                return FaultAction::retry();
            return SparseBacking::pageFault(fault);
        }

    private:
        AccessBitmaps m_bitmaps;
        Way m_way;
    };

    std::shared_ptr<SparseMapping> reserve(std::uint64_t size)
    {
        auto mapping = SparseMapping::create(size);
        if (!mapping)
            std::abort();
        m_mapping = std::move(*mapping);
        return m_mapping;
    }
    void cells(std::uint64_t size, Cell like)
    {
        m_cells.assign(size, like);
        m_pages = (size + kPageSize - 1) / kPageSize;
    }
    void mapSome()
    {
        for (std::uint64_t page = 0; page < m_pages; ++page) {
            if (m_draw(3) != 0)
                setMapped(page, true);
        }
    }

    std::shared_ptr<MemoryBacking> makeSparse(std::uint64_t size, typename Sparse::Way way)
    {
        return std::make_shared<Sparse>(reserve(size), size, AccessBitmaps {}, way);
    }
    void sparse()
    {
        m_layout = "sparse";
        const std::uint64_t size = kPageSize * (1 + m_draw(8)) - m_draw(2) * m_draw(100);
        cells(size, { 0, 1, false, false });
        m_memory = GuestMemory("ram", makeSparse(size, { false, m_draw(2) == 0 }));
        mapSome();
    }
    void restricted()
    {
        m_layout = "sparse with bitmaps";
        const std::uint64_t size = kPageSize * (1 + m_draw(8));
        cells(size, { 0, 1, false, false });
        m_firstBit = m_draw(2) * m_draw(80);
        m_read = *AccessBitmap::create(m_firstBit + m_pages);
        m_write = m_draw(2) == 0 ? m_read : *AccessBitmap::create(m_firstBit + m_pages);
        m_memory = GuestMemory("ram",
            std::make_shared<Sparse>(
                reserve(size), size, AccessBitmaps { m_read, m_write, m_firstBit }, typename Sparse::Way {}));
        mapSome();
    }
    void heap()
    {
        m_layout = "heap";
        const std::uint64_t size = kPageSize * (1 + m_draw(4));
        cells(size, { 0, 1 });
        m_memory = HeapMemory::allocate(size)->memory();
    }
    void fallbacks()
    {
        m_layout = "fallbacks";
        const std::uint64_t size = 1 + m_draw(4 * kPageSize);
        cells(size, { 0, 1 });
        for (Cell& cell : m_cells)
            cell.lockable = false;
        m_lockable = false;
        m_memory = GuestMemory("ram", std::make_shared<Plain>(size));
    }
    void backed()
    {
        m_layout = "backed when touched";
        const std::uint64_t size = kPageSize * (1 + m_draw(8));
        cells(size, { 0, 1 });
        m_memory = GuestMemory("ram", makeSparse(size, { true, m_draw(2) == 0 }));
        m_mapping = nullptr; // nothing is taken away, so nothing to model
    }
    void regions()
    {
        m_layout = "regions";
        constexpr std::uint64_t kRegion = 2 * kPageSize;
        const std::uint64_t count = 1 + m_draw(5);
        cells(count * kRegion, {});
        std::vector<std::shared_ptr<MemoryBacking>> backings(count);
        for (std::uint64_t i = 0; i < count; ++i) {
            if (m_draw(4) == 0)
                continue;
            const std::uint64_t size = m_draw(3) == 0 ? 1 + m_draw(kRegion) : kRegion;
            const bool lockable = m_draw(4) != 0;
            if (lockable)
                backings[i] = *SparseBacking::zeroed(size);
            else
                backings[i] = std::make_shared<Plain>(size);
            m_lockable = m_lockable && lockable;
            for (std::uint64_t j = 0; j < size; ++j) {
                m_cells[i * kRegion + j].region = static_cast<std::uint8_t>(i + 1);
                m_cells[i * kRegion + j].lockable = lockable;
            }
        }
        m_regionSize = kRegion;
        m_memory = *GuestMemory::multiRegion("ram", kRegion, std::move(backings));
    }
    void window()
    {
        m_draw(2) == 0 ? sparse() : restricted();
        cutWindow();
    }
    /// Goes on with a window of the memory, perhaps an unaligned one.
    void cutWindow()
    {
        std::uint64_t start = m_draw(m_cells.size() + 1);
        if (m_draw(2) == 0)
            start &= ~(kPageSize - 1);
        const std::uint64_t length = m_draw(m_cells.size() - start + 1);
        const auto cut = m_memory.subrange(start, length);
        const bool inOneRegion = length == 0 || sameRegion(start, length);
        if (length != 0 && cut.has_value() != inOneRegion)
            m_pending = fmt::format("subrange {:#x} +{:#x} is {}", start, length, cut.has_value());
        if (!cut || length == 0)
            return;
        m_memory = *cut;
        m_cells = { m_cells.begin() + static_cast<std::ptrdiff_t>(start),
            m_cells.begin() + static_cast<std::ptrdiff_t>(start + length) };
        m_lockable = m_cells.front().lockable;
        m_origin += start;
        m_regionSize = 0;
    }

    bool sameRegion(std::uint64_t address, std::uint64_t length) const
    {
        if (address >= m_cells.size() || length > m_cells.size() - address || m_cells[address].region == 0)
            return false;
        return std::all_of(m_cells.begin() + static_cast<std::ptrdiff_t>(address),
            m_cells.begin() + static_cast<std::ptrdiff_t>(address + length),
            [&](const Cell& cell) { return cell.region == m_cells[address].region; });
    }
    bool mayAccess(std::uint64_t address, bool write) const
    {
        const Cell& cell = m_cells[address];
        return cell.region != 0 && isAllowed(cell, write) && (write ? cell.writable : cell.mapped);
    }
    static bool isAllowed(const Cell& cell, bool write)
    {
        return write ? cell.writeAllowed : cell.readAllowed;
    }

    struct Expected {
        bool ok = false;
        std::uint64_t first = kUnknownAddress; ///< first byte that fails, if not ok and within a region
        std::uint64_t moved = 0;               ///< bytes that are transferred before it
    };
    Expected expect(std::uint64_t address, std::uint64_t length, bool write) const
    {
        if (length == 0)
            return { true };
        if (!sameRegion(address, length))
            return {};
        for (std::uint64_t i = 0; i < length; ++i) {
            if (!isAllowed(m_cells[address + i], write))
                return { false, address + i, 0 };
        }
        for (std::uint64_t i = 0; i < length; ++i) {
            if (!mayAccess(address + i, write))
                return { false, address + i, i };
        }
        return { true, kUnknownAddress, length };
    }
    template <typename T>
    std::string judge(const char* what, std::uint64_t address, std::uint64_t length, const Expected& expected,
        const MemoryResult<T>& result) const
    {
        if (result.has_value() != expected.ok) {
            return fmt::format("{} {:#x} +{:#x} ({}): {}, expected {}", what, address, length, m_layout,
                result ? "ok" : result.error().text(), expected.ok ? "ok" : "an error");
        }
        if (result)
            return {};
        const bool outOfRange = result.error().kind == MemoryErrorKind::OutOfRange;
        if (outOfRange != (expected.first == kUnknownAddress)
            || (!outOfRange && result.error().failingAddress() != expected.first)) {
            return fmt::format("{} {:#x} +{:#x} ({}): {}, expected first byte {:#x}", what, address, length,
                m_layout, result.error().text(), expected.first);
        }
        return {};
    }
    /// Bytes of the model against @p bytes.
    std::string differing(const char* what, std::uint64_t address, std::span<const std::byte> bytes) const
    {
        for (std::uint64_t i = 0; i < bytes.size(); ++i) {
            if (static_cast<std::uint8_t>(bytes[i]) != m_cells[address + i].value) {
                return fmt::format("{} {:#x} +{:#x} ({}): byte {:#x} is {:#x}, model {:#x}", what, address,
                    bytes.size(), m_layout, address + i, static_cast<unsigned>(bytes[i]),
                    m_cells[address + i].value);
            }
        }
        return {};
    }

    std::uint64_t drawAddress()
    {
        const std::uint64_t kind = m_draw(16);
        if (kind == 0)
            return ~std::uint64_t { 0 } - m_draw(32);
        if (kind == 1)
            return m_cells.size() + m_draw(64);
        const std::uint64_t address = m_draw(m_cells.size() + 1);
        if (kind < 6) // near the edge of a page
            return (address & ~(kPageSize - 1)) + kPageSize - std::min<std::uint64_t>(m_draw(20), kPageSize);
        return kind < 10 ? address & ~std::uint64_t { 7 } : address;
    }
    std::uint64_t drawLength()
    {
        const std::uint64_t kind = m_draw(8);
        return kind == 0 ? m_draw(3 * kPageSize) : kind < 3 ? m_draw(200) : m_draw(20);
    }
    std::uint8_t drawByte() { return static_cast<std::uint8_t>(m_draw(256)); }
    std::span<std::byte> drawBytes(std::uint64_t length)
    {
        m_buffer.resize(length);
        const std::uint8_t first = drawByte();
        for (std::uint64_t i = 0; i < length; ++i)
            m_buffer[i] = static_cast<std::byte>(first + i * 3);
        return m_buffer;
    }
    void store(std::uint64_t address, std::span<const std::byte> bytes)
    {
        for (std::uint64_t i = 0; i < bytes.size(); ++i)
            m_cells[address + i].value = static_cast<std::uint8_t>(bytes[i]);
    }

    std::string read()
    {
        const std::uint64_t address = drawAddress();
        const std::uint64_t length = drawLength();
        m_buffer.assign(length, std::byte { 0xcd });
        const Expected expected = expect(address, length, false);
        const auto result = m_memory.read(address, std::span(m_buffer));
        if (auto wrong = judge("read", address, length, expected, result); !wrong.empty())
            return wrong;
        return differing("read", address, std::span(m_buffer).first(expected.moved));
    }
    std::string write()
    {
        const std::uint64_t address = drawAddress();
        const auto bytes = drawBytes(drawLength());
        const Expected expected = expect(address, bytes.size(), true);
        const auto result = m_memory.write(address, std::span<const std::byte>(bytes));
        store(address, bytes.first(expected.moved));
        return judge("write", address, bytes.size(), expected, result);
    }
    std::string fill()
    {
        const std::uint64_t address = drawAddress();
        const std::uint64_t length = m_draw(20) == 0 ? ~std::uint64_t { 0 } - m_draw(5000) : drawLength();
        const std::uint8_t value = m_draw(3) == 0 ? 0 : drawByte();
        const Expected expected = expect(address, length, true);
        const auto result = m_memory.fill(address, length, static_cast<std::byte>(value));
        for (std::uint64_t i = 0; i < expected.moved; ++i)
            m_cells[address + i].value = value;
        return judge("fill", address, length, expected, result);
    }
    template <typename T>
    std::string plain()
    {
        const std::uint64_t address = drawAddress();
        const bool writes = m_draw(2) == 0;
        const Expected expected = expect(address, sizeof(T), writes);
        if (writes) {
            T value;
            std::memcpy(&value, drawBytes(sizeof(T)).data(), sizeof(T));
            const auto result = m_memory.writePlain(address, value);
            store(address, std::span(m_buffer).first(expected.moved));
            return judge("plain write", address, sizeof(T), expected, result);
        }
        const auto result = m_memory.readPlain<T>(address);
        if (auto wrong = judge("plain read", address, sizeof(T), expected, result); !wrong.empty() || !result)
            return wrong;
        return differing("plain read", address, std::as_bytes(std::span(&*result, 1)));
    }
    template <typename T>
    std::string exchange()
    {
        std::uint64_t address = drawAddress();
        if (m_draw(8) != 0)
            address -= (m_origin + address) % sizeof(T);
        Expected expected = expect(address, sizeof(T), true);
        T before {};
        if (sameRegion(address, sizeof(T)) && m_draw(2) == 0) {
            std::array<std::uint8_t, sizeof(T)> bytes {};
            for (std::size_t i = 0; i < sizeof(T); ++i)
                bytes[i] = m_cells[address + i].value;
            std::memcpy(&before, bytes.data(), sizeof(T));
        } else {
            std::memcpy(&before, drawBytes(sizeof(T)).data(), sizeof(T));
        }
        T after;
        std::memcpy(&after, drawBytes(sizeof(T)).data(), sizeof(T));
        const auto result = m_memory.compareExchange(address, before, after);
        if (sameRegion(address, sizeof(T)) && (m_origin + address) % sizeof(T) != 0) {
            const bool said = !result && result.error().kind == MemoryErrorKind::Misaligned;
            return said ? "" : fmt::format("exchange {:#x} of {} is not misaligned", address, sizeof(T));
        }
        if (auto wrong = judge("exchange", address, sizeof(T), expected, result); !wrong.empty() || !result)
            return wrong;
        if (auto wrong = differing("exchange", address, std::as_bytes(std::span(&result->found, 1)));
            !wrong.empty())
            return wrong;
        if (result->swapped != (std::memcmp(&before, &result->found, sizeof(T)) == 0))
            return fmt::format("exchange {:#x} of {}: swapped is {}", address, sizeof(T), result->swapped);
        if (result->swapped)
            store(address, std::as_bytes(std::span(&after, 1)));
        return {};
    }
    std::string probe()
    {
        const std::uint64_t address = drawAddress();
        const bool write = m_draw(2) == 0;
        const auto result = write ? m_memory.probeWritable(address) : m_memory.probeReadable(address);
        return judge("probe", address, 1, expect(address, 1, write), result);
    }

    /// Reads or writes a list of pages, whose bytes the model goes through one by one.
    std::string pageList()
    {
        std::vector<std::uint64_t> pages(m_draw(5));
        for (std::uint64_t& page : pages)
            page = m_draw(40) == 0 ? (std::uint64_t { 1 } << 52) + m_draw(3) : m_draw(m_pages + 1);
        for (std::size_t i = 1; i < pages.size(); ++i) {
            if (m_draw(2) == 0)
                pages[i] = pages[i - 1] + 1;
        }
        const std::uint64_t all = pages.size() * kPageSize;
        const std::uint64_t offset = m_draw(all + 1);
        const std::uint64_t length = m_draw(all - offset + 1);
        const PagedRange range = *PagedRange::create(offset, length, pages);
        const bool writes = m_draw(2) == 0;
        if (m_draw(4) == 0)
            return lockRange(range, writes);
        const bool ok = everyPiece(range,
            [&](std::uint64_t address, std::uint64_t count) { return expect(address, count, writes).ok; });
        const auto bytes = drawBytes(length);
        const auto result = writes ? m_memory.writeRange(range, bytes) : m_memory.readRange(range, bytes);
        if (result.has_value() != ok)
            return fmt::format(
                "page list ({}): {}, expected {}", m_layout, result ? "ok" : result.error().text(), ok);
        std::uint64_t done = 0;
        std::string wrong;
        everyPiece(range, [&](std::uint64_t address, std::uint64_t count) {
            const Expected expected = expect(address, count, writes);
            const auto part = std::span(bytes).subspan(done, expected.moved);
            if (writes)
                store(address, part);
            else if (wrong.empty())
                wrong = differing("page list", address, part);
            done += count;
            return expected.ok;
        });
        return wrong;
    }
    /// Calls @p visit for the pieces of @p range within one region until it returns false or a page is
    /// invalid.
    template <typename Visit>
    bool everyPiece(PagedRange range, const Visit& visit) const
    {
        while (const auto run = range.popFront()) {
            if (!*run)
                return false;
            std::uint64_t address = (**run).start;
            std::uint64_t left = (**run).length;
            while (left > 0) {
                const std::uint64_t count
                    = m_regionSize == 0 ? left : std::min(left, m_regionSize - address % m_regionSize);
                if (!visit(address, count))
                    return false;
                address += count;
                left -= count;
            }
        }
        return true;
    }
    std::string stream()
    {
        const std::uint64_t page = m_draw(m_pages + 1);
        const PagedRange range = *PagedRange::create(m_draw(100), m_draw(3000), { &page, 1 });
        const std::uint64_t start = page * kPageSize + range.offset();
        const bool ok = range.empty() || expect(start, range.length(), false).ok;
        PagedReader reader(m_memory, range);
        const auto bytes = reader.readAll();
        if (bytes.has_value() != ok || reader.left() != (ok ? 0 : range.length()))
            return fmt::format(
                "stream at {:#x} ({}): {}", start, m_layout, bytes ? "ok" : bytes.error().text());
        return ok ? differing("stream", start, *bytes) : std::string();
    }
    bool pageLockable(std::uint64_t page, bool write) const
    {
        if (!m_lockable || page >= (std::uint64_t { 1 } << 52) || !sameRegion(page * kPageSize, kPageSize))
            return false;
        // What is probed: the first byte of each page of the backing.
        const std::uint64_t start = page * kPageSize;
        const std::uint64_t next = start + (kPageSize - (m_origin + start) % kPageSize) % kPageSize;
        return mayAccess(start, write) && (next == start || mayAccess(next, write));
    }
    std::string lock()
    {
        const std::uint64_t page = m_draw(m_pages + 1);
        const bool write = m_draw(2) == 0;
        const auto result = m_memory.lockPages({ &page, 1 }, write ? LockAccess::Write : LockAccess::Read);
        if (result.has_value() != pageLockable(page, write))
            return fmt::format(
                "lock of page {} ({}): {}", page, m_layout, result ? "ok" : result.error().text());
        if (!result)
            return m_memory.lockedPages().empty() ? "" : "a failed lock left pages locked";
        // Bytes in place, which may be restricted or unbacked only where the lock did not need them.
        if (expect(page * kPageSize, kPageSize, false).ok)
            return differing("lock", page * kPageSize, result->slices()[0]);
        return {};
    }
    std::string lockRange(const PagedRange& range, bool write)
    {
        const auto result = m_memory.lockRange(range, write ? LockAccess::Write : LockAccess::Read);
        const auto pages = range.pages();
        const bool ok = m_lockable && std::all_of(pages.begin(), pages.end(), [&](std::uint64_t page) {
            return pageLockable(page, write);
        });
        if (result.has_value() != ok)
            return fmt::format("lock of a range ({}): {}", m_layout, result ? "ok" : result.error().text());
        std::uint64_t length = 0;
        for (std::size_t i = 0; result && i < result->slices().size(); ++i)
            length += result->slices()[i].size();
        return !result || length == range.length() ? "" : "slices of a locked range have another length";
    }

    void setMapped(std::uint64_t page, bool mapped)
    {
        const bool done = mapped ? m_mapping->alloc(page * kPageSize, kPageSize).has_value()
                                 : m_mapping->unmap(page * kPageSize, kPageSize).has_value();
        if (!done)
            std::abort();
        forPage(page, [&](Cell& cell) {
            cell.mapped = cell.writable = mapped;
            cell.value = 0;
        });
    }
    template <typename Change>
    void forPage(std::uint64_t page, const Change& apply)
    {
        for (std::uint64_t i = page * kPageSize; i < (page + 1) * kPageSize; ++i) {
            if (i >= m_origin && i - m_origin < m_cells.size())
                apply(m_cells[i - m_origin]);
        }
    }
    /// Maps, unmaps, protects, allows or forbids a page.
    std::string change()
    {
        if (!m_pending.empty())
            return m_pending;
        const std::uint64_t page = m_draw(m_pages);
        const bool value = m_draw(3) != 0;
        if (m_read != nullptr && m_draw(2) == 0) {
            const bool write = m_draw(2) == 0;
            AccessBitmap& bitmap = write ? *m_write : *m_read;
            if (value)
                bitmap.allow(m_firstBit + page);
            else if (!bitmap.forbid(m_firstBit + page))
                return "forbidding did not wait";
            forPage(page, [&](Cell& cell) {
                if (write || m_read == m_write)
                    cell.writeAllowed = value;
                if (!write || m_read == m_write)
                    cell.readAllowed = value;
            });
        } else if (m_mapping != nullptr && m_draw(3) == 0 && isMapped(page)) {
            if (!m_mapping->setWritable(page * kPageSize, kPageSize, value))
                return "protecting failed";
            forPage(page, [&](Cell& cell) { cell.writable = value; });
        } else if (m_mapping != nullptr && m_draw(4) == 0) {
            setMapped(page, value);
        }
        return {};
    }
    bool isMapped(std::uint64_t page) const { return m_mapping->mappedPages().test(page); }

    Draw& m_draw;
    const char* m_layout = "";
    GuestMemory m_memory;
    std::shared_ptr<SparseMapping> m_mapping;
    std::shared_ptr<AccessBitmap> m_read;
    std::shared_ptr<AccessBitmap> m_write;
    std::uint64_t m_firstBit = 0;
    std::uint64_t m_pages = 0;      ///< of the whole memory, before windows
    std::uint64_t m_origin = 0;     ///< of the window
    std::uint64_t m_regionSize = 0; ///< 0: one region
    bool m_lockable = true;
    std::vector<Cell> m_cells; ///< by address
    std::vector<std::byte> m_buffer;
    std::string m_pending;
};

} // namespace fscope::test
