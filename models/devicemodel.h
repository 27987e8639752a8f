// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/sessiontreemodel.h"

namespace fscope::models {

/// The devices on the guest's bus at the current position: a tree of device, register, field.
///
/// A device that has sent something has a row for it (its text, with control characters shown). What the last
/// step changed has ItemState::Changed and OldValueRole.
class DeviceModel : public SessionTreeModel
{
    Q_OBJECT
public:
    enum Column { Name, Value, Meaning, ColumnCount };

    explicit DeviceModel(Session* session, QObject* parent = nullptr);

protected:
    QStringList columnTitles() const override;
    std::vector<TreeRow> makeRows() const override;
};

} // namespace fscope::models
