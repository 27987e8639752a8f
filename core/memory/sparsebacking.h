// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/memory/memorybacking.h"
#include "core/memory/sparsemapping.h"

#include <functional>
#include <memory>

namespace fscope::memory {

/// Guest memory in a reservation of host address space: what is mapped there is backed, the rest is a page
/// fault that is found without asking the host. Pieces may come, go and change while the memory is used.
class SparseBacking : public MemoryBacking
{
public:
    /// @p mapping, all of it or its first @p size bytes; it must not be null and not smaller.
    explicit SparseBacking(std::shared_ptr<SparseMapping> mapping);
    SparseBacking(std::shared_ptr<SparseMapping> mapping, std::uint64_t size);
    /// A reservation of @p size bytes with zeroed memory in all of it, which costs nothing until touched.
    static Result<std::shared_ptr<SparseBacking>> zeroed(std::uint64_t size);

    SparseMapping& sparse() const { return *m_mapping; }

    std::uint64_t size() const noexcept override { return m_size; }
    std::byte* mapping() const noexcept override { return m_mapping->base(); }
    const PageBitmap* mappedPages() const noexcept override { return &m_mapping->mappedPages(); }
    const PageBitmap* writablePages() const noexcept override { return &m_mapping->writablePages(); }
    /// The default, with the cause kReadOnly for writes to pages that can be read.
    FaultAction pageFault(const PageFault& fault) override;
    /// The mapped pieces, if there are any and each is a file (or a memory object) that others can map as
    /// well.
    std::optional<std::vector<SharedRegion>> sharedRegions() const override;
    /// Mapped pieces; those that read as zero because nothing was ever written there count as present.
    std::optional<ByteRange> nextPresent(std::uint64_t address) const override;

private:
    std::shared_ptr<SparseMapping> m_mapping;
    std::uint64_t m_size;
};

} // namespace fscope::memory
