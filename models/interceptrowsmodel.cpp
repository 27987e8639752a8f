// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/interceptrowsmodel.h"

namespace fscope::models {

InterceptRowsModel::InterceptRowsModel(Session* session, QObject* parent)
    : QAbstractTableModel(parent)
    , m_session(session)
    , m_rowCount(session->interceptCount())
    , m_current(session->position().intercept)
{
    connect(session, &Session::sourceChanged, this, &InterceptRowsModel::onSourceChanged);
    connect(session, &Session::rowsChanged, this, &InterceptRowsModel::onRowsChanged);
    connect(session, &Session::momentChanged, this, &InterceptRowsModel::onMomentChanged);
    connect(session, &Session::languageChanged, this, &InterceptRowsModel::onLanguageChanged);
}

int InterceptRowsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rowCount;
}

int InterceptRowsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(columnTitles().size());
}

QVariant InterceptRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return columnTitles().value(section);
}

const InterceptRow* InterceptRowsModel::rowAt(const QModelIndex& index) const
{
    const auto& rows = m_session->rows();
    return index.isValid() && std::size_t(index.row()) < rows.size() ? &rows[std::size_t(index.row())]
                                                                     : nullptr;
}

void InterceptRowsModel::onSourceChanged()
{
    beginResetModel();
    m_rowCount = m_session->interceptCount();
    m_current = m_session->position().intercept;
    endResetModel();
}

void InterceptRowsModel::onRowsChanged(int first, int last)
{
    emit dataChanged(index(first, 0), index(last, columnCount() - 1));
}

void InterceptRowsModel::onMomentChanged()
{
    const int before = m_current;
    m_current = m_session->position().intercept;
    if (before == m_current)
        return;
    for (const int row : { before, m_current }) {
        if (row >= 0 && row < m_rowCount)
            emit dataChanged(index(row, 0), index(row, columnCount() - 1),
                { StateRole, CurrentRole, Qt::AccessibleTextRole });
    }
}

void InterceptRowsModel::onLanguageChanged()
{
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

QString outcomeName(OutcomeState outcome)
{
    switch (outcome) {
    case OutcomeState::Unknown:
        return {};
    case OutcomeState::Native:
        //: outcome: the CPU carried the instruction out itself
        return InterceptRowsModel::tr("no intercept");
    case OutcomeState::Completed:
        return InterceptRowsModel::tr("completed");
    case OutcomeState::EventInjected:
        return InterceptRowsModel::tr("event injected");
    case OutcomeState::ExitToUser:
        return InterceptRowsModel::tr("exit to user space");
    case OutcomeState::Halted:
        return InterceptRowsModel::tr("halted");
    }
    return {};
}

} // namespace fscope::models
