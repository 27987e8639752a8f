// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/base/bits.h"
#include "core/mmu/lookupconfig.h"
#include "core/mmu/walk.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace fscope::mmu {

/// Whether hardware could put a descriptor's new value in the place of the old one.
enum class Exchange : std::uint8_t { Done, ValueChanged, Aborted };

/// The descriptor that ends a walk well.
struct Leaf {
    std::uint64_t descriptor = 0;
    std::uint64_t tables = 0;  ///< all table descriptors above it, ORed
    std::uint64_t output = 0;  ///< of the whole address: base of the block or page, and the offset in it
    std::uint64_t address = 0; ///< where it was read
    std::uint64_t entry = 0;   ///< the same before any stage 2
    unsigned sizeLog2 = 0;     ///< of the block or page
    int level = 0;
};

/// What all lookups of one walk share.
struct LookupPurpose {
    Stage stage = Stage::One;
    bool forTable = false;
    bool forUpdate = false;
};

/// The kind of a descriptor by bits 1:0, its level, and whether the granule has blocks there.
DescriptorType descriptorType(const LookupConfig& config, std::uint64_t value, int level);

/// The address in a table, block or page descriptor, from bit @p lowest up.
inline std::uint64_t outputOf(const LookupConfig& config, std::uint64_t value, unsigned lowest)
{
    const std::uint64_t whole = (value & config.addressMask) | (value & config.highMask) << config.highShift;
    return whole & ~((std::uint64_t { 1 } << lowest) - 1);
}

/// Fills the fresh @p out with what a TLB has to know of @p leaf, which is as hardware left it. Field by
/// field in its place: a value put together and copied costs more than the rest.
inline void holdLeaf(
    StageLeaf& out, const LookupConfig& config, const Leaf& leaf, LeafRights rights, bool clean)
{
    out.descriptor = leaf.descriptor;
    out.rights = rights;
    out.level = static_cast<std::int8_t>(leaf.level);
    out.sizeLog2 = out.spanLog2 = static_cast<std::uint8_t>(leaf.sizeLog2);
    out.clean = clean;
    if (bit(leaf.descriptor, 52)) {
        const unsigned set = config.contiguousLog2(leaf.level);
        out.contiguous = set != 0;
        // A set that is larger than the input range is misprogrammed: the bit is ignored.
        if (leaf.sizeLog2 + set <= config.inputBits)
            out.spanLog2 = static_cast<std::uint8_t>(leaf.sizeLog2 + set);
    }
}

/// Adds a read to @p trace. Out of line: walks without a trace should not carry its code.
void noteRead(WalkTrace& trace, const LookupConfig& config, const LookupPurpose& purpose, int level,
    std::uint64_t input, std::uint64_t table, unsigned indexHi, std::uint64_t address,
    std::optional<std::uint64_t> value);

/// Marks the read that gave @p leaf, the last one of its stage and purpose, as changed by hardware.
void noteUpdate(WalkTrace& trace, const LookupPurpose& purpose, std::uint64_t changed);

/// One walk of one stage, from the start table to a leaf. Faults by the priority of a level: Translation
/// before Address size; Access flag and permissions are the caller's, who knows the stage's rules.
///
/// @param input   a VA, whose bits above the input range do not matter, or an IPA
/// @param memory  bool load(std::uint64_t pa, std::uint64_t& value): a 64-bit word, bytes in little-endian
/// order
/// @param locate  bool(std::uint64_t entry, std::uint64_t& pa): where in memory the entry is; if false, it
/// has
///                set @p fault
/// @returns whether @p leaf was found; if not, @p fault says why. (Faults are written in place: to hand them
/// up as
///          values costs more than the walk.)
/// At most five reads: the level rises by one each turn, and level 3 has no tables.
template <typename Memory, typename Locate>
[[gnu::always_inline]] inline bool findLeaf(const LookupConfig& config, const LookupPurpose& purpose,
    std::uint64_t input, const Memory& memory, WalkTrace* trace, const Locate& locate, Leaf& leaf,
    std::optional<Fault>& fault)
{
    std::uint64_t table = config.base;
    std::uint64_t tables = 0;
    std::uint64_t indexMask = config.startIndexMask;
    unsigned shift = config.startShift;
    int level = config.startLevel;
    const auto refuse = [&](arch::FaultKind kind) {
        fault.emplace(Fault { purpose.stage, kind, level, false, {}, purpose.forUpdate });
        return false;
    };
    for (;;) {
        const std::uint64_t entry = table + ((input >> shift) & indexMask) * 8;
        std::uint64_t address = 0;
        if (!locate(entry, address)) [[unlikely]]
            return false;
        std::uint64_t value = 0;
        const bool loaded = memory.load(address, value);
        if (config.bigEndian)
            value = __builtin_bswap64(value);
        if (trace != nullptr) [[unlikely]] {
            const auto width = static_cast<unsigned>(__builtin_popcountll(indexMask));
            noteRead(*trace, config, purpose, level, input, table, shift + width - 1, address,
                loaded ? std::optional(value) : std::nullopt);
        }
        if (!loaded) [[unlikely]]
            return refuse(arch::FaultKind::ExternalAbortOnWalk);

        const std::uint64_t output
            = (value & config.addressMask) | (value & config.highMask) << config.highShift;
        if ((value & 3) == 3 && shift != config.grainBits) {
            if ((output >> config.outputBits) != 0) [[unlikely]]
                return refuse(arch::FaultKind::AddressSize);
            tables |= value;
            table = output;
            indexMask = config.tableIndexMask;
            shift -= config.stride();
            ++level;
            continue;
        }
        const bool isLeaf
            = (value & 3) == 3 || ((value & 3) == 1 && bit(config.blockLevels, unsigned(level + 1)));
        if (!isLeaf) [[unlikely]]
            return refuse(arch::FaultKind::Translation);
        const std::uint64_t offset = (std::uint64_t { 1 } << shift) - 1;
        const std::uint64_t whole = (output & ~offset) | (input & offset);
        if ((whole >> config.outputBits) != 0) [[unlikely]]
            return refuse(arch::FaultKind::AddressSize);
        leaf = { value, tables, whole, address, entry, shift, level };
        return true;
    }
}

} // namespace fscope::mmu
