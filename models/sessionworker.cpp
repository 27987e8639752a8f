// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/sessionworker.h"

#include "models/texts.h"

#include <QElapsedTimer>
#include <QMetaObject>

#include <exception>

using namespace Qt::StringLiterals;

namespace fscope::models {

namespace {

/// As long as a run of the current intercept may have to wait for the background, at most.
constexpr qint64 kSliceMs = 8;

/// Between two words about an opening that goes on.
constexpr qint64 kProgressMs = 100;

/// A source is code of ours, but bad_alloc and its like must not end the program from another thread.
template <typename Function>
auto guarded(const std::string& place, Function function) -> decltype(function())
{
    try {
        return function();
    } catch (const std::exception& e) {
        return fail(e.what(), place);
    }
}

Result<OpenedSource> openNow(const Opener& opener, const std::string& name, const QString& language,
    const CancelToken& token, const std::function<void(std::size_t)>& onProgress)
{
    auto source = opener(name, { [token] { return token.isCancelled(); }, onProgress });
    if (!source)
        return tl::unexpected<Error>(std::move(source).error());
    OpenedSource opened;
    opened.source = std::move(*source);
    opened.name = opened.source->name();
    opened.kind = opened.source->kind();
    opened.preferredPolicy = opened.source->preferredPolicy();
    opened.lesson = opened.source->lesson(language.toStdString());
    opened.lessonLanguage = language;
    opened.rows.resize(opened.source->size());
    for (std::size_t i = 0; i < opened.rows.size() && !token.isCancelled(); ++i) {
        if (auto summary = opened.source->summary(i))
            opened.rows[i].summary = std::move(*summary);
        else
            opened.rows[i].outcomeText = toQString(summary.error());
    }
    return opened;
}

OutcomeOfRow outcomeOf(const machine::InterceptSource& source, std::size_t index,
    const hypervisor::HypervisorPolicy& policy, const std::vector<machine::MemoryEdit>& edits)
{
    OutcomeOfRow row;
    const RunResult run = guarded(source.name(), [&] { return source.run(index, policy, edits); });
    if (!run) {
        row.reason = fscope::Text(run.error().text());
        return row;
    }
    row.outcome = outcomeState(**run);
    row.reason = (*run)->outcome.reason;
    if (const auto differences = source.compare(index, **run))
        row.differences = int(differences->size());
    return row;
}

} // namespace

OutcomeState outcomeState(const machine::InterceptRun& run)
{
    if (!run.intercept && run.outcome.kind == hypervisor::OutcomeKind::Completed)
        return OutcomeState::Native;
    switch (run.outcome.kind) {
    case hypervisor::OutcomeKind::Completed:
        return OutcomeState::Completed;
    case hypervisor::OutcomeKind::EventInjected:
        return OutcomeState::EventInjected;
    case hypervisor::OutcomeKind::ExitToUser:
        return OutcomeState::ExitToUser;
    case hypervisor::OutcomeKind::Halted:
        return OutcomeState::Halted;
    }
    return OutcomeState::Unknown;
}

SessionWorker::SessionWorker(QObject* receiver)
    : m_receiver(receiver)
    , m_context(std::make_unique<QObject>())
{
    m_context->moveToThread(&m_thread);
    m_thread.setObjectName(u"intercepts"_s);
    m_thread.start();
    // One more than is useful, so that a newer opening need not wait for one that is just being given up.
    m_openers.setMaxThreadCount(2);
}

SessionWorker::~SessionWorker()
{
    m_thread.quit();
    m_thread.wait();
    m_openers.waitForDone();
}

template <typename Function>
void SessionWorker::post(Function function)
{
    QMetaObject::invokeMethod(m_context.get(), std::move(function), Qt::QueuedConnection);
}

void SessionWorker::open(Opener opener, const QString& name, const QString& language, CancelToken token,
    std::function<void(std::size_t)> onProgress,
    std::function<void(std::shared_ptr<Result<OpenedSource>>)> done)
{
    QElapsedTimer clock;
    clock.start();
    const auto tell
        = [receiver = m_receiver, onProgress = std::move(onProgress), clock](std::size_t line) mutable {
              if (clock.elapsed() < kProgressMs)
                  return;
              clock.restart();
              QMetaObject::invokeMethod(
                  receiver, [onProgress, line] { onProgress(line); }, Qt::QueuedConnection);
          };
    m_openers.start([=, this, opener = std::move(opener), done = std::move(done)] {
        const std::string text = name.toStdString();
        auto result = std::make_shared<Result<OpenedSource>>(
            guarded(text, [&] { return openNow(opener, text, language, token, tell); }));
        QMetaObject::invokeMethod(
            m_receiver, [done, result] { done(result); }, Qt::QueuedConnection);
    });
}

void SessionWorker::run(SourcePtr source, int index, const hypervisor::HypervisorPolicy* policy,
    std::vector<machine::MemoryEdit> edits, std::function<void(const RunResult&)> done)
{
    post([=, this, source = std::move(source), edits = std::move(edits), done = std::move(done)] {
        RunResult result
            = guarded(source->name(), [&] { return source->run(std::size_t(index), *policy, edits); });
        QMetaObject::invokeMethod(
            m_receiver, [done, result = std::move(result)] { done(result); }, Qt::QueuedConnection);
    });
}

struct SessionWorker::OutcomesJob {
    SourcePtr source;
    int end = 0;
    const hypervisor::HypervisorPolicy* policy = nullptr;
    EditsByIntercept edits;
    CancelToken token;
    std::function<void(int, const std::vector<OutcomeOfRow>&)> onSlice;
};

void SessionWorker::outcomes(SourcePtr source, int first, int end, const hypervisor::HypervisorPolicy* policy,
    EditsByIntercept edits, CancelToken token,
    std::function<void(int, const std::vector<OutcomeOfRow>&)> onSlice)
{
    const auto job = std::make_shared<const OutcomesJob>(OutcomesJob {
        std::move(source), end, policy, std::move(edits), std::move(token), std::move(onSlice) });
    post([this, job, first] { outcomesFrom(job, first); });
}

void SessionWorker::outcomesFrom(const std::shared_ptr<const OutcomesJob>& job, int first)
{
    if (job->token.isCancelled() || first >= job->end)
        return;
    static const std::vector<machine::MemoryEdit> kNoEdits;
    QElapsedTimer timer;
    timer.start();
    std::vector<OutcomeOfRow> rows;
    int next = first;
    while (next < job->end && !job->token.isCancelled() && (rows.empty() || timer.elapsed() < kSliceMs)) {
        const auto edits = job->edits.find(next);
        rows.push_back(outcomeOf(*job->source, std::size_t(next), *job->policy,
            edits == job->edits.end() ? kNoEdits : edits->second));
        ++next;
    }
    QMetaObject::invokeMethod(
        m_receiver, [job, first, rows = std::move(rows)] { job->onSlice(first, rows); },
        Qt::QueuedConnection);
    // By way of the event loop, so that what a person waits for goes first.
    post([this, job, next] { outcomesFrom(job, next); });
}

void SessionWorker::lesson(SourcePtr source, const QString& language,
    std::function<void(const std::optional<machine::Lesson>&)> done)
{
    post([=, this, source = std::move(source), done = std::move(done)] {
        QMetaObject::invokeMethod(
            m_receiver, [done, lesson = source->lesson(language.toStdString())] { done(lesson); },
            Qt::QueuedConnection);
    });
}

} // namespace fscope::models
