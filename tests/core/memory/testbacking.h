// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/memory/guestmemory.h"
#include "core/memory/sparsebacking.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fscope::test {

using namespace fscope::memory;

/// Sparse memory that keeps a list of what it was asked, and answers as the test says.
class TestBacking final : public SparseBacking
{
public:
    /// @p size bytes, nothing mapped.
    explicit TestBacking(std::uint64_t size)
        : SparseBacking(reserve(size), size)
    { }
    static std::shared_ptr<TestBacking> mapped(std::uint64_t size)
    {
        auto backing = std::make_shared<TestBacking>(size);
        backing->map(0, backing->sparse().size());
        return backing;
    }
    void map(std::uint64_t offset, std::uint64_t length)
    {
        if (!sparse().alloc(offset, length))
            std::abort();
    }

    std::function<FaultAction(const PageFault&)> onFault; ///< else the default of SparseBacking
    std::function<BackingResult<bool>()> onLock;          ///< else true
    bool hasMapping = true;
    bool hasFallbacks = false; ///< they keep their bytes in @c other
    bool lockable = true;
    bool readOnlyMapping = false;
    std::optional<std::uint64_t> iovaBase;
    AccessBitmaps bitmaps;
    std::vector<std::byte> other; ///< what fallbacks read and write
    std::vector<std::string> log; ///< "fault 0x1000 +0x10 w map", "read 0xff0 +0x40", "lock 3 4 1", …

    std::byte* mapping() const noexcept override { return hasMapping ? SparseBacking::mapping() : nullptr; }
    bool readOnly() const noexcept override { return readOnlyMapping; }
    AccessBitmaps accessBitmaps() const override { return bitmaps; }
    bool supportsLocking() const noexcept override { return lockable; }
    std::optional<std::uint64_t> baseIova() const override { return iovaBase; }

    FaultAction pageFault(const PageFault& fault) override
    {
        log.push_back(fmt::format("fault {:#x} +{:#x} {} {}", fault.address, fault.remaining,
            fault.write ? "w" : "r", fault.bitmap ? "bitmap" : "map"));
        return onFault ? onFault(fault) : SparseBacking::pageFault(fault);
    }
    BackingResult<void> readFallback(std::uint64_t address, std::span<std::byte> out) override
    {
        log.push_back(fmt::format("read {:#x} +{:#x}", address, out.size()));
        if (!hasFallbacks)
            return SparseBacking::readFallback(address, out);
        std::copy_n(at(address, out.size()), out.size(), out.begin());
        return {};
    }
    BackingResult<void> writeFallback(std::uint64_t address, std::span<const std::byte> data) override
    {
        log.push_back(fmt::format("write {:#x} +{:#x}", address, data.size()));
        if (!hasFallbacks)
            return SparseBacking::writeFallback(address, data);
        std::ranges::copy(data, at(address, data.size()));
        return {};
    }
    BackingResult<void> fillFallback(std::uint64_t address, std::uint64_t length, std::byte value) override
    {
        log.push_back(fmt::format("fill {:#x} +{:#x}", address, length));
        if (!hasFallbacks)
            return SparseBacking::fillFallback(address, length, value);
        std::fill_n(at(address, length), length, value);
        return {};
    }
    BackingResult<bool> compareExchangeFallback(
        std::uint64_t address, std::span<std::byte> current, std::span<const std::byte> desired) override
    {
        log.push_back(fmt::format("exchange {:#x} +{:#x}", address, current.size()));
        if (!hasFallbacks)
            return SparseBacking::compareExchangeFallback(address, current, desired);
        auto place = at(address, current.size());
        if (std::equal(current.begin(), current.end(), place)) {
            std::ranges::copy(desired, place);
            return true;
        }
        std::copy_n(place, current.size(), current.begin());
        return false;
    }
    BackingResult<void> expose(std::uint64_t address, std::uint64_t) override
    {
        log.push_back(fmt::format("expose {:#x}", address));
        return {};
    }
    BackingResult<bool> lockPages(std::span<const std::uint64_t> pages) override
    {
        log.push_back("lock" + listed(pages));
        return onLock ? onLock() : BackingResult<bool>(true);
    }
    void unlockPages(std::span<const std::uint64_t> pages) override
    {
        log.push_back("unlock" + listed(pages));
    }

    /// The log as one text, and the log begins anew.
    std::string takeLog()
    {
        std::string out;
        for (const std::string& line : std::exchange(log, {}))
            out += (out.empty() ? "" : "; ") + line;
        return out;
    }

private:
    static std::shared_ptr<SparseMapping> reserve(std::uint64_t size)
    {
        auto mapping = SparseMapping::create(size);
        if (!mapping)
            std::abort();
        return std::move(*mapping);
    }
    static std::string listed(std::span<const std::uint64_t> pages)
    {
        std::string out;
        for (const std::uint64_t page : pages)
            out += fmt::format(" {}", page);
        return out;
    }
    std::vector<std::byte>::iterator at(std::uint64_t address, std::uint64_t length)
    {
        if (other.size() < address + length)
            other.resize(address + length);
        return other.begin() + static_cast<std::ptrdiff_t>(address);
    }
};

inline std::vector<std::byte> bytesOf(std::initializer_list<int> values)
{
    std::vector<std::byte> out;
    for (const int value : values)
        out.push_back(static_cast<std::byte>(value));
    return out;
}

} // namespace fscope::test
