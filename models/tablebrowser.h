// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/mmu/rangefilter.h"
#include "models/background.h"
#include "models/session.h"
#include "models/tablesnapshot.h"

#include <optional>

namespace fscope::models {

class FindingModel;
class MappedByModel;
class MappingModel;
class TableTreeModel;

/// What is to be listed of the mappings.
struct MappingQuestion {
    mmu::RangeFilter filter;
    std::optional<int> tree; ///< of the snapshot; absent: all
    bool operator==(const MappingQuestion&) const = default;
};

/// The translation tables of the session's guest, in four ways: as a lazy tree, as a list of mappings, by who
/// maps an address, and by what looks wrong.
///
/// Follows the session while live. The tree is read as it is opened; the others are answered on threads of
/// their own, again whenever the tables changed, and keep what they had until then.
class TableBrowser : public QObject
{
    Q_OBJECT
public:
    explicit TableBrowser(Session* session, QObject* parent = nullptr);

    TableTreeModel* tree() const { return m_tree; }
    MappingModel* mappings() const { return m_mappings; }
    MappedByModel* mappedBy() const { return m_mappedBy; }
    FindingModel* findings() const { return m_findings; }
    Session* session() const { return m_session; }
    const TableSnapshotPtr& snapshot() const { return m_snapshot; } ///< null while there is no run

    void setLive(bool live);
    /// Shows one tree more, whose root is @p root.
    void setTypedRoot(const std::optional<TypedRoot>& root);

    /// A list holds at most so many ranges; what is more takes a narrower filter.
    static constexpr std::size_t kMostMappings = std::size_t { 1 } << 19;
    void list(const MappingQuestion& question);
    /// Who maps these addresses: PAs or IPAs.
    void findWhoMaps(AddressSpace space, const mmu::AddressSpan& span);
    void lint();
    /// Gives up what runs; the parts that were found stay.
    void cancel();

    bool isListing() const { return m_listing.isBusy(); }
    bool isFinding() const { return m_finding.isBusy(); }
    bool isLinting() const { return m_linting.isBusy(); }
    bool isListed() const { return m_listed != nullptr; } ///< list() was answered
    bool isLinted() const { return m_linted != nullptr; }
    /// "1,234 mappings", how far a list has come, or why it is not whole.
    QString listText() const { return m_listText; }
    QString findText() const { return m_findText; }
    QString lintText() const { return m_lintText; }

    /// Writes all mappings that are listed: JSON, or CSV where the name ends in .csv. Ends in exported().
    void exportMappings(const QString& path);

signals:
    void snapshotChanged();
    void listChanged();
    void findChanged();
    void lintChanged();
    void exported(const QString& path, const QString& error); ///< an empty error: it is written

private:
    void refresh();
    void startList();
    void startFind();
    void startLint();
    Session* m_session;
    TableTreeModel* m_tree;
    MappingModel* m_mappings;
    MappedByModel* m_mappedBy;
    FindingModel* m_findings;
    TableSnapshotPtr m_snapshot;
    std::optional<TypedRoot> m_typed;
    std::optional<MappingQuestion> m_listQuestion;
    std::optional<std::pair<AddressSpace, mmu::AddressSpan>> m_findQuestion;
    bool m_lintAsked = false;
    TableSnapshotPtr m_listed; ///< what the answers are about
    TableSnapshotPtr m_found;
    TableSnapshotPtr m_linted;
    QString m_listText;
    QString m_findText;
    QString m_lintText;
    bool m_live = false;
    bool m_stale = true;
    Background m_listing;
    Background m_finding;
    Background m_linting;
    Background m_exporting;
};

} // namespace fscope::models
