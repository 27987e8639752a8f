// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/base/splitmix.h"
#include "core/device/device.h"
#include "core/machine/guest.h"
#include "core/mmu/tablebuilder.h"

#include <stdexcept>

namespace fscope::test {

/// A guest with one page of each kind of place an instruction can reach. Stage 1 and stage 2 are on.
struct TestGuest {
    static constexpr std::uint64_t kRam = 0x40000000;
    static constexpr std::uint64_t kRamSize = 0x1000000;
    static constexpr std::uint64_t kUart = 0x9000000;
    static constexpr std::uint64_t kRtc = 0x9010000;
    static constexpr std::uint64_t kHole = 0xa000000;
    static constexpr std::uint64_t kRom = 0x50000000;
    static constexpr std::uint64_t kSecret = 0x51000000;
    static constexpr std::uint64_t kNowhere = 0x60000000; ///< mapped by stage 2 to a PA without RAM

    static constexpr std::uint64_t kCode = 0x400000;     ///< VA, executable at EL1
    static constexpr std::uint64_t kUserCode = 0x401000; ///< VA of the same page, executable at EL0
    static constexpr std::uint64_t kCodeIpa = kRam + 0x200000;
    static constexpr std::uint64_t kVbar = 0x402000;

    // Pages of data, each one page of VA behind the other, so that accesses cross from each to the next.
    static constexpr std::uint64_t kData = 0x10000000;
    enum Page : unsigned {
        Ram0,
        Ram1,     ///< not behind Ram0 in IPA
        Unmapped, ///< RAM that stage 2 does not map
        UartPage,
        RtcPage,
        HolePage,
        RomPage, ///< stage 2 maps it read-only
        SecretPage,
        DeviceRam, ///< RAM, Device memory in stage 1
        NowherePage,
        NoAccess,  ///< not mapped by stage 1
        Kernel,    ///< EL1 only
        TableHole, ///< its stage-1 level-3 table is not mapped by stage 2
    };
    static constexpr std::uint64_t kTableHole = 0x20000000; ///< VA under another level-3 table

    static constexpr std::uint64_t va(Page page, std::uint64_t offset = 0)
    {
        return page == TableHole ? kTableHole + offset : kData + page * kPageSize + offset;
    }
    static constexpr std::uint64_t ipa(Page page)
    {
        constexpr std::uint64_t kIpas[] = { kRam + 0x300000, kRam + 0x310000, kRam + 0x320000, kUart, kRtc,
            kHole, kRom, kSecret, kRam + 0x330000, kNowhere, 0, kRam + 0x340000, kRam + 0x350000 };
        return kIpas[page];
    }

    static machine::Guest make(std::uint64_t seed = 1)
    {
        machine::Guest guest;
        need(guest.memory.addRam(Pa(kRam), kRamSize));
        need(guest.memory.addRam(Pa(kRom), 0x10000));
        need(guest.memory.addRam(Pa(kSecret), 0x10000));
        using memory::SlotKind;
        need(guest.slotMap.add({ Ipa(kRam), kRamSize, SlotKind::Ram, Pa(kRam), "ram" }));
        need(guest.slotMap.add({ Ipa(kRom), 0x10000, SlotKind::Rom, Pa(kRom), "rom" }));
        need(guest.slotMap.add({ Ipa(kSecret), 0x10000, SlotKind::Protected, Pa(kSecret), "secret" }));
        need(guest.slotMap.add({ Ipa(kUart), 0x1000, SlotKind::Device, Pa(), "uart0" }));
        need(guest.slotMap.add({ Ipa(kRtc), 0x1000, SlotKind::Device, Pa(), "rtc0" }));
        need(guest.bus.attach("uart0", Ipa(kUart), 0x1000, need(device::makeDevice("pl011"))));
        need(guest.bus.attach("rtc0", Ipa(kRtc), 0x1000, need(device::makeDevice("pl031"))));
        map(guest);
        fill(guest, seed);
        return guest;
    }

    static void setWord(machine::Guest& guest, std::uint32_t word, std::uint64_t offset = 0)
    {
        if (guest.memory.write(Pa(kCodeIpa + offset), &word, sizeof(word)))
            throw std::runtime_error("no code page");
    }

    // Where the tables of both stages are, and what hardware manages in their leaves.
    static constexpr std::uint64_t kTables = kRam + 0x100000;
    static constexpr std::uint64_t kTablesEnd = kRam + 0x110000;
    static constexpr std::uint64_t kAf = 1ULL << 10;
    static constexpr std::uint64_t kBit7 = 1ULL << 7; ///< AP[2] or S2AP[1]
    static constexpr std::uint64_t kDbm = 1ULL << 51;

    /// Has hardware manage the Access flag and the dirty state of both stages.
    static void manageByHardware(machine::Guest& guest)
    {
        guest.vcpu.translation.tcr |= 3ULL << 39;
        guest.vcpu.translation.vtcr |= 3ULL << 21;
    }
    static std::uint64_t word(const machine::Guest& guest, Pa pa)
    {
        std::uint64_t value = 0;
        if (guest.memory.read(pa, &value, sizeof(value)))
            throw std::runtime_error("no RAM at the address of a word");
        return value;
    }
    static void putWord(machine::Guest& guest, Pa pa, std::uint64_t value)
    {
        if (guest.memory.write(pa, &value, sizeof(value)))
            throw std::runtime_error("no RAM at the address of a word");
    }
    /// Where the descriptor of a page of data is that ends the walk of a stage.
    static Pa leafOf(const machine::Guest& guest, Page page, mmu::Stage stage)
    {
        mmu::WalkTrace trace;
        static_cast<void>(mmu::translate(guest.vcpu.translation, guest.memory, Va(va(page)), {}, &trace));
        for (auto read = trace.rbegin(); read != trace.rend(); ++read)
            if (read->stage == stage && !read->forTable)
                return read->address;
        throw std::runtime_error("no such walk");
    }
    /// Makes a page neither used nor written to, as far as the tables of both stages tell.
    static void makeClean(machine::Guest& guest, Page page)
    {
        const Pa one = leafOf(guest, page, mmu::Stage::One);
        putWord(guest, one, (word(guest, one) & ~kAf) | kBit7 | kDbm);
        const Pa two = leafOf(guest, page, mmu::Stage::Two);
        putWord(guest, two, (word(guest, two) & ~(kAf | kBit7)) | kDbm);
    }

    template <typename T>
    static T need(Result<T> result)
    {
        if (!result)
            throw std::runtime_error(result.error().text());
        if constexpr (!std::is_void_v<T>)
            return std::move(*result);
    }

private:
    static void map(machine::Guest& guest)
    {
        std::uint64_t next = kTables;
        const auto allocate = [&next](std::uint64_t /*bytes*/) -> Result<std::uint64_t> {
            next += kPageSize;
            return next - kPageSize;
        };
        const auto locate = [](std::uint64_t table) -> Result<Pa> { return Pa(table); };
        mmu::TableBuilder stage1(mmu::Stage::One, guest.memory, { allocate, locate });
        mmu::TableBuilder stage2(mmu::Stage::Two, guest.memory, { allocate, locate });
        const auto one = [&](std::uint64_t input, std::uint64_t output, bool user, std::uint8_t attr = 0) {
            need(stage1.map(
                { .input = input, .output = output, .size = kPageSize, .user = user, .attrIndex = attr }));
        };
        one(kCode, kCodeIpa, false);
        need(stage1.map(
            { .input = kUserCode, .output = kCodeIpa, .size = kPageSize, .write = false, .user = true }));
        for (unsigned page = 0; page <= Kernel; ++page) {
            if (page != NoAccess)
                one(va(Page(page)), ipa(Page(page)), page != Kernel, page == DeviceRam ? 3 : 0);
        }
        one(kTableHole, ipa(TableHole), true);
        const std::uint64_t hidden = need(stage1.tableFor(kTableHole, 3));

        const auto two = [&](std::uint64_t input, std::uint64_t output, bool write = true) {
            need(stage2.map(
                { .input = input, .output = output, .size = kPageSize, .write = write, .attrIndex = 0xf }));
        };
        two(kCodeIpa, kCodeIpa);
        for (const Page page : { Ram0, Ram1, DeviceRam, Kernel, TableHole })
            two(ipa(page), ipa(page));
        two(kUart + kPageSize, kNowhere); // so that the window's own entry is missing at level 3
        two(kRom, kRom, false);
        two(kNowhere, kNowhere);
        for (std::uint64_t table = kTables; table < kTablesEnd; table += kPageSize) {
            if (table != hidden)
                two(table, table);
        }
        mmu::TranslationRegisters& regs = guest.vcpu.translation;
        regs.sctlr = 0x1005;                                  // M, C, I
        regs.tcr = 0x5ULL << 32 | 2U << 30 | 16U << 16 | 16U; // 48-bit halves, 48-bit IPS, 4 KiB
        regs.mair = 0x00bb44ff;                               // index 3: Device-nGnRnE
        regs.vtcr = 0x5ULL << 16 | 2U << 6 | 16U;             // 48-bit IPAs from level 0
        regs.ttbr0 = regs.ttbr1 = need(stage1.root());
        regs.hcr = 1U | 1ULL << 31; // VM, RW
        regs.vttbr = need(stage2.root());
    }

    static void fill(machine::Guest& guest, std::uint64_t seed)
    {
        a64::CpuState& cpu = guest.vcpu;
        for (unsigned i = 0; i < cpu.x.size(); ++i)
            cpu.x[i] = splitmix(seed, 1 + i);
        for (unsigned i = 0; i < cpu.v.size(); ++i)
            cpu.v[i] = { splitmix(seed, 0x40 + 2 * i), splitmix(seed, 0x41 + 2 * i) };
        cpu.pc = kCode;
        cpu.vbarEl1 = kVbar;
        for (const Page page : { Ram0, Ram1, Unmapped, RomPage, SecretPage, DeviceRam, Kernel, TableHole }) {
            for (std::uint64_t at = 0; at < kPageSize; at += 8) {
                const std::uint64_t value = splitmix(seed, 0x1000 + page * 0x1000 + at / 8);
                if (guest.memory.write(Pa(ipa(page) + at), &value, sizeof(value)))
                    throw std::runtime_error("no RAM for a page of data");
            }
        }
    }
};

} // namespace fscope::test
