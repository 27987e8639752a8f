// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/sessiontreemodel.h"

namespace fscope::models {

/// The code around the PC of the intercept, up to eight words before and after, of which only those readable
/// through stage 1 are listed. The intercept's own instruction has ItemState::Current and CurrentRole.
class ListingModel : public SessionTreeModel
{
    Q_OBJECT
public:
    enum Column { Address, Bytes, Text, ColumnCount };

    explicit ListingModel(Session* session, QObject* parent = nullptr);

protected:
    QStringList columnTitles() const override;
    std::vector<TreeRow> makeRows() const override;
};

} // namespace fscope::models
