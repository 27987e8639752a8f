// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/esr.h"
#include "core/base/bytes.h"
#include "core/hypervisor/policy.h"
#include "core/machine/guest.h"
#include "tests/bench/benchreport.h"

using namespace fscope;

namespace {

constexpr std::uint64_t kRam = 0x40000000;
constexpr std::uint64_t kDevice = 0x9000000;
constexpr std::uint64_t kVa = 0xffff800010000000;
constexpr std::uint64_t kPc = 0xffff800008001000;

/// A guest with the slots of a small machine: RAM in two parts, flash, two devices.
machine::Guest makeGuest()
{
    machine::Guest guest;
    const auto slot = [&](std::uint64_t start, std::uint64_t size, memory::SlotKind kind, const char* name) {
        return guest.slotMap.add({ Ipa(start), size, kind, Pa(start), name }).has_value();
    };
    bool ok = guest.memory.addRam(Pa(kRam), 0x10000000).has_value();
    ok = ok && guest.memory.addRam(Pa(0), 0x4000000).has_value();
    ok = ok && slot(0, 0x4000000, memory::SlotKind::Rom, "flash");
    ok = ok && slot(kDevice, 0x1000, memory::SlotKind::Device, "uart0");
    ok = ok && slot(kDevice + 0x10000, 0x1000, memory::SlotKind::Device, "rtc0");
    ok = ok && slot(kRam, 0x8000000, memory::SlotKind::Ram, "low");
    ok = ok && slot(kRam + 0x8000000, 0x8000000, memory::SlotKind::Ram, "high");
    const std::uint64_t data = 0x1122334455667788;
    ok = ok && !guest.memory.write(Pa(kRam + 0x100), &data, sizeof(data));
    if (!ok)
        std::abort();
    guest.vcpu.pc = kPc;
    guest.vcpu.x[1] = kVa + 0x100;
    return guest;
}

hypervisor::Intercept makeIntercept(std::uint32_t word, std::uint64_t esr, mmu::AccessKind kind)
{
    hypervisor::Intercept intercept;
    intercept.esr = esr;
    intercept.far = kVa + 0x100;
    intercept.hpfar = arch::hpfarOf(kRam);
    intercept.pc = kPc;
    intercept.ipa = Ipa(kRam + 0x100);
    storeLe(intercept.instructionBytes.data(), word, 4);
    intercept.instructionByteCount = 4;
    intercept.initialTranslation = { Va(kVa + 0x100), Ipa(kRam + 0x100), kind };
    return intercept;
}

void handle(benchmark::State& state, const char* policyId, std::uint32_t word, std::uint64_t esr,
    mmu::AccessKind kind)
{
    machine::Guest guest = makeGuest();
    const hypervisor::Intercept intercept = makeIntercept(word, esr, kind);
    const auto policy = hypervisor::policyById(policyId);
    if (!policy) {
        state.SkipWithError("there is no such policy");
        return;
    }
    for (auto _ : state) {
        guest.vcpu.x[1] = kVa + 0x100;
        guest.vcpu.pc = kPc;
        benchmark::DoNotOptimize(guest.vcpu);
        hypervisor::Outcome outcome = (*policy)->handle(intercept, guest, nullptr);
        benchmark::DoNotOptimize(outcome);
        if (guest.vcpu.pc != kPc + 4) {
            state.SkipWithError("the intercept was not completed");
            return;
        }
    }
}

constexpr std::uint32_t kLoadPost = 0xf8408422;  // ldr x2, [x1], #8
constexpr std::uint32_t kStorePost = 0xb8004422; // str w2, [x1], #4
constexpr std::uint32_t kLoad = 0xb9400022;      // ldr w2, [x1]

FSCOPE_BENCH("one intercept, ISV=0 post-index load, cached translation, RAM", "ns", 100, false,
    [](benchmark::State& state) { handle(state, "openvmm", kLoadPost, 0x92000007, mmu::AccessKind::Read); });
FSCOPE_BENCH("one intercept, ISV=0 post-index store, cached translation, RAM", "ns", 100, false,
    [](benchmark::State& state) {
        handle(state, "openvmm", kStorePost, 0x92000047, mmu::AccessKind::Write);
    });
FSCOPE_BENCH("one intercept, ISV=1 load, RAM", "ns", 100, false,
    [](benchmark::State& state) { handle(state, "openvmm", kLoad, 0x93820007, mmu::AccessKind::Read); });
FSCOPE_BENCH("one intercept, ISV=1 load, RAM, as QEMU/HVF", "ns", 100, false,
    [](benchmark::State& state) { handle(state, "qemu-hvf", kLoad, 0x93820007, mmu::AccessKind::Read); });

} // namespace
