// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// Any registers over any tables: a walk ends, within memory and within the number of reads the levels allow.

#include "core/base/bits.h"
#include "core/base/bytes.h"
#include "core/memory/heapmemory.h"
#include "core/mmu/notmodelled.h"
#include "core/mmu/walk.h"

#include <array>
#include <cstdlib>
#include <cstring>
#include <vector>

using namespace fscope;
using namespace fscope::mmu;

namespace {

constexpr std::uint64_t kRamSize = 0x40000;

/// Stage 1 reads up to five descriptors, each behind up to five of stage 2; five more for the update of the
/// last one, and five for the result.
constexpr std::size_t kMostReads = 5 * 6 + 5 + 5;

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

void checkWalk(const WalkResult& result, const WalkResult& untraced, const WalkTrace& trace)
{
    require(result == untraced);
    require(trace.size() <= kMostReads);
    for (const DescriptorRead& read : trace) {
        require(read.level >= -1 && read.level <= 3);
        require(read.address.value < std::uint64_t { 1 } << 52);
        require(read.aborted || read.address.value + 8 <= kRamSize);
    }
    if (result.ok())
        require(result.translation.pa.value < std::uint64_t { 1 } << 52);
    else
        require(arch::faultStatus(arch::faultCode(result.fault->kind, result.fault->level)) != nullptr
            && result.fault->level >= -1 && result.fault->level <= 3);
}

/// The walk of a CPU: it ends, changes no more than two bits of each descriptor it updates, and as the walk
/// that writes nothing has foretold, unless the tables describe themselves.
void checkUpdates(
    const TranslationRegisters& regs, const memory::SnapshotMemory& snapshot, Va va, Access access)
{
    static auto heap = memory::HeapMemory::allocate(kRamSize);
    static std::vector<std::uint64_t> before(kRamSize / 8);
    require(heap.has_value());
    require(!snapshot.read(Pa(0), before.data(), kRamSize));
    std::memcpy(heap->sharedBytes().data(), before.data(), kRamSize);
    const memory::GuestMemory memory = heap->memory();
    require(translate(regs, memory, va, access) == translate(regs, snapshot, va, access));
    access.writeBack = true;
    WalkTrace trace;
    const WalkResult result = translate(regs, memory, va, access, &trace);
    require(trace.size() <= kMostReads);
    require(result.ok()
        || arch::faultStatus(arch::faultCode(result.fault->kind, result.fault->level)) != nullptr);
    std::size_t updated = 0;
    for (const DescriptorRead& read : trace) {
        require((read.changed & ~std::uint64_t { 0x480 }) == 0);
        updated += read.updated() ? 1 : 0;
    }
    std::size_t words = 0;
    if (std::memcmp(before.data(), heap->sharedBytes().data(), kRamSize) != 0) {
        for (std::size_t i = 0; i < before.size(); ++i)
            words += std::memcmp(&before[i], heap->sharedBytes().data() + i * 8, 8) != 0 ? 1 : 0;
    }
    require(words <= updated + kMostReads);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Cursor cursor(data, size);
    const std::uint64_t mode = cursor.next(1);
    // Random addresses seldom meet: with this bit they are kept within RAM, so that walks get deep.
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
    regs.regime = static_cast<Regime>(bits(mode, 5, 5) + bits(regs.sctlrEl2, 63, 63));
    const Va va(cursor.next(8));

    memory::SnapshotMemory memory;
    require(memory.addRam(Pa(0), kRamSize).has_value());
    while (!cursor.empty()) {
        const std::uint64_t offset = cursor.next(2) * 8 % kRamSize;
        std::array<std::uint8_t, 8> word {};
        storeLe(word.data(), cursor.next(8) & addresses, 8);
        require(!memory.write(Pa(offset), word.data(), word.size()));
    }

    const Access access { static_cast<AccessKind>(bits(mode, 1, 0) % 3),
        static_cast<unsigned>(bits(mode, 2, 2)), bit(mode, 3), bit(mode, 4) };
    WalkTrace trace;
    const WalkResult both = translate(regs, memory, va, access, &trace);
    checkWalk(both, translate(regs, memory, va, access), trace);
    trace.clear();
    const WalkResult one = walkStage1(regs, memory, va, access, &trace);
    checkWalk(one, walkStage1(regs, memory, va, access), trace);
    require(!both.ok() || both.translation.ipa == one.translation.ipa);
    trace.clear();
    checkWalk(walkStage2(regs, memory, Ipa(bits(va.value, 51, 0)), access, &trace),
        walkStage2(regs, memory, Ipa(bits(va.value, 51, 0)), access), trace);
    (void)notModelled(regs);
    checkUpdates(regs, memory, va, access);
    return 0;
}
