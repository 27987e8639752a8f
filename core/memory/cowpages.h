// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/address.h"
#include "core/memory/cowptr.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

namespace fscope::memory {

/// The pages of a sparse memory that exist, by page number (address / 4096), shared by copies until either
/// writes.
///
/// Pages are kept in groups of 64 neighbours, each shared as a whole: a copy touches one count for each 256
/// KiB, and the first write after it copies 64 pointers and one page. The groups are in an open hash table
/// with linear probing, at most half full; nothing is ever removed. Threads: as for any value; distinct
/// copies may be used by distinct threads.
class CowPages
{
public:
    using Page = std::array<std::uint8_t, kPageSize>;

    /// nullptr where there is none.
    const Page* find(std::uint64_t page) const
    {
        const Entry* entry = entryOf(page >> kGroupShift);
        return entry == nullptr ? nullptr : (*entry->group.get())[page % kGroupPages].get();
    }

    /// The page if it exists and nobody shares it: it may be written at once.
    Page* owned(std::uint64_t page)
    {
        auto* entry = const_cast<Entry*>(entryOf(page >> kGroupShift));
        if (entry == nullptr)
            return nullptr;
        Group* group = entry->group.owned();
        return group == nullptr ? nullptr : (*group)[page % kGroupPages].owned();
    }

    /// The page to be written: made (all zero) if it does not exist, copied first if others share it.
    Page& own(std::uint64_t page) { return group(page >> kGroupShift).own()[page % kGroupPages].own(); }

    /// The first run of pages that exist, of number @p from or above: its first page and how many there are.
    /// Cost: one look at each group of 64, and at each page of the run.
    std::optional<std::pair<std::uint64_t, std::uint64_t>> nextRun(std::uint64_t from) const
    {
        std::uint64_t first = ~std::uint64_t { 0 };
        for (const Entry& entry : m_entries) {
            if (entry.number == kNoGroup || entry.number < from >> kGroupShift
                || entry.number >= first >> kGroupShift)
                continue;
            for (std::uint64_t i = 0; i < kGroupPages; ++i) {
                const std::uint64_t page = (entry.number << kGroupShift) + i;
                if (page >= from && (*entry.group.get())[i]) {
                    first = page;
                    break;
                }
            }
        }
        if (first == ~std::uint64_t { 0 })
            return std::nullopt;
        std::uint64_t count = 1;
        while (find(first + count) != nullptr)
            ++count;
        return std::pair(first, count);
    }

    /// Tells @p visit(number, page) the pages that exist, ascending.
    template <typename Visit>
    void forEach(Visit visit) const
    {
        for (const std::uint64_t number : groupNumbers()) {
            const Group& group = *entryOf(number)->group.get();
            for (std::uint64_t i = 0; i < kGroupPages; ++i)
                if (group[i])
                    visit((number << kGroupShift) + i, *group[i].get());
        }
    }

    /// Tells @p visit(number, a, b), ascending, the pages that the two do not share, nullptr for one that is
    /// missing; until it returns false. Of groups that both share it looks at nothing else.
    template <typename Visit>
    static void forEachUnshared(const CowPages& a, const CowPages& b, Visit visit)
    {
        const std::vector<std::uint64_t> inA = a.groupNumbers();
        const std::vector<std::uint64_t> inB = b.groupNumbers();
        std::vector<std::uint64_t> all;
        std::set_union(inA.begin(), inA.end(), inB.begin(), inB.end(), std::back_inserter(all));
        for (const std::uint64_t number : all) {
            const Entry* left = a.entryOf(number);
            const Entry* right = b.entryOf(number);
            if (left != nullptr && right != nullptr && left->group.sharesWith(right->group))
                continue;
            for (std::uint64_t i = 0; i < kGroupPages; ++i) {
                const Page* one = left == nullptr ? nullptr : (*left->group.get())[i].get();
                const Page* other = right == nullptr ? nullptr : (*right->group.get())[i].get();
                if (one != other && !visit((number << kGroupShift) + i, one, other))
                    return;
            }
        }
    }

private:
    static constexpr unsigned kGroupShift = 6;
    static constexpr std::uint64_t kGroupPages = 1U << kGroupShift;
    static constexpr std::uint64_t kNoGroup = ~std::uint64_t { 0 };
    using Group = std::array<CowPtr<Page>, kGroupPages>;
    struct Entry {
        std::uint64_t number = kNoGroup; ///< page number / 64
        CowPtr<Group> group;             ///< not null where the number is a group's
    };

    std::size_t home(std::uint64_t number) const
    {
        return static_cast<std::size_t>((number * 0x9e3779b97f4a7c15U) >> m_shift);
    }

    const Entry* entryOf(std::uint64_t number) const
    {
        const std::size_t last = m_entries.size() - 1;
        for (std::size_t i = home(number);; i = (i + 1) & last) {
            const Entry& entry = m_entries[i];
            if (entry.number == number)
                return &entry;
            if (entry.number == kNoGroup)
                return nullptr;
        }
    }

    CowPtr<Group>& group(std::uint64_t number)
    {
        const std::size_t last = m_entries.size() - 1;
        for (std::size_t i = home(number);; i = (i + 1) & last) {
            Entry& entry = m_entries[i];
            if (entry.number == number)
                return entry.group;
            if (entry.number == kNoGroup) {
                if (2 * (m_used + 1) > m_entries.size()) {
                    grow();
                    return group(number);
                }
                entry.group.own(); // find() relies on it
                entry.number = number;
                ++m_used;
                return entry.group;
            }
        }
    }

    void grow()
    {
        std::vector<Entry> old(m_entries.size() * 2);
        old.swap(m_entries);
        --m_shift;
        const std::size_t last = m_entries.size() - 1;
        for (Entry& entry : old) {
            if (entry.number == kNoGroup)
                continue;
            std::size_t i = home(entry.number);
            while (m_entries[i].number != kNoGroup)
                i = (i + 1) & last;
            m_entries[i] = std::move(entry);
        }
    }

    std::vector<std::uint64_t> groupNumbers() const
    {
        std::vector<std::uint64_t> numbers;
        for (const Entry& entry : m_entries)
            if (entry.number != kNoGroup)
                numbers.push_back(entry.number);
        std::sort(numbers.begin(), numbers.end());
        return numbers;
    }

    std::vector<Entry> m_entries { 16 };
    std::size_t m_used = 0;
    unsigned m_shift = 64 - 4; ///< 64 - log2(m_entries.size())
};

} // namespace fscope::memory
