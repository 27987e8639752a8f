// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/memory/doorbell.h"

#include <algorithm>
#include <mutex>
#include <shared_mutex>
#include <utility>

namespace fscope::memory {

struct DoorbellList {
    struct Entry {
        std::uint64_t id = 0;
        DoorbellCondition condition;
        std::function<void()> event;
    };
    mutable std::shared_mutex mutex; ///< held shared while events run, so that a guard waits for them
    std::vector<Entry> entries;
    std::uint64_t lastId = 0;
};

Doorbells::Guard::Guard(Guard&& other) noexcept
    : m_list(std::move(other.m_list))
    , m_id(std::exchange(other.m_id, 0))
{ }

Doorbells::Guard& Doorbells::Guard::operator=(Guard&& other) noexcept
{
    if (this != &other) {
        release();
        m_list = std::move(other.m_list);
        m_id = std::exchange(other.m_id, 0);
    }
    return *this;
}

Doorbells::Guard::~Guard()
{
    release();
}

void Doorbells::Guard::release()
{
    if (const std::shared_ptr<DoorbellList> list = m_list.lock()) {
        // What the event holds is given up without the lock: it may be a guard of another doorbell.
        std::function<void()> event;
        const std::unique_lock lock(list->mutex);
        const auto found = std::ranges::find(list->entries, m_id, &DoorbellList::Entry::id);
        if (found != list->entries.end()) {
            event = std::move(found->event);
            list->entries.erase(found);
        }
    }
    m_list.reset();
    m_id = 0;
}

Doorbells::Doorbells()
    : m_list(std::make_shared<DoorbellList>())
{ }

Doorbells::Guard Doorbells::add(const DoorbellCondition& condition, std::function<void()> event)
{
    Guard guard;
    const std::unique_lock lock(m_list->mutex);
    guard.m_list = m_list;
    guard.m_id = ++m_list->lastId;
    m_list->entries.push_back({ guard.m_id, condition, std::move(event) });
    return guard;
}

std::size_t Doorbells::notify(std::uint64_t address, unsigned length, std::uint64_t value) const
{
    const std::shared_lock lock(m_list->mutex);
    std::size_t rang = 0;
    for (const DoorbellList::Entry& entry : m_list->entries) {
        if (!entry.condition.fires(address, length, value))
            continue;
        ++rang;
        if (entry.event)
            entry.event();
    }
    return rang;
}

std::size_t Doorbells::size() const
{
    const std::shared_lock lock(m_list->mutex);
    return m_list->entries.size();
}

} // namespace fscope::memory
