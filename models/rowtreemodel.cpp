// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/rowtreemodel.h"

#include <algorithm>

namespace fscope::models {

/// A row that is shown. Children are owned one by one, so that an address stays valid while rows come and go.
struct RowTreeModel::Node {
    TreeRow row; ///< its children are moved into @c children
    Node* parent = nullptr;
    std::vector<std::unique_ptr<Node>> children;

    int indexInParent() const
    {
        const auto it = std::ranges::find(parent->children, this, &std::unique_ptr<Node>::get);
        return int(it - parent->children.begin());
    }

    static std::unique_ptr<Node> make(TreeRow&& from, Node* parent)
    {
        auto node = std::make_unique<Node>();
        node->parent = parent;
        for (TreeRow& child : from.children)
            node->children.push_back(make(std::move(child), node.get()));
        from.children.clear();
        node->row = std::move(from);
        return node;
    }
};

namespace {

/// Whether all but the cells and the children is the same.
bool sameRow(const TreeRow& a, const TreeRow& b)
{
    return a.accessible == b.accessible && a.state == b.state && a.current == b.current
        && a.bitRange == b.bitRange && a.fieldKind == b.fieldKind && a.stage == b.stage && a.step == b.step;
}

template <typename T>
QVariant orNothing(const std::optional<T>& value)
{
    return value ? QVariant::fromValue(*value) : QVariant();
}

} // namespace

RowTreeModel::RowTreeModel(QObject* parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{ }

RowTreeModel::~RowTreeModel() = default;

RowTreeModel::Node* RowTreeModel::nodeOf(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<Node*>(index.internalPointer()) : m_root.get();
}

QModelIndex RowTreeModel::indexOf(Node* node, int column) const
{
    return node == m_root.get() ? QModelIndex() : createIndex(node->indexInParent(), column, node);
}

QModelIndex RowTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (row < 0 || column < 0 || row >= rowCount(parent) || column >= columnCount(parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children[size_t(row)].get());
}

QModelIndex RowTreeModel::parent(const QModelIndex& child) const
{
    return child.isValid() ? indexOf(nodeOf(child)->parent, 0) : QModelIndex();
}

int RowTreeModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : int(nodeOf(parent)->children.size());
}

int RowTreeModel::columnCount(const QModelIndex& parent) const
{
    if (parent.isValid() && rowCount(parent) == 0)
        return 0;
    if (m_columnCount < 0)
        m_columnCount = int(columnTitles().size());
    return m_columnCount;
}

QVariant RowTreeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const TreeRow& row = nodeOf(index)->row;
    static const TreeCell kNothing;
    const TreeCell& cell = index.column() < row.cells.size() ? row.cells[index.column()] : kNothing;
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::ToolTipRole:
        return cell.toolTip.isEmpty() ? QVariant() : cell.toolTip;
    case Qt::AccessibleTextRole:
        return row.accessible.isEmpty() ? cell.text : row.accessible;
    case CopyRole:
    case SortRole:
        return cell.copy.isEmpty() ? cell.text : cell.copy;
    case OldValueRole:
        return cell.oldValue.isEmpty() ? QVariant() : cell.oldValue;
    case AddressRole:
        return orNothing(cell.address);
    case AddressSpaceRole:
        return cell.address ? QVariant(int(cell.space)) : QVariant();
    case FixedFontRole:
        return cell.fixedFont;
    case StateRole:
        return int(row.state);
    case CurrentRole:
        return row.current;
    case BitRangeRole:
        return orNothing(row.bitRange);
    case FieldKindRole:
        return orNothing(row.fieldKind);
    case StageRole:
        return orNothing(row.stage);
    case StepRole:
        return orNothing(row.step);
    default:
        return {};
    }
}

QVariant RowTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return columnTitles().value(section);
}

QModelIndex RowTreeModel::currentRow() const
{
    for (size_t i = 0; i < m_root->children.size(); ++i) {
        if (m_root->children[i]->row.current)
            return createIndex(int(i), 0, m_root->children[i].get());
    }
    return {};
}

void RowTreeModel::setRows(std::vector<TreeRow> rows)
{
    update(m_root.get(), rows);
}

void RowTreeModel::update(Node* parent, std::vector<TreeRow>& rows)
{
    auto& nodes = parent->children;
    // What is alike at both ends stays; between them old rows give way to new ones.
    const size_t shorter = std::min(nodes.size(), rows.size());
    size_t head = 0;
    while (head < shorter && nodes[head]->row.key == rows[head].key)
        ++head;
    size_t tail = 0;
    while (
        tail < shorter - head && nodes[nodes.size() - 1 - tail]->row.key == rows[rows.size() - 1 - tail].key)
        ++tail;

    if (const size_t removed = nodes.size() - head - tail; removed > 0) {
        beginRemoveRows(indexOf(parent, 0), int(head), int(head + removed - 1));
        const auto first = nodes.begin() + std::ptrdiff_t(head);
        nodes.erase(first, first + std::ptrdiff_t(removed));
        endRemoveRows();
    }
    if (const size_t inserted = rows.size() - head - tail; inserted > 0) {
        beginInsertRows(indexOf(parent, 0), int(head), int(head + inserted - 1));
        std::vector<std::unique_ptr<Node>> fresh;
        for (size_t i = head; i < head + inserted; ++i)
            fresh.push_back(Node::make(std::move(rows[i]), parent));
        nodes.insert(nodes.begin() + std::ptrdiff_t(head), std::make_move_iterator(fresh.begin()),
            std::make_move_iterator(fresh.end()));
        endInsertRows();
    }

    const int lastColumn = columnCount() - 1;
    for (size_t i = 0; i < nodes.size(); ++i) {
        if (i >= head && i < nodes.size() - tail)
            continue;
        Node* node = nodes[i].get();
        TreeRow& row = rows[i];
        int first = 0;
        int last = lastColumn;
        if (sameRow(node->row, row) && node->row.cells.size() == row.cells.size()) {
            const auto same
                = [&](int column) { return node->row.cells.value(column) == row.cells.value(column); };
            while (first <= last && same(first))
                ++first;
            while (last >= first && same(last))
                --last;
        }
        const bool keepsChildren = row.keepsChildren;
        std::vector<TreeRow> below = std::move(row.children);
        row.children.clear();
        if (first <= last) {
            node->row = std::move(row);
            emit dataChanged(createIndex(int(i), first, node), createIndex(int(i), last, node));
        }
        if (!keepsChildren)
            update(node, below);
    }
}

void RowTreeModel::announceTitles()
{
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

} // namespace fscope::models
