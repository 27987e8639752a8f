// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/machine/run.h"

#include <QString>

#include <list>
#include <memory>

namespace fscope::models {

/// Which run: of which opening, under which policy, of which intercept, with which edits of memory.
struct RunKey {
    quint64 source = 0; ///< number of the opening; 0: none
    QString policy;
    int intercept = -1;
    quint64 edits = 0; ///< SessionEdits::version()
    bool operator==(const RunKey&) const = default;
};

/// The runs used last, so that going back and forth over the border of an intercept is immediate.
class RunCache
{
public:
    static constexpr std::size_t kSize = 8;
    using Run = std::shared_ptr<const machine::InterceptRun>;

    Run find(const RunKey& key) ///< nullptr if not held
    {
        for (auto it = m_entries.begin(); it != m_entries.end(); ++it) {
            if (it->first == key) {
                m_entries.splice(m_entries.begin(), m_entries, it);
                return it->second;
            }
        }
        return nullptr;
    }
    void insert(const RunKey& key, Run run)
    {
        if (find(key))
            return;
        m_entries.emplace_front(key, std::move(run));
        if (m_entries.size() > kSize)
            m_entries.pop_back();
    }
    void clear() { m_entries.clear(); }

private:
    std::list<std::pair<RunKey, Run>> m_entries; ///< the one used last first
};

} // namespace fscope::models
