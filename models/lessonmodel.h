// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/sessiontreemodel.h"

namespace fscope::models {

/// The parts of the lesson, in order: Done and Current ones have been shown by a step, Pending ones wait for
/// theirs.
///
/// The text of a part may hold blank lines, which part paragraphs. StepRole: the step that shows the part,
/// absent from the start or where this run never makes it. Empty while the source has no lesson.
class LessonModel : public SessionTreeModel
{
    Q_OBJECT
public:
    enum Column { Text, ColumnCount };

    explicit LessonModel(Session* session, QObject* parent = nullptr);

    QString title() const;
    QString summary() const;

protected:
    QStringList columnTitles() const override;
    std::vector<TreeRow> makeRows() const override;
};

} // namespace fscope::models
