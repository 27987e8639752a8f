// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/descriptorrows.h"
#include "core/arch/fieldtables.h"
#include "core/base/bits.h"

#include <array>

namespace fscope::arch::table {
namespace {

// The forms.

constexpr std::array kTable1Fields {
    kNsTable,
    kApTable,
    kUxnTable,
    kPxnTable,
    ignored(58, 51, kS1),
    res0(50, 48, kS1),
    kNextTable,
    ignored(11, 2, kS1),
    kTypeTable,
};
constexpr std::array kTable2Fields {
    res0(63, 59, kS2),
    ignored(58, 51, kS2),
    res0(50, 48, kS2),
    kNextTable,
    ignored(11, 2, kS2),
    kTypeTable,
};
constexpr std::array kPage1Fields {
    ignored(63, 63, kS1),
    kPbha,
    kSoftware,
    kUxn,
    kPxn,
    kContiguous,
    kDbm,
    kGp,
    res0(49, 48, kS1),
    kPageOa,
    kNg,
    kAf,
    kSh,
    kAp,
    kNs,
    kAttrIndx,
    kTypeLeaf,
};
constexpr std::array kBlock1Fields {
    ignored(63, 63, kS1),
    kPbha,
    kSoftware,
    kUxn,
    kPxn,
    kContiguous,
    kDbm,
    kGp,
    res0(49, 48, kS1),
    kBlockOa,
    res0(20, 17, kS1),
    kNt,
    res0(15, 12, kS1),
    kNg,
    kAf,
    kSh,
    kAp,
    kNs,
    kAttrIndx,
    kTypeLeaf,
};
constexpr std::array kPage2Fields {
    res0(63, 63, kS2),
    kPbha,
    kSoftware,
    kXn,
    kContiguous,
    kDbm,
    res0(50, 48, kS2),
    kPageOa,
    kFnxs,
    kAf,
    kSh,
    kS2ap,
    kMemAttr,
    kTypeLeaf,
};
constexpr std::array kBlock2Fields {
    res0(63, 63, kS2),
    kPbha,
    kSoftware,
    kXn,
    kContiguous,
    kDbm,
    res0(50, 48, kS2),
    kBlockOa,
    res0(20, 17, kS2),
    kNt,
    res0(15, 12, kS2),
    kFnxs,
    kAf,
    kSh,
    kS2ap,
    kMemAttr,
    kTypeLeaf,
};
constexpr std::array kInvalidFields { ignored(63, 2, kS1), kTypeInvalid };

constexpr RegisterLayout kTable1 { "Stage 1 table", FSCOPE_TR("Core", "Stage 1 table descriptor"), 64,
    kTable1Fields };
constexpr RegisterLayout kTable2 { "Stage 2 table", FSCOPE_TR("Core", "Stage 2 table descriptor"), 64,
    kTable2Fields };
constexpr RegisterLayout kPage1 { "Stage 1 page", FSCOPE_TR("Core", "Stage 1 page descriptor"), 64,
    kPage1Fields };
constexpr RegisterLayout kBlock1 { "Stage 1 block", FSCOPE_TR("Core", "Stage 1 block descriptor"), 64,
    kBlock1Fields };
constexpr RegisterLayout kPage2 { "Stage 2 page", FSCOPE_TR("Core", "Stage 2 page descriptor"), 64,
    kPage2Fields };
constexpr RegisterLayout kBlock2 { "Stage 2 block", FSCOPE_TR("Core", "Stage 2 block descriptor"), 64,
    kBlock2Fields };
constexpr RegisterLayout kInvalid { "Invalid", FSCOPE_TR("Core", "Invalid descriptor"), 64, kInvalidFields };

} // namespace

const RegisterLayout& descriptorLayout(RegisterName name, std::uint64_t value)
{
    const bool block = !bit(value, 1);
    if (name == RegisterName::Stage1Table)
        return kTable1;
    if (name == RegisterName::Stage2Table)
        return kTable2;
    if (name == RegisterName::Stage1Leaf)
        return block ? kBlock1 : kPage1;
    if (name == RegisterName::Stage2Leaf)
        return block ? kBlock2 : kPage2;
    return kInvalid;
}

} // namespace fscope::arch::table
