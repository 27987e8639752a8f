// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/sessiontreemodel.h"

namespace fscope::models {

/// The events the policy has injected up to the current step, decoded: a tree of event, parts, fields. Empty
/// otherwise.
class EventModel : public SessionTreeModel
{
    Q_OBJECT
public:
    enum Column { Name, Value, Meaning, ColumnCount };

    explicit EventModel(Session* session, QObject* parent = nullptr);

protected:
    QStringList columnTitles() const override;
    std::vector<TreeRow> makeRows() const override;
};

} // namespace fscope::models
