// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/machine/memoryedit.h"

#include <QByteArray>
#include <QObject>
#include <QUndoStack>

#include <map>
#include <optional>
#include <vector>

namespace fscope::models {

class Session;

/// Bytes of guest memory that a person has changed for one intercept, by physical address: a value.
class MemoryEdits
{
public:
    struct Byte {
        quint8 was = 0; ///< as the intercept finds it in the source
        quint8 now = 0;
        bool operator==(const Byte&) const = default;
    };

    bool isEmpty() const { return m_bytes.empty(); }
    int size() const { return int(m_bytes.size()); }
    const std::map<quint64, Byte>& bytes() const { return m_bytes; } ///< by ascending address
    std::optional<Byte> at(quint64 pa) const;
    /// A byte that is as it was is no edit. @p was counts only where the byte has not been edited yet.
    void set(quint64 pa, quint8 was, quint8 now);
    /// Neighbouring bytes together, as InterceptSource::run() takes them.
    std::vector<machine::MemoryEdit> toRun() const;
    bool operator==(const MemoryEdits&) const = default;

private:
    std::map<quint64, Byte> m_bytes;
};

/// What a person has changed in the guest's memory, for each intercept of the open source, with the way back.
///
/// A change is a what-if: it is made to the guest as that one intercept finds it, the intercept is run again
/// with it, and neither the source nor any other intercept knows of it. Opening another source forgets all.
class SessionEdits : public QObject
{
    Q_OBJECT
public:
    explicit SessionEdits(Session* session);
    ~SessionEdits() override;

    const MemoryEdits& of(int intercept) const; ///< empty where nothing is changed
    const MemoryEdits& current() const;         ///< of the intercept the session is at
    const std::map<int, MemoryEdits>& all() const { return m_edits; }
    /// Another number after each change, 0 while nothing is changed: part of what makes a run what it is.
    quint64 version(int intercept) const;
    int byteCount() const; ///< of all intercepts

    /// Without a way back; see write() for what a person does.
    void set(int intercept, MemoryEdits edits);
    /// Of all intercepts, as one step of undo.
    void revertAll();
    /// Forgets everything, the way back too.
    void clear();

    struct Piece {
        quint64 pa = 0;
        QByteArray bytes;
    };
    /// Changes memory of the current intercept, as one step of undo called @p text. With @p isTyping, what is
    /// typed over the same byte next joins it. The pieces are RAM, and there is a run.
    void write(const std::vector<Piece>& pieces, const QString& text, bool isTyping = false);
    /// Undoing a change of another intercept goes there.
    QUndoStack* undoStack() { return &m_undo; }

signals:
    /// @p intercept -1: all are forgotten.
    void changed(int intercept);

private:
    class Change;
    class Revert;
    void goTo(int intercept, int step);
    Session* m_session;
    std::map<int, MemoryEdits> m_edits;
    std::map<int, quint64> m_versions;
    /// What bytes were that have been edited once: a run that still shows an edit does not tell any more.
    std::map<int, std::map<quint64, quint8>> m_originals;
    quint64 m_lastVersion = 0;
    QUndoStack m_undo;
};

} // namespace fscope::models
