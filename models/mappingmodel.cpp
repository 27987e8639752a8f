// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/mappingmodel.h"

#include "models/accessreport.h"
#include "models/roles.h"
#include "models/tabletreemodel.h"
#include "models/texts.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace fscope::models {
namespace {

bool isMapping(const mmu::MappedRange& range)
{
    return range.kind == mmu::RangeKind::Mapping;
}

QString kindText(const mmu::MappedRange& range)
{
    switch (range.kind) {
    case mmu::RangeKind::Mapping:
        return {};
    case mmu::RangeKind::Recursive:
        return MappingModel::tr("the table is one of its own path");
    case mmu::RangeKind::Repeated:
        return MappingModel::tr("the table was gone through before");
    case mmu::RangeKind::Unreadable:
        return MappingModel::tr("the table cannot be read");
    case mmu::RangeKind::OutOfRange:
        return MappingModel::tr("the output does not fit");
    }
    return {};
}

const char* kindName(mmu::RangeKind kind)
{
    switch (kind) {
    case mmu::RangeKind::Mapping:
        return "mapping";
    case mmu::RangeKind::Recursive:
        return "recursive";
    case mmu::RangeKind::Repeated:
        return "repeated";
    case mmu::RangeKind::Unreadable:
        return "unreadable";
    case mmu::RangeKind::OutOfRange:
        return "out-of-range";
    }
    return "";
}

/// The cells of one line, in the order of kTitles.
constexpr std::array kTitles { "tables", "kind", "input", "size", "output", "rightsEl1", "rightsEl0", "attr",
    "sh", "firstLevel", "lastLevel", "leaves", "contiguous", "descriptor" };
std::array<QString, kTitles.size()> cellsOf(const TableSnapshot& snapshot, const MappingRow& row)
{
    const mmu::MappedRange& range = row.range;
    const auto word = [](const mmu::Rights& r) { return rightsWord(r.read, r.write, r.execute); };
    const mmu::LeafAttributes& attributes = range.attributes;
    return { snapshot.title(row.tree), QLatin1String(kindName(range.kind)), copyHex(range.input),
        copyHex(range.size), copyHex(range.output), word(attributes.rights.privileged()),
        word(attributes.rights.unprivileged()), copyHex(attributes.memory.attr),
        QString::number(attributes.memory.sh), QString::number(range.firstLevel),
        QString::number(range.lastLevel), QString::number(range.leaves), QString::number(range.contiguous),
        copyHex(range.descriptor.value) };
}

} // namespace

MappingModel::MappingModel(QObject* parent)
    : QAbstractTableModel(parent)
{ }

void MappingModel::setMappings(TableSnapshotPtr snapshot, std::vector<MappingRow> rows)
{
    beginResetModel();
    m_snapshot = std::move(snapshot);
    m_rows = std::move(rows);
    endResetModel();
}

void MappingModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    emit layoutChanged();
}

int MappingModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MappingModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QString MappingModel::textOf(const MappingRow& row, int column) const
{
    const mmu::MappedRange& range = row.range;
    const bool mapping = isMapping(range);
    switch (column) {
    case Tree:
        return m_snapshot->title(row.tree);
    case Input:
        return displayHex(range.input);
    case Size:
        return sizeWords(range.size);
    case Output:
        return displayHex(range.output);
    case Rights:
        return mapping ? rightsText(range.attributes.rights) : QString();
    case Memory:
        return mapping ? toQString(mmu::describeMemory(range.attributes.memory)) : kindText(range);
    case Pages:
        if (!mapping)
            return {};
        return range.firstLevel == range.lastLevel
            ? tr("%1 at level %2").arg(range.leaves).arg(range.lastLevel)
            : tr("%1 at levels %2 to %3").arg(range.leaves).arg(range.firstLevel).arg(range.lastLevel);
    case Flags:
        if (range.fault)
            return faultWords(*range.fault);
        return mapping ? flagsText(range.attributes, m_snapshot->tree(row.tree).stage() == mmu::Stage::One,
                   range.contiguous > 0)
                       : QString();
    default:
        return {};
    }
}

QVariant MappingModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const MappingRow& row = m_rows[static_cast<std::size_t>(index.row())];
    const mmu::TableTree& tree = m_snapshot->tree(row.tree);
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, column);
    case Qt::ToolTipRole:
        //: a range of addresses, and the range that it is mapped to
        return tr("%1 to %2 → %3 to %4")
            .arg(copyHex(row.range.input), copyHex(row.range.lastInput()), copyHex(row.range.output),
                copyHex(row.range.lastOutput()));
    case Qt::AccessibleTextRole:
        return column != 0 ? textOf(row, column)
                           : tr("%1: %2 from %3 to %4, %5, %6")
                                 .arg(textOf(row, Tree), textOf(row, Size), textOf(row, Input),
                                     textOf(row, Output), textOf(row, Rights), textOf(row, Memory));
    case CopyRole:
        return column == Input ? copyHex(row.range.input)
            : column == Output ? copyHex(row.range.output)
                               : textOf(row, column);
    case StateRole:
        return static_cast<int>(isMapping(row.range) ? ItemState::Normal
                : row.range.fault                    ? ItemState::Fault
                                                     : ItemState::NotValid);
    case StageRole:
        return static_cast<int>(tree.stage());
    case FixedFontRole:
        return column == Input || column == Output || column == Rights;
    case AddressRole:
        return column == Input ? QVariant::fromValue(quint64 { row.range.input })
            : column == Output ? QVariant::fromValue(quint64 { row.range.output })
                               : QVariant();
    case AddressSpaceRole:
        return column == Input ? QVariant(static_cast<int>(inputSpaceOf(tree)))
            : column == Output ? QVariant(static_cast<int>(outputSpaceOf(tree)))
                               : QVariant();
    default:
        return {};
    }
}

QVariant MappingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const std::array<QString, ColumnCount> titles { tr("Tables"), tr("Input"), tr("Size"), tr("Output"),
        tr("Rights"), tr("Memory"), tr("Pages and blocks"), tr("Flags") };
    return titles[static_cast<std::size_t>(section)];
}

QByteArray mappingsAsJson(const TableSnapshot& snapshot, const std::vector<MappingRow>& rows)
{
    // One object a line, so that a million of them needs no tree in memory.
    QByteArray out = "[";
    bool first = true;
    for (const MappingRow& row : rows) {
        out += first ? "\n{" : ",\n{";
        first = false;
        const auto cells = cellsOf(snapshot, row);
        for (std::size_t i = 0; i < cells.size(); ++i)
            out += (i > 0 ? ", \"" : "\"") + QByteArray(kTitles[i]) + "\": \"" + cells[i].toUtf8() + '"';
        out += '}';
    }
    return out += "\n]\n";
}

QByteArray mappingsAsCsv(const TableSnapshot& snapshot, const std::vector<MappingRow>& rows)
{
    QByteArray out;
    for (std::size_t i = 0; i < kTitles.size(); ++i)
        out += (i > 0 ? "," : "") + QByteArray(kTitles[i]);
    out += "\r\n";
    for (const MappingRow& row : rows) {
        const auto cells = cellsOf(snapshot, row);
        for (std::size_t i = 0; i < cells.size(); ++i)
            out += (i > 0 ? "," : "") + cells[i].toUtf8();
        out += "\r\n";
    }
    return out;
}

} // namespace fscope::models
