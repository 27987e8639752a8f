// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/mmu/lookup.h"

#include <algorithm>

namespace fscope::mmu {

DescriptorType descriptorType(const LookupConfig& config, std::uint64_t value, int level)
{
    if (!bit(value, 0))
        return DescriptorType::Invalid;
    if (level == 3)
        return bit(value, 1) ? DescriptorType::Page : DescriptorType::Reserved;
    if (bit(value, 1))
        return DescriptorType::Table;
    return bit(config.blockLevels, static_cast<unsigned>(level + 1)) ? DescriptorType::Block
                                                                     : DescriptorType::Reserved;
}

void noteRead(WalkTrace& trace, const LookupConfig& config, const LookupPurpose& purpose, int level,
    std::uint64_t input, std::uint64_t table, unsigned indexHi, std::uint64_t address,
    std::optional<std::uint64_t> value)
{
    DescriptorRead read;
    read.stage = purpose.stage;
    read.level = level;
    read.forTable = purpose.forTable;
    read.forUpdate = purpose.forUpdate;
    read.input = input;
    read.indexHi = indexHi;
    read.indexLo = config.shift(level);
    read.index = bits(input, read.indexHi, read.indexLo);
    read.table = table;
    read.address = Pa(address);
    read.bigEndian = config.bigEndian;
    read.aborted = !value;
    if (value) {
        read.value = *value;
        read.type = descriptorType(config, *value, level);
        const bool isTable = read.type == DescriptorType::Table;
        const bool isLeaf = read.type == DescriptorType::Block || read.type == DescriptorType::Page;
        if (isTable || isLeaf)
            read.output = outputOf(config, *value, isTable ? config.grainBits : read.indexLo);
        read.contiguous = isLeaf && bit(*value, 52) && config.contiguousLog2(level) != 0;
    }
    trace.push_back(read);
}

void noteUpdate(WalkTrace& trace, const LookupPurpose& purpose, std::uint64_t changed)
{
    const auto found = std::find_if(trace.rbegin(), trace.rend(), [&](const DescriptorRead& read) {
        return read.stage == purpose.stage && read.forTable == purpose.forTable
            && read.forUpdate == purpose.forUpdate;
    });
    if (found != trace.rend())
        found->changed = changed;
}

} // namespace fscope::mmu
