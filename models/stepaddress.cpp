// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/stepaddress.h"

#include "core/hypervisor/overloaded.h"

#include <algorithm>

namespace fscope::models {

std::optional<StepAddress> memoryTouched(const machine::InterceptRun& run, std::size_t index)
{
    const hypervisor::MicroStep& step = run.steps[index];
    if (const auto* written = std::get_if<hypervisor::MemoryWritten>(&step))
        return StepAddress { written->ipa, written->pa };
    const auto* read = std::get_if<hypervisor::MemoryRead>(&step);
    if (!read)
        return std::nullopt;
    for (std::size_t i = index + 1; i < run.steps.size(); ++i) {
        if (std::holds_alternative<hypervisor::InstructionFetched>(run.steps[i]))
            return std::nullopt;
    }
    return StepAddress { read->ipa, read->pa };
}

std::optional<StepAddress> addressOfStep(const machine::InterceptRun& run, std::size_t index)
{
    using Found = std::optional<StepAddress>;
    return std::visit(hypervisor::Overloaded {
                          [](const hypervisor::AccessChecked& s) -> Found {
                              return StepAddress { s.ipa, {} };
                          },
                          [](const hypervisor::MemoryRead& s) -> Found {
                              return StepAddress { s.ipa, s.pa };
                          },
                          [](const hypervisor::MemoryWritten& s) -> Found {
                              return StepAddress { s.ipa, s.pa };
                          },
                          [](const hypervisor::MmioAccessed& s) -> Found {
                              return StepAddress { s.ipa, {} };
                          },
                          [](const hypervisor::Translated& s) -> Found {
                              return StepAddress { s.ipa, {} };
                          },
                          [](const hypervisor::DescriptorStep& s) -> Found {
                              return StepAddress { {}, s.read.address };
                          },
                          [](const auto&) -> Found { return std::nullopt; },
                      },
        run.steps[index]);
}

std::optional<Va> virtualOf(Ipa ipa, const machine::InterceptRun& run, std::size_t done)
{
    for (std::size_t i = std::min(done, run.steps.size()); i-- > 0;) {
        const hypervisor::MicroStep& step = run.steps[i];
        std::optional<std::pair<Va, Ipa>> pair;
        if (const auto* translated = std::get_if<hypervisor::Translated>(&step))
            pair = { translated->va, translated->ipa };
        else if (const auto* looked = std::get_if<hypervisor::CacheLookedUp>(&step); looked && looked->hit)
            pair = { looked->va, looked->ipa };
        if (pair && pair->second.alignedDown(kPageSize) == ipa.alignedDown(kPageSize))
            return pair->first.alignedDown(kPageSize) + ipa.offsetIn(kPageSize);
    }
    return std::nullopt;
}

std::optional<Ipa> intermediateOf(Pa pa, const memory::SlotMap& slotMap)
{
    for (const memory::Slot& slot : slotMap.all()) {
        if (slot.kind != memory::SlotKind::Device && pa.value - slot.pa.value < slot.size)
            return slot.start + (pa - slot.pa);
    }
    return std::nullopt;
}

} // namespace fscope::models
