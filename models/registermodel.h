// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/sessiontreemodel.h"

namespace fscope::models {

/// The vCPU at the current position: a tree of the groups General, SIMD&FP and System.
///
/// Rows keep their places; while nothing is open each value is "–" with ItemState::Unknown. What the last
/// step wrote has ItemState::Changed and OldValueRole.
class RegisterModel : public SessionTreeModel
{
    Q_OBJECT
public:
    enum Column { Name, Value, Meaning, ColumnCount };

    explicit RegisterModel(Session* session, QObject* parent = nullptr);

protected:
    QStringList columnTitles() const override;
    std::vector<TreeRow> makeRows() const override;
};

} // namespace fscope::models
