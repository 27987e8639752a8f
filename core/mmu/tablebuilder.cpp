// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/mmu/tablebuilder.h"

#include "core/base/bits.h"
#include "core/base/bytes.h"
#include "core/base/hex.h"

#include <fmt/format.h>

#include <utility>

namespace fscope::mmu {
namespace {

constexpr unsigned kInputBits = 48;
constexpr unsigned kStride = 9;
constexpr int kFinalLevel = 3;

/// One mapping may fill this many entries: 4 GiB in pages. More is a slip of the pen that would eat memory.
constexpr std::uint64_t kMaxEntries = std::uint64_t { 1 } << 20;

constexpr std::uint64_t kTableBits = 0b11;
constexpr std::uint64_t kAddress = mask(47, 12);

constexpr unsigned shiftOf(int level)
{
    return kPageShift + static_cast<unsigned>(kFinalLevel - level) * kStride;
}

std::uint64_t leafAttributes(Stage stage, const Mapping& mapping)
{
    std::uint64_t value = mapping.level == kFinalLevel ? 0b11 : 0b01;
    value |= std::uint64_t { mapping.sh & 3U } << 8 | std::uint64_t { mapping.accessFlag } << 10;
    if (stage == Stage::Two) {
        value |= std::uint64_t { mapping.attrIndex & 15U } << 2;
        value |= std::uint64_t { mapping.read } << 6 | std::uint64_t { mapping.write } << 7;
        value |= std::uint64_t { !mapping.execute } << 54;
        return value;
    }
    const bool userExecutes = mapping.execute && mapping.user;
    const bool kernelExecutes = mapping.execute && !mapping.user;
    value |= std::uint64_t { mapping.attrIndex & 7U } << 2;
    value |= std::uint64_t { mapping.user } << 6 | std::uint64_t { !mapping.write } << 7;
    value |= std::uint64_t { !kernelExecutes } << 53 | std::uint64_t { !userExecutes } << 54;
    return value;
}

tl::unexpected<Error> outside(std::uint64_t address)
{
    return fail(fmt::format("The table entry at {} is outside memory.", hex(address)), {},
        "Put the tables into a RAM range.");
}

Result<void> check(Stage stage, const Mapping& mapping)
{
    if (mapping.level < 1 || mapping.level > kFinalLevel)
        return fail(fmt::format("Level {} holds no blocks or pages.", mapping.level), {},
            "Levels are 1 (1 GiB), 2 (2 MiB) and 3 (4 KiB).");
    const std::uint64_t unit = std::uint64_t { 1 } << shiftOf(mapping.level);
    if (mapping.size == 0)
        return fail("The mapping has size 0.");
    for (const auto& [name, value] : { std::pair { "Input address", mapping.input },
             std::pair { "Output address", mapping.output }, std::pair { "Size", mapping.size } }) {
        if (value % unit != 0)
            return fail(fmt::format("{} {} is not a multiple of {}, the size of an entry of level {}.", name,
                hex(value), hex(unit), mapping.level));
    }
    constexpr std::uint64_t limit = std::uint64_t { 1 } << kInputBits;
    // A stage-1 input may lie in the upper half, written with its sixteen ones.
    const bool upper = stage == Stage::One && mapping.input >= ~(limit - 1);
    const std::uint64_t input = upper ? mapping.input & (limit - 1) : mapping.input;
    for (const auto& [name, value] :
        { std::pair { "input", input }, std::pair { "output", mapping.output } }) {
        if (value >= limit || mapping.size > limit - value)
            return fail(fmt::format("The {} range, {} bytes from {}, does not fit 48 bits.", name,
                hex(mapping.size), hex(value)));
    }
    if (mapping.size / unit > kMaxEntries)
        return fail(fmt::format("The mapping needs {} entries; at most {} are made for one.",
                        mapping.size / unit, kMaxEntries),
            {}, "Use blocks of a lower level.");
    const unsigned attrLimit = stage == Stage::One ? 7 : 15;
    if (mapping.attrIndex > attrLimit)
        return fail(fmt::format("Attribute index {} is over {}.", mapping.attrIndex, attrLimit));
    if (mapping.sh > 3)
        return fail(fmt::format("Shareability {} is over 3.", mapping.sh));
    if (stage == Stage::One && !mapping.read)
        return fail(
            "Stage 1 cannot take reading away.", {}, "Leave the page out, or take it away in stage 2.");
    return {};
}

} // namespace

TableBuilder::TableBuilder(Stage stage, memory::SnapshotMemory& memory, Storage storage)
    : m_stage(stage)
    , m_memory(memory)
    , m_storage(std::move(storage))
{ }

Result<std::uint64_t> TableBuilder::root()
{
    if (!m_hasRoot) {
        auto table = m_storage.allocate();
        if (!table)
            return table;
        m_root = *table;
        m_hasRoot = true;
    }
    return m_root;
}

Result<Pa> TableBuilder::entryFor(std::uint64_t table, std::uint64_t input, int level) const
{
    const std::uint64_t index = bits(input, shiftOf(level) + kStride - 1, shiftOf(level));
    auto pa = m_storage.locate(table);
    if (!pa)
        return pa;
    return *pa + index * 8;
}

Result<std::uint64_t> TableBuilder::load(Pa entry) const
{
    std::uint8_t bytes[8];
    if (m_memory.read(entry, bytes, sizeof bytes))
        return outside(entry.value);
    return loadLe(bytes, sizeof bytes);
}

Result<void> TableBuilder::store(Pa entry, std::uint64_t descriptor)
{
    std::uint8_t bytes[8];
    storeLe(bytes, descriptor, sizeof bytes);
    if (m_memory.write(entry, bytes, sizeof bytes))
        return outside(entry.value);
    return {};
}

Result<std::uint64_t> TableBuilder::descend(std::uint64_t input, int level, bool make)
{
    auto table = root();
    for (int above = 0; table && above < level; ++above) {
        const auto entry = entryFor(*table, input, above);
        if (!entry)
            return tl::unexpected(entry.error());
        const auto descriptor = load(*entry);
        if (!descriptor)
            return descriptor;
        if ((*descriptor & kTableBits) == kTableBits) {
            table = *descriptor & kAddress;
            continue;
        }
        if (bit(*descriptor, 0))
            return fail(fmt::format("{} is already mapped by a block at level {}.", hex(input), above), {},
                "Make the ranges disjoint, or map both at one level.");
        if (!make)
            return fail(fmt::format("{} has no table of level {}.", hex(input), above + 1));
        table = m_storage.allocate();
        if (!table)
            return table;
        if (auto stored = store(*entry, (*table & kAddress) | kTableBits); !stored)
            return tl::unexpected(stored.error());
    }
    return table;
}

Result<void> TableBuilder::map(const Mapping& mapping)
{
    if (auto checked = check(m_stage, mapping); !checked)
        return checked;
    const std::uint64_t attributes = leafAttributes(m_stage, mapping);
    const unsigned shift = shiftOf(mapping.level);
    const std::uint64_t unit = std::uint64_t { 1 } << shift;
    const std::uint64_t outputBits = mask(kInputBits - 1, shift);
    std::uint64_t table = 0;
    for (std::uint64_t offset = 0; offset < mapping.size; offset += unit) {
        const std::uint64_t input = mapping.input + offset;
        const bool firstOfTable = bits(input, shift + kStride - 1, shift) == 0;
        if (offset == 0 || firstOfTable) {
            const auto found = descend(input, mapping.level, true);
            if (!found)
                return tl::unexpected(found.error());
            table = *found;
        }
        const auto entry = entryFor(table, input, mapping.level);
        if (!entry)
            return tl::unexpected(entry.error());
        const auto old = load(*entry);
        if (!old)
            return tl::unexpected(old.error());
        const std::uint64_t output = mapping.output + offset;
        if (bit(*old, 0)) {
            const bool isTable = mapping.level != kFinalLevel && bit(*old, 1);
            if (isTable)
                return fail(fmt::format("{} is already mapped by a table of level {}.", hex(input),
                                mapping.level + 1),
                    {}, "Make the ranges disjoint, or map both at one level.");
            if ((*old & outputBits) != output)
                return fail(fmt::format("{} is already mapped to {}, not to {}.", hex(input),
                                hex(*old & outputBits), hex(output)),
                    {}, "Make the ranges disjoint.");
        }
        if (auto stored = store(*entry, output | attributes); !stored)
            return stored;
    }
    return {};
}

Result<void> TableBuilder::poke(std::uint64_t input, int level, std::uint64_t descriptor)
{
    if (level < 0 || level > kFinalLevel)
        return fail(fmt::format("There is no level {}; levels are 0 to 3.", level));
    const auto table = descend(input, level, true);
    if (!table)
        return tl::unexpected(table.error());
    const auto entry = entryFor(*table, input, level);
    if (!entry)
        return tl::unexpected(entry.error());
    return store(*entry, descriptor);
}

Result<std::uint64_t> TableBuilder::tableFor(std::uint64_t input, int level)
{
    if (level < 0 || level > kFinalLevel)
        return fail(fmt::format("There is no level {}; levels are 0 to 3.", level));
    return descend(input, level, false);
}

} // namespace fscope::mmu
