// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/sessionprivate.h"
#include "models/texts.h"

#include <algorithm>
#include <utility>

namespace fscope::models {

namespace {

constexpr std::size_t kHistoryLimit = 1000;

} // namespace

void Session::Private::ask(const Intention& intention)
{
    if (intention.kind == Intention::Kind::Absolute) {
        queue.clear();
        pending.reset();
    } else if (pending && queue.empty() && runKey == keyOf(position.intercept) && pending->target.step == 0
        && pending->history == History::Keep
        && (intention.kind == Intention::Kind::NextIntercept
            || intention.kind == Intention::Kind::PreviousIntercept)) {
        // A held key steps over intercepts without waiting for the runs between.
        if (const auto move = moveFor(intention, pending->target); move && move->target.step == 0) {
            pending.reset();
            start(*move);
            updateBusy();
            return;
        }
    }
    queue.push_back(intention);
    drain();
}

void Session::Private::drain()
{
    if (draining)
        return;
    draining = true;
    while (!pending && !queue.empty()) {
        const Intention next = queue.front();
        queue.pop_front();
        apply(next);
    }
    draining = false;
    updateBusy();
}

void Session::Private::apply(const Intention& intention)
{
    if (!position.isValid())
        return;
    if (const auto move = moveFor(intention, position))
        start(*move);
}

std::optional<Session::Private::Move> Session::Private::moveFor(
    const Intention& intention, const Position& from) const
{
    const int last = interceptCount() - 1;
    switch (intention.kind) {
    case Intention::Kind::StepForward:
        if (from.step < stepCount())
            return Move { { from.intercept, from.step + 1 } };
        return from.intercept < last ? std::optional(Move { { from.intercept + 1, 0 } }) : std::nullopt;
    case Intention::Kind::StepBackward:
        if (from.step > 0)
            return Move { { from.intercept, from.step - 1 } };
        return from.intercept > 0 ? std::optional(Move { { from.intercept - 1, kLastStep } }) : std::nullopt;
    case Intention::Kind::NextIntercept:
        return from.intercept < last ? Move { { from.intercept + 1, 0 } } : Move { { last, kLastStep } };
    case Intention::Kind::PreviousIntercept:
        return from.step > 0 ? Move { { from.intercept, 0 } }
                             : Move { { std::max(from.intercept - 1, 0), 0 } };
    case Intention::Kind::GoBack:
        return back.empty() ? std::nullopt : std::optional(Move { back.back(), History::Back });
    case Intention::Kind::GoForward:
        return forward.empty() ? std::nullopt : std::optional(Move { forward.back(), History::Forward });
    case Intention::Kind::Absolute: {
        Move move = intention.move;
        move.target.intercept = std::clamp(move.target.intercept, 0, last);
        move.target.step = std::max(move.target.step, 0);
        return move;
    }
    }
    return std::nullopt;
}

void Session::Private::start(const Move& move)
{
    const RunKey key = keyOf(move.target.intercept);
    if (key == runKey) {
        arriveHere(move);
        return;
    }
    if (auto known = cache.find(key)) {
        arrive(move, key, known);
        return;
    }
    pending = move;
    request(key, current.source);
}

void Session::Private::request(const RunKey& key, const SourcePtr& source)
{
    if (std::ranges::find(inFlight, key) != inFlight.end())
        return;
    const auto policy = hypervisor::policyById(key.policy.toStdString());
    if (!policy) {
        // Not at once: whoever asks is not ready for the answer.
        QMetaObject::invokeMethod(
            &receiver, [this, key, error = policy.error()] { onRun(key, tl::unexpected<Error>(error)); },
            Qt::QueuedConnection);
    } else {
        // A source that is being opened has no edits yet.
        const bool isOpen = key.source == sourceNumber;
        worker->run(source, key.intercept, *policy,
            isOpen ? edits.of(key.intercept).toRun() : std::vector<machine::MemoryEdit>(),
            [this, key](const RunResult& result) { onRun(key, result); });
    }
    inFlight.push_back(key);
}

void Session::Private::onRun(const RunKey& key, const RunResult& result)
{
    std::erase(inFlight, key);
    if (result)
        cache.insert(key, *result);
    if (opening && opening->opened && opening->firstRun == key) {
        takeOver(&result);
        return;
    }
    if (pending && keyOf(pending->target.intercept) == key) {
        const Move move = *pending;
        pending.reset();
        // What a slot asks for meanwhile comes after what was asked for before.
        const bool outer = std::exchange(draining, true);
        arrive(move, key, result);
        draining = outer;
        drain();
    }
}

void Session::Private::setRun(const RunKey& key, const RunResult& result)
{
    runKey = key;
    run = result ? *result : nullptr;
    runError = result ? QString() : toQString(result.error());
    replay.reset();
    if (run)
        replay.emplace(run);
}

void Session::Private::arrive(const Move& move, const RunKey& key, const RunResult& result)
{
    const Position from = position;
    setRun(key, result);
    position = { move.target.intercept, std::min(move.target.step, stepCount()) };
    if (replay)
        replay->moveTo(std::size_t(position.step));
    changeHistory(move, from);
    emit q->runChanged();
    emit q->momentChanged();
    if (!runError.isEmpty())
        emit q->message(runError);
    prefetch();
}

void Session::Private::arriveHere(const Move& move)
{
    const Position from = position;
    position.step = std::min(move.target.step, stepCount());
    if (replay)
        replay->moveTo(std::size_t(position.step));
    changeHistory(move, from);
    if (position != from)
        emit q->momentChanged();
}

/// The current intercept, after what it depends on has changed. The place is kept: the same step, or the end
/// if that is where we were.
void Session::Private::runAgain()
{
    const bool atEnd = position.step > 0 && position.step == stepCount();
    const Move move = pending ? *pending : Move { { position.intercept, atEnd ? kLastStep : position.step } };
    pending.reset();
    const bool outer = std::exchange(draining, true);
    start(move);
    draining = outer;
}

void Session::Private::changeHistory(const Move& move, const Position& from)
{
    const bool couldGoBack = !back.empty();
    const bool couldGoForward = !forward.empty();
    switch (move.history) {
    case History::Keep:
        break;
    case History::Jump:
        if (position != from) {
            back.push_back(from);
            if (back.size() > kHistoryLimit)
                back.erase(back.begin());
            forward.clear();
        }
        break;
    case History::Back:
        back.pop_back();
        forward.push_back(from);
        break;
    case History::Forward:
        forward.pop_back();
        back.push_back(from);
        break;
    case History::Forget:
        back.clear();
        forward.clear();
        break;
    }
    if (couldGoBack != !back.empty() || couldGoForward != !forward.empty())
        emit q->historyChanged();
}

void Session::Private::prefetch()
{
    for (const int intercept : { position.intercept + 1, position.intercept - 1 }) {
        if (intercept >= 0 && intercept < interceptCount() && !cache.find(keyOf(intercept)))
            request(keyOf(intercept), current.source);
    }
}

// The slots of the session.

void Session::stepForward()
{
    d->ask({ Private::Intention::Kind::StepForward, {} });
}

void Session::stepBackward()
{
    d->ask({ Private::Intention::Kind::StepBackward, {} });
}

void Session::nextIntercept()
{
    d->ask({ Private::Intention::Kind::NextIntercept, {} });
}

void Session::previousIntercept()
{
    d->ask({ Private::Intention::Kind::PreviousIntercept, {} });
}

void Session::runToEnd()
{
    d->ask({ Private::Intention::Kind::Absolute,
        { { d->interceptCount() - 1, Private::kLastStep }, Private::History::Jump } });
}

void Session::runToStart()
{
    d->ask({ Private::Intention::Kind::Absolute, { { 0, 0 }, Private::History::Jump } });
}

void Session::restart()
{
    d->ask({ Private::Intention::Kind::Absolute, { { 0, 0 }, Private::History::Forget } });
}

void Session::goTo(const Position& position)
{
    d->ask({ Private::Intention::Kind::Absolute, { position, Private::History::Jump } });
}

void Session::goToIntercept(int index)
{
    goTo({ index, 0 });
}

void Session::goToStep(int step)
{
    goTo({ d->position.intercept, step });
}

void Session::goBack()
{
    d->ask({ Private::Intention::Kind::GoBack, {} });
}

void Session::goForward()
{
    d->ask({ Private::Intention::Kind::GoForward, {} });
}

} // namespace fscope::models
