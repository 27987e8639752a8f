// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/memorytype.h"
#include "core/base/bits.h"
#include "core/base/hex.h"
#include "core/mmu/lintsink.h"
#include "core/mmu/tablelint.h"

#include <algorithm>
#include <array>

namespace fscope::mmu {
namespace {

constexpr unsigned kContiguousBit = 52;

constexpr const char* kBreak = FSCOPE_TR(
    "Core", "Write an invalid entry, DSB, invalidate the TLB, DSB, and only then write the new entry.");

/// Goes through two trees of the same sizes side by side.
class Comparison
{
public:
    Comparison(const TableTree& before, const TableTree& after, const LintOptions& options, LintSink& sink)
        : m_before(before)
        , m_after(after)
        , m_options(options)
        , m_sink(sink)
    { }

    void run()
    {
        visit(m_before.root(), m_after.root(), 0);
        m_end.ranges = 0;
        if (!m_end.complete())
            m_sink.stopped(textOf(m_end));
    }

private:
    struct Buffers {
        std::array<std::uint64_t, TableTree::kChunk> before;
        std::array<std::uint64_t, TableTree::kChunk> after;
    };

    bool stop(EnumerationEnd::Why why, std::uint64_t next)
    {
        m_end.why = why;
        m_end.next = next;
        return false;
    }

    bool visit(const TableRef& before, const TableRef& after, unsigned depth)
    {
        const std::uint64_t size = m_after.entrySize(after.level);
        const AddressSpan& span = m_options.limits.filter.input;
        Buffers& words = m_buffers[depth];
        for (std::uint32_t chunk = 0; chunk < after.entries; chunk += TableTree::kChunk) {
            const std::uint32_t count = std::min(TableTree::kChunk, after.entries - chunk);
            const std::uint64_t input = after.input + chunk * size;
            if (!span.overlaps(input, input + (count * size - 1)))
                continue;
            if (m_options.limits.cancel != nullptr
                && m_options.limits.cancel->load(std::memory_order_relaxed))
                return stop(EnumerationEnd::Why::Cancelled, input);
            if (m_end.descriptors + 2 * count > m_options.limits.maxDescriptors)
                return stop(EnumerationEnd::Why::Limit, input);
            m_end.descriptors += 2 * count;
            const TableTree::Read old = m_before.read(before, chunk, count, words.before.data());
            const TableTree::Read fresh = m_after.read(after, chunk, count, words.after.data());
            // What could not be read was not valid.
            if (old.fault || fresh.fault)
                continue;
            for (std::uint32_t i = 0; i < count; ++i)
                if (bit(words.before[i], 0) && bit(words.after[i], 0)
                    && span.overlaps(input + i * size, input + (i * size + (size - 1)))
                    && !entry(before, after, chunk + i, words.before[i], words.after[i],
                        fresh.address + i * 8, depth))
                    return false;
        }
        return true;
    }

    bool entry(const TableRef& before, const TableRef& after, std::uint32_t index, std::uint64_t old,
        std::uint64_t fresh, Pa address, unsigned depth)
    {
        const DescriptorType oldType = m_before.typeOf(old, before.level);
        const DescriptorType newType = m_after.typeOf(fresh, after.level);
        const auto isLeaf = [](DescriptorType type) {
            return type == DescriptorType::Block || type == DescriptorType::Page;
        };
        const bool wasTable = oldType == DescriptorType::Table;
        const bool isTable = newType == DescriptorType::Table;
        if ((!wasTable && !isLeaf(oldType)) || (!isTable && !isLeaf(newType)))
            return true;
        const bool fits = m_before.fits(m_before.outputOf(old, before.level, oldType))
            && m_after.fits(m_after.outputOf(fresh, after.level, newType));
        if (!fits)
            return true;
        if (wasTable && isTable)
            return visit(
                m_before.tableOf(before, index, old), m_after.tableOf(after, index, fresh), depth + 1);
        LintFinding found;
        found.tree = m_after.name();
        found.level = after.level;
        found.descriptor = address;
        found.value = fresh;
        found.input.first = after.input + index * m_after.entrySize(after.level);
        found.input.last = found.input.first + (m_after.entrySize(after.level) - 1);
        found.output = m_after.outputOf(fresh, after.level, newType);
        if (wasTable != isTable) {
            found.rule = LintRule::ChangedSize;
            found.sentence = wasTable ? FSCOPE_TR("Core", "A table became a block while it was valid.")
                                      : FSCOPE_TR("Core", "A block became a table while it was valid.");
            found.hint = FSCOPE_TR("Core",
                "Break before make, unless the CPU has FEAT_BBM level 2 (then a TLB "
                "conflict abort may still be taken).");
            m_sink.add(std::move(found));
            return true;
        }
        leaves(before, after, old, fresh, std::move(found));
        return true;
    }

    void leaves(const TableRef& before, const TableRef& after, std::uint64_t old, std::uint64_t fresh,
        LintFinding found)
    {
        const LeafAttributes was = m_before.attributesOf(old, before.inherited);
        const LeafAttributes is = m_after.attributesOf(fresh, after.inherited);
        const std::uint64_t from = m_before.outputOf(old, before.level, DescriptorType::Block);
        found.hint = kBreak;
        const auto add = [&](LintRule rule, Text sentence) {
            LintFinding one = found;
            one.rule = rule;
            one.sentence = std::move(sentence);
            m_sink.add(std::move(one));
        };
        if (from != found.output) {
            const bool writable = was.rights.privileged().write || was.rights.unprivileged().write
                || is.rights.privileged().write || is.rights.unprivileged().write;
            add(LintRule::ChangedOutput,
                { writable ? FSCOPE_TR(
                      "Core", "The output went from %1 to %2 while the entry was valid and writable.")
                           : FSCOPE_TR("Core",
                               "The output went from %1 to %2 while the entry was valid and read-only, "
                               "which is right only if both hold the same bytes."),
                    { hex(from), hex(found.output) } });
        }
        if (bit(old, kContiguousBit) != bit(fresh, kContiguousBit)
            && m_after.contiguousEntries(after.level) > 1) {
            LintFinding one = found;
            one.rule = LintRule::ChangedSize;
            one.sentence = FSCOPE_TR("Core", "The Contiguous bit changed while the entry was valid.");
            one.hint = FSCOPE_TR("Core", "Break before make, unless the CPU has FEAT_BBM level 1 or 2.");
            m_sink.add(std::move(one));
        }
        if (was.memory.attr != is.memory.attr)
            add(LintRule::ChangedMemoryType,
                { FSCOPE_TR("Core", "The memory went from %1 to %2 while the entry was valid."),
                    { arch::mairMemoryType(was.memory.attr).text(),
                        arch::mairMemoryType(is.memory.attr).text() } });
        else if (was.memory.sh != is.memory.sh)
            add(LintRule::ChangedShareability,
                { FSCOPE_TR("Core", "The memory went from %1 to %2 while the entry was valid."),
                    { describeMemory(was.memory), describeMemory(is.memory) } });
        if (was.notGlobal && !is.notGlobal && m_after.stage() == Stage::One)
            add(LintRule::ChangedToGlobal,
                FSCOPE_TR(
                    "Core", "The entry became global while TLBs may hold it as one of an address space."));
    }

    const TableTree& m_before;
    const TableTree& m_after;
    const LintOptions& m_options;
    LintSink& m_sink;
    EnumerationEnd m_end;
    std::array<Buffers, 5> m_buffers {};
};

bool haveSameSizes(const LookupConfig& a, const LookupConfig& b)
{
    return a.grainBits == b.grainBits && a.inputBits == b.inputBits && a.startLevel == b.startLevel
        && a.wide == b.wide;
}

} // namespace

LintReport lintChange(const TableVersion& before, const TableVersion& after, const LintOptions& options)
{
    LintSink sink(options.maxFindings);
    for (const TreeName name : kTreeNames) {
        if (std::find(options.trees.begin(), options.trees.end(), name) == options.trees.end())
            continue;
        const TableTree old(before.regs, before.memory, name);
        const TableTree fresh(after.regs, after.memory, name);
        if (!old.isUsed() || !fresh.isUsed())
            continue;
        if (haveSameSizes(old.config(), fresh.config())) {
            Comparison(old, fresh, options, sink).run();
            continue;
        }
        LintFinding found;
        found.rule = LintRule::ChangedRegime;
        found.tree = name;
        found.input = { fresh.firstInput(), fresh.lastInput() };
        found.sentence = FSCOPE_TR(
            "Core", "Granule, address size or start level changed, so the tables cannot be compared.");
        found.hint = FSCOPE_TR("Core", "Invalidate the TLB before addresses go through the new tables.");
        sink.add(std::move(found));
    }
    return sink.take();
}

} // namespace fscope::mmu
