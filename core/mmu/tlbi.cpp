// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/mmu/tlbi.h"

#include "core/base/bits.h"
#include "core/base/hex.h"

#include <algorithm>
#include <cctype>
#include <limits>

namespace fscope::mmu {
namespace {

constexpr unsigned kCrnPlain = 8;
constexpr unsigned kCrnNxs = 9;

constexpr std::array<const char*, 3> kScopeNames { "", "IS", "OS" };
constexpr const char* kNxs = "NXS";

/// TCR_EL1.AS: ASIDs of 16 bits. TCR_EL1.DS and VTCR_EL2.DS: 52-bit addresses.
constexpr unsigned kTcrAs = 36;
constexpr unsigned kTcrDs = 59;
constexpr unsigned kVtcrDs = 32;

using M = TlbiMatch;

/// Name, op1, { CRm, op2 } of the local, Inner Shareable and Outer Shareable form, what it removes, operand,
/// range, lowest exception level. Source: Arm ARM C5.5, "A64 System instructions for TLB maintenance".
constexpr std::array kRows {
    TlbiRow { "VMALLE1", 0, { { { 7, 0 }, { 3, 0 }, { 1, 0 } } }, M::AllStage1, false, false, 1 },
    TlbiRow { "VAE1", 0, { { { 7, 1 }, { 3, 1 }, { 1, 1 } } }, M::Va, true, false, 1 },
    TlbiRow { "ASIDE1", 0, { { { 7, 2 }, { 3, 2 }, { 1, 2 } } }, M::Asid, true, false, 1 },
    TlbiRow { "VAAE1", 0, { { { 7, 3 }, { 3, 3 }, { 1, 3 } } }, M::VaAllAsids, true, false, 1 },
    TlbiRow { "VALE1", 0, { { { 7, 5 }, { 3, 5 }, { 1, 5 } } }, M::Va, true, false, 1 },
    TlbiRow { "VAALE1", 0, { { { 7, 7 }, { 3, 7 }, { 1, 7 } } }, M::VaAllAsids, true, false, 1 },
    TlbiRow { "RVAE1", 0, { { { 6, 1 }, { 2, 1 }, { 5, 1 } } }, M::Va, true, true, 1 },
    TlbiRow { "RVAAE1", 0, { { { 6, 3 }, { 2, 3 }, { 5, 3 } } }, M::VaAllAsids, true, true, 1 },
    TlbiRow { "RVALE1", 0, { { { 6, 5 }, { 2, 5 }, { 5, 5 } } }, M::Va, true, true, 1 },
    TlbiRow { "RVAALE1", 0, { { { 6, 7 }, { 2, 7 }, { 5, 7 } } }, M::VaAllAsids, true, true, 1 },
    TlbiRow { "IPAS2E1", 4, { { { 4, 1 }, { 0, 1 }, { 4, 0 } } }, M::Ipa, true, false, 2 },
    TlbiRow { "IPAS2LE1", 4, { { { 4, 5 }, { 0, 5 }, { 4, 4 } } }, M::Ipa, true, false, 2 },
    TlbiRow { "RIPAS2E1", 4, { { { 4, 2 }, { 0, 2 }, { 4, 3 } } }, M::Ipa, true, true, 2 },
    TlbiRow { "RIPAS2LE1", 4, { { { 4, 6 }, { 0, 6 }, { 4, 7 } } }, M::Ipa, true, true, 2 },
    TlbiRow { "ALLE1", 4, { { { 7, 4 }, { 3, 4 }, { 1, 4 } } }, M::All, false, false, 2 },
    TlbiRow { "VMALLS12E1", 4, { { { 7, 6 }, { 3, 6 }, { 1, 6 } } }, M::AllStages, false, false, 2 },
    TlbiRow { "VMALLWS2E1", 4, { { { 6, 2 }, { 2, 2 }, { 5, 2 } } }, M::WritesStage2, false, false, 2 },
    TlbiRow { "ALLE2", 4, { { { 7, 0 }, { 3, 0 }, { 1, 0 } } }, M::OtherRegime, false, false, 2 },
    TlbiRow { "VAE2", 4, { { { 7, 1 }, { 3, 1 }, { 1, 1 } } }, M::OtherRegime, true, false, 2 },
    TlbiRow { "VALE2", 4, { { { 7, 5 }, { 3, 5 }, { 1, 5 } } }, M::OtherRegime, true, false, 2 },
    TlbiRow { "RVAE2", 4, { { { 6, 1 }, { 2, 1 }, { 5, 1 } } }, M::OtherRegime, true, true, 2 },
    TlbiRow { "RVALE2", 4, { { { 6, 5 }, { 2, 5 }, { 5, 5 } } }, M::OtherRegime, true, true, 2 },
};

bool hasAsid(TlbiMatch match)
{
    return match == M::Va || match == M::Asid;
}

bool isByAddress(TlbiMatch match)
{
    return match == M::Va || match == M::VaAllAsids || match == M::Ipa;
}

constexpr std::uint64_t kAddressMask = mask(55, 0);

/// TG and the high half of TTL: 0 says nothing.
unsigned granuleOf(std::uint64_t field)
{
    return field == 0 ? 0 : 10 + 2 * static_cast<unsigned>(field);
}

/// Whether a block or table of this granule can stand at this level at all. A TTL that says otherwise is
/// reserved, and counts as none.
bool hasLevel(unsigned granuleLog2, int level, bool wide)
{
    if (granuleLog2 == 12)
        return level > 0 || wide;
    if (granuleLog2 == 14)
        return level > 1 || (level == 1 && wide);
    return level > 0;
}

/// TTL of an operation by one address: granule and level. Rule: Arm ARM D8, "TLB maintenance instructions
/// that have the TTL field".
void decodeHint(std::uint64_t ttl, bool wide, TlbiOperation& operation)
{
    const unsigned granule = granuleOf(ttl >> 2U);
    const int level = static_cast<int>(ttl & 3U);
    if (granule == 0 || !hasLevel(granule, level, wide))
        return;
    operation.granuleLog2 = granule;
    operation.level = level;
}

/// TG, SCALE, NUM, TTL and BaseADDR. Rule: Arm ARM D8, "TLB range maintenance instructions".
void decodeRange(std::uint64_t operand, bool wide, TlbiOperation& operation)
{
    operation.granuleLog2 = granuleOf(bits(operand, 47, 46));
    if (operation.granuleLog2 == 0) {
        operation.reserved = true;
        return;
    }
    const auto scale = static_cast<unsigned>(bits(operand, 45, 44));
    const std::uint64_t count = bits(operand, 43, 39) + 1;
    const int level = static_cast<int>(bits(operand, 38, 37));
    if (level != 0 && hasLevel(operation.granuleLog2, level, wide))
        operation.level = level;
    constexpr unsigned kBaseBits = 37;
    const unsigned unit = wide ? 16 : operation.granuleLog2;
    const std::uint64_t field = bits(operand, kBaseBits - 1, 0);
    // The lower half of the VA space or the upper one; an IPA has no sign.
    const bool isIpa = operation.instruction.row->match == M::Ipa;
    const std::uint64_t base = (isIpa ? field : signExtend(field, kBaseBits)) << unit;
    const std::uint64_t bytes = count << (5 * scale + 1 + operation.granuleLog2);
    operation.first = base & kAddressMask;
    // A range does not wrap around: it ends with the half of the address space that it begins in.
    const std::uint64_t end = bit(operation.first, 55) ? kAddressMask : kAddressMask >> 1U;
    operation.last = bytes - 1 > end - operation.first ? end : operation.first + (bytes - 1);
}

/// The granule that a block or page of @p sizeLog2 bytes at @p level is of.
unsigned granuleOf(const StageLeaf& leaf)
{
    const auto above = static_cast<unsigned>(3 - leaf.level);
    return (leaf.sizeLog2 + 3 * above) / (above + 1);
}

std::string upper(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
        [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return out;
}

} // namespace

std::span<const TlbiRow> tlbiRows()
{
    return kRows;
}

std::string TlbiInstruction::name() const
{
    return std::string(row->name) + kScopeNames[static_cast<std::size_t>(scope)] + (nxs ? kNxs : "");
}

std::optional<TlbiInstruction> tlbiOf(unsigned op1, unsigned crn, unsigned crm, unsigned op2)
{
    if (crn != kCrnPlain && crn != kCrnNxs)
        return std::nullopt;
    for (const TlbiRow& row : kRows)
        for (std::size_t scope = 0; scope < row.places.size(); ++scope)
            if (row.op1 == op1 && row.places[scope].crm == crm && row.places[scope].op2 == op2)
                return TlbiInstruction { &row, static_cast<TlbiScope>(scope), crn == kCrnNxs };
    return std::nullopt;
}

std::optional<TlbiInstruction> tlbiByName(std::string_view name)
{
    const std::string wanted = upper(name);
    for (const TlbiRow& row : kRows)
        for (std::size_t scope = 0; scope < row.places.size(); ++scope)
            for (const bool nxs : { false, true }) {
                const TlbiInstruction instruction { &row, static_cast<TlbiScope>(scope), nxs };
                if (instruction.name() == wanted)
                    return instruction;
            }
    return std::nullopt;
}

TlbiOperation tlbiOperation(
    const TlbiInstruction& instruction, std::uint64_t operand, const TranslationRegisters& regs)
{
    TlbiOperation operation;
    operation.instruction = instruction;
    operation.operand = instruction.row->takesOperand ? operand : 0;
    operation.vmid = vmidOf(regs);
    const TlbiMatch match = instruction.row->match;
    if (hasAsid(match)) {
        const unsigned highest = bit(regs.tcr, kTcrAs) ? 63 : 55;
        operation.asid = static_cast<std::uint16_t>(bits(operand, highest, 48));
    }
    if (!isByAddress(match))
        return operation;
    const bool wide = match == M::Ipa ? bit(regs.vtcr, kVtcrDs) : bit(regs.tcr, kTcrDs);
    if (instruction.row->range) {
        decodeRange(operand, wide, operation);
    } else {
        decodeHint(bits(operand, 47, 44), wide, operation);
        const unsigned highest = match == M::Ipa ? 39 : 43;
        operation.first = bits(operand, highest, 0) << kPageShift;
        operation.last = operation.first;
    }
    return operation;
}

bool TlbiOperation::matches(const TlbEntry& entry) const
{
    const TlbiMatch match = instruction.row->match;
    if (match == M::OtherRegime || reserved)
        return false;
    if (match == M::All)
        return true;
    if (entry.vmid() != vmid)
        return false;
    if (match == M::AllStages)
        return true;
    if (match == M::WritesStage2)
        return entry.hasStage2()
            && (entry.translation.stage2.rights.privileged().write
                || entry.translation.stage2.rights.unprivileged().write);
    // An entry of both stages is one of stage 1: what holds an IPA alone is one of stage 2.
    if (entry.hasStage1() == (match == M::Ipa))
        return false;
    if (match == M::AllStage1)
        return true;
    if (match == M::Asid)
        return !entry.isGlobal() && entry.asid() == asid;
    if (match == M::Va && !entry.isGlobal() && entry.asid() != asid)
        return false;

    const StageLeaf& leaf = match == M::Ipa ? entry.translation.stage2 : entry.translation.stage1;
    if (granuleLog2 != 0 && granuleOf(leaf) != granuleLog2)
        return false;
    if (level && leaf.level != *level)
        return false;
    const std::uint64_t range = std::uint64_t { 1 } << entry.maintenanceLog2;
    const std::uint64_t begin = entry.va & kAddressMask & ~(range - 1);
    return first <= begin + (range - 1) && last >= begin;
}

Text TlbiOperation::meaning() const
{
    // As people write VAs: the bits above 55 repeat it.
    const auto shown = [this](std::uint64_t address) {
        return hex(instruction.row->match == TlbiMatch::Ipa ? address : signExtend(address, 56));
    };
    const std::vector<Text> args = { shown(first), shown(last), std::to_string(asid), std::to_string(vmid) };
    switch (instruction.row->match) {
    case TlbiMatch::Va:
        return instruction.row->range
            ? Text(FSCOPE_TR("Core", "It is for VAs %1 to %2 of ASID %3, and global ones, in VMID %4"), args)
            : Text(FSCOPE_TR("Core", "It is for VA %1 of ASID %3, and global ones, in VMID %4"), args);
    case TlbiMatch::VaAllAsids:
        return instruction.row->range
            ? Text(FSCOPE_TR("Core", "It is for VAs %1 to %2 of each ASID in VMID %4"), args)
            : Text(FSCOPE_TR("Core", "It is for VA %1 of each ASID in VMID %4"), args);
    case TlbiMatch::Asid:
        return { FSCOPE_TR("Core", "It is for ASID %3 in VMID %4, and spares what is global"), args };
    case TlbiMatch::AllStage1:
        return { FSCOPE_TR("Core", "It is for all of stage 1 in VMID %4"), args };
    case TlbiMatch::AllStages:
        return { FSCOPE_TR("Core", "It is for both stages of VMID %4"), args };
    case TlbiMatch::All:
        return FSCOPE_TR("Core", "It is for EL1 and EL0 of each VMID");
    case TlbiMatch::Ipa:
        return instruction.row->range
            ? Text(FSCOPE_TR("Core",
                       "It is for IPAs %1 to %2 in VMID %4, where stage 2 alone is cached: entries of both "
                       "stages stay"),
                args)
            : Text(FSCOPE_TR("Core",
                       "It is for IPA %1 in VMID %4, where stage 2 alone is cached: entries of both stages "
                       "stay"),
                args);
    case TlbiMatch::WritesStage2:
        return { FSCOPE_TR("Core", "It is for what stage 2 lets VMID %4 write"), args };
    case TlbiMatch::OtherRegime:
        return FSCOPE_TR("Core", "It is for EL2, whose translations are not kept here");
    }
    return {};
}

std::uint64_t tlbiOperand(const TlbiInstruction& instruction, std::uint64_t address, std::uint16_t asid)
{
    const TlbiMatch match = instruction.row->match;
    std::uint64_t operand = hasAsid(match) ? std::uint64_t { asid } << 48 : 0;
    if (isByAddress(match))
        operand |= bits(address, match == M::Ipa ? 51 : 55, kPageShift);
    return operand;
}

} // namespace fscope::mmu
