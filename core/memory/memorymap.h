// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/address.h"
#include "core/memory/slotmap.h"
#include "core/memory/snapshotmemory.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fscope::memory {

/// Which addresses a map is by.
enum class MapSpace : std::uint8_t {
    Ipa, ///< as the guest sees its memory
    Pa,  ///< as the bytes lie
};

enum class MapKind : std::uint8_t {
    Ram,
    Rom,
    Device,    ///< an MMIO window; nothing answers where MapRegion::device is empty
    Protected, ///< belongs to a higher trust level
    Hidden,    ///< only by PA: RAM in no slot, such as the tables of stage 2
    Hole,      ///< nothing
};
/// "ram", "rom", …: stable words for JSON and tables.
const char* mapKindName(MapKind kind);

/// A stretch of addresses that is one thing.
struct MapRegion {
    std::uint64_t start = 0; ///< in the space of the map
    std::uint64_t size = 0;
    MapKind kind = MapKind::Hole;
    std::string name;       ///< of the slot; empty for holes and hidden RAM
    std::optional<Ipa> ipa; ///< of its first byte, if the guest's map shows it
    std::optional<Pa> pa;   ///< of its first byte, if bytes are behind it
    std::string device;     ///< the device that answers
    /// What the hypervisor's map allows the guest (stage 2 may allow less).
    bool readable = false;
    bool writable = false;
    std::uint64_t end() const { return start + size; }
    bool operator==(const MapRegion&) const = default;
};

/// What is to be said of some pages.
enum class PageState : std::uint8_t {
    Touched,   ///< exists; other RAM reads as zero
    Dirty,     ///< differs from the earlier snapshot
    Locked,    ///< pinned
    Protected, ///< in a slot of a higher trust level
};
/// "touched", "dirty", …
const char* pageStateName(PageState state);

/// Adjoining pages of one state.
struct PageRun {
    std::uint64_t start = 0; ///< in the space of the map; multiples of 4096
    std::uint64_t size = 0;
    PageState state = PageState::Touched;
    bool operator==(const PageRun&) const = default;
};

/// What lies where in a guest, for people: a panel, a listing, a file.
struct MemoryMap {
    MapSpace space = MapSpace::Ipa;
    /// By ascending start and without gaps from 0 to the end of the last thing there is: what is between them
    /// are holes.
    std::vector<MapRegion> regions;
    /// By state, then by ascending start. By IPA, RAM that two slots show is there twice and hidden RAM not
    /// at all.
    std::vector<PageRun> pages;

    /// The region that holds @p address, or nullptr above the last one. Cost: a binary search.
    const MapRegion* find(std::uint64_t address) const;
    std::uint64_t end() const { return regions.empty() ? 0 : regions.back().end(); }
    std::uint64_t bytesOf(PageState state) const; ///< how many bytes are in runs of this state
    bool operator==(const MemoryMap&) const = default;
};

/// A device on the bus of the guest.
struct MapWindow {
    std::string name;
    Ipa start;
    std::uint64_t size = 0;
};

/// What a map is made from. machine::memoryMapOf() (core/machine/guestmap.h) fills it from a guest.
struct MapSources {
    const SlotMap& slotMap; ///< not "slots", a keyword of Qt
    const SnapshotMemory& memory;
    std::span<const MapWindow> windows;            ///< by ascending start
    const SnapshotMemory* earlier = nullptr;       ///< what pages are dirty against, if any
    std::span<const std::uint64_t> lockedPages {}; ///< PA / 4096, ascending
};

/// The map by IPA or PA. Cost: the slots, the devices and a few ns for each page touched; of pages that both
/// snapshots share, only groups of 64 are looked at.
MemoryMap describeMemory(const MapSources& sources, MapSpace space);

} // namespace fscope::memory
