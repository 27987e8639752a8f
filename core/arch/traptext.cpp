// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/traptext.h"

#include "core/arch/esr.h"
#include "core/arch/sysreg.h"
#include "core/base/bits.h"

#include <fmt/format.h>

namespace fscope::arch {
namespace {

std::string x(std::uint64_t number)
{
    return number == 31 ? "xzr" : fmt::format("x{}", number);
}

std::string waitText(std::uint64_t esr)
{
    constexpr const char* kNames[] = { "WFI", "WFE", "WFIT", "WFET" };
    const auto ti = bits(esr, 1, 0);
    return ti >= 2 && bit(esr, 2) ? fmt::format("{} {}", kNames[ti], x(bits(esr, 9, 5))) : kNames[ti];
}

std::string mcrText(std::uint64_t esr, unsigned coprocessor)
{
    return fmt::format("{} p{}, {}, r{}, c{}, c{}, {}", bit(esr, 0) ? "MRC" : "MCR", coprocessor,
        bits(esr, 16, 14), bits(esr, 9, 5), bits(esr, 13, 10), bits(esr, 4, 1), bits(esr, 19, 17));
}

std::string mcrrText(std::uint64_t esr, unsigned coprocessor)
{
    return fmt::format("{} p{}, {}, r{}, r{}, c{}", bit(esr, 0) ? "MRRC" : "MCRR", coprocessor,
        bits(esr, 19, 16), bits(esr, 9, 5), bits(esr, 14, 10), bits(esr, 4, 1));
}

std::string vmrsText(std::uint64_t esr)
{
    constexpr const char* kNames[]
        = { "FPSID", nullptr, nullptr, nullptr, nullptr, "MVFR2", "MVFR1", "MVFR0", "FPEXC" };
    const auto number = bits(esr, 13, 10);
    const std::string name = number < std::size(kNames) && kNames[number] != nullptr
        ? kNames[number]
        : fmt::format("reg {}", number);
    return bit(esr, 0) ? fmt::format("VMRS r{}, {}", bits(esr, 9, 5), name)
                       : fmt::format("VMSR {}, r{}", name, bits(esr, 9, 5));
}

} // namespace

std::string instructionOf(std::uint64_t esr)
{
    switch (exceptionClass(esr)) {
    case 0x01:
        return waitText(esr);
    case 0x03:
        return mcrText(esr, 15);
    case 0x04:
        return mcrrText(esr, 15);
    case 0x05:
        return mcrText(esr, 14);
    case 0x08:
        return vmrsText(esr);
    case 0x0c:
        return mcrrText(esr, 14);
    case 0x11:
    case 0x15:
        return fmt::format("SVC #{:#x}", bits(esr, 15, 0));
    case 0x12:
    case 0x16:
        return fmt::format("HVC #{:#x}", bits(esr, 15, 0));
    case 0x14:
        return sysreg::trapped128BitInstruction(esr);
    case 0x17:
        return fmt::format("SMC #{:#x}", bits(esr, 15, 0));
    case 0x18:
        return sysreg::trappedInstruction(esr);
    case 0x1a:
        return !bit(esr, 1) ? "ERET" : bit(esr, 0) ? "ERETAB" : "ERETAA";
    case 0x38:
        return fmt::format("BKPT #{:#x}", bits(esr, 15, 0));
    case 0x3c:
        return fmt::format("BRK #{:#x}", bits(esr, 15, 0));
    default:
        return {};
    }
}

} // namespace fscope::arch
