// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/base/text.h"
#include "core/mmu/tableenumerator.h"
#include "core/mmu/tabletree.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace fscope::mmu {

/// Ranges by where they lead.
class OutputIndex
{
public:
    OutputIndex() = default;
    explicit OutputIndex(std::vector<MappedRange> ranges);

    std::size_t size() const { return m_ranges.size(); }
    /// Hands over each range that leads into @p outputs, by ascending output; @p visit gives false to stop.
    /// Cost: logarithmic, and a step for each range that is found.
    void find(const AddressSpan& outputs, const std::function<bool(const MappedRange&)>& visit) const;

private:
    bool find(std::size_t first, std::size_t last, const AddressSpan& outputs,
        const std::function<bool(const MappedRange&)>& visit) const;

    std::vector<MappedRange> m_ranges;       ///< by ascending output
    std::vector<std::uint64_t> m_lastOutput; ///< of the ranges of the subtree whose middle stands here
};

/// One way that an address is reached.
struct MappedBy {
    AddressSpan pa;
    AddressSpan ipa;                   ///< as many bytes; the same as @c pa while stage 2 is off
    std::optional<AddressSpan> va;     ///< absent: an IPA that no VA leads to
    TreeName tree = TreeName::Ttbr0;   ///< of the VA
    std::optional<MappedRange> stage1; ///< absent while stage 1 is off, or without a VA
    std::optional<MappedRange> stage2; ///< absent while stage 2 is off
};

/// Who maps this address? Built once for a moment of the tables, then asked as often as one likes.
class ReverseLookup
{
public:
    /// Of each tree; see @ref EnumerateOptions for what bounds the cost. The filter's input span limits the
    /// VAs, and with them the ways to those that begin with a VA; the rest of the filter is ignored.
    static constexpr std::size_t kMaxRanges = std::size_t { 1 } << 22;
    ReverseLookup(const TranslationRegisters& regs, const TableMemory& memory,
        const EnumerateOptions& limits = {}, std::size_t maxRanges = kMaxRanges);

    /// Why some tree was not indexed to its end.
    const std::vector<Text>& stopped() const { return m_stopped; }
    std::size_t ranges() const { return m_lower.size() + m_upper.size() + m_stage2.size(); }

    /// All ways to reach some of @p pas, by ascending PA, then IPA; at most @p most.
    /// An IPA that no VA leads to is one, as devices of a hypervisor reach it.
    std::vector<MappedBy> whoMaps(const AddressSpan& pas, std::size_t most = 10'000) const;
    /// The same for IPAs. Where stage 2 maps nothing, the PA is absent: MappedBy::stage2 is, while stage 2 is
    /// on.
    std::vector<MappedBy> whoMapsIpa(const AddressSpan& ipas, std::size_t most = 10'000) const;

    bool hasStage1() const { return m_stage1On; }
    bool hasStage2() const { return m_stage2On; }

private:
    void addStage1(const MappedBy& found, std::size_t most, std::vector<MappedBy>& result) const;

    OutputIndex m_lower;  ///< TTBR0: VA to IPA
    OutputIndex m_upper;  ///< TTBR1
    OutputIndex m_stage2; ///< IPA to PA
    std::vector<MappedRange> m_stage2ByIpa;
    AddressSpan m_vas; ///< that are asked about
    bool m_stage1On = false;
    bool m_stage2On = false;
    std::vector<Text> m_stopped;
};

} // namespace fscope::mmu
