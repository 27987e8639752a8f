// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/memorymapcontent.h"

#include <algorithm>

namespace fscope::models {

std::span<const PageRun> MemoryMapContent::runs(PageState state) const
{
    const auto [first, last] = std::ranges::equal_range(pages, state, {}, &PageRun::state);
    return { first, last };
}

int MemoryMapContent::stretchAt(quint64 address) const
{
    const auto after = std::ranges::upper_bound(stretches, address, {}, &MapStretch::start);
    if (after == stretches.begin() || !std::prev(after)->contains(address))
        return -1;
    return int(after - stretches.begin()) - 1;
}

bool MemoryMapContent::has(PageState state, quint64 address) const
{
    const auto all = runs(state);
    const auto run = firstRunFrom(all, address);
    return run != all.end() && run->start <= address;
}

std::span<const PageRun>::iterator firstRunFrom(std::span<const PageRun> runs, quint64 address)
{
    return std::ranges::partition_point(
        runs, [address](const PageRun& run) { return run.start + (run.size - 1) < address; });
}

} // namespace fscope::models
