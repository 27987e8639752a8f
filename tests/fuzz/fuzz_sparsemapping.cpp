// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// Any sequence of mapping and access over reservations of up to 2 GiB: each result, each byte and the list
/// of pieces is what a plain table of pages says.

#include "core/base/bytes.h"
#include "core/memory/sharedmemory.h"
#include "core/memory/sparsemapping.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <unordered_map>
#include <vector>

using namespace fscope;
using namespace fscope::memory;

namespace {

using Kind = SparseMapping::PieceKind;

constexpr std::uint64_t kLargest = std::uint64_t { 2 } << 30;
constexpr std::uint64_t kFilePages = 256;
constexpr std::uint64_t kLongestAccess = 1024;
constexpr std::uint64_t kLongestFill = 0x40000;

void require(bool condition)
{
    if (!condition)
        std::abort();
}

/// The bytes of an input, then zeros.
class Cursor
{
public:
    Cursor(const std::uint8_t* data, std::size_t size)
        : m_data(data)
        , m_left(size)
    { }
    std::uint64_t next(unsigned bytes)
    {
        std::array<std::uint8_t, 8> word {};
        const std::size_t taken = bytes < m_left ? bytes : m_left;
        std::memcpy(word.data(), m_data, taken);
        m_data += taken;
        m_left -= taken;
        return loadLe(word.data(), 8);
    }
    bool empty() const { return m_left == 0; }

private:
    const std::uint8_t* m_data;
    std::size_t m_left;
};

/// What the mapping must be: a table of pages, and bytes for those that were written.
class Model
{
public:
    struct Page {
        bool mapped = false;
        bool writable = false;
        Kind kind = Kind::Memory;
        std::uint16_t filePage = 0;
    };

    explicit Model(std::uint64_t size)
        : m_page(SparseMapping::hostPageSize())
        , m_size(size)
        , m_pages(size / m_page)
        , m_file(kFilePages * m_page)
    { }

    std::uint64_t page() const { return m_page; }
    std::uint64_t size() const { return m_size; }
    const std::vector<Page>& pages() const { return m_pages; }

    bool validRange(std::uint64_t offset, std::uint64_t length, bool mayBeEmpty) const
    {
        return offset % m_page == 0 && length % m_page == 0 && inBounds(offset, length)
            && (mayBeEmpty || length != 0);
    }
    bool inBounds(std::uint64_t offset, std::uint64_t length) const
    {
        return offset <= m_size && length <= m_size - offset;
    }

    template <typename Change>
    void each(std::uint64_t offset, std::uint64_t length, Change change)
    {
        for (std::uint64_t i = offset / m_page; i < (offset + length) / m_page; ++i)
            change(i, m_pages[i]);
    }
    void map(std::uint64_t offset, std::uint64_t length, const Page& like)
    {
        each(offset, length, [&](std::uint64_t i, Page& entry) {
            entry = like;
            entry.filePage = static_cast<std::uint16_t>(like.filePage + (i - offset / m_page));
            m_written.erase(i);
        });
    }
    void forget(std::uint64_t index)
    {
        const Page& entry = m_pages[index];
        if (entry.kind == Kind::File)
            std::fill_n(m_file.begin() + static_cast<std::ptrdiff_t>(entry.filePage * m_page), m_page, 0);
        else
            m_written.erase(index);
    }

    /// The first byte that may not be accessed, or the end.
    std::uint64_t firstRefused(std::uint64_t offset, std::uint64_t length, bool write) const
    {
        for (std::uint64_t at = offset; at < offset + length; at = (at / m_page + 1) * m_page) {
            const Page& entry = m_pages[at / m_page];
            if (!entry.mapped || (write && !entry.writable))
                return at;
        }
        return offset + length;
    }
    std::uint8_t read(std::uint64_t offset) const
    {
        const Page& entry = m_pages[offset / m_page];
        if (entry.kind == Kind::File)
            return m_file[entry.filePage * m_page + offset % m_page];
        const auto found = m_written.find(offset / m_page);
        return found == m_written.end() ? 0 : found->second[offset % m_page];
    }
    void write(std::uint64_t offset, std::uint8_t byte)
    {
        const Page& entry = m_pages[offset / m_page];
        if (entry.kind == Kind::File) {
            m_file[entry.filePage * m_page + offset % m_page] = byte;
            return;
        }
        std::vector<std::uint8_t>& bytes = m_written[offset / m_page];
        bytes.resize(m_page);
        bytes[offset % m_page] = byte;
    }

private:
    std::uint64_t m_page;
    std::uint64_t m_size;
    std::vector<Page> m_pages;
    std::unordered_map<std::uint64_t, std::vector<std::uint8_t>> m_written;
    std::vector<std::uint8_t> m_file;
};

/// One mapping, its model, and the actions that keep them together.
class Pair
{
public:
    Pair(SparseMapping& mapping, const HostFile& file)
        : m_mapping(mapping)
        , m_file(file)
        , m_model(mapping.size())
    { }

    void layout(Cursor& input)
    {
        const std::uint64_t page = m_model.page();
        const std::uint64_t whole = m_model.size();
        const std::uint64_t half = whole / 2 / page * page;
        switch (input.next(1) % 10) {
        case 0: // nothing
            return;
        case 1:
            return alloc(0, page);
        case 2:
            return alloc(0, whole);
        case 3:
            return alloc(0, whole + page);
        case 4: // several
            for (std::uint64_t i = 0; i < 8; ++i)
                alloc(whole / 8 * i / page * page, page * (1 + i % 3));
            return;
        case 5:
            return alloc(half, page);
        case 6: // both ends
            alloc(0, page);
            return alloc(whole - page, page);
        case 7:
            return alloc(whole, page);
        case 8:
            for (int i = 0; i < 8; ++i)
                alloc(input.next(3) % (whole / page) * page, page);
            return;
        default: // any bytes, mostly not whole pages
            return alloc(input.next(4), input.next(4));
        }
    }

    void act(Cursor& input)
    {
        const std::uint64_t action = input.next(1);
        const bool flag = (action & 0x80) != 0;
        switch (action % 16) {
        case 0:
            return alloc(place(input), extent(input));
        case 1:
            return mapZero(place(input), extent(input));
        case 2:
            return mapFile(place(input), extent(input),
                input.next(1) * m_model.page() + (flag ? 0 : input.next(1) % 2), (action & 0x40) != 0);
        case 3:
            return unmap(place(input), extent(input));
        case 4:
            return setWritable(place(input), extent(input), flag);
        case 5:
            return decommit(place(input), extent(input));
        case 6:
            return commit(place(input), extent(input));
        case 7:
            return read(address(input), input.next(2) % (kLongestAccess + 1));
        case 8:
            return write(address(input), input.next(2) % (kLongestAccess + 1), input.next(1));
        case 9:
            return fill(
                address(input), input.next(3) % kLongestFill, static_cast<std::uint8_t>(input.next(1)));
        case 10:
            return readTyped(address(input));
        case 11:
            return writeTyped(address(input), input.next(8));
        case 12:
            return exchange(address(input), input.next(1), flag);
        case 13:
            return slice(address(input), input.next(3));
        case 14:
            return read(input.next(8), input.next(1));
        default:
            return write(input.next(8), input.next(1), action);
        }
    }

    /// The list of pieces and the bitmaps against the table of pages.
    void checkWhole() const
    {
        std::uint64_t mapped = 0;
        for (const Model::Page& entry : m_model.pages())
            mapped += entry.mapped ? 1 : 0;
        std::uint64_t last = 0;
        for (const SparseMapping::Piece& piece : m_mapping.pieces()) {
            require(piece.offset >= last && piece.size > 0 && piece.offset + piece.size <= m_model.size());
            last = piece.offset + piece.size;
            mapped -= piece.size / m_model.page();
            for (std::uint64_t at = piece.offset; at < last; at += m_model.page()) {
                const Model::Page& entry = m_model.pages()[at / m_model.page()];
                require(entry.mapped && entry.writable == piece.writable && entry.kind == piece.kind);
                require(piece.kind != Kind::File
                    || piece.fileOffset + (at - piece.offset) == entry.filePage * m_model.page());
            }
        }
        require(mapped == 0);
        for (std::uint64_t at = 0; at < m_model.size(); at += kPageSize) {
            const Model::Page& entry = m_model.pages()[at / m_model.page()];
            require(m_mapping.mappedPages().test(at / kPageSize) == entry.mapped);
            require(m_mapping.writablePages().test(at / kPageSize) == (entry.mapped && entry.writable));
        }
    }

private:
    /// Offsets of pages, mostly; sometimes a little beside, sometimes far out.
    std::uint64_t place(Cursor& input) const
    {
        const std::uint64_t how = input.next(1);
        const std::uint64_t pages = m_model.size() / m_model.page();
        std::uint64_t offset = (how & 7) < 5
            ? input.next(1) % pages * m_model.page() // near the start: pieces meet
            : (how & 7) == 5 ? (pages - 1 - input.next(1) % pages) * m_model.page()
                             : input.next(4) % (pages + 2) * m_model.page();
        if ((how >> 3) == 31)
            offset += input.next(1);
        return offset;
    }
    std::uint64_t extent(Cursor& input) const
    {
        const std::uint64_t how = input.next(1);
        if (how == 255)
            return input.next(8);
        if (how == 254)
            return m_model.size();
        return how % 64 * m_model.page();
    }
    /// Start, middle or end of a page near the start, or anywhere.
    std::uint64_t address(Cursor& input) const
    {
        const std::uint64_t how = input.next(1);
        const std::uint64_t base = (how & 1) != 0 ? place(input) : input.next(1) * m_model.page();
        switch (how >> 1 & 3) {
        case 0:
            return base;
        case 1:
            return base + m_model.page() / 2 + (how >> 3);
        case 2:
            return base + m_model.page() - 1 - (how >> 3);
        default:
            return base + input.next(2);
        }
    }

    void alloc(std::uint64_t offset, std::uint64_t length)
    {
        const bool valid = m_model.validRange(offset, length, false);
        require(m_mapping.alloc(offset, length).has_value() == valid);
        if (valid)
            m_model.map(offset, length, { true, true, Kind::Memory, 0 });
    }
    void mapZero(std::uint64_t offset, std::uint64_t length)
    {
        const bool valid = m_model.validRange(offset, length, false);
        require(m_mapping.mapZero(offset, length).has_value() == valid);
        if (valid)
            m_model.map(offset, length, { true, false, Kind::Zero, 0 });
    }
    void mapFile(std::uint64_t offset, std::uint64_t length, std::uint64_t fileOffset, bool writable)
    {
        // Kept within the file, so that no access meets its end.
        const std::uint64_t filePage = fileOffset / m_model.page() % kFilePages;
        fileOffset = filePage * m_model.page() + fileOffset % m_model.page();
        length = std::min(length, (kFilePages - filePage) * m_model.page());
        const bool valid = m_model.validRange(offset, length, false) && fileOffset % m_model.page() == 0;
        require(m_mapping.mapFile(offset, length, m_file, fileOffset, writable).has_value() == valid);
        if (valid)
            m_model.map(offset, length, { true, writable, Kind::File, static_cast<std::uint16_t>(filePage) });
    }
    void unmap(std::uint64_t offset, std::uint64_t length)
    {
        const bool valid = m_model.validRange(offset, length, false);
        require(m_mapping.unmap(offset, length).has_value() == valid);
        if (valid)
            m_model.map(offset, length, {});
    }
    void setWritable(std::uint64_t offset, std::uint64_t length, bool writable)
    {
        bool valid = m_model.validRange(offset, length, true);
        if (valid)
            valid = m_model.firstRefused(offset, length, false) == offset + length;
        require(m_mapping.setWritable(offset, length, writable).has_value() == valid);
        if (!valid)
            return;
        m_model.each(offset, length, [writable](std::uint64_t, Model::Page& entry) {
            entry.writable = writable;
            if (writable && entry.kind == Kind::Zero)
                entry.kind = Kind::Memory;
        });
    }
    void decommit(std::uint64_t offset, std::uint64_t length)
    {
        bool valid = m_model.validRange(offset, length, true);
        if (valid) {
            m_model.each(offset, length, [&valid](std::uint64_t, const Model::Page& entry) {
                valid = valid && !(entry.mapped && entry.kind == Kind::File && !entry.writable);
            });
        }
        require(m_mapping.decommit(offset, length).has_value() == valid);
        if (valid) {
            m_model.each(offset, length, [this](std::uint64_t i, const Model::Page& entry) {
                if (entry.mapped)
                    m_model.forget(i);
            });
        }
        commit(offset, length);
    }
    void commit(std::uint64_t offset, std::uint64_t length)
    {
        require(m_mapping.commit(offset, length).has_value() == m_model.validRange(offset, length, true));
    }

    /// Whether an access must succeed; if not, checks that @p result says where and why.
    template <typename Result>
    bool expected(const Result& result, std::uint64_t offset, std::uint64_t length, bool write) const
    {
        if (!m_model.inBounds(offset, length)) {
            require(!result && result.error().kind == MappingFault::Kind::OutOfBounds);
            require(result.error().offset == offset && result.error().write == write);
            return false;
        }
        const std::uint64_t refused = m_model.firstRefused(offset, length, write);
        if (refused == offset + length) {
            require(result.has_value());
            return true;
        }
        require(!result && result.error().kind == MappingFault::Kind::NotMapped);
        require(result.error().offset == refused && result.error().write == write);
        require(!result.error().text().empty());
        return false;
    }

    void read(std::uint64_t offset, std::uint64_t length) const
    {
        std::vector<std::byte> bytes(length);
        if (!expected(m_mapping.readAt(offset, bytes), offset, length, false))
            return;
        for (std::uint64_t i = 0; i < length; ++i)
            require(static_cast<std::uint8_t>(bytes[i]) == m_model.read(offset + i));
    }
    void write(std::uint64_t offset, std::uint64_t length, std::uint64_t seed)
    {
        std::vector<std::byte> bytes(length);
        for (std::uint64_t i = 0; i < length; ++i)
            bytes[i] = static_cast<std::byte>(seed * 31 + i * 7 + i / 255);
        if (!expected(m_mapping.writeAt(offset, bytes), offset, length, true))
            return;
        for (std::uint64_t i = 0; i < length; ++i)
            m_model.write(offset + i, static_cast<std::uint8_t>(bytes[i]));
        read(offset, length);
    }
    void fill(std::uint64_t offset, std::uint64_t length, std::uint8_t byte)
    {
        if (!expected(m_mapping.fillAt(offset, length, static_cast<std::byte>(byte)), offset, length, true))
            return;
        for (std::uint64_t i = 0; i < length; ++i)
            m_model.write(offset + i, byte);
    }

    template <typename T>
    void readOne(std::uint64_t offset) const
    {
        const auto value = m_mapping.read<T>(offset);
        if (!expected(value, offset, sizeof(T), false))
            return;
        std::array<std::uint8_t, sizeof(T)> bytes {};
        std::memcpy(bytes.data(), &*value, sizeof(T));
        for (std::size_t i = 0; i < sizeof(T); ++i)
            require(bytes[i] == m_model.read(offset + i));
    }
    void readTyped(std::uint64_t offset) const
    {
        readOne<std::uint8_t>(offset);
        readOne<std::uint16_t>(offset);
        readOne<std::uint32_t>(offset);
        readOne<std::uint64_t>(offset);
        readOne<U128>(offset);
        readOne<std::array<std::uint8_t, 11>>(offset);
    }
    template <typename T>
    void writeOne(std::uint64_t offset, const T& value)
    {
        if (!expected(m_mapping.write(offset, value), offset, sizeof(T), true))
            return;
        std::array<std::uint8_t, sizeof(T)> bytes {};
        std::memcpy(bytes.data(), &value, sizeof(T));
        for (std::size_t i = 0; i < sizeof(T); ++i)
            m_model.write(offset + i, bytes[i]);
        readOne<T>(offset);
    }
    void writeTyped(std::uint64_t offset, std::uint64_t value)
    {
        writeOne(offset, U128 { value, ~value });
        writeOne(offset, value * 3);
        writeOne(offset + 1, static_cast<std::uint32_t>(value));
        writeOne(offset + 3, static_cast<std::uint16_t>(value));
        writeOne(offset, static_cast<std::uint8_t>(value));
    }
    template <typename T>
    void exchangeOne(std::uint64_t offset, T desired, bool match)
    {
        offset = offset / sizeof(T) * sizeof(T);
        T before {};
        if (m_model.inBounds(offset, sizeof(T))
            && m_model.firstRefused(offset, sizeof(T), false) == offset + sizeof(T)) {
            std::array<std::uint8_t, sizeof(T)> bytes {};
            for (std::size_t i = 0; i < sizeof(T); ++i)
                bytes[i] = m_model.read(offset + i);
            std::memcpy(&before, bytes.data(), sizeof(T));
        }
        T found = before;
        if (!match)
            reinterpret_cast<unsigned char&>(found) ^= 1;
        const auto result = m_mapping.compareExchange(offset, found, desired);
        if (!expected(result, offset, sizeof(T), true))
            return;
        require(*result == match && found == before);
        if (!match)
            return readOne<T>(offset);
        std::array<std::uint8_t, sizeof(T)> bytes {};
        std::memcpy(bytes.data(), &desired, sizeof(T));
        for (std::size_t i = 0; i < sizeof(T); ++i)
            m_model.write(offset + i, bytes[i]);
        readOne<T>(offset);
    }
    void exchange(std::uint64_t offset, std::uint64_t desired, bool match)
    {
        exchangeOne<std::uint8_t>(offset, static_cast<std::uint8_t>(desired), match);
        exchangeOne<std::uint16_t>(offset, static_cast<std::uint16_t>(desired * 257), match);
        exchangeOne<std::uint32_t>(offset, static_cast<std::uint32_t>(desired), match);
        exchangeOne<std::uint64_t>(offset, ~desired, match);
        exchangeOne<U128>(offset, U128 { desired, ~desired }, match);
    }
    void slice(std::uint64_t offset, std::uint64_t length)
    {
        const auto bytes = m_mapping.slice(offset, length);
        require(bytes.has_value() == m_model.inBounds(offset, length));
        if (!bytes || length == 0 || m_model.firstRefused(offset, length, false) != offset + length)
            return;
        require(static_cast<std::uint8_t>(bytes->front()) == m_model.read(offset));
        require(static_cast<std::uint8_t>(bytes->back()) == m_model.read(offset + length - 1));
    }

    SparseMapping& m_mapping;
    const HostFile& m_file;
    Model m_model;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Cursor input(data, size);
    const std::uint64_t how = input.next(1);
    // Mostly small, so that actions meet.
    const std::uint64_t bytes = how < 4 ? input.next(4) % (kLargest + 1) : input.next(3) % 0x200000;
    const std::uint64_t alignment = how == 255 ? input.next(1) : std::uint64_t { 1 } << (how % 24);
    auto made = SparseMapping::create(bytes, alignment);
    const bool valid = bytes != 0 && alignment != 0 && (alignment & (alignment - 1)) == 0;
    require(made.has_value() == valid);
    if (!made)
        return 0;
    require((*made)->size() >= bytes && (*made)->size() - bytes < (*made)->alignment());
    require(reinterpret_cast<std::uintptr_t>((*made)->base()) % (*made)->alignment() == 0);
    const auto file = makeSharedMemory(kFilePages * SparseMapping::hostPageSize(), "fuzz");
    require(file.has_value());

    Pair pair(**made, *file);
    pair.layout(input);
    while (!input.empty())
        pair.act(input);
    pair.checkWhole();
    return 0;
}
