// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/hypervisor/microstep.h"

#include "core/base/hex.h"
#include "core/hypervisor/overloaded.h"

#include <array>

namespace fscope::hypervisor {

namespace {

/// What is the same for every step of a kind.
struct StepRow {
    const char* name;
    Station station;
};

/// By the index of the variant.
constexpr std::array<StepRow, std::variant_size_v<MicroStep>> kSteps = { {
    { "syndrome-read", Station::Syndrome },
    { "instruction-fetched", Station::Instruction },
    { "fetch-failed", Station::Instruction },
    { "instruction-decoded", Station::Accesses },
    { "decode-failed", Station::Instruction },
    { "cache-looked-up", Station::Stage1 },
    { "cache-filled", Station::Stage1 },
    { "descriptor", Station::Stage1 },
    { "translated", Station::Stage1 },
    { "translation-failed", Station::Stage1 },
    { "access-checked", Station::Check },
    { "memory-read", Station::Target },
    { "memory-written", Station::Target },
    { "mmio", Station::Target },
    { "register-written", Station::Registers },
    { "pc-advanced", Station::Registers },
    { "event-injected", Station::Event },
    { "stopped", Station::Event },
    { "tlb-looked-up", Station::Stage1 },
    { "tlb-evicted", Station::Stage1 },
    { "tlb-filled", Station::Stage1 },
    { "tlb-invalidated", Station::Target },
    { "system-instruction", Station::Accesses },
} };

/// The last characters a device has sent, as a quoted text with what cannot be printed as \x...
std::string quotedTail(const std::string& output)
{
    constexpr std::size_t kShown = 16;
    const std::size_t from = output.size() > kShown ? output.size() - kShown : 0;
    std::string text = from != 0 ? "…\"" : "\"";
    for (std::size_t i = from; i < output.size(); ++i) {
        const auto c = static_cast<unsigned char>(output[i]);
        if (c < 0x20 || c >= 0x7f)
            text += "\\x" + hexPadded(c, 2).substr(2);
        else
            text += output[i];
    }
    return text + '"';
}

std::string valueText(U128 value, unsigned size)
{
    return size > 8 ? hex(value) : hexPadded(value.lo, size * 2);
}

std::string entryText(const std::optional<mmu::OneEntryCache::Entry>& entry)
{
    if (!entry)
        return "–";
    return hex(entry->vaPage << kPageShift) + " = " + hex(entry->ipaPage << kPageShift);
}

std::string entryText(const mmu::TlbEntry& entry)
{
    return hex(entry.va) + "–" + hex(entry.last()) + " = " + hex(entry.translation.pa);
}

StepChange mmioChange(const MmioAccessed& step)
{
    StepChange change { step.device, {}, {} };
    if (!step.registerName.empty())
        change.what += " " + step.registerName;
    if (step.before.output != step.after.output) {
        change.before = quotedTail(step.before.output);
        change.after = quotedTail(step.after.output);
    } else if (step.registerBefore != step.registerAfter) {
        change.before = hexPadded(step.registerBefore, step.registerSize * 2);
        change.after = hexPadded(step.registerAfter, step.registerSize * 2);
    }
    return change;
}

} // namespace

const char* stepName(const MicroStep& step)
{
    return kSteps[step.index()].name;
}

Station stationOf(const MicroStep& step)
{
    const auto ofStage
        = [](mmu::Stage stage) { return stage == mmu::Stage::One ? Station::Stage1 : Station::Stage2; };
    if (const auto* descriptor = std::get_if<DescriptorStep>(&step))
        return ofStage(descriptor->read.stage);
    if (const auto* failed = std::get_if<TranslationFailed>(&step))
        return ofStage(failed->fault.stage);
    const auto* written = std::get_if<RegisterWritten>(&step);
    if (written != nullptr && written->why == RegisterWritten::Why::Exception)
        return Station::Event;
    return kSteps[step.index()].station;
}

bool isFailure(const MicroStep& step)
{
    return std::visit(Overloaded {
                          [](const FetchFailed&) { return true; },
                          [](const DecodeFailed&) { return true; },
                          [](const DescriptorStep& s) {
                              const bool leadsNowhere = s.read.type == mmu::DescriptorType::Invalid
                                  || s.read.type == mmu::DescriptorType::Reserved;
                              return leadsNowhere && !s.informative;
                          },
                          [](const TranslationFailed& s) { return !s.informative; },
                          [](const AccessChecked& s) { return !s.allowed; },
                          [](const Stopped&) { return true; },
                          [](const auto&) { return false; },
                      },
        step);
}

StepChange stepChange(const MicroStep& step)
{
    return std::visit(
        Overloaded {
            [](const RegisterWritten& s) {
                const bool vector = s.reg.file == arch::RegId::File::V;
                return StepChange { arch::name(s.reg), vector ? hex(s.before) : hex(s.before.lo),
                    vector ? hex(s.after) : hex(s.after.lo) };
            },
            [](const PcAdvanced& s) {
                return StepChange { "PC", hex(s.before), hex(s.after) };
            },
            [](const MemoryWritten& s) {
                return StepChange { hex(s.ipa), valueText(s.before, s.size), valueText(s.after, s.size) };
            },
            [](const DescriptorStep& s) {
                return s.written ? StepChange { hex(s.read.address), hex(s.read.value), hex(s.read.after()) }
                                 : StepChange {};
            },
            [](const MmioAccessed& s) { return mmioChange(s); },
            [](const CacheFilled& s) {
                return StepChange { FSCOPE_TR("Core", "cache"), entryText(s.before), entryText(s.after) };
            },
            [](const TlbEvicted& s) {
                return StepChange { FSCOPE_TR("Core", "TLB"), entryText(s.entry), "–" };
            },
            [](const TlbFilled& s) {
                return StepChange { FSCOPE_TR("Core", "TLB"), "–", entryText(s.entry) };
            },
            [](const TlbInvalidated& s) {
                return StepChange { FSCOPE_TR("Core", "TLB entries"), std::to_string(s.before.validEntries()),
                    std::to_string(s.after.validEntries()) };
            },
            [](const auto&) { return StepChange {}; },
        },
        step);
}

} // namespace fscope::hypervisor
