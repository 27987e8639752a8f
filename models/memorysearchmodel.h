// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/memory/memorysearch.h"
#include "models/session.h"

#include <QAbstractTableModel>
#include <QThreadPool>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

namespace fscope::models {

/// Where something is in the guest's memory: every match in all pages that exist at the current position,
/// with the bytes around it. One match is the current one.
///
/// A search works on a thread of its own over a snapshot. Session::progress() tells how far it is once it
/// takes noticeable time, and Session::cancel() ends it; what was found until then stays. A search that was
/// quick is made again by itself when the position moves, so that the matches are those of the moment.
class MemorySearchModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Physical, Intermediate, Virtual, Bytes, Text, ColumnCount };
    enum class Kind : int { Bytes, Text, Value };
    static constexpr int kLimit = 10'000; ///< of matches

    explicit MemorySearchModel(Session* session, QObject* parent = nullptr);
    ~MemorySearchModel() override; ///< ends the search under way and waits for its thread

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Begins to look for @p text: bytes as "de ad ?? 4?", letters, or a number of 64 bits in the guest's
    /// byte order. What was under way is given up; what was found before stays until it ends.
    /// @param anyCase of letters: A to Z are a to z too
    /// @return what is wrong with the text; empty: the search is under way, finished() will follow
    QString search(Kind kind, const QString& text, bool anyCase = false);
    void cancel(); ///< keeps what was found
    void clear();  ///< forgets the matches and what was looked for
    bool isSearching() const { return m_job != 0; }
    bool hasSearched() const { return m_pattern.has_value(); }
    bool isLimited() const { return m_limited; } ///< there may be more matches than rows

    /// PAs, ascending, shared and immutable; nullptr before the first search.
    std::shared_ptr<const std::vector<quint64>> matches() const { return m_matches; }
    int matchLength() const { return m_length; } ///< bytes
    int current() const { return m_current; }    ///< row; -1: none
    void setCurrent(int row);
    /// The next match, or the one before: after the last comes the first.
    void step(int direction);
    /// Where views should go for a row: an address of @p wanted if it is known there, else its IPA or its PA.
    std::pair<AddressSpace, quint64> place(int row, AddressSpace wanted) const;
    /// "match 3 of 17", in a phrase.
    QString summary() const;

signals:
    void finished();       ///< the matches are new
    void currentChanged(); ///< setCurrent(), step() and the end of a search that a person began
    void stateChanged();   ///< isSearching() or summary()

private:
    void start(bool byPerson);
    void onDone(quint64 job, bool byPerson, const memory::SearchResult& result, qint64 ms);
    void setMatches(std::vector<quint64> matches, bool byPerson);
    std::optional<Ipa> ipaOf(int row) const;
    std::optional<Va> vaOf(int row) const;
    QString contextOf(int row, bool asText) const;
    Session* m_session;
    std::optional<memory::SearchPattern> m_pattern;
    std::shared_ptr<const std::vector<quint64>> m_matches;
    int m_length = 0;
    int m_current = -1;
    bool m_limited = false;
    bool m_cancelled = false;
    bool m_isQuick = false;
    quint64 m_job = 0; ///< number of the search under way; 0: none
    quint64 m_lastJob = 0;
    std::shared_ptr<std::atomic<bool>> m_cancel;
    QThreadPool m_pool;
};

} // namespace fscope::models
