// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <span>
#include <vector>

namespace fscope::memory {

/// How often each page of a backing is locked. Changed by locking and unlocking only, so a mutex does no harm
/// to accesses.
class LockCounts
{
public:
    struct Locked {
        std::uint64_t page = 0; ///< number
        std::uint64_t count = 0;
        bool operator==(const Locked&) const = default;
    };

    void add(std::span<const std::uint64_t> pages)
    {
        const std::lock_guard lock(m_mutex);
        for (const std::uint64_t page : pages)
            ++m_counts[page];
    }
    /// Pages that add() was told of before.
    void remove(std::span<const std::uint64_t> pages)
    {
        const std::lock_guard lock(m_mutex);
        for (const std::uint64_t page : pages) {
            const auto found = m_counts.find(page);
            if (found != m_counts.end() && --found->second == 0)
                m_counts.erase(found);
        }
    }
    /// The locked pages of [first, last], ascending.
    std::vector<Locked> between(std::uint64_t first, std::uint64_t last) const
    {
        const std::lock_guard lock(m_mutex);
        std::vector<Locked> out;
        for (auto it = m_counts.lower_bound(first); it != m_counts.end() && it->first <= last; ++it)
            out.push_back({ it->first, it->second });
        return out;
    }

private:
    mutable std::mutex m_mutex;
    std::map<std::uint64_t, std::uint64_t> m_counts;
};

} // namespace fscope::memory
