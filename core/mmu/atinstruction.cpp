// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/mmu/atinstruction.h"

#include "core/base/bits.h"

#include <algorithm>
#include <array>

namespace fscope::mmu {
namespace {

using enum AccessKind;

/// Arm ARM C5.3.
constexpr std::array kInstructions {
    AtInstruction { "S1E0R", Read, 0, false, false },
    AtInstruction { "S1E0W", Write, 0, false, false },
    AtInstruction { "S1E1R", Read, 1, false, false },
    AtInstruction { "S1E1W", Write, 1, false, false },
    AtInstruction { "S1E1RP", Read, 1, false, true },
    AtInstruction { "S1E1WP", Write, 1, false, true },
    AtInstruction { "S1E2R", Read, 2, false, false },
    AtInstruction { "S1E2W", Write, 2, false, false },
    AtInstruction { "S12E0R", Read, 0, true, false },
    AtInstruction { "S12E0W", Write, 0, true, false },
    AtInstruction { "S12E1R", Read, 1, true, false },
    AtInstruction { "S12E1W", Write, 1, true, false },
};

constexpr std::uint64_t kRes1 = 1U << 11;

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

} // namespace

std::span<const AtInstruction> atInstructions()
{
    return kInstructions;
}

const AtInstruction* atInstructionNamed(std::string_view name)
{
    const auto* found
        = std::find_if(kInstructions.begin(), kInstructions.end(), [&](const AtInstruction& at) {
              return std::ranges::equal(std::string_view(at.name), name, {}, {}, upper);
          });
    return found == kInstructions.end() ? nullptr : found;
}

Access accessOf(const AtInstruction& at, bool pan, bool writeBack)
{
    return { at.kind, at.el, pan && at.underPan, true, writeBack };
}

std::uint64_t parOf(const WalkResult& result, bool bothStages)
{
    if (result.fault) {
        const bool two = result.fault->stage == Stage::Two;
        return std::uint64_t { two } << 9 | std::uint64_t { result.fault->s1ptw } << 8 | kRes1
            | std::uint64_t { arch::faultCode(result.fault->kind, result.fault->level) } << 1 | 1;
    }
    const Translation& to = result.translation;
    const std::uint64_t address = bothStages ? to.pa.value : to.ipa.value;
    return std::uint64_t { to.attributes.attr } << 56 | (address & mask(51, 12)) | kRes1
        | std::uint64_t { to.attributes.sh } << 7;
}

AtResult atResult(
    const TranslationRegisters& regs, const AtInstruction& at, Va va, unsigned el, const WalkResult& walk)
{
    AtResult out;
    out.walk = walk;
    const bool aborted = walk.fault
        && (walk.fault->kind == arch::FaultKind::ExternalAbortOnWalk
            || (el == 1 && !at.bothStages && walk.fault->s1ptw));
    if (aborted)
        out.exception = reportFault(regs, *walk.fault, { va, at.kind, el, true, {} });
    else
        out.par = parOf(walk, at.bothStages);
    return out;
}

AtResult executeAt(const TranslationRegisters& regs, const memory::GuestMemory& memory,
    const AtInstruction& at, Va va, unsigned el, bool pan, bool writeBack, WalkTrace* trace)
{
    const Access access = accessOf(at, pan, writeBack);
    return atResult(regs, at, va, el,
        at.bothStages ? translate(regs, memory, va, access, trace)
                      : walkStage1(regs, memory, va, access, trace));
}

} // namespace fscope::mmu
