// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <QAbstractItemModel>
#include <QStringList>

namespace fscope::test {

/// A model as lines of text: cells joined by " | ", rows below others indented, so that a failure shows a
/// difference.
inline QStringList linesOf(
    const QAbstractItemModel& model, const QModelIndex& parent = {}, const QString& indent = {})
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column)
            cells << model.index(row, column, parent).data().toString();
        lines << indent + cells.join(QStringLiteral(" | ")).remove(QChar(0x2009));
        lines << linesOf(model, model.index(row, 0, parent), indent + QStringLiteral("  "));
    }
    return lines;
}

/// The first index of column 0 whose text is @p text, anywhere below @p parent.
inline QModelIndex find(const QAbstractItemModel& model, const QString& text, const QModelIndex& parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (index.data().toString() == text)
            return index;
        if (const QModelIndex below = find(model, text, index); below.isValid())
            return below;
    }
    return {};
}

} // namespace fscope::test
