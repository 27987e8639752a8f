// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/result.h"
#include "core/memory/hostfile.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace fscope::memory::detail {

/// What sparsemapping.cpp asks of the host; hostreservationposix.cpp and hostreservationwindows.cpp answer.
///
/// Ranges are whole host pages within the reservation and not empty; nobody checks that again here, and one
/// call at a time changes a reservation. Errors name the system's reason.
class HostReservation
{
public:
    static std::uint64_t pageSize();
    /// @p size is a multiple of @p alignment, a power of two of a page or more.
    static Result<std::unique_ptr<HostReservation>> reserve(std::uint64_t size, std::uint64_t alignment);
    ~HostReservation();
    HostReservation(const HostReservation&) = delete;
    HostReservation& operator=(const HostReservation&) = delete;

    std::byte* base() const { return m_base; }
    /// Fresh private zeros in place of whatever was there.
    Result<void> mapMemory(std::uint64_t offset, std::uint64_t length, bool writable);
    Result<void> mapFile(std::uint64_t offset, std::uint64_t length, const HostFile& file,
        std::uint64_t fileOffset, bool writable);
    Result<void> unmap(std::uint64_t offset, std::uint64_t length);
    Result<void> protect(std::uint64_t offset, std::uint64_t length, bool writable);
    /// Gives memory back. @p shared: of a memory object rather than private.
    Result<void> decommit(std::uint64_t offset, std::uint64_t length, bool shared);
    Result<void> commit(std::uint64_t offset, std::uint64_t length, bool writable);
    /// Whether decommitted memory faults until it is committed again.
    static bool decommitUnmaps();
    Result<void> adviseHugePages(std::uint64_t offset, std::uint64_t length);
    Result<void> bindToNode(std::uint64_t offset, std::uint64_t length, std::uint32_t node);
    void setName(std::uint64_t offset, std::uint64_t length, const std::string& name);

private:
    HostReservation() = default;

    struct Regions; ///< Windows must know where it may split
    std::byte* m_base = nullptr;
    std::uint64_t m_size = 0;
    std::unique_ptr<Regions> m_regions;
};

/// Zeroed memory that costs nothing before it is touched, for bitmaps of huge mappings.
Result<std::byte*> sparseZeros(std::size_t size);
void freeSparse(std::byte* at, std::size_t size);
/// Makes whole host pages zero again and gives their memory back.
void clearSparse(std::byte* at, std::size_t size);
/// Makes all bits of whole host pages one, in memory that many such pages share if the host can.
void fillSparseOnes(std::byte* at, std::size_t size);

/// The system's text for the last error of this thread (errno, GetLastError()), or for @p code.
std::string lastSystemError();
std::string systemErrorText(int code);

} // namespace fscope::memory::detail
