// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/trace/a64compare.h"

#include "core/arch/esr.h"
#include "core/base/bytes.h"
#include "core/base/hex.h"

#include <fmt/format.h>

#include <array>

namespace fscope::trace {
namespace {

using machine::Difference;

template <typename Value>
void compare(std::vector<Difference>& out, std::string what, Value expected, Value actual)
{
    if (!(expected == actual))
        out.push_back({ std::move(what), hex(expected), hex(actual) });
}

/// Runs of bytes that differ, each at most @c kRun long so that a line of output stays a line.
void compareWindow(std::vector<Difference>& out, const A64Record& record, const A64Outcome& expected,
    const machine::Guest& after)
{
    constexpr std::size_t kRun = 16;
    std::array<std::uint8_t, A64Record::kWindowBytes> wanted {};
    for (std::uint64_t word = 0; word < wanted.size() / 8; ++word)
        storeLe(wanted.data() + 8 * word, record.windowWord(word), 8);
    for (const auto& [offset, bytes] : expected.memory)
        std::copy(bytes.begin(), bytes.end(), wanted.begin() + offset);

    for (std::uint64_t page = 0; page < A64Record::kWindowPages; ++page) {
        std::array<std::uint8_t, kPageSize> found {};
        const memory::Slot* slot = after.slotMap.find(record.windowIpa[page]);
        if (slot == nullptr
            || after.memory.read(slot->paOf(record.windowIpa[page]), found.data(), found.size()))
            continue; // not a guest of ours
        const std::uint8_t* want = wanted.data() + page * kPageSize;
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (want[i] == found[i])
                continue;
            std::size_t end = i + 1;
            while (end < found.size() && end - i < kRun && want[end] != found[end])
                ++end;
            out.push_back({ fmt::format("memory +{:#x}", page * kPageSize + i), hexBytes(want + i, end - i),
                hexBytes(found.data() + i, end - i) });
            i = end - 1;
        }
    }
}

} // namespace

std::vector<Difference> compareState(
    const A64Record& record, const A64Outcome& expected, const machine::Guest& after)
{
    std::vector<Difference> out;
    const a64::CpuState& cpu = after.vcpu;
    const bool toEl1 = expected.kind == A64Outcome::Kind::TakenToEl1;
    compare(out, "PC", toEl1 ? cpu.vbarEl1 + expected.vector : expected.pc, cpu.pc);

    std::array<std::uint64_t, 31> x {};
    for (unsigned n = 0; n < x.size(); ++n)
        x[n] = record.drawnX(n);
    for (const auto* list : { &record.x, &expected.x })
        for (const auto& [n, value] : *list)
            x[n] = value;
    for (unsigned n = 0; n < x.size(); ++n)
        compare(out, fmt::format("X{}", n), x[n], cpu.x[n]);
    compare(out, "SP_EL0", expected.spEl0.value_or(record.spEl0), cpu.spEl0);
    compare(out, "SP_EL1", expected.spEl1.value_or(record.spEl1), cpu.spEl1);

    std::array<U128, 32> v {};
    for (unsigned n = 0; n < v.size(); ++n)
        v[n] = record.drawnV(n);
    for (const auto& [n, value] : expected.v)
        v[n] = value;
    for (unsigned n = 0; n < v.size(); ++n)
        compare(out, fmt::format("V{}", n), v[n], cpu.v[n]);

    if (toEl1) {
        compare(out, "ESR_EL1", expected.esr, cpu.esrEl1);
        // An Undefined instruction leaves FAR_EL1 as it was: the recording's value means nothing.
        if (arch::exceptionClass(expected.esr) != arch::ec::kUnknown)
            compare(out, "FAR_EL1", expected.far, cpu.farEl1);
        compare(out, "ELR_EL1", expected.elr, cpu.elrEl1);
        compare(out, "SPSR_EL1", expected.spsr, cpu.spsrEl1);
    } else {
        const std::uint64_t before = cpu.pstate;
        const std::uint64_t mode = arch::pstate::mode(record.el, record.spElx);
        using namespace arch::pstate;
        compare(out, "PSTATE",
            std::uint64_t { expected.nzcv.value_or(record.nzcv) } << 28 | kD | kA | kI | kF | mode, before);
    }
    compareWindow(out, record, expected, after);
    return out;
}

std::vector<Difference> compareAbort(const A64Outcome& expected, const hypervisor::Intercept& actual)
{
    std::vector<Difference> out;
    compare(out, "ESR_EL2", expected.esr, actual.esr);
    compare(out, "FAR_EL2", expected.far, actual.far);
    if (!expected.hpfarUnknown)
        compare(out, "HPFAR_EL2", expected.hpfar, actual.hpfar);
    compare(out, "ELR_EL2", expected.elr, actual.pc);
    compare(out, "SPSR_EL2", expected.spsr, actual.pstate);
    return out;
}

} // namespace fscope::trace
