// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/rowtreemodel.h"
#include "models/session.h"

namespace fscope::models {

/// A tree of rows that follows the session: built anew at each move, of which setRows() shows only what
/// differs.
class SessionTreeModel : public RowTreeModel
{
    Q_OBJECT
public:
    explicit SessionTreeModel(Session* session, QObject* parent = nullptr);
    Session* session() const { return m_session; }

    /// A model whose view is hidden need not work: while not live it does not follow; made live it catches up
    /// at once.
    void setLive(bool live);
    bool isLive() const { return m_live; }

protected:
    virtual std::vector<TreeRow> makeRows() const = 0;
    /// Derived classes call it at the end of their constructor; later it is called by itself.
    virtual void refresh();

private:
    void follow();
    Session* m_session;
    bool m_live = true;
    bool m_stale = false;
};

} // namespace fscope::models
