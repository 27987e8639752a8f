// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/mmu/tabletree.h"

#include "core/arch/memorytype.h"
#include "core/base/bits.h"
#include "core/base/bytes.h"
#include "core/mmu/attributes.h"
#include "core/mmu/hardwareupdate.h"
#include "core/mmu/lookup.h"
#include "core/mmu/stage2walker.h"

#include <algorithm>
#include <array>
#include <bit>

namespace fscope::mmu {
namespace {

/// Leaves of stage 1.
constexpr unsigned kNotGlobal = 11;
constexpr unsigned kGuarded = 50;

constexpr unsigned kContiguous = 52;

/// The bits of a leaf that LeafAttributes come from, of 48-bit descriptors; bits 9:8 are an address in wide
/// ones.
constexpr std::uint64_t kStage1Attributes
    = mask(4, 2) | mask(11, 6) | mask(detail::kDbm, kGuarded) | mask(54, 53);
constexpr std::uint64_t kStage2Attributes = mask(10, 2) | mask(detail::kDbm, detail::kDbm) | mask(54, 53);
constexpr std::uint64_t kShareability = mask(9, 8);

/// Memory as walkers read it.
class Words
{
public:
    explicit Words(const TableMemory& memory)
        : m_memory(memory)
    { }
    bool load(std::uint64_t pa, std::uint64_t& value) const
    {
        std::uint8_t bytes[8];
        if (!m_memory.read(Pa(pa), bytes, sizeof bytes))
            return false;
        value = loadLe(bytes, sizeof bytes);
        return true;
    }
    Exchange exchange(std::uint64_t, std::uint64_t, std::uint64_t) const { return Exchange::Done; }

private:
    const TableMemory& m_memory;
};

struct Names {
    const char* sctlr;
    const char* tcr;
    std::array<const char*, 2> ttbr;
};
const Names& namesOf(Regime regime)
{
    static constexpr Names kEl1 { "SCTLR_EL1", "TCR_EL1", { "TTBR0_EL1", "TTBR1_EL1" } };
    static constexpr Names kEl2 { "SCTLR_EL2", "TCR_EL2", { "TTBR0_EL2", "TTBR1_EL2" } };
    return regime == Regime::El10 ? kEl1 : kEl2;
}

Text whyUnusedStage2(const TranslationRegisters& regs, const Stage2Settings& stage2)
{
    if (regs.regime != Regime::El10)
        return FSCOPE_TR("Core", "The translation regimes of EL2 have no stage 2.");
    if (!stage2.on)
        return FSCOPE_TR("Core", "Stage 2 is off: HCR_EL2.VM is 0.");
    if (stage2.lookup.illegal)
        return FSCOPE_TR("Core", "T0SZ, SL0 and the granule in VTCR_EL2 do not go together.");
    if (stage2.lookup.baseOutOfRange)
        return FSCOPE_TR("Core", "The address in VTTBR_EL2 does not fit the size in VTCR_EL2.PS.");
    return {};
}

Text whyUnusedStage1(const TranslationRegisters& regs, const Stage1Settings& stage1, bool upper)
{
    const Names& names = namesOf(regs.regime);
    if (upper && regs.regime == Regime::El2)
        return FSCOPE_TR("Core", "The translation regime of EL2 has no TTBR1_EL2.");
    if (!stage1.on) {
        if (stage1.defaultCacheable)
            return FSCOPE_TR("Core", "Stage 1 is off: HCR_EL2.DC is 1.");
        return { FSCOPE_TR("Core", "Stage 1 is off: %1.M is 0."), { names.sctlr } };
    }
    if (regs.regime != Regime::El2 && bit(regs.tcr, upper ? 23 : 7))
        return { FSCOPE_TR("Core", "Walks with %1 are disabled: %2.%3 is 1."),
            { names.ttbr[upper ? 1 : 0], names.tcr, upper ? "EPD1" : "EPD0" } };
    if (stage1.lookup.illegal)
        return { FSCOPE_TR("Core", "%1 and the granule in %2 do not go together."),
            { upper ? "T1SZ" : "T0SZ", names.tcr } };
    if (stage1.lookup.baseOutOfRange)
        return { FSCOPE_TR("Core", "The address in %1 does not fit the output size in %2."),
            { names.ttbr[upper ? 1 : 0], names.tcr } };
    return {};
}

} // namespace

const char* registerOf(TreeName tree, Regime regime)
{
    switch (tree) {
    case TreeName::Ttbr0:
        return namesOf(regime).ttbr[0];
    case TreeName::Ttbr1:
        return namesOf(regime).ttbr[1];
    case TreeName::Vttbr:
        return "VTTBR_EL2";
    }
    return "";
}

Text describeMemory(MemoryAttributes attributes)
{
    const arch::MemoryType type = arch::mairMemoryType(attributes.attr);
    if (type.reserved || type.isDevice())
        return type.text();
    switch (attributes.sh) {
    case kNonShareable:
        return { FSCOPE_TR("Core", "%1, Non-shareable"), { type.text() } };
    case kOuterShareable:
        return { FSCOPE_TR("Core", "%1, Outer Shareable"), { type.text() } };
    case kInnerShareable:
        return { FSCOPE_TR("Core", "%1, Inner Shareable"), { type.text() } };
    default:
        return { FSCOPE_TR("Core", "%1, reserved shareability"), { type.text() } };
    }
}

TableTree::TableTree(const TranslationRegisters& regs, const TableMemory& memory, TreeName name)
    : m_regs(regs)
    , m_memory(memory)
    , m_name(name)
    , m_stage1(stage1Settings(regs, name == TreeName::Ttbr1))
    , m_stage2(stage2Settings(regs))
    , m_unused(name == TreeName::Vttbr ? whyUnusedStage2(regs, m_stage2)
                                       : whyUnusedStage1(regs, m_stage1, name == TreeName::Ttbr1))
    , m_attributeMask(stage() == Stage::One ? kStage1Attributes : kStage2Attributes)
{
    if (config().wide)
        m_attributeMask &= ~kShareability;
}

std::uint64_t TableTree::firstInput() const
{
    return m_name == TreeName::Ttbr1 && isUsed() ? mask(63, config().inputBits) : 0;
}

std::uint64_t TableTree::lastInput() const
{
    return isUsed() ? firstInput() | mask(config().inputBits - 1, 0) : 0;
}

TableRef TableTree::root() const
{
    if (!isUsed())
        return {};
    const unsigned shift = config().shift(config().startLevel);
    // A range that is smaller than what one entry covers has one entry.
    const unsigned indexBits = config().inputBits > shift ? config().inputBits - shift : 0;
    return { config().base, config().startLevel, firstInput(), 0, 1U << indexBits };
}

arch::DescriptorForm TableTree::form(int level) const
{
    const arch::Granule granule = config().grainBits == 12 ? arch::Granule::K4
        : config().grainBits == 14                         ? arch::Granule::K16
                                                           : arch::Granule::K64;
    return { stage() == Stage::One ? 1U : 2U, granule, level,
        config().wide || granule == arch::Granule::K64 };
}

TableTree::Read TableTree::read(
    const TableRef& table, std::uint32_t first, std::uint32_t count, std::uint64_t* out) const
{
    const std::uint64_t at = table.base + std::uint64_t { first } * 8;
    Read result { Pa(at), std::nullopt };
    if (stage() == Stage::One && m_stage2.on) {
        const Words words(m_memory);
        if (!Stage2Walker<Words>(m_stage2, words, false, nullptr)
                 .translateTable(at, result.address.value, result.fault))
            return result;
    }
    if (!m_memory.read(result.address, out, std::size_t { count } * 8)) {
        // The whole chunk is one page, or lies in one: what part of it exists does not matter.
        result.fault = Fault { stage(), arch::FaultKind::ExternalAbortOnWalk, table.level, false, {} };
        return result;
    }
    const bool bigEndian = config().bigEndian;
    if (bigEndian || std::endian::native != std::endian::little)
        for (std::uint64_t& word : std::span(out, count)) {
            std::uint64_t value = loadLe(&word, sizeof word);
            if (bigEndian)
                value = __builtin_bswap64(value);
            word = value;
        }
    return result;
}

DescriptorType TableTree::typeOf(std::uint64_t descriptor, int level) const
{
    return descriptorType(config(), descriptor, level);
}

std::uint64_t TableTree::outputOf(std::uint64_t descriptor, int level, DescriptorType type) const
{
    return mmu::outputOf(
        config(), descriptor, type == DescriptorType::Table ? config().grainBits : config().shift(level));
}

bool TableTree::fits(std::uint64_t output) const
{
    return (output >> config().outputBits) == 0;
}

LeafAttributes TableTree::attributesOf(std::uint64_t descriptor, std::uint64_t inherited) const
{
    LeafAttributes result;
    result.accessFlag = bit(descriptor, kAccessFlag);
    result.dirtyModifier = bit(descriptor, detail::kDbm);
    const auto sh = config().wide ? config().wideSh : static_cast<std::uint8_t>(bits(descriptor, 9, 8));
    if (stage() == Stage::Two) {
        result.rights = stage2Rights(descriptor, config().hardwareDirtyState);
        result.attrIndex = static_cast<std::uint8_t>(bits(descriptor, 5, 2));
        result.memory = combine({ kNormalWriteBack, kNonShareable },
            { result.attrIndex, sh, m_stage2.forcesWriteBack, m_stage2.dataNonCacheable });
        return result;
    }
    result.rights = stage1Rights(descriptor, inherited & m_stage1.tableMask, m_stage1.rules);
    if (m_stage1.noUser)
        result.rights = { result.rights.privileged(), {}, result.rights.panDenies() };
    result.attrIndex = static_cast<std::uint8_t>(bits(descriptor, 4, 2));
    result.memory = { static_cast<std::uint8_t>(m_stage1.mair >> (8U * result.attrIndex)), sh };
    if (!result.memory.isDevice() && !m_stage1.dataCacheable)
        result.memory.attr = kNormalNonCacheable;
    result.memory = effective(result.memory);
    result.notGlobal = bit(descriptor, kNotGlobal);
    result.guarded = bit(descriptor, kGuarded);
    return result;
}

TableRef TableTree::tableOf(const TableRef& table, std::uint32_t index, std::uint64_t descriptor) const
{
    return { mmu::outputOf(config(), descriptor, config().grainBits), table.level + 1,
        table.input + index * entrySize(table.level), table.inherited | descriptor, 1U << config().stride() };
}

std::optional<TableRef> TableTree::child(const TableRef& table, const TableEntry& entry) const
{
    if (!entry.isTable() || entry.fault)
        return std::nullopt;
    return tableOf(table, entry.index, entry.descriptor);
}

TableEntry TableTree::decode(
    const TableRef& table, std::uint32_t index, Pa address, std::uint64_t descriptor) const
{
    TableEntry entry;
    entry.index = index;
    entry.size = entrySize(table.level);
    entry.input = table.input + index * entry.size;
    entry.address = address;
    entry.descriptor = descriptor;
    entry.type = typeOf(descriptor, table.level);
    if (!entry.isLeaf() && !entry.isTable())
        return entry;
    entry.output = outputOf(descriptor, table.level, entry.type);
    if (!fits(entry.output))
        entry.fault = Fault { stage(), arch::FaultKind::AddressSize, table.level, false, {} };
    if (entry.isLeaf()) {
        entry.contiguous = bit(descriptor, kContiguous);
        entry.attributes = attributesOf(descriptor, table.inherited);
    }
    return entry;
}

std::vector<TableEntry> TableTree::entries(
    const TableRef& table, std::uint32_t first, std::uint32_t count) const
{
    std::vector<TableEntry> result;
    if (first >= table.entries)
        return result;
    const std::uint32_t end = first + std::min(count, table.entries - first);
    result.reserve(end - first);
    std::array<std::uint64_t, kChunk> descriptors {};
    for (std::uint32_t at = first; at < end;) {
        const std::uint32_t chunk = at - at % kChunk;
        const std::uint32_t chunkEnd = std::min(chunk + kChunk, table.entries);
        const Read got = read(table, chunk, chunkEnd - chunk, descriptors.data());
        for (; at < std::min(end, chunkEnd); ++at) {
            const Pa address = got.address + std::uint64_t { at - chunk } * 8;
            TableEntry entry = decode(table, at, address, got.fault ? 0 : descriptors[at - chunk]);
            if (got.fault)
                entry.fault = got.fault;
            result.push_back(std::move(entry));
        }
    }
    return result;
}

std::vector<std::pair<TableRef, TableEntry>> TableTree::path(std::uint64_t input) const
{
    std::vector<std::pair<TableRef, TableEntry>> steps;
    if (!isUsed() || input < firstInput() || input > lastInput())
        return steps;
    for (std::optional<TableRef> table = root(); table;) {
        const auto index = static_cast<std::uint32_t>((input - table->input) >> config().shift(table->level));
        const TableEntry entry = entries(*table, index, 1).front();
        steps.emplace_back(*table, entry);
        table = child(*table, entry);
    }
    return steps;
}

} // namespace fscope::mmu
