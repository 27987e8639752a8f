// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/memory/filemapping.h"

#include "core/base/hex.h"
#include "core/memory/hostfilehandle.h"
#include "core/memory/trycopy.h"

#include <limits>
#include <utility>

namespace fscope::memory {

Result<FileMapping> FileMapping::open(
    const std::string& path, std::uint64_t offset, std::optional<std::uint64_t> size)
{
    const Result<HostFile> file = HostFile::open(path);
    if (!file)
        return tl::unexpected(file.error());
    return map(*file, offset, size);
}

Result<FileMapping> FileMapping::map(
    const HostFile& file, std::uint64_t offset, std::optional<std::uint64_t> size)
{
    const Result<std::uint64_t> whole = file.size();
    if (!whole)
        return tl::unexpected(whole.error());
    if (offset > *whole || size.value_or(0) > *whole - offset) {
        return fail("The range from " + hex(offset) + (size ? " of " + hex(*size) + " bytes" : std::string())
                + " is not within the file, which has " + hex(*whole) + " bytes.",
            file.name());
    }
    const std::uint64_t wanted = size.value_or(*whole - offset);
    // The address space of the host, of which a span also wants its distances to be signed.
    if (wanted > static_cast<std::uint64_t>(std::numeric_limits<std::ptrdiff_t>::max()) / 2)
        return fail("The range is too large to be mapped.", file.name());
    installFaultGuard();
    FileMapping made;
    made.m_file = file;
    if (wanted == 0)
        return made;
    const std::uint64_t lead = offset % detail::mapGranularity();
    const auto at = detail::mapView(file, offset - lead, lead + wanted);
    if (!at)
        return tl::unexpected(at.error());
    made.m_mapped = { *at, static_cast<std::size_t>(lead + wanted) };
    made.m_bytes = made.m_mapped.subspan(static_cast<std::size_t>(lead));
    return made;
}

FileMapping::~FileMapping()
{
    if (!m_mapped.empty())
        detail::unmapView(m_mapped.data(), m_mapped.size());
}

FileMapping::FileMapping(FileMapping&& other) noexcept
    : m_file(std::move(other.m_file))
    , m_bytes(std::exchange(other.m_bytes, {}))
    , m_mapped(std::exchange(other.m_mapped, {}))
{ }

FileMapping& FileMapping::operator=(FileMapping&& other) noexcept
{
    // Swapped, so that what was mapped here goes away with the other.
    std::swap(m_file, other.m_file);
    std::swap(m_bytes, other.m_bytes);
    std::swap(m_mapped, other.m_mapped);
    return *this;
}

} // namespace fscope::memory
