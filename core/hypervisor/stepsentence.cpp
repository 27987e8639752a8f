// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/faultcode.h"
#include "core/base/bits.h"
#include "core/base/hex.h"
#include "core/hypervisor/microstep.h"
#include "core/hypervisor/overloaded.h"

namespace fscope::hypervisor {

namespace {

using mmu::AccessKind;
using mmu::DescriptorType;
using mmu::Stage;

/// A word inside a sentence.
Text kindWord(AccessKind kind)
{
    switch (kind) {
    case AccessKind::Read:
        return FSCOPE_TR("Core", "read");
    case AccessKind::Write:
        return FSCOPE_TR("Core", "write");
    case AccessKind::Execute:
        return FSCOPE_TR("Core", "instruction fetch");
    }
    return {};
}

Text number(std::uint64_t value)
{
    return std::to_string(value);
}

Text number(int value)
{
    return std::to_string(value);
}

std::string dataText(U128 value, unsigned size)
{
    return size > 8 ? hex(value) : hexPadded(value.lo, size * 2);
}

Text sentence(const SyndromeRead& s)
{
    return s.reason;
}

Text sentence(const InstructionFetched& s)
{
    const std::vector<Text> args = { hexPadded(s.word, 8), hex(s.pc) };
    return s.fromMessage
        ? Text(
            FSCOPE_TR("Core", "The instruction %1 at %2 came with the intercept, so it is not fetched"), args)
        : Text(FSCOPE_TR("Core", "The instruction at %2 is %1"), args);
}

Text sentence(const FetchFailed& s)
{
    return { FSCOPE_TR("Core", "The instruction at %1 cannot be fetched: %2"), { hex(s.pc), s.reason } };
}

Text sentence(const InstructionDecoded& s)
{
    const a64::Row& row = *s.instruction.row;
    const std::string text = a64::disassemble(s.instruction);
    const std::vector<Text> args = { text, number(row.size), row.title };
    switch (row.operation) {
    case a64::Operation::Prefetch:
        return { FSCOPE_TR("Core", "The instruction is %1: a prefetch, which makes no access"), args };
    case a64::Operation::Load:
        return row.count == 2
            ? Text(FSCOPE_TR("Core", "The instruction is %1: two loads of %2 bytes each (%3)"), args)
            : Text(FSCOPE_TR("Core", "The instruction is %1: a load, bytes: %2 (%3)"), args);
    case a64::Operation::Store:
        return row.count == 2
            ? Text(FSCOPE_TR("Core", "The instruction is %1: two stores of %2 bytes each (%3)"), args)
            : Text(FSCOPE_TR("Core", "The instruction is %1: a store, bytes: %2 (%3)"), args);
    }
    return {};
}

Text sentence(const DecodeFailed& s)
{
    return { FSCOPE_TR("Core", "The instruction %1 is not decoded: %2"), { hexPadded(s.word, 8), s.reason } };
}

Text sentence(const CacheLookedUp& s)
{
    const std::vector<Text> args = { hex(s.va), kindWord(s.kind), hex(s.ipa) };
    if (s.hit) {
        return { FSCOPE_TR("Core",
                     "The cached translation is of this page and this kind of access (%2), so %1 is IPA %3"),
            args };
    }
    if (!s.entry)
        return { FSCOPE_TR("Core", "The translation cache is empty, so %1 must be translated"), args };
    if (s.entry->vaPage != s.va.value >> kPageShift)
        return { FSCOPE_TR("Core", "The cached translation is of page %2, so %1 must be translated"),
            { hex(s.va), hex(s.entry->vaPage << kPageShift) } };
    return { FSCOPE_TR("Core",
                 "The cached translation is of another kind of access (%3, and this is: %2), so %1 must be "
                 "translated"),
        { hex(s.va), kindWord(s.kind), kindWord(s.entry->kind) } };
}

Text sentence(const CacheFilled& s)
{
    return { FSCOPE_TR(
                 "Core", "The translation cache now holds page %1 at IPA %2 for this kind of access: %3"),
        { hex(s.after.vaPage << kPageShift), hex(s.after.ipaPage << kPageShift), kindWord(s.after.kind) } };
}

/// One sentence for each type of descriptor: of a walk, and of the stage-2 walk for a stage-1 table's
/// address. %1 stage, %2 level, %3 descriptor, %4 its output, %5 address of the descriptor.
struct DescriptorWords {
    const char* plain;
    const char* forTable;
};

DescriptorWords words(DescriptorType type)
{
    switch (type) {
    case DescriptorType::Invalid:
        return { FSCOPE_TR("Core",
                     "Stage %1, level %2: bit 0 of descriptor %3 is 0: it is invalid, so this is a "
                     "Translation fault"),
            FSCOPE_TR("Core",
                "Stage %1, level %2, for the stage-1 table: bit 0 of descriptor %3 is 0: it is invalid, so "
                "this is a "
                "Translation fault") };
    case DescriptorType::Table:
        return { FSCOPE_TR("Core", "Stage %1, level %2: descriptor %3 is a table, so the walk goes on at %4"),
            FSCOPE_TR("Core",
                "Stage %1, level %2, for the stage-1 table: descriptor %3 is a table, so the walk goes on at "
                "%4") };
    case DescriptorType::Block:
        return { FSCOPE_TR("Core", "Stage %1, level %2: descriptor %3 is a block, which begins at %4"),
            FSCOPE_TR("Core",
                "Stage %1, level %2, for the stage-1 table: descriptor %3 is a block, which begins at %4") };
    case DescriptorType::Page:
        return { FSCOPE_TR("Core", "Stage %1, level %2: descriptor %3 is a page, which begins at %4"),
            FSCOPE_TR("Core",
                "Stage %1, level %2, for the stage-1 table: descriptor %3 is a page, which begins at %4") };
    case DescriptorType::Reserved:
        return { FSCOPE_TR("Core",
                     "Stage %1, level %2: descriptor %3 is reserved at this level, so this is a translation "
                     "fault"),
            FSCOPE_TR("Core",
                "Stage %1, level %2, for the stage-1 table: descriptor %3 is reserved at this level, so this "
                "is a "
                "Translation fault") };
    }
    return { "", "" };
}

/// %1 the sentence about the read, %2 what the descriptor became.
const char* updatePattern(std::uint64_t changed)
{
    constexpr unsigned kAccessFlag = 10;
    if (!bit(changed, kAccessFlag))
        return FSCOPE_TR(
            "Core", "%1. DBM is 1 and this is a write, so the CPU marks it as written to: it becomes %2");
    if (changed == std::uint64_t { 1 } << kAccessFlag)
        return FSCOPE_TR("Core", "%1. Its Access flag (AF) is 0, so the CPU sets it: it becomes %2");
    return FSCOPE_TR("Core",
        "%1. Its Access flag (AF) is 0, DBM is 1 and this is a write, so the CPU sets the flag and marks it "
        "as "
        "written to: it becomes %2");
}

Text sentence(const DescriptorStep& s)
{
    const DescriptorWords both = words(s.read.type);
    Text read(s.read.forTable ? both.forTable : both.plain,
        { number(static_cast<int>(s.read.stage)), number(s.read.level), hex(s.read.value), hex(s.read.output),
            hex(s.read.address) });
    if (!s.written)
        return read;
    return { updatePattern(s.read.changed), { std::move(read), hex(s.read.after()) } };
}

Text sentence(const Translated& s)
{
    return { FSCOPE_TR("Core", "Stage 1 allows the %1, so VA %2 is IPA %3"),
        { kindWord(s.kind), hex(s.va), hex(s.ipa) } };
}

/// %1 stage, %2 level, %3 the access, %4 the address refused.
const char* failedPattern(const mmu::Fault& fault, AccessKind kind)
{
    const bool stage1 = fault.stage == Stage::One;
    switch (fault.kind) {
    case arch::FaultKind::Translation:
        return fault.s1ptw
            ? FSCOPE_TR("Core",
                "Stage 2 has no valid descriptor at level %2 for the stage-1 table at IPA %4, so the %3 is a "
                "Translation fault with S1PTW set")
            : FSCOPE_TR("Core",
                "Stage %1 has no valid descriptor at level %2 for %4, so the %3 is a Translation fault");
    case arch::FaultKind::AccessFlag:
        return FSCOPE_TR("Core",
            "Stage %1: the Access flag (AF) of the level %2 descriptor for %4 is 0, so the %3 is an Access "
            "flag fault");
    case arch::FaultKind::Permission:
        if (fault.s1ptw) {
            return FSCOPE_TR("Core",
                "Stage 2: the level %2 descriptor for the stage-1 table at IPA %4 does not let the walk use "
                "it, so "
                "the %3 is a Permission fault with S1PTW set");
        }
        if (!stage1 && kind != AccessKind::Execute) {
            return FSCOPE_TR("Core",
                "Stage %1: S2AP of the level %2 descriptor for %4 does not allow the %3, so this is a "
                "Permission fault");
        }
        return stage1
            ? FSCOPE_TR("Core",
                "Stage %1: the permission bits of the level %2 descriptor for %4 do not allow the %3, so "
                "this is a "
                "Permission fault")
            : FSCOPE_TR("Core",
                "Stage %1: XN of the level %2 descriptor for %4 does not allow the %3, so this is a "
                "Permission fault");
    case arch::FaultKind::AddressSize:
        return FSCOPE_TR("Core",
            "Stage %1, level %2: an address is wider than the configured size for %4, so the %3 is an "
            "Address size "
            "fault");
    case arch::FaultKind::Alignment:
        return FSCOPE_TR("Core", "%4 is not aligned as the %3 needs, so this is an Alignment fault");
    case arch::FaultKind::ExternalAbort:
    case arch::FaultKind::ExternalAbortOnWalk:
        return FSCOPE_TR("Core",
            "Stage %1, level %2: nothing answers at the address of the descriptor for %4, so the %3 is a "
            "synchronous "
            "External abort");
    case arch::FaultKind::TagCheck:
    case arch::FaultKind::Parity:
    case arch::FaultKind::ParityOnWalk:
    case arch::FaultKind::GranuleProtection:
    case arch::FaultKind::GranuleProtectionOnWalk:
    case arch::FaultKind::TlbConflict:
    case arch::FaultKind::UnsupportedUpdate:
    case arch::FaultKind::Lockdown:
    case arch::FaultKind::UnsupportedAccess:
        break;
    }
    return FSCOPE_TR("Core", "Stage %1, level %2 refuses the %3 at %4");
}

Text sentence(const TranslationFailed& s)
{
    const std::uint64_t address = s.fault.stage == Stage::One ? s.va.value : s.fault.ipa.value;
    Text text(failedPattern(s.fault, s.kind),
        { number(static_cast<int>(s.fault.stage)), number(s.fault.level), kindWord(s.kind), hex(address) });
    if (!s.informative)
        return text;
    return { FSCOPE_TR("Core", "This is why the CPU trapped. %1"), { std::move(text) } };
}

Text sentence(const AccessChecked& s)
{
    const std::vector<Text> args = { hex(s.ipa), s.slot, kindWord(s.kind) };
    if (!s.reason.empty())
        return s.reason;
    switch (s.target) {
    case Target::Ram:
        return { FSCOPE_TR("Core", "IPA %1 lies in %2, which is RAM, so the %3 goes to memory"), args };
    case Target::Rom:
        return { FSCOPE_TR("Core", "IPA %1 lies in %2, which is read-only memory, so the %3 goes to memory"),
            args };
    case Target::Device:
        return { FSCOPE_TR("Core", "IPA %1 lies in %2, which is a device, so the %3 goes to it"), args };
    case Target::Hole:
        return { FSCOPE_TR("Core", "IPA %1 lies in no slot: there is no memory for the %3"), args };
    case Target::Protected:
        return { FSCOPE_TR("Core", "IPA %1 lies in %2, which is protected memory"), args };
    }
    return {};
}

Text sentence(const MemoryRead& s)
{
    return { FSCOPE_TR("Core", "Memory at IPA %1 is read, bytes: %2, value: %3"),
        { hex(s.ipa), number(std::uint64_t { s.size }), dataText(s.value, s.size) } };
}

Text sentence(const MemoryWritten& s)
{
    return { FSCOPE_TR("Core", "Memory at IPA %1 is written, bytes: %2, value: %3"),
        { hex(s.ipa), number(std::uint64_t { s.size }), dataText(s.after, s.size) } };
}

Text sentence(const MmioAccessed& s)
{
    if (s.device.empty()) {
        return { s.write ? FSCOPE_TR("Core", "No device answers at IPA %1, so the write of %2 is lost")
                         : FSCOPE_TR("Core", "No device answers at IPA %1, so the read gives %2"),
            { hex(s.ipa), dataText(s.value, s.size) } };
    }
    if (s.registerName.empty()) {
        return { s.write ? FSCOPE_TR(
                     "Core", "%1 has no register at offset %2: the write of %3 goes to the device as it is")
                         : FSCOPE_TR("Core", "%1 has no register at offset %2: the read gives %3"),
            { s.device, hex(s.offset), dataText(s.value, s.size) } };
    }
    return { s.write ? FSCOPE_TR("Core", "%1: %2 is written with %3")
                     : FSCOPE_TR("Core", "%1: %2 is read, and gives %3"),
        { s.device, s.registerName, dataText(s.value, s.size) } };
}

Text sentence(const RegisterWritten& s)
{
    const std::string value = s.reg.file == arch::RegId::File::V ? hex(s.after) : hex(s.after.lo);
    const std::vector<Text> args = { arch::name(s.reg), value };
    switch (s.why) {
    case RegisterWritten::Why::Data:
        return { FSCOPE_TR("Core", "%1 gets the value loaded, %2"), args };
    case RegisterWritten::Why::WriteBack:
        return { FSCOPE_TR("Core", "The base register %1 is written back and becomes %2"), args };
    case RegisterWritten::Why::Exception:
        return { FSCOPE_TR("Core", "The exception sets %1 to %2"), args };
    }
    return {};
}

Text sentence(const PcAdvanced& s)
{
    const std::uint64_t length = s.after - s.before;
    if (length == 2 || length == 4)
        return { FSCOPE_TR("Core", "PC moves on by %2 to %1"), { hex(s.after), number(length) } };
    return { FSCOPE_TR("Core", "PC becomes %1"), { hex(s.after) } };
}

Text sentence(const EventInjected& s)
{
    const std::vector<Text> args = { hex(s.event.esr), hex(s.event.far), s.reason };
    return s.event.delivery == PendingEvent::Delivery::Entered
        ? Text(FSCOPE_TR("Core", "The guest gets an exception with ESR_EL1 %1 and FAR_EL1 %2: %3"), args)
        : Text(FSCOPE_TR("Core",
                   "An exception with syndrome %1 and fault address %2 is left pending for the guest: %3"),
            args);
}

Text sentence(const Stopped& s)
{
    return s.kind == OutcomeKind::ExitToUser
        ? Text(FSCOPE_TR("Core", "User space is asked: %1"), { s.reason })
        : Text(FSCOPE_TR("Core", "This virtual machine stops: %1"), { s.reason });
}

Text sentence(const TlbLookedUp& s)
{
    const std::vector<Text> args = { hex(s.va), kindWord(s.kind), hex(s.entry.va), hex(s.entry.last()),
        number(std::uint64_t { s.entry.asid() }), number(std::uint64_t { s.entry.vmid() }) };
    if (!s.hit())
        return { FSCOPE_TR("Core", "The TLB has no entry for VA %1 (%2), so the CPU walks the tables"),
            args };
    if (!s.entry.hasStage1())
        return { FSCOPE_TR("Core",
                     "The TLB has an entry for IPAs %3 to %4 of VMID %6, so the CPU reads no descriptor for "
                     "the %2 "
                     "at %1"),
            args };
    return s.entry.isGlobal()
        ? Text(FSCOPE_TR("Core",
                   "The TLB has a global entry for VAs %3 to %4 of VMID %6, so the CPU reads no descriptor "
                   "for the "
                   "%2 at %1"),
            args)
        : Text(FSCOPE_TR("Core",
                   "The TLB has an entry for VAs %3 to %4 of ASID %5 and VMID %6, so the CPU reads no "
                   "descriptor "
                   "for the %2 at %1"),
            args);
}

Text sentence(const TlbEvicted& s)
{
    return { FSCOPE_TR("Core", "All ways of TLB set %1 are taken, so the entry for %2 in way %3 makes room"),
        { number(std::uint64_t { s.place.set }), hex(s.entry.va), number(std::uint64_t { s.place.way }) } };
}

Text sentence(const TlbFilled& s)
{
    return { FSCOPE_TR("Core", "The TLB keeps in set %1, way %2 that %3 to %4 is PA %5"),
        { number(std::uint64_t { s.place.set }), number(std::uint64_t { s.place.way }), hex(s.entry.va),
            hex(s.entry.last()), hex(s.entry.translation.pa) } };
}

Text sentence(const TlbInvalidated& s)
{
    return { FSCOPE_TR("Core", "TLBI %1 removes entries from the TLB: %2. %3"),
        { s.operation.instruction.name(), number(std::uint64_t { s.entries }), s.operation.meaning() } };
}

Text sentence(const SystemInstruction& s)
{
    return { FSCOPE_TR("Core", "The instruction is %1. %2"), { s.text, s.meaning } };
}

} // namespace

Text stepSentence(const MicroStep& step)
{
    return std::visit([](const auto& s) { return sentence(s); }, step);
}

} // namespace fscope::hypervisor
