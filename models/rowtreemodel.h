// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/roles.h"

#include <QAbstractItemModel>
#include <QPoint>
#include <QString>
#include <QStringList>
#include <QVector>

#include <memory>
#include <optional>
#include <vector>

namespace fscope::models {

/// What one cell of a @ref TreeRow answers.
struct TreeCell {
    QString text;
    QString toolTip;
    QString copy;     ///< plain text for the clipboard; empty: as @c text
    QString oldValue; ///< what was there before the last step, with ItemState::Changed
    std::optional<quint64> address;
    AddressSpace space = AddressSpace::Va;
    bool fixedFont = false;
    bool operator==(const TreeCell&) const = default;
};

/// One row, with the rows below it: a value that is built anew and handed to RowTreeModel::setRows().
struct TreeRow {
    QString key; ///< who the row is among its siblings: a row of the same key is updated in place
    QVector<TreeCell> cells;
    QString accessible; ///< a whole phrase; empty: the cell's text
    ItemState state = ItemState::Normal;
    bool current = false;
    std::optional<QPoint> bitRange;
    std::optional<int> fieldKind;
    std::optional<int> stage;
    std::optional<int> step;
    std::vector<TreeRow> children;
    bool keepsChildren = false; ///< instead of @c children: those that the shown row of the same key has
};

/// A tree (or list) of value rows. Trees of fields, walks, registers, devices and steps are all this one
/// shape.
///
/// setRows() compares with what is shown and emits the least: rows whose key stays are updated in place (so
/// that views keep what is expanded, selected and scrolled to), the others are removed or inserted.
class RowTreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    explicit RowTreeModel(QObject* parent = nullptr);
    ~RowTreeModel() override;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    using QObject::parent;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// The first top-level row that is current, or an invalid index.
    QModelIndex currentRow() const;

protected:
    /// Titles of the columns in the current language; their number is the number of columns and never
    /// changes.
    virtual QStringList columnTitles() const = 0;
    void setRows(std::vector<TreeRow> rows);
    /// For a change of language: the titles are asked again.
    void announceTitles();

private:
    struct Node;
    Node* nodeOf(const QModelIndex& index) const;
    QModelIndex indexOf(Node* node, int column) const;
    void update(Node* parent, std::vector<TreeRow>& rows);
    std::unique_ptr<Node> m_root;
    mutable int m_columnCount = -1; ///< known after the first question
};

} // namespace fscope::models
