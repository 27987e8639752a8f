// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/memory/memorysearch.h"

#include "core/memory/bytescan.h"

#include <algorithm>

namespace fscope::memory {
namespace {

constexpr std::uint64_t kProgressBytes = 1U << 20;

/// Takes memory in ascending pieces and gives each match once, in order. Of what went by it keeps the last
/// length - 1 bytes: a match cannot lie in them alone, so none is given twice.
class MatchStream
{
public:
    /// @p found is told each match and ends the search by returning false.
    MatchStream(
        const SearchPattern& pattern, const SearchOptions& options, std::function<bool(std::uint64_t)> found)
        : m_scan(pattern)
        , m_aligned(pattern.alignment - 1)
        , m_first(options.first)
        , m_last(options.last)
        , m_found(std::move(found))
    { }

    std::size_t length() const { return m_scan.length(); } ///< of a match

    /// The bytes at @p start; if the piece before did not end there, nothing matches over the gap. False
    /// when the search is over.
    bool take(std::uint64_t start, std::span<const std::uint8_t> bytes)
    {
        if (start != m_end)
            m_carry.clear();
        const std::size_t most = length() - 1;
        const std::size_t carried = m_carry.size();
        // What begins in the carry needs no more than `most` of the new bytes.
        const std::span<const std::uint8_t> head = bytes.first(std::min(most, bytes.size()));
        m_carry.insert(m_carry.end(), head.begin(), head.end());
        if (!scan(start - carried, m_carry, carried) || !scan(start, bytes, bytes.size()))
            return false;
        if (bytes.size() > most)
            m_carry.assign(bytes.end() - static_cast<std::ptrdiff_t>(most), bytes.end());
        else if (m_carry.size() > most)
            m_carry.erase(m_carry.begin(), m_carry.end() - static_cast<std::ptrdiff_t>(most));
        m_end = start + bytes.size();
        return true;
    }

private:
    /// Gives the matches that begin among the first @p begins of the bytes at @p start.
    bool scan(std::uint64_t start, std::span<const std::uint8_t> bytes, std::size_t begins)
    {
        std::size_t from = 0;
        if (m_first > start)
            from = static_cast<std::size_t>(std::min<std::uint64_t>(m_first - start, begins));
        while (from < begins && (from = m_scan.find(bytes, from)) < begins) {
            const std::uint64_t address = start + from;
            if (address > m_last || ((address & m_aligned) == 0 && !m_found(address)))
                return false;
            ++from;
        }
        return true;
    }

    ByteScan m_scan;
    std::uint64_t m_aligned;
    std::uint64_t m_first;
    std::uint64_t m_last;
    std::function<bool(std::uint64_t)> m_found;
    std::vector<std::uint8_t> m_carry;
    std::uint64_t m_end = 0; ///< of the piece taken last
};

std::uint64_t sumOrEnd(std::uint64_t a, std::uint64_t b)
{
    return a + b < a ? ~std::uint64_t { 0 } : a + b;
}

/// Tells how far a search is.
class ProgressMeter
{
public:
    ProgressMeter(const CommittedMemory& memory, const SearchOptions& options)
        : m_progress(options.progress)
        , m_total(options.progress ? memory.committedBytes() : 0)
    { }

    /// False if the search is to be given up.
    bool add(std::uint64_t bytes)
    {
        m_done += bytes;
        if (!m_progress || m_done - m_told < kProgressBytes)
            return true;
        m_told = m_done;
        m_cancelled = !m_progress(std::min(m_done, m_total), m_total);
        return !m_cancelled;
    }
    bool cancelled() const { return m_cancelled; }

private:
    const std::function<bool(std::uint64_t, std::uint64_t)>& m_progress;
    std::uint64_t m_total;
    std::uint64_t m_done = 0;
    std::uint64_t m_told = 0;
    bool m_cancelled = false;
};

/// A pattern that zeros match: what it finds must hold a byte that exists.
bool matchesZeros(const SearchPattern& pattern)
{
    for (std::size_t i = 0; i < pattern.bytes.size(); ++i)
        if ((pattern.bytes[i] & (pattern.mask.empty() ? 0xff : pattern.mask[i])) != 0)
            return false;
    return true;
}

/// Gives @p found each match in [first, last] in order, until it returns false.
void forEachMatch(const CommittedMemory& memory, const SearchPattern& pattern, const SearchOptions& options,
    ProgressMeter& meter, const std::function<bool(std::uint64_t)>& found)
{
    const std::uint64_t length = pattern.bytes.size();
    const std::vector<std::uint8_t> zeros(length - 1);
    MatchStream stream(pattern, options, [&, onlyZeros = matchesZeros(pattern)](std::uint64_t address) {
        return (onlyZeros && memory.zerosFrom(address) >= length) || found(address);
    });
    const auto takeZeros = [&](std::uint64_t from, std::uint64_t until) {
        return from >= until || stream.take(from, std::span(zeros).first(until - from));
    };
    CommittedMemory::Cursor cursor;
    const std::uint64_t end = sumOrEnd(options.last, length);
    std::uint64_t at = options.first;
    while (const std::optional<CommittedSpan> piece = memory.next(at, cursor)) {
        const CommittedSpan& span = *piece; // NOLINT(bugprone-unchecked-optional-access): the loop looked
        // Zeros that adjoin what was before and what comes, as far as a match may reach into them.
        if (span.start != at) {
            const std::uint64_t after = at + std::min<std::uint64_t>(memory.zerosFrom(at), zeros.size());
            const std::uint64_t before
                = span.start - std::min<std::uint64_t>(memory.zerosBefore(span.start), zeros.size());
            if (!takeZeros(at, std::min(after, span.start))
                || !takeZeros(std::max({ before, after, at }), span.start))
                return;
        }
        if (span.start > end || !stream.take(span.start, span.bytes) || !meter.add(span.bytes.size()))
            return;
        at = span.end();
    }
    takeZeros(at, at + std::min<std::uint64_t>(memory.zerosFrom(at), zeros.size()));
}

} // namespace

Result<SearchResult> searchMemory(
    const CommittedMemory& memory, const SearchPattern& pattern, const SearchOptions& options)
{
    if (Result<void> usable = pattern.check(); !usable)
        return tl::unexpected<Error>(usable.error());
    SearchResult result;
    ProgressMeter meter(memory, options);
    forEachMatch(memory, pattern, options, meter, [&](std::uint64_t address) {
        result.addresses.push_back(address);
        result.limited = result.addresses.size() >= options.limit;
        return !result.limited;
    });
    result.cancelled = meter.cancelled();
    return result;
}

Result<std::optional<std::uint64_t>> findNext(
    const CommittedMemory& memory, const SearchPattern& pattern, const SearchOptions& options)
{
    if (Result<void> usable = pattern.check(); !usable)
        return tl::unexpected<Error>(usable.error());
    std::optional<std::uint64_t> match;
    ProgressMeter meter(memory, options);
    forEachMatch(memory, pattern, options, meter, [&](std::uint64_t address) {
        match = address;
        return false;
    });
    return match;
}

Result<std::optional<std::uint64_t>> findPrevious(
    const CommittedMemory& memory, const SearchPattern& pattern, const SearchOptions& options)
{
    if (Result<void> usable = pattern.check(); !usable)
        return tl::unexpected<Error>(usable.error());
    std::optional<std::uint64_t> match;
    ProgressMeter meter(memory, options);
    CommittedMemory::Cursor cursor;
    SearchOptions part = options; // what may hold the match: first comes down to options.first
    std::uint64_t end = sumOrEnd(options.last, pattern.bytes.size());
    // Down span by span, and upwards within each: the last match there is the one.
    while (const std::optional<CommittedSpan> found = memory.previous(end, cursor)) {
        const CommittedSpan& span = *found; // NOLINT(bugprone-unchecked-optional-access): the loop looked
        end = span.start;
        const std::uint64_t zeros
            = std::min<std::uint64_t>(memory.zerosBefore(span.start), pattern.bytes.size() - 1);
        part.first = std::max(span.start - zeros, options.first);
        if (part.first <= part.last) {
            forEachMatch(memory, pattern, part, meter, [&](std::uint64_t address) {
                match = address;
                return true;
            });
            if (match || meter.cancelled() || part.first == options.first)
                break;
            part.last = part.first - 1;
        } else if (end <= options.first) {
            break;
        }
    }
    return match;
}

} // namespace fscope::memory
