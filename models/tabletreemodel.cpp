// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/tabletreemodel.h"

#include "models/tabletreenode.h"

#include <utility>

namespace fscope::models {

TableTreeModel::TableTreeModel(QObject* parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{ }

TableTreeModel::~TableTreeModel() = default;

TableTreeModel::Node* TableTreeModel::nodeOf(const QModelIndex& index) const
{
    return static_cast<Node*>(index.internalPointer());
}

/// The table that has been read below a row, or nullptr.
TableTreeModel::Node* TableTreeModel::below(const QModelIndex& index) const
{
    if (!index.isValid())
        return m_root.get();
    const auto& children = nodeOf(index)->children;
    const auto found = children.find(index.row());
    return found != children.end() ? found->second.get() : nullptr;
}

QModelIndex TableTreeModel::indexOf(const Node* node) const
{
    return node->parent == nullptr ? QModelIndex() : createIndex(node->row, 0, node->parent);
}

std::optional<mmu::TableRef> TableTreeModel::tableBelow(const QModelIndex& index) const
{
    if (!index.isValid() || !m_snapshot)
        return std::nullopt;
    const Node* node = nodeOf(index);
    if (node == m_root.get()) {
        const mmu::TableTree& tree = m_snapshot->tree(index.row());
        return tree.isUsed() ? std::optional(tree.root()) : std::nullopt;
    }
    const Node::Run& run = node->runs[static_cast<std::size_t>(index.row())];
    if (run.count > 1 || !run.readable)
        return std::nullopt;
    const mmu::TableEntry& entry = decoded(node, index.row());
    return entry.isTable() ? node->tree->child(node->ref, entry) : std::nullopt;
}

const mmu::TableEntry& TableTreeModel::decoded(const Node* node, int row) const
{
    if (m_decodedNode != node || m_decodedRow != row) {
        auto entries = node->tree->entries(node->ref, node->runs[static_cast<std::size_t>(row)].first, 1);
        m_decoded = entries.empty() ? mmu::TableEntry() : entries.front();
        m_decodedNode = node;
        m_decodedRow = row;
    }
    return m_decoded;
}

void TableTreeModel::setSnapshot(TableSnapshotPtr snapshot)
{
    m_decodedNode = nullptr;
    if (!m_snapshot || !snapshot) {
        beginResetModel();
        m_root->children.clear();
        m_root->runs.assign(snapshot ? static_cast<std::size_t>(snapshot->count()) : 0, {});
        m_snapshot = std::move(snapshot);
        endResetModel();
        return;
    }
    // A typed root comes or goes behind the trees of the registers.
    const int before = static_cast<int>(m_root->runs.size());
    const int after = snapshot->count();
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_root->runs.resize(static_cast<std::size_t>(after));
        for (int tree = after; tree < before; ++tree)
            m_root->children.erase(tree);
        endRemoveRows();
    }
    // What is shown refers to the trees of the old snapshot until all of it has moved.
    const TableSnapshotPtr old = std::exchange(m_snapshot, std::move(snapshot));
    refreshTrees();
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_root->runs.resize(static_cast<std::size_t>(after));
        endInsertRows();
    }
}

void TableTreeModel::refreshTrees()
{
    const int count = rowCount();
    for (int tree = 0; tree < count; ++tree) {
        const auto found = m_root->children.find(tree);
        if (found == m_root->children.end())
            continue;
        Node* node = found->second.get();
        const mmu::TableTree& now = m_snapshot->tree(tree);
        if (!now.isUsed() || !(now.root() == node->ref))
            drop(m_root.get(), tree);
        else
            refresh(node);
    }
    emit dataChanged(index(0, 0), index(count - 1, ColumnCount - 1));
}

/// Removes the rows below a row.
void TableTreeModel::drop(Node* parent, int row)
{
    const auto found = parent->children.find(row);
    if (found == parent->children.end())
        return;
    const int count = static_cast<int>(found->second->runs.size());
    if (count > 0)
        beginRemoveRows(createIndex(row, 0, parent), 0, count - 1);
    const std::unique_ptr<Node> gone = std::move(found->second);
    parent->children.erase(found);
    if (count > 0)
        endRemoveRows();
}

/// Moves a table that is shown to the present snapshot.
void TableTreeModel::refresh(Node* node)
{
    Node fresh;
    fresh.tree = &m_snapshot->tree(node->treeIndex);
    fresh.ref = node->ref;
    fresh.read();
    node->tree = fresh.tree;
    m_decodedNode = nullptr;
    const int count = static_cast<int>(node->runs.size());
    const auto changedBefore = std::exchange(node->changed, {});
    if (fresh.runs == node->runs) {
        std::vector<bool> changed(node->runs.size(), false);
        bool any = false;
        for (std::size_t i = 0; i < node->runs.size(); ++i) {
            const Node::Run& run = node->runs[i];
            if (run.count == 1 && fresh.words[run.first] != node->words[run.first])
                any = changed[i] = true;
        }
        node->words = std::move(fresh.words);
        if (any)
            node->changed = std::move(changed);
        if ((any || !changedBefore.empty()) && count > 0)
            emit dataChanged(createIndex(0, 0, node), createIndex(count - 1, ColumnCount - 1, node));
    } else {
        const QModelIndex self = indexOf(node);
        const int old = count;
        if (old > 0) {
            beginRemoveRows(self, 0, old - 1);
            node->runs.clear();
            node->children.clear();
            endRemoveRows();
        }
        const std::vector<std::uint64_t> before = std::exchange(node->words, std::move(fresh.words));
        std::vector<bool> changed;
        for (const Node::Run& run : fresh.runs)
            changed.push_back(run.count == 1 && before[run.first] != node->words[run.first]);
        beginInsertRows(self, 0, static_cast<int>(fresh.runs.size()) - 1);
        node->runs = std::move(fresh.runs);
        node->changed = std::move(changed);
        endInsertRows();
        return;
    }
    std::vector<int> rows;
    for (const auto& child : node->children)
        rows.push_back(child.first);
    for (const int row : rows) {
        const auto table = tableBelow(createIndex(row, 0, node));
        Node* child = node->children.at(row).get();
        if (!table || !(*table == child->ref))
            drop(node, row);
        else
            refresh(child);
    }
}

void TableTreeModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    emit layoutChanged();
}

QModelIndex TableTreeModel::find(int tree, quint64 input)
{
    if (!m_snapshot || tree < 0 || tree >= m_snapshot->count())
        return {};
    const mmu::TableTree& in = m_snapshot->tree(tree);
    if (!in.isUsed() || input < in.firstInput() || input > in.lastInput())
        return {};
    QModelIndex at = index(tree, 0);
    while (true) {
        if (canFetchMore(at))
            fetchMore(at);
        const Node* node = below(at);
        if (node == nullptr || node->runs.empty())
            return at;
        const quint64 entry = (input - node->ref.input) / in.entrySize(node->ref.level);
        if (entry >= node->ref.entries)
            return at;
        at = index(node->rowOfEntry(static_cast<quint32>(entry)), 0, at);
    }
}

int TableTreeModel::treeOf(const QModelIndex& index) const
{
    if (!index.isValid())
        return -1;
    const Node* node = nodeOf(index);
    return node == m_root.get() ? index.row() : node->treeIndex;
}

std::optional<mmu::TableEntry> TableTreeModel::entryOf(const QModelIndex& index) const
{
    if (!index.isValid() || nodeOf(index) == m_root.get())
        return std::nullopt;
    return decoded(nodeOf(index), index.row());
}

quint32 TableTreeModel::entriesIn(const QModelIndex& index) const
{
    if (!index.isValid() || nodeOf(index) == m_root.get())
        return 0;
    return nodeOf(index)->runs[static_cast<std::size_t>(index.row())].count;
}

std::optional<DescriptorFacts> TableTreeModel::factsOf(const QModelIndex& index) const
{
    if (entriesIn(index) != 1)
        return std::nullopt;
    const auto readOf = [this](const Node* node, int row) {
        const mmu::TableEntry entry = decoded(node, row);
        mmu::DescriptorRead read;
        read.stage = node->tree->stage();
        read.level = node->ref.level;
        read.input = entry.input;
        read.indexLo = node->tree->config().shift(node->ref.level);
        read.indexHi = read.indexLo;
        read.index = entry.index;
        read.table = node->ref.base;
        read.address = entry.address;
        read.value = entry.descriptor;
        read.type = entry.type;
        read.output = entry.output;
        read.contiguous = entry.contiguous;
        read.aborted = entry.fault && entry.type == mmu::DescriptorType::Invalid;
        return read;
    };
    DescriptorFacts facts;
    const Node* node = nodeOf(index);
    facts.regs = node->tree->registers();
    facts.read = readOf(node, index.row());
    for (; node->parent != m_root.get(); node = node->parent)
        facts.above.insert(facts.above.begin(), readOf(node->parent, node->row));
    return facts;
}

QModelIndex TableTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    return createIndex(row, column, below(parent));
}

QModelIndex TableTreeModel::parent(const QModelIndex& child) const
{
    return child.isValid() ? indexOf(nodeOf(child)) : QModelIndex();
}

int TableTreeModel::rowCount(const QModelIndex& parent) const
{
    if (parent.column() > 0)
        return 0;
    const Node* node = below(parent);
    return node != nullptr ? static_cast<int>(node->runs.size()) : 0;
}

int TableTreeModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

bool TableTreeModel::hasChildren(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return !m_root->runs.empty();
    return parent.column() == 0 && tableBelow(parent).has_value();
}

bool TableTreeModel::canFetchMore(const QModelIndex& parent) const
{
    return parent.isValid() && parent.column() == 0 && below(parent) == nullptr && tableBelow(parent);
}

void TableTreeModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    Node* above = nodeOf(parent);
    auto node = std::make_unique<Node>();
    node->treeIndex = treeOf(parent);
    node->tree = &m_snapshot->tree(node->treeIndex);
    node->ref = *tableBelow(parent);
    node->parent = above;
    node->row = parent.row();
    node->read();
    if (node->runs.empty())
        return;
    beginInsertRows(parent, 0, static_cast<int>(node->runs.size()) - 1);
    above->children[parent.row()] = std::move(node);
    endInsertRows();
}

} // namespace fscope::models
