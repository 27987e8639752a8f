// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/mmu/reverselookup.h"

#include <algorithm>
#include <utility>

namespace fscope::mmu {
namespace {

/// The part of [first, last] that lies in @p span, moved so that @p first becomes @p to.
AddressSpan moved(const AddressSpan& span, std::uint64_t first, std::uint64_t last, std::uint64_t to)
{
    return { to + (std::max(span.first, first) - first), to + (std::min(span.last, last) - first) };
}

} // namespace

OutputIndex::OutputIndex(std::vector<MappedRange> ranges)
    : m_ranges(std::move(ranges))
    , m_lastOutput(m_ranges.size())
{
    std::sort(m_ranges.begin(), m_ranges.end(), [](const MappedRange& a, const MappedRange& b) {
        return a.output != b.output ? a.output < b.output : a.input < b.input;
    });
    // The middle of [first, last) is the root of its subtree.
    const auto fill = [&](const auto& self, std::size_t first, std::size_t last) -> std::uint64_t {
        if (first == last)
            return 0;
        const std::size_t middle = first + (last - first) / 2;
        const std::uint64_t farthest = std::max(
            { m_ranges[middle].lastOutput(), self(self, first, middle), self(self, middle + 1, last) });
        m_lastOutput[middle] = farthest;
        return farthest;
    };
    fill(fill, 0, m_ranges.size());
}

void OutputIndex::find(const AddressSpan& outputs, const std::function<bool(const MappedRange&)>& visit) const
{
    find(0, m_ranges.size(), outputs, visit);
}

bool OutputIndex::find(std::size_t first, std::size_t last, const AddressSpan& outputs,
    const std::function<bool(const MappedRange&)>& visit) const
{
    if (first == last)
        return true;
    const std::size_t middle = first + (last - first) / 2;
    if (m_lastOutput[middle] < outputs.first)
        return true;
    if (!find(first, middle, outputs, visit))
        return false;
    const MappedRange& range = m_ranges[middle];
    if (range.output > outputs.last)
        return true;
    if (range.lastOutput() >= outputs.first && !visit(range))
        return false;
    return find(middle + 1, last, outputs, visit);
}

ReverseLookup::ReverseLookup(const TranslationRegisters& regs, const TableMemory& memory,
    const EnumerateOptions& limits, std::size_t maxRanges)
    : m_vas(limits.filter.input)
    , m_stage1On(stage1Settings(regs, false).on)
    , m_stage2On(stage2Settings(regs).on)
{
    EnumerateOptions options = limits;
    const auto collect = [&](TreeName name) {
        options.filter = {};
        if (name != TreeName::Vttbr)
            options.filter.input = m_vas;
        const TableTree tree(regs, memory, name);
        std::vector<MappedRange> mappings;
        const EnumerationEnd end = enumerate(tree, options, [&](const MappedRange& range) {
            if (range.kind != RangeKind::Mapping)
                return true;
            if (mappings.size() == maxRanges)
                return false;
            mappings.push_back(range);
            return true;
        });
        if (!end.complete())
            m_stopped.push_back(textOf(end));
        return mappings;
    };
    m_lower = OutputIndex(collect(TreeName::Ttbr0));
    m_upper = OutputIndex(collect(TreeName::Ttbr1));
    m_stage2ByIpa = collect(TreeName::Vttbr);
    m_stage2 = OutputIndex(m_stage2ByIpa);
}

void ReverseLookup::addStage1(const MappedBy& found, std::size_t most, std::vector<MappedBy>& result) const
{
    if (!m_stage1On) { // VAs go through as they are
        if (result.size() < most && m_vas.overlaps(found.ipa.first, found.ipa.last)) {
            MappedBy one = found;
            one.ipa = moved(m_vas, found.ipa.first, found.ipa.last, found.ipa.first);
            one.pa = moved(m_vas, found.ipa.first, found.ipa.last, found.pa.first);
            one.va = one.ipa;
            result.push_back(one);
        }
        return;
    }
    bool any = false;
    for (const auto& [index, tree] :
        { std::pair { &m_lower, TreeName::Ttbr0 }, std::pair { &m_upper, TreeName::Ttbr1 } })
        index->find(found.ipa, [&, name = tree](const MappedRange& range) {
            any = true;
            if (result.size() == most)
                return false;
            MappedBy one = found;
            one.tree = name;
            one.stage1 = range;
            one.va = moved(found.ipa, range.output, range.lastOutput(), range.input);
            one.ipa = moved(*one.va, range.input, range.lastInput(), range.output);
            one.pa = { found.pa.first + (one.ipa.first - found.ipa.first),
                found.pa.first + (one.ipa.last - found.ipa.first) };
            result.push_back(one);
            return true;
        });
    if (!any && m_stage2On && m_vas == AddressSpan {} && result.size() < most)
        result.push_back(found);
}

std::vector<MappedBy> ReverseLookup::whoMaps(const AddressSpan& pas, std::size_t most) const
{
    std::vector<MappedBy> result;
    if (!m_stage2On) {
        addStage1({ pas, pas, {}, {}, {}, {} }, most, result);
        return result;
    }
    m_stage2.find(pas, [&](const MappedRange& range) {
        MappedBy found;
        found.ipa = moved(pas, range.output, range.lastOutput(), range.input);
        found.pa = moved(found.ipa, range.input, range.lastInput(), range.output);
        found.stage2 = range;
        addStage1(found, most, result);
        return result.size() < most;
    });
    return result;
}

std::vector<MappedBy> ReverseLookup::whoMapsIpa(const AddressSpan& ipas, std::size_t most) const
{
    std::vector<MappedBy> result;
    if (!m_stage2On) {
        addStage1({ ipas, ipas, {}, {}, {}, {} }, most, result);
        return result;
    }
    // What stage 2 maps of it, and the gaps between.
    auto at = std::partition_point(m_stage2ByIpa.begin(), m_stage2ByIpa.end(),
        [&](const MappedRange& range) { return range.lastInput() < ipas.first; });
    for (std::uint64_t next = ipas.first;;) {
        const bool mapped = at != m_stage2ByIpa.end() && at->input <= ipas.last;
        if (!mapped || at->input > next) {
            MappedBy gap;
            gap.ipa = { next, mapped ? at->input - 1 : ipas.last };
            addStage1(gap, most, result);
        }
        if (!mapped)
            break;
        MappedBy found;
        found.ipa = { std::max(ipas.first, at->input), std::min(ipas.last, at->lastInput()) };
        found.pa = moved(found.ipa, at->input, at->lastInput(), at->output);
        found.stage2 = *at;
        addStage1(found, most, result);
        if (at->lastInput() >= ipas.last || result.size() >= most)
            break;
        next = at->lastInput() + 1;
        ++at;
    }
    // An IPA that neither stage knows is reached by nobody.
    std::erase_if(result, [](const MappedBy& found) { return !found.va && !found.stage2; });
    return result;
}

} // namespace fscope::mmu
