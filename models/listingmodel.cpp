// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/listingmodel.h"

#include "core/a64/instruction.h"
#include "models/guestview.h"
#include "models/rowcells.h"

using namespace Qt::StringLiterals;

namespace fscope::models {

namespace {

constexpr int kWordsAround = 8;

/// As in memory: the order in which a dump shows them.
QString bytesText(quint32 word)
{
    QStringList bytes;
    for (int i = 0; i < 4; ++i, word >>= 8)
        bytes << QString::number(word & 0xff, 16).rightJustified(2, u'0');
    return bytes.join(u' ');
}

} // namespace

ListingModel::ListingModel(Session* session, QObject* parent)
    : SessionTreeModel(session, parent)
{
    ListingModel::refresh();
}

QStringList ListingModel::columnTitles() const
{
    return { tr("Address"), tr("Bytes"), tr("Instruction") };
}

std::vector<TreeRow> ListingModel::makeRows() const
{
    std::vector<TreeRow> rows;
    const auto now = currentInstruction(*session());
    if (!now)
        return rows;
    const auto run = session()->run();
    for (int i = -kWordsAround; i <= kWordsAround; ++i) {
        const Va pc = now->pc + quint64(qint64(i) * 4);
        std::optional<quint32> word = i == 0 ? now->word : std::nullopt;
        if (i != 0 && run)
            word = readInstruction(*run->before, pc);
        if (!word)
            continue;
        const QString text = toQString(a64::disassemble(*word, pc));
        TreeRow row;
        row.key = copyHex(pc.value);
        row.cells = { addressCell(pc.value, AddressSpace::Va, {}, 16),
            codeCell(bytesText(*word), copyHex(*word), copyHex(*word)), codeCell(text) };
        row.current = i == 0;
        row.state = i == 0 ? ItemState::Current : ItemState::Normal;
        //: a line of a listing, read aloud: address, instruction
        row.accessible = (i == 0 ? tr("%1, current: %2") : tr("%1: %2")).arg(copyHex(pc.value), text);
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace fscope::models
