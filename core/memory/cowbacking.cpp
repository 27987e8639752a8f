// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/memory/cowbacking.h"

#include "core/base/hex.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

namespace fscope::memory {
namespace {

AccessFailure holeAt(Pa address)
{
    return { MemoryErrorKind::OutOfRange, cause::kNoMemory, address.value, 0 };
}

/// What another memory says of an access, with its addresses moved to ours.
AccessFailure moved(const MemoryError& error, std::uint64_t start)
{
    const std::optional<std::uint64_t> address = error.failingAddress();
    return { error.kind, error.cause, address ? *address + start : kUnknownAddress, error.causeValue };
}

/// Ends at 2^64 at most, for sums of what an access asks.
std::size_t inPage(std::uint64_t address, std::uint64_t size)
{
    return static_cast<std::size_t>(std::min<std::uint64_t>(size, kPageSize - address % kPageSize));
}

} // namespace

Result<void> CowBacking::checkRange(Pa start, std::uint64_t size) const
{
    if (size == 0)
        return fail(fmt::format("RAM at {} has no size.", hex(start)));
    if (start.value % kPageSize != 0 || size % kPageSize != 0) {
        return fail(
            fmt::format("RAM at {} of {} bytes does not consist of whole pages.", hex(start), hex(size)), {},
            "Start and size are multiples of 0x1000.");
    }
    if (start.value >= kEnd || size > kEnd - start.value)
        return fail(fmt::format("RAM at {} of {} bytes does not end below 2^56.", hex(start), hex(size)));
    const auto after = std::upper_bound(
        m_ranges.begin(), m_ranges.end(), start, [](Pa pa, const Range& range) { return pa < range.start; });
    const Range* neighbour = nullptr;
    if (after != m_ranges.end() && after->start - start < size)
        neighbour = &*after;
    else if (after != m_ranges.begin() && start - std::prev(after)->start < std::prev(after)->size)
        neighbour = &*std::prev(after);
    if (neighbour != nullptr) {
        return fail(fmt::format("RAM at {} of {} bytes overlaps RAM at {} of {} bytes.", hex(start),
            hex(size), hex(neighbour->start), hex(neighbour->size)));
    }
    return {};
}

Result<void> CowBacking::addRam(Pa start, std::uint64_t size)
{
    if (Result<void> usable = checkRange(start, size); !usable)
        return usable;
    const auto after = std::upper_bound(
        m_ranges.begin(), m_ranges.end(), start, [](Pa pa, const Range& range) { return pa < range.start; });
    m_ranges.insert(after, Range { start, size });
    return {};
}

Result<void> CowBacking::addBase(GuestMemory base, Pa start)
{
    if (m_base != nullptr)
        return fail("There is another memory below already.");
    const std::uint64_t size = base.size();
    if (size > kEnd)
        return fail(fmt::format("RAM at {} of {} bytes does not end below 2^56.", hex(start), hex(size)));
    if (Result<void> added = addRam(start, (size + kPageSize - 1) / kPageSize * kPageSize); !added)
        return added;
    m_base = std::make_shared<const Base>(Base { std::move(base), start.value });
    return {};
}

std::optional<Pa> CowBacking::firstHole(Pa address, std::uint64_t size) const
{
    while (size > 0) {
        const auto after = std::upper_bound(m_ranges.begin(), m_ranges.end(), address,
            [](Pa pa, const Range& range) { return pa < range.start; });
        if (after == m_ranges.begin())
            return address;
        const Range& range = *std::prev(after);
        const std::uint64_t offset = address - range.start;
        if (offset >= range.size)
            return address;
        const std::uint64_t step = std::min(size, range.size - offset);
        size -= step;
        address = address + step;
    }
    return std::nullopt;
}

std::uint64_t CowBacking::belowCount(std::uint64_t address, std::uint64_t size) const
{
    if (m_base == nullptr || address < m_base->start || address - m_base->start >= m_base->memory.size())
        return 0;
    return std::min(size, m_base->memory.size() - (address - m_base->start));
}

BackingResult<void> CowBacking::readUnder(std::uint64_t address, std::uint8_t* out, std::size_t size) const
{
    const auto below = static_cast<std::size_t>(belowCount(address, size));
    if (below > 0) {
        const MemoryResult<void> done = m_base->memory.read(address - m_base->start, std::span(out, below));
        if (!done)
            return tl::unexpected(moved(done.error(), m_base->start));
    }
    std::memset(out + below, 0, size - below);
    return {};
}

const CowBacking::Page& CowBacking::content(std::uint64_t number, const Page* page, Page& scratch) const
{
    if (page != nullptr)
        return *page;
    // What cannot be read below counts as zero.
    if (!readUnder(number << kPageShift, scratch.data(), scratch.size()))
        scratch.fill(0);
    return scratch;
}

BackingResult<void> CowBacking::read(Pa address, void* out, std::size_t size) const
{
    if (const std::optional<Pa> hole = firstHole(address, size))
        return tl::unexpected(holeAt(*hole));
    auto* bytes = static_cast<std::uint8_t*>(out);
    std::uint64_t at = address.value;
    while (size > 0) {
        const std::size_t step = inPage(at, size);
        if (const Page* page = m_pages.find(at >> kPageShift)) {
            std::memcpy(bytes, page->data() + at % kPageSize, step);
        } else if (m_base == nullptr) {
            std::memset(bytes, 0, step);
        } else if (const BackingResult<void> done = readUnder(at, bytes, step); !done) {
            return done;
        }
        bytes += step;
        at += step;
        size -= step;
    }
    return {};
}

BackingResult<void> CowBacking::ownRange(std::uint64_t address, std::uint64_t size)
{
    if (m_base == nullptr)
        return {}; // CowPages::own() makes the zeros
    const std::uint64_t last = (address + size - 1) >> kPageShift;
    for (std::uint64_t number = address >> kPageShift; number <= last; ++number) {
        if (m_pages.find(number) != nullptr || belowCount(number << kPageShift, kPageSize) == 0)
            continue;
        Page page;
        if (BackingResult<void> done = readUnder(number << kPageShift, page.data(), page.size()); !done)
            return done;
        m_pages.own(number) = page;
    }
    return {};
}

BackingResult<void> CowBacking::write(Pa address, const void* data, std::size_t size)
{
    if (const std::optional<Pa> hole = firstHole(address, size))
        return tl::unexpected(holeAt(*hole));
    if (size == 0)
        return {};
    if (BackingResult<void> done = ownRange(address.value, size); !done)
        return done;
    const auto* bytes = static_cast<const std::uint8_t*>(data);
    std::uint64_t at = address.value;
    while (size > 0) {
        const std::size_t step = inPage(at, size);
        std::memcpy(m_pages.own(at >> kPageShift).data() + at % kPageSize, bytes, step);
        bytes += step;
        at += step;
        size -= step;
    }
    return {};
}

BackingResult<void> CowBacking::readFallback(std::uint64_t address, std::span<std::byte> out)
{
    const std::uint64_t offset = address % kPageSize;
    if (out.size() <= kPageSize - offset) {
        if (const Page* page = m_pages.find(address >> kPageShift)) {
            std::memcpy(out.data(), page->data() + offset, out.size());
            return {};
        }
    }
    return read(Pa(address), out.data(), out.size());
}

BackingResult<void> CowBacking::writeFallback(std::uint64_t address, std::span<const std::byte> data)
{
    return write(Pa(address), data.data(), data.size());
}

BackingResult<void> CowBacking::fillFallback(std::uint64_t address, std::uint64_t length, std::byte value)
{
    if (const std::optional<Pa> hole = firstHole(Pa(address), length))
        return tl::unexpected(holeAt(*hole));
    while (length > 0) {
        const std::size_t step = inPage(address, length);
        const std::uint64_t number = address >> kPageShift;
        const bool stays = value == std::byte {} && m_pages.find(number) == nullptr
            && belowCount(number << kPageShift, kPageSize) == 0;
        if (!stays) {
            if (BackingResult<void> done = ownRange(address, step); !done)
                return done;
            std::memset(m_pages.own(number).data() + address % kPageSize, std::to_integer<int>(value), step);
        }
        address += step;
        length -= step;
    }
    return {};
}

BackingResult<bool> CowBacking::compareExchangeFallback(
    std::uint64_t address, std::span<std::byte> current, std::span<const std::byte> desired)
{
    std::array<std::byte, 16> found {};
    if (const BackingResult<void> done = read(Pa(address), found.data(), current.size()); !done)
        return tl::unexpected(done.error());
    if (!std::equal(current.begin(), current.end(), found.begin())) {
        std::copy_n(found.begin(), current.size(), current.begin());
        return false;
    }
    if (const BackingResult<void> done = write(Pa(address), desired.data(), desired.size()); !done)
        return tl::unexpected(done.error());
    return true;
}

std::optional<ByteRange> CowBacking::nextPresent(std::uint64_t address) const
{
    std::optional<ByteRange> own;
    if (const auto run = m_pages.nextRun(address >> kPageShift)) {
        const std::uint64_t start = std::max(address, run->first << kPageShift);
        own = ByteRange { start, ((run->first + run->second) << kPageShift) - start };
    }
    if (m_base == nullptr)
        return own;
    const std::uint64_t offset = address > m_base->start ? address - m_base->start : 0;
    std::optional<ByteRange> below = m_base->memory.nextPresent(offset);
    if (below)
        below->start += m_base->start;
    if (!own || (below && below->start < own->start))
        return below;
    return own;
}

} // namespace fscope::memory
