// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/interceptrowsmodel.h"

#include <QVector>

namespace fscope::models {

/// The outcome of every intercept, for the strip over all of them.
class TimelineModel : public InterceptRowsModel
{
    Q_OBJECT
public:
    enum Column { Number, Outcome, ColumnCount };
    static constexpr int kOutcomeCount = 6; ///< values of OutcomeState

    explicit TimelineModel(Session* session, QObject* parent = nullptr);
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    /// How many intercepts of each outcome each of @p bins equal parts of [@p first, @p last) holds.
    ///
    /// Element [bin * kOutcomeCount + int(outcome)]. Intercept i is in bin (i - first) * bins / (last -
    /// first); with more bins than intercepts some bins are empty. @p last -1: to the end. Empty if bins < 1
    /// or the range is. Cost: one pass over the range.
    QVector<int> outcomesBinned(int bins, int first = 0, int last = -1) const;

protected:
    QStringList columnTitles() const override;
};

} // namespace fscope::models
