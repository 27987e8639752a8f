// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/arch/descriptor.h"
#include "core/base/text.h"
#include "core/memory/guestmemory.h"
#include "core/memory/snapshotmemory.h"
#include "core/mmu/regime.h"
#include "core/mmu/walk.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace fscope::mmu {

/// Where tables are read: any guest memory. A handle, cheap to copy.
class TableMemory
{
public:
    TableMemory() = default;                ///< nothing is anywhere
    TableMemory(memory::GuestMemory memory) // NOLINT(*-explicit-*): each is guest memory
        : m_memory(std::move(memory))
    { }
    TableMemory(const memory::SnapshotMemory& memory) // NOLINT(*-explicit-*)
        : m_memory(memory.handle())
    { }
    /// Whether all bytes were read.
    bool read(Pa address, void* out, std::size_t size) const
    {
        return m_memory.read(address.value, std::span(static_cast<std::byte*>(out), size)).has_value();
    }
    const memory::GuestMemory& memory() const { return m_memory; }

private:
    memory::GuestMemory m_memory;
};

/// A tree of tables, by the register that holds its base.
enum class TreeName : std::uint8_t { Ttbr0, Ttbr1, Vttbr };
inline constexpr TreeName kTreeNames[] { TreeName::Ttbr0, TreeName::Ttbr1, TreeName::Vttbr };
/// "TTBR0_EL1", "TTBR1_EL1", "VTTBR_EL2"; "TTBR0_EL2" and "TTBR1_EL2" in the regimes of EL2.
const char* registerOf(TreeName tree, Regime regime = Regime::El10);

/// "Device-nGnRE", "Normal, Write-Back, Inner Shareable".
Text describeMemory(MemoryAttributes attributes);

/// What a block or page lets happen, and what memory it is, with all that decides it: table descriptors above
/// it, WXN, E0PD, hardware management of the dirty state, MAIR. PSTATE.PAN is not in it.
struct LeafAttributes {
    LeafRights rights;
    std::uint8_t attrIndex = 0; ///< AttrIndx of stage 1, MemAttr of stage 2
    MemoryAttributes memory;    ///< stage 2: what it makes of Normal Write-Back memory of stage 1
    bool accessFlag = true;     ///< AF
    bool notGlobal = false;     ///< nG, stage 1
    bool dirtyModifier = false; ///< DBM
    bool guarded = false;       ///< GP, stage 1: branch targets are checked (FEAT_BTI)
    bool operator==(const LeafAttributes&) const = default;
};

/// One table of a tree.
struct TableRef {
    std::uint64_t base = 0;  ///< as descriptors name it: an IPA for stage 1 while stage 2 is on, else a PA
    int level = 0;           ///< of its entries
    std::uint64_t input = 0; ///< the first input address that it translates
    std::uint64_t inherited = 0; ///< all table descriptors above it, ORed
    std::uint32_t entries = 0;   ///< a start table may have as few as 1 and, concatenated, as many as 131,072
    bool operator==(const TableRef&) const = default;
};

/// One entry of a table.
struct TableEntry {
    std::uint32_t index = 0;
    std::uint64_t input = 0; ///< the first input address that it translates; those of TTBR1 with their ones
    std::uint64_t size = 0;  ///< of the input range, in bytes
    Pa address;              ///< where it is in memory
    std::uint64_t descriptor = 0;
    DescriptorType type = DescriptorType::Invalid;
    std::uint64_t output = 0;  ///< the next table, or the start of the block or page
    bool contiguous = false;   ///< the Contiguous bit of a block or page
    LeafAttributes attributes; ///< of a block or page
    /// Why no translation comes of it although it is no Invalid one: the descriptor cannot be read (there is
    /// then no descriptor), or its output does not fit the output address size.
    std::optional<Fault> fault;
    bool isLeaf() const { return type == DescriptorType::Block || type == DescriptorType::Page; }
    bool isTable() const { return type == DescriptorType::Table; }
    bool operator==(const TableEntry&) const = default;
};

/// One tree of translation tables, read entry by entry: for a browser that opens tables as somebody asks.
///
/// The addresses of stage-1 tables go through stage 2 while that is on. Nothing is kept: each call reads
/// memory anew. Any bytes are fine as tables; what cannot be read is a Fault in
/// the entry. Safe to use from several threads while nobody writes the memory.
class TableTree
{
public:
    TableTree(const TranslationRegisters& regs, const TableMemory& memory, TreeName name);
    TableTree(const TableTree&) = delete;
    TableTree& operator=(const TableTree&) = delete;

    TreeName name() const { return m_name; }
    Stage stage() const { return m_name == TreeName::Vttbr ? Stage::Two : Stage::One; }
    const LookupConfig& config() const { return stage() == Stage::One ? m_stage1.lookup : m_stage2.lookup; }
    const TranslationRegisters& registers() const { return m_regs; }
    const TableMemory& memory() const { return m_memory; }

    /// Why no address goes through this tree: its stage is off, its walks are disabled, or registers do not
    /// fit together. Empty if some may.
    const Text& whyUnused() const { return m_unused; }
    bool isUsed() const { return m_unused.empty(); }

    /// The start table, or the concatenated ones as one. Without entries if the tree is not used.
    TableRef root() const;
    /// The table that @p entry of @p table names; nullopt if it is no table descriptor or its address is no
    /// legal one.
    std::optional<TableRef> child(const TableRef& table, const TableEntry& entry) const;
    /// Entries @p first to @p first + @p count - 1, cut at the end of the table. Cost: some 100 ns each.
    std::vector<TableEntry> entries(
        const TableRef& table, std::uint32_t first = 0, std::uint32_t count = UINT32_MAX) const;
    /// The tables and entries that an input address goes through, from the start table to the entry that ends
    /// the walk. Empty if the tree is not used or the address is out of its range.
    std::vector<std::pair<TableRef, TableEntry>> path(std::uint64_t input) const;

    /// The first and last input address of the tree.
    std::uint64_t firstInput() const;
    std::uint64_t lastInput() const;
    /// Bytes that one entry of @p level translates.
    std::uint64_t entrySize(int level) const { return std::uint64_t { 1 } << config().shift(level); }
    /// Entries of a set with the Contiguous bit at this level: 16, 32 or 128; 1 where the level has none.
    std::uint32_t contiguousEntries(int level) const { return 1U << config().contiguousLog2(level); }
    /// The form of descriptors at this level, for arch::layoutOf.
    arch::DescriptorForm form(int level) const;

    // ---- For those who go through whole trees.

    /// At most this many descriptors are read at once; tables are multiples of it or smaller.
    static constexpr std::uint32_t kChunk = 512;
    /// Where a chunk was read, or why it was not.
    struct Read {
        Pa address;
        std::optional<Fault> fault;
    };
    /// Reads @p count descriptors from @p first on, a multiple of kChunk; @p count is at most kChunk and they
    /// lie in the table. @p out has room for them.
    Read read(const TableRef& table, std::uint32_t first, std::uint32_t count, std::uint64_t* out) const;
    DescriptorType typeOf(std::uint64_t descriptor, int level) const;
    /// The next table, or the start of the block or page.
    std::uint64_t outputOf(std::uint64_t descriptor, int level, DescriptorType type) const;
    /// Whether an output fits the output address size.
    bool fits(std::uint64_t output) const;
    LeafAttributes attributesOf(std::uint64_t descriptor, std::uint64_t inherited) const;
    /// The table that @p descriptor at @p index names, whether it fits or not.
    TableRef tableOf(const TableRef& table, std::uint32_t index, std::uint64_t descriptor) const;
    /// The descriptor of any form without its address and what changes no attribute (type, nT, Contiguous,
    /// software bits): equal ones with equal inherited bits have equal attributes.
    std::uint64_t attributeBits(std::uint64_t descriptor) const { return descriptor & m_attributeMask; }

private:
    TableEntry decode(const TableRef& table, std::uint32_t index, Pa address, std::uint64_t descriptor) const;

    TranslationRegisters m_regs;
    TableMemory m_memory;
    TreeName m_name;
    Stage1Settings m_stage1;
    Stage2Settings m_stage2;
    Text m_unused;
    std::uint64_t m_attributeMask = 0;
};

} // namespace fscope::mmu
