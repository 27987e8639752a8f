// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/memory/hostfile.h"
#include "core/memory/hostfilehandle.h"
#include "core/memory/hostreservation.h"
#include "core/memory/sharedmemory.h"

#if defined(_WIN32)

#include <windows.h>

#include <bit>
#include <limits>
#include <utility>

namespace fscope::memory {

namespace {

HANDLE handleOf(HostFile::Native native)
{
    return reinterpret_cast<HANDLE>(native); // NOLINT(performance-no-int-to-ptr): handles are small numbers
}

std::wstring wide(const std::string& text)
{
    const int length = static_cast<int>(text.size());
    std::wstring out(
        static_cast<std::size_t>(MultiByteToWideChar(CP_UTF8, 0, text.data(), length, nullptr, 0)), 0);
    MultiByteToWideChar(CP_UTF8, 0, text.data(), length, out.data(), static_cast<int>(out.size()));
    return out;
}

constexpr DWORD highHalf(std::uint64_t value)
{
    return static_cast<DWORD>(value >> 32);
}

constexpr DWORD lowHalf(std::uint64_t value)
{
    return static_cast<DWORD>(value & 0xffffffffU);
}

} // namespace

HostFile::Handle::~Handle()
{
    if (native != -1)
        CloseHandle(handleOf(native));
    if (file != -1)
        CloseHandle(handleOf(file));
}

Result<HostFile> HostFile::open(const std::string& path, bool writable)
{
    const HANDLE file
        = CreateFileW(wide(path).c_str(), writable ? GENERIC_READ | GENERIC_WRITE : GENERIC_READ,
            FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr, OPEN_EXISTING,
            FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return fail("The file cannot be opened: " + detail::lastSystemError() + ".", path);
    auto handle = std::make_shared<Handle>();
    handle->file = reinterpret_cast<Native>(file);
    handle->name = path;
    handle->writable = writable;
    LARGE_INTEGER size = {};
    if (GetFileType(file) != FILE_TYPE_DISK || GetFileSizeEx(file, &size) == 0)
        return fail("This is not a regular file, so it cannot be mapped.", path);
    // An empty file has nothing that could be mapped, and no section.
    if (size.QuadPart == 0)
        return HostFile(std::move(handle));
    const HANDLE section
        = CreateFileMappingW(file, nullptr, writable ? PAGE_READWRITE : PAGE_READONLY, 0, 0, nullptr);
    if (section == nullptr)
        return fail("The file cannot be mapped: " + detail::lastSystemError() + ".", path);
    handle->native = reinterpret_cast<Native>(section);
    return HostFile(std::move(handle));
}

Result<std::uint64_t> HostFile::size() const
{
    if (anonymous())
        return m_handle->size;
    LARGE_INTEGER size = {};
    if (!valid())
        return fail("The size of the file cannot be found: it is not open.", name());
    if (GetFileSizeEx(handleOf(m_handle->file), &size) == 0)
        return fail("The size of the file cannot be found: " + detail::lastSystemError() + ".", name());
    return static_cast<std::uint64_t>(size.QuadPart);
}

Result<HostFile> makeSharedMemory(std::uint64_t size, const std::string& name, std::uint64_t hugePageSize)
{
    if (size == 0)
        return fail("A memory object has at least one byte.", name);
    if (size > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        return fail("The memory object is too large.", name);
    if (hugePageSize != 0 && !std::has_single_bit(hugePageSize))
        return fail("The size of a page must be a power of two.", name);
    if (hugePageSize != 0 && size % hugePageSize != 0)
        return fail("The size is not a whole number of huge pages.", name);
    if (hugePageSize != 0 && hugePageSize != GetLargePageMinimum())
        return fail("The host has no huge pages of this size.", name);
    const DWORD kind = hugePageSize != 0 ? SEC_COMMIT | SEC_LARGE_PAGES : SEC_COMMIT;
    const HANDLE section = CreateFileMappingW(
        INVALID_HANDLE_VALUE, nullptr, PAGE_READWRITE | kind, highHalf(size), lowHalf(size), nullptr);
    if (section == nullptr)
        return fail("The memory object cannot be made: " + detail::lastSystemError() + ".", name);
    auto handle = std::make_shared<HostFile::Handle>();
    handle->native = reinterpret_cast<HostFile::Native>(section);
    handle->name = name;
    handle->writable = true;
    handle->anonymous = true;
    handle->size = size;
    return HostFile(std::move(handle));
}

namespace detail {

Result<const std::byte*> mapView(const HostFile& file, std::uint64_t offset, std::uint64_t size)
{
    const void* const at
        = MapViewOfFile(handleOf(file.native()), FILE_MAP_READ, highHalf(offset), lowHalf(offset), size);
    if (at == nullptr)
        return fail("The file cannot be mapped: " + lastSystemError() + ".", file.name());
    return static_cast<const std::byte*>(at);
}

void unmapView(const std::byte* at, std::uint64_t)
{
    UnmapViewOfFile(at);
}

std::uint64_t mapGranularity()
{
    SYSTEM_INFO info = {};
    GetSystemInfo(&info);
    return info.dwAllocationGranularity;
}

} // namespace detail

} // namespace fscope::memory

#endif
