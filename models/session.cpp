// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/session.h"

#include "core/sources/opensource.h"
#include "models/sessionprivate.h"
#include "models/texts.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

namespace fscope::models {

namespace {

Opener defaultOpener()
{
    return [](const std::string& name, const OpenControl& control) -> Result<SourcePtr> {
        sources::OpenOptions options;
        options.progress = [&control](std::size_t line) {
            control.onProgress(line);
            return !control.isCancelled();
        };
        return sources::openSource(name, options).map([](auto&& source) {
            return SourcePtr(std::move(source));
        });
    };
}

const machine::Guest& emptyGuest()
{
    static const machine::Guest kGuest;
    return kGuest;
}

} // namespace

Session::Session(QObject* parent)
    : Session(defaultOpener(), parent)
{ }

Session::Session(Opener opener, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(opener)))
{ }

Session::~Session() = default;

void Session::open(const QString& nameOrPath)
{
    d->open(nameOrPath);
}

void Session::cancel()
{
    if (d->opening)
        d->cancelOpening();
    else if (d->cancelWork)
        d->cancelWork();
}

bool Session::canCancel() const
{
    return d->opening || d->cancelWork;
}

void Session::showWork(const QString& what, int percent, std::function<void()> cancel)
{
    const bool could = canCancel();
    d->cancelWork = what.isEmpty() ? std::function<void()>() : std::move(cancel);
    // An opening is the more important news.
    if (!d->opening)
        emit progress(what, percent);
    if (could != canCancel())
        emit busyChanged();
}

SessionEdits* Session::edits() const
{
    return &d->edits;
}

bool Session::isEditPending() const
{
    return d->run && d->runKey.edits != d->edits.version(d->position.intercept);
}

bool Session::isBusy() const
{
    return d->opening || d->pending;
}

bool Session::hasSource() const
{
    return d->current.source != nullptr;
}

QString Session::sourceName() const
{
    return d->askedName;
}

QString Session::sourceTitle() const
{
    return d->current.lesson ? toQString(d->current.lesson->title) : toQString(d->current.name);
}

QString Session::sourceKind() const
{
    return toQString(Text(d->current.kind));
}

std::optional<machine::Lesson> Session::lesson() const
{
    return d->current.lesson;
}

QString Session::language() const
{
    return d->language;
}

void Session::setLanguage(const QString& language)
{
    d->setLanguage(language);
}

int Session::interceptCount() const
{
    return d->interceptCount();
}

const std::vector<InterceptRow>& Session::rows() const
{
    return d->current.rows;
}

QString Session::policyId() const
{
    return d->policyId;
}

void Session::setPolicy(const QString& id)
{
    d->setPolicy(id);
}

Position Session::position() const
{
    return d->position;
}

std::shared_ptr<const machine::InterceptRun> Session::run() const
{
    return d->run;
}

QString Session::runError() const
{
    return d->runError;
}

int Session::stepCount() const
{
    return d->stepCount();
}

const machine::Guest& Session::guest() const
{
    return d->replay ? d->replay->guest() : emptyGuest();
}

const std::optional<mmu::OneEntryCache::Entry>& Session::cacheEntry() const
{
    static const std::optional<mmu::OneEntryCache::Entry> kEmpty;
    return d->replay ? d->replay->cacheEntry() : kEmpty;
}

const hypervisor::MicroStep* Session::lastStep() const
{
    return d->run && d->position.step > 0 ? &d->run->steps[std::size_t(d->position.step) - 1] : nullptr;
}

bool Session::isChanged(arch::RegId reg, U128* before) const
{
    const hypervisor::MicroStep* step = lastStep();
    if (!step)
        return false;
    if (const auto* written = std::get_if<hypervisor::RegisterWritten>(step);
        written && written->reg == reg) {
        if (before)
            *before = written->before;
        return true;
    }
    if (const auto* advanced = std::get_if<hypervisor::PcAdvanced>(step);
        advanced && reg.file == arch::RegId::File::Pc) {
        if (before)
            *before = U128 { advanced->before, 0 };
        return true;
    }
    return false;
}

std::optional<std::pair<Pa, unsigned>> Session::changedMemory() const
{
    const hypervisor::MicroStep* step = lastStep();
    const auto* written = step ? std::get_if<hypervisor::MemoryWritten>(step) : nullptr;
    return written ? std::optional(std::pair(written->pa, written->size)) : std::nullopt;
}

bool Session::canStepForward() const
{
    return d->position.isValid()
        && (d->position.step < d->stepCount() || d->position.intercept + 1 < d->interceptCount());
}

bool Session::canStepBackward() const
{
    return d->position.isValid() && (d->position.step > 0 || d->position.intercept > 0);
}

bool Session::canGoBack() const
{
    return !d->back.empty();
}

bool Session::canGoForward() const
{
    return !d->forward.empty();
}

bool Session::waitUntilIdle(int ms)
{
    QElapsedTimer timer;
    timer.start();
    while (!d->isIdle()) {
        const int left = ms - int(timer.elapsed());
        if (left <= 0)
            return false;
        QTimer::singleShot(left, this, [] {}); // ends the wait below
        QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents | QEventLoop::WaitForMoreEvents);
    }
    return true;
}

} // namespace fscope::models
