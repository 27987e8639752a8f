// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/sessiontreemodel.h"

namespace fscope::models {

/// What a cache of translations has done up to a moment.
struct CachePoint {
    quint64 hits = 0;
    quint64 misses = 0;
    quint64 evictions = 0;
    bool operator==(const CachePoint&) const = default;
};

/// The entries of the CPU's TLB, if the guest has one, and of the hypervisor's one-entry cache, at the
/// current step. The entry of the last hit is current; what the last step put there is changed.
class CacheModel : public SessionTreeModel
{
    Q_OBJECT
public:
    enum Column { Place, Access, Input, Output, Vmid, Asid, Rights, Attributes, Age, ColumnCount };

    explicit CacheModel(Session* session, QObject* parent = nullptr);

    /// Whether there is a cache to show: one of the guest's CPU, or one that the policy uses here.
    bool hasTlb() const;
    bool hasOneEntryCache() const;
    /// Counts in one line, for people; of the TLB if there is one. Empty without a cache.
    QString statisticsText() const;
    /// The same by kind of access and TLBI, line by line.
    QString statisticsDetails() const;
    /// Totals after each micro-step of the current intercept, from step 0 (what came before it) on: of the
    /// TLB since the guest began, else of the one-entry cache, which begins anew with each intercept.
    QVector<CachePoint> history() const;

protected:
    QStringList columnTitles() const override;
    std::vector<TreeRow> makeRows() const override;
};

} // namespace fscope::models
