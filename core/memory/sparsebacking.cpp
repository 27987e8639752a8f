// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#include "core/memory/sparsebacking.h"

#include <algorithm>
#include <utility>

namespace fscope::memory {

SparseBacking::SparseBacking(std::shared_ptr<SparseMapping> mapping, std::uint64_t size)
    : m_mapping(std::move(mapping))
    , m_size(size)
{ }

SparseBacking::SparseBacking(std::shared_ptr<SparseMapping> mapping)
    : m_mapping(std::move(mapping))
    , m_size(m_mapping->size())
{ }

Result<std::shared_ptr<SparseBacking>> SparseBacking::zeroed(std::uint64_t size)
{
    auto mapping = SparseMapping::create(size);
    if (!mapping)
        return tl::unexpected(mapping.error());
    if (const auto done = (*mapping)->alloc(0, (*mapping)->size()); !done)
        return tl::unexpected(done.error());
    return std::make_shared<SparseBacking>(std::move(*mapping), size);
}

FaultAction SparseBacking::pageFault(const PageFault& fault)
{
    if (fault.write && !fault.bitmap && !fault.host
        && m_mapping->mappedPages().test(fault.address >> kPageShift))
        return FaultAction::fail(MemoryErrorKind::Other, cause::kReadOnly);
    return MemoryBacking::pageFault(fault);
}

std::optional<std::vector<SharedRegion>> SparseBacking::sharedRegions() const
{
    std::vector<SharedRegion> out;
    for (const SparseMapping::Piece& piece : m_mapping->pieces()) {
        if (piece.offset >= m_size)
            break;
        if (piece.kind != SparseMapping::PieceKind::File)
            return std::nullopt;
        out.push_back({ piece.offset, std::min(piece.size, m_size - piece.offset), piece.file.name(),
            piece.fileOffset });
    }
    return out.empty() ? std::nullopt : std::optional(std::move(out));
}

std::optional<ByteRange> SparseBacking::nextPresent(std::uint64_t address) const
{
    for (const SparseMapping::Piece& piece : m_mapping->pieces()) {
        const std::uint64_t start = std::max(piece.offset, address);
        const std::uint64_t end = std::min(piece.offset + piece.size, m_size);
        if (start < end)
            return ByteRange { start, end - start };
    }
    return std::nullopt;
}

} // namespace fscope::memory
