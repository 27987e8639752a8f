// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/memory/memorymap.h"

#include <algorithm>

namespace fscope::memory {
namespace {

MapKind kindOf(SlotKind kind)
{
    switch (kind) {
    case SlotKind::Ram:
        return MapKind::Ram;
    case SlotKind::Rom:
        return MapKind::Rom;
    case SlotKind::Device:
        return MapKind::Device;
    case SlotKind::Protected:
        return MapKind::Protected;
    }
    return MapKind::Hole;
}

MapRegion regionOf(const Slot& slot)
{
    MapRegion region;
    region.start = slot.start.value;
    region.size = slot.size;
    region.kind = kindOf(slot.kind);
    region.name = slot.name;
    region.ipa = slot.start;
    if (region.kind != MapKind::Device)
        region.pa = slot.pa;
    region.readable = region.kind != MapKind::Protected;
    region.writable = region.kind == MapKind::Ram || region.kind == MapKind::Device;
    return region;
}

/// The part [from, until) of a region, both by its start.
MapRegion partOf(const MapRegion& region, std::uint64_t from, std::uint64_t until)
{
    MapRegion part = region;
    const std::uint64_t skipped = from - region.start;
    part.start = from;
    part.size = until - from;
    if (part.ipa)
        part.ipa = *part.ipa + skipped;
    if (part.pa)
        part.pa = *part.pa + skipped;
    return part;
}

/// Adds a device slot, cut where devices begin and end.
void addDeviceSlot(std::vector<MapRegion>& regions, const MapRegion& slot, std::span<const MapWindow> windows)
{
    std::uint64_t at = slot.start;
    for (const MapWindow& window : windows) {
        const std::uint64_t from = std::max(window.start.value, at);
        const std::uint64_t until = std::min(window.start.value + window.size, slot.end());
        if (from >= until)
            continue;
        if (at < from)
            regions.push_back(partOf(slot, at, from));
        regions.push_back(partOf(slot, from, until));
        regions.back().device = window.name;
        at = until;
    }
    if (at < slot.end())
        regions.push_back(partOf(slot, at, slot.end()));
}

void sortByStart(std::vector<MapRegion>& regions)
{
    std::ranges::stable_sort(regions, {}, &MapRegion::start);
}

/// Puts a hole wherever nothing is.
std::vector<MapRegion> withHoles(std::vector<MapRegion> regions)
{
    sortByStart(regions);
    std::vector<MapRegion> all;
    std::uint64_t at = 0;
    for (MapRegion& region : regions) {
        if (region.start > at) {
            MapRegion hole;
            hole.start = at;
            hole.size = region.start - at;
            all.push_back(std::move(hole));
        }
        at = region.end();
        all.push_back(std::move(region));
    }
    return all;
}

std::vector<MapRegion> regionsByIpa(const MapSources& sources)
{
    std::vector<MapRegion> regions;
    for (const Slot& slot : sources.slotMap.all()) {
        if (slot.kind == SlotKind::Device)
            addDeviceSlot(regions, regionOf(slot), sources.windows);
        else
            regions.push_back(regionOf(slot));
    }
    return regions;
}

/// The RAM, cut by the slots that show it; the first slot names what several show.
std::vector<MapRegion> regionsByPa(const MapSources& sources)
{
    std::vector<MapRegion> regions;
    for (const SnapshotMemory::Range& range : sources.memory.ranges()) {
        std::vector<MapRegion> shown;
        for (const Slot& slot : sources.slotMap.all()) {
            if (slot.kind == SlotKind::Device)
                continue;
            MapRegion region = regionOf(slot);
            region.start = slot.pa.value;
            const std::uint64_t from = std::max(region.start, range.start.value);
            const std::uint64_t until = std::min(region.end(), range.start.value + range.size);
            if (from < until)
                shown.push_back(partOf(region, from, until));
        }
        sortByStart(shown);
        std::uint64_t at = range.start.value;
        const auto hidden = [&](std::uint64_t until) {
            MapRegion region;
            region.start = at;
            region.size = until - at;
            region.kind = MapKind::Hidden;
            region.pa = Pa(at);
            regions.push_back(std::move(region));
        };
        for (const MapRegion& region : shown) {
            if (region.end() <= at)
                continue;
            if (region.start > at)
                hidden(region.start);
            regions.push_back(partOf(region, std::max(region.start, at), region.end()));
            at = region.end();
        }
        if (const std::uint64_t end = range.start.value + range.size; at < end)
            hidden(end);
    }
    return regions;
}

/// Ascending page numbers as runs.
std::vector<PageRun> runsOf(std::span<const std::uint64_t> pages, PageState state)
{
    std::vector<PageRun> runs;
    for (const std::uint64_t page : pages) {
        const std::uint64_t start = page << kPageShift;
        if (!runs.empty() && runs.back().start + runs.back().size == start)
            runs.back().size += kPageSize;
        else
            runs.push_back({ start, kPageSize, state });
    }
    return runs;
}

/// The runs where the slots show them; those of one state, ascending and adjoining ones joined.
std::vector<PageRun> byIpa(const std::vector<PageRun>& runs, const SlotMap& slots)
{
    std::vector<PageRun> shown;
    for (const Slot& slot : slots.all()) {
        if (slot.kind == SlotKind::Device)
            continue;
        auto run = std::partition_point(runs.begin(), runs.end(),
            [&slot](const PageRun& r) { return r.start + r.size <= slot.pa.value; });
        for (; run != runs.end() && run->start < slot.pa.value + slot.size; ++run) {
            const std::uint64_t from = std::max(run->start, slot.pa.value);
            const std::uint64_t until = std::min(run->start + run->size, slot.pa.value + slot.size);
            const std::uint64_t start = slot.start.value + (from - slot.pa.value);
            if (!shown.empty() && shown.back().start + shown.back().size == start)
                shown.back().size += until - from;
            else
                shown.push_back({ start, until - from, run->state });
        }
    }
    return shown;
}

std::vector<PageRun> protectedRuns(const std::vector<MapRegion>& regions)
{
    std::vector<PageRun> runs;
    for (const MapRegion& region : regions) {
        if (region.kind != MapKind::Protected)
            continue;
        if (!runs.empty() && runs.back().start + runs.back().size == region.start)
            runs.back().size += region.size;
        else
            runs.push_back({ region.start, region.size, PageState::Protected });
    }
    return runs;
}

} // namespace

const char* mapKindName(MapKind kind)
{
    switch (kind) {
    case MapKind::Ram:
        return "ram";
    case MapKind::Rom:
        return "rom";
    case MapKind::Device:
        return "device";
    case MapKind::Protected:
        return "protected";
    case MapKind::Hidden:
        return "hidden";
    case MapKind::Hole:
        return "hole";
    }
    return "";
}

const char* pageStateName(PageState state)
{
    switch (state) {
    case PageState::Touched:
        return "touched";
    case PageState::Dirty:
        return "dirty";
    case PageState::Locked:
        return "locked";
    case PageState::Protected:
        return "protected";
    }
    return "";
}

const MapRegion* MemoryMap::find(std::uint64_t address) const
{
    const auto found = std::partition_point(regions.begin(), regions.end(),
        [address](const MapRegion& region) { return region.end() <= address; });
    return found == regions.end() ? nullptr : &*found;
}

std::uint64_t MemoryMap::bytesOf(PageState state) const
{
    std::uint64_t bytes = 0;
    for (const PageRun& run : pages)
        if (run.state == state)
            bytes += run.size;
    return bytes;
}

MemoryMap describeMemory(const MapSources& sources, MapSpace space)
{
    MemoryMap map;
    map.space = space;
    map.regions = withHoles(space == MapSpace::Ipa ? regionsByIpa(sources) : regionsByPa(sources));
    const auto add = [&](const std::vector<std::uint64_t>& pages, PageState state) {
        std::vector<PageRun> runs = runsOf(pages, state);
        if (space == MapSpace::Ipa)
            runs = byIpa(runs, sources.slotMap);
        map.pages.insert(map.pages.end(), runs.begin(), runs.end());
    };
    add(sources.memory.touchedPages(), PageState::Touched);
    if (sources.earlier != nullptr)
        add(sources.memory.pagesChangedSince(*sources.earlier), PageState::Dirty);
    add({ sources.lockedPages.begin(), sources.lockedPages.end() }, PageState::Locked);
    const std::vector<PageRun> denied = protectedRuns(map.regions);
    map.pages.insert(map.pages.end(), denied.begin(), denied.end());
    return map;
}

} // namespace fscope::memory
