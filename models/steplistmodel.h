// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/sessiontreemodel.h"

namespace fscope::models {

/// The micro-steps of the current intercept as sentences, with what each changed: a list.
///
/// All steps are listed; the one just done is current (CurrentRole, ▶). A failed one that is done has
/// ItemState::Fault, an injected event ItemState::Injected; those to come are Pending. StepRole is the index
/// from 0: to make the step of a row the one just done, go to step StepRole + 1.
class StepListModel : public SessionTreeModel
{
    Q_OBJECT
public:
    enum Column { Mark, Sentence, Change, ColumnCount };

    explicit StepListModel(Session* session, QObject* parent = nullptr);

protected:
    QStringList columnTitles() const override;
    std::vector<TreeRow> makeRows() const override;
};

} // namespace fscope::models
