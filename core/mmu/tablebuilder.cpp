// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/mmu/tablebuilder.h"

#include "core/base/bits.h"
#include "core/base/bytes.h"
#include "core/base/hex.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace fscope::mmu {
namespace {

constexpr int kFinalLevel = 3;

/// One mapping may fill this many entries: 4 GiB in pages. More is a slip of the pen that would eat memory.
constexpr std::uint64_t kMaxEntries = std::uint64_t { 1 } << 20;

constexpr std::uint64_t kTableBits = 0b11;
constexpr std::uint64_t kContiguousBit = std::uint64_t { 1 } << 52;

/// XN[1:0] of stage 2.
std::uint64_t stage2Xn(bool el1, bool el0)
{
    if (el1)
        return el0 ? 0b00 : 0b11;
    return el0 ? 0b01 : 0b10;
}

tl::unexpected<Error> outside(std::uint64_t address)
{
    return fail(fmt::format("The table entry at {} is outside memory.", hex(address)), {},
        "Put the tables into a RAM range.");
}

std::string sizeText(std::uint64_t bytes)
{
    constexpr std::pair<unsigned, const char*> units[] { { 40, "TiB" }, { 30, "GiB" }, { 20, "MiB" },
        { 10, "KiB" } };
    for (const auto& [shift, unit] : units)
        if (bytes >> shift != 0)
            return fmt::format("{} {}", bytes >> shift, unit);
    return fmt::format("{} bytes", bytes);
}

/// "1 (1 GiB), 2 (2 MiB) and 3 (4 KiB)"
std::string leafLevels(const TableFormat& format)
{
    std::string text;
    for (int level = format.firstBlockLevel(); level <= kFinalLevel; ++level)
        text += fmt::format("{}{} ({})",
            level == format.firstBlockLevel() ? ""
                : level == kFinalLevel        ? " and "
                                              : ", ",
            level, sizeText(format.entryBytes(level)));
    return text;
}

} // namespace

PhysicalWords wordsOf(memory::SnapshotMemory& memory)
{
    return { [&memory](Pa address, std::uint64_t& value) {
                std::uint8_t bytes[8];
                if (memory.read(address, bytes, sizeof bytes))
                    return false;
                value = loadLe(bytes, sizeof bytes);
                return true;
            },
        [&memory](Pa address, std::uint64_t value) {
            std::uint8_t bytes[8];
            storeLe(bytes, value, sizeof bytes);
            return !memory.write(address, bytes, sizeof bytes);
        } };
}

TableBuilder::TableBuilder(const TableFormat& format, PhysicalWords memory, Storage storage)
    : m_format(format)
    , m_memory(std::move(memory))
    , m_storage(std::move(storage))
{ }

TableBuilder::TableBuilder(Stage stage, memory::SnapshotMemory& memory, Storage storage)
    : TableBuilder(TableFormat { .stage = stage }, wordsOf(memory), std::move(storage))
{ }

std::uint64_t TableBuilder::leaf(const Mapping& mapping, int level, std::uint64_t output) const
{
    const auto flag = [](bool set, unsigned at) { return std::uint64_t { set } << at; };
    std::uint64_t value = level == kFinalLevel ? 0b11 : 0b01;
    value |= m_format.encodeOutput(output);
    if (!m_format.wide)
        value |= std::uint64_t { mapping.sh & 3U } << 8;
    value |= flag(mapping.accessFlag, 10) | flag(mapping.dirtyModifier, 51);
    value |= std::uint64_t { mapping.software & 15U } << 55;
    if (m_format.stage == Stage::Two) {
        const std::uint64_t xn = stage2Xn(
            mapping.executeEl1.value_or(mapping.execute), mapping.executeEl0.value_or(mapping.execute));
        value |= std::uint64_t { mapping.attrIndex & 15U } << 2;
        return value | flag(mapping.read, 6) | flag(mapping.write, 7) | xn << 53;
    }
    const bool userExecutes = mapping.executeEl0.value_or(mapping.execute && mapping.user);
    const bool kernelExecutes = mapping.executeEl1.value_or(mapping.execute && !mapping.user);
    value |= std::uint64_t { mapping.attrIndex & 7U } << 2;
    value |= flag(mapping.user, 6) | flag(!mapping.write, 7) | flag(mapping.notGlobal, 11);
    value |= flag(mapping.guarded, 50) | flag(!kernelExecutes, 53) | flag(!userExecutes, 54);
    return value;
}

Result<void> TableBuilder::checkLevel(int level) const
{
    if (level >= m_format.start() && level <= kFinalLevel)
        return {};
    return fail(
        fmt::format("There is no level {}; levels are {} to {}.", level, m_format.start(), kFinalLevel));
}

Result<void> TableBuilder::check(const Mapping& mapping) const
{
    const int level = mapping.largestBlocks ? kFinalLevel : mapping.level;
    if (!m_format.holdsLeaves(level))
        return fail(fmt::format("Level {} holds no blocks or pages.", level), {},
            fmt::format("Levels are {}.", leafLevels(m_format)));
    if (level < m_format.start())
        return fail(
            fmt::format("These tables start at level {}; there is no level {}.", m_format.start(), level));
    const std::uint64_t unit = m_format.entryBytes(level);
    if (mapping.size == 0)
        return fail("The mapping has size 0.");
    for (const auto& [name, value] : { std::pair { "Input address", mapping.input },
             std::pair { "Output address", mapping.output }, std::pair { "Size", mapping.size } }) {
        if (value % unit != 0)
            return fail(fmt::format("{} {} is not a multiple of {}, the size of an entry of level {}.", name,
                hex(value), hex(unit), level));
    }
    const std::uint64_t inputLimit = std::uint64_t { 1 } << m_format.inputBits;
    // A stage-1 input may lie in the upper half, written with its ones.
    const bool upper = m_format.stage == Stage::One && mapping.input >= ~(inputLimit - 1);
    const std::uint64_t input = upper ? mapping.input & (inputLimit - 1) : mapping.input;
    for (const auto& [name, value, width] : { std::tuple { "input", input, m_format.inputBits },
             std::tuple { "output", mapping.output, m_format.outputBits } }) {
        const std::uint64_t limit = std::uint64_t { 1 } << width;
        if (value >= limit || mapping.size > limit - value)
            return fail(fmt::format("The {} range, {} bytes from {}, does not fit {} bits.", name,
                hex(mapping.size), hex(value), width));
    }
    if (!mapping.largestBlocks && mapping.size / unit > kMaxEntries)
        return fail(fmt::format("The mapping needs {} entries; at most {} are made for one.",
                        mapping.size / unit, kMaxEntries),
            {}, "Use blocks of a lower level.");
    const unsigned attrLimit = m_format.stage == Stage::One ? 7 : 15;
    if (mapping.attrIndex > attrLimit)
        return fail(fmt::format("Attribute index {} is over {}.", mapping.attrIndex, attrLimit));
    if (mapping.sh > 3)
        return fail(fmt::format("Shareability {} is over 3.", mapping.sh));
    if (m_format.stage == Stage::One && !mapping.read)
        return fail(
            "Stage 1 cannot take reading away.", {}, "Leave the page out, or take it away in stage 2.");
    if (mapping.contiguous && !mapping.largestBlocks) {
        const std::uint32_t entries = m_format.contiguousEntries(level);
        if (entries == 1)
            return fail(fmt::format("Level {} of this granule has no Contiguous bit.", level));
        const std::uint64_t set = unit * entries;
        const std::uint64_t firstSet = (mapping.input + (set - 1)) & ~(set - 1);
        const bool whole
            = firstSet - mapping.input < mapping.size && mapping.size - (firstSet - mapping.input) >= set;
        if (!whole || (mapping.input ^ mapping.output) % set != 0)
            return fail(
                fmt::format("No whole set of {} entries ({} bytes), aligned alike in input and output, is in "
                            "the mapping, as its Contiguous bit needs.",
                    entries, hex(set)));
    }
    return {};
}

Result<std::uint64_t> TableBuilder::root()
{
    if (!m_hasRoot) {
        // Concatenated tables are one allocation; a start table of few entries takes a whole page.
        auto table = m_storage.allocate(
            std::max<std::uint64_t>(m_format.tableBytes(), std::uint64_t { m_format.rootEntries() } * 8));
        if (!table)
            return table;
        m_root = *table;
        m_hasRoot = true;
    }
    return m_root;
}

std::uint64_t TableBuilder::indexOf(std::uint64_t input, int level) const
{
    const unsigned shift = m_format.shift(level);
    const unsigned top = level == m_format.start() ? m_format.inputBits : shift + m_format.stride();
    return top > shift ? bits(input, top - 1, shift) : 0;
}

Result<Pa> TableBuilder::entryFor(std::uint64_t table, std::uint64_t input, int level) const
{
    auto pa = m_storage.locate(table);
    if (!pa)
        return pa;
    return *pa + indexOf(input, level) * 8;
}

Result<std::uint64_t> TableBuilder::load(Pa entry) const
{
    std::uint64_t value = 0;
    if (!m_memory.load(entry, value))
        return outside(entry.value);
    return m_format.bigEndian ? __builtin_bswap64(value) : value;
}

Result<void> TableBuilder::store(Pa entry, std::uint64_t descriptor)
{
    if (!m_memory.store(entry, m_format.bigEndian ? __builtin_bswap64(descriptor) : descriptor))
        return outside(entry.value);
    return {};
}

Result<std::uint64_t> TableBuilder::descend(std::uint64_t input, int level, bool make)
{
    auto table = root();
    for (int above = m_format.start(); table && above < level; ++above) {
        const auto entry = entryFor(*table, input, above);
        if (!entry)
            return tl::unexpected(entry.error());
        const auto descriptor = load(*entry);
        if (!descriptor)
            return descriptor;
        if ((*descriptor & kTableBits) == kTableBits) {
            table = m_format.decodeOutput(*descriptor, above, true);
            continue;
        }
        if (bit(*descriptor, 0))
            return fail(fmt::format("{} is already mapped by a block at level {}.", hex(input), above), {},
                "Make the ranges disjoint, or map both at one level.");
        if (!make)
            return fail(fmt::format("{} has no table of level {}.", hex(input), above + 1));
        table = m_storage.allocate(m_format.tableBytes());
        if (!table)
            return table;
        if (auto stored = store(*entry, m_format.encodeOutput(*table) | kTableBits); !stored)
            return tl::unexpected(stored.error());
    }
    return table;
}

int TableBuilder::largestLevel(const Mapping& mapping, std::uint64_t done) const
{
    for (int level = std::max(m_format.firstBlockLevel(), m_format.start()); level < kFinalLevel; ++level) {
        const std::uint64_t block = m_format.entryBytes(level);
        if ((mapping.input + done) % block == 0 && (mapping.output + done) % block == 0
            && mapping.size - done >= block)
            return level;
    }
    return kFinalLevel;
}

Result<void> TableBuilder::map(const Mapping& mapping)
{
    if (auto checked = check(mapping); !checked)
        return checked;
    if (!mapping.largestBlocks)
        return mapEntries(mapping, mapping.level, 0, mapping.size);
    std::uint64_t entries = 0;
    for (std::uint64_t done = 0; done < mapping.size;) {
        const int level = largestLevel(mapping, done);
        const std::uint64_t from = done;
        do { // as many as follow each other at this level
            done += m_format.entryBytes(level);
            if (++entries > kMaxEntries)
                return fail(fmt::format("The mapping needs more than {} entries.", kMaxEntries), {},
                    "Align input and output alike, so that blocks fit.");
        } while (done < mapping.size && largestLevel(mapping, done) == level);
        if (auto mapped = mapEntries(mapping, level, from, done - from); !mapped)
            return mapped;
    }
    return {};
}

Result<void> TableBuilder::mapEntries(
    const Mapping& mapping, int level, std::uint64_t from, std::uint64_t size)
{
    const std::uint64_t unit = m_format.entryBytes(level);
    const std::uint64_t set = unit * m_format.contiguousEntries(level);
    // A whole set lies in the part, with input and output aligned to it.
    const auto isInSet = [&](std::uint64_t offset) {
        if (!mapping.contiguous || set == unit || (mapping.input ^ mapping.output) % set != 0)
            return false;
        const std::uint64_t before = (mapping.input + offset) % set; // of the set, up to this entry
        return before <= offset - from && set - before <= size - (offset - from);
    };
    const std::uint64_t attributes = leaf(mapping, level, 0);
    std::uint64_t table = 0;
    for (std::uint64_t offset = from; offset < from + size; offset += unit) {
        const std::uint64_t input = mapping.input + offset;
        if (offset == from || indexOf(input, level) == 0) {
            const auto found = descend(input, level, true);
            if (!found)
                return tl::unexpected(found.error());
            table = *found;
        }
        const std::uint64_t descriptor = attributes | m_format.encodeOutput(mapping.output + offset)
            | (isInSet(offset) ? kContiguousBit : 0);
        if (auto placed = place(table, input, level, descriptor); !placed)
            return placed;
    }
    return {};
}

Result<void> TableBuilder::place(
    std::uint64_t table, std::uint64_t input, int level, std::uint64_t descriptor)
{
    const auto entry = entryFor(table, input, level);
    if (!entry)
        return tl::unexpected(entry.error());
    const auto old = load(*entry);
    if (!old)
        return tl::unexpected(old.error());
    if (bit(*old, 0)) {
        if (level != kFinalLevel && bit(*old, 1))
            return fail(fmt::format("{} is already mapped by a table of level {}.", hex(input), level + 1),
                {}, "Make the ranges disjoint, or map both at one level.");
        const std::uint64_t there = m_format.decodeOutput(*old, level, false);
        const std::uint64_t wanted = m_format.decodeOutput(descriptor, level, false);
        if (there != wanted)
            return fail(
                fmt::format("{} is already mapped to {}, not to {}.", hex(input), hex(there), hex(wanted)),
                {}, "Make the ranges disjoint.");
    }
    return store(*entry, descriptor);
}

Result<void> TableBuilder::poke(std::uint64_t input, int level, std::uint64_t descriptor)
{
    if (auto checked = checkLevel(level); !checked)
        return checked;
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
    if (auto checked = checkLevel(level); !checked)
        return tl::unexpected(checked.error());
    return descend(input, level, false);
}

} // namespace fscope::mmu
