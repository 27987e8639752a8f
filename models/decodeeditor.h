// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/decodesubject.h"

#include <QObject>
#include <QUndoStack>

#include <array>
#include <optional>
#include <vector>

namespace fscope::models {

/// The value that the Decode panel shows and edits, the value it is compared with, what they are taken for,
/// and the way back: an undo stack and a list of the values shown before.
class DecodeEditor : public QObject
{
    Q_OBJECT
public:
    enum class Side : quint8 { First, Second };

    explicit DecodeEditor(QObject* parent = nullptr);

    const DecodeSubject& subject() const { return m_state.subject; }
    const DecodeCompanions& companions() const { return m_state.companions; }
    quint64 value(Side side = Side::First) const;
    bool isComparing() const { return m_state.second.has_value(); }
    unsigned width() const { return report().width; }
    /// Of the second value: empty while nothing is compared.
    const arch::Report& report(Side side = Side::First) const { return m_reports[std::size_t(side)]; }

    /// Another value altogether; what was shown goes to the history.
    void show(const DecodeItem& item);
    void setSubject(const DecodeSubject& subject); ///< the same bits, read as something else
    void setCompanions(const DecodeCompanions& companions);
    /// @p isTyping: follows the last such change in one step of undo.
    void setValue(quint64 value, Side side = Side::First, bool isTyping = false);
    void flipBit(unsigned bit, Side side = Side::First);
    /// One field of a row of report(); bits of @p value that it does not have are dropped.
    void setField(std::size_t row, quint64 value, Side side = Side::First);
    void setComparing(bool on); ///< with the value that is shown, at first
    void endTyping() { m_typing = false; }

    QUndoStack* undoStack() { return &m_undo; }
    /// The values shown, the newest first, each once; at most kMaxHistory.
    const std::vector<DecodeItem>& history() const { return m_history; }
    void remember(); ///< puts the value that is shown into the history
    void clearHistory();
    static constexpr std::size_t kMaxHistory = 200;

signals:
    void changed();
    void historyChanged();

private:
    struct State {
        DecodeSubject subject;
        quint64 value = 0;
        DecodeCompanions companions;
        std::optional<quint64> second;
        bool operator==(const State&) const = default;
    };
    class Change;
    void change(State next, const QString& what, bool isTyping = false);
    void apply(const State& state);
    void decode();

    State m_state;
    std::array<arch::Report, 2> m_reports;
    QUndoStack m_undo;
    std::vector<DecodeItem> m_history;
    bool m_typing = false; ///< the last change was typed, and more may follow
    bool m_isEmpty = true; ///< nothing was shown yet
};

} // namespace fscope::models
