// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/scenario/guestbuilder.h"

#include "core/device/pl011.h"
#include "core/mmu/standardregime.h"
#include "core/mmu/tablebuilder.h"
#include "core/scenario/registernames.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace fscope::scenario {
namespace {

using memory::Slot;
using memory::SlotKind;
namespace standard = mmu::standard;

/// Where tables lie unless the file says so: above what guests usually have, below the end of 48 bits.
constexpr Ipa kStage1Tables(0x7000'0000'0000);
constexpr Pa kStage2Tables(0x7800'0000'0000);

class Builder
{
public:
    explicit Builder(const Scenario& scenario)
        : m_scenario(scenario)
    { }

    Result<machine::Guest> build()
    {
        // What a fresh vCPU has; the file's registers come on top.
        m_guest.vcpu.pstate = arch::pstate::mode(1, true) | arch::pstate::kD | arch::pstate::kA
            | arch::pstate::kI | arch::pstate::kF;
        if (m_scenario.tlb)
            m_guest.tlb = mmu::Tlb(*m_scenario.tlb);
        for (const auto& [name, value] : m_scenario.cpu)
            setRegister(m_guest.vcpu, name, value);
        return addMemory()
            .and_then([&] { return addDevices(); })
            .and_then([&] { return addTranslation(); })
            .map([&] { return std::move(m_guest); });
    }

private:
    tl::unexpected<Error> at(const std::string& path, const Error& error) const
    {
        return fail(error.what, fmt::format("{}: {}", m_scenario.file, path), error.hint);
    }

    Result<void> addMemory()
    {
        for (const MemoryRange& range : m_scenario.memory) {
            const Result<void> done = m_guest.memory.addRam(range.slot.pa, range.slot.size).and_then([&] {
                return m_guest.slotMap.add(range.slot);
            });
            if (!done)
                return at(range.path, done.error());
            for (const PageRun& run : range.locked)
                for (std::uint64_t byte = 0; byte < run.size; byte += kPageSize)
                    m_guest.lockedPages.push_back((range.slot.pa.value + run.offset + byte) / kPageSize);
            for (const Content& piece : range.content)
                if (m_guest.memory.write(
                        range.slot.pa + piece.offset, piece.bytes.data(), piece.bytes.size()))
                    return at(piece.path, { "The content does not lie in memory.", {}, {} });
        }
        std::ranges::sort(m_guest.lockedPages);
        const auto repeats = std::ranges::unique(m_guest.lockedPages);
        m_guest.lockedPages.erase(repeats.begin(), repeats.end());
        return {};
    }

    Result<void> addDevices()
    {
        for (const DeviceWindow& window : m_scenario.devices) {
            Result<std::unique_ptr<device::Device>> device = device::makeDevice(window.model);
            if (!device)
                return at(window.path + "/model", device.error());
            Slot slot { window.at, window.size, SlotKind::Device, Pa(0), window.name };
            for (const device::Bus::Window& other : m_guest.bus.windows())
                if (other.name == window.name)
                    return at(window.path + "/name",
                        { fmt::format("Two devices are called \"{}\".", window.name), {}, {} });
            const Result<void> done = m_guest.slotMap.add(std::move(slot)).and_then([&] {
                return m_guest.bus.attach(window.name, window.at, window.size, std::move(*device));
            });
            if (!done)
                return at(window.path, done.error());
            if (!window.received.empty())
                if (const Result<void> sent = sendToDevice(m_guest, window.name, window.received,
                        fmt::format("{}: {}/received", m_scenario.file, window.path));
                    !sent)
                    return sent;
        }
        for (const DoorbellDescription& doorbell : m_scenario.doorbells) {
            for (const memory::Doorbell& other : m_guest.doorbells)
                if (other.name == doorbell.name)
                    return at(doorbell.path + "/name",
                        { fmt::format("Two doorbells are called \"{}\".", doorbell.name), {}, {} });
            m_guest.doorbells.push_back({ doorbell.name, doorbell.condition, 0 });
        }
        return {};
    }

    Result<void> addTranslation()
    {
        mmu::TranslationRegisters& regs = m_guest.vcpu.translation;
        if (m_scenario.rawTranslation) {
            regs = *m_scenario.rawTranslation;
            return {};
        }
        regs.sctlr = standard::kSctlr;
        regs.tcr = standard::kTcr;
        regs.mair = standard::kMair;
        regs.hcr = standard::kHcrRw;
        regs.vtcr = standard::kVtcr;
        if (m_scenario.stage1.on)
            if (const Result<void> done = addStage1(); !done)
                return done;
        if (m_scenario.stage2.on)
            return addStage2();
        return {};
    }

    /// Tables one after the other from @p start, each aligned to its size.
    static mmu::TableBuilder::Storage storage(
        std::uint64_t start, std::uint64_t room, std::uint64_t& used, Pa pa)
    {
        mmu::TableBuilder::Storage storage;
        storage.allocate = [start, room, &used](std::uint64_t bytes) -> Result<std::uint64_t> {
            const std::uint64_t table = (start + used + bytes - 1) & ~(bytes - 1);
            if (table - start > room || bytes > room - (table - start))
                return fail(fmt::format("The tables of one stage need more than {:#x} bytes.", room), {},
                    "Use level 1 or 2 to map blocks.");
            used = table - start + bytes;
            return table;
        };
        storage.locate = [start, room, pa](std::uint64_t table) -> Result<Pa> {
            if (table - start >= room)
                return fail(fmt::format("{:#x} is not one of the tables.", table));
            return pa + (table - start);
        };
        return storage;
    }

    /// Where tables lie that the file does not place: @p usual, or as far up as addresses reach.
    std::uint64_t placeOfTables(std::uint64_t usual, unsigned width, unsigned fromEnd) const
    {
        return width >= 48 ? usual : (std::uint64_t { 1 } << width) - fromEnd * kTableBytes;
    }
    unsigned stage1TableBits() const
    {
        const unsigned width = m_scenario.stage1.format.outputBits;
        const mmu::TableFormat& below = m_scenario.stage2.format;
        return m_scenario.stage2.on ? std::min({ width, below.inputBits, below.outputBits }) : width;
    }

    Result<void> fill(mmu::TableBuilder& builder, const StageDescription& stage)
    {
        for (const auto& [mapping, path] : stage.mappings)
            if (const Result<void> done = builder.map(mapping); !done)
                return at(path, done.error());
        for (const StageDescription::Entry& entry : stage.entries)
            if (const Result<void> done = builder.poke(entry.input, entry.level, entry.descriptor); !done)
                return at(entry.path, done.error());
        return {};
    }

    Result<void> addStage1()
    {
        const Ipa start(
            m_scenario.stage1.tables.value_or(placeOfTables(kStage1Tables.value, stage1TableBits(), 2)));
        const std::string path = "/translation/stage1/tables";
        Pa pa(start.value);
        std::uint64_t room = kTableBytes;
        const Slot* slot = m_guest.slotMap.find(start);
        if (slot != nullptr && slot->kind == SlotKind::Ram) {
            pa = slot->paOf(start);
            room = std::min(room, slot->size - (start - slot->start));
        } else {
            const Result<void> added = m_guest.memory.addRam(pa, room).and_then([&] {
                return m_guest.slotMap.add({ start, room, SlotKind::Ram, pa, "stage-1 tables" });
            });
            if (!added)
                return at(path, added.error());
            m_stage1Tables = { { start, 0, SlotKind::Ram, pa, {} } };
        }
        std::uint64_t used = 0;
        mmu::TableFormat format = m_scenario.stage1.format;
        mmu::TableBuilder builder(format, mmu::wordsOf(m_guest.memory), storage(start.value, room, used, pa));
        if (const Result<void> done = fill(builder, m_scenario.stage1); !done)
            return done;
        const Result<std::uint64_t> root = builder.root();
        if (!root)
            return at(path, root.error());
        // One tree for both halves: a mapping's VA says which half it is meant for, and TCR_EL1 ends the
        // walks of the other.
        mmu::TranslationRegisters& regs = m_guest.vcpu.translation;
        bool low = false;
        bool high = false;
        for (const auto& [mapping, mappingPath] : m_scenario.stage1.mappings)
            (bit(mapping.input, 55) ? high : low) = true;
        regs.sctlr |= standard::kSctlrM | (format.bigEndian ? standard::kSctlrEe : 0);
        regs.ttbr0 = low ? format.baseRegister(*root) : 0;
        regs.ttbr1 = high ? format.baseRegister(*root) : 0;
        regs.tcr = format.inTcr(format.inTcr(regs.tcr, false), true);
        regs.tcr |= (low ? 0 : standard::kTcrEpd0) | (high ? 0 : standard::kTcrEpd1);
        if (m_stage1Tables) { // whole pages of stage 2
            const std::uint64_t page = m_scenario.stage2.format.tableBytes();
            m_stage1Tables->size = std::min((used + page - 1) & ~(page - 1), room);
        }
        return {};
    }

    Result<void> addStage2()
    {
        const Pa start(m_scenario.stage2.tables.value_or(
            placeOfTables(kStage2Tables.value, m_scenario.stage2.format.outputBits, 1)));
        const std::string path = "/translation/stage2/tables";
        if (const Result<void> room = m_guest.memory.addRam(start, kTableBytes); !room)
            return at(path, room.error());
        std::uint64_t used = 0;
        mmu::TableFormat format = m_scenario.stage2.format;
        format.stage = mmu::Stage::Two;
        mmu::TableBuilder builder(
            format, mmu::wordsOf(m_guest.memory), storage(start.value, kTableBytes, used, start));
        for (const MemoryRange& range : m_scenario.memory) {
            if (!range.stage2.mapped)
                continue;
            if (const Result<void> done = mapRange(builder, range.slot, range.stage2); !done)
                return at(range.path, done.error());
        }
        if (m_stage1Tables)
            if (const Result<void> done = mapRange(builder, *m_stage1Tables, {}); !done)
                return at("/translation/stage1/tables", done.error());
        if (const Result<void> done = fill(builder, m_scenario.stage2); !done)
            return done;
        const Result<std::uint64_t> root = builder.root();
        if (!root)
            return at(path, root.error());
        mmu::TranslationRegisters& regs = m_guest.vcpu.translation;
        regs.vttbr = format.baseRegister(*root);
        regs.vtcr = format.inVtcr(regs.vtcr);
        regs.sctlrEl2 = format.bigEndian ? standard::kSctlrEe : 0;
        regs.hcr |= standard::kHcrVm;
        return {};
    }

    /// Maps a slot with the largest blocks that fit, so that large guests need few tables.
    static Result<void> mapRange(mmu::TableBuilder& builder, const Slot& slot, const Rights& rights)
    {
        mmu::Mapping mapping;
        mapping.input = slot.start.value;
        mapping.output = slot.pa.value;
        mapping.size = slot.size;
        mapping.read = rights.read;
        mapping.write = rights.write;
        mapping.execute = rights.execute;
        mapping.attrIndex = standard::kStage2Normal;
        mapping.largestBlocks = true;
        return builder.map(mapping);
    }

    const Scenario& m_scenario;
    machine::Guest m_guest;
    std::optional<Slot> m_stage1Tables; ///< where they lie in a range of their own: the part that is used
};

} // namespace

Result<machine::Guest> buildGuest(const Scenario& scenario)
{
    return Builder(scenario).build();
}

Result<void> writeContent(machine::Guest& guest, const Content& content, const std::string& file)
{
    const Ipa at(content.offset);
    const Slot* slot = guest.slotMap.find(at);
    const std::string place = fmt::format("{}: {}", file, content.path);
    if (slot == nullptr || slot->kind == SlotKind::Device
        || content.bytes.size() > slot->size - (at - slot->start))
        return fail(fmt::format("{} bytes at IPA {:#x} do not lie in one memory range.", content.bytes.size(),
                        at.value),
            place);
    if (guest.memory.write(slot->paOf(at), content.bytes.data(), content.bytes.size()))
        return fail("The content does not lie in memory.", place);
    return {};
}

Result<void> sendToDevice(
    machine::Guest& guest, const std::string& device, const std::string& text, const std::string& place)
{
    for (device::Bus::Window& window : guest.bus.windows()) {
        if (window.name != device)
            continue;
        if (auto* uart = dynamic_cast<device::Pl011*>(window.device.get())) {
            uart->inject(text);
            return {};
        }
        return fail(
            fmt::format("\"{}\" is a {}, which receives no characters.", device, window.device->model()),
            place);
    }
    return fail(fmt::format("There is no device \"{}\".", device), place);
}

} // namespace fscope::scenario
