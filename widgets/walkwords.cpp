// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/walkwords.h"

#include "models/walkmodel.h"

#include <array>

namespace fscope::widgets {
namespace {

using Model = models::WalkModel;

/// Fields of a block or page that decide about an access, in the order they are shown.
constexpr std::array kAttributeNames { "AF", "AP", "S2AP", "XN", "UXN", "PXN", "AttrIndx", "MemAttr", "SH" };

/// "AF=1 S2AP=3 XN=0", in lines of at most three.
QString attributesOf(const Model& model, const QModelIndex& descriptor)
{
    QStringList found;
    for (const char* name : kAttributeNames) {
        for (int row = 0; row < model.rowCount(descriptor); ++row) {
            if (model.index(row, Model::Stage, descriptor).data().toString() != QLatin1String(name))
                continue;
            const QString value
                = model.index(row, Model::Descriptor, descriptor).data(models::CopyRole).toString();
            bool ok = false;
            const quint64 number = value.toULongLong(&ok, 0);
            found << QLatin1String(name) + QLatin1Char('=') + (ok ? QString::number(number) : value);
            break;
        }
    }
    QStringList lines;
    for (qsizetype i = 0; i < found.size(); i += 3)
        lines << found.mid(i, 3).join(QLatin1Char(' '));
    return lines.join(QLatin1Char('\n'));
}

bool isLeaf(mmu::DescriptorType type)
{
    return type == mmu::DescriptorType::Block || type == mmu::DescriptorType::Page;
}

bool leadsNowhere(const mmu::DescriptorRead& read)
{
    return read.aborted || read.type == mmu::DescriptorType::Invalid
        || read.type == mmu::DescriptorType::Reserved;
}

/// The words and the state of a mark, from its row.
void fillMark(const Model& model, WalkMark& mark)
{
    const QModelIndex row = model.index(mark.row, 0);
    if (!row.isValid())
        return;
    mark.state = static_cast<models::ItemState>(row.data(models::StateRole).toInt());
    mark.current = row.data(models::CurrentRole).toBool();
    mark.type = row.siblingAtColumn(Model::Type).data().toString();
    mark.output = row.siblingAtColumn(Model::Output).data().toString();
    mark.accessible = row.data(Qt::AccessibleTextRole).toString();
    QStringList tip { mark.accessible };
    for (const int column : { Model::Stage, Model::Index, Model::Address, Model::Type, Model::Output }) {
        const QString text = row.siblingAtColumn(column).data(Qt::ToolTipRole).toString();
        if (!text.isEmpty() && !tip.contains(text))
            tip << text;
    }
    mark.toolTip = tip.join(QLatin1Char('\n'));
}

void fillCards(const Model& model, std::vector<WalkCard>& cards)
{
    for (WalkCard& card : cards) {
        fillMark(model, card.mark);
        if (card.mark.state != models::ItemState::Pending && leadsNowhere(card.read))
            card.mark.state = models::ItemState::Fault;
        if (isLeaf(card.read.type))
            card.mark.attributes = attributesOf(model, model.index(card.mark.row, 0));
        fillCards(model, card.side);
        fillCards(model, card.update);
    }
}

} // namespace

void fillWords(const Model& model, WalkPath& path)
{
    for (WalkPart& part : path.parts) {
        if (part.cache)
            fillMark(model, *part.cache);
        for (WalkChain& chain : part.chains) {
            fillCards(model, chain.cards);
            if (chain.end)
                fillMark(model, *chain.end);
        }
    }
}

} // namespace fscope::widgets
