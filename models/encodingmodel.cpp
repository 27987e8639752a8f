// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/encodingmodel.h"

#include "core/a64/instruction.h"
#include "models/guestview.h"
#include "models/rowcells.h"

using namespace Qt::StringLiterals;

namespace fscope::models {

EncodingModel::EncodingModel(Session* session, QObject* parent)
    : SessionTreeModel(session, parent)
{
    EncodingModel::refresh();
}

QStringList EncodingModel::columnTitles() const
{
    return { tr("Bits"), tr("Field"), tr("Value"), tr("Meaning") };
}

std::vector<TreeRow> EncodingModel::makeRows() const
{
    std::vector<TreeRow> rows;
    if (!isKnown())
        return rows;
    const a64::Decoded decoded = a64::decode(word());
    if (decoded.status != a64::DecodeStatus::Ok)
        return rows;
    for (const a64::EncodingField& field : a64::encodingFields(decoded.instruction)) {
        const QString bitsText
            = field.hi == field.lo ? QString::number(field.hi) : u"%1:%2"_s.arg(field.hi).arg(field.lo);
        const QString name = QString::fromUtf8(field.name);
        const QString value
            = u"0b"_s + QString::number(field.value, 2).rightJustified(int(field.hi - field.lo) + 1, u'0');
        const QString meaning = toQString(field.meaning);
        TreeRow row;
        row.key = bitsText + u' ' + name;
        row.cells = { codeCell(bitsText, {}, meaning), plainCell(name, meaning),
            codeCell(value, copyHex(field.value), copyHex(field.value)), plainCell(meaning) };
        //: a field of an instruction's encoding, read aloud: name, bits, value, what the value means
        row.accessible = tr("%1, bits %2, is %3: %4").arg(name, bitsText, copyHex(field.value), meaning);
        row.bitRange = QPoint(int(field.hi), int(field.lo));
        rows.push_back(std::move(row));
    }
    return rows;
}

QString EncodingModel::text() const
{
    const auto now = currentInstruction(*session());
    return now && now->word ? toQString(a64::disassemble(*now->word, now->pc)) : u"–"_s;
}

QString EncodingModel::title() const
{
    if (!isKnown())
        return {};
    const a64::Decoded decoded = a64::decode(word());
    return decoded.status == a64::DecodeStatus::Ok ? QString::fromUtf8(decoded.instruction.row->title)
                                                   : toQString(decoded.reason);
}

quint32 EncodingModel::word() const
{
    const auto now = currentInstruction(*session());
    return now ? now->word.value_or(0) : 0;
}

bool EncodingModel::isKnown() const
{
    const auto now = currentInstruction(*session());
    return now && now->word;
}

} // namespace fscope::models
