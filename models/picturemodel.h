// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/sessiontreemodel.h"

namespace fscope::models {

/// The nine stations of the one picture, in the order of hypervisor::Station: what each holds at the current
/// position.
///
/// StateRole: Pending (not reached), Done, Current (the step just done fills it), Fault (it failed here),
/// Injected; CurrentRole tells the current one whatever its state. StepRole: the last step done there. The
/// tooltip is the sentence of that step.
class PictureModel : public SessionTreeModel
{
    Q_OBJECT
public:
    enum Column { Title, Text, ColumnCount };

    explicit PictureModel(Session* session, QObject* parent = nullptr);

    /// How the intercept ended, once its last step is done: "Completed: …"; empty before.
    QString outcomeText() const;
    OutcomeState outcome() const;
    /// True where the syndrome alone was enough (ISV = 1): the line passes by Instruction.
    bool isSyndromeUsed() const;

protected:
    QStringList columnTitles() const override;
    std::vector<TreeRow> makeRows() const override;
};

} // namespace fscope::models
