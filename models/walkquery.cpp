// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/walkquery.h"

#include <utility>

namespace fscope::models {

WalkAnswer answerTo(const WalkQuestion& question, const machine::Guest& guest)
{
    WalkAnswer answer { question, guest.vcpu.translation, {}, {} };
    answer.result = question.space == AddressSpace::Va
        ? mmu::translate(answer.regs, guest.memory, Va(question.address), question.access, &answer.trace)
        : mmu::walkStage2(answer.regs, guest.memory, Ipa(question.address), question.access, &answer.trace);
    return answer;
}

WalkQuery::WalkQuery(Session* session, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_background(this)
{
    connect(session, &Session::momentChanged, this, &WalkQuery::askAgain);
}

void WalkQuery::ask(const WalkQuestion& question)
{
    m_question = question;
    askAgain();
}

void WalkQuery::forget()
{
    m_question.reset();
    m_background.cancel();
    if (std::exchange(m_answer, nullptr))
        emit answerChanged();
}

void WalkQuery::setLive(bool live)
{
    m_live = live;
    if (live && m_stale)
        askAgain();
}

void WalkQuery::askAgain()
{
    if (!m_question)
        return;
    if (!m_live) {
        m_stale = true;
        return;
    }
    m_stale = false;
    if (!m_session->run()) {
        m_background.cancel();
        if (std::exchange(m_answer, nullptr))
            emit answerChanged();
        return;
    }
    // A copy shares its pages with the session's guest, which may move on meanwhile.
    auto guest = std::make_shared<const machine::Guest>(m_session->guest());
    m_background.start([this, guest, question = *m_question](const Background::Cancelled&) {
        auto answer = std::make_shared<const WalkAnswer>(answerTo(question, *guest));
        return [this, answer] {
            m_answer = answer;
            emit answerChanged();
        };
    });
}

} // namespace fscope::models
