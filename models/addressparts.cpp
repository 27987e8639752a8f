// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/addressparts.h"

#include "core/base/bits.h"
#include "core/mmu/lookupconfig.h"
#include "models/texts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fscope::models {
namespace {

struct Messages {
    Q_DECLARE_TR_FUNCTIONS(fscope::models::AddressParts)
};

constexpr unsigned kTopBit = 63;
constexpr unsigned kHalfBit = 55; ///< of a VA: chooses the half
constexpr int kLastLevel = 3;

class Splitter
{
public:
    explicit Splitter(quint64 address)
        : m_address(address)
    { }
    /// The bits from where the last part ended down to @p lo; nothing if there are none.
    void add(AddressPart::Kind kind, unsigned lo, int level = 0, bool reached = true)
    {
        if (m_next <= static_cast<int>(lo) - 1)
            return;
        const auto hi = static_cast<unsigned>(m_next);
        m_parts.push_back({ kind, hi, lo, bits(m_address, hi, lo), level, reached });
        m_next = static_cast<int>(lo) - 1;
    }
    std::vector<AddressPart> take() { return std::move(m_parts); }

private:
    quint64 m_address;
    int m_next = kTopBit;
    std::vector<AddressPart> m_parts;
};

bool isIgnoredTag(const mmu::TranslationRegisters& regs, bool upperHalf, mmu::AccessKind kind)
{
    const bool ignored = bit(regs.tcr, upperHalf ? 38 : 37);  // TBI1, TBI0
    const bool dataOnly = bit(regs.tcr, upperHalf ? 52 : 51); // TBID1, TBID0
    return ignored && !(dataOnly && kind == mmu::AccessKind::Execute);
}

bool isLeaf(mmu::DescriptorType type)
{
    return type == mmu::DescriptorType::Block || type == mmu::DescriptorType::Page;
}

} // namespace

std::vector<AddressPart> addressParts(const mmu::TranslationRegisters& regs, mmu::Stage stage,
    quint64 address, mmu::AccessKind kind, const std::vector<mmu::DescriptorRead>& reads)
{
    Splitter parts(address);
    const bool first = stage == mmu::Stage::One;
    const bool upperHalf = bit(address, kHalfBit);
    const mmu::LookupConfig config = first ? mmu::stage1Config(regs, upperHalf) : mmu::stage2Config(regs);
    const bool on = first ? bit(regs.sctlr, 0) && !bit(regs.hcr, 12) : bit(regs.hcr, 0) || bit(regs.hcr, 12);
    const bool known = on && !config.illegal;
    if (reads.empty() && !known) {
        parts.add(AddressPart::Kind::Offset, 0);
        return parts.take();
    }
    if (first && known && isIgnoredTag(regs, upperHalf, kind))
        parts.add(AddressPart::Kind::Tag, kHalfBit + 1);
    const unsigned top = reads.empty() ? config.inputBits - 1 : reads.front().indexHi;
    parts.add(first ? AddressPart::Kind::Sign : AddressPart::Kind::Above, top + 1);
    for (const mmu::DescriptorRead& read : reads)
        parts.add(AddressPart::Kind::Index, read.indexLo, read.level);
    const bool ended = !reads.empty() && isLeaf(reads.back().type);
    if (known && !ended) {
        for (int level = reads.empty() ? config.startLevel : reads.back().level + 1; level <= kLastLevel;
             ++level)
            parts.add(AddressPart::Kind::Index, config.shift(level), level, false);
    }
    parts.add(AddressPart::Kind::Offset, 0);
    return parts.take();
}

QString partName(const AddressPart& part)
{
    switch (part.kind) {
    case AddressPart::Kind::Tag:
        return Messages::tr("tag");
    case AddressPart::Kind::Sign:
        return bit(part.value, part.hi >= kHalfBit && part.lo <= kHalfBit ? kHalfBit - part.lo : 0)
            ? u"TTBR1"_s
            : u"TTBR0"_s;
    case AddressPart::Kind::Above:
        return part.value == 0 ? Messages::tr("zero", "bits that are 0, as they have to be")
                               : Messages::tr("not zero", "bits that have to be 0 and are not");
    case AddressPart::Kind::Index:
        //: a level of tables, and which of its entries: "L2 [72]"
        return Messages::tr("L%1 [%2]").arg(part.level).arg(part.value);
    case AddressPart::Kind::Offset:
        return Messages::tr("offset %1").arg(displayHex(part.value));
    }
    return {};
}

QString partText(const AddressPart& part)
{
    const QString where
        = part.hi == part.lo ? QString::number(part.hi) : u"%1:%2"_s.arg(part.hi).arg(part.lo);
    switch (part.kind) {
    case AddressPart::Kind::Tag:
        return Messages::tr("Bits %1 are the tag %2, which TCR_EL1.TBI has ignored.")
            .arg(where, copyHex(part.value));
    case AddressPart::Kind::Sign:
        return Messages::tr("Bits %1 all have to repeat bit 55, which chooses the tables of %2_EL1.")
            .arg(where, partName(part));
    case AddressPart::Kind::Above:
        return Messages::tr("Bits %1 are above the input range and have to be 0.").arg(where);
    case AddressPart::Kind::Index:
        return part.reached ? Messages::tr("Bits %1 are %2: entry %2 of the table of level %3.")
                                  .arg(where)
                                  .arg(part.value)
                                  .arg(part.level)
                            : Messages::tr("Bits %1 would choose entry %2 of a table of level %3, which the "
                                           "walk did not reach.")
                                  .arg(where)
                                  .arg(part.value)
                                  .arg(part.level);
    case AddressPart::Kind::Offset:
        return Messages::tr("Bits %1 are the offset %2, which no table changes.")
            .arg(where, copyHex(part.value));
    }
    return {};
}

} // namespace fscope::models
