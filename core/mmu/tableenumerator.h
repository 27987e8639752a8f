// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/base/text.h"
#include "core/mmu/rangefilter.h"
#include "core/mmu/tabletree.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace fscope::mmu {

enum class RangeKind : std::uint8_t {
    Mapping,    ///< blocks and pages
    Recursive,  ///< a table descriptor names a table of its own path; what it maps is left out
    Repeated,   ///< a table that was gone through as often as is allowed; what it maps is left out
    Unreadable, ///< the table, or a part of it, cannot be read: see the fault
    OutOfRange, ///< the output does not fit the output address size: an Address size fault
};

/// A range of input addresses that a tree treats alike.
struct MappedRange {
    RangeKind kind = RangeKind::Mapping;
    std::uint64_t input = 0;
    std::uint64_t size = 0;   ///< in bytes
    std::uint64_t output = 0; ///< where it leads; for Recursive and Repeated the table that is left out
    LeafAttributes attributes;
    int firstLevel = 3; ///< lowest and highest level of its descriptors: 1 to 3 for 1 GiB blocks beside pages
    int lastLevel = 3;
    std::uint64_t leaves = 0;     ///< blocks and pages
    std::uint64_t contiguous = 0; ///< those of them with the Contiguous bit
    Pa descriptor;                ///< where the first descriptor is
    std::optional<Fault> fault;   ///< of Unreadable and OutOfRange

    std::uint64_t lastInput() const { return input + (size - 1); }
    std::uint64_t lastOutput() const { return output + (size - 1); }
    bool operator==(const MappedRange&) const = default;
};

struct EnumerateOptions {
    RangeFilter filter;
    /// One range for neighbours whose outputs follow each other with equal attributes; else one a descriptor.
    bool coalesce = true;
    /// Go through tables that refer to themselves as the CPU does, down to level 3.
    bool expandRecursive = false;
    /// A table that many descriptors share is gone through this often (the shadow memory of a sanitizer
    /// shares one table a million times), then reported as Repeated.
    std::uint32_t maxVisitsPerTable = 4096;
    /// Descriptors to read before giving up, some 0.3 s worth.
    std::uint64_t maxDescriptors = std::uint64_t { 1 } << 26;
    /// Looked at before each table; may be set by another thread.
    const std::atomic<bool>* cancel = nullptr;
};

struct EnumerationEnd {
    enum class Why : std::uint8_t {
        Complete,
        Stopped,   ///< the visitor said so
        Cancelled, ///< options.cancel was set
        Limit,     ///< options.maxDescriptors were read
    };
    Why why = Why::Complete;
    std::uint64_t next = 0; ///< the first input address that was not looked at, unless complete
    std::uint64_t descriptors = 0;
    std::uint64_t tables = 0; ///< visits of tables
    std::uint64_t ranges = 0; ///< handed to the visitor
    bool complete() const { return why == Why::Complete; }
};
/// "Stopped at 0xffff000000000000 after 67108864 descriptors: …"; empty if complete.
Text textOf(const EnumerationEnd& end);

/// Tells @p visit every mapping of @p tree by ascending input, as coalesced ranges that pass the filter.
///
/// Ranges are cut at the ends of options.filter.input. @p visit gives false to stop.
/// Any bytes are fine as tables: time is bounded by maxDescriptors, memory by one chunk a level and a count
/// for each table. Cost: 2 to 5 ns a descriptor.
EnumerationEnd enumerate(const TableTree& tree, const EnumerateOptions& options,
    const std::function<bool(const MappedRange&)>& visit);

/// The same as a list of at most @p maxRanges.
struct RangeList {
    std::vector<MappedRange> ranges;
    EnumerationEnd end;
};
RangeList mappedRanges(const TableTree& tree, const EnumerateOptions& options = {},
    std::size_t maxRanges = std::size_t { 1 } << 22);

} // namespace fscope::mmu
