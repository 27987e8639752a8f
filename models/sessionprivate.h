// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/runcache.h"
#include "models/session.h"
#include "models/sessionedits.h"
#include "models/sessionworker.h"

#include <deque>
#include <limits>

namespace fscope::models {

/// An opening under way: first the source is opened, then its first intercept runs, then it takes over.
struct Opening {
    quint64 number = 0;
    QString name;
    CancelToken token;
    int policyChoice = 0; ///< m_policyChoice when it began
    std::optional<OpenedSource> opened;
    RunKey firstRun;
};

/// How a session does what it does; session.cpp holds the public face, sessionmoves.cpp the moves,
/// sessionopen.cpp the rest.
struct Session::Private {
    /// "The last step" of an intercept whose number of steps is not known before it has run.
    static constexpr int kLastStep = std::numeric_limits<int>::max();

    /// What a move does to the history of positions, once it arrives.
    enum class History { Keep, Jump, Back, Forward, Forget };

    /// Where to go. A move to another intercept waits for its run.
    struct Move {
        Position target;
        History history = History::Keep;
    };

    /// What a person asked for. Relative ones mean something only once the moves before them have arrived.
    struct Intention {
        enum class Kind {
            StepForward,
            StepBackward,
            NextIntercept,
            PreviousIntercept,
            GoBack,
            GoForward,
            Absolute
        };
        Kind kind = Kind::Absolute;
        Move move; ///< for Absolute
    };

    Private(Session* session, Opener howToOpen);
    ~Private();

    // sessionopen.cpp
    void open(const QString& name);
    void cancelOpening();
    void onOpened(quint64 number, Result<OpenedSource>& result);
    void requestFirstRun();
    void takeOver(const RunResult* firstRun);
    void setPolicy(const QString& id);
    void startOutcomes();
    void startOutcomeOf(int intercept);
    void onOutcomes(int first, int next);
    void setOutcome(int intercept, const OutcomeOfRow& outcome);
    void onEdits(int intercept);
    void setLanguage(const QString& language);
    void requestLesson();
    void translateRow(std::size_t i);

    // sessionmoves.cpp
    void ask(const Intention& intention);
    void drain();
    void apply(const Intention& intention);
    std::optional<Move> moveFor(const Intention& intention, const Position& from) const;
    void start(const Move& move);
    void request(const RunKey& key, const SourcePtr& source);
    void onRun(const RunKey& key, const RunResult& result);
    void arrive(const Move& move, const RunKey& key, const RunResult& result);
    void arriveHere(const Move& move);
    void setRun(const RunKey& key, const RunResult& result);
    void changeHistory(const Move& move, const Position& from);
    void runAgain();
    void prefetch();
    RunKey keyOf(int intercept) const
    {
        return { sourceNumber, policyId, intercept, edits.version(intercept) };
    }

    int interceptCount() const { return int(current.rows.size()); }
    int stepCount() const { return run ? int(run->steps.size()) : 0; }
    bool isIdle() const
    {
        return !opening && !pending && queue.empty() && inFlight.empty() && !outcomesRunning
            && outcomesOfRows == 0 && lessonsRunning == 0;
    }
    void updateBusy();
    void forgetProgress();

    Session* q;
    Opener opener;
    QObject receiver; ///< answers of the worker are posted to it

    OpenedSource current;      ///< rows are kept up to date; source is null while nothing is open
    std::vector<Text> reasons; ///< of the rows' outcomes, to be put in another language
    QString askedName;
    QString language;

    QString policyId;     ///< in force
    QString chosenPolicy; ///< by a person; a source's own preference does not change it
    int policyChoice = 0; ///< counts choices

    Position position;
    std::shared_ptr<const machine::InterceptRun> run;
    std::optional<machine::Replay> replay;
    QString runError;
    RunKey runKey; ///< of run, or of what failed

    std::deque<Intention> queue;
    std::optional<Move> pending;
    bool draining = false;
    SessionEdits edits;
    std::vector<RunKey> inFlight;
    RunCache cache;
    std::vector<Position> back;
    std::vector<Position> forward;

    quint64 sourceNumber = 0;
    quint64 lastNumber = 0; ///< of openings
    std::optional<Opening> opening;
    bool outcomesRunning = false;
    int outcomesOfRows = 0;           ///< of single rows, on their way
    std::function<void()> cancelWork; ///< of somebody else's work that is shown
    CancelToken outcomesToken;
    int lessonsRunning = 0;
    bool wasBusy = false;
    bool progressShown = false;

    std::unique_ptr<SessionWorker> worker; ///< last: its threads end first
};

} // namespace fscope::models
