// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/session.h"
#include "models/sessionedits.h"

#include <QThread>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <map>

namespace fscope::models {

using SourcePtr = std::shared_ptr<const machine::InterceptSource>;
using RunResult = Result<std::shared_ptr<const machine::InterceptRun>>;

/// Bytes to be changed in the guest of an intercept before it runs, of all intercepts that have some.
using EditsByIntercept = std::map<int, std::vector<machine::MemoryEdit>>;

/// Told to a job that its result is no longer wanted.
class CancelToken
{
public:
    void cancel() const { m_cancelled->store(true, std::memory_order_relaxed); }
    bool isCancelled() const { return m_cancelled->load(std::memory_order_relaxed); }

private:
    std::shared_ptr<std::atomic<bool>> m_cancelled = std::make_shared<std::atomic<bool>>(false);
};

/// A source that was opened, with all that is known of it without running anything.
struct OpenedSource {
    SourcePtr source;
    std::string name;
    std::string kind;
    std::string preferredPolicy;
    std::vector<InterceptRow> rows;
    std::optional<machine::Lesson> lesson;
    QString lessonLanguage; ///< the one @c lesson was asked for in
};

/// What running one intercept told for the list.
struct OutcomeOfRow {
    OutcomeState outcome = OutcomeState::Unknown;
    Text reason;
    std::optional<int> differences;
};

/// The threads behind a session: one that runs intercepts, and one that opens, so that what is open can be
/// used meanwhile.
///
/// Each answer is posted to the thread of the receiver; answers that wait when the worker goes away are
/// dropped. A source is handed from the opening thread to the running one and is used by one of them at a
/// time.
class SessionWorker
{
public:
    explicit SessionWorker(QObject* receiver);
    ~SessionWorker(); ///< waits for the job that runs; cancel tokens first
    SessionWorker(const SessionWorker&) = delete;
    SessionWorker& operator=(const SessionWorker&) = delete;

    /// Opens @p name and reads all summaries. @p onProgress is told the line that is read, a few times a
    /// second.
    void open(Opener opener, const QString& name, const QString& language, CancelToken token,
        std::function<void(std::size_t)> onProgress,
        std::function<void(std::shared_ptr<Result<OpenedSource>>)> done);

    void run(SourcePtr source, int index, const hypervisor::HypervisorPolicy* policy,
        std::vector<machine::MemoryEdit> edits, std::function<void(const RunResult&)> done);

    /// Runs the intercepts from @p first to before @p end in slices, between which other jobs have their
    /// turn;
    /// @p onSlice gets each slice's first row.
    void outcomes(SourcePtr source, int first, int end, const hypervisor::HypervisorPolicy* policy,
        EditsByIntercept edits, CancelToken token,
        std::function<void(int first, const std::vector<OutcomeOfRow>&)> onSlice);

    void lesson(SourcePtr source, const QString& language,
        std::function<void(const std::optional<machine::Lesson>&)> done);

private:
    template <typename Function>
    void post(Function function);
    struct OutcomesJob;
    void outcomesFrom(const std::shared_ptr<const OutcomesJob>& job, int first);
    QObject* m_receiver;
    QThread m_thread;
    std::unique_ptr<QObject> m_context; ///< lives on m_thread
    QThreadPool m_openers;
};

/// The state a list shows for a run.
OutcomeState outcomeState(const machine::InterceptRun& run);

} // namespace fscope::models
