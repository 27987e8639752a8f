// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/interceptlistmodel.h"

#include "core/a64/instruction.h"
#include "core/arch/esr.h"
#include "core/arch/faultcode.h"
#include "core/arch/field.h"
#include "models/texts.h"

using namespace Qt::StringLiterals;

namespace fscope::models {

namespace {

constexpr QStringView kUnknown = u"–";

/// The address an abort is about: the IPA, or what is known of it.
QString addressText(const std::optional<Ipa>& ipa, QString (*format)(quint64))
{
    return ipa ? format(ipa->value) : kUnknown.toString();
}

QString display(quint64 value)
{
    return displayHex(value);
}

} // namespace

InterceptListModel::InterceptListModel(Session* session, QObject* parent)
    : InterceptRowsModel(session, parent)
{ }

QStringList InterceptListModel::columnTitles() const
{
    return { tr("#", "number of an intercept"), tr("Name"), tr("Kind"), u"PC"_s, u"IPA"_s, tr("Instruction"),
        tr("Outcome"),
        //: column: is the outcome as the recording says?
        tr("Recorded") };
}

QString InterceptListModel::kind(const InterceptRow& row)
{
    const machine::InterceptSummary& summary = row.summary;
    if (!summary.trapped)
        return tr("no intercept");
    if (!summary.esr)
        return kUnknown.toString();
    if (!arch::isDataAbort(*summary.esr) && !arch::isInstructionAbort(*summary.esr)) {
        const auto& layout = arch::layoutOf(arch::RegisterName::EsrEl2, *summary.esr);
        for (const arch::FieldValue& field : arch::decodeFields(layout, *summary.esr)) {
            if (field.field->hi == 31 && field.field->lo == 26)
                return toQString(field.meaning);
        }
        return kUnknown.toString();
    }
    const QString abort = arch::isDataAbort(*summary.esr) ? tr("Data Abort") : tr("Instruction Abort");
    const arch::FaultStatus* status = arch::faultStatus(arch::AbortSyndrome::decode(*summary.esr).fsc);
    return status ? abort + u" · "_s + toQString(Text(status->text)) : abort;
}

QString InterceptListModel::text(const InterceptRow& row, int number, int column) const
{
    const machine::InterceptSummary& summary = row.summary;
    switch (Column(column)) {
    case Number:
        return QString::number(number);
    case Name:
        return toQString(summary.name);
    case Kind:
        return kind(row);
    case Pc:
        return displayHex(summary.pc.value);
    case Address:
        return addressText(summary.ipa, display);
    case InstructionText:
        return summary.word ? toQString(a64::disassemble(*summary.word, summary.pc)) : kUnknown.toString();
    case Outcome:
        return outcomeName(row.outcome);
    case Recorded:
        if (!row.differences)
            return {};
        return *row.differences == 0 ? u"="_s : u"≠ "_s + QString::number(*row.differences);
    case ColumnCount:
        break;
    }
    return {};
}

QString InterceptListModel::toolTip(const InterceptRow& row, int column) const
{
    const machine::InterceptSummary& summary = row.summary;
    switch (Column(column)) {
    case Name:
        return toQString(summary.group);
    case Kind:
        return summary.esr ? toQString(arch::describeEsr(*summary.esr)) : QString();
    case Address:
        return summary.far ? u"FAR_EL2 "_s + displayHex(*summary.far) : QString();
    case InstructionText:
        return summary.word ? copyHex(*summary.word)
                            : tr("The source does not say which instruction it was.");
    case Outcome:
        return row.outcomeText;
    case Recorded:
        if (!row.differences)
            return {};
        return *row.differences == 0 ? tr("As recorded.")
                                     : tr("Differences from the recording: %n", nullptr, *row.differences);
    case Number:
    case Pc:
    case ColumnCount:
        break;
    }
    return {};
}

QVariant InterceptListModel::data(const QModelIndex& index, int role) const
{
    const InterceptRow* row = rowAt(index);
    if (!row)
        return {};
    const machine::InterceptSummary& summary = row->summary;
    const int number = index.row() + 1;
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(*row, number, column);
    case Qt::ToolTipRole:
        if (const QString tip = toolTip(*row, column); !tip.isEmpty())
            return tip;
        return {};
    case Qt::AccessibleTextRole:
        //: a row of the list of intercepts, read aloud: number, kind, instruction, outcome
        return tr("Intercept %1: %2, %3, %4")
            .arg(QString::number(number), text(*row, number, Kind), text(*row, number, InstructionText),
                text(*row, number, Outcome));
    case CopyRole:
        if (column == Pc)
            return copyHex(summary.pc.value);
        if (column == Address)
            return addressText(summary.ipa, copyHex);
        return text(*row, number, column);
    case SortRole:
        switch (Column(column)) {
        case Number:
            return number;
        case Pc:
            return quint64(summary.pc.value);
        case Address:
            return summary.ipa ? QVariant(quint64(summary.ipa->value)) : QVariant();
        case Recorded:
            return row->differences.value_or(-1);
        case Name:
        case Kind:
        case InstructionText:
        case Outcome:
        case ColumnCount:
            return text(*row, number, column);
        }
        return {};
    case AddressRole:
        if (column == Pc)
            return quint64(summary.pc.value);
        return column == Address && summary.ipa ? QVariant(quint64(summary.ipa->value)) : QVariant();
    case AddressSpaceRole:
        if (column == Pc)
            return int(AddressSpace::Va);
        return column == Address && summary.ipa ? QVariant(int(AddressSpace::Ipa)) : QVariant();
    case FixedFontRole:
        return column == Pc || column == Address || column == InstructionText;
    case OutcomeRole:
        return int(row->outcome);
    case CurrentRole:
        return isCurrent(index);
    case StateRole:
        if (isCurrent(index))
            return int(ItemState::Current);
        return int(row->differences.value_or(0) != 0 ? ItemState::Different : ItemState::Normal);
    default:
        return {};
    }
}

} // namespace fscope::models
