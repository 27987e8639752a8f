// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/timelinemodel.h"

namespace fscope::models {

TimelineModel::TimelineModel(Session* session, QObject* parent)
    : InterceptRowsModel(session, parent)
{ }

QStringList TimelineModel::columnTitles() const
{
    return { tr("#", "number of an intercept"), tr("Outcome") };
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const
{
    const InterceptRow* row = rowAt(index);
    if (!row)
        return {};
    const QString number = QString::number(index.row() + 1);
    const QString name
        = row->outcome == OutcomeState::Unknown ? QStringLiteral("–") : outcomeName(row->outcome);
    switch (role) {
    case Qt::DisplayRole:
    case CopyRole:
        return index.column() == Number ? number : name;
    case Qt::ToolTipRole:
        return row->outcomeText.isEmpty() ? QVariant() : row->outcomeText;
    case Qt::AccessibleTextRole:
        //: a mark of the timeline, read aloud: number, outcome
        return tr("Intercept %1: %2").arg(number, name);
    case SortRole:
        return index.column() == Number ? index.row() + 1 : int(row->outcome);
    case OutcomeRole:
        return int(row->outcome);
    case CurrentRole:
        return isCurrent(index);
    case StateRole:
        return int(isCurrent(index) ? ItemState::Current : ItemState::Normal);
    default:
        return {};
    }
}

QVector<int> TimelineModel::outcomesBinned(int bins, int first, int last) const
{
    const auto& rows = session()->rows();
    if (last < 0 || last > int(rows.size()))
        last = int(rows.size());
    first = qMax(first, 0);
    if (bins < 1 || first >= last)
        return {};
    QVector<int> counts(qsizetype(bins) * kOutcomeCount, 0);
    for (int i = first; i < last; ++i) {
        const qint64 bin = qint64(i - first) * bins / (last - first);
        ++counts[bin * kOutcomeCount + int(rows[std::size_t(i)].outcome)];
    }
    return counts;
}

} // namespace fscope::models
