// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/interceptrowsmodel.h"

namespace fscope::models {

/// All intercepts of the open source, one row each; formats only what is asked for.
///
/// StateRole is Current for the current one (and CurrentRole is true), Different where the outcome differs
/// from a recording.
class InterceptListModel : public InterceptRowsModel
{
    Q_OBJECT
public:
    enum Column { Number, Name, Kind, Pc, Address, InstructionText, Outcome, Recorded, ColumnCount };

    explicit InterceptListModel(Session* session, QObject* parent = nullptr);
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

protected:
    QStringList columnTitles() const override;

private:
    static QString kind(const InterceptRow& row);
    QString text(const InterceptRow& row, int number, int column) const;
    QString toolTip(const InterceptRow& row, int column) const;
};

} // namespace fscope::models
