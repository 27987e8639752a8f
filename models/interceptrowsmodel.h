// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/session.h"

#include <QAbstractTableModel>

namespace fscope::models {

/// What the two models over the rows of all intercepts share: how they follow the session.
class InterceptRowsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit InterceptRowsModel(Session* session, QObject* parent = nullptr);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    virtual QStringList columnTitles() const = 0;
    Session* session() const { return m_session; }
    /// The row behind an index of this model, or nullptr.
    const InterceptRow* rowAt(const QModelIndex& index) const;
    bool isCurrent(const QModelIndex& index) const { return index.row() == m_current; }

private:
    void onSourceChanged();
    void onRowsChanged(int first, int last);
    void onMomentChanged();
    void onLanguageChanged();
    Session* m_session;
    int m_rowCount = 0;
    int m_current = -1;
};

/// What an outcome is called: "completed"; empty while unknown.
QString outcomeName(OutcomeState outcome);

} // namespace fscope::models
