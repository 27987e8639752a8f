// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/memory/memorybacking.h"

#include <cstdint>
#include <map>

namespace fscope::trace {

/// RAM of which a few 64-bit words are listed and the rest is zero. For one thread.
class WordMemory final : public memory::MemoryBacking
{
public:
    using Words = std::map<std::uint64_t, std::uint64_t>; ///< by address, a multiple of 8

    /// RAM is [start, end); below it is nothing.
    WordMemory(std::uint64_t start, std::uint64_t end, Words words);

    /// The words that are not what they were.
    Words changed() const;

    std::uint64_t size() const noexcept override { return m_end; }
    memory::BackingResult<void> readFallback(std::uint64_t address, std::span<std::byte> out) override;
    memory::BackingResult<void> writeFallback(
        std::uint64_t address, std::span<const std::byte> data) override;
    memory::BackingResult<bool> compareExchangeFallback(
        std::uint64_t address, std::span<std::byte> current, std::span<const std::byte> desired) override;

private:
    bool isRam(std::uint64_t address, std::size_t size) const;
    std::byte byteAt(std::uint64_t address) const;
    void setByte(std::uint64_t address, std::byte value);

    std::uint64_t m_start;
    std::uint64_t m_end;
    Words m_before;
    Words m_words;
};

} // namespace fscope::trace
