// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/a64/isvrule.h"

#include "core/a64/decodetable.h"

#include <algorithm>
#include <array>

namespace fscope::a64 {
namespace {

// The first rule that holds decides, so what is excluded stands before what is included.
constexpr IsvRule kRules[] = {
    // clang-format off
    // forms of the decode table
    {FSCOPE_TR("Core", "Prefetches"), false,
        FSCOPE_TR("Core", "ISV is 0 here because a prefetch transfers no register."), "",
        [](const Instruction& i) { return i.row->operation == Operation::Prefetch; }},
    {FSCOPE_TR("Core", "Loads and stores of SIMD and floating-point registers"), false,
        FSCOPE_TR("Core", "ISV is 0 here because this form transfers a SIMD and floating-point register."), "",
        [](const Instruction& i) { return i.row->fp; }},
    {FSCOPE_TR("Core", "Pairs of registers"), false,
        FSCOPE_TR("Core", "ISV is 0 here because this form transfers two registers."), "",
        [](const Instruction& i) { return i.row->count == 2; }},
    {FSCOPE_TR("Core", "Pre-indexed and post-indexed forms"), false,
        FSCOPE_TR("Core", "ISV is 0 here because this form writes its base register back."), "",
        [](const Instruction& i) { return i.writesBack(); }},
    {FSCOPE_TR("Core", "Acquire and release forms of one register"), true,
        FSCOPE_TR("Core", "ISV is 1 here: one general-purpose register, acquire or release, no write-back."), "",
        [](const Instruction& i) { return i.row->ordered; }},
    {FSCOPE_TR("Core", "Loads and stores of one general-purpose register"), true,
        FSCOPE_TR("Core", "ISV is 1 here: one general-purpose register, no write-back."), "",
        [](const Instruction& i) { return i.row->count == 1; }},
    // forms that the decode table does not hold
    {"LD64B", true, FSCOPE_TR("Core", "ISV is 1 here: the 64-byte loads and stores of FEAT_LS64 describe themselves by LST."),
        "1111100000111111110100xxxxxxxxxx"},
    {"ST64B", true, FSCOPE_TR("Core", "ISV is 1 here: the 64-byte loads and stores of FEAT_LS64 describe themselves by LST."),
        "1111100000111111100100xxxxxxxxxx"},
    {"ST64BV", true, FSCOPE_TR("Core", "ISV is 1 here: the 64-byte loads and stores of FEAT_LS64 describe themselves by LST."),
        "11111000001xxxxx101100xxxxxxxxxx"},
    {"ST64BV0", true, FSCOPE_TR("Core", "ISV is 1 here: the 64-byte loads and stores of FEAT_LS64 describe themselves by LST."),
        "11111000001xxxxx101000xxxxxxxxxx"},
    {FSCOPE_TR("Core", "Compare and swap"), false,
        FSCOPE_TR("Core", "ISV is 0 here because a compare and swap both reads and writes memory."),
        "xx0010001x1xxxxxxxxxxxxxxxxxxxxx"},
    {FSCOPE_TR("Core", "Compare and swap pair"), false,
        FSCOPE_TR("Core", "ISV is 0 here because a compare and swap both reads and writes memory."),
        "0x0010000x1xxxxxxxxxxxxxxxxxxxxx"},
    {FSCOPE_TR("Core", "Exclusive pairs"), false,
        FSCOPE_TR("Core", "ISV is 0 here because Load-Exclusive and Store-Exclusive are left out of the syndrome."),
        "1x0010000x1xxxxxxxxxxxxxxxxxxxxx"},
    {FSCOPE_TR("Core", "Exclusives"), false,
        FSCOPE_TR("Core", "ISV is 0 here because Load-Exclusive and Store-Exclusive are left out of the syndrome."),
        "xx0010000x0xxxxxxxxxxxxxxxxxxxxx"},
    {FSCOPE_TR("Core", "Advanced SIMD structures"), false,
        FSCOPE_TR("Core", "ISV is 0 here because this form transfers SIMD and floating-point registers."),
        "0x00110xxxxxxxxxxxxxxxxxxxxxxxxx"},
    {FSCOPE_TR("Core", "Memory tags"), false,
        FSCOPE_TR("Core", "ISV is 0 here because this form accesses Allocation Tags."),
        "11011001xx1xxxxxxxxxxxxxxxxxxxxx"},
    {FSCOPE_TR("Core", "Store Allocation Tag and pair of registers"), false,
        FSCOPE_TR("Core", "ISV is 0 here because this form accesses Allocation Tags."),
        "0110100xx0xxxxxxxxxxxxxxxxxxxxxx"},
    {FSCOPE_TR("Core", "Guarded Control Stack stores"), false,
        FSCOPE_TR("Core", "ISV is 0 here because the access is one to a Guarded Control Stack."),
        "11011001000xxxxxxxxx11xxxxxxxxxx"},
    {FSCOPE_TR("Core", "Memory Copy and Memory Set"), false,
        FSCOPE_TR("Core", "ISV is 0 here because a memory copy or set transfers no register."),
        "00011x01xx0xxxxxxxxx01xxxxxxxxxx"},
    {FSCOPE_TR("Core", "Ordered pairs (LDIAPP, STILP)"), false,
        FSCOPE_TR("Core", "ISV is 0 here because this form transfers two registers."),
        "1x011001xx0xxxxxxxxx10xxxxxxxxxx"},
    {FSCOPE_TR("Core", "Ordered SIMD and floating-point registers"), false,
        FSCOPE_TR("Core", "ISV is 0 here because this form transfers a SIMD and floating-point register."),
        "xx011101xx0xxxxxxxxx10xxxxxxxxxx"},
    {FSCOPE_TR("Core", "Read-check-write and 128-bit atomics"), false,
        FSCOPE_TR("Core", "ISV is 0 here because an atomic both reads and writes memory."),
        "0x011001xx1xxxxxxxxxxxxxxxxxxxxx"},
    {FSCOPE_TR("Core", "Loads with pointer authentication"), false,
        FSCOPE_TR("Core", "ISV is 0 here because the address is authenticated first (LDRAA, LDRAB)."),
        "11111000xx1xxxxxxxxxx1xxxxxxxxxx"},
    {FSCOPE_TR("Core", "Atomics"), false,
        FSCOPE_TR("Core", "ISV is 0 here because an atomic both reads and writes memory."),
        "xx111000xx1xxxxxxxxx00xxxxxxxxxx"},
    {FSCOPE_TR("Core", "SVE loads and stores"), false,
        FSCOPE_TR("Core", "ISV is 0 here because this form transfers SVE registers."),
        "1xx0010xxxxxxxxxxxxxxxxxxxxxxxxx"},
    {FSCOPE_TR("Core", "SME loads and stores"), false,
        FSCOPE_TR("Core", "ISV is 0 here because this form transfers the SME array."),
        "1110000xxxxxxxxxxxxxxxxxxxxxxxxx"},
    {FSCOPE_TR("Core", "Cache maintenance and address translation"), false,
        FSCOPE_TR("Core", "ISV is 0 here because DC, IC and AT transfer no data; the syndrome has CM = 1 (but for DC ZVA)."),
        "1101010100001xxx0111xxxxxxxxxxxx"},
    // clang-format on
};
constexpr std::size_t kRuleCount = std::size(kRules);

constexpr std::array<table::Pattern, kRuleCount> kPatterns = [] {
    std::array<table::Pattern, kRuleCount> out {};
    for (std::size_t i = 0; i < kRuleCount; ++i) {
        if (kRules[i].holds == nullptr)
            out[i] = table::parsePattern(kRules[i].pattern, "x");
    }
    return out;
}();
static_assert(
    std::ranges::all_of(kPatterns, &table::Pattern::wellFormed), "each pattern has 32 places of 0, 1 or x");

} // namespace

std::span<const IsvRule> isvRules()
{
    return kRules;
}

const IsvRule* isvRuleOf(std::uint32_t word)
{
    Instruction instruction;
    const bool isDecoded = decodeFast(word, instruction);
    for (std::size_t i = 0; i < kRuleCount; ++i) {
        const IsvRule& rule = kRules[i];
        const bool holds = rule.holds != nullptr ? isDecoded && rule.holds(instruction)
                                                 : !isDecoded && kPatterns[i].matches(word);
        if (holds)
            return &rule;
    }
    return nullptr;
}

Text isvReason(std::uint32_t word)
{
    const IsvRule* rule = isvRuleOf(word);
    return rule != nullptr ? Text(rule->reason) : Text();
}

} // namespace fscope::a64
