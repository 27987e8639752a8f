// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/base/bits.h"
#include "core/mmu/lookup.h"
#include "core/mmu/tableenumerator.h"
#include "core/mmu/tabletree.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <unordered_map>

namespace fscope::mmu {

/// A valid descriptor on the way through a tree.
struct TraversalEntry {
    const TableRef& table;
    std::uint32_t index = 0;
    std::uint64_t input = 0;
    std::uint64_t size = 0;
    Pa address;
    std::uint64_t descriptor = 0;
    DescriptorType type = DescriptorType::Invalid;
    std::uint64_t output = 0;
};

/// Goes through all tables of a tree by ascending input, depth first.
///
/// The one loop under enumerate() and lintTables(). @p Visitor has, each giving false to stop:
///   chunk(table, first, address, descriptors)   before the entries of these descriptors
///   unreadable(table, first, count, fault)       instead, where they cannot be read
///   leaf(entry)                                  a block or page
///   outside(entry)                               a table or leaf whose address is over the output size
///   left(entry, RangeKind)                       a table that is not gone through: Recursive or Repeated
template <typename Visitor>
class TableTraversal
{
public:
    TableTraversal(const TableTree& tree, const EnumerateOptions& options, Visitor& visitor)
        : m_tree(tree)
        , m_config(tree.config())
        , m_options(options)
        , m_span(options.filter.input)
        , m_visitor(visitor)
    { }

    EnumerationEnd run()
    {
        const TableRef root = m_tree.root();
        if (root.entries != 0 && m_span.overlaps(m_tree.firstInput(), m_tree.lastInput())) {
            m_span.first = std::max(m_span.first, m_tree.firstInput());
            m_span.last = std::min(m_span.last, m_tree.lastInput());
            visit(root, 0);
        }
        return m_end;
    }

private:
    /// Levels -1 to 3.
    static constexpr unsigned kMaxDepth = 5;

    bool stop(EnumerationEnd::Why why, std::uint64_t next)
    {
        m_end.why = why;
        m_end.next = std::max(next, m_span.first);
        return false;
    }

    bool visit(const TableRef& table, unsigned depth)
    {
        const unsigned shift = m_config.shift(table.level);
        const std::uint64_t size = std::uint64_t { 1 } << shift;
        const auto index
            = [&](std::uint64_t input) { return input < table.input ? 0 : (input - table.input) >> shift; };
        const auto begin = static_cast<std::uint32_t>(index(m_span.first));
        const auto end
            = static_cast<std::uint32_t>(std::min<std::uint64_t>(index(m_span.last) + 1, table.entries));
        m_path[depth] = table;
        ++m_end.tables;
        std::array<std::uint64_t, TableTree::kChunk>& words = m_words[depth];
        for (std::uint32_t chunk = begin - begin % TableTree::kChunk; chunk < end;
             chunk += TableTree::kChunk) {
            const std::uint32_t count = std::min(TableTree::kChunk, table.entries - chunk);
            const std::uint64_t input = table.input + std::uint64_t { chunk } * size;
            if (m_options.cancel != nullptr && m_options.cancel->load(std::memory_order_relaxed))
                return stop(EnumerationEnd::Why::Cancelled, input);
            if (m_end.descriptors + count > m_options.maxDescriptors)
                return stop(EnumerationEnd::Why::Limit, input);
            m_end.descriptors += count;
            const TableTree::Read read = m_tree.read(table, chunk, count, words.data());
            const bool more = read.fault
                ? m_visitor.unreadable(table, chunk, count, read)
                : m_visitor.chunk(table, chunk, read.address, std::span(words.data(), count));
            if (!more)
                return stop(EnumerationEnd::Why::Stopped, input);
            if (read.fault)
                continue;
            for (std::uint32_t i = std::max(begin, chunk); i < std::min(end, chunk + count); ++i)
                if (bit(words[i - chunk], 0)
                    && !entry(table, i, read.address + (i - chunk) * 8, words[i - chunk], depth))
                    return false;
        }
        return true;
    }

    bool entry(
        const TableRef& table, std::uint32_t index, Pa address, std::uint64_t descriptor, unsigned depth)
    {
        const DescriptorType type = descriptorType(m_config, descriptor, table.level);
        const bool isTable = type == DescriptorType::Table;
        if (!isTable && type != DescriptorType::Block && type != DescriptorType::Page)
            return true;
        const unsigned shift = m_config.shift(table.level);
        const TraversalEntry found { table, index, table.input + (std::uint64_t { index } << shift),
            std::uint64_t { 1 } << shift, address, descriptor, type,
            outputOf(m_config, descriptor, isTable ? m_config.grainBits : shift) };
        const auto stopped = [&] { return stop(EnumerationEnd::Why::Stopped, found.input); };
        if ((found.output >> m_config.outputBits) != 0)
            return m_visitor.outside(found) || stopped();
        if (!isTable)
            return m_visitor.leaf(found) || stopped();
        const bool recursive = isOnPath(found.output, depth);
        if (recursive && !m_options.expandRecursive)
            return m_visitor.left(found, RangeKind::Recursive) || stopped();
        // Tables are aligned to 4 KiB at least, so the level fits below their address.
        std::uint32_t& visits = m_visits[found.output | static_cast<unsigned>(table.level + 2)];
        if (visits == m_options.maxVisitsPerTable)
            return m_visitor.left(found, RangeKind::Repeated) || stopped();
        ++visits;
        return visit(m_tree.tableOf(table, index, descriptor), depth + 1);
    }

    bool isOnPath(std::uint64_t base, unsigned depth) const
    {
        for (unsigned above = 0; above <= depth; ++above)
            if (base - m_path[above].base < std::uint64_t { m_path[above].entries } * 8)
                return true;
        return false;
    }

    const TableTree& m_tree;
    const LookupConfig& m_config;
    const EnumerateOptions& m_options;
    AddressSpan m_span;
    Visitor& m_visitor;
    EnumerationEnd m_end;
    std::array<TableRef, kMaxDepth> m_path {};
    std::array<std::array<std::uint64_t, TableTree::kChunk>, kMaxDepth> m_words {};
    std::unordered_map<std::uint64_t, std::uint32_t> m_visits;
};

} // namespace fscope::mmu
