// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/memory/bytescan.h"

#include <algorithm>
#include <bit>
#include <cstring>

#if defined(__x86_64__) && (defined(__GNUC__) || defined(__clang__))
#define FSCOPE_SCAN_X86 1
#include <immintrin.h>
#endif

namespace fscope::memory {
namespace {

/// How likely a byte is in a guest's memory, roughly: 2 for zero, 1 for all ones, else 0.
int commonness(std::uint8_t byte)
{
    return byte == 0 ? 2 : byte == 0xff ? 1 : 0;
}

#if FSCOPE_SCAN_X86

using Probes = std::array<ByteScan::Probe, 2>;

/// The first of @p places places from @p data on where both probes are, rounded down to whole vectors: *past
/// is set to how many places were looked at. 16 at once.
std::size_t probeSse2(const std::uint8_t* data, std::size_t places, const Probes& probes, std::size_t* past)
{
    const __m128i firstValue = _mm_set1_epi8(static_cast<char>(probes[0].value));
    const __m128i firstMask = _mm_set1_epi8(static_cast<char>(probes[0].mask));
    const __m128i secondValue = _mm_set1_epi8(static_cast<char>(probes[1].value));
    const __m128i secondMask = _mm_set1_epi8(static_cast<char>(probes[1].mask));
    std::size_t i = 0;
    for (; i + 16 <= places; i += 16) {
        const auto load = [&](const ByteScan::Probe& probe) {
            return _mm_loadu_si128(reinterpret_cast<const __m128i*>(data + i + probe.offset));
        };
        const __m128i first = _mm_cmpeq_epi8(_mm_and_si128(load(probes[0]), firstMask), firstValue);
        const __m128i second = _mm_cmpeq_epi8(_mm_and_si128(load(probes[1]), secondMask), secondValue);
        const auto found = static_cast<unsigned>(_mm_movemask_epi8(_mm_and_si128(first, second)));
        if (found != 0) {
            *past = i;
            return i + static_cast<std::size_t>(std::countr_zero(found));
        }
    }
    *past = i;
    return ByteScan::kNone;
}

/// The same, 32 at once.
__attribute__((target("avx2"))) std::size_t probeAvx2(
    const std::uint8_t* data, std::size_t places, const Probes& probes, std::size_t* past)
{
    const __m256i firstValue = _mm256_set1_epi8(static_cast<char>(probes[0].value));
    const __m256i firstMask = _mm256_set1_epi8(static_cast<char>(probes[0].mask));
    const __m256i secondValue = _mm256_set1_epi8(static_cast<char>(probes[1].value));
    const __m256i secondMask = _mm256_set1_epi8(static_cast<char>(probes[1].mask));
    const std::uint8_t* const one = data + probes[0].offset;
    const std::uint8_t* const two = data + probes[1].offset;
    std::size_t i = 0;
    for (; i + 32 <= places; i += 32) {
        const __m256i a = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(one + i));
        const __m256i b = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(two + i));
        const __m256i first = _mm256_cmpeq_epi8(_mm256_and_si256(a, firstMask), firstValue);
        const __m256i second = _mm256_cmpeq_epi8(_mm256_and_si256(b, secondMask), secondValue);
        const auto found = static_cast<unsigned>(_mm256_movemask_epi8(_mm256_and_si256(first, second)));
        if (found != 0) {
            *past = i;
            return i + static_cast<std::size_t>(std::countr_zero(found));
        }
    }
    *past = i;
    return ByteScan::kNone;
}

#endif

} // namespace

ByteScan::ByteScan(const SearchPattern& pattern)
    : m_bytes(pattern.bytes)
    , m_mask(pattern.mask)
{
    for (std::size_t i = 0; i < m_mask.size(); ++i)
        m_bytes[i] &= m_mask[i];

    std::array<std::size_t, 256> count {};
    for (const std::uint8_t byte : m_bytes)
        ++count[byte];
    // The smaller the rarer: bits that count first, then what guests are full of, then what the pattern is.
    const auto rank = [&](std::size_t i) {
        const int open = m_mask.empty() ? 0 : 8 - std::popcount(m_mask[i]);
        return std::pair(open * 4 + commonness(m_bytes[i]), count[m_bytes[i]]);
    };
    std::size_t first = 0;
    for (std::size_t i = 1; i < m_bytes.size(); ++i)
        if (rank(i) < rank(first))
            first = i;
    // Another place, if there is one; another value rather than the same again.
    std::size_t second = m_bytes.size() > 1 && first == 0 ? 1 : 0;
    const auto rankBeside = [&](std::size_t i) { return std::pair(m_bytes[i] == m_bytes[first], rank(i)); };
    for (std::size_t i = 0; i < m_bytes.size(); ++i)
        if (i != first && rankBeside(i) < rankBeside(second))
            second = i;
    const auto probeAt = [&](std::size_t i) {
        return Probe { i, m_bytes[i], m_mask.empty() ? std::uint8_t { 0xff } : m_mask[i] };
    };
    m_probes = { probeAt(first), probeAt(second) };
    for (const Method method : { Method::Sse2, Method::Avx2 })
        if (has(method))
            m_method = method;
}

bool ByteScan::has(Method method)
{
#if FSCOPE_SCAN_X86
    return method != Method::Avx2 || __builtin_cpu_supports("avx2") != 0;
#else
    return method == Method::Portable;
#endif
}

bool ByteScan::matchesAt(const std::uint8_t* data) const
{
    if (m_mask.empty())
        return std::memcmp(data, m_bytes.data(), m_bytes.size()) == 0;
    for (std::size_t i = 0; i < m_bytes.size(); ++i)
        if ((data[i] & m_mask[i]) != m_bytes[i])
            return false;
    return true;
}

std::size_t ByteScan::find(std::span<const std::uint8_t> data, std::size_t from) const
{
    return find(data, from, m_method);
}

std::size_t ByteScan::find(
    std::span<const std::uint8_t> data, std::size_t from, [[maybe_unused]] Method method) const
{
#if FSCOPE_SCAN_X86
    while (method != Method::Portable && data.size() >= length() && from <= data.size() - length()) {
        const std::size_t places = data.size() - length() + 1 - from;
        std::size_t past = 0;
        const std::size_t at = method == Method::Avx2
            ? probeAvx2(data.data() + from, places, m_probes, &past)
            : probeSse2(data.data() + from, places, m_probes, &past);
        if (at == kNone) {
            from += past; // what is left is shorter than a vector
            break;
        }
        if (matchesAt(data.data() + from + at))
            return from + at;
        from += at + 1;
    }
#endif
    return findPortable(data, from);
}

std::size_t ByteScan::findPortable(std::span<const std::uint8_t> data, std::size_t from) const
{
    if (data.size() < length())
        return kNone;
    const std::size_t end = data.size() - length() + 1;
    const Probe& probe = m_probes[0];
    while (from < end) {
        if (probe.mask == 0xff) {
            const void* found = std::memchr(data.data() + from + probe.offset, probe.value, end - from);
            if (found == nullptr)
                return kNone;
            from = static_cast<std::size_t>(static_cast<const std::uint8_t*>(found) - data.data())
                - probe.offset;
        }
        if (matchesAt(data.data() + from))
            return from;
        ++from;
    }
    return kNone;
}

} // namespace fscope::memory
