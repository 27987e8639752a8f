// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/result.h"
#include "core/memory/guestmemory.h"
#include "core/memory/hostfile.h"
#include "core/memory/sparsemapping.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fscope::memory {

class MemoryMapper;

/// A window into which pieces of files (or of memory objects) are mapped, and which a guest sees at an
/// address, or not: the memory of a device, a ROM.
///
/// Pieces may be mapped over each other, cut and unmapped in any order, whether or not the guest sees the
/// window; it always sees what was mapped last. Offsets and lengths are whole host pages
/// (SparseMapping::hostPageSize()). An Error changes nothing. The guest no longer sees the window once this
/// object dies. Safe to use from several threads.
class MappableRegion
{
public:
    struct Piece {
        std::uint64_t offset = 0;
        std::uint64_t length = 0;
        HostFile file;
        std::uint64_t fileOffset = 0; ///< of the piece's first byte
        bool writable = false;
    };

    const std::string& name() const { return m_name; }
    std::uint64_t length() const { return m_length; }

    /// The bytes of @p file from @p fileOffset on, instead of what was there. @p writable needs a file opened
    /// so; the guest writes only where the window was also given to it writable.
    Result<void> map(std::uint64_t offset, std::uint64_t length, const HostFile& file,
        std::uint64_t fileOffset, bool writable);
    /// Nothing is there any more; it need not have been mapped.
    Result<void> unmap(std::uint64_t offset, std::uint64_t length);
    /// What is mapped, ascending. A piece that another one cut is two.
    std::vector<Piece> pieces() const;

    /// Shows the window to the guest at @p address (of the memory of the mapper, whole host pages), in one
    /// place at a time: if it was shown elsewhere it moves. An Error if another window is there.
    Result<void> mapToGuest(std::uint64_t address, bool writable);
    void unmapFromGuest();
    std::optional<std::uint64_t> guestAddress() const;

    ~MappableRegion();
    MappableRegion(const MappableRegion&) = delete;
    MappableRegion& operator=(const MappableRegion&) = delete;

private:
    friend class MemoryMapper;
    struct Shared;
    MappableRegion(std::shared_ptr<Shared> shared, std::uint64_t length, std::string name);
    Result<void> checkRange(std::uint64_t offset, std::uint64_t length) const;
    void cut(std::uint64_t offset, std::uint64_t length);
    Result<void> show(const Piece& piece, std::uint64_t address, bool writable) const;
    void hide();

    std::shared_ptr<Shared> m_shared;
    std::uint64_t m_length;
    std::string m_name;
    std::map<std::uint64_t, Piece> m_pieces; ///< by offset, disjoint
    std::optional<std::uint64_t> m_address;  ///< where the guest sees it
    bool m_writable = false;                 ///< how it does
};

/// Makes windows for one sparse mapping, the guest's memory. What is mapped there by other means stays until
/// a window is shown over it, and is not restored.
class MemoryMapper
{
public:
    explicit MemoryMapper(std::shared_ptr<SparseMapping> guest);
    /// @p length is not 0, and whole host pages.
    Result<std::unique_ptr<MappableRegion>> newRegion(std::uint64_t length, std::string name) const;

private:
    std::shared_ptr<MappableRegion::Shared> m_shared;
};

/// Contents that a guest may read and never write, kept once and shown at any number of addresses.
class Rom
{
public:
    /// Keeps a copy of @p contents (not empty), filled up with zeros to whole host pages.
    static Result<Rom> create(std::span<const std::byte> contents, const std::string& name);
    std::uint64_t length() const { return m_length; } ///< as given
    std::uint64_t mappedLength() const;               ///< in whole host pages

    /// Shows the @p length bytes at @p offset (whole host pages) at @p address until the guard dies, which
    /// may outlive the Rom. Errors: not within mappedLength(), or another window is there.
    Result<std::unique_ptr<MappableRegion>> mapRom(
        const MemoryMapper& mapper, std::uint64_t address, std::uint64_t offset, std::uint64_t length) const;

private:
    Rom(HostFile file, std::uint64_t length, std::string name)
        : m_file(std::move(file))
        , m_length(length)
        , m_name(std::move(name))
    { }
    HostFile m_file;
    std::uint64_t m_length;
    std::string m_name;
};

} // namespace fscope::memory
