// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/trace/a64guest.h"

#include "core/arch/esr.h"
#include "core/base/bytes.h"
#include "core/mmu/standardregime.h"
#include "core/mmu/tablebuilder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace fscope::trace {
namespace {

using mmu::Mapping;
using mmu::TableBuilder;
namespace standard = mmu::standard;

// Physical memory, apart from every IPA of a usual recording, so that a picture shows stage 2 doing
// something.
constexpr Pa kWindowPa(0x8000'0000);
constexpr Pa kCodePa(0x8001'0000);
constexpr Pa kStage1TablesPa(0x8002'0000);
constexpr Pa kRecordedTablePa(0x8003'0000); ///< the level-3 table that an S1PTW record's HPFAR_EL2 names
constexpr Pa kStage2TablesPa(0x8010'0000);
constexpr std::uint64_t kStage1TablePages = 8;  ///< at most 1 + 3 + 3, and one that a window over 2 MiB needs
constexpr std::uint64_t kStage2TablePages = 32; ///< at most 1 + 3 for each of eight places apart

constexpr std::uint64_t kDaif = arch::pstate::kD | arch::pstate::kA | arch::pstate::kI | arch::pstate::kF;

/// A page of the guest: where it is to the guest, and where it is.
struct Page {
    Ipa ipa;
    Pa pa;
};

/// An IPA with room for the pages of our own making, in a level-0 entry of stage 2 that nothing recorded is
/// in: an entry broken on purpose at any level then leaves them alone.
Ipa freePlace(const A64Record& record)
{
    const Ipa table = recordedTablePage(record);
    for (std::uint64_t entry = 0;; ++entry) {
        const Ipa place(entry << 39 | 0x4000'0000);
        const auto taken = [&](Ipa ipa) { return ipa.value >> 39 == entry; };
        if (std::none_of(record.windowIpa.begin(), record.windowIpa.end(), taken)
            && !(record.s1ptw && taken(table)))
            return place;
    }
}

class Builder
{
public:
    Builder(const A64Record& record, Stage2Setup setup)
        : m_record(record)
        , m_setup(setup)
        , m_place(freePlace(record))
    { }

    Result<machine::Guest> build()
    {
        return addPages()
            .and_then([&] { return mapStage1(); })
            .and_then([&] { return mapStage2(); })
            .map([&] {
                fillMemory();
                setRegisters();
                return std::move(m_guest);
            });
    }

private:
    Result<void> addRam(Ipa ipa, Pa pa, std::uint64_t pages, std::string name)
    {
        for (std::uint64_t i = 0; i < pages; ++i)
            m_pages.push_back({ ipa + i * kPageSize, pa + i * kPageSize });
        return m_guest.memory.addRam(pa, pages * kPageSize).and_then([&] {
            return m_guest.slotMap.add(
                { ipa, pages * kPageSize, memory::SlotKind::Ram, pa, std::move(name) });
        });
    }

    Result<void> addPages()
    {
        Result<void> done;
        for (unsigned i = 0; i < A64Record::kWindowPages && done; ++i)
            done = addRam(m_record.windowIpa[i], kWindowPa + i * kPageSize, 1, fmt::format("window {}", i));
        m_codeIpa = m_record.stage1 ? m_place : Ipa(m_record.pc.value).alignedDown(kPageSize);
        if (done)
            done = addRam(m_codeIpa, kCodePa, 1, "code");
        if (done && m_record.stage1)
            done = addRam(m_place + 0x10'0000, kStage1TablesPa, kStage1TablePages, "stage-1 tables");
        if (done && m_record.s1ptw)
            done = addRam(recordedTablePage(m_record), kRecordedTablePa, 1, "level-3 table of the window");
        if (done)
            done = m_guest.memory.addRam(kStage2TablesPa, kStage2TablePages * kPageSize);
        return done;
    }

    Result<Pa> paOf(std::uint64_t ipa) const
    {
        for (const Page& page : m_pages)
            if (page.ipa.value == ipa)
                return page.pa;
        return fail(fmt::format("Nothing of the guest is at the IPA {:#x}.", ipa));
    }

    Result<void> mapStage1()
    {
        if (!m_record.stage1)
            return {};
        std::uint64_t used = 0;
        std::optional<std::uint64_t> next; ///< where the next table goes, if it matters
        TableBuilder::Storage storage;
        storage.allocate = [&](std::uint64_t /*bytes*/) -> Result<std::uint64_t> {
            if (next)
                return *std::exchange(next, std::nullopt);
            if (used == kStage1TablePages)
                return fail("The stage-1 tables need more pages than they have.");
            return (m_place + 0x10'0000 + used++ * kPageSize).value;
        };
        storage.locate = [&](std::uint64_t ipa) { return paOf(ipa); };
        // One tree serves whichever halves of the address space the record uses; the other half has none.
        TableBuilder builder(mmu::Stage::One, m_guest.memory, storage);

        Mapping code;
        code.input = inHalf(m_record.pc).alignedDown(kPageSize).value;
        code.output = m_codeIpa.value;
        code.size = kPageSize;
        code.write = false;
        code.user = m_record.el == 0;
        Result<void> done = builder.map(code);
        for (std::uint64_t i = 0; i < A64Record::kWindowPages && done; ++i) {
            Mapping page;
            page.input = inHalf(m_record.window + i * kPageSize).value;
            page.output = m_record.windowIpa[i].value;
            page.size = kPageSize;
            page.execute = false;
            page.user = true;
            if (m_record.s1ptw && !builder.tableFor(page.input, 3)) {
                // Make the tables above first: then the next one is the level-3 table, whose page the
                // recording names.
                done = builder.poke(page.input, 2, 0);
                next = recordedTablePage(m_record).value;
            }
            if (done)
                done = builder.map(page);
            next.reset();
        }
        if (!done)
            return done;
        return builder.root().map([&](std::uint64_t root) {
            mmu::TranslationRegisters& regs = m_guest.vcpu.translation;
            regs.ttbr0 = regs.ttbr1 = root;
            m_epd = standard::kTcrEpd0 | standard::kTcrEpd1;
            for (const Va va : { m_record.pc, m_record.window })
                m_epd &= ~(bit(va.value, 55) ? standard::kTcrEpd1 : standard::kTcrEpd0);
            if ((m_epd & standard::kTcrEpd0) != 0)
                regs.ttbr0 = 0;
            if ((m_epd & standard::kTcrEpd1) != 0)
                regs.ttbr1 = 0;
        });
    }

    /// The address as tables see it: 48 bits.
    static Va inHalf(Va va) { return Va(zeroExtend(va.value, 48)); }

    Result<void> mapStage2()
    {
        std::uint64_t used = 0;
        TableBuilder::Storage storage;
        storage.allocate = [&](std::uint64_t /*bytes*/) -> Result<std::uint64_t> {
            if (used == kStage2TablePages)
                return fail("The stage-2 tables need more pages than they have.");
            return (kStage2TablesPa + used++ * kPageSize).value;
        };
        storage.locate = [](std::uint64_t pa) -> Result<Pa> { return Pa(pa); };
        TableBuilder builder(mmu::Stage::Two, m_guest.memory, storage);

        const bool asRecorded = m_setup == Stage2Setup::AsRecorded;
        Result<void> done;
        for (std::size_t i = 0; i < m_pages.size() && done; ++i) {
            Mapping mapping;
            mapping.input = m_pages[i].ipa.value;
            mapping.output = m_pages[i].pa.value;
            mapping.size = kPageSize;
            mapping.attrIndex = standard::kStage2Normal;
            // What is not mapped has an invalid level-3 entry: the tables above it are there.
            const bool unmapped = asRecorded
                && (i < A64Record::kWindowPages
                        ? !limit(mapping, m_record.windowMapping[i])
                        : m_record.s1ptw && m_pages[i].ipa == recordedTablePage(m_record));
            done = unmapped ? builder.poke(mapping.input, 3, 0) : builder.map(mapping);
        }
        if (done && asRecorded && m_record.stage2Level)
            done = builder.poke(faultingPage().value, *m_record.stage2Level, 0);
        if (!done)
            return done;
        return builder.root().map([&](std::uint64_t root) { m_guest.vcpu.translation.vttbr = root; });
    }

    /// Applies what the recording says of a page; false if it is not mapped.
    static bool limit(Mapping& mapping, WindowPage page)
    {
        switch (page) {
        case WindowPage::ReadWrite:
            return true;
        case WindowPage::None:
            return false;
        case WindowPage::ReadOnly:
            mapping.write = false;
            return true;
        case WindowPage::WriteOnly:
            mapping.read = false;
            return true;
        case WindowPage::NoAccessFlag:
            mapping.accessFlag = false;
            return true;
        }
        return true;
    }

    Ipa faultingPage() const
    {
        if (m_record.out.kind != A64Outcome::Kind::Stage2Abort)
            return m_record.windowIpa[0];
        return Ipa(arch::ipaPageOf(m_record.out.hpfar));
    }

    void fillMemory()
    {
        for (std::uint64_t page = 0; page < A64Record::kWindowPages; ++page) {
            std::array<std::uint8_t, kPageSize> bytes {};
            for (std::uint64_t word = 0; word < kPageSize / 8; ++word)
                storeLe(bytes.data() + 8 * word, m_record.windowWord(page * kPageSize / 8 + word), 8);
            m_guest.memory.write(kWindowPa + page * kPageSize, bytes.data(), bytes.size());
        }
        const Pa at = kCodePa + m_record.pc.offsetIn(kPageSize);
        std::array<std::uint8_t, 4> word {};
        storeLe(word.data(), m_record.word, 4);
        m_guest.memory.write(at, word.data(), word.size());
        if (m_record.loadExclusiveBefore && at.offsetIn(kPageSize) != 0) {
            storeLe(word.data(), *m_record.loadExclusiveBefore, 4);
            m_guest.memory.write(at - 4, word.data(), word.size());
        }
    }

    void setRegisters()
    {
        a64::CpuState& cpu = m_guest.vcpu;
        for (unsigned n = 0; n < cpu.x.size(); ++n)
            cpu.x[n] = m_record.drawnX(n);
        for (const auto& [n, value] : m_record.x)
            cpu.x[n] = value;
        for (unsigned n = 0; n < cpu.v.size(); ++n)
            cpu.v[n] = m_record.drawnV(n);
        cpu.spEl0 = m_record.spEl0;
        cpu.spEl1 = m_record.spEl1;
        cpu.pc = m_record.pc.value;
        cpu.pstate
            = std::uint64_t { m_record.nzcv } << 28 | kDaif | arch::pstate::mode(m_record.el, m_record.spElx);

        mmu::TranslationRegisters& regs = cpu.translation;
        regs.sctlr = standard::kSctlr;
        if (m_record.stage1)
            regs.sctlr |= standard::kSctlrM;
        if (m_record.alignmentCheck)
            regs.sctlr |= standard::kSctlrA;
        if (m_record.bigEndian)
            regs.sctlr |= standard::kSctlrE0e;
        if (m_record.mte)
            regs.sctlr |= standard::kSctlrAta | standard::kSctlrAta0;
        regs.tcr = standard::kTcr | m_epd | (m_record.tbi || m_record.mte ? standard::kTcrTopByteIgnored : 0);
        regs.mair = standard::kMair;
        regs.hcr = standard::kHcrVm | standard::kHcrRw;
        regs.vtcr = standard::kVtcr;
    }

    const A64Record& m_record;
    Stage2Setup m_setup;
    Ipa m_place; ///< of the code page, with stage 1 on, and of the stage-1 tables
    Ipa m_codeIpa;
    std::uint64_t m_epd = 0;
    machine::Guest m_guest;
    std::vector<Page> m_pages; ///< the window's three first
};

} // namespace

Ipa recordedTablePage(const A64Record& record)
{
    return Ipa(arch::ipaPageOf(record.out.hpfar));
}

Result<machine::Guest> buildGuest(const A64Record& record, Stage2Setup setup)
{
    Result<machine::Guest> guest = Builder(record, setup).build();
    if (!guest)
        return fail(fmt::format("No guest can be built from this record: {}", guest.error().what));
    return guest;
}

} // namespace fscope::trace
