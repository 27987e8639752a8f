// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <QModelIndex>
#include <QString>

class QAbstractItemModel;
class QAbstractItemView;
class QMenu;

namespace fscope::widgets {

enum class CopyFormat : int { Text, Markdown, Csv, Json };

/// Rows of a model as text for the clipboard, with the visible titles: cells by CopyRole, or as displayed.
///
/// Text: columns aligned by blanks, children indented. Markdown: a table. CSV: RFC 4180, with a line of
/// titles. JSON: an array of objects keyed by the titles. @p rows are indexes of column 0, in the order to
/// write.
QString itemsAs(CopyFormat format, const QAbstractItemModel& model, const QModelIndexList& rows);

/// All rows that a person could scroll to: of a tree, those below expanded rows.
QModelIndexList shownRows(const QAbstractItemView& view);

/// Selected rows of a view, top to bottom; all shown rows if nothing is selected.
QModelIndexList chosenRows(const QAbstractItemView& view);

/// Puts the chosen rows on the clipboard.
void copyRows(const QAbstractItemView& view, CopyFormat format);

/// Ctrl+C copies text; adds "Copy" and "Copy as" with all forms to @p menu, for the view's context menu.
void addCopyActions(QMenu* menu, const QAbstractItemView* view);

} // namespace fscope::widgets
