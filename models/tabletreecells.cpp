// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/base/bits.h"
#include "models/accessreport.h"
#include "models/tabletreenode.h"
#include "models/texts.h"

#include <array>

using namespace Qt::StringLiterals;

/// What the rows of a TableTreeModel say.
namespace fscope::models {

AddressSpace inputSpaceOf(const mmu::TableTree& tree)
{
    return tree.stage() == mmu::Stage::One ? AddressSpace::Va : AddressSpace::Ipa;
}

AddressSpace outputSpaceOf(const mmu::TableTree& tree)
{
    const mmu::TranslationRegisters& regs = tree.registers();
    const bool secondStage = regs.regime == mmu::Regime::El10 && (bit(regs.hcr, 0) || bit(regs.hcr, 12));
    return tree.stage() == mmu::Stage::One && secondStage ? AddressSpace::Ipa : AddressSpace::Pa;
}

QString rightsText(const mmu::LeafRights& rights)
{
    const auto word = [](const mmu::Rights& r) { return rightsWord(r.read, r.write, r.execute); };
    return u"EL1 %1, EL0 %2"_s.arg(word(rights.privileged()), word(rights.unprivileged()));
}

QString flagsText(const mmu::LeafAttributes& attributes, bool isStage1, bool contiguous)
{
    QStringList flags;
    if (contiguous)
        flags << TableTreeModel::tr("contiguous");
    if (!attributes.accessFlag)
        flags << u"AF = 0"_s;
    if (isStage1 && attributes.notGlobal)
        flags << u"nG"_s;
    if (attributes.dirtyModifier)
        flags << u"DBM"_s;
    if (isStage1 && attributes.guarded)
        flags << u"GP"_s;
    return flags.join(u", "_s);
}

QString TableTreeModel::typeOf(const mmu::TableEntry& entry) const
{
    if (entry.fault && entry.type == mmu::DescriptorType::Invalid)
        return tr("cannot be read");
    switch (entry.type) {
    case mmu::DescriptorType::Invalid:
        return tr("invalid");
    case mmu::DescriptorType::Table:
        return tr("table");
    case mmu::DescriptorType::Block:
        return tr("block");
    case mmu::DescriptorType::Page:
        return tr("page");
    case mmu::DescriptorType::Reserved:
        return tr("reserved");
    }
    return {};
}

QString TableTreeModel::flagsOf(const mmu::TableEntry& entry) const
{
    return entry.fault && entry.type != mmu::DescriptorType::Invalid ? faultWords(*entry.fault) : QString();
}

QString TableTreeModel::treeText(int tree, int column) const
{
    const mmu::TableTree& in = m_snapshot->tree(tree);
    switch (column) {
    case Input:
        return (in.stage() == mmu::Stage::One ? u"① "_s : u"② "_s) + m_snapshot->title(tree);
    case Size:
        return in.isUsed() ? sizeWords(in.lastInput() - in.firstInput() + 1) : QString();
    case Type:
        return in.isUsed() ? tr("tables") : tr("not used");
    case Output:
        return in.isUsed() ? displayHex(in.root().base) : QString();
    case Flags:
        return toQString(in.whyUnused());
    default:
        return {};
    }
}

QString TableTreeModel::runText(const Node* node, int row, int column) const
{
    const Node::Run& run = node->runs[static_cast<std::size_t>(row)];
    const quint64 each = node->tree->entrySize(node->ref.level);
    switch (column) {
    case Input:
        return displayHex(node->ref.input + run.first * each);
    case Size:
        return sizeWords(run.count * each);
    case Level:
        return QString::number(node->ref.level);
    case Index:
        return u"%1–%2"_s.arg(run.first).arg(run.first + run.count - 1);
    case Descriptor:
        return u"–"_s;
    case Type:
        return run.readable ? tr("invalid entries: %n", nullptr, static_cast<int>(run.count))
                            : tr("entries that cannot be read: %n", nullptr, static_cast<int>(run.count));
    default:
        return {};
    }
}

QString TableTreeModel::textOf(const QModelIndex& index) const
{
    const Node* node = nodeOf(index);
    if (node == m_root.get())
        return treeText(index.row(), index.column());
    const Node::Run& run = node->runs[static_cast<std::size_t>(index.row())];
    if (run.count > 1)
        return runText(node, index.row(), index.column());
    const mmu::TableEntry& entry = decoded(node, index.row());
    switch (index.column()) {
    case Input:
        return displayHex(entry.input);
    case Size:
        return sizeWords(entry.size);
    case Level:
        return QString::number(node->ref.level);
    case Index:
        return QString::number(entry.index);
    case Descriptor:
        return run.readable ? displayHex(entry.descriptor, 16) : u"–"_s;
    case Type:
        return typeOf(entry);
    case Output:
        return entry.isLeaf() || entry.isTable() ? displayHex(entry.output) : u"–"_s;
    case Rights:
        return entry.isLeaf() ? rightsText(entry.attributes.rights) : QString();
    case Memory:
        return entry.isLeaf() ? toQString(mmu::describeMemory(entry.attributes.memory)) : QString();
    case Flags: {
        QStringList flags { flagsOf(entry) };
        if (entry.isLeaf())
            flags << flagsText(entry.attributes, node->tree->stage() == mmu::Stage::One, entry.contiguous);
        flags.removeAll(QString());
        return flags.join(u", "_s);
    }
    default:
        return {};
    }
}

QString TableTreeModel::toolTipOf(const QModelIndex& index) const
{
    const Node* node = nodeOf(index);
    if (node == m_root.get()) {
        const mmu::TableTree& tree = m_snapshot->tree(index.row());
        return tree.isUsed() ? tr("Translates %1 to %2, from level %3 on.")
                                   .arg(copyHex(tree.firstInput()), copyHex(tree.lastInput()))
                                   .arg(tree.root().level)
                             : toQString(tree.whyUnused());
    }
    const Node::Run& run = node->runs[static_cast<std::size_t>(index.row())];
    const quint64 each = node->tree->entrySize(node->ref.level);
    const quint64 first = node->ref.input + run.first * each;
    return tr("%1 to %2, in the table of level %3 at %4")
        .arg(copyHex(first), copyHex(first + run.count * each - 1))
        .arg(node->ref.level)
        .arg(copyHex(node->ref.base));
}

ItemState TableTreeModel::stateOf(const QModelIndex& index) const
{
    const Node* node = nodeOf(index);
    if (node == m_root.get())
        return m_snapshot->tree(index.row()).isUsed() ? ItemState::Normal : ItemState::NotValid;
    const auto row = static_cast<std::size_t>(index.row());
    const Node::Run& run = node->runs[row];
    if (row < node->changed.size() && node->changed[row])
        return ItemState::Changed;
    if (!run.readable)
        return ItemState::Fault;
    if (node->isInvalid(run))
        return ItemState::NotValid;
    const mmu::TableEntry& entry = decoded(node, index.row());
    return entry.fault || entry.type == mmu::DescriptorType::Reserved ? ItemState::Fault : ItemState::Normal;
}

std::optional<std::pair<AddressSpace, quint64>> TableTreeModel::addressOf(const QModelIndex& index) const
{
    const Node* node = nodeOf(index);
    if (node == m_root.get()) {
        const mmu::TableTree& tree = m_snapshot->tree(index.row());
        if (index.column() != Output || !tree.isUsed())
            return std::nullopt;
        return std::pair(outputSpaceOf(tree), tree.root().base);
    }
    const Node::Run& run = node->runs[static_cast<std::size_t>(index.row())];
    const mmu::TableTree& tree = *node->tree;
    if (index.column() == Input)
        return std::pair(inputSpaceOf(tree), node->ref.input + run.first * tree.entrySize(node->ref.level));
    if (run.count > 1 || !run.readable)
        return std::nullopt;
    const mmu::TableEntry& entry = decoded(node, index.row());
    if (index.column() == Descriptor)
        return std::pair(AddressSpace::Pa, entry.address.value);
    if (index.column() == Output && (entry.isLeaf() || entry.isTable()))
        return std::pair(outputSpaceOf(tree), entry.output);
    return std::nullopt;
}

QVariant TableTreeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !m_snapshot)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return textOf(index);
    case Qt::ToolTipRole:
        return toolTipOf(index);
    case Qt::AccessibleTextRole:
        if (index.column() != 0)
            return textOf(index);
        //: a row of translation tables, read aloud: range, type, where it leads, rights
        return tr("%1, %2, to %3, %4")
            .arg(toolTipOf(index), textOf(index.siblingAtColumn(Type)), textOf(index.siblingAtColumn(Output)),
                textOf(index.siblingAtColumn(Rights)));
    case CopyRole: {
        const bool hex = index.column() == Input || index.column() == Descriptor || index.column() == Output;
        return hex ? textOf(index).remove(QChar(0x2009)) : textOf(index);
    }
    case StateRole:
        return static_cast<int>(stateOf(index));
    case StageRole:
        return static_cast<int>(m_snapshot->tree(treeOf(index)).stage());
    case FixedFontRole:
        return index.column() == Input || index.column() == Descriptor || index.column() == Output
            || index.column() == Rights;
    case AddressRole: {
        const auto address = addressOf(index);
        return address ? QVariant::fromValue(address->second) : QVariant();
    }
    case AddressSpaceRole: {
        const auto address = addressOf(index);
        return address ? QVariant(static_cast<int>(address->first)) : QVariant();
    }
    default:
        return {};
    }
}

QVariant TableTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const std::array<QString, ColumnCount> titles { tr("Input"), tr("Size"), tr("Level"), tr("Index"),
        tr("Descriptor"), tr("Type"), tr("Output"), tr("Rights"), tr("Memory"), tr("Flags") };
    return section >= 0 && section < ColumnCount ? titles[static_cast<std::size_t>(section)] : QVariant();
}

} // namespace fscope::models
