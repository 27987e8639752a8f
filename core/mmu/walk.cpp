// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/mmu/walk.h"

#include "core/base/bytes.h"
#include "core/mmu/attributes.h"
#include "core/mmu/regime.h"
#include "core/mmu/walker.h"

#include <bit>

namespace fscope::mmu {
namespace {

/// A snapshot as the walkers see it: nothing is written.
class SnapshotWords
{
public:
    explicit SnapshotWords(const memory::SnapshotMemory& memory)
        : m_memory(memory)
    { }
    bool load(std::uint64_t pa, std::uint64_t& value) const
    {
        std::uint8_t bytes[8];
        if (m_memory.read(Pa(pa), bytes, sizeof bytes))
            return false;
        value = loadLe(bytes, sizeof bytes);
        return true;
    }
    Exchange exchange(std::uint64_t, std::uint64_t, std::uint64_t) const { return Exchange::Done; }

private:
    const memory::SnapshotMemory& m_memory;
};

/// Memory that others may change at the same time.
class GuestWords
{
public:
    explicit GuestWords(const memory::GuestMemory& memory)
        : m_memory(memory)
    { }
    [[gnu::always_inline]] bool load(std::uint64_t pa, std::uint64_t& value) const
    {
        const auto word = m_memory.readPlain<std::uint64_t>(pa);
        if (!word) [[unlikely]]
            return false;
        value = littleEndian(*word);
        return true;
    }
    Exchange exchange(std::uint64_t pa, std::uint64_t expected, std::uint64_t desired) const
    {
        const auto done
            = m_memory.compareExchange<std::uint64_t>(pa, littleEndian(expected), littleEndian(desired));
        if (!done)
            return Exchange::Aborted;
        return done->swapped ? Exchange::Done : Exchange::ValueChanged;
    }

private:
    static std::uint64_t littleEndian(std::uint64_t value)
    {
        return std::endian::native == std::endian::little ? value : __builtin_bswap64(value);
    }
    const memory::GuestMemory& m_memory;
};

SnapshotWords words(const memory::SnapshotMemory& memory)
{
    return SnapshotWords(memory);
}
GuestWords words(const memory::GuestMemory& memory)
{
    return GuestWords(memory);
}

template <typename Memory>
WalkResult walkBoth(const Stage1Settings& stage1, const Stage2Settings& stage2, const Memory& memory, Va va,
    const Access& access, WalkTrace* trace)
{
    const Walker<Memory> walker(stage1, stage2, memory, access, trace);
    WalkResult result;
    walker.stage1(va, result);
    if (result.ok())
        walker.stage2(result);
    return result;
}

template <typename Memory>
WalkResult walkOne(const Stage1Settings& stage1, const Stage2Settings& stage2, const Memory& memory, Va va,
    const Access& access, WalkTrace* trace)
{
    WalkResult result;
    Walker<Memory>(stage1, stage2, memory, access, trace).stage1(va, result);
    return result;
}

template <typename Memory>
WalkResult walkTwo(
    const Stage2Settings& stage2, const Memory& memory, Ipa ipa, const Access& access, WalkTrace* trace)
{
    WalkResult result;
    result.translation.ipa = ipa;
    result.translation.attributes = { kNormalWriteBack, kNonShareable };
    Walker<Memory>({}, stage2, memory, access, trace).stage2(result);
    return result;
}

} // namespace

WalkResult TranslationRegime::translate(
    const memory::GuestMemory& memory, Va va, const Access& access, WalkTrace* trace) const
{
    return walkBoth(stage1(va), m_stage2, words(memory), va, access, trace);
}

WalkResult TranslationRegime::walkStage1(
    const memory::GuestMemory& memory, Va va, const Access& access, WalkTrace* trace) const
{
    return walkOne(stage1(va), m_stage2, words(memory), va, access, trace);
}

WalkResult TranslationRegime::walkStage2(
    const memory::GuestMemory& memory, Ipa ipa, const Access& access, WalkTrace* trace) const
{
    return walkTwo(m_stage2, words(memory), ipa, access, trace);
}

WalkResult translate(const TranslationRegisters& regs, const memory::GuestMemory& memory, Va va,
    const Access& access, WalkTrace* trace)
{
    return walkBoth(stage1Settings(regs, isUpperHalf(regs.regime, va)), stage2Settings(regs), words(memory),
        va, access, trace);
}

WalkResult walkStage1(const TranslationRegisters& regs, const memory::GuestMemory& memory, Va va,
    const Access& access, WalkTrace* trace)
{
    return walkOne(stage1Settings(regs, isUpperHalf(regs.regime, va)), stage2Settings(regs), words(memory),
        va, access, trace);
}

WalkResult walkStage2(const TranslationRegisters& regs, const memory::GuestMemory& memory, Ipa ipa,
    const Access& access, WalkTrace* trace)
{
    return walkTwo(stage2Settings(regs), words(memory), ipa, access, trace);
}

WalkResult TranslationRegime::translate(
    const memory::SnapshotMemory& memory, Va va, const Access& access, WalkTrace* trace) const
{
    return walkBoth(stage1(va), m_stage2, words(memory), va, access, trace);
}

WalkResult TranslationRegime::walkStage1(
    const memory::SnapshotMemory& memory, Va va, const Access& access, WalkTrace* trace) const
{
    return walkOne(stage1(va), m_stage2, words(memory), va, access, trace);
}

WalkResult TranslationRegime::walkStage2(
    const memory::SnapshotMemory& memory, Ipa ipa, const Access& access, WalkTrace* trace) const
{
    return walkTwo(m_stage2, words(memory), ipa, access, trace);
}

WalkResult translate(const TranslationRegisters& regs, const memory::SnapshotMemory& memory, Va va,
    const Access& access, WalkTrace* trace)
{
    return walkBoth(stage1Settings(regs, isUpperHalf(regs.regime, va)), stage2Settings(regs), words(memory),
        va, access, trace);
}

WalkResult walkStage1(const TranslationRegisters& regs, const memory::SnapshotMemory& memory, Va va,
    const Access& access, WalkTrace* trace)
{
    return walkOne(stage1Settings(regs, isUpperHalf(regs.regime, va)), stage2Settings(regs), words(memory),
        va, access, trace);
}

WalkResult walkStage2(const TranslationRegisters& regs, const memory::SnapshotMemory& memory, Ipa ipa,
    const Access& access, WalkTrace* trace)
{
    return walkTwo(stage2Settings(regs), words(memory), ipa, access, trace);
}

} // namespace fscope::mmu
