// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// A reservation on Windows is a placeholder (Windows 10 1803) that is split where pieces begin and end; each
/// piece replaces one placeholder, and unmapping it leaves a placeholder again. Older systems have plain
/// reserved memory, in which pages are committed and decommitted and no file can be mapped.

#include "core/memory/hostreservation.h"

#if defined(_WIN32)

#include <windows.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

namespace fscope::memory::detail {

namespace {

// Of the headers of Windows 10, which cross compilers may not have.
constexpr ULONG kReservePlaceholder = 0x00040000;
constexpr ULONG kReplacePlaceholder = 0x00004000;
constexpr ULONG kCoalescePlaceholders = 0x00000001;
constexpr ULONG kPreservePlaceholder = 0x00000002;
constexpr ULONG64 kAddressRequirements = 1;

struct AddressRequirements {
    PVOID lowest = nullptr;
    PVOID highest = nullptr;
    SIZE_T alignment = 0;
};
struct ExtendedParameter {
    ULONG64 type = 0; ///< 8 bits of type, the rest reserved
    PVOID pointer = nullptr;
};
using VirtualAlloc2Function = PVOID(WINAPI*)(HANDLE, PVOID, SIZE_T, ULONG, ULONG, ExtendedParameter*, ULONG);
using MapViewOfFile3Function
    = PVOID(WINAPI*)(HANDLE, HANDLE, PVOID, ULONG64, SIZE_T, ULONG, ULONG, ExtendedParameter*, ULONG);
using UnmapViewOfFile2Function = BOOL(WINAPI*)(HANDLE, PVOID, ULONG);

template <typename Function>
Function lookUp(const char* name)
{
    const HMODULE library = GetModuleHandleW(L"kernelbase.dll");
    return library == nullptr
        ? nullptr
        : reinterpret_cast<Function>(reinterpret_cast<void*>(GetProcAddress(library, name)));
}

struct Placeholders {
    VirtualAlloc2Function allocate = lookUp<VirtualAlloc2Function>("VirtualAlloc2");
    MapViewOfFile3Function mapView = lookUp<MapViewOfFile3Function>("MapViewOfFile3");
    UnmapViewOfFile2Function unmapView = lookUp<UnmapViewOfFile2Function>("UnmapViewOfFile2");
    bool available() const { return allocate && mapView && unmapView; }
};

const Placeholders& placeholders()
{
    static const Placeholders found;
    return found;
}

DWORD protection(bool writable)
{
    return writable ? PAGE_READWRITE : PAGE_READONLY;
}

Result<void> checked(bool done, const char* what)
{
    if (done)
        return {};
    return fail(std::string(what) + ": " + lastSystemError() + ".");
}

} // namespace

/// What the system has between two borders.
struct HostReservation::Regions {
    enum class Kind { Placeholder, Private, View };
    struct Region {
        std::uint64_t size = 0;
        Kind kind = Kind::Placeholder;
        HostFile file; ///< of a view
        std::uint64_t fileOffset = 0;
        bool writable = false;
    };
    std::byte* base = nullptr;
    std::map<std::uint64_t, Region> at;

    Result<void> place(std::uint64_t offset, const Region& region) const
    {
        const HANDLE section = reinterpret_cast<HANDLE>(region.file.native());
        const void* const mapped = region.kind == Kind::View
            ? placeholders().mapView(section, GetCurrentProcess(), base + offset, region.fileOffset,
                region.size, kReplacePlaceholder, protection(region.writable), nullptr, 0)
            : placeholders().allocate(GetCurrentProcess(), base + offset, region.size,
                MEM_RESERVE | MEM_COMMIT | kReplacePlaceholder, protection(region.writable), nullptr, 0);
        return checked(mapped != nullptr, "The range could not be mapped");
    }

    /// Makes the bytes a placeholder of their own; they are part of one that is larger.
    Result<void> splitPlaceholder(std::uint64_t offset, std::uint64_t size) const
    {
        return checked(VirtualFree(base + offset, size, MEM_RELEASE | kPreservePlaceholder) != 0,
            "The reservation could not be split");
    }

    /// Puts a border at @p offset, if it lies inside a region. Private memory is split as it is freed, so
    /// only the books need the border; a view goes away and comes back as two, over the same bytes.
    Result<void> cut(std::uint64_t offset)
    {
        auto it = at.upper_bound(offset);
        if (it == at.begin())
            return {};
        --it;
        const std::uint64_t start = it->first;
        if (start == offset || offset >= start + it->second.size)
            return {};
        Region first = it->second;
        Region second = it->second;
        first.size = offset - start;
        second.size -= first.size;
        second.fileOffset += first.size;
        if (first.kind == Kind::View
            && placeholders().unmapView(GetCurrentProcess(), base + start, kPreservePlaceholder) == 0)
            return checked(false, "The file could not be unmapped");
        if (first.kind != Kind::Private) {
            if (auto split = splitPlaceholder(start, first.size); !split)
                return split;
        }
        if (first.kind == Kind::View) {
            for (const auto& [place, region] : { std::pair(start, first), std::pair(offset, second) }) {
                if (auto placed = this->place(place, region); !placed)
                    return placed;
            }
        }
        it->second = std::move(first);
        at.emplace(offset, std::move(second));
        return {};
    }

    /// Makes [offset, offset + length) one placeholder.
    Result<void> clear(std::uint64_t offset, std::uint64_t length)
    {
        for (const std::uint64_t border : { offset, offset + length }) {
            if (auto done = cut(border); !done)
                return done;
        }
        const auto first = at.find(offset);
        const auto last = at.lower_bound(offset + length);
        for (auto it = first; it != last; ++it) {
            bool done = true;
            if (it->second.kind == Kind::View)
                done = placeholders().unmapView(GetCurrentProcess(), base + it->first, kPreservePlaceholder)
                    != 0;
            else if (it->second.kind == Kind::Private)
                done
                    = VirtualFree(base + it->first, it->second.size, MEM_RELEASE | kPreservePlaceholder) != 0;
            if (!done)
                return checked(false, "The range could not be unmapped");
            it->second.kind = Kind::Placeholder;
            it->second.file = {};
        }
        if (std::distance(first, last) > 1
            && VirtualFree(base + offset, length, MEM_RELEASE | kCoalescePlaceholders) == 0)
            return checked(false, "The reservation could not be joined");
        at.erase(first, last);
        at[offset] = { length, Kind::Placeholder, {}, 0, false };
        return {};
    }

    Result<void> replace(std::uint64_t offset, const Region& region)
    {
        if (auto done = clear(offset, region.size); !done)
            return done;
        if (auto done = place(offset, region); !done)
            return done;
        at[offset] = region;
        return {};
    }
};

std::uint64_t HostReservation::pageSize()
{
    SYSTEM_INFO info = {};
    GetSystemInfo(&info);
    return info.dwPageSize;
}

Result<std::unique_ptr<HostReservation>> HostReservation::reserve(std::uint64_t size, std::uint64_t alignment)
{
    std::unique_ptr<HostReservation> made(new HostReservation);
    void* start = nullptr;
    if (placeholders().available()) {
        // The system places reservations at multiples of 64 KiB and takes only larger alignments as a wish.
        constexpr std::uint64_t kGranularity = 0x10000;
        AddressRequirements requirements;
        requirements.alignment = alignment;
        ExtendedParameter parameter { kAddressRequirements, &requirements };
        const bool wish = alignment > kGranularity;
        start = placeholders().allocate(GetCurrentProcess(), nullptr, size, MEM_RESERVE | kReservePlaceholder,
            PAGE_NOACCESS, wish ? &parameter : nullptr, wish ? 1 : 0);
        made->m_regions = std::make_unique<Regions>();
        made->m_regions->base = static_cast<std::byte*>(start);
        made->m_regions->at[0] = { size, Regions::Kind::Placeholder, {}, 0, false };
    } else {
        // Another thread may take the place between the two calls: then again.
        for (int attempt = 0; attempt < 8 && start == nullptr; ++attempt) {
            void* const found = VirtualAlloc(nullptr, size + alignment, MEM_RESERVE, PAGE_NOACCESS);
            if (found == nullptr)
                break;
            const std::uintptr_t aligned
                = (reinterpret_cast<std::uintptr_t>(found) + alignment - 1) & ~(alignment - 1);
            VirtualFree(found, 0, MEM_RELEASE);
            start = VirtualAlloc(reinterpret_cast<void*>(aligned), size, MEM_RESERVE, PAGE_NOACCESS);
        }
    }
    if (start == nullptr)
        return fail("The address space could not be reserved: " + lastSystemError() + ".");
    made->m_base = static_cast<std::byte*>(start);
    made->m_size = size;
    return made;
}

HostReservation::~HostReservation()
{
    if (m_base == nullptr)
        return;
    if (m_regions)
        (void)m_regions->clear(0, m_size);
    VirtualFree(m_base, 0, MEM_RELEASE);
}

Result<void> HostReservation::mapMemory(std::uint64_t offset, std::uint64_t length, bool writable)
{
    if (m_regions)
        return m_regions->replace(offset, { length, Regions::Kind::Private, {}, 0, writable });
    // Decommitted first, so that what is committed is zero.
    VirtualFree(m_base + offset, length, MEM_DECOMMIT);
    return checked(VirtualAlloc(m_base + offset, length, MEM_COMMIT, protection(writable)) != nullptr,
        "The memory could not be mapped");
}

Result<void> HostReservation::mapFile(
    std::uint64_t offset, std::uint64_t length, const HostFile& file, std::uint64_t fileOffset, bool writable)
{
    if (!m_regions)
        return fail("Mapping files into a reservation needs Windows 10, version 1803.");
    return m_regions->replace(offset, { length, Regions::Kind::View, file, fileOffset, writable });
}

Result<void> HostReservation::unmap(std::uint64_t offset, std::uint64_t length)
{
    if (m_regions)
        return m_regions->clear(offset, length);
    return checked(
        VirtualFree(m_base + offset, length, MEM_DECOMMIT) != 0, "The range could not be unmapped");
}

Result<void> HostReservation::protect(std::uint64_t offset, std::uint64_t length, bool writable)
{
    // One call must not cross a border between allocations.
    std::uint64_t done = 0;
    while (done < length) {
        std::uint64_t part = length - done;
        if (m_regions) {
            const auto next = m_regions->at.upper_bound(offset + done);
            if (next != m_regions->at.end())
                part = std::min(part, next->first - (offset + done));
        }
        DWORD before = 0;
        if (VirtualProtect(m_base + offset + done, part, protection(writable), &before) == 0)
            return checked(false, "The protection of the range could not be changed");
        done += part;
    }
    return {};
}

Result<void> HostReservation::decommit(std::uint64_t offset, std::uint64_t length, bool shared)
{
    if (shared) {
        // The system does not give back single pages of a section; their bytes are lost all the same.
        std::fill_n(m_base + offset, length, std::byte { 0 });
        return {};
    }
    return checked(
        VirtualFree(m_base + offset, length, MEM_DECOMMIT) != 0, "The memory could not be given back");
}

Result<void> HostReservation::commit(std::uint64_t offset, std::uint64_t length, bool writable)
{
    return checked(VirtualAlloc(m_base + offset, length, MEM_COMMIT, protection(writable)) != nullptr,
        "The memory could not be committed");
}

bool HostReservation::decommitUnmaps()
{
    return true;
}

Result<void> HostReservation::adviseHugePages(std::uint64_t, std::uint64_t)
{
    return {}; // large pages are a privilege there, and asked for at the allocation
}

Result<void> HostReservation::bindToNode(std::uint64_t, std::uint64_t, std::uint32_t node)
{
    ULONG highest = 0;
    if (GetNumaHighestNodeNumber(&highest) == 0 || node > highest)
        return fail("The host has no NUMA node " + std::to_string(node) + ".");
    if (highest == 0)
        return {};
    return fail("On this system memory is bound to a NUMA node only when it is reserved.");
}

void HostReservation::setName(std::uint64_t, std::uint64_t, const std::string&) { }

Result<std::byte*> sparseZeros(std::size_t size)
{
    void* const at = VirtualAlloc(nullptr, size, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE);
    if (at == nullptr)
        return fail("Memory for a bitmap could not be reserved: " + lastSystemError() + ".");
    return static_cast<std::byte*>(at);
}

void freeSparse(std::byte* at, std::size_t)
{
    VirtualFree(at, 0, MEM_RELEASE);
}

void clearSparse(std::byte* at, std::size_t size)
{
    // Decommitting would let a reader fault in between; a page that is all zero is at least cheap to page
    // out.
    std::fill_n(at, size, std::byte { 0 });
}

void fillSparseOnes(std::byte* at, std::size_t size)
{
    std::fill_n(at, size, std::byte { 0xff });
}

std::string systemErrorText(int code)
{
    return std::system_category().message(code);
}

std::string lastSystemError()
{
    return systemErrorText(static_cast<int>(GetLastError()));
}

} // namespace fscope::memory::detail

#endif
