// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/mmu/walk.h"

#include "core/base/bits.h"
#include "core/mmu/attributes.h"
#include "core/mmu/lookup.h"
#include "core/mmu/lookupconfig.h"
#include "core/mmu/permissions.h"
#include "core/mmu/stage2walker.h"

namespace fscope::mmu {
namespace {

/// SCTLR_EL1.
constexpr unsigned kM = 0;
constexpr unsigned kC = 2;
constexpr unsigned kI = 12;
constexpr unsigned kWxn = 19;

/// HCR_EL2.
constexpr unsigned kDc = 12;

/// Stage-1 leaves.
constexpr unsigned kReadOnly = 7; // AP[2]
constexpr unsigned kAccessFlag = 10;

/// The fields of TCR_EL1 that stand twice, for the lower and the upper half of the VA space.
struct Halves {
    unsigned lower;
    unsigned upper;
    bool in(std::uint64_t tcr, bool upperHalf) const { return bit(tcr, upperHalf ? upper : lower); }
};
constexpr Halves kTbi { 37, 38 };
constexpr Halves kHpd { 41, 42 };
constexpr Halves kTbid { 51, 52 };
constexpr Halves kE0pd { 55, 56 };

Fault stage1Fault(arch::FaultKind kind, int level)
{
    return { Stage::One, kind, level, false, {} };
}

/// The highest bit of a VA that counts: 55 if the top byte is ignored for this access.
unsigned topBit(const TranslationRegisters& regs, bool upperHalf, AccessKind kind)
{
    const bool dataOnly = kTbid.in(regs.tcr, upperHalf);
    const bool ignored = kTbi.in(regs.tcr, upperHalf) && !(dataOnly && kind == AccessKind::Execute);
    return ignored ? 55 : 63;
}

/// Whether the bits between the input range and the top of a VA all repeat bit 55.
bool isInRange(Va va, bool upperHalf, unsigned top, unsigned inputBits)
{
    return bits(upperHalf ? ~va.value : va.value, top, inputBits) == 0;
}

/// Stage 1 off: the address goes through, if the CPU has so many physical address bits.
void flat(const TranslationRegisters& regs, Va va, const Access& access, WalkResult& result)
{
    const bool upperHalf = bit(va.value, 55);
    if (bits(va.value, topBit(regs, upperHalf, access.kind), kPaBits) != 0) {
        result.fault = stage1Fault(arch::FaultKind::AddressSize, 0);
        return;
    }
    result.translation.ipa = Ipa(bits(va.value, kPaBits - 1, 0));
    MemoryAttributes& attributes = result.translation.attributes;
    if (bit(regs.hcr, kDc))
        attributes = { kNormalWriteBack, kNonShareable };
    else if (access.kind != AccessKind::Execute)
        attributes = { kDeviceNGnRnE, kOuterShareable };
    else // an instruction cache may hold it even so: Normal, Write-Through with Read-Allocate
        attributes = { bit(regs.sctlr, kI) ? kNormalWriteThrough : kNormalNonCacheable, kOuterShareable };
}

MemoryAttributes stage1Attributes(
    const TranslationRegisters& regs, const LookupConfig& config, std::uint64_t leaf, AccessKind kind)
{
    const auto index = static_cast<unsigned>(bits(leaf, 4, 2));
    MemoryAttributes attributes;
    attributes.attr = static_cast<std::uint8_t>(regs.mair >> (8 * index));
    attributes.sh = config.wide ? config.wideSh : static_cast<std::uint8_t>(bits(leaf, 9, 8));
    const bool cacheOn = bit(regs.sctlr, kind == AccessKind::Execute ? kI : kC);
    if (!attributes.isDevice() && !cacheOn)
        attributes.attr = kNormalNonCacheable;
    return effective(attributes);
}

/// Whether the CPU would write to the leaf: to set the Access flag, or to mark the page as written to. The
/// write itself is not made, as memory is not the walker's to change, but stage 2 may refuse it.
bool needsUpdate(const LookupConfig& config, std::uint64_t leaf, const Access& access)
{
    if (!bit(leaf, kAccessFlag))
        return true;
    return config.hardwareDirtyState && access.kind == AccessKind::Write && !access.probe
        && bit(leaf, kReadOnly);
}

/// Stage 1 into @p result, which is fresh.
void stage1(const TranslationRegisters& regs, const memory::SnapshotMemory& memory, Va va,
    const Access& access, const Stage2Walker& stage2, WalkTrace* trace, WalkResult& result)
{
    if (!bit(regs.sctlr, kM) || bit(regs.hcr, kDc)) {
        flat(regs, va, access, result);
        return;
    }
    const auto refuse = [&](arch::FaultKind kind, int level) { result.fault = stage1Fault(kind, level); };
    const bool upperHalf = bit(va.value, 55);
    const LookupConfig config = stage1Config(regs, upperHalf);
    const unsigned top = topBit(regs, upperHalf, access.kind);
    if (config.illegal || (access.el == 0 && kE0pd.in(regs.tcr, upperHalf))
        || !isInRange(va, upperHalf, top, config.inputBits))
        return refuse(arch::FaultKind::Translation, 0);
    if (config.baseOutOfRange)
        return refuse(arch::FaultKind::AddressSize, 0);

    Ipa entryIpa;
    Stage2Walker::Output entryOutput;
    const auto throughStage2 = [&](std::uint64_t entry, Pa& pa) {
        entryIpa = Ipa(entry);
        const bool ok = stage2.translateTable(entryIpa, entryOutput, result.fault);
        pa = entryOutput.pa;
        return ok;
    };
    Leaf leaf;
    if (!findLeaf(config, Stage::One, false, va.value, memory, trace, throughStage2, leaf, result.fault))
        return;
    if (!bit(leaf.descriptor, kAccessFlag) && !config.hardwareAccessFlag)
        return refuse(arch::FaultKind::AccessFlag, leaf.level);
    const Stage1Descriptors descriptors { leaf.descriptor, kHpd.in(regs.tcr, upperHalf) ? 0 : leaf.tables,
        config.hardwareDirtyState };
    if (!stage1Rights(descriptors, bit(regs.sctlr, kWxn), access).allow(access.kind))
        return refuse(arch::FaultKind::Permission, leaf.level);
    if (needsUpdate(config, leaf.descriptor, access)
        && !stage2.mayUpdateTable(entryIpa, entryOutput, result.fault))
        return;
    result.translation.ipa = Ipa(leaf.output);
    result.translation.attributes = stage1Attributes(regs, config, leaf.descriptor, access.kind);
}

void throughStage2(WalkResult& result, const Access& access, const Stage2Walker& stage2)
{
    Stage2Walker::Output output;
    if (!stage2.translate(result.translation.ipa, access, output, result.fault))
        return;
    result.translation.pa = output.pa;
    result.translation.attributes = stage2.attributes(result.translation.attributes, output, access.kind);
}

} // namespace

WalkResult translate(const TranslationRegisters& regs, const memory::SnapshotMemory& memory, Va va,
    const Access& access, WalkTrace* trace)
{
    const Stage2Walker stage2(regs, memory, trace);
    WalkResult result;
    stage1(regs, memory, va, access, stage2, trace, result);
    if (result.ok())
        throughStage2(result, access, stage2);
    return result;
}

WalkResult walkStage1(const TranslationRegisters& regs, const memory::SnapshotMemory& memory, Va va,
    const Access& access, WalkTrace* trace)
{
    const Stage2Walker stage2(regs, memory, trace);
    WalkResult result;
    stage1(regs, memory, va, access, stage2, trace, result);
    return result;
}

WalkResult walkStage2(const TranslationRegisters& regs, const memory::SnapshotMemory& memory, Ipa ipa,
    const Access& access, WalkTrace* trace)
{
    const Stage2Walker stage2(regs, memory, trace);
    WalkResult result;
    result.translation = { ipa, {}, { kNormalWriteBack, kNonShareable } };
    throughStage2(result, access, stage2);
    return result;
}

} // namespace fscope::mmu
