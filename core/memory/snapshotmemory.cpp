// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/memory/snapshotmemory.h"

#include "core/base/hex.h"
#include "core/memory/cowptr.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

namespace fscope::memory {

namespace {

using Page = SnapshotMemory::Page;

constexpr unsigned kGroupShift = 6;
constexpr std::uint64_t kGroupPages = 1U << kGroupShift;

/// Pages are kept in groups of 64 neighbours, each shared as a whole: a copy of the memory touches one count
/// for each 256 KiB, and the first write after it copies 64 pointers and one page.
using Group = std::array<CowPtr<Page>, kGroupPages>;

constexpr std::uint64_t kNoGroup = ~std::uint64_t { 0 };
constexpr std::uint64_t kEnd = std::uint64_t { 1 } << 56;

struct Entry {
    std::uint64_t number = kNoGroup; ///< page number / 64
    CowPtr<Group> group;
};

} // namespace

/// Groups by number: an open hash table with linear probing, at most half full. Nothing is ever removed.
struct SnapshotMemory::Pages {
    std::vector<Entry> entries { 16 };
    std::size_t used = 0;
    unsigned shift = 64 - 4; ///< 64 - log2(entries.size())

    std::size_t home(std::uint64_t number) const
    {
        return static_cast<std::size_t>((number * 0x9e3779b97f4a7c15U) >> shift);
    }

    const Page* find(std::uint64_t page) const
    {
        const std::uint64_t number = page >> kGroupShift;
        const std::size_t last = entries.size() - 1;
        for (std::size_t i = home(number);; i = (i + 1) & last) {
            const Entry& entry = entries[i];
            if (entry.number == number)
                return (*entry.group.get())[page % kGroupPages].get();
            if (entry.number == kNoGroup)
                return nullptr;
        }
    }

    /// The page if it exists and nobody shares it: it may be written at once.
    Page* owned(std::uint64_t page)
    {
        const std::uint64_t number = page >> kGroupShift;
        const std::size_t last = entries.size() - 1;
        for (std::size_t i = home(number);; i = (i + 1) & last) {
            Entry& entry = entries[i];
            if (entry.number == number) {
                Group* group = entry.group.owned();
                return group == nullptr ? nullptr : (*group)[page % kGroupPages].owned();
            }
            if (entry.number == kNoGroup)
                return nullptr;
        }
    }

    Page& own(std::uint64_t page) { return group(page >> kGroupShift).own()[page % kGroupPages].own(); }

    CowPtr<Group>& group(std::uint64_t number)
    {
        const std::size_t last = entries.size() - 1;
        for (std::size_t i = home(number);; i = (i + 1) & last) {
            Entry& entry = entries[i];
            if (entry.number == number)
                return entry.group;
            if (entry.number == kNoGroup) {
                if (2 * (used + 1) > entries.size()) {
                    grow();
                    return group(number);
                }
                entry.group.own(); // find() relies on it
                entry.number = number;
                ++used;
                return entry.group;
            }
        }
    }

    void grow()
    {
        std::vector<Entry> old(entries.size() * 2);
        old.swap(entries);
        --shift;
        const std::size_t last = entries.size() - 1;
        for (Entry& entry : old) {
            if (entry.number == kNoGroup)
                continue;
            std::size_t i = home(entry.number);
            while (entries[i].number != kNoGroup)
                i = (i + 1) & last;
            entries[i] = std::move(entry);
        }
    }

    std::vector<std::uint64_t> groupNumbers() const
    {
        std::vector<std::uint64_t> numbers;
        for (const Entry& entry : entries) {
            if (entry.number != kNoGroup)
                numbers.push_back(entry.number);
        }
        std::sort(numbers.begin(), numbers.end());
        return numbers;
    }

    /// Tells @p visit, ascending, the pages that the two do not share, nullptr for one that is missing; until
    /// it returns false.
    template <typename Visit>
    static void forEachUnshared(const Pages& a, const Pages& b, Visit visit)
    {
        const std::vector<std::uint64_t> inA = a.groupNumbers();
        const std::vector<std::uint64_t> inB = b.groupNumbers();
        std::vector<std::uint64_t> all;
        std::set_union(inA.begin(), inA.end(), inB.begin(), inB.end(), std::back_inserter(all));
        for (const std::uint64_t number : all) {
            const CowPtr<Group>* left = a.findGroup(number);
            const CowPtr<Group>* right = b.findGroup(number);
            if (left != nullptr && right != nullptr && left->sharesWith(*right))
                continue;
            for (std::uint64_t i = 0; i < kGroupPages; ++i) {
                const Page* one = left == nullptr ? nullptr : (*left->get())[i].get();
                const Page* other = right == nullptr ? nullptr : (*right->get())[i].get();
                if (one != other && !visit((number << kGroupShift) + i, one, other))
                    return;
            }
        }
    }

    const CowPtr<Group>* findGroup(std::uint64_t number) const
    {
        const std::size_t last = entries.size() - 1;
        for (std::size_t i = home(number);; i = (i + 1) & last) {
            if (entries[i].number == number)
                return &entries[i].group;
            if (entries[i].number == kNoGroup)
                return nullptr;
        }
    }
};

namespace {

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

/// The first address of [address, address + size) that lies in no range; ranges are sorted.
std::optional<Pa> firstHole(std::span<const SnapshotMemory::Range> ranges, Pa address, std::uint64_t size)
{
    while (size > 0) {
        const auto after = std::upper_bound(ranges.begin(), ranges.end(), address,
            [](Pa pa, const SnapshotMemory::Range& range) { return pa < range.start; });
        if (after == ranges.begin())
            return address;
        const SnapshotMemory::Range& range = *std::prev(after);
        const std::uint64_t offset = address - range.start;
        if (offset >= range.size)
            return address;
        const std::uint64_t step = std::min(size, range.size - offset);
        size -= step;
        address = address + step;
    }
    return std::nullopt;
}

std::optional<std::uint64_t> firstDifference(const Page* a, const Page* b)
{
    static constexpr Page kZeros {};
    const Page& left = a == nullptr ? kZeros : *a;
    const Page& right = b == nullptr ? kZeros : *b;
    const auto [at, other] = std::mismatch(left.begin(), left.end(), right.begin());
    if (at == left.end())
        return std::nullopt;
    return static_cast<std::uint64_t>(at - left.begin());
}

} // namespace

SnapshotMemory::SnapshotMemory()
    : m_pages(std::make_unique<Pages>())
{ }
SnapshotMemory::~SnapshotMemory() = default;
SnapshotMemory::SnapshotMemory(const SnapshotMemory& other)
    : m_pages(std::make_unique<Pages>(*other.m_pages))
    , m_ranges(other.m_ranges)
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
    m_ranges.insert(after, Range { start, size });
    return {};
}

bool SnapshotMemory::isRam(Pa address, std::uint64_t size) const
{
    return !firstHole(m_ranges, address, size);
}

std::optional<MemoryFault> SnapshotMemory::read(Pa address, void* out, std::size_t size) const
{
    const std::uint64_t offset = address.offsetIn(kPageSize);
    // A page that exists is RAM, so the ranges need not be asked. (A size of 0 wraps, and goes the other
    // way.)
    if (size - 1 < kPageSize - offset) {
        if (const Page* page = m_pages->find(address.value >> kPageShift)) {
            copyBytes(out, page->data() + offset, size);
            return std::nullopt;
        }
    }
    if (const std::optional<Pa> hole = firstHole(m_ranges, address, size))
        return MemoryFault { *hole, false };
    auto* bytes = static_cast<std::uint8_t*>(out);
    while (size > 0) {
        const std::uint64_t in = address.offsetIn(kPageSize);
        const std::size_t step = std::min<std::size_t>(size, kPageSize - in);
        if (const Page* page = m_pages->find(address.value >> kPageShift))
            std::memcpy(bytes, page->data() + in, step);
        else
            std::memset(bytes, 0, step);
        bytes += step;
        address = address + step;
        size -= step;
    }
    return std::nullopt;
}

std::optional<MemoryFault> SnapshotMemory::write(Pa address, const void* data, std::size_t size)
{
    const std::uint64_t offset = address.offsetIn(kPageSize);
    if (size - 1 < kPageSize - offset) { // as in read()
        if (Page* page = m_pages->owned(address.value >> kPageShift)) {
            copyBytes(page->data() + offset, data, size);
            return std::nullopt;
        }
    }
    if (const std::optional<Pa> hole = firstHole(m_ranges, address, size))
        return MemoryFault { *hole, true };
    const auto* bytes = static_cast<const std::uint8_t*>(data);
    while (size > 0) {
        const std::uint64_t in = address.offsetIn(kPageSize);
        const std::size_t step = std::min<std::size_t>(size, kPageSize - in);
        std::memcpy(m_pages->own(address.value >> kPageShift).data() + in, bytes, step);
        bytes += step;
        address = address + step;
        size -= step;
    }
    return std::nullopt;
}

std::vector<std::uint64_t> SnapshotMemory::touchedPages() const
{
    std::vector<std::uint64_t> numbers;
    for (const PageView& page : pages())
        numbers.push_back(page.number);
    return numbers;
}

std::vector<SnapshotMemory::PageView> SnapshotMemory::pages() const
{
    std::vector<PageView> pages;
    for (const std::uint64_t number : m_pages->groupNumbers()) {
        const Group& group = *m_pages->findGroup(number)->get();
        for (std::uint64_t i = 0; i < kGroupPages; ++i) {
            if (group[i])
                pages.push_back({ (number << kGroupShift) + i, group[i].get() });
        }
    }
    return pages;
}

bool SnapshotMemory::sameContent(const SnapshotMemory& other) const
{
    return m_ranges == other.m_ranges && !firstDifference(other);
}

std::optional<Pa> SnapshotMemory::firstDifference(const SnapshotMemory& other) const
{
    std::optional<Pa> address;
    Pages::forEachUnshared(
        *m_pages, *other.m_pages, [&](std::uint64_t number, const Page* left, const Page* right) {
            if (const std::optional<std::uint64_t> offset = memory::firstDifference(left, right))
                address = Pa(number * kPageSize + *offset);
            return !address;
        });
    return address;
}

std::vector<std::uint64_t> SnapshotMemory::pagesChangedSince(const SnapshotMemory& earlier) const
{
    std::vector<std::uint64_t> numbers;
    Pages::forEachUnshared(
        *m_pages, *earlier.m_pages, [&](std::uint64_t number, const Page* now, const Page* then) {
            if (memory::firstDifference(now, then))
                numbers.push_back(number);
            return true;
        });
    return numbers;
}

} // namespace fscope::memory
