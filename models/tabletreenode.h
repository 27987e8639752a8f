// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/tabletreemodel.h"

#include <algorithm>
#include <unordered_map>

/// How TableTreeModel keeps what it has read; for its own two sources alone.
namespace fscope::models {

/// A table that has been read, or (the root) the list of trees.
struct TableTreeModel::Node {
    /// A row: one entry, or several that follow each other and are all invalid or all unreadable.
    struct Run {
        quint32 first = 0;
        quint32 count = 1;
        bool readable = true;
        bool operator==(const Run&) const = default;
    };
    const mmu::TableTree* tree = nullptr;
    int treeIndex = -1;
    mmu::TableRef ref;
    Node* parent = nullptr;
    int row = 0; ///< in the parent
    std::vector<Run> runs;
    std::vector<std::uint64_t> words; ///< of all entries; empty where nothing can be read
    std::vector<bool> changed;        ///< by run, since the snapshot before; empty: none
    std::unordered_map<int, std::unique_ptr<Node>> children;

    /// Reads the table and folds it into rows.
    void read()
    {
        runs.clear();
        words.assign(ref.entries, 0);
        for (quint32 first = 0; first < ref.entries; first += mmu::TableTree::kChunk) {
            const quint32 count = std::min(ref.entries - first, mmu::TableTree::kChunk);
            const auto chunk = tree->read(ref, first, count, words.data() + first);
            if (chunk.fault) {
                std::fill_n(words.begin() + first, count, 0);
                addRun({ first, count, false });
                continue;
            }
            for (quint32 i = first; i < first + count; ++i)
                addRun({ i, 1, true });
        }
    }
    bool isInvalid(const Run& run) const { return !run.readable || (words[run.first] & 1U) == 0; }
    void addRun(const Run& run)
    {
        const bool joins = !runs.empty() && isInvalid(run) && isInvalid(runs.back())
            && run.readable == runs.back().readable;
        if (joins)
            runs.back().count += run.count;
        else
            runs.push_back(run);
    }
    int rowOfEntry(quint32 entry) const
    {
        const auto after = std::upper_bound(
            runs.begin(), runs.end(), entry, [](quint32 value, const Run& run) { return value < run.first; });
        return static_cast<int>(after - runs.begin()) - 1;
    }
};

} // namespace fscope::models
