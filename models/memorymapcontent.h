// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/memory/memorymap.h"
#include "models/roles.h"

#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace fscope::models {

using memory::MapKind;
using memory::PageRun;
using memory::PageState;

/// One range of the map with its texts, holes included.
struct MapStretch {
    quint64 start = 0; ///< in the space of the map
    quint64 size = 0;  ///< bytes, more than 0
    MapKind kind = MapKind::Hole;
    std::optional<quint64> ipa;
    std::optional<quint64> pa;
    QString name;  ///< "ram", "uart0"; of a hole empty
    QString title; ///< name and size, for the strip
    QString accessible;
    QString toolTip;
    bool contains(quint64 address) const { return address - start < size; }
};

/// What the strip of the memory map draws.
struct MemoryMapContent {
    AddressSpace space = AddressSpace::Ipa; ///< or Pa: what addresses are here
    std::vector<MapStretch> stretches;      ///< by ascending address, without gaps: the whole space
    std::vector<PageRun> pages;             ///< by state, then by ascending start
    std::optional<quint64> marker;          ///< what the current step is at

    std::span<const PageRun> runs(PageState state) const;
    /// -1: none.
    int stretchAt(quint64 address) const;
    bool has(PageState state, quint64 address) const;
};

/// Of runs by ascending start, the first that does not end before @p address.
std::span<const PageRun>::iterator firstRunFrom(std::span<const PageRun> runs, quint64 address);

} // namespace fscope::models
