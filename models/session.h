// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/machine/run.h"
#include "core/machine/source.h"
#include "models/position.h"
#include "models/roles.h"

#include <QObject>
#include <QString>
#include <QVector>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace fscope::models {

class SessionEdits;

/// What is known of one intercept of the list; outcomes arrive later, from the worker.
struct InterceptRow {
    machine::InterceptSummary summary;
    OutcomeState outcome = OutcomeState::Unknown;
    QString outcomeText;            ///< empty until known
    std::optional<int> differences; ///< from the recording; absent: nothing to compare with, or not known yet
};

/// What an opener asks and tells while it works, on a thread of its own.
struct OpenControl {
    std::function<bool()> isCancelled;                ///< asked now and then; true: give up with any Error
    std::function<void(std::size_t line)> onProgress; ///< the line that has been reached
};
/// Opens a file by path or a lesson by name; never called on the thread of the window.
using Opener = std::function<Result<std::shared_ptr<const machine::InterceptSource>>(
    const std::string& nameOrPath, const OpenControl& control)>;

/// What the window shows: the open source, the policy, the current position. Owns the worker thread the core
/// runs on.
///
/// Nothing here waits: open(), setPolicy() and moves to another intercept answer later, by signal; moves
/// between the micro-steps of the current intercept are immediate. What was open stays until the new source
/// is ready.
///
/// While a run is on its way, position() and run() stay those of before: what is shown is always whole. Moves
/// asked for meanwhile wait in a queue and are carried out in order when it arrives (absolute ones make those
/// before them void), so no key press is lost or means something else. If an intercept cannot be run, the
/// position still moves there, run() is null and runError() says why.
class Session : public QObject
{
    Q_OBJECT
public:
    explicit Session(QObject* parent = nullptr);
    /// With another way to open things, for tests.
    explicit Session(Opener opener, QObject* parent = nullptr);
    ~Session() override;

    /// Opens a file or a lesson by name on the worker. Ends in sourceChanged() or openFailed(). A newer call
    /// voids an older one.
    void open(const QString& nameOrPath);
    void cancel(); ///< gives up the opening that is under way, or else the work that showWork() shows
    bool canCancel() const; ///< there is such a thing
    bool isBusy() const;    ///< opening, or running an intercept whose result has not arrived

    /// Shows long work on the guest's memory as the session's own, by progress(); an empty text: it is done.
    /// @param cancel what cancel() shall do meanwhile
    void showWork(const QString& what, int percent, std::function<void()> cancel = {});

    bool hasSource() const;
    QString sourceName() const;  ///< what was asked for: path or lesson name
    QString sourceTitle() const; ///< for the window's title
    QString sourceKind() const;
    std::optional<machine::Lesson> lesson() const; ///< in the current language
    QString language() const;
    /// "en", "zh_CN": for the lesson's text. To be called after the translator is installed: every text is
    /// made anew (rowsChanged(), languageChanged(), runChanged(), momentChanged()). The lesson's text follows
    /// from the worker.
    void setLanguage(const QString& language);

    int interceptCount() const;
    /// Rows of the list, shared and immutable; replaced as a whole by rowsChanged() as outcomes arrive.
    const std::vector<InterceptRow>& rows() const;

    QString policyId() const;
    void setPolicy(
        const QString& id); ///< runs the current intercept again, and all outcomes in the background

    Position position() const;
    /// The run of the current intercept, or nullptr while nothing is open or it has not arrived.
    std::shared_ptr<const machine::InterceptRun> run() const;
    QString runError() const; ///< why the current intercept could not be run; empty if it could
    int stepCount() const;    ///< micro-steps of the current intercept
    /// The guest as it is at the current position; valid while run() is not null, until the next move.
    const machine::Guest& guest() const;
    const std::optional<mmu::OneEntryCache::Entry>& cacheEntry() const;
    /// The step just done, or nullptr at step 0.
    const hypervisor::MicroStep* lastStep() const;
    /// Registers changed by the last step (they stay marked until the next step).
    bool isChanged(arch::RegId reg, U128* before = nullptr) const;
    /// Bytes of guest memory (PA) written by the last step.
    std::optional<std::pair<Pa, unsigned>> changedMemory() const;

    /// Bytes of memory changed by hand, and the way back.
    SessionEdits* edits() const;
    /// The newest edits of the current intercept are not in run() yet: it is being run again.
    bool isEditPending() const;

    bool canStepForward() const;
    bool canStepBackward() const;
    bool canGoBack() const; ///< in the history of positions
    bool canGoForward() const;

    /// Waits until nothing is under way; for tests and screenshots only, never from the window. False after
    /// @p ms.
    bool waitUntilIdle(int ms = 10000);

public slots:
    void stepForward();       ///< next micro-step; at the end of an intercept, the next intercept at step 0
    void stepBackward();      ///< at step 0, the end of the previous intercept
    void nextIntercept();     ///< to step 0 of the next intercept; at the last one, to its end
    void previousIntercept(); ///< to step 0 of this intercept, or of the previous one if already there
    void runToEnd();          ///< to the end of the last intercept
    void runToStart();        ///< to the start of the first
    void restart();           ///< as runToStart(), and forgets the history of positions
    void goTo(const fscope::models::Position& position); ///< clamped to what exists
    void goToIntercept(int index);
    void goToStep(int step);
    void goBack(); ///< through the history of positions
    void goForward();

signals:
    void sourceChanged();
    void openFailed(const QString& name, const QString& message);
    void progress(const QString& what, int percent); ///< percent -1: unknown; an empty text: done
    void rowsChanged(int first, int last);           ///< outcomes of these rows arrived
    void runChanged();                               ///< another intercept or policy: everything is new
    void momentChanged();                            ///< the position moved (also after runChanged)
    void policyChanged();
    void languageChanged();
    void historyChanged(); ///< canGoBack() or canGoForward() changed
    void busyChanged();
    void message(const QString& text); ///< something worth a line in the status bar

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace fscope::models
