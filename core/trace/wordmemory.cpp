// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/trace/wordmemory.h"

#include <utility>

namespace fscope::trace {
namespace {

constexpr std::uint64_t kWord = 8;

memory::AccessFailure nothingThere(std::uint64_t address)
{
    return { memory::MemoryErrorKind::OutOfRange, memory::cause::kNoMemory, address, 0 };
}

unsigned shiftOf(std::uint64_t address)
{
    return static_cast<unsigned>(address % kWord) * 8;
}

} // namespace

WordMemory::WordMemory(std::uint64_t start, std::uint64_t end, Words words)
    : m_start(start)
    , m_end(end)
    , m_before(std::move(words))
    , m_words(m_before)
{ }

WordMemory::Words WordMemory::changed() const
{
    Words out;
    for (const auto& [address, value] : m_words) {
        const auto before = m_before.find(address);
        if (value != (before == m_before.end() ? 0 : before->second))
            out.emplace(address, value);
    }
    return out;
}

bool WordMemory::isRam(std::uint64_t address, std::size_t size) const
{
    return address >= m_start && address < m_end && size <= m_end - address;
}

std::byte WordMemory::byteAt(std::uint64_t address) const
{
    const auto word = m_words.find(address - address % kWord);
    return word == m_words.end() ? std::byte {} : static_cast<std::byte>(word->second >> shiftOf(address));
}

void WordMemory::setByte(std::uint64_t address, std::byte value)
{
    std::uint64_t& word = m_words[address - address % kWord];
    word &= ~(std::uint64_t { 0xff } << shiftOf(address));
    word |= static_cast<std::uint64_t>(value) << shiftOf(address);
}

memory::BackingResult<void> WordMemory::readFallback(std::uint64_t address, std::span<std::byte> out)
{
    if (!isRam(address, out.size()))
        return tl::unexpected(nothingThere(address));
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = byteAt(address + i);
    return {};
}

memory::BackingResult<void> WordMemory::writeFallback(std::uint64_t address, std::span<const std::byte> data)
{
    if (!isRam(address, data.size()))
        return tl::unexpected(nothingThere(address));
    for (std::size_t i = 0; i < data.size(); ++i)
        setByte(address + i, data[i]);
    return {};
}

memory::BackingResult<bool> WordMemory::compareExchangeFallback(
    std::uint64_t address, std::span<std::byte> current, std::span<const std::byte> desired)
{
    if (!isRam(address, current.size()))
        return tl::unexpected(nothingThere(address));
    bool same = true;
    for (std::size_t i = 0; i < current.size(); ++i)
        same = std::exchange(current[i], byteAt(address + i)) == byteAt(address + i) && same;
    if (same) {
        for (std::size_t i = 0; i < desired.size(); ++i)
            setByte(address + i, desired[i]);
    }
    return same;
}

} // namespace fscope::trace
