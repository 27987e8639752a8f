// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/sessiontreemodel.h"

namespace fscope::models {

SessionTreeModel::SessionTreeModel(Session* session, QObject* parent)
    : RowTreeModel(parent)
    , m_session(session)
{
    // momentChanged() closes every change of the session, so one signal is enough.
    connect(session, &Session::momentChanged, this, &SessionTreeModel::follow);
    connect(session, &Session::languageChanged, this, &SessionTreeModel::announceTitles);
}

void SessionTreeModel::setLive(bool live)
{
    if (m_live == live)
        return;
    m_live = live;
    if (m_live && m_stale)
        refresh();
}

void SessionTreeModel::follow()
{
    if (m_live)
        refresh();
    else
        m_stale = true;
}

void SessionTreeModel::refresh()
{
    m_stale = false;
    setRows(makeRows());
}

} // namespace fscope::models
