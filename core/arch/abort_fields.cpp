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

// ESR_EL3 has neither TagAccess nor AssuredOnly, which are of stage 2.
template <std::size_t N>
constexpr std::array<Field, N> without(std::array<Field, N> rows, unsigned at, const char* source)
{
    for (Field& row : rows) {
        if (row.hi == at && row.lo == at)
            row = res0(at, at, source);
    }
    return rows;
}
constexpr auto kDataEl3Fields = without(without(kDataEl2Fields, 41, kData2), 39, kData2);
constexpr auto kInstructionEl3Fields = without(kInstructionEl2Fields, 39, kInstruction);

// ISV, bit 0 of LST, and the fault status code.
constexpr EsrLayouts kDataLayouts
    = esrLayouts(kDataEl1Fields, kDataEl2Fields, kDataEl3Fields, mask(24, 24) | mask(11, 11) | mask(5, 0));
constexpr EsrLayouts kInstructionLayouts
    = esrLayouts(kInstructionEl1Fields, kInstructionEl2Fields, kInstructionEl3Fields, mask(5, 0));

} // namespace

const EsrLayouts* abortLayouts(unsigned exceptionClass)
{
    switch (exceptionClass) {
    case ec::kInstructionAbortLower:
    case ec::kInstructionAbortSame:
        return &kInstructionLayouts;
    case ec::kDataAbortLower:
    case ec::kDataAbortSame:
        return &kDataLayouts;
    default:
        return nullptr;
    }
}

} // namespace fscope::arch::table
