// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/itemcopy.h"

#include "models/roles.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QTableView>
#include <QTreeView>

#include <algorithm>
#include <array>

namespace fscope::widgets {
namespace {

struct FormatRow {
    CopyFormat format;
    const char* name; ///< object name of the action
    const char* text;
};
constexpr std::array kFormats {
    FormatRow { CopyFormat::Text, "copyAsText", QT_TRANSLATE_NOOP("ItemCopy", "&Text") },
    FormatRow { CopyFormat::Markdown, "copyAsMarkdown", QT_TRANSLATE_NOOP("ItemCopy", "&Markdown") },
    FormatRow { CopyFormat::Csv, "copyAsCsv", QT_TRANSLATE_NOOP("ItemCopy", "&CSV") },
    FormatRow { CopyFormat::Json, "copyAsJson", QT_TRANSLATE_NOOP("ItemCopy", "&JSON") },
};

QString cell(const QModelIndex& index)
{
    const QVariant copy = index.data(models::CopyRole);
    return copy.isValid() ? copy.toString() : index.data(Qt::DisplayRole).toString();
}

int depth(QModelIndex index)
{
    int count = 0;
    while ((index = index.parent()).isValid())
        ++count;
    return count;
}

using Table = QVector<QStringList>;

/// The titles, then the cells.
Table tableOf(const QAbstractItemModel& model, const QModelIndexList& rows)
{
    Table table;
    const int columns = model.columnCount();
    QStringList titles;
    for (int column = 0; column < columns; ++column)
        titles << model.headerData(column, Qt::Horizontal).toString();
    table << titles;
    for (const QModelIndex& row : rows) {
        QStringList cells;
        for (int column = 0; column < columns; ++column)
            cells << cell(row.siblingAtColumn(column));
        table << cells;
    }
    return table;
}

QString asText(Table table, const QModelIndexList& rows)
{
    for (qsizetype i = 0; i < rows.size(); ++i)
        table[i + 1][0].prepend(QString(2 * depth(rows[i]), QLatin1Char(' ')));
    // A single line is a value somebody wants; titles would be in the way.
    if (rows.size() == 1)
        table.removeFirst();
    QVector<qsizetype> widths(table[0].size(), 0);
    for (const QStringList& line : table) {
        for (qsizetype c = 0; c < line.size(); ++c)
            widths[c] = std::max(widths[c], line[c].size());
    }
    QString out;
    for (const QStringList& line : table) {
        QString text;
        for (qsizetype c = 0; c < line.size(); ++c) {
            if (widths[c] > 0)
                text += line[c].leftJustified(widths[c]) + QStringLiteral("  ");
        }
        while (text.endsWith(QLatin1Char(' ')))
            text.chop(1);
        out += text + QLatin1Char('\n');
    }
    return out;
}

QString asMarkdown(Table table)
{
    QString out;
    const auto line = [&out](const QStringList& cells) {
        out += QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
    };
    for (QStringList& cells : table) {
        for (QString& text : cells)
            text.replace(QLatin1Char('|'), QStringLiteral("\\|"))
                .replace(QLatin1Char('\n'), QLatin1Char(' '));
    }
    line(table[0]);
    line(QStringList(table[0].size(), QStringLiteral("---")));
    for (qsizetype i = 1; i < table.size(); ++i)
        line(table[i]);
    return out;
}

QString asCsv(const Table& table)
{
    QString out;
    for (const QStringList& cells : table) {
        QStringList quoted;
        for (QString text : cells) {
            const bool needs = text.contains(QLatin1Char(',')) || text.contains(QLatin1Char('"'))
                || text.contains(QLatin1Char('\n'));
            if (needs)
                text = QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\""))
                    + QLatin1Char('"');
            quoted << text;
        }
        out += quoted.join(QLatin1Char(',')) + QStringLiteral("\r\n");
    }
    return out;
}

QString asJson(const Table& table)
{
    QJsonArray array;
    for (qsizetype i = 1; i < table.size(); ++i) {
        QJsonObject object;
        for (qsizetype c = 0; c < table[i].size(); ++c) {
            const QString key = table[0][c].isEmpty() ? QStringLiteral("column%1").arg(c + 1) : table[0][c];
            object.insert(key, table[i][c]);
        }
        array.append(object);
    }
    return QString::fromUtf8(QJsonDocument(array).toJson());
}

void collectTree(const QTreeView& tree, const QModelIndex& parent, QModelIndexList& out)
{
    const QAbstractItemModel* model = tree.model();
    for (int row = 0; row < model->rowCount(parent); ++row) {
        const QModelIndex index = model->index(row, 0, parent);
        out << index;
        if (tree.isExpanded(index))
            collectTree(tree, index, out);
    }
}

} // namespace

QString itemsAs(CopyFormat format, const QAbstractItemModel& model, const QModelIndexList& rows)
{
    if (rows.isEmpty())
        return {};
    const Table table = tableOf(model, rows);
    switch (format) {
    case CopyFormat::Text:
        return asText(table, rows);
    case CopyFormat::Markdown:
        return asMarkdown(table);
    case CopyFormat::Csv:
        return asCsv(table);
    case CopyFormat::Json:
        return asJson(table);
    }
    return {};
}

QModelIndexList shownRows(const QAbstractItemView& view)
{
    QModelIndexList out;
    if (view.model() == nullptr)
        return out;
    if (const auto* tree = qobject_cast<const QTreeView*>(&view)) {
        collectTree(*tree, {}, out);
        return out;
    }
    for (int row = 0; row < view.model()->rowCount(); ++row)
        out << view.model()->index(row, 0);
    return out;
}

QModelIndexList chosenRows(const QAbstractItemView& view)
{
    if (view.selectionModel() == nullptr || !view.selectionModel()->hasSelection())
        return shownRows(view);
    QModelIndexList out;
    // In the order shown, which is not the order of the selection.
    const QModelIndexList selected = view.selectionModel()->selectedIndexes();
    const QModelIndexList shown = selected.size() == 1 ? selected : shownRows(view);
    for (const QModelIndex& row : shown) {
        const QModelIndex first = row.siblingAtColumn(0);
        if (view.selectionModel()->rowIntersectsSelection(first.row(), first.parent()))
            out << first;
    }
    return out;
}

void copyRows(const QAbstractItemView& view, CopyFormat format)
{
    const QModelIndexList rows = chosenRows(view);
    if (!rows.isEmpty())
        QGuiApplication::clipboard()->setText(itemsAs(format, *view.model(), rows));
}

void addCopyActions(QMenu* menu, const QAbstractItemView* view)
{
    QAction* copy = menu->addAction(QCoreApplication::translate("ItemCopy", "&Copy"));
    copy->setObjectName(QStringLiteral("copy"));
    copy->setShortcut(QKeySequence::Copy);
    QObject::connect(copy, &QAction::triggered, view, [view] { copyRows(*view, CopyFormat::Text); });
    QMenu* forms = menu->addMenu(QCoreApplication::translate("ItemCopy", "Copy &as"));
    forms->setObjectName(QStringLiteral("copyAs"));
    for (const FormatRow& row : kFormats) {
        QAction* action = forms->addAction(QCoreApplication::translate("ItemCopy", row.text));
        action->setObjectName(QLatin1String(row.name));
        const CopyFormat format = row.format;
        QObject::connect(action, &QAction::triggered, view, [view, format] { copyRows(*view, format); });
    }
}

} // namespace fscope::widgets
