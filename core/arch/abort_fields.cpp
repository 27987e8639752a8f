// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/abortrows.h"

#include <array>

namespace fscope::arch::table {
namespace {

// Rows stand from bit 63 down; of two that share bits, the one that is greyed when void stands first.

constexpr std::array kDataEl2Fields {
    res0(63, 44, kData2),
    kHdbssf,
    kTnd,
    kTagAccess,
    kGcs,
    kAssuredOnly,
    kOverlay,
    kDirtyBit,
    kXs,
    kEsrEc,
    kEsrIl,
    kIsv,
    kSas,
    kSse,
    kTopLevelOfData,
    kSrt,
    res0(20, 18, kData, isvClearAndExternal),
    kWu,
    kSf,
    kFnp,
    kAr,
    kPfvOfData,
    kVncr,
    kSet,
    kLst,
    kFnv,
    kEa,
    kCm,
    kS1ptw,
    kWnr,
    kDfsc,
};
// At EL1 there is neither a TopLevel check nor an access through VNCR_EL2.
constexpr std::array kDataEl1Fields {
    res0(63, 44, kData2),
    kHdbssf,
    kTnd,
    kTagAccess,
    kGcs,
    kAssuredOnly,
    kOverlay,
    kDirtyBit,
    kXs,
    kEsrEc,
    kEsrIl,
    kIsv,
    kSas,
    kSse,
    kSrt,
    res0(20, 18, kData, isvClearAndExternal),
    kWu,
    kSf,
    kFnp,
    kAr,
    kPfvOfData,
    res0(13, 13, kData),
    kSet,
    kLst,
    kFnv,
    kEa,
    kCm,
    kS1ptw,
    kWnr,
    kDfsc,
};
constexpr std::array kInstructionEl2Fields {
    res0(63, 44, kInstruction),
    kHdbssf,
    res0(42, 40, kInstruction),
    kAssuredOnly,
    kOverlay,
    kDirtyBit,
    res0(36, 32, kInstruction),
    kEsrEc,
    kEsrIl,
    res0(24, 22, kInstruction),
    kTopLevel,
    res0(20, 15, kInstruction),
    res0(14, 14, kInstruction, isNotExternal),
    kPfvOfInstruction,
    res0(13, 13, kInstruction),
    kSet,
    kFnv,
    kEa,
    res0(8, 8, kInstruction),
    kS1ptw,
    res0(6, 6, kInstruction),
    kIfsc,
};
constexpr std::array kInstructionEl1Fields {
    res0(63, 44, kInstruction),
    kHdbssf,
    res0(42, 40, kInstruction),
    kAssuredOnly,
    kOverlay,
    kDirtyBit,
    res0(36, 32, kInstruction),
    kEsrEc,
    kEsrIl,
    res0(24, 15, kInstruction),
    res0(14, 14, kInstruction, isNotExternal),
    kPfvOfInstruction,
    res0(13, 13, kInstruction),
    kSet,
    kFnv,
    kEa,
    res0(8, 8, kInstruction),
    kS1ptw,
    res0(6, 6, kInstruction),
    kIfsc,
};

constexpr RegisterLayout kDataEl2 { "ESR_EL2", FSCOPE_TR("Core", "Exception Syndrome Register (EL2)"), 64,
    kDataEl2Fields };
constexpr RegisterLayout kDataEl1 { "ESR_EL1", FSCOPE_TR("Core", "Exception Syndrome Register (EL1)"), 64,
    kDataEl1Fields };
constexpr RegisterLayout kInstructionEl2 { "ESR_EL2", FSCOPE_TR("Core", "Exception Syndrome Register (EL2)"),
    64, kInstructionEl2Fields };
constexpr RegisterLayout kInstructionEl1 { "ESR_EL1", FSCOPE_TR("Core", "Exception Syndrome Register (EL1)"),
    64, kInstructionEl1Fields };

} // namespace

const RegisterLayout& abortLayout(RegisterName name, std::uint64_t value)
{
    if (name == RegisterName::EsrEl1)
        return isDataAbort(value) ? kDataEl1 : kInstructionEl1;
    return isDataAbort(value) ? kDataEl2 : kInstructionEl2;
}

} // namespace fscope::arch::table
