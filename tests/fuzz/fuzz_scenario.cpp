// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

// Any bytes as a scenario: opened, and the first intercepts run under every policy and stepped both ways.

#include "core/machine/run.h"
#include "core/scenario/scenariosource.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace fscope;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto source = scenario::ScenarioSource::read(text, "fuzz.json");
    if (!source)
        return 0;
    for (std::size_t index = 0; index < std::min<std::size_t>((*source)->size(), 3); ++index) {
        for (const hypervisor::HypervisorPolicy* policy : hypervisor::policies()) {
            const auto run = (*source)->run(index, *policy);
            if (!run)
                continue;
            (*source)->compare(index, **run);
            machine::Replay replay(*run);
            replay.moveTo((*run)->steps.size());
            if (!replay.guest().sameState(*(*run)->after))
                std::abort();
            replay.moveTo(0);
            if (!replay.guest().sameState(*(*run)->before))
                std::abort();
        }
    }
    return 0;
}
