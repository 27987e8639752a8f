// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/descriptoreffects.h"
#include "models/roles.h"
#include "models/tablesnapshot.h"

#include <QAbstractItemModel>

#include <memory>
#include <optional>

namespace fscope::models {

/// The translation tables of a guest as a tree that reads a table when somebody opens it, so that millions of
/// entries cost nothing before they are looked at.
///
/// The first level are the trees of the snapshot; below them the entries of the start table, below each table
/// descriptor those of its table. Invalid entries that follow each other are one row.
class TableTreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Input, Size, Level, Index, Descriptor, Type, Output, Rights, Memory, Flags, ColumnCount };

    explicit TableTreeModel(QObject* parent = nullptr);
    ~TableTreeModel() override;

    /// Shows another moment. What is open stays open where its table still is the same one; a table that
    /// holds other descriptors now is read again, and what changed in it is marked. Null: nothing.
    void setSnapshot(TableSnapshotPtr snapshot);
    const TableSnapshotPtr& snapshot() const { return m_snapshot; }
    void retranslate();

    /// The row of the entry that translates @p input in a tree, reading the tables on the way; the last one
    /// reached where the tables end before. Invalid if the tree does not cover it.
    QModelIndex find(int tree, quint64 input);
    /// The tree of a row, from 0; -1 for an invalid index.
    int treeOf(const QModelIndex& index) const;
    /// The entry of a row; nothing for the trees themselves.
    std::optional<mmu::TableEntry> entryOf(const QModelIndex& index) const;
    /// What DescriptorModel needs to explain the entry of a row; nothing for trees and runs of entries.
    std::optional<DescriptorFacts> factsOf(const QModelIndex& index) const;
    /// How many entries a row stands for.
    quint32 entriesIn(const QModelIndex& index) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    using QObject::parent;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    bool hasChildren(const QModelIndex& parent = {}) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Node;
    Node* nodeOf(const QModelIndex& index) const;
    Node* below(const QModelIndex& index) const;
    QModelIndex indexOf(const Node* node) const;
    std::optional<mmu::TableRef> tableBelow(const QModelIndex& index) const;
    void refresh(Node* node);
    void refreshTrees();
    void drop(Node* parent, int row);
    const mmu::TableEntry& decoded(const Node* node, int row) const;
    QString textOf(const QModelIndex& index) const;
    QString treeText(int tree, int column) const;
    QString runText(const Node* node, int row, int column) const;
    QString flagsOf(const mmu::TableEntry& entry) const;
    QString typeOf(const mmu::TableEntry& entry) const;
    QString toolTipOf(const QModelIndex& index) const;
    ItemState stateOf(const QModelIndex& index) const;
    std::optional<std::pair<AddressSpace, quint64>> addressOf(const QModelIndex& index) const;

    TableSnapshotPtr m_snapshot;
    std::unique_ptr<Node> m_root;
    mutable const Node* m_decodedNode = nullptr; ///< of @c m_decoded
    mutable int m_decodedRow = -1;
    mutable mmu::TableEntry m_decoded;
};

/// The input space of a tree, and the space that its blocks and pages lead to.
AddressSpace inputSpaceOf(const mmu::TableTree& tree);
AddressSpace outputSpaceOf(const mmu::TableTree& tree);
/// "EL1 rw-, EL0 ---".
QString rightsText(const mmu::LeafRights& rights);
/// "contiguous, nG, AF = 0".
QString flagsText(const mmu::LeafAttributes& attributes, bool isStage1, bool contiguous);

} // namespace fscope::models
