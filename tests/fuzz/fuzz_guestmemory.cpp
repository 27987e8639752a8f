// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// Layouts of guest memory and operations on them, both drawn from the input, against a plain list of bytes:
/// each result, each byte read and each first failing address must agree.

#include "tests/core/memory/memorymodel.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

/// Numbers from the input, zeros once it is used up. As few bytes as the range needs, so that small changes
/// of the input are small changes of what happens.
struct Input {
    const std::uint8_t* data;
    std::size_t left;

    std::uint64_t operator()(std::uint64_t below)
    {
        std::uint64_t value = 0;
        for (std::uint64_t range = below - 1; range != 0; range >>= 8) {
            value = value << 8 | (left > 0 ? *data : 0);
            data += left > 0;
            left -= left > 0;
        }
        return value % below;
    }
};

void require(const std::string& wrong)
{
    if (wrong.empty())
        return;
    std::fprintf(stderr, "%s\n", wrong.c_str());
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Input input { data, size };
    fscope::test::MemoryModel model(input);
    while (input.left > 0)
        require(model.step());
    require(model.compareAll());
    return 0;
}
