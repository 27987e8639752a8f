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
    , edits(session)
{
    QObject::connect(
        &edits, &SessionEdits::changed, &receiver, [this](int intercept) { onEdits(intercept); });
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
    edits.clear();
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

    runAgain();
    startOutcomes();
    drain();
}

void Session::Private::onEdits(int intercept)
{
    if (intercept < 0)
        return;
    const bool isAwaited = pending && pending->target.intercept == intercept;
    if (isAwaited || (!pending && position.intercept == intercept))
        runAgain();
    startOutcomeOf(intercept);
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
    EditsByIntercept changes;
    std::map<int, quint64> versions;
    for (const auto& [intercept, bytes] : edits.all()) {
        changes.emplace(intercept, bytes.toRun());
        versions.emplace(intercept, edits.version(intercept));
    }
    const auto onSlice
        = [this, token = outcomesToken, versions](int first, const std::vector<OutcomeOfRow>& slice) {
              if (token.isCancelled())
                  return;
              for (int i = 0; i < int(slice.size()); ++i) {
                  // One whose memory was edited meanwhile has been asked for again.
                  const auto known = versions.find(first + i);
                  if (edits.version(first + i) == (known == versions.end() ? 0 : known->second))
                      setOutcome(first + i, slice[std::size_t(i)]);
              }
              onOutcomes(first, first + int(slice.size()));
          };
    worker->outcomes(
        current.source, 0, interceptCount(), *policy, std::move(changes), outcomesToken, onSlice);
}

void Session::Private::startOutcomeOf(int intercept)
{
    const auto policy = hypervisor::policyById(policyId.toStdString());
    if (!policy || intercept >= interceptCount())
        return;
    ++outcomesOfRows;
    const auto onSlice = [this, key = keyOf(intercept)](int row, const std::vector<OutcomeOfRow>& slice) {
        --outcomesOfRows;
        if (!(key == keyOf(row)))
            return;
        setOutcome(row, slice.front());
        emit q->rowsChanged(row, row);
    };
    worker->outcomes(current.source, intercept, intercept + 1, *policy,
        { { intercept, edits.of(intercept).toRun() } }, CancelToken(), onSlice);
}

void Session::Private::setOutcome(int intercept, const OutcomeOfRow& outcome)
{
    InterceptRow& row = current.rows[std::size_t(intercept)];
    row.outcome = outcome.outcome;
    row.differences = outcome.differences;
    reasons[std::size_t(intercept)] = outcome.reason;
    translateRow(std::size_t(intercept));
}

void Session::Private::onOutcomes(int first, int next)
{
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
