// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/lessonmodel.h"

#include "models/rowcells.h"

using namespace Qt::StringLiterals;

namespace fscope::models {

namespace {

/// The step of @p run that shows @p part: -1 from the start, nothing if this run never makes it.
std::optional<int> stepThatShows(const machine::LessonPart& part, const machine::InterceptRun* run)
{
    if (part.whenStep.empty())
        return -1;
    unsigned seen = 0;
    const int count = run ? int(run->steps.size()) : 0;
    for (int i = 0; i < count; ++i) {
        if (part.whenStep == hypervisor::stepName(run->steps[std::size_t(i)])
            && ++seen == qMax(part.occurrence, 1U))
            return i;
    }
    return std::nullopt;
}

} // namespace

LessonModel::LessonModel(Session* session, QObject* parent)
    : SessionTreeModel(session, parent)
{
    LessonModel::refresh();
}

QStringList LessonModel::columnTitles() const
{
    return { tr("Lesson") };
}

QString LessonModel::title() const
{
    const auto lesson = session()->lesson();
    return lesson ? toQString(lesson->title) : QString();
}

QString LessonModel::summary() const
{
    const auto lesson = session()->lesson();
    return lesson ? toQString(lesson->summary) : QString();
}

std::vector<TreeRow> LessonModel::makeRows() const
{
    std::vector<TreeRow> rows;
    const auto lesson = session()->lesson();
    if (!lesson)
        return rows;
    const auto run = session()->run();
    const Position position = session()->position();
    int current = -1;
    int latest = -2;
    for (std::size_t i = 0; i < lesson->parts.size(); ++i) {
        const machine::LessonPart& part = lesson->parts[i];
        TreeRow row;
        row.key = QString::number(i);
        row.cells = { plainCell(toQString(part.text)) };
        const int intercept = part.intercept == 0 ? position.intercept : int(part.intercept) - 1;
        const auto step = intercept == position.intercept ? stepThatShows(part, run.get()) : std::nullopt;
        if (step && *step >= 0)
            row.step = *step;
        const bool shown = intercept < position.intercept || (step && *step < position.step);
        row.state = shown ? ItemState::Done : ItemState::Pending;
        // Of parts that the same step shows, the last one is where the reader is.
        if (shown && step.value_or(-2) >= latest) {
            latest = step.value_or(-2);
            current = int(i);
        }
        rows.push_back(std::move(row));
    }
    if (current >= 0) {
        rows[std::size_t(current)].state = ItemState::Current;
        rows[std::size_t(current)].current = true;
    }
    return rows;
}

} // namespace fscope::models
