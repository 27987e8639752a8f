// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/decodeeditor.h"

#include "core/base/bits.h"

#include <QUndoCommand>

#include <algorithm>
#include <utility>

namespace fscope::models {

class DecodeEditor::Change : public QUndoCommand
{
public:
    Change(DecodeEditor& editor, State after, const QString& what, bool isTyping)
        : QUndoCommand(what)
        , m_editor(editor)
        , m_before(editor.m_state)
        , m_after(std::move(after))
        , m_isTyping(isTyping)
        , m_follows(isTyping && editor.m_typing)
    { }

    int id() const override { return m_isTyping ? 1 : -1; }
    bool mergeWith(const QUndoCommand* other) override
    {
        const auto* next = static_cast<const Change*>(other);
        if (!next->m_follows)
            return false;
        m_after = next->m_after;
        return true;
    }
    void undo() override { m_editor.apply(m_before); }
    void redo() override { m_editor.apply(m_after); }

private:
    DecodeEditor& m_editor;
    State m_before;
    State m_after;
    bool m_isTyping;
    bool m_follows;
};

DecodeEditor::DecodeEditor(QObject* parent)
    : QObject(parent)
{
    constexpr int kUndoLimit = 1000;
    m_undo.setUndoLimit(kUndoLimit);
    decode();
}

quint64 DecodeEditor::value(Side side) const
{
    return side == Side::First ? m_state.value : m_state.second.value_or(0);
}

void DecodeEditor::decode()
{
    m_reports[0] = reportOf(m_state.subject, m_state.value, m_state.companions);
    m_reports[1]
        = m_state.second ? reportOf(m_state.subject, *m_state.second, m_state.companions) : arch::Report();
}

void DecodeEditor::apply(const State& state)
{
    m_state = state;
    m_typing = false;
    decode();
    emit changed();
}

void DecodeEditor::change(State next, const QString& what, bool isTyping)
{
    const quint64 kept = mask(widthOf(next.subject) - 1, 0);
    next.value &= kept;
    if (next.second)
        next.second = *next.second & kept;
    m_isEmpty = false;
    if (next == m_state)
        return;
    m_undo.push(new Change(*this, std::move(next), what, isTyping));
    m_typing = isTyping;
}

void DecodeEditor::show(const DecodeItem& item)
{
    if (!m_isEmpty)
        remember();
    State next = m_state;
    next.subject = item.subject;
    next.value = item.value;
    next.companions = item.companions;
    if (next.subject != m_state.subject)
        next.second.reset();
    change(std::move(next), tr("Decode another value"));
    remember();
}

void DecodeEditor::setSubject(const DecodeSubject& subject)
{
    State next = m_state;
    next.subject = subject;
    change(std::move(next), tr("Choose another register"));
}

void DecodeEditor::setCompanions(const DecodeCompanions& companions)
{
    State next = m_state;
    next.companions = companions;
    change(std::move(next), tr("Change what stands beside"));
}

void DecodeEditor::setValue(quint64 value, Side side, bool isTyping)
{
    State next = m_state;
    if (side == Side::First)
        next.value = value;
    else if (next.second)
        next.second = value;
    change(std::move(next), tr("Change the value"), isTyping);
}

void DecodeEditor::flipBit(unsigned bit, Side side)
{
    if (bit >= width())
        return;
    State next = m_state;
    const quint64 flipped = value(side) ^ quint64 { 1 } << bit;
    if (side == Side::First)
        next.value = flipped;
    else if (next.second)
        next.second = flipped;
    change(std::move(next), tr("Flip bit %1").arg(bit));
}

void DecodeEditor::setField(std::size_t row, quint64 value, Side side)
{
    const arch::Report& decoded = report(side);
    if (row >= decoded.fields.size() || decoded.fields[row].state == arch::FieldState::NotValid)
        return;
    const arch::Field& field = *decoded.fields[row].field;
    const quint64 changed = arch::withField(field, this->value(side), value);
    State next = m_state;
    if (side == Side::First)
        next.value = changed;
    else if (next.second)
        next.second = changed;
    change(std::move(next), tr("Change %1").arg(QString::fromUtf8(field.name)));
}

void DecodeEditor::setComparing(bool on)
{
    State next = m_state;
    if (on != isComparing())
        next.second = on ? std::optional(m_state.value) : std::nullopt;
    change(std::move(next), on ? tr("Compare") : tr("End comparing"));
}

void DecodeEditor::remember()
{
    DecodeItem item;
    item.subject = m_state.subject;
    item.value = m_state.value;
    item.companions = m_state.companions;
    std::erase_if(m_history,
        [&](const DecodeItem& old) { return old.subject == item.subject && old.value == item.value; });
    m_history.insert(m_history.begin(), std::move(item));
    if (m_history.size() > kMaxHistory)
        m_history.resize(kMaxHistory);
    emit historyChanged();
}

void DecodeEditor::clearHistory()
{
    m_history.clear();
    emit historyChanged();
}

} // namespace fscope::models
