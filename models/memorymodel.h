// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/session.h"

#include <QAbstractTableModel>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace fscope::models {

/// The guest's memory at the current position: 4096 rows of 16 bytes, the aligned 64 KiB that hold the
/// address.
///
/// Bytes that cannot be read (not mapped by stage 1, not RAM) show as "··". An IPA leads where the
/// hypervisor's own map of the guest says, whether or not stage 2 maps it; a VA goes through stage 1 first.
/// ChangedBytesRole marks what the last step wrote, EditedBytesRole what a person has changed, MatchBytesRole
/// what a search has found.
class MemoryModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Address, Hex, Text, ColumnCount };
    static constexpr int kRowBytes = 16;
    static constexpr int kRows = 4096;

    explicit MemoryModel(Session* session, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    AddressSpace space() const { return m_space; }
    quint64 address() const { return m_address; } ///< as set last; not aligned
    /// Shows the 64 KiB of @p address; rows stay in place if they are already shown.
    void setAddress(fscope::models::AddressSpace space, quint64 address);
    int rowOf(quint64 address) const; ///< -1: not in the rows shown
    int groupSize() const { return m_groupSize; }
    void setGroupSize(int bytes); ///< 1, 2, 4 or 8; others are ignored
    /// A byte as it is shown; nothing where none can be read.
    std::optional<quint8> byteAt(quint64 address) const;
    /// The PA behind an address of the space shown.
    std::optional<quint64> physicalOf(quint64 address) const;
    /// Where a PA is among the rows shown, if it is.
    std::optional<quint64> shownAddressOf(quint64 pa) const;
    /// What it was before it was changed by hand, if it was.
    std::optional<quint8> originalOf(quint64 address) const;
    /// Places to be marked, by PA: @p matches ascending, each @p length bytes; @p current is one of them or
    /// -1.
    void setMatches(std::shared_ptr<const std::vector<quint64>> matches, int length, int current);
    /// Goes to what a person typed: a number, a register, sums of them, with "va:", "ipa:" or "pa:" before.
    /// See addressexpression.h.
    /// @return what is wrong with the text; empty: nothing
    QString goTo(const QString& expression);

    /// While following (the default), shows what the last step read or wrote in memory.
    bool isFollowing() const { return m_follow; }
    void setFollow(bool follow);
    void setLive(bool live); ///< as SessionTreeModel::setLive

signals:
    void addressChanged(); ///< another address or space: scroll to rowOf(address())

private:
    using RowBytes = std::array<std::optional<quint8>, kRowBytes>;
    RowBytes bytesOf(int row) const;
    quint64 rowAddress(int row) const;
    std::optional<quint64> physicalRow(int row) const;
    quint16 changedMask(int row) const;
    quint16 editedMask(int row) const;
    quint32 matchMask(int row) const;
    ItemState stateOf(int row) const;
    void announceAll();
    QString hexText(const RowBytes& bytes) const;
    QString accessible(int row, const RowBytes& bytes) const;
    std::optional<quint64> physicalPage(quint64 page) const;
    void onRunChanged();
    void onMomentChanged();
    void followTo(Ipa ipa, Pa pa);
    Session* m_session;
    AddressSpace m_space = AddressSpace::Va;
    quint64 m_address = 0;
    quint64 m_base = 0;     ///< of row 0, a multiple of 64 KiB
    bool m_hasBase = false; ///< false until there has been a run to show the memory of
    int m_groupSize = 1;
    bool m_follow = true;
    bool m_live = true;
    bool m_stale = false;
    struct PageSlot {
        quint64 page = 0;
        std::optional<quint64> physical;
    };
    mutable std::vector<PageSlot> m_physicalPages; ///< where the pages shown are, until the next move
    std::shared_ptr<const std::vector<quint64>> m_matches;
    int m_matchLength = 0;
    int m_currentMatch = -1;
};

} // namespace fscope::models
