// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

// Any bytes as a file of recorded vectors, plain or compressed: opened, verified, and the first records run
// under every policy.

#include "core/machine/run.h"
#include "core/trace/verify.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace fscope;
    auto reader
        = LineReader::fromBytes(std::string_view(reinterpret_cast<const char*>(data), size), "fuzz.jsonl");
    if (!reader)
        return 0;
    const auto file = trace::A64VectorFile::read(std::move(*reader), "fuzz.jsonl");
    if (!file)
        return 0;
    for (std::size_t index = 0; index < std::min<std::size_t>((*file)->size(), 3); ++index) {
        (*file)->summary(index);
        trace::verifyA64Record((*file)->record(index));
        for (const hypervisor::HypervisorPolicy* policy : hypervisor::policies()) {
            const auto run = (*file)->run(index, *policy);
            if (!run)
                continue;
            (*file)->compare(index, **run);
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
