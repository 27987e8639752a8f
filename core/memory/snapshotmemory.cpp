// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/memory/snapshotmemory.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace fscope::memory {

namespace {

using Page = SnapshotMemory::Page;

/// memcpy that the compiler turns into one move for the size of nearly every access.
void copyBytes(void* to, const void* from, std::size_t size)
{
    if (size == 8)
        std::memcpy(to, from, 8);
    else if (size == 4)
        std::memcpy(to, from, 4);
    else
        std::memcpy(to, from, size);
}

/// What the backing says of an access at @p start, as the machine has it.
[[gnu::cold]] MemoryFault faultOf(const AccessFailure& failure, Pa start, bool write)
{
    return { failure.address == kUnknownAddress ? start : Pa(failure.address), write };
}

constexpr const char* kName = "physical memory";

} // namespace

SnapshotMemory::SnapshotMemory()
    : m_backing(std::make_shared<CowBacking>())
    , m_handle(kName, m_backing)
{ }
SnapshotMemory::~SnapshotMemory() = default;
SnapshotMemory::SnapshotMemory(const SnapshotMemory& other)
    : m_backing(other.m_backing->fork())
    , m_handle(kName, m_backing)
{ }
SnapshotMemory& SnapshotMemory::operator=(const SnapshotMemory& other)
{
    if (this != &other) {
        SnapshotMemory copy(other);
        *this = std::move(copy);
    }
    return *this;
}
// What was moved from may only be assigned to or destroyed: making it an empty memory could fail.
SnapshotMemory::SnapshotMemory(SnapshotMemory&&) noexcept = default;
SnapshotMemory& SnapshotMemory::operator=(SnapshotMemory&&) noexcept = default;

Result<void> SnapshotMemory::addRam(Pa start, std::uint64_t size)
{
    return m_backing->addRam(start, size);
}

Result<void> SnapshotMemory::addBase(GuestMemory base, Pa start)
{
    return m_backing->addBase(std::move(base), start);
}

bool SnapshotMemory::isRam(Pa address, std::uint64_t size) const
{
    return !m_backing->firstHole(address, size);
}

std::optional<MemoryFault> SnapshotMemory::read(Pa address, void* out, std::size_t size) const
{
    const std::uint64_t offset = address.offsetIn(kPageSize);
    const CowBacking& backing = *m_backing;
    // A page that exists is RAM, so the ranges need not be asked. (A size of 0 wraps, and goes the other
    // way.)
    if (size - 1 < kPageSize - offset) {
        if (const Page* page = backing.pages().find(address.value >> kPageShift)) {
            copyBytes(out, page->data() + offset, size);
            return std::nullopt;
        }
    }
    if (const BackingResult<void> done = backing.read(address, out, size); !done)
        return faultOf(done.error(), address, false);
    return std::nullopt;
}

std::optional<MemoryFault> SnapshotMemory::write(Pa address, const void* data, std::size_t size)
{
    const std::uint64_t offset = address.offsetIn(kPageSize);
    if (size - 1 < kPageSize - offset) { // as in read()
        if (Page* page = m_backing->pages().owned(address.value >> kPageShift)) {
            copyBytes(page->data() + offset, data, size);
            return std::nullopt;
        }
    }
    if (const BackingResult<void> done = m_backing->write(address, data, size); !done)
        return faultOf(done.error(), address, true);
    return std::nullopt;
}

std::vector<std::uint64_t> SnapshotMemory::touchedPages() const
{
    std::vector<std::uint64_t> numbers;
    m_backing->pages().forEach([&](std::uint64_t number, const Page&) { numbers.push_back(number); });
    return numbers;
}

std::vector<SnapshotMemory::PageView> SnapshotMemory::pages() const
{
    std::vector<PageView> pages;
    m_backing->pages().forEach([&](std::uint64_t number, const Page& page) {
        pages.push_back({ number, &page });
    });
    return pages;
}

bool SnapshotMemory::sameContent(const SnapshotMemory& other) const
{
    return std::ranges::equal(ranges(), other.ranges()) && m_backing->hasSameBase(*other.m_backing)
        && !firstDifference(other);
}

std::optional<Pa> SnapshotMemory::firstDifference(const SnapshotMemory& other) const
{
    std::optional<Pa> address;
    Page mine;
    Page theirs;
    CowPages::forEachUnshared(m_backing->pages(), other.m_backing->pages(),
        [&](std::uint64_t number, const Page* one, const Page* two) {
            const Page& left = m_backing->content(number, one, mine);
            const Page& right = other.m_backing->content(number, two, theirs);
            const auto [at, same] = std::mismatch(left.begin(), left.end(), right.begin());
            if (at != left.end())
                address = Pa(number * kPageSize + static_cast<std::uint64_t>(at - left.begin()));
            return !address;
        });
    return address;
}

std::vector<std::uint64_t> SnapshotMemory::pagesChangedSince(const SnapshotMemory& earlier) const
{
    std::vector<std::uint64_t> numbers;
    Page mine;
    Page theirs;
    CowPages::forEachUnshared(m_backing->pages(), earlier.m_backing->pages(),
        [&](std::uint64_t number, const Page* now, const Page* then) {
            if (m_backing->content(number, now, mine) != earlier.m_backing->content(number, then, theirs))
                numbers.push_back(number);
            return true;
        });
    return numbers;
}

} // namespace fscope::memory
