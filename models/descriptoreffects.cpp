// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/descriptoreffects.h"

#include "core/arch/memorytype.h"
#include "core/base/bits.h"
#include "core/mmu/tabletree.h"
#include "models/texts.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>

using namespace Qt::StringLiterals;

namespace fscope::models {
namespace {

struct Messages {
    Q_DECLARE_TR_FUNCTIONS(fscope::models::DescriptorEffects)
};

/// Attributes are told without reading memory.
const mmu::TableMemory& noMemory()
{
    static const mmu::TableMemory kNone;
    return kNone;
}

mmu::TreeName treeOf(const mmu::TranslationRegisters& regs, const mmu::DescriptorRead& read)
{
    if (read.stage == mmu::Stage::Two)
        return mmu::TreeName::Vttbr;
    return bit(read.input, 55) && regs.regime != mmu::Regime::El2 ? mmu::TreeName::Ttbr1
                                                                  : mmu::TreeName::Ttbr0;
}

bool allows(const mmu::Rights& rights, mmu::AccessKind kind)
{
    switch (kind) {
    case mmu::AccessKind::Read:
        return rights.read;
    case mmu::AccessKind::Write:
        return rights.write;
    case mmu::AccessKind::Execute:
        return rights.execute;
    }
    return false;
}

QString levelsText(const std::vector<int>& levels)
{
    QStringList texts;
    for (const int level : levels)
        texts << QString::number(level);
    return texts.join(u", "_s);
}

constexpr unsigned kWxn = 19;
constexpr std::uint64_t kHierarchical = mask(62, 59);

} // namespace

arch::DescriptorForm descriptorForm(const mmu::TranslationRegisters& regs, const mmu::DescriptorRead& read)
{
    return mmu::TableTree(regs, noMemory(), treeOf(regs, read)).form(read.level);
}

QString rightsWord(bool read, bool write, bool execute)
{
    return QString(read ? u'r' : u'-') + QChar(write ? u'w' : u'-') + QChar(execute ? u'x' : u'-');
}

QString accessWord(mmu::AccessKind kind)
{
    switch (kind) {
    case mmu::AccessKind::Read:
        return Messages::tr("read");
    case mmu::AccessKind::Write:
        return Messages::tr("write");
    case mmu::AccessKind::Execute:
        return Messages::tr("instruction fetch");
    }
    return {};
}

QString memoryWords(const mmu::MemoryAttributes& attributes)
{
    const QString type = toQString(arch::mairMemoryType(attributes.attr).text());
    switch (attributes.sh) {
    case 0:
        return Messages::tr("%1; Non-shareable").arg(type);
    case 2:
        return Messages::tr("%1; Outer Shareable").arg(type);
    case 3:
        return Messages::tr("%1; Inner Shareable").arg(type);
    default:
        return Messages::tr("%1; reserved shareability").arg(type);
    }
}

QString sizeWords(quint64 bytes)
{
    static constexpr std::array kUnits { "B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB" };
    std::size_t unit = 0;
    while (bytes >= 1024 && bytes % 1024 == 0 && unit + 1 < kUnits.size()) {
        bytes /= 1024;
        ++unit;
    }
    // A range that is no round number of anything is told in the unit that leaves up to four digits.
    auto amount = double(bytes);
    bool isWhole = true;
    while (amount >= 10240 && unit + 1 < kUnits.size()) {
        amount /= 1024;
        ++unit;
        isWhole = false;
    }
    return u"%1 %2"_s.arg(QString::number(amount, 'f', isWhole ? 0 : 1), QLatin1String(kUnits[unit]));
}

struct DescriptorEffects::Private {
    explicit Private(const DescriptorFacts& given)
        : facts(given)
        , tree(given.regs, noMemory(), treeOf(given.regs, given.read))
        , first(given.read.stage == mmu::Stage::One)
        , isLeaf(
              given.read.type == mmu::DescriptorType::Block || given.read.type == mmu::DescriptorType::Page)
    {
        for (const mmu::DescriptorRead& table : facts.above)
            inherited |= table.value;
        const bool upper = treeOf(facts.regs, facts.read) == mmu::TreeName::Ttbr1;
        noHierarchy = bit(facts.regs.tcr, upper ? 42 : 41); // HPD1, HPD0
        all = tree.attributesOf(facts.read.value, inherited);
        own = tree.attributesOf(facts.read.value, 0);
        mmu::TranslationRegisters without = facts.regs;
        without.sctlr &= ~(std::uint64_t { 1 } << kWxn);
        bare = mmu::TableTree(without, noMemory(), treeOf(facts.regs, facts.read))
                   .attributesOf(facts.read.value, 0);
    }

    /// Those of the level that the access has.
    mmu::Rights rightsOf(const mmu::LeafAttributes& attributes) const
    {
        return facts.access->el == 0 ? attributes.rights.unprivileged() : attributes.rights.privileged();
    }
    QString accessText() const
    {
        return Messages::tr("this %1 at EL%2", "an access: this read at EL1")
            .arg(accessWord(facts.access->kind))
            .arg(facts.access->el);
    }
    QString levelText() const { return QString::number(facts.read.level); }
    /// The levels whose table descriptors have one of these bits.
    std::vector<int> levelsWith(std::uint64_t bitsWanted) const
    {
        std::vector<int> levels;
        for (const mmu::DescriptorRead& table : facts.above) {
            if ((table.value & bitsWanted) != 0)
                levels.push_back(table.level);
        }
        return levels;
    }

    QString type() const;
    QString address() const;
    QString tableLimit(std::uint64_t bitsWanted, const QString& what) const;
    QString apTable() const;
    QString accessFlag() const;
    QString dataRights() const;
    QString executeNever() const;
    QString dirtyModifier() const;
    QString memoryType() const;
    QString shareability() const;
    QString notGlobal() const;
    QString contiguous() const;

    DescriptorFacts facts;
    mmu::TableTree tree;
    bool first;
    bool isLeaf;
    bool noHierarchy = false;
    std::uint64_t inherited = 0;
    mmu::LeafAttributes all;  ///< as it counts
    mmu::LeafAttributes own;  ///< without what the tables above take away
    mmu::LeafAttributes bare; ///< and without WXN
};

QString DescriptorEffects::Private::type() const
{
    const mmu::DescriptorRead& read = facts.read;
    const QString size = sizeWords(tree.entrySize(read.level));
    switch (read.type) {
    case mmu::DescriptorType::Invalid:
        return Messages::tr("Bit 0 is 0: nothing is mapped here, so this is a Translation fault, level %1.")
            .arg(read.level);
    case mmu::DescriptorType::Reserved:
        return Messages::tr("This value is reserved at level %1, so it is a Translation fault there.")
            .arg(read.level);
    case mmu::DescriptorType::Table:
        return Messages::tr("The walk goes on at level %1.").arg(read.level + 1);
    case mmu::DescriptorType::Block:
        return Messages::tr("The walk ends here, with a block of %1.").arg(size);
    case mmu::DescriptorType::Page:
        return Messages::tr("The walk ends here, with a page of %1.").arg(size);
    }
    return {};
}

QString DescriptorEffects::Private::address() const
{
    const mmu::DescriptorRead& read = facts.read;
    if (!isLeaf)
        return Messages::tr("The table of level %1 begins at %2.")
            .arg(read.level + 1)
            .arg(copyHex(read.output));
    const quint64 offset = read.indexLo > 0 ? bits(read.input, read.indexLo - 1, 0) : 0;
    return Messages::tr("%1 and the offset %2 make %3.")
        .arg(copyHex(read.output), copyHex(offset), copyHex(read.output | offset));
}

QString DescriptorEffects::Private::tableLimit(std::uint64_t bitsWanted, const QString& what) const
{
    if ((facts.read.value & bitsWanted) == 0)
        return {};
    if (noHierarchy)
        return Messages::tr("Ignored: TCR_EL1.HPD%1 is 1.")
            .arg(treeOf(facts.regs, facts.read) == mmu::TreeName::Ttbr1 ? 1 : 0);
    return what;
}

QString DescriptorEffects::Private::apTable() const
{
    const auto limit = bits(facts.read.value, 62, 61);
    return tableLimit(mask(62, 61),
        limit == 1       ? Messages::tr("EL0 may not reach anything below this table.")
            : limit == 2 ? Messages::tr("Nothing below this table may be written to.")
                         : Messages::tr("Nothing below this table may be written to, nor reached from EL0."));
}

QString DescriptorEffects::Private::accessFlag() const
{
    if (!isLeaf)
        return {};
    const bool set = bit(facts.read.value, 10);
    if (bit(facts.read.changed, 10))
        return Messages::tr("Hardware sets it, 0 → 1, as %1.HA is 1.")
            .arg(first ? u"TCR_EL1"_s : u"VTCR_EL2"_s);
    if (set)
        return Messages::tr("Set, so there is no Access flag fault.");
    return tree.config().hardwareAccessFlag
        ? Messages::tr("0, but %1.HA is 1: hardware sets it with the first access.")
              .arg(first ? u"TCR_EL1"_s : u"VTCR_EL2"_s)
        : Messages::tr("0, so any access is an Access flag fault, level %1.").arg(facts.read.level);
}

QString DescriptorEffects::Private::dataRights() const
{
    if (!facts.access)
        return {};
    const mmu::Access& access = *facts.access;
    const QString what = accessText();
    if (access.kind == mmu::AccessKind::Execute)
        return Messages::tr("Not asked for data rights by %1.").arg(what);
    if (bits(facts.read.changed, 7, 7) != 0)
        return Messages::tr("The page was clean: hardware marks it as written to, %1 → %2.")
            .arg(u"0b"_s + QString::number(bits(facts.read.value, 7, 6), 2).rightJustified(2, u'0'),
                u"0b"_s + QString::number(bits(facts.read.after(), 7, 6), 2).rightJustified(2, u'0'));
    if (!allows(rightsOf(bare), access.kind))
        return Messages::tr("Refuses %1: a Permission fault, level %2.").arg(what, levelText());
    if (first && access.pan && access.el != 0 && bit(facts.read.value, 6))
        return Messages::tr(
            "PSTATE.PAN is 1 and EL0 may reach this page, so %1 is a Permission fault, level %2.")
            .arg(what, levelText());
    if (!allows(rightsOf(all), access.kind))
        return Messages::tr("Would allow %1, but APTable at level %2 takes it away: a Permission fault.")
            .arg(what, levelsText(levelsWith(mask(62, 61))));
    return Messages::tr("Allows %1.").arg(what);
}

QString DescriptorEffects::Private::executeNever() const
{
    if (!facts.access)
        return {};
    const mmu::Access& access = *facts.access;
    const QString what = accessText();
    if (access.kind != mmu::AccessKind::Execute)
        return Messages::tr("Not asked: %1 is no instruction fetch.").arg(what);
    if (!allows(rightsOf(bare), access.kind))
        return Messages::tr("Refuses %1: a Permission fault, level %2.").arg(what, levelText());
    if (!allows(rightsOf(own), access.kind))
        return Messages::tr(
            "SCTLR_EL1.WXN is 1 and the page is writable, so %1 is a Permission fault, level %2.")
            .arg(what, levelText());
    if (!allows(rightsOf(all), access.kind))
        return Messages::tr(
            "Would allow %1, but the table descriptor of level %2 takes it away: a Permission "
            "fault.")
            .arg(what, levelsText(levelsWith(mask(60, 59))));
    return Messages::tr("Allows %1.").arg(what);
}

QString DescriptorEffects::Private::dirtyModifier() const
{
    if (!bit(facts.read.value, 51))
        return {};
    return tree.config().hardwareDirtyState
        ? Messages::tr("Hardware manages the dirty state: the page counts as writable.")
        : Messages::tr("Ignored: %1.HD is 0.").arg(first ? u"TCR_EL1"_s : u"VTCR_EL2"_s);
}

QString DescriptorEffects::Private::memoryType() const
{
    if (first) {
        const auto index = static_cast<unsigned>(bits(facts.read.value, 4, 2));
        const auto attr = static_cast<std::uint8_t>(bits(facts.regs.mair, index * 8 + 7, index * 8));
        return Messages::tr("Attr%1 of MAIR_EL1 is %2: %3.")
            .arg(index)
            .arg(copyHex(attr), toQString(arch::mairMemoryType(attr).text()));
    }
    if (bit(facts.regs.hcr, 46))
        return Messages::tr("HCR_EL2.FWB is 1: stage 2 decides. %1.")
            .arg(toQString(arch::forcedMemoryText(static_cast<unsigned>(bits(facts.read.value, 5, 2)))));
    return Messages::tr("The stricter of both stages wins.");
}

QString DescriptorEffects::Private::shareability() const
{
    const auto attr = arch::MemoryType { all.memory.attr };
    return first && attr.isDevice() ? Messages::tr("Not asked: Device memory is always Outer Shareable.")
                                    : QString();
}

QString DescriptorEffects::Private::notGlobal() const
{
    if (!bit(facts.read.value, 11))
        return Messages::tr("A TLB entry of it serves every ASID.");
    return Messages::tr("A TLB entry of it serves ASID %1 only.").arg(mmu::asidOf(facts.regs));
}

QString DescriptorEffects::Private::contiguous() const
{
    if (!bit(facts.read.value, 52))
        return {};
    const std::uint32_t entries = tree.contiguousEntries(facts.read.level);
    return entries <= 1 ? Messages::tr("Means nothing at this level.")
                        : Messages::tr("One TLB entry may hold all %1 entries of its set, %2.")
                              .arg(entries)
                              .arg(sizeWords(entries * tree.entrySize(facts.read.level)));
}

DescriptorEffects::DescriptorEffects(const DescriptorFacts& facts)
    : d(std::make_unique<Private>(facts))
{ }

DescriptorEffects::~DescriptorEffects() = default;

QString DescriptorEffects::of(const char* field) const
{
    using P = Private;
    struct Row {
        std::string_view field;
        bool onLeaf; ///< of a block or page, else of a table or what is invalid
        QString (*effect)(const P& p);
    };
    static constexpr std::array kRows {
        Row { "Type", true, [](const P& p) { return p.type(); } },
        Row { "Type", false, [](const P& p) { return p.type(); } },
        Row { "OA", true, [](const P& p) { return p.address(); } },
        Row { "NLTA", false, [](const P& p) { return p.address(); } },
        Row { "APTable", false, [](const P& p) { return p.apTable(); } },
        Row { "UXNTable", false,
            [](const P& p) {
                return p.tableLimit(mask(60, 60), Messages::tr("EL0 may execute nothing below this table."));
            } },
        Row { "PXNTable", false,
            [](const P& p) {
                return p.tableLimit(mask(59, 59), Messages::tr("EL1 may execute nothing below this table."));
            } },
        Row { "AF", true, [](const P& p) { return p.accessFlag(); } },
        Row { "AP[2:1]", true, [](const P& p) { return p.dataRights(); } },
        Row { "S2AP", true, [](const P& p) { return p.dataRights(); } },
        Row { "UXN", true,
            [](const P& p) {
                return p.facts.access && p.facts.access->el == 0 ? p.executeNever() : QString();
            } },
        Row { "PXN", true,
            [](const P& p) {
                return p.facts.access && p.facts.access->el != 0 ? p.executeNever() : QString();
            } },
        Row { "XN", true, [](const P& p) { return p.executeNever(); } },
        Row { "DBM", true, [](const P& p) { return p.dirtyModifier(); } },
        Row { "AttrIndx", true, [](const P& p) { return p.memoryType(); } },
        Row { "MemAttr", true, [](const P& p) { return p.memoryType(); } },
        Row { "SH", true, [](const P& p) { return p.shareability(); } },
        Row { "nG", true, [](const P& p) { return p.notGlobal(); } },
        Row { "Contiguous", true, [](const P& p) { return p.contiguous(); } },
    };
    for (const Row& row : kRows) {
        if (row.field == field && row.onLeaf == d->isLeaf)
            return row.effect(*d);
    }
    return {};
}

QString DescriptorEffects::rightsText() const
{
    if (!d->isLeaf)
        return {};
    const auto word
        = [](const mmu::Rights& rights) { return rightsWord(rights.read, rights.write, rights.execute); };
    return u"EL1 %1, EL0 %2"_s.arg(word(d->all.rights.privileged()), word(d->all.rights.unprivileged()));
}

QString DescriptorEffects::limitsText() const
{
    if (!d->isLeaf || !d->first)
        return {};
    QStringList reasons;
    const auto levels = d->levelsWith(kHierarchical);
    if (!levels.empty() && d->noHierarchy)
        reasons << Messages::tr(
            "The limits of the table descriptors above are ignored, as TCR_EL1.HPD is 1.");
    else if (d->all != d->own)
        reasons << Messages::tr(
            "The table descriptor of level %1 takes rights away (APTable, UXNTable, PXNTable).")
                       .arg(levelsText(levels));
    if (d->own != d->bare)
        reasons << Messages::tr("SCTLR_EL1.WXN takes execution away, as the page is writable.");
    return reasons.join(u' ');
}

QString DescriptorEffects::memoryText() const
{
    return d->isLeaf ? memoryWords(d->all.memory) : QString();
}

} // namespace fscope::models
