// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/interceptrowsmodel.h"
#include "models/sessionprivate.h"
#include "models/texts.h"

#include <QFileInfo>
#include <QLocale>

#include <utility>

using namespace Qt::StringLiterals;

namespace fscope::models {

Session::Private::Private(Session* session, Opener howToOpen)
    : q(session)
    , opener(std::move(howToOpen))
    , language(u"en"_s)
{
    if (const auto all = hypervisor::policies(); !all.empty())
        chosenPolicy = QString::fromUtf8(all.front()->id());
    policyId = chosenPolicy;
    worker = std::make_unique<SessionWorker>(&receiver);
}

Session::Private::~Private()
{
    if (opening)
        opening->token.cancel();
    outcomesToken.cancel();
}

void Session::Private::updateBusy()
{
    const bool busy = q->isBusy();
    if (busy == wasBusy)
        return;
    wasBusy = busy;
    emit q->busyChanged();
}

void Session::Private::forgetProgress()
{
    if (progressShown)
        emit q->progress({}, 100);
    progressShown = false;
}

void Session::Private::open(const QString& name)
{
    if (opening)
        opening->token.cancel();
    opening.emplace();
    opening->number = ++lastNumber;
    opening->name = name;
    opening->policyChoice = policyChoice;
    const quint64 number = opening->number;
    const auto onProgress = [this, number, what = QFileInfo(name).fileName()](std::size_t line) {
        if (!opening || opening->number != number)
            return;
        progressShown = true;
        const QString text = line == 0
            ? Session::tr("Opening %1").arg(what)
            : Session::tr("Opening %1, line %2").arg(what, QLocale().toString(quint64(line)));
        emit q->progress(text, -1);
    };
    worker->open(opener, name, language, opening->token, onProgress,
        [this, number](const std::shared_ptr<Result<OpenedSource>>& result) { onOpened(number, *result); });
    onProgress(0);
    updateBusy();
}

void Session::Private::cancelOpening()
{
    if (!opening)
        return;
    opening->token.cancel();
    const QString name = opening->name;
    opening.reset();
    forgetProgress();
    updateBusy();
    emit q->message(Session::tr("Opening %1 was cancelled.").arg(QFileInfo(name).fileName()));
}

void Session::Private::onOpened(quint64 number, Result<OpenedSource>& result)
{
    if (!opening || opening->number != number)
        return;
    if (!result) {
        const QString name = opening->name;
        opening.reset();
        forgetProgress();
        updateBusy();
        emit q->openFailed(name, toQString(result.error()));
        return;
    }
    opening->opened = std::move(*result);
    requestFirstRun();
}

void Session::Private::requestFirstRun()
{
    // A policy chosen by a person while this was being opened counts for more than what the source prefers.
    const QString preferred = QString::fromStdString(opening->opened->preferredPolicy);
    const bool prefers = opening->policyChoice == policyChoice
        && hypervisor::policyById(opening->opened->preferredPolicy).has_value();
    opening->firstRun = { opening->number, prefers ? preferred : chosenPolicy, 0 };
    if (opening->opened->rows.empty())
        takeOver(nullptr);
    else
        request(opening->firstRun, opening->opened->source);
}

void Session::Private::takeOver(const RunResult* firstRun)
{
    Opening now = std::move(*opening);
    opening.reset();
    outcomesToken.cancel();
    queue.clear();
    pending.reset();
    inFlight.clear(); // what is still on its way is for another source
    const bool hadHistory = !back.empty() || !forward.empty();
    back.clear();
    forward.clear();

    sourceNumber = now.number;
    cache.clear();
    askedName = now.name;
    current = std::move(*now.opened);
    reasons.assign(current.rows.size(), {});
    const bool otherPolicy = policyId != now.firstRun.policy;
    policyId = now.firstRun.policy;
    if (firstRun) {
        setRun(now.firstRun, *firstRun);
        if (run)
            cache.insert(runKey, run);
        position = { 0, 0 };
    } else {
        setRun({ sourceNumber, policyId, -1 }, std::shared_ptr<const machine::InterceptRun>());
        position = {};
    }

    const bool outer
        = std::exchange(draining, true); // what slots ask for is done when all know of the new source
    if (otherPolicy)
        emit q->policyChanged();
    emit q->sourceChanged();
    emit q->runChanged();
    emit q->momentChanged();
    if (hadHistory)
        emit q->historyChanged();
    if (!runError.isEmpty())
        emit q->message(runError);
    forgetProgress();
    if (current.lessonLanguage != language)
        requestLesson();
    prefetch();
    startOutcomes();
    draining = outer;
    drain();
}

void Session::Private::setPolicy(const QString& id)
{
    chosenPolicy = id;
    ++policyChoice;
    if (opening && opening->opened)
        requestFirstRun();
    if (policyId == id)
        return;
    policyId = id;
    emit q->policyChanged();
    if (!position.isValid())
        return;
    for (std::size_t i = 0; i < current.rows.size(); ++i) {
        reasons[i] = {};
        current.rows[i].outcome = OutcomeState::Unknown;
        current.rows[i].outcomeText.clear();
        current.rows[i].differences.reset();
    }
    emit q->rowsChanged(0, interceptCount() - 1);

    // The place is kept: the same step, or the end if that is where we were.
    const bool atEnd = position.step > 0 && position.step == stepCount();
    const Move move = pending ? *pending : Move { { position.intercept, atEnd ? kLastStep : position.step } };
    pending.reset();
    const bool outer = std::exchange(draining, true);
    start(move);
    draining = outer;
    startOutcomes();
    drain();
}

void Session::Private::startOutcomes()
{
    outcomesToken.cancel();
    outcomesToken = CancelToken();
    outcomesRunning = false;
    const auto policy = hypervisor::policyById(policyId.toStdString());
    if (!policy || current.rows.empty())
        return;
    outcomesRunning = true;
    worker->outcomes(current.source, interceptCount(), *policy, outcomesToken,
        [this, token = outcomesToken](int first, const std::vector<OutcomeOfRow>& slice) {
            if (!token.isCancelled())
                onOutcomes(first, slice);
        });
}

void Session::Private::onOutcomes(int first, const std::vector<OutcomeOfRow>& slice)
{
    for (std::size_t i = 0; i < slice.size(); ++i) {
        InterceptRow& row = current.rows[std::size_t(first) + i];
        row.outcome = slice[i].outcome;
        row.differences = slice[i].differences;
        reasons[std::size_t(first) + i] = slice[i].reason;
        translateRow(std::size_t(first) + i);
    }
    const int next = first + int(slice.size());
    outcomesRunning = next < interceptCount();
    if (outcomesRunning && !opening) {
        progressShown = true;
        emit q->progress(Session::tr("Running intercepts: %n", nullptr, interceptCount()),
            int(qint64(next) * 100 / interceptCount()));
    } else if (!outcomesRunning && !opening) {
        forgetProgress();
    }
    emit q->rowsChanged(first, next - 1);
}

void Session::Private::translateRow(std::size_t i)
{
    InterceptRow& row = current.rows[i];
    if (!reasons[i].empty())
        row.outcomeText = toQString(reasons[i]);
    else if (row.outcome != OutcomeState::Unknown)
        row.outcomeText = outcomeName(row.outcome);
}

void Session::Private::setLanguage(const QString& newLanguage)
{
    language = newLanguage;
    for (std::size_t i = 0; i < current.rows.size(); ++i)
        translateRow(i);
    emit q->languageChanged();
    if (!current.rows.empty())
        emit q->rowsChanged(0, interceptCount() - 1);
    emit q->runChanged();
    emit q->momentChanged();
    if (current.source && current.lessonLanguage != language)
        requestLesson();
}

void Session::Private::requestLesson()
{
    ++lessonsRunning;
    worker->lesson(current.source, language,
        [this, number = sourceNumber, asked = language](const std::optional<machine::Lesson>& lesson) {
            --lessonsRunning;
            if (number != sourceNumber || asked != language)
                return;
            current.lesson = lesson;
            current.lessonLanguage = asked;
            emit q->momentChanged();
        });
}

} // namespace fscope::models
