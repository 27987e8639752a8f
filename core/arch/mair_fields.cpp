// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// MAIR_EL1: eight memory types to choose from.

#include "core/arch/fieldtables.h"
#include "core/arch/memorytype.h"

#include <array>

namespace fscope::arch::table {
namespace {

constexpr const char* kMair = "Arm ARM D24.2, MAIR_EL1, Memory Attribute Indirection Register (EL1)";

Text explainAttr(std::uint64_t, std::uint64_t value)
{
    return mairMemoryType(static_cast<std::uint8_t>(value)).text();
}

constexpr std::array kRows {
    Field { .name = "Attr7",
        .hi = 63,
        .lo = 56,
        .kind = FieldKind::Number,
        .longName = FSCOPE_TR("Core", "Memory type 7"),
        .meaning = FSCOPE_TR("Core", "The memory type of block and page descriptors whose AttrIndx is 7."),
        .source = kMair,
        .explain = explainAttr },
    Field { .name = "Attr6",
        .hi = 55,
        .lo = 48,
        .kind = FieldKind::Number,
        .longName = FSCOPE_TR("Core", "Memory type 6"),
        .meaning = FSCOPE_TR("Core", "The memory type of block and page descriptors whose AttrIndx is 6."),
        .source = kMair,
        .explain = explainAttr },
    Field { .name = "Attr5",
        .hi = 47,
        .lo = 40,
        .kind = FieldKind::Number,
        .longName = FSCOPE_TR("Core", "Memory type 5"),
        .meaning = FSCOPE_TR("Core", "The memory type of block and page descriptors whose AttrIndx is 5."),
        .source = kMair,
        .explain = explainAttr },
    Field { .name = "Attr4",
        .hi = 39,
        .lo = 32,
        .kind = FieldKind::Number,
        .longName = FSCOPE_TR("Core", "Memory type 4"),
        .meaning = FSCOPE_TR("Core", "The memory type of block and page descriptors whose AttrIndx is 4."),
        .source = kMair,
        .explain = explainAttr },
    Field { .name = "Attr3",
        .hi = 31,
        .lo = 24,
        .kind = FieldKind::Number,
        .longName = FSCOPE_TR("Core", "Memory type 3"),
        .meaning = FSCOPE_TR("Core", "The memory type of block and page descriptors whose AttrIndx is 3."),
        .source = kMair,
        .explain = explainAttr },
    Field { .name = "Attr2",
        .hi = 23,
        .lo = 16,
        .kind = FieldKind::Number,
        .longName = FSCOPE_TR("Core", "Memory type 2"),
        .meaning = FSCOPE_TR("Core", "The memory type of block and page descriptors whose AttrIndx is 2."),
        .source = kMair,
        .explain = explainAttr },
    Field { .name = "Attr1",
        .hi = 15,
        .lo = 8,
        .kind = FieldKind::Number,
        .longName = FSCOPE_TR("Core", "Memory type 1"),
        .meaning = FSCOPE_TR("Core", "The memory type of block and page descriptors whose AttrIndx is 1."),
        .source = kMair,
        .explain = explainAttr },
    Field { .name = "Attr0",
        .hi = 7,
        .lo = 0,
        .kind = FieldKind::Number,
        .longName = FSCOPE_TR("Core", "Memory type 0"),
        .meaning = FSCOPE_TR("Core", "The memory type of block and page descriptors whose AttrIndx is 0."),
        .source = kMair,
        .explain = explainAttr },
};

constexpr RegisterLayout kLayout { "MAIR_EL1",
    FSCOPE_TR("Core", "Memory Attribute Indirection Register (EL1)"), 64, kRows };

} // namespace

const RegisterLayout& mairLayout()
{
    return kLayout;
}

} // namespace fscope::arch::table
