// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/mmu/walk.h"
#include "models/background.h"
#include "models/session.h"

#include <memory>
#include <optional>

namespace fscope::models {

/// "What would this access do?"
struct WalkQuestion {
    AddressSpace space = AddressSpace::Va; ///< Va: both stages; Ipa: stage 2 alone
    quint64 address = 0;
    mmu::Access access;
    bool operator==(const WalkQuestion&) const = default;
};

/// What the walker said, with what it was asked. Immutable.
struct WalkAnswer {
    WalkQuestion question;
    mmu::TranslationRegisters regs;
    mmu::WalkTrace trace;
    mmu::WalkResult result;
};

/// Walks for one access through @p guest as it is. Cost: some microseconds.
WalkAnswer answerTo(const WalkQuestion& question, const machine::Guest& guest);

/// Keeps a question about the guest answered wherever the session stands: each move asks again, with the
/// registers and the memory of that moment, on a thread of its own.
class WalkQuery : public QObject
{
    Q_OBJECT
public:
    explicit WalkQuery(Session* session, QObject* parent = nullptr);

    void ask(const WalkQuestion& question);
    void forget(); ///< nobody wants to know any more
    const std::optional<WalkQuestion>& question() const { return m_question; }
    /// Null until it has arrived, and while nothing is asked; else the newest, while a newer one is on its
    /// way.
    std::shared_ptr<const WalkAnswer> answer() const { return m_answer; }
    bool isBusy() const { return m_background.isBusy(); }

    /// What is not live is not asked again at each move; made live it catches up.
    void setLive(bool live);

signals:
    void answerChanged();

private:
    void askAgain();
    Session* m_session;
    std::optional<WalkQuestion> m_question;
    std::shared_ptr<const WalkAnswer> m_answer;
    bool m_live = true;
    bool m_stale = false;
    Background m_background;
};

} // namespace fscope::models
