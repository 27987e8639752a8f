// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/base/bits.h"
#include "core/base/bytes.h"
#include "core/mmu/lookupconfig.h"
#include "core/mmu/walk.h"

#include <cstdint>
#include <optional>

namespace fscope::mmu {

/// The descriptor that ends a walk well.
struct Leaf {
    std::uint64_t descriptor = 0;
    std::uint64_t tables = 0; ///< all table descriptors above it, ORed
    std::uint64_t output = 0; ///< of the whole address: base of the block or page, and the offset in it
    int level = 0;
};

/// The kind of a descriptor by bits 1:0, its level, and whether the granule has blocks there.
inline DescriptorType descriptorType(const LookupConfig& config, std::uint64_t value, int level)
{
    if (!bit(value, 0))
        return DescriptorType::Invalid;
    if (level == 3)
        return bit(value, 1) ? DescriptorType::Page : DescriptorType::Reserved;
    if (bit(value, 1))
        return DescriptorType::Table;
    // Level 2 always; level 1 with 4 KiB, with 64 KiB (FEAT_LPA), or with wide descriptors; level 0 with wide
    // 4 KiB.
    const bool is4K = config.grainBits == 12;
    const int highest = is4K ? (config.wide ? 0 : 1) : (config.grainBits == 16 || config.wide ? 1 : 2);
    return level >= highest ? DescriptorType::Block : DescriptorType::Reserved;
}

/// The address in a descriptor, from bit @p lowest up; where bits 51:48 stand depends on granule and DS.
inline std::uint64_t outputOf(const LookupConfig& config, std::uint64_t value, unsigned lowest)
{
    if (config.wide)
        return (value & mask(49, lowest)) | bits(value, 9, 8) << 50;
    if (config.grainBits == 16)
        return (value & mask(47, lowest)) | bits(value, 15, 12) << 48;
    return value & mask(47, lowest);
}

/// One walk of one stage, from the start table to a leaf. Faults by the priority of a level: Translation
/// before Address size; Access flag and permissions are the caller's, who knows the stage's rules.
///
/// @param input   a VA, whose bits above the input range do not matter, or an IPA
/// @param locate  bool(std::uint64_t entry, Pa& pa): where in memory the entry is; if false, it has set @p
/// fault
/// @returns whether @p leaf was found; if not, @p fault says why. (Faults are written in place: to hand them
/// up as
///          values costs more than the walk.)
/// At most five reads: the level rises by one each turn, and level 3 has no tables.
template <typename Locate>
bool findLeaf(const LookupConfig& config, Stage stage, bool forTable, std::uint64_t input,
    const memory::SnapshotMemory& memory, WalkTrace* trace, const Locate& locate, Leaf& leaf,
    std::optional<Fault>& fault)
{
    std::uint64_t table = config.base;
    unsigned indexHi = config.inputBits - 1;
    int level = config.startLevel;
    const auto refuse = [&](arch::FaultKind kind) {
        fault.emplace(Fault { stage, kind, level, false, {} });
        return false;
    };
    for (;; ++level) {
        const unsigned indexLo = config.shift(level);
        const std::uint64_t index = bits(input, indexHi, indexLo);
        Pa address;
        if (!locate(table + index * 8, address))
            return false;
        std::uint8_t bytes[8];
        if (memory.read(address, bytes, sizeof bytes)) {
            if (trace != nullptr)
                trace->push_back({ stage, level, forTable, input, indexHi, indexLo, index, table, address, 0,
                    DescriptorType::Invalid, 0, true });
            return refuse(arch::FaultKind::ExternalAbortOnWalk);
        }
        const std::uint64_t value = loadLe(bytes, sizeof bytes);

        const DescriptorType type = descriptorType(config, value, level);
        const bool isTable = type == DescriptorType::Table;
        const bool isLeaf = type == DescriptorType::Block || type == DescriptorType::Page;
        const std::uint64_t output
            = isTable || isLeaf ? outputOf(config, value, isTable ? config.grainBits : indexLo) : 0;
        if (trace != nullptr)
            trace->push_back({ stage, level, forTable, input, indexHi, indexLo, index, table, address, value,
                type, output, false });
        if (!isTable && !isLeaf)
            return refuse(arch::FaultKind::Translation);
        const std::uint64_t whole = isLeaf ? output | bits(input, indexLo - 1, 0) : output;
        if ((whole >> config.outputBits) != 0)
            return refuse(arch::FaultKind::AddressSize);
        if (isLeaf) {
            leaf.descriptor = value;
            leaf.output = whole;
            leaf.level = level;
            return true;
        }
        leaf.tables |= value;
        table = output;
        indexHi = indexLo - 1;
    }
}

} // namespace fscope::mmu
