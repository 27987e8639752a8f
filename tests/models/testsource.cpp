// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "tests/models/testsource.h"

#include "core/arch/esr.h"
#include "core/base/bytes.h"
#include "core/device/device.h"
#include "core/machine/cpu.h"
#include "core/mmu/tablebuilder.h"

#include <array>
#include <chrono>
#include <stdexcept>
#include <thread>

namespace fscope::test {

namespace {

constexpr std::uint64_t kIpaToPa = 0x10000000;
constexpr std::uint64_t kStage1Tables = 0x40100000;
constexpr std::uint64_t kStage2Tables = 0x54000000;

template <typename T>
T need(Result<T> result)
{
    if (!result)
        throw std::runtime_error(result.error().text());
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

struct SampleRow {
    std::uint32_t word;
    std::uint64_t base;
};

/// By Sample.
constexpr std::array<SampleRow, 5> kSamples { {
    { 0xb8004422, kUartVa },          // str w2, [x1], #4
    { 0xb9000022, kUartVa },          // str w2, [x1]
    { 0xa9000c22, kDataVa },          // stp x2, x3, [x1]
    { 0xc85ffc23, kUartVa },          // ldaxr x3, [x1]
    { 0xb9400023, kCodeVa + 0x1000 }, // ldr w3, [x1]
} };

void addTables(machine::Guest& guest)
{
    std::uint64_t next1 = kStage1Tables;
    std::uint64_t next2 = kStage2Tables;
    const auto take = [](std::uint64_t& next) -> Result<std::uint64_t> {
        next += kPageSize;
        return next - kPageSize;
    };
    mmu::TableBuilder stage1(mmu::Stage::One, guest.memory,
        { [&](std::uint64_t /*bytes*/) { return take(next1); },
            [](std::uint64_t table) -> Result<Pa> { return Pa(table + kIpaToPa); } });
    mmu::TableBuilder stage2(mmu::Stage::Two, guest.memory,
        { [&](std::uint64_t /*bytes*/) { return take(next2); },
            [](std::uint64_t table) -> Result<Pa> { return Pa(table); } });
    need(stage1.map({ .input = kCodeVa, .output = 0x40000000, .size = 0x10000 }));
    need(stage1.map(
        { .input = kUartVa, .output = kUartIpa, .size = 0x1000, .execute = false, .attrIndex = 3 }));
    need(stage1.map({ .input = kDataVa, .output = kDataIpa, .size = 0x1000, .execute = false }));
    need(stage2.map({ .input = 0x40000000, .output = 0x50000000, .size = 0x10000, .attrIndex = 0xf }));
    need(stage2.map(
        { .input = kStage1Tables, .output = kStage1Tables + kIpaToPa, .size = 0x100000, .attrIndex = 0xf }));

    mmu::TranslationRegisters& regs = guest.vcpu.translation;
    regs.sctlr = 0x1005;                                  // M, C, I
    regs.tcr = 0x5ULL << 32 | 2U << 30 | 16U << 16 | 16U; // 48-bit halves, 48-bit IPS, 4 KiB
    regs.mair = 0x04bb44ff;
    regs.hcr = 1U | 1ULL << 31; // VM, RW
    regs.vtcr = 0x5ULL << 16 | 2U << 6 | 16U;
    regs.ttbr0 = need(stage1.root());
    regs.ttbr1 = regs.ttbr0;
    regs.vttbr = need(stage2.root());
}

/// What the CPU reports for an instruction that our model of it does not run.
hypervisor::Intercept madeIntercept(const machine::Guest& guest)
{
    arch::AbortSyndrome syndrome;
    syndrome.fsc = arch::faultCode(arch::FaultKind::Translation, 2);
    hypervisor::Intercept intercept;
    intercept.esr = syndrome.encode();
    intercept.far = kUartVa;
    intercept.hpfar = arch::hpfarOf(kUartIpa);
    intercept.pc = guest.vcpu.pc;
    intercept.pstate = guest.vcpu.pstate;
    intercept.ipa = Ipa(kUartIpa);
    return intercept;
}

std::optional<hypervisor::Intercept> interceptOf(Sample sample, const machine::Guest& guest)
{
    if (sample == Sample::NotDecodable)
        return madeIntercept(guest);
    machine::Guest copy = guest;
    const machine::CpuResult result = machine::executeOne(copy);
    const auto* intercept = std::get_if<hypervisor::Intercept>(&result);
    return intercept ? std::optional(*intercept) : std::nullopt;
}

} // namespace

machine::Guest sampleGuest(Sample sample)
{
    const SampleRow& row = kSamples[std::size_t(sample)];
    machine::Guest guest;
    need(guest.memory.addRam(Pa(0x50000000), 0x8000000));
    need(guest.slotMap.add({ Ipa(0x40000000), 0x4000000, memory::SlotKind::Ram, Pa(0x50000000), "ram" }));
    need(guest.slotMap.add({ Ipa(kUartIpa), 0x1000, memory::SlotKind::Device, Pa(0), "uart0" }));
    need(guest.bus.attach("uart0", Ipa(kUartIpa), 0x1000, need(device::makeDevice("pl011"))));
    addTables(guest);
    std::array<std::uint8_t, 4> word {};
    storeLe(word.data(), row.word, 4);
    if (guest.memory.write(Pa(0x50000000), word.data(), word.size()))
        throw std::runtime_error("the code does not lie in RAM");
    guest.vcpu.pc = kCodeVa;
    guest.vcpu.x[1] = row.base;
    guest.vcpu.x[2] = 0x48;
    guest.vcpu.x[3] = 0x1122334455667788;
    guest.vcpu.vbarEl1 = kCodeVa + 0x800;
    return guest;
}

TestSource::TestSource(std::string name, std::vector<Sample> samples, std::shared_ptr<SourceControl> control)
    : m_name(std::move(name))
    , m_samples(std::move(samples))
    , m_control(std::move(control))
{ }

Result<machine::InterceptSummary> TestSource::summary(std::size_t index) const
{
    if (index >= m_samples.size())
        return fail("There is no such intercept.", m_name);
    const SampleRow& row = kSamples[std::size_t(m_samples[index])];
    machine::InterceptSummary summary;
    summary.name = "sample " + std::to_string(index);
    summary.group = "stores";
    summary.trapped = m_samples[index] != Sample::Native;
    summary.pc = Va(kCodeVa);
    if (index != 2)
        summary.word = row.word;
    if (summary.trapped) {
        summary.esr = arch::AbortSyndrome { .wnr = true, .fsc = 6 }.encode();
        summary.far = row.base;
        if (index != 2)
            summary.ipa = Ipa(kUartIpa);
    }
    return summary;
}

Result<std::shared_ptr<const machine::InterceptRun>> TestSource::run(std::size_t index,
    const hypervisor::HypervisorPolicy& withPolicy, std::span<const machine::MemoryEdit> edits) const
{
    ++m_control->runs;
    while (m_control->runsWait)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    if (int(index) == m_control->failingIntercept)
        return fail("This one cannot be run.", m_name + ":" + std::to_string(index + 1));
    machine::Guest guest = sampleGuest(m_samples.at(index));
    if (const Result<void> done = machine::applyEdits(guest, edits); !done)
        return tl::unexpected<Error>(done.error());
    const auto intercept = interceptOf(m_samples[index], guest);
    return std::make_shared<const machine::InterceptRun>(
        intercept ? machine::recordRun(guest, *intercept, withPolicy) : machine::recordNative(guest));
}

std::optional<std::vector<machine::Difference>> TestSource::compare(
    std::size_t index, const machine::InterceptRun&) const
{
    if (index == 0)
        return std::vector<machine::Difference>();
    if (index == 1)
        return std::vector<machine::Difference> { { "X5", "0x1", "0x2" }, { "PC", "0x4", "0x8" } };
    return std::nullopt;
}

std::optional<machine::Lesson> TestSource::lesson(const std::string& language) const
{
    if (!withLesson)
        return std::nullopt;
    machine::Lesson lesson;
    lesson.title = language == "zh_CN" ? "课" : "A lesson";
    lesson.summary = "What it is about.";
    lesson.parts = { { "", 1, "From the start.", 0 }, { "pc-advanced", 1, "The PC moves on.", 1 },
        { "syndrome-read", 1, "The second intercept.", 2 } };
    return lesson;
}

models::Opener TestOpener::opener() const
{
    return [self = *this](const std::string& name,
               const models::OpenControl& open) -> Result<std::shared_ptr<const machine::InterceptSource>> {
        using S = Sample;
        if (name == "broken")
            return fail("This is no JSON.", "broken:3");
        if (name.starts_with("slow")) {
            while (!*self.slowMayFinish) {
                if (open.isCancelled()) {
                    ++*self.cancelled;
                    return fail("Given up.", name);
                }
                open.onProgress(7);
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
        }
        std::vector<S> samples { S::PostIndexStore, S::SyndromeStore, S::PostIndexStore };
        if (name == "all")
            samples = { S::PostIndexStore, S::SyndromeStore, S::PairStoreToRam, S::NotDecodable, S::Native };
        else if (name == "many")
            samples.assign(4000, S::SyndromeStore);
        else if (name == "empty")
            samples.clear();
        auto source = std::make_shared<TestSource>(name, std::move(samples), self.control);
        source->withLesson = name == "all";
        if (name.ends_with("hvf"))
            source->policy = "qemu-hvf";
        return source;
    };
}

} // namespace fscope::test
