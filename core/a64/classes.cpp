// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/a64/classes.h"

#include "core/a64/decodetable.h"

#include <algorithm>
#include <array>

namespace fscope::a64 {

namespace {

constexpr DecodeStatus kUnallocated = DecodeStatus::Unallocated;
constexpr DecodeStatus kNotModelled = DecodeStatus::NotModelled;
constexpr DecodeStatus kOther = DecodeStatus::NotLoadOrStore;

// Arm ARM (DDI 0487), C4.1 "A64 instruction set encoding". The first match counts, so what is special stands
// first.
constexpr InstructionClass kClasses[] = {
    // clang-format off
    // Loads and Stores: classes the table does not hold
    {"0x0011000x000000xxxxxxxxxxxxxxxx", kNotModelled,
        FSCOPE_TR("Core", "Advanced SIMD load/store multiple structures")},
    {"0x0011001x0xxxxxxxxxxxxxxxxxxxxx", kNotModelled,
        FSCOPE_TR("Core", "Advanced SIMD load/store multiple structures (post-indexed)")},
    {"0x0011010xxxxxxxxxxxxxxxxxxxxxxx", kNotModelled,
        FSCOPE_TR("Core", "Advanced SIMD load/store single structure")},
    {"0x0011011xxxxxxxxxxxxxxxxxxxxxxx", kNotModelled,
        FSCOPE_TR("Core", "Advanced SIMD load/store single structure (post-indexed)")},
    {"xx0010000x0xxxxxxxxxxxxxxxxxxxxx", kNotModelled,
        FSCOPE_TR("Core", "Load/store exclusive register")},
    {"1x0010000x1xxxxxxxxxxxxxxxxxxxxx", kNotModelled,
        FSCOPE_TR("Core", "Load/store exclusive pair")},
    {"0x0010000x1xxxxxxxxxxxxxxxxxxxxx", kNotModelled,
        FSCOPE_TR("Core", "Compare and swap pair")},
    {"xx0010001x1xxxxxxxxxxxxxxxxxxxxx", kNotModelled,
        FSCOPE_TR("Core", "Compare and swap")},
    {"11011001xx1xxxxxxxxxxxxxxxxxxxxx", kNotModelled,
        FSCOPE_TR("Core", "Load/store memory tags")},
    {"11011001000xxxxxxxxx11xxxxxxxxxx", kNotModelled,
        FSCOPE_TR("Core", "Guarded Control Stack stores")},
    {"00011x01xx0xxxxxxxxx01xxxxxxxxxx", kNotModelled,
        FSCOPE_TR("Core", "Memory Copy and Memory Set")},
    {"1x011001xx0xxxxxxxxx10xxxxxxxxxx", kNotModelled,
        FSCOPE_TR("Core", "Ordered pair of registers (LDIAPP, STILP)")},
    {"xx011101xx0xxxxxxxxx10xxxxxxxxxx", kNotModelled,
        FSCOPE_TR("Core", "LDAPR/STLR (SIMD&FP)")},
    {"0x011001xx1xxxxxxxxxxxxxxxxxxxxx", kNotModelled,
        FSCOPE_TR("Core", "Read-check-write and 128-bit atomic memory operations")},
    {"0110100010xxxxxxxxxxxxxxxxxxxxxx", kNotModelled,
        FSCOPE_TR("Core", "Store Allocation Tag and pair of registers (STGP)")},
    {"0110100100xxxxxxxxxxxxxxxxxxxxxx", kNotModelled,
        FSCOPE_TR("Core", "Store Allocation Tag and pair of registers (STGP)")},
    {"0110100110xxxxxxxxxxxxxxxxxxxxxx", kNotModelled,
        FSCOPE_TR("Core", "Store Allocation Tag and pair of registers (STGP)")},
    {"xx111000xx1xxxxxxxxx00xxxxxxxxxx", kNotModelled,
        FSCOPE_TR("Core", "Atomic memory operations")},
    {"11111000xx1xxxxxxxxxx1xxxxxxxxxx", kNotModelled,
        FSCOPE_TR("Core", "Load register with pointer authentication (LDRAA, LDRAB)")},
    // Loads and Stores: classes of the table, whose allocated words never come here
    {"xx011001xx0xxxxxxxxx00xxxxxxxxxx", kUnallocated,
        FSCOPE_TR("Core", "LDAPR/STLR (unscaled immediate)")},
    {"xx011x00xxxxxxxxxxxxxxxxxxxxxxxx", kUnallocated,
        FSCOPE_TR("Core", "Load register (literal)")},
    {"xx101x000xxxxxxxxxxxxxxxxxxxxxxx", kUnallocated,
        FSCOPE_TR("Core", "Load/store no-allocate pair (offset)")},
    {"xx101x001xxxxxxxxxxxxxxxxxxxxxxx", kUnallocated,
        FSCOPE_TR("Core", "Load/store register pair (post-indexed)")},
    {"xx101x010xxxxxxxxxxxxxxxxxxxxxxx", kUnallocated,
        FSCOPE_TR("Core", "Load/store register pair (offset)")},
    {"xx101x011xxxxxxxxxxxxxxxxxxxxxxx", kUnallocated,
        FSCOPE_TR("Core", "Load/store register pair (pre-indexed)")},
    {"xx111x00xx0xxxxxxxxx00xxxxxxxxxx", kUnallocated,
        FSCOPE_TR("Core", "Load/store register (unscaled immediate)")},
    {"xx111x00xx0xxxxxxxxx01xxxxxxxxxx", kUnallocated,
        FSCOPE_TR("Core", "Load/store register (immediate post-indexed)")},
    {"xx111x00xx0xxxxxxxxx10xxxxxxxxxx", kUnallocated,
        FSCOPE_TR("Core", "Load/store register (unprivileged)")},
    {"xx111x00xx0xxxxxxxxx11xxxxxxxxxx", kUnallocated,
        FSCOPE_TR("Core", "Load/store register (immediate pre-indexed)")},
    {"xx111x00xx1xxxxxxxxx10xxxxxxxxxx", kUnallocated,
        FSCOPE_TR("Core", "Load/store register (register offset)")},
    {"xx111x01xxxxxxxxxxxxxxxxxxxxxxxx", kUnallocated,
        FSCOPE_TR("Core", "Load/store register (unsigned immediate)")},
    {"xxxx1x0xxxxxxxxxxxxxxxxxxxxxxxxx", kUnallocated,
        FSCOPE_TR("Core", "Loads and Stores")},
    // other groups that access memory
    {"1xx0010xxxxxxxxxxxxxxxxxxxxxxxxx", kNotModelled,
        FSCOPE_TR("Core", "SVE loads and stores")},
    {"1110000xxxxxxxxxxxxxxxxxxxxxxxxx", kNotModelled,
        FSCOPE_TR("Core", "SME loads and stores")},
    {"1101010100001xxx0111xxxxxxxxxxxx", kNotModelled,
        FSCOPE_TR("Core", "Cache maintenance or address translation (DC, IC, AT)")},
    // everything else
    {"xxx0010xxxxxxxxxxxxxxxxxxxxxxxxx", kOther,
        FSCOPE_TR("Core", "SVE encodings")},
    {"1xx0000xxxxxxxxxxxxxxxxxxxxxxxxx", kOther,
        FSCOPE_TR("Core", "SME encodings")},
    {"0000000000000000xxxxxxxxxxxxxxxx", kOther,
        FSCOPE_TR("Core", "Permanently undefined (UDF)")},
    {"xxx100xxxxxxxxxxxxxxxxxxxxxxxxxx", kOther,
        FSCOPE_TR("Core", "Data Processing -- Immediate")},
    {"xxx101xxxxxxxxxxxxxxxxxxxxxxxxxx", kOther,
        FSCOPE_TR("Core", "Branches, exception generating and System instructions")},
    {"xxxx101xxxxxxxxxxxxxxxxxxxxxxxxx", kOther,
        FSCOPE_TR("Core", "Data Processing -- Register")},
    {"xxxx111xxxxxxxxxxxxxxxxxxxxxxxxx", kOther,
        FSCOPE_TR("Core", "Data Processing -- Scalar Floating-Point and Advanced SIMD")},
    {"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", kOther,
        FSCOPE_TR("Core", "Reserved group of encodings")},
    // clang-format on
};
constexpr std::size_t kClassCount = std::size(kClasses);

constexpr std::array<table::Pattern, kClassCount> patterns()
{
    std::array<table::Pattern, kClassCount> out {};
    for (std::size_t i = 0; i < kClassCount; ++i)
        out[i] = table::parsePattern(kClasses[i].pattern, "x");
    return out;
}
constexpr std::array<table::Pattern, kClassCount> kPatterns = patterns();

static_assert(
    std::ranges::all_of(kPatterns, &table::Pattern::wellFormed), "each pattern has 32 places of 0, 1 or x");
static_assert(kPatterns.back().mask == 0, "the last class takes every word");

} // namespace

std::span<const InstructionClass> classes()
{
    return kClasses;
}

const InstructionClass& classOf(std::uint32_t word)
{
    std::size_t i = 0;
    while (!kPatterns[i].matches(word))
        ++i;
    return kClasses[i];
}

} // namespace fscope::a64
