// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/sessionedits.h"

#include "models/session.h"

#include <QUndoCommand>

#include <utility>

namespace fscope::models {

std::optional<MemoryEdits::Byte> MemoryEdits::at(quint64 pa) const
{
    const auto found = m_bytes.find(pa);
    return found == m_bytes.end() ? std::nullopt : std::optional(found->second);
}

void MemoryEdits::set(quint64 pa, quint8 was, quint8 now)
{
    const auto [entry, isNew] = m_bytes.try_emplace(pa, Byte { was, now });
    entry->second.now = now;
    if (entry->second.was == now)
        m_bytes.erase(entry);
}

std::vector<machine::MemoryEdit> MemoryEdits::toRun() const
{
    std::vector<machine::MemoryEdit> out;
    for (const auto& [pa, byte] : m_bytes) {
        if (out.empty() || out.back().address.value + out.back().bytes.size() != pa)
            out.push_back({ Pa(pa), {} });
        out.back().bytes.push_back(byte.now);
    }
    return out;
}

namespace {

/// One byte of a change.
struct Patch {
    quint64 pa = 0;
    quint8 was = 0;
    quint8 old = 0;
    quint8 next = 0;
};

constexpr int kTypingId = 1;

} // namespace

/// Bytes of one intercept.
class SessionEdits::Change : public QUndoCommand
{
public:
    Change(SessionEdits* edits, int intercept, int step, std::vector<Patch> patches, const QString& text,
        bool isTyping)
        : QUndoCommand(text)
        , m_edits(edits)
        , m_intercept(intercept)
        , m_step(step)
        , m_patches(std::move(patches))
        , m_isTyping(isTyping)
    { }
    void undo() override { apply(&Patch::old); }
    void redo() override { apply(&Patch::next); }
    int id() const override { return m_isTyping ? kTypingId : -1; }
    bool mergeWith(const QUndoCommand* other) override
    {
        const auto* next = static_cast<const Change*>(other);
        if (next->m_intercept != m_intercept || m_patches.size() != 1 || next->m_patches.size() != 1
            || next->m_patches[0].pa != m_patches[0].pa)
            return false;
        m_patches[0].next = next->m_patches[0].next;
        setObsolete(m_patches[0].next == m_patches[0].old);
        return true;
    }

private:
    void apply(quint8 Patch::*value)
    {
        MemoryEdits edits = m_edits->of(m_intercept);
        for (const Patch& patch : m_patches)
            edits.set(patch.pa, patch.was, patch.*value);
        m_edits->set(m_intercept, std::move(edits));
        m_edits->goTo(m_intercept, m_step);
    }
    SessionEdits* m_edits;
    int m_intercept;
    int m_step;
    std::vector<Patch> m_patches;
    bool m_isTyping;
};

/// All of them at once.
class SessionEdits::Revert : public QUndoCommand
{
public:
    Revert(SessionEdits* edits, const QString& text)
        : QUndoCommand(text)
        , m_edits(edits)
        , m_before(edits->m_edits)
    { }
    void undo() override
    {
        for (const auto& [intercept, edits] : m_before)
            m_edits->set(intercept, edits);
    }
    void redo() override
    {
        for (const auto& [intercept, edits] : m_before)
            m_edits->set(intercept, {});
    }

private:
    SessionEdits* m_edits;
    std::map<int, MemoryEdits> m_before;
};

SessionEdits::SessionEdits(Session* session)
    : m_session(session)
{ }

SessionEdits::~SessionEdits() = default;

const MemoryEdits& SessionEdits::of(int intercept) const
{
    static const MemoryEdits kNone;
    const auto found = m_edits.find(intercept);
    return found == m_edits.end() ? kNone : found->second;
}

const MemoryEdits& SessionEdits::current() const
{
    return of(m_session->position().intercept);
}

quint64 SessionEdits::version(int intercept) const
{
    const auto found = m_versions.find(intercept);
    return found == m_versions.end() ? 0 : found->second;
}

int SessionEdits::byteCount() const
{
    int count = 0;
    for (const auto& [intercept, edits] : m_edits)
        count += edits.size();
    return count;
}

void SessionEdits::set(int intercept, MemoryEdits edits)
{
    if (edits == of(intercept))
        return;
    if (edits.isEmpty()) {
        m_edits.erase(intercept);
        m_versions.erase(intercept);
    } else {
        m_edits[intercept] = std::move(edits);
        m_versions[intercept] = ++m_lastVersion;
    }
    emit changed(intercept);
}

void SessionEdits::clear()
{
    m_undo.clear();
    m_originals.clear();
    if (m_edits.empty())
        return;
    m_edits.clear();
    m_versions.clear();
    emit changed(-1);
}

void SessionEdits::write(const std::vector<Piece>& pieces, const QString& text, bool isTyping)
{
    const auto run = m_session->run();
    Q_ASSERT(run != nullptr);
    const Position at = m_session->position();
    const MemoryEdits& edits = of(at.intercept);
    std::map<quint64, quint8>& originals = m_originals[at.intercept];
    std::vector<Patch> patches;
    for (const Piece& piece : pieces) {
        QByteArray before(piece.bytes.size(), '\0');
        static_cast<void>(run->before->memory.read(Pa(piece.pa), before.data(), std::size_t(before.size())));
        for (qsizetype i = 0; i < piece.bytes.size(); ++i) {
            const quint64 pa = piece.pa + quint64(i);
            const auto next = quint8(piece.bytes[i]);
            const quint8 was = originals.try_emplace(pa, quint8(before[i])).first->second;
            const auto edited = edits.at(pa);
            const quint8 old = edited ? edited->now : was;
            if (old != next)
                patches.push_back({ pa, was, old, next });
        }
    }
    if (!patches.empty())
        m_undo.push(new Change(this, at.intercept, at.step, std::move(patches), text, isTyping));
}

void SessionEdits::revertAll()
{
    if (!m_edits.empty())
        m_undo.push(new Revert(this, tr("Revert of all edited bytes")));
}

void SessionEdits::goTo(int intercept, int step)
{
    if (m_session->position().intercept != intercept)
        m_session->goTo({ intercept, step });
}

} // namespace fscope::models
