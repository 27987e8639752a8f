// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/a64/execute.h"
#include "core/a64/instruction.h"
#include "core/base/bytes.h"
#include "core/base/splitmix.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace fscope;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

} // namespace

/// Four bytes of instruction, then up to eight that seed the registers: any word goes through everything we
/// know of it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 4)
        return 0;
    const auto word = static_cast<std::uint32_t>(loadLe(data, 4));
    std::uint8_t seedBytes[8] = {};
    for (std::size_t i = 4; i < size && i < 12; ++i)
        seedBytes[i - 4] = data[i];
    const std::uint64_t seed = loadLe(seedBytes, 8);

    const a64::Decoded decoded = a64::decode(word);
    require(!a64::disassemble(word, Va(seed)).empty());
    a64::Instruction fast;
    require(a64::decodeFast(word, fast) == (decoded.status == a64::DecodeStatus::Ok));
    if (decoded.status != a64::DecodeStatus::Ok) {
        require(!decoded.reason.str().empty());
        return 0;
    }
    require(fast == decoded.instruction);

    std::uint64_t rebuilt = 0;
    for (const a64::EncodingField& field : a64::encodingFields(fast))
        rebuilt |= field.value << field.lo;
    require(rebuilt == word);

    a64::CpuState cpu;
    for (unsigned i = 0; i < cpu.x.size(); ++i)
        cpu.x[i] = splitmix(seed, i + 1);
    cpu.pstate = splitmix(seed, 100);
    cpu.translation.sctlr = splitmix(seed, 101);
    const a64::AccessPlan plan = a64::planAccess(fast, cpu);
    require(plan.count <= 2 && plan.totalBytes() <= 32);
    for (unsigned i = 0; i < plan.count; ++i) {
        const a64::ElementAccess& element = plan.elements[i];
        const U128 value
            = a64::loadedValue(fast, { splitmix(seed, 102), splitmix(seed, 103) }, plan.bigEndian);
        if (!element.zeroRegister)
            cpu.set(element.reg, value);
    }
    if (plan.writeBack)
        cpu.set(plan.base, { plan.baseValue, 0 });
    require(a64::accessOf(fast, cpu).el <= 3);
    const arch::AbortSyndrome syndrome = a64::syndromeOf(fast);
    require(arch::AbortSyndrome::decode(syndrome.encode()) == syndrome);
    static_cast<void>(fast.unpredictable());
    return 0;
}
