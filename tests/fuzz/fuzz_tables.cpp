// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// Any registers over any bytes as tables: browser, enumerator, linter and reverse look-up end within their
/// limits, and what they say of a mapping the walker says too.

#include "core/base/bits.h"
#include "core/base/bytes.h"
#include "core/mmu/reverselookup.h"
#include "core/mmu/tableenumerator.h"
#include "core/mmu/tablelint.h"
#include "core/mmu/walk.h"

#include <array>
#include <cstdlib>
#include <cstring>

using namespace fscope;
using namespace fscope::mmu;

namespace {

constexpr std::uint64_t kRamSize = 0x40000;
constexpr std::uint64_t kMaxDescriptors = 1U << 16;
constexpr std::size_t kMaxWalks = 64;

/// The bytes of an input, then zeros.
class Cursor
{
public:
    Cursor(const std::uint8_t* data, std::size_t size)
        : m_data(data)
        , m_left(size)
    { }
    std::uint64_t next(unsigned bytes)
    {
        std::array<std::uint8_t, 8> word {};
        const std::size_t taken = bytes < m_left ? bytes : m_left;
        std::memcpy(word.data(), m_data, taken);
        m_data += taken;
        m_left -= taken;
        return loadLe(word.data(), 8);
    }
    bool empty() const { return m_left == 0; }

private:
    const std::uint8_t* m_data;
    std::size_t m_left;
};

void require(bool condition)
{
    if (!condition)
        std::abort();
}

/// What the walker says of the first byte of a range.
void compareWithWalk(const TableTree& tree, const MappedRange& range)
{
    const Access access { AccessKind::Read, 1, false, true };
    const bool stage1 = tree.stage() == Stage::One;
    const WalkResult result = stage1
        ? walkStage1(tree.registers(), tree.memory().memory(), Va(range.input), access)
        : walkStage2(tree.registers(), tree.memory().memory(), Ipa(range.input), access);
    if (range.kind == RangeKind::Mapping && result.ok())
        require((stage1 ? result.translation.ipa.value : result.translation.pa.value) == range.output);
    // A page without the right to read, or the Access flag, or with a stage-2 fault on its update, is there.
    if (range.kind == RangeKind::Mapping && !result.ok())
        require(result.fault->kind != arch::FaultKind::AddressSize || result.fault->stage == Stage::Two);
    if (range.kind == RangeKind::OutOfRange || range.kind == RangeKind::Unreadable)
        require(!result.ok());
}

void checkTree(const TableTree& tree)
{
    for (const bool expand : { false, true }) {
        EnumerateOptions options;
        options.maxDescriptors = kMaxDescriptors;
        options.maxVisitsPerTable = 8;
        options.expandRecursive = expand;
        std::uint64_t next = tree.firstInput();
        std::size_t walks = 0;
        const EnumerationEnd end = enumerate(tree, options, [&](const MappedRange& range) {
            require(range.size != 0 && range.input >= next && range.lastInput() <= tree.lastInput());
            next = range.lastInput();
            if (++walks <= kMaxWalks)
                compareWithWalk(tree, range);
            return true;
        });
        require(end.descriptors <= kMaxDescriptors);
        require(end.why == EnumerationEnd::Why::Complete || end.why == EnumerationEnd::Why::Limit);
    }
    const TableRef root = tree.root();
    for (const TableEntry& entry : tree.entries(root, 0, 64)) {
        (void)tree.child(root, entry);
        (void)tree.path(entry.input);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Cursor cursor(data, size);
    const std::uint64_t mode = cursor.next(1);
    // Random addresses seldom meet: with this bit they are kept within RAM, so that trees get deep.
    const std::uint64_t addresses = bit(mode, 7) ? ~mask(51, 18) : ~std::uint64_t { 0 };
    TranslationRegisters regs;
    regs.sctlr = cursor.next(8) | (bit(mode, 6) ? 1 : 0);
    regs.tcr = cursor.next(8);
    regs.ttbr0 = cursor.next(8) & addresses;
    regs.ttbr1 = cursor.next(8) & addresses;
    regs.mair = cursor.next(8);
    regs.hcr = cursor.next(8);
    regs.vtcr = cursor.next(8);
    regs.vttbr = cursor.next(8) & addresses;
    regs.sctlrEl2 = cursor.next(8);
    regs.regime = static_cast<Regime>(bits(mode, 1, 0) % 3);

    memory::SnapshotMemory memory;
    require(memory.addRam(Pa(0), kRamSize).has_value());
    while (!cursor.empty()) {
        const std::uint64_t offset = cursor.next(2) * 8 % kRamSize;
        std::array<std::uint8_t, 8> word {};
        storeLe(word.data(), cursor.next(8) & addresses, 8);
        require(!memory.write(Pa(offset), word.data(), word.size()));
    }

    for (const TreeName name : kTreeNames)
        checkTree(TableTree(regs, memory, name));
    LintOptions lint;
    lint.limits.maxDescriptors = kMaxDescriptors;
    lint.maxRanges = 1U << 12;
    for (const LintFinding& finding : lintTables(regs, memory, lint).findings)
        require(!finding.sentence.empty() && finding.input.first <= finding.input.last);
    memory::SnapshotMemory changed = memory;
    const std::array<std::uint8_t, 8> zeros {};
    require(!changed.write(Pa(mode * 8), zeros.data(), zeros.size()));
    (void)lintChange({ regs, memory }, { regs, changed }, lint);
    EnumerateOptions limits;
    limits.maxDescriptors = kMaxDescriptors;
    const ReverseLookup lookup(regs, memory, limits, 1U << 12);
    (void)lookup.whoMaps({ 0, kRamSize - 1 }, 256);
    (void)lookup.whoMapsIpa({ 0, kRamSize - 1 }, 256);
    return 0;
}
