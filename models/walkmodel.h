// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/sessiontreemodel.h"
#include "models/walkquery.h"

namespace fscope::models {

/// The way of an address through the tables: a row for each descriptor read, below it the descriptor's
/// fields.
///
/// Rows are the steps of the current run that look up the cache, read descriptors, or end a translation; with
/// StepRole. A run that translates nothing (ISV = 1) shows the walk the hardware made, without StepRole. A
/// field below a descriptor has its name in Stage, its bits in Index, its value in Descriptor and what it
/// means in Output.
class WalkModel : public SessionTreeModel
{
    Q_OBJECT
public:
    enum Column { Stage, Level, Index, Address, Descriptor, Type, Output, ColumnCount };

    explicit WalkModel(Session* session, QObject* parent = nullptr);

    /// The one-entry cache as it is now: "VA page 0x… → IPA page 0x…, for writes", or that it is empty.
    QString cacheText() const;
    /// True while the rows are the hardware's own walk, because the policy translated nothing.
    bool showsHardwareWalk() const;

    /// Shows the walk of an access that somebody asked about, instead of the run's; null: the run's again.
    void setAnswer(std::shared_ptr<const WalkAnswer> answer);
    const std::shared_ptr<const WalkAnswer>& answer() const { return m_answer; }

protected:
    QStringList columnTitles() const override;
    std::vector<TreeRow> makeRows() const override;

private:
    std::vector<TreeRow> runRows() const;
    std::vector<TreeRow> answerRows() const;
    std::shared_ptr<const WalkAnswer> m_answer;
    mutable std::shared_ptr<const machine::InterceptRun>
        m_shownRun; ///< whose fields hang below the rows already
};

} // namespace fscope::models
