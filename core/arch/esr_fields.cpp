// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/esr.h"
#include "core/arch/esrtable.h"

namespace fscope::arch::table {
namespace {

constexpr Field kIss = number("ISS", 24, 0, FSCOPE_TR("Core", "Instruction specific syndrome"),
    FSCOPE_TR("Core", "More about the exception, in a form of its own for each exception class."),
    kEsrSource);
constexpr Field kIss2
    = number("ISS2", 55, 32, FSCOPE_TR("Core", "Instruction specific syndrome, second part"),
        FSCOPE_TR("Core", "More about the exception, in a form of its own for each exception class."),
        kEsrSource);

constexpr std::array kPlainFields { res0(63, 32, kEsrSource), kEsrEc, kEsrIl, kIss };
constexpr std::array kWithIss2Fields { res0(63, 56, kEsrSource), kIss2, kEsrEc, kEsrIl, kIss };

constexpr const char* kLongNameEl2 = FSCOPE_TR("Core", "Exception Syndrome Register (EL2)");
constexpr const char* kLongNameEl1 = FSCOPE_TR("Core", "Exception Syndrome Register (EL1)");

constexpr RegisterLayout kPlainEl2 { "ESR_EL2", kLongNameEl2, 64, kPlainFields };
constexpr RegisterLayout kPlainEl1 { "ESR_EL1", kLongNameEl1, 64, kPlainFields };
constexpr RegisterLayout kWithIss2El2 { "ESR_EL2", kLongNameEl2, 64, kWithIss2Fields };
constexpr RegisterLayout kWithIss2El1 { "ESR_EL1", kLongNameEl1, 64, kWithIss2Fields };

/// Classes besides the aborts that have an ISS2: Granule Protection Check and Watchpoint.
bool hasIss2(unsigned exceptionClass)
{
    return exceptionClass == 0x1e || exceptionClass == 0x34 || exceptionClass == 0x35;
}

} // namespace

const RegisterLayout& esrLayout(RegisterName name, std::uint64_t value)
{
    if (isDataAbort(value) || isInstructionAbort(value))
        return abortLayout(name, value);
    const bool el1 = name == RegisterName::EsrEl1;
    if (hasIss2(exceptionClass(value)))
        return el1 ? kWithIss2El1 : kWithIss2El2;
    return el1 ? kPlainEl1 : kPlainEl2;
}

} // namespace fscope::arch::table
