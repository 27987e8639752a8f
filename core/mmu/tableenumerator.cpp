// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/mmu/tableenumerator.h"

#include "core/base/hex.h"
#include "core/mmu/tabletraversal.h"

#include <algorithm>
#include <string>

namespace fscope::mmu {
namespace {

constexpr unsigned kContiguous = 52;

/// Joins leaves to ranges.
class Coalescer
{
public:
    Coalescer(const TableTree& tree, const EnumerateOptions& options,
        const std::function<bool(const MappedRange&)>& visit)
        : m_tree(tree)
        , m_options(options)
        , m_visit(visit)
        , m_outputLimit(std::uint64_t { 1 } << tree.config().outputBits)
    { }

    bool chunk(const TableRef&, std::uint32_t, Pa, std::span<const std::uint64_t>) { return true; }

    bool unreadable(
        const TableRef& table, std::uint32_t first, std::uint32_t count, const TableTree::Read& read)
    {
        const std::uint64_t size = m_tree.entrySize(table.level);
        MappedRange range;
        range.kind = RangeKind::Unreadable;
        range.input = table.input + first * size;
        range.size = count * size;
        range.firstLevel = range.lastLevel = table.level;
        range.descriptor = read.address;
        range.fault = read.fault;
        return other(range);
    }

    bool leaf(const TraversalEntry& entry)
    {
        const std::uint64_t bits = m_tree.attributeBits(entry.descriptor);
        if (!m_known || bits != m_bits || entry.table.inherited != m_inherited) {
            m_known = true;
            m_bits = bits;
            m_inherited = entry.table.inherited;
            m_attributes = m_tree.attributesOf(entry.descriptor, m_inherited);
            m_accepted = m_options.filter.accepts(m_attributes);
            m_sameAttributes = m_open && m_attributes == m_range.attributes;
        }
        const bool contiguous = bit(entry.descriptor, kContiguous);
        if (!m_accepted || !isOfType(entry.type, contiguous))
            return true;
        // A block may be larger than the output range: then only its lower part exists.
        const std::uint64_t size = std::min(entry.size, m_outputLimit);
        if (m_open && m_options.coalesce && m_sameAttributes && entry.input == m_range.input + m_range.size
            && entry.output == m_range.output + m_range.size) {
            m_range.size += size;
            m_range.firstLevel = std::min(m_range.firstLevel, entry.table.level);
            m_range.lastLevel = std::max(m_range.lastLevel, entry.table.level);
            ++m_range.leaves;
            m_range.contiguous += contiguous ? 1 : 0;
        } else {
            if (!flush())
                return false;
            m_open = m_sameAttributes = true;
            m_range = { RangeKind::Mapping, entry.input, size, entry.output, m_attributes, entry.table.level,
                entry.table.level, 1, contiguous ? 1U : 0U, entry.address, std::nullopt };
        }
        if (size == entry.size)
            return true;
        MappedRange rest = outsideRange(entry);
        rest.input += size;
        rest.size -= size;
        rest.output += size;
        return other(rest);
    }

    bool outside(const TraversalEntry& entry) { return other(outsideRange(entry)); }

    bool left(const TraversalEntry& entry, RangeKind kind)
    {
        MappedRange range = plainRange(entry);
        range.kind = kind;
        return other(range);
    }

    bool flush()
    {
        if (!m_open)
            return true;
        m_open = false;
        return hand(m_range);
    }
    std::uint64_t handed() const { return m_handed; }

private:
    bool isOfType(DescriptorType type, bool contiguous) const
    {
        switch (m_options.filter.type) {
        case RangeType::Block:
            return type == DescriptorType::Block;
        case RangeType::Page:
            return type == DescriptorType::Page;
        case RangeType::Contiguous:
            return contiguous;
        case RangeType::NotMapping:
            return false;
        case RangeType::Any:
        case RangeType::Normal:
        case RangeType::Device:
            return true;
        }
        return true;
    }

    static MappedRange plainRange(const TraversalEntry& entry)
    {
        MappedRange range;
        range.input = entry.input;
        range.size = entry.size;
        range.output = entry.output;
        range.firstLevel = range.lastLevel = entry.table.level;
        range.descriptor = entry.address;
        return range;
    }

    MappedRange outsideRange(const TraversalEntry& entry) const
    {
        MappedRange range = plainRange(entry);
        range.kind = RangeKind::OutOfRange;
        range.fault = Fault { m_tree.stage(), arch::FaultKind::AddressSize, entry.table.level, false, {} };
        return range;
    }

    bool other(const MappedRange& range)
    {
        if (!m_options.filter.takesOther())
            return true;
        return flush() && hand(range);
    }

    /// Hands a range over, cut to what is asked for.
    bool hand(MappedRange range)
    {
        const RangeFilter& filter = m_options.filter;
        if (!filter.accepts(range))
            return true;
        cut(range, range.input, range.lastInput(), filter.input);
        if (range.kind == RangeKind::Mapping)
            cut(range, range.output, range.lastOutput(), filter.output);
        ++m_handed;
        return m_visit(range);
    }

    static void cut(MappedRange& range, std::uint64_t first, std::uint64_t last, const AddressSpan& span)
    {
        const std::uint64_t before = span.first > first ? span.first - first : 0;
        const std::uint64_t after = last > span.last ? last - span.last : 0;
        range.input += before;
        if (range.kind == RangeKind::Mapping || range.kind == RangeKind::OutOfRange)
            range.output += before;
        range.size -= before + after;
    }

    const TableTree& m_tree;
    const EnumerateOptions& m_options;
    const std::function<bool(const MappedRange&)>& m_visit;
    std::uint64_t m_outputLimit;
    MappedRange m_range;
    bool m_open = false;
    std::uint64_t m_handed = 0;

    // Of the last leaf: most have the attributes of the one before.
    bool m_known = false;
    std::uint64_t m_bits = 0;
    std::uint64_t m_inherited = 0;
    LeafAttributes m_attributes;
    bool m_accepted = false;
    bool m_sameAttributes = false; ///< as m_range
};

} // namespace

EnumerationEnd enumerate(const TableTree& tree, const EnumerateOptions& options,
    const std::function<bool(const MappedRange&)>& visit)
{
    Coalescer coalescer(tree, options, visit);
    TableTraversal traversal(tree, options, coalescer);
    EnumerationEnd end = traversal.run();
    if (end.why != EnumerationEnd::Why::Stopped && !coalescer.flush() && end.complete()) {
        end.why = EnumerationEnd::Why::Stopped;
        end.next = tree.lastInput();
    }
    end.ranges = coalescer.handed();
    return end;
}

RangeList mappedRanges(const TableTree& tree, const EnumerateOptions& options, std::size_t maxRanges)
{
    RangeList list;
    list.end = enumerate(tree, options, [&](const MappedRange& range) {
        if (list.ranges.size() == maxRanges)
            return false;
        list.ranges.push_back(range);
        return true;
    });
    return list;
}

Text textOf(const EnumerationEnd& end)
{
    switch (end.why) {
    case EnumerationEnd::Why::Complete:
        return {};
    case EnumerationEnd::Why::Stopped:
        return { FSCOPE_TR("Core", "Stopped at %1 after %2 ranges."),
            { hex(end.next), std::to_string(end.ranges) } };
    case EnumerationEnd::Why::Cancelled:
        return { FSCOPE_TR("Core", "Cancelled at %1."), { hex(end.next) } };
    case EnumerationEnd::Why::Limit:
        return { FSCOPE_TR("Core",
                     "Stopped at %1 after %2 descriptors: the tables refer to each other so often "
                     "that going through all would take too long."),
            { hex(end.next), std::to_string(end.descriptors) } };
    }
    return {};
}

} // namespace fscope::mmu
