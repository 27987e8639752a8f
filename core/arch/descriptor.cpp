// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/descriptor.h"

#include "core/arch/descriptorrows.h"
#include "core/base/bits.h"
#include "core/base/hex.h"

#include <array>
#include <vector>

namespace fscope::arch {
namespace {

using table::kS1;
using table::kS2;

constexpr int kFirstLevel = -1;
constexpr int kLastLevel = 3;
constexpr std::size_t kLevels = 5;
constexpr std::size_t kKinds = 4;

/// The bits of an address that one level translates on its own.
unsigned strideOf(Granule granule)
{
    return pageShift(granule) - 3;
}

/// log2 of the bytes one entry maps.
unsigned shiftOf(const DescriptorForm& form)
{
    return pageShift(form.granule) + strideOf(form.granule) * static_cast<unsigned>(kLastLevel - form.level);
}

bool allowsBlock(const DescriptorForm& form)
{
    switch (form.granule) {
    case Granule::K4:
        return form.level == 1 || form.level == 2 || (form.level == 0 && form.lpa2);
    case Granule::K16:
        return form.level == 2 || (form.level == 1 && form.lpa2);
    case Granule::K64:
        return form.level == 2 || (form.level == 1 && form.lpa2);
    }
    return false;
}

/// Whether bits 9:8 hold address bits 51:50 instead of the shareability.
bool hasHighBitsInSh(const DescriptorForm& form)
{
    return form.lpa2 && form.granule != Granule::K64;
}
bool hasHighBitsAt15(const DescriptorForm& form)
{
    return form.lpa2 && form.granule == Granule::K64;
}

Field moved(Field field, unsigned hi, unsigned lo)
{
    field.hi = hi;
    field.lo = lo;
    return field;
}

constexpr const char* kHighOa
    = FSCOPE_TR("Core", "The high bits of the output address, with 52-bit addresses.");
constexpr const char* kHighNlta
    = FSCOPE_TR("Core", "The high bits of the address of the next table, with 52-bit addresses.");

Field highBits(
    const char* name, unsigned hi, unsigned lo, unsigned addressLo, bool isTable, const char* source)
{
    Field field = table::address(
        name, hi, lo, FSCOPE_TR("Core", "Output address, high bits"), isTable ? kHighNlta : kHighOa, source);
    field.addressLo = addressLo;
    return field;
}

/// Rows from bit 63 down; what is left out in between becomes RES0 or IGNORED.
class Rows
{
public:
    explicit Rows(const char* source)
        : m_source(source)
    {
        m_rows.reserve(kMostRows);
    }
    void add(Field field)
    {
        field.source = m_source;
        fillTo(field.hi + 1, false);
        m_next = field.lo;
        m_rows.push_back(field);
    }
    void fillTo(unsigned lo, bool isIgnored)
    {
        if (m_next > lo)
            m_rows.push_back(
                isIgnored ? table::ignored(m_next - 1, lo, m_source) : table::res0(m_next - 1, lo, m_source));
        m_next = std::min(m_next, lo);
    }
    std::vector<Field> take() { return std::move(m_rows); }

private:
    static constexpr std::size_t kMostRows = 32;
    const char* m_source;
    unsigned m_next = 64;
    std::vector<Field> m_rows;
};

std::vector<Field> tableRows(const DescriptorForm& form)
{
    const bool first = form.stage == 1;
    Rows rows(first ? kS1 : kS2);
    if (first) {
        rows.add(table::kNsTable);
        rows.add(table::kApTable);
        rows.add(table::kUxnTable);
        rows.add(table::kPxnTable);
        rows.fillTo(53, true);
        rows.add(table::kProtectedTable);
        rows.fillTo(51, true);
    } else {
        rows.fillTo(59, false);
        rows.fillTo(51, true);
    }
    const unsigned top = hasHighBitsInSh(form) ? 49 : 47;
    rows.add(moved(table::kNextTable, top, pageShift(form.granule)));
    if (hasHighBitsAt15(form))
        rows.add(highBits("NLTA[51:48]", 15, 12, 48, true, kS1));
    else
        rows.fillTo(12, false);
    rows.fillTo(11, true);
    rows.add(table::kAfTable);
    if (hasHighBitsInSh(form))
        rows.add(highBits("NLTA[51:50]", 9, 8, 50, true, kS1));
    rows.fillTo(2, true);
    rows.add(table::kTypeTable);
    return rows.take();
}

std::vector<Field> leafRows(const DescriptorForm& form, bool block)
{
    const bool first = form.stage == 1;
    Rows rows(first ? kS1 : kS2);
    if (first)
        rows.fillTo(63, true);
    rows.add(table::kPbha);
    rows.add(table::kSoftware);
    if (first) {
        rows.add(table::kUxn);
        rows.add(table::kPxn);
    } else {
        rows.add(table::kXn);
    }
    rows.add(table::kContiguous);
    rows.add(table::kDbm);
    if (first)
        rows.add(table::kGp);
    const unsigned top = hasHighBitsInSh(form) ? 49 : 47;
    const unsigned shift = block ? shiftOf(form) : pageShift(form.granule);
    rows.add(moved(table::kAnyOa, top, shift));
    if (block)
        rows.add(table::kNt);
    if (hasHighBitsAt15(form))
        rows.add(highBits("OA[51:48]", 15, 12, 48, false, kS1));
    if (first)
        rows.add(table::kNg);
    else
        rows.add(table::kFnxs);
    rows.add(table::kAf);
    if (hasHighBitsInSh(form))
        rows.add(highBits("OA[51:50]", 9, 8, 50, false, kS1));
    else
        rows.add(table::kSh);
    if (first) {
        rows.add(table::kAp);
        rows.add(table::kNs);
        rows.add(table::kAttrIndx);
    } else {
        rows.add(table::kS2ap);
        rows.add(table::kMemAttr);
    }
    rows.add(table::kTypeLeaf);
    return rows.take();
}

struct Built {
    std::vector<Field> rows;
    RegisterLayout layout;
};

constexpr std::array<std::array<const char*, kKinds>, 2> kNames { {
    { "Invalid", "Stage 1 table", "Stage 1 block", "Stage 1 page" },
    { "Invalid", "Stage 2 table", "Stage 2 block", "Stage 2 page" },
} };
constexpr std::array<std::array<const char*, kKinds>, 2> kLongNames { {
    { FSCOPE_TR("Core", "Invalid descriptor"), FSCOPE_TR("Core", "Stage 1 table descriptor"),
        FSCOPE_TR("Core", "Stage 1 block descriptor"), FSCOPE_TR("Core", "Stage 1 page descriptor") },
    { FSCOPE_TR("Core", "Invalid descriptor"), FSCOPE_TR("Core", "Stage 2 table descriptor"),
        FSCOPE_TR("Core", "Stage 2 block descriptor"), FSCOPE_TR("Core", "Stage 2 page descriptor") },
} };

std::size_t indexOf(const DescriptorForm& form, DescriptorKind kind)
{
    std::size_t index = form.stage == 2 ? 1 : 0;
    index = index * 3 + static_cast<std::size_t>(form.granule);
    index = index * kLevels + static_cast<std::size_t>(form.level - kFirstLevel);
    index = index * 2 + (form.lpa2 ? 1 : 0);
    return index * kKinds + static_cast<std::size_t>(kind);
}
constexpr std::size_t kForms = std::size_t { 2 } * 3 * kLevels * 2 * kKinds;

/// All layouts, made once.
const std::array<Built, kForms>& builtLayouts()
{
    static const std::array<Built, kForms> kBuilt = [] {
        std::array<Built, kForms> built;
        for (const unsigned stage : { 1U, 2U })
            for (const Granule granule : { Granule::K4, Granule::K16, Granule::K64 })
                for (int level = kFirstLevel; level <= kLastLevel; ++level)
                    for (const bool lpa2 : { false, true }) {
                        const DescriptorForm form { stage, granule, level, lpa2 };
                        if (!isLevelOf(form))
                            continue;
                        for (const DescriptorKind kind :
                            { DescriptorKind::Table, DescriptorKind::Block, DescriptorKind::Page }) {
                            if (kind == DescriptorKind::Block && !allowsBlock(form))
                                continue;
                            Built& one = built[indexOf(form, kind)];
                            one.rows = kind == DescriptorKind::Table
                                ? tableRows(form)
                                : leafRows(form, kind == DescriptorKind::Block);
                            const auto k = static_cast<std::size_t>(kind);
                            one.layout = { kNames[stage - 1][k], kLongNames[stage - 1][k], 64, one.rows };
                        }
                    }
        return built;
    }();
    return kBuilt;
}

Text accessText(const DescriptorForm& form, std::uint64_t descriptor)
{
    const Field& field = form.stage == 1 ? table::kAp : table::kS2ap;
    return meaningOf(field, descriptor);
}

Text sizeText(std::uint64_t bytes)
{
    constexpr std::array kUnits { "B", "KiB", "MiB", "GiB", "TiB", "PiB" };
    std::size_t unit = 0;
    while (bytes >= 1024 && unit + 1 < kUnits.size()) {
        bytes /= 1024;
        ++unit;
    }
    return { "%1 %2", { std::to_string(bytes), kUnits[unit] } };
}

} // namespace

bool isLevelOf(const DescriptorForm& form)
{
    if (form.stage != 1 && form.stage != 2)
        return false;
    if (form.level < kFirstLevel || form.level > kLastLevel)
        return false;
    switch (form.granule) {
    case Granule::K4:
        return form.level >= 0 || form.lpa2;
    case Granule::K16:
        return form.level >= 0;
    case Granule::K64:
        return form.level >= 1;
    }
    return false;
}

DescriptorKind descriptorKind(const DescriptorForm& form, std::uint64_t descriptor)
{
    if (!bit(descriptor, 0) || !isLevelOf(form))
        return DescriptorKind::Invalid;
    if (bit(descriptor, 1))
        return form.level == kLastLevel ? DescriptorKind::Page : DescriptorKind::Table;
    return allowsBlock(form) ? DescriptorKind::Block : DescriptorKind::Invalid;
}

const RegisterLayout& layoutOf(const DescriptorForm& form, std::uint64_t descriptor)
{
    const DescriptorKind kind = descriptorKind(form, descriptor);
    if (kind == DescriptorKind::Invalid)
        return layoutOf(RegisterName::InvalidDescriptor, descriptor);
    return builtLayouts()[indexOf(form, kind)].layout;
}

std::uint64_t outputAddress(const DescriptorForm& form, std::uint64_t descriptor)
{
    const DescriptorKind kind = descriptorKind(form, descriptor);
    if (kind == DescriptorKind::Invalid)
        return 0;
    const unsigned low = kind == DescriptorKind::Block ? shiftOf(form) : pageShift(form.granule);
    const unsigned top = hasHighBitsInSh(form) ? 49 : 47;
    std::uint64_t address = descriptor & mask(top, low);
    if (hasHighBitsInSh(form))
        address |= bits(descriptor, 9, 8) << 50;
    if (hasHighBitsAt15(form))
        address |= bits(descriptor, 15, 12) << 48;
    return address;
}

std::uint64_t bytesOf(const DescriptorForm& form)
{
    return isLevelOf(form) ? std::uint64_t { 1 } << shiftOf(form) : 0;
}

Text memoryText(const DescriptorForm& form, std::uint64_t descriptor, const MemoryContext& context)
{
    const DescriptorKind kind = descriptorKind(form, descriptor);
    if (kind != DescriptorKind::Block && kind != DescriptorKind::Page)
        return {};
    if (form.stage == 1) {
        if (!context.mair)
            return {};
        const auto index = static_cast<unsigned>(bits(descriptor, 4, 2));
        const auto attr = static_cast<std::uint8_t>(bits(*context.mair, index * 8 + 7, index * 8));
        return { FSCOPE_TR("Core", "Memory type: %1 (Attr%2 of MAIR is %3)."),
            { mairMemoryType(attr).text(), std::to_string(index), hex(attr) } };
    }
    const auto memAttr = static_cast<unsigned>(bits(descriptor, 5, 2));
    if (context.stage1)
        return { context.fwb ? FSCOPE_TR("Core", "Memory type, stage 1 and 2 together (FWB is 1): %1.")
                             : FSCOPE_TR("Core", "Memory type, stage 1 and 2 together (FWB is 0): %1."),
            { combinedMemoryType(*context.stage1, memAttr, context.fwb).text() } };
    return context.fwb
        ? Text { FSCOPE_TR("Core", "Memory type of stage 2 (FWB is 1): %1."), { forcedMemoryText(memAttr) } }
        : Text { FSCOPE_TR("Core", "Memory type of stage 2 (FWB is 0): %1."),
              { stage2MemoryType(memAttr).text() } };
}

Text describeDescriptor(const DescriptorForm& form, std::uint64_t descriptor)
{
    const std::vector<Text> place { std::to_string(form.stage), std::to_string(form.level),
        sizeText(bytesOf(form)), hex(outputAddress(form, descriptor)), accessText(form, descriptor) };
    switch (descriptorKind(form, descriptor)) {
    case DescriptorKind::Invalid:
        return { !isLevelOf(form) ? FSCOPE_TR("Core", "no descriptor: the granule has no level %2")
                : bit(descriptor, 0)
                ? FSCOPE_TR("Core", "reserved at level %2 of stage %1, taken as invalid: a translation fault")
                : FSCOPE_TR("Core", "invalid stage %1 descriptor: a translation fault at level %2"),
            place };
    case DescriptorKind::Table:
        return { FSCOPE_TR("Core", "stage %1 table at level %2, next table at %4"), place };
    case DescriptorKind::Block:
        return { FSCOPE_TR("Core", "stage %1 block at level %2, %3 at %4, %5"), place };
    case DescriptorKind::Page:
        return { FSCOPE_TR("Core", "stage %1 page at level %2, %3 at %4, %5"), place };
    }
    return {};
}

} // namespace fscope::arch
