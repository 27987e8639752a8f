// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/steplistmodel.h"

#include "models/rowcells.h"

using namespace Qt::StringLiterals;

namespace fscope::models {

namespace {

/// Done and current ones may have failed or injected something; what is to come is only pending.
ItemState stateOf(const hypervisor::MicroStep& step, int index, int done)
{
    if (index >= done)
        return ItemState::Pending;
    if (hypervisor::isFailure(step))
        return ItemState::Fault;
    if (std::holds_alternative<hypervisor::EventInjected>(step))
        return ItemState::Injected;
    return index == done - 1 ? ItemState::Current : ItemState::Done;
}

QString markOf(ItemState state, bool current)
{
    if (state == ItemState::Fault)
        return u"✕"_s;
    if (current)
        return u"▶"_s;
    return state == ItemState::Pending ? QString() : u"✓"_s;
}

/// The mark in words.
QString howText(ItemState state, bool current)
{
    if (state == ItemState::Fault)
        return StepListModel::tr("failed");
    if (current)
        return StepListModel::tr("current");
    return state == ItemState::Pending ? StepListModel::tr("to come") : StepListModel::tr("done");
}

} // namespace

StepListModel::StepListModel(Session* session, QObject* parent)
    : SessionTreeModel(session, parent)
{
    StepListModel::refresh();
}

QStringList StepListModel::columnTitles() const
{
    //: column of marks: done, current, failed
    return { tr("State"), tr("Step"), tr("Change") };
}

std::vector<TreeRow> StepListModel::makeRows() const
{
    std::vector<TreeRow> rows;
    const auto run = session()->run();
    if (!run)
        return rows;
    const int done = session()->position().step;
    const int count = int(run->steps.size());
    for (int i = 0; i < count; ++i) {
        const hypervisor::MicroStep& step = run->steps[std::size_t(i)];
        const hypervisor::StepChange change = hypervisor::stepChange(step);
        const QString sentence = toQString(hypervisor::stepSentence(step));
        const QString what = toQString(Text(change.what));
        const QString before = toQString(change.before);
        const QString after = toQString(change.after);
        QString changed;
        if (!before.isEmpty() && !after.isEmpty())
            changed = what + u": "_s + before + u" → "_s + after;
        else if (!after.isEmpty())
            changed = what + u" ← "_s + after;

        TreeRow row;
        row.key = QString::number(i);
        row.current = i == done - 1;
        row.state = stateOf(step, i, done);
        row.step = i;
        row.cells = { plainCell(markOf(row.state, row.current)), plainCell(sentence, sentence),
            codeCell(changed, {}, changed) };
        const QString place = tr("Step %1 of %2").arg(i + 1).arg(count);
        const QString how = howText(row.state, row.current);
        //: a micro-step, read aloud: "Step 3 of 9", "done", sentence, change
        row.accessible = changed.isEmpty() ? tr("%1, %2: %3").arg(place, how, sentence)
                                           : tr("%1, %2: %3. %4").arg(place, how, sentence, changed);
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace fscope::models
