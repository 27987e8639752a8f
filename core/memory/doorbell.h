// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fscope::memory {

/// Which writes of a guest ring a doorbell: those that begin at the address, with the value and the length
/// where they are given. A write that covers the address but begins elsewhere does not.
struct DoorbellCondition {
    std::uint64_t address = 0;
    std::optional<std::uint64_t> value; ///< of the bytes written, zero-extended; absent: any
    std::optional<unsigned> length;     ///< in bytes; absent: any
    bool fires(std::uint64_t at, unsigned bytes, std::uint64_t written) const
    {
        return at == address && (!length || *length == bytes) && (!value || *value == written);
    }
    bool operator==(const DoorbellCondition&) const = default;
};

/// A doorbell of a simulated guest, with how often it rang.
struct Doorbell {
    std::string name;
    DoorbellCondition condition;
    std::uint64_t rung = 0;
    bool operator==(const Doorbell&) const = default;
};

struct DoorbellList;

/// Doorbells of a running machine: whoever registers one is told when the guest writes there.
///
/// Several may wait for the same write, also with the same condition. Safe to use from several threads.
class Doorbells
{
public:
    /// Unregisters its doorbell when it dies; by then the event is not running and will not run again. It may
    /// outlive the Doorbells.
    class Guard
    {
    public:
        Guard() = default;
        Guard(Guard&& other) noexcept;
        Guard& operator=(Guard&& other) noexcept;
        Guard(const Guard&) = delete;
        Guard& operator=(const Guard&) = delete;
        ~Guard();
        /// Unregisters now.
        void release();

    private:
        friend class Doorbells;
        std::weak_ptr<DoorbellList> m_list;
        std::uint64_t m_id = 0;
    };

    Doorbells();
    /// Calls @p event for each write that the condition is true of, until the guard dies. The event runs in
    /// the thread that notifies and must neither register nor release doorbells of this object.
    [[nodiscard]] Guard add(const DoorbellCondition& condition, std::function<void()> event);
    /// The guest wrote: calls the events of the doorbells that fire, in the order of their registration, and
    /// tells how many those were. Cost: one look at each doorbell.
    std::size_t notify(std::uint64_t address, unsigned length, std::uint64_t value) const;
    std::size_t size() const; ///< registered now

private:
    std::shared_ptr<DoorbellList> m_list;
};

} // namespace fscope::memory
