// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/mmu/tableenumerator.h"
#include "models/tablesnapshot.h"

#include <QAbstractTableModel>

#include <vector>

namespace fscope::models {

/// A coalesced range of a tree of the snapshot.
struct MappingRow {
    int tree = 0;
    mmu::MappedRange range;
};

/// Every mapping of the trees as a flat list of ranges, formatted as they are looked at.
class MappingModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Tree, Input, Size, Output, Rights, Memory, Pages, Flags, ColumnCount };

    explicit MappingModel(QObject* parent = nullptr);

    /// @p snapshot is the one the rows were made from.
    void setMappings(TableSnapshotPtr snapshot, std::vector<MappingRow> rows);
    const std::vector<MappingRow>& rows() const { return m_rows; }
    const TableSnapshotPtr& snapshot() const { return m_snapshot; }
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString textOf(const MappingRow& row, int column) const;
    TableSnapshotPtr m_snapshot;
    std::vector<MappingRow> m_rows;
};

/// The list for other programs, see MappingModel::Column; numbers in hexadecimal, no language.
QByteArray mappingsAsJson(const TableSnapshot& snapshot, const std::vector<MappingRow>& rows);
QByteArray mappingsAsCsv(const TableSnapshot& snapshot, const std::vector<MappingRow>& rows);

} // namespace fscope::models
